//! NHS, CHI and H&C numbers: ten digits, a check digit, a range, and words around them.
//!
//! Sources: NHS Data Dictionary (modulus 11); number ranges as in the package
//! nhs-number 2.2.0; Public Health Scotland's phsmethods, which since 2026 also
//! accepts CHI numbers with a modulus-10 (Luhn) digit. One in eleven ten-digit
//! numbers passes modulus 11, and so does every ISBN-10 without an X: in range
//! and grouped as people group these numbers, one that passes is taken for a
//! patient's unless the words around it call it something else.

use super::digits::{Digits, digit_word, is_misread, run_at};
use super::near_number::around;
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::signal;
use crate::text::Kind;

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let mut index = 0;
    while index < reading.words.len() {
        let Some(found) = ten_digits(reading, index) else {
            index += 1;
            continue;
        };
        index = found.place.end;
        if let Some(identifier) = judge(reading, &found) {
            out.push(identifier);
        }
    }
}

/// Ten digits in figures or words; "NHS9434765919" with the label at them.
fn ten_digits(reading: &Reading<'_>, index: usize) -> Option<Digits> {
    let word = reading.word(index);
    match reading.token(index)?.kind {
        Kind::Number => {}
        Kind::Word
            if digit_word(word).is_some() || is_misread(word) || matches!(word, "double" | "triple" | "treble") => {}
        Kind::Word => {
            let (label, digits) = word.split_at_checked(word.len().checked_sub(10)?)?;
            let digits = digits.as_bytes();
            let labelled = LABELS_AT.iter().any(|&(known, _)| known == label);
            return (labelled && digits.iter().all(u8::is_ascii_digit)).then(|| Digits {
                place: Place::new(index, index + 1),
                digits: digits.iter().map(|digit| digit - b'0').collect(),
                groups: vec![10],
                slashed: false,
                glued: false,
            });
        }
        _ => return None,
    }
    // "+4159265358" is dialled.
    if index > 0 && reading.text.written(index - 1) == "+" {
        return None;
    }
    let found = run_at(reading, index)?.first(reading, 10)?;
    (found.groups.len() <= 5 || found.groups.len() == 10).then_some(found)
}

/// Labels that stand at a number without a space, and what they say it is.
const LABELS_AT: &[(&str, Option<IdentifierKind>)] = &[
    ("nhs", Some(IdentifierKind::NhsNumber)),
    ("nhsno", Some(IdentifierKind::NhsNumber)),
    ("nhsnumber", Some(IdentifierKind::NhsNumber)),
    ("chi", Some(IdentifierKind::ChiNumber)),
    ("chino", Some(IdentifierKind::ChiNumber)),
    ("hcn", Some(IdentifierKind::HcNumber)),
    ("hc", Some(IdentifierKind::HcNumber)),
    ("hsc", Some(IdentifierKind::HcNumber)),
    ("no", None),
    ("number", None),
    ("patient", None),
    ("pt", None),
];

fn judge(reading: &Reading<'_>, found: &Digits) -> Option<Identifier> {
    let d: &[u8; 10] = found.digits.as_slice().try_into().ok()?;
    let value = d.iter().fold(0_u64, |sum, &digit| sum * 10 + u64::from(digit));
    if d.iter().all(|&digit| digit == d[0]) {
        return None;
    }
    let date_first = has_date(d);
    let (kind, valid) = match value {
        0..=99_999_999 => (IdentifierKind::NhsNumber, false),
        100_000_000..=3_112_999_999 => (IdentifierKind::ChiNumber, date_first && (modulus_11(d) || luhn(d))),
        3_200_000_000..=3_999_999_999 => (IdentifierKind::HcNumber, modulus_11(d)),
        4_000_000_000..=4_999_999_999 | 6_000_000_000..=7_999_999_999 | 9_000_000_000..=9_999_999_999 => {
            (IdentifierKind::NhsNumber, modulus_11(d))
        }
        _ => (IdentifierKind::NhsNumber, false),
    };
    let named = named_at(reading, found.place).or_else(|| named_kind(reading, found.place, valid));
    let kind = named.map_or(kind, |(kind, _)| kind);
    let near = around(reading, found.place);
    let groups = found.groups.as_slice();
    let phone = d[0] == 0 && matches!(groups, [10] | [4, 6] | [5, 5] | [3, 7]) && (!date_first || near.dialled);
    // As these numbers are printed.
    let usual = match kind {
        IdentifierKind::ChiNumber => matches!(groups, [6, 4] | [10] | [3, 3, 4] | [2, 2, 2, 4]),
        _ => matches!(groups, [3, 3, 4]),
    };
    // "21/11/26 1930" is a day and an hour.
    let moment = found.slashed && matches!(groups, [2, 2, 2, 4] | [1 | 2, 1 | 2, 4, ..]);
    let score = if named.is_some() {
        0.97 - if near.other > 0 && !valid && near.care == 0 { 0.3 } else { 0.0 }
    } else {
        let base: f32 = match (valid, kind) {
            (true, IdentifierKind::NhsNumber) if usual => 0.85,
            (true, _) if usual => 0.75,
            (true, _) => 0.7,
            // Mistyped or made up, where a patient's would stand.
            (false, _) if usual && in_range(value, date_first) => 0.3,
            (false, _) => 0.0,
        };
        base + 0.08 * near.care.min(3) as f32
            - if near.called_other { 0.8 } else { 0.25 * near.other.min(2) as f32 }
            - if phone { 0.5 } else { 0.0 }
            - if found.glued { 0.6 } else { 0.0 }
            - if moment { 0.5 } else { 0.0 }
    };
    (score >= 0.45).then(|| Identifier {
        kind,
        place: found.place,
        score: score.clamp(0.0, 0.99),
        public: false,
        cue: named.map(|(_, cue)| cue),
    })
}

/// Whether ten digits are a CHI number in its own grouping.
pub(super) fn is_chi(digits: &[u8], groups: &[usize]) -> bool {
    <&[u8; 10]>::try_from(digits)
        .is_ok_and(|d| has_date(d) && (modulus_11(d) || luhn(d)) && matches!(groups, [6, 4] | [10] | [2, 2, 2, 4]))
}

/// Whether a number could be given out, whatever its check digit.
fn in_range(value: u64, date_first: bool) -> bool {
    match value {
        100_000_000..=3_112_999_999 => date_first,
        3_200_000_000..=4_999_999_999 => true,
        6_000_000_000..=7_999_999_999 | 9_000_000_000..=9_999_999_999 => true,
        _ => false,
    }
}

/// What a label without a space calls the number.
fn named_at(reading: &Reading<'_>, place: Place) -> Option<(IdentifierKind, Place)> {
    let word = reading.word(place.start);
    let label = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let &(_, kind) = LABELS_AT.iter().find(|&&(known, _)| known == label)?;
    kind.filter(|_| word.len() == label.len() + 10).map(|kind| (kind, place))
}

/// What the words next to the number call it.
///
/// Digits that pass the check may stand further from it.
fn named_kind(reading: &Reading<'_>, place: Place, valid: bool) -> Option<(IdentifierKind, Place)> {
    let (before, after) = if valid { (10, 4) } else { (4, 3) };
    for (signal, kind) in [
        (signal::IDENTIFIER_CHI_LABEL, IdentifierKind::ChiNumber),
        (signal::IDENTIFIER_HC_LABEL, IdentifierKind::HcNumber),
        (signal::IDENTIFIER_NHS_LABEL, IdentifierKind::NhsNumber),
    ] {
        if let Some(cue) = reading.label_near(signal, place, before, after) {
            return Some((kind, cue));
        }
    }
    None
}

/// The NHS number's check digit: weights 10 to 2, modulus 11.
pub(crate) fn modulus_11(d: &[u8; 10]) -> bool {
    let sum: u32 = d[..9].iter().zip((2..=10).rev()).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    match 11 - sum % 11 {
        11 => d[9] == 0,
        10 => false,
        check => u32::from(d[9]) == check,
    }
}

fn luhn(d: &[u8; 10]) -> bool {
    let sum: u32 = d
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let value = u32::from(digit) * if place % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether the first six digits are a date, day first.
fn has_date(d: &[u8; 10]) -> bool {
    let (day, month) = (d[0] * 10 + d[1], d[2] * 10 + d[3]);
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        let digits =
            |text: &str| -> [u8; 10] { text.bytes().map(|b| b - b'0').collect::<Vec<_>>().try_into().unwrap() };
        assert!(modulus_11(&digits("9434765919")) && modulus_11(&digits("9434765870")));
        assert!(!modulus_11(&digits("4857773456")) && !modulus_11(&digits("1234567890")));
        assert!(luhn(&digits("0101201234")) && !modulus_11(&digits("0101201234")));
        assert!(has_date(&digits("3112991234")) && !has_date(&digits("3102991234")));
    }
}
