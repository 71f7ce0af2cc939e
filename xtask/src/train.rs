//! `cargo xtask train`: makes the model's weights from the labelled drafts in `tests/corpus`.
//!
//! One logistic regression a family, over the signs that the checker itself
//! collects. Scores are calibrated on drafts that no rule was tuned on, each
//! scored by a model that had seen nothing by the same hand, and two thresholds
//! for all families follow from the precision wanted. The same corpus gives the same bytes.

mod calibrate;
mod corpus;
mod logistic;
mod prune;

use std::fs;

use lozenge_core::{Calibration, MODEL_FAMILIES, pack_model};

use crate::Outcome;
use calibrate::Judged;
use corpus::{Corpus, Example};

const WEIGHTS: &str = "crates/core/data/model/weights.bin";
/// How little weights are held back: the `C` of a logistic regression.
const FREEDOM: f64 = 1.0;
/// A sign that fewer drafts than this show teaches nothing.
const RARE: usize = 2;
/// Of what is held, and of all that is raised, this share shall be right on ordinary drafts.
const RIGHT: Wanted = Wanted { held: 0.86, raised: 0.78 };
/// The same for missing disclaimers, which are every fourth draft's matter: there a false alarm costs most.
const DISCLAIMER_RIGHT: Wanted = Wanted { held: 0.89, raised: 0.88 };

struct Wanted {
    held: f64,
    raised: f64,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let corpus = Corpus::read(arguments, RARE)?;
    println!("{} drafts, {} signs", corpus.examples.len(), corpus.signs.len());
    let mut models = Vec::new();
    let mut judged: Vec<Vec<Judged>> = Vec::new();
    for number in 0..MODEL_FAMILIES.len() {
        let speaks: Vec<&Example> = corpus.examples.iter().filter(|example| example.label(number).is_some()).collect();
        let share = usual_share(&speaks, number);
        let mut unseen = Vec::new();
        for file in 0..corpus.files {
            let known: Vec<&Example> = speaks.iter().copied().filter(|example| example.file != file).collect();
            let model = logistic::fit(&known, number, corpus.signs.len(), FREEDOM);
            let other = speaks.iter().filter(|example| example.untuned && example.file == file);
            unseen.extend(other.map(|example| Judged {
                score: model.margin(example),
                right: example.label(number) == Some(true),
                weight: 1.0,
                even: example.even,
            }));
        }
        calibrate::balance(&mut unseen, share);
        let (slope, shift) = calibrate::line(&unseen);
        for one in &mut unseen {
            one.score = slope * one.score + shift;
        }
        judged.push(unseen);
        let mut model = logistic::fit(&speaks, number, corpus.signs.len(), FREEDOM);
        model.bend(slope, shift);
        models.push(model);
    }
    let of_disclaimers = |number: usize| MODEL_FAMILIES[number] == "disclaimer-missing";
    let thresholds = |disclaimers: bool, wanted: &Wanted| {
        let scores: Vec<Judged> = (0..judged.len())
            .filter(|&number| of_disclaimers(number) == disclaimers)
            .flat_map(|number| judged[number].iter().filter(|one| one.even).copied())
            .collect();
        let hold = calibrate::threshold(&scores, wanted.held);
        (hold, calibrate::threshold(&scores, wanted.raised).min(hold))
    };
    let (usual, disclaimer) = (thresholds(false, &RIGHT), thresholds(true, &DISCLAIMER_RIGHT));
    let marks: Vec<(f64, f64)> =
        (0..judged.len()).map(|number| if of_disclaimers(number) { disclaimer } else { usual }).collect();
    report(&judged, &marks);
    let pack = |scales: &[f64], signs: &[prune::Sign]| {
        let families: Vec<Calibration> = models
            .iter()
            .zip(scales)
            .zip(&marks)
            .map(|((model, &scale), &(hold, advise))| Calibration {
                bias: model.bias as f32,
                scale: scale as f32,
                hold: hold as f32,
                advise: advise as f32,
            })
            .collect();
        pack_model(&families, signs)
    };
    let (kept, bytes) = prune::prune(&models, &corpus.signs, pack);
    fs::write(WEIGHTS, &bytes).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    println!("{WEIGHTS}: {kept} signs, {} bytes", bytes.len());
    Ok(())
}

/// The share of drafts that show a family where families have their ordinary shares.
fn usual_share(examples: &[&Example], family: usize) -> f64 {
    let even = examples.iter().filter(|example| example.even);
    let shown = even.clone().filter(|example| example.label(family) == Some(true)).count();
    (shown as f64 + 0.5) / (even.count() as f64 + 1.0)
}

/// What the thresholds would have done on drafts of hands that the model had not seen.
fn report(judged: &[Vec<Judged>], marks: &[(f64, f64)]) {
    println!(
        "{:<20} {:>6} {:>12} {:>15} {:>15}",
        "family, unseen", "drafts", "log odds", "held: rec/prec", "all: rec/prec"
    );
    for ((family, scores), &(hold, advise)) in MODEL_FAMILIES.iter().zip(judged).zip(marks) {
        let even: Vec<&Judged> = scores.iter().filter(|one| one.even).collect();
        let positive = even.iter().filter(|one| one.right).count();
        let at = |threshold: f64| {
            let raised = even.iter().filter(|one| one.score >= threshold);
            let right = raised.clone().filter(|one| one.right).count();
            format!("{:.2} / {:.2}", share(right, positive), share(right, raised.count()))
        };
        let odds = format!("{hold:.2}, {advise:.2}");
        println!("{family:<20} {positive:>6} {odds:>12} {:>15} {:>15}", at(hold), at(advise));
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
