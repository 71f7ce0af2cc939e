//! `cargo xtask package`: all that an organisation or a store takes, in
//! dist/package. The same commit gives the same bytes.

mod archive;
mod deployment;
mod examples;
mod sbom;

use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use self::archive::Entries;
use self::deployment::Deployment;
use crate::command::{command, run as execute};
use crate::{Outcome, build, tools};

/// Where everything lies, below the project's root.
pub(crate) const FOLDER: &str = "dist/package";
const FIREFOX: &str = "lozenge-firefox.zip";
/// The list of all files with their digests.
pub(crate) const CHECKSUMS: &str = "SHA256SUMS";

/// Builds, packs, then has Mozilla's linter read the Firefox archive.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let deployment = Deployment::read(arguments)?;
    build::run(&[])?;
    let mut files = contents(&deployment)?;
    files.sort();
    files.push((CHECKSUMS.to_owned(), checksums(&files).into_bytes()));
    let folder = tools::root().join(FOLDER);
    write(&files, &folder)?;
    for (name, bytes) in &files {
        println!("{FOLDER}/{name:<42} {:>8} bytes", bytes.len());
    }
    println!("Chromium id: {}\nFirefox id:  {}", deployment.chromium_id, deployment.firefox_id);
    let mut linter = command("addons-linter");
    linter.arg("--no-config");
    if deployment.self_hosted {
        linter.arg("--self-hosted");
    }
    execute(linter.arg(format!("{FOLDER}/{FIREFOX}")))
}

fn contents(deployment: &Deployment) -> Outcome<Entries> {
    let dist = tools::root().join("dist");
    let chromium = archive::read(&dist.join("chromium"))?;
    let firefox = archive::read(&dist.join("firefox"))?;
    let mut files = examples::all(deployment)?;
    files.push(("managed-schema.json".to_owned(), schema(&chromium)?));
    files.push(("sbom.cdx.json".to_owned(), json(&sbom::make(&deployment.version)?)?));
    let zip = |entries: &Entries, change: &dyn Fn(Value) -> Value| archive::zip(&with_manifest(entries, change)?);
    files
        .push(("lozenge-chromium.zip".to_owned(), zip(&chromium, &|manifest| deployment.chromium_manifest(manifest))?));
    files.push(("lozenge-chromium-store.zip".to_owned(), zip(&chromium, &Deployment::store_manifest)?));
    files.push((FIREFOX.to_owned(), zip(&firefox, &|manifest| deployment.firefox_manifest(manifest))?));
    Ok(files)
}

/// The same files, the manifest changed.
fn with_manifest(entries: &Entries, change: &dyn Fn(Value) -> Value) -> Outcome<Entries> {
    let mut changed = entries.clone();
    for (_, bytes) in changed.iter_mut().filter(|(name, _)| name == "manifest.json") {
        *bytes = json(&change(serde_json::from_slice(bytes)?))?;
    }
    Ok(changed)
}

/// The settings that administrators can give, as the built extension declares them.
fn schema(extension: &Entries) -> Outcome<Vec<u8>> {
    let file = |name: &str| extension.iter().find(|(found, _)| found == name).map(|(_, bytes)| bytes);
    let manifest: Value = serde_json::from_slice(file("manifest.json").ok_or("the build has no manifest.json")?)?;
    let name = manifest["storage"]["managed_schema"].as_str().ok_or("manifest.json names no storage.managed_schema")?;
    Ok(file(name).ok_or_else(|| format!("the build has no {name}"))?.clone())
}

/// One line a file, as `sha256sum --check` reads it.
fn checksums(files: &Entries) -> String {
    files
        .iter()
        .map(|(name, bytes)| {
            let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{digest}  {name}\n")
        })
        .collect()
}

fn write(files: &Entries, folder: &Path) -> Outcome {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, bytes)?;
    }
    Ok(())
}

fn json(value: &Value) -> Outcome<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_lines_that_sha256sum_reads() {
        let files = vec![("a/b.json".to_owned(), b"abc".to_vec())];
        // The digest of "abc" is the first example of FIPS 180-4.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/b.json\n";
        assert_eq!(checksums(&files), expected);
    }

    #[test]
    fn only_the_manifest_is_changed() -> Outcome {
        let entries = vec![("main.js".to_owned(), b"1".to_vec()), ("manifest.json".to_owned(), b"{\"a\":1}".to_vec())];
        let changed = with_manifest(&entries, &|mut manifest| {
            manifest["b"] = 2.into();
            manifest
        })?;
        assert_eq!(changed[0], entries[0]);
        assert_eq!(serde_json::from_slice::<Value>(&changed[1].1)?, serde_json::json!({ "a": 1, "b": 2 }));
        Ok(())
    }
}
