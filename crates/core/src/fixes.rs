//! Edits that a finding offers. Nothing is changed unless the author chooses one.

use crate::checker::Places;
use crate::draft::{Draft, Site};
use crate::evidence::{Place, Reading};
use crate::policy::{Match, Wording};
use crate::report::Fix;
use crate::text::{X_LIMIT, weight};

/// A fix as rules make it: byte ranges of the joined text and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    pub(crate) label: String,
    pub(crate) edits: Vec<(usize, usize, String)>,
}

/// Takes the places out, each with one of the spaces beside it.
pub(crate) fn remove(label: &str, places: &[Place], reading: &Reading<'_>) -> Offer {
    let text = reading.text.source;
    let edits = places
        .iter()
        .map(|&place| {
            let (from, mut to) = reading.text.bytes(place.start, place.end);
            let space_before = text[..from].chars().next_back().is_none_or(char::is_whitespace);
            if space_before && text[to..].starts_with(' ') {
                to += 1;
            }
            (from, to, String::new())
        })
        .collect();
    Offer { label: label.to_owned(), edits }
}

/// Puts other words in the places.
pub(crate) fn replace(label: &str, places: &[Place], with: &str, reading: &Reading<'_>) -> Offer {
    let edits = places
        .iter()
        .map(|&place| {
            let (from, to) = reading.text.bytes(place.start, place.end);
            (from, to, with.to_owned())
        })
        .collect();
    Offer { label: label.to_owned(), edits }
}

/// The pack's wordings, each as an edit that appends it. Where X leaves no room for one that may be said in other
/// words, its short form is offered; where there is room for neither, nothing is.
pub(crate) fn wordings<'a>(
    wordings: impl Iterator<Item = &'a Wording>,
    draft: &Draft,
    places: &Places<'_>,
) -> Vec<Fix> {
    let last = places.parts.part(places.parts.count().saturating_sub(1));
    let gap = if last.is_empty() || last.ends_with(char::is_whitespace) {
        ""
    } else if draft.site == Site::X {
        " "
    } else {
        "\n\n"
    };
    // A text over the limit as it is has no room, however many findings ask.
    let full = draft.site == Site::X && last.len() > 4 * X_LIMIT;
    let fits = |text: &str| draft.site != Site::X || !full && weight(&format!("{last}{gap}{text}")) <= X_LIMIT;
    let mut fixes: Vec<Fix> = Vec::new();
    for wording in wordings {
        let short = wording.short.as_deref().filter(|_| wording.matching == Match::SuchAs);
        let Some(text) = [Some(wording.text.as_str()), short].into_iter().flatten().find(|text| fits(text)) else {
            continue;
        };
        let label = format!("Add \u{201C}{text}\u{201D}");
        if !fixes.iter().any(|fix| fix.label == label)
            && let Some(edit) = places.append(format!("{gap}{text}"))
        {
            fixes.push(Fix { label, edits: vec![edit] });
        }
    }
    fixes
}
