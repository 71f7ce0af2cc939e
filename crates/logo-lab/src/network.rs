//! The same network as lozenge-logo's, with what learning needs.

use lozenge_logo::lab::SHAPE;

use crate::rng::Rng;

const WIDTH: usize = SHAPE[0];
const HEIGHT: usize = SHAPE[1];
const CHANNELS: usize = SHAPE[2];
/// Inputs and outputs of each layer; the first three are convolutions of three by three.
const LAYERS: [(usize, usize); 5] =
    [(9 * CHANNELS, 8), (9 * 8, 16), (9 * 16, 24), (24 * (WIDTH / 8) * (HEIGHT / 8), 32), (32, 1)];

/// Weights by input, then output; then biases: layer after layer.
#[derive(Clone)]
pub(crate) struct Network {
    pub(crate) values: Vec<f32>,
}

/// What a pass forward leaves for the pass back.
struct Trace {
    pooled: [Vec<f32>; 3],
    /// Which of the four won, or 4 where none was above zero.
    won: [Vec<u8>; 3],
    hidden: Vec<f32>,
    answer: f32,
}

impl Network {
    pub(crate) fn new(rng: &mut Rng) -> Self {
        let mut values = Vec::new();
        for (inputs, outputs) in LAYERS {
            let spread = (2.0 / inputs as f32).sqrt();
            values.extend((0..inputs * outputs).map(|_| rng.normal() * spread));
            values.extend(std::iter::repeat_n(0.0, outputs));
        }
        Self { values }
    }

    fn layer(values: &[f32], number: usize) -> (&[f32], &[f32]) {
        let start = start_of(number);
        let (inputs, outputs) = LAYERS[number];
        values[start..start + (inputs + 1) * outputs].split_at(inputs * outputs)
    }

    /// The answer before squashing.
    pub(crate) fn answer(&self, inputs: &[f32]) -> f32 {
        self.forward(inputs).answer
    }

    fn forward(&self, inputs: &[f32]) -> Trace {
        let (first, first_won) = forward::<CHANNELS, 8>(inputs, WIDTH, HEIGHT, Self::layer(&self.values, 0));
        let (second, second_won) = forward::<8, 16>(&first, WIDTH / 2, HEIGHT / 2, Self::layer(&self.values, 1));
        let (third, third_won) = forward::<16, 24>(&second, WIDTH / 4, HEIGHT / 4, Self::layer(&self.values, 2));
        let (weights, biases) = Self::layer(&self.values, 3);
        let mut hidden = biases.to_vec();
        for (input, weights) in third.iter().zip(weights.chunks_exact(32)) {
            for (hidden, weight) in hidden.iter_mut().zip(weights) {
                *hidden += input * weight;
            }
        }
        for value in &mut hidden {
            *value = value.max(0.0);
        }
        let (weights, biases) = Self::layer(&self.values, 4);
        let answer = biases[0] + hidden.iter().zip(weights).map(|(hidden, weight)| hidden * weight).sum::<f32>();
        Trace { pooled: [first, second, third], won: [first_won, second_won, third_won], hidden, answer }
    }

    /// Adds the slopes of the loss of one example to `slopes`. Returns the loss.
    pub(crate) fn learn(&self, inputs: &[f32], wanted: f32, weight: f32, slopes: &mut [f32]) -> f32 {
        let trace = self.forward(inputs);
        let chance = 1.0 / (1.0 + (-trace.answer).exp());
        let slope = (chance - wanted) * weight;
        let [first, second, third] = &trace.pooled;

        let start = start_of(4);
        let (weights, _) = Self::layer(&self.values, 4);
        let mut hidden_slopes = [0.0; 32];
        for (at, hidden) in trace.hidden.iter().enumerate() {
            slopes[start + at] += slope * hidden;
            hidden_slopes[at] = if *hidden > 0.0 { slope * weights[at] } else { 0.0 };
        }
        slopes[start + 32] += slope;

        let start = start_of(3);
        let (weights, _) = Self::layer(&self.values, 3);
        let mut third_slopes = vec![0.0; third.len()];
        for (at, input) in third.iter().enumerate() {
            let row = &weights[at * 32..(at + 1) * 32];
            let out = &mut slopes[start + at * 32..start + (at + 1) * 32];
            let mut sum = 0.0;
            for ((hidden, weight), out) in hidden_slopes.iter().zip(row).zip(out) {
                *out += hidden * input;
                sum += hidden * weight;
            }
            third_slopes[at] = sum;
        }
        for (at, hidden) in hidden_slopes.iter().enumerate() {
            slopes[start + third.len() * 32 + at] += hidden;
        }

        let mut second_slopes = vec![0.0; second.len()];
        let mut first_slopes = vec![0.0; first.len()];
        let (one, two, three) = (start_of(0), start_of(1), start_of(2));
        let weights = |number| Self::layer(&self.values, number).0;
        backward::<16, 24>(
            (second, WIDTH / 4, HEIGHT / 4),
            weights(2),
            (&third_slopes, &trace.won[2]),
            &mut slopes[three..],
            Some(&mut second_slopes),
        );
        backward::<8, 16>(
            (first, WIDTH / 2, HEIGHT / 2),
            weights(1),
            (&second_slopes, &trace.won[1]),
            &mut slopes[two..],
            Some(&mut first_slopes),
        );
        backward::<CHANNELS, 8>(
            (inputs, WIDTH, HEIGHT),
            weights(0),
            (&first_slopes, &trace.won[0]),
            &mut slopes[one..],
            None,
        );
        let chance = chance.clamp(1e-6, 1.0 - 1e-6);
        -(wanted * chance.ln() + (1.0 - wanted) * (1.0 - chance).ln()) * weight
    }

    /// As `lozenge-logo` reads them: a step for each output, rounded to bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (number, (_, outputs)) in LAYERS.into_iter().enumerate() {
            let (weights, biases) = Self::layer(&self.values, number);
            let mut steps = vec![1e-9_f32; outputs];
            for (at, weight) in weights.iter().enumerate() {
                steps[at % outputs] = steps[at % outputs].max(weight.abs() / 127.0);
            }
            out.extend(steps.iter().chain(biases).flat_map(|value| value.to_le_bytes()));
            out.extend(weights.iter().enumerate().map(|(at, weight)| {
                let rounded = (weight / steps[at % outputs]).round() as i8;
                rounded.cast_unsigned()
            }));
        }
        out
    }
}

fn start_of(number: usize) -> usize {
    LAYERS[..number].iter().map(|(inputs, outputs)| (inputs + 1) * outputs).sum()
}

fn taps(x: usize, y: usize, width: usize, height: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..9).filter_map(move |tap| {
        let (row, column) = (y + tap / 3, x + tap % 3);
        let inside = row > 0 && column > 0 && row <= height && column <= width;
        inside.then(|| (tap, (row - 1) * width + column - 1))
    })
}

fn forward<const IN: usize, const OUT: usize>(
    inputs: &[f32],
    width: usize,
    height: usize,
    (weights, biases): (&[f32], &[f32]),
) -> (Vec<f32>, Vec<u8>) {
    let (cells, _) = inputs.as_chunks::<IN>();
    let (weights, _) = weights.as_chunks::<OUT>();
    let mut bias = [0.0; OUT];
    bias.copy_from_slice(biases);
    let mut out = vec![[0.0_f32; OUT]; width / 2 * (height / 2)];
    let mut won = vec![[4_u8; OUT]; width / 2 * (height / 2)];
    for y in 0..height {
        for x in 0..width {
            let mut sums = bias;
            for (tap, cell) in taps(x, y, width, height) {
                for (input, weights) in cells[cell].iter().zip(&weights[tap * IN..(tap + 1) * IN]) {
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum += input * weight;
                    }
                }
            }
            let place = y / 2 * (width / 2) + x / 2;
            let number = (y % 2 * 2 + x % 2) as u8;
            for ((most, won), sum) in out[place].iter_mut().zip(&mut won[place]).zip(sums) {
                if sum > *most {
                    *most = sum;
                    *won = number;
                }
            }
        }
    }
    (out.into_flattened(), won.into_flattened())
}

fn backward<const IN: usize, const OUT: usize>(
    (inputs, width, height): (&[f32], usize, usize),
    weights: &[f32],
    (out_slopes, won): (&[f32], &[u8]),
    slopes: &mut [f32],
    mut in_slopes: Option<&mut [f32]>,
) {
    let (cells, _) = inputs.as_chunks::<IN>();
    let (weights, _) = weights.as_chunks::<OUT>();
    let (weight_slopes, bias_slopes) = slopes[..(9 * IN + 1) * OUT].split_at_mut(9 * IN * OUT);
    let (weight_slopes, _) = weight_slopes.as_chunks_mut::<OUT>();
    for y in 0..height {
        for x in 0..width {
            let place = (y / 2 * (width / 2) + x / 2) * OUT;
            let number = (y % 2 * 2 + x % 2) as u8;
            let mut here = [0.0; OUT];
            let mut any = false;
            for (at, here) in here.iter_mut().enumerate() {
                if won[place + at] == number {
                    *here = out_slopes[place + at];
                    any |= *here != 0.0;
                }
            }
            if !any {
                continue;
            }
            for (bias, here) in bias_slopes.iter_mut().zip(here) {
                *bias += here;
            }
            for (tap, cell) in taps(x, y, width, height) {
                for channel in 0..IN {
                    let input = cells[cell][channel];
                    let row = &mut weight_slopes[tap * IN + channel];
                    for (slope, here) in row.iter_mut().zip(here) {
                        *slope += here * input;
                    }
                    if let Some(in_slopes) = &mut in_slopes {
                        let row = &weights[tap * IN + channel];
                        let mut sum = [0.0; 8];
                        for (at, (weight, here)) in row.iter().zip(here).enumerate() {
                            sum[at % 8] += weight * here;
                        }
                        in_slopes[cell * IN + channel] += sum.iter().sum::<f32>();
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_those_of_the_loss() {
        let mut rng = Rng::new(1, 1);
        let network = Network::new(&mut rng);
        let inputs: Vec<f32> = (0..WIDTH * HEIGHT * CHANNELS).map(|_| rng.normal()).collect();
        let mut slopes = vec![0.0; network.values.len()];
        let loss = network.learn(&inputs, 1.0, 1.0, &mut slopes);
        assert!(loss > 0.0);
        for (number, (count, _)) in LAYERS.into_iter().enumerate() {
            let at = start_of(number) + 5.min(count);
            let step = 1e-2;
            let mut moved = network.clone();
            moved.values[at] += step;
            let up = moved.learn(&inputs, 1.0, 1.0, &mut vec![0.0; slopes.len()]);
            moved.values[at] -= 2.0 * step;
            let down = moved.learn(&inputs, 1.0, 1.0, &mut vec![0.0; slopes.len()]);
            let slope = (up - down) / (2.0 * step);
            assert!(
                (slope - slopes[at]).abs() <= 0.05 * slope.abs().max(0.02),
                "layer {number}: {slope} {}",
                slopes[at]
            );
        }
    }

    #[test]
    fn as_many_numbers_as_the_crate_reads() {
        assert_eq!(Network::new(&mut Rng::new(1, 1)).values.len(), lozenge_logo::lab::COUNT);
    }
}
