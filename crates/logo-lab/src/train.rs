//! Makes examples, learns from them and writes the weights: `train`.

use std::fs;

use lozenge_logo::lab::{self, Patch};

use crate::canvas::Canvas;
use crate::network::Network;
use crate::overlap::overlap;
use crate::rng::Rng;
use crate::scene::{Maker, Scene};
use crate::sources::Sources;
use crate::{Outcome, drawn, number_after, parallel};

const SEED: u64 = 0x1091;
/// Examples to a step, and the pieces that a step's examples are split into, whose slopes are added in order.
const BATCH: usize = 64;
const PIECES: usize = 2;

/// How pictures of one sort are made.
type Make<'a> = fn(&Maker<'a>, &mut Rng) -> Scene;

/// One example: what the network sees, and whether it is the logo.
struct Example {
    patch: Box<Patch>,
    light_letters: bool,
    logo: bool,
}

/// `train [--pictures N] [--negatives N] [--filled N] [--hard N] [--rounds N]`
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let number = |word: &str, otherwise: usize| number_after(arguments, word).unwrap_or(otherwise);
    let (pictures, negatives) = (number("--pictures", 1600), number("--negatives", 1600));
    let (filled, hard) = (number("--filled", 500), number("--hard", 1200));
    let rounds = number("--rounds", 3);
    let sources = Sources::load(false, 3000)?;
    println!(
        "{} photographs, {} other pictures, {} fonts",
        sources.photos.len(),
        sources.others.len(),
        sources.fonts.len()
    );
    let maker = Maker::new(&sources, false)?;
    let made = |count, first, make| made(&maker, count, first, make);
    let mut examples = made(pictures, 0, Maker::with_logo);
    examples.extend(made(negatives, 1_000_000, Maker::without_logo));
    examples.extend(made(filled, 4_000_000, Maker::filled_by_logo));
    examples.extend(made(filled, 5_000_000, Maker::filled_by_other));
    // Every other picture as it is, too: fitted places of real pictures are what comes to the network.
    examples.extend(
        parallel(sources.others.len() + sources.photos.len(), |number| {
            let picture = sources.others.get(number).or_else(|| sources.photos.get(number - sources.others.len()));
            let Some(picture) = picture else { return Vec::new() };
            let canvas = Canvas::whole(picture);
            examples_of(
                &Scene { canvas, truth: None, kind: "as it is" },
                &mut Rng::new(SEED, 2_000_000 + number as u64),
            )
        })
        .into_iter()
        .flatten(),
    );
    let logos = examples.iter().filter(|example| example.logo).count();
    println!("{} examples, {logos} of them the logo", examples.len());
    let mut network = Network::new(&mut Rng::new(SEED, 76));
    learn(&mut network, &examples, rounds, 0.002);
    // Of further pictures without the logo, what it still takes for the logo or nearly.
    let before = examples.len();
    let likely = |example: &Example| network.answer(&lab::inputs(&example.patch, example.light_letters)) > -3.0;
    examples.extend(made(hard, 3_000_000, Maker::without_logo).into_iter().filter(likely));
    examples.extend(made(filled, 6_000_000, Maker::filled_by_other).into_iter().filter(likely));
    println!("{} hard examples", examples.len() - before);
    learn(&mut network, &examples, rounds, 0.0012);
    report(&network, &examples);
    fs::write(drawn::data().join("weights.bin"), network.bytes())?;
    Ok(())
}

/// The examples of so many pictures.
fn made<'a>(maker: &Maker<'a>, count: usize, first: u64, make: Make<'a>) -> Vec<Example> {
    let examples = parallel(count, |number| {
        let mut rng = Rng::new(SEED, first + number as u64);
        let scene = make(maker, &mut rng);
        examples_of(&scene, &mut rng)
    });
    examples.into_iter().flatten().collect()
}

fn examples_of(scene: &Scene, rng: &mut Rng) -> Vec<Example> {
    let (rgba, width, height) = (scene.canvas.rgba(), scene.canvas.width as u32, scene.canvas.height as u32);
    let Ok(looked) = lab::look(&rgba, width, height) else { return Vec::new() };
    let mut out = Vec::new();
    let most = if scene.truth.is_some() { 6 } else { 5 };
    for place in looked.places.into_iter().take(most) {
        let shared = scene.truth.map_or(0.0, |truth| overlap(&place.quad, &truth.quad));
        if (0.35..0.6).contains(&shared) {
            continue;
        }
        out.push(Example { patch: place.patch, light_letters: place.correlation >= 0.0, logo: shared >= 0.6 });
    }
    let Some(truth) = scene.truth.filter(|truth| truth.width() >= 22.0) else { return out };
    // The true place, and one a little beside it.
    let [a, b, _, d] = truth.quad;
    let steps = [[b[0] - a[0], b[1] - a[1]], [d[0] - a[0], d[1] - a[1]]];
    let quads = [0.0, 0.03].map(|by| {
        truth.quad.map(|corner| {
            let (across, down) = (rng.within(-by, by), rng.within(-2.0 * by, 2.0 * by));
            [0, 1].map(|axis| corner[axis] + steps[0][axis] * across + steps[1][axis] * down)
        })
    });
    for (patch, correlation) in lab::patches(&rgba, width, height, &quads).unwrap_or_default() {
        // A logo that cannot be made out teaches nothing.
        if correlation.abs() > 0.25 {
            out.push(Example { patch: Box::new(patch), light_letters: correlation >= 0.0, logo: true });
        }
    }
    out
}

/// Adam, as published by Kingma and Ba (2015), with a falling rate.
fn learn(network: &mut Network, examples: &[Example], rounds: usize, most: f32) {
    let mut rng = Rng::new(SEED, 77 + examples.len() as u64);
    let count = network.values.len();
    let (mut means, mut squares) = (vec![0.0_f32; count], vec![0.0_f32; count]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let steps = (rounds * examples.len() / BATCH).max(1);
    let mut step = 0;
    for round in 0..rounds {
        for at in (1..order.len()).rev() {
            order.swap(at, rng.below(at + 1));
        }
        let mut loss = 0.0_f64;
        for batch in order.chunks(BATCH) {
            let pieces: Vec<&[usize]> = batch.chunks(BATCH / PIECES).collect();
            let learnt = parallel(pieces.len(), |piece| {
                let mut slopes = vec![0.0; count];
                let mut loss = 0.0;
                for example in pieces[piece].iter().map(|at| &examples[*at]) {
                    let inputs = lab::inputs(&example.patch, example.light_letters);
                    let wanted = if example.logo { 0.995 } else { 0.0 };
                    loss += network.learn(&inputs, wanted, 1.0 / batch.len() as f32, &mut slopes);
                }
                (slopes, loss)
            });
            step += 1;
            let part = step as f32 / steps as f32;
            let rate = most * (part / 0.03).min(1.0) * (0.5 + 0.5 * (part * std::f32::consts::PI).cos()) + 1e-6;
            let (first, second) = (1.0 - 0.9_f32.powi(step), 1.0 - 0.999_f32.powi(step));
            for at in 0..count {
                let slope: f32 = learnt.iter().map(|(slopes, _)| slopes[at]).sum();
                means[at] = 0.9 * means[at] + 0.1 * slope;
                squares[at] = 0.999 * squares[at] + 0.001 * slope * slope;
                let change = rate * (means[at] / first) / ((squares[at] / second).sqrt() + 1e-8);
                network.values[at] -= change + rate * 1e-3 * network.values[at];
            }
            loss += learnt.iter().map(|(_, loss)| f64::from(*loss)).sum::<f64>() * batch.len() as f64;
        }
        println!("round {}: loss {:.5}", round + 1, loss / examples.len() as f64);
    }
}

/// How far the logo and the rest lie apart among the examples.
fn report(network: &Network, examples: &[Example]) {
    let mut highest: Vec<f32> = Vec::new();
    let mut logos: Vec<f32> = Vec::new();
    for (example, answer) in examples.iter().zip(parallel(examples.len(), |at| {
        network.answer(&lab::inputs(&examples[at].patch, examples[at].light_letters))
    })) {
        if example.logo { &mut logos } else { &mut highest }.push(1.0 / (1.0 + (-answer).exp()));
    }
    highest.sort_by(|one, other| other.total_cmp(one));
    for part in [0.0, 0.0002, 0.001, 0.005] {
        let threshold = highest.get((highest.len() as f32 * part) as usize).copied().unwrap_or(0.0);
        let kept = logos.iter().filter(|score| **score > threshold).count();
        println!(
            "above {threshold:.3} ({part} of the others): {:.3} of the logos",
            kept as f32 / logos.len().max(1) as f32
        );
    }
}

/// `show FOLDER`: writes some pictures of each sort, to be looked at.
pub(crate) fn show(arguments: &[String]) -> Outcome {
    let folder = std::path::Path::new(arguments.first().ok_or("say where to: show FOLDER")?);
    fs::create_dir_all(folder)?;
    let sources = Sources::load(false, 300)?;
    let maker = Maker::new(&sources, false)?;
    for number in 0..24 {
        let rng = |first: u64| Rng::new(SEED, first + number);
        for (name, scene) in [
            ("with", maker.with_logo(&mut rng(0))),
            ("without", maker.without_logo(&mut rng(1_000_000))),
            ("filled", maker.filled_by_logo(&mut rng(4_000_000))),
            ("filled-by-other", maker.filled_by_other(&mut rng(5_000_000))),
        ] {
            scene.canvas.image().save(folder.join(format!("{name}-{number:02}-{}.png", scene.kind)))?;
        }
    }
    Ok(())
}
