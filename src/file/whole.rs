//! 全文: every byte once, in order — for the digests, and for what only the whole can tell.

use super::inspector::{Findings, PIECE};
use super::source::Source;
use super::{Damage, FileKind};
use crate::digest::Hashing;

/// The mark that ends a JPEG.
const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];

/// Reads all of it.
pub(super) async fn read(source: &Source, found: &Findings) {
    let mut hashing = Hashing::default();
    let (mut zeros, mut ended, mut last) = (true, 0, 0);
    let jpeg = found.report.borrow().kind == FileKind::Jpeg;
    let mut at = 0;
    while at < source.size() {
        let piece = source.fetch(at, PIECE).await;
        hashing.update(&piece);
        zeros &= piece.iter().all(|byte| *byte == 0);
        if jpeg {
            let end = last_end(&piece, last).map(|place| at + place).filter(|end| *end > found.scan.get());
            ended = end.unwrap_or(ended);
            last = piece.last().copied().unwrap_or(0);
        }
        at += piece.len() as u64;
        found.read.set(at);
    }
    let digests = hashing.finish();
    let mut report = found.report.borrow_mut();
    (report.sha256, report.sm3) = (digests.sha256, digests.sm3);
    if zeros && at > 0 {
        report.damage = Some(Damage::Zeros);
    } else if jpeg && ended < at / 2 {
        // What a camera appends may follow the end of the image, and a thumbnail has an end of its own before it.
        report.damage = Some(Damage::Cut);
    }
}

/// Where a piece ends an image last, counted from its first byte; the mark may begin with the byte before it.
fn last_end(piece: &[u8], before: u8) -> Option<u64> {
    let inside = piece.windows(2).rposition(|pair| pair == END_OF_IMAGE).map(|at| at as u64);
    let across = [Some(&before), piece.first()] == [Some(&END_OF_IMAGE[0]), Some(&END_OF_IMAGE[1])];
    inside.or_else(|| across.then_some(0))
}
