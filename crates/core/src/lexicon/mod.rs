//! Word data: vocabulary, lexicon classes, signals and names, loaded once.

mod filed;
mod keywords;
mod lists;
mod name_hash;
mod names;
mod pattern;
mod phrases;
mod sorts;
mod stem;
mod step;
mod vocabulary;

use std::sync::LazyLock;

pub(crate) use filed::Filed;
pub(crate) use keywords::Keywords;
pub(crate) use name_hash::name_hash;
pub(crate) use names::{NameKind, Names};
pub(crate) use pattern::{Hit, Patterns, Scene};
pub(crate) use phrases::{Phrases, Tag};
pub(crate) use vocabulary::{UNKNOWN, Vocabulary, WordId};

use crate::packed::Reader;

/// A lexicon class: a sort of word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Class(pub(crate) u16);

/// A signal: a pattern that means something to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Signal(pub(crate) u16);

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

/// How many classes there may be.
const CLASSES: usize = 256;

/// Words, phrases and patterns as numbers (`build/bake/`).
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// A set of classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ClassSet([u64; CLASSES / 64]);

impl ClassSet {
    pub(crate) const fn add(&mut self, class: Class) {
        self.0[class.0 as usize / 64] |= 1 << (class.0 % 64);
    }

    pub(crate) const fn has(&self, class: Class) -> bool {
        self.0[class.0 as usize / 64] & (1 << (class.0 % 64)) != 0
    }
}

/// All word data.
pub(crate) struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) phrases: Phrases,
    pub(crate) keywords: Keywords,
    /// Labels of identifiers, which detectors need before they look.
    pub(crate) labels: Patterns,
    /// Every other signal; these may speak of what detectors found.
    pub(crate) patterns: Patterns,
    pub(crate) names: Names,
}

/// The word data, loaded on first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load(WORDS));
    &LEXICON
}

impl Lexicon {
    fn load(words: &'static [u8]) -> Self {
        let mut reader = Reader::new(words);
        let vocabulary = Vocabulary::load(&mut reader);
        let phrases = Phrases::load(&mut reader, &vocabulary);
        let labels = Patterns::load(&mut reader, &vocabulary);
        let patterns = Patterns::load(&mut reader, &vocabulary);
        let keywords = Keywords::load(&vocabulary);
        Self { vocabulary, phrases, keywords, labels, patterns, names: Names::load() }
    }
}

#[cfg(test)]
#[path = "../../build/bake/mod.rs"]
#[allow(dead_code, reason = "the build script uses the rest")]
mod bake;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::bake::Data;

    #[test]
    fn lexicon_entries_are_in_folded_form() {
        let data = Data::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
        for (name, lines) in data.lexicon_files {
            for line in lines {
                assert_eq!(crate::text::fold(&line), line, "in {name}.txt");
            }
        }
    }
}
