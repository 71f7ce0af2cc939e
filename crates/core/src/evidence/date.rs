//! Dates, clock times and sums of money.

use crate::lexicon::{Tag, class};
use crate::text::{Kind, Text};

/// Tags every date and clock time, for signals.
pub(super) fn tag(text: &Text<'_>, tags: &mut Vec<Tag>) {
    for index in 0..text.tokens.len() {
        if let Some(date) = date_at(text, index) {
            tags.push(Tag { start: index as u32, end: date.end as u32, class: class::DATE });
        }
        if let Some(end) = time_at(text, index) {
            tags.push(Tag { start: index as u32, end: end as u32, class: class::TIME });
        }
        if let Some(end) = money_at(text, index) {
            tags.push(Tag { start: index as u32, end: end as u32, class: class::MONEY });
        }
    }
}

pub(super) struct Date {
    pub(super) end: usize,
    /// In figures, with a year in which a patient may well have been born, and in which no appointment is.
    pub(super) born: bool,
}

/// Later years may be an appointment's.
const BORN: std::ops::RangeInclusive<u32> = 1900..=2012;

pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
];

fn value(text: &Text<'_>, index: usize) -> Option<(u32, usize)> {
    let token = text.tokens.get(index).filter(|token| token.kind == Kind::Number)?;
    let digits = text.folded(index);
    let _ = token;
    (digits.len() <= 4).then(|| digits.parse().ok().map(|number| (number, digits.len()))).flatten()
}

/// "3/11/1939", "19.7.84", "1939-11-03", "3rd November 1939", "Nov 3, 1939".
pub(super) fn date_at(text: &Text<'_>, index: usize) -> Option<Date> {
    let parting = |at: usize| text.tokens.get(at).is_some_and(|_| matches!(text.written(at), "/" | "." | "-" | "–"));
    let touches = |at: usize| at > 0 && text.tokens.get(at).is_some_and(|token| token.start == text.tokens[at - 1].end);
    if index > 0 && touches(index) && matches!(text.tokens[index - 1].kind, Kind::Word | Kind::Number | Kind::Mark) {
        return None;
    }
    if let Some((first, first_length)) = value(text, index)
        && parting(index + 1)
        && let Some((second, second_length)) = value(text, index + 2)
        && parting(index + 3)
        && let Some((third, third_length)) = value(text, index + 4)
    {
        let european =
            (1..=31).contains(&first) && (1..=12).contains(&second) && first_length <= 2 && second_length <= 2;
        let iso = first_length == 4 && (1..=12).contains(&second) && (1..=31).contains(&third);
        let year = third_length == 4 && (1880..=2100).contains(&third) || third_length == 2;
        if european && year || iso {
            let year = if iso { first } else { third };
            return Some(Date { end: index + 5, born: BORN.contains(&year) });
        }
    }
    let is_month = |at: usize| {
        text.tokens.get(at).is_some_and(|token| token.kind == Kind::Word) && MONTHS.contains(&text.folded(at))
    };
    let ordinal = |at: usize| {
        text.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
            && matches!(text.folded(at), "st" | "nd" | "rd" | "th" | "of")
    };
    let year_at = |at: usize| {
        let at = text.solid_from(at);
        value(text, at).filter(|&(year, length)| length == 4 && (1880..=2100).contains(&year)).map(|_| at + 1)
    };
    if let Some((day, length)) = value(text, index)
        && length <= 2
        && (1..=31).contains(&day)
    {
        let mut at = index + 1;
        while ordinal(at) {
            at += 1;
        }
        if is_month(at) {
            return Some(Date { end: year_at(at + 1).unwrap_or(at + 1), born: false });
        }
    }
    if let Some((day, length)) = value(text, index + 1)
        && is_month(index)
        && length <= 2
        && (1..=31).contains(&day)
    {
        let mut at = index + 2;
        while ordinal(at) {
            at += 1;
        }
        if let Some(end) = year_at(at) {
            return Some(Date { end, born: false });
        }
        return Some(Date { end: at, born: false });
    }
    None
}

/// "2pm", "6.30pm", "14:30", "half 5".
fn time_at(text: &Text<'_>, index: usize) -> Option<usize> {
    if text.tokens[index].kind == Kind::Word && text.folded(index) == "half" {
        let (hour, _) = value(text, index + 1)?;
        return (1..=12).contains(&hour).then_some(index + 2);
    }
    let (hour, length) = value(text, index)?;
    if hour > 24 || length > 2 {
        return None;
    }
    let parted = text.tokens.get(index + 1).is_some_and(|_| matches!(text.written(index + 1), "." | ":"));
    let minutes = parted && value(text, index + 2).is_some_and(|(minutes, length)| length == 2 && minutes < 60);
    let end = if minutes { index + 3 } else { index + 1 };
    let half = text.tokens.get(end).is_some_and(|token| token.kind == Kind::Word)
        && matches!(text.folded(end), "am" | "pm" | "hrs" | "oclock" | "o'clock");
    if half {
        return Some(end + 1);
    }
    (minutes && text.written(index + 1) == ":").then_some(end)
}

/// "£4.1m", "£30", "200k".
fn money_at(text: &Text<'_>, index: usize) -> Option<usize> {
    if !matches!(text.written(index), "£" | "€" | "$") {
        return None;
    }
    let mut end = index + 1;
    while text.tokens.get(end).is_some_and(|token| {
        token.kind == Kind::Number
            || token.start == text.tokens[end - 1].end
                && (matches!(text.written(end), "." | ",")
                    || matches!(text.folded(end), "k" | "m" | "bn" | "million" | "p"))
    }) {
        end += 1;
    }
    (end > index + 1).then_some(end)
}
