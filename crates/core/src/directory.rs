//! The directory: colleagues, and the names by which drafts call the employer.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

/// People and names given by the organisation or the author.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Directory {
    /// Colleagues.
    pub people: Vec<Person>,
    /// More of them, in the compact form of `lozenge-directory`.
    pub lists: Vec<List>,
    /// Names of the employer, beside the pack's own.
    pub employer_names: Vec<String>,
    /// Handles of the employer, beside the pack's own.
    pub employer_handles: Vec<String>,
}

/// One colleague.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// What colleagues call them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred: Option<String>,
    /// Their account on a site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Whether they agreed to be named.
    pub permission: bool,
}

/// A list of colleagues in its compact form, as bytes: a large one is handed over in one piece.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct List(pub Vec<u8>);

impl fmt::Debug for List {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "List({} bytes)", self.0.len())
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = List;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("the bytes of a list")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<List, E> {
                Ok(List(bytes.to_vec()))
            }

            fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<List, E> {
                Ok(List(bytes))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<List, E> {
                Ok(List(text.into()))
            }
        }
        from.deserialize_byte_buf(Bytes)
    }
}
