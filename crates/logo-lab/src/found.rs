//! How the logo is found in pictures that others made: `found CLONES`, a folder that holds a clone of each repository in
//! `data/found.tsv`, called `owner+name`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use lozenge_logo::{Outcome as Answer, find};

use crate::{Outcome, parallel};

const LABELS: &str = include_str!("../data/found.tsv");
const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

/// One picture: where it is, and how the logo is seen in it.
struct Picture {
    repository: &'static str,
    blob: String,
    label: &'static str,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let clones = Path::new(arguments.first().ok_or("say where the clones are: found CLONES")?);
    let mut pictures: Vec<Picture> = LABELS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut parts = line.split('\t');
            let (repository, blob, label) = (parts.next()?, parts.next()?, parts.next()?);
            Some(Picture { repository, blob: blob.to_owned(), label })
        })
        .collect();
    let mut known: BTreeSet<String> = pictures.iter().map(|picture| picture.blob.clone()).collect();
    let repositories: BTreeSet<&str> = pictures.iter().map(|picture| picture.repository).collect();
    for repository in repositories {
        let listed = git(clones, repository, &["ls-tree", "-r", "HEAD"])?;
        for line in String::from_utf8_lossy(&listed).lines() {
            let Some((facts, path)) = line.split_once('\t') else { continue };
            let ending = path.trim_end_matches('"').rsplit('.').next().unwrap_or_default().to_lowercase();
            let blob = facts.split(' ').nth(2).unwrap_or_default();
            if ENDINGS.contains(&ending.as_str()) && known.insert(blob.to_owned()) {
                pictures.push(Picture { repository, blob: blob.to_owned(), label: "without" });
            }
        }
    }
    let answers = parallel(pictures.len(), |number| {
        let Picture { repository, blob, .. } = &pictures[number];
        let bytes = git(clones, repository, &["cat-file", "blob", blob]).ok()?;
        let rgba = image::load_from_memory(&bytes).ok()?.into_rgba8();
        find(rgba.as_raw(), rgba.width(), rgba.height()).ok()
    });
    let mut table: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    for (picture, answer) in pictures.iter().zip(answers) {
        let at = match answer.map(|answer| answer.outcome) {
            Some(Answer::Shown) => 1,
            Some(Answer::Unclear) => 2,
            Some(Answer::Absent) => 3,
            None => 4,
        };
        let row = table.entry(picture.label).or_default();
        row[0] += 1;
        row[at] += 1;
        let surprising = match picture.label {
            "colour" | "one" => at != 1,
            "without" => at == 1 || at == 2,
            _ => false,
        };
        if surprising && at < 4 {
            let (score, how) =
                answer.map_or((0.0, String::new()), |answer| (answer.score, format!("{:?}", answer.how)));
            println!("{:<8} but {:.3} by {how}: {} {}", picture.label, score, picture.repository, picture.blob);
        }
    }
    println!("{:<8} {:>6} {:>6} {:>8} {:>7} {:>11}", "logo", "all", "shown", "unclear", "absent", "unreadable");
    for (label, [all, shown, unclear, absent, unreadable]) in table {
        println!("{label:<8} {all:>6} {shown:>6} {unclear:>8} {absent:>7} {unreadable:>11}");
    }
    Ok(())
}

fn git(clones: &Path, repository: &str, arguments: &[&str]) -> Outcome<Vec<u8>> {
    let clone = clones.join(repository.replace('/', "+"));
    let done = Command::new("git").arg("-C").arg(&clone).args(arguments).output()?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    Err(format!("{} is not a clone of github.com/{repository}", clone.display()).into())
}
