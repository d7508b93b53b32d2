//! 去除拍摄地点: a mark goes out of a file; its pixels stay byte by byte as they are.

use super::super::bytes::{big, find, index, little, slice};
use super::super::{FileKind, heif, inflate, sniff};
use super::add;
use super::exif::{blank, edit};
use super::jpeg::{END, next_image, segment};
use crate::error::words;
use crate::json::readable;

words! {
    /// What can be taken out of a file.
    pub enum Mark {
        /// where it was taken
        Location = "location",
        /// which way up it lies: whoever shows it then shows it as it lies
        Orientation = "orientation",
    }
}
readable!(Mark);

/// Most bytes of an EXIF block inside HEIC, where its length is not looked up.
const BLOCK: usize = 256 * 1024;
/// Most bytes of a packed text.
const TEXT: usize = 1024 * 1024;

/// The file without the mark; nothing if it is of a kind in which no mark is known.
///
/// ```
/// use yushen::file::{Mark, strip};
/// assert_eq!(strip(b"%PDF-1.7", Mark::Location), None);
/// ```
#[must_use]
pub fn strip(bytes: &[u8], mark: Mark) -> Option<Vec<u8>> {
    let mut kept = bytes.to_vec();
    match sniff::sniff(slice(bytes, 0, 4096)) {
        FileKind::Jpeg => jpeg(&mut kept, mark),
        FileKind::Png => kept = png(bytes, mark),
        FileKind::Webp => webp(&mut kept, mark),
        FileKind::Tiff => whole(&mut kept, 0, usize::MAX, mark),
        FileKind::Heic | FileKind::Avif => {
            let at = heif::exif_place(bytes).unwrap_or(usize::MAX);
            whole(&mut kept, at, BLOCK, mark);
        }
        _ => return None,
    }
    Some(kept)
}

/// A block of EXIF, with its name before it or without.
fn block(body: &mut [u8], mark: Mark) {
    let skip = if body.starts_with(b"Exif\0\0") { 6 } else { 0 };
    edit(body.get_mut(skip..).unwrap_or_default(), mark);
}

/// EXIF at one place, and XMP wherever it stands: its words cannot be mistaken for pixels.
fn whole(bytes: &mut [u8], at: usize, most: usize, mark: Mark) {
    let end = at.saturating_add(most).min(bytes.len());
    block(bytes.get_mut(at..end).unwrap_or_default(), mark);
    if mark == Mark::Location {
        blank(bytes);
    }
}

fn jpeg(bytes: &mut [u8], mark: Mark) {
    let mut at = 0;
    while let Some((kind, body)) = segment(bytes, &mut at) {
        if kind == END {
            at = next_image(bytes, at);
        } else if kind == 0xE1 {
            let body = bytes.get_mut(body).unwrap_or_default();
            if body.starts_with(b"Exif\0\0") {
                block(body, mark);
            } else if body.starts_with(b"http://ns.adobe.com/") && mark == Mark::Location {
                blank(body);
            }
        }
    }
}

fn webp(bytes: &mut [u8], mark: Mark) {
    let mut at = 12;
    while at + 8 <= bytes.len() {
        let length = index(little(bytes, at + 4, 4));
        let end = (at + 8).saturating_add(length).min(bytes.len());
        let kind = slice(bytes, at, 4).to_vec();
        let body = bytes.get_mut(at + 8..end).unwrap_or_default();
        match kind.as_slice() {
            b"EXIF" => block(body, mark),
            b"XMP " if mark == Mark::Location => blank(body),
            _ => {}
        }
        at = (at + 8).saturating_add(length.next_multiple_of(2));
    }
}

/// PNG: its EXIF is edited; a text that says where the picture was taken goes as a whole, since it may be packed.
fn png(bytes: &[u8], mark: Mark) -> Vec<u8> {
    let mut kept = slice(bytes, 0, 8).to_vec();
    let mut at = 8;
    while let Some(chunk) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let length = index(big(chunk, 0, 4)).saturating_add(12);
        let Some(chunk) = chunk.get(..length) else {
            add(&mut kept, chunk);
            break;
        };
        at += length;
        let (kind, body) = (slice(chunk, 4, 4), chunk.get(8..length - 4).unwrap_or_default());
        if mark == Mark::Location && tells(kind, body) {
            continue;
        }
        add(&mut kept, chunk);
        if kind == b"eXIf" {
            let sum = kept.len() - 4;
            block(kept.get_mut(sum - body.len()..sum).unwrap_or_default(), mark);
            let right = checksum(kept.get(sum - body.len() - 4..sum).unwrap_or_default());
            kept.truncate(sum);
            add(&mut kept, &right.to_be_bytes());
        }
    }
    kept
}

/// Whether a chunk of text says where the picture was taken. Raw profiles hold EXIF or XMP as hexadecimal digits.
fn tells(kind: &[u8], body: &[u8]) -> bool {
    let Some(name) = body.iter().position(|byte| *byte == 0).filter(|_| matches!(kind, b"tEXt" | b"zTXt" | b"iTXt"))
    else {
        return false;
    };
    let packed = match kind {
        b"zTXt" => body.get(name + 2..),
        b"iTXt" if body.get(name + 1) == Some(&1) => body.get(name + 3..).and_then(|rest| {
            let mut ends = rest.iter().enumerate().filter(|(_, byte)| **byte == 0).map(|(at, _)| at);
            rest.get(ends.nth(1)? + 1..)
        }),
        _ => None,
    };
    let text = packed.map(|packed| inflate::zlib(packed, TEXT));
    body.starts_with(b"Raw profile type ") || find(text.as_deref().unwrap_or(body), b":GPS").is_some()
}

/// The checksum of a chunk, CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}
