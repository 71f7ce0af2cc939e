//! Digits as people write them: in figures or words, doubled, in groups of any size, parted by whatever is at hand.

use super::{Place, Reading};
use crate::text::Kind;

/// The most digits that any number here has: "0044 (0)" and ten more.
const MOST: usize = 15;

/// The most marks between two groups of one number: ") - ".
const WIDEST_GAP: usize = 3;

/// What parts a group from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    Touching,
    /// White space, or a word's own end.
    Space,
    /// A slash.
    Slash,
    /// A comma.
    Comma,
    /// A dash, a dot, a bracket, an underscore.
    Mark,
    /// A line break.
    Break,
}

#[derive(Debug, Clone, Copy)]
struct Group {
    size: usize,
    /// The token behind it.
    end: usize,
    gap: Gap,
    spoken: bool,
}

/// Digits in a row, from one token on.
pub(super) struct Run {
    start: usize,
    digits: [u8; MOST],
    length: usize,
    groups: [Group; MOST],
    count: usize,
}

/// The first digits of a run, as far as a group's end.
pub(super) struct Digits {
    pub(super) place: Place,
    pub(super) digits: Vec<u8>,
    /// The sizes of the groups as written; words count as one group.
    pub(super) groups: Vec<usize>,
    /// A slash stands in it.
    pub(super) slashed: bool,
    /// Directly beside a character that makes it part of something longer.
    pub(super) glued: bool,
}

/// The run of digits that begins at a token; none where fewer than seven stand together.
pub(super) fn run_at(reading: &Reading<'_>, start: usize) -> Option<Run> {
    let nothing = Group { size: 0, end: start, gap: Gap::Touching, spoken: false };
    let mut run = Run { start, digits: [0; MOST], length: 0, groups: [nothing; MOST], count: 0 };
    let mut at = start;
    let mut gap = Gap::Touching;
    while let Some(end) = run.take(reading, at, gap) {
        let Some((next, parted)) = over_gap(reading, end) else { break };
        (at, gap) = (next, parted);
    }
    (run.length >= 7).then_some(run)
}

/// Over the marks behind `from`, to what may go on with a number.
fn over_gap(reading: &Reading<'_>, from: usize) -> Option<(usize, Gap)> {
    let tokens = &reading.text.tokens;
    let mut at = from;
    let mut gap = None;
    while at - from <= WIDEST_GAP {
        let token = tokens.get(at)?;
        let mark = match (token.kind, reading.text.written(at)) {
            (Kind::Break, _) => Gap::Break,
            (Kind::Mark, "/" | "\\" | "|") => Gap::Slash,
            (Kind::Mark, "•") => Gap::Mark,
            (Kind::Soft, ",") => Gap::Comma,
            (Kind::Soft, "-" | "–" | "‑" | "—" | "·" | "_" | "(" | ")" | "[" | "]" | "*") | (Kind::Stop, ".") => {
                Gap::Mark
            }
            (Kind::Number | Kind::Word, _) => {
                let touching = token.start == tokens[from.checked_sub(1)?].end;
                return Some((at, gap.unwrap_or(if touching { Gap::Touching } else { Gap::Space })));
            }
            _ => return None,
        };
        gap = Some(match (gap, mark) {
            (Some(Gap::Break), _) | (_, Gap::Break) => Gap::Break,
            (Some(Gap::Slash), _) => Gap::Slash,
            _ => mark,
        });
        at += 1;
    }
    None
}

impl Run {
    /// Takes the digits at a token; the token behind them.
    fn take(&mut self, reading: &Reading<'_>, at: usize, gap: Gap) -> Option<usize> {
        let token = reading.token(at)?;
        let word = reading.word(at);
        match token.kind {
            Kind::Number => self.add(word.bytes().map(|digit| digit.wrapping_sub(b'0')), at + 1, gap, false),
            // "94O 476": the letter for the figure.
            Kind::Word if gap == Gap::Touching && is_misread(word) => {
                let digits = word.bytes().map(|b| if b == b'o' { 0 } else { b.wrapping_sub(b'0') });
                self.add(digits, at + 1, gap, false)
            }
            Kind::Word => {
                let times = match word {
                    "double" => 2,
                    "triple" | "treble" => 3,
                    _ => return self.add([digit_word(word)?].into_iter(), at + 1, gap, true),
                };
                let next = reading.text.solid_from(at + 1);
                let follows = reading.word(next);
                let digit = digit_word(follows).or_else(|| {
                    let &[figure @ b'0'..=b'9'] = follows.as_bytes() else { return None };
                    Some(figure - b'0')
                })?;
                self.add([digit; 3].into_iter().take(times), next + 1, gap, true)
            }
            _ => None,
        }
    }

    fn add(&mut self, digits: impl Iterator<Item = u8>, end: usize, gap: Gap, spoken: bool) -> Option<usize> {
        let before = self.length;
        for digit in digits {
            if digit > 9 {
                return None;
            }
            *self.digits.get_mut(self.length)? = digit;
            self.length += 1;
        }
        *self.groups.get_mut(self.count)? = Group { size: self.length - before, end, gap, spoken };
        self.count += 1;
        Some(end)
    }

    /// The first `length` digits, where a group ends with them.
    pub(super) fn first(&self, reading: &Reading<'_>, length: usize) -> Option<Digits> {
        let mut sum = 0;
        let last = self.groups[..self.count].iter().position(|group| {
            sum += group.size;
            sum >= length
        })?;
        if sum != length {
            return None;
        }
        let groups = &self.groups[..=last];
        let inner = &groups[1..];
        let spoken = groups.iter().any(|group| group.spoken);
        // A list's commas part its items; who dictates pauses.
        let sizes: Vec<usize> = groups.iter().map(|group| group.size).collect();
        if !spoken && sizes != [3, 3, 4] && inner.iter().any(|group| group.gap == Gap::Comma) {
            return None;
        }
        let place = Place::new(self.start, groups[last].end);
        let next = self.groups[..self.count].get(last + 1);
        let goes_on = next.is_some_and(|next| {
            next.gap == Gap::Comma && inner.iter().any(|group| group.gap == Gap::Comma)
                || matches!(next.gap, Gap::Touching | Gap::Slash | Gap::Mark) && touches(reading, place.end)
                || spoken && next.spoken
                || next.gap == Gap::Space && groups.iter().all(|group| group.size == next.size)
        });
        Some(Digits {
            place,
            digits: self.digits[..length].to_vec(),
            groups: if spoken { vec![length] } else { sizes },
            slashed: inner.iter().any(|group| group.gap == Gap::Slash),
            glued: goes_on || is_glued(reading, place),
        })
    }

    /// Whether a line ends within the first `length` digits.
    pub(super) fn breaks_within(&self, length: usize) -> bool {
        let mut sum = 0;
        self.groups[..self.count].iter().any(|group| {
            let inside = sum > 0 && sum < length && group.gap == Gap::Break;
            sum += group.size;
            inside
        })
    }
}

/// Whether a token begins where the one before it ends.
fn touches(reading: &Reading<'_>, index: usize) -> bool {
    let tokens = &reading.text.tokens;
    index > 0 && tokens.get(index).is_some_and(|token| token.start == tokens[index - 1].end)
}

/// Whether what stands at either end makes digits part of something longer: "A9434765919", "0.9434765919", "£943…".
fn is_glued(reading: &Reading<'_>, place: Place) -> bool {
    let tokens = &reading.text.tokens;
    let part = |index: usize| {
        matches!(tokens[index].kind, Kind::Word | Kind::Number)
            || matches!(reading.text.written(index), "/" | "=" | "£" | "€" | "$" | "%")
    };
    let numbered = |index: usize| tokens.get(index).is_some_and(|token| token.kind == Kind::Number);
    let before = touches(reading, place.start) && {
        let mark = place.start - 1;
        let linked =
            mark > 0 && touches(reading, mark) && matches!(reading.text.written(mark), "." | "-" | "–" | "‑" | "_");
        part(mark) || linked && numbered(mark - 1)
    };
    let after = touches(reading, place.end) && (part(place.end) && reading.text.written(place.end) != "/");
    before || after
}

/// Figures with the letter O for nought among them: "o7700".
pub(super) fn is_misread(word: &str) -> bool {
    word.len() <= 12
        && word.bytes().all(|b| b == b'o' || b.is_ascii_digit())
        && (word == "o" || word.bytes().any(|b| b.is_ascii_digit()))
}

/// A digit in a word.
pub(super) fn digit_word(word: &str) -> Option<u8> {
    Some(match word {
        "zero" | "oh" | "o" | "nought" | "naught" | "nil" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        _ => return None,
    })
}
