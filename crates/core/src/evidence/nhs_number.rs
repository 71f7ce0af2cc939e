//! NHS, CHI and H&C numbers: ten digits, a check digit, a range, and words around them.
//!
//! Sources: NHS Data Dictionary (modulus 11); number ranges as in the package
//! nhs-number 2.2.0; Public Health Scotland's phsmethods, which since 2026 also
//! accepts CHI numbers with a modulus-10 (Luhn) digit. One in eleven ten-digit
//! numbers passes modulus 11, and so does every ISBN-10 without an X: a number
//! counts only with its surroundings.

use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::signal;
use crate::text::Kind;

/// Words that make ten digits a health number.
const HEALTH_WORDS: &[&str] = &[
    "nhs",
    "chi",
    "nhsno",
    "patient",
    "patients",
    "pt",
    "pts",
    "dob",
    "notes",
    "referral",
    "referred",
    "obs",
    "bloods",
    "gp",
    "clinic",
    "ward",
    "mrn",
    "admitted",
    "discharged",
    "appt",
    "appointment",
    "h&c",
    "hcn",
    "spine",
    "systmone",
    "emis",
    "rio",
    "scr",
    "records",
    "record",
    "triage",
    "bed",
    "ecg",
    "xray",
    "scan",
    "wristband",
    "handover",
    "labelled",
    "theatre",
    "theatres",
];

/// Words that make them something else.
const OTHER_WORDS: &[&str] = &[
    "isbn",
    "isbn10",
    "order",
    "orders",
    "parcel",
    "tracking",
    "invoice",
    "ref",
    "reference",
    "account",
    "acct",
    "sort",
    "bond",
    "bonds",
    "ticket",
    "booking",
    "doi",
    "pmid",
    "tel",
    "phone",
    "mobile",
    "fax",
    "serial",
    "model",
    "part",
    "sku",
    "issn",
    "page",
    "pages",
    "id",
    "vol",
    "version",
    "build",
    "followers",
    "views",
    "likes",
    "donate",
    "fundraiser",
    "justgiving",
    "charity",
    "company",
    "vat",
    "licence",
    "policy",
    "membership",
    "loyalty",
    "card",
    "barcode",
    "asin",
    "book",
    "books",
    "chapter",
    "edition",
    "penguin",
    "paperback",
    "hardback",
    "novel",
    "author",
    "lottery",
    "bid",
    "tender",
    "contract",
    "po",
    "ean",
    "upc",
    "imei",
    "batch",
    "recalled",
    "flight",
];

/// Words that make digits behind them a telephone; ahead of them they say what is to be done about something else.
const DIALLING_WORDS: &[&str] = &["call", "ring", "text", "whatsapp"];

/// Words that make "id" a patient's.
const WORN: &[&str] = &["band", "bands", "bracelet", "label", "sticker"];

struct Digits {
    place: Place,
    digits: [u8; 10],
    /// The sizes of the groups as written.
    groups: Vec<usize>,
    /// Directly after a character that makes it part of something longer.
    glued: bool,
}

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let mut index = 0;
    while index < reading.words.len() {
        let found = written(reading, index).or_else(|| spoken(reading, index));
        let Some(found) = found else {
            index += 1;
            continue;
        };
        index = found.place.end;
        if let Some(identifier) = judge(reading, &found) {
            out.push(identifier);
        }
    }
}

/// Ten digits in one to five groups parted by spaces, dots, dashes or a line break.
fn written(reading: &Reading<'_>, start: usize) -> Option<Digits> {
    let tokens = &reading.text.tokens;
    if tokens[start].kind != Kind::Number {
        return None;
    }
    let mut digits = Vec::with_capacity(10);
    let mut groups = Vec::new();
    let mut at = start;
    loop {
        let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        let group = reading.text.folded(at).as_bytes();
        digits.extend(group.iter().map(|digit| digit.wrapping_sub(b'0')));
        groups.push(group.len());
        at += 1;
        if digits.len() >= 10 {
            break;
        }
        let gap = tokens.get(at)?;
        match gap.kind {
            Kind::Number => {}
            Kind::Soft | Kind::Stop | Kind::Break if gap.end - gap.start <= 4 => {
                let mark = reading.text.written(at).trim();
                if !matches!(mark, "" | "-" | "." | "–" | "‑" | "—" | "·")
                    || gap.kind == Kind::Break && token.end != gap.start
                {
                    return None;
                }
                at += 1;
            }
            _ => return None,
        }
    }
    if digits.len() != 10 || groups.len() > 5 {
        return None;
    }
    let joins = |index: usize, behind: bool| {
        tokens.get(index).is_some_and(|token| {
            let touches = if behind { token.end == tokens[start].start } else { token.start == tokens[at - 1].end };
            touches
                && (matches!(token.kind, Kind::Word | Kind::Number)
                    || matches!(reading.text.written(index), "/" | "=" | "_" | "£" | "+" | "€" | "$"))
        })
    };
    let more = |index: usize| tokens.get(index).is_some_and(|token| token.kind == Kind::Number);
    // "0.9434765919" is one number.
    let fraction = start > 1 && {
        let (whole, dot) = (&tokens[start - 2], &tokens[start - 1]);
        whole.kind == Kind::Number && whole.end == dot.start && dot.end == tokens[start].start
    };
    let glued = start > 0 && (joins(start - 1, true) || more(start - 1)) || fraction || joins(at, false) || more(at);
    let digits: [u8; 10] = digits.try_into().ok()?;
    digits.iter().all(|&digit| digit < 10).then_some(Digits { place: Place::new(start, at), digits, groups, glued })
}

/// Ten digits spelled out: "nine four three, four seven six …".
fn spoken(reading: &Reading<'_>, start: usize) -> Option<Digits> {
    let mut digits = Vec::with_capacity(10);
    let mut at = start;
    let mut end = start;
    let mut twice = 1;
    while digits.len() < 10 {
        at = reading.text.solid_from(at);
        let value = match reading.word(at) {
            "zero" | "oh" | "nought" => 0,
            "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "double" if !digits.is_empty() || at == start => {
                twice = 2;
                at += 1;
                continue;
            }
            _ => return None,
        };
        for _ in 0..twice {
            digits.push(value);
        }
        twice = 1;
        at += 1;
        end = at;
    }
    let digits: [u8; 10] = digits.try_into().ok()?;
    Some(Digits { place: Place::new(start, end), digits, groups: vec![10], glued: false })
}

fn judge(reading: &Reading<'_>, found: &Digits) -> Option<Identifier> {
    let d = &found.digits;
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
    let named = named_kind(reading, found.place, valid);
    let kind = named.map_or(kind, |(kind, _)| kind);
    let near = around(reading, found.place);
    let spaced = found.groups == [3, 3, 4];
    let phone = d[0] == 0 && matches!(found.groups.as_slice(), [10] | [4, 6] | [5, 5] | [3, 7]) && !date_first;
    let mut score: f32 = match (valid, named.is_some()) {
        (_, true) => 0.97,
        (true, false) => match kind {
            IdentifierKind::NhsNumber if spaced => 0.8,
            IdentifierKind::NhsNumber => 0.55,
            _ if spaced => 0.5,
            _ => 0.35,
        },
        (false, false) => 0.0,
    };
    if named.is_none() {
        score += 0.15 * near.health.min(2) as f32;
        score -= 0.5 * near.other.min(2) as f32;
        // 999 begins only numbers set aside for tests; a person who types one means a patient's.
        if valid && d[..3] == [9, 9, 9] {
            score += 0.3;
        }
        if phone {
            score -= 0.5;
        }
        if found.glued {
            score -= 0.6;
        }
    } else if near.other > 0 && !valid && near.health == 0 {
        score -= 0.3;
    }
    (score >= 0.45).then(|| Identifier {
        kind,
        place: found.place,
        score: score.clamp(0.0, 0.99),
        public: false,
        cue: named.map(|(_, cue)| cue),
    })
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

/// How many words near a number speak of care, and how many of something else that has numbers.
pub(super) struct Around {
    pub(super) health: usize,
    pub(super) other: usize,
}

pub(super) fn around(reading: &Reading<'_>, place: Place) -> Around {
    let mut counts = Around { health: 0, other: 0 };
    let near = reading.before(place, 10).chain(reading.after(place, 8));
    for index in near {
        let word = reading.word(index);
        let close = place.start.abs_diff(index).min(index.abs_diff(place.end)) <= 5;
        counts.health += usize::from(HEALTH_WORDS.contains(&word));
        let next = reading.word(reading.text.solid_from(index + 1));
        let worn = word == "id" && WORN.contains(&next);
        let dials = index < place.start && DIALLING_WORDS.contains(&word);
        counts.health += usize::from(worn);
        counts.other += usize::from(close && !worn && (dials || OTHER_WORDS.contains(&word)));
    }
    counts
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
