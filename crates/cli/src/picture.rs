//! A text with some of its places underlined, in rows that fit a terminal.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

/// Columns that a row of the draft may take.
const WIDTH: usize = 76;

/// The rows of a text in which something is underlined, each followed by its underline. Places are UTF-16 code units.
pub(crate) fn underlined(text: &str, places: &[Range<usize>]) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows(text) {
        let marks: String = row.iter().map(|cell| cell.mark(places)).collect();
        if marks.trim_end().is_empty() {
            continue;
        }
        lines.push(row.iter().map(|cell| cell.letter).collect());
        lines.push(marks.trim_end().to_owned());
    }
    lines
}

/// One character and its place.
struct Cell {
    letter: char,
    start: usize,
}

impl Cell {
    fn width(&self) -> usize {
        self.letter.width().unwrap_or(0)
    }

    fn mark(&self, places: &[Range<usize>]) -> String {
        let marked = places.iter().any(|place| place.contains(&self.start));
        (if marked { "~" } else { " " }).repeat(self.width())
    }
}

/// Breaks at line breaks and, where a line is too long, at its last space.
fn rows(text: &str) -> Vec<Vec<Cell>> {
    let mut rows = vec![Vec::new()];
    let mut start = 0;
    for letter in text.chars() {
        let cell = Cell { letter: if letter == '\t' { ' ' } else { letter }, start };
        start += letter.len_utf16();
        let row = last(&mut rows);
        if letter == '\n' {
            rows.push(Vec::new());
        } else if !letter.is_control() || letter == '\t' {
            let full = row.iter().map(Cell::width).sum::<usize>() + cell.width() > WIDTH;
            row.push(cell);
            if full {
                let cut = row.iter().rposition(|cell| cell.letter == ' ').map_or(row.len() - 1, |space| space + 1);
                let rest = row.split_off(cut.min(row.len() - 1).max(1));
                rows.push(rest);
            }
        }
    }
    rows
}

fn last(rows: &mut Vec<Vec<Cell>>) -> &mut Vec<Cell> {
    if rows.is_empty() {
        rows.push(Vec::new());
    }
    let end = rows.len() - 1;
    &mut rows[end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, quotes: &[&str]) -> Vec<Range<usize>> {
        quotes
            .iter()
            .map(|quote| {
                let at = text.find(quote).unwrap();
                let start = text[..at].encode_utf16().count();
                start..start + quote.encode_utf16().count()
            })
            .collect()
    }

    fn picture(text: &str, quotes: &[&str]) -> Vec<String> {
        underlined(text, &places(text, quotes))
    }

    #[test]
    fn underlines_the_quote_under_its_own_row_alone() {
        assert_eq!(picture("one\ntwo three\nfour", &["three"]), ["two three", "    ~~~~~"]);
    }

    #[test]
    fn counts_columns_not_characters() {
        assert_eq!(picture("字💔 bed 4", &["bed 4"]), ["字💔 bed 4", "     ~~~~~"]);
        assert_eq!(picture("e\u{301} bed", &["bed"]), ["e\u{301} bed", "  ~~~"]);
    }

    #[test]
    fn a_quote_may_run_over_rows() {
        assert_eq!(picture("ab\ncd", &["b\nc"]), ["ab", " ~", "cd", "~"]);
    }

    #[test]
    fn long_lines_break_at_spaces_and_lose_nothing() {
        let text = "word ".repeat(40) + "here";
        let all = 0..text.len();
        let rows: Vec<_> = underlined(&text, std::slice::from_ref(&all)).into_iter().step_by(2).collect();
        assert_eq!(rows.concat(), text);
        assert!(rows.iter().all(|row| row.len() <= WIDTH + 1 && !row.starts_with(' ')));
    }

    #[test]
    fn a_word_without_an_end_is_broken_anywhere() {
        let text = "x".repeat(1000);
        assert_eq!(
            underlined(&text, std::slice::from_ref(&(0..1000))).into_iter().step_by(2).collect::<String>(),
            text
        );
    }

    #[test]
    fn nothing_underlined_shows_nothing() {
        assert!(underlined("text", &[]).is_empty());
        assert!(underlined("", std::slice::from_ref(&(0..0))).is_empty());
    }
}
