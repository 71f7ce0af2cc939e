//! Whose a number, an address or a date is.

use super::people::{PersonMention, Role};
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::draft::Capacity;
use crate::lexicon::{Signal, class, signal};
use crate::text::{Flags, Kind};

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
    let near = |signal: Signal| nearest(reading, signal, place, |_| true);
    let own = near(signal::OWNER_OWN);
    // "Ring me, not the switchboard": what is set aside is not whose the number is.
    let body = nearest(reading, signal::OWNER_BODY, place, |cue| {
        reading.solid_before(cue.start).is_none_or(|before| {
            !matches!(reading.word(before), "not" | "than" | "never" | "without" | "avoid" | "skip")
        })
    });
    // "Church View" is no church, and the chap from clinic is no clinic.
    let venue = nearest(reading, signal::OWNER_VENUE, place, |cue| {
        let first = reading.identifiers.partition_point(|other| other.place.start + LONGEST < cue.start);
        let near = reading.identifiers[first..].iter().take_while(|other| other.place.start < cue.end);
        let part_of_name = near.into_iter().any(|other| other.place.overlaps(cue));
        let whence = reading.solid_before(cue.start).is_some_and(|before| reading.word(before) == "from");
        !part_of_name && !whence
    });
    let patient = near(signal::OWNER_PATIENT);
    let lives = near(signal::OWNER_LIVES);
    // Who is born is named ahead of the date; a name behind it is whoever's the next words speak of.
    let person = beside(reading, place).filter(|person| {
        person.role != Role::Public || found.kind != IdentifierKind::DateOfBirth || person.place.end <= place.start
    });
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
    if found.kind == IdentifierKind::Phone
        && !is_mobile(reading, place)
        && let Some(desk) = desk(reading, place)
    {
        weigh(Owner::Body, 0.75, Some(desk));
    }
    if let Some((weight, cue)) = body
        && contact
    {
        // A mobile is seldom a body's: "text us on 07700 900123 if you can do the night".
        let mobile = found.kind == IdentifierKind::Phone && is_mobile(reading, place);
        if !mobile || weight >= 0.75 {
            weigh(Owner::Body, weight * if mobile { 0.6 } else { 0.9 }, Some(cue));
        }
    }
    if spot && let Some(site) = site(reading, place) {
        weigh(Owner::Body, 0.95, Some(site));
    }
    if let Some((weight, cue)) = venue
        && spot
    {
        weigh(Owner::Body, weight * 0.9, Some(cue));
    }
    if let Some((weight, cue)) = lives
        && spot
    {
        weigh(Owner::Patient, weight * 0.93, Some(cue));
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

/// A hospital, a body or a building that the names and commas right before an address lead back to: "NMC, 23 Portland
/// Place", "Royal Victoria, 274 Grosvenor Road".
fn site(reading: &Reading<'_>, place: Place) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let sentence = reading.token(place.start)?.sentence;
    for index in (place.start.saturating_sub(REACH)..place.start).rev() {
        let token = &tokens[index];
        let public = [class::HOSPITAL, class::CARE_SETTING, class::ORGANISATION_WORD, class::WORKPLACE];
        let acronym =
            token.flags.has(Flags::UPPER) && token.end - token.start >= 3 && !reading.is(index, class::CLINICAL_ABBREV);
        match token.kind {
            _ if token.sentence != sentence => return None,
            Kind::Soft => {}
            Kind::Word if token.flags.has(Flags::CAPITAL) => {
                if acronym || public.iter().any(|&class| reading.is(index, class)) {
                    return Some(Place::new(index, index + 1));
                }
            }
            Kind::Number => {}
            _ => return None,
        }
    }
    None
}

/// Whether a telephone number begins 07 or +447.
fn is_mobile(reading: &Reading<'_>, place: Place) -> bool {
    let digits: String = reading.quote(place).chars().filter(char::is_ascii_digit).take(8).collect();
    ["07", "447", "4407", "00447"].iter().any(|prefix| digits.starts_with(prefix))
}

/// The ward or department that stands at a number: "Ward 14: 01632 960014".
fn desk(reading: &Reading<'_>, place: Place) -> Option<Place> {
    let departments = [class::WARD, class::HOSPITAL, class::CARE_SETTING, class::SPECIALTY, class::WORKPLACE];
    let mut words = (place.start.saturating_sub(5)..place.start).rev().filter(|&index| {
        let kind = reading.text.tokens[index].kind;
        matches!(kind, Kind::Word | Kind::Break)
            && !matches!(reading.word(index), "is" | "on" | "number" | "no" | "line" | "tel" | "the" | "phone")
    });
    let name = words.next().filter(|&index| departments.iter().any(|&class| reading.is(index, class)))?;
    let from =
        words.next().is_some_and(|before| matches!(reading.word(before), "from" | "off" | "in" | "my" | "his" | "her"));
    (!from).then(|| Place::new(name, name + 1))
}

/// The weightiest hit near a place that `counts`, those in its sentence before others.
fn nearest(
    reading: &Reading<'_>,
    signal: Signal,
    place: Place,
    counts: impl Fn(Place) -> bool,
) -> Option<(f32, Place)> {
    let hits = reading.hits(signal);
    let sentence = reading.token(place.start)?.sentence;
    let from = hits.partition_point(|hit| (hit.start as usize) + REACH + 8 < place.start);
    hits[from..]
        .iter()
        .take_while(|hit| (hit.start as usize) <= place.end + REACH)
        .filter_map(|hit| {
            let cue = Place::new(hit.start as usize, hit.end as usize);
            if !counts(cue) {
                return None;
            }
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
            && !person.place.overlaps(place)
            && person.place.end + REACH >= place.start
            && reading.token(person.place.start).is_some_and(|token| token.sentence + 1 >= sentence)
    });
    let after = reading
        .people
        .get(next)
        .filter(|person| person.place.start <= place.end + 6 && person.score >= 0.4 && !person.place.overlaps(place));
    before.or(after)
}
