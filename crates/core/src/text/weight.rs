//! How X counts a post's length (twitter-text, `config/v3.json`).

use super::fold::{composes, is_mark};

/// The most a post on X may weigh.
pub const X_LIMIT: usize = 280;

const URL_WEIGHT: usize = 23;

/// The weighted length of a text as X counts it: addresses count 23, most
/// Latin characters 1, other characters and an emoji sequence 2.
pub fn weight(text: &str) -> usize {
    let mut total = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if bare.starts_with("http://") || bare.starts_with("https://") {
            total += URL_WEIGHT + word[bare.len()..].chars().count();
        } else {
            total += characters(word);
        }
    }
    total
}

fn characters(word: &str) -> usize {
    let mut total = 0;
    let mut joined = false;
    let mut previous = ' ';
    for c in word.chars() {
        let code = c as u32;
        // X counts after normalising to NFC: a letter and its mark are one.
        let one = is_mark(c) && composes(previous, c);
        previous = c;
        if one {
            continue;
        }
        // Variation selectors, skin tones and what a joiner joins belong to one emoji.
        if matches!(code, 0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F) {
            continue;
        }
        if code == 0x200D {
            joined = total > 0;
            continue;
        }
        if joined {
            joined = false;
            continue;
        }
        total += match code {
            0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
            _ => 2,
        };
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_x_counts() {
        assert_eq!(weight("Hello"), 5);
        assert_eq!(weight("cafe\u{0301}"), 4);
        assert_eq!(weight("https://example.org/a/very/long/address/indeed ok"), 23 + 3);
        assert_eq!(weight("💙"), 2);
        assert_eq!(weight("👩🏽‍⚕️"), 2);
        assert_eq!(weight("日本"), 4);
    }
}
