//! What alternative text says that a picture shows. It is the author's word, so it counts like text.

use super::{Colleagues, Employer, Reading, Role};
use crate::draft::{AttachmentKind, Draft};
use crate::lexicon::signal;
use crate::text::Parts;

/// What one picture shows of people.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Picture {
    /// A patient's name, number or other detail can be read in it, 0..1.
    pub(crate) patient_details: f32,
    /// A patient is in it and can be recognised, 0..1.
    pub(crate) patient: f32,
    /// Colleagues can be known from it: badges, names, faces; 0..1.
    pub(crate) colleagues: f32,
    /// People are in it.
    pub(crate) people: bool,
    /// Children are in it.
    pub(crate) children: bool,
    /// Something blurred, blank or made up.
    pub(crate) harmless: bool,
}

pub(super) fn find(draft: &Draft, employer: &Employer, colleagues: &Colleagues) -> Vec<Picture> {
    draft
        .attachments
        .iter()
        .filter(|attachment| matches!(attachment.kind, AttachmentKind::Image | AttachmentKind::Video))
        .filter_map(|attachment| attachment.alt.as_deref())
        .filter(|alt| !alt.trim().is_empty())
        .map(|alt| {
            let parts = Parts::join(&[alt], false);
            let mut reading = Reading::with_people(draft, &parts, employer, colleagues);
            super::roles::assign(&mut reading);
            look(&reading)
        })
        .collect()
}

fn look(reading: &Reading<'_>) -> Picture {
    let shows = |signal| reading.shows(signal);
    let harmless = shows(signal::PICTURE_UNREADABLE);
    let record = shows(signal::PICTURE_RECORD);
    let readable = shows(signal::PICTURE_READABLE);
    let detail = shows(signal::PICTURE_PATIENT_DETAIL);
    let named = reading
        .people
        .iter()
        .any(|person| person.score >= 0.5 && !matches!(person.role, Role::Public | Role::Own | Role::Author));
    let number = reading.identifiers.iter().any(|found| {
        matches!(
            found.kind,
            super::IdentifierKind::NhsNumber
                | super::IdentifierKind::ChiNumber
                | super::IdentifierKind::HcNumber
                | super::IdentifierKind::HospitalNumber
                | super::IdentifierKind::DateOfBirth
        )
    });
    let staff = shows(signal::PICTURE_STAFF);
    let patient = shows(signal::PICTURE_PATIENT);
    let patient_details = if harmless {
        0.0
    } else if number {
        0.9
    } else if detail && (record || readable || named) {
        0.85
    } else if record && named && readable {
        0.7
    } else {
        0.0
    };
    let badge = shows(signal::PICTURE_BADGE);
    let colleagues = if harmless {
        0.0
    } else if badge {
        0.75
    } else if staff && named {
        0.6
    } else {
        0.0
    };
    let children = shows(signal::PICTURE_CHILD);
    let face = shows(signal::PICTURE_FACE);
    Picture {
        patient_details,
        patient: if harmless || !patient {
            0.0
        } else if face {
            0.6
        } else {
            0.3
        },
        colleagues,
        people: staff || patient || children || shows(signal::PICTURE_PEOPLE),
        children,
        harmless,
    }
}
