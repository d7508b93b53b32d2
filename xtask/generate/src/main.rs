//! Everything that is written from one source: the compiled tables, the TypeScript types, the JSON Schema. It asks the
//! library itself, so it is a crate of its own: the build of the modules does not wait for it.

mod calendar;
mod codes;
mod data;
mod elements;
mod origins;
mod sample;
mod schema;
mod types;

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("xtask/generate in the workspace")?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => generate(root, false),
        ["--check"] => generate(root, true),
        _ => bail!("usage: cargo xtask generate [--check]"),
    }
}

/// Writes the generated files; with `check`, only fails if one of them is not as it would be written.
fn generate(root: &Path, check: bool) -> Result<()> {
    let wording = |name: &str| fs::read_to_string(root.join(format!("src/wording/{name}.json")));
    let files = [
        ("src/calendar/published.rs", formatted(root, &calendar::calendar(root)?)?),
        ("src/law/register.rs", formatted(root, &data::law(root)?)?),
        ("pkg/src/api/values.ts", types::typescript()?),
        ("pkg/schema.json", schema::catalogue()?),
        (
            "docs/codes.md",
            codes::markdown(&wording("zh-Hans")?, &wording("notices.zh-Hans")?, &wording("documents.zh-Hans")?)?,
        ),
        ("docs/elements.md", elements::markdown()),
        ("docs/sample-catalogue.md", sample::markdown(root)?),
        ("README.md", origins::readme(root)?),
    ];
    for (name, text) in files {
        let path = root.join(name);
        if check && fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            bail!("{name} is not what its source says: run `cargo xtask generate`");
        }
        if !check {
            fs::write(&path, text).with_context(|| format!("cannot write {name}"))?;
        }
    }
    Ok(())
}

fn formatted(root: &Path, rust: &str) -> Result<String> {
    use std::io::Write;
    let config = root.join("rustfmt.toml");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(config)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start rustfmt")?;
    child.stdin.take().context("rustfmt reads")?.write_all(rust.as_bytes())?;
    let output = child.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "rustfmt failed");
    Ok(String::from_utf8(output.stdout)?)
}
