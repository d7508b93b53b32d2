//! Writes the law register of the core from its data file.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

pub(super) const HEAD: &str = "//! Written by `cargo xtask generate`; the source is";

pub(super) fn load(root: &Path, name: &str) -> Result<Value> {
    let path = root.join("src/data").join(name);
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))
}

pub(super) fn text<'v>(value: &'v Value, key: &str) -> Result<&'v str> {
    value[key].as_str().with_context(|| format!("`{key}` is not a string in {value}"))
}

/// `src/law/register.rs`: the statutes.
pub fn law(root: &Path) -> Result<String> {
    let register = load(root, "law-register.json")?;
    let (mut constants, mut names) = (String::new(), Vec::new());
    for statute in register["statutes"].as_array().context("statutes")? {
        let id = text(statute, "id")?;
        let name = id.to_uppercase().replace('-', "_");
        let status = match text(statute, "status")? {
            "in-force" => "InForce",
            "draft" => "Draft",
            "repealed" => "Repealed",
            "unverified" => "Unverified",
            other => anyhow::bail!("`{other}` is no status"),
        };
        writeln!(
            constants,
            "/// {title}.\npub(super) const {name}: Statute = Statute {{ id: {id:?}, title: {title:?}, number: {:?}, status: Status::{status}, from: {:?} }};",
            text(statute, "number")?,
            text(statute, "from")?,
            title = text(statute, "title")?,
        )?;
        names.push(name);
    }
    Ok(format!(
        "{HEAD} `src/data/law-register.json`.\n\nuse super::{{Statute, Status}};\n\n\
         /// When the register was last compared with the texts.\npub const CHECKED: &str = {:?};\n\n\
         {constants}\n/// Every text of the register.\npub(super) const STATUTES: &[Statute] = &[{}];\n",
        text(&register, "checked")?,
        names.join(", ")
    ))
}
