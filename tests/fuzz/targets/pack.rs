//! Any text is read as a pack or refused with the place of every problem; a pack that is read can be checked with.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lozenge_core::{Capacity, Checker, Draft, Options, Pack, Surface};

const DRAFTS: &[&str] = &[
    "My views: Mrs Begum, 943 476 5919, on our ward tonight. @someone #NHS",
    "Embargoed until Monday. Vote Labour, you idiot. Email me at a.b@nhs.net",
    "",
];

fuzz_target!(|data: &[u8]| {
    let Ok(source) = std::str::from_utf8(data) else { return };
    match Pack::parse(source, "own.toml") {
        Ok(pack) => {
            let checker = Checker::new(pack, Options::default());
            for text in DRAFTS {
                for (surface, capacity) in [(Surface::Post, Capacity::Personal), (Surface::Message, Capacity::Official)]
                {
                    let draft = Draft { surface, capacity, bio: Some(String::new()), ..Draft::post(text) };
                    lozenge_fuzz::assert_sound(&checker.check(&draft), &draft);
                }
            }
        }
        Err(error) => {
            assert!(!error.problems.is_empty(), "refused without a reason");
            let lines = source.split('\n').count();
            for problem in &error.problems {
                assert!((1..=lines).contains(&problem.line), "line {} of {lines}", problem.line);
                assert!(problem.column >= 1 && !problem.fault.to_string().is_empty());
            }
        }
    }
});
