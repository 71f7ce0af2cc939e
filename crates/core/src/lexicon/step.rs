//! The steps of a pattern, by number. The build script and the checker share this file.

/// A word out of a set.
pub(crate) const WORDS: u32 = 0;
/// A word or phrase of a class.
pub(crate) const CLASS: u32 = 1;
/// One of the alternatives of a choice.
pub(crate) const ANY: u32 = 2;
/// A sequence that may be there.
pub(crate) const OPTIONAL: u32 = 3;
/// Any words, at most so many; the last bit says whether they may leave the sentence.
pub(crate) const GAP: u32 = 4;
/// 0: a sentence starts; 1: it ends.
pub(crate) const EDGE: u32 = 5;
/// None of a choice begins here.
pub(crate) const NOT: u32 = 6;
/// None of a choice begins one word back.
pub(crate) const NOT_AFTER: u32 = 7;
