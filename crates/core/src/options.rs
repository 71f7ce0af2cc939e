//! What the organisation and the author add to a pack: names, and how the families are to be treated.

use serde::Deserialize;

use crate::directory::Directory;
use crate::language::Language;
use crate::policy::Pack;
use crate::report::Severity;

/// What the organisation and the author add to a pack.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Colleagues and the employer's names.
    pub directory: Directory,
    /// Families that the author switched off; those that the organisation keeps on stay on.
    pub off: Vec<String>,
    /// Families that the author wants one step harder.
    pub stricter: Vec<String>,
    /// Families that the author wants one step softer; those that the organisation keeps on stay as they are.
    pub milder: Vec<String>,
    /// The author wants no reason to let a `stop` go.
    pub final_stops: bool,
    /// What the organisation says, which goes before the author.
    pub organisation: Orders,
    /// In what language findings speak to the author.
    pub language: Language,
}

/// What the organisation orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Orders {
    /// Families that are off for everybody.
    pub off: Vec<String>,
    /// Families one step harder than the pack says.
    pub stricter: Vec<String>,
    /// Families one step softer than the pack says.
    pub milder: Vec<String>,
    /// Families that authors may neither switch off nor soften, beside the pack's own.
    pub keep_on: Vec<String>,
    /// No reason lets a `stop` go.
    pub final_stops: bool,
    /// The checker is being tried out: it shows what it finds and holds nothing.
    pub try_out: bool,
}

impl Options {
    /// Whether a family is looked for.
    pub(crate) fn looks_for(&self, family: &str, pack: &Pack) -> bool {
        !names(&self.organisation.off, family) && (!names(&self.off, family) || self.keeps_on(family, pack))
    }

    /// The severity that a pack gives a family, one step up or down where that is wanted.
    pub(crate) fn stepped(&self, severity: Severity, family: &str, pack: &Pack) -> Severity {
        let harder = names(&self.organisation.stricter, family) || names(&self.stricter, family);
        let softer =
            names(&self.organisation.milder, family) || names(&self.milder, family) && !self.keeps_on(family, pack);
        match (harder, softer) {
            (true, false) => severity.stricter(),
            (false, true) => severity.milder(),
            _ => severity,
        }
    }

    fn keeps_on(&self, family: &str, pack: &Pack) -> bool {
        pack.keep_on.contains(&family) || names(&self.organisation.keep_on, family)
    }
}

fn names(list: &[String], family: &str) -> bool {
    list.iter().any(|named| named == family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Draft, Finding, Holds, HoldsFrom, builtin_pack};

    const NUMBER: &str = "Her NHS number is 943 476 5919 and she was kind to us.";
    const FAMILY: &str = "patient-identifier";

    fn these(family: &str) -> Vec<String> {
        vec![family.to_owned()]
    }

    fn checker(keep_on: &[&'static str], options: Options) -> Checker {
        let mut pack = builtin_pack("nhs-trust").unwrap().unwrap();
        pack.keep_on = keep_on.to_vec();
        Checker::new(pack, options)
    }

    fn finding(checker: &Checker, text: &str, family: &str) -> Option<Finding> {
        checker.check(&Draft::post(text)).findings.into_iter().find(|finding| finding.family == family)
    }

    fn severity(keep_on: &[&'static str], options: Options) -> Option<Severity> {
        finding(&checker(keep_on, options), NUMBER, FAMILY).map(|finding| finding.severity)
    }

    #[test]
    fn an_author_may_switch_off_or_soften_what_nobody_keeps_on() {
        assert_eq!(severity(&[], Options { off: these(FAMILY), ..Options::default() }), None);
        assert_eq!(severity(&[], Options { milder: these(FAMILY), ..Options::default() }), Some(Severity::Warn));
    }

    #[test]
    fn what_the_pack_or_the_organisation_keeps_on_stays_on_and_as_hard() {
        let author = || Options { off: these(FAMILY), milder: these(FAMILY), ..Options::default() };
        assert_eq!(severity(&[FAMILY], author()), Some(Severity::Stop));
        let organisation = Orders { keep_on: these(FAMILY), ..Orders::default() };
        assert_eq!(severity(&[], Options { organisation, ..author() }), Some(Severity::Stop));
    }

    #[test]
    fn the_organisation_may_switch_off_what_it_keeps_on() {
        let organisation = Orders { off: these(FAMILY), keep_on: these(FAMILY), ..Orders::default() };
        assert_eq!(severity(&[FAMILY], Options { organisation, ..Options::default() }), None);
    }

    #[test]
    fn one_step_is_one_step_and_doubt_still_lowers_it() {
        let organisation = Orders { milder: these(FAMILY), ..Orders::default() };
        assert_eq!(severity(&[], Options { organisation, ..Options::default() }), Some(Severity::Warn));
        let text = "Might get in trouble for this";
        let pack = || builtin_pack("nhs-england-2017").unwrap().unwrap();
        let harder = Options { stricter: these("uneasy"), ..Options::default() };
        let doubtful = finding(&Checker::new(pack(), harder), text, "uneasy").unwrap();
        assert!(doubtful.confidence < 0.5 && doubtful.severity == Severity::Advise);
    }

    #[test]
    fn a_concern_is_never_held_harder_than_for_one_look() {
        let organisation = Orders { stricter: these("whistleblowing"), ..Orders::default() };
        let pack = builtin_pack("nhs-england-2017").unwrap().unwrap();
        let checker = Checker::new(pack, Options { organisation, ..Options::default() });
        let text = "We were told to backdate the obs charts before the inspection";
        assert_eq!(finding(&checker, text, "whistleblowing").unwrap().severity, Severity::Warn);
    }

    #[test]
    fn on_trial_everything_is_shown_and_nothing_held() {
        let organisation = Orders { try_out: true, ..Orders::default() };
        let report = checker(&[], Options { organisation, ..Options::default() }).check(&Draft::post(NUMBER));
        assert_eq!((report.holds, report.holds_from), (Holds::None, HoldsFrom::Never));
        assert_eq!(report.findings[0].severity, Severity::Stop);
    }

    #[test]
    fn a_report_says_that_no_reason_helps() {
        let organisation = Orders { final_stops: true, ..Orders::default() };
        assert!(checker(&[], Options { organisation, ..Options::default() }).check(&Draft::post(NUMBER)).final_stops);
        assert!(!checker(&[], Options::default()).check(&Draft::post(NUMBER)).final_stops);
    }
}
