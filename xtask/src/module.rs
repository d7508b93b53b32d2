//! WebAssembly modules as a row of sections: rewriting custom ones, and validation as MVP.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use wasmparser::{BinaryReader, ExternalKind, KnownCustom, Name, Parser, Payload, Validator, WasmFeatures};

const HEADER: usize = 8;

/// Unsigned LEB128.
pub fn push_u32(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let [low, ..] = (value & 0x7F).to_le_bytes();
        value >>= 7;
        out.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            break;
        }
    }
}

/// Goes through the sections: identifier, body.
fn sections(module: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let body = module.get(HEADER..).context("a module begins with eight bytes")?;
    let mut reader = BinaryReader::new(body, HEADER);
    let mut sections = Vec::new();
    while !reader.eof() {
        let id = reader.read_u8()?;
        let length = reader.read_var_u32()? as usize;
        sections.push((id, reader.read_bytes(length)?));
    }
    Ok(sections)
}

fn assemble(module: &[u8], sections: impl IntoIterator<Item = (u8, Vec<u8>)>) -> Result<Vec<u8>> {
    let mut out = module.get(..HEADER).context("a module begins with eight bytes")?.to_vec();
    for (id, body) in sections {
        out.push(id);
        push_u32(&mut out, u32::try_from(body.len())?);
        out.extend(body);
    }
    Ok(out)
}

/// Rewrites the custom sections for which `change` has a new body.
pub fn map_custom(module: &[u8], change: impl Fn(&str, &[u8]) -> Result<Option<Vec<u8>>>) -> Result<Vec<u8>> {
    let mut changed = Vec::new();
    for (id, body) in sections(module)? {
        let mut new = None;
        if id == 0 {
            let mut reader = BinaryReader::new(body, 0);
            let name = reader.read_string()?;
            let rest = body.get(reader.original_position()..).unwrap_or_default();
            let head = body.get(..reader.original_position()).unwrap_or_default();
            new = change(name, rest)?.map(|rest| [head, &rest].concat());
        }
        changed.push((id, new.unwrap_or_else(|| body.to_vec())));
    }
    assemble(module, changed)
}

/// Rewrites the function bodies for which `change` has a new one; functions are counted in the order of their code.
pub fn map_code(module: &[u8], change: impl Fn(usize) -> Option<Vec<u8>>) -> Result<Vec<u8>> {
    const CODE: u8 = 10;
    let mut changed = Vec::new();
    for (id, body) in sections(module)? {
        if id != CODE {
            changed.push((id, body.to_vec()));
            continue;
        }
        let entries = super::copy::entries(body)?;
        let mut code = Vec::new();
        push_u32(&mut code, u32::try_from(entries.len())?);
        for (index, entry) in entries.into_iter().enumerate() {
            let function = change(index).unwrap_or_else(|| body[entry].to_vec());
            push_u32(&mut code, u32::try_from(function.len())?);
            code.extend(function);
        }
        changed.push((id, code));
    }
    assemble(module, changed)
}

/// The names of its functions, by their numbers. A module that has none tells nothing, and that is a fault.
pub fn names(module: &[u8]) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(parts) = section.as_known() else { continue };
        for part in parts {
            let Name::Function(map) = part? else { continue };
            for name in map {
                let name = name?;
                names.insert(name.index, name.name.to_owned());
            }
        }
    }
    anyhow::ensure!(!names.is_empty(), "the module has no names");
    Ok(names)
}

/// The module without custom sections: names, producers, features.
pub fn strip(module: &[u8]) -> Result<Vec<u8>> {
    assemble(module, sections(module)?.into_iter().filter(|(id, _)| *id != 0).map(|(id, body)| (id, body.to_vec())))
}

/// Fails unless the module is WebAssembly MVP and exports no globals, which mini-programs on iOS refuse.
pub fn validate_mvp(module: &[u8]) -> Result<()> {
    Validator::new_with_features(WasmFeatures::MVP)
        .validate_all(module)
        .context("the module is not WebAssembly MVP")?;
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ExportSection(exports) = payload? else { continue };
        for export in exports {
            let export = export?;
            if export.kind == ExternalKind::Global {
                bail!("the module exports a global, `{}`", export.name);
            }
        }
    }
    Ok(())
}
