//! HEIF: the boxes of a HEIC or AVIF image. The size of the image is that of its primary item, cropped and turned.

use super::FileReport;
use super::bytes::{big, counted, find, index, slice};
use super::inspector::{Part, Walk};
use super::source::Source;

/// The part of the `meta` box that is looked at.
const META: u64 = 512 * 1024;

/// Boxes that a file consists of.
const BOXES: [&str; 10] = ["ftyp", "meta", "mdat", "moov", "moof", "mfra", "free", "skip", "uuid", "wide"];

/// A box: what it is, and what is inside.
type Box<'a> = (&'a [u8], &'a [u8]);

/// HEIC and AVIF: a box. Nothing if it ends beyond the file.
pub(super) fn heif(source: &mut Source, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
    let (at, size) = (walk.at, source.size());
    let head = source.read(at, 16);
    let boxed = head.len() >= 8 && BOXES.iter().any(|name| slice(&head, 4, 4) == name.as_bytes());
    let known = report.width.is_some() || find(&source.read(0, 64), b"avis").is_some();
    // What follows the pixels and is no box was added by somebody else.
    if at == size || (!boxed && known && walk.end > 0) {
        return known.then_some(Part::Last);
    }
    let (length, inside) = match big(&head, 0, 4) {
        0 => (size - at, 8),
        1 => (big(&head, 8, 8), 16),
        length => (length, 8),
    };
    let end = at.checked_add(length).filter(|_| length >= inside)?;
    if slice(&head, 4, 4) == b"meta" && report.width.is_none() {
        let meta = source.read(at + inside + 4, index((length - inside).min(META)));
        described(source, &meta, report);
    }
    if end > size || head.len() < 8 {
        return None;
    }
    if slice(&head, 4, 4) == b"mdat" {
        walk.end = end;
    }
    walk.next(end)
}

/// The boxes that stand one after the other.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = Box<'_>> {
    std::iter::from_fn(move || {
        let length = index(big(bytes, 0, 4));
        let inside = bytes.get(8..length)?;
        let found = (slice(bytes, 4, 4), inside);
        bytes = bytes.get(length..)?;
        Some(found)
    })
}

fn inside<'a>(bytes: &'a [u8], name: &str) -> &'a [u8] {
    boxes(bytes).find(|each| each.0 == name.as_bytes()).map_or(&[], |each| each.1)
}

fn described(source: &mut Source, meta: &[u8], report: &mut FileReport<'static>) {
    let primary = inside(meta, "pitm");
    let primary = big(primary, 4, if big(primary, 0, 1) == 0 { 2 } else { 4 });
    let properties = inside(meta, "iprp");
    let listed: Vec<Box<'_>> = boxes(inside(properties, "ipco")).collect();
    for place in associated(inside(properties, "ipma"), primary) {
        if let Some((name, body)) = place.checked_sub(1).and_then(|place| listed.get(place)) {
            property(name, body, report);
        }
    }
    let exif = exif_item(inside(meta, "iinf")).and_then(|item| located(inside(meta, "iloc"), item));
    if let Some(at) = exif {
        let skip = big(&source.read(at, 4), 0, 4);
        super::image::exif(source, at.saturating_add(4).saturating_add(skip), report);
        // Which way it lies is said by a property; readers turn it by that alone.
        report.orientation = None;
    }
}

/// One property of the primary item: they apply in their order.
fn property(name: &[u8], body: &[u8], report: &mut FileReport<'static>) {
    match name {
        b"ispe" => (report.width, report.height) = (counted(big(body, 4, 4)), counted(big(body, 8, 4))),
        b"clap" => {
            let side = |at| counted(big(body, at, 4).checked_div(big(body, at + 4, 4)).unwrap_or(0));
            (report.width, report.height) = (side(0), side(8));
        }
        b"irot" if big(body, 0, 1) & 1 == 1 => std::mem::swap(&mut report.width, &mut report.height),
        b"pixi" => report.depth = counted(big(body, 5, 1)),
        _ => {}
    }
}

/// Where the EXIF begins in a file that lies in memory.
pub(super) fn exif_place(bytes: &[u8]) -> Option<usize> {
    let meta = inside(bytes, "meta").get(4..)?;
    let at = index(located(inside(meta, "iloc"), exif_item(inside(meta, "iinf"))?)?);
    at.checked_add(4)?.checked_add(index(big(bytes, at, 4)))
}

/// Which properties an item has, counted from 1.
fn associated(body: &[u8], item: u64) -> Vec<usize> {
    let (wide_items, wide) = (big(body, 0, 1) > 0, big(body, 3, 1) & 1 == 1);
    let (name, step) = (if wide_items { 4 } else { 2 }, if wide { 2 } else { 1 });
    let mut at = 8;
    while let Some(count) = body.get(at + name) {
        let from = at + name + 1;
        let end = from + usize::from(*count) * step;
        if big(body, at, name) == item {
            let most = if wide { 0x7FFF } else { 0x7F };
            return (from..end).step_by(step).map(|at| index(big(body, at, step) & most)).collect();
        }
        at = end;
    }
    Vec::new()
}

/// The item that holds the EXIF.
fn exif_item(body: &[u8]) -> Option<u64> {
    let entries = body.get(if big(body, 0, 1) == 0 { 6 } else { 8 }..)?;
    boxes(entries).find_map(|(_, entry)| {
        let width = if big(entry, 0, 1) < 3 { 2 } else { 4 };
        (slice(entry, 6 + width, 4) == b"Exif").then(|| big(entry, 4, width))
    })
}

/// Where the first part of an item lies in the file.
fn located(body: &[u8], item: u64) -> Option<u64> {
    let version = big(body, 0, 1);
    let nibble = |at: usize, shift: u32| index(big(body, at, 1) >> shift & 15);
    let (offset, length, base) = (nibble(4, 4), nibble(4, 0), nibble(5, 4));
    let extra = if version > 0 { nibble(5, 0) } else { 0 };
    let name = if version < 2 { 2 } else { 4 };
    let count = big(body, 6, name);
    let mut at = 6 + name;
    for _ in 0..count.min(4096) {
        let found = big(body, at, name) == item;
        at += name + if version > 0 { 2 } else { 0 } + 2;
        let from = big(body, at, base);
        at += base;
        let parts = index(big(body, at, 2));
        at += 2;
        if found {
            return from.checked_add(big(body, at + extra, offset));
        }
        at += parts * (extra + offset + length);
    }
    None
}
