//! Who each named person is to the author, from the words around.

use super::people::{Form, PersonMention, Role};
use super::{Place, Reading, setting::Setting};
use crate::draft::{Capacity, Surface};
use crate::lexicon::{Class, Signal, class, signal};
use crate::text::{Flags, Kind, fold};

/// No pattern is longer than this many tokens.
const LONGEST: usize = 64;

/// What is known of the whole draft.
struct Whole {
    /// Words of the name or handle that is answered.
    answered: Vec<String>,
    /// The draft speaks with somebody about their care.
    care: Option<Place>,
    /// It speaks of a play or a programme.
    fiction: Option<Place>,
    /// It speaks of somebody made up for teaching.
    invented: Option<Place>,
    /// Mail addresses, in order.
    emails: Vec<usize>,
}

fn place_of(hit: &crate::lexicon::Hit) -> Place {
    Place::new(hit.start as usize, hit.end as usize)
}

/// Decides who each person is.
pub(super) fn assign(reading: &mut Reading<'_>) {
    let mut people = std::mem::take(&mut reading.people);
    let answered: Vec<String> = reading
        .draft
        .reply_to
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| word.chars().count() > 2)
        .map(fold)
        .collect();
    let agreed = reading.shows(signal::PEOPLE_AGREED);
    let whole = Whole {
        answered,
        care: reading.best(signal::CONTACT_CARE).filter(|hit| hit.weight >= 0.6).map(place_of),
        fiction: reading.best(signal::CASE_FICTION).map(place_of),
        invented: reading.best(signal::PEOPLE_INVENTED).map(place_of),
        emails: reading
            .identifiers
            .iter()
            .filter(|found| found.kind == super::IdentifierKind::Email)
            .map(|found| found.place.start)
            .collect(),
    };
    for person in &mut people {
        let (role, score, cue) = role_of(reading, person, &whole);
        person.role = role;
        person.role_score = score;
        person.cue = cue;
        person.permitted |= agreed;
        // The name of the account that is answered is a name, though it may be a word as well.
        if role == Role::Patient && cue.is_some() && cue == whole.care {
            person.score = person.score.max(0.75);
        }
        // A name that is also a word, or in lower case, counts for more where the words around call for a person.
        let needed = if person.score < 0.35 { 0.85 } else { 0.7 };
        if score >= needed && person.score >= 0.1 && person.score < 0.75 {
            person.score += 0.25;
        }
    }
    spread(reading, &mut people);
    reading.people = people;
}

/// Somebody named twice is the same person; "Will, Grace and Hope" share a role.
fn spread(reading: &Reading<'_>, people: &mut [PersonMention]) {
    for index in 1..people.len() {
        let (before, rest) = people.split_at_mut(index);
        let (Some(previous), Some(person)) = (before.last(), rest.first_mut()) else { continue };
        if person.role_score >= 0.6 || previous.role_score < 0.6 {
            continue;
        }
        let joined = person.place.start - previous.place.end <= 3
            && (previous.place.end..person.place.start)
                .all(|at| matches!(reading.text.written(at), "," | "&" | "+" | "and" | "/") || reading.word(at) == "a");
        if joined && !matches!(previous.role, Role::Addressed | Role::Author) {
            person.role = previous.role;
            person.role_score = previous.role_score * 0.95;
            person.cue = previous.cue;
        }
    }
}

fn role_of(reading: &Reading<'_>, person: &PersonMention, whole: &Whole) -> (Role, f32, Option<Place>) {
    let place = person.place;
    let famed = (place.start..place.end).any(|index| reading.is(index, class::PUBLIC_FIGURE));
    // Where thousands are listed somebody shares a famous name: away from work the famous one is meant.
    if person.listed && (!famed || person.form == Form::Handle || reading.setting.work >= 0.4) {
        return (Role::Colleague, 0.97, None);
    }
    if famed {
        return (Role::Public, 0.9, None);
    }
    if person.form == Form::Handle && opens_an_answer(reading, place) {
        return (Role::Addressed, 0.9, None);
    }
    // "Snap Lowri up" under Lowri's post speaks of her, not to her.
    let told_of = covering(reading, signal::PEOPLE_COLLEAGUE, place).filter(|&(weight, _)| weight >= 0.75);
    if let Some((weight, cue)) = told_of
        && reading.setting.work >= 0.4
        && reading.draft.surface == Surface::Comment
        && reading.solid_before(place.start).is_some()
        && person.form != Form::Handle
        && cue.start < place.start
        && !greeting(reading, place.start)
    {
        return (Role::Colleague, weight, Some(cue));
    }
    if addressed(reading, person, &whole.answered) {
        return match whole.care {
            Some(care) if reading.draft.surface != Surface::Message => (Role::Patient, 0.8, Some(care)),
            _ => (Role::Addressed, 0.9, None),
        };
    }
    if signs(reading, place, &whole.emails) {
        return (Role::Author, 0.85, None);
    }
    let mut best = (Role::Unknown, 0.0, None);
    for (signal, role) in [
        (signal::PEOPLE_AUTHOR, Role::Author),
        (signal::PEOPLE_OWN, Role::Own),
        (signal::PEOPLE_PUBLIC, Role::Public),
        (signal::PEOPLE_PATIENT, Role::Patient),
        (signal::PEOPLE_COLLEAGUE, Role::Colleague),
    ] {
        if let Some((weight, cue)) = covering(reading, signal, place) {
            let weight = settled(reading, role, weight) + titled(reading, person, role);
            if weight > best.1 {
                best = (role, weight, Some(cue));
            }
        }
    }
    if best.0 == Role::Patient && whole.invented.is_some() {
        return (Role::Public, 0.8, whole.invented);
    }
    if best.1 < 0.85 && whole.fiction.is_some() {
        return (Role::Public, 0.7, whole.fiction);
    }
    if best.1 >= 0.5 {
        return best;
    }
    // A lone word in small letters, or one that says where, needs a pattern that calls it a person.
    let small =
        person.form == Form::Single && reading.token(place.start).is_some_and(|token| !token.flags.has(Flags::CAPITAL));
    let somewhere = person.form == Form::Single
        && reading
            .solid_before(place.start)
            .is_some_and(|before| matches!(reading.word(before), "in" | "from" | "to" | "at" | "near" | "the" | "a"));
    let guessed = person.form == Form::Initials && person.score < 0.5;
    if small || somewhere || guessed {
        return best;
    }
    let near = match near_words(reading, person) {
        (Role::Patient, ..) if whole.invented.is_some() => (Role::Public, 0.8, whole.invented),
        near => near,
    };
    if near.1 > best.1 { near } else { best }
}

/// How sure a role is in this draft's setting: thanks to Sam are thanks to a colleague only where work is spoken of.
fn settled(reading: &Reading<'_>, role: Role, weight: f32) -> f32 {
    let setting = &reading.setting;
    match role {
        Role::Colleague if weight < 0.8 => weight * (0.45 + 0.75 * setting.work).min(1.2),
        Role::Patient if weight < 0.75 => weight * (0.45 + 0.75 * setting.clinical.max(setting.work * 0.6)).min(1.2),
        _ => weight,
    }
    .min(0.97)
}

/// The weightiest hit of `signal` that covers `place`.
fn covering(reading: &Reading<'_>, signal: Signal, place: Place) -> Option<(f32, Place)> {
    let hits = reading.hits(signal);
    let from = hits.partition_point(|hit| (hit.start as usize) + LONGEST < place.start);
    hits[from..]
        .iter()
        .take_while(|hit| (hit.start as usize) < place.end)
        .filter(|hit| place.start < hit.end as usize)
        .map(|hit| (hit.weight, Place::new(hit.start as usize, hit.end as usize)))
        .reduce(|a, b| if b.0 > a.0 { b } else { a })
}

/// Whether the draft speaks to this person: the account answered, or a name called out at the start.
fn addressed(reading: &Reading<'_>, person: &PersonMention, answered: &[String]) -> bool {
    let place = person.place;
    let named = (place.start..place.end).any(|at| {
        let word = reading.word(at).trim_start_matches('@');
        word.len() > 2 && answered.iter().any(|name| name == word || name.len() > 4 && name.starts_with(word))
    });
    if named {
        return true;
    }
    let speaks = matches!(reading.draft.surface, Surface::Message | Surface::Reply | Surface::Comment);
    if !speaks || person.form == Form::Handle && reading.draft.surface == Surface::Message {
        return false;
    }
    // "Hi Joanne, …", "Lynsey, …", "thanks Priyesh!"
    let greeted = greeting(reading, place.start);
    let called = reading.token(place.end).is_none_or(|next| {
        matches!(next.kind, Kind::Stop | Kind::Break | Kind::Soft) && reading.text.written(place.end) != "-"
    });
    greeted && called && place.start <= 5 || greeted && place.start > 0 && place.start <= 3
}

/// Two handles or more at the start of a text are those whom it answers, as the site itself puts them there.
fn opens_an_answer(reading: &Reading<'_>, place: Place) -> bool {
    let handle = |index: usize| reading.text.tokens[index].kind == Kind::Mention;
    let opening = (0..reading.words.len())
        .take_while(|&index| handle(index) || matches!(reading.text.tokens[index].kind, Kind::Soft | Kind::Stop))
        .filter(|&index| handle(index));
    let (mut handles, mut last) = (0, 0);
    for index in opening {
        (handles, last) = (handles + 1, index);
    }
    handles >= 2 && place.start <= last
}

/// Whether what stands before `start` only greets.
fn greeting(reading: &Reading<'_>, start: usize) -> bool {
    reading.solid_before(start).is_none_or(|before| {
        matches!(
            reading.word(before),
            "hi" | "hiya"
                | "hello"
                | "hey"
                | "dear"
                | "morning"
                | "afternoon"
                | "evening"
                | "sorry"
                | "alright"
                | "helo"
        ) && before <= 4
    })
}

/// Staff say "Mr" and "Mrs" of patients, and "Dr" and "Matron" of each other.
fn titled(reading: &Reading<'_>, person: &PersonMention, role: Role) -> f32 {
    let patients = matches!(reading.word(person.place.start), "mr" | "mrs" | "ms" | "miss");
    let staff = matches!(reading.word(person.place.start), "dr" | "prof" | "professor" | "matron" | "nurse" | "sister");
    match role {
        Role::Patient if patients => 0.15,
        Role::Colleague if staff => 0.12,
        Role::Colleague if patients => -0.1,
        Role::Patient if staff => -0.2,
        _ => 0.0,
    }
}

/// Whether a name stands alone on its line above the author's own mail address, as in a signature.
fn signs(reading: &Reading<'_>, place: Place, emails: &[usize]) -> bool {
    let alone = |index: Option<usize>| {
        index.is_none_or(|index| reading.token(index).is_none_or(|token| token.kind == Kind::Break))
    };
    alone(place.start.checked_sub(1))
        && alone(Some(place.end))
        && emails.get(emails.partition_point(|&email| email < place.end)).is_some_and(|&email| {
            (place.start..place.end)
                .any(|at| reading.word(at).len() > 3 && reading.text.folded(email).contains(reading.word(at)))
        })
}

/// Without a pattern that names the role, the sentence's words weigh in.
fn near_words(reading: &Reading<'_>, person: &PersonMention) -> (Role, f32, Option<Place>) {
    let sentence = reading.sentence(person.place.start);
    let from = sentence.start.max(person.place.start.saturating_sub(30));
    let to = sentence.end.min(person.place.end + 30);
    let count = |classes: &[Class]| {
        (from..to)
            .filter(|&index| {
                !(person.place.start..person.place.end).contains(&index)
                    && classes.iter().any(|&class| reading.is(index, class))
            })
            .count()
    };
    let clinical =
        count(&[class::CONDITION, class::PROCEDURE, class::MEDICATION, class::CLINICAL_EVENT, class::CLINICAL_ABBREV]);
    let ward = count(&[class::WARD, class::BED]);
    let patient = count(&[class::PATIENT]);
    let staff = count(&[class::STAFF_ROLE, class::COLLEAGUE_WORD, class::MANAGER_ROLE]);
    let kin = count(&[class::KIN]);
    if let Some(year) = historical(reading, from, to) {
        return (Role::Public, 0.5, Some(Place::new(year, year + 1)));
    }
    if kin > 0 && clinical + ward + patient == 0 && person.form != Form::Initials {
        return (Role::Own, 0.45, None);
    }
    let Setting { work, .. } = reading.setting;
    let told = [signal::COLLEAGUE_ABSENCE, signal::COLLEAGUE_PERFORMANCE, signal::COLLEAGUE_APPOINTMENT]
        .iter()
        .any(|&signal| between(reading, signal, from, to).next().is_some());
    let happened: f32 = between(reading, signal::CASE_EVENT, from, to).map(|hit| hit.weight).fold(0.0, f32::max);
    let around = reading.setting.clinical;
    let at_work = reading.draft.capacity != Capacity::Official
        && (work >= 0.15 || around >= 0.3 || happened >= 0.3 || reading.work.bio_health);
    // "Mr" alone makes a patient likely, "Dr" and "Sister" a colleague, where the author is at work.
    let title = |role| if at_work { 2.6 * titled(reading, person, role) } else { 0.0 };
    let patients = title(Role::Patient);
    let patient_score = (0.2 * clinical.min(2) as f32)
        + (0.15 * ward.min(1) as f32)
        + (0.2 * patient.min(1) as f32)
        + 0.25 * happened
        + 0.15 * around
        + if person.form == Form::Initials { 0.3 + 0.2 * around.max(work) } else { patients };
    let staff_score = 0.3 * staff.min(2) as f32 + 0.15 * work + if told { 0.35 } else { 0.0 } + title(Role::Colleague);
    if person.form == Form::Handle {
        return (Role::Unknown, 0.2, None);
    }
    if patient_score > staff_score && patient_score >= 0.35 {
        (Role::Patient, patient_score.min(0.65), None)
    } else if staff_score > 0.3 && staff_score >= patient_score {
        (Role::Colleague, staff_score.min(0.65), None)
    } else if work >= 0.7 && person.form == Form::Full {
        let weight = match (reading.draft.surface, reading.draft.capacity) {
            (Surface::Recommendation, _) if person.score >= 0.5 => 0.75,
            (_, Capacity::Official) => 0.3,
            _ => 0.4,
        };
        (Role::Colleague, weight, None)
    } else {
        (Role::Unknown, 0.0, None)
    }
}

/// The hits of a signal that begin in `from..to`.
pub(super) fn between<'a>(
    reading: &'a Reading<'_>,
    signal: Signal,
    from: usize,
    to: usize,
) -> impl Iterator<Item = &'a crate::lexicon::Hit> {
    let hits = reading.hits(signal);
    let start = hits.partition_point(|hit| (hit.start as usize) < from);
    hits[start..].iter().take_while(move |hit| (hit.start as usize) < to)
}

/// A year before this century near a name speaks of history.
pub(super) fn historical(reading: &Reading<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to).find(|&index| {
        reading.token(index).is_some_and(|token| token.kind == Kind::Number && !token.flags.has(Flags::TAGGED))
            && reading.word(index).len() == 4
            && reading.word(index).parse::<u32>().is_ok_and(|year| (1500..1990).contains(&year))
    })
}
