//! How the logo is found in pictures that lie in folders: `folders FOLDER… [--list]`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use lozenge_logo::{Outcome as Answer, Verdict, find};

use crate::sources::walk;
use crate::{Outcome, parallel};

/// Counts the answers of each folder. What the folders hold is the caller's to know.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let list = arguments.iter().any(|word| word == "--list");
    let mut files = Vec::new();
    for folder in arguments.iter().filter(|word| !word.starts_with("--")) {
        walk(&PathBuf::from(folder), &mut files)?;
    }
    files.sort();
    let answers = parallel(files.len(), |number| judge(&files[number]));
    let mut table: BTreeMap<String, Vec<Option<(Verdict, f64)>>> = BTreeMap::new();
    for (file, answer) in files.iter().zip(&answers) {
        let folder = file.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        table.entry(folder).or_default().push(*answer);
        if list && let Some((verdict, ms)) = answer {
            let outcome = format!("{:?}", verdict.outcome);
            println!(
                "{outcome:<8} {:.3} {:<9} {ms:6.1} ms {}",
                verdict.score,
                format!("{:?}", verdict.how),
                file.display()
            );
        }
    }
    println!("{:>6} {:>6} {:>8} {:>7} {:>11} {:>10}", "all", "shown", "unclear", "absent", "unreadable", "median ms");
    for (folder, answers) in table {
        let count = |outcome| answers.iter().flatten().filter(|(verdict, _)| verdict.outcome == outcome).count();
        let mut times: Vec<f64> = answers.iter().flatten().map(|(_, ms)| *ms).collect();
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
    Ok(())
}

fn judge(file: &PathBuf) -> Option<(Verdict, f64)> {
    let rgba = image::ImageReader::open(file).ok()?.with_guessed_format().ok()?.decode().ok()?.into_rgba8();
    let start = Instant::now();
    let verdict = find(rgba.as_raw(), rgba.width(), rgba.height()).ok()?;
    Some((verdict, start.elapsed().as_secs_f64() * 1000.0))
}
