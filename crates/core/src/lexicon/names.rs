//! Personal names, given and family, and everyday words, packed into filters of nine bits a word.
//!
//! A filter knows every word of its list; one other in 250 passes for one, which
//! evidence around the word has to bear out in any case.

use xorf::{BinaryFuse8Ref, Filter, FilterRef};

use super::name_hash::name_hash;
use super::stem::is_form;

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
    given: BinaryFuse8Ref<'static>,
    family: BinaryFuse8Ref<'static>,
    everyday: BinaryFuse8Ref<'static>,
}

macro_rules! filter {
    ($name:literal) => {
        BinaryFuse8Ref::from_dma(
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".descriptor")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".names")),
        )
    };
}

impl Names {
    pub(crate) fn load() -> Self {
        Self { given: filter!("given"), family: filter!("family"), everyday: filter!("common") }
    }

    /// What a folded word may be as a name.
    pub(crate) fn kind(&self, word: &str) -> NameKind {
        let hash = name_hash(word);
        let (given, family) = (self.given.contains(&hash), self.family.contains(&hash));
        // "Woods" and "Peters" are names before they are forms of a word.
        let form = || !given && !family && is_form(word, |stem| self.everyday.contains(&name_hash(stem)));
        NameKind { given, family, everyday: self.everyday.contains(&hash) || form() }
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
