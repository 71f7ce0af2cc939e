//! Words by a few bits of their hashes, in order: what is not in the list is mostly told by that.

use crate::packed::{Reader, Sort};

/// Words are filed in this many drawers, by the first bits of their hashes.
const DRAWERS: usize = 1 << DRAWER_BITS;
const DRAWER_BITS: u32 = 14;

/// Filed words.
#[derive(Default)]
pub(crate) struct Filed {
    /// Where each drawer begins; one more for the end.
    starts: Vec<u32>,
    /// What each word is known by in its drawer.
    rest: Vec<u16>,
    rest_bits: u32,
}

impl Filed {
    /// Reads `count` hashes of `bits` bits, each as a step from the one before.
    pub(crate) fn load(reader: &mut Reader<'_>, gap: Sort, count: u32, bits: u32) -> Self {
        let rest_bits = bits - DRAWER_BITS;
        let mut starts = Vec::with_capacity(DRAWERS + 1);
        let mut rest = Vec::with_capacity(count as usize);
        reader.rising(count, gap, gap, |hash| {
            while starts.len() <= (hash >> rest_bits) as usize {
                starts.push(rest.len() as u32);
            }
            rest.push((hash & ((1 << rest_bits) - 1)) as u16);
        });
        starts.resize(DRAWERS + 1, rest.len() as u32);
        Self { starts, rest, rest_bits }
    }

    /// The place of a hash in the order of hashes.
    pub(crate) fn place(&self, hash: u32) -> Option<usize> {
        let drawer = (hash >> self.rest_bits) as usize;
        let rest = (hash & ((1 << self.rest_bits) - 1)) as u16;
        let (from, to) = (*self.starts.get(drawer)? as usize, *self.starts.get(drawer + 1)? as usize);
        self.rest[from..to].iter().position(|&known| known == rest).map(|nth| from + nth)
    }
}
