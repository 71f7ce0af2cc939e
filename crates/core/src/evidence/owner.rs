//! Whose a number, an address or a date is.

use super::people::{PersonMention, Role};
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::draft::Capacity;
use crate::lexicon::{Signal, signal};

/// Whom a detail leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The author.
    Own,
    /// A colleague.
    Colleague,
    /// A patient, or a relative of one.
    Patient,
    /// Nobody in particular: a helpline, a team, a venue, a business.
    Body,
    /// Nothing says whose.
    Unknown,
}

/// Tokens to each side in which words say whose a detail is.
const REACH: usize = 14;

/// No identifier has more tokens.
const LONGEST: usize = 24;

/// Whose `found` is, how sure, and what says so.
pub(crate) fn owner(reading: &Reading<'_>, found: &Identifier) -> (Owner, f32, Option<Place>) {
    let place = found.place;
    let near = |signal: Signal| nearest(reading, signal, place);
    let own = near(signal::OWNER_OWN);
    // "Ring me, not the switchboard": what is set aside is not whose the number is.
    let body = near(signal::OWNER_BODY).filter(|(_, cue)| {
        reading.solid_before(cue.start).is_none_or(|before| {
            !matches!(reading.word(before), "not" | "than" | "never" | "without" | "avoid" | "skip")
        })
    });
    // "Church View" is no church, and the chap from clinic is no clinic.
    let venue = near(signal::OWNER_VENUE).filter(|(_, cue)| {
        let first = reading.identifiers.partition_point(|other| other.place.start + LONGEST < cue.start);
        let near = reading.identifiers[first..].iter().take_while(|other| other.place.start < cue.end);
        let part_of_name = near.into_iter().any(|other| other.place.overlaps(*cue));
        let whence = reading.solid_before(cue.start).is_some_and(|before| reading.word(before) == "from");
        !part_of_name && !whence
    });
    let patient = near(signal::OWNER_PATIENT);
    let person = beside(reading, place);
    let contact = matches!(found.kind, IdentifierKind::Phone | IdentifierKind::Email);
    let spot = matches!(found.kind, IdentifierKind::Address | IdentifierKind::Postcode);
    let mut best = (Owner::Unknown, 0.0_f32, None);
    let mut weigh = |owner: Owner, weight: f32, cue: Option<Place>| {
        if weight > best.1 {
            best = (owner, weight, cue);
        }
    };
    if let Some((weight, cue)) = own {
        weigh(Owner::Own, weight * 0.95, Some(cue));
    }
    if let Some((weight, cue)) = body
        && contact
    {
        weigh(Owner::Body, weight * 0.9, Some(cue));
    }
    if let Some((weight, cue)) = venue
        && spot
    {
        weigh(Owner::Body, weight * 0.9, Some(cue));
    }
    // "Her mobile" is a colleague's where a colleague is who was spoken of.
    let theirs = person.is_some_and(|person| person.role == Role::Colleague && person.sure() >= 0.5);
    if let Some((weight, cue)) =
        patient.filter(|(_, cue)| !(contact && theirs && matches!(reading.word(cue.start), "her" | "his" | "their")))
    {
        weigh(Owner::Patient, weight * 0.93, Some(cue));
    }
    if let Some(person) = person {
        match person.role {
            Role::Patient => weigh(Owner::Patient, 0.6 + 0.35 * person.sure(), Some(person.place)),
            Role::Colleague if contact => weigh(Owner::Colleague, 0.6 + 0.35 * person.sure(), Some(person.place)),
            Role::Author => weigh(Owner::Own, 0.85, Some(person.place)),
            Role::Own => weigh(Owner::Body, 0.6, Some(person.place)),
            Role::Public => weigh(Owner::Body, 0.7, Some(person.place)),
            Role::Addressed => weigh(Owner::Patient, if spot { 0.55 } else { 0.3 }, Some(person.place)),
            Role::Unknown if matches!(reading.word(person.place.start), "mr" | "mrs" | "ms" | "miss") => {
                weigh(Owner::Patient, 0.6, Some(person.place));
            }
            Role::Unknown if contact => weigh(Owner::Colleague, 0.5, Some(person.place)),
            Role::Unknown | Role::Colleague => {}
        }
    }
    let published = found.public || reading.draft.capacity == Capacity::Official && contact && best.0 != Owner::Patient;
    if published && best.1 < 0.9 && !(best.0 == Owner::Own && best.1 >= 0.7) {
        best = (Owner::Body, 0.9, None);
    }
    best
}

/// The weightiest hit near a place, those in its sentence before others.
fn nearest(reading: &Reading<'_>, signal: Signal, place: Place) -> Option<(f32, Place)> {
    let hits = reading.hits(signal);
    let sentence = reading.token(place.start)?.sentence;
    let from = hits.partition_point(|hit| (hit.start as usize) + REACH + 8 < place.start);
    hits[from..]
        .iter()
        .take_while(|hit| (hit.start as usize) <= place.end + REACH)
        .filter_map(|hit| {
            let cue = Place::new(hit.start as usize, hit.end as usize);
            let apart =
                if cue.start >= place.end { cue.start - place.end + 3 } else { place.start.saturating_sub(cue.end) };
            let same = reading.token(cue.start)?.sentence == sentence;
            let loss = 0.015 * apart as f32 + if same { 0.0 } else { 0.2 };
            (apart <= REACH + 3).then_some((hit.weight - loss, cue))
        })
        .reduce(|a, b| if b.0 > a.0 { b } else { a })
        .filter(|(weight, _)| *weight > 0.1)
}

/// The person named nearest before a place, or just behind it, in its sentence.
fn beside<'a>(reading: &'a Reading<'_>, place: Place) -> Option<&'a PersonMention> {
    let sentence = reading.token(place.start)?.sentence;
    let next = reading.people.partition_point(|person| person.place.start < place.start);
    let before = reading.people[..next].iter().rev().take(3).find(|person| {
        person.score >= 0.3
            && person.place.end + REACH >= place.start
            && reading.token(person.place.start).is_some_and(|token| token.sentence + 1 >= sentence)
    });
    let after = reading.people.get(next).filter(|person| person.place.start <= place.end + 6 && person.score >= 0.4);
    before.or(after)
}
