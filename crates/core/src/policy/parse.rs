//! Reads a pack from TOML and refuses a broken one with every problem named.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Clause, Condition, Contact, Duty, Fault, Match, Pack, PackError, PackProblem, PhraseList, Use, Wording};
use crate::draft::{Capacity, Surface};
use crate::family::{FAMILIES, Family, family};
use crate::report::Severity;
use crate::rules::own_rule::{FAMILY, can_be_found};

/// Collects problems and knows where in the source each stands.
struct Problems<'a> {
    source: &'a str,
    file: &'a str,
    found: Vec<PackProblem>,
}

/// The longest pack that is read, in bytes.
const LONGEST: usize = 1_048_576;
/// What is looked for at every pause in typing has to stay few: phrases, wordings, names and handles.
const MOST_PHRASES: usize = 2_000;
const MOST_WORDINGS: usize = 100;
const MOST_NAMES: usize = 500;
/// Nobody mends more at a time; and finding a line takes time.
const MOST_PROBLEMS: usize = 100;

impl Problems<'_> {
    /// Notes a fault at a byte: `words`, with `parts` put in where they are named.
    fn add(&mut self, at: usize, words: &'static str, parts: &[(&'static str, &str)]) {
        if self.found.len() >= MOST_PROBLEMS {
            return;
        }
        let before = self.source.get(..at).unwrap_or(self.source);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        self.found.push(PackProblem {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            fault: Fault::new(words, parts),
        });
    }

    /// Notes a list that is longer than can be looked for while somebody types.
    fn at_most(&mut self, most: usize, count: usize, what: &str, at: usize) {
        if count > most {
            self.add(
                at,
                "there are {count} {what} here, and at most {most} can be looked for: take some away",
                &[("count", &count.to_string()), ("what", what), ("most", &most.to_string())],
            );
        }
    }

    /// Notes an id that is empty or stands twice.
    fn unique<'b>(&mut self, what: &str, id: Text<'b>, seen: &mut Vec<&'b str>) {
        if id.text.trim().is_empty() {
            self.add(id.at, "this {table} has an empty id: give it a short name", &[("table", what)]);
        } else if seen.contains(&id.text) {
            self.add(
                id.at,
                "the id \"{id}\" stands twice among the {table}s: rename one of them",
                &[("id", id.text), ("table", what)],
            );
        }
        seen.push(id.text);
    }
}

impl Pack {
    /// Reads a pack. `file` is what errors call it.
    ///
    /// # Errors
    /// Every problem found, each with its line and what to do about it.
    pub fn parse(source: &str, file: &str) -> Result<Self, PackError> {
        let mut problems = Problems { source, file, found: Vec::new() };
        if source.len() > LONGEST {
            problems.add(0, "a pack has at most 1 MB: this file is longer, so it is probably not a pack", &[]);
            return Err(PackError { problems: problems.found });
        }
        let (document, errors) = DeTable::parse_recoverable(source);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            match error.message().trim().split_once(", expected ") {
                Some((what, expected)) => problems.add(
                    at,
                    "this is not valid TOML: {what}, expected {expected}",
                    &[("what", what), ("expected", expected)],
                ),
                None => problems.add(at, "this is not valid TOML: {what}", &[("what", error.message().trim())]),
            }
        }
        let pack = if problems.found.is_empty() { read_pack(document.get_ref(), &mut problems) } else { None };
        match pack {
            Some(pack) if problems.found.is_empty() => Ok(pack),
            _ => {
                let place = |problem: &PackProblem| (problem.line as u64) << 32 | problem.column as u64;
                crate::order::sort_by_number(&mut problems.found, place);
                Err(PackError { problems: problems.found })
            }
        }
    }
}

/// One table of the pack, from which fields are taken by name. What is left over at the end is unknown.
struct Table<'a> {
    /// What the table is called in the file: "policy", "clause", …
    name: &'static str,
    at: usize,
    fields: &'a DeTable<'a>,
    asked: Vec<&'static str>,
}

/// A text and the byte where it stands.
#[derive(Clone, Copy)]
struct Text<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Table<'a> {
    const fn new(name: &'static str, at: usize, fields: &'a DeTable<'a>) -> Self {
        Self { name, at, fields, asked: Vec::new() }
    }

    fn get(&mut self, field: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(field);
        self.fields.get(field)
    }

    /// A text; absent where the field is not there.
    fn text(&mut self, field: &'static str, problems: &mut Problems<'_>) -> Option<Text<'a>> {
        text_of(self.get(field)?, field, problems)
    }

    /// A text that has to be there.
    fn required(&mut self, field: &'static str, problems: &mut Problems<'_>) -> Option<Text<'a>> {
        if !self.fields.contains_key(field) {
            self.asked.push(field);
            problems.add(
                self.at,
                "missing field `{field}`: add it to this [{table}] table",
                &[("field", field), ("table", self.name)],
            );
            return None;
        }
        self.text(field, problems)
    }

    /// A list of texts, empty where the field is not there, and where it stands.
    fn list(&mut self, field: &'static str, problems: &mut Problems<'_>) -> (Vec<Text<'a>>, usize) {
        let Some(value) = self.get(field) else { return (Vec::new(), self.at) };
        let at = value.span().start;
        let DeValue::Array(items) = value.get_ref() else {
            problems.add(at, "`{field}` must be a list such as [\"one\", \"two\"]", &[("field", field)]);
            return (Vec::new(), at);
        };
        (items.iter().filter_map(|item| text_of(item, field, problems)).collect(), at)
    }

    /// A list of words out of a fixed set.
    fn choices<T: Copy>(&mut self, field: &'static str, known: &[(&str, T)], problems: &mut Problems<'_>) -> Vec<T> {
        let (texts, _) = self.list(field, problems);
        texts.into_iter().filter_map(|text| choose(text, known, problems)).collect()
    }

    /// Whether a switch is on; off where it is not there.
    fn switch(&mut self, field: &'static str, problems: &mut Problems<'_>) -> bool {
        match self.get(field).map(|value| (value.get_ref(), value.span().start)) {
            None => false,
            Some((DeValue::Boolean(on), _)) => *on,
            Some((_, at)) => {
                problems.add(at, "`{field}` must be true or false", &[("field", field)]);
                false
            }
        }
    }

    /// Notes fields that nothing asked for.
    fn done(self, problems: &mut Problems<'_>) {
        for key in self.fields.keys() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                problems.add(
                    key.span().start,
                    "unknown field `{field}`: correct the name or take the line away; a [{table}] table has {fields}",
                    &[("field", name), ("table", self.name), ("fields", &self.asked.join(", "))],
                );
            }
        }
    }
}

fn text_of<'a>(value: &'a Spanned<DeValue<'a>>, field: &str, problems: &mut Problems<'_>) -> Option<Text<'a>> {
    let at = value.span().start;
    match value.get_ref() {
        DeValue::String(text) => Some(Text { text, at }),
        _ => {
            problems.add(at, "`{field}` must be text in quotation marks", &[("field", field)]);
            None
        }
    }
}

fn choose<T: Copy>(text: Text<'_>, known: &[(&str, T)], problems: &mut Problems<'_>) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == text.text).map(|&(_, value)| value);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|&(name, _)| name).collect();
        problems.add(
            text.at,
            "unknown variant `{word}`: use one of {words}",
            &[("word", text.text), ("words", &names.join(", "))],
        );
    }
    found
}

const SEVERITIES: &[(&str, Severity)] =
    &[("stop", Severity::Stop), ("warn", Severity::Warn), ("advise", Severity::Advise)];
const CAPACITIES: &[(&str, Capacity)] =
    &[("personal", Capacity::Personal), ("professional", Capacity::Professional), ("official", Capacity::Official)];
const SURFACES: &[(&str, Surface)] = &[
    ("post", Surface::Post),
    ("reply", Surface::Reply),
    ("comment", Surface::Comment),
    ("message", Surface::Message),
    ("recommendation", Surface::Recommendation),
    ("edit", Surface::Edit),
    ("profile", Surface::Profile),
    ("poll", Surface::Poll),
];
const CONDITIONS: &[(&str, Condition)] = &[
    ("employer-disclosed", Condition::EmployerDisclosed),
    ("identifies-as-employee", Condition::IdentifiesAsEmployee),
    ("without-permission", Condition::WithoutPermission),
    ("about-work", Condition::AboutWork),
];
const USES: &[(&str, Use)] =
    &[("post", Use::Post), ("blog", Use::Blog), ("media-comment", Use::MediaComment), ("reference", Use::Reference)];
const MATCHES: &[(&str, Match)] = &[("exact", Match::Exact), ("such-as", Match::SuchAs)];

/// The tables of one name, `[[name]]`, in file order.
fn tables<'a>(document: &'a DeTable<'a>, name: &'static str, problems: &mut Problems<'_>) -> Vec<Table<'a>> {
    let Some(value) = document.get(name) else { return Vec::new() };
    let DeValue::Array(items) = value.get_ref() else {
        problems.add(
            value.span().start,
            "write [[{table}]] with two brackets: there may be several",
            &[("table", name)],
        );
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items.iter() {
        match item.get_ref() {
            DeValue::Table(fields) => found.push(Table::new(name, item.span().start, fields)),
            _ => problems.add(item.span().start, "write each {table} as a [[{table}]] table", &[("table", name)]),
        }
    }
    found
}

fn read_pack(document: &DeTable<'_>, problems: &mut Problems<'_>) -> Option<Pack> {
    for key in document.keys() {
        let name: &str = key.get_ref();
        if !["policy", "contact", "clause", "wording", "phrase", "duty"].contains(&name) {
            problems.add(
                key.span().start,
                "unknown field `{field}`: a pack has [policy], [[contact]], [[clause]], [[wording]], [[phrase]] and [[duty]]",
                &[("field", name)],
            );
        }
    }
    let Some((at, DeValue::Table(fields))) = document.get("policy").map(|value| (value.span().start, value.get_ref()))
    else {
        problems.add(0, "missing field `policy`: begin the pack with a [policy] table", &[]);
        return None;
    };
    let mut policy = Table::new("policy", at, fields);
    let id = policy.required("id", problems);
    let title = policy.required("title", problems);
    let organisation = policy.required("organisation", problems);
    let (names, names_at) = policy.list("names", problems);
    let (handles, handles_at) = policy.list("handles", problems);
    problems.at_most(MOST_NAMES, names.len(), "names", names_at);
    problems.at_most(MOST_NAMES, handles.len(), "handles", handles_at);
    let version = policy.text("version", problems);
    let issued = policy.text("issued", problems);
    let review_due = policy.text("review_due", problems);
    let supersedes = policy.text("supersedes", problems);
    let origin = policy.text("source", problems);
    let (keep_on, _) = policy.list("keep_on", problems);
    policy.done(problems);
    if let Some(id) = id
        && (id.text.is_empty() || !id.text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
    {
        problems.add(
            id.at,
            "the policy's id may hold only lower case letters, digits and hyphens, such as \"my-trust-2026\"",
            &[],
        );
    }
    if let Some(due) = review_due
        && !is_iso_date(due.text)
    {
        problems.add(due.at, "\"{date}\" is not a date: write it as 2026-03-31", &[("date", due.text)]);
    }
    let clauses = read_clauses(tables(document, "clause", problems), problems);
    if clauses.is_empty() {
        problems.add(0, "the pack has no clause: quote the policy in [[clause]] tables", &[]);
    }
    let wording_tables = tables(document, "wording", problems);
    problems.at_most(MOST_WORDINGS, wording_tables.len(), "wordings", wording_tables.first().map_or(0, |one| one.at));
    let wordings = read_wordings(wording_tables, &clauses, problems);
    let contacts = read_contacts(tables(document, "contact", problems), problems);
    let phrase_tables = tables(document, "phrase", problems);
    let phrases_at: Vec<usize> = phrase_tables.iter().map(|table| table.at).collect();
    let phrases = read_phrases(phrase_tables, problems);
    let words = phrases.iter().map(|list| list.words.len()).sum();
    problems.at_most(MOST_PHRASES, words, "words in all [[phrase]] lists", phrases_at.first().copied().unwrap_or(0));
    let duties: Vec<Duty> = tables(document, "duty", problems)
        .into_iter()
        .filter_map(|duty| read_duty(duty, &clauses, &wordings, &phrases, problems))
        .collect();
    for (index, (list, at)) in phrases.iter().zip(phrases_at).enumerate() {
        let spoken_of = duties
            .iter()
            .any(|duty| duty.family.id == FAMILY && (duty.phrases.is_empty() || duty.phrases.contains(&index)));
        // A duty with a mistake in it is not here: that mistake is told, and this one would follow from it.
        if !spoken_of && problems.found.is_empty() {
            problems.add(
                at,
                "no duty says what these words mean: add a [[duty]] with family = \"{family}\", phrases = [\"{id}\"], a severity and a clause",
                &[("family", FAMILY), ("id", &list.id)],
            );
        }
    }
    let owned = |text: Option<Text<'_>>| text.map(|text| text.text.to_owned());
    let all = |texts: Vec<Text<'_>>| texts.into_iter().map(|text| text.text.to_owned()).collect();
    Some(Pack {
        id: owned(id)?,
        title: owned(title)?,
        organisation: owned(organisation)?,
        names: all(names),
        handles: all(handles),
        version: owned(version),
        issued: owned(issued),
        review_due: owned(review_due),
        supersedes: owned(supersedes),
        source: owned(origin),
        keep_on: keep_on.into_iter().filter_map(|id| known_family(id, problems)).map(|family| family.id).collect(),
        contacts,
        clauses,
        wordings,
        phrases,
        duties,
    })
}

fn read_clauses(tables: Vec<Table<'_>>, problems: &mut Problems<'_>) -> Vec<Clause> {
    let mut ids = Vec::new();
    let mut clauses = Vec::new();
    for mut table in tables {
        let id = table.required("id", problems);
        let section = table.required("section", problems);
        let opening = table.required("opening", problems);
        let text = table.required("text", problems);
        let summary = table.required("summary", problems);
        let summary_cy = table.text("summary_cy", problems);
        table.done(problems);
        let (Some(id), Some(section), Some(opening), Some(text), Some(summary)) = (id, section, opening, text, summary)
        else {
            continue;
        };
        problems.unique("clause", id, &mut ids);
        let quoted = text.text.trim();
        if quoted.is_empty() {
            problems.add(text.at, "this clause has no text: quote the policy's words", &[]);
        }
        if !quoted.starts_with(opening.text.trim_end_matches(['…', '.']).trim()) {
            problems.add(opening.at, "the opening must be the first words of the clause's text", &[]);
        }
        clauses.push(Clause {
            id: id.text.to_owned(),
            section: section.text.to_owned(),
            opening: opening.text.to_owned(),
            text: quoted.to_owned(),
            summary: summary.text.to_owned(),
            summary_cy: summary_cy.map(|line| line.text.to_owned()),
        });
    }
    clauses
}

fn read_wordings(tables: Vec<Table<'_>>, clauses: &[Clause], problems: &mut Problems<'_>) -> Vec<Wording> {
    let mut ids = Vec::new();
    let mut wordings = Vec::new();
    for mut table in tables {
        let id = table.required("id", problems);
        let usage = table.required("use", problems).and_then(|text| choose(text, USES, problems));
        let matching = table.required("match", problems).and_then(|text| choose(text, MATCHES, problems));
        let text = table.required("text", problems);
        let short = table.text("short", problems);
        let clause = table.required("clause", problems);
        table.done(problems);
        let (Some(id), Some(usage), Some(matching), Some(text), Some(clause)) = (id, usage, matching, text, clause)
        else {
            continue;
        };
        problems.unique("wording", id, &mut ids);
        find("clause", clause, clauses, |clause| &clause.id, problems);
        if let Some(short) = short
            && matching == Match::Exact
        {
            problems.add(
                short.at,
                "an exact wording cannot have a short form: take \"short\" away or say match = \"such-as\"",
                &[],
            );
        }
        wordings.push(Wording {
            id: id.text.to_owned(),
            usage,
            matching,
            text: text.text.trim().to_owned(),
            short: short.map(|short| short.text.to_owned()),
            clause: clause.text.to_owned(),
        });
    }
    wordings
}

fn read_phrases(tables: Vec<Table<'_>>, problems: &mut Problems<'_>) -> Vec<PhraseList> {
    let mut ids = Vec::new();
    let mut lists = Vec::new();
    for mut table in tables {
        let id = table.required("id", problems);
        let (words, words_at) = table.list("words", problems);
        let message = table.required("message", problems);
        let instead = table.text("instead", problems);
        table.done(problems);
        if words.is_empty() {
            problems.add(words_at, "this list has no words: give some, such as words = [\"Bluebell Ward\"]", &[]);
        }
        for word in words.iter().filter(|word| !can_be_found(word.text)) {
            problems.add(word.at, "\"{word}\" has no word that could be found: write letters", &[("word", word.text)]);
        }
        // The list counts although it has a mistake, so that duties that name it are not called wrong too.
        let Some(id) = id else { continue };
        problems.unique("phrase", id, &mut ids);
        lists.push(PhraseList {
            id: id.text.to_owned(),
            words: words.into_iter().map(|word| word.text.to_owned()).collect(),
            message: message.map_or_else(String::new, |message| message.text.trim().to_owned()),
            instead: instead.map(|instead| instead.text.to_owned()),
        });
    }
    lists
}

fn read_contacts(tables: Vec<Table<'_>>, problems: &mut Problems<'_>) -> Vec<Contact> {
    let mut ids = Vec::new();
    let mut contacts = Vec::new();
    for mut table in tables {
        let id = table.required("id", problems);
        let name = table.required("name", problems);
        let email = table.text("email", problems).map(|email| email.text.to_owned());
        let phone = table.text("phone", problems).map(|phone| phone.text.to_owned());
        let misspelt = table.switch("misspelt", problems);
        let (about, _) = table.list("about", problems);
        table.done(problems);
        let (Some(id), Some(name)) = (id, name) else { continue };
        problems.unique("contact", id, &mut ids);
        contacts.push(Contact {
            id: id.text.to_owned(),
            name: name.text.to_owned(),
            mailto: email.is_some() && !misspelt,
            email,
            phone,
            about: about.into_iter().filter_map(|id| known_family(id, problems)).map(|family| family.id).collect(),
        });
    }
    contacts
}

fn read_duty(
    mut table: Table<'_>,
    clauses: &[Clause],
    wordings: &[Wording],
    lists: &[PhraseList],
    problems: &mut Problems<'_>,
) -> Option<Duty> {
    let table_at = table.at;
    let family = table.required("family", problems);
    let (kinds, _) = table.list("kinds", problems);
    let (phrases, phrases_at) = table.list("phrases", problems);
    let capacities = table.choices("capacities", CAPACITIES, problems);
    let surfaces = table.choices("surfaces", SURFACES, problems);
    let when = table.choices("when", CONDITIONS, problems);
    let severity = table.required("severity", problems).and_then(|text| choose(text, SEVERITIES, problems));
    let (clause_ids, clauses_at) = table.list("clauses", problems);
    let (wording_ids, _) = table.list("wordings", problems);
    table.done(problems);
    let family = family.and_then(|family| known_family(family, problems))?;
    let kinds = kinds.into_iter().filter_map(|kind| known_kind(kind, family, problems)).collect();
    if family.id == FAMILY && lists.is_empty() && phrases.is_empty() {
        problems.add(
            table_at,
            "{family} finds only words that the pack lists: add a [[phrase]] list",
            &[("family", FAMILY)],
        );
    }
    if family.id != FAMILY && !phrases.is_empty() {
        problems.add(
            phrases_at,
            "only family = \"{family}\" looks for phrases: take this line away",
            &[("family", FAMILY)],
        );
    }
    let phrases = phrases.into_iter().filter_map(|id| find("phrase", id, lists, |list| &list.id, problems)).collect();
    if clause_ids.is_empty() {
        problems.add(clauses_at, "every duty needs a clause: name the clause that says this", &[]);
    }
    let clauses = clause_ids.into_iter().filter_map(|id| find("clause", id, clauses, |clause| &clause.id, problems));
    let clauses = clauses.collect();
    let wordings =
        wording_ids.into_iter().filter_map(|id| find("wording", id, wordings, |wording| &wording.id, problems));
    let wordings = wordings.collect();
    Some(Duty { family, kinds, phrases, capacities, surfaces, when, severity: severity?, clauses, wordings })
}

fn known_kind(kind: Text<'_>, family: &'static Family, problems: &mut Problems<'_>) -> Option<&'static str> {
    let known = family.kinds.iter().find(|known| **known == kind.text).copied();
    if known.is_none() {
        let kinds = family.kinds.join(", ");
        problems.add(
            kind.at,
            "\"{kind}\" is no kind of {family}: its kinds are {kinds}",
            &[("kind", kind.text), ("family", family.id), ("kinds", &kinds)],
        );
    }
    known
}

fn known_family(id: Text<'_>, problems: &mut Problems<'_>) -> Option<&'static Family> {
    let found = family(id.text);
    if found.is_none() {
        dangling(problems, "family", id, FAMILIES.iter().map(|family| family.id));
    }
    found
}

/// The index of what an id names; a problem where it names nothing.
fn find<T>(
    what: &str,
    id: Text<'_>,
    among: &[T],
    name: impl Fn(&T) -> &String,
    problems: &mut Problems<'_>,
) -> Option<usize> {
    let found = among.iter().position(|item| name(item) == id.text);
    if found.is_none() {
        dangling(problems, what, id, among.iter().map(|item| name(item).as_str()));
    }
    found
}

/// Notes a name that leads nowhere, with the nearest one that exists.
fn dangling<'a>(problems: &mut Problems<'_>, what: &str, id: Text<'_>, known: impl Iterator<Item = &'a str>) {
    let nearest = known.map(|known| (distance(id.text, known), known)).min();
    match nearest {
        Some((gap, known)) if gap * 2 <= id.text.len() => problems.add(
            id.at,
            "there is no {table} \"{id}\": did you mean \"{known}\"?",
            &[("table", what), ("id", id.text), ("known", known)],
        ),
        _ => problems.add(
            id.at,
            "there is no {table} \"{id}\": add that {table} or correct the name",
            &[("table", what), ("id", id.text)],
        ),
    }
}

/// Edit distance, for hints only; names are short.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &to) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(from != to)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

fn is_iso_date(text: &str) -> bool {
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && (1..=12).contains(&month.parse::<u32>().unwrap_or(0))
        && (1..=31).contains(&day.parse::<u32>().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[policy]
id = "example"
title = "Policy"
organisation = "Example Trust"

[[clause]]
id = "1-kind"
section = "1"
opening = "Be kind"
text = "Be kind to everybody."
summary = "Be kind."

[[duty]]
family = "abuse"
severity = "warn"
clauses = ["1-kind"]
"#;

    fn problem(source: &str) -> String {
        Pack::parse(source, "example.toml").unwrap_err().to_string()
    }

    #[test]
    fn a_good_pack_is_read() {
        let pack = Pack::parse(GOOD, "example.toml").unwrap();
        assert!(pack.speaks_to("abuse"));
        assert!(pack.silent_on().any(|family| family.id == "logo"));
    }

    #[test]
    fn a_broken_pack_is_refused_with_its_line_and_the_mend() {
        for (from, to, message) in [
            (
                "family = \"abuse\"",
                "family = \"abus\"",
                "example.toml:15:10: there is no family \"abus\": did you mean \"abuse\"?",
            ),
            (
                "clauses = [\"1-kind\"]",
                "clauses = [\"1-kin\"]",
                "example.toml:17:12: there is no clause \"1-kin\": did you mean \"1-kind\"?",
            ),
            ("clauses = [\"1-kind\"]", "clauses = []", "every duty needs a clause"),
            ("severity = \"warn\"", "severity = \"loud\"", "unknown variant `loud`"),
            ("section = \"1\"\n", "", "missing field `section`"),
            ("title = \"Policy\"", "title = Policy", "this is not valid TOML"),
            ("title = \"Policy\"", "title = \"Policy\"\ncolour = \"red\"", "unknown field `colour`"),
            ("severity = \"warn\"", "severity = \"warn\"\nkinds = [\"insults\"]", "\"insults\" is no kind of abuse"),
            ("opening = \"Be kind\"", "opening = \"Be nice\"", "the opening must be the first words"),
        ] {
            assert!(GOOD.contains(from));
            let told = problem(&GOOD.replacen(from, to, 1));
            assert!(told.contains(message), "{told}");
        }
    }

    const OWN: &str = "[[phrase]]\nid = \"wards\"\nwords = [\"Bluebell Ward\"]\nmessage = \"A ward.\"\n";
    const OWN_DUTY: &str =
        "[[duty]]\nfamily = \"own-rule\"\nphrases = [\"wards\"]\nseverity = \"warn\"\nclauses = [\"1-kind\"]\n";

    #[test]
    fn a_pack_may_have_words_of_its_own_and_families_that_stay_on() {
        let source = format!("{GOOD}{OWN}{OWN_DUTY}").replacen("[[clause]]", "keep_on = [\"abuse\"]\n[[clause]]", 1);
        let pack = Pack::parse(&source, "example.toml").unwrap();
        assert_eq!(pack.keep_on, ["abuse"]);
        assert_eq!(pack.duties[1].phrases, [0]);
    }

    #[test]
    fn words_of_its_own_that_lead_nowhere_are_refused() {
        for (source, message) in [
            (format!("{GOOD}{OWN}"), "no duty says what these words mean"),
            (format!("{GOOD}{OWN_DUTY}"), "there is no phrase \"wards\""),
            (format!("{GOOD}{}", OWN_DUTY.replace("phrases = [\"wards\"]\n", "")), "add a [[phrase]] list"),
            (format!("{GOOD}{OWN}{}", OWN_DUTY.replace("[\"wards\"]", "[\"ward\"]")), "did you mean \"wards\"?"),
            (format!("{GOOD}{}{OWN_DUTY}", OWN.replace("[\"Bluebell Ward\"]", "[]")), "this list has no words"),
            (format!("{GOOD}{}{OWN_DUTY}", OWN.replace("Bluebell Ward", "# !")), "no word that could be found"),
            (format!("{GOOD}phrases = [\"wards\"]\n{OWN}{OWN_DUTY}"), "only family = \"own-rule\" looks for phrases"),
            (GOOD.replacen("[[clause]]", "keep_on = [\"abus\"]\n[[clause]]", 1), "did you mean \"abuse\"?"),
        ] {
            let told = problem(&source);
            assert!(told.contains(message), "{told}");
            assert_eq!(told.lines().count(), 1, "{told}");
        }
    }

    #[test]
    fn what_would_slow_typing_down_is_refused() {
        let many = |count: usize| vec!["\"ward\""; count].join(", ");
        let phrases = |count| format!("{GOOD}{}{OWN_DUTY}", OWN.replace("\"Bluebell Ward\"", &many(count)));
        assert!(Pack::parse(&phrases(MOST_PHRASES), "example.toml").is_ok());
        let told = problem(&phrases(MOST_PHRASES + 1));
        assert!(told.contains("at most 2000 can be looked for"), "{told}");
        let names = format!("names = [{}]\n[[clause]]", many(MOST_NAMES + 1));
        let told = problem(&GOOD.replacen("[[clause]]", &names, 1));
        assert!(told.contains("501 names here"), "{told}");
    }

    #[test]
    fn a_file_that_is_no_pack_is_refused_soon_however_long_it_is() {
        let told = problem(&"x".repeat(LONGEST + 1));
        assert!(told.contains("at most 1 MB") && told.lines().count() == 1, "{told}");
        assert!(problem(&"[[".repeat(LONGEST / 2)).lines().count() <= MOST_PROBLEMS);
        assert!(problem(&"a = [".repeat(LONGEST / 5)).lines().count() <= MOST_PROBLEMS);
        assert!(problem(&"[[duty]]\n".repeat(LONGEST / 9)).lines().count() <= MOST_PROBLEMS);
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let told = problem(&GOOD.replace("\"abuse\"", "\"abus\"").replace("[\"1-kind\"]", "[\"2\"]"));
        // The unknown family hides what else its duty says.
        assert_eq!(told.lines().count(), 1);
        let twice = format!(
            "{GOOD}\n[[duty]]\nfamily = \"x\"\nseverity = \"warn\"\nclauses = []\n[[duty]]\nfamily = \"logos\"\nseverity = \"warn\"\nclauses = []\n"
        );
        assert_eq!(problem(&twice).lines().count(), 2);
    }
}
