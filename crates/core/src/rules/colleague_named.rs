//! Colleagues named, tagged or otherwise singled out without their stated permission.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{Form, IdentifierKind, Owner, PersonMention, Place, Reading, Role, owner};
use crate::fixes;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "colleague-named",
    catches: "Colleagues who are named, tagged, pictured or described so that one person fits, above all with their performance, absence, appointment or contact details.",
    leaves: "The author, family and friends, public figures, patients, and colleagues who are said to have agreed.",
    raises: &[
        Example::post("So proud of our ward sister Mrs Nowicka today").by("nhs-trust"),
        Example::post("Dr Patel our registrar has handed in his notice").by("nhs-trust"),
        Example::post("I have been working with Dr Bakare for years and he never answers his bleep").by("nhs-trust"),
        Example::post("that will be gary in payroll, he has had two warnings off HR already").by("nhs-trust"),
        Example::post("The new matron (Geordie, drives the yellow Mini) has binned our off duty again").by("nhs-trust"),
    ],
    silent: &[
        Example::post("My nan Rose is 86 today").by("nhs-trust"),
        Example::post("Florence Nightingale would have loved this").by("nhs-trust"),
        Example::post("The team were brilliant tonight").by("nhs-trust"),
        Example::post("Well done to Priya on the ward, who passed her OSCE (shared with her permission)")
            .by("nhs-trust"),
        Example::post("Will and Grace is back on the telly").by("nhs-trust"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let agreed = reading.shows(signal::PEOPLE_AGREED);
    for person in reading.people.iter().filter(|person| person.role == Role::Colleague) {
        out.extend(named(reading, person));
    }
    for found in &reading.identifiers {
        if !matches!(found.kind, IdentifierKind::Phone | IdentifierKind::Email) {
            continue;
        }
        let (whose, sure, cue) = owner(reading, found);
        if whose != Owner::Colleague || sure < 0.45 {
            continue;
        }
        let mut raised = Raised::new(
            "colleague-named",
            "contact-details",
            (0.3 + 0.6 * sure).min(found.score),
            "This gives away how to reach a colleague: ask whether they agree, or leave it out.",
        )
        .at(found.place)
        .fix(fixes::remove("Take it out", &[found.place], reading));
        raised.permitted = agreed;
        raised.settled = true;
        if let Some(cue) = cue {
            raised = raised.because("colleague", cue);
        }
        out.push(raised);
    }
    described(reading, agreed, out);
    for picture in &reading.pictures {
        if picture.colleagues >= 0.5 && reading.draft.capacity != Capacity::Official {
            let mut raised = Raised::new(
                "colleague-named",
                "pictured",
                picture.colleagues,
                "Colleagues can be recognised in the picture: ask whether they agree.",
            );
            raised.permitted = agreed;
            out.push(raised);
        }
    }
}

fn named(reading: &Reading<'_>, person: &PersonMention) -> Option<Raised> {
    let mut confidence = person.sure();
    if reading.draft.capacity == Capacity::Official {
        confidence *= 0.85;
    }
    if confidence < 0.42 {
        return None;
    }
    let kind = kind_of(reading, person);
    let mut raised = Raised::new(
        "colleague-named",
        kind,
        confidence,
        "This names a colleague: ask whether they agree, or leave the name out.",
    )
    .at(person.place)
    .fix(fixes::replace("Say \u{201C}a colleague\u{201D} instead", &[person.place], "a colleague", reading));
    raised.settled = person.colleague_listed();
    raised.permitted =
        person.permitted || reading.draft.surface == Surface::Recommendation && reading.shows(signal::COLLEAGUE_ASKED);
    Some(match person.cue {
        Some(cue) => raised.because("colleague", cue),
        None => raised,
    })
}

/// What is told of a colleague, in the order of how much it can hurt.
fn kind_of(reading: &Reading<'_>, person: &PersonMention) -> &'static str {
    let near = |signal| {
        let hits = reading.hits(signal);
        let from = hits.partition_point(|hit| (hit.start as usize) + 24 < person.place.start);
        hits[from..].first().is_some_and(|hit| (hit.start as usize) < person.place.end + 24)
    };
    if near(signal::COLLEAGUE_ABSENCE) {
        "absence"
    } else if near(signal::COLLEAGUE_PERFORMANCE) {
        "performance"
    } else if near(signal::COLLEAGUE_COMPLAINT) {
        "complaint"
    } else if near(signal::COLLEAGUE_APPOINTMENT) {
        "appointment"
    } else if person.form == Form::Handle {
        "tagged"
    } else {
        "named"
    }
}

/// No name, but only one person fits: "the new regional director (red glasses)".
fn described(reading: &Reading<'_>, agreed: bool, out: &mut Vec<Raised>) {
    let mut past = 0;
    for hit in reading.hits(signal::COLLEAGUE_DESCRIBED) {
        let place = Place::new(hit.start as usize, hit.end as usize);
        let names = reading.people.partition_point(|person| person.place.end <= place.start);
        let named = reading.people.get(names).is_some_and(|person| person.place.start < place.end + 3);
        if place.start < past || named {
            continue;
        }
        past = place.end;
        let mut raised = Raised::new(
            "colleague-named",
            "described",
            hit.weight,
            "Only one person may fit this: ask whether they agree, or make it general.",
        )
        .at(place);
        raised.permitted = agreed;
        out.push(raised);
    }
}
