//! `cargo xtask audit`: what the crates and npm packages of others are, and
//! what is known against them. A check that needs a host that cannot be
//! reached is named and does not fail; whatever a check finds does.
//!
//! Where GitHub cannot be reached, `LOZENGE_ADVISORY_DB` may name a copy of the
//! RustSec database: a git repository on this machine.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{capture, command, line, stdout_of};
use crate::{Outcome, tools};

/// One check by a program of others.
struct Check {
    about: &'static str,
    words: &'static [&'static str],
    /// The host without which it cannot run, where there is one.
    needs: Option<&'static str>,
}

/// What names a copy of the database of advisories.
const COPY: &str = "LOZENGE_ADVISORY_DB";
/// The check that reads it.
const ADVISORIES: &[&str] = &["cargo", "deny", "check", "advisories"];

const CHECKS: &[Check] = &[
    Check {
        about: "crates: licences, sources, none that is banned (deny.toml)",
        words: &["cargo", "deny", "check", "bans", "licenses", "sources"],
        needs: None,
    },
    Check { about: "crates: known advisories", words: ADVISORIES, needs: Some("github.com, for the RustSec database") },
    Check {
        about: "npm packages: signed by the registry",
        words: &["npm", "audit", "signatures"],
        needs: Some("tuf-repo-cdn.sigstore.dev, for the registry's keys"),
    },
    Check {
        about: "npm packages: known advisories",
        words: &["npm", "audit"],
        needs: Some("registry.npmjs.org, for its list of advisories"),
    },
];

/// What programs say when it was the network that failed them.
const UNREACHABLE: &[&str] = &[
    "ECONNREFUSED",
    "ECONNRESET",
    "EAI_AGAIN",
    "ENOTFOUND",
    "ETIMEDOUT",
    "audit endpoint returned an error",
    "failed to fetch advisory database",
];

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
    /// For want of this.
    NotRun(&'static str),
}

/// Runs all checks and sums them up.
pub(crate) fn run(_: &[String]) -> Outcome {
    let (mut passed, mut failed) = (0, Vec::new());
    let copy = Database::given()?;
    for check in CHECKS {
        let copy = copy.as_ref().filter(|_| check.words == ADVISORIES);
        let mut program = command(check.words[0]);
        program.args(&check.words[1..]).env("npm_config_fetch_retries", "0");
        if let Some(copy) = copy {
            program = copy.check()?;
        }
        let needs = check.needs.filter(|_| copy.is_none());
        let about = [check.about, copy.map_or("", |copy| &copy.state)].concat();
        let Some(output) = capture(&mut program) else {
            failed.push(format!("`{}` could not start. Run: cargo xtask setup", line(&program)));
            continue;
        };
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        match verdict(needs, output.status.success(), &said) {
            Verdict::Passed => {
                passed += 1;
                println!("{about}: ok");
            }
            Verdict::Failed => {
                println!("{about}: FAILED\n{}", said.trim_end());
                failed.push(line(&program));
            }
            Verdict::NotRun(host) => println!("{about}: NOT RUN, this machine cannot reach {host}"),
        }
    }
    println!("{passed} of {} checks passed", CHECKS.len());
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", ")).into()) }
}

/// A copy of the RustSec database.
struct Database {
    folder: PathBuf,
    /// How old it is: what is not known in it is not known here.
    state: String,
}

impl Database {
    /// The copy that the environment names; an error where it names something else.
    fn given() -> Outcome<Option<Self>> {
        let Some(folder) = std::env::var_os(COPY) else { return Ok(None) };
        let state = stdout_of(command("git").arg("-C").arg(&folder).args(["log", "-1", "--format=%h of %cs"]));
        match (fs::canonicalize(&folder), state) {
            (Ok(folder), Some(commit)) => {
                Ok(Some(Self { folder, state: format!(", by the copy of the database at {commit}") }))
            }
            _ => {
                Err(format!("{COPY} names {}, which is no git repository. Clone {UPSTREAM} there", folder.display())
                    .into())
            }
        }
    }

    /// The check as it is run on the copy: cargo-deny takes the address of a database alone, so git is told where
    /// that address leads.
    fn check(&self) -> Outcome<Command> {
        let place = tools::target().join("audit");
        if place.is_dir() {
            fs::remove_dir_all(&place)?;
        }
        fs::create_dir_all(&place)?;
        let rules = fs::read_to_string(tools::root().join("deny.toml"))?;
        let database = format!("[advisories]\ndb-path = {:?}\ngit-fetch-with-cli = true\n", place.join("databases"));
        fs::write(place.join("deny.toml"), rules.replace("[advisories]\n", &database))?;
        let mut program = command("cargo");
        program.args(["deny", "--config"]).arg(place.join("deny.toml")).args(["check", "advisories"]);
        program.env("GIT_CONFIG_COUNT", "1");
        program.env("GIT_CONFIG_KEY_0", format!("url.file://{}.insteadOf", self.folder.display()));
        program.env("GIT_CONFIG_VALUE_0", UPSTREAM);
        Ok(program)
    }
}

const UPSTREAM: &str = "https://github.com/RustSec/advisory-db";

fn verdict(needs: Option<&'static str>, success: bool, said: &str) -> Verdict {
    match needs {
        _ if success => Verdict::Passed,
        Some(host) if UNREACHABLE.iter().any(|sign| said.contains(sign)) => Verdict::NotRun(host),
        _ => Verdict::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFLINE: Option<&str> = None;
    const ONLINE: Option<&str> = Some("a host");

    #[test]
    fn what_is_found_fails() {
        let found = "error[vulnerability]: a crate is broken";
        assert_eq!(verdict(OFFLINE, false, found), Verdict::Failed);
        assert_eq!(verdict(ONLINE, false, found), Verdict::Failed);
        assert_eq!(verdict(ONLINE, true, "0 found"), Verdict::Passed);
    }

    #[test]
    fn a_host_out_of_reach_is_no_finding_but_only_where_a_host_is_needed() {
        let said = "npm error code ENOTFOUND";
        assert_eq!(verdict(ONLINE, false, said), Verdict::NotRun("a host"));
        assert_eq!(verdict(OFFLINE, false, said), Verdict::Failed);
    }
}
