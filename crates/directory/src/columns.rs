//! Which column says what, from the heading where there is one.

use std::borrow::Cow;

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Given,
    Middle,
    Surname,
    Preferred,
    Handle,
    Permission,
    /// Read by nobody.
    Other,
}

/// Headings as sheets have them, letters alone and in lower case; the last six are Welsh.
const HEADINGS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &["name", "names", "fullname", "displayname", "employeename", "staffname", "colleague", "enw", "enwllawn"],
    ),
    (Column::Given, &["firstname", "forename", "forenames", "givenname", "givennames", "first", "enwcyntaf"]),
    (Column::Middle, &["middlename", "middlenames", "middle"]),
    (Column::Surname, &["surname", "lastname", "familyname", "last", "cyfenw"]),
    (
        Column::Preferred,
        &[
            "preferred",
            "preferredname",
            "preferredfirstname",
            "knownas",
            "nickname",
            "calledname",
            "called",
            "enwaffefrir",
        ],
    ),
    (
        Column::Handle,
        &[
            "handle",
            "handles",
            "twitter",
            "x",
            "twitterhandle",
            "xhandle",
            "account",
            "accounts",
            "username",
            "facebook",
            "linkedin",
            "instagram",
            "socialmediahandle",
            "enwdefnyddiwr",
        ],
    ),
    (
        Column::Permission,
        &[
            "permission",
            "consent",
            "consented",
            "agreed",
            "agrees",
            "permissiongiven",
            "consentgiven",
            "maybenamed",
            "caniatad",
            "cydsyniad",
        ],
    ),
];

/// Without a heading: name, preferred name, handle, permission.
pub(crate) const USUAL: [Column; 4] = [Column::Name, Column::Preferred, Column::Handle, Column::Permission];

/// What the columns of a first row say; nothing where it is no heading.
pub(crate) fn heading(cells: &[Cow<'_, str>]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let named =
        columns.contains(&Column::Name) || columns.contains(&Column::Given) && columns.contains(&Column::Surname);
    named.then_some(columns)
}

fn column(cell: &str) -> Column {
    let letters: String = cell
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'â' { 'a' } else { letter })
        .collect();
    HEADINGS.iter().find(|(_, words)| words.contains(&letters.as_str())).map_or(Column::Other, |&(column, _)| column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(row: &str) -> Option<Vec<Column>> {
        heading(&row.split(',').map(Cow::Borrowed).collect::<Vec<_>>())
    }

    #[test]
    fn knows_the_usual_headings_in_any_order() {
        use Column::{Given, Handle, Name, Other, Permission, Preferred, Surname};
        assert_eq!(of("Last Name,First_Name,Dept"), Some(vec![Surname, Given, Other]));
        assert_eq!(of("Consent?,Known As,NAME,X"), Some(vec![Permission, Preferred, Name, Handle]));
        assert_eq!(of("Enw,Caniatâd"), Some(vec![Name, Permission]));
    }

    #[test]
    fn a_colleague_is_no_heading() {
        assert_eq!(of("Asha Patel,Ash"), None);
        assert_eq!(of("Surname"), None);
        assert_eq!(of("Name Smith"), None);
    }
}
