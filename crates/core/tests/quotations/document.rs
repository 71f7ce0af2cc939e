//! The documents as the packs quote them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use serde::Deserialize;

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How a document is to be read, from `left-out.toml`.
#[derive(Deserialize)]
pub(crate) struct Reading {
    pub(crate) begins: String,
    pub(crate) furniture: Vec<String>,
    pub(crate) left_out: Vec<LeftOut>,
}

#[derive(Deserialize)]
pub(crate) struct LeftOut {
    pub(crate) reason: String,
    pub(crate) lines: Vec<String>,
}

/// A path as seen from the top of the repository.
fn from_top(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The names of a folder's files.
pub(crate) fn names(folder: &str) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(from_top(folder))?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

pub(crate) fn read(path: &str) -> Outcome<String> {
    let path = from_top(path);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub(crate) fn source(id: &str) -> Outcome<String> {
    read(&format!("policies/sources/{id}.txt"))
}

pub(crate) fn reading(id: &str) -> Outcome<Reading> {
    let mut all: BTreeMap<String, Reading> = toml::from_str(include_str!("left-out.toml"))?;
    all.remove(id).ok_or_else(|| format!("{id}: say in left-out.toml where its numbered text begins").into())
}

/// White space squeezed, typographic quotes and ligatures made plain, marks of emphasis and links taken away.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("**", "").replace("](#)", "").replace('[', "").chars() {
        match c {
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬀ' => out.push_str("ff"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            c => out.push(c),
        }
    }
    squeezed(&out)
}

pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn characters(text: &str) -> Vec<char> {
    plain(text).chars().collect()
}

/// A document's characters from its first numbered section on, each with the
/// number of its line; a line ends in `\n`, and empty lines are gone.
pub(crate) struct Document {
    pub(crate) chars: Vec<char>,
    pub(crate) lines: Vec<usize>,
}

impl Document {
    pub(crate) fn read(id: &str, reading: &Reading) -> Outcome<Self> {
        let mut document = Self { chars: Vec::new(), lines: Vec::new() };
        let mut begun = false;
        for (number, line) in source(id)?.lines().enumerate() {
            let line = squeezed(line);
            begun |= line == reading.begins;
            if begun && !line.is_empty() && !reading.furniture.iter().any(|start| line.starts_with(start)) {
                let line = plain(&line);
                document.chars.extend(line.chars().chain(['\n']));
                document.lines.resize(document.chars.len(), number + 1);
            }
        }
        if begun { Ok(document) } else { Err(format!("{id}: no line reads \"{}\"", reading.begins).into()) }
    }

    /// How much of the document the quotation takes up when it begins at `at`, or how much of it agrees.
    fn match_at(&self, at: usize, quoted: &[char]) -> Result<usize, usize> {
        let mut here = at;
        for (i, &wanted) in quoted.iter().enumerate() {
            let found = self.chars.get(here).copied();
            if found == Some(wanted) || (found == Some('\n') && wanted == ' ') {
                here += 1;
            } else if found == Some('\n') && broken(&quoted[..i]) && self.chars.get(here + 1) == Some(&wanted) {
                here += 2;
            } else {
                return Err(i);
            }
        }
        Ok(here - at)
    }

    /// Where a quotation first stands from `from` on, or where most of it does and how much.
    pub(crate) fn find(&self, from: usize, quoted: &[char]) -> Result<Range<usize>, (usize, usize)> {
        let mut nearest = (from, 0);
        for at in from..self.chars.len() {
            match self.match_at(at, quoted) {
                Ok(length) => return Ok(at..at + length),
                Err(agreed) if agreed > nearest.1 => nearest = (at, agreed),
                Err(_) => {}
            }
        }
        Err(nearest)
    }

    pub(crate) fn excerpt(&self, from: usize) -> String {
        self.chars.iter().skip(from).take(60).map(|&c| if c == '\n' { ' ' } else { c }).collect()
    }

    /// The section that `at` stands in, as the document numbers it.
    pub(crate) fn section(&self, at: usize) -> String {
        let before: String = self.chars[..=at].iter().collect();
        before.lines().rev().find_map(section_number).unwrap_or_default().to_owned()
    }
}

/// Whether a line may end after these characters without a space: at a hyphen, or within an address.
fn broken(before: &[char]) -> bool {
    let word = before.rsplit(|&c| c == ' ').next().unwrap_or_default();
    word.last() == Some(&'-') || word.starts_with(&['h', 't', 't', 'p'])
}

/// The section number that heads a line, without a closing point.
fn section_number(line: &str) -> Option<&str> {
    let (mark, _) = line.split_once(' ')?;
    let mark = mark.trim_end_matches('.');
    mark.split('.').all(|part| (1..3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).then_some(mark)
}
