//! Personal names, given and family, and everyday words, each known by a few bits of its hash.

use super::filed::Filed;
use super::name_hash::{EVERYDAY_BITS, NAME_BITS, hash_on, name_hash, short_hash};
use super::sorts;
use super::stem::is_form;
use crate::packed::Reader;

/// What a word may be as a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct NameKind {
    pub(crate) given: bool,
    pub(crate) family: bool,
    /// An everyday English word as well, or only that.
    pub(crate) everyday: bool,
}

impl NameKind {
    pub(crate) const fn any(self) -> bool {
        self.given || self.family
    }
}

/// The names.
pub(crate) struct Names {
    names: Filed,
    /// For each name: 0 given, 1 family, 2 both.
    kinds: Vec<u8>,
    everyday: Filed,
}

/// Names and everyday words (`build/names.rs`).
const NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"));

impl Names {
    pub(crate) fn load() -> Self {
        let mut reader = Reader::new(NAMES);
        let count = reader.number(sorts::TOTAL);
        let names = Filed::load(&mut reader, sorts::NAME_GAP, count, NAME_BITS);
        let kinds = (0..count).map(|_| reader.number(sorts::NAME_KIND) as u8).collect();
        let count = reader.number(sorts::TOTAL);
        Self { names, kinds, everyday: Filed::load(&mut reader, sorts::EVERYDAY_GAP, count, EVERYDAY_BITS) }
    }

    /// What a folded word may be as a name.
    pub(crate) fn kind(&self, word: &str) -> NameKind {
        let hash = name_hash(word);
        let kind = self.names.place(short_hash(hash, 0, NAME_BITS)).map(|place| self.kinds[place]);
        let everyday = |hash| self.everyday.place(short_hash(hash, 0, EVERYDAY_BITS)).is_some();
        // "Woods" and "Peters" are names before they are forms of a word.
        let form = || kind.is_none() && is_form(word, |stem, ending| everyday(hash_on(name_hash(stem), ending)));
        NameKind {
            given: matches!(kind, Some(0 | 2)),
            family: matches!(kind, Some(1 | 2)),
            everyday: everyday(hash) || form(),
        }
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_known_and_hardly_any_other_word() {
        let names = Names::load();
        for (file, given) in
            [(include_str!("../../data/names/given.txt"), true), (include_str!("../../data/names/family.txt"), false)]
        {
            for name in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let kind = names.kind(name);
                assert!(if given { kind.given } else { kind.family }, "{name}");
            }
        }
        for word in include_str!("../../data/names/common.txt").lines().filter(|line| !line.starts_with('#')) {
            assert!(names.kind(word).everyday, "{word}");
        }
        let strangers = (0..10_000).filter(|number| names.kind(&format!("zq{number}")).any()).count();
        assert!(strangers < 150, "{strangers} of 10,000 made-up words pass for names");
    }
}
