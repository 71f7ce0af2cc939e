//! `docs/rules` holds what `lozenge explain` prints. To write it anew: `LOZENGE_WRITE_RULES=1 cargo test -p lozenge --test rules`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use lozenge_core::FAMILIES;

#[test]
fn every_family_has_its_page_and_the_page_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let write = std::env::var_os("LOZENGE_WRITE_RULES").is_some();
    let mut stale = Vec::new();
    for family in FAMILIES {
        let said = Command::new(env!("CARGO_BIN_EXE_lozenge")).args(["explain", family.id]).output().unwrap();
        assert!(said.status.success(), "lozenge explain {} fails", family.id);
        let file = folder.join(format!("{}.md", family.id));
        if write {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &said.stdout).unwrap();
        } else if fs::read(&file).unwrap_or_default() != said.stdout {
            stale.push(family.id);
        }
    }
    assert!(stale.is_empty(), "docs/rules is not current for {}: see the top of this test", stale.join(", "));
}
