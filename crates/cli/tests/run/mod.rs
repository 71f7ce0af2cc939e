//! Running the program in tests.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot run its program has failed")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn everything(&self) -> String {
        format!("status {}\n---- out\n{}\n---- err\n{}", self.status, self.out, self.err)
    }
}

pub(crate) fn lozenge(arguments: &[&str]) -> Ran {
    lozenge_with(arguments, "")
}

pub(crate) fn lozenge_with(arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut child = start(arguments);
    let mut to = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // Fed from a thread of its own, since the program answers while it reads.
    let feeding = std::thread::spawn(move || {
        // A program that ends early closes the pipe, and its status tells.
        let _ = to.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Reads a few bytes of the answer and closes the pipe.
pub(crate) fn lozenge_cut_short(arguments: &[&str], input: String) -> Ran {
    let mut child = start(arguments);
    let mut to = child.stdin.take().unwrap();
    let mut from = child.stdout.take().unwrap();
    let feeding = std::thread::spawn(move || {
        let _ = to.write_all(input.as_bytes());
    });
    let mut some = [0; 16];
    from.read_exact(&mut some).unwrap();
    drop(from);
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    Ran { status: output.status.code().unwrap(), out: String::new(), err: String::from_utf8(output.stderr).unwrap() }
}

fn start(arguments: &[&str]) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_lozenge"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A folder of a test's own, gone when the test is.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("lozenge-cli-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        let file = self.0.join(name);
        fs::write(&file, content).unwrap();
        file.to_str().unwrap().to_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
