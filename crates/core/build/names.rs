//! Personal names and everyday words as the checker loads them: hashes in order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::bake::data::lines;
use crate::lexicon::name_hash::{EVERYDAY_BITS, NAME_BITS, name_hash, short_hash};
use crate::lexicon::sorts;
use crate::lexicon::stem::is_form;
use crate::packed::{Sort, Writer};

/// Reads the lists of names and packs them.
pub(crate) fn names(folder: &Path) -> Vec<u8> {
    let list = |name: &str| -> BTreeSet<String> { lines(&folder.join(format!("{name}.txt"))).into_iter().collect() };
    let mut kinds: BTreeMap<u32, u8> = BTreeMap::new();
    for (name, kind) in [("given", 1), ("family", 2)] {
        for word in list(name) {
            *kinds.entry(short_hash(name_hash(&word), 0, NAME_BITS)).or_default() |= kind;
        }
    }
    let passes = |word: &str| kinds.contains_key(&short_hash(name_hash(word), 0, NAME_BITS));
    let everyday: BTreeSet<u32> = without_forms(&list("common"), passes)
        .iter()
        .map(|word| short_hash(name_hash(word), 0, EVERYDAY_BITS))
        .collect();
    let mut out = Writer::default();
    let file = |hashes: Vec<u32>, gap: Sort, out: &mut Writer| {
        out.number(sorts::TOTAL, hashes.len() as u32);
        out.rising(&hashes, gap, gap);
    };
    file(kinds.keys().copied().collect(), sorts::NAME_GAP, &mut out);
    kinds.values().for_each(|kind| out.number(sorts::NAME_KIND, u32::from(kind - 1)));
    file(everyday.into_iter().collect(), sorts::EVERYDAY_GAP, &mut out);
    out.finish()
}

/// Everyday words without those that the checker knows by the word that they are a form of, which it does not ask
/// for where a word passes for a name.
fn without_forms(words: &BTreeSet<String>, passes: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let holds = |stem: &str, ending: &str| words.contains(&[stem, ending].concat());
    let is_stem = |stem: &str, ending: &str| {
        let word = [stem, ending].concat();
        words.contains(&word) && (passes(&word) || !is_form(&word, holds))
    };
    words.iter().filter(|word| passes(word) || !is_form(word, is_stem)).cloned().collect()
}
