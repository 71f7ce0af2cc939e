//! Tokens: words, numbers, mentions, addresses and marks, each with its place.

use super::fold::{fold_into, is_invisible, is_mark};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with digits after them: "ward", "FY2".
    Word,
    /// Digits alone.
    Number,
    /// "@name".
    Mention,
    /// The "#" before the words of a hashtag.
    Hash,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A mark that ends a sentence or a clause: . ! ? : ;
    Stop,
    /// A mark that words may straddle: , - ' " ( ) * emoji and the like.
    Soft,
    /// A mark that parts words but no sentence: / = + and the like.
    Mark,
    /// One or more line breaks.
    Break,
}

/// What else is known of a token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags(u8);

impl Flags {
    /// Begins with a capital letter.
    pub(crate) const CAPITAL: Self = Self(1);
    /// All letters are capitals, and there are two or more.
    pub(crate) const UPPER: Self = Self(2);
    /// Ended in "'s" or "'", which was left off the folded form.
    pub(crate) const POSSESSIVE: Self = Self(4);
    /// White space, or the text's start, is before it.
    pub(crate) const SPACED: Self = Self(8);
    /// A word inside a hashtag.
    pub(crate) const TAGGED: Self = Self(16);
    /// The first word of a sentence.
    pub(crate) const FIRST: Self = Self(32);

    pub(crate) const fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    const fn with(self, flag: Self, on: bool) -> Self {
        if on { Self(self.0 | flag.0) } else { self }
    }
}

/// One token. `start` and `end` are bytes of the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    pub(crate) flags: Flags,
    /// Which sentence it is in, counted from 0.
    pub(crate) sentence: u32,
    fold_start: u32,
    fold_end: u32,
}

/// A text and its tokens.
pub(crate) struct Text<'a> {
    pub(crate) source: &'a str,
    pub(crate) tokens: Vec<Token>,
    folded: String,
    /// The tokens that are not soft, in order.
    pub(crate) solids: Vec<u32>,
    /// For each token, and for the text's end, how many before it are not soft.
    ranks: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Reads a text into tokens.
    pub(crate) fn read(source: &'a str) -> Self {
        let mut reader = Reader {
            source,
            at: 0,
            tokens: Vec::with_capacity(source.len() / 4 + 4),
            folded: String::with_capacity(source.len()),
            sentence: 0,
            ended: true,
            spaced: true,
        };
        reader.run();
        let Reader { tokens, folded, .. } = reader;
        let mut solids = Vec::with_capacity(tokens.len());
        let mut ranks = Vec::with_capacity(tokens.len() + 1);
        for (index, token) in tokens.iter().enumerate() {
            ranks.push(solids.len() as u32);
            if token.kind != Kind::Soft {
                solids.push(index as u32);
            }
        }
        ranks.push(solids.len() as u32);
        Self { source, tokens, folded, solids, ranks }
    }

    /// The folded form of token `index`, without a possessive ending; empty past the end.
    pub(crate) fn folded(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.folded[token.fold_start as usize..token.fold_end as usize])
    }

    /// The token as written; empty past the end.
    pub(crate) fn written(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.source[token.start as usize..token.end as usize])
    }

    /// The first token from `index` on that is not soft.
    pub(crate) fn solid_from(&self, index: usize) -> usize {
        self.solids.get(self.rank(index)).map_or(self.tokens.len(), |&solid| solid as usize)
    }

    /// How many tokens before `index` are not soft.
    pub(crate) fn rank(&self, index: usize) -> usize {
        self.ranks.get(index).map_or(self.solids.len(), |&rank| rank as usize)
    }

    /// The text that tokens `start..end` cover.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'a str {
        let (from, to) = self.bytes(start, end);
        &self.source[from..to]
    }

    /// The bytes that tokens `start..end` cover.
    pub(crate) fn bytes(&self, start: usize, end: usize) -> (usize, usize) {
        match (self.tokens.get(start), self.tokens.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) if end > start => (first.start as usize, last.end as usize),
            (Some(first), _) => (first.start as usize, first.start as usize),
            _ => (self.source.len(), self.source.len()),
        }
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    tokens: Vec<Token>,
    folded: String,
    sentence: u32,
    /// A sentence has ended and the next word begins another.
    ended: bool,
    spaced: bool,
}

/// Short forms after which a full stop ends no sentence.
const SHORT_FORMS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "no", "vs", "eg", "ie", "etc", "approx", "tel", "ext", "dept",
    "cllr", "sr", "jr",
];

impl Reader<'_> {
    fn run(&mut self) {
        let source = self.source;
        while let Some(c) = source[self.at..].chars().next() {
            let start = self.at;
            if c == '\n' || c == '\r' || c == '\u{2028}' || c == '\u{2029}' {
                let end = self.take_while(start, |c| c.is_whitespace());
                self.push(Kind::Break, start, end);
                self.end_sentence();
                self.at = end;
                self.spaced = true;
            } else if c.is_whitespace() {
                self.at += c.len_utf8();
                self.spaced = true;
            } else if is_invisible(c) {
                self.at += c.len_utf8();
            } else if let Some(end) = address_end(source, start, c) {
                let kind = if source[start..end].contains('@') && !source[start..end].contains("://") {
                    Kind::Email
                } else {
                    Kind::Url
                };
                self.push(kind, start, end);
                self.at = end;
            } else if c == '@' || c == '＠' {
                self.mention(start, c);
            } else if c == '#' || c == '＃' {
                self.hashtag(start, c);
            } else if is_digit(c) {
                let end = self.take_while(start, |c| is_digit(c) || is_invisible(c));
                self.push(Kind::Number, start, end);
                self.at = end;
            } else if c.is_alphabetic() {
                let end = word_end(source, start);
                self.word(start, end, false);
                self.at = end;
            } else {
                self.mark(start, c);
            }
        }
    }

    fn take_while(&self, start: usize, take: impl Fn(char) -> bool) -> usize {
        self.source[start..].find(|c| !take(c)).map_or(self.source.len(), |length| start + length)
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let from = self.folded.len();
        if !matches!(kind, Kind::Break | Kind::Soft) {
            fold_into(&self.source[start..end], &mut self.folded);
        }
        self.finish(kind, start, end, from, Flags::default());
    }

    fn finish(&mut self, kind: Kind, start: usize, end: usize, fold_start: usize, flags: Flags) {
        let counts = !matches!(kind, Kind::Break | Kind::Soft | Kind::Stop);
        if counts && self.ended {
            if !self.tokens.is_empty() {
                self.sentence += 1;
            }
            self.ended = false;
            self.finish_token(kind, start, end, fold_start, flags.with(Flags::FIRST, true));
        } else {
            self.finish_token(kind, start, end, fold_start, flags);
        }
    }

    fn finish_token(&mut self, kind: Kind, start: usize, end: usize, fold_start: usize, flags: Flags) {
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            kind,
            flags: flags.with(Flags::SPACED, self.spaced),
            sentence: self.sentence,
            fold_start: fold_start as u32,
            fold_end: self.folded.len() as u32,
        });
        self.spaced = false;
    }

    fn end_sentence(&mut self) {
        self.ended = true;
    }

    fn word(&mut self, start: usize, end: usize, tagged: bool) {
        let written = &self.source[start..end];
        let from = self.folded.len();
        fold_into(written, &mut self.folded);
        let mut flags = Flags::default().with(Flags::TAGGED, tagged);
        let first = written.chars().next().unwrap_or(' ');
        flags = flags.with(Flags::CAPITAL, first.is_uppercase());
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let capitals = letters.by_ref().take_while(|c| c.is_uppercase()).count();
        flags = flags
            .with(Flags::UPPER, capitals >= 2 && letters.next().is_none() && !written.contains(char::is_lowercase));
        let tail = &self.folded[from..];
        if !is_contraction(tail) {
            let bare = tail.strip_suffix("'s").or_else(|| tail.strip_suffix('\'')).map(str::len);
            if let Some(length) = bare
                && length > 0
            {
                self.folded.truncate(from + length);
                flags = flags.with(Flags::POSSESSIVE, true);
            }
        }
        expand_bare_contraction(&mut self.folded, from);
        if !flags.has(Flags::CAPITAL) {
            expand_short_spelling(&mut self.folded, from);
        }
        self.finish(Kind::Word, start, end, from, flags);
    }

    fn mention(&mut self, start: usize, at: char) {
        let name = start + at.len_utf8();
        let end = self.take_while(name, |c| c.is_alphanumeric() || c == '_');
        let glued = !self.spaced && self.tokens.last().is_some_and(|last| last.kind == Kind::Word);
        if end > name && !glued {
            self.push(Kind::Mention, start, end);
            self.at = end;
        } else {
            self.push(Kind::Mark, start, name);
            self.at = name;
        }
    }

    /// A hashtag becomes its "#" and the words in it: "#NHSEnglandStaff" reads as "# nhs england staff".
    fn hashtag(&mut self, start: usize, hash: char) {
        let body = start + hash.len_utf8();
        let end = self.take_while(body, |c| c.is_alphanumeric() || c == '_');
        if end == body || self.source[body..end].chars().all(is_digit) {
            self.push(Kind::Soft, start, body);
            self.at = body;
            return;
        }
        self.push(Kind::Hash, start, body);
        let mut from = body;
        for (at, kind) in tag_words(&self.source[body..end]) {
            let to = body + at;
            match kind {
                TagPiece::Word => self.word(from, to, true),
                TagPiece::Number => self.push(Kind::Number, from, to),
                TagPiece::Gap => {}
            }
            from = to;
        }
        self.at = end;
    }

    fn mark(&mut self, start: usize, c: char) {
        let end = start + c.len_utf8();
        match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' => {
                let end = self.take_while(start, |c| matches!(c, '.' | '!' | '?' | '…'));
                let next = self.source[end..].chars().next();
                let after_short = c == '.'
                    && end == start + 1
                    && !self.spaced
                    && self.tokens.last().is_some_and(|last| {
                        last.kind == Kind::Word && {
                            let word = &self.folded[last.fold_start as usize..last.fold_end as usize];
                            SHORT_FORMS.contains(&word)
                                || (word.chars().count() == 1 && last.flags.has(Flags::CAPITAL) && word != "i")
                        }
                    });
                let ends = next.is_none_or(|next| !(next.is_alphanumeric() || next == '@' || next == '/'));
                if after_short {
                    self.push(Kind::Soft, start, end);
                } else {
                    self.push(Kind::Stop, start, end);
                    if ends {
                        self.end_sentence();
                    }
                }
                self.at = end;
                return;
            }
            ':' | ';' => self.push(Kind::Stop, start, end),
            '/' | '=' | '+' | '\\' | '<' | '>' | '|' | '~' | '%' | '£' | '$' | '€' | '&' | '^' | '•' => {
                self.push(Kind::Mark, start, end);
            }
            _ => self.push(Kind::Soft, start, end),
        }
        self.at = end;
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn word_end(source: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = source[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = c.is_alphanumeric() || is_mark(c) || is_invisible(c);
        // Asterisks and apostrophes belong to a word when letters go on behind them: f***, don't, o'shea.
        let joins = matches!(c, '\'' | '\u{2019}' | '\u{02BC}' | '*' | '`')
            && chars.peek().is_some_and(|&(_, next)| next.is_alphabetic() || (c == '*' && matches!(next, '*')));
        let trails = matches!(c, '\'' | '\u{2019}') && source[start..start + at].ends_with(['s', 'S']);
        if inside || joins || (c == '*' && source[start..start + at].ends_with('*')) {
            end = start + at + c.len_utf8();
        } else if trails {
            return start + at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Contractions that end in "'s" and are no possessives.
fn is_contraction(word: &str) -> bool {
    matches!(
        word,
        "it's"
            | "that's"
            | "he's"
            | "she's"
            | "what's"
            | "who's"
            | "there's"
            | "here's"
            | "let's"
            | "where's"
            | "how's"
            | "when's"
            | "everyone's"
            | "someone's"
    )
}

/// Puts the apostrophe back into contractions that are often written without and mean nothing else.
fn expand_bare_contraction(folded: &mut String, from: usize) {
    let full = match &folded[from..] {
        "dont" => "don't",
        "cant" => "can't",
        "wont" => "won't",
        "didnt" => "didn't",
        "doesnt" => "doesn't",
        "isnt" => "isn't",
        "wasnt" => "wasn't",
        "arent" => "aren't",
        "werent" => "weren't",
        "hasnt" => "hasn't",
        "havent" => "haven't",
        "hadnt" => "hadn't",
        "couldnt" => "couldn't",
        "shouldnt" => "shouldn't",
        "wouldnt" => "wouldn't",
        "im" => "i'm",
        "ive" => "i've",
        "youre" => "you're",
        "youve" => "you've",
        "theyre" => "they're",
        "theyve" => "they've",
        "weve" => "we've",
        "thats" => "that's",
        "whats" => "what's",
        "hes" => "he's",
        "shes" => "she's",
        "theres" => "there's",
        "heres" => "here's",
        "whos" => "who's",
        _ => return,
    };
    folded.truncate(from);
    folded.push_str(full);
}

/// Spells out what phones and dialects shorten, so that patterns need only the full word.
fn expand_short_spelling(folded: &mut String, from: usize) {
    let full = match &folded[from..] {
        "u" | "yous" | "youse" => "you",
        "ur" => "your",
        "auld" => "old",
        "doon" => "down",
        "tae" => "to",
        "fae" | "frae" => "from",
        "telt" => "told",
        "txt" => "text",
        "ppl" => "people",
        "tomoz" | "tmrw" | "tomorra" => "tomorrow",
        "tonite" => "tonight",
        _ => return,
    };
    folded.truncate(from);
    folded.push_str(full);
}

enum TagPiece {
    Word,
    Number,
    Gap,
}

/// Where a hashtag's words end, by capitals, digits and underscores.
fn tag_words(body: &str) -> Vec<(usize, TagPiece)> {
    let mut pieces = Vec::new();
    let chars: Vec<(usize, char)> = body.char_indices().collect();
    let mut index = 0;
    while index < chars.len() {
        let first = chars[index].1;
        let mut next = index + 1;
        let piece = if is_digit(first) {
            while next < chars.len() && is_digit(chars[next].1) {
                next += 1;
            }
            TagPiece::Number
        } else if first == '_' {
            TagPiece::Gap
        } else {
            let letter = |i: usize| chars.get(i).is_some_and(|&(_, c)| c != '_' && !is_digit(c));
            let upper = |i: usize| chars.get(i).is_some_and(|&(_, c)| c.is_uppercase());
            if upper(index) && upper(next) {
                // A run of capitals is one word; its last capital begins the next when small letters follow.
                while letter(next) && upper(next) {
                    next += 1;
                }
                if letter(next) && next - index > 1 {
                    next -= 1;
                }
            } else {
                while letter(next) && !upper(next) {
                    next += 1;
                }
            }
            TagPiece::Word
        };
        pieces.push((chars.get(next).map_or(body.len(), |&(at, _)| at), piece));
        index = next;
    }
    pieces
}

const LONGEST_ADDRESS: usize = 320;

/// Where a web or mail address that begins here ends.
fn address_end(source: &str, start: usize, first: char) -> Option<usize> {
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    let rest = &source[start..];
    let lower = |prefix: &str| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”');
    if lower("http://") || lower("https://") || lower("www.") {
        let run = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        return Some(start + trim_address(run).len());
    }
    // No longer name is an address (RFC 5321 allows 320 bytes); the bound keeps reading linear.
    let mut window = rest.len().min(LONGEST_ADDRESS);
    while !rest.is_char_boundary(window) {
        window -= 1;
    }
    // The local part of a mail address, or a bare host name, has no other marks in it.
    let in_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let name = rest.as_bytes()[..window].iter().take_while(|b| in_name(b)).count();
    let is_mail = rest[name..window].starts_with('@');
    // Most words end here.
    if !is_mail && !rest[..name].contains('.') {
        return None;
    }
    let run = &rest[..rest[..window].find(is_end).unwrap_or(window)];
    if is_mail {
        let host = &run[name + 1..];
        let host_end =
            host.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(host.len());
        let host = host[..host_end].trim_end_matches(['.', '-']);
        if host.contains('.')
            && host.rsplit('.').next().is_some_and(|tld| tld.len() >= 2 && tld.bytes().all(|b| b.is_ascii_alphabetic()))
        {
            return Some(start + name + 1 + host.len());
        }
        return None;
    }
    let host = run[..name].trim_end_matches(['.', '-', '_', '+', '%']);
    let known = host.rsplit('.').next().is_some_and(|tld| {
        host.len() > tld.len()
            && ["uk", "com", "org", "net", "gov", "example", "info", "ly", "eu", "scot", "wales", "me", "io"]
                .iter()
                .any(|known| tld.eq_ignore_ascii_case(known))
    });
    // "tea.me" is two sentences run together more often than a host; these endings need a path or two dots.
    let plain = host.bytes().filter(|&b| b == b'.').count() >= 2
        || run[host.len()..].starts_with('/')
        || host.ends_with(".com")
        || host.ends_with(".org")
        || host.ends_with(".uk")
        || host.ends_with(".net");
    if known && plain && host.split('.').all(|label| !label.is_empty()) {
        let whole = if run[host.len()..].starts_with('/') { trim_address(run) } else { host };
        return Some(start + whole.len());
    }
    None
}

fn trim_address(run: &str) -> &str {
    run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(source: &str) -> String {
        let text = Text::read(source);
        (0..text.tokens.len())
            .map(|index| {
                let token = &text.tokens[index];
                let sign = match token.kind {
                    Kind::Word => "",
                    Kind::Number => "n:",
                    Kind::Mention => "m:",
                    Kind::Hash => "h:",
                    Kind::Url => "u:",
                    Kind::Email => "e:",
                    Kind::Stop | Kind::Mark => "",
                    Kind::Soft => return "_".to_owned(),
                    Kind::Break => return "\u{23CE}".to_owned(),
                };
                format!("{sign}{}", text.folded(index))
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn reads_words_as_people_write_them() {
        for (source, wanted) in [
            ("I\u{2019}ve seen o'Shea's wife, dont ask", "i've seen o'shea wife _ don't ask"),
            ("St Thomas' on Tuesday", "st thomas on tuesday"),
            ("ring 07700 900 417.", "ring n:07700 n:900 n:417 ."),
            ("mail a.b@nhs.net, or see www.nhs.uk/x.", "mail e:a.b@nhs.net _ or see u:www.nhs.uk/x ."),
            ("#NHSEnglandStaff #ToriesOut", "h:# nhs england staff h:# tories out"),
            ("Finance @ North Tyneside", "finance @ north tyneside"),
            ("hi @DrHamzaIqbalQI!", "hi m:@drhamzaiqbalqi !"),
            ("f*** right off", "f*** right off"),
            ("a\n\nb", "a \u{23CE} b"),
            ("yous telt auld Bob, U ok", "you told old bob _ u ok"),
            ("FY2 on NEWS2", "fy2 on news2"),
            ("end.Start again", "end . start again"),
        ] {
            assert_eq!(shapes(source), wanted);
        }
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let text = Text::read("Mr. Bell left. R.K. stayed! did he? yes");
        let sentences: Vec<u32> =
            text.tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.sentence).collect();
        assert_eq!(sentences, [0, 0, 0, 1, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn every_token_covers_its_own_bytes() {
        for source in
            ["", "💙", "a\u{0301}b", "＠x ９４３ #日本", "'''", "***", "x@", "@", "http://", "\u{202E}abc", "f**"]
        {
            let text = Text::read(source);
            let mut last = 0;
            for token in &text.tokens {
                assert!(token.start as usize >= last && token.end > token.start, "{source:?}");
                assert!(source.is_char_boundary(token.start as usize) && source.is_char_boundary(token.end as usize));
                last = token.end as usize;
            }
        }
    }
}
