//! `cargo xtask bench`: the figures for `docs/benchmarks.md`.

use crate::browsers::CHROMIUM;
use crate::command::{command, run as execute};
use crate::{Outcome, build, setup};

/// Measures the native checker, the wasm module in Chromium, and what is shipped.
pub(crate) fn run(_: &[String]) -> Outcome {
    setup::for_demo()?;
    build::build()?;
    execute(command("cargo").args(["bench", "--package", "lozenge-core", "--package", "lozenge-directory"]))?;
    let chromium = CHROMIUM.find().ok_or_else(|| CHROMIUM.missing())?;
    for script in ["tests/bench/wasm.ts", "tests/bench/directory.ts"] {
        execute(command("node").args(["--import", "tsx", script]).env(CHROMIUM.variable, &chromium))?;
    }
    Ok(())
}
