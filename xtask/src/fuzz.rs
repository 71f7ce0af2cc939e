//! `cargo xtask fuzz [SECONDS] [TARGET…]`: libFuzzer on the checker, the loading of packs and the finder of logos.
//!
//! The flags are those of cargo-fuzz without a sanitizer, all of them stable: neither another toolchain nor
//! another tool is needed. `tests/fuzz` has the targets and what they promise.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::{command, run as execute, stdout_of};
use crate::{Outcome, tools};

/// A target and the longest input that is tried on it, in bytes.
const TARGETS: &[(&str, usize)] = &[("checker", 4_000), ("pack", 80_000), ("logo", 2_000)];
/// What a run lasts where nothing is said.
const SECONDS: u32 = 60;
/// An input that takes longer is reported, in seconds.
const TOO_LONG: u32 = 5;

/// What makes libFuzzer see which branches were taken.
const FLAGS: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0 \
    --cfg fuzzing";

/// Runs the named targets, or all, one after the other.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let seconds = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(SECONDS);
    let named: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|argument| argument.parse::<u32>().is_err()).collect();
    if let Some(unknown) = named.iter().find(|name| !TARGETS.iter().any(|(target, _)| target == *name)) {
        return Err(format!("there is no target {unknown}: give checker, pack or logo").into());
    }
    let host = stdout_of(command("rustc").args(["--print", "host-tuple"])).ok_or("rustc does not name its host")?;
    let folder = tools::target().join("fuzz");
    let found = folder.join("found");
    fs::create_dir_all(&found)?;
    // With a target named, build scripts and macros are compiled without the flags.
    let manifest = tools::root().join("tests/fuzz/Cargo.toml");
    execute(
        command("cargo")
            .args(["build", "--release", "--target", &host, "--manifest-path"])
            .arg(manifest)
            .arg("--target-dir")
            .arg(&folder)
            .env("RUSTFLAGS", FLAGS),
    )?;
    for (target, longest) in TARGETS.iter().filter(|(target, _)| named.is_empty() || named.contains(target)) {
        let corpus = folder.join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        seed(target, &corpus)?;
        println!("{target}: {seconds} s");
        execute(
            command(folder.join(&host).join("release").join(target))
                .arg(&corpus)
                .args([format!("-max_total_time={seconds}"), format!("-timeout={TOO_LONG}")])
                .args([
                    format!("-max_len={longest}"),
                    "-rss_limit_mb=4096".to_owned(),
                    "-print_final_stats=1".to_owned(),
                ])
                .arg(format!("-artifact_prefix={}/{target}-", found.display())),
        )?;
    }
    Ok(())
}

/// Writes what a target starts from.
fn seed(target: &str, corpus: &Path) -> Outcome {
    match target {
        "checker" => {
            for entry in fs::read_dir(tools::root().join("tests/corpus"))? {
                let path = entry?.path();
                if path.extension().is_none_or(|extension| extension != "jsonl") {
                    continue;
                }
                // Every tenth draft: enough of every sort, and read again in seconds.
                for (number, line) in fs::read_to_string(&path)?.lines().enumerate().step_by(10) {
                    let draft: Value = serde_json::from_str(line)?;
                    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                    fs::write(corpus.join(format!("seed-{stem}-{number}")), checker_seed(&draft, number))?;
                }
            }
        }
        "pack" => {
            for entry in fs::read_dir(tools::root().join("policies"))? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    fs::copy(&path, corpus.join(format!("seed-{}", path.file_stem().unwrap_or_default().display())))?;
                }
            }
            fs::write(corpus.join("seed-skeleton"), lozenge_core::PACK_SKELETON)?;
        }
        _ => {
            for (number, shape) in [[90, 36, 3], [200, 80, 7], [40, 255, 0], [255, 255, 15]].iter().enumerate() {
                let pixels = (0..800_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8);
                let seed: Vec<u8> = shape.iter().copied().chain(pixels).collect();
                fs::write(corpus.join(format!("seed-{number}")), seed)?;
            }
        }
    }
    Ok(())
}

/// A draft in the form that the checker's target reads.
fn checker_seed(draft: &Value, number: usize) -> Vec<u8> {
    let said = |key: &str| draft[key].as_str().unwrap_or_default().to_owned();
    let text = match draft["parts"].as_array() {
        Some(parts) => parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n\n"),
        None => said("text"),
    };
    let alt = draft["attachments"][0]["alt"].as_str().unwrap_or_default().to_owned();
    let written = [text, said("bio"), said("reply_to"), said("previous"), alt].join("\u{1F}");
    // The second byte also chooses the capacity.
    let choices = [number / 10, number / 10 * 7, number / 10 % 16];
    choices.iter().map(|choice| *choice as u8).chain(written.into_bytes()).collect()
}
