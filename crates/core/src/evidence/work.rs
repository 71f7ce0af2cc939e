//! Whether the draft touches the author's work, and whether the employer is disclosed.
//!
//! The author is known to work in the NHS. What is asked is whether this text
//! is about that: first-person work counts most, then the employer and the
//! service, then health as a subject, which counts more when the profile names
//! a job in health. Private life speaks against it.

use super::{Employer, Place, Reading, read_aside, read_note};
use crate::draft::Capacity;
use crate::lexicon::{Class, Hit, Signal, class, signal};
use crate::text::{Kind, Parts};

/// How the draft stands to the author's work.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Work {
    /// How sure it is that the draft is about the author's work, the employer or what belongs to it, 0..1.
    pub(crate) score: f32,
    /// The words that show it, the weightiest first.
    pub(crate) cues: Vec<Place>,
    /// The draft names the employer.
    pub(crate) names_employer: bool,
    /// The bio or the profile names the employer or the NHS.
    pub(crate) bio_names_employer: bool,
    /// The bio or the profile says that the author works in health care.
    pub(crate) bio_health: bool,
    /// The draft or bio says in the first person that the author works there.
    pub(crate) says_employee: bool,
    /// How much of private life is in it, 0..1.
    pub(crate) private: f32,
}

impl Work {
    /// Whether the draft or the profile shows that the employer, or the NHS, employs the author.
    /// A job title alone does not: nurses work in many places.
    pub(crate) const fn disclosed(&self) -> bool {
        self.names_employer || self.bio_names_employer || self.says_employee
    }
}

/// What shows work, and how much: alone, and where the profile names a job in health.
const SUBJECTS: &[(Class, f32, f32)] = &[
    (class::EMPLOYER, 0.75, 0.8),
    (class::NHS_WORK, 0.45, 0.6),
    (class::HEALTH_POLICY, 0.35, 0.5),
    (class::WORKPLACE, 0.4, 0.55),
    (class::PATIENT, 0.45, 0.6),
    (class::WARD, 0.4, 0.55),
    (class::CLINICAL_ABBREV, 0.4, 0.55),
    (class::STAFF_ROLE, 0.35, 0.5),
    (class::MANAGER_ROLE, 0.25, 0.4),
    (class::SPECIALTY, 0.3, 0.45),
    (class::PROCEDURE, 0.25, 0.45),
    (class::MEDICATION, 0.25, 0.45),
    (class::CONDITION, 0.2, 0.4),
    (class::MENTAL_HEALTH, 0.2, 0.4),
    (class::CARE_SETTING, 0.3, 0.45),
    (class::CLINICAL_EVENT, 0.2, 0.35),
    (class::INTERNAL_MEETING, 0.35, 0.45),
    (class::INTERNAL_RECORD, 0.3, 0.4),
    (class::COLLEAGUE_WORD, 0.3, 0.4),
    (class::HEALTH_TOPIC, 0.2, 0.47),
    (class::NHS_WORK_WEAK, 0.12, 0.25),
    (class::WARD_WEAK, 0.12, 0.25),
    (class::CLINICAL_EVENT_WEAK, 0.05, 0.12),
];

/// What speaks for private life.
const PRIVATE: &[(Class, f32)] = &[
    (class::PRIVATE_LIFE, 0.35),
    (class::DRAMA, 0.5),
    (class::OWN_HEALTH, 0.6),
    (class::FIGURATIVE, 0.35),
    (class::KIN, 0.15),
];

/// No class is counted more often than this, so that a long text is not about work for its length.
const MOST: usize = 3;

pub(super) fn find(reading: &Reading<'_>, bio: Option<&Reading<'_>>, employer: &Employer) -> Work {
    let mut work = Work::default();
    match (bio, &reading.draft.display_name) {
        (Some(bio), None) => profile(bio, &mut work),
        (_, name) => {
            let said: Vec<&str> = [&reading.draft.bio, name].into_iter().flatten().map(String::as_str).collect();
            if !said.is_empty() {
                profile(&read_aside(reading.draft, &Parts::join(&said, false), employer), &mut work);
            }
        }
    }
    work.names_employer = reading.tagged(class::EMPLOYER).next().is_some();
    work.says_employee = reading.shows(signal::WORK_EMPLOYEE) || work.bio_names_employer;

    let mut cues: Vec<(Place, f32)> = Vec::new();
    for signal in [signal::WORK_EMPLOYEE, signal::WORK_OWN] {
        for hit in reading.hits(signal).iter().take(MOST * 2) {
            add(&mut cues, place(hit), if signal == signal::WORK_EMPLOYEE { 0.85 } else { hit.weight });
        }
    }
    let own = any(&cues);
    for &(class, alone, with_job) in SUBJECTS {
        let weight = if work.bio_health { with_job } else { alone };
        for found in reading.tagged(class).take(MOST) {
            add(&mut cues, found, if ambiguous(reading, class, found) { weight * 0.3 } else { weight });
        }
    }
    let handles = reading.text.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Mention);
    for (index, _) in handles.filter(|&(index, _)| names_the_service(reading.text.folded(index))).take(MOST) {
        add(&mut cues, Place::new(index, index + 1), 0.6);
    }
    work.private = private(reading);
    // An account that is used for work speaks of it more often than not.
    let used_for_work = if reading.draft.capacity == Capacity::Professional { 0.25 } else { 0.0 };
    let all = 1.0 - (1.0 - any(&cues)) * (1.0 - used_for_work);
    // What the author says of their own work stands, whatever else is in the text.
    let subjects = all * (1.0 - work.private);
    let pictured = if pictured(reading) { 0.47 } else { 0.0 };
    work.score = subjects.max(own * (1.0 - 0.4 * work.private)).max(pictured);
    crate::order::sort_by_number(&mut cues, |&(_, weight)| crate::order::greatest_first(weight));
    work.cues = cues.into_iter().map(|(place, _)| place).collect();
    work
}

/// Whether a handle is that of a body of the health service: "@midshireccgnews", "@leedshospitals".
fn names_the_service(handle: &str) -> bool {
    ["nhs", "ccg", "hospital"].iter().any(|body| handle.contains(body))
}

/// Whether a picture shows the author's work, by its alternative text.
fn pictured(reading: &Reading<'_>) -> bool {
    reading.draft.attachments.iter().filter_map(|attachment| attachment.alt.as_deref()).any(|alt| {
        !alt.is_empty()
            && read_note(reading.draft, alt, |note| {
                [class::NHS_WORK, class::WARD, class::PATIENT, class::STAFF_ROLE, class::WORKPLACE, class::EMPLOYER]
                    .iter()
                    .any(|&class| note.tagged(class).any(|found| !ambiguous(note, class, found)))
                    || note.shows(signal::WORK_OWN)
            })
    })
}

fn profile(bio: &Reading<'_>, work: &mut Work) {
    work.bio_names_employer = bio.tagged(class::EMPLOYER).next().is_some() || bio.shows(signal::WORK_NHS);
    work.bio_health = work.bio_names_employer
        || [class::STAFF_ROLE, class::MANAGER_ROLE, class::SPECIALTY, class::WARD, class::NHS_WORK]
            .iter()
            .any(|&class| bio.tagged(class).next().is_some())
        || bio.shows(signal::WORK_HEALTH_BIO);
}

/// Adds a cue unless a weightier one stands at the same place.
fn add(cues: &mut Vec<(Place, f32)>, place: Place, weight: f32) {
    match cues.iter_mut().find(|(other, _)| other.overlaps(place)) {
        Some(other) if other.1 >= weight => {}
        Some(other) => *other = (place, weight),
        None => cues.push((place, weight)),
    }
}

/// How sure it is that at least one of the cues is right.
fn any(cues: &[(Place, f32)]) -> f32 {
    1.0 - cues.iter().fold(1.0, |none, (_, weight)| none * (1.0 - weight))
}

/// Whether a job word is one that everyday life uses too.
fn ambiguous(reading: &Reading<'_>, class: Class, found: Place) -> bool {
    matches!(class, class::STAFF_ROLE | class::MANAGER_ROLE | class::COLLEAGUE_WORD)
        && reading.tagged(class::AMBIGUOUS_ROLE).any(|other| other == found)
}

fn private(reading: &Reading<'_>) -> f32 {
    let mut cues: Vec<(Place, f32)> = Vec::new();
    for &(class, weight) in PRIVATE {
        reading.tagged(class).take(MOST).for_each(|found| add(&mut cues, found, weight));
    }
    let mut hits = |signal: Signal, weight: Option<f32>| {
        for hit in reading.hits(signal).iter().take(MOST) {
            add(&mut cues, place(hit), weight.unwrap_or(hit.weight));
        }
    };
    hits(signal::WORK_VISIT, Some(0.55));
    hits(signal::WORK_PRIVATE, None);
    any(&cues)
}

fn place(hit: &Hit) -> Place {
    Place::new(hit.start as usize, hit.end as usize)
}
