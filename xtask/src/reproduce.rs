//! The same sources in two folders give the same bytes: every file of every archive.

use super::build::{build, objects, run};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a build reads, and what cargo wants to see of the rest.
const COPIED: [&str; 11] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "rust-toolchain.toml",
    "LICENSES",
    "src",
    "xtask",
    "docs/examples",
    "pkg",
    "tests/bench",
    "tests/it",
];
/// What a build writes into the folders of the sources.
const WRITTEN: [&str; 2] = ["dist", "glue"];
/// What archives are made of: modules, scripts, declarations, notices.
const MADE: [&str; 2] = ["pkg/dist", "pkg/objects/dist"];

/// Builds all that is shipped here and in a copy of the sources, and compares every file. Tools are those of this workspace in
/// both: what else may differ is where the folder lies, and what was built there before.
pub fn reproduce(root: &Path) -> Result<()> {
    let copy = root.join("target/reproduce/elsewhere");
    for name in COPIED {
        remove(&copy.join(name))?;
        copy_tree(&root.join(name), &copy.join(name))?;
    }
    link(&root.join("node_modules"), &copy.join("node_modules"))?;
    for place in [root, &copy] {
        build(place, &place.join("pkg/dist"))?;
        objects(place)?;
        run(Command::new("node").arg("pkg/build.mjs").current_dir(place), "pkg/build.mjs")?;
    }
    let (mut count, mut bytes) = (0, 0);
    for folder in MADE {
        for name in &files(&root.join(folder))? | &files(&copy.join(folder))? {
            let path = Path::new(folder).join(name);
            let [here, there] = [root, &copy].map(|place| fs::read(place.join(&path)).ok());
            let length = here.as_ref().map_or(0, Vec::len);
            if here != there {
                let length = |bytes: Option<Vec<u8>>| bytes.map_or("none".into(), |bytes| bytes.len().to_string());
                bail!("two folders gave two {}: {} and {} bytes", path.display(), length(here), length(there));
            }
            (count, bytes) = (count + 1, bytes + length);
        }
    }
    println!("two folders, the same {count} files of {bytes} bytes");
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    let found = fs::symlink_metadata(path);
    match found {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path)?,
        Ok(_) => fs::remove_file(path)?,
        Err(_) => {}
    }
    Ok(())
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().context("a folder")?)?;
        fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        if !WRITTEN.iter().any(|each| name == *each) {
            copy_tree(&from.join(&name), &to.join(&name))?;
        }
    }
    Ok(())
}

fn link(from: &Path, to: &Path) -> Result<()> {
    remove(to)?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(from, to)?;
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(from, to)?;
    Ok(())
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("nothing in {}", folder.display()))? {
        let entry = entry?;
        let name = PathBuf::from(entry.file_name());
        if entry.path().is_dir() {
            found.extend(files(&entry.path())?.iter().map(|below| name.join(below)));
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}
