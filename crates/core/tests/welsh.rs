//! Everything that the checker says to an author, it can say in Welsh.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails so")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lozenge_core::{BUILTIN_IDS, Checker, Draft, Language, Options, RULES, builtin_pack};

/// What goes into a draft in place of a name: English, as the draft is.
const INTO_DRAFTS: &[&str] = &["a colleague", "a patient"];
/// Parts of names that are looked for.
const LOOKED_FOR: &[&str] = &["Cllr", "Councillor", "Live"];
/// The plain lines of clauses.
const SUMMARIES: &str = "../../policies/cy.txt";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What rules say, in English and Welsh.
fn lines() -> Vec<(String, String)> {
    pairs("data/messages/cy.txt")
}

/// English and Welsh of a file, in pairs.
fn pairs(file: &str) -> Vec<(String, String)> {
    let file = fs::read_to_string(root().join(file)).expect("the messages are there");
    let lines: Vec<&str> = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    lines.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].trim_start_matches("= ").to_owned())).collect()
}

/// Every sentence, label and part of one that rules, the model and fixes have in their source.
fn said() -> BTreeSet<String> {
    let mut files = vec![root().join("src/checker.rs"), root().join("src/fixes.rs")];
    for folder in ["src/rules", "src/model"] {
        files.extend(fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.iter().flat_map(|file| literals(&without_pages(file))).filter(|literal| is_said(literal)).collect()
}

/// A source without its tests, and a rule without its page of documentation.
fn without_pages(file: &Path) -> String {
    let source = fs::read_to_string(file).expect("sources are readable");
    let code = source.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default();
    match code.split_once("const RULE: Rule = Rule {") {
        Some((before, rest)) => [before, rest.split_once("\n};").expect("the page ends").1].concat(),
        None => code.to_owned(),
    }
}

fn is_said(literal: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| literal.starts_with(word));
    let sentence = literal.starts_with(|c: char| c.is_ascii_uppercase())
        && literal.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase());
    (sentence || begins(&["a ", "an ", "your "])) && !INTO_DRAFTS.contains(&literal) && !LOOKED_FOR.contains(&literal)
}

/// The string literals of Rust code, as the program has them.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let from = &rest[at..];
        rest = &from[1..];
        if from.starts_with("//") {
            rest = from.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(after) = from.strip_prefix("'\"'") {
            rest = after;
        } else if from.starts_with('"') {
            let (literal, after) = literal(rest);
            found.push(literal);
            rest = after;
        }
    }
    found
}

/// A literal whose opening mark is behind, and what follows it.
fn literal(from: &str) -> (String, &str) {
    let mut text = String::new();
    let mut rest = from.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('u') => {
                    let code: String = rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                    text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some('n') => text.push('\n'),
                Some('\n') => rest = rest.as_str().trim_start().chars(),
                Some(c) => text.push(c),
                None => break,
            },
            c => text.push(c),
        }
    }
    (text, rest.as_str())
}

#[test]
fn literals_are_found_as_the_program_has_them() {
    let code = "let a = \"Say \\u{201C}x\\u{201D}\"; // not \"this\"\nmatch c { '\"' => \"one \\\n   line\", _ => \"a \\\"b\\\"\" }";
    assert_eq!(literals(code), ["Say “x”", "one line", "a \"b\""]);
}

#[test]
fn everything_said_has_its_welsh() {
    let there: BTreeSet<String> = lines().into_iter().map(|(english, _)| english).collect();
    let said = said();
    assert!(said.len() > 100, "only {} were found", said.len());
    let missing: Vec<_> = said.difference(&there).collect();
    assert!(missing.is_empty(), "Give these their Welsh in data/messages/cy.txt: {missing:#?}");
    let unused: Vec<_> = there.difference(&said).collect();
    assert!(unused.is_empty(), "Nothing says these any more, take them out of cy.txt: {unused:#?}");
}

/// Every fault that a pack can have: the first literal of each `add`.
#[test]
fn every_fault_of_a_pack_has_its_welsh() {
    const FILE: &str = "data/messages/faults-cy.txt";
    let source = without_pages(&root().join("src/policy/parse.rs"));
    let faults: BTreeSet<String> =
        source.split(".add(").skip(1).filter_map(|call| literals(call).into_iter().next()).collect();
    assert!(faults.len() > 25, "only {} were found", faults.len());
    let there: BTreeSet<String> = pairs(FILE).into_iter().map(|(english, _)| english).collect();
    let missing: Vec<_> = faults.difference(&there).collect();
    assert!(missing.is_empty(), "Give these their Welsh in {FILE}: {missing:#?}");
    // What is no sentence is put into one as a part.
    let sentences = there.iter().filter(|line| line.contains('{') || line.contains(": "));
    let unused: Vec<_> = sentences.filter(|line| !faults.contains(*line)).collect();
    assert!(unused.is_empty(), "No pack is told these any more, take them out of {FILE}: {unused:#?}");
}

/// The plain lines of all built-in policies.
#[test]
fn every_summary_has_its_welsh() {
    let mut summaries = BTreeSet::new();
    for id in BUILTIN_IDS {
        summaries.extend(builtin_pack(id).unwrap().unwrap().clauses.into_iter().map(|clause| clause.summary));
    }
    assert!(summaries.len() > 400, "only {} were found", summaries.len());
    let there: BTreeSet<String> = pairs(SUMMARIES).into_iter().map(|(english, _)| english).collect();
    let missing: Vec<_> = summaries.difference(&there).collect();
    assert!(missing.is_empty(), "Give these their Welsh in policies/cy.txt: {missing:#?}");
    let unused: Vec<_> = there.difference(&summaries).collect();
    assert!(unused.is_empty(), "No pack says these any more, take them out of policies/cy.txt: {unused:#?}");
}

#[test]
fn welsh_is_welsh() {
    for (english, welsh) in [lines(), pairs(SUMMARIES)].concat() {
        assert_ne!(english, welsh);
        assert!(!welsh.contains('\''), "an apostrophe is ’ in Welsh as in the faces: {welsh}");
        // One sentence stays one: a full stop where the English has one, and none where it has none.
        assert_eq!(english.ends_with('.'), welsh.ends_with('.'), "{welsh}");
    }
}

/// Drafts of which each rule speaks of some, under every policy: what comes out is in the file, whatever made it.
#[test]
fn what_is_said_of_drafts_is_welsh() {
    let lines = lines();
    let whole: BTreeSet<&str> = lines.iter().map(|(_, welsh)| welsh.as_str()).collect();
    let around: Vec<(&str, &str)> =
        lines.iter().filter_map(|(_, welsh)| Some((welsh.split_once('{')?.0, welsh.split_once('}')?.1))).collect();
    let is_welsh = |words: &str| {
        whole.contains(words)
            || around.iter().any(|(before, after)| {
                let part = words.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                part.is_some_and(|part| whole.contains(part) || before.ends_with('“'))
            })
    };
    let mut english = BTreeSet::new();
    let mut heard = BTreeSet::new();
    let drafts = drafts();
    for id in BUILTIN_IDS {
        let pack = builtin_pack(id).unwrap().unwrap();
        let checker = Checker::new(pack, Options { language: Language::Welsh, ..Options::default() });
        for finding in drafts.iter().flat_map(|draft| checker.check(draft).findings) {
            let labels = finding.fixes.into_iter().map(|fix| fix.label);
            for words in labels.chain([finding.message]) {
                if !is_welsh(&words) {
                    english.insert(words.clone());
                }
                heard.insert(words);
            }
        }
    }
    assert!(english.is_empty(), "{english:#?}");
    assert!(heard.len() > 60, "only {} different things were said", heard.len());
}

fn drafts() -> Vec<Draft> {
    let examples = RULES.iter().flat_map(|rule| rule.raises).map(|example| example.draft());
    let corpus = fs::read_to_string(root().join("../../tests/corpus/drafts.jsonl")).expect("the corpus is there");
    examples.chain(corpus.lines().map(|line| serde_json::from_str(line).expect("a draft"))).collect()
}
