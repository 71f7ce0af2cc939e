//! Surveys and polls of the public or of stakeholders.

use super::{Example, Raised, Rule};
use crate::draft::{AttachmentKind, Surface};
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "survey-or-poll",
    catches: "Surveys, questionnaires and polls for patients, the public or stakeholders: linked, attached, or run by a show of comments.",
    leaves: "House surveys, elections, what other people's surveys found, and polls about private matters.",
    raises: &[
        Example::post("Carers! Please fill in our short questionnaire, link below"),
        Example::post("Which name do you prefer for our new clinic? A or B, comments please"),
        Example::post("Patients: would you use this service?").with(AttachmentKind::Poll, "Yes / No"),
    ],
    silent: &[
        Example::post("The survey on our house came back, it's all damp"),
        Example::post("Best biscuit?").with(AttachmentKind::Poll, "Hobnob / Digestive"),
        Example::post("The exit poll was spot on"),
    ],
    check,
};

/// How much of work or of the public has to be about for a question to be a survey of the service.
const CONCERNS_WORK: f32 = 0.3;

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let other = |place: Place| {
        reading.hits(signal::SURVEY_OR_POLL_OTHER).iter().any(|hit| {
            reading.token(hit.start as usize).map(|token| token.sentence)
                == reading.token(place.start).map(|token| token.sentence)
        })
    };
    let asked = reading
        .hits(signal::SURVEY_OR_POLL_ASKS)
        .iter()
        .map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight))
        .filter(|&(place, _)| !other(place))
        .reduce(|best, found| if found.1 > best.1 { found } else { best });
    let poll = reading.draft.surface == Surface::Poll
        || reading.draft.attachments.iter().any(|attachment| attachment.kind == AttachmentKind::Poll);
    let concerns = reading.work.score >= CONCERNS_WORK
        || reading.shows(signal::SURVEY_OR_POLL_AUDIENCE)
        || reading.draft.attachments.iter().filter_map(|attachment| attachment.alt.as_deref()).any(|alt| {
            !alt.is_empty() && read_note(reading.draft, alt, |note| note.shows(signal::SURVEY_OR_POLL_AUDIENCE))
        });
    if !concerns || (asked.is_none() && !poll) {
        return;
    }
    let confidence = match (asked, poll) {
        (Some(_), true) => 0.85,
        (Some((_, weight)), false) => 0.75 * weight,
        (None, _) => 0.6,
    };
    let (kind, message) = if poll {
        ("poll", "This is a poll about the service: ask the communications team to run it with you.")
    } else {
        ("survey", "This asks people to answer a survey: ask the communications team to run it with you.")
    };
    let mut raised = Raised::new("survey-or-poll", kind, confidence, message);
    if let Some((place, _)) = asked {
        raised = raised.at(place).because("asks", place);
    }
    out.push(raised);
}
