//! Patterns as the checker runs them: sets of words, choices and sequences of steps, each kept once.

use std::collections::HashMap;
use std::hash::Hash;

use super::language::{Choice, Node, Pattern};
use super::words::{Arrival, Words};
use crate::lexicon::{sorts, step};
use crate::packed::{Sort, Writer};

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
    sets: Shelf<Vec<Arrival>>,
    choices: Shelf<Chosen>,
    sequences: Shelf<Vec<Step>>,
    patterns: Vec<Program>,
}

struct Program {
    signal: u32,
    weight: u32,
    sequences: [u32; 3],
}

impl Programs {
    pub(crate) fn add(&mut self, pattern: &Pattern) {
        let sequences = [&pattern.before, &pattern.quoted, &pattern.after].map(|nodes| self.sequence(nodes));
        let Pattern { signal, weight, .. } = *pattern;
        self.patterns.push(Program { signal, weight, sequences });
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

    /// Notes each word of each set.
    pub(crate) fn count(&self, words: &mut Words) {
        self.sets.things.iter().flatten().for_each(|&arrival| words.count(arrival));
    }

    /// The sets, the choices, the sequences, then the patterns.
    pub(crate) fn write(&self, numbers: &[u32], out: &mut Writer) {
        let (mut set, mut choice, mut sequence) = (Follow::default(), Follow::default(), Follow::default());
        out.number(sorts::TOTAL, self.sets.things.len() as u32);
        for words in &self.sets.things {
            let mut words: Vec<u32> = words.iter().map(|&arrival| numbers[arrival as usize]).collect();
            words.sort_unstable();
            let size = sorts::set_size(words.len() as u32);
            out.number(sorts::SET_LENGTH, words.len() as u32);
            out.rising(&words, sorts::SET_FIRST[size], sorts::SET_NEXT[size]);
        }
        out.number(sorts::TOTAL, self.choices.things.len() as u32);
        for Chosen { words, classes, longer } in &self.choices.things {
            out.number(sorts::CHOICE_SHAPE, u32::from(words.is_some()) | (classes.len() as u32) << 1);
            out.number(sorts::CHOICE_LONGER, longer.len() as u32);
            words.iter().for_each(|&words| set.next(words, sorts::CHOICE_SET, out));
            classes.iter().for_each(|&class| out.number(sorts::CHOICE_CLASS, class));
            longer.iter().for_each(|&longer| sequence.next(longer, sorts::CHOICE_SEQUENCE, out));
        }
        out.number(sorts::TOTAL, self.sequences.things.len() as u32);
        for steps in &self.sequences.things {
            let mut before = sorts::STEP_END;
            for &(what, with) in steps {
                out.number(sorts::STEP_KIND[before as usize], what);
                let sort = sorts::STEP_WITH[what as usize];
                match what {
                    step::WORDS => set.next(with, sort, out),
                    step::ANY | step::NOT | step::NOT_AFTER => choice.next(with, sort, out),
                    step::OPTIONAL => sequence.next(with, sort, out),
                    _ => out.number(sort, with),
                }
                before = what;
            }
            out.number(sorts::STEP_KIND[before as usize], sorts::STEP_END);
        }
        let mut signal = Follow::default();
        out.number(sorts::TOTAL, self.patterns.len() as u32);
        for pattern in &self.patterns {
            signal.next(pattern.signal, sorts::PATTERN_SIGNAL, out);
            out.number(sorts::PATTERN_WEIGHT, pattern.weight);
            for (&part, sort) in pattern.sequences.iter().zip(sorts::PATTERN_PART) {
                sequence.next(part, sort, out);
            }
        }
    }
}

/// Numbers that mostly follow one another, written as how far each is from the expected one.
#[derive(Default)]
struct Follow(i32);

impl Follow {
    fn next(&mut self, number: u32, sort: Sort, out: &mut Writer) {
        let off = number as i32 - self.0;
        self.0 = number as i32 + 1;
        out.number(sort, (off << 1 ^ off >> 31) as u32);
    }
}
