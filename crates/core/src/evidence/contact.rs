//! Telephone numbers, mail addresses, postcodes and National Insurance numbers.
//!
//! Sources: Ofcom's national numbering plan (lengths and ranges); Royal Mail's
//! list of postcode areas; HMRC's manual NIM39110 for National Insurance
//! prefixes.

use super::{Identifier, IdentifierKind, Place, Reading};
use crate::lexicon::signal;
use crate::text::Kind;

pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Identifier>) {
    for index in 0..reading.text.tokens.len() {
        match reading.text.tokens[index].kind {
            Kind::Email => out.push(email(reading, index)),
            Kind::Number | Kind::Mark => out.extend(phone(reading, index)),
            Kind::Word => {
                out.extend(postcode(reading, index));
                out.extend(national_insurance(reading, index));
            }
            _ => {}
        }
    }
}

/// Mailboxes of teams and organisations, which are there to be published.
const ROLE_MAILBOXES: &[&str] = &[
    "info",
    "enquiries",
    "enquiry",
    "contact",
    "contactus",
    "office",
    "admin",
    "pals",
    "comms",
    "communications",
    "media",
    "press",
    "foi",
    "hello",
    "help",
    "support",
    "recruitment",
    "jobs",
    "volunteering",
    "feedback",
    "complaints",
    "events",
    "training",
    "research",
    "team",
    "reception",
    "bookings",
    "web",
    "england",
];

fn email(reading: &Reading<'_>, index: usize) -> Identifier {
    let written = reading.text.folded(index);
    let mailbox = written.split('@').next().unwrap_or("");
    let public = mailbox.split(['.', '-', '_']).any(|piece| ROLE_MAILBOXES.contains(&piece));
    Identifier { kind: IdentifierKind::Email, place: Place::new(index, index + 1), score: 0.97, public, cue: None }
}

/// A number in the shapes that people give UK telephones: 07700 900417, 0191 498 0163, +44 7700 900 417, (020) 7946 0000.
fn phone(reading: &Reading<'_>, start: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let mut digits = String::new();
    let mut groups = Vec::new();
    let plus = reading.text.written(start) == "+";
    let mut at = if plus { start + 1 } else { start };
    let mut end = at;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Number => {
                let group = reading.text.folded(at);
                if digits.len() + group.len() > 14 {
                    break;
                }
                digits.push_str(group);
                groups.push(group.len());
                at += 1;
                end = at;
                // "(0)" after the country code is dialled by nobody.
            }
            Kind::Soft if matches!(reading.text.written(at), "-" | "(" | ")" | "–" | "‑") => at += 1,
            Kind::Stop
                if reading.text.written(at) == "."
                    && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number && next.start == token.end) =>
            {
                at += 1
            }
            _ => break,
        }
    }
    if digits.is_empty() || tokens[start].kind == Kind::Mark && !plus {
        return None;
    }
    let place = Place::new(start, end);
    let national = if plus || digits.starts_with("0044") || digits.starts_with("44") && groups[0] == 2 {
        let rest = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44"))?;
        format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
    } else {
        digits.clone()
    };
    let glued = start > 0 && {
        let before = &tokens[start - 1];
        before.end == tokens[start].start
            && (matches!(before.kind, Kind::Word | Kind::Number)
                || matches!(reading.text.written(start - 1), "/" | "=" | "_" | "£" | "$")
                // The middle of "978-0-144-54411-7", or of "10.0.19045.3570".
                || matches!(reading.text.written(start - 1), "-" | "–" | "‑" | ".")
                    && start > 1
                    && tokens[start - 2].kind == Kind::Number
                    && tokens[start - 2].end == before.start)
    };
    if glued {
        return None;
    }
    let short =
        matches!(national.as_str(), "111" | "999" | "116123" | "85258" | "101" | "112" | "119" | "18001" | "08001111");
    if short {
        return None;
    }
    let shape = match national.as_bytes() {
        [b'0', b'7', b'1'..=b'9', ..] => national.len() == 11,
        [b'0', b'1' | b'2', ..] => matches!(national.len(), 10 | 11),
        [b'0', b'3', ..] => national.len() == 11,
        [b'0', b'8', ..] => matches!(national.len(), 7 | 10 | 11),
        _ => false,
    };
    // An unparted ten-digit number that begins 01 or 02 is a CHI number at least as often as a telephone.
    let bare_ten = groups.len() == 1 && national.len() == 10;
    if !shape || groups.len() > 6 {
        return None;
    }
    let cue = reading.label_near(signal::IDENTIFIER_PHONE_LABEL, place, 5, 2);
    let score = match (&cue, bare_ten) {
        (Some(_), _) => 0.97,
        (None, true) => 0.4,
        (None, false) => 0.92,
    };
    let public = national.starts_with("03") || national.starts_with("08");
    (score >= 0.45).then_some(Identifier { kind: IdentifierKind::Phone, place, score, public, cue })
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

fn postcode(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let first = reading.text.folded(index);
    let token = &reading.text.tokens[index];
    if first.len() > 7
        || !first.is_ascii()
        || index > 0
            && reading.text.tokens[index - 1].end == token.start
            && reading.text.tokens[index - 1].kind != Kind::Soft
    {
        return None;
    }
    let letters = first.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=2).contains(&letters) || letters == first.len() {
        return None;
    }
    if !AREAS.contains(&first.get(..letters)?) {
        return None;
    }
    let (code, end) = pieces(reading, index)?;
    let split = code.len().checked_sub(3)?;
    let (outward, inward) = (code.as_bytes().get(..split)?, code.as_bytes().get(split..)?);
    let inward_fits =
        inward[0].is_ascii_digit() && inward[1..].iter().all(|b| b.is_ascii_alphabetic() && !b"cikmov".contains(b));
    let digits = outward.get(letters..)?;
    let outward_fits = match digits {
        [a] => a.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && (b.is_ascii_digit() || letters <= 2 && b.is_ascii_alphabetic()),
        _ => false,
    };
    (inward_fits && outward_fits).then(|| Identifier {
        kind: IdentifierKind::Postcode,
        place: Place::new(index, end),
        score: if reading.text.slice(index, end).bytes().any(|b| b.is_ascii_uppercase()) { 0.95 } else { 0.8 },
        public: false,
        cue: None,
    })
}

/// The spaces that people leave in the middle of a postcode, at most.
const WIDEST_GAP: u32 = 3;

/// The five to seven characters from a word on, with at most one gap in them: "NE29 0HF" reads as the word "ne29", the
/// number "0" and the word "hf", "NE290HF" as "ne290" and "hf". Nothing further may touch them.
fn pieces(reading: &Reading<'_>, index: usize) -> Option<(String, usize)> {
    let tokens = &reading.text.tokens;
    let mut code = reading.text.folded(index).to_owned();
    let mut end = index + 1;
    let mut gaps = 0;
    while let Some(next) = tokens.get(end).filter(|next| matches!(next.kind, Kind::Word | Kind::Number)) {
        let gap = next.start - tokens[end - 1].end;
        gaps += usize::from(gap > 0);
        let whole = gap > 0 && code.len() >= 5 && code.as_bytes()[code.len() - 1].is_ascii_alphabetic();
        if gap > WIDEST_GAP || gaps > 1 || whole {
            break;
        }
        code.push_str(reading.text.folded(end));
        end += 1;
        if code.len() > 7 {
            return None;
        }
    }
    (code.len() >= 5).then_some((code, end))
}

/// Two letters, six digits in any grouping, one letter A to D.
fn national_insurance(reading: &Reading<'_>, index: usize) -> Option<Identifier> {
    let tokens = &reading.text.tokens;
    let first = reading.text.folded(index).as_bytes();
    if first.len() != 2 && first.get(2).is_none_or(|third| !third.is_ascii_digit()) {
        return None;
    }
    let mut code = String::new();
    let mut at = index;
    while code.len() < 9 && at < index + 10 {
        let token = tokens.get(at)?;
        let gap = at > index && token.start - tokens[at - 1].end > 2;
        if at > index && matches!(reading.text.written(at), "-" | "–" | "‑" | ".") {
            at += 1;
            continue;
        }
        if gap || !matches!(token.kind, Kind::Word | Kind::Number) {
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
    // QQ is the prefix of every specimen; with a label it is meant as a number.
    let specimen =
        prefix == b"qq" && reading.label_near(signal::IDENTIFIER_NI_LABEL, Place::new(index, at), 5, 3).is_some();
    if !(prefix_fits || specimen) || !bytes[2..8].iter().all(u8::is_ascii_digit) || !b"abcd".contains(&bytes[8]) {
        return None;
    }
    let place = Place::new(index, at);
    let cue = reading.label_near(signal::IDENTIFIER_NI_LABEL, place, 5, 3);
    Some(Identifier {
        kind: IdentifierKind::NationalInsurance,
        place,
        score: if cue.is_some() { 0.98 } else { 0.9 },
        public: false,
        cue,
    })
}
