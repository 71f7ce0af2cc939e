//! Blame that could hurt the organisation's good name. It gives way to a raised concern, which is protected.

use super::raised::from_hits;
use super::{Example, Raised, Rule};
use crate::evidence::Reading;
use crate::lexicon::signal;

pub(super) const RULE: Rule = Rule {
    family: "disrepute",
    catches: "Contempt for the employer or its management, said in public.",
    leaves: "Concerns about safety or wrongdoing, which are protected, and debate about the health service at large.",
    raises: &[
        Example::post("NHS England is a complete joke and always was"),
        Example::post("Ashamed to work for NHS England today"),
        Example::post("This hospital is an absolute shambles"),
    ],
    silent: &[
        Example::post("Proud to work for NHS England"),
        Example::post("The new car park is a joke"),
        Example::post("Two nurses for 30 patients at NHS England's worst ward, someone is going to die"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    if out.iter().any(|raised| raised.family == "whistleblowing") || reading.shows(signal::WHISTLEBLOWING_CONCERN) {
        return;
    }
    out.extend(from_hits(
        reading,
        "disrepute",
        "criticism",
        signal::DISREPUTE_CRITICISM,
        "This could hurt the name of the organisation: think whether your manager is the one to tell.",
        |hit| Some(hit.weight * 0.6),
    ));
}
