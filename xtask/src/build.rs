//! `cargo xtask build`: the wasm module, then the two folders that a browser loads.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::command::{command, run as execute};
use crate::{Outcome, setup, tools};

/// What wasm-pack makes; the TypeScript imports it from here.
const MODULE: &str = "extension/.wasm/lozenge_wasm_bg.wasm";
const FOLDER: &str = "extension/.wasm";
/// What the module is made of.
const SOURCES: &[&str] = &[
    "crates/core",
    "crates/directory",
    "crates/logo",
    "crates/wasm/src",
    "crates/wasm/Cargo.toml",
    "crates/wasm/types.d.ts",
    "policies",
    "Cargo.toml",
    "Cargo.lock",
];

/// Installs what a build needs and builds.
pub(crate) fn run(_: &[String]) -> Outcome {
    setup::for_build()?;
    build()
}

/// Builds; expects the tools to be there.
pub(crate) fn build() -> Outcome {
    module()?;
    execute(command("node").arg("extension/build.mjs"))
}

/// Builds the wasm module where a source is newer than it.
pub(crate) fn module() -> Outcome {
    let root = tools::root();
    let built = modified(&root.join(MODULE));
    let changed = SOURCES.iter().filter_map(|source| newest(&root.join(source))).max();
    if built.is_some() && built >= changed {
        return Ok(());
    }
    // Without a `--mode`, wasm-pack downloads programs of its own choice.
    let mut pack = command("wasm-pack");
    pack.args(["--quiet", "build", "crates/wasm", "--target", "web", "--release", "--no-pack", "--mode", "no-install"]);
    // A sixth smaller than at level 3, and no slower that a reader would notice (docs/benchmarks.md).
    pack.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s");
    pack.env("CARGO_ENCODED_RUSTFLAGS", without_paths().join("\u{1f}"));
    execute(pack.arg("--out-dir").arg(tools::root().join(FOLDER)))?;
    touch(&root.join(MODULE))
}

/// Panics name the file they stand in: without this, with the folders of the machine that built the module.
fn without_paths() -> Vec<String> {
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or(home);
    let remap = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags: Vec<String> = cargo.iter().map(|folder| remap(folder, "/cargo")).collect();
    flags.push(remap(&tools::root(), "/lozenge"));
    flags
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|facts| facts.modified()).ok()
}

/// When the newest file in a folder was changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let inside = fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest(&entry.path()));
    if path.is_dir() { inside.max() } else { modified(path) }
}

/// Marks the module as newer than its sources even where cargo had nothing to do.
fn touch(file: &Path) -> Outcome {
    fs::File::options().append(true).open(file)?.set_modified(SystemTime::now())?;
    Ok(())
}
