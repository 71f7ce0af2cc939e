//! Postal addresses: a number, a name, a word for a street; or a house's name and a street.

use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::{class, lexicon, signal};
use crate::text::{Flags, Kind, Token};

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let mut index = 0;
    while index < reading.text.tokens.len() {
        match address_at(reading, index).or_else(|| house_at(reading, index)) {
            Some(found) => {
                index = found.place.end;
                out.push(found);
            }
            None => index += 1,
        }
    }
}

/// Words before a number that begin an address.
const LEADS: &[&str] = &[
    "at", "to", "of", "from", "near", "is", "outside", "on", "in", "address", "form", "lives", "visit", "home",
    "number", "no", "was", "by", "for", "mine", "and", "behind", "opposite", "round", "past", "via", "into", "back",
    "our", "my", "her", "his",
];

/// Measures: "30 mile drive", "4 lane road".
const MEASURES: &[&str] = &[
    "minute",
    "minutes",
    "min",
    "mins",
    "hour",
    "hours",
    "mile",
    "miles",
    "metre",
    "metres",
    "day",
    "days",
    "week",
    "weeks",
    "year",
    "years",
    "month",
    "months",
    "lane",
    "way",
    "bed",
    "storey",
    "man",
    "times",
    "other",
    "more",
    "of",
    "the",
    "and",
    "km",
    "x",
    "very",
    "am",
    "pm",
    "hr",
    "hrs",
    "in",
    "on",
    "at",
    "to",
    "for",
    "people",
    "patients",
    "staff",
    "nurses",
    "beds",
    "cars",
    "lanes",
    "car",
    "new",
    "different",
    "year's",
    "new",
    "million",
    "percent",
    "k",
    "m",
];

/// What a part of a house is called, before its number or letter.
const PARTS: &[&str] = &[
    "flat",
    "apartment",
    "apt",
    "unit",
    "number",
    "no",
    "room",
    "rm",
    "studio",
    "plot",
    "suite",
    "house",
    "bungalow",
    "caravan",
];

/// Welsh names of streets begin with the word for one.
const HEOLYDD: &[&str] =
    &["heol", "ffordd", "stryd", "lon", "rhodfa", "maes", "llys", "clos", "rhiw", "trem", "bryn", "tan", "pen"];

/// The most words in a street's name.
const LONGEST_NAME: usize = 4;

fn found(start: usize, end: usize, score: f32) -> Identifier {
    Identifier { kind: IdentifierKind::Address, place: Place::new(start, end), score, public: false, cue: None }
}

/// Digits of a house's number, or a number in words below a hundred; the token behind it.
fn house_number(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let token = reading.token(index)?;
    match token.kind {
        Kind::Number => (reading.word(index).len() <= 4).then_some(index + 1),
        Kind::Word if reading.is(index, class::NUM) || reading.word(index) == "one" => {
            let next = reading.text.solid_from(index + 1);
            let linked = next == index + 2 && matches!(reading.text.written(index + 1), "-" | "–");
            Some(if linked && reading.is(next, class::NUM) { next + 1 } else { index + 1 })
        }
        _ => None,
    }
}

/// "22 Larkspur Rise", "flat 6 Alderney Court", "flat 2, 18 kestrel close", "14b Brockwell Terrace", "9 Heol y Bryn",
/// "Apt 12, Cotton Works, 8 Loom Street".
fn address_at(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let flat = PARTS.contains(&reading.word(index));
    let mut number = if flat { reading.text.solid_from(index + 1) } else { index };
    let mut behind = house_number(reading, number)?;
    // The flat's number, its building, then the house's number.
    if flat {
        let named_by = |token: &&Token| token.kind == Kind::Word && token.flags.has(Flags::CAPITAL);
        let between =
            tokens[behind..].iter().take(8).take_while(|token| token.kind == Kind::Soft || named_by(token)).count();
        if between > 0 && tokens.get(behind + between).is_some_and(|token| token.kind == Kind::Number) {
            number = behind + between;
            behind = number + 1;
        }
    }
    // "V2.0) Car Mount", "1/3 Frank's Place", "@ 105 George St": a version, a date, a place that is checked into.
    let joined = index > 0 && {
        let before = &tokens[index - 1];
        let touching = before.end == tokens[index].start;
        touching && !matches!(before.kind, Kind::Soft | Kind::Break) && reading.text.written(index - 1) != ":"
            || matches!(reading.text.written(index - 1), "@")
    };
    if joined {
        return None;
    }
    // A room or a unit is a firm's unless a house stands behind it.
    if number == reading.text.solid_from(index + 1)
        && matches!(reading.word(index), "room" | "rm" | "unit" | "suite" | "plot")
    {
        return None;
    }
    let token = &tokens[number];
    let in_words = token.kind == Kind::Word;
    let mut at = behind;
    // "14b", "9B": a letter at the number belongs to it.
    let lettered = tokens
        .get(at)
        .is_some_and(|next| next.kind == Kind::Word && next.start == tokens[at - 1].end && reading.word(at).len() == 1);
    if lettered {
        at += 1;
    } else if tokens.get(at).is_some_and(|next| {
        next.start == tokens[at - 1].end
            && (next.kind == Kind::Word || matches!(reading.text.written(at), "." | "%" | ":"))
    }) {
        return None;
    }
    let led = flat
        || lettered
        || reading.solid_before(index).is_none_or(|before| {
            LEADS.contains(&reading.word(before))
                || tokens[before].kind == Kind::Break
                || tokens[before].kind == Kind::Stop && reading.text.written(before) == ":"
        })
        || index > 0 && reading.text.written(index - 1) == ",";
    // "address is 4 church view", "visit: 4 church view".
    let told = reading
        .before(Place::new(index, index + 1), 4)
        .any(|before| matches!(reading.word(before), "address" | "lives" | "visit" | "lived" | "living" | "home"));
    // "Flat 3, Alderney Court", but not "number 5, there's always …".
    let comma = flat
        && reading.text.written(at) == ","
        && tokens.get(at + 1).is_some_and(|next| next.flags.has(Flags::CAPITAL));
    let names_from = if comma { at + 1 } else { at };
    if HEOLYDD.contains(&reading.word(names_from)) {
        let end = welsh_street(reading, names_from)?;
        return (led || tokens[end - 1].flags.has(Flags::CAPITAL)).then(|| found(index, end, 0.8));
    }
    // "her address: 13 Ashfield, Wetherby": a street of one word, where a place follows.
    let one_word = |at: usize| {
        let capital =
            |at: usize| tokens.get(at).is_some_and(|word| word.kind == Kind::Word && word.flags.has(Flags::CAPITAL));
        told && capital(at) && reading.text.written(at + 1) == "," && capital(at + 2)
    };
    let street = match street_from(reading, names_from, token.sentence) {
        Some(street) => street,
        None if one_word(names_from) => return Some(found(index, names_from + 1, 0.7)),
        None => return None,
    };
    let first = reading.word(names_from);
    let lower = street.capitals == 0;
    // A count of things: "3 close calls", "5 mile drive".
    if !tokens[names_from].flags.has(Flags::CAPITAL) && MEASURES.contains(&first) {
        return None;
    }
    let fits = match (lower, street.plain) {
        // Without a capital it has to be led to; a word that may be another needs a name that is no everyday word.
        _ if in_words && street.capitals < street.names => false,
        (true, true) => led,
        (true, false) => {
            flat && !matches!(reading.word(index), "number" | "no")
                || lettered
                || led && (told || !lexicon().names.kind(first).everyday)
        }
        (false, true) => street.capitals >= street.names.min(2) || led,
        (false, false) => (street.capitals == street.names || led) && (street.capital || flat) && (!in_words || led),
    };
    // "30 Days Lane challenge"
    if matches!(first, "days" | "hours" | "minutes" | "miles" | "weeks" | "years") {
        return None;
    }
    // "Bay 4", "Ward 9", "Theatre 6 Park Wing": the number belongs to what stands before it.
    let counted = !flat
        && reading.solid_before(index).is_some_and(|before| {
            before + 1 == index
                && (reading.is(before, class::WARD)
                    || reading.is(before, class::BED)
                    || ROOMS.contains(&reading.word(before)))
        });
    // "20 Green Park runners": the name goes on.
    let next = reading.token(street.end).filter(|next| next.kind == Kind::Word && !next.flags.has(Flags::CAPITAL));
    let named_on =
        !street.plain && !flat && !lettered && !told && next.is_some() && !GOES_ON.contains(&reading.word(street.end));
    if !fits || counted || named_on || reading.any(names_from..street.end, class::STREET_FAMOUS) {
        return None;
    }
    Some(found(index, street.end, if street.capitals == street.names && street.capital { 0.9 } else { 0.7 }))
}

/// What else is numbered.
const ROOMS: &[&str] = &[
    "ward", "bay", "bed", "theatre", "theatres", "level", "floor", "block", "gate", "platform", "bus", "junction",
    "band", "phase", "stage", "grade", "zone", "year", "page", "chapter", "part", "day", "group", "team", "option",
    "step", "clinic",
];

/// Words of the sentence around, behind an address.
const GOES_ON: &[&str] = &[
    "in", "on", "and", "is", "was", "to", "for", "at", "by", "near", "with", "but", "so", "from", "has", "had",
    "since", "please", "pls", "where", "who", "this", "today", "tonight", "tomorrow", "x", "the", "a", "again",
    "after", "before", "until", "till", "when", "while", "if", "as", "that", "because", "cos", "he", "she", "they",
    "we", "i", "his", "her", "my", "our", "no", "not", "waiting", "needs", "wants", "will", "would", "can", "and",
    "or", "off", "opposite", "behind", "next", "now", "then", "just", "still", "asap", "ta", "thanks", "lol",
    "without", "about", "via",
];

struct Street {
    end: usize,
    names: usize,
    capitals: usize,
    /// The word for a street has a capital.
    capital: bool,
    /// It is hardly ever anything else.
    plain: bool,
}

/// A name and a word for a street, from a token on.
fn street_from(reading: &Reading<'_>, from: usize, sentence: u32) -> Option<Street> {
    let tokens = &reading.text.tokens;
    let (mut names, mut capitals) = (0, 0);
    let mut at = from;
    while names < LONGEST_NAME {
        let word = tokens.get(at).filter(|next| next.kind == Kind::Word && next.sentence == sentence)?;
        let capital = word.flags.has(Flags::CAPITAL);
        let plain = reading.is(at, class::STREET);
        // "11 yrs at our place": no name, the sentence around.
        let street = plain && names > 0;
        let small =
            !(capital || street) && (GOES_ON.contains(&reading.word(at)) || MEASURES.contains(&reading.word(at)));
        let joins = names > 0 && matches!(reading.word(at), "of" | "the" | "upon") && capitals == names;
        if small && !joins {
            return None;
        }
        if names > 0 && (plain || reading.is(at, class::STREET_WEAK)) && !goes_on(reading, at) {
            // "Dr" and "St" begin names too.
            let short = reading.word(at).len() == 2;
            let next = reading.text.solid_from(at + 1);
            let name_next = next == at + 1 && tokens.get(next).is_some_and(|next| next.flags.has(Flags::CAPITAL));
            if !(short && !plain && (name_next || capital != (capitals == names))) {
                let dotted = short_form(reading, at) && reading.text.written(at + 1) == ".";
                return Some(Street { end: at + 1 + usize::from(dotted), names, capitals, capital, plain });
            }
        }
        // "215 Queensway", "3 Broadway".
        if names == 0
            && capital
            && reading.word(at).len() >= 8
            && (reading.word(at).ends_with("way") || reading.word(at).ends_with("gate"))
        {
            return Some(Street { end: at + 1, names: 1, capitals: 1, capital, plain: false });
        }
        capitals +=
            usize::from(capital || matches!(reading.word(at), "of" | "the" | "y" | "yr" | "le" | "upon" | "on"));
        names += 1;
        at = if reading.text.written(at + 1) == "." && reading.word(at) == "st" {
            at + 2
        } else {
            skip_marks(reading, at + 1)
        };
    }
    None
}

/// Over what stands inside a name: an apostrophe, a hyphen, but no comma.
fn skip_marks(reading: &Reading<'_>, index: usize) -> usize {
    let inside = |index: usize| {
        reading.token(index).is_some_and(|token| token.kind == Kind::Soft)
            && matches!(reading.text.written(index), "'" | "’" | "-" | ".")
    };
    if inside(index) { index + 1 } else { index }
}

/// Whether a street's name goes on behind a word for one: "Church Hill Road".
fn goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.text.tokens;
    let next = at + 1;
    tokens.get(next).is_some_and(|word| {
        word.kind == Kind::Word
            && word.flags.has(Flags::CAPITAL) == tokens[at].flags.has(Flags::CAPITAL)
            && reading.is(next, class::STREET)
            && word.sentence == tokens[at].sentence
    })
}

fn short_form(reading: &Reading<'_>, at: usize) -> bool {
    reading.word(at).len() <= 4
}

/// "Heol y Felin": the token behind the name.
fn welsh_street(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let tokens = &reading.text.tokens;
    let sentence = tokens.get(from)?.sentence;
    let mut end = from + 1;
    while end < from + 3 && matches!(reading.word(end), "y" | "yr" | "r" | "isaf" | "uchaf" | "ty" | "yr'") {
        end += 1;
    }
    tokens.get(end).is_some_and(|next| next.kind == Kind::Word && next.sentence == sentence).then_some(end + 1)
}

/// A house with a name and no number: "The Paddock, Mill Lane", "Tŷ Gwyn, Ffordd y Bryn"; "Upper Blaen Farm, Llangammarch"
/// where somebody's home is spoken of.
fn house_at(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let first = tokens.get(index).filter(|token| token.kind == Kind::Word && token.flags.has(Flags::CAPITAL))?;
    if index > 0 && reading.text.written(index - 1) == "@" || reading.word(index).bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let follows_name = index > 0
        && tokens[index - 1].kind == Kind::Word
        && tokens[index - 1].flags.has(Flags::CAPITAL)
        && !tokens[index - 1].flags.has(Flags::FIRST);
    if follows_name {
        return None;
    }
    let welsh = matches!(
        reading.word(index),
        "ty" | "bryn" | "plas" | "cwm" | "pen" | "tan" | "maes" | "llys" | "cae" | "hafod" | "gwel" | "glan" | "pant"
    );
    let mut end = index;
    while end < index + 5
        && tokens.get(end).is_some_and(|token| {
            token.kind == Kind::Word && token.flags.has(Flags::CAPITAL) && token.sentence == first.sentence
        })
    {
        end += 1;
    }
    let named = end >= index + 2 && (welsh || reading.is(end - 1, class::HOUSE_NAME));
    let famous = reading.any(end..(end + 4).min(tokens.len()), class::STREET_FAMOUS);
    if !named || famous || reading.any(index..end, class::HOSPITAL) || reading.any(index..end, class::WARD) {
        return None;
    }
    let comma = matches!(reading.text.written(end), ",");
    let next = if comma { reading.text.solid_from(end + 1) } else { end };
    if comma && let Some(street) = street_or_welsh(reading, next, first.sentence) {
        return Some(found(index, street, 0.75));
    }
    let place = comma
        && tokens.get(next).is_some_and(|token| {
            token.kind == Kind::Word && token.flags.has(Flags::CAPITAL) && token.sentence == first.sentence
        });
    let home = at_home(reading, index);
    (place && home).then(|| found(index, next + 1, 0.7))
}

/// The end of a street's name with capitals, from a token on.
fn street_or_welsh(reading: &Reading<'_>, from: usize, sentence: u32) -> Option<usize> {
    let capital = |at: usize| reading.token(at).is_some_and(|token| token.flags.has(Flags::CAPITAL));
    if !capital(from) {
        return None;
    }
    if HEOLYDD.contains(&reading.word(from)) {
        return welsh_street(reading, from);
    }
    let street = street_from(reading, from, sentence)?;
    (street.capitals == street.names && street.capital).then_some(street.end)
}

/// Whether the words before say that somebody lives there or is visited.
fn at_home(reading: &Reading<'_>, index: usize) -> bool {
    let hits = reading.hits(signal::IDENTIFIER_HOME);
    let from = hits.partition_point(|hit| (hit.start as usize) + 16 < index);
    hits.get(from).is_some_and(|hit| (hit.start as usize) <= index + 10)
}
