//! Direct identifiers in the shapes in which people write them, and what only looks like one.

#![allow(clippy::unwrap_used, reason = "a test without its packs has to fail")]

use lozenge_core::{Checker, Draft, Options, builtin_pack};

/// Families that a number or an address is found as.
const FAMILIES: &[&str] = &["patient-identifier", "contact-details", "colleague-named"];

/// What of a text is taken for an identifier.
fn found(text: &str) -> Vec<String> {
    let checker = Checker::new(builtin_pack("nhs-england-2017").unwrap().unwrap(), Options::default());
    let draft = Draft { bio: Some("Views my own.".to_owned()), ..Draft::post(text) };
    let report = checker.check(&draft);
    let identifying = report.findings.iter().filter(|finding| FAMILIES.contains(&finding.family));
    identifying.flat_map(|finding| finding.spans.iter().map(|span| span.quote.clone())).collect()
}

/// In each text, what stands between brackets is found.
#[track_caller]
fn assert_found(marked: &[&str]) {
    for text in marked {
        let (before, rest) = text.split_once('[').unwrap();
        let (quote, after) = rest.split_once(']').unwrap();
        let plain = format!("{before}{quote}{after}");
        let quotes = found(&plain);
        assert!(quotes.iter().any(|one| one.contains(quote) || quote.contains(one.as_str())), "{text}: {quotes:?}");
    }
}

#[track_caller]
fn assert_silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_postcode_with_wide_gaps_or_none() {
    assert_found(&[
        "My patient lives in [NE29  0HF] on her own",
        "He was discharged to [NE290HF] with no carers",
        "our patient went home to [wn11 6as] in a taxi",
    ]);
    assert_silent(&["Bus E1 2 nights running", "MP3 4GB for sale", "The fun run starts at the Infirmary, EH16 4SA"]);
}

#[test]
fn an_address_in_any_case() {
    assert_found(&[
        "The patient lives at [14b larch grove]",
        "No answer at [flat 2, 18 kestrel close], police called",
        "She was discharged to [9 Heol y Bryn] with no carers",
        "He lives at [129 Church View] with his mum",
    ]);
    assert_silent(&["A 30 mile drive for a 4 lane road", "3 close friends at the leaving do", "20 Green Park runners"]);
}

#[test]
fn a_date_of_birth_behind_a_stop_a_break_or_a_slip() {
    assert_found(&[
        "D.O.B. [4th April 1951] for the lady in bed 4",
        "patient Begum dob\n[27/02/1987]",
        "date of birht [15 Nov 1932], can someone check",
        "pt ([12/03/1985]) needs a bed",
    ]);
    assert_silent(&["The conference is on 12/03/2027", "Appraisals due 1/4/2026 for band 6"]);
}

#[test]
fn a_labelled_birth_is_found_whoever_the_names_before_it_are() {
    assert_found(&[
        "The clerk read out Mr Bright's swab across the waiting room, DOB [3/5/1961]",
        "Adele was playing when they called her name and dob, [14/02/1978], over the tannoy",
    ]);
}

#[test]
fn a_record_number_in_two_groups_or_by_its_shape() {
    assert_found(&[
        "Hosp no [815-4848], where are the notes",
        "[K1234567] is waiting for theatre",
        "Anyone seen the notes for [4460580]?",
    ]);
    assert_silent(&["Batch K123456 recalled", "Cochrane review CD043274 is out", "Invoice 815-4848 paid twice"]);
}

#[test]
fn a_national_insurance_number_with_dashes() {
    assert_found(&["Her NI number is [SN-13-57-91-A]"]);
}

#[test]
fn numbers_inside_longer_numbers_are_let_be() {
    assert_silent(&["Read 978-0-144-54411-7 by Friday", "Version 10.0.19045.3570 broke login", "r = 0.9434765919"]);
}

#[test]
fn an_identity_band_is_a_patients() {
    assert_found(&["ID band reads [943 476 5919]", "Handover note said [9434765919], please ring the ward"]);
    assert_silent(&["Order id 943 476 5919, please ring the shop"]);
}

#[test]
fn a_sample_of_blood_is_no_sample_number() {
    assert_found(&["Lost a sample in Paisley, chi no [0109839994]"]);
}
