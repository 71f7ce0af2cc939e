//! What is wrong with a pack, where, and how to mend it.

use std::fmt::{self, Display};

use crate::Language;
use crate::language::welsh_line;

/// A pack that was refused, with every problem found in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct PackError {
    /// Never empty; in order of place.
    pub problems: Vec<PackProblem>,
}

/// One problem. Line and column count from 1; the column counts characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {fault}")]
pub struct PackProblem {
    /// The pack's file or name, as the caller gave it.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// What is wrong and what to do about it.
    pub fault: Fault,
}

/// A sentence and the parts that are put into it. Shown as it is, it is English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Each part stands in it as `{name}`.
    words: &'static str,
    parts: Vec<(&'static str, String)>,
}

impl Fault {
    pub(super) fn new(words: &'static str, parts: &[(&'static str, &str)]) -> Self {
        Self { words, parts: parts.iter().map(|&(name, part)| (name, part.to_owned())).collect() }
    }

    /// The sentence in a language. What the pack's writer finds in the file again stays as it is there.
    pub fn say(&self, language: Language) -> String {
        let welsh = match language {
            Language::English => None,
            Language::Welsh => welsh_line(self.words),
        };
        let mut said = String::new();
        let mut rest = welsh.unwrap_or(self.words);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            said.push_str(before);
            for (_, part) in self.parts.iter().filter(|(known, _)| *known == name) {
                // What the reader of TOML says, and what was counted, are words of ours.
                match name {
                    "what" | "expected" if welsh.is_some() => {
                        let items: Vec<&str> = part.split(", ").map(|item| welsh_line(item).unwrap_or(item)).collect();
                        said.push_str(&items.join(", "));
                    }
                    _ => said.push_str(part),
                }
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }
}

impl Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Language::English))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Pack;

    #[test]
    fn parts_are_put_in_where_they_are_named() {
        let fault = Fault::new("unknown variant `{word}`: use one of {words}", &[("word", "{x}"), ("words", "a, b")]);
        assert_eq!(fault.to_string(), "unknown variant `{x}`: use one of a, b");
        assert_eq!(fault.say(Language::Welsh), "nid yw `{x}` yn un o’r dewisiadau: defnyddiwch un o’r rhain: a, b");
    }

    /// Slips that somebody makes who is no programmer.
    const SLIPS: &[&str] = &[
        "id = \"a",
        "id = 'a",
        "id = a trust",
        "id = \u{201C}a\u{201D}",
        "id a",
        "id",
        "id =",
        "id = = \"a\"",
        "= \"a\"",
        "id = \"a\" \"b\"",
        "id = \"a\"\nid = \"b\"",
        "my id = \"a\"",
        "id: \"a\"",
        "names = [\"a\", \"b\"",
        "names = [\"a\" \"b\"]",
        "names = [\"a\",, \"b\"]",
        "names = [a, b]",
        "text = \"\"\"a",
        "text = '''a",
        "text = \"a\nb\"",
        "text = \"a \"b\" c\"",
        "text = \"C:\\wards\"",
        "misspelt = yes",
        "version = 1.2.3",
        "issued = 31-03-2026",
        "issued = 01",
        "[policy",
        "[[clause]",
        "[]",
        "clause]]",
        "The policy",
        "id = \"a\", title = \"b\"",
    ];

    #[test]
    fn slips_are_told_wholly_in_welsh() {
        let mut english = BTreeSet::new();
        for slip in SLIPS {
            for problem in Pack::parse(&format!("{slip}\n"), "pack").unwrap_err().problems {
                assert!(welsh_line(problem.fault.words).is_some(), "{}", problem.fault);
                let told = problem.fault.parts.iter().filter(|(name, _)| ["what", "expected"].contains(name));
                for item in told.flat_map(|(_, part)| part.split(", ")) {
                    if !item.starts_with('`') && welsh_line(item).is_none() {
                        english.insert(item.to_owned());
                    }
                }
            }
        }
        assert!(english.is_empty(), "Give these their Welsh in data/messages/faults-cy.txt: {english:#?}");
    }

    #[test]
    fn what_the_reader_of_toml_says_is_translated_item_by_item() {
        let fault = Fault::new(
            "this is not valid TOML: {what}, expected {expected}",
            &[("what", "key with no value"), ("expected", "value, `]`")],
        );
        assert_eq!(fault.say(Language::Welsh), "nid yw hwn yn TOML dilys: enw heb werth; disgwylid gwerth, `]`");
    }
}
