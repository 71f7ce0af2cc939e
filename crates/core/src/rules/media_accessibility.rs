//! Pictures without alternative text and films without captions.

use super::{Example, Raised, Rule};
use crate::draft::{Attachment, AttachmentKind, Captions};
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "media-accessibility",
    catches: "A picture known to have no alternative text, and a film known or said to have neither captions nor a transcript.",
    leaves: "Media that the page tells nothing of, described pictures, captioned films.",
    raises: &[
        Example::post("Our new slide").with(AttachmentKind::Image, ""),
        Example::post("Watch our film").with(AttachmentKind::Video, "interviews with staff, without subtitles"),
        Example::post("Watch our film").with(AttachmentKind::Video, ""),
    ],
    silent: &[
        Example::post("The view from the office").with(AttachmentKind::Image, "rooftops in the rain"),
        Example::post("Watch our film").with(AttachmentKind::Video, "staff talking, captioned"),
        Example::post("Watch our film: captions on screen, transcript below").with(AttachmentKind::Video, ""),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let attachments = &reading.draft.attachments;
    let film = attachments.iter().find(|attachment| attachment.kind == AttachmentKind::Video);
    let lacks = reading.hits(signal::MEDIA_ACCESSIBILITY_LACKS).first();
    let has = lacks.is_none() && reading.shows(signal::MEDIA_ACCESSIBILITY_HAS);
    if let Some(film) = film
        && !has
        && (lacks.is_some() || uncaptioned(reading, film))
    {
        let mut raised = Raised::new(
            "media-accessibility",
            "video-captions",
            0.7,
            "This film seems to have no captions or transcript: add them, so that everybody can follow it.",
        );
        if let Some(hit) = lacks {
            raised = raised.at(Place::new(hit.start as usize, hit.end as usize));
        }
        out.push(raised);
    }
    let bare = |attachment: &&Attachment| {
        attachment.kind == AttachmentKind::Image && attachment.alt.as_deref().is_some_and(|alt| alt.trim().is_empty())
    };
    if attachments.iter().any(|attachment| bare(&attachment)) {
        out.push(Raised::new(
            "media-accessibility",
            "image-alt",
            0.7,
            "The picture has no alternative text: add a few words that say what it shows.",
        ));
    }
}

fn uncaptioned(reading: &Reading<'_>, film: &Attachment) -> bool {
    match (film.captions, film.alt.as_deref()) {
        (Some(Captions::Yes), _) => false,
        (Some(Captions::No), _) => true,
        (_, Some(alt)) if alt.trim().is_empty() => true,
        (_, Some(alt)) => read_note(reading.draft, alt, |note| note.shows(signal::MEDIA_ACCESSIBILITY_LACKS)),
        (_, None) => false,
    }
}
