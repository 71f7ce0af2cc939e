//! Any pixels are answered. The first two bytes are width and height, the third how far the rest is drawn out:
//! each further byte is one of eight colours for a run of pixels.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lozenge_logo::{Outcome, find};

const COLOURS: [[u8; 4]; 8] = [
    [0, 94, 184, 255],
    [255; 4],
    [0, 0, 0, 255],
    [65, 182, 230, 255],
    [120, 130, 140, 40],
    [200, 0, 0, 255],
    [0, 60, 140, 255],
    [0, 0, 0, 0],
];

fuzz_target!(|data: &[u8]| {
    let [width, height, stretch, rest @ ..] = data else { return };
    let (width, height) = (usize::from(*width) + 1, usize::from(*height) + 1);
    let run = usize::from(stretch % 16) + 1;
    let mut pixels = rest.iter().flat_map(|byte| {
        let colour = COLOURS[usize::from(byte & 7)];
        std::iter::repeat_n(colour, run * (usize::from(byte >> 3) + 1))
    });
    let rgba: Vec<u8> = (0..width * height).flat_map(|_| pixels.next().unwrap_or([0, 94, 184, 255])).collect();
    let verdict = find(&rgba, width as u32, height as u32).expect("as many bytes as it says");
    assert!((0.0..=1.0).contains(&verdict.score));
    assert_eq!(verdict.quad.is_some(), verdict.outcome != Outcome::Absent);
    assert!(verdict.quad.into_iter().flatten().flatten().all(f32::is_finite));
});
