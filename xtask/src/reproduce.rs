//! `cargo xtask reproduce`: packages the commit here and, from a fresh clone
//! with nothing compiled, in another folder; both must be the same bytes.

use std::fs;

use crate::command::{command, run as execute, stdout_of};
use crate::{Outcome, package, tools};

/// Takes the options of `package`.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if stdout_of(command("git").args(["status", "--porcelain"])).is_none_or(|changes| !changes.is_empty()) {
        return Err("there are changes that are not committed, which a clone would not have. Commit them first".into());
    }
    package::run(arguments)?;
    let clone = tools::target().join("reproduce/clone");
    let target = tools::target().join("reproduce/target");
    for folder in [&clone, &target] {
        if folder.is_dir() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    execute(command("git").args(["clone", "--quiet", "--shared", "."]).arg(&clone))?;
    copy_tools(&target)?;
    let mut again = command("cargo");
    again.current_dir(&clone).args(["xtask", "package"]).args(arguments).env("CARGO_TARGET_DIR", &target);
    execute(&mut again)?;

    let here = fs::read_to_string(tools::root().join(package::FOLDER).join(package::CHECKSUMS))?;
    let there = fs::read_to_string(clone.join(package::FOLDER).join(package::CHECKSUMS))?;
    let differing = differing(&here, &there);
    if !differing.is_empty() {
        return Err(format!("not the same bytes in both builds: {}", differing.join(", ")).into());
    }
    fs::remove_dir_all(tools::target().join("reproduce"))?;
    println!("\nBoth builds are the same bytes:\n{here}");
    Ok(())
}

/// The pinned tools take minutes to compile, and are not what is built.
fn copy_tools(target: &std::path::Path) -> Outcome {
    let programs = tools::folder().join("bin");
    let copies = target.join("tools/bin");
    fs::create_dir_all(&copies)?;
    for program in fs::read_dir(programs).into_iter().flatten() {
        let program = program?;
        fs::copy(program.path(), copies.join(program.file_name()))?;
    }
    Ok(())
}

/// The files that one list has and the other has not, or has otherwise.
fn differing<'a>(here: &'a str, there: &'a str) -> Vec<&'a str> {
    let missing = |from: &'a str, to: &str| {
        let to: Vec<&str> = to.lines().collect();
        from.lines().filter(|line| !to.contains(line)).collect::<Vec<_>>()
    };
    let mut names: Vec<&str> = [missing(here, there), missing(there, here)]
        .concat()
        .into_iter()
        .filter_map(|line| line.split("  ").nth(1))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_differs_or_is_missing() {
        assert_eq!(differing("1  a\n2  b\n", "1  a\n2  b\n"), Vec::<&str>::new());
        assert_eq!(differing("1  a\n2  b\n3  c\n", "1  a\n9  b\n"), ["b", "c"]);
    }
}
