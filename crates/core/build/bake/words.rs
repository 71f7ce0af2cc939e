//! The words that lexicons and patterns mention, numbered as they come and then by how much they are used.

use std::collections::{HashMap, HashSet};

use crate::lexicon::name_hash::{WORD_BITS, name_hash, short_hash};
use crate::lexicon::sorts;
use crate::packed::Writer;
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
    /// How often phrases and patterns speak of a word beyond its own node, by arrival.
    uses: Vec<u32>,
}

impl Words {
    /// A word's arrival, now if it is new.
    pub(crate) fn add(&mut self, word: &str) -> Arrival {
        if let Some(&arrival) = self.arrivals.get(word) {
            return arrival;
        }
        let arrival = self.arrivals.len() as Arrival;
        self.arrivals.insert(word.to_owned(), arrival);
        self.uses.push(0);
        arrival
    }

    /// Notes that a word is written once more.
    pub(crate) fn count(&mut self, arrival: Arrival) {
        self.uses[arrival as usize] += 1;
    }

    /// The numbers that the checker knows words by, from 1 on, by arrival: those used most first, then by hash.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let mut order: Vec<(u32, u32, Arrival)> = self
            .filed(self.seed())
            .into_iter()
            .map(|(hash, arrival)| (u32::MAX - self.usage(arrival), hash, arrival))
            .collect();
        order.sort_unstable();
        let mut numbers = vec![0; order.len()];
        for (number, (_, _, arrival)) in (1..).zip(order) {
            numbers[arrival as usize] = number;
        }
        numbers
    }

    /// The hashes in order, then how much each word is used.
    pub(crate) fn write(&self, out: &mut Writer) {
        let seed = self.seed();
        let filed = self.filed(seed);
        out.number(sorts::TOTAL, seed);
        out.number(sorts::TOTAL, filed.len() as u32);
        let hashes: Vec<u32> = filed.iter().map(|&(hash, _)| hash).collect();
        out.rising(&hashes, sorts::WORD_GAP, sorts::WORD_GAP);
        filed.iter().for_each(|&(_, arrival)| out.number(sorts::WORD_USE, self.usage(arrival)));
    }

    /// The size of the number of uses, at most 15.
    fn usage(&self, arrival: Arrival) -> u32 {
        (u32::BITS - self.uses[arrival as usize].leading_zeros()).min(15)
    }

    /// The first seed under which every word has a hash of its own.
    fn seed(&self) -> u32 {
        let apart = |seed: &u32| {
            let mut seen = HashSet::new();
            self.arrivals.keys().all(|word| seen.insert(short_hash(name_hash(word), (*seed).into(), WORD_BITS)))
        };
        (0..10_000).find(apart).expect("there are too many words for `WORD_BITS`: add one")
    }

    fn filed(&self, seed: u32) -> Vec<(u32, Arrival)> {
        let hash = |word: &String| short_hash(name_hash(word), seed.into(), WORD_BITS);
        let mut filed: Vec<_> = self.arrivals.iter().map(|(word, &arrival)| (hash(word), arrival)).collect();
        filed.sort_unstable();
        filed
    }
}
