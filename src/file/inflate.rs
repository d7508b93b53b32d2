//! 解压: DEFLATE, never further than is needed. What is damaged gives what could be unpacked until then.

use miniz_oxide::inflate::{decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

/// A stream without a head, as ZIP has it.
pub(super) fn raw(packed: &[u8], most: usize) -> Vec<u8> {
    decompress_to_vec_with_limit(packed, most).unwrap_or_else(|stopped| stopped.output)
}

/// A stream with the head of zlib, as PDF has it.
pub(super) fn zlib(packed: &[u8], most: usize) -> Vec<u8> {
    decompress_to_vec_zlib_with_limit(packed, most).unwrap_or_else(|stopped| stopped.output)
}
