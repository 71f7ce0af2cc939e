//! `cargo xtask eval-identifiers [FILE]`: which sentences with a direct identifier are caught, by its type.
//!
//! The sentences are made by `tests/identifiers/generate.mjs`. One is caught where a finding for a patient's
//! identifier or for contact details lies on it; a look-alike is left alone where there is none at all.

use std::collections::BTreeMap;
use std::fs;

use lozenge_core::{Checker, Draft, Options, Severity, Site, builtin_pack};
use serde::Deserialize;

use crate::Outcome;

/// A colleague's number or address is found as a colleague named.
const FAMILIES: &[&str] = &["patient-identifier", "contact-details", "colleague-named"];
const FILE: &str = "tests/identifiers/sentences.jsonl";

#[derive(Deserialize)]
struct Sentence {
    id: String,
    #[serde(rename = "type")]
    sort: String,
    present: bool,
    text: String,
    #[serde(default)]
    quote: String,
}

#[derive(Default)]
struct Count {
    all: usize,
    right: usize,
    /// Caught at `warn` or `stop`, or not alarmed at these.
    held_right: usize,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let file = arguments.first().map_or(FILE, String::as_str);
    let pack = builtin_pack("nhs-england-2017").ok_or("the pack nhs-england-2017 is gone")??;
    let checker = Checker::new(pack, Options::default());
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut counts: BTreeMap<(bool, String), Count> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let sentence: Sentence =
            serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1))?;
        let draft = Draft {
            site: Site::X,
            organisation: Some("nhs-england-2017".to_owned()),
            bio: Some("All views my own.".to_owned()),
            ..Draft::post(&sentence.text)
        };
        let report = checker.check(&draft);
        let found: Vec<(Severity, String)> = report
            .findings
            .iter()
            .filter(|finding| FAMILIES.contains(&finding.family))
            .flat_map(|finding| finding.spans.iter().map(|span| (finding.severity, span.quote.clone())))
            .filter(|(_, quote)| !sentence.present || overlap(&sentence.text, quote, &sentence.quote))
            .collect();
        let count = counts.entry((!sentence.present, sentence.sort)).or_default();
        let right = found.is_empty() != sentence.present;
        count.all += 1;
        count.right += usize::from(right);
        count.held_right +=
            usize::from(found.iter().any(|(severity, _)| *severity > Severity::Advise) == sentence.present);
        if !right {
            let quotes: Vec<String> = found.into_iter().map(|(_, quote)| quote).collect();
            wrong.push(format!("{}: {:?} {quotes:?}", sentence.id, sentence.text));
        }
    }
    println!("{:<20} {:>9} {:>14} {:>13}", "", "sentences", "at any", "warn or stop");
    for look_alikes in [false, true] {
        println!("{}", if look_alikes { "left alone" } else { "caught" });
        let mut sum = Count::default();
        for ((_, sort), count) in counts.iter().filter(|((absent, _), _)| *absent == look_alikes) {
            print(sort, count);
            sum.all += count.all;
            sum.right += count.right;
            sum.held_right += count.held_right;
        }
        print("all", &sum);
    }
    println!("\nWrong ({}):", wrong.len());
    wrong.iter().for_each(|line| println!("  {line}"));
    Ok(())
}

fn print(name: &str, count: &Count) {
    let share = |part: usize| part as f64 / count.all.max(1) as f64;
    println!("  {name:<18} {:>9} {:>14.3} {:>13.3}", count.all, share(count.right), share(count.held_right));
}

/// Whether two quotes of a text share a place.
fn overlap(text: &str, one: &str, other: &str) -> bool {
    text.match_indices(one).any(|(at, one)| {
        text.match_indices(other).any(|(from, other)| at < from + other.len() && from < at + one.len())
    })
}
