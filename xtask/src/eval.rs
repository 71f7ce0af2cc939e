//! `cargo xtask eval FILE…`: recall, precision and span overlap per family on labelled drafts.
//!
//! A draft is one unit: a family counts once per draft. A label counts only
//! where `tests/corpus/families.json` has the family for that organisation and
//! capacity; families listed there as unlabelled are shown but not scored.

use std::collections::BTreeMap;
use std::fs;

use lozenge_core::{Checker, Draft, FAMILIES, Finding, Options, Severity, builtin_pack};
use serde::Deserialize;

use crate::Outcome;

#[derive(Deserialize)]
pub(crate) struct Coverage {
    families: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    unlabelled: Vec<String>,
    advice_suffices: BTreeMap<String, Vec<String>>,
}

impl Coverage {
    /// Whether the policy that binds a draft speaks to a family.
    pub(crate) fn speaks(&self, family: &str, draft: &Draft) -> bool {
        let organisation = draft.organisation.as_deref().unwrap_or_default();
        self.families
            .get(family)
            .and_then(|by| by.get(organisation))
            .is_some_and(|capacities| capacities.iter().any(|capacity| capacity == draft.capacity.id()))
    }
}

#[derive(Deserialize)]
pub(crate) struct Labelled {
    #[serde(flatten)]
    pub(crate) draft: Draft,
    #[serde(default)]
    labels: Vec<Label>,
    #[serde(default)]
    why: String,
}

impl Labelled {
    /// Whether a label of a family was given.
    pub(crate) fn shows(&self, family: &str) -> bool {
        self.labels.iter().any(|label| label.family == family)
    }
}

#[derive(Deserialize)]
struct Label {
    family: String,
    #[serde(default)]
    quote: String,
}

#[derive(Default)]
struct Score {
    labels: usize,
    caught: usize,
    /// Caught at `warn` or `stop`.
    held: usize,
    raised: usize,
    right: usize,
    quoted: usize,
    overlapped: usize,
}

#[derive(Default)]
struct Clean {
    drafts: usize,
    held: usize,
    anything: usize,
}

/// Families in which only `warn` and `stop` count as caught.
const HELD_ONLY: &[&str] = &["patient-identifier", "patient-story", "colleague-named", "disclaimer-missing"];

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let mut files = Vec::new();
    let mut counted = vec![Severity::Advise, Severity::Warn, Severity::Stop];
    let mut only: Option<String> = None;
    let mut quiet = false;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--severity" => counted = severities(rest.next().map_or("", String::as_str))?,
            "--family" => only = rest.next().cloned(),
            "--quiet" => quiet = true,
            file => files.push(file.to_owned()),
        }
    }
    if files.is_empty() {
        files.push("tests/corpus/drafts.jsonl".to_owned());
    }
    let coverage: Coverage = serde_json::from_str(&fs::read_to_string("tests/corpus/families.json")?)?;
    let mut checkers: BTreeMap<String, Checker> = BTreeMap::new();
    let mut scores: BTreeMap<&str, Score> = FAMILIES.iter().map(|family| (family.id, Score::default())).collect();
    let mut clean = Clean::default();
    let mut misses = Vec::new();
    let mut alarms = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let labelled: Labelled =
                serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1))?;
            let organisation = labelled.draft.organisation.clone().unwrap_or_else(|| "nhs-england-2017".to_owned());
            if !checkers.contains_key(&organisation) {
                let pack = builtin_pack(&organisation)
                    .ok_or_else(|| format!("{file}:{}: there is no policy {organisation}", number + 1))??;
                checkers.insert(organisation.clone(), Checker::new(pack, Options::default()));
            }
            let report = checkers[&organisation].check(&labelled.draft);
            let findings: Vec<&Finding> =
                report.findings.iter().filter(|finding| counted.contains(&finding.severity)).collect();
            judge(
                &labelled,
                &organisation,
                &findings,
                &coverage,
                &mut scores,
                &mut clean,
                &mut misses,
                &mut alarms,
                only.as_deref(),
            );
        }
    }
    print_scores(&scores, &coverage, &clean);
    if !quiet {
        println!("\nMissed ({}):", misses.len());
        misses.iter().for_each(|line| println!("  {line}"));
        println!("\nFalse alarms ({}):", alarms.len());
        alarms.iter().for_each(|line| println!("  {line}"));
    }
    Ok(())
}

fn severities(list: &str) -> Outcome<Vec<Severity>> {
    list.split(',')
        .map(|name| match name {
            "advise" => Ok(Severity::Advise),
            "warn" => Ok(Severity::Warn),
            "stop" => Ok(Severity::Stop),
            other => Err(format!("\"{other}\" is no severity: give advise, warn or stop, parted by commas").into()),
        })
        .collect()
}

#[allow(clippy::too_many_arguments, reason = "one place where a draft's outcome goes into every tally")]
fn judge(
    labelled: &Labelled,
    organisation: &str,
    findings: &[&Finding],
    coverage: &Coverage,
    scores: &mut BTreeMap<&str, Score>,
    clean: &mut Clean,
    misses: &mut Vec<String>,
    alarms: &mut Vec<String>,
    only: Option<&str>,
) {
    let draft = &labelled.draft;
    let id = draft.id.as_deref().unwrap_or("?");
    let covered = |family: &str| coverage.speaks(family, draft);
    let scored = |family: &str| !coverage.unlabelled.iter().any(|other| other == family);
    let shown = |family: &str| only.is_none_or(|only| only == family);
    let text = draft.texts().join("\n\n");
    let short: String = text.chars().take(160).collect::<String>().replace('\n', " / ");
    let circumstances = format!(
        "{id} [{organisation} {} {} bio={:?} to={:?}]",
        draft.capacity.id(),
        draft.surface.id(),
        draft.bio.as_deref().unwrap_or("?"),
        draft.reply_to
    );
    if labelled.labels.is_empty() {
        clean.drafts += 1;
        let counts = findings.iter().filter(|finding| scored(finding.family));
        clean.held += usize::from(counts.clone().any(|finding| finding.severity > Severity::Advise));
        clean.anything += usize::from(counts.clone().next().is_some());
    }
    for family in FAMILIES {
        let labels: Vec<&Label> =
            labelled.labels.iter().filter(|label| label.family == family.id && covered(family.id)).collect();
        let found: Vec<&&Finding> = findings.iter().filter(|finding| finding.family == family.id).collect();
        let Some(score) = scores.get_mut(family.id) else { continue };
        let held = found.iter().any(|finding| finding.severity > Severity::Advise);
        let advice_suffices = !HELD_ONLY.contains(&family.id)
            || coverage.advice_suffices.get(family.id).is_some_and(|by| by.iter().any(|other| other == organisation));
        if !labels.is_empty() {
            score.labels += 1;
            score.caught += usize::from(!found.is_empty());
            score.held += usize::from(held || advice_suffices && !found.is_empty());
            let spans: Vec<&str> =
                found.iter().flat_map(|finding| finding.spans.iter().map(|span| span.quote.as_str())).collect();
            if !found.is_empty() {
                for label in labels.iter().filter(|label| !label.quote.is_empty()) {
                    score.quoted += 1;
                    let from = text.find(&label.quote).unwrap_or(0);
                    let to = from + label.quote.len();
                    let overlaps = spans
                        .iter()
                        .any(|span| text.match_indices(*span).any(|(at, span)| at < to && from < at + span.len()));
                    score.overlapped += usize::from(overlaps);
                }
            }
            if (found.is_empty() || !held && !advice_suffices) && shown(family.id) {
                let quotes: Vec<&str> = labels.iter().map(|label| label.quote.as_str()).collect();
                let how = if found.is_empty() { "" } else { " (only advised)" };
                misses.push(format!(
                    "{}{how} {circumstances} {quotes:?}\n      {short}\n      {}",
                    family.id, labelled.why
                ));
            }
        }
        if !found.is_empty() && scored(family.id) {
            score.raised += 1;
            score.right += usize::from(!labels.is_empty());
            if labels.is_empty() && shown(family.id) {
                let first = found[0];
                let quotes: Vec<&str> = first.spans.iter().map(|span| span.quote.as_str()).collect();
                let why: Vec<&str> = first.why.iter().map(|why| why.quote.as_str()).collect();
                alarms.push(format!(
                    "{}.{} {} {:.2} {circumstances} {quotes:?} why {why:?}\n      {short}",
                    family.id,
                    first.kind,
                    first.severity.id(),
                    first.confidence
                ));
            }
        }
    }
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "    -".to_owned() } else { format!("{:5.2}", part as f64 / whole as f64) }
}

fn print_scores(scores: &BTreeMap<&str, Score>, coverage: &Coverage, clean: &Clean) {
    println!("{:<20} {:>6} {:>7} {:>7} {:>9} {:>7}", "family", "drafts", "recall", "held", "precision", "overlap");
    let mut total = Score::default();
    for family in FAMILIES {
        let score = &scores[family.id];
        if coverage.unlabelled.iter().any(|other| other == family.id) {
            continue;
        }
        println!(
            "{:<20} {:>6} {:>7} {:>7} {:>9} {:>7}",
            family.id,
            score.labels,
            share(score.caught, score.labels),
            share(score.held, score.labels),
            share(score.right, score.raised),
            share(score.overlapped, score.quoted)
        );
        total.labels += score.labels;
        total.caught += score.caught;
        total.held += score.held;
        total.raised += score.raised;
        total.right += score.right;
        total.quoted += score.quoted;
        total.overlapped += score.overlapped;
    }
    println!(
        "{:<20} {:>6} {:>7} {:>7} {:>9} {:>7}",
        "all",
        total.labels,
        share(total.caught, total.labels),
        share(total.held, total.labels),
        share(total.right, total.raised),
        share(total.overlapped, total.quoted)
    );
    println!(
        "clean drafts {}: warn or stop on {}, anything on {}",
        clean.drafts,
        share(clean.held, clean.drafts).trim(),
        share(clean.anything, clean.drafts).trim()
    );
    println!("held: caught at warn or stop; where advice suffices, caught at all.");
}
