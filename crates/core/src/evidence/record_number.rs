//! Hospital numbers, and beds and bays.

use super::near_number::around;
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::signal;
use crate::text::{Flags, Kind};

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    for index in 0..reading.text.tokens.len() {
        out.extend(hospital_number(reading, index));
        out.extend(bed(reading, index));
    }
}

/// A letter or two and six to eight digits, or five to nine digits in groups that the words beside it call a hospital
/// number.
fn hospital_number(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let token = &tokens[index];
    let glued = index > 0
        && tokens[index - 1].end == token.start
        && !matches!(tokens[index - 1].kind, Kind::Soft | Kind::Stop | Kind::Break)
        && reading.text.written(index - 1) != "=";
    // The middle of "388-MED-6619284".
    let middle = index > 1
        && tokens[index - 1].end == token.start
        && tokens[index - 2].end == tokens[index - 1].start
        && matches!(tokens[index - 2].kind, Kind::Number | Kind::Word)
        && matches!(reading.text.written(index - 1), "-" | "–" | "." | "_");
    if glued || middle {
        return None;
    }
    let shape = shape_at(reading, index)?;
    let place = Place::new(index, shape.end);
    let label = signal::IDENTIFIER_HOSPITAL_LABEL;
    let cue = reading
        .label_near(label, place, 6, 3)
        .or_else(|| reading.label_just_before(label, place))
        .or_else(|| dotted_label(reading, index));
    // Letters before digits have the shape by themselves; digits alone need the label.
    let shaped = (1..=3).contains(&shape.letters) && (6..=8).contains(&shape.digits) && shape.whole;
    // In the shape of one, a label a sentence away is enough: "what's your hospital number? Is it still T4471908?"
    let spoken_of = shaped && shape.letters < 3 && labelled_around(reading, place);
    let near = around(reading, place);
    let other = near.called_other || near.other > 0 || NOT_PATIENTS.contains(&shape.prefix.as_str());
    let score = match (&cue, shaped) {
        (Some(_), _) if near.called_other && near.care == 0 => 0.4,
        (Some(_), _) => 0.95,
        (None, true) if spoken_of => 0.85,
        (None, true) if !other && near.care > 0 => 0.6,
        (None, _) => 0.0,
    };
    (score >= 0.45).then_some(Identifier { kind: IdentifierKind::HospitalNumber, place, score, public: false, cue })
}

/// What trials, tickets, grants and papers put before their numbers.
const NOT_PATIENTS: &[&str] = &[
    "nct", "inc", "req", "ref", "web", "chg", "pmc", "gmc", "nmc", "iso", "job", "sku", "ean", "par", "po", "ph", "jd",
    "doi", "cd", "rec",
];

struct Shape {
    end: usize,
    digits: usize,
    letters: usize,
    prefix: String,
    /// In one piece, but for a space or a dash behind the letters.
    whole: bool,
}

/// Letters, at most three, and groups of digits.
fn shape_at(reading: &Reading<'_>, index: usize) -> Option<Shape> {
    let tokens = &reading.text.tokens;
    let written = reading.text.folded(index);
    let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !written.is_ascii() || letters > 3 || !written.bytes().skip(letters).all(|b| b.is_ascii_digit()) {
        return None;
    }
    match tokens[index].kind {
        Kind::Word if letters > 0 => {}
        Kind::Number => {}
        _ => return None,
    }
    let mut digits = written.len() - letters;
    let prefix = written.get(..letters)?.to_owned();
    let mut end = index + 1;
    let mut groups = usize::from(digits > 0);
    while groups < 3 && digits < 9 {
        let marked = tokens.get(end).is_some_and(|mark| {
            mark.start == tokens[end - 1].end && matches!(reading.text.written(end), "-" | "–" | "‑" | "/" | "_" | ".")
        });
        let next = end + usize::from(marked);
        let Some(group) = tokens.get(next).filter(|group| group.kind == Kind::Number) else { break };
        let gap = group.start - tokens[next - 1].end;
        let size = (group.end - group.start) as usize;
        let touches_letters = groups == 0 && gap <= 1;
        let fits = touches_letters || marked && gap == 0 || !marked && gap == 1 && size >= 3;
        if !fits || digits + size > 9 {
            break;
        }
        digits += size;
        groups += 1;
        end = next + 1;
    }
    let more = tokens.get(end).is_some_and(|next| {
        next.start == tokens[end - 1].end
            && (matches!(next.kind, Kind::Number | Kind::Word)
                || matches!(reading.text.written(end), "-" | "–" | "/" | "%")
                    && tokens.get(end + 1).is_some_and(|after| {
                        matches!(after.kind, Kind::Number | Kind::Word) && after.start == next.end
                    }))
    });
    let apart = letters == written.len() && tokens.get(index + 1).is_some_and(|next| next.start > tokens[index].end);
    // "at 12000 places": a word, and a round number.
    let counted = (letters == 0 || apart) && reading.text.folded(end - 1).ends_with("000");
    let little = apart && LITTLE_WORDS.contains(&prefix.as_str());
    let unfit = more && groups > 1 || counted || little;
    ((5..=9).contains(&digits) && !unfit).then_some(Shape { end, digits, letters, prefix, whole: groups == 1 })
}

const LITTLE_WORDS: &[&str] = &[
    "a", "i", "at", "of", "is", "in", "to", "on", "for", "the", "was", "no", "are", "has", "and", "or", "by", "as",
    "it", "num", "id", "nhs", "his", "her", "my", "so", "we", "he", "not", "all", "chi", "hc", "hcn", "mrn", "crn",
    "pas", "pid", "rio", "epr", "pt", "tel", "mob", "ext", "dob", "reg", "ni",
];

/// "hosp. no. RJ1 448821": a label that full stops part.
fn dotted_label(reading: &Reading<'_>, index: usize) -> Option<Place> {
    // "consent for pt 7723091"
    if let Some(holder) = index.checked_sub(1).filter(|&at| matches!(reading.word(at), "pt" | "patient")) {
        let long = reading.word(index).len() >= 6;
        return long.then(|| Place::new(holder, index));
    }
    let mut words = (index.saturating_sub(6)..index).rev().filter(|&at| reading.text.tokens[at].kind == Kind::Word);
    let number =
        words.next().filter(|&at| matches!(reading.word(at), "no" | "nos" | "number" | "num" | "id" | "ref"))?;
    let holder = words.next().filter(|&at| {
        matches!(
            reading.word(at),
            "hosp" | "hospital" | "unit" | "case" | "notes" | "note" | "patient" | "pt" | "pts" | "district" | "pas"
        )
    })?;
    Some(Place::new(holder, number + 1))
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
