//! In what language findings speak to the author.
//!
//! Rules speak English. What they say in Welsh stands in `data/messages/cy.txt` (faults of packs: `faults-cy.txt`) and is put in where a finding is made,
//! so that a rule knows nothing of languages.

use serde::Deserialize;

use crate::lexicon::name_hash;

/// The language of messages and of fixes' labels. Clauses, wordings and the messages of an organisation's own rules
/// are quoted in the policy's language, whatever this says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Language {
    /// `en`
    #[default]
    #[serde(rename = "en")]
    English,
    /// `cy`
    #[serde(rename = "cy")]
    Welsh,
}

/// A sentence into which something is put, as what stands before it and after it.
pub(crate) struct Around {
    english: (&'static str, &'static str),
    welsh: (&'static str, &'static str),
    /// What is put in has a line of its own; otherwise it is quoted.
    translated: bool,
}

/// Made of `data/messages` by the build script: `NUMBERS` of the English, ascending; their Welsh `LINES`;
/// sentences with a part put in, `AROUND` it.
mod welsh {
    use super::Around;
    include!(concat!(env!("OUT_DIR"), "/welsh.rs"));
}

impl Language {
    /// What a rule says, in this language. What has no Welsh stays as it is.
    pub(crate) fn say(self, english: String) -> String {
        match self {
            Self::English => english,
            Self::Welsh => in_welsh(&english).unwrap_or(english),
        }
    }
}

fn in_welsh(english: &str) -> Option<String> {
    welsh_line(english).map(str::to_owned).or_else(|| {
        welsh::AROUND.iter().find_map(|around| {
            let part = english.strip_prefix(around.english.0)?.strip_suffix(around.english.1)?;
            let part = if around.translated { welsh_line(part)? } else { part };
            Some([around.welsh.0, part, around.welsh.1].concat())
        })
    })
}

/// The Welsh of a line that stands as it is, or of a fault in a pack, with its parts still to be put in.
pub(crate) fn welsh_line(english: &str) -> Option<&'static str> {
    let index = welsh::NUMBERS.binary_search(&(name_hash(english) as u32)).ok()?;
    welsh::LINES.split('\n').nth(index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Draft, Options, Report, builtin_pack};

    const DRAFT: &str = "Her NHS number is 943 476 5919 and Mrs Okafor in bed 4 was kind to all of us on the ward.";

    fn report(language: Language) -> Report {
        let pack = builtin_pack("nhs-trust").unwrap().unwrap();
        Checker::new(pack, Options { language, ..Options::default() }).check(&Draft::post(DRAFT))
    }

    #[test]
    fn a_report_is_the_same_in_both_but_for_its_words() {
        let (english, mut welsh) = (report(Language::English), report(Language::Welsh));
        assert!(english.findings.len() > 1 && english.findings.len() == welsh.findings.len());
        for (said, told) in english.findings.iter().zip(&mut welsh.findings) {
            assert_ne!(said.message, told.message);
            told.message.clone_from(&said.message);
            for (fix, other) in said.fixes.iter().zip(&mut told.fixes) {
                assert_ne!(fix.label, other.label);
                other.label.clone_from(&fix.label);
            }
        }
        assert_eq!(english, welsh);
    }

    #[test]
    fn a_part_is_translated_and_a_wording_quoted() {
        let say = |words: &str| Language::Welsh.say(words.to_owned());
        assert_eq!(
            say("This looks like an NHS number: take it out, it leads straight to one person."),
            "Mae hwn yn edrych fel rhif GIG: tynnwch ef allan, mae’n arwain yn syth at un person."
        );
        assert_eq!(say("Add \u{201C}Views my own.\u{201D}"), "Ychwanegu “Views my own.”");
        assert_eq!(say("A line of no rule"), "A line of no rule");
    }
}
