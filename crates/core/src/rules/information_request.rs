//! Requests for information answered in public by an official account.

use super::{Example, Raised, Rule};
use crate::draft::Capacity;
use crate::evidence::{Place, Reading, read_note};
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "information-request",
    catches: "Replies of an official account to a freedom of information request.",
    leaves: "Personal accounts, and posts that only say where to send a request.",
    raises: &[
        Example::post("Thank you for your FOI request, here are the figures you asked for").as_(Capacity::Official),
        Example::post("We've received your freedom of information request").as_(Capacity::Official).to("@a_citizen"),
        Example::post("About your request for information on waiting times: 18 weeks")
            .as_(Capacity::Official)
            .to("@jo"),
    ],
    silent: &[
        Example::post("To ask under the FOI Act, use the form on our website").as_(Capacity::Official),
        Example::post("Thank you for your FOI request"),
        Example::post("Our office is shut on Monday").as_(Capacity::Official),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    if draft.capacity != Capacity::Official {
        return;
    }
    let received = reading.hits(signal::INFORMATION_REQUEST_RECEIVED).first();
    let asked = draft
        .reply_to_text
        .as_deref()
        .is_some_and(|text| read_note(draft, text, |note| note.shows(signal::INFORMATION_REQUEST_REQUEST)));
    if received.is_none() && !asked {
        return;
    }
    let mut raised = Raised::new(
        "information-request",
        "request",
        0.45,
        "This answers a request for information: pass it to the freedom of information team.",
    );
    if let Some(hit) = received {
        raised = raised.at(Place::new(hit.start as usize, hit.end as usize));
    }
    out.push(raised);
}
