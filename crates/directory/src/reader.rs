//! Reads a file in slices, so that a page stays usable meanwhile.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::columns::{Column, USUAL, heading};
use crate::decode::{Encoding, Refusal, decode};
use crate::list::push;
use crate::row::{Fault, Read, read};
use crate::rows::Rows;

/// The longest list.
pub const MOST_PEOPLE: usize = 250_000;
/// So many bad rows are named; the others are counted.
pub const MOST_BAD_ROWS: usize = 200;

/// A row that was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BadRow {
    /// Its first line, from 1.
    pub line: u32,
    /// What is wrong.
    pub fault: Fault,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// How many colleagues there are.
    pub people: usize,
    /// How many of them have a handle.
    pub handles: usize,
    /// How many agreed to be named.
    pub agreed: usize,
    /// How many rows said again what another had said. Where they differ on permission, it is not given.
    pub merged: usize,
    /// How many rows were left out.
    pub refused: usize,
    /// The first [`MOST_BAD_ROWS`] of them.
    pub bad: Vec<BadRow>,
    /// Headings of columns that were not read.
    pub unused: Vec<String>,
    /// How the letters were written.
    pub encoding: Encoding,
    /// The colleagues in the compact form that [`people`](crate::people) reads.
    #[serde(skip)]
    pub list: Vec<u8>,
}

/// Reads one file.
#[derive(Debug)]
pub struct Reader {
    text: String,
    rows: Rows,
    columns: Option<Vec<Column>>,
    /// By what is said of them, where in the list each colleague's permission stands.
    known: FxHashMap<u64, u32>,
    import: Import,
}

impl Reader {
    /// Takes a file's bytes.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let (text, encoding) = decode(bytes)?;
        let import = Import {
            people: 0,
            handles: 0,
            agreed: 0,
            merged: 0,
            refused: 0,
            bad: Vec::new(),
            unused: Vec::new(),
            encoding,
            list: Vec::new(),
        };
        Ok(Self { rows: Rows::new(&text), text, columns: None, known: FxHashMap::default(), import })
    }

    /// Reads at most so many rows more; answers how much of the file is read, 1 at its end.
    pub fn read(&mut self, rows: usize) -> Result<f64, Refusal> {
        for _ in 0..rows {
            let Some(row) = self.rows.next(&self.text) else { return Ok(1.0) };
            if row.closed && row.cells.iter().all(|cell| cell.is_empty()) {
                continue;
            }
            if self.columns.is_none() {
                let columns = if row.closed { heading(&row.cells) } else { None };
                self.columns = Some(columns.clone().unwrap_or_else(|| USUAL.to_vec()));
                if let Some(columns) = columns {
                    let unused = columns.iter().zip(&row.cells).filter(|(column, _)| **column == Column::Other);
                    self.import.unused = unused.map(|(_, cell)| cell.clone().into_owned()).collect();
                    self.import.unused.retain(|heading| !heading.is_empty());
                    continue;
                }
            }
            let columns = self.columns.as_deref().unwrap_or(&USUAL);
            match if row.closed { read(&row.cells, columns) } else { Err(Fault::QuoteNotClosed) } {
                Ok(person) => keep(&mut self.import, &mut self.known, &person),
                Err(fault) => {
                    self.import.refused += 1;
                    if self.import.bad.len() < MOST_BAD_ROWS {
                        self.import.bad.push(BadRow { line: row.line, fault });
                    }
                }
            }
            if self.import.people > MOST_PEOPLE {
                return Err(Refusal::TooMany);
            }
        }
        Ok(if self.rows.at() >= self.text.len() { 1.0 } else { self.rows.at() as f64 / self.text.len() as f64 })
    }

    /// What was read so far.
    pub const fn so_far(&self) -> &Import {
        &self.import
    }

    /// What was read.
    pub fn finish(self) -> Import {
        self.import
    }
}

fn keep(import: &mut Import, known: &mut FxHashMap<u64, u32>, person: &Read) {
    let at = push(&mut import.list, person);
    let line = &import.list[at + 1..];
    let key = number(line);
    if let Some(&before) = known.get(&key) {
        let before = before as usize;
        let same =
            import.list.get(before + 1..before + 1 + line.len()).is_some_and(|other| folded(other).eq(folded(line)));
        if same {
            import.list.truncate(at);
            import.merged += 1;
            if !person.agreed && import.list.get(before) == Some(&b'y') {
                import.list[before] = b'n';
                import.agreed -= 1;
            }
            return;
        }
    }
    known.insert(key, at as u32);
    import.people += 1;
    import.handles += usize::from(!person.handles.is_empty());
    import.agreed += usize::from(person.agreed);
}

/// A line's number, whatever its case (FNV-1a). rustc-hash has but 32 bits in WebAssembly: too few to tell 100,000 apart.
fn number(line: &[u8]) -> u64 {
    folded(line).fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

fn folded(line: &[u8]) -> impl Iterator<Item = u8> {
    line.iter().map(u8::to_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(text: &str) -> Import {
        let mut reader = Reader::new(text.into()).unwrap();
        while reader.read(2).unwrap() < 1.0 {}
        reader.finish()
    }

    fn list(text: &str) -> String {
        String::from_utf8(import(text).list).unwrap()
    }

    #[test]
    fn reads_names_alone_one_a_line() {
        assert_eq!(list("Asha Patel\n\nOkafor, Tom\n"), "n,Asha,Patel\nn,Tom,Okafor\n");
    }

    #[test]
    fn reads_sheets_with_headings_in_any_order() {
        let sheet = "\u{FEFF}Permission,Dept,Surname,First name,Known as,Twitter,LinkedIn\r\n\
            Yes,ED,\"Price-Hughes\",Tom,Tommo,@tph,https://linkedin.com/in/tom-ph/\r\n,ICU,Patel,Asha\r\n";
        let read = import(sheet);
        assert_eq!(String::from_utf8(read.list).unwrap(), "y,Tom,Price-Hughes,Tommo,tph tom-ph\nn,Asha,Patel\n");
        assert_eq!(read.unused, ["Dept"]);
        assert_eq!((read.people, read.handles, read.agreed), (2, 1, 1));
    }

    #[test]
    fn reads_what_is_pasted_from_a_spreadsheet() {
        assert_eq!(list("Asha Patel\tAsh\t@asha\ty"), "y,Asha,Patel,Ash,asha\n");
    }

    #[test]
    fn names_each_bad_line_and_keeps_the_rest() {
        let text = "Asha Patel\n,Ash,\nTom Okafor,,,perhaps\n\"Jo\nLee\"\n\"Open\nAnn \"Annie\" Ray\n";
        let read = import(text);
        assert_eq!(String::from_utf8(read.list).unwrap(), "n,Asha,Patel\nn,Jo,Lee\nn,Ann,Ray,Annie\n");
        assert_eq!(
            read.bad,
            [
                BadRow { line: 2, fault: Fault::NoName },
                BadRow { line: 3, fault: Fault::PermissionUnclear },
                BadRow { line: 6, fault: Fault::QuoteNotClosed },
            ]
        );
    }

    #[test]
    fn merges_who_is_listed_twice_and_believes_a_no() {
        let read = import("Asha Patel,,,yes\nasha PATEL,,,no\nAsha Patel,,@asha,yes");
        assert_eq!((read.people, read.merged, read.agreed), (2, 1, 1));
        assert_eq!(read.list, b"n,Asha,Patel\ny,Asha,Patel,,asha\n");
    }

    #[test]
    fn keeps_apart_whoever_differs() {
        let text: String = (0..100_000).map(|row| format!("S{row},G{row},P{row},@h{row}\n")).collect();
        assert_eq!(import(&format!("Surname,First name,Known as,Handle\n{text}")).people, 100_000);
    }

    #[test]
    fn stops_at_more_people_than_it_holds() {
        let text: String = (0..=MOST_PEOPLE).map(|number| format!("a{number} b\n")).collect();
        assert_eq!(Reader::new(text.into_bytes()).unwrap().read(usize::MAX), Err(Refusal::TooMany));
    }

    #[test]
    fn counts_bad_rows_beyond_those_it_names() {
        let read = import(&"one\n".repeat(MOST_BAD_ROWS + 5));
        assert_eq!((read.bad.len(), read.refused), (MOST_BAD_ROWS, MOST_BAD_ROWS + 5));
    }
}
