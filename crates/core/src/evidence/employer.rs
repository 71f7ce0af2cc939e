//! Finds the employer in a text, by name and handle.

use rustc_hash::FxHashMap;

use crate::lexicon::{Tag, class};
use crate::text::{Kind, Text, fold};

/// Names of one or more words, found by their first.
#[derive(Debug, Default)]
struct NameIndex {
    by_first: FxHashMap<Box<str>, Vec<u32>>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// The words after the first.
    rest: Vec<Box<str>>,
}

impl NameIndex {
    fn add(&mut self, name: &str) {
        let text = Text::read(name);
        let mut words = (0..text.tokens.len())
            .filter(|&index| matches!(text.tokens[index].kind, Kind::Word | Kind::Number | Kind::Mark))
            .map(|index| text.folded(index));
        let Some(first) = words.next() else { return };
        let rest: Vec<Box<str>> = words.map(Into::into).collect();
        let entries = self.by_first.entry(first.into()).or_default();
        if entries.iter().any(|&entry| self.entries[entry as usize].rest == rest) {
            return;
        }
        entries.push(self.entries.len() as u32);
        self.entries.push(Entry { rest });
    }

    /// Where the longest name that begins at token `index` ends.
    fn at(&self, text: &Text<'_>, index: usize) -> Option<usize> {
        if self.entries.is_empty() || text.tokens[index].kind != Kind::Word {
            return None;
        }
        let entries = self.by_first.get(text.folded(index))?;
        let mut best = None;
        for entry in entries.iter().map(|&entry| &self.entries[entry as usize]) {
            let mut end = index + 1;
            let fits = entry.rest.iter().all(|word| {
                let next = text.solid_from(end);
                let same = next < text.tokens.len() && text.folded(next) == &**word;
                end = next + 1;
                same
            });
            if fits && best.is_none_or(|longest| end > longest) {
                best = Some(end);
            }
        }
        best
    }
}

/// How drafts call the employer: the pack's names and handles, and those given with the directory.
#[derive(Debug, Default)]
pub(crate) struct Employer {
    names: NameIndex,
    /// Without "@", folded.
    handles: Vec<String>,
}

impl Employer {
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a String>, handles: impl Iterator<Item = &'a String>) -> Self {
        let mut index = NameIndex::default();
        for name in names {
            // "the Trust" and "Our Trust" mean the employer; "trust" alone is a verb.
            index.add(name);
        }
        Self {
            names: index,
            handles: handles
                .map(|handle| fold(handle.trim_start_matches('@')))
                .filter(|handle| !handle.is_empty())
                .collect(),
        }
    }

    /// Tags every place where the employer is called by name or handle.
    pub(crate) fn find(&self, text: &Text<'_>, tags: &mut Vec<Tag>) {
        for index in 0..text.tokens.len() {
            if let Some(end) = self.names.at(text, index) {
                tags.push(Tag { start: index as u32, end: end as u32, class: class::EMPLOYER });
            }
            if text.tokens[index].kind == Kind::Mention && self.is_handle(text.folded(index)) {
                tags.push(Tag { start: index as u32, end: index as u32 + 1, class: class::EMPLOYER });
                tags.push(Tag { start: index as u32, end: index as u32 + 1, class: class::EMPLOYER_HANDLE });
            }
        }
    }

    /// Whether a folded handle, with or without "@", is the employer's.
    pub(crate) fn is_handle(&self, handle: &str) -> bool {
        let bare = handle.trim_start_matches('@');
        self.handles.iter().any(|own| own == bare)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_in_any_case_and_across_hyphens() {
        let mut index = NameIndex::default();
        index.add("NHS North Tyneside CCG");
        index.add("Stoke-on-Trent CCG");
        let text = Text::read("at nhs north tyneside ccg with Stoke on Trent CCG");
        assert_eq!(index.at(&text, 1), Some(5));
        assert_eq!(index.at(&text, 6), Some(10));
        assert_eq!(index.at(&text, 0), None);
    }
}
