//! One particular patient: a person in care, unnamed, of whom something is told.

use super::roles::between;
use super::{Place, Reading, Role};
use crate::lexicon::{Class, class, signal};
use crate::text::{Flags, Kind};

/// A place that speaks of one particular patient.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Case {
    /// The words that speak of the patient.
    pub(crate) place: Place,
    /// How sure it is that this is one real patient of the author's, 0..1.
    pub(crate) score: f32,
    /// How much is told that few patients share, 0 and up.
    pub(crate) detail: f32,
    /// What happened, where that is told.
    pub(crate) event: Option<Place>,
}

/// Tokens to each side that count as around.
const REACH: usize = 36;

/// Every case in the text, in order of place.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Case> {
    let mut cases = direct(reading);
    let mut past = 0;
    for tag in &reading.tags {
        let (start, end) = (tag.start as usize, tag.end as usize);
        if start < past {
            continue;
        }
        let base = match tag.class {
            class::PATIENT => 0.45,
            class::PERSON_NOUN => 0.3,
            class::PROFESSION_LAY => 0.25,
            class::AGE => 0.3,
            _ => continue,
        };
        let word = reading.word(end - 1);
        if tag.class == class::PATIENT && (no_noun(reading, start, end) || labels(reading, end)) {
            continue;
        }
        let base = if VAGUE.contains(&word) { base - 0.15 } else { base };
        if let Some(found) = subject(reading, tag.class, Place::new(start, end), base) {
            past = end;
            cases.push(found);
        }
    }
    crate::order::sort_by_number(&mut cases, |case| case.place.start as u64);
    cases
}

/// Nouns that fit anybody.
const VAGUE: &[&str] =
    &["someone", "somebody", "person", "individual", "family", "regular", "character", "student", "adult", "couple"];

/// Words that "patient" only goes before: "patient safety", "outpatient clinic".
const COMPOUNDS: &[&str] = &[
    "safety",
    "experience",
    "care",
    "flow",
    "record",
    "records",
    "transport",
    "outcome",
    "outcomes",
    "facing",
    "centred",
    "satisfaction",
    "feedback",
    "participation",
    "involvement",
    "engagement",
    "group",
    "groups",
    "choice",
    "notes",
    "list",
    "lists",
    "pathway",
    "pathways",
    "portal",
    "information",
    "info",
    "data",
    "line",
    "numbers",
    "voice",
    "journey",
    "journeys",
    "leaflet",
    "leaflets",
    "education",
    "demand",
    "access",
    "app",
    "survey",
    "surveys",
    "stories",
    "story",
    "contact",
    "contacts",
    "dashboard",
    "clinic",
    "clinics",
    "appointment",
    "appointments",
    "department",
    "services",
    "service",
    "team",
    "advice",
    "liaison",
    "association",
    "initiated",
    "led",
    "reported",
    "pack",
    "hub",
    "activity",
    "confidentiality",
    "identifiable",
    "empowerment",
    "charter",
    "forum",
    "partner",
    "partners",
    "representative",
    "advocate",
    "research",
    "waits",
    "waiting",
    "bay",
    "area",
    "ward",
    "wards",
    "unit",
    "units",
    "beds",
    "bed",
    "tv",
];

/// Whether the word only says what a name or a number behind it is: "pt Adeyemi", "pt K2204518".
fn labels(reading: &Reading<'_>, end: usize) -> bool {
    let at = reading.text.solid_from(end);
    let next = reading.people.partition_point(|person| person.place.start < at);
    let number = reading.identifiers.partition_point(|found| found.place.start < at);
    reading.people.get(next).is_some_and(|person| person.place.start == at)
        || reading
            .identifiers
            .get(number)
            .is_some_and(|found| found.place.start == at && !matches!(found.kind, super::IdentifierKind::Age(_)))
}

/// Whether "patient" is an adjective here, or the first half of another word.
fn no_noun(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let after = reading.text.solid_from(end);
    let compound = reading.token(after).is_some_and(|next| next.kind == Kind::Word)
        && COMPOUNDS.contains(&reading.word(after))
        && after <= end + 1;
    let quality = reading.word(end - 1) == "patient"
        && reading.solid_before(start).is_some_and(|before| {
            matches!(
                reading.word(before),
                "very"
                    | "so"
                    | "be"
                    | "being"
                    | "more"
                    | "most"
                    | "extremely"
                    | "incredibly"
                    | "really"
                    | "too"
                    | "and"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "been"
                    | "stay"
                    | "as"
                    | "how"
                    | "wonderfully"
            )
        });
    compound || quality
}

/// Who is spoken of, with the determiner before: "one of our dementia gents", "a firefighter from Whitby".
fn subject(reading: &Reading<'_>, class: Class, noun: Place, base: f32) -> Option<Case> {
    let last = reading.word(noun.end - 1);
    let (start, kind) = determiner(reading, noun.start);
    let counted = is_plural(last) && kind != Determiner::OneOf;
    if counted && kind != Determiner::Count {
        return None;
    }
    let own_child = matches!(kind, Determiner::Mine) && reading.is(noun.start, class::KIN);
    if own_child || kind == Determiner::Generic {
        return None;
    }
    let mut score = base
        + match kind {
            Determiner::OneOf => 0.3,
            Determiner::Mine if class == class::PATIENT => 0.3,
            Determiner::Mine => 0.05,
            Determiner::This => 0.2,
            Determiner::Count => 0.1,
            Determiner::A => 0.15,
            Determiner::The => 0.1,
            Determiner::None if reading.token(noun.start).is_some_and(|token| token.flags.has(Flags::FIRST)) => 0.15,
            Determiner::None if class == class::AGE => 0.1,
            Determiner::None => return None,
            Determiner::Generic => return None,
        };
    let place = Place::new(start, noun.end);
    let around = Around::of(reading, place, noun);
    let told_of_age = class == class::AGE && around.event >= 0.3 || around.event >= 0.45 && reading.setting.work >= 0.4;
    let own_kin = kind == Determiner::None && reading.is(noun.start, class::KIN);
    let bare = class == class::PATIENT
        && kind == Determiner::A
        && around.event < 0.3
        && around.clinical < 0.2
        && around.detail < 0.3;
    if own_kin || bare {
        return None;
    }
    // A clinician who tells what befell somebody tells of a patient, though no clinical word falls.
    let told_at_work = (reading.work.bio_health || reading.setting.work >= 0.4)
        && around.event >= 0.3
        && matches!(kind, Determiner::This | Determiner::OneOf | Determiner::A | Determiner::Count)
        && reading.work.private < 0.3;
    if class != class::PATIENT && around.clinical < 0.2 && !told_of_age && !told_at_work
        || about_own(reading, class, place)
    {
        return None;
    }
    score += 0.45 * around.event + 0.25 * around.clinical.min(1.0) - 0.7 * around.general;
    (score >= 0.3).then(|| {
        let reach = around.event_place.filter(|event| event.start >= place.end && event.start - place.end <= 8);
        let end = reach.map_or(place.end, |event| event.end);
        Case { place: Place::new(start, end), score: score.min(0.97), detail: around.detail, event: around.event_place }
    })
}

/// An age beside the author's own family is theirs: "RIP Grandad Joe. 94 years old".
fn about_own(reading: &Reading<'_>, class: Class, place: Place) -> bool {
    if class == class::PATIENT {
        return false;
    }
    let next = reading.people.partition_point(|person| person.place.start < place.start);
    let own = |person: &super::PersonMention| {
        person.role == Role::Own && person.place.end + 16 > place.start && person.place.start < place.end + 16
    };
    let kin = (place.start.saturating_sub(10)..place.start).any(|at| {
        reading.is(at, class::KIN)
            && reading.solid_before(at).is_some_and(|before| matches!(reading.word(before), "my" | "our" | "me"))
    });
    kin || reading.people[next.saturating_sub(2)..].iter().take(4).any(own)
}

/// Wordings that mean one patient by themselves.
fn direct(reading: &Reading<'_>) -> Vec<Case> {
    reading
        .hits(signal::CASE_DIRECT)
        .iter()
        .filter_map(|hit| {
            let place = Place::new(hit.start as usize, hit.end as usize);
            let around = Around::of(reading, place, place);
            let score = if hit.weight >= 0.85 {
                hit.weight
            } else {
                hit.weight * (0.82 + 0.36 * around.clinical.min(1.0)) + 0.12 * around.event
            } - 0.6 * around.general;
            (score >= 0.3).then_some(Case {
                place,
                score: score.min(0.97),
                detail: around.detail,
                event: around.event_place,
            })
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Determiner {
    None,
    A,
    The,
    This,
    Mine,
    OneOf,
    /// "two brothers", "both parents".
    Count,
    /// "every", "if a", "any".
    Generic,
}

/// The determiner at most five words before the noun, and where it begins.
fn determiner(reading: &Reading<'_>, noun: usize) -> (usize, Determiner) {
    let Some(first) = reading.token(noun) else { return (noun, Determiner::None) };
    let sentence = first.sentence;
    let mut at = noun;
    for _ in 0..6 {
        let Some(before) = at.checked_sub(1) else { break };
        let token = &reading.text.tokens[before];
        if token.sentence != sentence || matches!(token.kind, Kind::Stop | Kind::Break | Kind::Mark) {
            break;
        }
        at = before;
        if token.kind == Kind::Soft {
            if reading.text.written(before) == "," && noun - before > 2 {
                break;
            }
            continue;
        }
        let kind = match reading.word(before) {
            "a" | "an" => Determiner::A,
            "the" => Determiner::The,
            "this" | "that" | "another" | "one" | "some" | "certain" | "latest" | "last" | "first" => Determiner::This,
            "today" | "tonight" | "yesterday" if token.flags.has(Flags::POSSESSIVE) => Determiner::This,
            "my" | "our" => Determiner::Mine,
            "two" | "three" | "both" => Determiner::Count,
            "every" | "each" | "any" | "no" | "per" | "all" | "most" | "many" | "your" | "their" | "his" | "her"
            | "these" | "those" | "other" | "what" | "which" | "whatever" | "as" | "for" | "and" | "or" | "with"
            | "of" | "to" | "is" | "was" | "are" | "than" | "being" | "not" | "new" => match reading.word(before) {
                "every" | "each" | "any" | "no" | "per" | "all" | "most" | "many" | "your" | "what" | "which"
                | "whatever" | "as" | "being" => return (before, Determiner::Generic),
                "new" => continue,
                _ => break,
            },
            _ => continue,
        };
        // "one of our", "one of my", "one of the"
        let of = reading.solid_before(before).filter(|&of| reading.word(of) == "of");
        if let Some(of) = of
            && let Some(one) = reading.solid_before(of)
            && matches!(reading.word(one), "one" | "another")
        {
            return (one, Determiner::OneOf);
        }
        if matches!(kind, Determiner::A | Determiner::The | Determiner::Mine) {
            let before_it = reading.solid_before(before).map_or("", |index| reading.word(index));
            if matches!(before_it, "if" | "when" | "imagine" | "suppose" | "as" | "whether" | "like" | "be" | "being") {
                return (before, Determiner::Generic);
            }
        }
        return (before, kind);
    }
    (noun, Determiner::None)
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !matches!(word, "pts'" | "mrs" | "boss" | "princess" | "goddess" | "waitress" | "actress")
        || matches!(word, "men" | "women" | "children" | "people" | "gentlemen" | "ladies" | "families" | "kids")
}

/// What stands around a place.
struct Around {
    event: f32,
    event_place: Option<Place>,
    clinical: f32,
    detail: f32,
    general: f32,
}

impl Around {
    fn of(reading: &Reading<'_>, place: Place, noun: Place) -> Self {
        let from = reading.before(place, REACH).start;
        let to = reading.after(place, REACH).end;
        let sentence = reading.token(place.start).map_or(0, |token| token.sentence);
        let mut around = Self { event: 0.0, event_place: None, clinical: 0.0, detail: 0.0, general: 0.0 };
        let near = |start: usize| reading.token(start).is_some_and(|token| token.sentence == sentence);
        let mut doubt = 1.0_f32;
        for hit in between(reading, signal::CASE_EVENT, from, to) {
            let weight = if near(hit.start as usize) { hit.weight } else { hit.weight * 0.6 };
            doubt *= 1.0 - weight;
            let better =
                around.event_place.is_none_or(|old| distance(place, hit.start as usize) < distance(place, old.start));
            if better {
                around.event_place = Some(Place::new(hit.start as usize, hit.end as usize));
            }
        }
        around.event = 1.0 - doubt;
        let mut clinical = 1.0_f32;
        let mut past = 0;
        for index in from..to {
            if index >= past && (index < noun.start || index >= noun.end) && is_clinical(reading, index) {
                clinical *= if near(index) { 0.6 } else { 0.75 };
                past = index + 1;
            }
        }
        around.clinical = 1.0 - clinical;
        around.detail = between(reading, signal::CASE_DETAIL, from, to).map(|hit| hit.weight).sum();
        around.general = [signal::CASE_GENERAL, signal::CASE_FICTION]
            .iter()
            .flat_map(|&signal| between(reading, signal, from, to))
            .map(|hit| if near(hit.start as usize) { hit.weight } else { hit.weight * 0.6 })
            .fold(0.0, f32::max);
        if super::roles::historical(reading, from, to).is_some() {
            around.general = around.general.max(0.6);
        }
        around
    }
}

fn distance(place: Place, start: usize) -> usize {
    if start < place.start { place.start - start + 6 } else { start - place.start }
}

fn is_clinical(reading: &Reading<'_>, index: usize) -> bool {
    if reading.word(index) == "patient" && no_noun(reading, index, index + 1) {
        return false;
    }
    [
        class::PATIENT,
        class::WARD,
        class::BED,
        class::CONDITION,
        class::PROCEDURE,
        class::MEDICATION,
        class::CLINICAL_EVENT,
        class::CLINICAL_ABBREV,
        class::CARE_SETTING,
        class::MENTAL_HEALTH,
    ]
    .iter()
    .any(|&class| reading.is(index, class))
}
