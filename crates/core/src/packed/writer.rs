//! Writes what the reader reads.

use super::sort::{LOWEST, MOST_BITS, SHARE_BITS, Sort};

/// Collects numbers; the bytes are made at the end, when it is known how often each comes.
#[derive(Default)]
pub(crate) struct Writer {
    numbers: Vec<(Sort, u32)>,
}

impl Writer {
    pub(crate) fn number(&mut self, sort: Sort, number: u32) {
        self.numbers.push((sort, number));
    }

    /// A list in rising order, as steps from one to the next.
    pub(crate) fn rising(&mut self, list: &[u32], first: Sort, next: Sort) {
        let mut last = 0;
        for (nth, &number) in list.iter().enumerate() {
            self.number(if nth == 0 { first } else { next }, number - last);
            last = number;
        }
    }

    /// The tables, then the numbers.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut counts: Vec<Vec<u64>> = Vec::new();
        for &(sort, number) in &self.numbers {
            let (place, _) = sort.part(number);
            if counts.len() <= sort.table {
                counts.resize(sort.table + 1, Vec::new());
            }
            let counts = &mut counts[sort.table];
            if counts.len() <= place as usize {
                counts.resize(place as usize + 1, 0);
            }
            counts[place as usize] += 1;
        }
        let tables: Vec<Vec<u32>> = counts.iter().map(|counts| shares(counts)).collect();
        let mut out = vec![tables.len() as u8];
        for table in &tables {
            for number in std::iter::once(table.len() as u32).chain(table.iter().copied()) {
                if number < 0x80 {
                    out.push(number as u8);
                } else {
                    out.extend([number as u8 | 0x80, (number >> 7) as u8]);
                }
            }
        }
        out.extend(self.backwards(&tables));
        out
    }

    fn backwards(&self, tables: &[Vec<u32>]) -> Vec<u8> {
        let mut state = LOWEST;
        let mut out = Vec::new();
        let mut room = |state: &mut u32, below: u64| {
            while u64::from(*state) >= below {
                out.push(*state as u8);
                *state >>= 8;
            }
        };
        let first_of = |table: &Vec<u32>| -> Vec<u32> {
            let mut sum = 0;
            let firsts = table.iter().map(|share| {
                sum += share;
                sum - share
            });
            firsts.collect()
        };
        let firsts: Vec<Vec<u32>> = tables.iter().map(first_of).collect();
        for &(sort, number) in self.numbers.iter().rev() {
            let (place, bits) = sort.part(number);
            let beyond = bits.saturating_sub(MOST_BITS);
            for (number, bits) in [(number, beyond), (number >> beyond, bits - beyond)] {
                room(&mut state, u64::from(LOWEST) << 8 >> bits);
                state = state << bits | number & ((1 << bits) - 1);
            }
            let (first, share) = (firsts[sort.table][place as usize], tables[sort.table][place as usize]);
            room(&mut state, u64::from(LOWEST >> SHARE_BITS << 8) * u64::from(share));
            state = (state / share) << SHARE_BITS | (state % share + first);
        }
        out.extend(state.to_le_bytes());
        out.reverse();
        out
    }
}

/// Counts as shares of `1 << SHARE_BITS`; what comes at all has one at least.
fn shares(counts: &[u64]) -> Vec<u32> {
    let total: u64 = counts.iter().sum();
    let whole = 1_u64 << SHARE_BITS;
    if total == 0 {
        return Vec::new();
    }
    let mut shares: Vec<u64> =
        counts.iter().map(|&count| if count == 0 { 0 } else { (count * whole / total).max(1) }).collect();
    // What rounding left over, or took too much, is settled where it costs least.
    loop {
        let sum: u64 = shares.iter().sum();
        let loss = |index: usize, by: i64| {
            let (count, share) = (counts[index] as f64, shares[index] as f64);
            count * (share.ln() - (share + by as f64).ln())
        };
        let by = match sum.cmp(&whole) {
            std::cmp::Ordering::Equal => break,
            std::cmp::Ordering::Less => 1,
            std::cmp::Ordering::Greater => -1,
        };
        let able = (0..shares.len()).filter(|&index| if by > 0 { shares[index] > 0 } else { shares[index] > 1 });
        let Some(best) = able.min_by(|&a, &b| loss(a, by).total_cmp(&loss(b, by))) else { break };
        shares[best] = shares[best].wrapping_add_signed(by);
    }
    shares.into_iter().map(|share| share as u32).collect()
}
