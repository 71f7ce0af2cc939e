//! `cargo xtask setup`: installs what is missing and says plainly what it could not.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::browsers::{Browser, CHROMIUM, FIREFOX};
use crate::command::{command, run as execute, stdout_of};
use crate::tools::{self, AUDITOR, TOOLS, Tool};

/// The target that the module is built for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// The oldest Node that the npm packages run on.
const NODE: (u32, u32) = (20, 19);

/// Installs everything; the error lists what is still missing and the command for each.
pub(crate) fn run(_: &[String]) -> Outcome {
    let mut missing = build_tools();
    missing.extend(cargo_tool(&AUDITOR).err());
    missing.extend(browsers(&[CHROMIUM, FIREFOX]));
    report(&missing)
}

/// Installs what a build needs.
pub(crate) fn for_build() -> Outcome {
    report(&build_tools())
}

/// Installs what the demonstration needs.
pub(crate) fn for_demo() -> Outcome {
    let mut missing = build_tools();
    missing.extend(browsers(&[CHROMIUM]));
    report(&missing)
}

fn report(missing: &[String]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("still missing:\n  - {}", missing.join("\n  - ")).into())
}

fn build_tools() -> Vec<String> {
    let mut missing = Vec::new();
    missing.extend(wasm_target().err());
    missing.extend(TOOLS.iter().filter_map(|tool| cargo_tool(tool).err()));
    match node() {
        Ok(()) => missing.extend(npm_packages().err()),
        Err(error) => missing.push(error),
    }
    missing
}

fn wasm_target() -> Result<(), String> {
    let installed = stdout_of(command("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(&folder).is_dir());
    if installed {
        return Ok(());
    }
    say(&format!("the Rust target {WASM}"));
    execute(command("rustup").args(["target", "add", WASM]))
        .map_err(|error| format!("the Rust target {WASM} ({error}). Run: rustup target add {WASM}"))
}

fn cargo_tool(tool: &Tool) -> Result<(), String> {
    if tool.is_installed() {
        return Ok(());
    }
    let Tool { package, version, environment, .. } = tool;
    say(&format!("{package} {version} (compiling takes some minutes)"));
    let install = |locked: bool| {
        let mut cargo = command("cargo");
        cargo
            .args(["install", package, "--version", version, "--quiet", "--root"])
            .arg(tools::folder())
            .envs(environment.iter().copied());
        if locked {
            cargo.arg("--locked");
        }
        execute(&mut cargo)
    };
    // A crate's own lock file may name a yanked crate: its declared ranges are the second try.
    install(true)
        .or_else(|_| install(false))
        .map_err(|error| format!("{package} ({error}). Run: cargo install {package} --version {version}"))
}

fn node() -> Result<(), String> {
    let wanted = format!("Node {}.{} or later, with npm. On Debian: sudo apt-get install nodejs npm", NODE.0, NODE.1);
    let said = stdout_of(command("node").arg("--version")).ok_or_else(|| wanted.clone())?;
    let mut numbers = said.trim_start_matches('v').split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < NODE { Err(format!("{wanted} (this is Node {said})")) } else { Ok(()) }
}

/// `npm ci` empties `node_modules` first, so it runs only when the lock file changed since the last time.
fn npm_packages() -> Result<(), String> {
    let lock = tools::root().join("package-lock.json");
    let stamp = tools::root().join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("package-lock.json could not be read: {error}"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("npm packages");
    execute(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
        .map_err(|error| format!("the npm packages ({error}). Run: npm ci"))?;
    fs::write(&stamp, wanted).map_err(|error| format!("node_modules cannot be written to: {error}"))
}

fn browsers(wanted: &[Browser]) -> Vec<String> {
    let absent = || wanted.iter().filter(|browser| browser.find().is_none());
    let packages: Vec<&str> = absent().map(|browser| browser.package).collect();
    if !packages.is_empty() && may_install_packages() {
        say(&packages.join(" and "));
        let apt = || {
            let mut apt = command("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive");
            apt
        };
        let installed = execute(apt().args(["update", "-qq"]))
            .and_then(|()| execute(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(&packages)));
        if let Err(error) = installed {
            println!("  {error}");
        }
    }
    absent().map(Browser::missing).collect()
}

fn may_install_packages() -> bool {
    let is_root = stdout_of(command("id").arg("-u")).is_some_and(|user| user == "0");
    is_root && stdout_of(command("apt-get").arg("--version")).is_some()
}

fn say(what: &str) {
    println!("installing {what}");
}
