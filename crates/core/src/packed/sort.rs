//! Sorts of numbers, and how a number is parted into what the table knows and what follows as it is.

/// A sort of number: those of one sort are about alike.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sort {
    /// Its place among the tables of a row.
    pub(crate) table: usize,
    /// Numbers under `1 << plain` have a place in the table each; of greater ones the size and the first three bits have.
    plain: u32,
}

/// How many bits may follow as they are at one go.
pub(crate) const MOST_BITS: u32 = 16;
/// The shares in a table add up to `1 << SHARE_BITS`.
pub(crate) const SHARE_BITS: u32 = 12;
/// The coder's state is kept at this or above, and under 256 times it.
pub(crate) const LOWEST: u32 = 1 << 23;

impl Sort {
    pub(crate) const fn new(table: usize, plain: u32) -> Self {
        assert!(plain >= 2, "three bits of a greater number are in the table");
        Self { table, plain }
    }

    /// A number's place in the table, and how many of its last bits follow.
    pub(crate) const fn part(self, number: u32) -> (u32, u32) {
        if number >> self.plain == 0 {
            return (number, 0);
        }
        let size = number.ilog2();
        ((1 << self.plain) + (size - self.plain) * 4 + (number >> (size - 2) & 3), size - 2)
    }

    /// The number of a place without the bits that follow, and how many these are.
    pub(crate) const fn join(self, place: u32) -> (u32, u32) {
        if place >> self.plain == 0 {
            return (place, 0);
        }
        let beyond = place - (1 << self.plain);
        let bits = beyond / 4 + self.plain - 2;
        ((4 | beyond & 3) << bits, bits)
    }
}
