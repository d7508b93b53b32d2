//! Third-party notices: whose code stands in an archive, and on which terms it may be handed on.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a module holds that no lock names: the standard library, and tables made from the data of Unicode. Their texts are kept
/// as `LICENSES/third-party/<name>.txt`, like those of crates that come without one.
const UNLISTED: [&str; 2] = ["rust", "unicode"];
/// The crates of the standard library that a module is seen to hold.
const STANDARD: [&str; 6] = ["__rustc", "alloc", "compiler_builtins", "core", "dlmalloc", "std"];

/// A licence that code comes under: where its text may stand, and words that are in it and in no other.
struct Licence {
    id: &'static str,
    files: &'static [&'static str],
    words: &'static str,
}

/// The first that is offered is taken.
const LICENCES: [Licence; 3] = [
    Licence {
        id: "MIT",
        files: &["LICENSE-MIT", "LICENSE-MIT.md", "LICENSE", "LICENSE.txt"],
        words: "Permission is hereby granted, free of charge, to any person obtaining a copy of this software",
    },
    Licence {
        id: "BSD-3-Clause",
        files: &["LICENSE"],
        words: "Redistribution and use in source and binary forms, with or without modification, are permitted",
    },
    Licence { id: "Unicode-3.0", files: &["LICENSE-UNICODE"], words: "UNICODE LICENSE V3" },
];

/// A crate of somebody else, as cargo names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Linked {
    name: String,
    version: String,
    licence: String,
}

/// Writes our own licences and those of all that is linked into these packages beside them. Fails where a text is missing.
pub fn write(root: &Path, packages: &[&str], out: &Path) -> Result<()> {
    let folder = out.join("LICENSES");
    fs::create_dir_all(&folder)?;
    for name in ["MIT.txt", "Apache-2.0.txt"] {
        fs::copy(root.join("LICENSES").join(name), folder.join(name))?;
    }
    let mut all = BTreeSet::new();
    for package in packages {
        all.extend(linked(root, package)?);
    }
    fs::write(folder.join("THIRD-PARTY.txt"), notices(root, &all)?)?;
    Ok(())
}

/// What is linked into the module of a package: neither what only builds it nor what runs in the compiler.
pub fn linked(root: &Path, package: &str) -> Result<BTreeSet<Linked>> {
    let mut command = Command::new("cargo");
    command.args(["tree", "--locked", "--package", package, "--target", "wasm32-unknown-unknown"]);
    command.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}\t{l}"]).current_dir(root);
    let told = command.output().context("cannot start cargo tree")?;
    ensure!(told.status.success(), "cargo tree failed: {}", String::from_utf8_lossy(&told.stderr));
    let mut found = BTreeSet::new();
    for line in String::from_utf8(told.stdout)?.lines() {
        let (crate_, licence) = line.split_once('\t').context("cargo tree writes two columns")?;
        if crate_.contains('(') {
            continue; // ours: it stands in a folder
        }
        let (name, version) = crate_.split_once(" v").context("a crate has a version")?;
        let licence = licence.trim_end_matches(" (*)");
        found.insert(Linked { name: name.into(), version: version.into(), licence: licence.into() });
    }
    Ok(found)
}

/// Fails if a module that still has its names holds code of a crate that is not listed.
pub fn covers(listed: &BTreeSet<Linked>, names: impl Iterator<Item = impl AsRef<str>>) -> Result<()> {
    // Of `md-5` the library is called `md5`.
    let plain = |name: &str| name.replace(['-', '_'], "");
    let known: BTreeSet<String> = listed.iter().map(|each| plain(&each.name)).collect();
    for name in names {
        for found in crates(name.as_ref()) {
            let ours = found.starts_with("yushen") || STANDARD.contains(&found);
            ensure!(ours || known.contains(&plain(found)), "`{found}` is linked, and nothing says on which terms");
        }
    }
    Ok(())
}

/// The crates in the name of a function: whatever a path begins with.
fn crates(name: &str) -> impl Iterator<Item = &str> {
    let within = |each: char| each.is_ascii_alphanumeric() || each == '_';
    name.match_indices("::").filter_map(move |(at, _)| {
        let before = name.get(..at)?;
        let head = before.rsplit(|each| !within(each)).next()?;
        let begins = !before.strip_suffix(head)?.ends_with(':');
        (begins && head.starts_with(|each: char| each.is_ascii_lowercase() || each == '_')).then_some(head)
    })
}

/// The notices: a text once, under the names of all that come with it.
fn notices(root: &Path, all: &BTreeSet<Linked>) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for each in all {
        for (id, text) in terms(root, each)? {
            texts.entry(text).or_default().push(format!("{} {} ({id})", each.name, each.version));
        }
    }
    for name in UNLISTED {
        let text = kept(root, name).with_context(|| format!("{name} has no text"))?;
        texts.entry(text).or_default().push(name.into());
    }
    let mut sorted: Vec<_> = texts.into_iter().map(|(text, names)| (names.join(", "), text)).collect();
    sorted.sort();
    let mut page = String::from(
        "What others wrote and these files hold, and the terms on which it is handed on. Where a choice is\noffered, these \
         are the terms that were chosen. Written by the build.\n",
    );
    for (names, text) in sorted {
        write!(page, "\n{}\n{names}\n\n{text}\n", "-".repeat(80))?;
    }
    Ok(page)
}

/// The terms of a crate: of what is offered as a choice one, of what holds together all.
fn terms(root: &Path, each: &Linked) -> Result<Vec<(&'static str, String)>> {
    let Linked { name, version, licence } = each;
    let mut found = Vec::new();
    for choice in chosen(licence).with_context(|| format!("{name} {version}"))? {
        let sources = sources(name, version)?;
        let texts = choice.files.iter().filter_map(|file| fs::read_to_string(sources.join(file)).ok());
        let text = texts.chain(kept(root, name)).map(|text| tidy(&text)).find(|text| holds(text, choice.words));
        let text = text.with_context(|| format!("{name} {version} comes without the text of {}", choice.id))?;
        found.push((choice.id, text));
    }
    Ok(found)
}

/// Which licences of an SPDX expression are taken.
fn chosen(expression: &str) -> Result<Vec<&'static Licence>> {
    let parts = expression.split(" AND ").map(|part| part.trim_matches(['(', ')']));
    let mut taken = Vec::new();
    for part in parts {
        let offered: Vec<&str> = part.split(" OR ").flat_map(|each| each.split('/')).map(str::trim).collect();
        let Some(licence) = LICENCES.iter().find(|each| offered.contains(&each.id)) else {
            bail!("nobody has decided about the licence `{expression}`");
        };
        taken.push(licence);
    }
    Ok(taken)
}

/// Where cargo keeps the sources of a crate.
fn sources(name: &str, version: &str) -> Result<PathBuf> {
    let folder = format!("{name}-{version}");
    let registries = fs::read_dir(super::build::registries()?)?.flatten().map(|registry| registry.path().join(&folder));
    registries.into_iter().find(|path| path.is_dir()).with_context(|| format!("the sources of {folder} are not here"))
}

fn kept(root: &Path, name: &str) -> Option<String> {
    fs::read_to_string(root.join("LICENSES/third-party").join(format!("{name}.txt"))).ok().map(|text| tidy(&text))
}

/// The same text is the same, wherever its lines end.
fn tidy(text: &str) -> String {
    text.replace('\r', "").trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn holds(text: &str, words: &str) -> bool {
    text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked_as(name: &str, version: &str, licence: &str) -> Linked {
        Linked { name: name.into(), version: version.into(), licence: licence.into() }
    }

    #[test]
    fn every_crate_that_an_archive_holds_comes_with_its_terms() {
        let root = crate::root().unwrap();
        let (mut all, mut bsd) = (BTreeSet::new(), 0);
        for package in super::super::build::packages() {
            all.extend(linked(&root, package).unwrap());
        }
        let page = notices(&root, &all).unwrap();
        for each in &all {
            assert!(page.contains(&format!("{} {} (", each.name, each.version)), "{each:?}");
            bsd += usize::from(each.licence == "BSD-3-Clause");
        }
        assert!(bsd >= 3 && holds(&page, LICENCES[1].words), "BSD asks for its text in the documentation");
        assert!(
            page.contains("Project Nayuki") && page.contains("UNICODE LICENSE V3") && page.contains("Alex Crichton")
        );
    }

    #[test]
    fn a_crate_without_its_text_is_refused() {
        let root = crate::root().unwrap();
        let qrcodegen = |root: &Path| notices(root, &linked(root, "yushen-receipts").unwrap());
        assert!(qrcodegen(&root).is_ok());
        let one = BTreeSet::from([linked_as("qrcodegen", "1.8.0", "MIT")]);
        let told = notices(Path::new("nowhere"), &one).unwrap_err().to_string();
        assert_eq!(told, "qrcodegen 1.8.0 comes without the text of MIT");
        let text = terms(&root, &linked_as("subtle", "2.6.1", "MIT")).unwrap_err().to_string();
        assert_eq!(text, "subtle 2.6.1 comes without the text of MIT", "another licence is not its text");
    }

    #[test]
    fn of_a_choice_one_is_taken_and_of_what_holds_together_all() {
        let ids = |expression| chosen(expression).unwrap().iter().map(|each| each.id).collect::<Vec<_>>();
        assert_eq!(ids("Apache-2.0 OR MIT"), ["MIT"]);
        assert_eq!(ids("MIT/Apache-2.0"), ["MIT"]);
        assert_eq!(ids("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
        assert!(chosen("GPL-3.0-only").is_err() && chosen("").is_err());
    }

    #[test]
    fn code_of_a_crate_that_is_not_listed_is_found_by_the_names_of_its_functions() {
        let name = "<hybrid_array::Array<T> as core::ops::Deref>::deref::h12 md5::compress";
        assert_eq!(crates(name).collect::<Vec<_>>(), ["hybrid_array", "core", "md5"]);
        let listed = BTreeSet::from([linked_as("md-5", "1.0.0", "MIT")]);
        assert!(covers(&listed, ["md5::compress", "yushen::json::read", "alloc::vec::push"].iter()).is_ok());
        let told = covers(&listed, [name].iter()).unwrap_err().to_string();
        assert_eq!(told, "`hybrid_array` is linked, and nothing says on which terms");
    }
}
