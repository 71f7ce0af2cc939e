//! Makes pictures with and without the NHS logo, trains lozenge-logo on them and measures it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task speaks to a person at a terminal")]

mod canvas;
mod drawn;
mod folders;
mod forms;
mod found;
mod measure;
mod network;
mod overlap;
mod rng;
mod scene;
mod sheet;
mod sources;
mod stamp;
mod train;

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What a task gives back. The error is a sentence for a person.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let ended = match arguments.first().map(String::as_str) {
        Some("template") => drawn::template(rest),
        Some("train") => train::run(rest),
        Some("folders") => folders::run(rest),
        Some("found") => found::run(rest),
        Some("test") => measure::run(rest),
        Some("show") => train::show(rest),
        _ => Err("say what to do: template, train, test, folders, found or show".into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("logo-lab: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What follows a word.
fn word_after<'a>(arguments: &'a [String], word: &str) -> Option<&'a str> {
    let at = arguments.iter().position(|argument| argument == word)?;
    arguments.get(at + 1).map(String::as_str)
}

/// The number that follows a word.
fn number_after(arguments: &[String], word: &str) -> Option<usize> {
    word_after(arguments, word)?.parse().ok()
}

/// Does a thing for each number, on all cores; the answers come in order.
fn parallel<T: Send>(count: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut all: Vec<(usize, T)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut mine = Vec::new();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= count {
                            return mine;
                        }
                        mine.push((number, act(number)));
                    }
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, value)| value).collect()
}
