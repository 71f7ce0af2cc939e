//! Finds signals: patterns over words, classes and gaps.
//!
//! The language that they are written in is described in `build/bake/language.rs`.
//! The build script turns each into sequences of steps (`step.rs`).
//!
//! A sequence is run from many places of a text at once. A set of places is a
//! number of 128 bits, one for each token of a stretch of text, and so are the
//! places where a word stands: "this word, and then" is one AND and one shift.
//! A text is looked at in stretches of 64 places where patterns may begin, each
//! with the 63 tokens behind it.
//!
//! A pattern is not tried at all on a stretch where one of the things is
//! missing that it cannot do without, its needs.

use std::cell::Cell;

use super::lists::Lists;
use super::{CLASSES, Class, Signal, Tag, UNKNOWN, Vocabulary, WordId, sorts, step};
use crate::effort;
use crate::order::sort_by_number;
use crate::packed::{Reader, Sort};
use crate::text::{Flags, Kind, Text};

/// A place where a signal was found: tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    pub(crate) signal: Signal,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) weight: f32,
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

/// All patterns.
pub(crate) struct Patterns {
    patterns: Vec<Pattern>,
    /// Sequences of steps: what to do in the last three bits, with what above them.
    sequences: Lists<u32>,
    choices: Vec<Choice>,
    /// Classes that are alternatives, by choice.
    choice_classes: Lists<u8>,
    /// Sequences that are alternatives, by choice.
    choice_longer: Lists<Longer>,
    /// The words of each set.
    sets: Lists<u16>,
    set_count: usize,
    word_count: usize,
    /// The needs that are met where a word stands, and where a class does, by their bits in `content`.
    needs_by_word: Lists<u16>,
    needs_by_class: Lists<u16>,
    /// For each of `NEEDS` in turn, the patterns that have no such need, as `rows` times 64 bits.
    content: Vec<u64>,
    rows: usize,
}

#[derive(Clone, Copy)]
struct Pattern {
    signal: Signal,
    weight: f32,
    /// What has to stand before the quoted part, the quoted part, what has to stand after it.
    before: u32,
    quoted: u32,
    after: u32,
}

/// Alternatives.
#[derive(Clone, Copy)]
struct Choice {
    /// The set of those that are one word.
    words: u16,
    /// The set of words that longer ones begin with, where each begins with a word.
    heads: u16,
}

/// A sequence, and the set of words that it begins with: most are settled by a look at that.
#[derive(Clone, Copy)]
struct Longer {
    head: u16,
    sequence: u16,
}

impl Patterns {
    pub(crate) fn load(reader: &mut Reader<'_>, vocabulary: &Vocabulary) -> Self {
        let (mut set, mut choice, mut sequence) = (Follow(SETS as u32), Follow(0), Follow(0));
        let mut set_count = SETS + reader.number(sorts::TOTAL) as usize;
        let mut sets = Lists::default();
        (0..SETS).for_each(|_| sets.end());
        for _ in SETS..set_count {
            let length = reader.number(sorts::SET_LENGTH);
            let size = sorts::set_size(length);
            reader.rising(length, sorts::SET_FIRST[size], sorts::SET_NEXT[size], |word| sets.push(word as u16));
            sets.end();
        }
        let mut choices = Vec::new();
        let (mut choice_classes, mut choice_longer) = (Lists::default(), Lists::default());
        for _ in 0..reader.number(sorts::TOTAL) {
            let (shape, longer) = (reader.number(sorts::CHOICE_SHAPE), reader.number(sorts::CHOICE_LONGER));
            let words = if shape & 1 != 0 { set.next(sorts::CHOICE_SET, reader) as u16 } else { NOWHERE };
            choices.push(Choice { words, heads: if longer == 0 { NOWHERE } else { EVERYWHERE } });
            (0..shape >> 1).for_each(|_| choice_classes.push(reader.number(sorts::CHOICE_CLASS) as u8));
            (0..longer).for_each(|_| {
                let sequence = sequence.next(sorts::CHOICE_SEQUENCE, reader) as u16;
                choice_longer.push(Longer { head: EVERYWHERE, sequence });
            });
            choice_classes.end();
            choice_longer.end();
        }
        let mut sequences = Lists::default();
        for _ in 0..reader.number(sorts::TOTAL) {
            let mut what = reader.number(sorts::STEP_KIND[sorts::STEP_END as usize]);
            while what != sorts::STEP_END {
                let sort = sorts::STEP_WITH[what as usize & 7];
                let with = match what {
                    step::WORDS => set.next(sort, reader),
                    step::ANY | step::NOT | step::NOT_AFTER => choice.next(sort, reader),
                    step::OPTIONAL => sequence.next(sort, reader),
                    _ => reader.number(sort),
                };
                sequences.push(with << 3 | what & 7);
                what = reader.number(sorts::STEP_KIND[what as usize & 7]);
            }
            sequences.end();
        }
        for longer in choice_longer.all_mut() {
            longer.head = head(sequences.get(longer.sequence as usize));
        }
        for (index, choice) in choices.iter_mut().enumerate() {
            let longer = choice_longer.get(index);
            if !longer.is_empty() && longer.iter().all(|longer| longer.head != EVERYWHERE) {
                choice.heads = set_count as u16;
                longer.iter().for_each(|longer| sets.extend_from(longer.head as usize));
                sets.end();
                set_count += 1;
            }
        }
        let mut signal = Follow(0);
        let patterns = (0..reader.number(sorts::TOTAL))
            .map(|_| {
                let signal = Signal(signal.next(sorts::PATTERN_SIGNAL, reader) as u16);
                let weight = reader.number(sorts::PATTERN_WEIGHT) as f32 / 100.0;
                let [before, quoted, after] = sorts::PATTERN_PART.map(|part| sequence.next(part, reader));
                Pattern { signal, weight, before, quoted, after }
            })
            .collect::<Vec<Pattern>>();
        // A word that many sets have is common in drafts too.
        let mut common = vec![0_u32; vocabulary.len()];
        sets.all().iter().for_each(|&word| common[word as usize] += 1);
        let commonness: Vec<u32> =
            (0..set_count).map(|set| sets.get(set).iter().map(|&word| common[word as usize]).sum()).collect();
        let (mut by_word, mut by_class) = (Vec::new(), Vec::new());
        let rows = patterns.len() / 64 + 1;
        let mut content = vec![!0; rows * NEEDS];
        for (index, pattern) in patterns.iter().enumerate() {
            let parts = [pattern.before, pattern.quoted, pattern.after];
            let steps = parts.iter().flat_map(|&part| sequences.get(part as usize));
            let mut needs: Vec<([u16; 2], &[u8])> = steps
                .filter_map(|&step| match (step & 7, (step >> 3) as usize) {
                    (step::WORDS, set) => Some(([set as u16, NOWHERE], &[] as &[u8])),
                    (step::CLASS, class) => Some(([NOWHERE; 2], std::slice::from_ref(CLASS_LIST.get(class)?))),
                    (step::ANY, choice) => {
                        let Choice { words, heads } = choices[choice];
                        (heads != EVERYWHERE).then(|| ([words, heads], choice_classes.get(choice)))
                    }
                    _ => None,
                })
                .collect();
            // The rarest are met the least often.
            sort_by_number(&mut needs, |(sets, classes)| {
                sets.iter().map(|&set| u64::from(commonness[set as usize])).sum::<u64>()
                    + classes.len() as u64 * COMMONNESS_OF_CLASS
            });
            for (nth, (sets_of_need, classes)) in needs.into_iter().take(NEEDS).enumerate() {
                let need = nth * rows * 64 + index;
                content[need / 64] &= !(1 << (need % 64));
                let need = need as u16;
                let words = sets_of_need.iter().flat_map(|&set| sets.get(set as usize));
                by_word.extend(words.map(|&word| (u32::from(word), need)));
                by_class.extend(classes.iter().map(|&class| (u32::from(class), need)));
            }
        }
        // Most sets are of one word, which is asked for its places at once.
        let direct = |set: u16| match sets.get(set as usize) {
            &[word] if word < ONE_WORD => word | ONE_WORD,
            _ => set,
        };
        for step in sequences.all_mut().iter_mut().filter(|step| **step & 7 == step::WORDS) {
            *step = u32::from(direct((*step >> 3) as u16)) << 3 | step::WORDS;
        }
        for choice in &mut choices {
            *choice = Choice { words: direct(choice.words), heads: direct(choice.heads) };
        }
        for longer in choice_longer.all_mut() {
            longer.head = direct(longer.head);
        }
        Self {
            patterns,
            sequences,
            choices,
            choice_classes,
            choice_longer,
            sets,
            set_count,
            word_count: vocabulary.len(),
            needs_by_word: Lists::by_key(vocabulary.len(), &by_word),
            needs_by_class: Lists::by_key(CLASSES, &by_class),
            content,
            rows,
        }
    }

    /// Every place where a pattern fits, by signal and start; for one start and signal the weightiest, then the longest.
    pub(crate) fn find(&self, scene: &Scene<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut stretch = Stretch::new(self, SPARE.take().unwrap_or_default());
        for start in (0..scene.text.solids.len()).step_by(STARTS) {
            stretch.look_at_words(scene, start);
            // Labels need words alone, and most texts have none of them.
            if self.needs_by_class.all().is_empty() && (0..self.rows).all(|row| stretch.candidates(row) == 0) {
                continue;
            }
            stretch.look_at_classes(scene);
            stretch.find(scene, &mut hits);
        }
        SPARE.set(Some(stretch.at));
        sort_by_number(&mut hits, |hit: &Hit| {
            let best_first =
                !((hit.weight * 100.0).round() as u16) << 8 | !(hit.end - hit.start).min(0xFF) as u16 & 0xFF;
            u64::from(hit.signal.0) << 48 | u64::from(hit.start) << 16 | u64::from(best_first)
        });
        hits.dedup_by_key(|hit| (hit.signal, hit.start));
        hits
    }
}

/// How many needs of a pattern are looked at. More of them take longer to note than the patterns that they spare.
const NEEDS: usize = 2;
/// How common a class is taken to be, beside words that many sets have.
const COMMONNESS_OF_CLASS: u64 = 100;

/// Every class, for a need of one.
const CLASS_LIST: [u8; CLASSES] = {
    let mut list = [0; CLASSES];
    let mut class = 0;
    while class < CLASSES {
        list[class] = class as u8;
        class += 1;
    }
    list
};

/// The set that stands nowhere, for what has none.
const NOWHERE: u16 = 0;
/// The set that stands everywhere, for what may begin with anything.
const EVERYWHERE: u16 = 1;
/// How many sets there are before those of words.
const SETS: usize = 2;
/// Marks the number of a word that stands for the set of it alone.
const ONE_WORD: u16 = 1 << 15;

/// The set of words that a sequence begins with.
fn head(sequence: &[u32]) -> u16 {
    match sequence.first() {
        Some(first) if first & 7 == step::WORDS => (first >> 3) as u16,
        _ => EVERYWHERE,
    }
}

/// Numbers that mostly follow one another, read as how far each is from the expected one.
struct Follow(u32);

impl Follow {
    fn next(&mut self, sort: Sort, reader: &mut Reader<'_>) -> u32 {
        let off = reader.number(sort);
        let number = self.0.wrapping_add(off >> 1 ^ (off & 1).wrapping_neg());
        self.0 = number.wrapping_add(1);
        number
    }
}

/// A set of places in a stretch: bit 0 is the token before it, bit 1 its first token.
type Places = u128;

/// How many places of a stretch a pattern may begin at.
const STARTS: usize = 64;

/// Where a class stands.
#[derive(Clone, Copy, Default)]
struct ClassPlaces {
    /// On one token.
    single: Places,
    /// Where it starts and spans several.
    spanning: Places,
}

/// A class on more than one token: the place where it starts and the place behind its end.
struct Span {
    class: Class,
    start: u32,
    end: u32,
}

/// Where what stands in a stretch of text: the memory, which serves one text after another.
#[derive(Default)]
struct Whereabouts {
    /// For each word, where in `words` its places are; 0 where it is not there.
    word_slots: Vec<u8>,
    words: Vec<Places>,
    present: Vec<WordId>,
    /// For each set of words, where any of them stands: found out when a pattern asks, and then one of the `known`,
    /// by its bit.
    sets: Vec<Cell<Places>>,
    known: Vec<Cell<u64>>,
    /// For each class, where in `classes` its places are; 0 where it is not there.
    class_slots: Vec<u16>,
    classes: Vec<ClassPlaces>,
    spans: Vec<Span>,
    /// What `Patterns::content` has, and the needs that are met.
    met: Vec<u64>,
}

thread_local! {
    static SPARE: Cell<Option<Box<Whereabouts>>> = const { Cell::new(None) };
}

/// What stands where in a stretch of text. Tokens that are soft are passed over.
struct Stretch<'p> {
    patterns: &'p Patterns,
    /// The number, among the tokens that are not soft, of the first place where patterns may begin.
    start: usize,
    at: Box<Whereabouts>,
    tokens: Places,
    /// Tokens that begin a sentence.
    first: Places,
    /// Tokens that end one.
    stops: Places,
}

impl<'p> Stretch<'p> {
    fn new(patterns: &'p Patterns, mut at: Box<Whereabouts>) -> Self {
        let at_least = |slots: usize, wanted: usize| slots.max(wanted);
        at.word_slots.resize(at_least(at.word_slots.len(), patterns.word_count), 0);
        at.sets.resize(at_least(at.sets.len(), patterns.set_count), Cell::default());
        at.known.resize(at.sets.len() / 64 + 1, Cell::default());
        at.sets[NOWHERE as usize].set(0);
        at.sets[EVERYWHERE as usize].set(!0);
        at.class_slots.resize(CLASSES, 0);
        Self { patterns, start: 0, at, tokens: 0, first: 0, stops: 0 }
    }

    /// The tokens of the stretch, each with its number among those that are not soft.
    fn solids<'t>(&self, text: &'t Text<'_>) -> impl Iterator<Item = (usize, usize)> + use<'t> {
        let (from, to) = (self.start.saturating_sub(1), self.start + Places::BITS as usize - 1);
        text.solids.iter().map(|&token| token as usize).enumerate().take(to).skip(from)
    }

    /// Notes what words stand in the stretch that starts at `start`.
    fn look_at_words(&mut self, scene: &Scene<'_>, start: usize) {
        self.clear();
        self.start = start;
        let text = scene.text;
        for (rank, token) in self.solids(text) {
            let place = 1 << (rank + 1 - start);
            self.tokens |= place;
            if text.tokens[token].flags.has(Flags::FIRST) {
                self.first |= place;
            }
            if matches!(text.tokens[token].kind, Kind::Stop | Kind::Break) {
                self.stops |= place;
            }
            let word = scene.words[token];
            if word != UNKNOWN {
                let slot = &mut self.at.word_slots[word as usize];
                if *slot == 0 {
                    // A stretch has no more than 127 tokens.
                    *slot = self.at.words.len() as u8;
                    self.at.words.push(0);
                    self.at.present.push(word);
                    meet(&mut self.at.met, self.patterns.needs_by_word.get(word as usize));
                }
                self.at.words[self.at.word_slots[word as usize] as usize] |= place;
            }
        }
    }

    /// Notes what classes do.
    fn look_at_classes(&mut self, scene: &Scene<'_>) {
        let (start, all) = (self.start, Places::BITS as usize);
        for (rank, token) in self.solids(scene.text) {
            let place = 1 << (rank + 1 - start);
            for tag in scene.tags_at(token) {
                let class = tag.class.0 as usize;
                let slot = &mut self.at.class_slots[class];
                if *slot == 0 {
                    *slot = self.at.classes.len() as u16;
                    self.at.classes.push(ClassPlaces::default());
                    meet(&mut self.at.met, self.patterns.needs_by_class.get(class));
                }
                let places = &mut self.at.classes[self.at.class_slots[class] as usize];
                if tag.end as usize == token + 1 {
                    places.single |= place;
                    continue;
                }
                let end = scene.text.rank(tag.end as usize);
                if end == rank + 1 {
                    places.single |= place;
                } else if end + 1 - start < all {
                    places.spanning |= place;
                    let (start, end) = ((rank + 1 - start) as u32, (end + 1 - start) as u32);
                    self.at.spans.push(Span { class: tag.class, start, end });
                }
            }
        }
    }

    fn clear(&mut self) {
        self.at.present.drain(..).for_each(|word| self.at.word_slots[word as usize] = 0);
        self.at.words.clear();
        self.at.words.push(0);
        self.at.known.fill(Cell::new(0));
        self.at.known[0].set(1 << NOWHERE | 1 << EVERYWHERE);
        self.at.class_slots.fill(0);
        self.at.classes.clear();
        self.at.classes.push(ClassPlaces::default());
        self.at.spans.clear();
        self.at.met.clear();
        self.at.met.extend_from_slice(&self.patterns.content);
        (self.tokens, self.first, self.stops) = (0, 0, 0);
    }

    /// The patterns of a row whose needs are met, by their bits.
    fn candidates(&self, row: usize) -> u64 {
        let rows = self.patterns.rows;
        let all = (0..NEEDS).fold(!0, |all, need| all & self.at.met[need * rows + row]);
        let patterns = self.patterns.patterns.len();
        if row == patterns / 64 { all & ((1 << (patterns % 64)) - 1) } else { all }
    }

    /// Every pattern that fits, at every place where it does.
    fn find(&self, scene: &Scene<'_>, hits: &mut Vec<Hit>) {
        let starts = self.tokens & ((1 << (STARTS + 1)) - 2);
        for nth in 0..self.patterns.rows {
            for bit in bits(self.candidates(nth).into()) {
                let pattern = self.patterns.patterns[nth * 64 + bit];
                let from = self.run(pattern.before, starts);
                let quoted = self.run(pattern.quoted, from);
                if quoted != 0 && self.run(pattern.after, quoted) != 0 {
                    for start in bits(self.may_begin(pattern, starts)) {
                        hits.extend(self.hit(pattern, start, scene));
                    }
                }
            }
        }
    }

    /// The longest that `pattern` quotes where it begins at `start`.
    fn hit(&self, pattern: Pattern, start: usize, scene: &Scene<'_>) -> Option<Hit> {
        let mut best: Option<(usize, usize)> = None;
        for from in bits(self.run(pattern.before, 1 << start)) {
            let mut ends = self.run(pattern.quoted, 1 << from);
            if !self.steps(pattern.after).is_empty() {
                ends =
                    bits(ends).filter(|&end| self.run(pattern.after, 1 << end) != 0).fold(0, |all, end| all | 1 << end);
            }
            let end = ends.checked_ilog2().unwrap_or(0) as usize;
            if end > from && best.is_none_or(|(start, longest)| end - from > longest - start) {
                best = Some((from, end));
            }
        }
        let (from, to) = best?;
        let token = |place: usize| scene.text.solids.get(self.start + place - 1).copied();
        let Pattern { signal, weight, .. } = pattern;
        Some(Hit { signal, start: token(from)?, end: token(to - 1)? + 1, weight })
    }

    fn steps(&self, sequence: u32) -> &'p [u32] {
        self.patterns.sequences.get(sequence as usize)
    }

    /// Where a sequence can end that begins at any of the places `from`.
    fn run(&self, sequence: u32, from: Places) -> Places {
        let mut at = from;
        for &step in self.steps(sequence) {
            if at == 0 {
                break;
            }
            at = self.step(step, at);
        }
        at
    }

    fn step(&self, step: u32, from: Places) -> Places {
        effort::count();
        let with = step >> 3;
        match step & 7 {
            step::WORDS => (from & self.words(with as u16)) << 1,
            step::CLASS => self.class(with as usize, from),
            step::ANY => self.any(with as usize, from),
            step::OPTIONAL => from | self.run(with, from),
            step::GAP => {
                let passable = if with & 1 != 0 { self.tokens } else { self.tokens & !self.stops };
                let (mut all, mut last) = (from, from);
                for _ in 0..with >> 1 {
                    last = (last & passable) << 1;
                    all |= last;
                }
                all
            }
            step::EDGE if with == 0 => from & self.first,
            step::EDGE => from & (self.stops | !self.tokens),
            step::NOT => from & !self.fits(with as usize, from),
            // Bit 0 is the token before the stretch; there is none before the text.
            _ => from & !(self.fits(with as usize, from >> 1) << 1),
        }
    }

    /// Where the words of a set stand. It is asked more often than all else, and most sets are of one word.
    #[inline(always)]
    fn words(&self, set: u16) -> Places {
        if set & ONE_WORD != 0 { self.word(set & !ONE_WORD) } else { self.any_word(set as usize) }
    }

    /// Where the words of a set of several stand.
    fn any_word(&self, set: usize) -> Places {
        let (places, known) = (&self.at.sets[set], &self.at.known[set / 64]);
        if known.get() & 1 << (set % 64) == 0 {
            known.set(known.get() | 1 << (set % 64));
            places.set(self.patterns.sets.get(set).iter().fold(0, |all, &word| all | self.word(word)));
        }
        places.get()
    }

    /// Where a word stands.
    #[inline(always)]
    fn word(&self, word: u16) -> Places {
        match self.at.word_slots[word as usize] {
            0 => 0,
            slot => self.at.words[slot as usize],
        }
    }

    fn class_places(&self, class: usize) -> ClassPlaces {
        self.at.classes[self.at.class_slots[class] as usize]
    }

    fn class(&self, class: usize, from: Places) -> Places {
        let ClassPlaces { single, spanning } = self.class_places(class);
        let mut to = (from & single) << 1;
        if from & spanning != 0 {
            for span in self.at.spans.iter().filter(|span| span.class.0 as usize == class) {
                to |= (from >> span.start & 1) << span.end;
            }
        }
        to
    }

    fn any(&self, choice: usize, from: Places) -> Places {
        let Choice { words, heads } = self.patterns.choices[choice];
        let mut to = (from & self.words(words)) << 1;
        for &class in self.patterns.choice_classes.get(choice) {
            to |= self.class(class as usize, from);
        }
        let from = from & self.words(heads);
        if from != 0 {
            for longer in self.patterns.choice_longer.get(choice) {
                let from = from & self.words(longer.head);
                if from != 0 {
                    to |= self.run(longer.sequence.into(), from);
                }
            }
        }
        to
    }

    /// The places out of `from` where one of a choice's alternatives begins.
    fn fits(&self, choice: usize, from: Places) -> Places {
        let Choice { words, heads } = self.patterns.choices[choice];
        let mut fits = from & self.words(words);
        for &class in self.patterns.choice_classes.get(choice) {
            let ClassPlaces { single, spanning } = self.class_places(class.into());
            fits |= from & (single | spanning);
        }
        let from = from & self.words(heads);
        if from & !fits != 0 {
            for longer in self.patterns.choice_longer.get(choice) {
                for at in bits(from & !fits & self.words(longer.head)) {
                    if self.run(longer.sequence.into(), 1 << at) != 0 {
                        fits |= 1 << at;
                    }
                }
            }
        }
        fits
    }

    /// The places out of `from` where a pattern may begin, judged by the first step that takes a word.
    fn may_begin(&self, pattern: Pattern, mut from: Places) -> Places {
        for &step in self.steps(pattern.before).iter().chain(self.steps(pattern.quoted)) {
            let with = (step >> 3) as usize;
            match step & 7 {
                step::WORDS => return from & self.words(with as u16),
                step::ANY => return self.fits(with, from),
                step::CLASS => {
                    let ClassPlaces { single, spanning } = self.class_places(with);
                    return from & (single | spanning);
                }
                step::OPTIONAL | step::GAP => return from,
                _ => from = self.step(step, from),
            }
        }
        from
    }
}

fn meet(met: &mut [u64], needs: &[u16]) {
    for &need in needs {
        met[need as usize / 64] |= 1 << (need % 64);
    }
}

fn bits(mut set: Places) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::bake::{Data, bake};
    use crate::lexicon::{Lexicon, class};

    fn lexicon(pattern: &str) -> Result<Lexicon, String> {
        let lines = ["[it]", pattern].map(str::to_owned).to_vec();
        let mut data = Data { signal_files: vec![("test".to_owned(), lines)], ..Data::default() };
        data.signals = vec!["test.it".to_owned()];
        data.classes = vec![String::new(); class::NUM.0 as usize];
        data.classes.push("num".to_owned());
        Ok(Lexicon::load(bake(&data)?.leak()))
    }

    fn fits(pattern: &str, source: &str) -> Option<String> {
        let Lexicon { vocabulary, patterns, .. } = lexicon(pattern).unwrap();
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
            // Wherever the stretches of a long text begin.
            for ahead in [62, 63, 64, 65, 127] {
                let source = format!("{} {source}", "so. ".repeat(ahead / 2) + if ahead % 2 == 1 { ". " } else { "" });
                if !pattern.starts_with('^') {
                    assert_eq!(fits(pattern, &source).as_deref(), found, "{pattern} on {source}");
                }
            }
        }
    }

    #[test]
    fn words_and_sets_are_few_enough_to_tell_apart() {
        for patterns in [&crate::lexicon::lexicon().labels, &crate::lexicon::lexicon().patterns] {
            assert!(patterns.set_count.max(patterns.word_count) < usize::from(ONE_WORD));
        }
    }

    #[test]
    fn a_broken_pattern_is_named() {
        for pattern in ["(a|b", "a)", "<nothing-of-the-kind>", "a = much", "..3 a", "a?", "(a|)"] {
            assert!(lexicon(pattern).is_err(), "{pattern}");
        }
    }
}
