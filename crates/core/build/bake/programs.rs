//! Patterns as the checker runs them: sets of words, choices and sequences of steps, each kept once.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::language::{Choice, Node, Pattern};
use super::words::{Arrival, Words};
use super::writer::Writer;
use crate::lexicon::step;

/// Things numbered as they come, each once.
struct Shelf<T> {
    numbers: HashMap<T, u32>,
    things: Vec<T>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), things: Vec::new() }
    }
}

impl<T: Clone + Eq + Hash> Shelf<T> {
    fn add(&mut self, thing: T) -> u32 {
        let next = self.things.len() as u32;
        if let Some(&number) = self.numbers.get(&thing) {
            return number;
        }
        self.things.push(thing.clone());
        self.numbers.insert(thing, next);
        next
    }
}

/// One step of a sequence: what to do, and with what.
type Step = (u32, u32);

/// Alternatives: a set of words, classes, and sequences for what is longer than one word.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Chosen {
    words: Option<u32>,
    classes: Vec<u32>,
    longer: Vec<u32>,
}

#[derive(Default)]
pub(crate) struct Programs {
    /// Classes that most texts show.
    broad: Vec<u32>,
    sets: Shelf<Vec<Arrival>>,
    choices: Shelf<Chosen>,
    sequences: Shelf<Vec<Step>>,
    patterns: Vec<Program>,
}

struct Program {
    signal: u32,
    weight: u32,
    sequences: [u32; 3],
    anchor_sets: Vec<u32>,
    anchor_classes: Vec<u32>,
}

impl Programs {
    pub(crate) fn new(classes: &[String]) -> Self {
        let broad =
            (0..).zip(classes).filter(|(_, name)| BROAD.contains(&name.as_str())).map(|(class, _)| class).collect();
        Self { broad, ..Self::default() }
    }

    pub(crate) fn add(&mut self, pattern: &Pattern, words: &mut Words) {
        let common: HashSet<Arrival> = COMMON.iter().map(|word| words.add(word)).collect();
        let whole = pattern.before.iter().chain(&pattern.quoted).chain(&pattern.after);
        let anchor =
            whole.filter_map(Anchor::of).min_by_key(|anchor| anchor.cost(&common, &self.broad)).unwrap_or_default();
        let mut anchor_sets: Vec<u32> = anchor.sets.into_iter().map(|set| self.sets.add(set)).collect();
        anchor_sets.sort_unstable();
        anchor_sets.dedup();
        let mut anchor_classes = anchor.classes;
        anchor_classes.sort_unstable();
        anchor_classes.dedup();
        let sequences = [&pattern.before, &pattern.quoted, &pattern.after].map(|nodes| self.sequence(nodes));
        let Pattern { signal, weight, .. } = *pattern;
        self.patterns.push(Program { signal, weight, sequences, anchor_sets, anchor_classes });
    }

    fn sequence(&mut self, nodes: &[Node]) -> u32 {
        let steps = nodes.iter().map(|node| self.step(node)).collect();
        self.sequences.add(steps)
    }

    fn step(&mut self, node: &Node) -> Step {
        match node {
            Node::Word(word) => (step::WORDS, self.sets.add(vec![*word])),
            Node::Class(class) => (step::CLASS, *class),
            Node::Any(Choice { words, classes, longer }) if classes.is_empty() && longer.is_empty() => {
                (step::WORDS, self.sets.add(words.clone()))
            }
            Node::Any(choice) => (step::ANY, self.choice(choice)),
            Node::Optional(nodes) => (step::OPTIONAL, self.sequence(nodes)),
            Node::Gap { most, leaves } => (step::GAP, u32::from(*most) << 1 | u32::from(*leaves)),
            Node::Starts => (step::EDGE, 0),
            Node::Ends => (step::EDGE, 1),
            Node::Not(choice) => (step::NOT, self.choice(choice)),
            Node::NotAfter(choice) => (step::NOT_AFTER, self.choice(choice)),
        }
    }

    fn choice(&mut self, choice: &Choice) -> u32 {
        let words = (!choice.words.is_empty()).then(|| self.sets.add(choice.words.clone()));
        let longer: Vec<u32> = choice.longer.iter().map(|nodes| self.sequence(nodes)).collect();
        self.choices.add(Chosen { words, classes: choice.classes.clone(), longer })
    }

    /// The sets, the choices, the sequences, then the patterns.
    pub(crate) fn write(&self, numbers: &[u32], out: &mut Writer) {
        let (mut set, mut choice, mut sequence) = (Follow::default(), Follow::default(), Follow::default());
        out.number(self.sets.things.len() as u32);
        for words in &self.sets.things {
            let mut words: Vec<u32> = words.iter().map(|&arrival| numbers[arrival as usize]).collect();
            words.sort_unstable();
            out.rising(&words);
        }
        out.number(self.choices.things.len() as u32);
        for Chosen { words, classes, longer } in &self.choices.things {
            out.number(u32::from(words.is_some()) | (classes.len() as u32) << 1);
            out.number(longer.len() as u32);
            words.iter().for_each(|&words| out.number(set.next(words)));
            classes.iter().for_each(|&class| out.number(class));
            longer.iter().for_each(|&longer| out.number(sequence.next(longer)));
        }
        out.number(self.sequences.things.len() as u32);
        for steps in &self.sequences.things {
            out.number(steps.len() as u32);
            for &(what, with) in steps {
                let with = match what {
                    step::WORDS => set.next(with),
                    step::ANY | step::NOT | step::NOT_AFTER => choice.next(with),
                    step::OPTIONAL => sequence.next(with),
                    _ => with,
                };
                out.number(with << 3 | what);
            }
        }
        let mut signal = Follow::default();
        out.number(self.patterns.len() as u32);
        for pattern in &self.patterns {
            out.number(signal.next(pattern.signal));
            out.number(pattern.weight);
            pattern.sequences.iter().for_each(|&part| out.number(sequence.next(part)));
            out.number(pattern.anchor_sets.len() as u32);
            pattern.anchor_sets.iter().for_each(|&anchor| out.number(set.next(anchor)));
            out.rising(&pattern.anchor_classes);
        }
    }
}

/// Numbers that mostly follow one another, written as how far each is from the expected one.
#[derive(Default)]
struct Follow(i32);

impl Follow {
    fn next(&mut self, number: u32) -> u32 {
        let off = number as i32 - self.0;
        self.0 = number as i32 + 1;
        (off << 1 ^ off >> 31) as u32
    }
}

/// Words and classes of which one has to stand in the text for a node to fit.
#[derive(Default)]
struct Anchor {
    sets: Vec<Vec<Arrival>>,
    classes: Vec<u32>,
}

impl Anchor {
    /// The anchor of a node that a pattern cannot do without; none for a node that fits anything.
    fn of(node: &Node) -> Option<Self> {
        match node {
            Node::Word(word) => Some(Self { sets: vec![vec![*word]], classes: Vec::new() }),
            Node::Class(class) => Some(Self { sets: Vec::new(), classes: vec![*class] }),
            Node::Any(choice) => {
                let sets = if choice.words.is_empty() { Vec::new() } else { vec![choice.words.clone()] };
                let mut all = Self { sets, classes: choice.classes.clone() };
                for longer in &choice.longer {
                    let best = longer.iter().filter_map(Self::of).min_by_key(Self::alternatives)?;
                    all.sets.extend(best.sets);
                    all.classes.extend(best.classes);
                }
                Some(all)
            }
            Node::Optional(_) | Node::Gap { .. } | Node::Starts | Node::Ends | Node::Not(_) | Node::NotAfter(_) => None,
        }
    }

    fn alternatives(&self) -> usize {
        self.sets.iter().map(Vec::len).sum::<usize>() + self.classes.len()
    }

    /// How often it is likely to be there: common words and broad classes cost most.
    fn cost(&self, common: &HashSet<Arrival>, broad: &[u32]) -> usize {
        let words = self.sets.iter().flatten().map(|word| if common.contains(word) { 60 } else { 1 }).sum::<usize>();
        let classes = self.classes.iter().map(|class| if broad.contains(class) { 80 } else { 15 }).sum::<usize>();
        words + classes
    }
}

/// Classes that most texts show.
const BROAD: &[&str] = &["word", "cap", "num", "person"];

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
