//! Native speed on a picture of a megapixel: `cargo bench -p lozenge-logo`.

#![allow(clippy::expect_used, reason = "a benchmark without its input has to stop")]

use divan::{Bencher, black_box};
use lozenge_logo::find;

const WIDTH: u32 = 1250;
const HEIGHT: u32 = 800;

fn main() {
    divan::main();
}

/// Hills of light and shade with grain and a thousand boxes of all sizes and colours, many of them blue with white in
/// them: more to look at than most photographs have.
fn busy() -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % below
    };
    let mut pixels = Vec::new();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let hill = (x / 5 + y / 3) % 120 + next(24);
            pixels.push([hill as u8 + 40, hill as u8 + 60, hill as u8 + 50, 255]);
        }
    }
    for _ in 0..1000 {
        let (left, top, size) = (next(WIDTH), next(HEIGHT), 4 + next(60));
        let colour =
            if next(3) == 0 { [0, 94, 184, 255] } else { [next(256) as u8, next(256) as u8, next(256) as u8, 255] };
        for y in top..(top + size / 2).min(HEIGHT) {
            for x in left..(left + size).min(WIDTH) {
                let letter = (x - left) * 7 / size % 2 == 1 && y > top + 2;
                pixels[(y * WIDTH + x) as usize] = if letter { [255; 4] } else { colour };
            }
        }
    }
    pixels.into_flattened()
}

#[divan::bench]
fn a_megapixel_of_clutter(bencher: Bencher<'_, '_>) {
    let rgba = busy();
    bencher.bench_local(|| find(black_box(&rgba), WIDTH, HEIGHT).expect("a picture"));
}

#[divan::bench]
fn a_megapixel_of_paper(bencher: Bencher<'_, '_>) {
    let rgba = vec![240; (4 * WIDTH * HEIGHT) as usize];
    bencher.bench_local(|| find(black_box(&rgba), WIDTH, HEIGHT).expect("a picture"));
}

#[divan::bench]
fn twelve_megapixels_of_paper(bencher: Bencher<'_, '_>) {
    let rgba = vec![240; 4 * 4000 * 3000];
    bencher.bench_local(|| find(black_box(&rgba), 4000, 3000).expect("a picture"));
}
