//! The cases and the data beside them, compiled in: a browser reads no folder.

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!($folder, $name, ".json")))),+] };
}

/// Files of cases, by name: all but those of other modules (`tests/it/repository.rs` looks that none is forgotten).
pub const CASES: &[(&str, &str)] = files!("../../../../tests/cases/":
    "catalogue", "check/bad-input", "check/files", "check/findings", "check/forms", "check/identifiers", "check/one-pass",
    "check/rules", "days", "deadlines/bad-input", "deadlines/clocks", "deadlines/explained", "deadlines/overlays",
    "deadlines/procedure", "deadlines/worked-examples", "identifiers", "identity", "joint", "message", "messages", "plan",
    "receipt", "words",
);

/// Catalogues, by the name that cases use.
pub const CATALOGUES: &[(&str, &str)] =
    files!("../../../../tests/data/catalogue.": "files", "joint", "numbers", "test");
pub const SAMPLE: &str = include_str!("../../../../src/data/catalogue.sample.json");
/// Languages, by locale.
pub const LANGUAGES: &[(&str, &str)] = files!("../../../../src/wording/": "en", "zh-Hant");
/// The conformance kit: receipts that are good, and texts that are not.
pub const KIT: &[(&str, &str)] = files!("../../../../pkg/kit/": "receipts", "invalid");
