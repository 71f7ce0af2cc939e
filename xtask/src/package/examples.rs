//! The policy files that put Lozenge and an organisation's settings on its
//! computers: for Chrome, Edge and Firefox, on Windows, macOS and Linux; and
//! the manifests that a web server gives out for updates. Each is written
//! from the same settings; docs/admin.md says where each goes.

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::archive::Entries;
use super::deployment::Deployment;
use crate::Outcome;

/// A browser of the Chromium family, and where it looks for policies.
struct Chromium {
    name: &'static str,
    windows_key: &'static str,
    macos_domain: &'static str,
}

const CHROMIUMS: &[Chromium] = &[
    Chromium {
        name: "chrome",
        windows_key: r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome",
        macos_domain: "com.google.Chrome",
    },
    Chromium {
        name: "edge",
        windows_key: r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge",
        macos_domain: "com.microsoft.Edge",
    },
];

const FIREFOX_DOMAIN: &str = "org.mozilla.firefox";
const SETTINGS: &str = "ExtensionSettings";

/// All of them, by the name of the file in the package.
pub(crate) fn all(deployment: &Deployment) -> Outcome<Entries> {
    let mut entries = vec![
        ("updates/updates.xml".to_owned(), chromium_updates(deployment).into_bytes()),
        ("updates/updates.json".to_owned(), pretty(&firefox_updates(deployment))?),
        ("policies/firefox/policies.json".to_owned(), pretty(&firefox_policies(deployment))?),
        ("policies/firefox/macos.mobileconfig".to_owned(), profile(vec![firefox_payload(deployment)], "Firefox")?),
    ];
    for browser in CHROMIUMS {
        let name = |file: &str| format!("policies/{}/{file}", browser.name);
        entries.push((name("linux.json"), pretty(&chromium_policies(deployment))?));
        entries.push((name("windows.reg"), utf16(&registry(deployment, browser))));
        entries.push((name("macos.mobileconfig"), profile(chromium_payloads(deployment, browser), browser.name)?));
    }
    Ok(entries)
}

/// `override_update_url`: later updates come from that address too, whatever the manifest says.
fn forced(deployment: &Deployment) -> Value {
    json!({
        "installation_mode": "force_installed",
        "update_url": deployment.address("updates.xml"),
        "override_update_url": true,
    })
}

fn chromium_policies(deployment: &Deployment) -> Value {
    let id = &deployment.chromium_id;
    json!({
        SETTINGS: { id: forced(deployment) },
        "3rdparty": { "extensions": { id: deployment.settings } },
    })
}

fn firefox_policies(deployment: &Deployment) -> Value {
    let id = &deployment.firefox_id;
    json!({
        "policies": {
            SETTINGS: {
                id: {
                    "installation_mode": "force_installed",
                    "install_url": deployment.address("lozenge.xpi"),
                    "private_browsing": true,
                },
            },
            "3rdparty": { "Extensions": { id: deployment.settings } },
        },
    })
}

fn chromium_updates(deployment: &Deployment) -> String {
    let Deployment { chromium_id, version, minimum_chromium, .. } = deployment;
    let crx = deployment.address("lozenge.crx");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <gupdate xmlns=\"http://www.google.com/update2/response\" protocol=\"2.0\">\n  \
           <app appid=\"{chromium_id}\">\n    \
             <updatecheck codebase=\"{crx}\" version=\"{version}\" prodversionmin=\"{minimum_chromium}\" />\n  \
           </app>\n\
         </gupdate>\n"
    )
}

fn firefox_updates(deployment: &Deployment) -> Value {
    let update = json!({ "version": deployment.version, "update_link": deployment.address("lozenge.xpi") });
    json!({ "addons": { &deployment.firefox_id: { "updates": [update] } } })
}

/// For `reg import` or Group Policy preferences. A key of its own under `ExtensionSettings`, so that what an
/// organisation says of other extensions stands.
fn registry(deployment: &Deployment, browser: &Chromium) -> String {
    let id = &deployment.chromium_id;
    let root = browser.windows_key;
    let mut text = "Windows Registry Editor Version 5.00\r\n".to_owned();
    if let Value::Object(forced) = forced(deployment) {
        registry_key(&mut text, &format!(r"{root}\{SETTINGS}\{id}"), &forced);
    }
    registry_key(&mut text, &format!(r"{root}\3rdparty\extensions\{id}\policy"), &deployment.settings);
    text
}

/// A key with its values; each list is a key below it, whose values are numbered.
fn registry_key(text: &mut String, key: &str, values: &Map<String, Value>) {
    text.push_str(&format!("\r\n[{key}]\r\n"));
    for (name, value) in values {
        match value {
            Value::String(value) => text.push_str(&format!("\"{name}\"={}\r\n", registry_text(value))),
            Value::Bool(value) => text.push_str(&format!("\"{name}\"=dword:{:08x}\r\n", u8::from(*value))),
            _ => {}
        }
    }
    for (name, value) in values {
        let Value::Array(list) = value else { continue };
        // Emptied first: an entry that is gone from a shorter list must not stay.
        text.push_str(&format!("\r\n[-{key}\\{name}]\r\n\r\n[{key}\\{name}]\r\n"));
        for (number, entry) in list.iter().filter_map(Value::as_str).enumerate() {
            text.push_str(&format!("\"{}\"={}\r\n", number + 1, registry_text(entry)));
        }
    }
}

/// Quoted on one line, or as the bytes that a text of several lines has in the registry.
fn registry_text(text: &str) -> String {
    if !text.contains(char::is_control) {
        return format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""));
    }
    let bytes: Vec<String> =
        text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).map(|byte| format!("{byte:02x}")).collect();
    format!("hex(1):{}", bytes.join(","))
}

/// The registry editor reads UTF-16 with a mark at the start; in any other form it misreads accents.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn chromium_payloads(deployment: &Deployment, browser: &Chromium) -> Vec<Value> {
    let id = &deployment.chromium_id;
    let domain = browser.macos_domain;
    vec![
        payload(domain, json!({ SETTINGS: { id: forced(deployment) } })),
        payload(&format!("{domain}.extensions.{id}"), Value::Object(deployment.settings.clone())),
    ]
}

fn firefox_payload(deployment: &Deployment) -> Value {
    let mut policies = firefox_policies(deployment)["policies"].clone();
    policies["EnterprisePoliciesEnabled"] = json!(true);
    payload(FIREFOX_DOMAIN, policies)
}

fn payload(kind: &str, mut content: Value) -> Value {
    content["PayloadType"] = json!(kind);
    content["PayloadIdentifier"] = json!(format!("lozenge.{kind}"));
    content["PayloadUUID"] = json!(uuid(kind));
    content["PayloadVersion"] = json!(1);
    content
}

/// A configuration profile for Jamf or another manager of Macs.
fn profile(payloads: Vec<Value>, browser: &str) -> Outcome<Vec<u8>> {
    let mut profile = payload("Configuration", json!({ "PayloadContent": payloads }));
    profile["PayloadIdentifier"] = json!(format!("lozenge.{browser}"));
    profile["PayloadUUID"] = json!(uuid(&format!("lozenge.{browser}")));
    profile["PayloadDisplayName"] = json!(format!("Lozenge for {browser}"));
    profile["PayloadScope"] = json!("System");
    let mut bytes = Vec::new();
    plist::to_writer_xml(&mut bytes, &profile)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The same for the same name, so that a new profile takes the place of the old one.
fn uuid(name: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(name)[..16]);
    // Version 8: made from a hash of our own choice (RFC 9562).
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    [&hex[..4], &hex[4..6], &hex[6..8], &hex[8..10], &hex[10..]].map(<[String]>::concat).join("-")
}

fn pretty(value: &Value) -> Outcome<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::deployment::example;

    fn file(name: &str) -> Outcome<Vec<u8>> {
        let found = all(&example()?)?.into_iter().find(|(found, _)| found == name);
        Ok(found.ok_or_else(|| format!("no {name}"))?.1)
    }

    fn registry_file() -> Outcome<String> {
        let bytes = file("policies/chrome/windows.reg")?;
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Ok(String::from_utf16(&units)?)
    }

    #[test]
    fn every_browser_is_told_to_install_and_is_given_the_settings() -> Outcome {
        let deployment = example()?;
        for name in ["chrome", "edge"] {
            let policies: Value = serde_json::from_slice(&file(&format!("policies/{name}/linux.json"))?)?;
            let forced = &policies["ExtensionSettings"][&deployment.chromium_id];
            assert_eq!(forced["installation_mode"], "force_installed");
            assert_eq!(forced["update_url"], "https://apps.example.nhs.uk/lozenge/updates.xml");
            assert_eq!(policies["3rdparty"]["extensions"][&deployment.chromium_id], json!(deployment.settings));
        }
        let firefox: Value = serde_json::from_slice(&file("policies/firefox/policies.json")?)?;
        let policies = &firefox["policies"];
        assert_eq!(policies["3rdparty"]["Extensions"][&deployment.firefox_id], json!(deployment.settings));
        let install = &policies["ExtensionSettings"][&deployment.firefox_id]["install_url"];
        assert_eq!(install, "https://apps.example.nhs.uk/lozenge/lozenge.xpi");
        Ok(())
    }

    #[test]
    fn the_registry_holds_words_switches_and_numbered_lists() -> Outcome {
        let text = registry_file()?;
        let id = example()?.chromium_id;
        let policy = format!(r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\{id}\policy");
        assert!(text.starts_with("\u{feff}Windows Registry Editor Version 5.00\r\n"));
        for part in [
            format!("[{policy}]\r\n"),
            "\"organisation\"=\"nhs-trust\"\r\n".to_owned(),
            "\"first_run\"=dword:00000000\r\n".to_owned(),
            "\"stop_override\"=dword:00000001\r\n".to_owned(),
            format!("[{policy}\\locked]\r\n\"1\"=\"organisation\"\r\n\"2\"=\"stop_override\"\r\n"),
            "\"installation_mode\"=\"force_installed\"\r\n".to_owned(),
        ] {
            assert!(text.contains(&part), "{part} is not in\n{text}");
        }
        Ok(())
    }

    #[test]
    fn words_of_several_lines_reach_the_registry_whole() {
        assert_eq!(registry_text(r#"C:\a "b""#), r#""C:\\a \"b\"""#);
        assert_eq!(registry_text("a\né"), "hex(1):61,00,0a,00,e9,00,00,00");
    }

    #[test]
    fn the_profiles_are_property_lists_that_stay_the_same() -> Outcome {
        for name in ["chrome", "edge", "firefox"] {
            let bytes = file(&format!("policies/{name}/macos.mobileconfig"))?;
            let profile: Value = plist::from_bytes(&bytes)?;
            assert_eq!(profile["PayloadType"], "Configuration");
            let payloads = profile["PayloadContent"].as_array().ok_or("no payloads")?;
            assert!(payloads.iter().all(|payload| payload["PayloadUUID"].as_str().is_some_and(|id| id.len() == 36)));
            assert_eq!(bytes, file(&format!("policies/{name}/macos.mobileconfig"))?);
        }
        Ok(())
    }

    #[test]
    fn updates_name_the_id_the_version_and_the_file() -> Outcome {
        let deployment = example()?;
        let xml = String::from_utf8(file("updates/updates.xml")?)?;
        assert!(xml.contains(&format!("appid=\"{}\"", deployment.chromium_id)));
        assert!(xml.contains("codebase=\"https://apps.example.nhs.uk/lozenge/lozenge.crx\""));
        let json: Value = serde_json::from_slice(&file("updates/updates.json")?)?;
        assert_eq!(json["addons"][&deployment.firefox_id]["updates"][0]["version"], deployment.version.as_str());
        Ok(())
    }
}
