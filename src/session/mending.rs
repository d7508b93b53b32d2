//! 修整与画面 as JavaScript calls them: bytes in, bytes out; nothing is kept.

use super::Inspections;
use super::envelope::envelope;
use crate::file::{Mark, Picture, join, strip};

impl Inspections {
    /// What a picture looks like, by its pixels.
    #[must_use]
    pub fn picture(&self, rgba: &[u8], width: u32, height: u32) -> String {
        envelope(Picture::measure(rgba, width, height))
    }

    /// What becomes of a file: without its `location`, without its `orientation`, or as the next piece of a PDF after
    /// pieces of these `lengths`. Empty if it cannot be done.
    #[must_use]
    pub fn mend(&self, operation: &str, lengths: &[u32], bytes: &[u8]) -> Vec<u8> {
        let mended = Mark::from_word(operation).map_or_else(|| join(lengths, bytes), |mark| strip(bytes, mark));
        mended.unwrap_or_default()
    }
}
