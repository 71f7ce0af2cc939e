//! Finds every word and phrase of every lexicon in one pass over the words.

use super::lists::Lists;
use super::{Class, UNKNOWN, Vocabulary, WordId, sorts};
use crate::packed::Reader;
use crate::text::Text;

/// A word or phrase of a class: tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) class: Class,
}

/// A trie over word numbers, laid out by the build script (`build/bake/phrases.rs`).
pub(crate) struct Phrases {
    classes: Lists<u8>,
    /// The words that lead on from each node, in rising order. Step `n` leads to node `first + n`.
    steps: Vec<u16>,
    /// For each node where its steps begin; one more for the end.
    starts: Vec<u32>,
    /// The first node that is not a word's from the root.
    first: u32,
}

impl Phrases {
    pub(crate) fn load(reader: &mut Reader<'_>, vocabulary: &Vocabulary) -> Self {
        let words = vocabulary.len();
        let inner = |node: usize| usize::from(node >= words);
        let count = reader.number(sorts::TOTAL) as usize;
        let shapes: Vec<u32> = (0..count).map(|node| reader.number(sorts::SHAPE[inner(node)])).collect();
        let mut classes = Lists::default();
        for (node, shape) in shapes.iter().enumerate() {
            (0..shape & 7).for_each(|_| classes.push(reader.number(sorts::CLASS[inner(node)]) as u8));
            classes.end();
        }
        let mut steps = Vec::with_capacity(count);
        let mut starts = Vec::with_capacity(count + 1);
        for shape in shapes {
            starts.push(steps.len() as u32);
            reader.rising(shape >> 3, sorts::STEP_FIRST, sorts::STEP_NEXT, |word| steps.push(word as u16));
        }
        starts.push(steps.len() as u32);
        Self { classes, steps, starts, first: vocabulary.len() as u32 }
    }

    /// Every phrase in the text, in order of start.
    pub(crate) fn find(&self, text: &Text<'_>, words: &[WordId], tags: &mut Vec<Tag>) {
        for start in 0..words.len() {
            if words[start] == UNKNOWN {
                continue;
            }
            let mut node = words[start];
            let mut end = start + 1;
            loop {
                let classes = self.classes.get(node as usize);
                tags.extend(classes.iter().map(|&class| Tag {
                    start: start as u32,
                    end: end as u32,
                    class: Class(u16::from(class)),
                }));
                let from = self.starts[node as usize];
                let steps = &self.steps[from as usize..self.starts[node as usize + 1] as usize];
                if steps.is_empty() {
                    break;
                }
                let next = text.solid_from(end);
                let Some(&word) = words.get(next) else { break };
                let Ok(nth) = steps.binary_search(&(word as u16)) else { break };
                node = self.first + from + nth as u32;
                end = next + 1;
            }
        }
    }
}
