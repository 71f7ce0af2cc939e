//! Bytes to text: UTF-8, UTF-16 with its mark, and otherwise Windows-1252, which Excel still writes.

use serde::Serialize;
use thiserror::Error;

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Why a file was not read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// More than [`MOST_BYTES`].
    #[error("the file is larger than 20 MB: leave out columns that are not needed, or parts of the organisation")]
    TooLarge,
    /// A spreadsheet, a picture or the like.
    #[error("this is no text: save the sheet as CSV and read that file")]
    NotText,
    /// More than [`MOST_PEOPLE`](crate::MOST_PEOPLE).
    #[error("there are more than 250,000 colleagues: give those of your own organisation alone")]
    TooMany,
}

impl Refusal {
    /// A word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText => "not-text",
            Self::TooMany => "too-many",
        }
    }
}

/// How a file's letters were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, which begins with its mark.
    Utf16,
    /// A guess, where the bytes are neither: somebody should look at the accents.
    Windows1252,
}

pub(crate) fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]]));
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let (text, encoding): (String, _) = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => (wide(u16::from_le_bytes), Encoding::Utf16),
        [0xFE, 0xFF, ..] => (wide(u16::from_be_bytes), Encoding::Utf16),
        _ => match String::from_utf8(bytes) {
            Ok(text) => (text, Encoding::Utf8),
            Err(error) => (error.as_bytes().iter().map(|&byte| windows_1252(byte)).collect(), Encoding::Windows1252),
        },
    };
    // No text holds these; spreadsheets and pictures do.
    if text.contains('\0') || ["PK\u{3}\u{4}", "%PDF-"].iter().any(|start| text.starts_with(start)) {
        return Err(Refusal::NotText);
    }
    Ok((text, encoding))
}

/// Where Windows-1252 differs from Latin-1: the bytes 0x80 to 0x9F (encoding.spec.whatwg.org).
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_excel_writes() {
        let utf16 = |swap: bool| {
            let units = "\u{FEFF}Siân 💙".encode_utf16();
            units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
        };
        assert_eq!(decode("Siân".into()), Ok(("Siân".to_owned(), Encoding::Utf8)));
        assert_eq!(decode(b"Si\xE2n O\x92Shea".to_vec()), Ok(("Siân O’Shea".to_owned(), Encoding::Windows1252)));
        assert_eq!(decode(utf16(false)), Ok(("Siân 💙".to_owned(), Encoding::Utf16)));
        assert_eq!(decode(utf16(true)), Ok(("Siân 💙".to_owned(), Encoding::Utf16)));
    }

    #[test]
    fn refuses_what_is_no_text() {
        for bytes in [&b"PK\x03\x04sheet"[..], b"%PDF-1.7", b"\x89PNG\r\n\x1A\n\0\0", b"\xD0\xCF\x11\xE0\0"] {
            assert_eq!(decode(bytes.to_vec()), Err(Refusal::NotText));
        }
        assert_eq!(decode(vec![b'a'; MOST_BYTES + 1]), Err(Refusal::TooLarge));
    }
}
