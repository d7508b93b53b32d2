//! 修整: what can be mended of a file without decoding its picture — the place it was taken at goes, several photos become
//! one PDF. The file that was given is never changed; every mending makes another.

mod exif;
mod jpeg;
mod join;
mod strip;

pub use join::join;
pub use strip::{Mark, strip};
