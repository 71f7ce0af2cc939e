//! Telephone numbers, mail addresses, postcodes and National Insurance numbers.
//!
//! Sources: Ofcom's national numbering plan (lengths and ranges); Royal Mail's
//! list of postcode areas and the shapes of postcodes in BS 7666; HMRC's manual
//! NIM39110 for National Insurance prefixes.

use super::digits::{Digits, digit_word, is_misread, run_at};
use super::near_number::around;
use super::nhs_number::is_chi;
use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::signal;
use crate::text::{Flags, Kind};

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    let mut index = 0;
    while index < reading.text.tokens.len() {
        let found = match reading.text.tokens[index].kind {
            Kind::Email => Some(email(reading, index)),
            Kind::Number | Kind::Mark => phone(reading, index),
            Kind::Word => {
                let spoken = || spoken_phone(reading, index);
                out.extend(national_insurance(reading, index));
                postcode(reading, index).or_else(spoken).or_else(|| spelled_email(reading, index))
            }
            Kind::Mention => spelled_email(reading, index),
            _ => None,
        };
        let end = found.as_ref().filter(|found| found.kind == IdentifierKind::Phone).map(|found| found.place.end);
        out.extend(found);
        index = end.unwrap_or(index + 1);
    }
}

/// Mailboxes of teams and organisations, which are there to be published, a name a line.
const MAILBOXES: &str = include_str!("../../data/mailbox.txt");

/// Names that stand for whoever reads: "firstname.surname@".
const PLACEHOLDERS: &[&str] = &[
    "firstname",
    "forename",
    "first",
    "lastname",
    "last",
    "initial",
    "surname",
    "name",
    "yourname",
    "your",
    "someone",
    "somebody",
    "user",
    "username",
    "example",
    "xxx",
    "xxxx",
    "xxxxx",
    "abc",
];

fn is_public_mailbox(mailbox: &str) -> bool {
    let piece = |piece: &str| {
        let bare = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered = bare.len() < piece.len();
        bare.len() > 1
            && MAILBOXES
                .lines()
                .any(|line| line.strip_suffix('#').map_or(line == bare, |line| numbered && line == bare))
    };
    mailbox.split(['.', '-', '_']).any(piece) || mailbox.contains("noreply") || mailbox.contains("no-reply")
}

fn is_placeholder(mailbox: &str) -> bool {
    let mut pieces = mailbox.split(['.', '-', '_']);
    let stands_for = |piece: &str| PLACEHOLDERS.contains(&piece);
    pieces.clone().all(stands_for)
        || pieces.any(stands_for) && (mailbox.contains("name") || !mailbox.contains(['.', '-', '_']))
}

fn email(reading: &Reading<'_>, index: usize) -> Identifier {
    let written = reading.text.folded(index);
    let mailbox = written.split('@').next().unwrap_or(written);
    mail_address(Place::new(index, index + 1), mailbox, 0.97)
}

fn mail_address(place: Place, mailbox: &str, score: f32) -> Identifier {
    let nobody = is_placeholder(mailbox);
    Identifier {
        kind: IdentifierKind::Email,
        place,
        score: if nobody { 0.1 } else { score },
        public: nobody || is_public_mailbox(mailbox),
        cue: None,
    }
}

/// Last labels of hosts, in addresses that are not written as addresses.
const LAST_LABELS: &[&str] = &[
    "uk", "com", "net", "org", "me", "co", "scot", "wales", "cymru", "ie", "eu", "gov", "ac", "info", "io", "edu",
    "example", "test", "us", "au", "nz", "in", "de", "fr", "pl",
];

/// The tokens of a mail address that its writer hid: "priya (at) host dot uk", "p.nair @ nhs . net".
const LONGEST_HIDDEN: usize = 24;

fn spelled_email(reading: &Reading<'_>, start: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let touches = |at: usize| at > 0 && tokens.get(at).is_some_and(|token| token.start == tokens[at - 1].end);
    // Most words are followed by no mark of an address.
    let marks = |at: usize| match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Word) => matches!(reading.word(at), "at" | "dot" | "underscore" | "dash" | "hyphen"),
        Some(Kind::Stop | Kind::Number | Kind::Mention) => true,
        Some(Kind::Soft | Kind::Mark) => {
            matches!(reading.text.written(at), "@" | "＠" | "[" | "(" | "{" | "<" | "_" | "-")
        }
        _ => false,
    };
    if !marks(start + 1) {
        return None;
    }
    // An address begins at a word that no mark of an address stands before.
    if start > 0 && (reading.word(start - 1) == "dot" || touches(start) && tokens[start - 1].kind != Kind::Soft) {
        return None;
    }
    let mut mailbox = String::new();
    let mut host = String::new();
    let mut hidden = 0;
    let mut in_host = false;
    let mut wants_name = true;
    let mut end = start;
    let mut at = start;
    while at < start + LONGEST_HIDDEN {
        let Some(token) = tokens.get(at) else { break };
        let word = reading.word(at);
        let name = if in_host { &mut host } else { &mut mailbox };
        let bracketed = at > 0
            && matches!(reading.text.written(at - 1), "[" | "(" | "{" | "<" | "_" | "-")
            && matches!(reading.text.written(at + 1), "]" | ")" | "}" | ">" | "_" | "-");
        match token.kind {
            Kind::Word if !wants_name && word == "dot" => {
                name.push('.');
                hidden += 1;
                wants_name = true;
            }
            Kind::Word if !wants_name && !in_host && (word == "at" || bracketed && word == "a") => {
                hidden += usize::from(bracketed);
                in_host = true;
                wants_name = true;
            }
            Kind::Word if !wants_name && matches!(word, "underscore" | "dash" | "hyphen") => {
                name.push('-');
                wants_name = true;
            }
            Kind::Mark if !in_host && !wants_name && matches!(reading.text.written(at), "@" | "＠") => {
                hidden += 1;
                in_host = true;
                wants_name = true;
            }
            // "name@" and the host on the next line; "@ nhs.net".
            Kind::Url if in_host && wants_name && !word.contains('/') => {
                hidden += usize::from(mailbox.contains('.'));
                host.push_str(word);
                end = at + 1;
                break;
            }
            Kind::Mention if !in_host && !wants_name => {
                in_host = true;
                hidden += 1;
                host.push_str(word.trim_start_matches(['@', '＠']));
                end = at + 1;
                wants_name = false;
            }
            Kind::Word | Kind::Number if wants_name || touches(at) => {
                name.push_str(word);
                wants_name = false;
                end = at + 1;
                if in_host && host.contains('.') && !goes_on(reading, at + 1) {
                    break;
                }
            }
            Kind::Stop if reading.text.written(at) == "." && !wants_name => {
                // A full stop is a dot only where something goes on at once, or in a host that is spaced out.
                if !(touches(at + 1) || in_host || reading.token(at + 1).is_some_and(|next| next.kind == Kind::Word)) {
                    break;
                }
                name.push('.');
                wants_name = true;
            }
            Kind::Soft if matches!(reading.text.written(at), "[" | "]" | "(" | ")" | "{" | "}") => {}
            Kind::Soft if touches(at) && touches(at + 1) && matches!(reading.text.written(at), "_" | "-") => {
                name.push('-');
                wants_name = true;
            }
            Kind::Mark if matches!(reading.text.written(at), "<" | ">") => {}
            Kind::Break if in_host && wants_name && host.is_empty() => {}
            _ => break,
        }
        at += 1;
    }
    let last = host.rsplit('.').next()?;
    let whole = host.contains('.') && LAST_LABELS.contains(&last) && !mailbox.is_empty() && hidden > 0;
    whole.then(|| mail_address(Place::new(start, end), &mailbox, 0.85)).filter(|found| found.score > 0.5)
}

/// Whether a host goes on behind a label.
fn goes_on(reading: &Reading<'_>, index: usize) -> bool {
    let next = reading.text.solid_from(index);
    reading.word(next) == "dot"
        || reading.text.written(next) == "."
            && reading
                .token(next + 1)
                .is_some_and(|token| token.kind == Kind::Word && LAST_LABELS.contains(&reading.word(next + 1)))
}

/// A number in the shapes that people give UK telephones: 07700 900417, 0191 498 0163, +44 7700 900 417, (020) 7946 0000.
fn phone(reading: &Reading<'_>, start: usize) -> Option<Identifier> {
    let plus = reading.text.written(start) == "+";
    if !plus && reading.text.tokens[start].kind == Kind::Mark {
        return None;
    }
    let first = if plus { start + 1 } else { start };
    // A number goes on at every token of it; the first one decides.
    phone_from(reading, first, plus)
}

/// "oh double seven double oh, nine double oh, four nine three".
fn spoken_phone(reading: &Reading<'_>, start: usize) -> Option<Identifier> {
    let begins = |index: usize| {
        let word = reading.word(index);
        digit_word(word) == Some(0) || matches!(word, "double" | "plus") || is_misread(word)
    };
    if !begins(start) {
        return None;
    }
    let plus = reading.word(start) == "plus";
    phone_from(reading, if plus { start + 1 } else { start }, plus)
}

/// Lengths of numbers with what may stand before them: 0800 1111 is not one person's.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=15;

fn phone_from(reading: &Reading<'_>, start: usize, plus: bool) -> Option<Identifier> {
    let run = run_at(reading, start)?;
    let mut best = None;
    for length in LENGTHS {
        let Some(found) = run.first(reading, length) else { continue };
        // A whole number does not go on in the next line.
        if best.is_some() && run.breaks_within(length) {
            break;
        }
        let Some(national) = national(&found.digits, plus) else { continue };
        if !found.glued && grouped_as_phone(&found) {
            best = Some((found, national));
        }
    }
    let (found, national) = best?;
    let prefix = usize::from(plus);
    let place = Place::new(found.place.start - prefix, found.place.end);
    // An unparted ten-digit number that begins 01 or 02 is a CHI number at least as often as a telephone.
    let bare_ten = found.groups.len() == 1 && national.len() == 10 && !plus;
    let cue = reading.label_near(signal::IDENTIFIER_PHONE_LABEL, place, 5, 2);
    let around = around(reading, place);
    // "080948 4641" has the shape of a freephone number and is born on 8 September.
    let chi = cue.is_none() && national.len() == 10 && !plus && is_chi(&found.digits, &found.groups);
    let score = match &cue {
        None if chi => 0.4,
        Some(_) => 0.97,
        None if bare_ten || around.called_other => 0.4,
        None => 0.92,
    };
    let public = national.starts_with("03") || national.starts_with("08") || national.starts_with("09");
    (score >= 0.45).then_some(Identifier { kind: IdentifierKind::Phone, place, score, public, cue })
}

/// Whether digits are parted as people part telephones: "0-262-03384-4" is a book.
fn grouped_as_phone(found: &Digits) -> bool {
    found.groups[0] > 1
        || found.digits.starts_with(&[0, 7]) && found.digits.len() == 11
        || found.groups.iter().all(|&size| size == 1)
}

/// The number as it is dialled within the country, if it has the length of one.
fn national(digits: &[u8], plus: bool) -> Option<String> {
    let digits: String = digits.iter().map(|&digit| char::from(b'0' + digit)).collect();
    let abroad = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44"));
    let national = match abroad {
        Some(rest) if plus || digits.starts_with("0044") || rest.starts_with('7') => {
            format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
        }
        _ if plus => return None,
        _ => digits,
    };
    let fits = match national.as_bytes() {
        [b'0', b'7', b'1'..=b'9', ..] => national.len() == 11,
        [b'0', b'1', b'1'..=b'9', ..] => matches!(national.len(), 10 | 11),
        [b'0', b'2', b'0' | b'3' | b'4' | b'8' | b'9', ..] => national.len() == 11,
        [b'0', b'3', ..] => national.len() == 11,
        [b'0', b'8' | b'9', ..] => matches!(national.len(), 10 | 11),
        _ => false,
    };
    fits.then_some(national)
}

/// Royal Mail's postcode areas, with the Channel Islands, the Isle of Man and BFPO.
const AREAS: &[&str] = &[
    "ab", "al", "b", "ba", "bb", "bd", "bf", "bh", "bl", "bn", "br", "bs", "bt", "ca", "cb", "cf", "ch", "cm", "co",
    "cr", "ct", "cv", "cw", "da", "dd", "de", "dg", "dh", "dl", "dn", "dt", "dy", "e", "ec", "eh", "en", "ex", "fk",
    "fy", "g", "gl", "gu", "gy", "ha", "hd", "hg", "hp", "hr", "hs", "hu", "hx", "ig", "im", "ip", "iv", "je", "ka",
    "kt", "kw", "ky", "l", "la", "ld", "le", "ll", "ln", "ls", "lu", "m", "me", "mk", "ml", "n", "ne", "ng", "nn",
    "np", "nr", "nw", "ol", "ox", "pa", "pe", "ph", "pl", "po", "pr", "rg", "rh", "rm", "s", "sa", "se", "sg", "sk",
    "sl", "sm", "sn", "so", "sp", "sr", "ss", "st", "sw", "sy", "ta", "td", "tf", "tn", "tq", "tr", "ts", "tw", "ub",
    "w", "wa", "wc", "wd", "wf", "wn", "wr", "ws", "wv", "yo", "ze",
];

/// Words that say a postcode stands beside them.
fn called_postcode(reading: &Reading<'_>, place: Place) -> bool {
    let calls =
        |index: usize| matches!(reading.word(index), "postcode" | "postcodes" | "post" | "zip" | "address" | "addy");
    reading.before(place, 6).chain(reading.after(place, 3)).any(calls)
}

fn postcode(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let first = reading.text.folded(index);
    let token = &reading.text.tokens[index];
    if first.len() > 7
        || !first.is_ascii()
        || index > 0
            && reading.text.tokens[index - 1].end == token.start
            && !matches!(reading.text.tokens[index - 1].kind, Kind::Soft | Kind::Stop | Kind::Break)
    {
        return None;
    }
    let letters = first.bytes().take_while(u8::is_ascii_alphabetic).count();
    // "cf 44 7 ud": the area stands by itself.
    let single = first.len() == 1;
    if !(1..=2).contains(&letters) || !single && !AREAS.contains(&first.get(..letters)?) {
        return None;
    }
    // "Da's 67th".
    if token.flags.has(Flags::POSSESSIVE) {
        return None;
    }
    let (place, odd) = postcode_shape(reading, index)?;
    let written = reading.text.slice(place.start, place.end);
    let upper = written.bytes().filter(u8::is_ascii_uppercase).count();
    let lower = written.bytes().filter(u8::is_ascii_lowercase).count();
    let called = called_postcode(reading, place);
    let around = around(reading, place);
    // "M6 2nd exit", "W1 2hr wait": the tail is a word of its own.
    if upper > 0 && lower > 0 && !called && !(upper == 1 && token.flags.has(Flags::CAPITAL) && !unit(written)) {
        return None;
    }
    if lower > 0 && !called && unit(written) || around.called_other || faulty(reading, place) {
        return None;
    }
    // The letter for the figure, "LE3 OQP", and letters one by one are told from words by their capitals.
    let bare = written.bytes().filter(u8::is_ascii_digit).count() < 2 || written.split_whitespace().count() > 4;
    if bare && lower > 0 && !called {
        return None;
    }
    let score = match (odd, lower == 0) {
        _ if called => 0.95,
        (false, true) => 0.95,
        (false, false) => 0.8,
        (true, _) => 0.7,
    };
    Some(Identifier { kind: IdentifierKind::Postcode, place, score, public: false, cue: None })
}

/// Whether the last two letters are a unit or an ordinal's ending.
fn unit(written: &str) -> bool {
    let (Some(head), Some(tail)) = (
        written.get(..written.len().saturating_sub(3)),
        written.get(written.len().saturating_sub(2)..).map(str::to_ascii_lowercase),
    ) else {
        return false;
    };
    head.ends_with(char::is_whitespace)
        && matches!(tail.as_str(), "nd" | "rd" | "st" | "th" | "hr" | "yr" | "ft" | "lb" | "gb" | "tb" | "px" | "wk")
}

/// Whether a device that shows codes stands near.
fn faulty(reading: &Reading<'_>, place: Place) -> bool {
    let near = place.start.saturating_sub(4)..place.end + 3;
    near.filter(|index| !(place.start..place.end).contains(index)).any(|index| {
        matches!(
            reading.word(index),
            "error"
                | "printer"
                | "laserjet"
                | "model"
                | "serial"
                | "firmware"
                | "reg"
                | "registration"
                | "fiesta"
                | "corsa"
        )
    })
}

/// The spaces that people leave in the middle of a postcode, at most.
const WIDEST_GAP: u32 = 3;

/// A postcode from a word on, and whether it is parted as no postcode should be: "NE29 0HF" reads as the word "ne29",
/// the number "0" and the word "hf", "NE290HF" as "ne290" and "hf", "HU6-9QL" has a dash, "PL19 8" and "DX" may stand in
/// two lines. Nothing further may touch it.
fn postcode_shape(reading: &Reading<'_>, index: usize) -> Option<(Place, bool)> {
    let tokens = &reading.text.tokens;
    let mut code = reading.text.folded(index).to_owned();
    // Where in the code a gap is.
    let mut gaps: Vec<usize> = Vec::new();
    let mut marked = false;
    let mut end = index + 1;
    // "S W 1 9 3 A B"
    let mut singles = code.len() == 1;
    let mut best = None;
    loop {
        let touched = tokens.get(end).is_some_and(|next| {
            next.start == tokens[end - 1].end && matches!(next.kind, Kind::Word | Kind::Number | Kind::Mention)
        });
        if !touched && let Some(split) = fits(&code) {
            let odd = marked || gaps.iter().any(|&gap| gap != split);
            best = Some((Place::new(index, end), odd));
            // With its one gap in the middle it is whole.
            if !odd {
                break;
            }
        }
        let mut next = end;
        let part = tokens.get(next).is_some_and(|token| {
            token.kind == Kind::Break
                || token.kind == Kind::Soft && matches!(reading.text.written(next), "-" | "–" | "_" | "‑")
        });
        if part {
            next += 1;
            marked = true;
        }
        let Some(token) = tokens.get(next).filter(|token| matches!(token.kind, Kind::Word | Kind::Number)) else {
            break;
        };
        let gap = token.start - tokens[next - 1].end;
        if part || gap > 0 {
            gaps.push(code.len());
        }
        code.push_str(reading.text.folded(next));
        singles &= reading.text.folded(next).len() == 1;
        if gap > WIDEST_GAP || gaps.len() > 3 && !singles || code.len() > 7 {
            break;
        }
        end = next + 1;
    }
    best
}

/// Where the outward part of a postcode ends, if the characters are one.
fn fits(code: &str) -> Option<usize> {
    let letters = code.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !code.is_ascii() || !AREAS.contains(&code.get(..letters)?) {
        return None;
    }
    let split = code.len().checked_sub(3).filter(|&split| split >= 2)?;
    let (outward, inward) = (code.as_bytes().get(..split)?, code.as_bytes().get(split..)?);
    let inward_fits = (inward[0].is_ascii_digit() || inward[0] == b'o')
        && inward[1..].iter().all(|b| b.is_ascii_alphabetic() && !b"cikmov".contains(b));
    let outward_fits = match outward.get(letters..)? {
        [a] => a.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && (b.is_ascii_digit() || b.is_ascii_alphabetic()),
        _ => false,
    };
    (inward_fits && outward_fits).then_some(split)
}

/// Two letters, six digits in any grouping, one letter A to D.
fn national_insurance(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let first = reading.text.folded(index).as_bytes();
    if first.len() > 2 && first.get(2).is_none_or(|third| !third.is_ascii_digit()) || first.is_empty() {
        return None;
    }
    let mut code = String::new();
    let mut at = index;
    while code.len() < 9 && at < index + 18 {
        let token = tokens.get(at)?;
        let gap = at > index && token.start - tokens[at - 1].end > 2;
        if at > index
            && (matches!(reading.text.written(at), "-" | "–" | "‑" | "." | "/" | "_" | "|")
                || token.kind == Kind::Break)
        {
            at += 1;
            continue;
        }
        if gap || !matches!(token.kind, Kind::Word | Kind::Number) {
            return None;
        }
        // "S K 4 9 …": letters by themselves are two.
        if code.len() < 2 && at > index && reading.text.folded(at).len() != 1 {
            return None;
        }
        code.push_str(reading.text.folded(at));
        at += 1;
    }
    let bytes: &[u8; 9] = code.as_bytes().try_into().ok()?;
    let prefix = &bytes[..2];
    let prefix_fits = prefix.iter().all(|b| b.is_ascii_lowercase() && !b"dfiquv".contains(b))
        && prefix[1] != b'o'
        && ![b"bg", b"gb", b"nk", b"kn", b"tn", b"nt", b"zz"].iter().any(|barred| *barred == prefix);
    let place = Place::new(index, at);
    let cue = reading.label_near(signal::IDENTIFIER_NI_LABEL, place, 5, 3);
    // QQ is the prefix of every specimen; with a label it is meant as a number.
    let specimen = prefix == b"qq" && cue.is_some();
    let longer = tokens.get(at).is_some_and(|next| {
        next.start == tokens[at - 1].end && matches!(next.kind, Kind::Word | Kind::Number | Kind::Mention)
    });
    if !(prefix_fits || specimen)
        || longer
        || !bytes[2..8].iter().all(u8::is_ascii_digit)
        || !b"abcd".contains(&bytes[8])
    {
        return None;
    }
    let around = around(reading, place);
    (cue.is_some() || !around.called_other).then_some(Identifier {
        kind: IdentifierKind::NationalInsurance,
        place,
        score: if cue.is_some() { 0.98 } else { 0.9 },
        public: false,
        cue,
    })
}
