//! A long text that comes in pieces. A string of the host's is written into the module as UTF-8; in one go, the glue
//! would set aside three bytes for each of its units.

use crate::catalogue::MAX_BYTES;

/// What has come so far.
#[derive(Debug, Default)]
pub(super) struct Arriving(String);

impl Arriving {
    /// Takes a piece of so many UTF-16 units, with so many still to come. Where there is no room for it, room is made for
    /// what is still to come too: as many bytes for a unit as in this piece and a sixteenth more, and two at most, so
    /// that no text takes more than twice its length.
    pub fn append(&mut self, piece: &str, units: u32, left: u32) {
        let Self(text) = self;
        // Of a text that is too long no more is kept than shows it.
        if text.len() > MAX_BYTES {
            return;
        }
        if text.capacity() - text.len() < piece.len() {
            let like = piece.len() as u64 * u64::from(left) / u64::from(units.max(1));
            let room = (like + like / 16).min(u64::from(left) * 2).min(MAX_BYTES as u64);
            text.reserve_exact(piece.len() + usize::try_from(room).unwrap_or(0));
        }
        text.push_str(piece);
    }

    /// The whole text.
    pub fn into_text(self) -> String {
        let Self(mut text) = self;
        text.shrink_to_fit();
        text
    }
}
