//! Replaces the byte-by-byte `memory.copy` that lowering leaves behind: a tenth of a check was spent in it.

use super::module;
use anyhow::{Context, Result, ensure};
use std::ops::Range;
use wasmparser::{FunctionBody, Operator, Parser, Payload};

/// The module with our copy in place of the lowered one.
pub fn replace(lowered: &[u8]) -> Result<Vec<u8>> {
    let ours = wat::parse_str(include_str!("copy.wat"))?;
    let ours = bodies(&ours)?.into_iter().next().context("copy.wat has one function")?;
    let bodies = bodies(lowered)?;
    // Lowering appends its functions, so it stands among the last two: copy and fill.
    let place = (bodies.len().saturating_sub(2)..bodies.len()).find(|place| is_byte_copy(&bodies[*place]));
    let place = place.context("the lowering of memory.copy is not where it was: look at xtask/src/copy.rs")?;
    module::map_code(lowered, |index| (index == place).then(|| ours.as_bytes().to_vec()))
}

fn bodies(module: &[u8]) -> Result<Vec<FunctionBody<'_>>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body);
        }
    }
    ensure!(!bodies.is_empty(), "a module without functions");
    Ok(bodies)
}

/// Loads bytes, stores bytes, calls nothing.
fn is_byte_copy(body: &FunctionBody<'_>) -> bool {
    let Ok(operators) = body.get_operators_reader() else { return false };
    let (mut loads, mut stores) = (0, 0);
    for operator in operators {
        match operator {
            Ok(Operator::I32Load8U { .. }) => loads += 1,
            Ok(Operator::I32Store8 { .. }) => stores += 1,
            Ok(Operator::Call { .. } | Operator::I32Load { .. } | Operator::I64Load { .. }) | Err(_) => return false,
            Ok(_) => {}
        }
    }
    loads > 0 && loads == stores
}

/// The bytes of each function body of a code section.
pub fn entries(code: &[u8]) -> Result<Vec<Range<usize>>> {
    let mut reader = wasmparser::BinaryReader::new(code, 0);
    let mut entries = Vec::new();
    for _ in 0..reader.read_var_u32()? {
        let length = reader.read_var_u32()? as usize;
        let start = reader.original_position();
        reader.read_bytes(length)?;
        entries.push(start..start + length);
    }
    Ok(entries)
}
