//! Evidence: what stands in the text, typed and placed. It knows nothing of policy.

mod address;
mod age;
mod birth;
mod case;
mod colleagues;
mod contact;
mod date;
mod digits;
mod disclaimer;
mod employer;
mod near_number;
mod nhs_number;
mod owner;
mod people;
mod person_name;
mod picture;
mod record_number;
mod roles;
mod setting;
mod work;

use std::cell::OnceCell;
use std::ops::Range;

pub(crate) use case::Case;
pub(crate) use colleagues::Colleagues;
pub(crate) use disclaimer::{Disclaimer, Worded};
pub(crate) use employer::Employer;
pub(crate) use owner::{Owner, owner};
pub(crate) use people::{Form, PersonMention, Role};
pub(crate) use picture::Picture;
pub(crate) use setting::Setting;
pub(crate) use work::Work;

use crate::draft::Draft;
use crate::effort;
use crate::lexicon::{Class, ClassSet, Hit, Patterns, Scene, Signal, Tag, UNKNOWN, WordId, class, lexicon};
use crate::order::{greatest_first, sort_by_number};
use crate::text::{Flags, Kind, Parts, Text, Token};

/// The most tokens that a sentence is taken to have before and behind a place in it.
const SENTENCE_REACH: usize = 80;

/// No label has more tokens than this.
const LONGEST_LABEL: usize = 64;
/// The most marks that may stand between two words before they no longer belong together.
const LONGEST_PAUSE: usize = 24;

/// A stretch of tokens, `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub(crate) const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The sorts of identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdentifierKind {
    NhsNumber,
    ChiNumber,
    HcNumber,
    HospitalNumber,
    NationalInsurance,
    DateOfBirth,
    /// An age in years.
    Age(u16),
    Postcode,
    Address,
    Phone,
    Email,
    /// "bed 12", "bay 3".
    Bed,
}

/// Something that can lead to one person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Identifier {
    pub(crate) kind: IdentifierKind,
    pub(crate) place: Place,
    /// How sure it is what it is taken for, 0..1.
    pub(crate) score: f32,
    /// Whether it belongs to the public: a helpline, an organisation's own number.
    pub(crate) public: bool,
    /// Words that lifted the score.
    pub(crate) cue: Option<Place>,
}

/// One text read: everything that rules weigh.
pub(crate) struct Reading<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) text: Text<'a>,
    pub(crate) words: Vec<WordId>,
    pub(crate) tags: Vec<Tag>,
    starts: Vec<(u32, u32)>,
    classes: Vec<ClassSet>,
    /// Every class that stands anywhere.
    present: ClassSet,
    /// Every class of the name or handle that is answered, read when a rule asks.
    answered: OnceCell<ClassSet>,
    hits: Vec<Hit>,
    pub(crate) identifiers: Vec<Identifier>,
    pub(crate) people: Vec<PersonMention>,
    pub(crate) disclaimer: Disclaimer,
    pub(crate) work: Work,
    pub(crate) setting: Setting,
    /// Unnamed patients of whom something is told.
    pub(crate) cases: Vec<Case>,
    /// What alternative text says of the pictures.
    pub(crate) pictures: Vec<Picture>,
}

impl<'a> Reading<'a> {
    /// Reads a draft once.
    pub(crate) fn new(draft: &'a Draft, parts: &'a Parts, employer: &Employer, colleagues: &Colleagues) -> Self {
        let mut reading = Self::with_people(draft, parts, employer, colleagues);
        let bio = draft.bio.as_deref().map(|bio| Parts::join(&[bio], false));
        let bio = bio.as_ref().map(|bio| read_aside(draft, bio, employer));
        reading.disclaimer = disclaimer::find(&reading, bio.as_ref(), employer);
        reading.work = work::find(&reading, bio.as_ref(), employer);
        reading.setting = setting::find(&reading, &reading.work);
        roles::assign(&mut reading);
        reading.cases = case::find(&reading);
        reading.pictures = picture::find(draft, employer, colleagues);
        reading
    }

    /// Everything but who the people are, and what rests on it.
    fn with_people(draft: &'a Draft, parts: &'a Parts, employer: &Employer, colleagues: &Colleagues) -> Self {
        let mut reading = Self::plain(draft, parts);
        employer.find(&reading.text, &mut reading.tags);
        reading.index_tags();
        reading.find_signals(&lexicon().labels);
        reading.identifiers = identifiers(&reading);
        reading.people = people::find(&reading, colleagues);
        reading.tag_evidence();
        reading.find_signals(&lexicon().patterns);
        reading
    }

    /// Tokens, words and lexicon tags alone.
    fn plain(draft: &'a Draft, parts: &'a Parts) -> Self {
        let lexicon = lexicon();
        let text = Text::read(&parts.text);
        let words: Vec<WordId> = (0..text.tokens.len())
            .map(|index| match text.tokens[index].kind {
                Kind::Soft | Kind::Break => UNKNOWN,
                Kind::Word => match lexicon.vocabulary.id(text.folded(index)) {
                    UNKNOWN => lexicon.keywords.meant(text.folded(index)).unwrap_or(UNKNOWN),
                    known => known,
                },
                _ => lexicon.vocabulary.id(text.folded(index)),
            })
            .collect();
        let mut tags = Vec::with_capacity(words.len() * 2);
        lexicon.phrases.find(&text, &words, &mut tags);
        for (index, token) in text.tokens.iter().enumerate() {
            let mut tag = |class| tags.push(Tag { start: index as u32, end: index as u32 + 1, class });
            match token.kind {
                Kind::Number => tag(class::NUM),
                Kind::Mention => tag(class::MENTION),
                Kind::Url => tag(class::URL),
                Kind::Email => tag(class::EMAIL),
                Kind::Hash => tag(class::HASH),
                Kind::Word => {
                    tag(class::WORD);
                    if token.flags.has(Flags::CAPITAL) {
                        tag(class::CAP);
                    }
                    if token.flags.has(Flags::UPPER) {
                        tag(class::ALLCAPS);
                    }
                    if token.flags.has(Flags::TAGGED) {
                        tag(class::TAGGED);
                    }
                }
                Kind::Stop | Kind::Soft | Kind::Mark | Kind::Break => {}
            }
        }
        Self {
            draft,
            text,
            words,
            tags,
            starts: Vec::new(),
            classes: Vec::new(),
            present: ClassSet::default(),
            answered: OnceCell::new(),
            hits: Vec::new(),
            identifiers: Vec::new(),
            people: Vec::new(),
            disclaimer: Disclaimer::default(),
            work: Work::default(),
            setting: Setting::default(),
            cases: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Brings the tags in order and notes where each token's begin.
    fn index_tags(&mut self) {
        // A tag is all in its number, so the numbers alone are sorted.
        let mut order: Vec<(u64, u32)> =
            self.tags.iter().map(|tag| (u64::from(tag.start) << 16 | u64::from(tag.class.0), tag.end)).collect();
        order.sort_unstable();
        order.dedup();
        self.tags.clear();
        self.tags.extend(order.into_iter().map(|(number, end)| Tag {
            start: (number >> 16) as u32,
            end,
            class: Class(number as u16),
        }));
        self.starts.clear();
        self.starts.resize(self.words.len(), (0, 0));
        self.classes.clear();
        self.classes.resize(self.words.len(), ClassSet::default());
        self.present = ClassSet::default();
        for (index, tag) in self.tags.iter().enumerate() {
            let range = &mut self.starts[tag.start as usize];
            if range.1 == 0 {
                range.0 = index as u32;
            }
            range.1 = index as u32 + 1;
            self.present.add(tag.class);
            for token in tag.start..tag.end {
                self.classes[token as usize].add(tag.class);
            }
        }
    }

    /// Makes what detectors found visible to signals.
    fn tag_evidence(&mut self) {
        for found in &self.identifiers {
            let class = match found.kind {
                IdentifierKind::Phone => class::PHONE,
                IdentifierKind::Postcode => class::POSTCODE,
                IdentifierKind::Age(_) => class::AGE,
                IdentifierKind::DateOfBirth => class::DATE,
                IdentifierKind::Email => continue,
                _ => class::IDENTIFIER,
            };
            self.tags.push(Tag { start: found.place.start as u32, end: found.place.end as u32, class });
        }
        for person in &self.people {
            let class = if person.colleague_listed() { class::COLLEAGUE } else { class::PERSON };
            self.tags.push(Tag { start: person.place.start as u32, end: person.place.end as u32, class });
            if class == class::COLLEAGUE {
                self.tags.push(Tag {
                    start: person.place.start as u32,
                    end: person.place.end as u32,
                    class: class::PERSON,
                });
            }
        }
        date::tag(&self.text, &mut self.tags);
        self.index_tags();
    }

    fn find_signals(&mut self, patterns: &Patterns) {
        let scene = Scene { text: &self.text, words: &self.words, tags: &self.tags, starts: &self.starts };
        self.hits.extend(patterns.find(&scene));
        sort_by_number(&mut self.hits, |hit| u64::from(hit.signal.0) << 32 | u64::from(hit.start));
    }

    /// Every place where a signal was found, in order of place.
    pub(crate) fn hits(&self, signal: Signal) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.signal < signal);
        let to = self.hits.partition_point(|hit| hit.signal <= signal);
        &self.hits[from..to]
    }

    /// Every signal that was found.
    pub(crate) fn every_hit(&self) -> &[Hit] {
        &self.hits
    }

    /// The weightiest place where a signal was found.
    pub(crate) fn best(&self, signal: Signal) -> Option<&Hit> {
        self.hits(signal).iter().reduce(|best, hit| if hit.weight > best.weight { hit } else { best })
    }

    /// Whether a signal was found at all.
    pub(crate) fn shows(&self, signal: Signal) -> bool {
        !self.hits(signal).is_empty()
    }

    /// Words that label what stands beside them: at most `before` tokens ahead of `place`, or `after` behind it,
    /// in the same sentence.
    pub(crate) fn label_near(&self, signal: Signal, place: Place, before: usize, after: usize) -> Option<Place> {
        let sentence = self.token(place.start)?.sentence;
        let hits = self.hits(signal);
        let first = hits.partition_point(|hit| (hit.start as usize) + LONGEST_LABEL + before < place.start);
        hits[first..]
            .iter()
            .take_while(|hit| (hit.start as usize) <= place.end + after)
            .map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight))
            .find(|&(label, _)| {
                let (reach_before, reach_after) =
                    if label.end - label.start == 1 { (before.min(3), after.min(1)) } else { (before, after) };
                let near = label.end <= place.start && place.start - label.end <= reach_before
                    || label.start >= place.end && label.start - place.end <= reach_after;
                near && self.token(label.start).is_some_and(|token| token.sentence == sentence)
            })
            .map(|(label, _)| label)
    }

    /// A label that only a stop or a line break parts from `place`: "D.O.B. 4 May 1998".
    pub(crate) fn label_just_before(&self, signal: Signal, place: Place) -> Option<Place> {
        let parts = |index: &usize| matches!(self.text.tokens[*index].kind, Kind::Stop | Kind::Break | Kind::Soft);
        let hits = self.hits(signal);
        let first = hits.partition_point(|hit| (hit.start as usize) + LONGEST_LABEL + 3 < place.start);
        hits[first..]
            .iter()
            .map(|hit| Place::new(hit.start as usize, hit.end as usize))
            .take_while(|label| label.start < place.start)
            .find(|label| {
                label.end <= place.start
                    && place.start - label.end <= 3
                    && (label.end..place.start).all(|index| parts(&index))
            })
    }

    /// Every place of a class, in order.
    pub(crate) fn tagged(&self, class: Class) -> impl Iterator<Item = Place> {
        // Most classes stand nowhere in a text.
        let tags = if self.present.has(class) { &self.tags[..] } else { &[] };
        tags.iter().filter(move |tag| tag.class == class).map(|tag| Place::new(tag.start as usize, tag.end as usize))
    }

    /// Whether token `index` belongs to a word or phrase of a class.
    pub(crate) fn is(&self, index: usize, class: Class) -> bool {
        effort::count();
        self.classes.get(index).is_some_and(|classes| classes.has(class))
    }

    /// Whether any token of `range` belongs to a class.
    pub(crate) fn any(&self, range: Range<usize>, class: Class) -> bool {
        range.clone().start < range.end && range.into_iter().any(|index| self.is(index, class))
    }

    /// The tokens at most `reach` before `place`, in its sentence and the one before.
    pub(crate) fn before(&self, place: Place, reach: usize) -> Range<usize> {
        let sentence = self.token(place.start).map_or(0, |token| token.sentence);
        let mut start = place.start.min(self.words.len());
        while start > 0 && place.start - start < reach && self.text.tokens[start - 1].sentence + 1 >= sentence {
            start -= 1;
        }
        start..place.start.min(self.words.len())
    }

    /// The tokens at most `reach` after `place`, in its sentence and the next.
    pub(crate) fn after(&self, place: Place, reach: usize) -> Range<usize> {
        let sentence = self.token(place.end.saturating_sub(1)).map_or(0, |token| token.sentence);
        let mut end = place.end.min(self.words.len());
        while end < self.words.len() && end - place.end < reach && self.text.tokens[end].sentence <= sentence + 1 {
            end += 1;
        }
        place.end.min(self.words.len())..end
    }

    /// The tokens of the sentence that `index` is in.
    pub(crate) fn sentence(&self, index: usize) -> Range<usize> {
        let Some(token) = self.token(index) else { return 0..0 };
        let from = self.text.tokens.partition_point(|other| other.sentence < token.sentence);
        let to = self.text.tokens.partition_point(|other| other.sentence <= token.sentence);
        // A text without full stops must not make every look around as long as itself.
        from.max(index.saturating_sub(SENTENCE_REACH))..to.min(index + SENTENCE_REACH)
    }

    pub(crate) fn token(&self, index: usize) -> Option<&Token> {
        effort::count();
        self.text.tokens.get(index)
    }

    /// Token `index` in folded form; empty past the end.
    pub(crate) fn word(&self, index: usize) -> &str {
        effort::count();
        if index < self.words.len() { self.text.folded(index) } else { "" }
    }

    /// The nearest token before `index` that is not soft.
    pub(crate) fn solid_before(&self, index: usize) -> Option<usize> {
        (index.saturating_sub(LONGEST_PAUSE)..index).rev().find(|&before| self.text.tokens[before].kind != Kind::Soft)
    }

    /// The text of a place.
    pub(crate) fn quote(&self, place: Place) -> &str {
        self.text.slice(place.start, place.end)
    }

    /// Whether the name or handle of the account that is answered is of a class.
    pub(crate) fn reply_is(&self, class: Class) -> bool {
        let to = self.draft.reply_to.trim();
        let classes = || {
            // A handle's words are read as a hashtag's are: "@hackneygazette", "@BBCLookNorth".
            let spelled = match to.strip_prefix('@') {
                Some(handle) => format!("{to} {handle} #{handle}"),
                None => to.to_owned(),
            };
            let parts = Parts::join(&[&spelled], false);
            let mut note = Reading::plain(self.draft, &parts);
            note.index_tags();
            note.present
        };
        !to.is_empty() && self.answered.get_or_init(classes).has(class)
    }
}

/// Every identifier in a text, in order of place; where two overlap the surer one stays.
fn identifiers(reading: &Reading<'_>) -> Vec<Identifier> {
    let mut all = Vec::new();
    nhs_number::find(reading, &mut all);
    contact::find(reading, &mut all);
    record_number::find(reading, &mut all);
    birth::find(reading, &mut all);
    age::find(reading, &mut all);
    address::find(reading, &mut all);
    sort_by_number(&mut all, |found| greatest_first(found.score));
    let mut taken = vec![false; reading.words.len()];
    let mut kept: Vec<Identifier> = Vec::with_capacity(all.len());
    for found in all {
        let Some(tokens) = taken.get_mut(found.place.start..found.place.end) else { continue };
        if !tokens.contains(&true) {
            tokens.fill(true);
            kept.push(found);
        }
    }
    sort_by_number(&mut kept, |found| found.place.start as u64);
    kept
}

/// Reads a bio or another short text beside the draft, for its lexicon tags and signals alone.
pub(crate) fn read_aside<'a>(draft: &'a Draft, parts: &'a Parts, employer: &Employer) -> Reading<'a> {
    let mut reading = Reading::plain(draft, parts);
    employer.find(&reading.text, &mut reading.tags);
    reading.index_tags();
    reading.find_signals(&lexicon().patterns);
    reading
}

/// Reads a note beside the draft, such as a picture's alternative text, and asks one thing of it.
pub(crate) fn read_note<T>(draft: &Draft, note: &str, ask: impl FnOnce(&Reading<'_>) -> T) -> T {
    let parts = Parts::join(&[note], false);
    ask(&read_aside(draft, &parts, &Employer::default()))
}
