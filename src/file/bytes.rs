//! Numbers and places in bytes. Beyond the end there is nothing, and nothing is zero.

/// The bytes from one place on, as many as are there.
pub(super) fn slice(bytes: &[u8], at: usize, length: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.get(..length).unwrap_or(rest)
}

/// An unsigned number of up to eight bytes, the highest first.
pub(super) fn big(bytes: &[u8], at: usize, length: usize) -> u64 {
    (at..at + length).fold(0, |value, at| value << 8 | u64::from(bytes.get(at).copied().unwrap_or(0)))
}

/// An unsigned number of up to eight bytes, the lowest first.
pub(super) fn little(bytes: &[u8], at: usize, length: usize) -> u64 {
    (at..at + length).rev().fold(0, |value, at| value << 8 | u64::from(bytes.get(at).copied().unwrap_or(0)))
}

/// Where something is found first.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Where something is found last.
pub(super) fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

/// A number as a report has it; nothing if it is zero or too large to be one.
pub(super) fn counted(value: u64) -> Option<u32> {
    u32::try_from(value).ok().filter(|value| *value > 0)
}

/// An index into bytes that are at hand.
pub(super) fn index(value: u64) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
