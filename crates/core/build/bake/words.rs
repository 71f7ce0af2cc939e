//! The words that lexicons and patterns mention, numbered as they come and then in the order of their hashes.

use std::collections::HashMap;

use super::writer::Writer;
use crate::lexicon::name_hash::{DRAWERS, word_hash};
use crate::text::{Kind, Text};

/// The words of an entry, as the checker's tokeniser reads them: "c-section" and "a&e" are several, hyphens are passed over.
pub(crate) fn words_of(entry: &str) -> Vec<String> {
    if entry.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        return entry.split(' ').map(str::to_owned).collect();
    }
    let text = Text::read(entry);
    let solid = (0..text.tokens.len()).filter(|&index| text.tokens[index].kind != Kind::Soft);
    solid.map(|index| text.folded(index).to_owned()).collect()
}

/// A word's place in the order in which words came.
pub(crate) type Arrival = u32;

#[derive(Default)]
pub(crate) struct Words {
    arrivals: HashMap<String, Arrival>,
}

impl Words {
    /// A word's arrival, now if it is new.
    pub(crate) fn add(&mut self, word: &str) -> Arrival {
        if let Some(&arrival) = self.arrivals.get(word) {
            return arrival;
        }
        let arrival = self.arrivals.len() as Arrival;
        self.arrivals.insert(word.to_owned(), arrival);
        arrival
    }

    /// The numbers that the checker knows words by, from 1 on, by arrival.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let mut numbers = vec![0; self.arrivals.len()];
        for (number, (_, _, arrival)) in (1..).zip(self.filed()) {
            numbers[arrival as usize] = number;
        }
        numbers
    }

    /// How many words are in each drawer, then the bits of each.
    pub(crate) fn write(&self, out: &mut Writer) {
        let filed = self.filed();
        let mut sizes = vec![0; DRAWERS];
        for &(drawer, _, _) in &filed {
            sizes[drawer] += 1;
        }
        out.number(filed.len() as u32);
        sizes.into_iter().for_each(|size| out.number(size));
        for pair in filed.windows(2) {
            assert!((pair[0].0, pair[0].1) != (pair[1].0, pair[1].1), "two words have one hash: change `word_hash`");
        }
        for (_, bits, _) in filed {
            out.bytes.extend(bits.to_le_bytes());
        }
    }

    fn filed(&self) -> Vec<(usize, u16, Arrival)> {
        let mut filed: Vec<_> = self.arrivals.iter().map(|(word, &arrival)| (word_hash(word), arrival)).collect();
        filed.sort_unstable();
        filed.into_iter().map(|((drawer, bits), arrival)| (drawer, bits, arrival)).collect()
    }
}
