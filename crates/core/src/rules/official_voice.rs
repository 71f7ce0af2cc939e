//! Speaking for the organisation, or setting up a presence in its name.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{Place, Reading};
use crate::lexicon::{Signal, signal};

pub(super) const RULE: Rule = Rule {
    family: "official-voice",
    catches: "Drafts from an author's own account that speak for the organisation or state its position, that set up a page or account for a ward, team or service, and official drafts that say nobody reviewed them.",
    leaves: "Official accounts at their ordinary work, disclaimers, pages for private hobbies, and pointing to the organisation's own channels.",
    raises: &[
        Example::post("On behalf of the Trust, we're sorry for the wait you had").by("nhs-trust"),
        Example::post("Our position on visiting has not changed and we won't be commenting further"),
        Example::post("We've started an Insta account for the renal unit, give us a follow!").by("elft"),
        Example::post("Visiting is off tonight, posted before comms have approved it")
            .by("nhs-trust")
            .as_(Capacity::Official),
    ],
    silent: &[
        Example::post("I'm not speaking on behalf of NHS England, just thinking aloud"),
        Example::post("Made a page for our dog's birthday cakes, give it a like").by("nhs-trust"),
        Example::post("We're recruiting nurses. Apply by Friday.").by("nhs-trust").as_(Capacity::Official),
        Example::post("On behalf of the whole family, thank you for the flowers"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.capacity == Capacity::Official {
        if let Some((place, _)) = best(reading, signal::OFFICIAL_VOICE_UNREVIEWED) {
            out.push(
                Raised::new(
                    "official-voice",
                    "unreviewed",
                    0.6,
                    "This says that it was not reviewed: let the communications team see it first.",
                )
                .at(place)
                .because("not reviewed", place),
            );
        }
        return;
    }
    if let Some((place, weight)) = best(reading, signal::OFFICIAL_VOICE_SETS_UP) {
        let official = reading.shows(signal::OFFICIAL_VOICE_OFFICIAL);
        let private = reading.shows(signal::OFFICIAL_VOICE_PRIVATE_PAGE);
        let about_work = 0.3 * reading.work.score;
        let confidence = weight + about_work - if official { 0.4 } else { 0.0 } - if private { 0.5 } else { 0.0 };
        if confidence >= 0.5 {
            out.push(
                Raised::new(
                    "official-voice",
                    "unofficial-account",
                    confidence.min(0.9),
                    "This sets up a page in the organisation's name: ask the communications team first.",
                )
                .at(place)
                .because("new account", place),
            );
        }
    }
    if let Some((place, weight)) = best(reading, signal::OFFICIAL_VOICE_SPEAKS) {
        // "We can confirm that the cake is gone" speaks for nobody unless the draft is about work.
        let answers = matches!(reading.draft.surface, Surface::Reply | Surface::Comment);
        let base = if answers { 0.85 } else { 0.7 };
        let confidence = if weight >= 0.75 { weight } else { weight * (base + 0.5 * reading.work.score) };
        if confidence >= 0.5 {
            out.push(
                Raised::new(
                    "official-voice",
                    "speaks-for",
                    confidence.min(0.9),
                    "This sounds like the organisation speaking: say it as yourself, or leave it to the official account.",
                )
                .at(place)
                .because("speaks for", place),
            );
        }
    }
}

/// The weightiest place of a signal that is not part of a disclaimer.
fn best(reading: &Reading<'_>, signal: Signal) -> Option<(Place, f32)> {
    reading
        .hits(signal)
        .iter()
        .map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight))
        .filter(|&(place, _)| reading.disclaimer.text.is_none_or(|other| !other.overlaps(place)))
        .reduce(|best, found| if found.1 > best.1 { found } else { best })
}
