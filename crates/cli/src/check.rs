//! `lozenge check`.

use std::fs;
use std::io::{self, BufReader, Write};
use std::path::Path;

use lozenge_core::{Directory, Draft, Holds, List, Options, Report};
use lozenge_directory::Reader;

use crate::arguments::{CheckOptions, Format};
use crate::failure::{Ending, Failure};
use crate::packs::{Checkers, DEFAULT};
use crate::{draft, jsonl, readable};

/// Drafts and what judges them.
pub(crate) struct Checking<'a> {
    options: &'a CheckOptions,
    checkers: Checkers,
}

impl Checking<'_> {
    /// The report on one draft. What the command line says goes before what the draft says.
    pub(crate) fn report(&mut self, mut draft: Draft) -> Result<(Draft, Report), Failure> {
        if let Some(capacity) = self.options.capacity {
            draft.capacity = capacity.into();
        }
        let checker = match (&self.options.policy, &draft.organisation) {
            (Some(policy), _) => self.checkers.named(policy)?,
            (None, Some(organisation)) => self.checkers.built_in(organisation)?,
            (None, None) => self.checkers.built_in(DEFAULT)?,
        };
        let report = checker.check(&draft);
        Ok((draft, report))
    }
}

/// Checks what the arguments name.
pub(crate) fn run(options: &CheckOptions, out: &mut impl Write) -> Result<Ending, Failure> {
    let directory = options.directory.as_deref().map(read_directory).transpose()?.unwrap_or_default();
    let checkers = Checkers::new(Options { directory, language: options.language.into(), ..Options::default() });
    let mut checking = Checking { options, checkers };
    if let Some(policy) = &options.policy {
        checking.checkers.named(policy)?;
    }
    if options.format == Format::Jsonl {
        return lines(&mut checking, out);
    }
    let (draft, report) = checking.report(draft::read(&options.input)?)?;
    match options.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &report).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        _ => readable::write(&draft, &report, out)?,
    }
    Ok(if report.holds == Holds::None { Ending::Clear } else { Ending::Held })
}

fn lines(checking: &mut Checking<'_>, out: &mut impl Write) -> Result<Ending, Failure> {
    let input = checking.options.input.as_str();
    if Path::new(input).is_file() {
        let file = fs::File::open(input).map_err(|error| Failure::File(input.to_owned(), error))?;
        return jsonl::run(checking, BufReader::new(file), out);
    }
    if input == "-" {
        return jsonl::run(checking, BufReader::new(io::stdin().lock()), out);
    }
    jsonl::run(checking, BufReader::new(input.as_bytes()), out)
}

fn read_directory(file: &Path) -> Result<Directory, Failure> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Failure::File(name.clone(), error))?;
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return read_list(&name, bytes);
    }
    serde_json::from_slice(&bytes).map_err(|error| {
        Failure::Asked(format!(
            "{name} is no directory: {error}. It looks like {{\"people\": [{{\"name\": \"A Person\"}}]}}"
        ))
    })
}

/// Names the rows that were left out on standard error; the others are used.
fn read_list(name: &str, bytes: Vec<u8>) -> Result<Directory, Failure> {
    let refused = |refusal| Failure::Asked(format!("{name}: {refusal}"));
    let mut reader = Reader::new(bytes).map_err(refused)?;
    while reader.read(usize::MAX).map_err(refused)? < 1.0 {}
    let import = reader.finish();
    let mut err = io::stderr().lock();
    for row in &import.bad {
        writeln!(err, "{name}:{}: left out: {}", row.line, row.fault)?;
    }
    if import.people == 0 {
        return Err(Failure::Asked(format!("{name} names no colleague: write first name and surname, one a line")));
    }
    Ok(Directory { lists: vec![List(import.list)], ..Directory::default() })
}
