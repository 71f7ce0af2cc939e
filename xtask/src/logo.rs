//! `cargo xtask logo-train` and `logo-eval`: the work of `crates/logo-lab`, built for speed.

use crate::Outcome;
use crate::command::{command, run as execute};

/// Makes pictures with and without the logo, learns from them, and writes `crates/logo/data/weights.bin`; or draws
/// `letters.bin` (`template`), or some of the pictures (`show FOLDER`).
pub(crate) fn train(arguments: &[String]) -> Outcome {
    match arguments.split_first() {
        Some((first, rest)) if first == "template" || first == "show" => lab(first, rest),
        _ => lab("train", arguments),
    }
}

/// Measures on made pictures that training has not seen, on labelled pictures that others made, or on folders.
pub(crate) fn eval(arguments: &[String]) -> Outcome {
    match arguments.split_first() {
        Some((first, rest)) if first == "found" => lab("found", rest),
        Some((first, _)) if !first.starts_with("--") => lab("folders", arguments),
        _ => lab("test", arguments),
    }
}

fn lab(task: &str, arguments: &[String]) -> Outcome {
    let mut lab = command("cargo");
    lab.args(["run", "--quiet", "--release", "--package", "logo-lab", "--", task]).args(arguments);
    // Linking for size is not worth the wait here.
    execute(lab.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
}
