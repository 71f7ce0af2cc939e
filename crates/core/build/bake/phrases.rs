//! The words and phrases of every lexicon as a trie over words.
//!
//! Nodes are numbered so that the steps out of a node lead to nodes in a row:
//! node `n` is word `n`'s, from the root; then come the steps out of node 1,
//! of node 2 and so on, each in the order of the words.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Arrival, Words, words_of};
use crate::lexicon::sorts;
use crate::packed::Writer;

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

    /// Notes each word that leads on within a phrase.
    pub(crate) fn count(&self, words: &mut Words) {
        let mut nodes: Vec<&Node> = self.root.steps.values().collect();
        while let Some(node) = nodes.pop() {
            node.steps.keys().for_each(|&arrival| words.count(arrival));
            nodes.extend(node.steps.values());
        }
    }

    /// For each node how many classes it has and how many steps lead on; then the classes, then the steps' words.
    pub(crate) fn write(&self, numbers: &[u32], out: &mut Writer) {
        let nothing = Node::default();
        let mut by_number = vec![&nothing; numbers.len() + 1];
        for (&arrival, node) in &self.root.steps {
            by_number[numbers[arrival as usize] as usize] = node;
        }
        let mut nodes = by_number;
        let mut index = 0;
        let mut steps: Vec<Vec<u32>> = Vec::new();
        while let Some(&node) = nodes.get(index) {
            assert!(node.classes.len() < 8, "a phrase is in more than seven lexicons: widen its count");
            let mut onward: Vec<(u32, &Node)> =
                node.steps.iter().map(|(&arrival, node)| (numbers[arrival as usize], node)).collect();
            onward.sort_unstable_by_key(|&(number, _)| number);
            nodes.extend(onward.iter().map(|&(_, next)| next));
            steps.push(onward.into_iter().map(|(number, _)| number).collect());
            index += 1;
        }
        let inner = |node: usize| usize::from(node > numbers.len());
        out.number(sorts::TOTAL, nodes.len() as u32);
        for (index, node) in nodes.iter().enumerate() {
            out.number(sorts::SHAPE[inner(index)], node.classes.len() as u32 | (node.steps.len() as u32) << 3);
        }
        for (index, node) in nodes.iter().enumerate() {
            node.classes.iter().for_each(|&class| out.number(sorts::CLASS[inner(index)], class));
        }
        steps.iter().for_each(|steps| out.rising(steps, sorts::STEP_FIRST, sorts::STEP_NEXT));
    }
}
