//! Turns the word data into what the checker loads: names of lexicon classes
//! and signals as constants, so that a misspelt one does not compile; lexicons
//! and patterns as numbers (`bake/`); the lists of personal names as hashes;
//! the built-in packs in one packed stream; what the checker says in Welsh.

#![allow(clippy::expect_used, clippy::panic, reason = "a build without its data has to stop")]
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

mod bake;
mod lexicon;
mod messages;
mod names;
mod packed;
mod policies;
mod text;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use bake::Data;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/lexicon");
    println!("cargo:rerun-if-changed=src/packed");
    println!("cargo:rerun-if-changed=src/text");
    let packs = root.join("../../policies");
    println!("cargo:rerun-if-changed={}", packs.display());
    let (packed, lengths) = policies::pack(&packs);
    fs::write(out.join("policies.lzma"), packed).expect("OUT_DIR can be written");
    fs::write(out.join("policies.rs"), lengths).expect("OUT_DIR can be written");
    let data = Data::read(&root.join("data"));
    fs::write(out.join("vocabulary.rs"), data.constants()).expect("OUT_DIR can be written");
    let words = bake::bake(&data).unwrap_or_else(|what| panic!("{what}"));
    fs::write(out.join("words.bin"), words).expect("OUT_DIR can be written");
    fs::write(out.join("folds.rs"), folds()).expect("OUT_DIR can be written");
    fs::write(out.join("names.bin"), names::names(&root.join("data/names"))).expect("OUT_DIR can be written");
    let welsh = messages::bake(&root.join("data/messages"));
    fs::write(out.join("welsh.rs"), welsh).expect("OUT_DIR can be written");
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
