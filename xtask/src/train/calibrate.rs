//! From margins to log odds that mean what they say, and from those to thresholds.

/// A draft's score by a model that had not seen it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    pub(super) score: f64,
    /// Whether the family was labelled.
    pub(super) right: bool,
    /// For how many ordinary drafts it stands.
    pub(super) weight: f64,
    /// It is of a file with the ordinary shares of families.
    pub(super) even: bool,
}

/// Gives those that show the family the weight that makes their share of all the usual one.
pub(super) fn balance(scores: &mut [Judged], share: f64) {
    let shown = scores.iter().filter(|one| one.right).count() as f64;
    let others = scores.len() as f64 - shown;
    let weight = if shown > 0.0 { share / (1.0 - share) * others / shown } else { 1.0 };
    for one in scores.iter_mut().filter(|one| one.right) {
        one.weight = weight;
    }
}

/// Platt's line: `slope` and `shift` that make margins into log odds. Held back towards leaving them as they are.
pub(super) fn line(scores: &[Judged]) -> (f64, f64) {
    const HELD_BACK: f64 = 1.0;
    let (mut slope, mut shift) = (1.0, 0.0);
    for _ in 0..50 {
        let (mut by_slope, mut by_shift) = (HELD_BACK * (slope - 1.0), HELD_BACK * 0.1 * shift);
        let (mut ss, mut sh, mut hh) = (HELD_BACK, 0.0, HELD_BACK * 0.1);
        for one in scores {
            let chance = 1.0 / (1.0 + (-(slope * one.score + shift)).exp());
            let error = one.weight * (chance - if one.right { 1.0 } else { 0.0 });
            let spread = one.weight * chance * (1.0 - chance);
            by_slope += error * one.score;
            by_shift += error;
            ss += spread * one.score * one.score;
            sh += spread * one.score;
            hh += spread;
        }
        let determinant = ss * hh - sh * sh;
        let (step_slope, step_shift) =
            ((hh * by_slope - sh * by_shift) / determinant, (ss * by_shift - sh * by_slope) / determinant);
        slope -= step_slope;
        shift -= step_shift;
        if step_slope.abs() + step_shift.abs() < 1e-9 {
            break;
        }
    }
    (slope, shift)
}

/// The lowest score from which on the share `right` of all that is raised is right.
pub(super) fn threshold(scores: &[Judged], right: f64) -> f64 {
    let mut scores = scores.to_vec();
    scores.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut correct, mut lowest) = (0_usize, f64::MAX);
    for (index, one) in scores.iter().enumerate() {
        correct += usize::from(one.right);
        if correct as f64 >= right * (index + 1) as f64 {
            lowest = one.score;
        }
    }
    lowest
}
