//! The repository as whoever clones it sees it.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// The files that git knows, or nothing where this is no clone.
fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).output();
    let listed = listed.ok().filter(|listed| listed.status.success()).map(|listed| listed.stdout).unwrap_or_default();
    String::from_utf8(listed).unwrap().split('\0').filter(|path| !path.is_empty()).map(String::from).collect()
}

#[test]
fn the_top_has_few_things() {
    let top: BTreeSet<String> = tracked().iter().filter_map(|path| path.split('/').next().map(String::from)).collect();
    assert!(top.len() <= 20, "{} entries at the top: {top:?}", top.len());
}

#[test]
fn no_lock_names_a_registry() {
    let lock = fs::read_to_string("package-lock.json").unwrap();
    assert!(!lock.contains("\"resolved\": \"http"), "run `make` rather than `npm install`: the lock names a host");
}
