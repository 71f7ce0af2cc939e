//! A concern about safety or wrongdoing raised in public. The voice supports the author and names the channels.

use super::{Example, Raised, Rule};
use crate::evidence::{Place, Reading};
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "whistleblowing",
    catches: "Safety concerns and wrongdoing at work told in public: unsafe staffing, hidden or altered records, hazards left, concerns ignored.",
    leaves: "Posts that point to Freedom to Speak Up, inquiries and news about other places, and ordinary tiredness.",
    raises: &[
        Example::post("Just me and one HCA for 28 patients again tonight"),
        Example::post("We were told to backdate the obs charts before the inspection"),
        Example::post("I've raised the broken call bells six times and nothing has been done"),
    ],
    silent: &[
        Example::post("Our Freedom to Speak Up Guardian is brilliant, use her"),
        Example::post("Busy night, shattered, but what a team"),
        Example::post("Reading the Francis report again. Everyone in the NHS should"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let elsewhere = reading.shows(signal::WHISTLEBLOWING_ELSEWHERE);
    let points_to_channel = reading.shows(signal::WHISTLEBLOWING_CHANNEL);
    let mut hits: Vec<(Place, f32)> = Vec::new();
    for hit in reading.hits(signal::WHISTLEBLOWING_CONCERN) {
        let mut weight = hit.weight;
        // Leaks and rats are a concern where the draft is about work; at home they are a nuisance.
        if hit.weight < 0.7 && reading.work.score < 0.3 {
            weight -= if reading.work.bio_health { 0.2 } else { 0.3 };
        }
        if elsewhere {
            weight -= 0.4;
        }
        if points_to_channel && !reading.any(hit.start as usize..hit.end as usize, crate::lexicon::class::NUM) {
            weight -= 0.15;
        }
        let place = Place::new(hit.start as usize, hit.end as usize);
        if weight >= 0.395 && !hits.iter().any(|(other, _)| other.overlaps(place)) {
            hits.push((place, weight));
        }
    }
    let Some(best) = hits.iter().map(|&(_, weight)| weight).reduce(f32::max) else { return };
    // Two separate signs make a concern surer than one.
    let confidence = (best + 0.1 * (hits.len() as f32 - 1.0)).min(0.95);
    let mut raised = Raised::new(
        "whistleblowing",
        "concern",
        confidence,
        "You are right to raise this: the Freedom to Speak Up Guardian can act on it, and the law protects you when you use the proper channels first.",
    );
    raised.why = hits.iter().map(|&(place, _)| ("concern", place)).collect();
    raised.places = hits.into_iter().map(|(place, _)| place).collect();
    raised.about_work = true;
    out.push(raised);
}
