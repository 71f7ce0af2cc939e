//! Native speed of the checker: `cargo bench -p lozenge-core`.
//!
//! Drafts are the development corpus, cut and joined to the length named.

#![allow(clippy::expect_used, reason = "a benchmark without its input has to stop")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use lozenge_core::{Checker, Directory, Draft, List, Options, builtin_pack};

fn main() {
    divan::main();
}

fn corpus() -> Vec<String> {
    include_str!("../../../tests/corpus/drafts.jsonl")
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|draft| draft["text"].as_str().map(str::to_owned))
        .collect()
}

/// Drafts of about `length` bytes, made of whole corpus texts.
fn drafts(length: usize) -> Vec<Draft> {
    let mut all = Vec::new();
    let mut text = String::new();
    for piece in corpus() {
        text.push_str(&piece);
        text.push(' ');
        while text.len() >= length {
            let mut end = length;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let rest = text.split_off(end);
            all.push(Draft { bio: Some("Nurse. Views my own.".to_owned()), ..Draft::post(&text) });
            text = rest;
        }
    }
    all
}

fn checker(people: usize) -> Checker {
    let pack = builtin_pack("nhs-england-2017").expect("built in").expect("valid");
    let lists = vec![List(list(people).into_bytes())];
    Checker::new(pack, Options { directory: Directory { lists, ..Directory::default() }, ..Options::default() })
}

/// Colleagues with common names, so that what begins like one of them is looked up, and with all that can be known.
fn list(people: usize) -> String {
    const GIVEN: &[&str] = &["Sarah", "Will", "Grace", "Mohammed", "Mark", "Ngozi", "Rose", "Sian", "Tom", "May"];
    const SURNAME: &[&str] = &["Smith", "Patel", "Long", "Jones", "Day", "Okafor", "Ward", "O'Shea", "Price", "Green"];
    let person = |number: usize| {
        let (given, surname) = (GIVEN[number % 10], SURNAME[number / 10 % 10]);
        format!("n,{given}{},{surname}{},Pref{number},handle{number}\n", number / 1000, number / 100)
    };
    let common = |number: usize| format!("n,{},{}\n", GIVEN[number % 10], SURNAME[number / 10 % 10]);
    (0..people).map(|number| if number < 100 { common(number) } else { person(number) }).collect()
}

fn throughput(bencher: Bencher<'_, '_>, drafts: &[Draft], checker: &Checker) {
    let bytes: usize = drafts.iter().map(|draft| draft.texts().iter().map(|text| text.len()).sum::<usize>()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for draft in drafts {
            black_box(checker.check(black_box(draft)));
        }
    });
}

#[divan::bench]
fn drafts_of_280_bytes(bencher: Bencher<'_, '_>) {
    throughput(bencher, &drafts(280), &checker(0));
}

#[divan::bench]
fn drafts_of_280_bytes_with_100_000_colleagues(bencher: Bencher<'_, '_>) {
    throughput(bencher, &drafts(280), &checker(100_000));
}

#[divan::bench]
fn ready_with_100_000_colleagues(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| checker(black_box(100_000)));
}

#[divan::bench]
fn posts_of_3_000_bytes(bencher: Bencher<'_, '_>) {
    throughput(bencher, &drafts(3_000), &checker(0));
}

#[divan::bench]
fn one_draft_of_280_bytes(bencher: Bencher<'_, '_>) {
    let drafts = drafts(280);
    let checker = checker(0);
    let mut next = drafts.iter().cycle();
    bencher.bench_local(|| black_box(checker.check(next.next().expect("never ends"))));
}
