//! Answers to news outlets and journalists, and talks with them.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::{Signal, class, signal};

pub(super) const RULE: Rule = Rule {
    family: "media-response",
    catches: "Replies to and comments on what a news outlet or journalist published, posts that take up an article, and agreeing to talk to a reporter.",
    leaves: "Chat under an outlet's post that has nothing to do with work, shared links, and people who only share a name with a paper.",
    raises: &[
        Example::post("That's not what happened on our ward at all").to("@BBCLookNorth"),
        Example::post("I was on shift that night, dm me").to("Jo Hall, reporter"),
        Example::post("A reporter from the Guardian rang me today and I told her how it is at NHS England"),
    ],
    silent: &[
        Example::post("That goal though").to("@ChronicleLive"),
        Example::post("My paper round starts at five"),
        Example::post("Happy birthday Guardian of the biscuits").to("Jo"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let press = answers_press(reading);
    let place = |signal: Signal| {
        reading.hits(signal).iter().map(|hit| (Place::new(hit.start as usize, hit.end as usize), hit.weight)).next()
    };
    let says_press = reading.tagged(class::MEDIA_OUTLET).chain(reading.tagged(class::JOURNALISM)).next().is_some();
    let contact = place(signal::MEDIA_RESPONSE_CONTACT).filter(|_| press > 0.0 || says_press);
    let about_work = reading.work.score;
    if let Some((found, _)) = contact
        && (press >= 0.5 || about_work >= 0.3)
    {
        out.push(
            Raised::new(
                "media-response",
                "contact",
                0.7,
                "This talks to the media: pass it to the communications team before you answer.",
            )
            .at(found)
            .because("media", found),
        );
        return;
    }
    let answer = place(signal::MEDIA_RESPONSE_ANSWERS);
    let comment = if press > 0.0 {
        // Small talk under a paper's post is no answer to it.
        let mut weight = 0.2 + 0.4 * about_work;
        if answer.is_some() {
            weight += 0.35;
        }
        if reading.draft.capacity == Capacity::Official {
            weight += 0.3;
        }
        let confidence = press * weight - 0.5 * reading.work.private;
        (confidence >= 0.35).then_some((answer.map(|(place, _)| place), confidence))
    } else {
        place(signal::MEDIA_RESPONSE_SAYS)
            .filter(|_| about_work >= 0.4)
            .map(|(place, weight)| (Some(place), 0.6 * weight))
    };
    if let Some((found, confidence)) = comment {
        let mut raised = Raised::new(
            "media-response",
            "comment",
            confidence,
            "This answers a news story: the communications team can do that, or say clearly that you speak for yourself.",
        );
        let whole = reading.sentence(0);
        if let Some(found) = found {
            raised = raised.at(found).because("answer", found);
        } else if whole.end > whole.start {
            raised = raised.at(Place::new(whole.start, whole.end));
        }
        out.push(raised);
    }
}

/// How sure it is that the account answered is of the press, 0..1.
fn answers_press(reading: &Reading<'_>) -> f32 {
    let draft = reading.draft;
    let to = draft.reply_to.trim();
    if to.is_empty() || matches!(draft.surface, Surface::Message | Surface::Recommendation) {
        return 0.0;
    }
    if reading.reply_is(class::MEDIA_OUTLET) || reading.reply_is(class::JOURNALISM) || sounds_like_press(to) {
        return 1.0;
    }
    let asks = draft
        .reply_to_text
        .as_deref()
        .is_some_and(|text| read_note(draft, text, |note| note.tagged(class::JOURNALISM).next().is_some()));
    if asks {
        return 0.9;
    }
    // "Pulse" or "The Times" is the outlet only where it is the account's whole name.
    let name = to.trim_start_matches('@');
    let words = name.split_whitespace().count();
    if words <= 3 && reading.reply_is(class::MEDIA_OUTLET_WEAK) { 0.8 } else { 0.0 }
}

const ENDINGS: &[&str] = &[
    "gazette",
    "chronicle",
    "herald",
    "argus",
    "mercury",
    "telegraph",
    "observer",
    "advertiser",
    "examiner",
    "newsdesk",
    "reporter",
    "journo",
    "journalist",
    "correspondent",
    "news",
    "newspaper",
    "broadcasting",
];

/// Whether a name or handle is made as those of papers, stations and reporters are.
fn sounds_like_press(name: &str) -> bool {
    let folded = crate::text::fold(name.trim_start_matches('@'));
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    ENDINGS.iter().any(|ending| bare.ends_with(ending))
        || name.ends_with("Live") && name.len() > 6
        || folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "reporter" | "journalist" | "journo" | "news" | "bbc" | "itv"))
}
