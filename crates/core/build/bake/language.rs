//! Signals: short patterns over words, classes and gaps, read from data files.
//!
//! ```text
//! @boss = (manager|supervisor|boss)          a name for a group, used as @boss
//! [speaks-for]                               the signal that the lines below raise
//! on behalf of (the|our)? <employer>         words, alternatives, an optional item, a class
//! my @boss ..3 [told me] = 0.6               a gap of up to three words; the part to quote; a weight
//! ^ we !(will|would) announce $              sentence start, not followed by, sentence end
//! ~(not|never) recommend{,s,ed}              not preceded by; forms of a word
//! ```
//!
//! `..3` stays within the sentence, `...3` may leave it. Hyphens, commas,
//! quotation marks, brackets and emoji between words do not count.

use super::expand::expand;
use super::words::{Arrival, Words, words_of};

/// One item of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    Word(Arrival),
    Class(u32),
    Any(Choice),
    Optional(Vec<Node>),
    Gap { most: u8, leaves: bool },
    Starts,
    Ends,
    Not(Choice),
    NotAfter(Choice),
}

/// Alternatives, sorted out so that most are settled by one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Choice {
    /// Alternatives of one word, sorted.
    pub(crate) words: Vec<Arrival>,
    /// Alternatives of one class.
    pub(crate) classes: Vec<u32>,
    pub(crate) longer: Vec<Vec<Node>>,
}

impl Choice {
    fn new(alternatives: Vec<Vec<Node>>) -> Self {
        let mut choice = Self::default();
        for mut alternative in alternatives {
            match alternative.as_mut_slice() {
                [Node::Word(word)] => choice.words.push(*word),
                [Node::Class(class)] => choice.classes.push(*class),
                [Node::Any(inner)] => {
                    choice.words.append(&mut inner.words);
                    choice.classes.append(&mut inner.classes);
                    choice.longer.append(&mut inner.longer);
                }
                _ => choice.longer.push(alternative),
            }
        }
        choice.words.sort_unstable();
        choice.words.dedup();
        choice
    }
}

/// One line of a signal file.
pub(crate) struct Pattern {
    pub(crate) signal: u32,
    /// In hundredths.
    pub(crate) weight: u32,
    /// What has to stand before the quoted part, the quoted part, what has to stand after it.
    pub(crate) before: Vec<Node>,
    pub(crate) quoted: Vec<Node>,
    pub(crate) after: Vec<Node>,
}

/// What patterns may speak of.
pub(crate) struct Language<'a> {
    pub(crate) words: &'a mut Words,
    pub(crate) classes: &'a [String],
    pub(crate) signals: &'a [String],
}

/// The signal that a line "[name]" opens.
pub(crate) fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']').filter(|name| !name.contains(' '))
}

impl Language<'_> {
    /// The patterns of one signal file, `signals/FILE.txt`; or what is wrong with a line.
    pub(crate) fn file(&mut self, file: &str, lines: &[String]) -> Result<Vec<Pattern>, String> {
        let mut patterns = Vec::new();
        let mut groups: Vec<(String, String)> = Vec::new();
        let mut signal = None;
        for line in lines {
            if let Some((name, group)) = line
                .strip_prefix('@')
                .and_then(|rest| rest.split_once(" = "))
                .filter(|(name, _)| !name.trim().contains(' '))
            {
                groups.push((format!("@{}", name.trim()), replace_groups(group.trim(), &groups)));
            } else if let Some(name) = heading(line) {
                let full = format!("{file}.{name}");
                signal = self.signals.iter().position(|known| *known == full);
            } else {
                let signal = signal.ok_or_else(|| "a pattern stands before the first [signal]".to_owned());
                let pattern = signal.and_then(|signal| self.pattern(signal as u32, &replace_groups(line, &groups)));
                patterns.push(pattern.map_err(|what| format!("signals/{file}.txt: {what}, in: {line}"))?);
            }
        }
        Ok(patterns)
    }

    /// One pattern.
    pub(crate) fn pattern(&mut self, signal: u32, line: &str) -> Result<Pattern, String> {
        let (body, weight) = match line.rsplit_once(" = ") {
            Some((body, weight)) => (body, hundredths(weight.trim())?),
            None => (line, 100),
        };
        let (before, rest) = match body.split_once('[') {
            Some((before, rest)) => (before, rest),
            None => ("", body),
        };
        let (quoted, after) = match rest.split_once(']') {
            Some((quoted, after)) => (quoted, after),
            None if before.is_empty() => (rest, ""),
            None => return Err("\"[\" is not closed".to_owned()),
        };
        let pattern = Pattern {
            signal,
            weight,
            before: self.sequence(before)?,
            quoted: self.sequence(quoted)?,
            after: self.sequence(after)?,
        };
        if may_be_empty(&pattern.before)? && may_be_empty(&pattern.quoted)? {
            return Err("a pattern must begin with a word or a class that is not optional".to_owned());
        }
        Ok(pattern)
    }

    fn sequence(&mut self, source: &str) -> Result<Vec<Node>, String> {
        let mut nodes = Vec::new();
        for item in items(source)? {
            nodes.extend(self.item(item)?);
        }
        Ok(nodes)
    }

    fn item(&mut self, item: &str) -> Result<Vec<Node>, String> {
        if item == "^" {
            return Ok(vec![Node::Starts]);
        }
        if item == "$" {
            return Ok(vec![Node::Ends]);
        }
        if let Some(rest) = item.strip_prefix("..") {
            let (leaves, number) = rest.strip_prefix('.').map_or((false, rest), |number| (true, number));
            let most = number.parse().map_err(|_| format!("\"{item}\" is not a gap such as ..3"))?;
            return Ok(vec![Node::Gap { most, leaves }]);
        }
        if let Some(rest) = item.strip_prefix('!') {
            return Ok(vec![Node::Not(Choice::new(self.alternatives(rest)?))]);
        }
        if let Some(rest) = item.strip_prefix('~') {
            return Ok(vec![Node::NotAfter(Choice::new(self.alternatives(rest)?))]);
        }
        if let Some(rest) = item.strip_suffix('?')
            && !rest.is_empty()
        {
            return Ok(vec![Node::Optional(self.item(rest)?)]);
        }
        let mut all = self.alternatives(item)?;
        if all.len() == 1 {
            return Ok(all.remove(0));
        }
        Ok(vec![Node::Any(Choice::new(all))])
    }

    fn alternatives(&mut self, item: &str) -> Result<Vec<Vec<Node>>, String> {
        if let Some(inside) = item.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            let mut all = Vec::new();
            let mut depth = 0;
            let mut from = 0;
            for (at, c) in inside.char_indices() {
                match c {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    '|' if depth == 0 => {
                        all.push(self.sequence(&inside[from..at])?);
                        from = at + 1;
                    }
                    _ => {}
                }
            }
            all.push(self.sequence(&inside[from..])?);
            if all.iter().any(Vec::is_empty) {
                return Err(format!("an alternative in \"{item}\" is empty: use \"?\" after the bracket"));
            }
            return Ok(all);
        }
        if let Some(name) = item.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            let class = self.classes.iter().position(|known| *known == name);
            let class = class
                .ok_or_else(|| format!("there is no class <{name}>: add lexicon/{name}.txt or correct the name"))?;
            return Ok(vec![vec![Node::Class(class as u32)]]);
        }
        if item.contains(['<', '>', '(', ')', '@']) {
            return Err(format!("\"{item}\" cannot be read: put a space between items"));
        }
        let forms = expand(item);
        Ok(forms
            .iter()
            .map(|form| words_of(form).iter().map(|word| Node::Word(self.words.add(word))).collect())
            .collect())
    }
}

/// A weight such as 0.6.
fn hundredths(weight: &str) -> Result<u32, String> {
    match weight.parse::<f32>() {
        Ok(number) if (0.0..=1.0).contains(&number) && (number * 100.0).round() / 100.0 == number => {
            Ok((number * 100.0).round() as u32)
        }
        _ => Err(format!("\"{weight}\" is not a weight such as 0.6")),
    }
}

/// Whether a sequence can be passed over whole.
fn may_be_empty(nodes: &[Node]) -> Result<bool, String> {
    for node in nodes {
        let passes = match node {
            Node::Word(_) | Node::Class(_) => false,
            Node::Any(choice) => {
                let mut passes = false;
                for longer in &choice.longer {
                    passes |= may_be_empty(longer)?;
                }
                passes
            }
            Node::Optional(inner) => {
                may_be_empty(inner)?;
                true
            }
            Node::Gap { .. } => return Err("a pattern cannot begin with a gap".to_owned()),
            Node::Starts | Node::Ends | Node::Not(_) | Node::NotAfter(_) => true,
        };
        if !passes {
            return Ok(false);
        }
    }
    Ok(true)
}

fn replace_groups(line: &str, groups: &[(String, String)]) -> String {
    let mut line = line.to_owned();
    if !line.contains('@') {
        return line;
    }
    // Longer names first, so that @boss does not eat the start of @bosses.
    let mut sorted: Vec<_> = groups.iter().collect();
    sorted.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, group) in sorted {
        line = line.replace(name.as_str(), group);
    }
    line
}

/// Splits at spaces that are in no brackets.
fn items(source: &str) -> Result<Vec<&str>, String> {
    let mut items = Vec::new();
    let mut depth = 0_i32;
    let mut start = None;
    for (at, c) in source.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return Err(format!("\")\" without \"(\" in \"{source}\""));
        }
        if c.is_whitespace() && depth == 0 {
            if let Some(from) = start.take() {
                items.push(&source[from..at]);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if depth != 0 {
        return Err(format!("\"(\" is not closed in \"{source}\""));
    }
    if let Some(from) = start {
        items.push(&source[from..]);
    }
    Ok(items)
}
