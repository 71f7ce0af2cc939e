//! `lozenge policy` and `lozenge explain`.

mod run;

use run::{Scratch, lozenge};

#[test]
fn lists_the_five_and_says_which_is_replaced() {
    let ran = lozenge(&["policy", "list"]);
    assert_eq!(ran.status, 0);
    assert_eq!(ran.out.lines().count(), 5);
    for id in ["nhs-england-2013", "nhs-england-2017", "nhs-trust", "north-tyneside-ccg", "elft"] {
        assert!(ran.out.lines().any(|line| line.starts_with(id)), "{id} is not in\n{}", ran.out);
    }
}

#[test]
fn shows_a_policy_or_one_section_of_it() {
    let whole = lozenge(&["policy", "show", "nhs-trust"]);
    assert_eq!(whole.status, 0);
    let first = whole.out.lines().find(|line| line.contains(" [")).unwrap();
    let section = first.split(' ').next().unwrap();
    let part = lozenge(&["policy", "show", "nhs-trust", section]);
    assert_eq!(part.status, 0);
    assert!(part.out.contains(first));
    assert!(part.out.len() < whole.out.len());
}

#[test]
fn a_section_that_is_not_there_is_answered_with_those_that_are() {
    let ran = lozenge(&["policy", "show", "nhs-trust", "99.99"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("99.99") && ran.err.contains("it has"), "{}", ran.err);
}

#[test]
fn a_valid_file_is_called_valid() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/elft.toml");
    let ran = lozenge(&["policy", "check", file]);
    assert_eq!(ran.status, 0, "{}", ran.everything());
    assert!(ran.out.contains("valid"));
}

#[test]
fn a_new_file_is_valid_and_nothing_is_written_over() {
    let scratch = Scratch::new();
    let file = scratch.path("my-trust.toml");
    assert_eq!(lozenge(&["policy", "new", &file]).status, 0);
    let checked = lozenge(&["policy", "check", &file]);
    assert_eq!(checked.status, 0, "{}", checked.everything());
    assert_eq!(lozenge(&["check", "--policy", &file, "A quiet night on Ward 7"]).status, 1);
    let written = std::fs::read_to_string(&file).unwrap();
    let again = lozenge(&["policy", "new", &file]);
    assert!(again.status == 2 && again.err.contains("left as it is"), "{}", again.everything());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    assert_eq!(lozenge(&["policy", "new"]).out, written);
}

#[test]
fn a_broken_file_is_refused_with_file_and_line() {
    let scratch = Scratch::new();
    let file = scratch.file("broken.toml", "[policy]\nid = \"broken\"\ntitle = 3\n");
    let ran = lozenge(&["policy", "check", &file]);
    assert_eq!(ran.status, 1, "{}", ran.everything());
    assert!(ran.out.contains(&format!("{file}:3:")), "{}", ran.out);
    assert_eq!(lozenge(&["policy", "check", "/nowhere/at/all.toml"]).status, 2);
}

#[test]
fn a_pack_in_a_file_serves_as_a_policy() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/elft.toml");
    assert_eq!(lozenge(&["check", "--policy", file, "Lovely walk by the river."]).status, 0);
}

#[test]
fn explains_a_family_policy_by_policy() {
    let ran = lozenge(&["explain", "disclaimer-missing"]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.contains("\n### elft\n\nSays nothing on this."), "{}", ran.out);
    assert!(ran.out.contains("\n### nhs-trust\n\n- `advise`: "), "{}", ran.out);
    let unknown = lozenge(&["explain", "weather"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("patient-identifier"));
}
