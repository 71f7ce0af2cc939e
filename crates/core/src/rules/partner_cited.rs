//! Partners, suppliers and contractors cited by name.

use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::{Place, Reading};
use crate::lexicon::{UNKNOWN, class, signal};
use crate::text::Flags;

pub(super) const RULE: Rule = Rule {
    family: "partner-cited",
    catches: "Suppliers, contractors and partner organisations named in a draft about work, in praise or in blame.",
    leaves: "Shops, teams and programmes in private life, charities, and the NHS itself.",
    raises: &[
        Example::post("Our new catering contractor Fernleigh is serving cold soup to the wards"),
        Example::post("Huge thanks to Deloitte, who ran the review for our programme"),
        Example::post("The patient transport contract has gone to Swiftline and it shows"),
    ],
    silent: &[
        Example::post("Tesco have run out of oat milk again"),
        Example::post("Thank you to the volunteers on our ward"),
        Example::post("Watching the cricket with my dad"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let work = reading.work.score;
    let mut named: Vec<(Place, f32)> = Vec::new();
    for hit in reading.hits(signal::PARTNER_CITED_MENTIONED) {
        let place = Place::new(hit.start as usize, hit.end as usize);
        let known = reading.any(place.start..place.end, class::SUPPLIER);
        // An ordinary word with a capital is a firm only where the pattern itself says so.
        let weight = if known {
            match (work >= 0.25, reading.work.private < 0.25) {
                (true, _) => hit.weight.min(0.8),
                (false, true) => 0.45,
                (false, false) => 0.3,
            }
        } else {
            hit.weight * if work >= 0.2 { 0.75 } else { 0.6 }
        };
        let own = (place.start..place.end).any(|index| {
            [class::EMPLOYER, class::DAY_MONTH, class::PLACE, class::HOSPITAL, class::STAFF_ROLE, class::WARD]
                .iter()
                .any(|&class| reading.is(index, class))
                || hit.weight < 0.7 && reading.is(index, class::PERSON)
                || matches!(reading.word(index), "i" | "i'm" | "we" | "nhs" | "the" | "our")
        });
        // A firm that no list knows is written large and stands in no dictionary; a surer slot needs no such name.
        let unheard_of = (place.start..place.end).any(|index| {
            reading.words[index] == UNKNOWN
                && reading
                    .token(index)
                    .is_some_and(|token| token.flags.has(Flags::CAPITAL) && token.end - token.start > 3)
        });
        let first = reading.token(place.start).is_some_and(|token| token.flags.has(Flags::FIRST));
        let named_there = unheard_of || hit.weight >= 0.8 && !first;
        if (known || !own && named_there) && weight >= 0.4 && !named.iter().any(|(other, _)| other.overlaps(place)) {
            named.push((place, weight));
        }
    }
    let firms =
        reading.hits(signal::PARTNER_CITED_FIRM).iter().map(|hit| Place::new(hit.start as usize, hit.end as usize));
    let blamed = reading.shows(signal::PARTNER_CITED_CRITICISED);
    if blamed {
        named.extend(firms.map(|place| (place, 0.6)));
    }
    let Some(confidence) = named.iter().map(|&(_, weight)| weight).reduce(f32::max) else { return };
    if reading.draft.capacity == Capacity::Official && !blamed {
        return;
    }
    let (kind, message) = if blamed {
        ("criticised", "This blames a partner or supplier by name: take the name out and tell the contract manager.")
    } else {
        ("mentioned", "This names a partner or supplier: leave the name out.")
    };
    let mut raised = Raised::new("partner-cited", kind, confidence, message);
    raised.why = named.iter().map(|&(place, _)| ("partner", place)).collect();
    raised.places = named.into_iter().map(|(place, _)| place).collect();
    out.push(raised);
}
