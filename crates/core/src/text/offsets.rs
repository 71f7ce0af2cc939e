//! The only place where byte offsets become UTF-16 offsets.

/// Maps byte offsets of one text to UTF-16 code units, in time linear in the text.
pub(crate) struct Utf16Offsets<'a> {
    text: &'a str,
    /// Code units before each stretch of `STRIDE` bytes; empty for ASCII, where both agree.
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'a> Utf16Offsets<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            let mut next = 0;
            for (at, c) in text.char_indices() {
                while next <= at {
                    marks.push(units);
                    next += STRIDE;
                }
                units += c.len_utf16() as u32;
            }
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `at`, which is brought back to a character boundary.
    pub(crate) fn utf16(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        if self.marks.is_empty() {
            return at;
        }
        // A mark counts the code units before the first character at or after its byte.
        let index = (at / STRIDE).min(self.marks.len() - 1);
        let mut from = index * STRIDE;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        if from > at {
            return self.text[..at].encode_utf16().count();
        }
        self.marks[index] as usize + self.text[from..at].chars().map(char::len_utf16).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_a_count_from_the_start() {
        for text in [
            "plain",
            "",
            "💙 a \u{FE0F}é\r\n👩🏽‍⚕️ b",
            &"é💙x".repeat(100),
            &"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa💙b".repeat(3),
        ] {
            let offsets = Utf16Offsets::new(text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.utf16(at), text[..at].encode_utf16().count(), "{text:?} at {at}");
            }
        }
    }
}
