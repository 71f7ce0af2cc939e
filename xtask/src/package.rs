//! `cargo xtask package`: the two archives for the stores. The same sources
//! give the same bytes: entries are sorted and carry no time.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

use crate::command::{command, run as execute};
use crate::{Outcome, build, tools};

/// Builds both archives, then has Mozilla's linter read the Firefox one.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    build::run(arguments)?;
    let dist = tools::root().join("dist");
    for browser in ["chromium", "firefox"] {
        let archive = dist.join(format!("lozenge-{browser}.zip"));
        let size = write(&dist.join(browser), &archive)?;
        println!("dist/lozenge-{browser}.zip  {} KB", size.div_ceil(1000));
    }
    execute(command("addons-linter").args(["--no-config", "dist/lozenge-firefox.zip"]))
}

fn write(folder: &Path, archive: &Path) -> Outcome<u64> {
    let mut zip = zip::ZipWriter::new(fs::File::create(archive)?);
    let options = SimpleFileOptions::default()
        .compression_level(Some(9))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for file in files(folder)? {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&file)?)?;
    }
    Ok(zip.finish()?.metadata()?.len())
}

/// Every file in a folder, sorted by path.
fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_folder_gives_the_same_bytes() -> Outcome {
        let folder = std::env::temp_dir().join(format!("lozenge-package-{}", std::process::id()));
        let inside = folder.join("in/b");
        fs::create_dir_all(&inside)?;
        fs::write(inside.join("two.txt"), "two")?;
        fs::write(folder.join("in/one.txt"), "one")?;
        let (first, second) = (folder.join("first.zip"), folder.join("second.zip"));
        write(&folder.join("in"), &first)?;
        fs::write(folder.join("in/one.txt"), "one")?;
        write(&folder.join("in"), &second)?;
        assert_eq!(fs::read(&first)?, fs::read(&second)?);
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
