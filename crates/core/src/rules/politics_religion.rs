//! Party politics and religion in a way that a neutral colleague would find contentious.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::evidence::{Place, Reading};
use crate::lexicon::{class, signal};

pub(super) const RULE: Rule = Rule {
    family: "politics-religion",
    catches: "Telling people how to vote, attacking or praising parties and politicians, and setting one faith, or none, against others.",
    leaves: "Greetings for feasts, voting without a view, history, and quotations with credit.",
    raises: &[
        Example::post("Vote Labour on Thursday if you care about the wards"),
        Example::post("Fourteen years of Tory cuts and they act surprised"),
        Example::post("Scrap the prayer room, religion has no place in a hospital"),
    ],
    silent: &[
        Example::post("Eid Mubarak to everybody celebrating"),
        Example::post("Polling station had a dog in a rosette, made my day"),
        Example::post("Aneurin Bevan quote on the wall of the new entrance"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let politician_answered = reading.reply_is(class::POLITICIAN) || answers_councillor(reading);
    out.extend(from_hits(
        reading,
        "politics-religion",
        "politics",
        signal::POLITICS_RELIGION_POLITICS,
        "This takes sides in party politics: leave it out, or post where your job does not show.",
        |hit| {
            let mut weight = hit.weight * 0.9;
            let place = Place::new(hit.start as usize, hit.end as usize);
            if politician_answered {
                weight += 0.2;
            }
            let names_party = reading.any(place.start..place.end, class::PARTY)
                || reading.any(place.start..place.end, class::POLITICIAN);
            if hit.weight < 0.7 && !names_party && !politician_answered && !sentence_political(reading, place) {
                weight -= 0.25;
            }
            (weight >= 0.4).then_some(weight.min(0.9))
        },
    ));
    out.extend(from_hits(
        reading,
        "politics-religion",
        "religion",
        signal::POLITICS_RELIGION_RELIGION,
        "This sets faith against faith, or against care: leave it out.",
        |hit| Some(hit.weight * 0.8),
    ));
}

fn sentence_political(reading: &Reading<'_>, place: Place) -> bool {
    reading.sentence(place.start).any(|index| {
        reading.is(index, class::PARTY) || reading.is(index, class::POLITICIAN) || reading.is(index, class::POLITICS)
    })
}

/// An elected person by the way their account is called: "@CllrDeanHargrave", "Jo Smith MP".
fn answers_councillor(reading: &Reading<'_>) -> bool {
    let to = reading.draft.reply_to.trim_start_matches('@');
    to.starts_with("Cllr")
        || to.ends_with("MP")
        || to.ends_with("MSP")
        || to.ends_with("_MP")
        || to.contains("Councillor")
        || to.ends_with("4Mayor")
}
