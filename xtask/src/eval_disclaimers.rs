//! `cargo xtask eval-disclaimers [WORDINGS LOOK-ALIKES]`: which wordings are taken for a disclaimer.
//!
//! Each line of `tests/disclaimers` is put into the bio of posts that need a disclaimer, and at the end of
//! their text: a wording is recognised where the checker no longer misses one, a look-alike is rejected
//! where it still does. So the whole way is measured, not one function.

use std::fs;

use lozenge_core::{Capacity, Checker, Draft, Options, Severity, Site, Surface, builtin_pack};

use crate::Outcome;

const FAMILY: &str = "disclaimer-missing";
const FOLDER: &str = "tests/disclaimers";

/// Posts of staff about their work, each of which needs a disclaimer.
const POSTS: &[&str] = &[
    "Proud of what we do at NHS England, even in a week like this one.",
    "I work for NHS England and I think the new waiting time rules will help nobody.",
    "Great day with my team at NHS England talking about vaccination.",
];

/// Where a line is put.
#[derive(Clone, Copy)]
enum Place {
    Bio,
    Text,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let pack = builtin_pack("nhs-england-2017").ok_or("the pack nhs-england-2017 is gone")??;
    let checker = Checker::new(pack, Options::default());
    for post in POSTS {
        if !misses(&checker, post, "") {
            return Err(format!("\"{post}\" raises no {FAMILY} with an empty bio, so it measures nothing").into());
        }
    }
    match arguments {
        [] => {
            for half in ["development", "apart"] {
                println!("{half}:");
                judge(
                    &checker,
                    &format!("{FOLDER}/wordings-{half}.txt"),
                    &format!("{FOLDER}/look-alikes-{half}.txt"),
                    half == "development",
                )?;
            }
            Ok(())
        }
        [wordings, look_alikes] => judge(&checker, wordings, look_alikes, true),
        _ => Err("give two files, wordings and look-alikes, or none".into()),
    }
}

/// Prints the two shares for each place and, where asked, the lines that came out wrong.
fn judge(checker: &Checker, wordings: &str, look_alikes: &str, names_them: bool) -> Outcome {
    for (file, right, name) in [(wordings, true, "recognised"), (look_alikes, false, "rejected")] {
        let lines = lines(file)?;
        for place in [Place::Bio, Place::Text] {
            let wrong: Vec<&String> = lines.iter().filter(|line| recognised(checker, line, place) != right).collect();
            let good = lines.len() - wrong.len();
            let place = match place {
                Place::Bio => "in the bio",
                Place::Text => "in the text",
            };
            println!("  {name} {place}: {:.3} ({good} of {})", good as f64 / lines.len() as f64, lines.len());
            if names_them {
                wrong.iter().for_each(|line| println!("    {line}"));
            }
        }
    }
    Ok(())
}

/// The lines of a file that are no remark. A remark starts with "# ".
fn lines(file: &str) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")).map(str::to_owned).collect())
}

/// Whether a line stops the checker from missing a disclaimer on every post.
fn recognised(checker: &Checker, line: &str, place: Place) -> bool {
    POSTS.iter().all(|post| match place {
        Place::Bio => !misses(checker, post, line),
        Place::Text => !misses(checker, &format!("{post} {line}"), ""),
    })
}

/// Whether the checker would hold a post for want of a disclaimer.
fn misses(checker: &Checker, text: &str, bio: &str) -> bool {
    let draft = Draft {
        site: Site::X,
        surface: Surface::Post,
        capacity: Capacity::Personal,
        organisation: Some("nhs-england-2017".to_owned()),
        bio: Some(bio.to_owned()),
        ..Draft::post(text)
    };
    let report = checker.check(&draft);
    report.findings.iter().any(|finding| finding.family == FAMILY && finding.severity >= Severity::Warn)
}
