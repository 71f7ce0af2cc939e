//! Writes what `src/lexicon/wire.rs` reads.

#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A list in rising order: its length, then the steps.
    pub(crate) fn rising(&mut self, list: &[u32]) {
        self.number(list.len() as u32);
        let mut last = 0;
        for &number in list {
            self.number(number - last);
            last = number;
        }
    }
}
