//! Any bytes of any shape are answered or refused.

use lozenge_logo::{Outcome, find};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_picture_is_answered(width in 0_u32..90, height in 0_u32..90, seed: u64, kinds in 1_u8..5) {
        // Few colours, so that there are blobs of all shapes; the lozenge's blue and white are two of them.
        let colours = [[0, 94, 184, 255], [255; 4], [0, 0, 0, 255], [120, 130, 140, 40], [200, 0, 0, 255]];
        let mut state = seed;
        let mut held = colours[0];
        let rgba: Vec<u8> = (0..width * height)
            .flat_map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if state >> 61 == 0 {
                    held = colours[usize::from((state >> 40) as u8 % (kinds + 1))];
                }
                held
            })
            .collect();
        let verdict = find(&rgba, width, height).unwrap();
        prop_assert!((0.0..=1.0).contains(&verdict.score));
        prop_assert_eq!(verdict.quad.is_some(), verdict.outcome != Outcome::Absent);
        prop_assert!(verdict.quad.into_iter().flatten().flatten().all(f32::is_finite));
        prop_assert_eq!(find(&rgba, width, height).unwrap(), verdict);
    }

    #[test]
    fn bytes_of_any_length_are_answered_or_refused(width: u32, height: u32, length in 0_usize..500) {
        let fits = u128::from(width) * u128::from(height) * 4 == length as u128;
        prop_assert_eq!(find(&vec![7; length], width, height).is_ok(), fits);
    }
}

#[test]
fn thin_and_long_pictures_are_answered() {
    for (width, height) in [(20_000, 1), (1, 20_000), (3_000_000, 1), (2, 1_500_000), (5_000, 3)] {
        let rgba: Vec<u8> = (0..width * height).flat_map(|at| [0, 94, if at % 7 < 3 { 184 } else { 0 }, 255]).collect();
        assert!(find(&rgba, width, height).is_ok(), "{width} by {height}");
    }
}
