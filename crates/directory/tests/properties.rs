//! Whatever a file holds, it is read or refused.

use lozenge_directory::{Reader, people};
use proptest::prelude::*;

fn read(bytes: Vec<u8>, slice: usize) -> Option<(usize, Vec<u8>)> {
    let mut reader = Reader::new(bytes).ok()?;
    while reader.read(slice).ok()? < 1.0 {}
    let import = reader.finish();
    Some((import.people, import.list))
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), slice in 1..50_usize) {
        if let Some((count, list)) = read(bytes, slice) {
            prop_assert_eq!(people(&list).count(), count);
        }
    }

    #[test]
    fn any_sheet_is_read_alike_in_any_slices(text in "([a-zA-Zéü王'\"@,;\t\r\n\\. -]{0,30}(name|surname|yes|no|van|Dr|\\(|\\))?){0,30}", slice in 1..50_usize) {
        let whole = read(text.clone().into_bytes(), usize::MAX);
        prop_assert_eq!(&read(text.into_bytes(), slice), &whole);
        if let Some((count, list)) = whole {
            prop_assert_eq!(people(&list).count(), count);
        }
    }

    #[test]
    fn any_compact_form_is_read(list in proptest::collection::vec(any::<u8>(), 0..400)) {
        people(&list).for_each(drop);
    }
}
