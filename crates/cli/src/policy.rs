//! `lozenge policy`.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use lozenge_core::{Clause, PACK_SKELETON, Pack};

use crate::arguments::PolicyTask;
use crate::failure::{Ending, Failure};
use crate::packs;
use crate::readable::write_quoted;

/// Lists, prints or checks policies.
pub(crate) fn run(task: &PolicyTask, out: &mut impl Write) -> Result<Ending, Failure> {
    match task {
        PolicyTask::List => list(out),
        PolicyTask::Show { id, section: None } => show(&packs::find(id)?, out),
        PolicyTask::Show { id, section: Some(section) } => show_section(&packs::find(id)?, section, out),
        PolicyTask::New { file: None } => {
            out.write_all(PACK_SKELETON.as_bytes())?;
            Ok(Ending::Clear)
        }
        PolicyTask::New { file: Some(file) } => new(file, out),
        PolicyTask::Check { file } => match packs::from_file(file) {
            Ok(pack) => {
                writeln!(out, "{} is valid: {} clauses, {} duties.", pack.id, pack.clauses.len(), pack.duties.len())?;
                Ok(Ending::Clear)
            }
            Err(Failure::Pack(error)) => {
                writeln!(out, "{error}")?;
                Ok(Ending::Held)
            }
            Err(other) => Err(other),
        },
    }
}

/// Never writes over a file: it may hold a week's work.
fn new(file: &Path, out: &mut impl Write) -> Result<Ending, Failure> {
    let name = file.display();
    let mut to = File::create_new(file).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::Asked(format!("{name} is there already and was left as it is: give another name"))
        }
        _ => Failure::File(name.to_string(), error),
    })?;
    to.write_all(PACK_SKELETON.as_bytes())?;
    writeln!(out, "{name} is written. Put your policy's words in, then run: lozenge policy check {name}")?;
    Ok(Ending::Clear)
}

fn list(out: &mut impl Write) -> Result<Ending, Failure> {
    let all = packs::all()?;
    let width = all.iter().map(|pack| pack.id.len()).max().unwrap_or(0);
    for pack in &all {
        write!(out, "{:<width$}  {}: {}", pack.id, pack.organisation, pack.title)?;
        if let Some(version) = &pack.version {
            write!(out, ", version {version}")?;
        }
        if let Some(newer) = all.iter().find(|other| other.supersedes.as_deref() == Some(&pack.id)) {
            write!(out, " (replaced by {})", newer.id)?;
        }
        writeln!(out)?;
    }
    Ok(Ending::Clear)
}

fn show(pack: &Pack, out: &mut impl Write) -> Result<Ending, Failure> {
    writeln!(out, "{}\n{}", pack.title, pack.organisation)?;
    let facts = [
        ("Version", &pack.version),
        ("Issued", &pack.issued),
        ("Review due", &pack.review_due),
        ("Replaces", &pack.supersedes),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            writeln!(out, "{name}: {fact}")?;
        }
    }
    for contact in &pack.contacts {
        let ways: Vec<&str> = [&contact.email, &contact.phone].into_iter().flatten().map(String::as_str).collect();
        writeln!(out, "Contact: {} {}", contact.name, ways.join(", "))?;
    }
    writeln!(out)?;
    write_clauses(pack.clauses.iter(), out)?;
    let silent: Vec<&str> = pack.silent_on().map(|family| family.id).collect();
    if !silent.is_empty() {
        writeln!(out, "Says nothing on: {}.", silent.join(", "))?;
    }
    Ok(Ending::Clear)
}

fn show_section(pack: &Pack, section: &str, out: &mut impl Write) -> Result<Ending, Failure> {
    let below = format!("{section}.");
    let found: Vec<&Clause> = pack
        .clauses
        .iter()
        .filter(|clause| clause.section == section || clause.id == section || clause.section.starts_with(&below))
        .collect();
    if found.is_empty() {
        let mut sections: Vec<&str> = pack.clauses.iter().map(|clause| clause.section.as_str()).collect();
        sections.dedup();
        return Err(Failure::Asked(format!(
            "{} has no section \"{section}\"; it has {}",
            pack.id,
            sections.join(", ")
        )));
    }
    write_clauses(found.into_iter(), out)?;
    Ok(Ending::Clear)
}

fn write_clauses<'a>(clauses: impl Iterator<Item = &'a Clause>, out: &mut impl Write) -> Result<(), Failure> {
    for clause in clauses {
        writeln!(out, "{} [{}] {}", clause.section, clause.id, clause.summary)?;
        write_quoted(&clause.text, out)?;
        writeln!(out)?;
    }
    Ok(())
}
