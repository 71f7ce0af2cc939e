//! How the checker's data is packed.

#[path = "../src/packed/sort.rs"]
#[allow(dead_code, reason = "the checker uses the rest")]
mod sort;
#[path = "../src/packed/writer.rs"]
mod writer;

pub(crate) use sort::Sort;
pub(crate) use writer::Writer;
