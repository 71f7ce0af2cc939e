//! The words and phrases of every lexicon as a trie over words.
//!
//! Nodes are numbered so that the steps out of a node lead to nodes in a row:
//! node `n` is word `n`'s, from the root; then come the steps out of node 1,
//! of node 2 and so on, each in the order of the words.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::words::{Arrival, Words, words_of};
use super::writer::Writer;

#[derive(Default)]
struct Node {
    classes: BTreeSet<u32>,
    steps: BTreeMap<Arrival, Node>,
}

#[derive(Default)]
pub(crate) struct Phrases {
    root: Node,
}

impl Phrases {
    /// Adds a phrase of one or more words.
    pub(crate) fn add(&mut self, words: &mut Words, phrase: &str, class: u32) {
        let mut node = &mut self.root;
        for word in words_of(phrase) {
            node = node.steps.entry(words.add(&word)).or_default();
        }
        node.classes.insert(class);
    }

    /// For each node how many classes it has and how many steps lead on; then the classes, then the steps' words.
    pub(crate) fn write(&self, numbers: &[u32], out: &mut Writer) {
        let nothing = Node::default();
        let mut by_number = vec![&nothing; numbers.len() + 1];
        for (&arrival, node) in &self.root.steps {
            by_number[numbers[arrival as usize] as usize] = node;
        }
        let mut queue: VecDeque<&Node> = by_number.into();
        let mut shapes = Writer::default();
        let mut classes = Writer::default();
        let mut steps = Writer::default();
        let mut count = 0;
        while let Some(node) = queue.pop_front() {
            count += 1;
            shapes.number(node.classes.len() as u32 | (node.steps.len() as u32) << 3);
            assert!(node.classes.len() < 8, "a phrase is in more than seven lexicons: widen its count");
            node.classes.iter().for_each(|&class| classes.number(class));
            let mut onward: Vec<(u32, &Node)> =
                node.steps.iter().map(|(&arrival, node)| (numbers[arrival as usize], node)).collect();
            onward.sort_unstable_by_key(|&(number, _)| number);
            let mut last = 0;
            for (number, next) in onward {
                steps.number(number - last);
                last = number;
                queue.push_back(next);
            }
        }
        out.number(count);
        for part in [shapes, classes, steps] {
            out.bytes.extend(part.bytes);
        }
    }
}
