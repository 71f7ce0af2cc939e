//! How the logo is found in pictures that lie in folders: `folders FOLDER… [--list] [--sheets FOLDER]`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use image::RgbaImage;
use lozenge_logo::{Outcome as Answer, Verdict, find};

use crate::canvas::Canvas;
use crate::forms::Forms;
use crate::sheet::{self, Tile};
use crate::sources::{Sources, walk};
use crate::{Outcome, parallel, word_after};

/// Pictures to a sheet.
const TO_A_SHEET: usize = 96;
/// What a sheet keeps of a picture, in pixels across; of one that is much higher than wide, the upper part.
const KEPT: u32 = 400;

/// What came of one file.
struct Judged {
    file: PathBuf,
    verdict: Verdict,
    ms: f64,
    tile: Option<Tile>,
}

/// Counts the answers of each folder. What the folders hold is the caller's to know.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let list = arguments.iter().any(|word| word == "--list");
    let sheets = word_after(arguments, "--sheets").map(Path::new);
    let mut files = Vec::new();
    for folder in arguments.iter().take_while(|word| !word.starts_with("--")) {
        walk(&PathBuf::from(folder), &mut files)?;
    }
    files.sort();
    let answers = parallel(files.len(), |number| judge(&files[number], number, sheets.is_some()));
    let mut table: BTreeMap<String, Vec<Option<&Judged>>> = BTreeMap::new();
    for (number, (file, answer)) in files.iter().zip(&answers).enumerate() {
        let folder = file.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        table.entry(folder).or_default().push(answer.as_ref());
        if list && let Some(Judged { file, verdict, ms, .. }) = answer {
            let (outcome, how) = (format!("{:?}", verdict.outcome), format!("{:?}", verdict.how));
            println!("{number:>5} {outcome:<8} {:.3} {how:<9} {ms:6.1} ms {}", verdict.score, file.display());
        }
    }
    println!("{:>6} {:>6} {:>8} {:>7} {:>11} {:>10}", "all", "shown", "unclear", "absent", "unreadable", "median ms");
    for (folder, answers) in table {
        let count = |outcome| answers.iter().flatten().filter(|one| one.verdict.outcome == outcome).count();
        let mut times: Vec<f64> = answers.iter().flatten().map(|one| one.ms).collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{:>6} {:>6} {:>8} {:>7} {:>11} {:>10.1}  {folder}",
            answers.len(),
            count(Answer::Shown),
            count(Answer::Unclear),
            count(Answer::Absent),
            answers.iter().filter(|answer| answer.is_none()).count(),
            times.get(times.len() / 2).copied().unwrap_or(0.0),
        );
    }
    let Some(sheets) = sheets else { return Ok(()) };
    fs::create_dir_all(sheets)?;
    let sources = Sources::fonts(true)?;
    let forms = Forms::new(&sources, true)?;
    let mut tiles: Vec<Tile> = answers.into_iter().flatten().filter_map(|one| one.tile).collect();
    for number in 0..tiles.len().div_ceil(TO_A_SHEET) {
        let part = tiles.drain(..TO_A_SHEET.min(tiles.len())).collect();
        let file = sheets.join(format!("{number:03}.jpg"));
        sheet::write(&file, forms.plain_face(), &[(file.display().to_string(), part)])?;
    }
    Ok(())
}

fn judge(file: &Path, number: usize, draw: bool) -> Option<Judged> {
    let rgba = image::ImageReader::open(file).ok()?.with_guessed_format().ok()?.decode().ok()?.into_rgba8();
    let start = Instant::now();
    let verdict = find(rgba.as_raw(), rgba.width(), rgba.height()).ok()?;
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let tile = (draw && rgba.width() >= 32 && rgba.height() >= 13).then(|| tile(&rgba, &verdict, number));
    Some(Judged { file: file.to_owned(), verdict, ms, tile })
}

fn tile(rgba: &RgbaImage, verdict: &Verdict, number: usize) -> Tile {
    let shrunk = (f64::from(rgba.width()) * f64::from(rgba.height()) / 1e6).sqrt().max(1.0);
    let label = format!("{number} {:?} {}x{} /{shrunk:.1}", verdict.outcome, rgba.width(), rgba.height());
    let upper = image::imageops::crop_imm(rgba, 0, 0, rgba.width(), rgba.height().min(rgba.width())).to_image();
    let width = rgba.width().min(KEPT);
    let height = (upper.height() * width / rgba.width()).max(1);
    let small = image::imageops::thumbnail(&upper, width, height);
    let mut canvas = Canvas::plain(width as usize, height as usize, [255; 3]);
    for (to, from) in canvas.pixels.iter_mut().zip(small.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        *to = [red, green, blue].map(|part| ((part * alpha + 200 * (255 - alpha)) / 255) as u8);
    }
    let by = width as f32 / rgba.width() as f32;
    let found = verdict.quad.map(|quad| quad.map(|corner| corner.map(|part| part * by)));
    Tile { canvas, found, truth: None, label }
}
