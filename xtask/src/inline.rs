//! How large a function may be that is copied to where it is called: a flag for our crates alone. What the digests copy into
//! their loops is for their own crates to say. Cargo knows flags for all crates, or for the last one; but it runs another
//! program in the place of rustc for members of the workspace, and that is this tool again.

use anyhow::{Context, Result};
use std::process::{Command, exit};

/// The word that every crate is compiled with, so that cargo knows when to compile anew. Only this tool understands it.
const WORD: &str = "yushen_inline=";

/// Lets cargo compile our crates with this threshold; the words for all of them are returned.
pub fn within(command: &mut Command, threshold: u32) -> Result<[String; 2]> {
    let tool = std::env::current_exe()?;
    let folder = tool.parent().context("the tool lies in a folder")?.to_owned();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&paths)))?;
    // A bare name: a path would be part of what the names of functions are made from.
    command.env("PATH", paths).env("RUSTC_WORKSPACE_WRAPPER", tool.file_stem().context("the tool has a name")?);
    Ok(["--cfg".into(), format!("{WORD}\"{threshold}\"")])
}

/// Runs rustc as cargo wants it, with the flag that the word stands for.
pub fn rustc(rustc: &str, words: &[String]) -> Result<()> {
    let threshold = words.iter().find_map(|word| word.strip_prefix(WORD)).map(|quoted| quoted.trim_matches('"'));
    let flag = threshold.map(|threshold| format!("-Cllvm-args=-inline-threshold={threshold}"));
    let status = Command::new(rustc).args(words).args(flag).status().context("cannot start rustc")?;
    exit(status.code().unwrap_or(1));
}
