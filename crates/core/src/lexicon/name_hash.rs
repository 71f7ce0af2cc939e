//! The number by which a word is filed: FNV-1a of 64 bits, the same on every
//! machine. The build script and the checker share this file.

pub(crate) fn name_hash(name: &str) -> u64 {
    hash_on(0xcbf2_9ce4_8422_2325, name)
}

/// The number of a name that begins with what `hash` is of and goes on with `more`.
pub(crate) fn hash_on(hash: u64, more: &str) -> u64 {
    more.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The first `bits` of a hash, spread anew by `seed`.
pub(crate) const fn short_hash(hash: u64, seed: u64, bits: u32) -> u32 {
    // FNV's last bits are its best; the multiplication brings them to the front.
    let mixed = (hash ^ seed.wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> (64 - bits)) as u32
}

/// The bits by which the vocabulary knows a word. Of words that no data knows, one in 4,000 has the bits of one that
/// some data knows, and is taken for it.
pub(crate) const WORD_BITS: u32 = 26;
/// The bits by which names are known. One other word in 100 passes for a name, which evidence around it has to bear
/// out in any case.
pub(crate) const NAME_BITS: u32 = 22;
/// The bits by which everyday words are known. One other word in 100 passes for one.
pub(crate) const EVERYDAY_BITS: u32 = 21;
