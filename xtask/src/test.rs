//! `cargo xtask test`: every check there is, in the order in which a mistake
//! is cheapest to learn of. All steps run; the last line is the sum.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::browsers::{Browser, CHROMIUM, FIREFOX};
use crate::command::{command, line};
use crate::{Outcome, setup, tools};

/// One check: what a reader calls it, and the command that does it.
struct Step {
    name: &'static str,
    command: Command,
}

/// What a step came to. A step that is no test run counts as one test.
struct Ending {
    passed: usize,
    failed: usize,
    /// Of those passed, the ones that needed another try.
    flaky: usize,
    output: String,
    took: Duration,
}

/// Runs every step whose name contains the argument, or all of them.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let wanted = arguments.first().map_or("", String::as_str);
    // What could not be set up fails the checks that need it; the others still run.
    if wanted.is_empty()
        && let Err(missing) = setup::run(&[])
    {
        println!("{missing}");
    }
    let mut sum = (0, 0);
    let mut first_failure: Option<(&str, String, String)> = None;
    for mut step in steps().into_iter().filter(|step| step.name.contains(wanted)) {
        let ending = perform(&mut step.command);
        sum = (sum.0 + ending.passed, sum.1 + ending.failed);
        let verdict = if ending.failed == 0 { "ok" } else { "FAILED" };
        println!(
            "{:<18} {verdict:<7} {:>5} passed {:>4} failed  {:>4} s{}",
            step.name,
            ending.passed,
            ending.failed,
            ending.took.as_secs(),
            if ending.flaky > 0 { format!("  ({} on another try)", ending.flaky) } else { String::new() }
        );
        if let Err(error) = keep(step.name, &ending.output) {
            println!("  its output could not be kept: {error}");
        }
        if ending.failed > 0 && first_failure.is_none() {
            first_failure = Some((step.name, line(&step.command), ending.output));
        }
    }
    if let Some((name, command, output)) = &first_failure {
        println!("\n---- {name}: {command}\n{}\n----", output.trim_end());
        println!("What each step said is in {}", folder().display());
    }
    println!("{} passed, {} failed", sum.0, sum.1);
    match first_failure {
        None => Ok(()),
        // The sum stays the last line of what is printed.
        Some(_) => std::process::exit(1),
    }
}

/// Where each step's output is kept until the next run.
fn folder() -> PathBuf {
    tools::target().join("checks")
}

fn keep(step: &str, output: &str) -> Outcome {
    fs::create_dir_all(folder())?;
    fs::write(folder().join(format!("{step}.log")), output)?;
    Ok(())
}

fn steps() -> Vec<Step> {
    vec![
        step("format", &["cargo", "fmt", "--all", "--check"]),
        step("typescript style", &["biome", "ci", "--colors=off", "."]),
        step("clippy", &["cargo", "clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        step("dependencies", &["cargo", "xtask", "audit"]),
        step("rust", &["cargo", "test", "--quiet", "--workspace", "--no-fail-fast"]),
        step("build", &["cargo", "xtask", "build"]),
        step("types", &["tsc", "--noEmit"]),
        step("wasm", &["vitest", "run", "crates/wasm"]),
        step("unit", &["vitest", "run", "extension/", "tests/"]),
        browser_step("replicas", &CHROMIUM),
        browser_step("editors", &CHROMIUM),
        browser_step("faces", &CHROMIUM),
        browser_step("pages", &CHROMIUM),
        browser_step("chromium", &CHROMIUM),
        browser_step("firefox", &FIREFOX),
    ]
}

fn step(name: &'static str, words: &[&str]) -> Step {
    let mut command = command(words[0]);
    command.args(&words[1..]).env("NO_COLOR", "1").env("FORCE_COLOR", "0").env("CI", "1");
    Step { name, command }
}

fn browser_step(name: &'static str, browser: &Browser) -> Step {
    let mut step = step(name, &["playwright", "test", "--reporter=list", &format!("--project={name}")]);
    match browser.find() {
        Some(program) => {
            step.command.env(browser.variable, program);
        }
        None => {
            step.command = command("sh");
            step.command.args(["-c", "echo \"$0\"; exit 1"]).arg(browser.missing());
        }
    }
    step
}

fn perform(command: &mut Command) -> Ending {
    let start = Instant::now();
    let (success, output) = match command.stdin(Stdio::null()).output() {
        Ok(done) => {
            let both = [done.stdout, done.stderr].concat();
            (done.status.success(), String::from_utf8_lossy(&both).into_owned())
        }
        Err(error) => (false, format!("could not start: {error}. Run: cargo xtask setup")),
    };
    let (mut passed, mut failed, flaky) = counts(&output);
    if success && passed + failed == 0 {
        passed = 1;
    }
    if !success && failed == 0 {
        failed = 1;
    }
    Ending { passed, failed, flaky, output, took: start.elapsed() }
}

/// Adds up the summary lines of cargo, vitest and Playwright.
fn counts(output: &str) -> (usize, usize, usize) {
    let (mut passed, mut failed, mut flaky) = (0, 0, 0);
    for line in output.lines().map(str::trim) {
        let words: Vec<&str> = line
            .split(|letter: char| letter.is_whitespace() || letter == ';')
            .filter(|word| !word.is_empty())
            .collect();
        let is_playwright = words.len() <= 3 && words.first().is_some_and(|word| word.parse::<usize>().is_ok());
        let is_summary = line.starts_with("test result:") || line.starts_with("Tests ") || is_playwright;
        if !is_summary {
            continue;
        }
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<usize>() else { continue };
            match pair[1] {
                "passed" => passed += number,
                "failed" | "interrupted" => failed += number,
                "flaky" => {
                    passed += number;
                    flaky += number;
                }
                _ => {}
            }
        }
    }
    (passed, failed, flaky)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_each_runner_says() {
        let cargo = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured\ntest result: FAILED. 3 passed; 2 failed; 0 ignored";
        assert_eq!(counts(cargo), (15, 2, 0));
        let vitest = " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 8 passed (9)\n";
        assert_eq!(counts(vitest), (8, 1, 0));
        let playwright =
            "  ✓  1 a test that 3 failed (2s)\n  1 failed\n    a.spec.ts:1:1 › a\n  1 flaky\n  40 passed (1.2m)\n";
        assert_eq!(counts(playwright), (41, 1, 1));
        assert_eq!(counts("nothing to see"), (0, 0, 0));
    }

    #[test]
    fn a_step_that_only_succeeds_counts_as_one() {
        let ending = perform(Command::new("true").arg("x"));
        assert_eq!((ending.passed, ending.failed), (1, 0));
        let ending = perform(&mut Command::new("false"));
        assert_eq!((ending.passed, ending.failed), (0, 1));
    }
}
