//! People in pictures, who have to agree to be there.

use super::{Example, Raised, Rule};
use crate::draft::{AttachmentKind, Capacity};
use crate::evidence::Reading;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "photo-consent",
    catches: "Pictures whose alternative text says that people, or children, are in them, without a word of their consent.",
    leaves: "Pictures of things and places, of the author alone, and of people who are said to have agreed.",
    raises: &[
        Example::post("What a day!").with(AttachmentKind::Image, "three nurses laughing in the canteen"),
        Example::post("Fun at the ward fair")
            .with(AttachmentKind::Image, "children holding balloons beside a hospital bed"),
        Example::post("Lovely visitors today")
            .with(AttachmentKind::Image, "an elderly man smiling in a wheelchair")
            .as_(Capacity::Official),
    ],
    silent: &[
        Example::post("New mugs!").with(AttachmentKind::Image, "a row of blue mugs on a shelf"),
        Example::post("What a day, all happy to be pictured!")
            .with(AttachmentKind::Image, "three nurses laughing in the canteen"),
        Example::post("The ward garden at dawn").with(AttachmentKind::Image, "a bench under a tree"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.surface == crate::draft::Surface::Message || reading.shows(signal::PEOPLE_AGREED) {
        return;
    }
    let shown = |test: fn(&crate::evidence::Picture) -> bool| {
        reading.pictures.iter().any(|picture| !picture.harmless && test(picture))
    };
    let kind = if shown(|picture| picture.children) {
        "children"
    } else if shown(|picture| picture.people) {
        "people"
    } else {
        return;
    };
    out.push(Raised::new(
        "photo-consent",
        kind,
        0.45,
        "People are in the picture: make sure that each of them, or a parent, has agreed.",
    ));
}
