//! Finds every word and phrase of every lexicon in one pass over the words.

use rustc_hash::FxHashMap;

use super::{Class, UNKNOWN, Vocabulary, WordId};
use crate::text::{Kind, Text};

/// A word or phrase of a class: tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) class: Class,
}

const NONE: u32 = u32::MAX;

/// A trie over word numbers.
#[derive(Default)]
pub(crate) struct Phrases {
    /// For each word, the node it leads to from the root.
    roots: Vec<u32>,
    root_edges: FxHashMap<WordId, u32>,
    edges: FxHashMap<(u32, WordId), u32>,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    classes: Vec<Class>,
    leads_on: bool,
}

impl Phrases {
    /// Adds a phrase of one or more words.
    pub(crate) fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &str, class: Class) {
        let mut node = None;
        if phrase.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
            for word in phrase.split(' ') {
                node = Some(self.step(node, vocabulary.add(word)));
            }
        } else {
            // The tokeniser reads "c-section" and "a&e" as several tokens; hyphens are passed over.
            let text = Text::read(phrase);
            for index in (0..text.tokens.len()).filter(|&index| text.tokens[index].kind != Kind::Soft) {
                node = Some(self.step(node, vocabulary.add(text.folded(index))));
            }
        }
        if let Some(node) = node {
            let classes = &mut self.nodes[node as usize].classes;
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }

    /// The node that a word leads to from another, or from the root; made where there is none.
    fn step(&mut self, from: Option<u32>, word: WordId) -> u32 {
        let next = self.nodes.len() as u32;
        let found = match from {
            None => *self.root_edges.entry(word).or_insert(next),
            Some(from) => {
                self.nodes[from as usize].leads_on = true;
                *self.edges.entry((from, word)).or_insert(next)
            }
        };
        if found == next {
            self.nodes.push(Node::default());
        }
        found
    }

    /// Lays the first step out as a table once all words are known.
    pub(crate) fn finish(&mut self, vocabulary: &Vocabulary) {
        self.roots = vec![NONE; vocabulary.len()];
        for (&word, &node) in &self.root_edges {
            self.roots[word as usize] = node;
        }
    }

    /// Every phrase in the text, in order of start.
    pub(crate) fn find(&self, text: &Text<'_>, words: &[WordId], tags: &mut Vec<Tag>) {
        for start in 0..words.len() {
            let word = words[start];
            if word == UNKNOWN {
                continue;
            }
            let mut node = self.roots.get(word as usize).copied().unwrap_or(NONE);
            let mut end = start + 1;
            while node != NONE {
                let found = &self.nodes[node as usize];
                tags.extend(found.classes.iter().map(|&class| Tag { start: start as u32, end: end as u32, class }));
                if !found.leads_on {
                    break;
                }
                let next = text.solid_from(end);
                let Some(&word) = words.get(next) else { break };
                if word == UNKNOWN {
                    break;
                }
                node = self.edges.get(&(node, word)).copied().unwrap_or(NONE);
                end = next + 1;
            }
        }
    }
}
