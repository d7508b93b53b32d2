//! The table of README that counts where the expectations of the cases come from, between its two marks.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- origins: written by `cargo xtask generate` -->\n";
const END: &str = "<!-- /origins -->\n";

/// Origin, and what it means.
const ORIGINS: [(&str, &str); 6] = [
    ("article", "articles of a statute, or a rule of ours that rests on them"),
    ("notice", "a holiday notice of the State Council"),
    ("standard", "a technical standard"),
    ("other-tool", "another tool, named with its version"),
    ("hand-count", "counted by hand against the notices; `tests/peers/count.py` counts the days of deadlines again"),
    ("recorded", "what the program gave: a regression case, no check"),
];

/// The columns: files that begin so.
const AREAS: [(&str, &str); 4] = [
    ("deadlines", "tests/cases/deadlines/"),
    ("check", "tests/cases/check/"),
    ("receipts", "tests/cases/receipt"),
    ("all", "tests/cases"),
];

/// README as it should be.
pub fn readme(root: &Path) -> Result<String> {
    let text = fs::read_to_string(root.join("README.md"))?;
    let (before, rest) = text.split_once(BEGIN).context("README.md has no mark for the origins")?;
    let (_, after) = rest.split_once(END).context("README.md has no end of the origins")?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", table(root)?))
}

fn table(root: &Path) -> Result<String> {
    let mut found = Vec::new();
    origins(root, "tests/cases", &mut found)?;
    let heads: Vec<&str> = AREAS.iter().map(|(name, _)| *name).collect();
    let mut out =
        format!("| origin | what the expectation rests on | {} |\n|---|---|--:|--:|--:|--:|\n", heads.join(" | "));
    let mut row = |name: &str, says: &str, counts: fn(&str, &str) -> bool| {
        let cells: Vec<String> = AREAS
            .iter()
            .map(|(_, area)| found.iter().filter(|(path, each)| path.starts_with(area) && counts(each, name)).count())
            .map(|count| count.to_string())
            .collect();
        writeln!(out, "| {name} | {says} | {} |", cells.join(" | "))
    };
    for (name, says) in ORIGINS {
        row(name, says, |each, name| each == name)?;
    }
    row("together", "", |_, _| true)?;
    Ok(out)
}

/// Of every case in a folder its file and its origin.
fn origins(root: &Path, folder: &str, found: &mut Vec<(String, String)>) -> Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_str().context("a name of a file")?);
        if entry.file_type()?.is_dir() {
            origins(root, &name, found)?;
            continue;
        }
        let cases: Vec<Value> = serde_json::from_slice(&fs::read(entry.path())?)?;
        let named = cases.iter().map(|case| case["origin"].as_str().unwrap_or_default().to_owned());
        found.extend(named.map(|origin| (name.clone(), origin)));
    }
    Ok(())
}
