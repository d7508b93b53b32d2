//! The `target_features` section of a module: wasm-bindgen takes from it whether it may use reference types and
//! multivalue. The standard library always lists them, so they are struck out before bindgen sees them.

use anyhow::{Context, Result};

const SECTION: &str = "target_features";
const STRUCK: [&str; 2] = ["reference-types", "multivalue"];

/// The module without the features that WebAssembly MVP does not have in its interface.
pub fn clear(module: &[u8]) -> Result<Vec<u8>> {
    super::module::map_custom(module, |name, body| if name == SECTION { strike(body).map(Some) } else { Ok(None) })
}

/// The list without the struck entries. An entry is a prefix byte and a name.
fn strike(body: &[u8]) -> Result<Vec<u8>> {
    let mut reader = wasmparser::BinaryReader::new(body, 0);
    let mut kept = Vec::new();
    for _ in 0..reader.read_var_u32()? {
        let prefix = reader.read_u8()?;
        let name = reader.read_string()?;
        if !STRUCK.contains(&name) {
            kept.push((prefix, name));
        }
    }
    let mut list = Vec::new();
    super::module::push_u32(&mut list, u32::try_from(kept.len()).context("a short list")?);
    for (prefix, name) in kept {
        list.push(prefix);
        super::module::push_u32(&mut list, u32::try_from(name.len()).context("a short name")?);
        list.extend(name.bytes());
    }
    Ok(list)
}
