//! Whether the text or the profile says that the views are the author's own.
//!
//! A disclaimer is known by its meaning: it says whose the words are ("own"),
//! or whose they are not ("theirs"). A bio is made of remarks, so there a
//! shorter form is enough; in a draft the short form has to stand by itself,
//! since "my view is that we need more beds" disclaims nothing.

use super::{Employer, Place, Reading, read_aside};
use crate::lexicon::{Hit, Signal, lexicon, signal};
use crate::policy::{Match, Pack, Use};
use crate::text::{Kind, Parts, Text};

/// Where a disclaimer was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Disclaimer {
    /// In the draft.
    pub(crate) text: Option<Place>,
    /// In the bio or the display name; `None` where the bio is not known and the name says nothing.
    pub(crate) bio: Option<bool>,
    /// The wording of a personal reference, in the draft.
    pub(crate) reference: bool,
    /// Whether the words that the pack gives for posts stand there; `None` where others serve as well.
    pub(crate) worded: Option<bool>,
}

/// The disclaimers whose words a pack gives.
#[derive(Debug, Default)]
pub(crate) struct Worded {
    wordings: Vec<Vec<Box<str>>>,
    /// No other words serve in a post.
    exact: bool,
}

impl Worded {
    pub(crate) fn new(pack: &Pack) -> Self {
        let disclaimers = || pack.wordings.iter().filter(|wording| matches!(wording.usage, Use::Post | Use::Blog));
        let texts = disclaimers().flat_map(|wording| [Some(&wording.text), wording.short.as_ref()]).flatten();
        let wordings = texts
            .map(|text| words_of(&Text::read(text)).map(Into::into).collect::<Vec<Box<str>>>())
            .filter(|words| (2..=MOST_WORDS).contains(&words.len()))
            .collect();
        let mut posts = disclaimers().filter(|wording| wording.usage == Use::Post).peekable();
        Self { wordings, exact: posts.peek().is_some() && posts.all(|wording| wording.matching == Match::Exact) }
    }

    /// Looks for the pack's own words in the draft and the bio.
    pub(crate) fn look(&self, reading: &mut Reading<'_>) {
        if self.wordings.is_empty() {
            return;
        }
        let given = self.stand_in(&reading.text)
            || reading.draft.bio.as_ref().is_some_and(|bio| self.stand_in(&Text::read(bio)));
        if given || self.exact {
            reading.disclaimer.worded = Some(given);
        }
    }

    /// Whether one of the wordings stands in a text, whatever its case, marks and line breaks.
    fn stand_in(&self, text: &Text<'_>) -> bool {
        let said: Vec<&str> = words_of(text).collect();
        self.wordings.iter().any(|words| {
            said.windows(words.len()).any(|run| run.iter().zip(words).all(|(one, other)| *one == &**other))
        })
    }
}

/// A wording of more words is no disclaimer, and looking for it would take time.
const MOST_WORDS: usize = 80;

fn words_of<'a>(text: &'a Text<'_>) -> impl Iterator<Item = &'a str> {
    let counts = |index: &usize| matches!(text.tokens[*index].kind, Kind::Word | Kind::Number | Kind::Mention);
    (0..text.tokens.len()).filter(counts).map(|index| text.folded(index))
}

impl Disclaimer {
    /// Whether one stands anywhere that is known.
    pub(crate) fn given(&self) -> bool {
        self.worded.unwrap_or(self.text.is_some() || self.bio == Some(true))
    }
}

pub(super) fn find(reading: &Reading<'_>, bio: Option<&Reading<'_>>, employer: &Employer) -> Disclaimer {
    let says = |text: &String| {
        let parts = Parts::join(&[text], false);
        in_bio(&read_aside(reading.draft, &parts, employer))
    };
    let bio = bio.map(in_bio);
    let name = reading.draft.display_name.as_ref().is_some_and(says);
    Disclaimer {
        text: in_text(reading),
        bio: if name { Some(true) } else { bio },
        reference: reading.shows(signal::DISCLAIMER_REFERENCE),
        worded: None,
    }
}

fn in_bio(bio: &Reading<'_>) -> bool {
    let signals = [
        signal::DISCLAIMER_OWN,
        signal::DISCLAIMER_THEIRS,
        signal::DISCLAIMER_BESIDE,
        signal::DISCLAIMER_SHORT,
        signal::DISCLAIMER_BIO,
    ];
    signals.iter().any(|&signal| standing(bio, signal).next().is_some()) || of_one_name(bio)
}

/// "Bev's views", "opinions here are Donna's".
fn of_one_name(bio: &Reading<'_>) -> bool {
    let named = |index: usize| {
        let word = bio.word(index);
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("s'"));
        stem.is_some_and(|name| lexicon().names.kind(name).given)
    };
    let said =
        |index: usize| matches!(bio.word(index), "views" | "opinions" | "thoughts" | "tweets" | "words" | "posts");
    (0..bio.words.len()).filter(|&index| said(index)).any(|index| {
        let sentence = bio.sentence(index);
        (index.saturating_sub(2).max(sentence.start)..(index + 6).min(sentence.end)).any(named)
    })
}

fn in_text(reading: &Reading<'_>) -> Option<Place> {
    [signal::DISCLAIMER_OWN, signal::DISCLAIMER_THEIRS, signal::DISCLAIMER_DENIED]
        .iter()
        .find_map(|&signal| standing(reading, signal).next())
        .or_else(|| {
            [signal::DISCLAIMER_SHORT, signal::DISCLAIMER_BESIDE]
                .iter()
                .find_map(|&signal| standing(reading, signal).find(|&place| by_itself(reading, place)))
        })
}

/// The places of a signal that nothing takes back.
fn standing(reading: &Reading<'_>, signal: Signal) -> impl Iterator<Item = Place> {
    let place = |hit: &Hit| Place::new(hit.start as usize, hit.end as usize);
    reading
        .hits(signal)
        .iter()
        .map(place)
        .filter(move |&found| !reading.hits(signal::DISCLAIMER_NOT).iter().any(|hit| place(hit).overlaps(found)))
}

/// Words beside a remark that do not make it part of a longer sentence.
const FILLERS: usize = 3;

/// Whether a place is a sentence, a bracket or a line of its own, give or take a filler word.
fn by_itself(reading: &Reading<'_>, place: Place) -> bool {
    let counts = |index: &usize| matches!(reading.text.tokens[*index].kind, Kind::Word | Kind::Number | Kind::Mention);
    let sentence = reading.sentence(place.start);
    let before = sentence.start..place.start;
    let after = place.end..sentence.end.max(place.end);
    let opened = before.clone().rev().take(FILLERS).any(|index| opens(reading.text.written(index)));
    let closed = after.clone().take(FILLERS).any(|index| closes(reading.text.written(index)));
    (opened || before.filter(counts).count() < FILLERS) && (closed || after.filter(counts).count() <= FILLERS)
}

fn opens(mark: &str) -> bool {
    matches!(mark, "(" | "[" | "*" | "\u{2013}" | "\u{2014}" | "-" | "|" | "/" | "~" | "\u{2022}" | ":")
}

fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "*" | "#" | "|" | "/" | "~" | "\u{2022}")
}
