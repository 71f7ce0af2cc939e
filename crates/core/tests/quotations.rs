//! The packs against the documents that they quote: every clause stands in its
//! document word for word and in order, nothing of a document is left out that
//! `quotations/left-out.toml` does not name, and the duties cover the families
//! that they should.

use std::collections::{BTreeMap, BTreeSet};

use document::{Document, Outcome, characters, names, plain, read, reading, source, squeezed};
use serde::Deserialize;

#[path = "quotations/document.rs"]
mod document;

const CAPACITIES: [&str; 3] = ["personal", "professional", "official"];

#[derive(Deserialize)]
struct Pack {
    policy: Policy,
    #[serde(default)]
    contact: Vec<Contact>,
    clause: Vec<Clause>,
    #[serde(default)]
    wording: Vec<Wording>,
    duty: Vec<Duty>,
}

#[derive(Deserialize)]
struct Policy {
    id: String,
    title: String,
    version: Option<String>,
    issued: Option<String>,
    review_due: Option<String>,
    supersedes: Option<String>,
}

#[derive(Deserialize)]
struct Contact {
    id: String,
    email: Option<String>,
}

#[derive(Deserialize)]
struct Clause {
    id: String,
    section: String,
    opening: String,
    text: String,
    summary: String,
}

#[derive(Deserialize)]
struct Wording {
    id: String,
    text: String,
    clause: String,
}

#[derive(Deserialize)]
struct Duty {
    family: String,
    capacities: Option<Vec<String>>,
    clauses: Vec<String>,
    #[serde(default)]
    wordings: Vec<String>,
}

#[derive(Deserialize)]
struct Corpus {
    families: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Every pack of the folder; each document has one.
fn packs() -> Outcome<Vec<Pack>> {
    let mut packs: Vec<Pack> = Vec::new();
    for name in names("policies")? {
        if let Some(id) = name.strip_suffix(".toml") {
            let pack: Pack =
                toml::from_str(&read(&format!("policies/{name}"))?).map_err(|error| format!("{name}: {error}"))?;
            assert_eq!(pack.policy.id, id, "a pack's id is its file's name");
            packs.push(pack);
        }
    }
    for name in names("policies/sources")? {
        let packed = packs.iter().any(|pack| name == format!("{}.txt", pack.policy.id));
        assert!(packed, "the document {name} has no pack");
    }
    Ok(packs)
}

fn check(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_clause_stands_in_its_document_word_for_word_and_in_order() -> Outcome {
    let mut problems = Vec::new();
    for pack in packs()? {
        let id = &pack.policy.id;
        let document = Document::read(id, &reading(id)?)?;
        let mut from = 0;
        for clause in &pack.clause {
            let quoted = characters(&clause.text);
            match document.find(from, &quoted) {
                Ok(range) => {
                    let stands_in = document.section(range.start);
                    // An appendix may start its numbers again, or have none.
                    let section = clause.section.strip_prefix("Appendix A, ").unwrap_or(&clause.section);
                    if section != stands_in && section != "Appendix B" {
                        problems.push(format!("{id} {}: stands in {stands_in}, not in {section}", clause.id));
                    }
                    from = range.end;
                }
                Err((at, agreed)) => problems.push(format!(
                    "{id} {}: does not stand after the clause before it. Nearest is line {}: \"{}\"; the clause goes on \"{}\"",
                    clause.id,
                    document.lines.get(at).copied().unwrap_or_default(),
                    document.excerpt(at + agreed.saturating_sub(30)),
                    quoted.iter().skip(agreed.saturating_sub(30)).take(60).collect::<String>(),
                )),
            }
        }
    }
    check(&problems);
    Ok(())
}

#[test]
fn nothing_of_a_document_is_left_out_unnamed() -> Outcome {
    let mut problems = Vec::new();
    for pack in packs()? {
        let id = &pack.policy.id;
        let reading = reading(id)?;
        let mut document = Document::read(id, &reading)?;
        let mut from = 0;
        for clause in &pack.clause {
            if let Ok(range) = document.find(from, &characters(&clause.text)) {
                from = range.end;
                document.chars[range].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
            }
        }
        let mut named: Vec<&String> = reading.left_out.iter().flat_map(|left_out| &left_out.lines).collect();
        let mut offset = 0;
        for line in document.chars.split(|&c| c == '\n') {
            let line_number = document.lines.get(offset).copied().unwrap_or_default();
            offset += line.len() + 1;
            let line: String = line.iter().collect();
            let line = line.trim().trim_start_matches(|c: char| c.is_ascii_digit() || ".-• ".contains(c));
            // Addresses that the page repeats at its foot; those in the text are quoted with it.
            if line.is_empty() || (line.starts_with("http") && !line.contains(' ')) {
                continue;
            }
            if let Some(place) = named.iter().position(|name| *name == line) {
                named.remove(place);
            } else {
                problems.push(format!("{id} line {line_number}: no clause quotes \"{line}\""));
            }
        }
        problems.extend(
            named.iter().map(|line| format!("{id}: left-out.toml names \"{line}\", which is quoted or not there")),
        );
        problems.extend(
            reading
                .left_out
                .iter()
                .filter(|left_out| left_out.reason.trim().is_empty())
                .map(|_| format!("{id}: say why it is left out")),
        );
    }
    check(&problems);
    Ok(())
}

#[test]
fn a_clause_is_clean_opens_with_its_opening_and_has_a_summary_of_its_own() -> Outcome {
    let mut problems = Vec::new();
    for pack in packs()? {
        for clause in &pack.clause {
            let mut tell = |what: &str| problems.push(format!("{} {}: {what}", pack.policy.id, clause.id));
            let text = clause.text.trim();
            if text != squeezed(text) || text.contains(['ﬁ', 'ﬂ', 'ﬀ', 'ﬃ', 'ﬄ', '•', '[']) || text.contains("**")
            {
                tell("line breaks, ligatures or marks of the page are left in its text");
            }
            if clause.opening.trim().is_empty() || !text.starts_with(&clause.opening) {
                tell(&format!("its text does not begin with \"{}\"", clause.opening));
            }
            if clause.summary.trim().is_empty()
                || clause.summary.contains('\n')
                || plain(&clause.summary) == plain(&clause.text)
            {
                tell("its summary has to be one line of our own");
            }
        }
    }
    check(&problems);
    Ok(())
}

#[test]
fn ids_are_unique_and_every_reference_leads_somewhere() -> Outcome {
    let mut problems = Vec::new();
    for pack in packs()? {
        let id = &pack.policy.id;
        let mut unique = |what: &str, ids: &[&String]| {
            let mut seen = BTreeSet::new();
            for name in ids.iter().filter(|name| !seen.insert(**name)) {
                problems.push(format!("{id}: the {what} \"{name}\" stands twice"));
            }
        };
        unique("contact", &pack.contact.iter().map(|contact| &contact.id).collect::<Vec<_>>());
        unique("clause", &pack.clause.iter().map(|clause| &clause.id).collect::<Vec<_>>());
        unique("wording", &pack.wording.iter().map(|wording| &wording.id).collect::<Vec<_>>());
        for wording in &pack.wording {
            let clause = pack.clause.iter().find(|clause| clause.id == wording.clause);
            if !clause
                .is_some_and(|clause| plain(&clause.text).to_lowercase().contains(&plain(&wording.text).to_lowercase()))
            {
                problems.push(format!(
                    "{id}: the wording \"{}\" does not stand in the clause \"{}\"",
                    wording.id, wording.clause
                ));
            }
        }
        for duty in &pack.duty {
            if duty.clauses.is_empty() {
                problems.push(format!("{id}: a duty on {} has no clause", duty.family));
            }
            for name in duty.clauses.iter().filter(|name| !pack.clause.iter().any(|clause| clause.id == **name)) {
                problems.push(format!("{id}: a duty on {} names \"{name}\", which is no clause", duty.family));
            }
            for name in duty.wordings.iter().filter(|name| !pack.wording.iter().any(|wording| wording.id == **name)) {
                problems.push(format!("{id}: a duty on {} names \"{name}\", which is no wording", duty.family));
            }
        }
    }
    check(&problems);
    Ok(())
}

#[test]
fn duties_cover_the_families_and_capacities_that_the_policy_speaks_to_and_no_others() -> Outcome {
    let corpus: Corpus = serde_json::from_str(&read("tests/corpus/families.json")?)?;
    let mut problems = Vec::new();
    for pack in packs()? {
        let id = &pack.policy.id;
        let covered: BTreeSet<(&str, &str)> = pack
            .duty
            .iter()
            .flat_map(|duty| {
                let capacities: Vec<&str> = duty
                    .capacities
                    .as_ref()
                    .map_or(CAPACITIES.to_vec(), |own| own.iter().map(String::as_str).collect());
                capacities.into_iter().map(|capacity| (duty.family.as_str(), capacity))
            })
            .collect();
        let spoken: BTreeSet<(&str, &str)> = corpus
            .families
            .iter()
            .flat_map(|(family, policies)| {
                let capacities = policies.get(id).into_iter().flatten();
                capacities.map(|capacity| (family.as_str(), capacity.as_str()))
            })
            .collect();
        problems.extend(
            spoken.difference(&covered).map(|(family, capacity)| format!("{id}: no duty on {family}, {capacity}")),
        );
        problems.extend(
            covered
                .difference(&spoken)
                .map(|(family, capacity)| format!("{id}: the policy does not speak to {family}, {capacity}")),
        );
    }
    check(&problems);
    Ok(())
}

/// A policy states little of itself, and its successor may state the rest.
#[test]
fn facts_and_addresses_stand_in_the_document() -> Outcome {
    let packs = packs()?;
    let mut problems = Vec::new();
    for pack in &packs {
        let policy = &pack.policy;
        let own = plain(&source(&policy.id)?);
        let mut stated = own.clone();
        for later in packs.iter().filter(|later| later.policy.supersedes.as_ref() == Some(&policy.id)) {
            stated.push_str(&plain(&source(&later.policy.id)?));
        }
        let review = policy.review_due.as_ref().map(|date| date.split('-').rev().collect::<Vec<_>>().join("/"));
        for (fact, value) in [("version", &policy.version), ("issued", &policy.issued), ("review_due", &review)] {
            if value.as_ref().is_some_and(|value| !stated.contains(value.as_str())) {
                problems.push(format!("{}: the document does not state the {fact}", policy.id));
            }
        }
        if let Some(earlier) = &policy.supersedes
            && !packs.iter().any(|pack| pack.policy.id == *earlier && pack.policy.title == policy.title)
        {
            problems.push(format!("{}: supersedes \"{earlier}\", which is no pack of that title", policy.id));
        }
        for contact in &pack.contact {
            if contact.email.as_ref().is_some_and(|email| !own.contains(email.as_str())) {
                problems.push(format!("{}: the document does not give the address of \"{}\"", policy.id, contact.id));
            }
        }
    }
    check(&problems);
    Ok(())
}
