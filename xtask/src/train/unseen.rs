//! Scores of drafts by models that have seen nothing by the same hand.

use std::thread;

use lozenge_core::MODEL_FAMILIES;

use super::corpus::{Corpus, Example};
use super::model::Model;
use super::{factors, prune};

/// Into so many groups the files are parted; each is scored by a model that learnt from the others.
const GROUPS: usize = 8;

/// Each draft's score for each family; nothing for the examples in the rules' pages.
pub(super) fn margins(corpus: &Corpus) -> Vec<Vec<f64>> {
    let group_of = |example: &Example| (example.file < corpus.files).then_some(example.file % GROUPS);
    let groups: Vec<Vec<Model>> = thread::scope(|scope| {
        let fits: Vec<_> = (0..GROUPS)
            .map(|group| scope.spawn(move || fit(corpus, |example| group_of(example) != Some(group))))
            .collect();
        fits.into_iter().map(|fit| fit.join().unwrap_or_default()).collect()
    });
    let score = |example: &Example| match group_of(example) {
        Some(group) => groups[group].iter().map(|model| model.margin(example)).collect(),
        None => Vec::new(),
    };
    corpus.examples.iter().map(score).collect()
}

/// The models that learn from the chosen drafts.
pub(super) fn fit(corpus: &Corpus, chosen: impl Fn(&Example) -> bool) -> Vec<Model> {
    let examples: Vec<&Example> = corpus.examples.iter().filter(|example| chosen(example)).collect();
    let mut models = factors::fit(&examples, MODEL_FAMILIES.len(), corpus.signs.len());
    prune::drop_faint(&mut models, &corpus.shares);
    models
}
