//! Finding packs by id or file, and keeping one checker for each that is used.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use lozenge_core::{BUILTIN_IDS, Checker, Options, Pack, builtin_pack};

use crate::failure::Failure;

/// The policy that holds where neither the command line nor the draft names one.
pub(crate) const DEFAULT: &str = "nhs-england-2017";

/// A built-in pack by its id, or the pack in a file.
pub(crate) fn find(name: &str) -> Result<Pack, Failure> {
    match builtin_pack(name) {
        Some(pack) => Ok(pack?),
        None if Path::new(name).is_file() => from_file(Path::new(name)),
        None => Err(unknown(name)),
    }
}

/// The pack in a file.
pub(crate) fn from_file(file: &Path) -> Result<Pack, Failure> {
    let name = file.display().to_string();
    let toml = fs::read_to_string(file).map_err(|error| Failure::File(name.clone(), error))?;
    Ok(Pack::parse(&toml, &name)?)
}

/// Every built-in pack.
pub(crate) fn all() -> Result<Vec<Pack>, Failure> {
    Ok(BUILTIN_IDS.iter().filter_map(|id| builtin_pack(id)).collect::<Result<_, _>>()?)
}

fn unknown(name: &str) -> Failure {
    Failure::Asked(format!(
        "there is no policy \"{name}\", neither built in ({}) nor as a file",
        BUILTIN_IDS.join(", ")
    ))
}

/// A checker for each policy that drafts turn out to need.
pub(crate) struct Checkers {
    options: Options,
    made: BTreeMap<String, Checker>,
}

impl Checkers {
    /// No checker is made before it is asked for.
    pub(crate) fn new(options: Options) -> Self {
        Self { options, made: BTreeMap::new() }
    }

    /// The checker that `--policy` names. It may be a file, which a draft may not name.
    pub(crate) fn named(&mut self, name: &str) -> Result<&Checker, Failure> {
        if !self.made.contains_key(name) {
            let checker = Checker::new(find(name)?, self.options.clone());
            self.made.insert(name.to_owned(), checker);
        }
        self.made.get(name).ok_or_else(|| unknown(name))
    }

    /// The checker for a draft's own organisation.
    pub(crate) fn built_in(&mut self, id: &str) -> Result<&Checker, Failure> {
        if BUILTIN_IDS.contains(&id) {
            self.named(id)
        } else {
            Err(Failure::Asked(format!(
                "there is no policy \"{id}\" for this draft; there are: {}",
                BUILTIN_IDS.join(", ")
            )))
        }
    }
}
