//! The project's own tasks. `cargo xtask` alone lists them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task speaks to a person at a terminal")]

mod audit;
mod bench;
mod browsers;
mod build;
mod command;
mod demo;
mod eval;
mod eval_disclaimers;
mod eval_identifiers;
mod fuzz;
mod logo;
mod package;
mod peers;
mod reproduce;
mod setup;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

/// What a task gives back. The error is one sentence, or more, for a person.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// One task: its name, what it does, and the function that does it.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Outcome,
}

const TASKS: &[Task] = &[
    Task { name: "setup", about: "install what is missing: tools, npm packages, browsers", run: setup::run },
    Task { name: "build", about: "build the extension into dist/chromium and dist/firefox", run: build::run },
    Task {
        name: "demo",
        about: "open a browser with Lozenge and a compose box, or play a session without a display",
        run: demo::run,
    },
    Task { name: "test", about: "format, lints, unit tests, wasm tests and both browsers", run: test::run },
    Task {
        name: "package",
        about: "make all that an organisation or a store takes, in dist/package (docs/admin.md)",
        run: package::run,
    },
    Task { name: "reproduce", about: "package twice, in two folders: the same bytes?", run: reproduce::run },
    Task { name: "audit", about: "check the crates and npm packages of others", run: audit::run },
    Task {
        name: "eval",
        about: "score the checker on labelled drafts: eval [--severity LIST] [--family ID] FILE…",
        run: eval::run,
    },
    Task {
        name: "eval-disclaimers",
        about: "which wordings are taken for a disclaimer: eval-disclaimers [WORDINGS LOOK-ALIKES]",
        run: eval_disclaimers::run,
    },
    Task {
        name: "eval-identifiers",
        about: "which sentences with an identifier are caught: eval-identifiers [FILE]",
        run: eval_identifiers::run,
    },
    Task { name: "train", about: "make the model's weights from tests/corpus", run: train::run },
    Task { name: "bench", about: "measure speed and sizes", run: bench::run },
    Task {
        name: "peers",
        about: "Lozenge and other tools over the same drafts, side by side: peers [FILE…] (tests/peers)",
        run: peers::run,
    },
    Task {
        name: "fuzz",
        about: "look for inputs that break promises: fuzz [SECONDS] [checker|pack|logo…]",
        run: fuzz::run,
    },
    Task { name: "logo-train", about: "learn the NHS logo anew from made pictures", run: logo::train },
    Task {
        name: "logo-eval",
        about: "find the logo in made pictures [--sheet FILE], in found ones (found CLONES), or in all of FOLDER…",
        run: logo::eval,
    },
    Task { name: "screenshots", about: "take the pictures in docs/screenshots anew", run: demo::screenshots },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        list();
        return if name.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    match (task.run)(&rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ncargo xtask {name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    println!("cargo xtask TASK\n");
    for task in TASKS {
        println!("  {:<16} {}", task.name, task.about);
    }
}
