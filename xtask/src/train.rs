//! `cargo xtask train`: makes the model's weights from the labelled drafts in `tests/corpus`.
//!
//! One linear score a family, over the signs that the checker itself collects.
//! Scores are calibrated on drafts that no rule was tuned on, each scored by a
//! model that had seen nothing by the same hand, and two thresholds for all
//! families follow from the precision wanted. The same corpus gives the same bytes.

mod calibrate;
mod corpus;
mod factors;
mod model;
mod prune;
mod unseen;

use std::fs;

use lozenge_core::{Calibration, MODEL_FAMILIES, pack_model};

use crate::Outcome;
use calibrate::Judged;
use corpus::{Corpus, Example};

const WEIGHTS: &str = "crates/core/data/model/weights.bin";
/// A sign that fewer drafts than this show teaches nothing.
const RARE: usize = 3;
/// Of what is held, and of all that is raised, this share shall be right on ordinary drafts.
const RIGHT: Wanted = Wanted { held: 0.86, raised: 0.77 };
/// The same for missing disclaimers, which are every fourth draft's matter: there a false alarm costs most.
const DISCLAIMER_RIGHT: Wanted = Wanted { held: 0.89, raised: 0.88 };

struct Wanted {
    held: f64,
    raised: f64,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let corpus = Corpus::read(arguments, RARE)?;
    println!("{} drafts, {} signs", corpus.examples.len(), corpus.signs.len());
    let margins = unseen::margins(&corpus);
    let mut models = unseen::fit(&corpus, |_| true);
    let mut judged: Vec<Vec<Judged>> = Vec::new();
    for (number, model) in models.iter_mut().enumerate() {
        let speaks = || corpus.examples.iter().zip(&margins).filter(|(example, _)| example.label(number).is_some());
        let mut unseen: Vec<Judged> = speaks()
            .filter(|(example, _)| example.untuned)
            .filter_map(|(example, margins)| {
                Some(Judged {
                    score: *margins.get(number)?,
                    right: example.label(number) == Some(true),
                    weight: 1.0,
                    even: example.even,
                })
            })
            .collect();
        let usual = usual_share(&speaks().map(|(example, _)| example).collect::<Vec<_>>(), number);
        calibrate::balance(&mut unseen, usual);
        let (slope, shift) = calibrate::line(&unseen);
        for one in &mut unseen {
            one.score = slope * one.score + shift;
        }
        judged.push(unseen);
        model.bend(slope, shift);
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
    let signs = prune::in_steps(&models, &corpus.signs);
    let families: Vec<Calibration> = models
        .iter()
        .zip(&marks)
        .map(|(model, &(hold, advise))| Calibration {
            bias: model.bias as f32,
            scale: prune::STEP as f32,
            hold: hold as f32,
            advise: advise as f32,
        })
        .collect();
    let bytes = pack_model(&families, &signs);
    fs::write(WEIGHTS, &bytes).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    println!("{WEIGHTS}: {} signs, {} bytes", signs.len(), bytes.len());
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
    let mean = judged.iter().map(|scores| average_precision(scores)).sum::<f64>() / judged.len() as f64;
    println!("mean of the families' average precision: {mean:.3}");
}

/// The mean of the precision at each right draft, from the highest score down.
fn average_precision(scores: &[Judged]) -> f64 {
    let mut scores: Vec<&Judged> = scores.iter().filter(|one| one.even).collect();
    scores.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut right = 0;
    let mut sum = 0.0;
    for (index, _) in scores.iter().enumerate().filter(|(_, one)| one.right) {
        right += 1;
        sum += share(right, index + 1);
    }
    if right == 0 { 0.0 } else { sum / right as f64 }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
