//! A trust's own policy, of which no code knows: `docs/examples/fenmoor.toml`.

mod run;

use run::lozenge_with;
use serde_json::{Value, json};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/fenmoor.toml");

/// Family, severity and section of each finding on a post by somebody whose profile says where they work.
#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn told(text: &str) -> Vec<(String, String, String)> {
    let draft = json!({"text": text, "surface": "post", "capacity": "personal", "bio": "Nurse at Fenmoor Infirmary"});
    let ran = lozenge_with(&["check", "--policy", PACK, "--format", "jsonl"], format!("{draft}\n"));
    let answer: Value = serde_json::from_str(ran.out.trim()).unwrap();
    assert!(answer["findings"].is_array(), "{}", ran.everything());
    let findings = answer["findings"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    findings
        .iter()
        .map(|one| (text(&one["family"]), text(&one["severity"]), text(&one["clauses"][0]["section"])))
        .collect()
}

fn families(text: &str) -> Vec<String> {
    told(text).into_iter().map(|(family, _, _)| family).collect()
}

#[test]
fn the_pack_is_valid() {
    let ran = run::lozenge(&["policy", "check", PACK]);
    assert_eq!(ran.status, 0, "{}", ran.everything());
}

#[test]
fn only_its_own_disclaimer_serves() {
    let asks = |text: &str| families(text).contains(&"disclaimer-missing".to_owned());
    assert!(asks("Long night shift at Fenmoor Infirmary, the team was brilliant. Views my own."));
    assert!(!asks(
        "Long night shift at Fenmoor Infirmary, the team was brilliant. Posted off duty. Not the view of Fenmoor and Saltby."
    ));
}

#[test]
fn a_ward_that_is_named_stops() {
    let wards = told("Quiet night on Kittiwake Ward");
    assert!(wards.contains(&("own-rule".to_owned(), "stop".to_owned(), "3.2".to_owned())), "{wards:?}");
    assert!(families("Back on ward 12 tonight").contains(&"own-rule".to_owned()));
    assert!(!families("Kittiwakes nest on the cliff by the sluice").contains(&"own-rule".to_owned()));
}

#[test]
fn it_says_nothing_on_politics() {
    let listed = run::lozenge(&["policy", "show", PACK]);
    assert!(listed.out.contains("Says nothing on") && listed.out.contains("politics-religion"), "{}", listed.out);
    assert!(!families("Vote Labour on Thursday if you care about the wards").contains(&"politics-religion".to_owned()));
}

#[test]
fn an_invitation_to_a_staff_group_is_held_once() {
    let groups = told("New starters, join the night shift WhatsApp group on our ward for swaps");
    assert!(groups.contains(&("own-rule".to_owned(), "warn".to_owned(), "3.3".to_owned())), "{groups:?}");
    assert_eq!(families("My running club has a WhatsApp group"), [""; 0]);
}

const GUIDE: &str = include_str!("../../../docs/own-policy.md");

#[test]
fn the_guide_shows_the_example_as_it_is() {
    let example = include_str!("../../../docs/examples/fenmoor.toml");
    let shown = GUIDE.split("```toml\n").skip(2).filter_map(|part| part.split("```").next());
    let lines: Vec<&str> = shown.flat_map(str::lines).filter(|line| line.contains(" = ")).collect();
    assert!(lines.len() > 30);
    let other: Vec<&&str> = lines.iter().filter(|line| !example.contains(**line)).collect();
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn the_guide_lists_every_family() {
    for family in lozenge_core::FAMILIES {
        let row = format!("| `{}` | {} |", family.id, family.title);
        assert!(GUIDE.contains(&row), "docs/own-policy.md lacks: {row}");
    }
}
