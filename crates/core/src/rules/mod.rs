//! The rules: one file a family. A rule weighs evidence and knows nothing of any organisation.

mod example;
mod raised;

mod abuse;
mod colleague_named;
mod commercial_gain;
mod confidential;
mod contact_details;
mod copyright;
mod disclaimer_missing;
mod disrepute;
mod edit_unmarked;
mod identify_yourself;
mod information_request;
mod logo;
mod media_accessibility;
mod media_response;
mod official_voice;
pub(crate) mod own_rule;
mod partner_cited;
mod patient_contact;
mod patient_identifier;
mod patient_story;
mod photo_consent;
mod politics_religion;
mod publishing_channel;
mod reference;
mod safeguarding;
mod survey_or_poll;
mod uneasy;
mod whistleblowing;

pub use example::Example;
pub(crate) use raised::Raised;

use crate::evidence::Reading;

/// A rule, and the page of documentation about it.
pub struct Rule {
    /// The family that it raises.
    pub family: &'static str,
    /// What it catches, in a sentence or two.
    pub catches: &'static str,
    /// What it leaves alone.
    pub leaves: &'static str,
    /// Drafts on which it speaks; run as tests.
    pub raises: &'static [Example],
    /// Drafts on which it is silent; run as tests.
    pub silent: &'static [Example],
    pub(crate) check: Check,
}

/// Weighs a reading and raises what it finds.
pub(crate) type Check = fn(&Reading<'_>, &mut Vec<Raised>);

/// Every rule.
pub const RULES: &[&Rule] = &[
    &patient_identifier::RULE,
    &safeguarding::RULE,
    &patient_contact::RULE,
    &patient_story::RULE,
    &confidential::RULE,
    &colleague_named::RULE,
    &abuse::RULE,
    &logo::RULE,
    &official_voice::RULE,
    &media_response::RULE,
    &whistleblowing::RULE,
    &reference::RULE,
    &partner_cited::RULE,
    &politics_religion::RULE,
    &commercial_gain::RULE,
    &contact_details::RULE,
    &survey_or_poll::RULE,
    &publishing_channel::RULE,
    &information_request::RULE,
    &copyright::RULE,
    &photo_consent::RULE,
    &media_accessibility::RULE,
    &edit_unmarked::RULE,
    &disrepute::RULE,
    &disclaimer_missing::RULE,
    &identify_yourself::RULE,
    &uneasy::RULE,
];

/// What every rule looks at, without its page: a module that only checks then holds no pages.
pub(crate) const CHECKS: [Check; RULES.len()] = {
    let mut checks = [RULES[0].check; RULES.len()];
    let mut index = 0;
    while index < RULES.len() {
        checks[index] = RULES[index].check;
        index += 1;
    }
    checks
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FAMILIES, family};

    #[test]
    fn every_rule_has_a_family_of_its_own() {
        for (index, rule) in RULES.iter().enumerate() {
            assert!(family(rule.family).is_some(), "{} is no family", rule.family);
            assert!(RULES[..index].iter().all(|other| other.family != rule.family));
        }
        assert!(FAMILIES.len() >= RULES.len());
    }

    #[test]
    fn every_rule_speaks_and_is_silent_as_its_page_says() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for example in rule.raises {
                if !example.kinds(rule.family).iter().any(|_| true) {
                    wrong.push(format!("{} should speak on: {}", rule.family, example.text));
                }
            }
            for example in rule.silent {
                let kinds = example.kinds(rule.family);
                if !kinds.is_empty() {
                    wrong.push(format!("{} should be silent ({kinds:?}) on: {}", rule.family, example.text));
                }
            }
            assert!(rule.raises.len() >= 3 && rule.silent.len() >= 3, "{} needs three examples of each", rule.family);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
