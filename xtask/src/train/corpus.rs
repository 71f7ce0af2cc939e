//! The labelled drafts as the trainer sees them: signs by number, and which families they show.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::PathBuf;

use lozenge_core::{Checker, MODEL_FAMILIES, Options, RULES, builtin_pack};

use crate::Outcome;
use crate::eval::{Coverage, Labelled};

const FOLDER: &str = "tests/corpus";
/// Files whose drafts were read while rules were written: what rules say of them is too good to be true.
const TUNED: &[&str] = &["drafts", "round-1"];
/// Files that dwell on some families, so that their shares are not those of ordinary drafts.
const UNEVEN: &str = "focus-";

/// One labelled draft.
pub(super) struct Example {
    /// The signs in it, by number, ascending.
    pub(super) signs: Vec<u32>,
    labels: Vec<Option<bool>>,
    /// The number of the file that it stands in: one file, one hand.
    pub(super) file: usize,
    /// No rule was made with it in view.
    pub(super) untuned: bool,
    /// It is of a file whose families have the shares that ordinary drafts give them.
    pub(super) even: bool,
}

impl Example {
    /// Whether it shows a family; nothing where the policy is silent.
    pub(super) fn label(&self, family: usize) -> Option<bool> {
        self.labels[family]
    }
}

pub(super) struct Corpus {
    pub(super) examples: Vec<Example>,
    /// The hash of each sign, ascending.
    pub(super) signs: Vec<u32>,
    /// The share of drafts that show each sign.
    pub(super) shares: Vec<f64>,
    pub(super) files: usize,
}

impl Corpus {
    /// Reads the given files, or all of the corpus. Signs that fewer than `rare` drafts show are left out.
    pub(super) fn read(files: &[String], rare: usize) -> Outcome<Self> {
        let mut files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        if files.is_empty() {
            for entry in fs::read_dir(FOLDER)? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "jsonl") {
                    files.push(path);
                }
            }
            files.sort();
        }
        let coverage: Coverage = serde_json::from_str(&fs::read_to_string("tests/corpus/families.json")?)?;
        let mut checkers: BTreeMap<String, Checker> = BTreeMap::new();
        let mut read: Vec<Example> = Vec::new();
        for (file_number, file) in files.iter().enumerate() {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let (untuned, even) = (!TUNED.contains(&name.as_ref()), !name.starts_with(UNEVEN));
            let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                let place = || format!("{}:{}", file.display(), number + 1);
                let labelled: Labelled = serde_json::from_str(line).map_err(|error| format!("{}: {error}", place()))?;
                let organisation = labelled.draft.organisation.clone().unwrap_or_default();
                if !checkers.contains_key(&organisation) {
                    let pack = builtin_pack(&organisation)
                        .ok_or_else(|| format!("{}: there is no policy “{organisation}”", place()))??;
                    checkers.insert(organisation.clone(), Checker::new(pack, Options::default()));
                }
                let labels = MODEL_FAMILIES
                    .iter()
                    .map(|family| coverage.speaks(family, &labelled.draft).then(|| labelled.shows(family)))
                    .collect();
                read.push(Example {
                    signs: checkers[&organisation].signs(&labelled.draft, untuned),
                    labels,
                    file: file_number,
                    untuned,
                    even,
                });
            }
        }
        // The examples in the rules' pages say yes or no of their own family alone.
        for rule in RULES {
            for (examples, shown) in [(rule.raises, true), (rule.silent, false)] {
                for example in examples {
                    let Some(checker) = checkers.get(example.policy) else { continue };
                    read.push(Example {
                        signs: checker.signs(&example.draft(), true),
                        labels: MODEL_FAMILIES.iter().map(|family| (*family == rule.family).then_some(shown)).collect(),
                        file: files.len(),
                        untuned: false,
                        even: false,
                    });
                }
            }
        }
        let mut seen: HashMap<u32, usize> = HashMap::new();
        for sign in read.iter().flat_map(|example| &example.signs) {
            *seen.entry(*sign).or_default() += 1;
        }
        let mut signs: Vec<u32> = seen.iter().filter(|&(_, &count)| count >= rare).map(|(&sign, _)| sign).collect();
        signs.sort_unstable();
        let shares = signs.iter().map(|sign| seen[sign] as f64 / read.len() as f64).collect();
        let number = |sign: &u32| signs.binary_search(sign).ok().map(|index| index as u32);
        for example in &mut read {
            example.signs = example.signs.iter().filter_map(number).collect();
        }
        Ok(Self { examples: read, signs, shares, files: files.len() })
    }
}
