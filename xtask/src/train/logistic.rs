//! Logistic regression with weights held back (L2), by coordinate descent on the dual.
//!
//! The method of Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy
//! models", Machine Learning 85 (2011): one draft's share at a time, each found by Newton's method.

use super::corpus::Example;

const ROUNDS: usize = 60;
const NEWTON_STEPS: usize = 30;
const CLOSE: f64 = 1e-6;

pub(super) struct Model {
    pub(super) weights: Vec<f64>,
    pub(super) bias: f64,
}

impl Model {
    pub(super) fn margin(&self, example: &Example) -> f64 {
        self.bias + example.signs.iter().map(|&sign| self.weights[sign as usize]).sum::<f64>()
    }

    /// Makes every score `slope * score + shift`.
    pub(super) fn bend(&mut self, slope: f64, shift: f64) {
        for weight in &mut self.weights {
            *weight *= slope;
        }
        self.bias = self.bias * slope + shift;
    }
}

/// Fits one family on the drafts in which its policy speaks. The bias is one more sign that every draft shows.
pub(super) fn fit(examples: &[&Example], family: usize, signs: usize, freedom: f64) -> Model {
    let mut model = Model { weights: vec![0.0; signs], bias: 0.0 };
    let sides: Vec<f64> =
        examples.iter().map(|example| if example.label(family) == Some(true) { 1.0 } else { -1.0 }).collect();
    let mut shares = vec![(0.001 * freedom).min(1e-4); examples.len()];
    for ((example, side), share) in examples.iter().zip(&sides).zip(&shares) {
        shift(&mut model, example, side * share);
    }
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..ROUNDS {
        for index in (1..order.len()).rev() {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            order.swap(index, (chance % (index as u64 + 1)) as usize);
        }
        let mut moved = 0.0_f64;
        for &index in &order {
            let (example, side) = (examples[index], sides[index]);
            let square = example.signs.len() as f64 + 1.0;
            let share = best_share(shares[index], square, side * model.margin(example), freedom);
            let step = share - shares[index];
            if step.abs() > CLOSE * freedom {
                shift(&mut model, example, side * step);
                shares[index] = share;
                moved = moved.max(step.abs());
            }
        }
        if moved < 1e-4 * freedom {
            break;
        }
    }
    model
}

fn shift(model: &mut Model, example: &Example, by: f64) {
    model.bias += by;
    for &sign in &example.signs {
        model.weights[sign as usize] += by;
    }
}

/// The share of one draft that is best while all others stand still, between 0 and `freedom`.
fn best_share(share: f64, square: f64, margin: f64, freedom: f64) -> f64 {
    let edge = 1e-12 * freedom;
    let mut best = share.clamp(edge, freedom - edge);
    for _ in 0..NEWTON_STEPS {
        let slope = square * (best - share) + margin + (best / (freedom - best)).ln();
        let bend = square + freedom / (best * (freedom - best));
        let next = best - slope / bend;
        let next = if next <= 0.0 {
            best / 10.0
        } else if next >= freedom {
            freedom - (freedom - best) / 10.0
        } else {
            next
        };
        let done = (next - best).abs() < CLOSE * CLOSE.sqrt() * freedom;
        best = next.clamp(edge, freedom - edge);
        if done {
            break;
        }
    }
    best
}
