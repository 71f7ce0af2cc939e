//! The built-in packs in one stream: documents of one kind share many sentences, and packed together they take a sixth.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use lzma_rust2::{LzmaOptions, LzmaWriter, Write as _};

/// The policy that applies where none is chosen.
const USUAL: &str = "nhs-england-2017.toml";

/// The packed stream, and each pack's name with its length and what it supersedes, in the order in which they follow
/// one another.
pub(crate) fn pack(folder: &Path) -> (Vec<u8>, String) {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the packs are there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    // The usual policy first, then the order of names: what stands first is unpacked soonest.
    files.sort_by_key(|file| (!file.ends_with(USUAL), file.clone()));
    let mut all = String::new();
    let mut lengths = String::from("&[");
    for file in files {
        let text = fs::read_to_string(&file).expect("packs are readable");
        let supersedes = text.lines().find_map(|line| line.strip_prefix("supersedes = \"")?.split('"').next());
        let _ = write!(lengths, "({:?}, {}, {supersedes:?}), ", file.file_stem().unwrap_or_default(), text.len());
        all.push_str(&text);
    }
    lengths.push(']');
    // No larger than the text: the reader clears as much memory.
    let dict_size = (all.len() as u32).next_power_of_two();
    let options = LzmaOptions { dict_size, lc: 3, lp: 0, pb: 0, nice_len: 273, ..LzmaOptions::with_preset(9) };
    let mut writer =
        LzmaWriter::new_use_header(Vec::new(), &options, Some(all.len() as u64)).expect("the options are valid");
    writer.write_all(all.as_bytes()).expect("memory takes all");
    (writer.finish().expect("memory takes all"), lengths)
}
