//! The bill of materials (CycloneDX 1.6): what of others is in the extension,
//! and what it was built with. No time and no serial number: the same commit
//! gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::command::{command, stdout_of};
use crate::tools::{TOOLS, root};
use crate::{Outcome, setup};

/// The crate whose dependencies become the wasm module.
const MODULE: &str = "lozenge-wasm";
/// Written by `extension/build.mjs`: every file that went into the scripts.
const BUNDLED: &str = "dist/bundled.json";

/// Reads the lock files and the built bundle.
pub(crate) fn make(version: &str) -> Outcome<Value> {
    let metadata = ["metadata", "--format-version=1", "--locked", "--filter-platform", setup::WASM];
    let metadata = stdout_of(command("cargo").args(metadata)).ok_or("cargo metadata failed")?;
    let cargo_lock: toml::Table = toml::from_str(&fs::read_to_string(root().join("Cargo.lock"))?)?;
    let npm_lock: Value = serde_json::from_slice(&fs::read(root().join("package-lock.json"))?)?;
    let bundled: Vec<String> = serde_json::from_slice(&fs::read(root().join(BUNDLED))?)?;

    let (mut components, mut dependencies) = crates(&serde_json::from_str(&metadata)?, &checksums(&cargo_lock))?;
    let packages = npm_packages(&bundled, &npm_lock)?;
    let extension = format!("pkg:generic/lozenge@{version}");
    let mut needs = vec![json!(purl("cargo", MODULE, version))];
    needs.extend(packages.iter().map(|package| package["bom-ref"].clone()));
    components.extend(packages);
    dependencies.push(json!({ "ref": extension, "dependsOn": needs }));

    let mut tools = vec![json!({
        "type": "application",
        "name": "rustc",
        "version": stdout_of(command("rustc").arg("--version")).unwrap_or_default(),
    })];
    tools.extend(
        TOOLS.iter().map(|tool| json!({ "type": "application", "name": tool.package, "version": tool.version })),
    );
    for name in ["binaryen", "esbuild"] {
        tools.push(npm_package(&npm_lock, &format!("node_modules/{name}"), "application")?);
    }
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": extension,
                "name": "lozenge",
                "version": version,
                "purl": extension,
                "licenses": [{ "expression": "MIT" }],
            },
            "tools": { "components": tools },
        },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// The crates in the module, and those that ran at its build (`excluded`, in the standard's word).
fn crates(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Outcome<(Vec<Value>, Vec<Value>)> {
    let nodes: BTreeMap<&str, &Value> = list(metadata, "/resolve/nodes").map(|node| (text(node, "id"), node)).collect();
    let packages: BTreeMap<&str, &Value> = list(metadata, "/packages").map(|one| (text(one, "id"), one)).collect();
    let start = packages.iter().find(|(_, package)| text(package, "name") == MODULE).map(|(id, _)| *id);
    let start = start.ok_or_else(|| format!("cargo metadata has no {MODULE}"))?;

    let is_macro = |id: &str| {
        let targets = packages.get(id).into_iter().flat_map(|package| list(package, "/targets"));
        targets.flat_map(|target| list(target, "/kind")).any(|kind| kind == "proc-macro")
    };
    let reach = |follow: &dyn Fn(&str, Option<&str>) -> bool| {
        let mut reached = BTreeSet::from([start]);
        let mut waiting = vec![start];
        while let Some(id) = waiting.pop() {
            for dependency in nodes.get(id).into_iter().flat_map(|node| list(node, "/deps")) {
                let to = text(dependency, "pkg");
                let wanted = list(dependency, "/dep_kinds").any(|kind| follow(to, kind["kind"].as_str()));
                if wanted && reached.insert(to) {
                    waiting.push(to);
                }
            }
        }
        reached
    };
    let shipped = reach(&|to, kind| kind.is_none() && !is_macro(to));
    let all = reach(&|_, kind| kind.is_none_or(|kind| kind == "build"));

    let reference =
        |id: &str| packages.get(id).map(|package| purl("cargo", text(package, "name"), text(package, "version")));
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for id in &all {
        let package = packages[id];
        let (name, version) = (text(package, "name"), text(package, "version"));
        let mut component = json!({
            "type": "library",
            "bom-ref": purl("cargo", name, version),
            "name": name,
            "version": version,
            "purl": purl("cargo", name, version),
            "scope": if shipped.contains(id) { "required" } else { "excluded" },
            // "MIT/Apache-2.0" is how crates said it before there was a standard.
            "licenses": [{ "expression": text(package, "license").replace('/', " OR ") }],
        });
        if let Some(checksum) = checksums.get(&(name.to_owned(), version.to_owned())) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        components.push(component);
        let needs: BTreeSet<String> = nodes
            .get(*id)
            .into_iter()
            .flat_map(|node| list(node, "/deps"))
            .map(|dependency| text(dependency, "pkg"))
            .filter(|id| all.contains(id))
            .filter_map(reference)
            .collect();
        dependencies.push(json!({ "ref": purl("cargo", name, version), "dependsOn": needs }));
    }
    Ok((components, dependencies))
}

/// What Cargo.lock holds each crate of others to.
fn checksums(lock: &toml::Table) -> BTreeMap<(String, String), String> {
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let word = |package: &toml::Value, key: &str| Some(package.get(key)?.as_str()?.to_owned());
    packages
        .iter()
        .filter_map(|one| Some(((word(one, "name")?, word(one, "version")?), word(one, "checksum")?)))
        .collect()
}

/// The npm packages that files in the bundle come from.
fn npm_packages(bundled: &[String], lock: &Value) -> Outcome<Vec<Value>> {
    let folders: BTreeSet<String> = bundled.iter().filter_map(|file| npm_folder(file)).collect();
    folders.iter().map(|folder| npm_package(lock, folder, "library")).collect()
}

/// `../node_modules/a/node_modules/@b/c/index.js` is a file of `node_modules/a/node_modules/@b/c`.
fn npm_folder(file: &str) -> Option<String> {
    const MARK: &str = "node_modules/";
    let start = file.find(MARK)?;
    let last = file.rfind(MARK)? + MARK.len();
    let mut parts = file[last..].split('/');
    let first = parts.next()?;
    let name = if first.starts_with('@') { format!("{first}/{}", parts.next()?) } else { first.to_owned() };
    Some(format!("{}{name}", &file[start..last]))
}

fn npm_package(lock: &Value, folder: &str, kind: &str) -> Outcome<Value> {
    let missing = || format!("package-lock.json has no {folder}. Run: npm ci");
    let facts = lock["packages"].get(folder).ok_or_else(missing)?;
    let alias = folder.rsplit("node_modules/").next().unwrap_or(folder);
    let name = facts["name"].as_str().unwrap_or(alias);
    let version = text(facts, "version");
    let mut component = json!({
        "type": kind,
        "bom-ref": purl("npm", name, version),
        "name": name,
        "version": version,
        "purl": purl("npm", name, version),
        "licenses": [{ "expression": text(facts, "license") }],
    });
    if let Some(digest) = text(facts, "integrity").strip_prefix("sha512-") {
        let digest: String = BASE64_STANDARD.decode(digest)?.iter().map(|byte| format!("{byte:02x}")).collect();
        component["hashes"] = json!([{ "alg": "SHA-512", "content": digest }]);
    }
    Ok(component)
}

/// A package URL; the characters that mean something in one are written as numbers.
fn purl(kind: &str, name: &str, version: &str) -> String {
    let plain = |text: &str| text.replace('%', "%25").replace('+', "%2B").replace('@', "%40");
    format!("pkg:{kind}/{}@{}", plain(name), plain(version))
}

fn list<'a>(value: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> {
    value.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_this_project() -> Outcome<(Vec<Value>, Vec<Value>)> {
        let metadata = ["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", setup::WASM];
        let said = stdout_of(command("cargo").args(metadata)).ok_or("cargo metadata failed")?;
        let lock = toml::from_str(&fs::read_to_string(root().join("Cargo.lock"))?)?;
        crates(&serde_json::from_str(&said)?, &checksums(&lock))
    }

    fn named<'a>(components: &'a [Value], name: &str) -> Option<&'a Value> {
        components.iter().find(|component| component["name"] == name)
    }

    #[test]
    fn components_have_what_the_standard_requires() -> Outcome {
        let (components, dependencies) = of_this_project()?;
        let references: BTreeSet<&str> = components.iter().map(|component| text(component, "bom-ref")).collect();
        assert_eq!(references.len(), components.len(), "each component has a reference of its own");
        for component in &components {
            assert_eq!(component["type"], "library");
            assert!(["required", "excluded"].contains(&text(component, "scope")), "{component}");
            for key in ["name", "version", "purl"] {
                assert!(!text(component, key).is_empty(), "{key} of {component}");
            }
            assert!(!text(&component["licenses"][0], "expression").is_empty(), "{component}");
            for hash in list(component, "/hashes") {
                let content = text(hash, "content");
                assert_eq!((text(hash, "alg"), content.len()), ("SHA-256", 64));
                assert!(content.bytes().all(|byte| byte.is_ascii_hexdigit()));
            }
        }
        for dependency in &dependencies {
            assert!(references.contains(text(dependency, "ref")));
            assert!(list(dependency, "/dependsOn").all(|on| references.contains(on.as_str().unwrap_or_default())));
        }
        Ok(())
    }

    #[test]
    fn what_ships_is_told_from_what_only_ran_at_the_build() -> Outcome {
        let (components, _) = of_this_project()?;
        let scope = |name: &str| named(&components, name).map(|component| text(component, "scope").to_owned());
        assert_eq!(scope("lozenge-core").as_deref(), Some("required"));
        assert_eq!(scope("toml").as_deref(), Some("required"));
        assert_eq!(scope("serde_derive").as_deref(), Some("excluded"));
        assert_eq!(scope("proptest"), None, "a library for tests alone");
        assert_eq!(scope("zip"), None, "a library of this task alone");
        let others: Vec<&Value> = components.iter().filter(|one| !text(one, "name").starts_with("lozenge")).collect();
        assert!(others.iter().all(|component| component["hashes"].is_array()), "all of others are held to a checksum");
        Ok(())
    }

    #[test]
    fn bundled_files_are_traced_to_their_packages() -> Outcome {
        let folder = |file: &str| npm_folder(file).unwrap_or_default();
        assert_eq!(folder("../node_modules/a/lib/x.js"), "node_modules/a");
        assert_eq!(folder("../node_modules/@b/c/x.js"), "node_modules/@b/c");
        assert_eq!(folder("../node_modules/a/node_modules/@b/c/x.js"), "node_modules/a/node_modules/@b/c");
        assert_eq!(npm_folder("content/main.ts"), None);

        let lock = json!({ "packages": { "node_modules/@b/c": {
            "version": "1.0.0+1", "license": "MIT", "integrity": "sha512-AAEC"
        } } });
        let bundled = ["content/main.ts".to_owned(), "../node_modules/@b/c/x.js".to_owned()];
        let packages = npm_packages(&bundled, &lock)?;
        assert_eq!(packages.len(), 1);
        assert_eq!(packages[0]["purl"], "pkg:npm/%40b/c@1.0.0%2B1");
        assert_eq!(packages[0]["hashes"][0]["content"], "000102");
        let refused = npm_packages(&["../node_modules/d/x.js".to_owned()], &lock);
        assert!(refused.is_err_and(|error| error.to_string().contains("npm ci")));
        Ok(())
    }
}
