//! Drafts one a line, answers one a line, in order and in constant memory.

use std::io::{BufRead, BufReader, Read, Write};

use lozenge_core::{Finding, Holds};
use serde::Serialize;
use serde_json::Value;

use crate::check::Checking;
use crate::draft;
use crate::failure::{Ending, Failure};

/// No draft is longer: what is must be something else, and is not to fill the memory.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct Refusal {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    error: String,
}

/// Checks line after line. One that is not a draft is answered with an error, and the rest is still checked.
pub(crate) fn run(
    checking: &mut Checking<'_>,
    mut input: BufReader<impl Read>,
    out: &mut impl Write,
) -> Result<Ending, Failure> {
    let (mut held, mut unread) = (false, false);
    let mut line = Vec::new();
    while next_line(&mut input, &mut line)? {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match answer(checking, &line) {
            Ok((id, report)) => {
                held |= report.holds != Holds::None;
                write(out, &Answer { id: id.as_deref(), findings: &report.findings })?;
            }
            Err(refusal) => {
                unread = true;
                write(out, &refusal)?;
            }
        }
        // Whoever feeds us line by line and waits is answered; a file is written in large pieces.
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    Ok(match (unread, held) {
        (true, _) => Ending::Unread,
        (false, true) => Ending::Held,
        (false, false) => Ending::Clear,
    })
}

fn answer(checking: &mut Checking<'_>, line: &[u8]) -> Result<(Option<String>, lozenge_core::Report), Refusal> {
    if line.len() as u64 > LONGEST_LINE {
        return Err(Refusal { id: None, error: "the line is too long to be a draft".to_owned() });
    }
    let draft = draft::parse(line).map_err(|error| Refusal { id: id_in(line), error })?;
    let id = draft.id.clone();
    let (_, report) = checking
        .report(draft)
        .map_err(|failure| Refusal { id: id.clone().map(Value::String), error: failure.to_string() })?;
    Ok((id, report))
}

/// The id of what is JSON and yet no draft.
fn id_in(line: &[u8]) -> Option<Value> {
    let value: Value = serde_json::from_slice(line).ok()?;
    value.get("id").filter(|id| id.is_string() || id.is_number()).cloned()
}

/// Reads a line. Of one that is too long only so much is kept that this shows.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> Result<bool, Failure> {
    line.clear();
    input.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', line)?;
    if line.len() as u64 > LONGEST_LINE && line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(!line.is_empty())
}

fn write(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}
