//! Changes to a published post that are not marked, or are hidden.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::draft::Surface;
use crate::evidence::Reading;
use crate::lexicon::signal;
use crate::text::{Kind, Text};

pub(super) const RULE: Rule = Rule {
    family: "edit-unmarked",
    catches: "An edit that does not say what was changed, and posts that tell of a change made quietly.",
    leaves: "Edits marked as such in any words, and edits that only put spelling or spacing right.",
    raises: &[
        Example::post("The clinic is on Thursday at 2").on(Surface::Edit),
        Example::post("Sneakily changed the figures in my last post, hope no one spotted it"),
        Example::post("48% of calls are now answered within a minute.").on(Surface::Edit),
    ],
    silent: &[
        Example::post("EDIT: the clinic is on Thursday, not Tuesday").on(Surface::Edit),
        Example::post("The clinic is on Thursday (I had the wrong day before, sorry)").on(Surface::Edit),
        Example::post("The clinic is on Thursday at 2"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let hidden = from_hits(
        reading,
        "edit-unmarked",
        "hidden",
        signal::EDIT_UNMARKED_HIDDEN,
        "You tell of a change made quietly: say in the post itself what you changed.",
        |hit| Some(hit.weight.min(0.7)),
    );
    if let Some(hidden) = hidden {
        out.push(hidden);
        return;
    }
    let draft = reading.draft;
    if draft.surface != Surface::Edit || reading.shows(signal::EDIT_UNMARKED_MARKED) {
        return;
    }
    if draft.previous.as_deref().is_some_and(|previous| only_spelling(&Text::read(previous), &reading.text)) {
        return;
    }
    out.push(Raised::new(
        "edit-unmarked",
        "unmarked",
        0.6,
        "You change what you published before: add a word that says so, such as \u{201C}Edited:\u{201D} and what changed.",
    ));
}

/// Whether two texts say the same but for a letter here and there. A number or a word more is a change.
fn only_spelling(before: &Text<'_>, after: &Text<'_>) -> bool {
    let words = |text: &Text<'_>| -> Vec<usize> {
        (0..text.tokens.len())
            .filter(|&index| !matches!(text.tokens[index].kind, Kind::Soft | Kind::Stop | Kind::Break | Kind::Mark))
            .collect()
    };
    let (old, new) = (words(before), words(after));
    old.len() == new.len()
        && old.iter().zip(&new).all(|(&a, &b)| {
            let (a_word, b_word) = (before.folded(a), after.folded(b));
            a_word == b_word || before.tokens[a].kind == Kind::Word && is_slip(a_word, b_word)
        })
}

/// Whether one word of some length is the other with a letter or two put right.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().min(b.len()) < 4 || a.len().abs_diff(b.len()) > 1 || a.first() != b.first() {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - head - tail <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_no_change_and_a_number_is() {
        for (before, after, same) in [
            ("The clinc is on Thursday", "The clinic is on Thursday", true),
            ("The clinic is on Thursday", "The clinic is on Thursday!", true),
            ("The clinic is on Thursday", "The clinic is on Tuesday", false),
            ("83% of practices", "38% of practices", false),
            ("We met them", "We met them twice", false),
        ] {
            assert_eq!(only_spelling(&Text::read(before), &Text::read(after)), same, "{before} / {after}");
        }
    }
}
