//! `cargo xtask audit`: what the crates and npm packages of others are, and
//! what is known against them. A check that needs a host that cannot be
//! reached is named and does not fail; whatever a check finds does.

use crate::Outcome;
use crate::command::{capture, command, line};

/// One check by a program of others.
struct Check {
    about: &'static str,
    words: &'static [&'static str],
    /// The host without which it cannot run, where there is one.
    needs: Option<&'static str>,
}

const CHECKS: &[Check] = &[
    Check {
        about: "crates: licences, sources, none that is banned (deny.toml)",
        words: &["cargo", "deny", "check", "bans", "licenses", "sources"],
        needs: None,
    },
    Check {
        about: "crates: known advisories",
        words: &["cargo", "deny", "check", "advisories"],
        needs: Some("github.com, for the RustSec database"),
    },
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
    for check in CHECKS {
        let mut program = command(check.words[0]);
        program.args(&check.words[1..]).env("npm_config_fetch_retries", "0");
        let Some(output) = capture(&mut program) else {
            failed.push(format!("`{}` could not start. Run: cargo xtask setup", line(&program)));
            continue;
        };
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        match verdict(check, output.status.success(), &said) {
            Verdict::Passed => {
                passed += 1;
                println!("{}: ok", check.about);
            }
            Verdict::Failed => {
                println!("{}: FAILED\n{}", check.about, said.trim_end());
                failed.push(line(&program));
            }
            Verdict::NotRun(host) => println!("{}: NOT RUN, this machine cannot reach {host}", check.about),
        }
    }
    println!("{passed} of {} checks passed", CHECKS.len());
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", ")).into()) }
}

fn verdict(check: &Check, success: bool, said: &str) -> Verdict {
    match check.needs {
        _ if success => Verdict::Passed,
        Some(host) if UNREACHABLE.iter().any(|sign| said.contains(sign)) => Verdict::NotRun(host),
        _ => Verdict::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFLINE: Check = Check { about: "", words: &[], needs: None };
    const ONLINE: Check = Check { about: "", words: &[], needs: Some("a host") };

    #[test]
    fn what_is_found_fails() {
        let found = "error[vulnerability]: a crate is broken";
        assert_eq!(verdict(&OFFLINE, false, found), Verdict::Failed);
        assert_eq!(verdict(&ONLINE, false, found), Verdict::Failed);
        assert_eq!(verdict(&ONLINE, true, "0 found"), Verdict::Passed);
    }

    #[test]
    fn a_host_out_of_reach_is_no_finding_but_only_where_a_host_is_needed() {
        let said = "npm error code ENOTFOUND";
        assert_eq!(verdict(&ONLINE, false, said), Verdict::NotRun("a host"));
        assert_eq!(verdict(&OFFLINE, false, said), Verdict::Failed);
    }
}
