//! Running other programs: always from the project's root, with the pinned
//! tools first on the path, and with errors that repeat the command.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use crate::{Outcome, tools};

/// A command that runs in the project's root and finds the pinned tools.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(tools::root()).env("PATH", tools::path());
    // Neither is ever wanted: the browsers under test are the machine's own.
    command.env("PUPPETEER_SKIP_DOWNLOAD", "1").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}

/// Runs with the terminal attached; an unsuccessful end is an error.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("`{}` could not start: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", line(command)).into()) }
}

/// Runs and keeps what it says; `None` where the program is not there.
pub(crate) fn capture(command: &mut Command) -> Option<Output> {
    command.stdin(Stdio::null()).output().ok()
}

/// What a program prints, trimmed, where it runs and succeeds.
pub(crate) fn stdout_of(command: &mut Command) -> Option<String> {
    let output = capture(command)?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
