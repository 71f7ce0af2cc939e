//! Where the project and its pinned tools are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::command::{command, stdout_of};

/// A command-line tool from crates.io, pinned.
pub(crate) struct Tool {
    /// Its name on crates.io.
    pub(crate) package: &'static str,
    /// The program it installs.
    pub(crate) program: &'static str,
    /// The one version that is used.
    pub(crate) version: &'static str,
    /// What its compilation is told in the environment.
    pub(crate) environment: &'static [(&'static str, &'static str)],
}

/// The tools that the wasm build needs. wasm-bindgen-cli must be of the version of the library in `Cargo.toml`.
pub(crate) const TOOLS: &[Tool] = &[
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.130", environment: &[] },
    Tool { package: "wasm-pack", program: "wasm-pack", version: "0.15.1", environment: &[] },
];

/// The tool that audits crates. It runs for seconds, so it is compiled for the shortest wait.
pub(crate) const AUDITOR: Tool = Tool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    environment: &[
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
};

impl Tool {
    /// Whether the pinned version is what the path finds.
    pub(crate) fn is_installed(&self) -> bool {
        stdout_of(command(self.program).arg("--version"))
            .is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
    }
}

/// The top folder of the project.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder that `setup` installs tools into.
pub(crate) fn folder() -> PathBuf {
    target().join("tools")
}

/// The path on which programs are looked for: ours, npm's, then the machine's.
pub(crate) fn path() -> OsString {
    let ours = [folder().join("bin"), root().join("node_modules/.bin")];
    let theirs = env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(env::split_paths(&theirs).collect::<Vec<_>>());
    env::join_paths(all).unwrap_or(theirs)
}
