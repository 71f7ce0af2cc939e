//! Turns the word data into what the checker loads: names of lexicon classes
//! and signals as constants, so that a misspelt one does not compile, and the
//! list of personal names as a finite-state map.

#![allow(clippy::expect_used, reason = "a build without its data has to stop")]

#[path = "src/lexicon/name_hash.rs"]
mod name_hash;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use name_hash::name_hash;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use xorf::{BinaryFuse8, DmaSerializable};

/// Classes that detectors give, not files.
const DETECTED: &[&str] = &[
    "person",
    "employer",
    "employer-handle",
    "colleague",
    "phone",
    "date",
    "time",
    "money",
    "age",
    "postcode",
    "identifier",
    "cap",
    "allcaps",
    "num",
    "mention",
    "url",
    "email",
    "hash",
    "tagged",
    "word",
    "day-month",
    "word-not-name",
    "place",
    "hospital",
    "eponym",
    "brand-or-title",
    "media-outlet",
    "supplier",
    "religion",
    "party",
    "public-figure",
];

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo:rerun-if-changed=data");
    fs::write(out.join("vocabulary.rs"), vocabulary(&root.join("data"))).expect("OUT_DIR can be written");
    fs::write(out.join("folds.rs"), folds()).expect("OUT_DIR can be written");
    for list in ["given", "family", "common"] {
        let (descriptor, fingerprints) = name_filter(&root.join(format!("data/names/{list}.txt")));
        fs::write(out.join(format!("{list}.descriptor")), descriptor).expect("OUT_DIR can be written");
        fs::write(out.join(format!("{list}.names")), fingerprints).expect("OUT_DIR can be written");
    }
}

fn text_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
        .collect();
    files.sort();
    files
}

fn constant(slug: &str) -> String {
    slug.replace(['-', '.'], "_").to_uppercase()
}

fn vocabulary(data: &Path) -> String {
    let mut out = String::new();
    let lexicon = text_files(&data.join("lexicon"));
    let mut classes: Vec<&str> = DETECTED.to_vec();
    for (name, _) in &lexicon {
        if !classes.contains(&name.as_str()) {
            classes.push(name);
        }
    }
    assert!(classes.len() <= 256, "there are more than 256 classes: widen ClassSet");
    let _ = writeln!(
        out,
        "/// Every class, in the order of their numbers.\npub(crate) const CLASS_NAMES: &[&str] = &{classes:?};"
    );
    let _ = writeln!(
        out,
        "/// The classes by name.\n#[allow(dead_code, missing_docs)]\npub(crate) mod class {{\n    use super::Class;"
    );
    for (index, name) in classes.iter().enumerate() {
        let _ = writeln!(out, "    pub(crate) const {}: Class = Class({index});", constant(name));
    }
    out.push_str("}\n");
    out.push_str("/// The lexicon files: class and text.\npub(crate) const LEXICON: &[(Class, &str)] = &[\n");
    for (name, path) in &lexicon {
        let _ = writeln!(out, "    (class::{}, {:?}),", constant(name), bare(path));
    }
    out.push_str("];\n");

    let mut signals: Vec<String> = Vec::new();
    let files = text_files(&data.join("signals"));
    for (file, path) in &files {
        let text = fs::read_to_string(path).expect("signal files are readable");
        for line in text.lines() {
            if let Some(name) = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
                && !name.contains(' ')
            {
                let signal = format!("{file}.{name}");
                if !signals.contains(&signal) {
                    signals.push(signal);
                }
            }
        }
    }
    let _ = writeln!(
        out,
        "/// Every signal, in the order of their numbers.\npub(crate) const SIGNAL_NAMES: &[&str] = &{signals:?};"
    );
    let _ = writeln!(
        out,
        "/// The signals by name.\n#[allow(dead_code, missing_docs)]\npub(crate) mod signal {{\n    use super::Signal;"
    );
    for (index, name) in signals.iter().enumerate() {
        let _ = writeln!(out, "    pub(crate) const {}: Signal = Signal({index});", constant(name));
    }
    out.push_str("}\n");
    out.push_str("/// The signal files: name and text.\npub(crate) const SIGNALS: &[(&str, &str)] = &[\n");
    for (name, path) in &files {
        let _ = writeln!(out, "    ({name:?}, {:?}),", bare(path));
    }
    out.push_str("];\n");
    out
}

/// A file's lines without comments and empty ones, which the checker has no use for.
fn bare(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("data files are readable");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

/// A filter that knows every name of a list: what describes it, and its fingerprints.
fn name_filter(list: &Path) -> (Vec<u8>, Vec<u8>) {
    let text = fs::read_to_string(list).expect("the lists of names are there");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let hashes: Vec<u64> = lines.map(name_hash).collect::<BTreeSet<_>>().into_iter().collect();
    let filter = BinaryFuse8::try_from(&hashes).expect("hashes are unique");
    let mut descriptor = vec![0; BinaryFuse8::DESCRIPTOR_LEN];
    filter.dma_copy_descriptor_to(&mut descriptor);
    (descriptor, filter.dma_fingerprints().to_vec())
}

/// Letters that are written with marks or in other forms, each with the plain letters that they fold to.
///
/// Of Unicode's decompositions (NFKD) only those that end in ASCII matter here.
fn folds() -> String {
    let mut out = String::from("/// In order of the character.\npub(crate) const FOLDS: &[(char, &str)] = &[\n");
    for c in ('\u{80}'..=char::MAX).filter(|c| c.is_alphanumeric()) {
        let plain: String = c.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        if plain.is_ascii() && !plain.is_empty() && plain.len() <= 4 {
            let _ = writeln!(out, "    ({c:?}, {plain:?}),");
        }
    }
    out.push_str("];\n");
    let _ = writeln!(
        out,
        "/// Letters that become one character with a combining mark behind them (NFC).\npub(crate) const COMPOSED: &[(char, char)] = &["
    );
    let mut pairs = BTreeSet::new();
    for c in ('\u{C0}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}') {
        if let [base, mark] = c.nfd().collect::<Vec<_>>()[..] {
            pairs.insert((base, mark));
        }
    }
    for (base, mark) in pairs {
        let _ = writeln!(out, "    ({base:?}, {mark:?}),");
    }
    out.push_str("];\n");
    out
}
