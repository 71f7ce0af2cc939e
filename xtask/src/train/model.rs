//! One family's share of the model while it is made.

use super::corpus::Example;

#[derive(Clone)]
pub(super) struct Model {
    /// A weight for each sign, in log odds.
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
