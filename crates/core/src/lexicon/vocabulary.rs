//! Words as numbers: a text's words are looked up once and compared as integers.

use rustc_hash::{FxHashMap, FxHashSet};

/// The number of a word that the data knows.
pub(crate) type WordId = u32;

/// The number of every word that no data mentions.
pub(crate) const UNKNOWN: WordId = 0;

/// The words that lexicons and patterns mention.
#[derive(Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of a word, given one where it has none yet.
    pub(crate) fn add(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.ids.len() as WordId + 1;
        self.ids.insert(word.into(), id);
        id
    }

    /// The number of a word.
    pub(crate) fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The words that stand in most English texts, for choosing what a pattern is looked up by.
    pub(crate) fn common(&mut self) -> FxHashSet<WordId> {
        COMMON.iter().map(|word| self.add(word)).collect()
    }

    /// One more than the largest number.
    pub(crate) fn len(&self) -> usize {
        self.ids.len() + 1
    }
}

/// The words of English that stand in most texts.
const COMMON: &[&str] = &[
    "the", "a", "an", "of", "to", "in", "and", "i", "it", "is", "was", "for", "on", "with", "my", "our", "we", "you",
    "that", "this", "at", "be", "are", "have", "has", "had", "from", "not", "but", "they", "he", "she", "so", "up",
    "out", "all", "me", "no", "or", "as", "if", "by", "been", "just", "do", "get", "got", "one", "who", "what", "can",
    "will", "about", "when", "there", "their", "them", "her", "his", "him", "us", "your", "i'm", "it's", "i've",
    "more", "some", "too", "how", "would", "were", "than", "then", "now", "off", "after", "before", "over", "into",
    "back", "today", "day", "time", "still", "only", "any", "very", "well", "new", "good", "don't", "did", "does",
    "being", "going", "go", "see", "know", "like", "need", "want", "make", "say", "said", "work", "nhs",
];
