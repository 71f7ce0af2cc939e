//! What the model's scores do to what the rules raised.

use super::features::{Feature, features};
use super::weights::{Calibration, FAMILIES, weights};
use crate::draft::{AttachmentKind, Surface};
use crate::evidence::{Form, IdentifierKind, Owner, Place, Reading, Role, owner};
use crate::lexicon::{class, signal};
use crate::rules::Raised;
use crate::text::Kind;

/// The confidence of a finding that the model alone is sure of: it may be held, and never stops.
const HELD: f32 = 0.6;
/// The confidence of a finding that the model half believes: advice.
const ADVISED: f32 = 0.45;
const _: () = assert!(HELD < DOUBTED && DOUBTED < crate::checker::SURE && ADVISED < crate::checker::LIKELY);
/// How far over the threshold, in log odds, a score must be for a rule's certainty to stand.
const BEYOND_DOUBT: f32 = 1.0;
/// The most that a rule's confidence counts for short of that: it holds, and does not stop.
const DOUBTED: f32 = 0.74;
/// The most words that the model underlines.
const LONGEST_QUOTE: usize = 14;
/// Families that tell of people and matters at work.
const OF_WORK: &[&str] =
    &["patient-identifier", "patient-story", "colleague-named", "confidential", "whistleblowing", "partner-cited"];
/// Families that nothing but work shows.
const OF_WORK_ALONE: &[&str] = &[
    "patient-identifier",
    "patient-story",
    "patient-contact",
    "colleague-named",
    "confidential",
    "whistleblowing",
    "partner-cited",
    "media-response",
    "official-voice",
];
/// Signs that are shown as reasons.
const REASONS: usize = 3;

/// Lowers, drops or adds findings by the model's scores. What a rule calls settled stays as it is.
pub(crate) fn weigh(reading: &Reading<'_>, raised: &mut Vec<Raised>, policy: &str) {
    let model = weights();
    if model.families.is_empty() {
        return;
    }
    let signs = features(reading, raised, policy, Some(model));
    let mut sums = [0_i32; FAMILIES.len()];
    let mut before = None;
    for sign in signs.iter().filter(|sign| before.replace(sign.sign) != Some(sign.sign)) {
        for &(family, value) in model.of(sign.sign) {
            if let Some(sum) = sums.get_mut(usize::from(family)) {
                *sum += i32::from(value);
            }
        }
    }
    let elsewhere = elsewhere(reading);
    for (number, (&family, calibration)) in FAMILIES.iter().zip(&model.families).enumerate() {
        let verdict = Verdict::of(calibration, sums[number]);
        let verdict = match family {
            // Who says in the draft that the views are his own speaks for nobody else.
            "official-voice" if reading.disclaimer.text.is_some() => Verdict::Leave,
            "patient-story" if reading.shows(signal::CASE_FICTION) => verdict.halved(),
            _ if elsewhere && OF_WORK.contains(&family) => verdict.halved(),
            _ => verdict,
        };
        let settled = raised.iter().any(|one| one.family == family && one.settled);
        // A pack that takes no words but its own is not one of those that the model learnt from.
        let strange = family == "disclaimer-missing" && reading.disclaimer.worded == Some(false);
        raised.retain_mut(|one| one.family != family || one.settled || strange || verdict.limit(one));
        let spoken = settled || raised.iter().any(|one| one.family == family);
        if !spoken && verdict != Verdict::Leave {
            raised.extend(add(reading, &signs, number, verdict));
        }
    }
    raised.extend(lacks_beside(reading, raised));
}

/// Who tells of patients, colleagues or matters of the house writes about work: a disclaimer belongs there as well.
fn lacks_beside(reading: &Reading<'_>, raised: &[Raised]) -> Option<Raised> {
    let told = raised
        .iter()
        .filter(|one| OF_WORK_ALONE.contains(&one.family))
        .max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    let lacking = !reading.disclaimer.given()
        && !matches!(reading.draft.surface, Surface::Message | Surface::Profile)
        && raised.iter().all(|one| one.family != "disclaimer-missing");
    if !lacking || told.confidence < HELD || elsewhere(reading) {
        return None;
    }
    let (kind, message) = kind_and_message(reading, "disclaimer-missing", None, Place::new(0, 1));
    let confidence = if reading.disclaimer.bio.is_none() { ADVISED } else { HELD };
    let mut lacks = Raised::new("disclaimer-missing", kind, confidence, message);
    lacks.about_work = true;
    Some(match told.places.first() {
        Some(&place) => lacks.because("words", place),
        None => lacks,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Leave,
    Advise,
    Hold,
    /// As sure as the model can be; a rule that is as sure may stop.
    Agree,
}

impl Verdict {
    fn of(calibration: &Calibration, sum: i32) -> Self {
        let score = calibration.bias + calibration.scale * sum as f32;
        if score >= calibration.hold + BEYOND_DOUBT {
            Self::Agree
        } else if score >= calibration.hold {
            Self::Hold
        } else if score >= calibration.advise {
            Self::Advise
        } else {
            Self::Leave
        }
    }

    /// What is left of it where nothing else bears it out.
    const fn halved(self) -> Self {
        match self {
            Self::Hold | Self::Agree => Self::Advise,
            Self::Advise | Self::Leave => Self::Leave,
        }
    }

    /// Brings a rule's confidence in line; whether the finding stays at all.
    fn limit(self, one: &mut Raised) -> bool {
        one.confidence = match self {
            Self::Leave if one.confidence >= stays_from(one.family) => ADVISED,
            Self::Leave => return false,
            Self::Advise => one.confidence.min(ADVISED),
            // Whose a handle is the words around it do not show.
            Self::Hold | Self::Agree if one.kind == "tagged" => one.confidence.min(DOUBTED),
            Self::Hold => one.confidence.clamp(HELD, DOUBTED),
            Self::Agree => one.confidence.max(HELD),
        };
        true
    }
}

/// How sure a rule has to be for its finding to stay as advice, whatever the words around it: hard words are hard
/// wherever they stand, and a title and a name are somebody's.
fn stays_from(family: &str) -> f32 {
    match family {
        "abuse" => 0.8,
        "colleague-named" => 0.6,
        _ => f32::INFINITY,
    }
}

/// Whether next to no word of the text is of work or care: there, friends and families are spoken of.
fn elsewhere(reading: &Reading<'_>) -> bool {
    reading.work.score < 0.3
        && reading.setting.clinical < 0.25
        && reading.setting.work < 0.35
        && reading.draft.reply_to.is_empty()
        && !matches!(reading.draft.surface, Surface::Message | Surface::Recommendation)
}

/// A finding that the signs make and no rule raised.
fn add(reading: &Reading<'_>, signs: &[Feature], number: usize, verdict: Verdict) -> Option<Raised> {
    let family = FAMILIES[number];
    if family == "disclaimer-missing" && !may_lack_a_disclaimer(reading) {
        return None;
    }
    if family == "contact-details" && !has_details(reading) {
        return None;
    }
    let strengths = strengths(reading, signs, number);
    let person = person(reading, family);
    // Nobody is named where there is neither a name nor a number, and a name far from any ward is a friend's or a place's.
    let patient = person.is_some_and(|index| reading.people[index].role == Role::Patient);
    if family == "patient-identifier"
        && (person.is_none() && !leads_to_somebody(reading) || !patient && elsewhere(reading))
    {
        return None;
    }
    // The author's own children are the author's to speak of.
    if family == "safeguarding" && person.is_none() && reading.tagged(class::OWN_FAMILY).next().is_some() {
        return None;
    }
    // A handle of which nothing says that it is a colleague's is a celebrity's, a shop's or a friend's.
    if person.is_some_and(|index| {
        reading.people[index].form == Form::Handle && reading.people[index].role != Role::Colleague
    }) {
        return None;
    }
    let place = match person {
        Some(index) => reading.people[index].place,
        None => strongest_stretch(reading, &strengths)?,
    };
    let (kind, message) = kind_and_message(reading, family, person.map(|index| reading.people[index].form), place);
    let confidence = if verdict == Verdict::Advise { ADVISED } else { HELD };
    let mut raised = Raised::new(family, kind, confidence, message);
    // The whole draft is what lacks a disclaimer.
    if family != "disclaimer-missing" {
        raised = raised.at(place);
    }
    raised.permitted = reading.shows(signal::PEOPLE_AGREED);
    raised.about_work = true;
    for reason in reasons(&strengths) {
        raised = raised.because("words", reason);
    }
    if raised.why.is_empty() {
        raised = raised.because("words", place);
    }
    if family == "disclaimer-missing" && reading.disclaimer.bio.is_none() {
        raised.confidence = raised.confidence.min(ADVISED);
    }
    Some(raised)
}

/// Whether there is no disclaimer where one belongs, and anything at all, in the draft or the bio, of the author's work.
fn may_lack_a_disclaimer(reading: &Reading<'_>) -> bool {
    let work = &reading.work;
    !reading.disclaimer.given()
        && !matches!(reading.draft.surface, Surface::Message | Surface::Profile)
        && (work.score > 0.0 || work.bio_health || work.bio_names_employer || work.says_employee)
}

/// Whether any number, date or address stands there that is not a body's address.
fn leads_to_somebody(reading: &Reading<'_>) -> bool {
    reading.identifiers.iter().any(|found| {
        !matches!(found.kind, IdentifierKind::Address | IdentifierKind::Postcode)
            || owner(reading, found).0 != Owner::Body
    })
}

/// Whether anything stands there by which the author may be reached, and not just a service or somebody else.
fn has_details(reading: &Reading<'_>) -> bool {
    reading.identifiers.iter().any(|found| {
        !found.public
            && matches!(owner(reading, found).0, Owner::Own | Owner::Unknown)
            && matches!(
                found.kind,
                IdentifierKind::Phone
                    | IdentifierKind::Email
                    | IdentifierKind::Address
                    | IdentifierKind::Postcode
                    | IdentifierKind::DateOfBirth
            )
    })
}

/// How much each token speaks for a family, in steps of the family's scale.
fn strengths(reading: &Reading<'_>, signs: &[Feature], number: usize) -> Vec<f32> {
    let mut strengths = vec![0.0; reading.words.len()];
    for sign in signs {
        let Some((from, to)) = sign.place else { continue };
        for &(_, value) in weights().of(sign.sign).iter().filter(|&&(family, _)| usize::from(family) == number) {
            let share = f32::from(value) / (to - from).max(1) as f32;
            for strength in strengths.iter_mut().take(to as usize).skip(from as usize) {
                *strength += share;
            }
        }
    }
    strengths
}

/// The stretch of a sentence whose words speak most for the family together.
fn strongest_stretch(reading: &Reading<'_>, strengths: &[f32]) -> Option<Place> {
    let tokens = &reading.text.tokens;
    let mut best: Option<(f32, usize, usize)> = None;
    let (mut sum, mut from) = (0.0, 0);
    for (index, token) in tokens.iter().enumerate() {
        let new_sentence = index > 0 && tokens[index - 1].sentence != token.sentence;
        if sum <= 0.0 || new_sentence || index - from >= LONGEST_QUOTE {
            (sum, from) = (0.0, index);
        }
        sum += strengths[index];
        if best.is_none_or(|(most, ..)| sum > most) {
            best = Some((sum, from, index + 1));
        }
    }
    let (_, mut from, mut to) = best?;
    // One word alone says little: its neighbours in the sentence go with it.
    let sentence = reading.sentence(from);
    from = from.saturating_sub(1).max(sentence.start);
    to = (to + 2).min(sentence.end);
    let solid = |index: &usize| !matches!(tokens[*index].kind, Kind::Soft | Kind::Stop | Kind::Break);
    let first = (from..to).find(solid)?;
    let last = (from..to).rev().find(solid)?;
    Some(Place::new(first, last + 1))
}

/// The tokens that speak most for the family, in order of place.
fn reasons(strengths: &[f32]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..strengths.len()).filter(|&index| strengths[index] > 0.0).collect();
    order.sort_by(|&a, &b| strengths[b].total_cmp(&strengths[a]).then(a.cmp(&b)));
    order.truncate(REASONS);
    order.sort_unstable();
    order.into_iter().map(|index| Place::new(index, index + 1)).collect()
}

/// The person whom a finding about a person is about.
fn person(reading: &Reading<'_>, family: &str) -> Option<usize> {
    let wanted = match family {
        "patient-identifier" => Role::Patient,
        "colleague-named" => Role::Colleague,
        _ => return None,
    };
    let fits = |role: Role| match role {
        role if role == wanted => 1.0,
        Role::Unknown => 0.6,
        Role::Addressed => 0.4,
        Role::Patient | Role::Colleague | Role::Own => 0.3,
        Role::Public | Role::Author => 0.0,
    };
    let weight = |index: usize| reading.people[index].score * fits(reading.people[index].role);
    (0..reading.people.len())
        .filter(|&index| weight(index) >= 0.12)
        .max_by(|&a, &b| weight(a).total_cmp(&weight(b)).then(b.cmp(&a)))
}

/// The kind that the signs point to within the family, and what is said of it.
fn kind_and_message(
    reading: &Reading<'_>,
    family: &str,
    form: Option<Form>,
    place: Place,
) -> (&'static str, &'static str) {
    let tagged = |class| reading.tagged(class).next().is_some();
    match family {
        "patient-identifier" if form == Some(Form::Initials) => {
            ("initials", "Initials can name a patient: take them out.")
        }
        "patient-identifier" => ("name", "This seems to name a patient or a relative: take the name out."),
        "safeguarding" => {
            let kind = if tagged(class::SAFEGUARDING_ASK) {
                "asks-for-details"
            } else if tagged(class::INTIMATE) {
                "intimate"
            } else if tagged(class::CHILD) {
                "child-named"
            } else if tagged(class::MEET) {
                "meeting"
            } else {
                "adult-at-risk-named"
            };
            (kind, "This may put somebody at risk: keep it off social media and ask your safeguarding lead.")
        }
        "patient-contact" => (
            "care-discussed",
            "This speaks to somebody about their own care: move it to a call or a letter from the service.",
        ),
        "patient-story" => (
            "anecdote",
            "This tells of one patient: those who know them could recognise them, so leave it out or make it general.",
        ),
        "confidential" => {
            let kind = if tagged(class::FINANCE_WORD) {
                "finances"
            } else if tagged(class::INTERNAL_MEETING) {
                "internal-meeting"
            } else if tagged(class::INTERNAL_RECORD) {
                "internal-record"
            } else if tagged(class::PLAN_WORD) {
                "plans"
            } else {
                "private-conversation"
            };
            (kind, "This may not be public yet: leave it out, or ask whether it may go out.")
        }
        "colleague-named" => match form {
            Some(Form::Handle) => ("tagged", "This tags a colleague: ask whether they agree, or leave them out."),
            Some(_) => ("named", "This names a colleague: ask whether they agree, or leave the name out."),
            None => ("described", "Only one person may fit this: ask whether they agree, or make it general."),
        },
        "abuse" => {
            let kind = if tagged(class::SLUR) || tagged(class::DEROGATORY_GROUP) {
                "discrimination"
            } else if tagged(class::THREAT) {
                "threat"
            } else if tagged(class::OBSCENITY_STRONG) {
                "obscenity"
            } else {
                "insult"
            };
            (kind, "This may hurt the person it is about: say what happened without the insult.")
        }
        "official-voice" => {
            ("speaks-for", "This sounds as if the organisation were speaking: leave that to the communications team.")
        }
        "media-response" => {
            ("comment", "This answers the media: pass it to the communications team before you say anything.")
        }
        "whistleblowing" => (
            "concern",
            "You are right to raise this: the Freedom to Speak Up Guardian can act on it, and the law protects you when you use the proper channels first.",
        ),
        "reference" => (
            "professional",
            "This is a reference: say that it is personal and not the organisation's, or leave it out.",
        ),
        "partner-cited" => ("mentioned", "This names a partner or supplier: leave the name out."),
        "politics-religion" if reading.any(place.start..place.end, class::RELIGION) => {
            ("religion", "This takes a side on religion: it may be read as your employer's view.")
        }
        "politics-religion" => ("politics", "This takes a side in politics: it may be read as your employer's view."),
        "commercial-gain" => ("product", "This promotes something for gain: keep it apart from your work in the NHS."),
        "contact-details" => ("email", "This gives away how to reach you: leave it out and let people message you."),
        "survey-or-poll" => {
            let poll = reading.draft.attachments.iter().any(|attachment| attachment.kind == AttachmentKind::Poll);
            let kind = if poll { "poll" } else { "survey" };
            (kind, "This asks the public for answers: agree a survey or poll with the communications team first.")
        }
        "copyright" => ("reproduced", "This may be somebody else's work: name them and ask, or link to it instead."),
        _ => match reading.disclaimer.bio {
            Some(_) => ("post", "You write about your work: add that the views are your own."),
            None => (
                "post",
                "You write about your work: if your profile does not say that views are your own, add it here.",
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_reached_at_its_threshold() {
        let calibration = Calibration { bias: -1.0, scale: 0.5, hold: 1.0, advise: 0.0 };
        assert_eq!(Verdict::of(&calibration, 1), Verdict::Leave);
        assert_eq!(Verdict::of(&calibration, 2), Verdict::Advise);
        assert_eq!(Verdict::of(&calibration, 4), Verdict::Hold);
        assert_eq!(Verdict::of(&calibration, 6), Verdict::Agree);
    }

    #[test]
    fn the_model_alone_never_stops() {
        let mut raised = Raised::new("abuse", "insult", 0.2, "");
        assert!(Verdict::Hold.limit(&mut raised));
        assert!(Verdict::Agree.limit(&mut raised));
        assert!(raised.confidence < crate::checker::SURE);
    }

    #[test]
    fn every_kind_that_the_model_raises_is_one_of_its_family() {
        let draft = crate::Draft::post("Nothing in particular");
        let parts = crate::text::Parts::join(&draft.texts(), false);
        let reading = Reading::new(
            &draft,
            &parts,
            &crate::evidence::Employer::default(),
            &crate::evidence::Colleagues::default(),
        );
        for id in FAMILIES {
            let (kind, message) = kind_and_message(&reading, id, None, Place::new(0, 1));
            assert!(crate::family(id).is_some_and(|family| family.kinds.contains(&kind)), "{id}.{kind}");
            assert!(message.len() > 20);
        }
    }
}
