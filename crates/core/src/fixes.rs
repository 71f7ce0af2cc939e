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
            let opens = |sign: char| sign.is_whitespace() || matches!(sign, '(' | '[');
            let space_before = text[..from].chars().next_back().is_none_or(opens);
            if space_before && text[to..].starts_with(' ') {
                to += 1;
            }
            (from, to, String::new())
        })
        .collect();
    Offer { label: label.to_owned(), edits }
}

/// Takes a number out, and the brackets with it where they hold nothing else but its `label` ("NHS number").
pub(crate) fn remove_number(words: &str, number: Place, label: Option<Place>, reading: &Reading<'_>) -> Offer {
    let text = reading.text.source;
    let (from, to) = reading.text.bytes(number.start, number.end);
    let ahead = label
        .filter(|label| label.end <= number.start)
        .map_or(from, |label| reading.text.bytes(label.start, label.end).0);
    let between = label.map_or("", |label| &text[reading.text.bytes(label.start, label.end).1.min(from)..from]);
    let bare = between.chars().all(|sign| sign.is_whitespace() || sign.is_ascii_punctuation());
    let opened = text[..ahead].trim_end().strip_suffix(['(', '[']).map(str::len);
    let closed = text[to..].trim_start();
    match opened {
        Some(open) if bare && closed.starts_with([')', ']']) => {
            let mut from = open;
            if text[..from].ends_with(' ') {
                from -= 1;
            }
            Offer { label: words.to_owned(), edits: vec![(from, text.len() - closed.len() + 1, String::new())] }
        }
        _ => remove(words, &[number], reading),
    }
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
