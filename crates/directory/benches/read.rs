//! Native speed of reading a directory: `cargo bench -p lozenge-directory`.

#![allow(clippy::expect_used, reason = "a benchmark without its input has to stop")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use lozenge_directory::Reader;

fn main() {
    divan::main();
}

#[divan::bench]
fn a_sheet_of_100_000_colleagues(bencher: Bencher<'_, '_>) {
    let rows: String = (0..100_000)
        .map(|number| {
            format!("Family{number},Given{},Pref{number},@handle{number},Ward {number},yes\r\n", number % 977)
        })
        .collect();
    let sheet = format!("Surname,First name,Known as,Twitter,Department,Consent\r\n{rows}");
    bencher.counter(ItemsCount::new(100_000_usize)).bench_local(|| {
        let mut reader = Reader::new(black_box(sheet.clone().into_bytes())).expect("text");
        while reader.read(2_000).expect("not too many") < 1.0 {}
        black_box(reader.finish())
    });
}
