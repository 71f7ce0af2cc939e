//! Which weights are kept, and in how many bits.

use super::logistic::Model;

/// A sign's hash, and its weights: a family's number and a value in steps of the family's scale.
pub(super) type Sign = (u32, Vec<(u8, i8)>);

/// The room that the weights may take, in bytes.
const ROOM: usize = 60 * 1000;
/// One step of a weight, in log odds: finer ones tell nothing more, beside what leaving the smallest out takes away.
const STEP: f64 = 0.07;

/// The kept signs in ascending order of hash with their weights in steps, and the scale of each family.
/// The smallest weights go first, until `packed` says that there is room.
pub(super) fn prune(models: &[Model], signs: &[u32], packed: impl Fn(&[f64], &[Sign]) -> Vec<u8>) -> (usize, Vec<u8>) {
    let scales = vec![STEP; models.len()];
    let kept_above = |least: f64| -> Vec<Sign> {
        let mut kept = Vec::new();
        for (number, &hash) in signs.iter().enumerate() {
            let values: Vec<(u8, i8)> = models
                .iter()
                .enumerate()
                .map(|(family, model)| (family as u8, in_steps(model.weights[number], least)))
                .filter(|&(_, value)| value != 0)
                .collect();
            if !values.is_empty() {
                kept.push((hash, values));
            }
        }
        kept
    };
    let mut least = STEP / 2.0;
    loop {
        let kept = kept_above(least);
        let bytes = packed(&scales, &kept);
        if bytes.len() <= ROOM {
            println!("weights under {least:.3} are left out");
            return (kept.len(), bytes);
        }
        least += 0.002;
    }
}

/// A weight in steps; nothing where it is too small to keep.
pub(super) fn in_steps(weight: f64, least: f64) -> i8 {
    if weight.abs() < least { 0 } else { (weight / STEP).round() as i8 }
}
