//! 文件: those that were given beside those of the receipt, by both digests and the size. Each list is gone through once.

use super::Reason;
use super::result::{CheckName, CheckOutcome, Checks};
use crate::digest::Digest;
use crate::file::BoundFile;
use crate::receipt::document::OwnFile;
use std::collections::BTreeSet;

/// A file of a receipt: what it is, and what it is called there.
#[derive(Debug)]
pub struct Listed<'a> {
    /// 文件名.
    pub name: &'a str,
    /// The receipt masks it, so that it tells no two files apart.
    pub masked: bool,
    /// What it is: bytes, SHA-256, SM3.
    pub content: String,
}

impl<'a> Listed<'a> {
    /// As a document of an authority lists it.
    pub fn of(file: &'a OwnFile<'_>) -> Self {
        Self { name: &file.name, masked: false, content: of(file) }
    }

    /// As a self-check sheet lists it.
    pub fn masked(file: &'a BoundFile<'_>) -> Self {
        Self { name: &file.name, masked: true, content: content(file.size, file.sha256, file.sm3) }
    }
}

fn content(size: i64, sha256: Digest, sm3: Digest) -> String {
    format!("{size} {sha256} {sm3}")
}

fn of(file: &OwnFile<'_>) -> String {
    content(file.size, file.sha256, file.sm3)
}

/// A set of texts, one for each of a list. Filled one by one: sorting a list first would cost the module more than all of this.
fn set(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut set = BTreeSet::new();
    for text in texts {
        set.insert(text);
    }
    set
}

/// Whether two lists hold the same files, whatever they are called.
pub fn same(listed: &[Listed<'_>], given: &[OwnFile<'_>]) -> bool {
    let (one, other) = (set(listed.iter().map(|file| file.content.clone())), set(given.iter().map(of)));
    one.len() == other.len() && one.iter().all(|content| other.contains(content))
}

/// Compares the files that were given with those of the receipt.
pub fn check(checks: &mut Checks, listed: &[Listed<'_>], given: Option<&[OwnFile<'_>]>) {
    let Some(given) = given else {
        if !listed.is_empty() {
            checks.skip(CheckName::Files, Reason::FilesNotGiven);
        }
        return;
    };
    let (own, there) = (set(listed.iter().map(|file| file.content.clone())), set(given.iter().map(of)));
    let missing: Vec<&Listed<'_>> = listed.iter().filter(|file| !there.contains(&file.content)).collect();
    // One of the same name that is another file of the receipt is not this one altered.
    let strays: Vec<&OwnFile<'_>> = given.iter().filter(|file| !own.contains(&of(file))).collect();
    let stray = set(strays.iter().map(|file| file.name.to_string()));
    let gone = set(missing.iter().filter(|file| !file.masked).map(|file| file.name.to_string()));
    for file in &missing {
        let altered = !file.masked && stray.contains(file.name);
        let (result, reason) =
            if altered { (CheckOutcome::Fail, Reason::FileDiffers) } else { (CheckOutcome::Warn, Reason::FileMissing) };
        checks.named(CheckName::Files, result, reason, "name", file.name);
    }
    for file in strays.iter().filter(|file| !gone.contains(&*file.name)) {
        checks.named(CheckName::Files, CheckOutcome::Warn, Reason::FileNotListed, "name", &file.name);
    }
    if missing.is_empty() && strays.is_empty() {
        checks.pass(CheckName::Files);
    }
}
