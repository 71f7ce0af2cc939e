//! The model's weights as they lie in the module, and how they are written.
//!
//! Layout, little-endian: the number of families (u8); for each its
//! [`Calibration`] (four f32); the number of signs (u32); for each how far its
//! hash of 24 bits is beyond the one before (u16); for each how many weights it
//! has (u8); then the weights' families (u8 each) and their values (i8 each),
//! which count in steps of the family's scale. A sign without weights fills a
//! gap that is too wide for 16 bits. Of signs that training never saw one in a
//! thousand is taken for one that it did, and adds a little noise.

use std::sync::LazyLock;

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

pub(super) struct Weights {
    pub(super) families: Vec<Calibration>,
    hashes: Vec<u32>,
    /// Where the signs whose hash begins with these bits begin.
    buckets: Vec<u32>,
    /// Where each sign's values begin.
    starts: Vec<u32>,
    speaks_for: &'static [u8],
    values: &'static [u8],
}

/// The weights, read on first use.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(BYTES).unwrap_or_else(Weights::none));
    &WEIGHTS
}

/// Of a sign's 32 bits these are kept.
const HASH_BITS: u32 = 24;
const BUCKET_BITS: u32 = 12;

impl Weights {
    /// A model that knows nothing and leaves every finding as it is.
    const fn none() -> Self {
        Self {
            families: Vec::new(),
            hashes: Vec::new(),
            buckets: Vec::new(),
            starts: Vec::new(),
            speaks_for: &[],
            values: &[],
        }
    }

    fn read(bytes: &'static [u8]) -> Option<Self> {
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
        let (four, rest) = rest.split_first_chunk::<4>()?;
        let signs = u32::from_le_bytes(*four) as usize;
        let (steps, rest) = rest.split_at_checked(signs.checked_mul(2)?)?;
        let (counts, rest) = rest.split_at_checked(signs)?;
        let mut hash = 0_u32;
        let hashes: Vec<u32> = steps
            .as_chunks::<2>()
            .0
            .iter()
            .map(|two| {
                hash += u32::from(u16::from_le_bytes(*two));
                hash
            })
            .collect();
        let mut starts = vec![0];
        let mut end = 0;
        for &count in counts {
            end += u32::from(count);
            starts.push(end);
        }
        let buckets = (0..=1_u32 << BUCKET_BITS)
            .map(|bucket| hashes.partition_point(|&hash| hash >> (HASH_BITS - BUCKET_BITS) < bucket) as u32)
            .collect();
        let (speaks_for, values) = rest.split_at_checked(end as usize)?;
        (families.len() == FAMILIES.len() && speaks_for.len() == values.len()).then_some(Self {
            families,
            hashes,
            buckets,
            starts,
            speaks_for,
            values,
        })
    }

    /// The families that a sign speaks for or against, and how much in steps of their scale.
    pub(super) fn of(&self, hash: u32) -> impl Iterator<Item = (usize, i8)> {
        let range = self.index(hash).and_then(|index| {
            let (from, to) = (*self.starts.get(index)?, *self.starts.get(index + 1)?);
            Some(from as usize..to as usize)
        });
        let range = range.unwrap_or_default();
        let families = self.speaks_for.get(range.clone()).unwrap_or_default();
        let values = self.values.get(range).unwrap_or_default();
        families.iter().zip(values).map(|(&family, &value)| (usize::from(family), value as i8))
    }

    fn index(&self, hash: u32) -> Option<usize> {
        let hash = hash >> (32 - HASH_BITS);
        let bucket = (hash >> (HASH_BITS - BUCKET_BITS)) as usize;
        let (from, to) = (*self.buckets.get(bucket)? as usize, *self.buckets.get(bucket + 1)? as usize);
        self.hashes.get(from..to)?.binary_search(&hash).ok().map(|index| from + index)
    }
}

/// Writes weights in the layout that the model reads. `signs` are in ascending order of hash, each with its values.
#[cfg(feature = "training")]
pub fn pack(families: &[Calibration], signs: &[(u32, Vec<(u8, i8)>)]) -> Vec<u8> {
    let mut out = vec![families.len() as u8];
    for family in families {
        for float in [family.bias, family.scale, family.hold, family.advise] {
            out.extend(float.to_le_bytes());
        }
    }
    let mut rows: Vec<(u32, &[(u8, i8)])> = Vec::with_capacity(signs.len());
    let mut before = 0;
    for (hash, values) in signs {
        let hash = hash >> (32 - HASH_BITS);
        while hash - before > u32::from(u16::MAX) {
            before += u32::from(u16::MAX);
            rows.push((before, &[]));
        }
        // Of two signs with one hash the first is kept.
        if rows.last().is_none_or(|row| row.0 < hash) {
            rows.push((hash, values));
        }
        before = hash;
    }
    out.extend((rows.len() as u32).to_le_bytes());
    let hashes = || std::iter::once(0).chain(rows.iter().map(|row| row.0));
    out.extend(hashes().zip(hashes().skip(1)).flat_map(|(from, to)| ((to - from) as u16).to_le_bytes()));
    out.extend(rows.iter().map(|(_, values)| values.len() as u8));
    out.extend(rows.iter().flat_map(|(_, values)| *values).map(|&(family, _)| family));
    out.extend(rows.iter().flat_map(|(_, values)| *values).map(|&(_, value)| value as u8));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family;

    #[test]
    fn the_weights_in_the_module_can_be_read() {
        let read = Weights::read(BYTES).expect("data/model/weights.bin is not of the layout: run cargo xtask train");
        assert!(read.hashes.is_sorted(), "signs are looked up by halving");
        assert!(read.speaks_for.iter().all(|&family| usize::from(family) < FAMILIES.len()));
        assert!(BYTES.len() <= 200 * 1024, "the model may take 200 KB");
    }

    #[test]
    fn the_model_speaks_only_to_families_that_exist() {
        assert!(FAMILIES.iter().all(|id| family(id).is_some()));
    }

    #[test]
    fn bytes_that_are_no_weights_are_refused() {
        assert!(Weights::read(&[]).is_none());
        assert!(Weights::read(&[18, 0, 0]).is_none());
        assert_eq!(Weights::none().of(7).count(), 0);
    }
}
