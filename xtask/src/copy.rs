//! Replaces the byte-by-byte `memory.copy` that lowering leaves behind: a tenth of a check was spent in it. The lowering of
//! binaryen moves one byte at a time; this moves eight.

use super::module;
use anyhow::{Context, Result, ensure};
use std::ops::Range;
use wasmparser::{FunctionBody, Operator, Parser, Payload};

// The words of WebAssembly that the function below is written in.
const GET: u8 = 0x20;
const SET: u8 = 0x21;
const CONST: u8 = 0x41;
const ADD: u8 = 0x6A;
const SUB: u8 = 0x6B;
const IS_ZERO: u8 = 0x45;
const LESS: u8 = 0x49;
const NOT_LESS: u8 = 0x4F;
/// Eight bytes. After each access stand its alignment and its offset, both 0.
const LOAD_WORD: u8 = 0x29;
const STORE_WORD: u8 = 0x37;
/// One byte.
const LOAD_BYTE: u8 = 0x2D;
const STORE_BYTE: u8 = 0x3A;
const IF: u8 = 0x04;
const ELSE: u8 = 0x05;
const BLOCK: u8 = 0x02;
const LOOP: u8 = 0x03;
/// The type of what gives nothing.
const NOTHING: u8 = 0x40;
const BREAK: u8 = 0x0C;
const BREAK_IF: u8 = 0x0D;
const END: u8 = 0x0B;
// Its parameters.
const TO: u8 = 0;
const FROM: u8 = 1;
const LEFT: u8 = 2;

/// `memory.copy(to, from, left)`. A break leads 0: to the head of the loop, 1: out of the block around it.
#[rustfmt::skip]
const COPY: &[u8] = &[
    0, // no variables of its own
    // Forwards, unless the target begins inside the source.
    GET, TO, GET, FROM, SUB, GET, LEFT, NOT_LESS, IF, NOTHING,
        BLOCK, NOTHING, LOOP, NOTHING,
            GET, LEFT, CONST, 8, LESS, BREAK_IF, 1,
            GET, TO, GET, FROM, LOAD_WORD, 0, 0, STORE_WORD, 0, 0,
            GET, TO, CONST, 8, ADD, SET, TO,
            GET, FROM, CONST, 8, ADD, SET, FROM,
            GET, LEFT, CONST, 8, SUB, SET, LEFT,
            BREAK, 0,
        END, END,
        BLOCK, NOTHING, LOOP, NOTHING,
            GET, LEFT, IS_ZERO, BREAK_IF, 1,
            GET, TO, GET, FROM, LOAD_BYTE, 0, 0, STORE_BYTE, 0, 0,
            GET, TO, CONST, 1, ADD, SET, TO,
            GET, FROM, CONST, 1, ADD, SET, FROM,
            GET, LEFT, CONST, 1, SUB, SET, LEFT,
            BREAK, 0,
        END, END,
    ELSE,
        BLOCK, NOTHING, LOOP, NOTHING,
            GET, LEFT, CONST, 8, LESS, BREAK_IF, 1,
            GET, LEFT, CONST, 8, SUB, SET, LEFT,
            GET, TO, GET, LEFT, ADD, GET, FROM, GET, LEFT, ADD, LOAD_WORD, 0, 0, STORE_WORD, 0, 0,
            BREAK, 0,
        END, END,
        BLOCK, NOTHING, LOOP, NOTHING,
            GET, LEFT, IS_ZERO, BREAK_IF, 1,
            GET, LEFT, CONST, 1, SUB, SET, LEFT,
            GET, TO, GET, LEFT, ADD, GET, FROM, GET, LEFT, ADD, LOAD_BYTE, 0, 0, STORE_BYTE, 0, 0,
            BREAK, 0,
        END, END,
    END,
    END,
];

/// The module with our copy in place of the lowered one.
pub fn replace(lowered: &[u8]) -> Result<Vec<u8>> {
    let bodies = bodies(lowered)?;
    // Lowering appends its functions, so it stands among the last two: copy and fill.
    let place = (bodies.len().saturating_sub(2)..bodies.len()).find(|place| is_byte_copy(&bodies[*place]));
    let place = place.context("the lowering of memory.copy is not where it was: look at xtask/src/copy.rs")?;
    module::map_code(lowered, |index| (index == place).then(|| COPY.to_vec()))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one memory and one function of three numbers, which is ours.
    fn alone() -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let number = 0x7F;
        let code = [&[1, u8::try_from(COPY.len()).unwrap() & 0x7F | 0x80, 1][..], COPY].concat();
        let sections: [(u8, &[u8]); 4] =
            [(1, &[1, 0x60, 3, number, number, number, 0]), (3, &[1, 0]), (5, &[1, 0, 1]), (10, &code)];
        for (id, body) in sections {
            module.push(id);
            module::push_u32(&mut module, u32::try_from(body.len()).unwrap());
            module.extend(body);
        }
        module
    }

    #[test]
    fn ours_is_valid_and_moves_words_and_bytes_both_ways() {
        assert!((128..256).contains(&COPY.len()), "its length takes two bytes");
        let module = alone();
        module::validate_mvp(&module).unwrap();
        let [body] = &bodies(&module).unwrap()[..] else { panic!("one function") };
        let operators: Vec<Operator<'_>> =
            body.get_operators_reader().unwrap().into_iter().map(Result::unwrap).collect();
        let count = |is: fn(&Operator<'_>) -> bool| operators.iter().filter(|each| is(each)).count();
        assert_eq!(
            count(|each| matches!(each, Operator::I64Load { memarg } if memarg.align == 0 && memarg.offset == 0)),
            2
        );
        assert_eq!(
            count(|each| matches!(each, Operator::I64Store { memarg } if memarg.align == 0 && memarg.offset == 0)),
            2
        );
        assert_eq!(count(|each| matches!(each, Operator::I32Load8U { .. })), 2);
        assert_eq!(count(|each| matches!(each, Operator::I32Store8 { .. })), 2);
        assert_eq!(count(|each| matches!(each, Operator::Loop { .. })), 4);
        assert!(!is_byte_copy(body), "or it would be replaced by itself");
    }
}
