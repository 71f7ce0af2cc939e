//! Which weights are kept, and in how many bits.

use super::logistic::Model;

/// A sign's hash, and its weights: a family's number and a value in steps of the family's scale.
type Sign = (u32, Vec<(u8, i8)>);

/// The room that the weights may take, in bytes; the design allows 200 KB.
const ROOM: usize = 150 * 1000;
/// A sign's hash and count, and a weight's family and value.
const BYTES_OF_SIGN: usize = 3;
const BYTES_OF_WEIGHT: usize = 2;

/// The scale of each family, and the kept signs in ascending order of hash with their weights in steps of the scale.
/// The smallest weights go first.
pub(super) fn prune(models: &[Model], signs: &[u32]) -> (Vec<f64>, Vec<Sign>) {
    let scales: Vec<f64> = models
        .iter()
        .map(|model| model.weights.iter().fold(0.0_f64, |most, weight| most.max(weight.abs())) / 127.0)
        .map(|scale| if scale > 0.0 { scale } else { 1.0 })
        .collect();
    let kept_above = |least: f64| -> Vec<Sign> {
        let mut kept = Vec::new();
        for (number, &hash) in signs.iter().enumerate() {
            let values: Vec<(u8, i8)> = models
                .iter()
                .zip(&scales)
                .enumerate()
                .filter(|(_, (model, _))| model.weights[number].abs() > least)
                .map(|(family, (model, scale))| (family as u8, (model.weights[number] / scale).round() as i8))
                .filter(|&(_, value)| value != 0)
                .collect();
            if !values.is_empty() {
                kept.push((hash, values));
            }
        }
        kept
    };
    let size = |kept: &[Sign]| -> usize {
        kept.iter().map(|(_, values)| BYTES_OF_SIGN + BYTES_OF_WEIGHT * values.len()).sum()
    };
    let mut least = 0.0;
    let mut kept = kept_above(least);
    while size(&kept) > ROOM {
        least += 0.002;
        kept = kept_above(least);
    }
    println!("weights under {least:.3} are left out");
    (scales, kept)
}
