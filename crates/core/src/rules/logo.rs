//! The organisation's logo on an account that is not its own.

use super::{Example, Raised, Rule};
use crate::draft::{AttachmentKind, Capacity, LogoOutcome};
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::signal;
use crate::report::Severity;

pub(super) const RULE: Rule = Rule {
    family: "logo",
    catches: "A picture in which the NHS lozenge or the organisation's logo is found, or that its alternative text or the draft says it shows, on a personal or professional account.",
    leaves: "Official accounts, logos of other bodies such as charities and clubs, and logos said to be cropped out.",
    raises: &[
        Example::post("First day!").with(AttachmentKind::Image, "me under the NHS England logo in reception"),
        Example::post("New header").with(AttachmentKind::Image, "banner with the blue NHS lozenge top right"),
        Example::post("Made us a flyer and put the NHS logo on it, looks dead official"),
    ],
    silent: &[
        Example::post("Race day").with(AttachmentKind::Image, "me in a vest with the hospice logo"),
        Example::post("New header").with(AttachmentKind::Image, "my badge with the NHS logo blurred out"),
        Example::post("Our annual report")
            .with(AttachmentKind::Image, "cover with the NHS England logo")
            .as_(Capacity::Official),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if reading.draft.capacity == Capacity::Official {
        return;
    }
    let mut seen = None;
    for attachment in &reading.draft.attachments {
        let found = match attachment.logo.as_ref() {
            Some(logo) if logo.outcome == LogoOutcome::Shown => Some(("shown", logo.score)),
            Some(logo) if logo.outcome == LogoOutcome::Unclear => Some(("unclear", logo.score.min(0.45))),
            _ => None,
        };
        let told = attachment.alt.as_deref().is_some_and(|alt| {
            !alt.is_empty()
                && read_note(reading.draft, alt, |note| note.shows(signal::LOGO_TOLD) && !note.shows(signal::LOGO_NONE))
        });
        let found = found.or(told.then_some(("alt-text", 0.7)));
        if let Some((kind, score)) = found
            && seen.is_none_or(|(_, best): (&str, f32)| score > best)
        {
            seen = Some((kind, score));
        }
    }
    let written = reading
        .hits(signal::LOGO_USE)
        .first()
        .filter(|_| !reading.shows(signal::LOGO_NONE))
        .map(|hit| Place::new(hit.start as usize, hit.end as usize));
    match (seen, written) {
        (Some((kind, score)), _) => {
            let message = match kind {
                "shown" => "The picture shows the logo: on your own account, choose a picture without it.",
                "unclear" => "The picture may show the logo: look again, and choose one without it.",
                _ => "You describe the logo in the picture: on your own account, choose a picture without it.",
            };
            let mut raised = Raised::new("logo", kind, score, message);
            if kind == "alt-text" {
                raised.at_most = Some(Severity::Advise);
            }
            out.push(raised);
        }
        (None, Some(place)) => {
            let mut raised =
                Raised::new("logo", "alt-text", 0.6, "The logo is not for your own pages: leave it off.").at(place);
            raised.at_most = Some(Severity::Advise);
            out.push(raised.because("logo", place));
        }
        (None, None) => {}
    }
}
