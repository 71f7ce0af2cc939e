//! The compact form: one line a colleague, "y" or "n" for permission, then given names, surname, preferred name and
//! handles, with commas between them and nothing behind the last that is there.
//!
//! It is text, so that a reviewer of the browser's storage can read it, and some 25 bytes a name.

use crate::row::Read;

/// One colleague of a list. What is not known is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Person<'a> {
    /// Given names.
    pub given: &'a str,
    /// The family name.
    pub surname: &'a str,
    /// What colleagues call them.
    pub preferred: &'a str,
    /// Accounts, without "@", parted by spaces.
    pub handles: &'a str,
    /// Whether they agreed to be named.
    pub agreed: bool,
}

/// The colleagues of a list in its compact form. What is no such line is passed over.
pub fn people(list: &[u8]) -> impl Iterator<Item = Person<'_>> {
    list.split(|&byte| byte == b'\n').filter_map(|line| {
        let mut fields = str::from_utf8(line).ok()?.split(',');
        let agreed = match fields.next()? {
            "y" => true,
            "n" => false,
            _ => return None,
        };
        let mut next = || fields.next().unwrap_or_default();
        Some(Person { agreed, given: next(), surname: next(), preferred: next(), handles: next() })
    })
}

/// Appends a line; gives the place of its "y" or "n".
pub(crate) fn push(list: &mut Vec<u8>, person: &Read) -> usize {
    let at = list.len();
    list.push(if person.agreed { b'y' } else { b'n' });
    for field in [&person.given, &person.surname, &person.preferred, &person.handles] {
        list.push(b',');
        // A comma that a column of its own held would part fields.
        list.extend(field.bytes().map(|byte| if byte == b',' { b' ' } else { byte }));
    }
    while list.last() == Some(&b',') {
        list.pop();
    }
    list.push(b'\n');
    at
}
