//! Rows and cells: RFC 4180, with semicolons and tabs as well, and forgiving to slips.

use std::borrow::Cow;

/// A quoted cell may run over so many line breaks; a mark that is open for longer is a slip.
const MOST_BREAKS: u32 = 3;

/// One row and where it begins, counted from 1.
pub(crate) struct Row<'a> {
    pub(crate) line: u32,
    pub(crate) cells: Vec<Cow<'a, str>>,
    /// Every quotation mark is closed.
    pub(crate) closed: bool,
}

/// A place in a text, and what parts its cells.
#[derive(Debug)]
pub(crate) struct Rows {
    at: usize,
    line: u32,
    mark: char,
}

impl Rows {
    /// Finds out what parts the cells: Excel's own word for it ("sep=;"), or what the first line holds.
    pub(crate) fn new(text: &str) -> Self {
        let mut rows = Self { at: if text.starts_with('\u{FEFF}') { 3 } else { 0 }, line: 1, mark: ',' };
        let first = text[rows.at..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        if let Some(mark) = first.strip_prefix("sep=").and_then(|mark| mark.chars().next()) {
            rows.mark = mark;
            rows.at = line_end(text, rows.at).1;
            rows.line = 2;
            return rows;
        }
        let mut inside = false;
        for letter in first.chars() {
            match letter {
                '"' => inside = !inside,
                '\t' if !inside => {
                    rows.mark = '\t';
                    break;
                }
                ';' if !inside => rows.mark = ';',
                _ => {}
            }
        }
        rows
    }

    /// How many bytes are read.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The next row; blank lines are rows of one empty cell.
    pub(crate) fn next<'a>(&mut self, text: &'a str) -> Option<Row<'a>> {
        if self.at >= text.len() {
            return None;
        }
        let mut row = Row { line: self.line, cells: Vec::with_capacity(4), closed: true };
        let start = self.at;
        loop {
            let (cell, end, breaks) = match self.quoted(text) {
                Quoted::Not => {
                    let end =
                        text[self.at..].find([self.mark, '\n', '\r']).map_or(text.len(), |length| self.at + length);
                    (Cow::Borrowed(text[self.at..end].trim()), end, 0)
                }
                Quoted::Cell(cell, end, breaks) => (cell, end, breaks),
                Quoted::Open => {
                    row.closed = false;
                    self.at = line_end(text, start).1;
                    self.line = row.line + 1;
                    return Some(row);
                }
            };
            row.cells.push(cell);
            self.line += breaks;
            self.at = end;
            if !text[end..].starts_with(self.mark) {
                self.at = line_end(text, end).1;
                self.line += 1;
                return Some(row);
            }
            self.at += self.mark.len_utf8();
        }
    }

    /// The cell at this place, where it is in quotation marks.
    fn quoted<'a>(&self, text: &'a str) -> Quoted<'a> {
        let rest = &text[self.at..];
        let inside = rest.trim_start_matches(|letter| letter == ' ' || letter == '\t' && self.mark != '\t');
        let Some(inside) = inside.strip_prefix('"') else { return Quoted::Not };
        let begin = text.len() - inside.len();
        let bytes = text.as_bytes();
        let mut at = begin;
        let mut breaks = 0;
        let mut doubled = false;
        loop {
            match bytes.get(at) {
                None => return Quoted::Open,
                Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                    doubled = true;
                    at += 1;
                }
                Some(b'"') => {
                    let after = &text[at + 1..];
                    let end = after.find([self.mark, '\n', '\r']).map_or(text.len(), |length| at + 1 + length);
                    let trail = text[at + 1..end].trim();
                    if !trail.is_empty() && breaks > 0 {
                        return Quoted::Open;
                    }
                    let cell = text[begin..at].trim();
                    let mut cell = if doubled { Cow::Owned(undoubled(cell)) } else { Cow::Borrowed(cell) };
                    if !trail.is_empty() {
                        cell = Cow::Owned(format!("{cell} {trail}"));
                    }
                    return Quoted::Cell(cell, end, breaks);
                }
                Some(b'\n' | b'\r') => {
                    breaks += 1;
                    if breaks > MOST_BREAKS {
                        return Quoted::Open;
                    }
                    if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                        at += 1;
                    }
                }
                Some(_) => {}
            }
            at += 1;
        }
    }
}

enum Quoted<'a> {
    /// No quotation mark opens it.
    Not,
    /// What it holds, where it ends, and how many lines end in it.
    Cell(Cow<'a, str>, usize, u32),
    /// The mark is not closed.
    Open,
}

/// A cell without the second of each pair of quotation marks.
fn undoubled(cell: &str) -> String {
    let mut second = false;
    let keep = |letter: &char| {
        second = *letter == '"' && !second;
        *letter != '"' || second
    };
    cell.chars().filter(keep).collect()
}

/// Where the line that holds byte `at` ends, and where the next begins.
fn line_end(text: &str, at: usize) -> (usize, usize) {
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length);
    let next = if text[end..].starts_with("\r\n") { end + 2 } else { (end + 1).min(text.len()) };
    (end, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Rows::new(text);
        let mut found = Vec::new();
        while let Some(row) = rows.next(text) {
            let cells = row.cells.iter().map(|cell| cell.clone().into_owned()).collect();
            found.push((row.line, if row.closed { cells } else { vec!["open".to_owned()] }));
        }
        found
    }

    fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn parts_cells_by_what_the_first_line_holds() {
        assert_eq!(all("a, b\r\nc"), [row(1, &["a", "b"]), row(2, &["c"])]);
        assert_eq!(all("a;b,c\rd"), [row(1, &["a", "b,c"]), row(2, &["d"])]);
        assert_eq!(all("\u{FEFF}a\tb;c\n"), [row(1, &["a", "b;c"])]);
        assert_eq!(all("sep=|\na|b"), [row(2, &["a", "b"])]);
        assert_eq!(all("\"a;b\",c"), [row(1, &["a;b", "c"])]);
    }

    #[test]
    fn takes_quoted_cells_over_lines() {
        assert_eq!(
            all("\"a\r\nb\", \"c \"\"d\"\"\"\nAnn \"Annie\" Ray"),
            [row(1, &["a\r\nb", "c \"d\""]), row(3, &["Ann \"Annie\" Ray"])]
        );
        assert_eq!(all("\"a\" b,c"), [row(1, &["a b", "c"])]);
    }

    #[test]
    fn an_open_mark_costs_its_line() {
        assert_eq!(all("\"a\n\"b, c\"\nd"), [row(1, &["open"]), row(2, &["b, c"]), row(3, &["d"])]);
        assert_eq!(
            all("a,\"b\n1\n2\n3\n4\n5\"\n"),
            [row(1, &["open"]), row(2, &["1"]), row(3, &["2"]), row(4, &["3"]), row(5, &["4"]), row(6, &["5\""]),]
        );
    }
}
