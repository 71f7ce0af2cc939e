//! For whom a package is made: which key signs it, where it lies, what the
//! organisation sets. Without any option it is the package for the stores.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Outcome, tools};

/// What the example policies say where nobody said where the files lie.
const EXAMPLE_HOST: &str = "https://lozenge.example.nhs.uk/";
/// The settings of an invented trust, for the example policies.
const EXAMPLE_SETTINGS: &str = "deploy/settings.json";

const USAGE: &str = "cargo xtask package [--host https://ADDRESS/] [--public-key FILE.pem] [--firefox-id ID] \
                     [--settings FILE.json]. docs/admin.md says what each is.";

/// Everything that differs from one organisation's package to another's.
pub(crate) struct Deployment {
    /// The folder on a web server that holds the files, with a `/` at the end.
    pub(crate) host: String,
    /// Whether the extension itself is to ask there for updates.
    pub(crate) self_hosted: bool,
    /// The public half of the key that signs for Chromium, as a manifest has it.
    pub(crate) public_key: String,
    /// The id that follows from it.
    pub(crate) chromium_id: String,
    /// The id that Firefox knows the extension by.
    pub(crate) firefox_id: String,
    /// The version of the extension.
    pub(crate) version: String,
    /// The oldest version of Chrome and Edge.
    pub(crate) minimum_chromium: String,
    /// Managed settings.
    pub(crate) settings: Map<String, Value>,
}

impl Deployment {
    /// Reads the options against the manifest.
    pub(crate) fn read(arguments: &[String]) -> Outcome<Self> {
        let manifest: Value = serde_json::from_slice(&fs::read(tools::root().join("manifest.json"))?)?;
        let text = |pointer: &str| -> Outcome<String> {
            let found = manifest.pointer(pointer).and_then(Value::as_str);
            Ok(found.ok_or_else(|| format!("manifest.json has nothing under {pointer}"))?.to_owned())
        };
        let mut deployment = Self {
            host: EXAMPLE_HOST.to_owned(),
            self_hosted: false,
            public_key: text("/key")?,
            chromium_id: String::new(),
            firefox_id: text("/browser_specific_settings/gecko/id")?,
            version: text("/version")?,
            minimum_chromium: text("/minimum_chrome_version")?,
            settings: Map::new(),
        };
        let mut settings = tools::root().join(EXAMPLE_SETTINGS);
        let mut words = arguments.iter();
        while let Some(option) = words.next() {
            let value = words.next().ok_or_else(|| format!("{option} needs a value. {USAGE}"))?;
            match option.as_str() {
                "--host" => {
                    deployment.host = host(value)?;
                    deployment.self_hosted = true;
                }
                "--public-key" => deployment.public_key = public_key(&fs::read_to_string(value)?)?,
                "--firefox-id" => deployment.firefox_id.clone_from(value),
                "--settings" => settings = PathBuf::from(value),
                _ => return Err(format!("{option} is no option. {USAGE}").into()),
            }
        }
        let read = fs::read(&settings).map_err(|error| format!("{}: {error}", settings.display()))?;
        deployment.settings = serde_json::from_slice(&read)
            .map_err(|error| format!("{} is not a JSON object of settings: {error}", settings.display()))?;
        deployment.chromium_id = chromium_id(&deployment.public_key)?;
        Ok(deployment)
    }

    /// The address of a file on the host.
    pub(crate) fn address(&self, file: &str) -> String {
        format!("{}{file}", self.host)
    }

    /// The manifest for Chrome and Edge: the id pinned, updates from the host.
    pub(crate) fn chromium_manifest(&self, mut manifest: Value) -> Value {
        manifest["key"] = json!(self.public_key);
        if self.self_hosted {
            manifest["update_url"] = json!(self.address("updates.xml"));
        }
        manifest
    }

    /// The manifest for a Chromium store, which gives its own key and address.
    pub(crate) fn store_manifest(mut manifest: Value) -> Value {
        if let Some(keys) = manifest.as_object_mut() {
            keys.remove("key");
        }
        manifest
    }

    /// The manifest for Firefox.
    pub(crate) fn firefox_manifest(&self, mut manifest: Value) -> Value {
        let gecko = &mut manifest["browser_specific_settings"]["gecko"];
        gecko["id"] = json!(self.firefox_id);
        if self.self_hosted {
            gecko["update_url"] = json!(self.address("updates.json"));
        }
        manifest
    }
}

fn host(address: &str) -> Outcome<String> {
    let Some(rest) = address.strip_prefix("https://") else {
        return Err(format!("{address}: browsers take updates from https addresses only").into());
    };
    if rest.is_empty() || rest.contains(|letter: char| letter.is_whitespace() || "\"'<>&\\".contains(letter)) {
        return Err(format!("{address} is no address of a folder").into());
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The middle of a PEM file, which is what a manifest has under `key`.
fn public_key(pem: &str) -> Outcome<String> {
    let private = "this is a private key. Keep it where nobody reads it, and give its public half: \
                   openssl rsa -in KEY.pem -pubout -out KEY.pub.pem";
    if pem.contains("PRIVATE KEY") {
        return Err(private.into());
    }
    let body = pem
        .split_once("-----BEGIN PUBLIC KEY-----")
        .and_then(|(_, rest)| rest.split_once("-----END PUBLIC KEY-----"))
        .ok_or("this is no public key in PEM. Make it so: openssl rsa -in KEY.pem -pubout -out KEY.pub.pem")?;
    Ok(body.0.split_whitespace().collect())
}

/// The first half of the key's SHA-256, its hexadecimal digits written with the letters a to p.
fn chromium_id(public_key: &str) -> Outcome<String> {
    let key = BASE64_STANDARD.decode(public_key).map_err(|error| format!("the public key is not base64: {error}"))?;
    let digits = Sha256::digest(key);
    Ok(digits[..16].iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(b'a' + digit)).collect())
}

#[cfg(test)]
pub(super) fn example() -> Outcome<Deployment> {
    Deployment::read(&["--host".to_owned(), "https://apps.example.nhs.uk/lozenge".to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_follows_from_the_key() -> Outcome {
        // The key and id of Chrome's own PDF viewer, as its manifest and chrome://extensions-internals state them.
        let key = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDN6hM0rsDYGbzQPQfOygqlRtQgKUXMfnSjhIBL7LnReAVBEd7ZmKtyN2qmSasMl4HZpMhVe2rPWVVwBDl6iyNE/Kok6E6v6V3vCLGsOpQAuuNVye/3QxzIldzG/jQAdWZiyXReRVapOhZtLjGfywCvlWq7Sl/e3sbc0vWybSDI2QIDAQAB";
        assert_eq!(chromium_id(key)?, "mhjfbmdgcfjbbpaeojofohoefgiehjai");
        Ok(())
    }

    #[test]
    fn a_private_key_is_refused() {
        let refused = public_key("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assert!(refused.is_err_and(|error| error.to_string().contains("-pubout")));
    }

    #[test]
    fn a_public_key_is_read_without_its_lines() -> Outcome {
        let pem = "-----BEGIN PUBLIC KEY-----\nAAAA\nBBBB\n-----END PUBLIC KEY-----\n";
        assert_eq!(public_key(pem)?, "AAAABBBB");
        Ok(())
    }

    #[test]
    fn a_host_is_a_folder_on_https() -> Outcome {
        assert_eq!(host("https://a.nhs.uk/b")?, "https://a.nhs.uk/b/");
        assert_eq!(host("https://a.nhs.uk/b/")?, "https://a.nhs.uk/b/");
        assert!(host("http://a.nhs.uk/").is_err());
        assert!(host("https://a.nhs.uk/'><x").is_err());
        Ok(())
    }

    #[test]
    fn updates_come_from_the_host_where_there_is_one() -> Outcome {
        let manifest = json!({ "key": "theirs", "browser_specific_settings": { "gecko": { "id": "x" } } });
        let own = example()?;
        let chromium = own.chromium_manifest(manifest.clone());
        assert_eq!(chromium["update_url"], "https://apps.example.nhs.uk/lozenge/updates.xml");
        assert_eq!(chromium["key"], own.public_key.as_str());
        let firefox = own.firefox_manifest(manifest.clone());
        assert_eq!(
            firefox["browser_specific_settings"]["gecko"]["update_url"],
            "https://apps.example.nhs.uk/lozenge/updates.json"
        );
        let store = Deployment::read(&[])?;
        assert_eq!(store.chromium_manifest(manifest.clone()).get("update_url"), None);
        assert_eq!(Deployment::store_manifest(manifest).get("key"), None);
        Ok(())
    }

    #[test]
    fn an_option_that_is_none_is_named() {
        let refused = Deployment::read(&["--hots".to_owned(), "x".to_owned()]);
        assert!(refused.is_err_and(|error| error.to_string().starts_with("--hots is no option")));
    }
}
