//! What the checker says in Welsh, filed by the English: a module that holds the English already needs it no second time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::lexicon::name_hash::name_hash;

/// `data/messages/cy.txt` as Rust: lines that stand as they are by their number, and those into which something is put.
pub(crate) fn bake(file: &Path) -> String {
    let source = fs::read_to_string(file).expect("the messages are readable");
    let mut whole: BTreeMap<u32, &str> = BTreeMap::new();
    let mut around = Vec::new();
    let mut english = None;
    for (number, line) in source.lines().enumerate() {
        let number = number + 1;
        match (line.strip_prefix("= "), english) {
            (Some(welsh), Some(said)) => {
                match (split(said), split(welsh)) {
                    (None, None) => {
                        let before = whole.insert(name_hash(said) as u32, welsh);
                        assert!(
                            before.is_none(),
                            "cy.txt, line {number}: this English stands twice (or shares its number with another line): change one"
                        );
                    }
                    (Some(from), Some(to)) if from[1] == to[1] => around.push((from, to)),
                    _ => panic!("cy.txt, line {number}: English and Welsh need the same part put in"),
                }
                english = None;
            }
            (Some(_), None) => panic!("cy.txt, line {number}: Welsh without English above it"),
            (None, Some(said)) => panic!("cy.txt, line {number}: under {said:?} stands no Welsh, after `= `"),
            (None, None) if line.is_empty() || line.starts_with('#') => {}
            (None, None) => english = Some(line),
        }
    }
    let mut out = String::from("pub(crate) const NUMBERS: &[u32] = &[");
    for number in whole.keys() {
        let _ = write!(out, "{number}, ");
    }
    let lines: Vec<&str> = whole.into_values().collect();
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

/// What stands before the part that is put in, the part's name, and what stands after it.
fn split(line: &str) -> Option<[&str; 3]> {
    let (before, rest) = line.split_once('{')?;
    let (part, after) = rest.split_once('}')?;
    Some([before, part, after])
}
