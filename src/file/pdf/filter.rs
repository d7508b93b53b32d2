//! What a stream is packed with.

use super::lex::{elements, get, integer, is_name};
use crate::file::bytes::slice;
use crate::file::inflate;

/// As far as a stream is unpacked.
const UNPACKED: usize = 2 * 1024 * 1024;

/// Unpacks what a stream's dictionary says it is packed with.
pub(super) fn unpacked(dictionary: &[u8], data: Vec<u8>) -> Option<Vec<u8>> {
    let (mut bytes, mut parameters) = (data, elements(get(dictionary, "DecodeParms")));
    let mut parameter = &[][..];
    for filter in elements(get(dictionary, "Filter")) {
        parameter = parameters.next().unwrap_or_default();
        let named = |long, short| is_name(filter, long) || is_name(filter, short);
        bytes = if named("FlateDecode", "Fl") {
            inflate::zlib(&bytes, UNPACKED)
        } else if named("ASCII85Decode", "A85") {
            base85(&bytes)
        } else {
            return None;
        };
    }
    if integer(get(parameter, "Predictor")).unwrap_or(1) < 10 {
        return Some(bytes);
    }
    let column = integer(get(parameter, "Columns")).unwrap_or(1);
    Some(unpredicted(&bytes, usize::try_from(column).ok().filter(|column| (1..=4096).contains(column))?))
}

/// ASCII base 85: five characters are four bytes, `z` is four zeros.
fn base85(text: &[u8]) -> Vec<u8> {
    let (mut bytes, mut value, mut digits) = (Vec::new(), 0u32, 0usize);
    for character in text {
        match character {
            b'z' if digits == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(character - b'!'));
                digits += 1;
            }
            b'~' => break,
            _ => {}
        }
        if digits == 5 {
            bytes.extend(value.to_be_bytes());
            (value, digits) = (0, 0);
        }
    }
    // The last few stand for one byte less than they are.
    let rest = (digits..5).fold(value, |value, _| value.wrapping_mul(85).wrapping_add(84));
    bytes.extend(rest.to_be_bytes().iter().take(digits.saturating_sub(1)));
    bytes
}

/// PNG predictors, of bytes.
fn unpredicted(bytes: &[u8], column: usize) -> Vec<u8> {
    let (mut plain, mut above) = (Vec::with_capacity(bytes.len()), vec![0u8; column]);
    for line in bytes.chunks(column + 1) {
        let (mut left, mut corner) = (0u8, 0u8);
        for (byte, up) in slice(line, 1, column).iter().zip(&mut above) {
            let predicted = match line.first() {
                Some(1) => left,
                Some(2) => *up,
                Some(3) => u8::midpoint(left, *up),
                Some(4) => paeth(left, *up, corner),
                _ => 0,
            };
            corner = *up;
            left = byte.wrapping_add(predicted);
            *up = left;
            plain.push(left);
        }
    }
    plain
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    [left, up, corner].into_iter().min_by_key(|each| (guess - i16::from(*each)).abs()).unwrap_or(left)
}
