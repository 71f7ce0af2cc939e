//! How a run can end.

use std::fmt;
use std::io;

use lozenge_core::PackError;

/// A run that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nothing would be held back.
    Clear,
    /// Something would be held back, or a pack is not valid.
    Held,
    /// Something that was given could not be read as a draft; the rest was checked.
    Unread,
}

/// A run that could not.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Reading or writing.
    Io(io::Error),
    /// A file that could not be read: its name, and why.
    File(String, io::Error),
    /// A pack that was refused.
    Pack(PackError),
    /// Something else that was asked and cannot be; the words say what to do.
    Asked(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(to, "{error}"),
            Self::File(name, error) => write!(to, "{name}: {error}"),
            Self::Pack(error) => write!(to, "{error}"),
            Self::Asked(words) => to.write_str(words),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}
