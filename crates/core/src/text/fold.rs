//! Folding: what is written differently and means the same becomes the same.
//!
//! Lower case, accents away, full-width forms to ASCII, curly apostrophes to
//! straight ones; zero-width and bidirectional characters vanish.

use super::folds::{COMPOSED, FOLDS};

/// Appends the folded form of `word` to `out`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        out[from..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' | '`' => out.push('\''),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c if is_mark(c) || is_invisible(c) => {}
            c => match FOLDS.binary_search_by_key(&c, |&(from, _)| from) {
                Ok(found) => out.push_str(FOLDS[found].1),
                Err(_) => out.extend(c.to_lowercase()),
            },
        }
    }
}

/// Marks that combine with the letter before them.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether a letter and the combining mark behind it are one character.
pub(crate) fn composes(base: char, mark: char) -> bool {
    COMPOSED.binary_search(&(base, mark)).is_ok()
}

/// The folded form of `word`.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Characters that take no room and carry no meaning in a word.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_means_the_same() {
        for (written, folded) in [
            ("Don\u{2019}t", "don't"),
            ("Siân", "sian"),
            ("ＮＨＳ", "nhs"),
            ("９４３", "943"),
            ("pa\u{200B}tient", "patient"),
            ("Wójcik", "wojcik"),
            ("Łukasz", "lukasz"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }
}
