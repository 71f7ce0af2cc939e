//! Rows of numbers in as few bits as they need: word data, names and the model's weights as they lie in the module.
//!
//! Numbers of one sort share a table that says how often each comes; the commoner a number, the fewer bits it takes.
//! The coder is a range variant of asymmetric numeral systems (Duda, arXiv:1311.2540): what was written last is read
//! first, so that the writer works backwards and the reader forwards, with one table look-up a number.
//!
//! The build script, the trainer and the checker share this folder.

mod reader;
#[allow(dead_code, reason = "the build script uses the rest")]
mod sort;
#[cfg(any(test, feature = "training"))]
mod writer;

pub(crate) use reader::Reader;
pub(crate) use sort::Sort;
#[cfg(any(test, feature = "training"))]
pub(crate) use writer::Writer;
