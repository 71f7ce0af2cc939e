//! The author's own doubt: a policy that says "if in doubt, ask" speaks to it.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::evidence::Reading;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "uneasy",
    catches: "Words by which authors say themselves that they are not sure about posting.",
    leaves: "Doubt about anything else.",
    raises: &[
        Example::post("I probably shouldn't say this but our new rota is a mess"),
        Example::post("Might get in trouble for this"),
        Example::post("Am I allowed to post this? Anyway"),
    ],
    silent: &[
        Example::post("Probably shouldn't have had that third mince pie"),
        Example::post("Not sure if it will rain"),
        Example::post("I should say how grateful I am"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    out.extend(from_hits(
        reading,
        "uneasy",
        "doubt",
        signal::UNEASY_DOUBT,
        "You sound unsure about this yourself: ask the communications team before you post.",
        |hit| Some(hit.weight * 0.45),
    ));
}
