//! The word data as its files have it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::language::heading;
use crate::lexicon::name_hash::name_hash;

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

/// Names of classes and signals in the order of their numbers; each file's name and its lines.
#[derive(Default)]
pub(crate) struct Data {
    pub(crate) classes: Vec<String>,
    pub(crate) signals: Vec<String>,
    pub(crate) lexicon_files: Vec<(String, Vec<String>)>,
    pub(crate) signal_files: Vec<(String, Vec<String>)>,
    pub(crate) keywords: Vec<String>,
}

impl Data {
    pub(crate) fn read(data: &Path) -> Self {
        let files = |folder| -> Vec<(String, Vec<String>)> {
            text_files(&data.join(folder)).into_iter().map(|(name, path)| (name, lines(&path))).collect()
        };
        let (lexicon_files, signal_files) = (files("lexicon"), files("signals"));
        let mut classes: Vec<String> = DETECTED.iter().map(|&name| name.to_owned()).collect();
        for (name, _) in &lexicon_files {
            if !classes.contains(name) {
                classes.push(name.clone());
            }
        }
        assert!(classes.len() <= 256, "there are more than 256 classes: widen ClassSet");
        let mut signals: Vec<String> = Vec::new();
        for (file, lines) in &signal_files {
            for name in lines.iter().filter_map(|line| heading(line)) {
                let signal = format!("{file}.{name}");
                if !signals.contains(&signal) {
                    signals.push(signal);
                }
            }
        }
        Self { classes, signals, lexicon_files, signal_files, keywords: lines(&data.join("keywords.txt")) }
    }

    /// Classes and signals as constants.
    pub(crate) fn constants(&self) -> String {
        let mut out = String::new();
        for (module, kind, names) in [("class", "Class", &self.classes), ("signal", "Signal", &self.signals)] {
            let _ = writeln!(
                out,
                "/// Each {module} by name.\n#[allow(dead_code, missing_docs)]\npub(crate) mod {module} {{"
            );
            let _ = writeln!(out, "    use super::{kind};");
            for (index, name) in names.iter().enumerate() {
                let _ = writeln!(out, "    pub(crate) const {}: {kind} = {kind}({index});", constant(name));
            }
            let keys: Vec<u64> = names.iter().map(|name| name_hash(name)).collect();
            let _ = writeln!(out, "    /// The hash of each name, which stays when the number changes.");
            let _ = writeln!(out, "    pub(crate) const KEYS: &[u64] = &{keys:?};");
            out.push_str("}\n");
        }
        out
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

/// A file's lines without comments and empty ones.
pub(crate) fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("data files are readable");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}
