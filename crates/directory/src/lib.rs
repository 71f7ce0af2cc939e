//! Reads lists of colleagues, as human resources and mail systems write them, into a compact form.
//!
//! ```
//! use lozenge_directory::{Reader, people};
//!
//! let mut reader = Reader::new(b"Surname;First name;Consent\nOkafor;Ngozi;yes\nPatel\n".to_vec())?;
//! while reader.read(1000)? < 1.0 {}
//! let import = reader.finish();
//! assert_eq!((import.people, import.bad[0].line), (1, 3));
//! assert_eq!(people(&import.list).next().map(|person| person.surname), Some("Okafor"));
//! # Ok::<(), lozenge_directory::Refusal>(())
//! ```
//!
//! One bad row costs that row. The `csv` crate is not used: to it a quotation mark that is never closed swallows the
//! rest of the file, and here it costs one line. A crate of its own, so that it can be compiled for size.

mod columns;
mod decode;
mod list;
mod name;
mod reader;
mod row;
mod rows;

pub use decode::{Encoding, MOST_BYTES, Refusal};
pub use list::{Person, people};
pub use name::{is_particle, split};
pub use reader::{BadRow, Import, MOST_BAD_ROWS, MOST_PEOPLE, Reader};
pub use row::Fault;
