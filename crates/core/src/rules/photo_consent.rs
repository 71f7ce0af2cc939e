//! People in pictures, who have to agree to be there.

use super::{Example, Raised, Rule};
use crate::draft::{Attachment, AttachmentKind, Capacity, Surface};
use crate::evidence::Reading;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "photo-consent",
    catches: "Pictures whose alternative text says that people, or children, are in them, without a word of their consent; and, as a reminder, the author's own pictures of which nothing is said, since people are not recognised.",
    leaves: "Pictures of things and places, of the author alone, and of people who are said to have agreed; profile pictures without a word.",
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
    if reading.draft.surface == Surface::Message || reading.shows(signal::PEOPLE_AGREED) {
        return;
    }
    let shown = |test: fn(&crate::evidence::Picture) -> bool| {
        reading.pictures.iter().any(|picture| !picture.harmless && test(picture))
    };
    let (kind, score, message) = if shown(|picture| picture.children) {
        ("children", 0.45, TOLD)
    } else if shown(|picture| picture.people) {
        ("people", 0.45, TOLD)
    } else if reading.draft.surface != Surface::Profile && reading.draft.attachments.iter().any(untold) {
        ("people", 0.3, "If people are in the picture, make sure that each of them, or a parent, has agreed.")
    } else {
        return;
    };
    out.push(Raised::new("photo-consent", kind, score, message));
}

const TOLD: &str = "People are in the picture: make sure that each of them, or a parent, has agreed.";

/// A picture of the author's own that nothing is said of. Text that comes with a draft elsewhere, as in a corpus,
/// tells of its pictures what there is to tell.
fn untold(attachment: &Attachment) -> bool {
    attachment.kind == AttachmentKind::Image
        && attachment.own_file
        && attachment.alt.as_deref().is_none_or(|alt| alt.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::draft::{Attachment, Draft, Surface};
    use crate::{Checker, Options, builtin_pack};

    fn advised(alt: Option<&str>, surface: Surface) -> bool {
        let picture = Attachment { own_file: true, alt: alt.map(str::to_owned), ..Attachment::default() };
        let draft = Draft { attachments: vec![picture], surface, ..Draft::post("What a day!") };
        let pack = builtin_pack("nhs-england-2017").and_then(Result::ok);
        let checker = pack.map(|pack| Checker::new(pack, Options::default()));
        let report = checker.map(|checker| checker.check(&draft));
        report.is_some_and(|report| report.findings.iter().any(|finding| finding.family == "photo-consent"))
    }

    #[test]
    fn an_own_picture_of_which_nothing_is_said_brings_a_reminder() {
        assert!(advised(None, Surface::Post));
        assert!(advised(Some(" "), Surface::Post));
    }

    #[test]
    fn a_word_on_the_picture_a_profile_and_a_message_bring_none() {
        assert!(!advised(Some("a row of blue mugs on a shelf"), Surface::Post));
        assert!(!advised(None, Surface::Profile));
        assert!(!advised(None, Surface::Message));
    }
}
