//! The segments of a JPEG that lies in memory.

use super::super::bytes::{big, find, index};
use std::ops::Range;

pub(super) const START: u8 = 0xD8;
pub(super) const END: u8 = 0xD9;
pub(super) const SCAN: u8 = 0xDA;

/// The next segment from here: its mark and its body. The coded pixels after the head of a scan are stepped over, since
/// no mark can stand in them. `at` is where the one after it is looked for.
pub(super) fn segment(bytes: &[u8], at: &mut usize) -> Option<(u8, Range<usize>)> {
    let rest = bytes.get(*at..)?;
    let is_mark = |pair: &[u8]| matches!(pair, [0xFF, mark] if !matches!(mark, 0 | 1 | 0xFF | 0xD0..=0xD7));
    let start = *at + rest.windows(2).position(is_mark)? + 2;
    let mark = *bytes.get(start - 1)?;
    let length = if matches!(mark, START | END) { 0 } else { index(big(bytes, start, 2)).max(2) };
    let body = (start + 2).min(start + length)..start + length;
    *at = body.end;
    (body.end <= bytes.len()).then_some((mark, body))
}

/// Where the next image of the same file begins: phones append a second one.
pub(super) fn next_image(bytes: &[u8], at: usize) -> usize {
    find(bytes.get(at..).unwrap_or_default(), b"\xFF\xD8\xFF").map_or(bytes.len(), |found| at + found)
}
