//! The cases and the data beside them, compiled in: a browser reads no folder.

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!($folder, $name, ".json")))),+] };
}

/// Files of cases, by name.
pub const CASES: &[(&str, &str)] = files!("../../../../tests/cases/":
    "catalogue", "check/bad-input", "check/files", "check/findings", "check/forms", "check/identifiers", "check/one-pass",
    "check/rules", "days", "deadlines/bad-input", "deadlines/clocks", "deadlines/explained", "deadlines/overlays",
    "deadlines/procedure", "deadlines/worked-examples", "identifiers", "identity", "joint", "message", "messages", "plan",
    "receipt", "words",
);
/// Those of other modules: what looks into files, and the editor's.
#[cfg(not(target_arch = "wasm32"))]
const OTHERS: [&str; 3] = ["editor/", "inspect", "inspect-made"];

/// Catalogues, by the name that cases use.
pub const CATALOGUES: &[(&str, &str)] =
    files!("../../../../tests/data/catalogue.": "files", "joint", "numbers", "test");
pub const SAMPLE: &str = include_str!("../../../../src/data/catalogue.sample.json");
/// Languages, by locale.
pub const LANGUAGES: &[(&str, &str)] = files!("../../../../src/wording/": "en", "zh-Hant");
/// The conformance kit: receipts that are good, and texts that are not.
pub const KIT: &[(&str, &str)] = files!("../../../../pkg/kit/": "receipts", "invalid");

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_of_cases_is_compiled_in() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let name = entry.strip_prefix(&root).unwrap().with_extension("");
                found.push(name.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.retain(|name| OTHERS.iter().all(|other| !name.starts_with(other)));
    found.sort();
    assert_eq!(found, CASES.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}
