//! Words as numbers: a text's words are looked up once and compared as integers.

use super::filed::Filed;
use super::name_hash::{WORD_BITS, name_hash, short_hash};
use super::sorts;
use crate::packed::Reader;

/// The number of a word that the data knows.
pub(crate) type WordId = u32;

/// The number of every word that no data mentions.
pub(crate) const UNKNOWN: WordId = 0;

/// The words that lexicons and patterns mention, known by their hashes. What is used most has the lowest numbers.
pub(crate) struct Vocabulary {
    seed: u64,
    words: Filed,
    /// By the order of hashes.
    numbers: Vec<u16>,
}

impl Vocabulary {
    pub(crate) fn load(reader: &mut Reader<'_>) -> Self {
        let seed = reader.number(sorts::TOTAL).into();
        let count = reader.number(sorts::TOTAL);
        let words = Filed::load(reader, sorts::WORD_GAP, count, WORD_BITS);
        let mut numbers: Vec<u16> = (0..count).map(|_| reader.number(sorts::WORD_USE) as u16).collect();
        let mut next = [0; 16];
        for &used in &numbers {
            next[usize::from(used & 15)] += 1;
        }
        let mut first = 1;
        for next in next.iter_mut().rev() {
            first += std::mem::replace(next, first);
        }
        for number in &mut numbers {
            let next = &mut next[usize::from(*number & 15)];
            *number = *next;
            *next += 1;
        }
        Self { seed, words, numbers }
    }

    /// The number of a word.
    pub(crate) fn id(&self, word: &str) -> WordId {
        let place = self.words.place(short_hash(name_hash(word), self.seed, WORD_BITS));
        place.map_or(UNKNOWN, |place| self.numbers[place].into())
    }

    /// One more than the largest number.
    pub(crate) const fn len(&self) -> usize {
        self.numbers.len() + 1
    }
}
