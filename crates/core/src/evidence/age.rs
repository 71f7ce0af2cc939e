//! Ages: "82 year old", "aged 7", "97 today", "34M", "a 9yo".

use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::class;
use crate::text::Kind;

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    for index in 0..reading.text.tokens.len() {
        let Some((years, start, end)) = age_at(reading, index) else { continue };
        out.push(Identifier {
            kind: IdentifierKind::Age(years),
            place: Place::new(start, end),
            score: 0.8,
            public: false,
            cue: None,
        });
    }
}

fn age_at(reading: &Reading<'_>, index: usize) -> Option<(u16, usize, usize)> {
    let years = number(reading, index)?;
    if years > 115 {
        return None;
    }
    let tokens = &reading.text.tokens;
    let next = reading.text.solid_from(index + 1);
    let touching = tokens.get(next).is_some_and(|token| token.start == tokens[index].end);
    let word = reading.word(next);
    let after = reading.word(reading.text.solid_from(next + 1));
    let third = reading.text.solid_from(reading.text.solid_from(next + 1) + 1);
    // "82 year old", "82 years of age", "82yo", "82y", "82yr old"
    if matches!(word, "year" | "yr" | "years" | "yrs" | "month" | "months" | "week" | "weeks") {
        let in_years = if word.starts_with('m') || word.starts_with('w') { 0 } else { years };
        if matches!(after, "old" | "olds") {
            return Some((in_years, index, reading.text.solid_from(next + 1) + 1));
        }
        if after == "of" && reading.word(third) == "age" {
            return Some((in_years, index, third + 1));
        }
    }
    if touching && matches!(word, "yo" | "y" | "yrs" | "yr" | "m" | "f" | "yom" | "yof")
        || word == "yo"
        || word == "y" && after == "o"
    {
        let marks_sex = matches!(word, "m" | "f");
        if !marks_sex || (18..=115).contains(&years) && patient_words_near(reading, index) {
            let mut end = next + 1;
            if matches!(reading.word(end), "old" | "olds") {
                end += 1;
            }
            return Some((years, index, end));
        }
    }
    // "aged 82", "age 7"
    let before = reading.solid_before(index)?;
    if matches!(reading.word(before), "aged" | "age")
        && !matches!(word, "and" | "to" | "or" | "plus")
        && reading.text.written(next) != "+"
    {
        return Some((years, before, index + 1));
    }
    // "97 today", "Walter, 82,": a number on its own behind a name and a comma, or said of somebody today.
    let said_of = matches!(reading.word(before), "is" | "was" | "turned" | "turns" | "he's" | "she's")
        && (50..=115).contains(&years);
    if word == "today"
        && (1..=115).contains(&years)
        && (said_of || reading.is(before, class::CAP) || reading.text.written(index - 1) == ",")
    {
        return Some((years, index, next + 1));
    }
    let named = index >= 2 && matches!(reading.text.written(index - 1), "," | "(") && reading.is(before, class::WORD);
    let closes = matches!(tokens.get(index + 1).map(|_| reading.text.written(index + 1)), Some("," | ")" | "."));
    let person = reading.any(before..before + 1, class::CAP)
        || reading.is(before, class::PERSON_NOUN)
        || reading.is(before, class::PATIENT);
    if named && closes && person && years >= 1 && !looks_like_calendar(reading, before) {
        return Some((years, index, index + 1));
    }
    None
}

fn looks_like_calendar(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, class::DAY_MONTH)
}

fn patient_words_near(reading: &Reading<'_>, index: usize) -> bool {
    reading.sentence(index).any(|near| {
        reading.is(near, class::CONDITION)
            || reading.is(near, class::PATIENT)
            || reading.is(near, class::PROCEDURE)
            || reading.is(near, class::WARD)
    })
}

/// A number in digits, or in words up to ninety-nine.
fn number(reading: &Reading<'_>, index: usize) -> Option<u16> {
    let token = reading.token(index)?;
    match token.kind {
        Kind::Number => {
            let digits = reading.word(index);
            (digits.len() <= 3).then(|| digits.parse().ok()).flatten()
        }
        Kind::Word => spelled(reading.word(index)),
        _ => None,
    }
}

/// Number words that begin an age on their own: "thirty-four" is read from "thirty" by the caller's sentence.
fn spelled(word: &str) -> Option<u16> {
    const UNITS: &[&str] = &[
        "zero",
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
    UNITS
        .iter()
        .position(|unit| *unit == word)
        .map(|value| value as u16)
        .or_else(|| TENS.iter().position(|tens| *tens == word).map(|value| (value as u16 + 2) * 10))
}
