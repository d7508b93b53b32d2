//! 文件: those that were given beside those of the receipt, by both digests and the size. Each list is gone through once.

use super::Reason;
use super::result::{CheckName, CheckOutcome, Checks};
use crate::digest::Digest;
use crate::file::BoundFile;
use crate::receipt::document::OwnFile;
use std::collections::BTreeSet;

/// A file of a receipt: what it is, and what it is called there.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// 文件名.
    pub name: &'a str,
    /// The receipt masks it, so that it tells no two files apart.
    pub masked: bool,
    /// Bytes, SHA-256, SM3.
    pub content: (i64, Digest, Digest),
}

impl<'a> Listed<'a> {
    /// As a document of an authority lists it.
    pub fn of(file: &'a OwnFile<'_>) -> Self {
        Self { name: &file.name, masked: false, content: content(file) }
    }

    /// As a self-check sheet lists it.
    pub fn masked(file: &'a BoundFile<'_>) -> Self {
        Self { name: &file.name, masked: true, content: (file.size, file.sha256, file.sm3) }
    }
}

fn content(file: &OwnFile<'_>) -> (i64, Digest, Digest) {
    (file.size, file.sha256, file.sm3)
}

/// Whether two lists hold the same files, whatever they are called.
pub fn same(listed: &[Listed<'_>], given: &[OwnFile<'_>]) -> bool {
    let one: BTreeSet<_> = listed.iter().map(|file| file.content).collect();
    one == given.iter().map(content).collect()
}

/// Compares the files that were given with those of the receipt.
pub fn check(checks: &mut Checks, listed: &[Listed<'_>], given: Option<&[OwnFile<'_>]>) {
    let Some(given) = given else {
        if !listed.is_empty() {
            checks.skip(CheckName::Files, Reason::FilesNotGiven);
        }
        return;
    };
    let own: BTreeSet<_> = listed.iter().map(|file| file.content).collect();
    let there: BTreeSet<_> = given.iter().map(content).collect();
    let missing: Vec<&Listed<'_>> = listed.iter().filter(|file| !there.contains(&file.content)).collect();
    // One of the same name that is another file of the receipt is not this one altered.
    let strays: Vec<&OwnFile<'_>> = given.iter().filter(|file| !own.contains(&content(file))).collect();
    let stray: BTreeSet<&str> = strays.iter().map(|file| &*file.name).collect();
    let gone: BTreeSet<&str> = missing.iter().filter(|file| !file.masked).map(|file| file.name).collect();
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
