//! Other people's poems, pictures, pages and clips passed on without leave.

use super::{Example, Raised, Rule};
use crate::draft::{Attachment, AttachmentKind};
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::signal;
use crate::text::Kind;

pub(super) const RULE: Rule = Rule {
    family: "copyright",
    catches: "Poems, chapters, articles, cartoons, stock pictures and clips that are copied whole or without credit, told in the draft or in the alternative text.",
    leaves: "The author's own work, work with a credit or licence, short quotations, and links.",
    raises: &[
        Example::post("Nicked this picture off Google for our poster").by("nhs-trust"),
        Example::post("It's behind a paywall so I've copied the whole article below"),
        Example::post("Ha").with(AttachmentKind::Image, "a newspaper cartoon with the artist's name cropped off"),
    ],
    silent: &[
        Example::post("I wrote this poem on nights").by("nhs-trust"),
        Example::post("Great article on falls, link below"),
        Example::post("Our garden").with(AttachmentKind::Image, "drawing of a garden, drawn by me"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let leave = reading.shows(signal::COPYRIGHT_LEAVE);
    let taken = reading
        .hits(signal::COPYRIGHT_TAKES)
        .iter()
        .map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight))
        .reduce(|best, found| if found.1 > best.1 { found } else { best });
    if let Some((place, weight)) = taken {
        let confidence = weight - if leave { 0.3 } else { 0.0 };
        if confidence >= 0.45 {
            out.push(
                Raised::new(
                    "copyright",
                    "reproduced",
                    confidence,
                    "This passes on somebody else's work: ask them first, or link to it instead.",
                )
                .at(place)
                .because("copied", place),
            );
            return;
        }
    }
    let copied = reading.draft.attachments.iter().find(|attachment| copied(reading, attachment));
    if let Some(attachment) = copied
        && !leave
    {
        let kind = if attachment.kind == AttachmentKind::Video { "broadcast" } else { "image" };
        out.push(Raised::new(
            "copyright",
            kind,
            0.6,
            "You describe the picture or film as somebody else's: ask them first, or link to it instead.",
        ));
    } else if !leave
        && reading.shows(signal::COPYRIGHT_VERSE)
        && let Some(place) = verse(reading)
    {
        out.push(
            Raised::new(
                "copyright",
                "reproduced",
                0.5,
                "This seems to give a whole poem: name the poet, and ask first.",
            )
            .at(place),
        );
    }
}

fn copied(reading: &Reading<'_>, attachment: &Attachment) -> bool {
    matches!(attachment.kind, AttachmentKind::Image | AttachmentKind::Video | AttachmentKind::Document)
        && attachment.alt.as_deref().is_some_and(|alt| {
            !alt.is_empty()
                && read_note(reading.draft, alt, |note| {
                    note.shows(signal::COPYRIGHT_PICTURE) && !note.shows(signal::COPYRIGHT_LEAVE)
                })
        })
}

/// Lines of verse that stand together: this many short lines in a row.
const LINES: usize = 4;
/// No line of verse has more words.
const LONGEST: usize = 11;
/// Nor fewer.
const SHORTEST: usize = 3;

/// A run of short lines as a poem has them.
fn verse(reading: &Reading<'_>) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let mut run: Option<(usize, usize)> = None;
    let mut start = 0;
    for end in (0..tokens.len()).filter(|&index| tokens[index].kind == Kind::Break).chain([tokens.len()]) {
        let words = tokens[start..end].iter().filter(|token| token.kind == Kind::Word).count();
        let listed = tokens.get(start).is_some_and(|token| token.kind == Kind::Number)
            || tokens[start..end].iter().any(|token| matches!(token.kind, Kind::Hash | Kind::Url | Kind::Mention));
        if (SHORTEST..=LONGEST).contains(&words) && !listed {
            let (from, lines) = run.map_or((start, 1), |(from, lines)| (from, lines + 1));
            if lines >= LINES {
                return Some(Place::new(from, end));
            }
            run = Some((from, lines));
        } else {
            run = None;
        }
        start = end + 1;
    }
    None
}
