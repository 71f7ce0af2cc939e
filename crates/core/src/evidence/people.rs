//! People: who is named, and who each of them is to the author.

use super::{Colleagues, Place, Reading, person_name};
use crate::lexicon::{class, lexicon};
use crate::text::Kind;

/// Who somebody is to the author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing says who.
    Unknown,
    /// Somebody in care, or a relative of theirs.
    Patient,
    /// Somebody the author works with.
    Colleague,
    /// The author's own family or friends.
    Own,
    /// A public, historical or invented figure.
    Public,
    /// The author.
    Author,
    /// Whoever the draft speaks to.
    Addressed,
}

/// How a person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Given and family name, or a title and a name.
    Full,
    /// One name alone.
    Single,
    /// "R.K.", "JB".
    Initials,
    /// "@name".
    Handle,
}

/// A place where somebody is named.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PersonMention {
    pub(crate) place: Place,
    pub(crate) form: Form,
    /// How sure it is that these words name a person, 0..1.
    pub(crate) score: f32,
    pub(crate) role: Role,
    /// How sure the role is, 0..1.
    pub(crate) role_score: f32,
    /// What gave the role.
    pub(crate) cue: Option<Place>,
    /// The directory lists them.
    pub(crate) listed: bool,
    /// They are known to have agreed: the directory or the draft says so.
    pub(crate) permitted: bool,
}

impl PersonMention {
    pub(crate) const fn colleague_listed(&self) -> bool {
        self.listed
    }

    /// How sure it is that this names a person in this role.
    pub(crate) fn sure(&self) -> f32 {
        (self.score * self.role_score).sqrt()
    }

    pub(super) const fn new(start: usize, end: usize, form: Form, score: f32) -> Self {
        Self {
            place: Place::new(start, end),
            form,
            score,
            role: Role::Unknown,
            role_score: 0.0,
            cue: None,
            listed: false,
            permitted: false,
        }
    }
}

/// Everybody named in the text.
pub(super) fn find(reading: &Reading<'_>, colleagues: &Colleagues) -> Vec<PersonMention> {
    let mut people = Vec::new();
    let mut index = 0;
    while index < reading.text.tokens.len() {
        let found = colleagues
            .at(reading, index)
            .or_else(|| handle(reading, index))
            .or_else(|| person_name::titled(reading, index))
            .or_else(|| person_name::initials(reading, index))
            .or_else(|| person_name::named(reading, index));
        match found {
            Some(person) => {
                index = person.place.end;
                people.push(person);
            }
            None => index += 1,
        }
    }
    people
}

fn handle(reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
    (reading.text.tokens[index].kind == Kind::Mention && !reading.is(index, class::EMPLOYER))
        .then(|| PersonMention::new(index, index + 1, Form::Handle, handle_score(reading.text.folded(index))))
}

/// How likely it is that a handle is one person's and no team's.
fn handle_score(handle: &str) -> f32 {
    const BODIES: &[&str] = &[
        "nhs",
        "trust",
        "hospital",
        "ccg",
        "icb",
        "uni",
        "college",
        "news",
        "official",
        "council",
        "police",
        "team",
        "ward",
        "unit",
        "clinic",
        "dept",
        "charity",
        "foundation",
        "society",
        "assoc",
        "network",
        "academy",
        "gov",
        "bbc",
        "radio",
        "fc",
        "rcn",
        "unison",
        "gmb",
        "royal",
        "group",
        "ltd",
        "uk",
        "org",
        "conference",
        "journal",
        "medics",
        "ambulance",
        "service",
        "school",
        "nursing_",
        "simulation",
        "library",
        "hub",
        "journo",
        "press",
        "support",
        "help",
        "live",
        "guardian",
        "times",
        "gazette",
        "chronicle",
        "echo",
        "post",
        "magazine",
        "research",
        "campaign",
        "awards",
        "careers",
        "comms",
        "library",
        "rail",
        "cafe",
        "theatre",
        "museum",
    ];
    let bare = handle.trim_start_matches(['@', '＠']);
    if BODIES.iter().any(|body| bare.contains(body)) && !begins_with_name(bare) { 0.25 } else { 0.65 }
}

/// Whether a handle begins as a person's does: "@tedbrooksnhs", "@drpatel_ccg", "@nursebev".
fn begins_with_name(handle: &str) -> bool {
    let title = ["dr", "nurse", "matron", "sister", "prof"].iter().find_map(|title| handle.strip_prefix(title));
    let named = |rest: &str| {
        (4..=9).filter_map(|end| rest.get(..end)).any(|name| {
            let kind = lexicon().names.kind(name);
            kind.given && !kind.everyday
        }) || rest.get(..3).is_some_and(|name| {
            let kind = lexicon().names.kind(name);
            kind.given && !kind.everyday && rest.len() >= 9
        })
    };
    named(title.unwrap_or(handle))
}
