//! Work films, slides and blogs published away from the organisation's own channels.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::Reading;
use crate::lexicon::{Signal, signal};

pub(super) const RULE: Rule = Rule {
    family: "publishing-channel",
    catches: "Films, slides and blogs about the author's work that go to a private channel instead of the organisation's own.",
    leaves: "Private films and blogs, shared links, and official accounts.",
    raises: &[
        Example::post("I've uploaded our team's training film to my own YouTube channel"),
        Example::post("The slides from my talk on commissioning are on SlideShare"),
        Example::post("Started a blog about our programme at NHS England, first post tonight"),
    ],
    silent: &[
        Example::post("I've uploaded the wedding video to my own YouTube channel"),
        Example::post("The slides at the swimming pool were great"),
        Example::post("Started a blog about my knitting"),
    ],
    check,
};

const KINDS: &[(&str, Signal, &str)] = &[
    (
        "video",
        signal::PUBLISHING_CHANNEL_VIDEO,
        "This puts a work film on another channel: the communications team has one for it.",
    ),
    (
        "slides",
        signal::PUBLISHING_CHANNEL_SLIDES,
        "This shares work slides: check with the communications team where they should go.",
    ),
    (
        "blog",
        signal::PUBLISHING_CHANNEL_BLOG,
        "This is a blog about your work: propose it to the communications team first.",
    ),
];

/// A film or a blog is the organisation's only where the draft is about work.
const ABOUT_WORK: f32 = 0.4;

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.capacity == Capacity::Official || reading.work.score < ABOUT_WORK {
        return;
    }
    for &(kind, signal, message) in KINDS {
        out.extend(from_hits(reading, "publishing-channel", kind, signal, message, |hit| Some(hit.weight.min(0.45))));
    }
}
