//! 修整: what can be mended of a file without decoding its picture — the place it was taken at goes, several photos become
//! one PDF. The file that was given is never changed; every mending makes another.

mod exif;
mod jpeg;
mod join;
mod strip;

pub use join::join;
pub use strip::{Mark, strip};

/// One copy of what the library would put at every place.
#[inline(never)]
fn add(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(bytes);
}
