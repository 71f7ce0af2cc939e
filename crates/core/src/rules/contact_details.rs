//! The author's own contact details, given where anybody can read them.

use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::{Identifier, IdentifierKind, Owner, Reading, owner};
use crate::fixes;

pub(super) const RULE: Rule = Rule {
    family: "contact-details",
    catches: "The author's own telephone number, NHSmail or other mail address, home address and date of birth.",
    leaves: "Helplines, public numbers and mailboxes of services, venues, and details that are somebody else's.",
    raises: &[
        Example::post("New phone, ring me on 07700 900341 if you want the rota"),
        Example::post("Email me at j.oyelaran2@nhs.net about the placement").by("nhs-trust"),
        Example::post("We've moved! New address is 9 Quarry Lane, cards welcome").by("nhs-trust"),
    ],
    silent: &[
        Example::post("Feeling low? Samaritans are on 116 123, any hour"),
        Example::post("Our PALS team can help: 01632 960114").as_(Capacity::Official),
        Example::post("The study day is at 12 Hedley Court, NE29 0HF"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.surface == crate::draft::Surface::Message {
        return;
    }
    for found in &reading.identifiers {
        out.extend(own(reading, found));
    }
}

fn own(reading: &Reading<'_>, found: &Identifier) -> Option<Raised> {
    let nhs = found.kind == IdentifierKind::Email && {
        let address = reading.text.folded(found.place.start);
        address.ends_with("nhs.net") || address.ends_with("nhs.uk") || address.ends_with("nhs.scot")
    };
    let (kind, what, alone) = match found.kind {
        IdentifierKind::Email if nhs => ("nhs-email", "your NHS mail address", 0.7),
        IdentifierKind::Email => ("email", "a mail address", 0.5),
        IdentifierKind::Phone => ("phone", "a telephone number", 0.5),
        IdentifierKind::Address => ("home-address", "your home address", 0.0),
        IdentifierKind::Postcode => ("home-address", "your postcode", 0.0),
        IdentifierKind::DateOfBirth => ("date-of-birth", "your date of birth", 0.0),
        _ => return None,
    };
    let spot = matches!(found.kind, IdentifierKind::Address | IdentifierKind::Postcode);
    let (whose, sure, cue) = owner(reading, found);
    let confidence = match whose {
        Owner::Own => 0.55 + 0.4 * sure,
        // Who gives a whole address and speaks of nobody and of no care gives their own.
        Owner::Unknown
            if spot
                && found.score >= 0.7
                && reading.setting.clinical < 0.3
                && reading.draft.capacity != Capacity::Official =>
        {
            0.45
        }
        Owner::Unknown => alone,
        Owner::Colleague if nhs && sure < 0.6 => 0.5,
        Owner::Colleague | Owner::Patient | Owner::Body => return None,
    };
    if confidence < 0.45 {
        return None;
    }
    let raised = Raised::new(
        "contact-details",
        kind,
        confidence.min(found.score),
        format!("This gives away {what}: leave it out and let people message you."),
    )
    .at(found.place)
    .settled()
    .fix(fixes::remove("Take it out", &[found.place], reading));
    Some(match cue {
        Some(cue) => raised.because("own details", cue),
        None => raised,
    })
}
