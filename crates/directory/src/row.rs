//! One row of cells to one colleague, or why not.

use std::borrow::Cow;

use serde::Serialize;
use thiserror::Error;

use crate::columns::Column;
use crate::name::split;

/// Why a row was left out; the words say how to mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// No name, or none that has letters.
    #[error("the name is missing: add it, or take the line out")]
    NoName,
    /// One word, which would be found in everybody's posts, and no handle.
    #[error("one word is too little to know somebody by: give first name and surname, or a handle")]
    OneWord,
    /// A mail address where the name should be.
    #[error("this is an address, not a name: write the name")]
    NotAName,
    /// More cells than columns.
    #[error("there are more columns than headings: put quotation marks around entries with a comma in them")]
    TooManyColumns,
    /// Neither yes nor no.
    #[error("write yes or no under permission")]
    PermissionUnclear,
    /// A space inside a handle.
    #[error("a handle has no spaces: write it as in @ashapatel")]
    HandleWithSpace,
    /// A cell of more than 200 characters.
    #[error("an entry is longer than 200 characters: shorten it")]
    TooLong,
    /// A quotation mark that is not closed.
    #[error("a quotation mark is not closed: close it or take it out")]
    QuoteNotClosed,
}

/// One colleague as read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Read {
    pub(crate) given: String,
    pub(crate) surname: String,
    pub(crate) preferred: String,
    /// Without "@", parted by spaces.
    pub(crate) handles: String,
    pub(crate) agreed: bool,
}

const LONGEST: usize = 200;
const YES: &[&str] =
    &["yes", "y", "true", "1", "agreed", "given", "granted", "consented", "ok", "\u{2713}", "ydy", "ydw", "oes", "ie"];
const NO: &[&str] = &[
    "",
    "no",
    "n",
    "false",
    "0",
    "not given",
    "not asked",
    "refused",
    "declined",
    "none",
    "unknown",
    "na",
    "nac oes",
    "-",
];

/// What the columns hold; empty cells beyond them are spaces that a spreadsheet left.
pub(crate) fn read(cells: &[Cow<'_, str>], columns: &[Column]) -> Result<Read, Fault> {
    if cells.iter().skip(columns.len()).any(|cell| !cell.is_empty()) {
        return Err(Fault::TooManyColumns);
    }
    let mut full = String::new();
    let mut read = Read::default();
    for (cell, column) in cells.iter().zip(columns) {
        let cell = cell.as_ref();
        if *column == Column::Other || cell.is_empty() {
            continue;
        }
        if cell.len() > LONGEST && cell.chars().count() > LONGEST {
            return Err(Fault::TooLong);
        }
        match column {
            Column::Name => add(&mut full, cell),
            Column::Given | Column::Middle => add(&mut read.given, cell),
            Column::Surname => add(&mut read.surname, cell),
            Column::Preferred => add(&mut read.preferred, cell),
            Column::Handle => {
                let handle = handle(cell).ok_or(Fault::HandleWithSpace)?;
                add(&mut read.handles, handle);
            }
            Column::Permission => {
                let said = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(cell));
                read.agreed = said(YES);
                if !read.agreed && !said(NO) {
                    return Err(Fault::PermissionUnclear);
                }
            }
            Column::Other => {}
        }
    }
    if full.contains('@') {
        return Err(Fault::NotAName);
    }
    if read.surname.is_empty() && !full.is_empty() {
        let (given, surname, aside) = split(&full);
        (read.given, read.surname) = (given, surname);
        if read.preferred.is_empty() {
            read.preferred = aside;
        }
    }
    // "Okafor, Ngozi" in a list of names alone.
    if read.given.is_empty() && !read.surname.is_empty() && read.handles.is_empty() && cells.len() == 2 {
        read.given = std::mem::take(&mut read.preferred);
    }
    let named = |part: &str| part.chars().any(char::is_alphabetic);
    match (named(&read.given), named(&read.surname)) {
        (true, true) => Ok(read),
        (false, false) if read.handles.is_empty() => Err(Fault::NoName),
        // Scripts that part no words write a whole name as one.
        _ if read.handles.is_empty() && format!("{}{}", read.given, read.surname).chars().all(is_latin) => {
            Err(Fault::OneWord)
        }
        _ => Ok(read),
    }
}

fn is_latin(letter: char) -> bool {
    letter < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&letter) || ('\u{2000}'..'\u{2070}').contains(&letter)
}

/// Adds a cell to what an earlier column gave. Commas part the fields of a line and line breaks the lines of a list, so neither stays.
fn add(to: &mut String, cell: &str) {
    let lines = cell.contains(['\n', '\r']);
    if !to.is_empty() {
        to.push(' ');
    }
    if lines {
        to.push_str(&cell.split_whitespace().collect::<Vec<_>>().join(" "));
    } else {
        to.push_str(cell);
    }
}

/// "@asha", "asha", "https://x.com/asha?s=20": the name alone; nothing where there are spaces in it.
fn handle(cell: &str) -> Option<&str> {
    let path = cell.split(['?', '#']).next().unwrap_or(cell).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default().trim_start_matches('@');
    (!name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter == ',')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::USUAL;

    fn of(row: &str) -> Result<Read, Fault> {
        super::read(&row.split('|').map(Cow::Borrowed).collect::<Vec<_>>(), &USUAL)
    }

    fn read(given: &str, surname: &str, preferred: &str, handles: &str, agreed: bool) -> Result<Read, Fault> {
        let own = str::to_owned;
        Ok(Read { given: own(given), surname: own(surname), preferred: own(preferred), handles: own(handles), agreed })
    }

    #[test]
    fn reads_the_usual_columns() {
        assert_eq!(of("Asha Patel|Ash|@asha|Yes"), read("Asha", "Patel", "Ash", "asha", true));
        assert_eq!(of("Asha Patel||https://x.com/asha_p?s=20|no|"), read("Asha", "Patel", "", "asha_p", false));
        assert_eq!(of("Asha||@asha"), read("", "Asha", "", "asha", false));
        assert_eq!(of("Okafor|Ngozi"), read("Ngozi", "Okafor", "", "", false));
        assert_eq!(of("王小明"), read("", "王小明", "", "", false));
    }

    #[test]
    fn says_what_is_wrong() {
        for (row, fault) in [
            ("|Ash", Fault::NoName),
            ("||", Fault::NoName),
            ("12345", Fault::NoName),
            ("Patel", Fault::OneWord),
            ("Dr Müller", Fault::OneWord),
            ("asha.patel@example.nhs.uk", Fault::NotAName),
            ("A B|C|D|yes|E", Fault::TooManyColumns),
            ("Tom Okafor|||perhaps", Fault::PermissionUnclear),
            ("Jo Lee||@jo lee", Fault::HandleWithSpace),
        ] {
            assert_eq!(of(row), Err(fault), "{row}");
        }
        assert_eq!(of(&"a ".repeat(101)), Err(Fault::TooLong));
    }
}
