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

/// "22 Larkspur Rise", "flat 6 Alderney Court", "14b Brockwell Terrace".
fn address_at(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let flat = matches!(reading.word(index), "flat" | "apartment" | "apt" | "unit" | "number" | "no");
    let number = if flat { reading.text.solid_from(index + 1) } else { index };
    let token = reading.token(number)?;
    let digits = reading.word(number);
    if token.kind != Kind::Number || digits.len() > 4 {
        return None;
    }
    let tokens = &reading.text.tokens;
    let mut at = number + 1;
    // "14b": a letter at the number belongs to it.
    if tokens.get(at).is_some_and(|next| next.kind == Kind::Word && next.start == token.end) {
        if reading.word(at).len() != 1 {
            return None;
        }
        at += 1;
    }
    let names_from = reading.text.solid_from(at);
    let mut names = 0;
    let mut capitals = 0;
    let mut at = names_from;
    while names < 4 {
        let word = tokens.get(at).filter(|next| next.kind == Kind::Word)?;
        if word.sentence != token.sentence {
            return None;
        }
        if names > 0 && STREETS.contains(&reading.word(at)) {
            let street_capital = word.flags.has(Flags::CAPITAL);
            if capitals == 0 && !flat {
                return None;
            }
            let score = if capitals == names && street_capital { 0.9 } else { 0.7 };
            return Some(Identifier {
                kind: IdentifierKind::Address,
                place: Place::new(index, at + 1),
                score,
                public: false,
                cue: None,
            });
        }
        capitals += usize::from(word.flags.has(Flags::CAPITAL));
        names += 1;
        at = reading.text.solid_from(at + 1);
    }
    None
}
