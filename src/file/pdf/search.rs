//! Objects of a file whose tables are broken: every byte is looked at.

use super::file::{File, MOST_OBJECTS, Place};
use crate::file::bytes::{find, find_last, index, slice};
use crate::file::source::{BLOCK, Source};

/// As far as a file with broken tables is searched.
const SEARCHED: u64 = 64 * 1024 * 1024;
/// What begins in one block may end in the next.
const OVERLAP: u64 = 1024;
/// Object streams that are unpacked.
const MOST_BUNDLES: usize = 20_000;

/// How far a file was searched.
#[derive(Debug, Default)]
pub(super) struct Search {
    pub(super) at: u64,
    /// Object streams that were found, and how many of them were unpacked.
    bundles: Vec<u32>,
    opened: usize,
}

impl Search {
    /// A block, or an object stream: whether there is more.
    pub(super) fn look(&mut self, file: &mut File, source: &mut Source) -> bool {
        if self.at < source.size().min(SEARCHED) {
            let from = self.at.saturating_sub(OVERLAP).max(file.start);
            let bytes = source.read(from, index(self.at - from + BLOCK));
            if !source.missing() {
                self.searched(file, &bytes, from - file.start);
                self.at += BLOCK;
            }
            return true;
        }
        let Some(number) = self.bundles.get(self.opened).copied() else { return false };
        let bundle = file.bundle(source, number);
        if !source.missing() {
            self.opened += 1;
            for (object, _) in &bundle.objects {
                file.put(*object as usize, Place::In(number));
            }
        }
        true
    }

    fn searched(&mut self, file: &mut File, bytes: &[u8], from: u64) {
        let mut place = 0;
        while let Some(found) = bytes.get(place..).and_then(|rest| find(rest, b"obj")) {
            let word = place + found;
            place = word + 3;
            let Some((number, at)) = numbered(slice(bytes, 0, word)) else { continue };
            // The last object of a number is the newest.
            if let Some(slot) = file.places.get_mut(number as usize) {
                *slot = Place::Unknown;
            }
            file.put(number as usize, Place::At(from + at as u64));
            let head = slice(bytes, place, 512);
            let dictionary =
                slice(head, 0, find(head, b"stream").or_else(|| find(head, b"endobj")).unwrap_or(head.len()));
            let known = number as usize >= MOST_OBJECTS || self.bundles.contains(&number);
            if find(dictionary, b"/ObjStm").is_some() && !known && self.bundles.len() < MOST_BUNDLES {
                self.bundles.push(number);
            }
            if find(dictionary, b"/XRef").is_some() {
                file.trailer(dictionary);
            }
            if find(dictionary, b"/Catalog").is_some() {
                file.known.root = Some(number);
            }
        }
        if let Some(trailer) = find_last(bytes, b"trailer") {
            file.trailer(slice(bytes, trailer + 7, bytes.len()));
        }
    }
}

/// `12 0 ` before the word `obj`: the number, and where it begins.
fn numbered(before: &[u8]) -> Option<(u32, usize)> {
    let digits = |bytes: &[u8]| bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let end = before.trim_ascii_end();
    let generation = slice(end, 0, end.len() - digits(end));
    let number = generation.trim_ascii_end();
    let at = number.len() - digits(number);
    let separate = generation.len() < end.len() && number.len() < generation.len();
    let value = super::lex::number(slice(number, at, number.len()), 0).and_then(|value| u32::try_from(value).ok())?;
    separate.then_some((value, at))
}
