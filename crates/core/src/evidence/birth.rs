//! Dates of birth: a date in any form that people write, and words that call it a birth.

use super::date::{self, MONTHS};
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::{class, signal};
use crate::text::{Kind, Text};

/// Years in which somebody may be born whom a draft can harm.
const LIVING: std::ops::RangeInclusive<u32> = 1900..=2099;

/// Years of birth that no appointment has.
const PAST: std::ops::RangeInclusive<u32> = 1900..=2012;

/// Dates that the words beside them call a birth, or whose year makes them one in a record's style.
pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let labelled = reading.shows(signal::IDENTIFIER_BIRTH_LABEL);
    let mut index = 0;
    while index < reading.text.tokens.len() {
        let plain = date::date_at(&reading.text, index);
        let birth = if labelled { birth_at(&reading.text, index) } else { None };
        let year = birth.as_ref().and_then(|birth| birth.year);
        let Some(end) = birth.as_ref().map(|birth| birth.end).or(plain.as_ref().map(|date| date.end)) else {
            index += 1;
            continue;
        };
        let place = Place::new(index, end);
        let cue = label(reading, place, year);
        let found = |score, cue| Identifier { kind: IdentifierKind::DateOfBirth, place, score, public: false, cue };
        if let Some(cue) = cue {
            // A birthday without a year is told to every office.
            let day_only =
                year.is_none() && (cue.start..cue.end).any(|index| matches!(reading.word(index), "birthday" | "bday"));
            if !day_only
                && year.is_none_or(|year| LIVING.contains(&year))
                && !long_past(reading, end)
                && !of_a_body(reading, cue)
            {
                out.push(found(0.95, Some(cue)));
            }
        } else if plain.is_some_and(|date| date.born) && behind_a_patient(reading, index) {
            out.push(found(0.8, None));
        }
        index = end;
    }
}

/// The words that call a date a birth: next to it, or as far off as the sentence before where the year is long gone.
fn label(reading: &Reading<'_>, place: Place, year: Option<u32>) -> Option<Place> {
    let signal = signal::IDENTIFIER_BIRTH_LABEL;
    reading.label_near(signal, place, 5, 4).or_else(|| reading.label_just_before(signal, place)).or_else(|| {
        let formal = |label: &Place| {
            (label.start..label.end).any(|index| matches!(reading.word(index), "dob" | "d.o.b" | "d" | "date" | "year"))
        };
        let sentence = reading.token(place.start)?.sentence;
        let hits = reading.hits(signal);
        let from = hits.partition_point(|hit| (hit.start as usize) + 16 < place.start);
        hits[from..]
            .iter()
            .map(|hit| Place::new(hit.start as usize, hit.end as usize))
            .take_while(|label| label.end <= place.start)
            .filter(|label| reading.token(label.start).is_some_and(|token| token.sentence + 1 >= sentence))
            .find(|label| formal(label) && year.is_some_and(|year| PAST.contains(&year)))
    })
}

/// "born 12 May 1820": nobody's any more.
fn long_past(reading: &Reading<'_>, end: usize) -> bool {
    reading.word(reading.text.solid_from(end)).parse::<u32>().is_ok_and(|year| (1000..*LIVING.start()).contains(&year))
}

/// "The NHS was born on 5 July 1948".
fn of_a_body(reading: &Reading<'_>, cue: Place) -> bool {
    const BODIES: &[&str] = &[
        "nhs",
        "trust",
        "charity",
        "union",
        "hospital",
        "hospice",
        "service",
        "idea",
        "app",
        "campaign",
        "team",
        "club",
        "group",
        "it",
        "ward",
        "unit",
        "department",
        "college",
        "network",
        "league",
        "welfare",
        "state",
        "party",
        "project",
        "podcast",
    ];
    // "Happy birthday NHS, 5 July 1948".
    let next = reading.text.solid_from(cue.end);
    if BODIES.contains(&reading.word(next))
        && reading.text.tokens[cue.start..cue.end].iter().all(|token| token.kind == Kind::Word)
        && (cue.start..cue.end).any(|index| matches!(reading.word(index), "birthday" | "bday"))
    {
        return true;
    }
    let born = (cue.start..cue.end).any(|index| reading.word(index) == "born");
    let mut before = (cue.start.saturating_sub(4)..cue.end).rev().filter(|&index| {
        reading.text.tokens[index].kind == Kind::Word
            && !matches!(reading.word(index), "was" | "were" | "born" | "on" | "in" | "at" | "first" | "officially")
    });
    born && before.next().is_some_and(|index| {
        BODIES.contains(&reading.word(index))
            || reading.is(index, class::ORGANISATION_WORD)
            || reading.is(index, class::HOSPITAL)
    })
}

/// Whether a date follows a patient, or a name with a title, as in a list: "pt (12/03/1985)", "Mrs Jones, 12/03/1931".
fn behind_a_patient(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = reading.solid_before(index).filter(|before| index - before == 2) else { return false };
    let titled = |at: usize| matches!(reading.word(at), "mr" | "mrs" | "ms" | "miss");
    reading.is(before, class::PATIENT) || (before.saturating_sub(2)..before).any(titled)
}

struct Birth {
    end: usize,
    year: Option<u32>,
}

/// A date behind a label, in figures, words or both.
fn birth_at(text: &Text<'_>, index: usize) -> Option<Birth> {
    if index > 0
        && text.tokens[index - 1].end == text.tokens[index].start
        && (matches!(text.tokens[index - 1].kind, Kind::Word | Kind::Number) || text.written(index - 1) == "/")
    {
        return None;
    }
    compact(text, index)
        .or_else(|| in_figures(text, index))
        .or_else(|| by_month(text, index))
        .or_else(|| by_feast(text, index))
}

/// A number of at most four figures; the letter O is read as nought.
fn figures(text: &Text<'_>, index: usize) -> Option<(u32, usize)> {
    let word = text.folded(index);
    let misread = |b: u8| b.is_ascii_digit() || b == b'o';
    if word.is_empty() || word.len() > 4 || !word.bytes().all(misread) || !word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // "1O": a figure and the letter at it.
    word.replace('o', "0").parse().ok().map(|value| (value, word.len()))
}

/// "080803", "08081953", "19530808".
fn compact(text: &Text<'_>, index: usize) -> Option<Birth> {
    let token = text.tokens.get(index).filter(|token| token.kind == Kind::Number)?;
    let next_touches = text
        .tokens
        .get(index + 1)
        .is_some_and(|next| next.start == token.end && matches!(next.kind, Kind::Number | Kind::Word | Kind::Mark));
    let word = text.folded(index);
    let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (day, month, year) = match word.len() {
        6 => (part(0, 2)?, part(2, 4)?, of_two(part(4, 6)?)),
        8 if PAST.contains(&part(0, 4)?) && is_day(part(6, 8)?, part(4, 6)?) => (part(6, 8)?, part(4, 6)?, part(0, 4)?),
        8 => (part(0, 2)?, part(2, 4)?, part(4, 8)?),
        _ => return None,
    };
    (!next_touches && is_day(day, month) && LIVING.contains(&year))
        .then_some(Birth { end: index + 1, year: Some(year) })
}

/// "22.09.67", "31/O1/1970", "11/28/1972", "16 / 04 / 2019", "1962-12-08".
fn in_figures(text: &Text<'_>, index: usize) -> Option<Birth> {
    let over = |at: usize| {
        let parts =
            text.tokens.get(at).is_some_and(|_| matches!(text.written(at), "/" | "." | "-" | "–" | "_" | "|" | "\\"));
        if parts { at + 1 } else { at }
    };
    let (first, first_length) = figures(text, index)?;
    let (mut at, mut values) = (index + 1, [(0, 0); 2]);
    for value in &mut values {
        at = over(at);
        let number = figures(text, at)?;
        *value = number;
        at += 1;
        // "1O" may be cut in two: the figure and the letter.
        if text.folded(at) == "o" && text.tokens.get(at).is_some_and(|token| token.start == text.tokens[at - 1].end) {
            *value = (number.0 * 10, number.1 + 1);
            at += 1;
        }
    }
    let [(second, second_length), (third, third_length)] = values;
    if first_length == 4 {
        return (is_day(third, second) && LIVING.contains(&first)).then_some(Birth { end: at, year: Some(first) });
    }
    let year = match third_length {
        2 => of_two(third),
        4 if LIVING.contains(&third) => third,
        _ => return None,
    };
    let fits = first_length <= 2 && second_length <= 2 && (is_day(first, second) || is_day(second, first));
    fits.then_some(Birth { end: at, year: Some(year) })
}

/// "4th of march 58", "17 Oct '91", "the nineteenth of august nineteen seventy-six", "Sept 21st, 1933".
fn by_month(text: &Text<'_>, index: usize) -> Option<Birth> {
    let skip = |mut at: usize| {
        at = text.solid_from(at);
        while matches!(text.folded(at), "st" | "nd" | "rd" | "th" | "of" | "day" | "the" | "in") {
            at = text.solid_from(at + 1);
        }
        at
    };
    let is_month = |at: usize| {
        text.tokens.get(at).is_some_and(|token| token.kind == Kind::Word) && MONTHS.contains(&text.folded(at))
    };
    let (month, behind) = if is_month(index) {
        let at = skip(index + 1);
        let (_, behind) = day(text, at)?;
        (index, behind)
    } else {
        let (_, behind) = day(text, index)?;
        let month = skip(behind);
        if let Some(year) = glued_year(text, month) {
            return Some(Birth { end: month + 1, year: Some(year) });
        }
        // "twelfth of the third".
        let counted = ORDINALS[..12].contains(&text.folded(month)) && ORDINALS.contains(&text.folded(index));
        let suffixed = figures(text, month).is_some_and(|(value, _)| value <= 12)
            && matches!(text.folded(month + 1), "st" | "nd" | "rd" | "th");
        if !is_month(month) && !counted && !suffixed {
            return None;
        }
        (month, month + 1)
    };
    let end = behind.max(month + 1);
    let year = year(text, dotless(text, skip_suffix(text, end)));
    let (year, end) = match year {
        Some((year, end)) => (Some(year), end),
        None => (None, skip_suffix(text, end)),
    };
    Some(Birth { end, year })
}

/// "Christmas Day 1931", "New Year's Eve 1960".
fn by_feast(text: &Text<'_>, index: usize) -> Option<Birth> {
    let first = matches!(
        text.folded(index),
        "christmas" | "xmas" | "boxing" | "year" | "years" | "valentine" | "valentines" | "patrick"
    );
    let second = text.solid_from(index + 1);
    if !first || !matches!(text.folded(second), "day" | "eve") {
        return None;
    }
    let (year, end) = year(text, dotless(text, second + 1))?;
    Some(Birth { end, year: Some(year) })
}

/// A month and a year in one piece: "12Mar1960".
fn glued_year(text: &Text<'_>, at: usize) -> Option<u32> {
    let word = text.folded(at);
    let month = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let year: u32 = word.get(month.len()..)?.parse().ok()?;
    let year = match word.len() - month.len() {
        2 => of_two(year),
        4 => year,
        _ => return None,
    };
    (MONTHS.contains(&month) && LIVING.contains(&year)).then_some(year)
}

/// Over the "st" of "21st".
fn skip_suffix(text: &Text<'_>, at: usize) -> usize {
    if matches!(text.folded(at), "st" | "nd" | "rd" | "th") { at + 1 } else { at }
}

/// Over a dot behind a short month.
fn dotless(text: &Text<'_>, at: usize) -> usize {
    let at = if text.written(at) == "." { at + 1 } else { at };
    let at = text.solid_from(at);
    if text.folded(at) == "in" { text.solid_from(at + 1) } else { at }
}

/// A day of a month in figures or as an ordinal in words, and the token behind it.
fn day(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some((value, length)) = figures(text, at) {
        return ((1..=31).contains(&value) && length <= 2).then_some((value, at + 1));
    }
    let word = text.folded(at);
    if let Some(unit) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        return Some((unit as u32 + 1, at + 1));
    }
    let tens = match word {
        "twentieth" => return Some((20, at + 1)),
        "thirtieth" => return Some((30, at + 1)),
        "twenty" => 20,
        "thirty" => 30,
        _ => return None,
    };
    let next = text.solid_from(at + 1);
    let unit = ORDINALS[..9].iter().position(|ordinal| *ordinal == text.folded(next))? as u32 + 1;
    (tens + unit <= 31).then_some((tens + unit, next + 1))
}

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// A year: "1933", "'91", "58", "nineteen seventy-six", "two thousand and four", "ninety-four".
fn year(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some((value, length)) = figures(text, at) {
        return match length {
            4 if LIVING.contains(&value) => Some((value, at + 1)),
            // "9 May 10 am" is an hour.
            2 if !matches!(text.folded(at + 1), "am" | "pm") && text.written(at + 1) != ":" => {
                Some((of_two(value), at + 1))
            }
            _ => None,
        };
    }
    let (first, behind) = below_hundred(text, at)?;
    let next = text.solid_from(behind);
    if first == 2 && text.folded(next) == "thousand" {
        let next = text.solid_from(next + 1);
        let and = if text.folded(next) == "and" { text.solid_from(next + 1) } else { next };
        return Some(below_hundred(text, and).map_or((2000, next), |(rest, end)| (2000 + rest, end)));
    }
    if matches!(first, 19 | 20)
        && let Some((rest, end)) = below_hundred(text, next)
    {
        return Some((first * 100 + rest, end));
    }
    (first >= 20).then_some((of_two(first), behind))
}

/// A number in words below a hundred, and the token behind it.
fn below_hundred(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    const UNITS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|value| value as u32 + 1);
    let word = text.folded(at);
    // "oh five"
    if matches!(word, "oh" | "o" | "nought") {
        let next = text.solid_from(at + 1);
        return unit(text.folded(next)).filter(|&value| value < 10).map(|value| (value, next + 1));
    }
    if let Some(value) = unit(word) {
        return Some((value, at + 1));
    }
    let tens = (TENS.iter().position(|tens| *tens == word)? as u32 + 2) * 10;
    let next = text.solid_from(at + 1);
    Some(match unit(text.folded(next)).filter(|&value| value < 10) {
        Some(value) => (tens + value, next + 1),
        None => (tens, at + 1),
    })
}

/// A year of two figures: those to come are taken for the last century's.
const fn of_two(year: u32) -> u32 {
    if year < 30 { 2000 + year } else { 1900 + year }
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}
