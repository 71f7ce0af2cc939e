//! Key words put right: "opnions", "veiws" and "viewsss" are read as they were meant.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Vocabulary, WordId};

const LIST: &str = include_str!("../../data/keywords.txt");

/// A key word's letters and its number.
type Keyword = (Box<[u8]>, WordId);

/// Words worth a second look, by their first letter.
#[derive(Default)]
pub(crate) struct Keywords {
    by_first: FxHashMap<u8, Vec<Keyword>>,
    sound: FxHashSet<Box<str>>,
    longest: usize,
}

impl Keywords {
    pub(crate) fn load(vocabulary: &Vocabulary) -> Self {
        let mut all = Self::default();
        for line in LIST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(sound) = line.strip_prefix('!') {
                all.sound.insert(sound.into());
            } else if let Some(&first) = line.as_bytes().first() {
                let word = vocabulary.id(line);
                all.longest = all.longest.max(line.len());
                all.by_first.entry(first).or_default().push((line.as_bytes().into(), word));
            }
        }
        all
    }

    /// The key word that a folded word nobody knows was meant to be.
    pub(crate) fn meant(&self, word: &str) -> Option<WordId> {
        let letters = word.as_bytes();
        // Longer words are drawn out at most; the bound keeps this a few steps a word.
        if letters.len() < 4 || letters.len() > self.longest * 2 {
            return None;
        }
        let candidates = self.by_first.get(letters.first()?)?;
        if self.sound.contains(word) {
            return None;
        }
        let short = squeeze(letters);
        candidates.iter().find(|(key, _)| one_edit(&short, key)).map(|&(_, word)| word)
    }
}

/// Three or more of a letter in a row become one: "viewsss" is "views".
fn squeeze(letters: &[u8]) -> Vec<u8> {
    letters.chunk_by(|a, b| a == b).flat_map(|run| &run[..if run.len() > 2 { 1 } else { run.len() }]).copied().collect()
}

/// Whether two words are the same but for one letter wrong, missing, added, or two swapped.
fn one_edit(a: &[u8], b: &[u8]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[head..a.len() - tail], &b[head..b.len() - tail]) {
        ([] | [_], [] | [_]) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, lexicon};

    #[test]
    fn slips_of_the_finger_are_put_right() {
        let Lexicon { vocabulary, keywords, .. } = lexicon();
        for (written, meant) in [
            ("opnions", "opinions"),
            ("opinons", "opinions"),
            ("veiws", "views"),
            ("viewsss", "views"),
            ("viewws", "views"),
            ("personel", "personal"),
            ("employerr", "employer"),
        ] {
            assert_eq!(keywords.meant(written), Some(vocabulary.id(meant)), "{written}");
        }
        for other in ["employee", "vice", "onions", "pinions", "tweed", "capability", "people", "vvvvvvvvvvvvvvvvvvvv"]
        {
            assert_eq!(keywords.meant(other), None, "{other}");
        }
    }
}
