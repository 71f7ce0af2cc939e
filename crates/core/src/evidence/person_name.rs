//! Names: which words name a person.

use super::Reading;
use super::people::{Form, PersonMention};
use crate::lexicon::{NameKind, UNKNOWN, class, lexicon};
use crate::text::{Flags, Kind};

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "dame",
    "rev",
    "cllr",
    "sister",
    "nurse",
    "matron",
    "mister",
    "sr",
];

/// Titles before which almost any word is a name, even in lower case.
const STRONG_TITLES: &[&str] = &["mr", "mrs", "ms", "mx", "dr", "prof", "professor"];

/// "Mr Tunde Bakare-Whitlock", "Dr Patel", "mrs begum", "Sister Jane", "Mrs B", "Mr O'D".
pub(super) fn titled(reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
    let token = &reading.text.tokens[index];
    if token.kind != Kind::Word || !TITLES.contains(&reading.word(index)) || token.flags.has(Flags::TAGGED) {
        return None;
    }
    let strong = STRONG_TITLES.contains(&reading.word(index));
    let next = reading.text.solid_from(index + 1);
    let follows = reading.token(next).filter(|next| next.kind == Kind::Word && next.sentence == token.sentence)?;
    // Only the full stop of "Mr." may stand between, never a comma: "Thanks Dr, see you".
    if next > index + 1 && (next > index + 2 || reading.text.written(index + 1) != ".") {
        return None;
    }
    // "Mrs B": one letter for the name.
    if strong && follows.end - follows.start == 1 && follows.flags.has(Flags::CAPITAL) {
        let mut end = next + 1;
        if reading.token(end).is_some_and(|dot| dot.start == follows.end) && reading.text.written(end) == "." {
            end += 1;
        }
        return Some(PersonMention::new(index, end, Form::Initials, 0.85));
    }
    if FAMED.contains(&reading.word(next)) {
        return None;
    }
    let lower = !follows.flags.has(Flags::CAPITAL);
    let kind = lexicon().names.kind(reading.word(next));
    if lower && (!strong || kind.everyday && !kind.any() || NOT_NAMES.contains(&reading.word(next))) {
        return None;
    }
    let (end, words, score) = name_run(reading, next, strong)?;
    if words == 0 {
        return None;
    }
    let score = if !strong {
        score
    } else if lower && kind.everyday {
        0.6
    } else {
        score.max(0.9)
    };
    Some(PersonMention::new(index, end, Form::Full, score))
}

/// Doctors and misters who are nobody's colleague or patient.
const FAMED: &[&str] = &[
    "google",
    "who",
    "who's",
    "pepper",
    "dre",
    "martens",
    "oetker",
    "strange",
    "evil",
    "doolittle",
    "seuss",
    "zhivago",
    "jekyll",
    "bean",
    "bates",
    "darcy",
    "tumble",
    "blobby",
    "motivator",
    "muscle",
    "kipling",
    "whippy",
    "beast",
    "men",
    "right",
    "claus",
    "doubtfire",
    "brown's",
    "hinch",
    "bloom",
    "maisel",
    "watson",
    "foster",
    "frankenstein",
    "grey",
    "house",
];

/// Words that follow "mr" or "doctor" and name nobody.
const NOT_NAMES: &[&str] =
    &["and", "or", "who", "has", "have", "is", "was", "said", "will", "in", "on", "at", "to", "for"];

/// "R.K.", "J.B", and "JB", "AB" behind a word for a patient.
pub(super) fn initials(reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
    let tokens = &reading.text.tokens;
    let first = &tokens[index];
    if first.kind != Kind::Word || !first.flags.has(Flags::CAPITAL) || first.flags.has(Flags::TAGGED) {
        return None;
    }
    let single = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word && token.end - token.start == 1 && token.flags.has(Flags::CAPITAL)
        })
    };
    let dot = |at: usize| {
        at > 0
            && tokens.get(at).is_some_and(|token| token.start == tokens[at - 1].end)
            && reading.text.written(at) == "."
    };
    if single(index) && first.flags.has(Flags::SPACED) {
        if dot(index + 1) {
            let mut end = index + 2;
            let mut letters = 1;
            while single(end) && tokens[end].start - tokens[end - 1].end <= 1 && letters < 4 {
                letters += 1;
                end += 1;
                if dot(end) {
                    end += 1;
                }
            }
            let known = reading.text.slice(index, end).to_ascii_lowercase().replace(['.', ' '], "");
            if letters >= 2 && !NOT_INITIALS.contains(&known.as_str()) {
                // "J. K. Rowling": initials before a family name belong to it.
                if let Some((run, 1.., _)) = name_run(reading, end, false).filter(|_| touches_by_space(reading, end)) {
                    return Some(PersonMention::new(index, run, Form::Full, 0.8));
                }
                return Some(PersonMention::new(index, end, Form::Initials, 0.7));
            }
        }
        return None;
    }
    if !first.flags.has(Flags::SPACED) {
        return None;
    }
    let letters = first.end - first.start;
    if (2..=3).contains(&letters)
        && first.flags.has(Flags::UPPER)
        && called_patient(reading, index)
        && !NOT_INITIALS.contains(&reading.word(index))
        && !reading
            .text
            .tokens
            .get(index + 1)
            .is_some_and(|next| next.kind == Kind::Word && next.flags.has(Flags::UPPER))
    {
        return Some(PersonMention::new(index, index + 1, Form::Initials, 0.75));
    }
    // "DW has absconded": two capitals that mean nothing else may be somebody.
    let word = reading.word(index);
    (letters == 2
        && first.flags.has(Flags::UPPER)
        && reading.words[index] == UNKNOWN
        && !NOT_INITIALS.contains(&word)
        && !lexicon().names.kind(word).everyday
        && !shouts(reading, index))
    .then(|| PersonMention::new(index, index + 1, Form::Initials, 0.4))
}

fn touches_by_space(reading: &Reading<'_>, index: usize) -> bool {
    index > 0 && reading.token(index).is_some_and(|token| token.start - reading.text.tokens[index - 1].end <= 1)
}

/// Whether the word before calls the next one a patient: "pt AB", "Client B", "patient initials JB".
fn called_patient(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = reading.solid_before(index) else { return false };
    let word = reading.word(before);
    matches!(
        word,
        "patient"
            | "pt"
            | "px"
            | "client"
            | "su"
            | "user"
            | "initials"
            | "resident"
            | "baby"
            | "mum"
            | "child"
            | "lady"
            | "gent"
    ) && reading.text.tokens[before].sentence == reading.text.tokens[index].sentence
}

/// Short forms that look like initials.
const NOT_INITIALS: &[&str] = &[
    "am", "pm", "uk", "us", "usa", "eg", "ie", "nhs", "gp", "ae", "ra", "ba", "ma", "md", "phd", "rn", "hr", "it",
    "id", "ps", "nb", "bbc", "pr", "rip", "mp", "ok", "tv", "dj", "pa", "ot", "cpn", "ccu", "icu", "itu", "hdu", "ed",
    "eol", "pdf", "faq", "ni", "ni", "no", "dob", "gcs", "iv", "im", "po", "sc", "ng", "nbm", "dnr", "ct", "mri",
    "ecg", "eeg", "plc", "la", "dc", "kg", "cm", "mg", "ml", "bp", "hr", "rr", "ca", "mi", "pe", "uti", "led", "av",
    "aa", "rac",
];

/// A given name and what follows, or a lone name; a given name in lower case where that is no everyday word.
pub(super) fn named(reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
    let token = &reading.text.tokens[index];
    if token.kind != Kind::Word || token.flags.has(Flags::TAGGED) {
        return None;
    }
    if !token.flags.has(Flags::CAPITAL) {
        return lower(reading, index);
    }
    if begins_late(reading, index) {
        return None;
    }
    let (end, words, score) = name_run(reading, index, false)?;
    if named_after(reading, index, end) || words == 1 && no_lone_name(reading, index) {
        return None;
    }
    let form = if words > 1 { Form::Full } else { Form::Single };
    Some(PersonMention::new(index, end, form, score))
}

/// Whether a capitalised everyday word only stands before a name: "Little Noah", "Poor Doris", "Happy Birthday Sam".
fn begins_late(reading: &Reading<'_>, index: usize) -> bool {
    let kind = lexicon().names.kind(reading.word(index));
    let next = lexicon().names.kind(reading.word(index + 1));
    let epithet = matches!(
        reading.word(index),
        "little" | "baby" | "poor" | "young" | "old" | "big" | "wee" | "sweet" | "dear" | "lovely" | "brave" | "happy"
    );
    kind.everyday
        && (!kind.given || epithet)
        && (next.any() || next.everyday)
        && reading.token(index + 1).is_some_and(|token| token.flags.has(Flags::CAPITAL))
}

/// Whether a single capitalised word is a short form, a brand or a place rather than a name.
fn no_lone_name(reading: &Reading<'_>, index: usize) -> bool {
    let written = reading.text.written(index);
    let kind = lexicon().names.kind(reading.word(index));
    let upper = reading.text.tokens[index].flags.has(Flags::UPPER);
    if upper {
        return !kind.given || kind.everyday || written.len() < 5;
    }
    let camel = written.chars().skip(1).any(char::is_uppercase)
        && !["Mc", "Mac", "O'", "O’", "D'", "De", "Le", "La", "Fitz"].iter().any(|start| written.starts_with(start));
    let placed = reading.is(index, class::PLACE_WEAK)
        && reading.solid_before(index).is_some_and(|before| {
            matches!(reading.word(before), "in" | "from" | "to" | "at" | "near" | "of" | "around")
        });
    camel
        || placed
        || kind.everyday && !kind.given
        || !kind.any() && (reading.is(index, class::SUPPLIER_WEAK) || reading.is(index, class::MEDICATION))
}

/// Things that are named after people: "Grace Ward", "Hope Street", "Braden scale", "Carol service".
const NAMESAKES: &[&str] = &[
    "ward",
    "street",
    "road",
    "lane",
    "avenue",
    "close",
    "drive",
    "court",
    "house",
    "hospital",
    "infirmary",
    "unit",
    "centre",
    "center",
    "clinic",
    "school",
    "academy",
    "college",
    "building",
    "wing",
    "suite",
    "theatre",
    "park",
    "square",
    "way",
    "day",
    "week",
    "month",
    "service",
    "services",
    "award",
    "awards",
    "prize",
    "trophy",
    "foundation",
    "trust",
    "institute",
    "society",
    "fund",
    "charity",
    "fellowship",
    "lecture",
    "university",
    "hall",
    "library",
    "disease",
    "syndrome",
    "sign",
    "test",
    "scale",
    "score",
    "scoring",
    "criteria",
    "classification",
    "index",
    "procedure",
    "operation",
    "fracture",
    "manoeuvre",
    "maneuver",
    "reflex",
    "palsy",
    "phenomenon",
    "paralysis",
    "triad",
    "lymphoma",
    "chorea",
    "frame",
    "tube",
    "catheter",
    "model",
    "cycle",
    "united",
    "city",
    "fc",
    "rovers",
    "town",
    "albion",
    "wanderers",
    "county",
    "villa",
    "stadium",
    "beach",
    "bay",
    "island",
    "castle",
    "station",
    "bridge",
    "hotel",
    "arms",
    "inn",
    "pub",
    "hub",
    "report",
    "inquiry",
    "enquiry",
    "review",
    "act",
    "law",
    "rule",
    "principle",
    "method",
    "lodge",
    "hospice",
    "cup",
    "rooms",
    "room",
    "gardens",
    "terrace",
    "hill",
    "green",
    "health",
    "team",
    "practice",
    "surgery",
];

pub(super) fn named_after(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let after = reading.text.solid_from(end);
    let next = reading.token(after).is_some_and(|token| {
        token.kind == Kind::Word && token.sentence == reading.text.tokens[start].sentence && after == end
    });
    let last_possessive = reading.token(end - 1).is_some_and(|token| token.flags.has(Flags::POSSESSIVE));
    let saint = start > 0
        && (matches!(reading.word(start - 1), "st" | "saint" | "saints")
            || start > 1 && reading.text.written(start - 1) == "." && reading.word(start - 2) == "st");
    let company = next
        && !last_possessive
        && reading.token(after).is_some_and(|token| token.flags.has(Flags::CAPITAL))
        && (reading.is(after, class::COMPANY_SUFFIX) || reading.is(after, class::ORGANISATION_WORD));
    // "Mrs Bell bay 3" lies in a bay; "Morecambe Bay" is one.
    let numbered = next && reading.token(after + 1).is_some_and(|token| token.kind == Kind::Number);
    saint
        || company
        || next
            && !numbered
            && NAMESAKES.contains(&reading.word(after))
            && (!last_possessive
                || matches!(
                    reading.word(after),
                    "disease"
                        | "syndrome"
                        | "sign"
                        | "test"
                        | "law"
                        | "day"
                        | "palsy"
                        | "phenomenon"
                        | "paralysis"
                        | "triad"
                        | "fracture"
                        | "lymphoma"
                        | "chorea"
                        | "operation"
                        | "procedure"
                ))
}

/// Words after which a word is a name, whatever its case: "a family called mcilhatton".
fn introduces(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = reading.solid_before(index) else { return false };
    match reading.word(before) {
        "called" | "named" | "surname" => reading.text.tokens[before].sentence == reading.text.tokens[index].sentence,
        "is" | "was" => {
            reading.solid_before(before).is_some_and(|noun| matches!(reading.word(noun), "name" | "surname"))
        }
        _ => false,
    }
}

fn lower(reading: &Reading<'_>, index: usize) -> Option<PersonMention> {
    let word = reading.word(index);
    let kind = lexicon().names.kind(word);
    let known = reading.words[index] != UNKNOWN && !kind.any();
    let introduced = !kind.everyday
        && !known
        && word.len() > 2
        && !reading.is(index, class::PERSON_NOUN)
        && introduces(reading, index);
    if introduced || kind.any() && !kind.everyday && word.len() > 2 && !stops_name(reading, index) {
        // More words in lower case that can only be names belong to it.
        let mut end = index + 1;
        let mut words = 1;
        while let Some(next) = reading.token(end).filter(|next| next.kind == Kind::Word && words < 4) {
            let more = lexicon().names.kind(reading.word(end));
            let fits = more.any() && !more.everyday && !stops_name(reading, end)
                || introduced && !more.everyday && reading.words[end] == UNKNOWN;
            if !fits || next.sentence != reading.text.tokens[index].sentence {
                break;
            }
            words += 1;
            end += 1;
        }
        let score = match (introduced, words, kind.given) {
            (true, ..) => 0.85,
            (_, 2.., true) => 0.8,
            (_, _, true) => 0.45,
            _ => 0.25,
        };
        return Some(PersonMention::new(index, end, if words > 1 { Form::Full } else { Form::Single }, score));
    }
    None
}

/// Words that are names, from `start`: the end, how many, and how sure.
fn name_run(reading: &Reading<'_>, start: usize, after_title: bool) -> Option<(usize, usize, f32)> {
    let names = &lexicon().names;
    let tokens = &reading.text.tokens;
    let shouting = reading.token(start).is_some_and(|token| token.flags.has(Flags::UPPER)) && shouts(reading, start);
    let mut run = Run::default();
    let mut end = start;
    let mut at = start;
    while let Some(token) = tokens.get(at).filter(|token| token.kind == Kind::Word && run.words < 5) {
        if run.words > 0 && token.sentence != tokens[start].sentence {
            break;
        }
        let capital = token.flags.has(Flags::CAPITAL);
        let folded = reading.word(at);
        let kind = names.kind(folded);
        let odd = !kind.any() && !kind.everyday && (reading.words[at] == UNKNOWN || run.words > 0) && folded.len() > 1;
        let fits =
            if after_title && run.words == 0 { kind.any() || odd || capital } else { capital && (kind.any() || odd) };
        let initial = run.words > 0 && capital && token.end - token.start == 1 && folded != "i";
        let particle = run.words > 0
            && PARTICLES.contains(&folded)
            && tokens.get(at + 1).is_some_and(|next| next.flags.has(Flags::CAPITAL));
        if !fits && !particle && !initial {
            break;
        }
        if fits && stops_name(reading, at) && !(after_title && run.words == 0) && !run.allows_place(reading, at) {
            break;
        }
        // "Ward May", "Olu Exeter": a word in capitals behind a name in small letters is no part of it.
        if run.words > 0 && token.flags.has(Flags::UPPER) && !tokens[start].flags.has(Flags::UPPER) && !initial {
            break;
        }
        run.add(kind, odd);
        end = at + 1;
        if token.flags.has(Flags::POSSESSIVE) {
            break;
        }
        let next = at + 1;
        // A hyphen joins two names; a comma or any other mark ends one.
        at = match tokens.get(next) {
            Some(mark)
                if mark.kind == Kind::Soft
                    && mark.start == token.end
                    && matches!(reading.text.written(next), "-" | "‑" | "‐") =>
            {
                next + 1
            }
            Some(mark) if mark.kind == Kind::Soft => {
                // The full stop of a middle initial.
                if reading.text.written(next) == "." && token.end - token.start == 1 && run.words > 1 {
                    next + 1
                } else {
                    break;
                }
            }
            _ => next,
        };
    }
    // "ON HIS WEDDIN DAY": words in capitals for force name nobody.
    let forced = (start..end).all(|at| tokens[at].kind != Kind::Word || tokens[at].flags.has(Flags::UPPER));
    if forced && !after_title && !run.plain_given && run.words > 1 {
        return None;
    }
    let first_of_sentence = tokens.get(start).is_some_and(|token| token.flags.has(Flags::FIRST));
    let score = run.score(first_of_sentence, shouting);
    let score = if after_title { score.max(0.75) } else { score };
    (run.words > 0 && score > 0.15).then_some((end, run.words, score))
}

/// What a run of words has held so far.
#[derive(Default)]
struct Run {
    words: usize,
    given: usize,
    family: usize,
    odd: usize,
    /// Words that mean something else as well.
    ambiguous: usize,
    /// The first word is a given name that is no everyday word.
    plain_given: bool,
}

impl Run {
    fn add(&mut self, kind: NameKind, odd: bool) {
        if self.words == 0 {
            self.plain_given = kind.given && !kind.everyday;
        }
        self.words += 1;
        self.given += usize::from(kind.given);
        self.family += usize::from(kind.family);
        self.odd += usize::from(odd);
        self.ambiguous += usize::from(kind.any() && kind.everyday);
    }

    /// A family name may well be a town's: "Sarah Lancaster", but not "Hull Royal".
    fn allows_place(&self, reading: &Reading<'_>, at: usize) -> bool {
        self.words == 1
            && self.plain_given
            && reading.is(at, class::PLACE)
            && !reading.is(at, class::HOSPITAL)
            && !reading.is(at, class::BRAND_OR_TITLE)
    }

    fn score(&self, first_of_sentence: bool, shouting: bool) -> f32 {
        let known = self.given + self.family;
        let mut score: f32 = match (self.words, self.given, known) {
            (1, 1.., _) => 0.65,
            (1, 0, 1..) => 0.4,
            (1, ..) => 0.3,
            (2.., 1.., _) if self.plain_given => 0.9,
            (2.., 1.., _) => 0.7,
            (2.., 0, 1..) => 0.5,
            _ => 0.35,
        };
        if self.ambiguous > 0 && self.ambiguous == self.words {
            score -= if first_of_sentence || shouting { 0.45 } else { 0.2 };
        } else if self.words == 1 && first_of_sentence {
            score -= if self.odd > 0 { 0.2 } else { 0.05 };
        }
        if shouting {
            score -= 0.2;
        }
        score
    }
}

const PARTICLES: &[&str] = &[
    "de", "van", "von", "al", "el", "bin", "ibn", "ap", "ferch", "da", "dos", "della", "di", "la", "le", "mac", "mc",
    "o", "st", "der", "den", "bint", "abu",
];

/// Whether the words around are all in capitals, so that a capital says nothing.
fn shouts(reading: &Reading<'_>, index: usize) -> bool {
    let from = index.saturating_sub(6);
    let (mut upper, mut lower) = (0, 0);
    for token in reading.text.tokens.iter().skip(from).take(14) {
        if token.kind == Kind::Word && token.end - token.start > 2 {
            if token.flags.has(Flags::UPPER) { upper += 1 } else { lower += 1 }
        }
    }
    upper >= 3 && upper > lower
}

/// Whether a capitalised word is known as something other than a person here.
fn stops_name(reading: &Reading<'_>, index: usize) -> bool {
    [
        class::PLACE,
        class::HOSPITAL,
        class::EPONYM,
        class::BRAND_OR_TITLE,
        class::DAY_MONTH,
        class::MEDIA_OUTLET,
        class::SUPPLIER,
        class::EMPLOYER,
        class::RELIGION,
        class::PARTY,
    ]
    .iter()
    .any(|&class| reading.is(index, class))
}
