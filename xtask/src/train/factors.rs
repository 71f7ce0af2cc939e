//! Weights for all families at once, held to few dimensions.
//!
//! A sign's weights for the families are the product of a short row of its own and a table that all signs share, so
//! what one family learns of a word helps the others, and a word that few drafts show moves less far. The product is
//! one plain weight a sign and family: the model stays linear. Both factors are found by stochastic gradient descent
//! with steps after Duchi, Hazan and Singer ("Adaptive subgradient methods", JMLR 12, 2011), each draft read without
//! some of its signs, drawn anew each time (Srivastava and others, "Dropout", JMLR 15, 2014).

use fastrand::Rng;

use super::corpus::Example;
use super::model::Model;

/// Dimensions of a sign's row.
const DIMENSIONS: usize = 32;
const ROUNDS: usize = 12;
/// Drafts between two steps.
const BATCH: usize = 64;
const STEP: f32 = 0.05;
/// The share of its signs that a draft is read without.
const LEFT_OUT: f32 = 0.3;
/// What a sign counts for, so that an ordinary draft's signs together count for about ten.
const SIGN: f32 = 0.11;
/// Models that start differently, of which the mean is taken.
const STARTS: u64 = 6;

/// Fits all families. A draft teaches nothing of those that its policy is silent on.
pub(super) fn fit(examples: &[&Example], families: usize, signs: usize) -> Vec<Model> {
    let mut models = vec![Model { weights: vec![0.0; signs], bias: 0.0 }; families];
    for start in 0..STARTS {
        let factors = Factors::fit(examples, families, signs, start);
        let share = 1.0 / STARTS as f64;
        for (family, model) in models.iter_mut().enumerate() {
            model.bias += share * f64::from(factors.bias.values[family]);
            for (sign, weight) in model.weights.iter_mut().enumerate() {
                let column = factors.table.values[family..].iter().step_by(families);
                let product: f32 = factors.rows.part(sign, DIMENSIONS).iter().zip(column).map(|(a, b)| a * b).sum();
                *weight += share * f64::from(SIGN * product);
            }
        }
    }
    models
}

struct Factors {
    /// A row of dimensions a sign.
    rows: Learnt,
    /// A row of families a dimension.
    table: Learnt,
    bias: Learnt,
}

impl Factors {
    fn fit(examples: &[&Example], families: usize, signs: usize, start: u64) -> Self {
        let mut chance = Rng::with_seed(start);
        let mut drawn =
            |count: usize, width: f32| -> Vec<f32> { (0..count).map(|_| width * normal(&mut chance)).collect() };
        let mut factors = Self {
            rows: Learnt::from(drawn(signs * DIMENSIONS, 0.03)),
            table: Learnt::from(drawn(DIMENSIONS * families, 0.3)),
            bias: Learnt::from(vec![-3.0; families]),
        };
        let mut order: Vec<&Example> = examples.to_vec();
        let mut slopes = Slopes::new(families, signs);
        for _ in 0..ROUNDS {
            chance.shuffle(&mut order);
            for batch in order.chunks(BATCH) {
                for example in batch {
                    slopes.add(&factors, example, &mut chance);
                }
                slopes.step(&mut factors);
            }
        }
        factors
    }
}

/// Numbers that are learnt, each with the sum of the squares of its slopes so far.
struct Learnt {
    values: Vec<f32>,
    squares: Vec<f32>,
}

impl From<Vec<f32>> for Learnt {
    fn from(values: Vec<f32>) -> Self {
        let squares = vec![0.0; values.len()];
        Self { values, squares }
    }
}

impl Learnt {
    fn part(&self, index: usize, length: usize) -> &[f32] {
        &self.values[index * length..(index + 1) * length]
    }

    /// One step against the slopes, which begin at number `from`; they are nothing afterwards.
    fn step(&mut self, from: usize, slopes: &mut [f32]) {
        let to = from + slopes.len();
        let numbers = self.values[from..to].iter_mut().zip(&mut self.squares[from..to]);
        for ((value, square), slope) in numbers.zip(slopes) {
            *square += *slope * *slope;
            *value -= STEP * *slope / (square.sqrt() + 1e-4);
            *slope = 0.0;
        }
    }
}

/// The slopes that the drafts of a batch add up to.
struct Slopes {
    rows: Vec<f32>,
    /// The signs whose rows have slopes, and whether each sign is one of them.
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    table: Vec<f32>,
    bias: Vec<f32>,
    /// The signs that a draft is read with.
    read: Vec<u32>,
}

impl Slopes {
    fn new(families: usize, signs: usize) -> Self {
        Self {
            rows: vec![0.0; signs * DIMENSIONS],
            touched: Vec::new(),
            is_touched: vec![false; signs],
            table: vec![0.0; DIMENSIONS * families],
            bias: vec![0.0; families],
            read: Vec::new(),
        }
    }

    fn add(&mut self, factors: &Factors, example: &Example, chance: &mut Rng) {
        let families = self.bias.len();
        let sign = SIGN / (1.0 - LEFT_OUT);
        self.read.clear();
        self.read.extend(example.signs.iter().copied().filter(|_| chance.f32() >= LEFT_OUT));
        let mut sums = [0.0_f32; DIMENSIONS];
        for &number in &self.read {
            for (sum, value) in sums.iter_mut().zip(factors.rows.part(number as usize, DIMENSIONS)) {
                *sum += sign * value;
            }
        }
        let mut errors = vec![0.0_f32; families];
        for (family, error) in errors.iter_mut().enumerate() {
            let Some(shown) = example.label(family) else { continue };
            let column = factors.table.values[family..].iter().step_by(families);
            let score = factors.bias.values[family] + sums.iter().zip(column).map(|(a, b)| a * b).sum::<f32>();
            *error = 1.0 / (1.0 + (-score).exp()) - if shown { 1.0 } else { 0.0 };
            self.bias[family] += *error;
        }
        let mut back = [0.0_f32; DIMENSIONS];
        for (dimension, (sum, back)) in sums.iter().zip(&mut back).enumerate() {
            let slopes = &mut self.table[dimension * families..(dimension + 1) * families];
            let weights = factors.table.part(dimension, families);
            for ((slope, weight), error) in slopes.iter_mut().zip(weights).zip(&errors) {
                *slope += sum * error;
                *back += sign * weight * error;
            }
        }
        for &number in &self.read {
            let index = number as usize;
            if !std::mem::replace(&mut self.is_touched[index], true) {
                self.touched.push(number);
            }
            let slopes = &mut self.rows[index * DIMENSIONS..(index + 1) * DIMENSIONS];
            for (slope, back) in slopes.iter_mut().zip(&back) {
                *slope += back;
            }
        }
    }

    fn step(&mut self, factors: &mut Factors) {
        for number in self.touched.drain(..) {
            let from = number as usize * DIMENSIONS;
            self.is_touched[number as usize] = false;
            factors.rows.step(from, &mut self.rows[from..from + DIMENSIONS]);
        }
        factors.table.step(0, &mut self.table);
        factors.bias.step(0, &mut self.bias);
    }
}

/// A number around nought, nearly normal: the sum of twelve even ones (Irwin and Hall).
fn normal(chance: &mut Rng) -> f32 {
    (0..12).map(|_| chance.f32()).sum::<f32>() - 6.0
}
