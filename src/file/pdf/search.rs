//! Objects of a file whose tables are broken: every byte is looked at.

use super::file::{Pdf, Place};
use crate::file::bytes::{find, find_last, index, slice};
use crate::file::source::BLOCK;

/// As far as a file with broken tables is searched.
const SEARCHED: u64 = 64 * 1024 * 1024;

impl Pdf<'_> {
    /// Looks at every byte for objects, where the tables do not tell.
    pub(super) async fn search(&mut self) {
        let (mut at, mut bundles, mut before) = (self.start, Vec::new(), Vec::new());
        while at < self.source.size().min(SEARCHED) {
            let block = self.source.read(at, index(BLOCK)).await;
            let from = at - before.len() as u64;
            before.extend_from_slice(&block);
            self.searched(&before, from - self.start, &mut bundles);
            at += block.len() as u64;
            // What begins in this block may end in the next.
            let kept = before.len().saturating_sub(1024);
            before.drain(..kept);
        }
        for number in bundles {
            let bundle = self.bundle(number).await;
            for (object, _) in &bundle.objects {
                self.put(*object as usize, Place::In(number));
            }
        }
    }

    fn searched(&mut self, bytes: &[u8], from: u64, bundles: &mut Vec<u32>) {
        let mut place = 0;
        while let Some(found) = bytes.get(place..).and_then(|rest| find(rest, b"obj")) {
            let word = place + found;
            place = word + 3;
            let Some((number, at)) = numbered(slice(bytes, 0, word)) else { continue };
            // The last object of a number is the newest.
            if let Some(slot) = self.places.get_mut(number as usize) {
                *slot = Place::Unknown;
            }
            self.put(number as usize, Place::At(from + at as u64));
            let head = slice(bytes, place, 512);
            let dictionary =
                slice(head, 0, find(head, b"stream").or_else(|| find(head, b"endobj")).unwrap_or(head.len()));
            if find(dictionary, b"/ObjStm").is_some() && !bundles.contains(&number) {
                bundles.push(number);
            }
            if find(dictionary, b"/Catalog").is_some() {
                self.root = Some(number);
            }
        }
        if let Some(trailer) = find_last(bytes, b"trailer") {
            self.trailer(slice(bytes, trailer + 7, bytes.len()));
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
    let value = std::str::from_utf8(slice(number, at, number.len())).ok()?.parse().ok()?;
    separate.then_some((value, at))
}
