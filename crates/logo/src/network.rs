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
        let cells = inputs.as_chunks::<CHANNELS>().0.iter().copied();
        let first = convolve::<CHANNELS, FIRST>(&Plane::of(cells, WIDTH, HEIGHT), &self.first);
        let second = convolve::<FIRST, SECOND>(&first, &self.second);
        let third = convolve::<SECOND, THIRD>(&second, &self.third);
        let mut hidden = self.hidden.dense(third.inside().flatten());
        for value in &mut hidden {
            *value = value.max(0.0);
        }
        squash(self.last.dense(&hidden).first().copied().unwrap_or(-9.0))
    }
}

/// Cells row by row, with one of nothing beyond each edge.
struct Plane<const IN: usize> {
    cells: Vec<[f32; IN]>,
    width: usize,
    height: usize,
}

impl<const IN: usize> Plane<IN> {
    fn of(cells: impl Iterator<Item = [f32; IN]>, width: usize, height: usize) -> Self {
        let mut plane = Self { cells: vec![[0.0; IN]; (width + 2) * (height + 2)], width, height };
        for (inside, cell) in plane.inside_mut().zip(cells) {
            *inside = cell;
        }
        plane
    }

    fn inside(&self) -> impl Iterator<Item = &[f32; IN]> {
        let rows = self.cells.chunks_exact(self.width + 2).skip(1).take(self.height);
        rows.flat_map(|row| row.iter().skip(1).take(self.width))
    }

    fn inside_mut(&mut self) -> impl Iterator<Item = &mut [f32; IN]> {
        let width = self.width;
        let rows = self.cells.chunks_exact_mut(width + 2).skip(1).take(self.height);
        rows.flat_map(move |row| row.iter_mut().skip(1).take(width))
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

    fn dense<'a>(&self, inputs: impl IntoIterator<Item = &'a f32>) -> Vec<f32> {
        let mut out = self.biases.clone();
        for (input, weights) in inputs.into_iter().zip(self.weights.chunks_exact(out.len())) {
            for (out, weight) in out.iter_mut().zip(weights) {
                *out += input * weight;
            }
        }
        out
    }
}

/// Three by three, what is negative cut off, then the greatest of each two by two.
fn convolve<const IN: usize, const OUT: usize>(plane: &Plane<IN>, layer: &Layer) -> Plane<OUT> {
    let (weights, _) = layer.weights.as_chunks::<OUT>();
    let mut bias = [0.0; OUT];
    bias.copy_from_slice(&layer.biases);
    let (width, height) = (plane.width / 2, plane.height / 2);
    let pooled = (0..width * height).map(|place| {
        let (x, y) = (place % width * 2, place / width * 2);
        let mut most = [0.0_f32; OUT];
        for row in y..y + 2 {
            // Two neighbours at once, so that each weight is fetched for both.
            let (mut left, mut right) = (bias, bias);
            for (tap_row, weights) in weights.chunks_exact(3 * IN).enumerate() {
                let start = (row + tap_row) * (plane.width + 2) + x;
                let cells = &plane.cells[start..start + 4];
                let pairs = cells[..3].as_flattened().iter().zip(cells[1..].as_flattened());
                for ((one, other), weights) in pairs.zip(weights) {
                    for at in 0..OUT {
                        left[at] += one * weights[at];
                        right[at] += other * weights[at];
                    }
                }
            }
            for at in 0..OUT {
                most[at] = most[at].max(left[at]).max(right[at]);
            }
        }
        most
    });
    Plane::of(pooled, width, height)
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
