//! The five packs that come built in.

use super::{Pack, PackError};

macro_rules! packs {
    ($($id:literal),* $(,)?) => {
        /// The ids of the built-in packs, in the order in which they are offered.
        pub const BUILTIN_IDS: &[&str] = &[$($id),*];

        /// The TOML of a built-in pack.
        pub fn builtin_source(id: &str) -> Option<&'static str> {
            match id {
                $($id => Some(include_str!(concat!("../../../../policies/", $id, ".toml"))),)*
                _ => None,
            }
        }
    };
}

packs!["nhs-england-2017", "nhs-england-2013", "nhs-trust", "north-tyneside-ccg", "elft"];

/// A built-in pack; `None` where there is none of this id.
pub fn builtin_pack(id: &str) -> Option<Result<Pack, PackError>> {
    builtin_source(id).map(|source| Pack::parse(source, &format!("{id}.toml")))
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
        }
    }
}
