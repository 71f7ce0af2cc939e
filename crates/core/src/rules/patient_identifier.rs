//! Details that identify a patient: numbers, names and initials, dates of
//! birth, addresses, and ages and places that few share.

use super::{Example, Raised, Rule};
use crate::evidence::{Form, Identifier, IdentifierKind, Owner, PersonMention, Reading, Role, owner};
use crate::fixes;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "patient-identifier",
    catches: "NHS, CHI, H&C and hospital numbers, and names, initials, dates of birth, ages over 89, addresses, postcodes, telephone numbers and mail addresses in a patient's context, in the text or readable in a picture.",
    leaves: "Helplines and public numbers, order and book numbers, the author's own details, colleagues, public and historical figures, diseases and hospitals named after people.",
    raises: &[
        Example::post("Can anyone find the notes for NHS number 943 476 5919?"),
        Example::post("Mrs Okafor in bed 4 is asking for her daughter again, she was admitted on Tuesday"),
        Example::post("chasing bloods for 999 271 8285 from the ward"),
        Example::post("Can somebody get pt JB down to theatre, I've been ringing for an hour").by("elft"),
        Example::post("She lives alone at 14 Larkspur Road and the key safe is not working, patient due home today"),
    ],
    silent: &[
        Example::post("Reading Meditations, ISBN 0140449337"),
        Example::post("My order 4029 118 376 still has not come"),
        Example::post("Parkinson's awareness week starts at James Cook"),
        Example::post("Our next public meeting is at 12 Hedley Court, everyone welcome"),
        Example::post("Ring the Samaritans on 116 123, day or night"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    for found in &reading.identifiers {
        out.extend(number(reading, found).or_else(|| detail(reading, found)));
    }
    let patients = reading.people.iter().filter(|person| person.role == Role::Patient && person.form != Form::Handle);
    for person in patients {
        out.extend(named(reading, person));
    }
    for picture in &reading.pictures {
        if picture.patient_details >= 0.5 {
            out.push(Raised::new(
                "patient-identifier",
                "image",
                picture.patient_details,
                "The picture seems to show a patient's details: use another picture, or cover them.",
            ));
        }
    }
}

fn named(reading: &Reading<'_>, person: &PersonMention) -> Option<Raised> {
    let (kind, with) = match person.form {
        Form::Initials => ("initials", "Initials can name a patient: take them out."),
        _ => ("name", "This seems to name a patient or a relative: take the name out."),
    };
    let confidence = person.sure();
    if confidence < 0.45 {
        return None;
    }
    // A name is near certain to be a patient's only where it is near certain to be a name.
    let confidence = if person.score < 0.6 { confidence.min(0.72) } else { confidence };
    // Who greets somebody by the first name gives away less than who tells of them; what is said of care is told apart.
    let confidence = if greeted(reading, person) { confidence.min(0.5) } else { confidence };
    let raised = Raised::new("patient-identifier", kind, confidence, with).at(person.place).fix(fixes::replace(
        "Say \u{201C}a patient\u{201D} instead",
        &[person.place],
        "a patient",
        reading,
    ));
    Some(match person.cue {
        Some(cue) => raised.because("patient context", cue),
        None => raised,
    })
}

/// A first name with which the draft addresses somebody: "Hi Hannah, …".
fn greeted(reading: &Reading<'_>, person: &PersonMention) -> bool {
    let opens = |index: usize| matches!(reading.word(index), "hi" | "hiya" | "hello" | "hey" | "dear" | "morning");
    let calls = || reading.text.written(reading.text.solid_from(person.place.end)) == ",";
    person.form == Form::Single && reading.solid_before(person.place.start).map_or_else(calls, opens)
}

/// Numbers that are given to one patient each.
fn number(reading: &Reading<'_>, found: &Identifier) -> Option<Raised> {
    let (kind, what) = match found.kind {
        IdentifierKind::NhsNumber => ("nhs-number", "an NHS number"),
        IdentifierKind::ChiNumber => ("chi-number", "a CHI number"),
        IdentifierKind::HcNumber => ("hc-number", "an H&C number"),
        IdentifierKind::HospitalNumber => ("hospital-number", "a hospital number"),
        IdentifierKind::NationalInsurance => ("national-insurance", "a National Insurance number"),
        _ => return None,
    };
    // The number that the data dictionary prints, called an example, is nobody's.
    let examples = reading.hits(signal::IDENTIFIER_EXAMPLE_NUMBER);
    let from = examples.partition_point(|hit| (hit.start as usize) + 16 < found.place.start);
    if examples.get(from).is_some_and(|hit| (hit.start as usize) < found.place.end + 16) {
        return None;
    }
    let raised = Raised::new(
        "patient-identifier",
        kind,
        found.score,
        format!("This looks like {what}: take it out, it leads straight to one person."),
    )
    .at(found.place)
    .settled()
    .fix(fixes::remove_number("Take the number out", found.place, found.cue, reading));
    Some(match found.cue {
        Some(cue) => raised.because("label", cue),
        None => raised,
    })
}

/// Details that anybody has: they count where they are a patient's.
fn detail(reading: &Reading<'_>, found: &Identifier) -> Option<Raised> {
    let (kind, what, alone) = match found.kind {
        IdentifierKind::DateOfBirth => ("date-of-birth", "a date of birth", 0.8),
        IdentifierKind::Address => ("address", "an address", 0.45),
        IdentifierKind::Postcode => ("postcode", "a postcode", 0.4),
        IdentifierKind::Phone => ("phone", "a telephone number", 0.35),
        IdentifierKind::Email => ("email", "a mail address", 0.2),
        IdentifierKind::Age(90..) => ("age-over-89", "an age that few reach", 0.0),
        _ => return None,
    };
    let (whose, sure, cue) = owner(reading, found);
    let care = reading.setting.clinical;
    // A whole postcode, or a house and its street, is somebody's; a house that has a name alone needs words of a home.
    let whole = matches!(found.kind, IdentifierKind::Postcode | IdentifierKind::Address) && found.score >= 0.7;
    // A word that says so, and no surgery and no team is born.
    let labelled = found.cue.is_some_and(|cue| matches!(reading.word(cue.start), "dob" | "d" | "date" | "birth"));
    let confidence = match whose {
        Owner::Body if kind == "date-of-birth" && labelled => alone,
        Owner::Patient => 0.5 + 0.5 * sure * (0.5 + 0.5 * care.max(0.4)),
        // Where nothing speaks of care it is the author's own.
        Owner::Unknown if care < 0.3 && alone < 0.5 => return None,
        Owner::Unknown => alone + 0.3 * (care - 0.3).max(0.0),
        // Whoever it is: nobody's birth is for others to tell.
        Owner::Colleague if kind == "date-of-birth" => 0.6,
        Owner::Own | Owner::Colleague | Owner::Body => return None,
    };
    let confidence = if kind == "age-over-89" {
        // A great age tells who somebody is only beside a ward, a bed or a story.
        if whose != Owner::Patient || care < 0.3 {
            return None;
        }
        0.45
    } else {
        confidence
    };
    if confidence < 0.4 {
        return None;
    }
    let message = if whose == Owner::Patient || !whole {
        format!("This looks like {what} of a patient: take it out.")
    } else {
        format!("This looks like {what}: take it out, it leads straight to one person.")
    };
    let raised = Raised::new("patient-identifier", kind, confidence.min(found.score), message)
        .at(found.place)
        .fix(fixes::remove("Take it out", &[found.place], reading));
    // Where nothing says whose it is or what, the model has a say.
    let raised = if whose == Owner::Patient || labelled || whole { raised.settled() } else { raised };
    Some(match cue.or(found.cue) {
        Some(cue) => raised.because("whose it is", cue),
        None => raised,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Options, builtin_pack};

    /// The text after the first fix of its first `stop`.
    fn mended(text: &str) -> Option<String> {
        let checker = Checker::new(builtin_pack("nhs-trust")?.ok()?, Options::default());
        let report = checker.check(&Draft::post(text));
        let fix = report.findings.iter().find_map(|finding| finding.fixes.first())?;
        let mut units: Vec<u16> = text.encode_utf16().collect();
        for edit in fix.edits.iter().rev() {
            units.splice(edit.start..edit.end, edit.text.encode_utf16());
        }
        String::from_utf16(&units).ok()
    }

    #[test]
    fn brackets_that_hold_a_number_alone_go_with_it() {
        for (text, left) in [
            ("The lady in bed 4 (NHS number 943 476 5919) waited nine hours.", "The lady in bed 4 waited nine hours."),
            ("The lady in bed 4 [NHS no: 943 476 5919], waited.", "The lady in bed 4, waited."),
            ("She waited nine hours (943 476 5919 is her NHS number).", "She waited nine hours (is her NHS number)."),
        ] {
            assert_eq!(mended(text).as_deref(), Some(left));
        }
    }
}
