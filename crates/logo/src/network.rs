//! A small convolutional network that says how much a patch looks like the logo.

use crate::patch::{CHANNELS, HEIGHT, WIDTH};

/// Channels after each of the three convolutions, and width of the layer before the answer.
const FIRST: usize = 8;
const SECOND: usize = 16;
const THIRD: usize = 24;
const HIDDEN: usize = 32;
/// What the last convolution leaves, after three halvings.
const FLAT: usize = THIRD * (WIDTH / 8) * (HEIGHT / 8);

/// Numbers that the network has learnt.
#[cfg(any(feature = "lab", test))]
pub(crate) const COUNT: usize =
    (9 * CHANNELS + 1) * FIRST + (9 * FIRST + 1) * SECOND + (9 * SECOND + 1) * THIRD + (FLAT + 1) * HIDDEN + HIDDEN + 1;

/// Made by `cargo xtask logo-train`: for each output of each layer, in order, four bytes with the step (a little-endian
/// float), four with the bias, then a signed byte a weight. The output comes last in the order of weights.
const WEIGHTS: &[u8] = include_bytes!("../data/weights.bin");

/// The network with its weights read.
pub(crate) struct Network {
    first: Layer,
    second: Layer,
    third: Layer,
    hidden: Layer,
    last: Layer,
}

/// Weights by input, then output; biases by output.
struct Layer {
    weights: Vec<f32>,
    biases: Vec<f32>,
}

impl Network {
    pub(crate) fn new() -> Self {
        let mut bytes = WEIGHTS;
        Self {
            first: Layer::read(&mut bytes, 9 * CHANNELS, FIRST),
            second: Layer::read(&mut bytes, 9 * FIRST, SECOND),
            third: Layer::read(&mut bytes, 9 * SECOND, THIRD),
            hidden: Layer::read(&mut bytes, FLAT, HIDDEN),
            last: Layer::read(&mut bytes, HIDDEN, 1),
        }
    }

    /// How much it looks like the logo, 0 to 1. `inputs` are those of one patch.
    pub(crate) fn judge(&self, inputs: &[f32]) -> f32 {
        let first = convolve::<CHANNELS, FIRST>(inputs, WIDTH, HEIGHT, &self.first);
        let second = convolve::<FIRST, SECOND>(&first, WIDTH / 2, HEIGHT / 2, &self.second);
        let third = convolve::<SECOND, THIRD>(&second, WIDTH / 4, HEIGHT / 4, &self.third);
        let mut hidden = self.hidden.dense(&third);
        for value in &mut hidden {
            *value = value.max(0.0);
        }
        squash(self.last.dense(&hidden).first().copied().unwrap_or(-9.0))
    }
}

impl Layer {
    fn read(bytes: &mut &[u8], inputs: usize, outputs: usize) -> Self {
        let mut take = |count: usize| {
            let (taken, rest) = bytes.split_at(count.min(bytes.len()));
            *bytes = rest;
            taken
        };
        let mut floats = || -> Vec<f32> {
            let taken = take(4 * outputs);
            taken.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
        };
        let (steps, biases) = (floats(), floats());
        let weights = take(inputs * outputs).iter().enumerate();
        let weights = weights.map(|(at, byte)| f32::from(byte.cast_signed()) * steps[at % outputs]).collect();
        Self { weights, biases }
    }

    fn dense(&self, inputs: &[f32]) -> Vec<f32> {
        let mut out = self.biases.clone();
        for (input, weights) in inputs.iter().zip(self.weights.chunks_exact(out.len())) {
            for (out, weight) in out.iter_mut().zip(weights) {
                *out += input * weight;
            }
        }
        out
    }
}

/// Three by three, what is negative cut off, then the greatest of each two by two.
fn convolve<const IN: usize, const OUT: usize>(inputs: &[f32], width: usize, height: usize, layer: &Layer) -> Vec<f32> {
    let (cells, _) = inputs.as_chunks::<IN>();
    let (weights, _) = layer.weights.as_chunks::<OUT>();
    let mut bias = [0.0; OUT];
    bias.copy_from_slice(&layer.biases);
    let mut out = vec![[0.0_f32; OUT]; width / 2 * (height / 2)];
    for y in 0..height {
        for x in 0..width {
            let mut sums = bias;
            for tap in 0..9 {
                // One beyond the edge is none at all.
                let (row, column) = (y + tap / 3, x + tap % 3);
                if row == 0 || column == 0 || row > height || column > width {
                    continue;
                }
                let cell = &cells[(row - 1) * width + column - 1];
                for (input, weights) in cell.iter().zip(&weights[tap * IN..(tap + 1) * IN]) {
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum += input * weight;
                    }
                }
            }
            let most = &mut out[y / 2 * (width / 2) + x / 2];
            for (most, sum) in most.iter_mut().zip(sums) {
                *most = most.max(sum);
            }
        }
    }
    out.into_flattened()
}

/// The logistic function, without the exponential that differs from machine to machine: e^-x by halving the exponent
/// and squaring a polynomial.
fn squash(x: f32) -> f32 {
    let small = -x.clamp(-16.0, 16.0) / 64.0;
    let mut power = 1.0 + small * (1.0 + small * (0.5 + small / 6.0));
    for _ in 0..6 {
        power *= power;
    }
    1.0 / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_all_there() {
        let outputs = FIRST + SECOND + THIRD + HIDDEN + 1;
        assert_eq!(WEIGHTS.len(), COUNT - outputs + 8 * outputs);
    }

    #[test]
    fn squashing_is_the_logistic_function() {
        for x in [-12.0_f32, -3.0, -0.5, 0.0, 0.1, 2.0, 9.0] {
            assert!((squash(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-4, "{x}");
        }
        assert!(squash(f32::MAX) > 0.999 && squash(f32::MIN) < 0.001);
    }
}
