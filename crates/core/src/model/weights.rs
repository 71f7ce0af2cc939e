//! The model's weights as they lie in the module, and how they are written.
//!
//! Layout: the number of families (u8); for each its [`Calibration`] (four f32, little-endian); then a packed row
//! (`packed/`): how many signs there are; their hashes in order; for each the families that it speaks to, in order,
//! and their end; for each of these the value, in steps of the family's scale. Of signs that training never saw, one
//! in 250 is taken for one that it did, and adds a little noise.

use std::sync::LazyLock;

use crate::lexicon::Filed;
#[cfg(feature = "training")]
use crate::packed::Writer;
use crate::packed::{Reader, Sort};

/// The families that the model speaks to, in the order of their numbers in the weights. Pictures without alternative
/// text, logos and unmarked edits are plain from the circumstances, and rules alone speak to them.
#[cfg_attr(not(feature = "training"), allow(unreachable_pub, reason = "the trainer needs it"))]
pub const FAMILIES: &[&str] = &[
    "patient-identifier",
    "safeguarding",
    "patient-contact",
    "patient-story",
    "confidential",
    "colleague-named",
    "abuse",
    "official-voice",
    "media-response",
    "whistleblowing",
    "reference",
    "partner-cited",
    "politics-religion",
    "commercial-gain",
    "contact-details",
    "survey-or-poll",
    "copyright",
    "disclaimer-missing",
];

/// How the sum of weights becomes a score, and what a score means.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(not(feature = "training"), allow(unreachable_pub, reason = "the trainer needs it"))]
pub struct Calibration {
    /// Added to every sum.
    pub bias: f32,
    /// One step of a weight.
    pub scale: f32,
    /// From here on the family is raised and may be held.
    pub hold: f32,
    /// From here on it is raised as advice.
    pub advise: f32,
}

static BYTES: &[u8] = include_bytes!("../../data/model/weights.bin");

/// The bits by which a sign is known.
pub(super) const HASH_BITS: u32 = 22;

const TOTAL: Sort = Sort::new(0, 4);
const GAP: Sort = Sort::new(1, 4);
const VALUE: Sort = Sort::new(2, 6);
/// The next family after each; the first for want of one before.
const FAMILY: [Sort; FAMILIES.len() + 1] = {
    let mut sorts = [Sort::new(3, 5); FAMILIES.len() + 1];
    let mut index = 1;
    while index < sorts.len() {
        sorts[index] = Sort::new(3 + index, 5);
        index += 1;
    }
    sorts
};

#[derive(Default)]
pub(crate) struct Weights {
    pub(super) families: Vec<Calibration>,
    signs: Filed,
    /// Where each sign's values begin; one more for the end.
    starts: Vec<u32>,
    /// Families and values.
    values: Vec<(u8, i8)>,
}

/// The weights, read on first use.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(BYTES).unwrap_or_default());
    &WEIGHTS
}

impl Weights {
    /// Nothing where the bytes are not of the layout: a model that knows nothing leaves every finding as it is.
    fn read(bytes: &[u8]) -> Option<Self> {
        let (&count, mut rest) = bytes.split_first()?;
        let mut families = Vec::new();
        for _ in 0..count {
            let mut float = || {
                let (four, after) = rest.split_first_chunk::<4>()?;
                rest = after;
                Some(f32::from_le_bytes(*four))
            };
            families.push(Calibration { bias: float()?, scale: float()?, hold: float()?, advise: float()? });
        }
        if families.len() != FAMILIES.len() {
            return None;
        }
        let mut reader = Reader::new(rest);
        let count = reader.number(TOTAL);
        let signs = Filed::load(&mut reader, GAP, count, HASH_BITS);
        let mut starts = Vec::with_capacity(count as usize + 1);
        let mut values = Vec::with_capacity(count as usize * 3);
        for _ in 0..count {
            starts.push(values.len() as u32);
            let mut next = 0;
            while let Some(&sort) = FAMILY.get(next) {
                let family = reader.number(sort) as usize;
                next = family + 1;
                if family < FAMILIES.len() {
                    values.push((family as u8, 0));
                }
            }
        }
        starts.push(values.len() as u32);
        for (_, value) in &mut values {
            let number = reader.number(VALUE) as i32;
            *value = (number >> 1 ^ -(number & 1)) as i8;
        }
        Some(Self { families, signs, starts, values })
    }

    /// The place of a sign, where it has a weight. Places are in the order of hashes.
    pub(super) fn sign(&self, hash: u32) -> Option<u32> {
        self.signs.place(hash).map(|place| place as u32)
    }

    /// The families that the sign at a place speaks for or against, and how much in steps of their scale.
    pub(super) fn of(&self, sign: u32) -> &[(u8, i8)] {
        let start = |sign: u32| self.starts.get(sign as usize).map(|&start| start as usize);
        let all = || self.values.get(start(sign)?..start(sign + 1)?);
        all().unwrap_or_default()
    }
}

/// Writes weights in the layout that the model reads. `signs` are in ascending order of hash, each with its values in
/// the order of the families.
#[cfg(feature = "training")]
pub fn pack(families: &[Calibration], signs: &[(u32, Vec<(u8, i8)>)]) -> Vec<u8> {
    let mut out = vec![families.len() as u8];
    for family in families {
        for float in [family.bias, family.scale, family.hold, family.advise] {
            out.extend(float.to_le_bytes());
        }
    }
    let mut row = Writer::default();
    row.number(TOTAL, signs.len() as u32);
    let hashes: Vec<u32> = signs.iter().map(|&(hash, _)| hash).collect();
    row.rising(&hashes, GAP, GAP);
    for (_, values) in signs {
        let mut next = 0;
        for &(family, _) in values {
            row.number(FAMILY[next], family.into());
            next = usize::from(family) + 1;
        }
        if next < FAMILY.len() {
            row.number(FAMILY[next], FAMILIES.len() as u32);
        }
    }
    for &(_, value) in signs.iter().flat_map(|(_, values)| values) {
        row.number(VALUE, (i32::from(value) << 1 ^ i32::from(value) >> 31) as u32);
    }
    out.extend(row.finish());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family;

    #[test]
    fn the_weights_in_the_module_can_be_read() {
        let read = Weights::read(BYTES).expect("data/model/weights.bin is not of the layout: run cargo xtask train");
        assert!(
            read.values.len() > 1000
                && read.values.iter().all(|&(family, value)| { usize::from(family) < FAMILIES.len() && value != 0 })
        );
        assert!(BYTES.len() <= 100 * 1024, "the model may take 100 KB");
    }

    #[test]
    fn the_model_speaks_only_to_families_that_exist() {
        assert!(FAMILIES.iter().all(|id| family(id).is_some()));
    }

    #[test]
    fn bytes_that_are_no_weights_are_refused() {
        assert!(Weights::read(&[]).is_none());
        assert!(Weights::read(&[18, 0, 0]).is_none());
        assert!(Weights::default().of(7).is_empty());
    }
}
