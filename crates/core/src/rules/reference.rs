//! References and recommendations of colleagues, contractors and suppliers.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{Place, Reading, Role};
use crate::lexicon::{class, signal};

pub(super) const RULE: Rule = Rule {
    family: "reference",
    catches: "Recommendations of colleagues, contractors and suppliers on LinkedIn's form or in any post, without the wording that a personal reference needs.",
    leaves: "Personal references with the exact wording, thanks and praise, recommended books, plumbers and cake makers, and what guidelines recommend.",
    raises: &[
        Example::post("A joy to work with, calm in every storm.").on(Surface::Recommendation).bio("NHS England"),
        Example::post("I can't recommend Priya Nair highly enough, she ran our programme office for years"),
        Example::post("Best analyst I ever worked with. Snap her up before somebody else does").bio("NHS England"),
    ],
    silent: &[
        Example::post("A joy to work with. This reference is being made by me in a personal capacity. It is not intended and should not be construed as a reference from NHS England.")
            .on(Surface::Recommendation),
        Example::post("Can't recommend our plumber Dave highly enough, boiler's purring"),
        Example::post("Can anyone recommend a good book on leadership?"),
    ],
    check,
};

const FAMILY: &str = "reference";

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    if draft.capacity == Capacity::Official || draft.surface == Surface::Message {
        return;
    }
    let form = draft.surface == Surface::Recommendation;
    let of_work = reading.shows(signal::REFERENCE_OF_WORK);
    let found = reading
        .hits(signal::REFERENCE_RECOMMENDS)
        .iter()
        .map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight))
        .filter(|&(place, _)| !taken_back(reading, place))
        .reduce(|best, found| if found.1 > best.1 { found } else { best });
    let confidence = match (form, found) {
        (true, _) => 0.8,
        (false, Some((_, weight))) => {
            let about = of_work
                || reading.work.score >= 0.35
                || reading.work.bio_health
                || reading.people.iter().any(|person| person.role == Role::Colleague);
            let private = !form && reading.shows(signal::REFERENCE_PRIVATE) && !of_work;
            weight - if about { 0.0 } else { 0.3 } - if private { 0.5 } else { 0.0 }
        }
        (false, None) => return,
    };
    if confidence < 0.45 {
        return;
    }
    // The wording mends a personal reference alone.
    let professional = of_work && (!reading.disclaimer.reference || writes_as_employee(reading));
    if reading.disclaimer.reference && !professional {
        return;
    }
    let supplier = reading.tagged(class::SUPPLIER).next().is_some()
        || reading.tagged(class::COMPANY_SUFFIX).next().is_some()
        || reading.shows(signal::REFERENCE_VENDOR) && reading.people.is_empty();
    let (kind, message) = if supplier {
        ("vendor", "This recommends a supplier: as a member of staff, leave it out.")
    } else if professional {
        ("professional", "This reads as a reference from the organisation: staff do not give those online.")
    } else {
        ("personal", "This is a reference: a personal one needs the policy's own wording.")
    };
    let mut raised = Raised::new(FAMILY, kind, confidence.min(0.9), message);
    if let Some((place, _)) = found {
        raised = raised.at(place).because("recommends", place);
    }
    out.push(raised);
}

/// Asked for, said by a guideline, or part of a disclaimer.
fn taken_back(reading: &Reading<'_>, place: Place) -> bool {
    let same_sentence = |index: usize| {
        reading.token(index).map(|token| token.sentence) == reading.token(place.start).map(|token| token.sentence)
    };
    reading.hits(signal::REFERENCE_ASKS).iter().any(|hit| same_sentence(hit.start as usize))
}

fn writes_as_employee(reading: &Reading<'_>) -> bool {
    reading.shows(signal::WORK_EMPLOYEE)
}
