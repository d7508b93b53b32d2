//! EXIF and XMP, edited where they stand: nothing moves, so whatever points past them still points right.

use super::super::bytes::{big, find, index, little};
use super::super::exif::width;
use super::Mark;

/// Entries of one directory that are looked at.
const MOST_ENTRIES: usize = 512;
/// Directories of one file that are looked at.
const MOST_DIRECTORIES: u32 = 2000;

const ORIENTATION: u64 = 0x0112;
const LOCATION: u64 = 0x8825;

/// A TIFF structure, as EXIF is one.
struct Tiff<'a> {
    bytes: &'a mut [u8],
    little: bool,
}

/// Takes a mark out of a TIFF structure.
pub(super) fn edit(bytes: &mut [u8], mark: Mark) {
    let little = bytes.starts_with(b"II\x2A\0");
    if !little && !bytes.starts_with(b"MM\0\x2A") {
        return;
    }
    let mut tiff = Tiff { bytes, little };
    let mut at = tiff.place(4);
    for _ in 0..MOST_DIRECTORIES {
        if at == 0 {
            break;
        }
        at = tiff.directory(at, mark);
    }
}

/// Which way up an image lies that has this EXIF.
pub(super) fn orientation(bytes: &[u8]) -> u64 {
    let number = if bytes.starts_with(b"II") { little } else { big };
    let at = index(number(bytes, 4, 4));
    let count = index(number(bytes, at, 2)).min(MOST_ENTRIES);
    let mut entries = (0..count).map(|place| at.saturating_add(2 + place * 12));
    let found = entries.find(|entry| number(bytes, *entry, 2) == ORIENTATION);
    found.map_or(1, |entry| number(bytes, entry + 8, width(number(bytes, entry + 2, 2))))
}

impl Tiff<'_> {
    fn number(&self, at: usize, length: usize) -> u64 {
        if self.little { little(self.bytes, at, length) } else { big(self.bytes, at, length) }
    }

    fn place(&self, at: usize) -> usize {
        index(self.number(at, 4))
    }

    /// Writes a number of two or four bytes.
    fn put(&mut self, at: usize, length: usize, value: u16) {
        let mut bytes = [0; 4];
        let [high, low] = value.to_be_bytes();
        bytes.copy_from_slice(&if self.little { [low, high, 0, 0] } else { [0, 0, high, low] });
        let from = if self.little { 0 } else { 4 - length.min(4) };
        let written = bytes.get(from..).and_then(|bytes| bytes.get(..length));
        if let (Some(place), Some(written)) = (self.bytes.get_mut(at..at.saturating_add(length)), written) {
            place.copy_from_slice(written);
        }
    }

    fn clear(&mut self, at: usize, length: usize) {
        if let Some(place) = self.bytes.get_mut(at..at.saturating_add(length)) {
            place.fill(0);
        }
    }

    /// How many entries a directory has, as far as they are there.
    fn count(&self, at: usize) -> usize {
        let there = self.bytes.len().saturating_sub(at).saturating_sub(2) / 12;
        index(self.number(at, 2)).min(MOST_ENTRIES).min(there)
    }

    /// Takes the mark out of a directory. The place of the next.
    fn directory(&mut self, at: usize, mark: Mark) -> usize {
        let count = self.count(at);
        let end = at.saturating_add(2 + count * 12);
        for entry in (0..count).map(|place| at + 2 + place * 12) {
            match (self.number(entry, 2), mark) {
                (ORIENTATION, Mark::Orientation) => {
                    let kind = self.number(entry + 2, 2);
                    self.put(entry + 8, width(kind), 1);
                }
                (LOCATION, Mark::Location) => {
                    self.erase(self.place(entry + 8));
                    self.drop_entry(at, count, entry);
                    return self.directory(at, mark);
                }
                _ => {}
            }
        }
        self.place(end)
    }

    /// Overwrites a directory and all it points to.
    fn erase(&mut self, at: usize) {
        let count = self.count(at);
        for entry in (0..count).map(|place| at + 2 + place * 12) {
            let length = width(self.number(entry + 2, 2)).saturating_mul(self.place(entry + 4));
            if length > 4 {
                self.clear(self.place(entry + 8), length);
            }
        }
        if count > 0 {
            self.clear(at, 2 + count * 12);
        }
    }

    /// Closes the ranks over an entry. What it leaves free is behind the directory, where nobody looks.
    fn drop_entry(&mut self, at: usize, count: usize, entry: usize) {
        let end = (at + 2 + count * 12 + 4).min(self.bytes.len());
        if entry + 12 <= end {
            self.bytes.copy_within(entry + 12..end, entry);
            self.clear(end - 12, 12);
        }
        self.put(at, 2, u16::try_from(count - 1).unwrap_or(0));
    }
}

/// Overwrites the position in an XMP packet with blanks: attributes `exif:GPS…="…"` and elements `<exif:GPS…>…</…>`.
pub(super) fn blank(packet: &mut [u8]) {
    const NAME: &[u8] = b"exif:GPS";
    let mut at = 0;
    while let Some(found) = find(packet.get(at..).unwrap_or_default(), NAME) {
        let start = at + found;
        let before = start.checked_sub(1).and_then(|before| packet.get(before));
        let (start, length) = match before {
            Some(b'<') => (start - 1, element(packet.get(start..).unwrap_or_default()).map(|length| length + 1)),
            Some(b'/') => (start, None),
            _ => (start, attribute(packet.get(start..).unwrap_or_default())),
        };
        at = start + length.unwrap_or(NAME.len() + 1);
        if let Some(place) = packet.get_mut(start..at).filter(|_| length.is_some()) {
            place.fill(b' ');
        }
    }
}

/// Bytes of an element, from its name to the end of its last tag.
fn element(text: &[u8]) -> Option<usize> {
    let opened = find(text, b">")?;
    if text.get(opened.checked_sub(1)?) == Some(&b'/') {
        return Some(opened + 1);
    }
    let name = text.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b':')?;
    let closing = [b"</", text.get(..name)?, b">"].concat();
    Some(find(text, &closing)? + closing.len())
}

/// Bytes of an attribute, from its name to the quotation mark that ends it.
fn attribute(text: &[u8]) -> Option<usize> {
    let equals = text.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b':')?;
    let quote = equals + text.get(equals..)?.iter().position(|byte| !matches!(byte, b'=' | b' ' | b'\n'))?;
    let mark = text.get(quote).filter(|mark| matches!(mark, b'"' | b'\''))?;
    let length = text.get(quote + 1..)?.iter().position(|byte| byte == mark)?;
    Some(quote + 1 + length + 1)
}
