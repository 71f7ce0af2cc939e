//! Reads a row of numbers back.

use super::sort::{LOWEST, MOST_BITS, SHARE_BITS, Sort};

/// Reads numbers in the order in which they were written. What lies past the end reads as anything: who writes and who
/// reads are built together.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    state: u32,
    tables: Vec<Table>,
}

/// How a sort of number is read.
struct Table {
    /// The number's place for each of the coder's slots; empty where no number is of this sort.
    places: Vec<u16>,
    /// The first slot of each place, and how many it has.
    slots: Vec<(u16, u16)>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self { bytes, state: 0, tables: Vec::new() };
        for _ in 0..reader.byte() {
            let count = reader.plain() as u16;
            let room = if count == 0 { 0 } else { 1 << SHARE_BITS };
            let mut table = Table { places: Vec::with_capacity(room), slots: Vec::with_capacity(count.into()) };
            for place in 0..count {
                let share = reader.plain() as u16;
                table.slots.push((table.places.len() as u16, share));
                table.places.extend(std::iter::repeat_n(place, share.into()));
            }
            table.places.truncate(1 << SHARE_BITS);
            reader.tables.push(table);
        }
        (0..4).for_each(|_| reader.state = reader.state << 8 | reader.byte());
        reader
    }

    fn byte(&mut self) -> u32 {
        let Some((&byte, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        byte.into()
    }

    /// A number of the head, in two bytes where it is over 127.
    fn plain(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 { first } else { first & 0x7F | self.byte() << 7 }
    }

    fn fill(&mut self) {
        while self.state < LOWEST {
            let Some((&byte, rest)) = self.bytes.split_first() else { break };
            self.bytes = rest;
            self.state = self.state << 8 | u32::from(byte);
        }
    }

    pub(crate) fn number(&mut self, sort: Sort) -> u32 {
        let slot = self.state & ((1 << SHARE_BITS) - 1);
        let Some(table) = self.tables.get(sort.table) else { return 0 };
        let Some(&place) = table.places.get(slot as usize) else { return 0 };
        let (first, share) = table.slots[place as usize];
        self.state = u32::from(share) * (self.state >> SHARE_BITS) + slot - u32::from(first);
        self.fill();
        let (number, bits) = sort.join(place.into());
        if bits == 0 { number } else { number | self.bits(bits) }
    }

    /// Bits as they are, the first ones first where there are many.
    fn bits(&mut self, bits: u32) -> u32 {
        if bits > MOST_BITS {
            let first = self.bits(MOST_BITS);
            return first << (bits - MOST_BITS) | self.bits(bits - MOST_BITS);
        }
        let number = self.state & ((1 << bits) - 1);
        self.state >>= bits;
        self.fill();
        number
    }

    /// A list in rising order, as steps from one to the next: the first of one sort, all others of another.
    pub(crate) fn rising(&mut self, length: u32, first: Sort, next: Sort, mut take: impl FnMut(u32)) {
        let mut last = 0;
        for nth in 0..length {
            last += self.number(if nth == 0 { first } else { next });
            take(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Writer;
    use super::*;

    const SMALL: Sort = Sort::new(0, 4);
    const WIDE: Sort = Sort::new(1, 2);
    const UNUSED: Sort = Sort::new(2, 4);
    const ALIKE: Sort = Sort::new(3, 4);

    #[test]
    fn numbers_come_back_as_they_were_written() {
        let numbers: Vec<u32> = (0..5_000_u32).map(|n| n.wrapping_mul(2_654_435_761) >> (14 + n % 18)).collect();
        let mut writer = Writer::default();
        for &number in &numbers {
            writer.number(SMALL, number % 23);
            writer.number(ALIKE, 7);
            writer.number(WIDE, number);
        }
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        for &number in &numbers {
            assert_eq!(reader.number(SMALL), number % 23);
            assert_eq!(reader.number(ALIKE), 7);
            assert_eq!(reader.number(WIDE), number);
        }
        assert_eq!(reader.number(UNUSED), 0);
    }

    #[test]
    fn what_is_common_takes_little_room() {
        let mut writer = Writer::default();
        (0..8_000).for_each(|n| writer.number(SMALL, u32::from(n % 50 == 0)));
        assert!(writer.finish().len() < 8_000 / 50);
    }

    #[test]
    fn lists_in_order_come_back() {
        let list = [3, 9, 10, 500];
        let mut writer = Writer::default();
        writer.rising(&list, SMALL, WIDE);
        let bytes = writer.finish();
        let mut read = Vec::new();
        Reader::new(&bytes).rising(4, SMALL, WIDE, |number| read.push(number));
        assert_eq!(read, list);
    }
}
