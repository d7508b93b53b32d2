//! The build of Yushen. `cargo xtask` without a word that it knows is the test runner of wasm-bindgen, which is how
//! `cargo test --target wasm32-unknown-unknown` runs.

mod build;
mod codes;
mod copy;
mod calendar;
mod data;
mod elements;
mod features;
mod generate;
mod ledger;
mod module;
mod origins;
mod sample;
mod schema;
mod types;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let mut words: Vec<_> = std::env::args_os().collect();
    let command = words.get(1).and_then(|word| word.to_str()).unwrap_or_default().to_owned();
    let flag = words.get(2).and_then(|word| word.to_str()).unwrap_or_default().to_owned();
    match command.as_str() {
        "build" => build::build(&root()?, &root()?.join("pkg/dist")),
        "generate" => generate::generate(&root()?, flag == "--check"),
        "reproduce" => build::reproduce(&root()?),
        "test-runner" => {
            words.remove(1);
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words)
        }
        _ => bail!("usage: cargo xtask build | generate [--check] | reproduce | test-runner FILE"),
    }
}

/// The folder of the workspace.
fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands in the workspace")?;
    Ok(here.to_path_buf())
}
