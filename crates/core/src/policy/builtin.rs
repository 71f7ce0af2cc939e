//! The five packs that come built in.

use std::sync::{Mutex, PoisonError};

use lzma_rust2::{LzmaReader, Read as _};

use super::{Pack, PackError};

/// The ids of the built-in packs, in the order in which they are offered.
pub const BUILTIN_IDS: &[&str] = &["nhs-england-2017", "nhs-england-2013", "nhs-trust", "north-tyneside-ccg", "elft"];

/// All packs in a row, packed by the build script (`build/policies.rs`).
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policies.lzma"));

/// Each pack's id, its length and what it supersedes, in the order in which they stand in the row.
const ROW: &[(&str, usize, Option<&str>)] = include!(concat!(env!("OUT_DIR"), "/policies.rs"));

/// The TOML of a built-in pack.
pub fn builtin_source(id: &str) -> Option<String> {
    static ALL: Mutex<Option<Unpacked>> = Mutex::new(None);
    let index = ROW.iter().position(|&(name, ..)| name == id).filter(|_| BUILTIN_IDS.contains(&id))?;
    let start: usize = ROW[..index].iter().map(|&(_, length, _)| length).sum();
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    if all.is_none() {
        *all = Some(Unpacked { reader: LzmaReader::new_mem_limit(PACKED, u32::MAX, None).ok()?, text: Vec::new() });
    }
    let text = all.as_mut()?.until(start + ROW[index].1)?.get(start..)?;
    String::from_utf8(text.to_vec()).ok()
}

/// As much of the row as was asked for yet: the usual policy stands first.
struct Unpacked {
    reader: LzmaReader<&'static [u8]>,
    text: Vec<u8>,
}

impl Unpacked {
    fn until(&mut self, end: usize) -> Option<&[u8]> {
        let before = self.text.len();
        if end > before {
            self.text.resize(end, 0);
            self.reader.read_exact(&mut self.text[before..]).ok()?;
        }
        self.text.get(..end)
    }
}

/// A built-in pack; `None` where there is none of this id.
pub fn builtin_pack(id: &str) -> Option<Result<Pack, PackError>> {
    builtin_source(id).map(|source| Pack::parse(&source, &format!("{id}.toml")))
}

/// The built-in pack that supersedes one, without reading all of them.
pub(super) fn superseding(id: &str) -> Option<&'static str> {
    ROW.iter().find(|(.., supersedes)| *supersedes == Some(id)).map(|&(newer, ..)| newer)
}

/// A pack to begin one's own from, with notes for somebody who is no programmer. It is valid as it stands.
pub const PACK_SKELETON: &str = include_str!("skeleton.toml");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_skeleton_is_valid_as_it_stands() {
        let pack = Pack::parse(PACK_SKELETON, "skeleton.toml").unwrap();
        assert!(pack.speaks_to("own-rule") && pack.keep_on.contains(&"patient-identifier"));
    }

    #[test]
    fn every_builtin_pack_is_valid_and_named_by_its_id() {
        for id in BUILTIN_IDS {
            let pack = builtin_pack(id).unwrap().unwrap();
            assert_eq!(&pack.id, id);
            if let Some(older) = &pack.supersedes {
                assert_eq!(superseding(older), Some(*id));
            }
        }
    }
}
