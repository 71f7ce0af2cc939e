//! A draft about the author's work without a word that the views are their own.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::Reading;
use crate::lexicon::signal;
use crate::report::Severity;

pub(super) const RULE: Rule = Rule {
    family: "disclaimer-missing",
    catches: "Posts from a personal or professional account that touch the author's work or employer, where neither the text nor the bio says that the views are the author's own.",
    leaves: "Private life, official accounts, messages, and drafts or bios with a disclaimer in any words.",
    raises: &[
        Example::post("Proud of our trust and everybody on my ward tonight").bio("staff nurse, Leeds"),
        Example::post("First day at NHS England!"),
        Example::post("Our A&E is on its knees this winter").bio("ED nurse"),
        Example::post("Beans count. Tinned counts. Five a day is a start.").bio("Dietitian, great views of the Tyne"),
    ],
    silent: &[
        Example::post("Proud of our trust tonight").bio("Nurse. All views my own."),
        Example::post("My sourdough has failed again").bio("staff nurse"),
        Example::post("Long shift on my ward. These are my personal views and not those of my employer."),
        Example::post("Back on nights (own waffle, nowt to do with the hospital)"),
    ],
    check,
};

/// From here on a draft is taken to be about the author's work.
const ABOUT_WORK: f32 = 0.42;

/// Families that only a draft about work can raise, so that their finding is evidence of it.
const OF_WORK: &[&str] = &[
    "patient-identifier",
    "patient-story",
    "patient-contact",
    "confidential",
    "colleague-named",
    "whistleblowing",
    "partner-cited",
    "official-voice",
    "reference",
];

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    if draft.capacity == Capacity::Official
        || matches!(draft.surface, Surface::Message | Surface::Profile)
        || reading.disclaimer.given()
    {
        return;
    }
    let told = out
        .iter()
        .filter(|other| OF_WORK.contains(&other.family))
        .map(|other| other.confidence)
        .fold(0.0_f32, f32::max);
    let confidence = 1.0 - (1.0 - reading.work.score) * (1.0 - 0.75 * told * (1.0 - reading.work.private));
    if confidence < ABOUT_WORK {
        return;
    }
    let kind = if out.iter().any(|other| other.family == "media-response") {
        "media-comment"
    } else if reading.shows(signal::DISCLAIMER_MISSING_BLOG) {
        "blog"
    } else {
        "post"
    };
    let bio_unknown = reading.disclaimer.bio.is_none();
    let message = if bio_unknown {
        "You write about your work: if your profile does not say that views are your own, add it here."
    } else {
        "You write about your work: add that the views are your own."
    };
    // Without a known bio it may well stand there: advice, whatever the pack says.
    let confidence = if bio_unknown { confidence.min(0.45) } else { confidence.max(0.5) };
    let mut raised = Raised::new("disclaimer-missing", kind, confidence, message);
    raised.about_work = true;
    if bio_unknown {
        raised.at_most = Some(Severity::Advise);
    }
    for &cue in reading.work.cues.iter().take(3) {
        raised = raised.because("work", cue);
    }
    out.push(raised);
}
