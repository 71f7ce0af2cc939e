//! `lozenge check` as a person or a script meets it.

mod run;

use run::{Scratch, lozenge, lozenge_with};
use serde_json::{Value, json};

const IDENTIFYING: &str = "The patient in bay 4 is Mrs Margaret Adeyemi, NHS number 943 476 5919.";
const HARMLESS: &str = "Lovely walk along the river this morning.";

fn line(value: Value) -> String {
    format!("{value}\n")
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn answers(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_harmless_text_ends_with_0() {
    let ran = lozenge(&["check", HARMLESS]);
    assert_eq!(ran.status, 0, "{}", ran.everything());
}

#[test]
fn an_identifying_text_ends_with_1_and_shows_place_and_clause() {
    let ran = lozenge(&["check", "--policy", "nhs-trust", IDENTIFYING]);
    assert_eq!(ran.status, 1, "{}", ran.everything());
    assert!(ran.out.contains("patient-identifier"), "{}", ran.out);
    assert!(ran.out.contains("~~~~~~~~~~~~"), "{}", ran.out);
    assert!(ran.out.contains("\n  | "), "{}", ran.out);
}

#[test]
fn json_is_the_report() {
    let ran = lozenge(&["check", "--format", "json", "--policy", "nhs-trust", IDENTIFYING]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["policy"], "nhs-trust");
    assert_eq!(report["holds"], "stop");
    let finding =
        report["findings"].as_array().unwrap().iter().find(|finding| finding["kind"] == "nhs-number").unwrap();
    let span = &finding["spans"][0];
    let text: Vec<u16> = IDENTIFYING.encode_utf16().collect();
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    assert_eq!(String::from_utf16(&text[start..end]).unwrap(), span["quote"].as_str().unwrap());
}

#[test]
fn findings_speak_welsh_and_clauses_stay_as_quoted() {
    let told = |language: &str| {
        let ran = lozenge(&["check", "--language", language, "--policy", "nhs-trust", IDENTIFYING]);
        assert_eq!(ran.status, 1, "{}", ran.everything());
        ran.out
    };
    let (english, welsh) = (told("en"), told("cy"));
    assert!(english.contains("looks like an NHS number") && welsh.contains("edrych fel rhif GIG"), "{welsh}");
    assert!(english.contains("You could: Take the number out"), "{english}");
    assert!(welsh.contains("You could: Tynnu’r rhif allan"), "{welsh}");
    let clauses = |told: &str| -> Vec<String> {
        told.lines().filter(|line| line.starts_with("  | ")).map(str::to_owned).collect()
    };
    assert!(!clauses(&english).is_empty());
    assert_eq!(clauses(&english), clauses(&welsh));
}

#[test]
fn an_argument_that_names_a_file_is_the_file() {
    let scratch = Scratch::new();
    let text = scratch.file("post.txt", IDENTIFYING);
    assert_eq!(lozenge(&["check", "--policy", "nhs-trust", &text]).status, 1);
    let draft = scratch.file("draft.json", &json!({"text": IDENTIFYING, "organisation": "nhs-trust"}).to_string());
    assert_eq!(lozenge(&["check", &draft]).status, 1);
}

#[test]
fn a_dash_is_standard_input() {
    assert_eq!(lozenge_with(&["check", "--policy", "nhs-trust", "-"], IDENTIFYING).status, 1);
    assert_eq!(lozenge_with(&["check", "--policy", "nhs-trust"], HARMLESS).status, 0);
}

#[test]
fn lines_are_answered_in_order_and_a_bad_one_does_not_stop_the_rest() {
    let input = [
        line(json!({"id": "a", "text": HARMLESS, "labels": []})),
        "not a draft\n".to_owned(),
        line(json!({"id": "c", "text": IDENTIFYING, "organisation": "nhs-trust"})),
        line(json!({"id": "d", "text": 7})),
        line(json!({"id": "e", "text": HARMLESS, "organisation": "nowhere"})),
        line(json!({"text": HARMLESS})),
    ]
    .concat();
    let ran = lozenge_with(&["check", "--format", "jsonl"], &input);
    assert_eq!(ran.status, 2, "{}", ran.everything());
    let answers = answers(&ran.out);
    assert_eq!(answers.len(), 6);
    assert_eq!(answers[0], json!({"id": "a", "findings": []}));
    assert!(answers[1]["error"].is_string() && answers[1].get("id").is_none());
    assert_eq!(answers[2]["id"], "c");
    assert!(!answers[2]["findings"].as_array().unwrap().is_empty());
    assert_eq!(answers[3]["id"], "d");
    assert!(answers[3]["error"].is_string());
    assert_eq!(answers[4]["id"], "e");
    assert!(answers[4]["error"].as_str().unwrap().contains("nowhere"));
    assert_eq!(answers[5], json!({"findings": []}));
}

#[test]
fn lines_end_with_1_when_something_would_be_held_and_with_0_otherwise() {
    let held = line(json!({"text": IDENTIFYING, "organisation": "nhs-trust"}));
    let clear = line(json!({"text": HARMLESS}));
    assert_eq!(lozenge_with(&["check", "--format", "jsonl", "-"], &(clear.clone() + &held)).status, 1);
    assert_eq!(lozenge_with(&["check", "--format", "jsonl", "-"], &clear).status, 0);
    assert_eq!(lozenge_with(&["check", "--format", "jsonl", "-"], "").status, 0);
}

#[test]
fn lines_without_a_last_line_break_and_with_windows_ones_are_read() {
    let input = format!("{}\r\n\r\n{}", json!({"id": "a", "text": "x"}), json!({"id": "b", "text": "y"}));
    let ran = lozenge_with(&["check", "--format", "jsonl"], &input);
    let ids: Vec<_> = answers(&ran.out).iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn bytes_that_are_no_text_are_an_error_of_that_line_alone() {
    let mut input = b"{\"id\": \"a\", \"text\": \"\xff\"}\n".to_vec();
    input.extend(line(json!({"id": "b", "text": "y"})).bytes());
    let ran = lozenge_with(&["check", "--format", "jsonl"], input);
    assert_eq!(ran.status, 2);
    let answers = answers(&ran.out);
    assert!(answers[0]["error"].is_string());
    assert_eq!(answers[1]["id"], "b");
}

#[test]
fn the_command_line_goes_before_the_draft() {
    let draft = json!({"text": IDENTIFYING, "organisation": "elft", "capacity": "personal"}).to_string();
    let ran = lozenge_with(&["check", "--format", "json", "--policy", "nhs-trust", "--capacity", "official"], &draft);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((report["policy"].as_str(), report["capacity"].as_str()), (Some("nhs-trust"), Some("official")));
}

#[test]
fn without_a_policy_the_default_holds() {
    let ran = lozenge(&["check", "--format", "json", HARMLESS]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["policy"], "nhs-england-2017");
}

#[test]
fn a_directory_adds_colleagues() {
    let scratch = Scratch::new();
    let directory = scratch.file("people.json", &json!({"people": [{"name": "Blodwyn Quirke"}]}).to_string());
    let text = "Great day with Blodwyn Quirke at work on our ward";
    let report = |arguments: &[&str]| -> Value {
        let all = [&["check", "--format", "json", "--policy", "nhs-trust"], arguments, &[text]].concat();
        serde_json::from_str(&lozenge(&all).out).unwrap()
    };
    let named = |report: &Value| {
        report["findings"].as_array().unwrap().iter().any(|finding| {
            finding["family"] == "colleague-named"
                && finding["spans"].as_array().unwrap().iter().any(|span| span["quote"] == "Blodwyn Quirke")
        })
    };
    assert!(named(&report(&["--directory", &directory])));
    let sheet = scratch.file("people.csv", "Surname,First name,Consent\nQuirke,Blodwyn,no\nPatel,,no\n");
    assert!(named(&report(&["--directory", &sheet])));
    let ran = lozenge(&["check", "--directory", &sheet, text]);
    assert!(ran.err.contains("people.csv:3: left out: one word is too little"), "{}", ran.err);
    let broken = scratch.file("broken.json", "people");
    assert_eq!(lozenge(&["check", "--directory", &broken, text]).status, 2);
}

#[test]
fn what_cannot_be_is_said_on_standard_error_with_2() {
    let ran = lozenge(&["check", "--policy", "nowhere", HARMLESS]);
    assert_eq!(ran.status, 2);
    assert!(ran.out.is_empty());
    assert!(ran.err.contains("nhs-trust"), "{}", ran.err);
    assert_eq!(lozenge(&["check", "--capacity", "boss", HARMLESS]).status, 2);
    assert_eq!(lozenge(&["check", "--directory", "/nowhere/at/all", HARMLESS]).status, 2);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let input = line(json!({"text": IDENTIFYING, "organisation": "nhs-trust"})).repeat(2000);
    let ran = run::lozenge_cut_short(&["check", "--format", "jsonl"], input);
    assert_eq!(ran.status, 0, "{}", ran.everything());
    assert_eq!(ran.err, "");
}
