//! The checker's tokeniser, so that lexicons and patterns are read as drafts are.

#![allow(dead_code, reason = "the checker uses the rest")]

#[path = "../src/text/fold.rs"]
mod fold;
#[path = "../src/text/tokens.rs"]
mod tokens;

pub(crate) use tokens::{Kind, Text};

/// Word data has no letters with marks, so that building needs no tables of them.
mod folds {
    pub(crate) const FOLDS: &[(char, &str)] = &[];
    pub(crate) const COMPOSED: &[(char, char)] = &[];
}
