//! Matters of the organisation discussed without saying that one works there.

use super::{Example, Raised, Rule};
use crate::draft::{Capacity, Surface};
use crate::evidence::Reading;
use crate::lexicon::{class, signal};

pub(super) const RULE: Rule = Rule {
    family: "identify-yourself",
    catches: "An opinion on the organisation or its policy from an account whose known profile, and whose draft, say nothing of working there.",
    leaves: "Drafts or profiles that say where the author works, unknown profiles, private life, and messages.",
    raises: &[
        Example::post("NHS England is wrong about seven day services and the waiting list figures prove it")
            .bio("gardener, dad"),
        Example::post("I think NHS England should drop the four hour target").bio("cyclist"),
        Example::post("Frankly NHS England has the right plan for social care").bio(""),
    ],
    silent: &[
        Example::post("I work at NHS England and I think the four hour target should go").bio(""),
        Example::post("NHS England should drop the four hour target").bio("NHS England, own views"),
        Example::post("Lovely sunset").bio("dad"),
    ],
    check,
};

fn check(reading: &Reading<'_>, out: &mut Vec<Raised>) {
    let draft = reading.draft;
    let work = &reading.work;
    if draft.capacity == Capacity::Official
        || matches!(draft.surface, Surface::Message | Surface::Profile | Surface::Recommendation)
        || draft.bio.is_none()
        || work.says_employee
        || work.bio_health
        || work.private > 0.2
        || reading.shows(signal::WORK_OWN)
    {
        return;
    }
    // Only an opinion on a matter of the organisation: its name and a subject of policy.
    let employer = reading.tagged(class::EMPLOYER).next();
    let subject = reading.tagged(class::HEALTH_POLICY).chain(reading.tagged(class::WORKPLACE)).next();
    if let (Some(employer), Some(_)) = (employer, subject) {
        out.push(
            Raised::new(
                "identify-yourself",
                "unnamed",
                0.45,
                "You discuss your employer: say that you work there, or leave it to others.",
            )
            .because("employer", employer),
        );
    }
}
