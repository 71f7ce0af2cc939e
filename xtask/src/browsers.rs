//! The browsers under test: found, never downloaded.

use std::env;
use std::path::PathBuf;

/// A browser, how to find it and how to get it.
pub(crate) struct Browser {
    /// What a person calls it.
    pub(crate) name: &'static str,
    /// The variable that names its program.
    pub(crate) variable: &'static str,
    /// The names under which its program is looked for.
    programs: &'static [&'static str],
    /// Its package on Debian.
    pub(crate) package: &'static str,
}

/// Chromium. Not Chrome: branded builds no longer load an unpacked extension from the command line.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "LOZENGE_CHROMIUM",
    programs: &["chromium", "chromium-browser"],
    package: "chromium",
};

/// Firefox.
pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "LOZENGE_FIREFOX",
    programs: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};

impl Browser {
    /// Its program, where the machine has it.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            return Some(PathBuf::from(named)).filter(|program| program.is_file());
        }
        let path = env::var_os("PATH")?;
        let folders: Vec<PathBuf> = env::split_paths(&path).collect();
        self.programs
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
            .find(|file| file.is_file())
    }

    /// What to do when it is not there.
    pub(crate) fn missing(&self) -> String {
        format!(
            "{} is not here. On Debian: sudo apt-get install {}; or set {} to its program.",
            self.name, self.package, self.variable
        )
    }
}
