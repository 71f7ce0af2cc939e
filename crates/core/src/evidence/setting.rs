//! Where a draft is set: how much of it speaks of work, and of the care of patients.

use super::{Reading, Work};
use crate::draft::{Capacity, Site, Surface};
use crate::lexicon::{Class, class, signal};

/// How much of the draft speaks of work and of care, each 0..1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Setting {
    /// Colleagues, wards, roles, the employer.
    pub(crate) work: f32,
    /// Patients, conditions, treatment, wards.
    pub(crate) clinical: f32,
}

const WORK: &[Class] = &[
    class::STAFF_ROLE,
    class::MANAGER_ROLE,
    class::COLLEAGUE_WORD,
    class::WARD,
    class::NHS_WORK,
    class::EMPLOYER,
    class::SPECIALTY,
    class::CARE_SETTING,
    class::PATIENT,
    class::INTERNAL_MEETING,
];

const CLINICAL: &[Class] = &[
    class::PATIENT,
    class::WARD,
    class::BED,
    class::CONDITION,
    class::PROCEDURE,
    class::MEDICATION,
    class::CLINICAL_EVENT,
    class::CLINICAL_ABBREV,
    class::CARE_SETTING,
    class::MENTAL_HEALTH,
];

pub(super) fn find(reading: &Reading<'_>, work: &Work) -> Setting {
    let mut score = share(reading, WORK, 0.65);
    let draft = reading.draft;
    let mut lift = |by: f32| score = 1.0 - (1.0 - score) * (1.0 - by);
    if work.score > 0.0 {
        lift(0.4 * work.score.min(1.0));
    }
    if draft.capacity != Capacity::Personal {
        lift(0.3);
    }
    if draft.site == Site::Linkedin {
        lift(0.3);
    }
    if draft.surface == Surface::Recommendation {
        lift(0.9);
    }
    if work.bio_health {
        lift(0.15);
    }
    for signal in [signal::COLLEAGUE_ABSENCE, signal::COLLEAGUE_PERFORMANCE, signal::COLLEAGUE_APPOINTMENT] {
        if reading.shows(signal) {
            lift(0.25);
        }
    }
    Setting { work: score, clinical: share(reading, CLINICAL, 0.7) }
}

/// Each word of one of the classes leaves `left` of the doubt.
fn share(reading: &Reading<'_>, classes: &[Class], left: f32) -> f32 {
    let mut doubt = 1.0_f32;
    let mut past = 0;
    for tag in &reading.tags {
        if tag.start >= past && classes.contains(&tag.class) {
            doubt *= left;
            past = tag.end;
            if doubt < 0.05 {
                break;
            }
        }
    }
    1.0 - doubt
}
