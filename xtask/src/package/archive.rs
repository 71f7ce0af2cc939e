//! Zip archives whose bytes depend on nothing but what is in them: entries
//! are sorted, and carry neither the time nor the rights of the files on disk.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

use crate::Outcome;

/// What goes into an archive: names with `/` between folders, and bytes.
pub(crate) type Entries = Vec<(String, Vec<u8>)>;

/// Every file in a folder.
pub(crate) fn read(folder: &Path) -> Outcome<Entries> {
    let mut entries = Vec::new();
    for file in files(folder)? {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        entries.push((name, fs::read(&file)?));
    }
    Ok(entries)
}

/// The archive's bytes.
pub(crate) fn zip(entries: &Entries) -> Outcome<Vec<u8>> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort();
    let options = SimpleFileOptions::default()
        .compression_level(Some(9))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in sorted {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes() -> Outcome {
        let folder = std::env::temp_dir().join(format!("lozenge-archive-{}", std::process::id()));
        let write = |order: [(&str, &str); 2], age: u64| -> Outcome<Vec<u8>> {
            fs::create_dir_all(folder.join("b"))?;
            for (name, text) in order {
                fs::write(folder.join(name), text)?;
                let file = fs::File::options().append(true).open(folder.join(name))?;
                file.set_modified(SystemTime::now() - Duration::from_hours(age))?;
            }
            let bytes = zip(&read(&folder)?)?;
            fs::remove_dir_all(&folder)?;
            Ok(bytes)
        };
        let first = write([("b/two.txt", "two"), ("one.txt", "one")], 0)?;
        let second = write([("one.txt", "one"), ("b/two.txt", "two")], 1000)?;
        assert_eq!(first, second);
        let third = write([("one.txt", "One"), ("b/two.txt", "two")], 0)?;
        assert_ne!(first, third, "other files, other bytes");
        Ok(())
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter() -> Outcome {
        let (one, two) = (("a".to_owned(), vec![1]), ("b".to_owned(), vec![2]));
        assert_eq!(zip(&vec![one.clone(), two.clone()])?, zip(&vec![two, one])?);
        Ok(())
    }
}
