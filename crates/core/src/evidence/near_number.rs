//! What the words around a number say it is the number of.

use super::{Place, Reading};
use crate::lexicon::{Class, class};
use crate::text::Kind;

/// Classes of words beside which a number is likely to be a patient's.
const CARE: &[Class] = &[
    class::NUMBER_CARE,
    class::PATIENT,
    class::WARD,
    class::BED,
    class::PROCEDURE,
    class::CONDITION,
    class::MEDICATION,
    class::CLINICAL_EVENT,
    class::KIN,
    class::PERSON_NOUN,
];

/// Words that make "id" a patient's.
const WORN: &[&str] = &["band", "bands", "bracelet", "label", "sticker"];

/// Words that stand between the name of a thing and its number: "order no. is".
const JOINS: &[&str] = &[
    "no",
    "nos",
    "number",
    "numbers",
    "num",
    "ref",
    "reference",
    "id",
    "code",
    "is",
    "was",
    "has",
    "of",
    "the",
    "my",
    "our",
    "your",
    "a",
    "an",
    "under",
    "reads",
    "says",
    "it",
    "note",
    "slip",
    "code",
];

/// Words that make digits behind them a telephone; ahead of them they say what is to be done about something else.
const DIALLING: &[&str] = &["call", "ring", "text", "whatsapp", "tel", "phone", "telephone", "mobile", "mob", "fax"];

/// The words near a number.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// How many speak of care.
    pub(super) care: usize,
    /// How many are things that have numbers.
    pub(super) other: usize,
    /// The number is called one of these.
    pub(super) called_other: bool,
    /// Somebody is to dial it.
    pub(super) dialled: bool,
}

pub(super) fn around(reading: &Reading<'_>, place: Place) -> Around {
    let mut found = Around::default();
    for index in reading.before(place, 14).chain(reading.after(place, 8)) {
        let word = reading.word(index);
        let close = place.start.abs_diff(index).min(index.abs_diff(place.end)) <= 5;
        let next = reading.word(reading.text.solid_from(index + 1));
        let worn = word == "id" && WORN.contains(&next);
        found.care += usize::from(worn || CARE.iter().any(|&class| reading.is(index, class)));
        found.other += usize::from(close && !worn && reading.is(index, class::NUMBER_OTHER));
        found.dialled |= close && index < place.start && DIALLING.contains(&word);
    }
    found.called_other = called_before(reading, place, found.care) || found.care < 2 && called_behind(reading, place);
    found
}

/// "order no. 4029 118 376", "Barcode is …".
fn called_before(reading: &Reading<'_>, place: Place, care: usize) -> bool {
    let sentence = reading.token(place.start).map(|token| token.sentence);
    let mut steps = 0;
    let mut referred = false;
    for index in (place.start.saturating_sub(10)..place.start).rev() {
        let Some(token) = reading.token(index).filter(|token| Some(token.sentence) == sentence) else { break };
        match token.kind {
            Kind::Soft | Kind::Stop | Kind::Mark | Kind::Hash => {}
            // "ISBN-10".
            Kind::Number if reading.word(index).len() <= 2 => {}
            Kind::Word if JOINS.contains(&reading.word(index)) && steps < 3 => {
                steps += 1;
                referred |= reading.is(index, class::NUMBER_OTHER);
            }
            Kind::Word if reading.is(index, class::NUMBER_OTHER) => return true,
            _ => break,
        }
    }
    // "quote ref 9434765919": somebody's file, where nothing else speaks of care.
    referred && care == 0
}

/// "… is my order number".
fn called_behind(reading: &Reading<'_>, place: Place) -> bool {
    let sentence = reading.token(place.start).map(|token| token.sentence);
    let mut behind = (place.end..place.end + 6)
        .take_while(|&index| reading.token(index).is_some_and(|token| Some(token.sentence) == sentence))
        .filter(|&index| reading.text.tokens[index].kind == Kind::Word);
    behind.next().is_some_and(|verb| matches!(reading.word(verb), "is" | "was"))
        && behind
            .next()
            .is_some_and(|article| matches!(reading.word(article), "my" | "the" | "our" | "a" | "an" | "your"))
        && behind
            .take_while(|&index| !matches!(reading.word(index), "on" | "in" | "at" | "from" | "under" | "for"))
            .any(|index| reading.is(index, class::NUMBER_OTHER))
}
