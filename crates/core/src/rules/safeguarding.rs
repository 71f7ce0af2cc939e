//! Children and adults at risk, and the distance between staff and patients.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{IdentifierKind, Owner, Place, Reading, Role, owner};
use crate::lexicon::{Hit, Signal, signal};

pub(super) const RULE: Rule = Rule {
    family: "safeguarding",
    catches: "Naming or picturing a child or an adult at risk, asking people for personal details, arranging to meet, courting, secrets with a patient, and friend requests between staff and patients.",
    leaves: "The author's own family, declining a request, warnings not to share details, and plans among friends and colleagues.",
    raises: &[
        Example::post("Pop your date of birth and postcode in a comment and I'll book you in").to("Town Chat"),
        Example::post("saw your friend request, accepted it! hope the ward didn't put you off").on(Surface::Message),
        Example::post("Little Noah was the bravest boy on the children's ward today"),
    ],
    silent: &[
        Example::post("I can't accept friend requests from people I have looked after").on(Surface::Message),
        Example::post("Please don't post your date of birth or address on here").as_(Capacity::Official),
        Example::post("My little boy started school today"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    let declined: f32 = best(reading, signal::SAFEGUARDING_DECLINES).map_or(0.0, |hit| hit.weight);
    let answers = matches!(draft.surface, Surface::Reply | Surface::Comment | Surface::Message);
    // Only what is said to a patient or the public crosses the line; friends may have a drink.
    let to_patient = patient_spoken_to(reading);
    let mut raise = |kind, hit: &Hit, confidence: f32, words: &str| {
        let confidence = confidence - 0.7 * declined;
        if confidence >= 0.42 {
            let place = Place::new(hit.start as usize, hit.end as usize);
            out.push(Raised::new("safeguarding", kind, confidence, words).at(place));
        }
    };
    if let Some(hit) = best(reading, signal::SAFEGUARDING_ASKS) {
        let base = if hit.weight >= 0.75 { hit.weight } else { hit.weight * (0.5 + 0.6 * to_patient) };
        let base = if answers || reading.setting.work > 0.3 { base } else { base - 0.25 };
        raise(
            "asks-for-details",
            hit,
            base,
            "This asks somebody for personal details: give them a private, official way instead.",
        );
    }
    if let Some(hit) = best(reading, signal::SAFEGUARDING_SECRECY) {
        let base = hit.weight * (0.45 + 0.75 * to_patient).min(1.1);
        raise(
            "secrecy",
            hit,
            if answers { base } else { base - 0.3 },
            "This asks for secrecy: keep contact with patients open and through the service.",
        );
    }
    if let Some(hit) = best(reading, signal::SAFEGUARDING_INTIMATE) {
        let base = hit.weight * (0.3 + 1.1 * to_patient).min(1.3);
        raise(
            "intimate",
            hit,
            if answers { base } else { base - 0.3 },
            "This gets close to somebody in your care: do not send it.",
        );
    }
    if let Some(hit) = best(reading, signal::SAFEGUARDING_MEETING) {
        let base = hit.weight * (0.25 + 0.95 * to_patient);
        raise(
            "meeting",
            hit,
            if answers { base } else { base - 0.3 },
            "This arranges to meet somebody in your care: go through the service.",
        );
    }
    if let Some(hit) = best(reading, signal::SAFEGUARDING_BEFRIENDING) {
        let base = hit.weight * (0.45 + 0.75 * to_patient);
        raise(
            "befriending",
            hit,
            if answers { base } else { base - 0.3 },
            "This makes a friend of a patient: decline kindly and point to the service.",
        );
    }
    if let Some(hit) = best(reading, signal::SAFEGUARDING_PATIENT_FRIEND) {
        raise(
            "befriending",
            hit,
            hit.weight,
            "This tells of a patient made a friend: ask your manager, and keep contact through the service.",
        );
    }
    given_number(reading, to_patient, declined, out);
    at_risk(reading, out);
}

/// The author's own number, given to somebody in their care.
fn given_number(reading: &Reading<'_>, to_patient: f32, declined: f32, out: &mut Vec<Raised>) {
    if reading.draft.surface != Surface::Message || to_patient < 0.5 || declined > 0.0 {
        return;
    }
    for found in &reading.identifiers {
        if found.kind == IdentifierKind::Phone && owner(reading, found).0 == Owner::Own {
            out.push(
                Raised::new(
                    "safeguarding",
                    "befriending",
                    0.5 + 0.3 * to_patient,
                    "This gives a patient your own number: give the service's instead.",
                )
                .at(found.place),
            );
        }
    }
}

/// How likely it is that the draft speaks to a patient, 0..1.
fn patient_spoken_to(reading: &Reading<'_>) -> f32 {
    let told = best(reading, signal::SAFEGUARDING_TO_PATIENT).map_or(0.0, |hit| hit.weight);
    let care = best(reading, signal::CONTACT_CARE).map_or(0.0, |hit| hit.weight);
    // One such word may be a friend's; two or three together are not.
    let crossed = [
        signal::SAFEGUARDING_ASKS,
        signal::SAFEGUARDING_SECRECY,
        signal::SAFEGUARDING_INTIMATE,
        signal::SAFEGUARDING_MEETING,
        signal::SAFEGUARDING_BEFRIENDING,
    ]
    .iter()
    .filter(|&&signal| reading.shows(signal))
    .count();
    told.max(0.4 * crossed.saturating_sub(1) as f32)
        .max(0.9 * care)
        .max(0.4 * reading.setting.clinical)
        .max(0.5 * reading.setting.work)
        .min(1.0)
}

fn best<'a>(reading: &'a Reading<'_>, signal: Signal) -> Option<&'a Hit> {
    reading.hits(signal).iter().reduce(|best, hit| if hit.weight > best.weight { hit } else { best })
}

/// A patient named who is a child, or an adult who could come to harm.
fn at_risk(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let near = |signal: Signal, place: Place| {
        let hits = reading.hits(signal);
        let from = hits.partition_point(|hit| (hit.start as usize) + 30 < place.start);
        hits[from..]
            .iter()
            .take_while(|hit| (hit.start as usize) < place.end + 30)
            .map(|hit| hit.weight)
            .fold((0.0_f32, 0), |(most, count), weight| (most.max(weight), count + 1))
    };
    for person in reading.people.iter().filter(|person| person.role == Role::Patient && person.sure() >= 0.5) {
        let (child, child_cues) = near(signal::SAFEGUARDING_CHILD_CARE, person.place);
        let (risk, risk_cues) = near(signal::SAFEGUARDING_AT_RISK, person.place);
        let first = reading.identifiers.partition_point(|found| found.place.start + 20 < person.place.start);
        let young = reading.identifiers[first..].iter().take(4).any(|found| {
            matches!(found.kind, IdentifierKind::Age(0..=17))
                && found.place.start < person.place.end + 12
                && person.place.start < found.place.end + 12
        });
        let pictured = reading.pictures.iter().any(|picture| picture.children && !picture.harmless);
        let child_score = child
            + 0.12 * (child_cues as f32 - 1.0).clamp(0.0, 2.0)
            + if young { 0.4 } else { 0.0 }
            + if pictured { 0.2 } else { 0.0 };
        let from = if reading
            .solid_before(person.place.start)
            .is_some_and(|before| matches!(reading.word(before), "little" | "baby" | "wee"))
        {
            reading.solid_before(person.place.start).unwrap_or(person.place.start)
        } else {
            person.place.start
        };
        let place = Place::new(from, person.place.end);
        if child_score >= 0.5 {
            out.push(
                Raised::new(
                    "safeguarding",
                    "child-named",
                    (child_score * person.sure()).sqrt().min(0.95),
                    "This names a child in care: take the name and the picture out.",
                )
                .at(place),
            );
        } else if risk_cues >= 2 && risk >= 0.4 {
            out.push(
                Raised::new(
                    "safeguarding",
                    "adult-at-risk-named",
                    (0.7 * person.sure()).sqrt(),
                    "This names somebody at risk: leave it to the organisation and the police.",
                )
                .at(place),
            );
        }
    }
}
