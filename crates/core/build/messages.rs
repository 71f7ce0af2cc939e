//! What the checker says in Welsh, filed by the English: a module that holds the English already needs it no second time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::lexicon::name_hash::name_hash;

/// The folder `data/messages` as Rust: lines that stand as they are, and faults of packs, by their number; and the
/// lines of rules into which something is put.
pub(crate) fn bake(folder: &Path) -> String {
    let mut whole: BTreeMap<u32, String> = BTreeMap::new();
    let mut around = Vec::new();
    let mut add = |file: &str, english: &str, welsh: &str| {
        let before = whole.insert(name_hash(english) as u32, welsh.to_owned());
        assert!(
            before.is_none(),
            "{file}: {english:?} stands twice (or shares its number with another line): change one"
        );
    };
    for (english, welsh) in pairs(&folder.join("cy.txt")) {
        match (split(&english), split(&welsh)) {
            (None, None) => add("cy.txt", &english, &welsh),
            (Some(from), Some(to)) if from[1] == to[1] => around.push((from.map(str::to_owned), to.map(str::to_owned))),
            _ => panic!("cy.txt: {english:?} needs the same part put into its Welsh"),
        }
    }
    for (english, welsh) in pairs(&folder.join("faults-cy.txt")) {
        assert_eq!(
            parts(&english),
            parts(&welsh),
            "faults-cy.txt: {english:?} needs the same parts put into its Welsh"
        );
        add("faults-cy.txt", &english, &welsh);
    }
    let mut out = String::from("pub(crate) const NUMBERS: &[u32] = &[");
    for number in whole.keys() {
        let _ = write!(out, "{number}, ");
    }
    let lines: Vec<String> = whole.into_values().collect();
    let _ = write!(out, "];\npub(crate) const LINES: &str = {:?};\n", lines.join("\n"));
    out.push_str("pub(crate) const AROUND: &[Around] = &[\n");
    for ([before, part, after], [welsh_before, _, welsh_after]) in around {
        let translated = part == "what";
        let _ = writeln!(
            out,
            "    Around {{ english: ({before:?}, {after:?}), welsh: ({welsh_before:?}, {welsh_after:?}), translated: {translated} }},"
        );
    }
    out.push_str("];\n");
    out
}

/// Each line of English with the Welsh under it.
fn pairs(file: &Path) -> Vec<(String, String)> {
    let source = fs::read_to_string(file).expect("the messages are readable");
    let mut pairs = Vec::new();
    let mut english = None;
    for (number, line) in source.lines().enumerate() {
        let place = format!("{}, line {}", file.display(), number + 1);
        match (line.strip_prefix("= "), english) {
            (Some(welsh), Some(said)) => {
                pairs.push((String::from(said), String::from(welsh)));
                english = None;
            }
            (Some(_), None) => panic!("{place}: Welsh without English above it"),
            (None, Some(said)) => panic!("{place}: under {said:?} stands no Welsh, after `= `"),
            (None, None) if line.is_empty() || line.starts_with('#') => {}
            (None, None) => english = Some(line),
        }
    }
    pairs
}

/// The names of all parts that are put in.
fn parts(line: &str) -> BTreeSet<&str> {
    line.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// What stands before the part that is put in, the part's name, and what stands after it.
fn split(line: &str) -> Option<[&str; 3]> {
    let (before, rest) = line.split_once('{')?;
    let (part, after) = rest.split_once('}')?;
    Some([before, part, after])
}
