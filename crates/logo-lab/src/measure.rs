//! How well the logo is found in made pictures: `test`.

use std::collections::BTreeMap;
use std::path::Path;

use lozenge_logo::{Outcome as Answer, Verdict, find, lab};

use crate::canvas::Canvas;
use crate::forms::Ink;
use crate::overlap::overlap;
use crate::rng::Rng;
use crate::scene::{Maker, Scene, Truth};
use crate::sheet::{self, Tile};
use crate::sources::Sources;
use crate::{Outcome, number_after, parallel, word_after};

/// The seed of pictures for the test; training has another.
pub(crate) const TEST_SEED: u64 = 0x7E57;

/// `test [--pictures N] [--negatives N] [--filled N] [--train-side] [--sheet FILE]`
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let count = number_after(arguments, "--pictures").unwrap_or(1500);
    let negatives = number_after(arguments, "--negatives").unwrap_or(3000);
    let filled = number_after(arguments, "--filled").unwrap_or(1000);
    let train = arguments.iter().any(|word| word == "--train-side");
    let sources = Sources::load(!train, 2500)?;
    println!(
        "{} photographs, {} other pictures, {} fonts",
        sources.photos.len(),
        sources.others.len(),
        sources.fonts.len()
    );
    let maker = Maker::new(&sources, !train)?;
    let seed = if train { TEST_SEED + 1 } else { TEST_SEED };
    let rng = |first: u64, number: usize| Rng::new(seed, first + number as u64);
    let with = |number: usize| maker.with_logo(&mut rng(0, number));
    let without = |number: usize| maker.without_logo(&mut rng(1_000_000, number));
    let filled_by_logo = |number: usize| maker.filled_by_logo(&mut rng(4_000_000, number));
    let filled_by_other = |number: usize| maker.filled_by_other(&mut rng(5_000_000, number));

    let found = parallel(count, |number| judge(&with(number)));
    print_found("with the logo", &found);
    print_spread(&found);
    let found_filled = parallel(filled, |number| judge(&filled_by_logo(number)));
    print_found("filled by the logo", &found_filled);
    print_spread(&found_filled);
    let answer = |number: usize, scene: &Scene| {
        let found = find(&scene.canvas.rgba(), scene.canvas.width as u32, scene.canvas.height as u32).ok();
        (scene.kind, number, found)
    };
    let scores = parallel(negatives, |number| answer(number, &without(number)));
    print_alarms("without the logo", &scores);
    let scores_filled = parallel(filled, |number| answer(number, &filled_by_other(number)));
    print_alarms("filled by something else", &scores_filled);
    // The other pictures of the test's half as they are: clip art, screens, things.
    let plain = parallel(sources.others.len() + sources.photos.len(), |number| {
        let picture = sources.others.get(number).unwrap_or_else(|| &sources.photos[number - sources.others.len()]);
        answer(number, &Scene { canvas: Canvas::whole(picture), truth: None, kind: "as it is" })
    });
    print_alarms("without the logo", &plain);

    let Some(file) = word_after(arguments, "--sheet") else { return Ok(()) };
    let which = |found: &[Found], shown: bool, wide: bool| -> Vec<usize> {
        let wanted = found.iter().enumerate().filter(|(_, one)| one.shown == shown && (one.width >= 32.0) == wide);
        wanted.map(|(number, _)| number).collect()
    };
    let highest = |scores: &[Scored]| -> Vec<usize> {
        let mut near: Vec<(f32, usize)> =
            scores.iter().map(|(_, number, found)| (found.map_or(0.0, |found| found.score), *number)).collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        near.into_iter().map(|(_, number)| number).collect()
    };
    let tiles = |numbers: Vec<usize>, most: usize, make: &dyn Fn(usize) -> Scene| -> Vec<Tile> {
        numbers.into_iter().take(most).map(|number| tile(make(number))).collect()
    };
    let parts = [
        ("Found (green: where)", tiles(which(&found, true, true), 40, &with)),
        ("Missed, 32 px and wider (red: where it is)", tiles(which(&found, false, true), 32, &with)),
        ("Under 32 px, not said to be shown", tiles(which(&found, false, false), 16, &with)),
        ("Filled from side to side: found", tiles(which(&found_filled, true, true), 24, &filled_by_logo)),
        ("Filled from side to side: missed", tiles(which(&found_filled, false, true), 24, &filled_by_logo)),
        ("Without the logo: the highest scores", tiles(highest(&scores), 24, &without)),
        ("Filled by something else: the highest scores", tiles(highest(&scores_filled), 16, &filled_by_other)),
    ];
    sheet::write(Path::new(file), maker.forms.plain_face(), &parts.map(|(heading, tiles)| (heading.to_owned(), tiles)))
}

fn tile(scene: Scene) -> Tile {
    let found = find(&scene.canvas.rgba(), scene.canvas.width as u32, scene.canvas.height as u32).ok();
    let score = found.map_or(0.0, |found| found.score);
    let width = scene.truth.map_or(String::new(), |truth| format!(", {:.0} px", truth.width()));
    Tile {
        label: format!("{}{width}, {score:.2}", scene.kind),
        found: found.and_then(|found| found.quad),
        truth: scene.truth.map(|truth| truth.quad),
        canvas: scene.canvas,
    }
}

/// The kind of a picture without the logo, its number, and the answer to it.
type Scored = (&'static str, usize, Option<Verdict>);

/// What came of one picture with the logo.
struct Found {
    names: Vec<String>,
    width: f32,
    shown: bool,
    unclear: bool,
    /// Whether some candidate lay on the logo, and whether one that the network saw did.
    suggested: bool,
    fitted: bool,
    /// How well the drawn logo correlates with the true place, as far as the network saw it, and what it made of it.
    correlation: f32,
    score: f32,
}

fn print_found(what: &str, all: &[Found]) {
    let mut table: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    for one in all {
        for name in &one.names {
            table.entry(name).or_default().push(one);
        }
    }
    println!("{what:<36} {:>6} {:>7} {:>7} {:>9} {:>7}", "all", "shown", "unclear", "suggested", "fitted");
    for (name, all) in table {
        let part = |of: fn(&Found) -> bool| all.iter().filter(|one| of(one)).count() as f32 / all.len() as f32;
        println!(
            "{name:<36} {:>6} {:>7.3} {:>7.3} {:>9.3} {:>7.3}",
            all.len(),
            part(|one| one.shown),
            part(|one| one.unclear),
            part(|one| one.suggested),
            part(|one| one.fitted)
        );
    }
}

/// What the thresholds would cost, on logos that are wide enough.
fn print_spread(all: &[Found]) {
    for (what, of) in [("correlation", (|one| one.correlation) as fn(&Found) -> f32), ("score", |one| one.score)] {
        let mut values: Vec<f32> = all
            .iter()
            .filter(|one| one.width >= 32.0 && one.fitted && !one.names[0].contains("photo"))
            .map(of)
            .collect();
        values.sort_by(f32::total_cmp);
        let at = |part: f32| values.get((values.len() as f32 * part) as usize).copied().unwrap_or(0.0);
        println!(
            "{what} of logos fitted, 32 px and wider: 0.5 % under {:.3}, 1 % {:.3}, 2 % {:.3}, 5 % {:.3}, 10 % {:.3}",
            at(0.005),
            at(0.01),
            at(0.02),
            at(0.05),
            at(0.1)
        );
    }
}

fn print_alarms(what: &str, all: &[Scored]) {
    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut scores: Vec<f32> = Vec::new();
    for (kind, number, found) in all {
        let Some(found) = found else { continue };
        let row = table.entry(kind).or_default();
        row[0] += 1;
        row[1] += usize::from(found.outcome == Answer::Shown);
        row[2] += usize::from(found.outcome == Answer::Unclear);
        scores.push(found.score);
        if found.outcome != Answer::Absent {
            println!("  {kind} {number}: {:?} {:.3} by {:?}", found.outcome, found.score, found.how);
        }
    }
    println!("{what:<36} {:>6} {:>7} {:>7}", "all", "shown", "unclear");
    for (kind, [all, shown, unclear]) in table {
        println!("{kind:<36} {all:>6} {shown:>7} {unclear:>7}");
    }
    scores.sort_by(|one, other| other.total_cmp(one));
    let top: Vec<String> = scores.iter().take(12).map(|score| format!("{score:.3}")).collect();
    println!("highest scores without the logo: {}", top.join(" "));
}

fn judge(scene: &Scene) -> Found {
    let (rgba, width, height) = (scene.canvas.rgba(), scene.canvas.width as u32, scene.canvas.height as u32);
    let outcome = find(&rgba, width, height).map_or(Answer::Absent, |found| found.outcome);
    let looked = lab::look(&rgba, width, height).ok();
    let truth = scene.truth.as_ref();
    let on = |quad: &[[f32; 2]; 4]| truth.is_some_and(|truth| overlap(quad, &truth.quad) > 0.5);
    let wide = truth.map_or(0.0, Truth::width);
    let size = match wide {
        ..32.0 => "  under 32 px",
        ..64.0 => "  32 to 64 px",
        ..128.0 => " 64 to 128 px",
        _ => "128 px and over",
    };
    let ink = match truth.map(|truth| (truth.ink, truth.plain)) {
        Some((Ink::One, true)) => "one colour, plain",
        Some((Ink::One, false)) => "one colour, photo",
        _ => "colour",
    };
    let mut names = vec![format!("{ink}: {size}")];
    if wide >= 64.0 {
        names.push(format!("kind: {}", scene.kind));
    }
    let best = looked.iter().flat_map(|looked| &looked.places).filter(|place| on(&place.quad));
    let best = best.max_by(|one, other| one.score.total_cmp(&other.score));
    Found {
        correlation: best.map_or(0.0, |place| place.correlation.abs()),
        score: best.map_or(0.0, |place| place.score),
        names,
        width: wide,
        shown: outcome == Answer::Shown,
        unclear: outcome == Answer::Unclear,
        suggested: looked.as_ref().is_some_and(|looked| looked.all.iter().any(on)),
        fitted: looked.as_ref().is_some_and(|looked| looked.places.iter().any(|place| on(&place.quad))),
    }
}
