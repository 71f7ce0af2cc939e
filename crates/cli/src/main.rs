//! `lozenge`: the checker on the command line.

mod arguments;
mod check;
mod coverage;
mod draft;
mod failure;
mod jsonl;
mod logo;
mod packs;
mod picture;
mod policy;
mod readable;

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Task};
use crate::failure::{Ending, Failure};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let ended = run(&arguments.task, &mut out).and_then(|ending| {
        out.flush()?;
        Ok(ending)
    });
    exit_code(ended)
}

fn run(task: &Task, out: &mut impl io::Write) -> Result<Ending, Failure> {
    match task {
        Task::Check(options) => check::run(options, out),
        Task::Logo(options) => logo::run(options, out),
        Task::Policy(task) => policy::run(task, out),
        Task::Explain { family } => coverage::run(family, out),
    }
}

/// The one place where what happened becomes an exit status.
fn exit_code(ended: Result<Ending, Failure>) -> ExitCode {
    match ended {
        Ok(Ending::Clear) => ExitCode::SUCCESS,
        Ok(Ending::Held) => ExitCode::from(1),
        Ok(Ending::Unread) => ExitCode::from(2),
        // Whoever read our output has seen enough: `lozenge … | head` is no fault.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "lozenge: {failure}");
            ExitCode::from(2)
        }
    }
}
