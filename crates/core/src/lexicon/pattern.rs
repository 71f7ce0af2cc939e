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

use rustc_hash::{FxHashMap, FxHashSet};

use super::expand::expand;
use super::{CLASS_NAMES, Class, ClassSet, SIGNAL_NAMES, Signal, Tag, UNKNOWN, Vocabulary, WordId, class};
use crate::text::{Flags, Kind, Text};

/// A place where a signal was found: tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    pub(crate) signal: Signal,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) weight: f32,
}

#[derive(Debug, Clone)]
enum Node {
    Word(WordId),
    Class(Class),
    Any(Choice),
    Optional(Vec<Node>),
    Gap { most: u8, leaves: bool },
    Starts,
    Ends,
    Not(Choice),
    NotAfter(Choice),
}

/// Alternatives, sorted out so that most are settled by one look-up.
#[derive(Debug, Clone, Default)]
struct Choice {
    /// Alternatives of one word, sorted.
    words: Vec<WordId>,
    /// Alternatives of one class.
    classes: Vec<Class>,
    /// Longer ones, with the word that each begins with where it begins with one.
    longer: Vec<(WordId, Vec<Node>)>,
}

impl Choice {
    fn new(alternatives: Vec<Vec<Node>>) -> Self {
        let mut choice = Self::default();
        for alternative in alternatives {
            match alternative.as_slice() {
                [Node::Word(word)] => choice.words.push(*word),
                [Node::Class(class)] => choice.classes.push(*class),
                [Node::Any(inner)] => {
                    choice.words.extend(&inner.words);
                    choice.classes.extend(&inner.classes);
                    choice.longer.extend(inner.longer.iter().cloned());
                }
                [Node::Word(first), ..] => choice.longer.push((*first, alternative)),
                _ => choice.longer.push((UNKNOWN, alternative)),
            }
        }
        choice.words.sort_unstable();
        choice.words.dedup();
        choice
    }

    /// Calls `reach` with every token after which one of the alternatives, begun at `at`, ends.
    fn ends(&self, at: usize, scene: &Scene<'_>, mut reach: impl FnMut(usize)) {
        let word = scene.words.get(at).copied().unwrap_or(UNKNOWN);
        if word != UNKNOWN && self.words.binary_search(&word).is_ok() {
            reach(at + 1);
        }
        if !self.classes.is_empty() {
            for tag in scene.tags_at(at) {
                if self.classes.contains(&tag.class) {
                    reach(tag.end as usize);
                }
            }
        }
        for (first, nodes) in &self.longer {
            if *first == UNKNOWN || *first == word {
                bits(run(nodes, 1, at, scene)).for_each(|end| reach(at + end));
            }
        }
    }

    /// Whether any alternative fits at `at`.
    fn fits(&self, at: usize, scene: &Scene<'_>) -> bool {
        let mut fits = false;
        self.ends(at, scene, |_| fits = true);
        fits
    }
}

struct Pattern {
    signal: Signal,
    weight: f32,
    /// What has to stand before the quoted part, the quoted part, what has to stand after it.
    before: Vec<Node>,
    quoted: Vec<Node>,
    after: Vec<Node>,
}

/// All patterns, found by what they can begin with.
///
/// Many begin with words that stand everywhere ("we", "the"). Each pattern
/// therefore also has an anchor, the rarest thing that it cannot do without: a
/// text without it is not tried at all.
#[derive(Default)]
pub(crate) struct Patterns {
    patterns: Vec<Pattern>,
    by_word: FxHashMap<WordId, Vec<u32>>,
    by_class: FxHashMap<Class, Vec<u32>>,
    anchored_by_word: FxHashMap<WordId, Vec<u32>>,
    anchored_by_class: FxHashMap<Class, Vec<u32>>,
    /// Words that stand in most texts; they make poor anchors.
    common: FxHashSet<WordId>,
}

/// What patterns look at.
pub(crate) struct Scene<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) words: &'a [WordId],
    /// In order of start.
    pub(crate) tags: &'a [Tag],
    /// For each token, the range of `tags` that starts there.
    pub(crate) starts: &'a [(u32, u32)],
}

impl Scene<'_> {
    fn tags_at(&self, token: usize) -> &[Tag] {
        self.starts.get(token).map_or(&[], |&(from, to)| &self.tags[from as usize..to as usize])
    }
}

/// Positions relative to where the pattern began, as bits.
type Ends = u64;

const REACH: usize = 63;

impl Patterns {
    /// Reads every signal file; lines that cannot be read are told and left out.
    pub(crate) fn load(files: &[(&str, &str)], vocabulary: &mut Vocabulary) -> (Self, Vec<String>) {
        let mut all = Self { common: vocabulary.common(), ..Self::default() };
        let mut problems = Vec::new();
        for (file, text) in files {
            let mut groups: Vec<(String, String)> = Vec::new();
            let mut signal = None;
            for line in text.lines() {
                let line = line.trim();
                let mut problem = |what: String| problems.push(format!("signals/{file}.txt: {what}, in: {line}"));
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                if let Some((name, group)) = line
                    .strip_prefix('@')
                    .and_then(|rest| rest.split_once(" = "))
                    .filter(|(name, _)| !name.trim().contains(' '))
                {
                    groups.push((format!("@{}", name.trim()), replace_groups(group.trim(), &groups)));
                    continue;
                }
                if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
                    && !name.contains(' ')
                {
                    let full = format!("{file}.{name}");
                    signal = SIGNAL_NAMES.iter().position(|known| **known == full).map(|index| Signal(index as u16));
                    continue;
                }
                let Some(signal) = signal else {
                    problem("a pattern stands before the first [signal]".to_owned());
                    continue;
                };
                match all.add(signal, &replace_groups(line, &groups), vocabulary) {
                    Ok(()) => {}
                    Err(what) => problem(what),
                }
            }
        }
        (all, problems)
    }

    fn add(&mut self, signal: Signal, line: &str, vocabulary: &mut Vocabulary) -> Result<(), String> {
        let (body, weight) = match line.rsplit_once(" = ") {
            Some((body, weight)) => {
                (body, weight.trim().parse::<f32>().map_err(|_| format!("\"{weight}\" is not a weight such as 0.6"))?)
            }
            None => (line, 1.0),
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
            before: sequence(before, vocabulary)?,
            quoted: sequence(quoted, vocabulary)?,
            after: sequence(after, vocabulary)?,
        };
        let mut words = Vec::new();
        let mut classes = Vec::new();
        let first = if first_of(&pattern.before, &mut words, &mut classes)? {
            first_of(&pattern.quoted, &mut words, &mut classes)?
        } else {
            false
        };
        if first {
            return Err("a pattern must begin with a word or a class that is not optional".to_owned());
        }
        let index = self.patterns.len() as u32;
        file_under(&mut self.by_word, &mut self.by_class, words, classes, index);
        let whole = pattern.before.iter().chain(&pattern.quoted).chain(&pattern.after);
        let anchor = whole.filter_map(Anchor::of).min_by_key(|anchor| anchor.cost(&self.common));
        let Anchor { words, classes } = anchor.unwrap_or_default();
        file_under(&mut self.anchored_by_word, &mut self.anchored_by_class, words, classes, index);
        self.patterns.push(pattern);
        Ok(())
    }

    /// Every place where a pattern fits, in order of start; for one start and signal the longest, then the weightiest.
    pub(crate) fn find(&self, scene: &Scene<'_>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let active = self.active(scene);
        let try_all = |patterns: &[u32], start: usize, hits: &mut Vec<Hit>| {
            for &index in patterns {
                if active[index as usize / 64] & (1 << (index % 64)) != 0 {
                    self.try_at(index, start, scene, hits);
                }
            }
        };
        for start in 0..scene.words.len() {
            let word = scene.words[start];
            if word != UNKNOWN
                && let Some(patterns) = self.by_word.get(&word)
            {
                try_all(patterns, start, &mut hits);
            }
            let tags = scene.tags_at(start);
            for (nth, tag) in tags.iter().enumerate() {
                if tags[..nth].iter().any(|earlier| earlier.class == tag.class) {
                    continue;
                }
                if let Some(patterns) = self.by_class.get(&tag.class) {
                    try_all(patterns, start, &mut hits);
                }
            }
        }
        hits
    }

    /// The patterns whose anchor stands somewhere in the text, as bits.
    fn active(&self, scene: &Scene<'_>) -> Vec<u64> {
        let mut active = vec![0_u64; self.patterns.len() / 64 + 1];
        let mut mark = |patterns: Option<&Vec<u32>>| {
            for &index in patterns.into_iter().flatten() {
                active[index as usize / 64] |= 1 << (index % 64);
            }
        };
        for &word in scene.words.iter().filter(|&&word| word != UNKNOWN) {
            mark(self.anchored_by_word.get(&word));
        }
        let mut seen = ClassSet::default();
        for tag in scene.tags {
            if !seen.has(tag.class) {
                seen.add(tag.class);
                mark(self.anchored_by_class.get(&tag.class));
            }
        }
        active
    }

    fn try_at(&self, index: u32, start: usize, scene: &Scene<'_>, hits: &mut Vec<Hit>) {
        let pattern = &self.patterns[index as usize];
        let begins = run(&pattern.before, 1, start, scene);
        let mut best: Option<(usize, usize)> = None;
        for from in bits(begins) {
            let base = start + from;
            let mut ends = run(&pattern.quoted, 1, base, scene);
            if !pattern.after.is_empty() {
                ends = bits(ends)
                    .filter(|&end| run(&pattern.after, 1, base + end, scene) != 0)
                    .fold(0, |all, end| all | 1 << end);
            }
            if let Some(length) = bits(ends).last()
                && length > 0
            {
                let from = scene.text.solid_from(base);
                let candidate = (from, base + length);
                if best.is_none_or(|(s, e)| candidate.1 - candidate.0 > e - s) {
                    best = Some(candidate);
                }
            }
        }
        let Some((from, to)) = best else { return };
        let hit = Hit { signal: pattern.signal, start: from as u32, end: to as u32, weight: pattern.weight };
        let twin = hits
            .iter_mut()
            .rev()
            .take_while(|old| old.start + 4 >= hit.start)
            .find(|old| old.signal == hit.signal && old.start == hit.start);
        match twin {
            Some(old) => {
                if (hit.weight, hit.end) > (old.weight, old.end) {
                    *old = hit;
                }
            }
            None => hits.push(hit),
        }
    }
}

fn bits(mut set: Ends) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}

/// Where a sequence can end, from each of the places where it may begin.
fn run(nodes: &[Node], from: Ends, base: usize, scene: &Scene<'_>) -> Ends {
    nodes.iter().fold(from, |at, node| if at == 0 { 0 } else { step(node, at, base, scene) })
}

fn step(node: &Node, from: Ends, base: usize, scene: &Scene<'_>) -> Ends {
    let mut to: Ends = 0;
    let mut set = from;
    while set != 0 {
        let offset = set.trailing_zeros() as usize;
        set &= set - 1;
        let at = scene.text.solid_from(base + offset);
        let mut reach = |token: usize| {
            if token >= base && token - base <= REACH {
                to |= 1 << (token - base);
            }
        };
        match node {
            Node::Word(word) => {
                if scene.words.get(at) == Some(word) {
                    reach(at + 1);
                }
            }
            Node::Class(class) => {
                for tag in scene.tags_at(at) {
                    if tag.class == *class {
                        reach(tag.end as usize);
                    }
                }
            }
            Node::Any(choice) => choice.ends(at, scene, reach),
            Node::Optional(nodes) => {
                reach(base + offset);
                for end in bits(run(nodes, 1, at, scene)) {
                    reach(at + end);
                }
            }
            Node::Gap { most, leaves } => {
                reach(base + offset);
                let mut token = at;
                for _ in 0..*most {
                    let Some(next) = scene.text.tokens.get(token) else { break };
                    if matches!(next.kind, Kind::Stop | Kind::Break) {
                        if !leaves {
                            break;
                        }
                        token = scene.text.solid_from(token + 1);
                        reach(token);
                        continue;
                    }
                    token += 1;
                    reach(token);
                    token = scene.text.solid_from(token);
                }
            }
            Node::Starts => {
                if scene.text.tokens.get(at).is_some_and(|token| token.flags.has(Flags::FIRST)) {
                    reach(base + offset);
                }
            }
            Node::Ends => {
                if scene.text.tokens.get(at).is_none_or(|token| matches!(token.kind, Kind::Stop | Kind::Break)) {
                    reach(base + offset);
                }
            }
            Node::Not(choice) => {
                if !choice.fits(at, scene) {
                    reach(base + offset);
                }
            }
            Node::NotAfter(choice) => {
                let mut previous = at;
                let before = loop {
                    let Some(index) = previous.checked_sub(1) else { break None };
                    if scene.text.tokens[index].kind != Kind::Soft {
                        break Some(index);
                    }
                    previous = index;
                };
                if before.is_none_or(|before| !choice.fits(before, scene)) {
                    reach(base + offset);
                }
            }
        }
    }
    to
}

/// Files a pattern under words and classes, once under each.
fn file_under(
    by_word: &mut FxHashMap<WordId, Vec<u32>>,
    by_class: &mut FxHashMap<Class, Vec<u32>>,
    mut words: Vec<WordId>,
    mut classes: Vec<Class>,
    index: u32,
) {
    words.sort_unstable();
    words.dedup();
    classes.sort_unstable();
    classes.dedup();
    for word in words {
        by_word.entry(word).or_default().push(index);
    }
    for class in classes {
        by_class.entry(class).or_default().push(index);
    }
}

/// Words and classes of which one has to stand in the text for a node to fit.
#[derive(Default)]
struct Anchor {
    words: Vec<WordId>,
    classes: Vec<Class>,
}

impl Anchor {
    /// The anchor of a node that a pattern cannot do without; none for a node that fits anything.
    fn of(node: &Node) -> Option<Self> {
        match node {
            Node::Word(word) => Some(Self { words: vec![*word], classes: Vec::new() }),
            Node::Class(class) => Some(Self { words: Vec::new(), classes: vec![*class] }),
            Node::Any(choice) => {
                let mut all = Self { words: choice.words.clone(), classes: choice.classes.clone() };
                for (_, longer) in &choice.longer {
                    let few = |anchor: &Self| anchor.words.len() + anchor.classes.len();
                    let best = longer.iter().filter_map(Self::of).min_by_key(few)?;
                    all.words.extend(best.words);
                    all.classes.extend(best.classes);
                }
                Some(all)
            }
            Node::Optional(_) | Node::Gap { .. } | Node::Starts | Node::Ends | Node::Not(_) | Node::NotAfter(_) => None,
        }
    }

    /// How often it is likely to be there: common words and broad classes cost most.
    fn cost(&self, common: &FxHashSet<WordId>) -> usize {
        let words: usize = self.words.iter().map(|&word| if common.contains(&word) { 60 } else { 1 }).sum();
        let classes: usize = self.classes.iter().map(|&class| if BROAD.contains(&class) { 80 } else { 15 }).sum();
        words + classes
    }
}

/// Classes that most texts show.
const BROAD: &[Class] = &[class::WORD, class::CAP, class::NUM, class::PERSON];

/// What a sequence can begin with; true where it can be passed over whole.
fn first_of(nodes: &[Node], words: &mut Vec<WordId>, classes: &mut Vec<Class>) -> Result<bool, String> {
    for node in nodes {
        let passes = match node {
            Node::Word(word) => {
                words.push(*word);
                false
            }
            Node::Class(class) => {
                classes.push(*class);
                false
            }
            Node::Any(choice) => {
                words.extend(&choice.words);
                classes.extend(&choice.classes);
                let mut passes = false;
                for (_, longer) in &choice.longer {
                    passes |= first_of(longer, words, classes)?;
                }
                passes
            }
            Node::Optional(inner) => {
                first_of(inner, words, classes)?;
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

fn sequence(source: &str, vocabulary: &mut Vocabulary) -> Result<Vec<Node>, String> {
    let mut nodes = Vec::new();
    for item in items(source)? {
        nodes.extend(item_nodes(item, vocabulary)?);
    }
    Ok(nodes)
}

fn item_nodes(item: &str, vocabulary: &mut Vocabulary) -> Result<Vec<Node>, String> {
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
        return Ok(vec![Node::Not(Choice::new(alternatives(rest, vocabulary)?))]);
    }
    if let Some(rest) = item.strip_prefix('~') {
        return Ok(vec![Node::NotAfter(Choice::new(alternatives(rest, vocabulary)?))]);
    }
    if let Some(rest) = item.strip_suffix('?')
        && !rest.is_empty()
    {
        return Ok(vec![Node::Optional(item_nodes(rest, vocabulary)?)]);
    }
    let mut all = alternatives(item, vocabulary)?;
    if all.len() == 1 {
        return Ok(all.remove(0));
    }
    Ok(vec![Node::Any(Choice::new(all))])
}

fn alternatives(item: &str, vocabulary: &mut Vocabulary) -> Result<Vec<Vec<Node>>, String> {
    if let Some(inside) = item.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let mut all = Vec::new();
        let mut depth = 0;
        let mut from = 0;
        for (at, c) in inside.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                '|' if depth == 0 => {
                    all.push(sequence(&inside[from..at], vocabulary)?);
                    from = at + 1;
                }
                _ => {}
            }
        }
        all.push(sequence(&inside[from..], vocabulary)?);
        if all.iter().any(Vec::is_empty) {
            return Err(format!("an alternative in \"{item}\" is empty: use \"?\" after the bracket"));
        }
        return Ok(all);
    }
    if let Some(name) = item.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        let class = CLASS_NAMES
            .iter()
            .position(|known| *known == name)
            .ok_or_else(|| format!("there is no class <{name}>: add lexicon/{name}.txt or correct the name"))?;
        return Ok(vec![vec![Node::Class(Class(class as u16))]]);
    }
    if item.contains(['<', '>', '(', ')', '@']) {
        return Err(format!("\"{item}\" cannot be read: put a space between items"));
    }
    if is_plain(item) {
        return Ok(vec![vec![Node::Word(vocabulary.add(item))]]);
    }
    Ok(expand(item).iter().map(|word| word_nodes(word, vocabulary)).collect())
}

/// Whether a word is one token in folded form already.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase())
}

fn word_nodes(word: &str, vocabulary: &mut Vocabulary) -> Vec<Node> {
    if is_plain(word) {
        return vec![Node::Word(vocabulary.add(word))];
    }
    let text = Text::read(word);
    (0..text.tokens.len())
        .filter(|&index| text.tokens[index].kind != Kind::Soft)
        .map(|index| Node::Word(vocabulary.add(text.folded(index))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::class;

    fn fits(pattern: &str, source: &str) -> Option<String> {
        let mut vocabulary = Vocabulary::default();
        let mut patterns = Patterns::default();
        patterns.add(Signal(0), pattern, &mut vocabulary).unwrap();
        let text = Text::read(source);
        let words: Vec<WordId> = (0..text.tokens.len()).map(|index| vocabulary.id(text.folded(index))).collect();
        let tags: Vec<Tag> = (0..text.tokens.len())
            .filter(|&index| text.tokens[index].kind == Kind::Number)
            .map(|index| Tag { start: index as u32, end: index as u32 + 1, class: class::NUM })
            .collect();
        let starts: Vec<(u32, u32)> = (0..text.tokens.len() as u32)
            .map(|index| {
                let from = tags.partition_point(|tag| tag.start < index) as u32;
                (from, tags.partition_point(|tag| tag.start <= index) as u32)
            })
            .collect();
        let hits = patterns.find(&Scene { text: &text, words: &words, tags: &tags, starts: &starts });
        hits.first().map(|hit| text.slice(hit.start as usize, hit.end as usize).to_owned())
    }

    #[test]
    fn patterns_fit_what_they_say() {
        for (pattern, source, found) in [
            ("on behalf of (the|our)? trust", "Speaking on behalf of our Trust today", Some("on behalf of our Trust")),
            ("on behalf of (the|our)? trust", "on behalf of Trust", Some("on behalf of Trust")),
            ("walk in centre", "the walk-in centre", Some("walk-in centre")),
            ("my boss ..3 [told me] off", "my boss has just told me off", Some("told me")),
            ("my boss ..3 told", "my boss. He has told", None),
            ("my boss ...3 told", "my boss. He told", Some("my boss. He told")),
            ("^ we !(will|would) announce", "We announce", Some("We announce")),
            ("^ we announce", "today we announce", None),
            ("~(not|never) recommend{,ed}", "I would never recommend it", None),
            ("~(not|never) recommend{,ed}", "highly recommended", Some("recommended")),
            ("<num> patients", "31 patients", Some("31 patients")),
            ("thanks $", "thanks a lot", None),
            ("thanks $", "thanks!", Some("thanks")),
            ("we (will|are going to) see", "we are going to see", Some("we are going to see")),
            ("a !b ..2 c", "a b c", None),
        ] {
            assert_eq!(fits(pattern, source).as_deref(), found, "{pattern} on {source}");
        }
    }

    #[test]
    fn a_broken_pattern_is_named() {
        let mut vocabulary = Vocabulary::default();
        for pattern in ["(a|b", "a)", "<nothing-of-the-kind>", "a = much", "..3 a", "a?", "(a|)"] {
            assert!(Patterns::default().add(Signal(0), pattern, &mut vocabulary).is_err(), "{pattern}");
        }
    }
}
