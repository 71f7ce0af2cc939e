//! A patient's own care, talked about with them where it does not belong.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::{Place, Reading};
use crate::lexicon::{class, signal};

pub(super) const RULE: Rule = Rule {
    family: "patient-contact",
    catches: "Answers, comments and messages that speak with somebody about that person's own results, treatment, appointments or case.",
    leaves: "General health advice, signposting to a GP, 111 or PALS, and the author's own care.",
    raises: &[
        Example::post("Your scan results are back and they look fine, see you in clinic on Tuesday")
            .to("@someone")
            .by("nhs-trust"),
        Example::post("I've looked you up on the system and your referral was turned down")
            .to("@someone")
            .by("nhs-trust"),
        Example::post("how are you feeling since you got home? hope the wound is healing")
            .on(Surface::Message)
            .by("nhs-trust"),
        Example::post("I'd double the sertraline tonight and tell them at your review").to("@someone").by("elft"),
    ],
    silent: &[
        Example::post("We can't discuss your care on here, but PALS can help")
            .to("@someone")
            .as_(Capacity::Official)
            .by("nhs-trust"),
        Example::post("Ask your pharmacist if your prescription is not ready").by("nhs-trust"),
        Example::post("My results are back, all clear!").by("nhs-trust"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    let answers = !draft.reply_to.is_empty()
        || matches!(draft.surface, Surface::Reply | Surface::Comment | Surface::Message)
        || reading.tagged(class::MENTION).next().is_some();
    let Some(hit) = reading
        .hits(signal::CONTACT_CARE)
        .iter()
        .reduce(|best, hit| if hit.weight > best.weight + 0.01 { hit } else { best })
    else {
        return;
    };
    let signpost: f32 = reading.hits(signal::CONTACT_SIGNPOST).iter().map(|hit| hit.weight).fold(0.0, f32::max);
    let second = reading.hits(signal::CONTACT_CARE).iter().filter(|other| other.start > hit.end).count();
    let mut confidence = hit.weight + 0.08 * second.min(2) as f32;
    confidence -= if hit.weight >= 0.85 { 0.35 * signpost } else { 0.7 * signpost };
    if !answers {
        // A post to everybody says "your" of anybody.
        confidence -= 0.45;
    }
    if confidence < 0.42 {
        return;
    }
    let kind = if hit.weight < 0.65 && draft.surface == Surface::Message { "contacted" } else { "care-discussed" };
    let place = Place::new(hit.start as usize, hit.end as usize);
    out.push(
        Raised::new(
            "patient-contact",
            kind,
            confidence,
            "This speaks with somebody about their own care: say it through the proper channel instead.",
        )
        .at(place)
        .because("their care", place),
    );
}
