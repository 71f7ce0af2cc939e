//! `cargo xtask demo`: everything in one command, from a clean clone to a
//! compose box with Lozenge in it.

use std::env;

use crate::browsers::CHROMIUM;
use crate::command::{command, run as execute};
use crate::{Outcome, build, setup};

/// Opens a browser where there is a display; otherwise plays a session and saves screenshots.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    setup::for_demo()?;
    build::build()?;
    let chromium = CHROMIUM.find().ok_or_else(|| CHROMIUM.missing())?;
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    let headless = !display || arguments.iter().any(|word| word == "--headless");
    let script = if headless { "tests/demo/session.ts" } else { "tests/demo/open.ts" };
    execute(command("node").args(["--import", "tsx", script]).env(CHROMIUM.variable, chromium))
}

/// Takes the pictures in `docs/screenshots` anew.
pub(crate) fn screenshots(_: &[String]) -> Outcome {
    setup::for_demo()?;
    build::build()?;
    let chromium = CHROMIUM.find().ok_or_else(|| CHROMIUM.missing())?;
    execute(command("node").args(["--import", "tsx", "tests/screenshots.ts"]).env(CHROMIUM.variable, chromium))
}
