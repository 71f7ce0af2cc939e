//! Something told of one particular patient, with no name but enough to know them by.

use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::{Case, Form, Place, Reading, Role};
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "patient-story",
    catches: "Anecdotes about one patient, or a relative of one, with an age, a ward, a time, a condition, a job or an event by which those who know them would know them.",
    leaves: "Teaching, figures, campaigns, the author's own illness and family, invented and historical people, and patients in general.",
    raises: &[
        Example::post("Had a retired trawlerman in resus last night, 71, third arrest this year and his wife held my hand all the way through").by("nhs-trust"),
        Example::post("one of our dialysis ladies told me today she has stopped coming because of the bus").by("nhs-trust"),
        Example::post("Delivered twins in the car park this morning!! Mum and babies doing fine on the ward").by("nhs-trust"),
    ],
    silent: &[
        Example::post("If a patient tells you they have stopped their tablets, ask why before you tell them off").by("nhs-trust"),
        Example::post("My dad had his hip done on Tuesday and the ward were brilliant").by("nhs-trust"),
        Example::post("One in four people will live with a mental health problem this year").by("nhs-trust"),
        Example::post("That lad in Casualty has been in resus for three episodes").by("nhs-trust"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    // Official pages tell stories that patients have agreed to; an answer to one patient is another family's matter.
    let agreed = reading.shows(signal::PEOPLE_AGREED);
    // A patient made a friend is a matter of safeguarding.
    let befriended: Vec<Place> = reading
        .hits(signal::SAFEGUARDING_PATIENT_FRIEND)
        .iter()
        .take(4)
        .map(|hit| Place::new(hit.start as usize, hit.end as usize))
        .collect();
    let best = reading
        .cases
        .iter()
        .filter(|case| worth(case) > 0.0 && !befriended.iter().any(|&place| place.overlaps(case.place)))
        .reduce(|best, case| if worth(case) > worth(best) + 0.05 { case } else { best });
    let told = told_of_named(reading);
    let (place, score, detail, event) = match (best, told) {
        (Some(case), Some((place, score))) if case.score < score => (place, score, case.detail.max(0.5), Some(place)),
        (Some(case), _) => (case.place, case.score, case.detail, case.event),
        (None, Some((place, score))) => (place, score, 0.5, Some(place)),
        (None, None) => return,
    };
    let mut confidence = score * (0.82 + 0.18 * detail.min(1.0));
    if agreed {
        confidence = confidence.min(0.4);
    }
    if reading.draft.capacity == Capacity::Official {
        confidence *= 0.92;
    }
    if confidence < 0.42 {
        return;
    }
    let kind = if detail >= 0.15 || event.is_some() || score >= 0.7 { "anecdote" } else { "discussed" };
    let mut raised = Raised::new(
        "patient-story",
        kind,
        confidence,
        "This tells of one patient: those who know them could recognise them, so leave it out or make it general.",
    )
    .at(place);
    if let Some(event) = event {
        raised = raised.because("what happened", event);
    }
    for hit in reading.hits(signal::CASE_DETAIL).iter().take(4) {
        raised = raised.because("detail", Place::new(hit.start as usize, hit.end as usize));
    }
    out.push(raised);
}

fn worth(case: &Case) -> f32 {
    case.score + 0.1 * case.detail.min(1.0)
}

/// A patient is named, and something is told of them.
fn told_of_named(reading: &Reading<'_>) -> Option<(Place, f32)> {
    reading
        .people
        .iter()
        .filter(|person| person.role == Role::Patient && person.form != Form::Handle && person.sure() >= 0.6)
        .find_map(|person| {
            let sentence = reading.token(person.place.start)?.sentence;
            let hits = reading.hits(signal::CASE_EVENT);
            let from = hits.partition_point(|hit| (hit.start as usize) + 24 < person.place.start);
            hits[from..]
                .iter()
                .take_while(|hit| (hit.start as usize) < person.place.end + 24)
                .filter(|hit| {
                    hit.weight >= 0.35
                        // Where they lie, and what is said to them, is no story.
                        && !matches!(reading.word(hit.start as usize), "in" | "on" | "into")
                        && reading.word(hit.end as usize) != "you"
                        && reading.token(hit.start as usize).is_some_and(|token| token.sentence.abs_diff(sentence) <= 1)
                })
                .max_by(|a, b| a.weight.total_cmp(&b.weight))
                .map(|hit| (Place::new(hit.start as usize, hit.end as usize), 0.45 + 0.35 * hit.weight))
        })
}
