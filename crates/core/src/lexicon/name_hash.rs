//! The number by which a word is filed: FNV-1a of 64 bits, the same on every
//! machine. The build script and the checker share this file.

pub(crate) fn name_hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Words are filed in this many drawers, by the first bits of their `word_hash`.
pub(crate) const DRAWERS: usize = 1 << 14;

/// The drawer of a word, and 16 more bits by which it is known there.
///
/// Of words that no data knows one in 65,000 has drawer and bits of one that some
/// data knows, and is taken for it.
pub(crate) fn word_hash(word: &str) -> (usize, u16) {
    // FNV's last bits are its best; the multiplication brings them to the front.
    let mixed = name_hash(word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> 50) as usize, (mixed >> 34) as u16)
}
