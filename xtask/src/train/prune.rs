//! Which weights are kept, and in how many bits.

use super::model::Model;

/// A sign's hash, and its weights: a family's number and a value in steps.
pub(super) type Sign = (u32, Vec<(u8, i8)>);

/// One step of a weight, in log odds: finer ones tell nothing more, beside what leaving the faintest out takes away.
pub(super) const STEP: f64 = 0.25;
/// What a weight must move scores by to be kept: its size, times how much the sign varies from draft to draft.
const FAINT: f64 = 0.006;

/// Forgets the weights that move few scores by little.
pub(super) fn drop_faint(models: &mut [Model], shares: &[f64]) {
    for model in models {
        for (weight, share) in model.weights.iter_mut().zip(shares) {
            if weight.abs() * (share * (1.0 - share)).sqrt() < FAINT {
                *weight = 0.0;
            }
        }
    }
}

/// The kept signs in ascending order of hash, with their weights in steps.
pub(super) fn in_steps(models: &[Model], signs: &[u32]) -> Vec<Sign> {
    let step = |weight: f64| (weight / STEP).round().clamp(-127.0, 127.0) as i8;
    let mut kept = Vec::new();
    for (number, &hash) in signs.iter().enumerate() {
        let values: Vec<(u8, i8)> = models
            .iter()
            .enumerate()
            .map(|(family, model)| (family as u8, step(model.weights[number])))
            .filter(|&(_, value)| value != 0)
            .collect();
        if !values.is_empty() {
            kept.push((hash, values));
        }
    }
    kept
}
