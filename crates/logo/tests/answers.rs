//! The answers to drawn pictures, kept in a file that the test of the WebAssembly module reads too, so that both give the
//! same to the last bit. `UPDATE_ANSWERS=1 cargo test -p lozenge-logo --test answers` writes the file anew.

use std::fs;

use lozenge_logo::{Outcome, find};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/answers.jsonl");
const LETTERS: &[u8] = include_bytes!("../data/letters.bin");
/// Pictures; `crates/wasm/tests/logo.test.ts` draws the same.
const COUNT: u32 = 16;
const WIDTH: u32 = 360;
const HEIGHT: u32 = 240;

/// Pseudo-random numbers that JavaScript's 32-bit integers can make too.
struct Next(u32);

impl Next {
    fn below(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % below
    }
}

/// Paper with grain; on most, the logo in cells of whole pixels, in one of four inks.
fn picture(number: u32) -> Vec<u8> {
    let mut next = Next(number);
    let inks = [
        ([0, 94, 184], [255, 255, 255]),
        ([250, 250, 250], [0, 94, 184]),
        ([20, 20, 20], [245, 245, 245]),
        ([190, 20, 30], [60, 60, 60]),
    ];
    let (plate, ink) = inks[(number % 4) as usize];
    let cell = 1 + number / 4;
    let (left, top) = (next.below(WIDTH - 56 * cell), next.below(HEIGHT - 24 * cell));
    let mut out = Vec::new();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let grain = next.below(30);
            let (column, row) = (x.wrapping_sub(left) / cell, y.wrapping_sub(top) / cell);
            for part in 0..3 {
                let value = if column < 56 && row < 24 {
                    let cover = u32::from(LETTERS[(row * 56 + column) as usize]);
                    (plate[part] * (255 - cover) + ink[part] * cover) / 255
                } else {
                    150 + 20 * part as u32 + grain
                };
                out.push(value.min(255) as u8);
            }
            out.push(255);
        }
    }
    out
}

#[test]
fn the_answers_are_those_on_file() {
    let answers = (0..COUNT).map(|number| find(&picture(number), WIDTH, HEIGHT).unwrap());
    let lines: Vec<String> = answers.map(|answer| serde_json::to_string(&answer).unwrap()).collect();
    let text = lines.join("\n") + "\n";
    if std::env::var_os("UPDATE_ANSWERS").is_some() {
        fs::write(FILE, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(FILE).unwrap());
}

#[test]
fn large_drawn_logos_are_seen_where_they_are() {
    // The last eight are 168 and 224 pixels wide.
    for number in [8, 9, 10, 12, 13, 14] {
        let found = find(&picture(number), WIDTH, HEIGHT).unwrap();
        assert_eq!(found.outcome, Outcome::Shown, "{number}: {found:?}");
        let mut next = Next(number);
        let cell = 1 + number / 4;
        let (left, top) = (next.below(WIDTH - 56 * cell) as f32, next.below(HEIGHT - 24 * cell) as f32);
        let (right, bottom) = (left + (56 * cell) as f32, top + (24 * cell) as f32);
        let true_quad = [[left, top], [right, top], [right, bottom], [left, bottom]];
        for (found, wanted) in found.quad.unwrap().iter().zip(true_quad) {
            let away = (found[0] - wanted[0]).abs().max((found[1] - wanted[1]).abs());
            assert!(away < 5.0 * cell as f32, "{number}: {found:?} should be {wanted:?}");
        }
    }
}
