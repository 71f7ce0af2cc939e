//! Makes pictures with and without the NHS logo, trains lozenge-logo on them and measures it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task speaks to a person at a terminal")]

mod drawn;

use std::process::ExitCode;

/// What a task gives back. The error is a sentence for a person.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let ended = match arguments.first().map(String::as_str) {
        Some("template") => drawn::template(rest),
        _ => Err("say what to do: template".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("logo-lab: {error}");
            ExitCode::FAILURE
        }
    }
}
