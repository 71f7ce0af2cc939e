//! Words as numbers: a text's words are looked up once and compared as integers.

use super::name_hash::{DRAWERS, word_hash};
use super::wire::Reader;

/// The number of a word that the data knows.
pub(crate) type WordId = u32;

/// The number of every word that no data mentions.
pub(crate) const UNKNOWN: WordId = 0;

/// The words that lexicons and patterns mention, known by their hashes.
pub(crate) struct Vocabulary {
    /// Where each drawer ends.
    ends: Vec<u16>,
    /// What each word is known by in its drawer, two bytes a word.
    bits: &'static [[u8; 2]],
}

impl Vocabulary {
    pub(crate) fn load(reader: &mut Reader<'static>) -> Self {
        let words = reader.number() as usize;
        let mut total = 0;
        let ends = (0..DRAWERS)
            .map(|_| {
                total += reader.number() as u16;
                total
            })
            .collect();
        let (bits, _) = reader.bytes(words * 2).as_chunks();
        Self { ends, bits }
    }

    /// The number of a word.
    pub(crate) fn id(&self, word: &str) -> WordId {
        let (drawer, bits) = word_hash(word);
        let start = if drawer == 0 { 0 } else { self.ends[drawer - 1] };
        let within = &self.bits[start as usize..self.ends[drawer] as usize];
        match within.iter().position(|known| u16::from_le_bytes(*known) == bits) {
            Some(nth) => u32::from(start) + nth as WordId + 1,
            None => UNKNOWN,
        }
    }

    /// One more than the largest number.
    pub(crate) const fn len(&self) -> usize {
        self.bits.len() + 1
    }
}
