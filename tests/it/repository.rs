//! The repository as whoever clones it sees it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The files that git knows; of a clone, as whoever tests has one.
fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).output().unwrap();
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    String::from_utf8(listed.stdout).unwrap().split('\0').filter(|path| !path.is_empty()).map(String::from).collect()
}

#[test]
fn the_top_has_few_things() {
    let top: BTreeSet<String> = tracked().iter().filter_map(|path| path.split('/').next().map(String::from)).collect();
    assert!((10..=20).contains(&top.len()), "{} entries at the top: {top:?}", top.len());
}

#[test]
fn every_crate_with_native_tests_is_in_a_step() {
    let steps = fs::read_to_string("tests/steps.mjs").unwrap();
    for path in tracked().iter().filter(|path| !path.starts_with("tests/fuzz")) {
        if Path::new(path).extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let folder = path.split("/src/").next().and_then(|folder| folder.split("/tests/").next()).unwrap();
        let Ok(manifest) = fs::read_to_string(format!("{folder}/Cargo.toml")) else { continue };
        if fs::read_to_string(path).unwrap().contains("#[test]") {
            let name = manifest.split("name = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            assert!(steps.contains(&format!("-p {name}")), "no step of tests/steps.mjs tests {name}: {path}");
        }
    }
}

#[test]
fn no_lock_names_a_registry() {
    let lock = fs::read_to_string("package-lock.json").unwrap();
    assert!(!lock.contains("\"resolved\": \"http"), "run `make` rather than `npm install`: the lock names a host");
}

/// The files of cases that are compiled into the tests of objects: all but what looks into files, and the editor's.
#[test]
fn objects_replay_every_file_of_cases() {
    let files = fs::read_to_string("pkg/objects/tests/objects/files.rs").unwrap();
    let list = files.split("CASES").nth(1).and_then(|rest| rest.split(");").next()).unwrap();
    let listed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).filter(|name| !name.starts_with("..")).collect();
    let tracked = tracked();
    let cases = tracked.iter().filter_map(|path| path.strip_prefix("tests/cases/")?.strip_suffix(".json"));
    let others = ["editor/", "inspect"];
    let wanted: BTreeSet<&str> = cases.filter(|name| !others.iter().any(|other| name.starts_with(other))).collect();
    assert_eq!(listed, wanted);
}
