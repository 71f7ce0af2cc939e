//! A full name in one cell: which of it is given, surname and preferred.

/// Words that go before a name. A list that has them in a column of their own loses nothing here.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "dame",
    "lady",
    "lord",
    "rev",
    "revd",
    "cllr",
];

/// Words that belong to the surname behind them.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "al", "el", "bin",
    "bint", "ibn", "abu", "ben", "ap", "ab", "ferch", "mac", "mc", "o", "st", "st.",
];

/// Letters behind a name.
const HONOURS: &[&str] = &[
    "rn", "rgn", "rmn", "rm", "mbe", "obe", "cbe", "dbe", "phd", "md", "msc", "bsc", "mbbs", "frcs", "frcp", "mrcp",
    "mrcgp", "frcgp", "jr", "sr", "jnr", "snr", "esq",
];

/// Parts a full name into given names, surname, and what stood in brackets or quotation marks among them ("Elizabeth (Liz) Jones").
pub fn split(full: &str) -> (String, String, String) {
    let (full, preferred) = aside(full);
    let (given, surname) = match full.split_once(',') {
        // Behind a second comma stand honours or a post.
        Some((surname, rest)) => (words(rest.split(',').next().unwrap_or_default()), words(surname)),
        None => {
            let mut given = words(&full);
            let mut from = given.len().saturating_sub(1);
            while from > 1 && is(PARTICLES, given[from - 1]) {
                from -= 1;
            }
            let surname = given.split_off(from);
            (given, surname)
        }
    };
    (given.join(" "), surname.join(" "), preferred)
}

/// The words of a name, without titles before and honours behind.
fn words(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 1 && is(TITLES, words[0].trim_end_matches('.')) {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|last| is(HONOURS, last)) {
        words.pop();
    }
    words
}

/// Takes out what stands in brackets or quotation marks: one word is a preferred name, more are a department or the
/// like, and so is one in capitals alone ("PATEL, Asha (NHS)").
fn aside(full: &str) -> (String, String) {
    let marks = [('(', ')'), ('"', '"'), ('“', '”'), ('[', ']')];
    for (open, close) in marks {
        let Some((before, rest)) = full.split_once(open) else { continue };
        let Some((inside, after)) = rest.split_once(close) else { continue };
        let inside = inside.trim();
        let nickname = !inside.contains(char::is_whitespace)
            && inside.chars().any(char::is_lowercase)
            && inside.chars().all(|letter| letter.is_alphabetic() || letter == '-' || letter == '\'');
        let (rest, other) = aside(&format!("{before} {after}"));
        return (rest, if nickname { inside.to_owned() } else { other });
    }
    (full.to_owned(), String::new())
}

/// Whether a word is part of a surname and never all of it: "van", "de".
pub fn is_particle(word: &str) -> bool {
    is(PARTICLES, word)
}

fn is(list: &[&str], word: &str) -> bool {
    list.iter().any(|&known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_names_as_lists_write_them() {
        for (full, given, surname, preferred) in [
            ("Asha Patel", "Asha", "Patel", ""),
            ("  Asha   Mary Patel ", "Asha Mary", "Patel", ""),
            ("Patel, Asha", "Asha", "Patel", ""),
            ("PATEL, Asha (EXAMPLE NHS TRUST)", "Asha", "PATEL", ""),
            ("Elizabeth (Liz) Jones", "Elizabeth", "Jones", "Liz"),
            ("Elizabeth \"Liz\" Jones (Pharmacy Team)", "Elizabeth", "Jones", "Liz"),
            ("Dr. Jan van der Berg PhD", "Jan", "van der Berg", ""),
            ("van der Berg, Dr Jan, RN", "Jan", "van der Berg", ""),
            ("Tom Price-Hughes", "Tom", "Price-Hughes", ""),
            ("Van Morrison", "Van", "Morrison", ""),
            ("Asha", "", "Asha", ""),
            ("Dr Patel", "", "Patel", ""),
            ("", "", "", ""),
        ] {
            assert_eq!(split(full), (given.to_owned(), surname.to_owned(), preferred.to_owned()), "{full}");
        }
    }
}
