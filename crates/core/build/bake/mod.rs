//! Lexicons and patterns as the checker loads them: one packed row of numbers (`src/packed`).

pub(crate) mod data;
mod expand;
mod language;
mod phrases;
mod programs;
mod words;

pub(crate) use data::Data;
use expand::expand;
use language::{Language, Pattern};
use phrases::Phrases;
use programs::Programs;
use words::Words;

use crate::packed::Writer;

/// Signals that detectors need before they look: labels of identifiers.
const EARLY: &str = "identifier";

/// The vocabulary, the phrases, the early patterns and the others; or what is wrong with a pattern.
pub(crate) fn bake(data: &Data) -> Result<Vec<u8>, String> {
    let mut words = Words::default();
    let mut phrases = Phrases::default();
    for (name, lines) in &data.lexicon_files {
        let class = data.classes.iter().position(|class| class == name).unwrap_or_default() as u32;
        for phrase in lines.iter().flat_map(|line| expand(line)) {
            phrases.add(&mut words, &phrase, class);
        }
    }
    for keyword in data.keywords.iter().filter(|line| !line.starts_with('!')) {
        words.add(keyword);
    }
    let (mut early, mut late) = (Programs::default(), Programs::default());
    for (file, lines) in &data.signal_files {
        let mut language = Language { words: &mut words, classes: &data.classes, signals: &data.signals };
        let patterns: Vec<Pattern> = language.file(file, lines)?;
        let programs = if file == EARLY { &mut early } else { &mut late };
        patterns.iter().for_each(|pattern| programs.add(pattern));
    }
    let mut out = Writer::default();
    phrases.count(&mut words);
    early.count(&mut words);
    late.count(&mut words);
    let numbers = words.numbers();
    words.write(&mut out);
    phrases.write(&numbers, &mut out);
    early.write(&numbers, &mut out);
    late.write(&numbers, &mut out);
    Ok(out.finish())
}
