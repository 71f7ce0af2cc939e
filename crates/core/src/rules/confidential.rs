//! Internal matters: protective markings, credentials, meetings, plans, finances, records and screenshots.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::draft::{AttachmentKind, Capacity};
use crate::evidence::{Place, Reading, read_note};
use crate::fixes;
use crate::lexicon::{class, signal};
use crate::text::Kind;

pub(super) const RULE: Rule = Rule {
    family: "confidential",
    catches: "Protectively marked or unpublished matter, passwords and codes, what was said in closed meetings or in confidence, plans and figures that are not public, internal records and pictures of internal systems.",
    leaves: "What is published, public meetings, an official account's own news, and figures of speech.",
    raises: &[
        Example::post("The password for the ward laptop is Sunflower9"),
        Example::post("Board agreed this morning to close our day unit in June, not announced yet so keep it quiet"),
        Example::post("Just read the OFFICIAL-SENSITIVE winter plan and I could weep"),
    ],
    silent: &[
        Example::post("Our public board meeting is on Tuesday, papers are on the website"),
        Example::post("My password manager is a post-it"),
        Example::post("The library shuts at five today"),
    ],
    check,
};

const FAMILY: &str = "confidential";

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let official = reading.draft.capacity == Capacity::Official;
    let published = public_matter(reading);
    let quiet = reading.best(signal::CONFIDENTIAL_QUIET).map(|hit| Place::new(hit.start as usize, hit.end as usize));
    let work = reading.work.score;
    let sure = |weight: f32| {
        let weight = if work < 0.25 && weight < 0.7 { weight - 0.2 } else { weight };
        let lifted = if quiet.is_some() { weight + 0.25 } else { weight };
        let lowered = if published { lifted - 0.35 } else { lifted };
        (lowered >= 0.4).then_some(lowered.min(0.95))
    };
    out.extend(from_hits(
        reading,
        FAMILY,
        "marking",
        signal::CONFIDENTIAL_MARKING,
        "This carries a protective marking: it is not for publication.",
        |hit| {
            let place = Place::new(hit.start as usize, hit.end as usize);
            let written_large =
                reading.token(place.start).is_some_and(|token| token.flags.has(crate::text::Flags::UPPER));
            let marks_a_paper =
                reading.before(place, 8).chain(reading.after(place, 8)).any(|index| is_paper(reading.word(index)));
            let weight = match (written_large, marks_a_paper) {
                (true, _) => 0.9,
                (false, true) => 0.7,
                (false, false) => 0.4,
            };
            (!official && !published).then_some(weight)
        },
    ));
    if let Some(mut raised) = from_hits(
        reading,
        FAMILY,
        "credentials",
        signal::CONFIDENTIAL_CREDENTIALS,
        "This gives away a password or code: take it out.",
        |hit| credential(reading, Place::new(hit.start as usize, hit.end as usize)).map(|_| 0.85),
    ) {
        raised.settled = true;
        let secrets: Vec<Place> = raised.places.iter().filter_map(|&place| credential(reading, place)).collect();
        raised.fixes.push(fixes::replace("Hide it", &secrets, "•••", reading));
        out.push(raised);
    }
    if official {
        return;
    }
    for (kind, signal, message) in [
        (
            "internal-record",
            signal::CONFIDENTIAL_INTERNAL_RECORD,
            "This tells what stands in an internal record: keep it inside.",
        ),
        (
            "internal-meeting",
            signal::CONFIDENTIAL_INTERNAL_MEETING,
            "This tells what was said in an internal meeting: keep it inside.",
        ),
        ("plans", signal::CONFIDENTIAL_PLANS, "This tells plans that may not be public yet: wait until they are."),
        ("finances", signal::CONFIDENTIAL_FINANCES, "These figures may not be public yet: leave them out."),
        (
            "private-conversation",
            signal::CONFIDENTIAL_PRIVATE_CONVERSATION,
            "This passes on a private conversation: leave it out.",
        ),
    ] {
        out.extend(from_hits(reading, FAMILY, kind, signal, message, |hit| sure(hit.weight)));
    }
    let already = out.iter().any(|raised| raised.family == FAMILY);
    if let Some(place) = quiet
        && !already
    {
        let matter = [class::PLAN_WORD, class::FINANCE_WORD, class::INTERNAL_MEETING, class::INTERNAL_RECORD]
            .iter()
            .any(|&class| reading.tagged(class).next().is_some_and(|tag| !tag.overlaps(place)));
        let confidence = match (matter, reading.work.score) {
            (true, _) => 0.6,
            (false, work) if work >= 0.55 => 0.5,
            _ => 0.0,
        };
        if confidence > 0.0 && !published {
            out.push(
                Raised::new(FAMILY, "plans", confidence, "You say that this is not public yet: wait until it is.")
                    .at(place)
                    .because("not public", place),
            );
        }
    }
    screenshot(reading, out);
}

/// Pictures of internal systems, by their alternative text.
fn screenshot(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let shown = reading.draft.attachments.iter().filter(|attachment| attachment.kind == AttachmentKind::Image).any(
        |attachment| {
            attachment.alt.as_deref().is_some_and(|alt| {
                !alt.is_empty() && read_note(reading.draft, alt, |note| note.shows(signal::CONFIDENTIAL_SCREENSHOT))
            })
        },
    );
    let told = reading.shows(signal::CONFIDENTIAL_SCREENSHOT) && !reading.draft.attachments.is_empty();
    if shown || told {
        out.push(Raised::new(
            FAMILY,
            "screenshot",
            if shown { 0.7 } else { 0.5 },
            "The picture seems to show an internal screen or board: choose another one.",
        ));
    }
}

/// The secret itself: what follows the verb, if it looks like one.
fn credential(reading: &Reading<'_>, place: Place) -> Option<Place> {
    let label = (place.start..place.end).rev().find(|&index| {
        matches!(
            reading.word(index),
            "password"
                | "passcode"
                | "pw"
                | "pwd"
                | "pass"
                | "pin"
                | "code"
                | "login"
                | "username"
                | "user"
                | "safe"
                | "keysafe"
                | "keypad"
                | "lockbox"
                | "box"
                | "is"
                | "are"
                | "was"
                | ":"
                | "="
        )
    })?;
    let next = reading.text.solid_from(label + 1);
    let token = reading.token(next)?;
    let written = reading.text.written(next);
    let has_digit = written.chars().any(|c| c.is_ascii_digit());
    let has_letter = written.chars().any(char::is_alphabetic);
    let number = token.kind == Kind::Number && written.len() >= 3;
    // "Harbour#19": a word with figures hung on to it.
    let hung_on = reading
        .token(next + 1)
        .is_some_and(|after| after.start == token.end && !matches!(after.kind, Kind::Stop | Kind::Soft | Kind::Break));
    if hung_on && has_letter {
        return Some(Place::new(next, next + 2));
    }
    let unknown = reading.words[next] == crate::lexicon::UNKNOWN && has_letter;
    (number || has_letter && has_digit || unknown && token.end - token.start >= 5).then(|| Place::new(next, next + 1))
}

fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "paper"
            | "papers"
            | "report"
            | "plan"
            | "plans"
            | "email"
            | "draft"
            | "figures"
            | "document"
            | "slides"
            | "minutes"
            | "memo"
            | "allocations"
            | "guidance"
            | "letter"
            | "spreadsheet"
            | "read"
            | "seen"
            | "leaked"
            | "briefing"
            | "strategy"
            | "review"
    )
}

/// Whether the draft says that the matter is public.
fn public_matter(reading: &Reading<'_>) -> bool {
    (0..reading.words.len()).any(|index| {
        matches!(
            reading.word(index),
            "published" | "website" | "press" | "announced" | "announcement" | "headline" | "headlines"
        ) && !reading.before(Place::new(index, index + 1), 3).any(|before| {
            matches!(reading.word(before), "not" | "isn't" | "hasn't" | "before" | "un" | "haven't" | "yet" | "aren't")
        }) || reading.word(index) == "public" && reading.word(index + 1) == "meeting"
            || reading.is(index, class::URL)
    })
}
