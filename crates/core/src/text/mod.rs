//! The text as the checker reads it: folded tokens with their places.

mod fold;
mod folds;
mod offsets;
mod parts;
mod tokens;
mod weight;

pub(crate) use fold::fold;
pub(crate) use offsets::Utf16Offsets;
pub(crate) use parts::Parts;
pub(crate) use tokens::{Flags, Kind, Text, Token};
pub use weight::{X_LIMIT, weight};
