//! The build of Yushen.

mod build;
mod compress;
mod copy;
mod features;
mod inline;
mod ledger;
mod module;
mod notices;
mod reproduce;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [rustc, rest @ ..] = &words[..]
        && Path::new(rustc).file_stem().is_some_and(|name| name == "rustc")
    {
        return inline::rustc(rustc, rest);
    }
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build"] => build::build(&root()?, &root()?.join("pkg/dist")),
        ["build", "--demo"] => build::demo(&root()?),
        ["build", "--objects"] => build::objects(&root()?),
        ["generate", ref rest @ ..] => generate(rest),
        ["reproduce"] => reproduce::reproduce(&root()?),
        _ => bail!("usage: cargo xtask build [--demo | --objects] | generate [--check] | reproduce"),
    }
}

/// What is written from the tables of the library is written by a crate that has the library.
fn generate(words: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--locked", "--package", "generate", "--"]).args(words).current_dir(root()?);
    build::run(&mut command, "cargo run --package generate")
}

/// The folder of the workspace.
fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands in the workspace")?;
    Ok(here.to_path_buf())
}
