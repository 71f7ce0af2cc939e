//! The number by which a name is filed: FNV-1a of 64 bits, the same on every
//! machine. The build script and the checker share this file.

pub(crate) fn name_hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
