//! 全文: every byte once, in order — for the digests, and for what only the whole can tell.

use super::{Damage, FileKind, FileReport};
use crate::digest::Hashing;

/// The mark that ends a JPEG.
const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];

/// A file being read from its first byte to its last.
#[derive(Debug, Default)]
pub(super) struct Whole {
    hashing: Hashing,
    /// Bytes read.
    pub(super) read: u64,
    /// Where the first scan of a JPEG begins.
    pub(super) scan: u64,
    /// Something else than zeros was there.
    written: bool,
    /// Where the image ends.
    ended: u64,
    last: u8,
}

impl Whole {
    /// Takes the next bytes.
    pub(super) fn take(&mut self, piece: &[u8]) {
        self.hashing.update(piece);
        self.written = self.written || piece.iter().any(|byte| *byte != 0);
        if self.scan > 0 {
            let end = last_end(piece, self.last).map(|place| self.read + place).filter(|end| *end > self.scan);
            self.ended = end.unwrap_or(self.ended);
            self.last = piece.last().copied().unwrap_or(0);
        }
        self.read += piece.len() as u64;
    }

    /// What was found, when there is no more.
    pub(super) fn tell(&self, report: &mut FileReport<'static>) {
        let digests = self.hashing.clone().finish();
        (report.sha256, report.sm3) = (digests.sha256, digests.sm3);
        if !self.written && self.read > 0 {
            report.damage = Some(Damage::Zeros);
        } else if report.kind == FileKind::Jpeg && self.ended < self.read / 2 {
            // What a camera appends may follow the end of the image, and a thumbnail has an end of its own before it.
            report.damage = Some(Damage::Cut);
        }
    }
}

/// Where a piece ends an image last, counted from its first byte; the mark may begin with the byte before it.
fn last_end(piece: &[u8], before: u8) -> Option<u64> {
    let inside = piece.windows(2).rposition(|pair| pair == END_OF_IMAGE).map(|at| at as u64);
    let across = [Some(&before), piece.first()] == [Some(&END_OF_IMAGE[0]), Some(&END_OF_IMAGE[1])];
    inside.or_else(|| across.then_some(0))
}
