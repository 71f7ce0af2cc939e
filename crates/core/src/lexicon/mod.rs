//! Word data: vocabulary, lexicon classes, signals and names, loaded once.

mod expand;
mod keywords;
mod name_hash;
mod names;
mod pattern;
mod phrases;
mod vocabulary;

use std::sync::LazyLock;

pub(crate) use keywords::Keywords;
pub(crate) use names::{NameKind, Names};
pub(crate) use pattern::{Hit, Patterns, Scene};
pub(crate) use phrases::{Phrases, Tag};
pub(crate) use vocabulary::{UNKNOWN, Vocabulary, WordId};

/// A lexicon class: a sort of word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Class(pub(crate) u16);

/// A signal: a pattern that means something to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Signal(pub(crate) u16);

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

/// A set of classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ClassSet([u64; 4]);

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
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
    &LEXICON
}

impl Lexicon {
    fn load() -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut phrases = Phrases::default();
        for (class, text) in LEXICON {
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
                for phrase in expand::expand(line) {
                    phrases.add(&mut vocabulary, &phrase, *class);
                }
            }
        }
        let (early, late): (Vec<_>, Vec<_>) = SIGNALS.iter().partition(|(file, _)| *file == "identifier");
        // Lines that cannot be read are left out; a test sees to it that there are none.
        let (labels, _) = Patterns::load(&early, &mut vocabulary);
        let (patterns, _) = Patterns::load(&late, &mut vocabulary);
        let keywords = Keywords::load(&mut vocabulary);
        phrases.finish(&vocabulary);
        Self { vocabulary, phrases, keywords, labels, patterns, names: Names::load() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        let (_, problems) = Patterns::load(SIGNALS, &mut Vocabulary::default());
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn lexicon_entries_are_in_folded_form() {
        for (class, text) in LEXICON {
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
                for phrase in expand::expand(line) {
                    assert_eq!(crate::text::fold(&phrase), phrase, "in {}.txt", CLASS_NAMES[class.0 as usize]);
                }
            }
        }
    }
}
