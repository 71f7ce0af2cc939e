//! A report as a person reads it.

use std::io::Write;

use lozenge_core::{Draft, Finding, Holds, Report};

use crate::failure::Failure;
use crate::picture::underlined;

/// Writes the report, the most serious finding first.
pub(crate) fn write(draft: &Draft, report: &Report, out: &mut impl Write) -> Result<(), Failure> {
    for finding in &report.findings {
        write_finding(draft, finding, out)?;
    }
    let policy = &report.policy;
    match report.holds {
        Holds::None if report.findings.is_empty() => writeln!(out, "Nothing found under {policy}.")?,
        Holds::None => writeln!(out, "Nothing here would hold it back under {policy}.")?,
        Holds::Warn => writeln!(out, "Held for one look under {policy}.")?,
        Holds::Stop => writeln!(out, "Held until it is changed, or a reason is given, under {policy}.")?,
    }
    Ok(())
}

fn write_finding(draft: &Draft, finding: &Finding, out: &mut impl Write) -> Result<(), Failure> {
    let title = lozenge_core::family(finding.family).map_or(finding.family, |family| family.title);
    writeln!(out, "{}: {title} [{}: {}]", finding.severity.id(), finding.family, finding.kind)?;
    for (number, text) in draft.texts().iter().enumerate() {
        let places: Vec<_> = finding
            .spans
            .iter()
            .filter(|span| span.part.unwrap_or(0) == number)
            .map(|span| span.start..span.end)
            .collect();
        for row in underlined(text, &places) {
            writeln!(out, "    {row}")?;
        }
    }
    writeln!(out, "  {}", finding.message)?;
    for clause in &finding.clauses {
        writeln!(out, "  {} {}:", clause.policy, clause.section)?;
        write_quoted(&clause.text, out)?;
    }
    for fix in &finding.fixes {
        writeln!(out, "  You could: {}", fix.label)?;
    }
    writeln!(out)?;
    Ok(())
}

/// A quotation, behind a bar.
pub(crate) fn write_quoted(text: &str, out: &mut impl Write) -> Result<(), Failure> {
    const WIDTH: usize = 74;
    for line in text.lines() {
        let mut row = String::new();
        for word in line.split_whitespace() {
            if !row.is_empty() && row.chars().count() + 1 + word.chars().count() > WIDTH {
                writeln!(out, "  | {row}")?;
                row.clear();
            }
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
        writeln!(out, "  | {row}")?;
    }
    Ok(())
}
