//! Whether the text or the profile says that the views are the author's own.
//!
//! A disclaimer is known by its meaning: it says whose the words are ("own"),
//! or whose they are not ("theirs"). A bio is made of remarks, so there a
//! shorter form is enough; in a draft the short form has to stand by itself,
//! since "my view is that we need more beds" disclaims nothing.

use super::{Employer, Place, Reading, read_aside};
use crate::lexicon::{Hit, Signal, signal};
use crate::text::{Kind, Parts};

/// Where a disclaimer was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Disclaimer {
    /// In the draft.
    pub(crate) text: Option<Place>,
    /// In the bio or the display name; `None` where the bio is not known and the name says nothing.
    pub(crate) bio: Option<bool>,
    /// The wording of a personal reference, in the draft.
    pub(crate) reference: bool,
}

impl Disclaimer {
    /// Whether one stands anywhere that is known.
    pub(crate) fn given(&self) -> bool {
        self.text.is_some() || self.bio == Some(true)
    }
}

pub(super) fn find(reading: &Reading<'_>, employer: &Employer) -> Disclaimer {
    let says = |text: &String| {
        let parts = Parts::join(&[text], false);
        in_bio(&read_aside(reading.draft, &parts, employer))
    };
    let bio = reading.draft.bio.as_ref().map(says);
    let name = reading.draft.display_name.as_ref().is_some_and(says);
    Disclaimer {
        text: in_text(reading),
        bio: if name { Some(true) } else { bio },
        reference: reading.shows(signal::DISCLAIMER_REFERENCE),
    }
}

fn in_bio(bio: &Reading<'_>) -> bool {
    [signal::DISCLAIMER_OWN, signal::DISCLAIMER_THEIRS, signal::DISCLAIMER_BESIDE, signal::DISCLAIMER_SHORT]
        .iter()
        .any(|&signal| standing(bio, signal).next().is_some())
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
