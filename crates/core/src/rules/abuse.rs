//! Abusive language: insults, obscenities, threats, discrimination and bullying.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::draft::Surface;
use crate::evidence::{Place, Reading};
use crate::fixes;
use crate::lexicon::{Hit, class, signal};

pub(super) const RULE: Rule = Rule {
    family: "abuse",
    catches: "Insults, obscenities, threats and discriminatory remarks aimed at a person, a group or an organisation.",
    leaves: "Jokes about oneself, things and sport, mild swearing at nobody, reports of abuse received, and clinical words such as assessment.",
    raises: &[
        Example::post("The matron on our unit is a spiteful old cow"),
        Example::post("Learn to speak English before you come and work here"),
        Example::post("You lot at the council can f*** off").to("@somecouncil"),
        Example::post("Say that to my face again and I'll batter you"),
    ],
    silent: &[
        Example::post("I am such an idiot, left my badge in the car again"),
        Example::post("Frailty assessment clinic starts today, cracking team"),
        Example::post("My stupid dog has eaten the Christmas cake"),
    ],
    check,
};

const FAMILY: &str = "abuse";

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    out.extend(from_hits(
        reading,
        FAMILY,
        "threat",
        signal::ABUSE_THREAT,
        "This reads as a threat: take it out.",
        |hit| aimed_elsewhere(reading, hit).then_some(hit.weight),
    ));
    out.extend(from_hits(
        reading,
        FAMILY,
        "discrimination",
        signal::ABUSE_DISCRIMINATION,
        "This may discriminate against people for who they are: take it out.",
        |hit| (!reported(reading, hit)).then_some(hit.weight),
    ));
    out.extend(from_hits(
        reading,
        FAMILY,
        "insult",
        signal::ABUSE_INSULT,
        "This insults somebody: say what happened instead.",
        |hit| {
            let own = within(reading, hit, signal::ABUSE_INSULT_SELF);
            let weight = if hit.weight < 0.9 && at_play(reading, hit) { hit.weight - 0.45 } else { hit.weight };
            (!own && !reported(reading, hit) && weight >= 0.4).then_some(weight)
        },
    ));
    out.extend(from_hits(
        reading,
        FAMILY,
        "insult",
        signal::ABUSE_GROUP,
        "This speaks of a group of people with contempt: say it in other words.",
        |hit| (!reported(reading, hit)).then_some(hit.weight * 0.7),
    ));
    obscenity(reading, out);
}

/// Strong obscenities: held where they are aimed at somebody, otherwise advice.
fn obscenity(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let places: Vec<Place> = reading.tagged(class::OBSCENITY_STRONG).collect();
    let Some(&first) = places.first() else { return };
    let aimed = places.iter().any(|&place| is_aimed(reading, place));
    let confidence = if aimed { 0.8 } else { 0.45 };
    let message = if aimed {
        "This swears at somebody: take it out."
    } else {
        "Strong language is not for a post that shows where you work."
    };
    let mut raised = Raised::new(FAMILY, "obscenity", confidence, message)
        .because("obscenity", first)
        .fix(fixes::remove("Take the swearing out", &places, reading));
    raised.places = places.iter().map(|&place| if aimed { widen(reading, place) } else { place }).collect();
    out.push(raised);
}

/// Whether an obscenity stands in a sentence that speaks to or of somebody.
fn is_aimed(reading: &Reading<'_>, place: Place) -> bool {
    let after = reading.after(place, 3);
    let before = reading.before(place, 6);
    let off = after.clone().any(|index| matches!(reading.word(index), "off" | "yourself" | "yourselves" | "you"));
    let somebody = |index: usize| {
        matches!(
            reading.word(index),
            "you"
                | "they"
                | "them"
                | "these"
                | "those"
                | "management"
                | "managers"
                | "he"
                | "she"
                | "him"
                | "her"
                | "lot"
        ) || [
            class::MENTION,
            class::EMPLOYER,
            class::PERSON,
            class::STAFF_ROLE,
            class::MANAGER_ROLE,
            class::PARTY,
            class::POLITICIAN,
        ]
        .iter()
        .any(|&class| reading.is(index, class))
    };
    off || before.chain(after).any(somebody)
}

/// "f*** right off" rather than "f***".
fn widen(reading: &Reading<'_>, place: Place) -> Place {
    let goes_on = |index: &usize| matches!(reading.word(*index), "off" | "yourself" | "you" | "right");
    let end = reading.after(place, 3).rfind(goes_on);
    Place::new(place.start, end.map_or(place.end, |end| end + 1))
}

fn within(reading: &Reading<'_>, hit: &Hit, signal: crate::lexicon::Signal) -> bool {
    let place = Place::new(hit.start as usize, hit.end as usize);
    reading.hits(signal).iter().any(|other| place.overlaps(Place::new(other.start as usize, other.end as usize)))
}

/// Told of somebody else's words: "called me a useless cow", "racist abuse".
fn reported(reading: &Reading<'_>, hit: &Hit) -> bool {
    let place = Place::new(hit.start as usize, hit.end as usize);
    reading.before(place, 7).any(|index| {
        matches!(reading.word(index), "called" | "calling" | "shouted" | "abuse" | "racist" | "homophobic")
    }) && reading
        .before(place, 7)
        .any(|index| matches!(reading.word(index), "me" | "us" | "i" | "we" | "my" | "our" | "being" | "been"))
}

/// Said of the author's family or friends, in sport, or with a laugh.
fn at_play(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.sentence(hit.start as usize).any(|index| {
        reading.is(index, class::OWN_FAMILY)
            || matches!(
                reading.word(index),
                "lol"
                    | "haha"
                    | "bless"
                    | "love"
                    | "loved"
                    | "keeper"
                    | "striker"
                    | "ref"
                    | "goal"
                    | "squad"
                    | "villain"
                    | "panto"
                    | "birthday"
                    | "happy"
                    | "congrats"
                    | "character"
                    | "episode"
                    | "dog"
                    | "cat"
                    | "seagull"
                    | "toddler"
            )
    })
}

/// A threat counts unless it is said of the author, a thing or play.
fn aimed_elsewhere(reading: &Reading<'_>, hit: &Hit) -> bool {
    let sentence = reading.sentence(hit.start as usize);
    let play = sentence.clone().any(|index| {
        matches!(
            reading.word(index),
            "lol"
                | "haha"
                | "printer"
                | "laptop"
                | "alarm"
                | "cake"
                | "biscuits"
                | "chocolate"
                | "football"
                | "match"
                | "game"
                | "ref"
        )
    });
    !play || reading.draft.surface == Surface::Message
}
