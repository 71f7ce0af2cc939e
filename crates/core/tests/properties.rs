//! What holds for every input: no panic, spans that lie in the text and quote
//! it, the same answer twice, and long hostile inputs that come to an end.

#![allow(clippy::unwrap_used, reason = "a test without its packs has to fail")]

use lozenge_core::{Attachment, BUILTIN_IDS, Capacity, Checker, Draft, Options, Report, Surface, builtin_pack};
use proptest::prelude::*;

fn checkers() -> Vec<Checker> {
    BUILTIN_IDS.iter().map(|id| Checker::new(builtin_pack(id).unwrap().unwrap(), Options::default())).collect()
}

/// Every span and edit lies in its part and quotes what stands there, in UTF-16 code units.
fn assert_sound(report: &Report, draft: &Draft) {
    let parts: Vec<Vec<u16>> = draft.texts().iter().map(|text| text.encode_utf16().collect()).collect();
    for finding in &report.findings {
        assert!(!finding.clauses.is_empty(), "{} names no clause", finding.family);
        assert!((0.0..=1.0).contains(&finding.confidence));
        for span in &finding.spans {
            assert_eq!(span.part.is_some(), draft.parts.is_some());
            let part = &parts[span.part.unwrap_or(0)];
            assert!(span.start < span.end && span.end <= part.len());
            assert_eq!(String::from_utf16(&part[span.start..span.end]).unwrap(), span.quote);
        }
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            let part = &parts[edit.part.unwrap_or(0)];
            assert!(edit.start <= edit.end && edit.end <= part.len());
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("patient".to_owned()),
        Just("Mrs Begum".to_owned()),
        Just("943 476 5919".to_owned()),
        Just("our ward".to_owned()),
        Just("@someone".to_owned()),
        Just("#NHSStaff".to_owned()),
        Just("👩🏽‍⚕️".to_owned()),
        Just("f***".to_owned()),
        Just("on behalf of the Trust".to_owned()),
        Just("\u{202E}\u{200B}".to_owned()),
        Just("a.b@nhs.net".to_owned()),
        Just("£4.1m".to_owned()),
        Just("\r\n\n".to_owned()),
        Just("my views".to_owned()),
        "\\PC{0,6}",
        "[0-9 ./-]{1,14}",
    ];
    prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_gets_a_sound_answer(text in prop_oneof![any::<String>(), words()], bio in prop::option::of(words()), surface in 0..4_usize) {
        let surface = [Surface::Post, Surface::Reply, Surface::Message, Surface::Edit][surface];
        let draft = Draft { surface, bio, reply_to: "@BBCNews".to_owned(), ..Draft::post(&text) };
        for checker in checkers().iter().take(2) {
            let report = checker.check(&draft);
            assert_sound(&report, &draft);
            prop_assert_eq!(&report, &checker.check(&draft));
        }
    }

    #[test]
    fn a_thread_gets_spans_in_its_parts(parts in prop::collection::vec(words(), 0..5), capacity in 0..3_usize) {
        let capacity = [Capacity::Personal, Capacity::Professional, Capacity::Official][capacity];
        let draft = Draft { parts: Some(parts), capacity, ..Draft::default() };
        for checker in checkers().iter().skip(2) {
            assert_sound(&checker.check(&draft), &draft);
        }
    }

    #[test]
    fn anything_beside_the_text_is_taken(
        alt in any::<String>(),
        previous in any::<String>(),
        name in any::<String>(),
        theirs in prop_oneof![any::<String>(), words()],
    ) {
        let draft = Draft {
            attachments: vec![Attachment { alt: Some(alt), ..Attachment::default() }],
            previous: Some(previous),
            display_name: Some(name.clone()),
            reply_to: name,
            reply_to_text: Some(theirs.clone()),
            quoted: Some(theirs),
            ..Draft::post("hello")
        };
        for checker in checkers() {
            assert_sound(&checker.check(&draft), &draft);
        }
    }

    #[test]
    fn any_pack_text_is_read_or_refused_with_a_place(source in any::<String>()) {
        if let Err(error) = lozenge_core::Pack::parse(&source, "own.toml") {
            prop_assert!(error.problems.iter().all(|problem| problem.line >= 1 && problem.column >= 1 && !problem.fault.to_string().is_empty()));
        }
    }
}

/// Whoever is answered or quoted may have written anything: it is never held against the author, and takes no longer.
#[test]
fn a_hostile_post_that_is_answered_or_quoted_raises_nothing_of_its_own() {
    let theirs = "<img src=x onerror=alert(1)> Mrs Begum, NHS number 943 476 5919, is a f***ing liar. ".repeat(10_000);
    for checker in checkers() {
        let plain = checker.check(&Draft { surface: Surface::Reply, ..Draft::post("Thank you, this is kind.") });
        let draft = Draft {
            surface: Surface::Reply,
            reply_to: "@somebody".to_owned(),
            reply_to_text: Some(theirs.clone()),
            quoted: Some(theirs.clone()),
            ..Draft::post("Thank you, this is kind.")
        };
        let report = checker.check(&draft);
        assert_sound(&report, &draft);
        assert_eq!(report.holds, plain.holds);
        assert!(!format!("{report:?}").contains("onerror"));
    }
}

/// A megabyte of one thing. A checker that is not linear does not come to the end of these.
#[test]
fn a_megabyte_of_one_thing_comes_to_an_end() {
    let checker = &checkers()[0];
    for piece in [
        "a",
        "A",
        "1",
        " ",
        "\n",
        ".",
        "@",
        "#a",
        "💙",
        "\u{200B}",
        "'",
        "*",
        "1a",
        "a1",
        "www.",
        "http://",
        "a@",
        "we ",
        "Mr ",
        "1 ",
        "A.",
        "our ward ",
        "she was ",
        "Anna ",
        "943 476 5919 ",
        "f***",
        "(",
        "my views ",
        "é",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let draft = Draft::post(&text);
        assert_sound(&checker.check(&draft), &draft);
    }
}

/// Every draft of the development set as it stands after each word is typed, and as what is left when its beginning
/// is cut away: a checker that looks one word too far fails where the text ends.
#[test]
fn a_draft_is_checked_after_every_word() {
    let checker = &checkers()[0];
    let corpus = include_str!("../../../tests/corpus/drafts.jsonl");
    for line in corpus.lines() {
        let draft: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = draft["text"].as_str().unwrap();
        let ends = text.char_indices().filter(|(_, sign)| !sign.is_alphanumeric()).map(|(at, _)| at);
        for end in ends.chain([text.len()]) {
            for part in [&text[..end], &text[end..]] {
                let draft = Draft::post(part);
                assert_sound(&checker.check(&draft), &draft);
            }
        }
    }
}
