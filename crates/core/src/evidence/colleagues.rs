//! The colleagues of a directory, and where a text names one of them.
//!
//! A directory may hold every member of staff, so no name is kept: each usual way of writing one becomes a number of
//! 63 bits, some 5 MB for 100,000 people. Two different names share a number once in 10^13 looks.

use std::borrow::Cow;

use lozenge_directory::{Person, is_particle, people, split};

use super::people::{Form, PersonMention};
use super::person_name::named_after;
use super::{Reading, class};
use crate::directory::Directory;
use crate::lexicon::{UNKNOWN, lexicon};
use crate::text::{Flags, Kind, fold};

/// Nobody's name is found in more words than this.
const MOST_WORDS: usize = 7;

/// In a list of so many a name that stands alone means somebody of the author's own team; in a longer one it does not.
const OWN_TEAM: usize = 300;

/// Every way in which the colleagues of a directory are named.
#[derive(Debug, Default)]
pub(crate) struct Colleagues {
    /// Numbers of names, each with whether all who are so called agreed as its lowest bit; 0 where there is none. Each
    /// stands where its upper half says, or next behind.
    slots: Vec<u64>,
    held: usize,
    /// Words with which a name begins, words that follow in one, and handles: most words of a text are none of these.
    begins: Bits,
    follows: Bits,
    handles: Bits,
    /// A name may stand alone.
    own_team: bool,
}

/// A set of numbers that may take another one for its own: one bit for each.
#[derive(Debug, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(count: usize) -> Self {
        Self(vec![0; (count / 4).next_power_of_two().clamp(8, 1 << 14)])
    }

    fn place(&self, number: u64) -> (usize, u64) {
        let mixed = number ^ (number >> 29);
        ((mixed >> 6) as usize & (self.0.len() - 1), 1 << (mixed & 63))
    }

    fn add(&mut self, number: u64) {
        let (at, bit) = self.place(number);
        self.0[at] |= bit;
    }

    fn may_hold(&self, number: u64) -> bool {
        let (at, bit) = self.place(number);
        self.0[at] & bit != 0
    }
}

/// The numbers of a name's first words; of more there is no need.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Words {
    numbers: [u64; MOST_WORDS],
    count: usize,
}

impl Words {
    fn all(&self) -> &[u64] {
        &self.numbers[..self.count]
    }
}

/// What a number stands for, beside names of several words.
#[derive(Clone, Copy)]
enum Sort {
    Names = 1,
    Handle = 2,
    Alone = 3,
}

impl Colleagues {
    pub(crate) fn new(directory: &Directory) -> Self {
        let lines: usize =
            directory.lists.iter().map(|list| list.0.iter().filter(|&&byte| byte == b'\n').count()).sum();
        let count = lines + directory.people.len();
        if count == 0 {
            return Self::default();
        }
        let mut colleagues = Self {
            slots: vec![0; count * 6 + 8],
            held: 0,
            begins: Bits::new(count),
            follows: Bits::new(count),
            handles: Bits::new(count),
            own_team: count <= OWN_TEAM,
        };
        let own_team = colleagues.own_team;
        let mut alone = Vec::new();
        let mut add = |person: &Person<'_>| {
            colleagues.add(person);
            if own_team {
                alone.push((word(&fold(alone_name(person))), person.agreed));
            }
        };
        for list in &directory.lists {
            people(&list.0).for_each(|person| add(&person));
        }
        for person in &directory.people {
            let (given, surname, aside) = split(&person.name);
            let handle = person.handle.as_deref().unwrap_or_default();
            add(&Person {
                given: &given,
                surname: &surname,
                preferred: person.preferred.as_deref().unwrap_or(&aside),
                handles: handle.trim_start_matches('@'),
                agreed: person.permission,
            });
        }
        for &(name, agreed) in &alone {
            // Of two who are called so, neither is meant for sure.
            if name != word("") && alone.iter().filter(|(other, _)| *other == name).count() == 1 {
                colleagues.insert(joined(Sort::Alone, &[name]), agreed);
            }
        }
        colleagues
    }

    /// The name or handle of a colleague that begins at token `index`.
    pub(super) fn at(&self, reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
        if self.slots.is_empty() {
            return None;
        }
        match reading.text.tokens[index].kind {
            Kind::Mention => self.handle(reading, index),
            Kind::Word => {
                let first = word(reading.word(index));
                self.named(reading, index, first)
                    .or_else(|| self.turned(reading, index, first))
                    .or_else(|| self.handle(reading, index))
                    .or_else(|| self.alone(reading, index, first))
            }
            _ => None,
        }
    }

    /// "Ngozi Okafor", "N. Okafor", "Ngozi J. Okafor-Price".
    fn named(&self, reading: &Reading<'_>, index: usize, first: u64) -> Option<PersonMention> {
        if !self.begins.may_hold(first) {
            return None;
        }
        let start = join(seed(Sort::Names), first);
        // With and without the initials in the middle.
        let (mut whole, mut short) = (start, start);
        let mut last = index;
        let mut best = None;
        for _ in 1..MOST_WORDS {
            let Some(next) = beside(reading, last) else { break };
            let number = word(reading.word(next));
            let initial = is_initial(reading, next);
            let follows = self.follows.may_hold(number);
            if !initial && !follows {
                break;
            }
            whole = join(whole, number);
            if !initial {
                short = join(short, number);
            }
            last = next;
            let found = self.find(whole).or_else(|| if short == whole { None } else { self.find(short) });
            if let (Some(agreed), Some(score)) = (found, believable(reading, index, last)) {
                best = Some(mention(index, last + 1, Form::Full, score, agreed));
            }
        }
        best
    }

    /// "Okafor, Ngozi", "Okafor, N."; but in "Taylor, James and Kelly" three people are named by their first names.
    fn turned(&self, reading: &Reading<'_>, index: usize, first: u64) -> Option<PersonMention> {
        let tokens = &reading.text.tokens;
        let comma =
            |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Soft) && reading.text.written(at) == ",";
        let capital = tokens[index].flags.has(Flags::CAPITAL);
        if !capital || !self.follows.may_hold(first) || index > 0 && comma(index - 1) {
            return None;
        }
        let mut surname = vec![index];
        while !comma(surname[surname.len() - 1] + 1) {
            if surname.len() == 3 {
                return None;
            }
            surname.push(beside(reading, surname[surname.len() - 1])?);
        }
        let given = surname[surname.len() - 1] + 2;
        let token = tokens.get(given).filter(|token| token.kind == Kind::Word && token.flags.has(Flags::CAPITAL))?;
        let first = word(reading.word(given));
        if !self.begins.may_hold(first) || comma(given + 1) || token.sentence != tokens[index].sentence {
            return None;
        }
        let key = surname.iter().fold(join(seed(Sort::Names), first), |key, &at| join(key, word(reading.word(at))));
        let agreed = self.find(key)?;
        let other = surname.iter().all(|&at| {
            let kind = lexicon().names.kind(reading.word(at));
            kind.given || kind.everyday || reading.is(at, class::PLACE) || reading.is(at, class::PLACE_WEAK)
        });
        let article = matches!(reading.word(given), "a" | "i") && !has_dot(reading, given);
        (!other && !article).then(|| mention(index, given + 1, Form::Full, 0.9, agreed))
    }

    /// "@ngozi", "@ngozi.okafor"; without "@" where it can be nothing else: "ngozi_ok92".
    fn handle(&self, reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
        let token = &reading.text.tokens[index];
        let bare = token.kind != Kind::Mention;
        let source = reading.text.source;
        let mut end = token.end as usize;
        // Sites differ in what a handle may hold; a full stop that ends a sentence is none of it.
        while let Some(rest) = source[end..].strip_prefix(['.', '-', '_']) {
            let more = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
            if more == 0 {
                break;
            }
            end += 1 + more;
        }
        let longer = end > token.end as usize;
        let kind = || lexicon().names.kind(reading.word(index));
        if bare && (end - (token.start as usize) < 6 || !longer && reading.words[index] != UNKNOWN) {
            return None;
        }
        let look = |written: &str, end: usize| {
            let number = word(fold(written).trim_start_matches(['@', '＠']));
            let agreed = self.handles.may_hold(number).then(|| self.find(joined(Sort::Handle, &[number])))??;
            Some(mention(index, end, Form::Handle, 0.97, agreed))
        };
        if longer {
            let past = reading.text.tokens.partition_point(|token| (token.start as usize) < end);
            let found = look(&source[token.start as usize..end], past);
            if found.is_some() || bare {
                return found;
            }
        }
        let found = look(reading.text.written(index), index + 1)?;
        (!bare || !kind().any() && !kind().everyday).then_some(found)
    }

    /// "Tinks did it again", where one colleague of a small team is called so.
    fn alone(&self, reading: &Reading<'_>, index: usize, number: u64) -> Option<PersonMention> {
        if !self.own_team {
            return None;
        }
        let agreed = self.find(joined(Sort::Alone, &[number]))?;
        let flags = reading.text.tokens[index].flags;
        let cased = reading.word(index).is_ascii();
        let believed = !cased || flags.has(Flags::CAPITAL) && !flags.has(Flags::UPPER);
        (believed && !lexicon().names.kind(reading.word(index)).everyday)
            .then(|| mention(index, index + 1, Form::Single, 0.9, agreed))
    }

    fn add(&mut self, person: &Person<'_>) {
        let given = words(person.given);
        let surname = words(person.surname);
        let preferred = words(person.preferred);
        if given.count > 0 && surname.count > 0 {
            self.name([given.all(), surname.all()], person.agreed);
            // Before a hyphen or a space: of "Kerry-Ann Mary" both "Kerry Ann" and "Kerry".
            let called = person.given.split_whitespace().next().unwrap_or_default();
            self.usual(called, &surname, person);
        }
        if preferred.count > 0 {
            // "Liz Jones" is whole; "Liz" wants the surname.
            self.name([preferred.all(), &[]], person.agreed);
            if surname.count > 0 && preferred.all().last() != surname.all().last() {
                self.usual(person.preferred, &surname, person);
            }
        }
        for handle in person.handles.split_whitespace() {
            let number = word(&fold(handle));
            self.handles.add(number);
            self.insert(joined(Sort::Handle, &[number]), person.agreed);
        }
    }

    /// A first name or its initial with the surname, or with a part of a double-barrelled one.
    fn usual(&mut self, called: &str, surname: &Words, person: &Person<'_>) {
        let first = words(called);
        let Some(one) = first.all().first() else { return };
        self.name([first.all(), surname.all()], person.agreed);
        if first.count > 1 {
            self.name([&[*one], surname.all()], person.agreed);
        }
        if surname.count > 1 {
            for part in person.surname.split([' ', '-', '\u{2010}', '\u{2011}']).filter(|part| !is_particle(part)) {
                self.name([first.all(), words(part).all()], person.agreed);
            }
        }
        let initial = match called.bytes().next() {
            Some(letter) if letter.is_ascii_alphabetic() => Some(char::from(letter.to_ascii_lowercase())),
            _ => fold(called).chars().find(|letter| letter.is_alphabetic()),
        };
        if let Some(initial) = initial {
            self.name([&[word(initial.encode_utf8(&mut [0; 4]))], surname.all()], person.agreed);
        }
    }

    /// One word alone would be found in everybody's drafts, so it counts for none.
    fn name(&mut self, [first, more]: [&[u64]; 2], agreed: bool) {
        if first.is_empty() || first.len() + more.len() < 2 {
            return;
        }
        let mut key = seed(Sort::Names);
        for (at, &word) in first.iter().chain(more).enumerate() {
            key = join(key, word);
            if at == 0 { self.begins.add(word) } else { self.follows.add(word) }
        }
        self.insert(key, agreed);
    }

    fn insert(&mut self, key: u64, agreed: bool) {
        if self.held * 6 >= self.slots.len() * 5 {
            let larger = vec![0; self.slots.len() * 3 / 2];
            self.held = 0;
            for slot in std::mem::replace(&mut self.slots, larger) {
                if slot != 0 {
                    self.put(slot);
                }
            }
        }
        self.put(number(key) | u64::from(agreed));
    }

    fn put(&mut self, slot: u64) {
        let at = self.place(slot);
        if self.slots[at] == 0 {
            self.held += 1;
            self.slots[at] = slot;
        } else {
            // Of two who are called so, the one who did not agree decides.
            self.slots[at] &= slot;
        }
    }

    /// Whether somebody has this name and, if so, whether all who have it agreed.
    fn find(&self, key: u64) -> Option<bool> {
        let slot = self.slots[self.place(number(key))];
        (slot != 0).then_some(slot & 1 == 1)
    }

    /// Where a number stands, or would.
    fn place(&self, slot: u64) -> usize {
        let mut at = (((slot >> 32) * self.slots.len() as u64) >> 32) as usize;
        while self.slots[at] != 0 && self.slots[at] >> 1 != slot >> 1 {
            at += 1;
            if at == self.slots.len() {
                at = 0;
            }
        }
        at
    }
}

fn mention(start: usize, end: usize, form: Form, score: f32, agreed: bool) -> PersonMention {
    PersonMention { listed: true, permitted: agreed, ..PersonMention::new(start, end, form, score) }
}

/// What a colleague is called by one word: the preferred name, or all that is known of their name.
fn alone_name<'a>(person: &Person<'a>) -> &'a str {
    let name = match person {
        Person { preferred, .. } if !preferred.is_empty() => preferred,
        Person { given, surname: "", .. } => given,
        Person { given: "", surname, .. } => surname,
        _ => "",
    };
    if name.contains([' ', '-']) { "" } else { name }
}

/// How sure it is that these words are the name that they spell; nothing where they are likelier to be something else.
fn believable(reading: &Reading<'_>, first: usize, last: usize) -> Option<f32> {
    let tokens = &reading.text.tokens;
    let capital = |at: usize| tokens[at].flags.has(Flags::CAPITAL);
    let everyday = |at: usize| lexicon().names.kind(reading.word(at)).everyday;
    let words = || (first..=last).filter(|&at| tokens[at].kind == Kind::Word);
    // "sarah may come": what is a word as well counts as it is written, unless two names stand with it.
    let rare = words().filter(|&at| !everyday(at)).count();
    let shouted = |at: usize| tokens[at].flags.has(Flags::UPPER);
    if rare < 2 && words().any(|at| everyday(at) && (!capital(at) || shouted(at)) && !is_initial(reading, at)) {
        return None;
    }
    let initial = is_initial(reading, first);
    if !initial && tokens[first].end - tokens[first].start == 1 {
        return None;
    }
    // "Vitamin D May help", "I Will"; but "D. May".
    let common = words().all(|at| everyday(at) || is_initial(reading, at));
    let doubtful = common || matches!(reading.word(first), "a" | "i");
    if initial && (!capital(last) || doubtful && !has_dot(reading, first)) {
        return None;
    }
    let thing = |class| words().all(|at| reading.is(at, class));
    let other = [class::HOSPITAL, class::BRAND_OR_TITLE, class::MEDIA_OUTLET, class::SUPPLIER, class::EMPLOYER];
    if other.into_iter().any(thing) || named_after(reading, first, last + 1) {
        return None;
    }
    Some(match initial {
        true => 0.9,
        false if rare == 0 => 0.6,
        false => 0.97,
    })
}

/// The word that follows in the same name: behind a space, a hyphen or the full stop of an initial.
fn beside(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let token = &tokens[at];
    if token.flags.has(Flags::POSSESSIVE) {
        return None;
    }
    let mut next = at + 1;
    if let Some(mark) = tokens.get(next).filter(|mark| mark.kind == Kind::Soft && mark.start == token.end) {
        let written = reading.text.written(next);
        let hyphen = matches!(written, "-" | "\u{2010}" | "\u{2011}")
            && tokens.get(next + 1).is_some_and(|word| word.start == mark.end);
        let initial = written == "." && token.end - token.start == 1;
        if !hyphen && !initial {
            return None;
        }
        next += 1;
    }
    tokens.get(next).filter(|word| word.kind == Kind::Word && word.sentence == token.sentence).map(|_| next)
}

fn is_initial(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.text.tokens[at];
    token.kind == Kind::Word && token.flags.has(Flags::CAPITAL) && reading.text.written(at).chars().count() == 1
}

fn has_dot(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    tokens.get(at + 1).is_some_and(|dot| dot.start == tokens[at].end) && reading.text.written(at + 1) == "."
}

/// The numbers of a name's words, cut where the text's reader cuts them.
fn words(name: &str) -> Words {
    let folded = if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(fold(name)) };
    let mut words = Words::default();
    let parts = folded.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '`')));
    for part in parts.filter(|part| !part.is_empty()).take(MOST_WORDS) {
        words.numbers[words.count] = word(part);
        words.count += 1;
    }
    words
}

/// A folded word's number (FNV-1a). Apostrophes do not count: "O'Shea" is "OShea".
fn word(folded: &str) -> u64 {
    folded.bytes().filter(|&byte| byte != b'\'' && byte != b'`').fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3)
    })
}

const fn seed(sort: Sort) -> u64 {
    sort as u64
}

fn joined(sort: Sort, words: &[u64]) -> u64 {
    words.iter().fold(seed(sort), |key, &word| join(key, word))
}

/// Adds a word to a name's number (the finisher of SplitMix64).
const fn join(key: u64, word: u64) -> u64 {
    let mut mixed = key.rotate_left(23) ^ word;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// A number without its lowest bit; never 0, which stands for an empty place.
fn number(key: u64) -> u64 {
    (key & !1).max(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;
    use crate::directory::List;
    use crate::evidence::Employer;
    use crate::text::Parts;

    const LIST: &str = "n,Ngozi Jane,Okafor-Price,Zizi,ngozi.ok zizi_92\ny,Tom,Patel\nn,Sarah,May\nn,Siân,O'Shea\n\
        n,Jan,van der Berg\nn,Kerry-Ann,Dooley\nn,Grace,Long\nn,James,Taylor\nn,David,Lancaster\nn,Wei,Zhang,Tinks\n\
        y,Ann,Quirke\nn,Aoife,Quirke\nn,Isla,Boyle\n";

    /// What is found of the list in a text, the words as they stand there and whether they agreed.
    fn found(list: &str, text: &str) -> Vec<(String, bool)> {
        let directory = Directory { lists: vec![List(list.into())], ..Directory::default() };
        let colleagues = Colleagues::new(&directory);
        let draft = Draft::post(text);
        let parts = Parts::join(&draft.texts(), false);
        let reading = Reading::new(&draft, &parts, &Employer::default(), &colleagues);
        let listed = reading.people.iter().filter(|person| person.listed);
        listed.map(|person| (reading.quote(person.place).to_owned(), person.permitted)).collect()
    }

    fn names(text: &str) -> Vec<String> {
        found(LIST, text).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn finds_the_usual_ways_of_writing_a_name() {
        for name in [
            "Ngozi Jane Okafor-Price",
            "ngozi jane okafor price",
            "NGOZI OKAFOR-PRICE",
            "Ngozi Okafor",
            "Ngozi J. Okafor-Price",
            "Zizi Okafor-Price",
            "Zizi Okafor",
            "N. Okafor-Price",
            "N Okafor-Price",
            "N. J. Okafor-Price",
            "Z. Okafor-Price",
            "Okafor-Price, Ngozi",
            "Sian OShea",
            "Sia\u{302}n O\u{2019}Shea",
            "S. O'Shea",
            "O'Shea, S",
            "Jan van der Berg",
            "Jan Berg",
            "J van der Berg",
            "Kerry Ann Dooley",
            "Kerry Dooley",
            "K Dooley",
            "Sarah May",
            "S. May",
            "Grace Long",
            "Zhang, W",
            "@ngozi.ok",
            "@Zizi_92",
            "zizi_92",
            "Tinks",
        ] {
            assert_eq!(names(&format!("worked with {name} today")), [name], "{name}");
        }
        assert_eq!(names("Ask S.O\u{2019}Shea\u{2019}s deputy"), ["S.O\u{2019}Shea\u{2019}s"]);
        assert_eq!(names("Seen by @ngozi.ok."), ["@ngozi.ok"]);
        assert_eq!(names("#NgoziOkafor"), ["NgoziOkafor"]);
    }

    #[test]
    fn leaves_what_only_looks_like_a_name() {
        for text in [
            "Clinics in May are quieter",
            "sarah may come on Sunday",
            "Sarah, May is the month",
            "SARAH MAY COME",
            "Vitamin S May help",
            "I Boyle the eggs",
            "a Boyle by any other name",
            "Lovely walk with Sarah and Tom",
            "Patel and Okafor are common names",
            "The Okafor family",
            "Grace long ago",
            "Taylor, James and Kelly came for tea",
            "Kids, Taylor, James, Rosie",
            "A trip to Lancaster, David said",
            "price of everything",
            "we love zizi",
            "Sarah. May was warm",
            "the Grace Long Ward",
            "Ngozi (Okafor is her name)",
        ] {
            assert_eq!(names(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn whoever_did_not_agree_decides_for_all_of_that_name() {
        assert_eq!(found(LIST, "Thanks Tom Patel"), [("Tom Patel".to_owned(), true)]);
        assert_eq!(found(LIST, "Thanks Ann Quirke"), [("Ann Quirke".to_owned(), true)]);
        assert_eq!(found(LIST, "Thanks A. Quirke"), [("A. Quirke".to_owned(), false)]);
    }

    #[test]
    fn one_word_is_nobody_in_a_long_list() {
        let others: String = (0..OWN_TEAM).map(|number| format!("n,Given{number},Family{number}\n")).collect();
        assert!(found(&format!("{LIST}{others}"), "Tinks did it again").is_empty());
        assert_eq!(found(&format!("{LIST}{others}"), "Given7 Family7 did it again").len(), 1);
        assert!(found("n,Wei,Zhang,Tinks\nn,Ma,Long,Tinks\n", "Tinks did it again").is_empty());
    }

    #[test]
    fn any_list_can_be_looked_up() {
        for list in ["", "\n\n", "y", "y,,,,\n", "n,\u{301},-\n", "n,a,b,c d,e f g,h,i\n", "n,-,- -,'\n"] {
            found(list, "a b - ' c d @e");
        }
    }
}
