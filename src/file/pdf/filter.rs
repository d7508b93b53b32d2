//! What a stream is packed with.

use super::lex::{elements, get, integer, is_name};
use crate::file::bytes::slice;
use crate::file::inflate;

/// As far as a stream is unpacked.
const UNPACKED: usize = 2 * 1024 * 1024;

/// Unpacks what a stream's dictionary says it is packed with.
pub(super) fn unpacked(dictionary: &[u8], data: Vec<u8>) -> Option<Vec<u8>> {
    let mut filters = elements(get(dictionary, "Filter"));
    let Some(filter) = filters.next() else { return Some(data) };
    if !(is_name(filter, "FlateDecode") || is_name(filter, "Fl")) || filters.next().is_some() {
        return None;
    }
    let bytes = inflate::zlib(&data, UNPACKED);
    let parameters = elements(get(dictionary, "DecodeParms")).next().unwrap_or_default();
    if integer(get(parameters, "Predictor")).unwrap_or(1) < 10 {
        return Some(bytes);
    }
    let column = integer(get(parameters, "Columns")).unwrap_or(1);
    Some(unpredicted(&bytes, usize::try_from(column).ok().filter(|column| (1..=4096).contains(column))?))
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
