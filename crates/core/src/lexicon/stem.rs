//! What a form of an everyday word may come from: "wards" from "ward", "making" from "make".
//!
//! The list of everyday words holds a form only where no word of the list is
//! behind it, which halves it. The build script and the checker share this file.

/// Endings, and what stood in their place.
const ENDINGS: &[(&str, &str)] =
    &[("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", "")];

/// No shorter beginning is taken for a word.
const SHORTEST: usize = 3;

/// Whether `known` knows a word that `word` may be a form of; it is given the word in two pieces.
pub(crate) fn is_form(word: &str, known: impl Fn(&str, &str) -> bool) -> bool {
    ENDINGS.iter().any(|(ending, before)| {
        word.strip_suffix(ending).is_some_and(|stem| stem.len() >= SHORTEST && known(stem, before))
    })
}
