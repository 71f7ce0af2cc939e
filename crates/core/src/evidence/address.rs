//! Postal addresses: a number, a name, a word for a street.

use super::{Identifier, IdentifierKind, Place, Reading};
use crate::text::{Flags, Kind};

const STREETS: &[&str] = &[
    "street",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "close",
    "drive",
    "court",
    "terrace",
    "gardens",
    "grove",
    "crescent",
    "place",
    "rise",
    "way",
    "walk",
    "square",
    "row",
    "mews",
    "hill",
    "park",
    "view",
    "green",
    "croft",
    "view",
    "parade",
    "wynd",
    "vale",
    "mount",
    "heights",
    "house",
    "towers",
    "tower",
    "mansions",
    "lodge",
    "villas",
    "estate",
    "fold",
    "garth",
    "heol",
    "ffordd",
    "stryd",
    "bank",
    "gate",
    "approach",
    "cottages",
    "buildings",
    "quay",
    "wharf",
    "meadow",
    "meadows",
    "chase",
];

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let mut index = 0;
    while index < reading.text.tokens.len() {
        match address_at(reading, index) {
            Some(found) => {
                index = found.place.end;
                out.push(found);
            }
            None => index += 1,
        }
    }
}

/// Words for a street that are hardly ever anything else behind a number and a name, whatever their case.
const PLAIN_STREETS: &[&str] = &[
    "street", "road", "rd", "avenue", "ave", "lane", "close", "drive", "court", "terrace", "gardens", "grove",
    "crescent", "mews", "view",
];

/// Words before a number that begin an address.
const LEADS: &[&str] =
    &["at", "to", "of", "from", "near", "is", "outside", "on", "in", "address", "form", "lives", "visit", "home"];

/// Measures: "30 mile drive", "4 lane road".
const MEASURES: &[&str] = &[
    "minute", "minutes", "min", "mins", "hour", "hours", "mile", "miles", "metre", "metres", "day", "days", "week",
    "weeks", "year", "years", "month", "months", "lane", "way", "bed", "storey", "man", "times", "other", "more", "of",
    "the", "and", "km", "x", "very",
];

/// Welsh names of streets begin with the word for one.
const HEOLYDD: &[&str] = &["heol", "ffordd", "stryd", "lon", "rhodfa", "maes", "llys"];

/// "22 Larkspur Rise", "flat 6 Alderney Court", "flat 2, 18 kestrel close", "14b Brockwell Terrace", "9 Heol y Bryn".
fn address_at(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let flat = matches!(reading.word(index), "flat" | "apartment" | "apt" | "unit" | "number" | "no");
    let mut number = if flat { reading.text.solid_from(index + 1) } else { index };
    // The flat's number, then the house's.
    let house = reading.text.solid_from(number + 1);
    if flat && house > number + 1 && reading.token(house).is_some_and(|token| token.kind == Kind::Number) {
        number = house;
    }
    let token = reading.token(number)?;
    let digits = reading.word(number);
    if token.kind != Kind::Number || digits.len() > 4 {
        return None;
    }
    let mut at = number + 1;
    // "14b": a letter at the number belongs to it.
    let lettered = tokens.get(at).is_some_and(|next| next.kind == Kind::Word && next.start == token.end);
    if lettered {
        if reading.word(at).len() != 1 {
            return None;
        }
        at += 1;
    }
    let led = flat
        || lettered
        || reading.solid_before(index).is_none_or(|before| {
            LEADS.contains(&reading.word(before))
                || tokens[before].kind == Kind::Stop && reading.text.written(before) == ":"
        });
    let found = |end: usize, score: f32| {
        let place = Place::new(index, end);
        Some(Identifier { kind: IdentifierKind::Address, place, score, public: false, cue: None })
    };
    let names_from = reading.text.solid_from(at);
    if HEOLYDD.contains(&reading.word(names_from)) {
        let mut end = names_from + 1;
        while end < names_from + 3 && matches!(reading.word(end), "y" | "yr" | "r") {
            end += 1;
        }
        let named = tokens.get(end).is_some_and(|next| next.kind == Kind::Word && next.sentence == token.sentence);
        return if named && (led || tokens[end].flags.has(Flags::CAPITAL)) { found(end + 1, 0.8) } else { None };
    }
    let mut names = 0;
    let mut capitals = 0;
    let mut at = names_from;
    while names < 4 {
        let word = tokens.get(at).filter(|next| next.kind == Kind::Word)?;
        if word.sentence != token.sentence
            || names == 0 && !word.flags.has(Flags::CAPITAL) && MEASURES.contains(&reading.word(at))
        {
            return None;
        }
        if names > 0 && STREETS.contains(&reading.word(at)) {
            let street_capital = word.flags.has(Flags::CAPITAL);
            // Without a capital it has to be led to, and be a word for a street and nothing else.
            if capitals == 0 && !flat && !(led && PLAIN_STREETS.contains(&reading.word(at))) {
                return None;
            }
            return found(at + 1, if capitals == names && street_capital { 0.9 } else { 0.7 });
        }
        let capital = word.flags.has(Flags::CAPITAL);
        // "215 Queensway", "3 Broadway".
        if names == 0 && capital && led && reading.word(at).len() >= 8 && reading.word(at).ends_with("way") {
            return found(at + 1, 0.7);
        }
        capitals += usize::from(capital);
        names += 1;
        at = reading.text.solid_from(at + 1);
    }
    None
}
