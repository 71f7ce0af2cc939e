//! Hospital numbers, and beds and bays.

use super::nhs_number::around;
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::{class, signal};
use crate::text::{Flags, Kind};

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    for index in 0..reading.text.tokens.len() {
        out.extend(hospital_number(reading, index));
        out.extend(bed(reading, index));
    }
}

/// A letter or two and six to eight digits, or six to eight digits, that the words beside it call a hospital number.
fn hospital_number(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let token = &tokens[index];
    let glued =
        index > 0 && tokens[index - 1].end == token.start && !matches!(tokens[index - 1].kind, Kind::Soft | Kind::Stop);
    if glued {
        return None;
    }
    let written = reading.text.folded(index);
    let (end, digits, letters) = match token.kind {
        Kind::Word => {
            let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
            let digits = written.len() - letters;
            if !written.is_ascii() || !written.bytes().skip(letters).all(|b| b.is_ascii_digit()) {
                return None;
            }
            if digits == 0 {
                let number =
                    tokens.get(index + 1).filter(|next| next.kind == Kind::Number && next.start - token.end <= 1)?;
                (index + 2, (number.end - number.start) as usize, letters)
            } else {
                (index + 1, digits, letters)
            }
        }
        // "815-4848": two groups, where a label says what they are.
        Kind::Number if (2..=4).contains(&written.len()) => {
            let dash = tokens.get(index + 1).filter(|dash| dash.start == token.end)?;
            let second = tokens.get(index + 2).filter(|next| next.kind == Kind::Number && next.start == dash.end)?;
            let third = tokens.get(index + 3).is_some_and(|dash| dash.start == second.end)
                && matches!(reading.text.written(index + 3), "-" | "–" | "‑")
                && tokens.get(index + 4).is_some_and(|next| next.kind == Kind::Number);
            if !matches!(reading.text.written(index + 1), "-" | "–" | "‑") || third {
                return None;
            }
            (index + 3, written.len() + (second.end - second.start) as usize, 0)
        }
        Kind::Number => (index + 1, written.len(), 0),
        _ => return None,
    };
    if !(5..=9).contains(&digits) || letters > 3 {
        return None;
    }
    let place = Place::new(index, end);
    let label = signal::IDENTIFIER_HOSPITAL_LABEL;
    let cue = reading.label_near(label, place, 6, 3).or_else(|| reading.label_just_before(label, place));
    // Letters before digits have the shape by themselves; digits alone need the label.
    let shaped =
        (1..=3).contains(&letters) && (6..=8).contains(&digits) && end == index + 1 && token.flags.has(Flags::CAPITAL);
    // In the shape of one, a label a sentence away is enough: "what's your hospital number? Is it still T4471908?"
    let spoken_of = shaped && letters < 3 && labelled_around(reading, place);
    let in_care = shaped && spoken_in_care(reading, place);
    let score = match (&cue, shaped) {
        (Some(_), _) => 0.95,
        (None, true) if spoken_of => 0.85,
        (None, true) if in_care => 0.6,
        (None, true) => 0.35,
        (None, false) => 0.0,
    };
    (score >= 0.45).then_some(Identifier { kind: IdentifierKind::HospitalNumber, place, score, public: false, cue })
}

/// What happens to patients beside their number.
const CARE: &[&str] = &[
    "waiting",
    "theatre",
    "theatres",
    "recovery",
    "ward",
    "clinic",
    "bed",
    "bay",
    "admitted",
    "discharged",
    "transferred",
    "bloods",
    "notes",
    "scan",
    "xray",
    "ct",
    "mri",
    "triage",
    "seen",
    "wristband",
    "porter",
];

/// Whether the words near speak of a patient's way through a hospital, and of nothing else that has numbers.
fn spoken_in_care(reading: &Reading<'_>, place: Place) -> bool {
    let near = reading.before(place, 6).chain(reading.after(place, 6));
    let care = near.into_iter().any(|index| CARE.contains(&reading.word(index)) || reading.is(index, class::PATIENT));
    care && around(reading, place).other == 0
}

/// Whether the words around, in whatever sentence, speak of a hospital number.
fn labelled_around(reading: &Reading<'_>, place: Place) -> bool {
    let hits = reading.hits(signal::IDENTIFIER_HOSPITAL_LABEL);
    let from = hits.partition_point(|hit| (hit.start as usize) + 24 < place.start);
    hits.get(from).is_some_and(|hit| (hit.start as usize) < place.end + 12)
}

/// "bed 12", "bay 3", "side room 4", "cubicle b".
fn bed(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let first = reading.word(index);
    let after = match first {
        "bed" | "bay" | "cubicle" | "cubical" | "trolley" | "chair" => index + 1,
        "room" if index > 0 && reading.word(index - 1) == "side" => index + 1,
        _ => return None,
    };
    let token = reading.token(after)?;
    let numbered = token.kind == Kind::Number && reading.word(after).len() <= 3;
    let lettered = token.kind == Kind::Word
        && reading.word(after).len() == 1
        && reading.word(after) != "a"
        && token.flags.has(Flags::CAPITAL)
        && reading.word(after) != "i";
    (numbered || lettered).then(|| Identifier {
        kind: IdentifierKind::Bed,
        place: Place::new(index, after + 1),
        score: if first == "chair" { 0.5 } else { 0.8 },
        public: false,
        cue: None,
    })
}
