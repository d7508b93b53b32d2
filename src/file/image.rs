//! 图像: what the parts of an image file say of it — pixels, way up, resolution, colours, place of taking — and whether
//! all of it is there. Nothing is decoded.

use super::bytes::{big, counted, index, little, slice};
use super::exif::Tiff;
use super::inspector::{Part, Walk};
use super::source::Source;
use super::{Colour, FileReport};

pub(super) use super::heif::heif;

/// How far behind the end of a GIF zeros and blanks may stand.
const TAIL: u64 = 64 * 1024;
/// Bytes between two segments of a JPEG that are stepped over.
const STRAY: usize = 64;

/// EXIF that begins here, if it does.
pub(super) fn exif(source: &mut Source, at: u64, report: &mut FileReport<'static>) {
    if let Some((mut tiff, first)) = Tiff::open(source, at) {
        tiff.exif(first, report);
    }
}

fn dimensions(report: &mut FileReport<'static>, width: u64, height: u64) {
    (report.width, report.height) = (counted(width), counted(height));
}

/// JPEG: a segment, up to the first scan. Nothing if the file ends before.
pub(super) fn jpeg(source: &mut Source, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
    let at = walk.at.max(2);
    let head = source.read(at, 18);
    let (mark, length) = (big(&head, 0, 2), big(&head, 2, 2));
    match mark {
        0xFFFF => return walk.next(at + 1),
        0xFF01 | 0xFFD0..=0xFFD8 => return walk.next(at + 2),
        0xFFDA => return report.width.map(|_| Part::Last),
        0xFFE0 if slice(&head, 4, 4) == b"JFIF" => density(&head, report),
        0xFFE1 if slice(&head, 4, 6) == b"Exif\0\0" => exif(source, at + 10, report),
        0xFFC4 | 0xFFC8 | 0xFFCC => {}
        0xFFC0..=0xFFCF => {
            dimensions(report, big(&head, 7, 2), big(&head, 5, 2));
            report.depth = counted(big(&head, 4, 1));
            report.colour = match big(&head, 9, 1) {
                1 => Some(Colour::Grey),
                4 => Some(Colour::Cmyk),
                _ => Some(Colour::Rgb),
            };
        }
        0xFF00..=0xFFFF => {}
        _ => {
            // Some cameras leave a few bytes between two segments, and every reader steps over them.
            let stray = source.read(at, STRAY).iter().position(|byte| *byte == 0xFF)?;
            return walk.next(at + stray as u64);
        }
    }
    walk.next(at + 2 + length.max(2))
}

/// Dots per inch, as a JFIF head has them.
fn density(head: &[u8], report: &mut FileReport<'static>) {
    let dots = big(head, 12, 2);
    report.dpi = match big(head, 11, 1) {
        1 => counted(dots),
        2 => counted((dots * 254 + 50) / 100),
        _ => report.dpi,
    };
}

/// PNG: a chunk, up to the last.
pub(super) fn png(source: &mut Source, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
    let at = walk.at.max(8);
    let head = source.read(at, 21);
    let length = big(&head, 0, 4);
    match slice(&head, 4, 4) {
        b"IHDR" if length == 13 => {
            dimensions(report, big(&head, 8, 4), big(&head, 12, 4));
            report.depth = counted(big(&head, 16, 1));
            report.colour = match big(&head, 17, 1) {
                0 | 4 => Some(Colour::Grey),
                3 => Some(Colour::Palette),
                _ => Some(Colour::Rgb),
            };
        }
        b"pHYs" if big(&head, 16, 1) == 1 => report.dpi = counted((big(&head, 8, 4) * 254 + 5000) / 10_000),
        b"eXIf" => exif(source, at + 8, report),
        b"IEND" => return report.height.map(|_| Part::Last),
        _ => {}
    }
    let next = at + 12 + length;
    if next > source.size() { None } else { walk.next(next) }
}

/// GIF: the size of its screen; its last byte that is neither zero nor blank ends it.
pub(super) fn gif(source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
    let head = source.read(0, 10);
    dimensions(report, little(&head, 6, 2), little(&head, 8, 2));
    report.colour = Some(Colour::Palette);
    let tail = source.read(source.size().saturating_sub(TAIL), index(TAIL));
    let blank = |byte: &&u8| matches!(byte, 0 | b'\r' | b'\n' | b' ');
    (tail.iter().rfind(|byte| !blank(byte)) == Some(&0x3B)).then_some(Part::Last)
}

/// WebP: a chunk of its RIFF; the first is the image, or says what it is like.
pub(super) fn webp(source: &mut Source, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
    let at = walk.at.max(12);
    if walk.count == 0 {
        let head = source.read(0, 32);
        walk.end = little(&head, 4, 4) + 8;
        webp_head(slice(&head, 12, 4), slice(&head, 20, 12), report)?;
    }
    let chunk = source.read(at, 14);
    if chunk.len() < 8 || at >= walk.end {
        return (walk.end <= source.size() + 1).then_some(Part::Last);
    }
    if slice(&chunk, 0, 4) == b"EXIF" {
        let marked = slice(&chunk, 8, 6) == b"Exif\0\0";
        exif(source, at + if marked { 14 } else { 8 }, report);
    }
    walk.next(at + 8 + little(&chunk, 4, 4).next_multiple_of(2))
}

fn webp_head(name: &[u8], body: &[u8], report: &mut FileReport<'static>) -> Option<()> {
    report.colour = Some(Colour::Rgb);
    match name {
        b"VP8 " => dimensions(report, little(body, 6, 2) & 0x3FFF, little(body, 8, 2) & 0x3FFF),
        b"VP8L" => {
            let packed = little(body, 1, 4);
            dimensions(report, (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
        }
        b"VP8X" => dimensions(report, little(body, 4, 3) + 1, little(body, 7, 3) + 1),
        _ => return None,
    }
    Some(())
}

/// Windows bitmap: its two heads, and as many bytes as its lines need.
pub(super) fn bitmap(source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
    let head = &source.read(0, 42);
    let old = little(head, 14, 4) < 16;
    let signed = |at| u64::from(u32::try_from(little(head, at, 4)).unwrap_or(0).cast_signed().unsigned_abs());
    let (width, height, bits) = if old {
        (little(head, 18, 2), little(head, 20, 2), little(head, 24, 2))
    } else {
        (signed(18), signed(22), little(head, 28, 2))
    };
    dimensions(report, width, height);
    report.colour = Some(if bits <= 8 { Colour::Palette } else { Colour::Rgb });
    report.dpi = if old { None } else { counted((little(head, 38, 4) * 254 + 5000) / 10_000) };
    let plain = old || matches!(little(head, 30, 4), 0 | 3 | 6);
    let line = (width * bits).div_ceil(32) * 4;
    let lines = little(head, 10, 4).saturating_add(line.saturating_mul(height));
    // How long packed lines are, only the head says, if it does.
    let end = if plain { lines } else { little(head, 2, 4) };
    (report.height.is_some() && end <= source.size()).then_some(Part::Last)
}

/// TIFF: a page.
pub(super) fn tiff(source: &mut Source, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
    let (mut tiff, first) = Tiff::open(source, 0)?;
    tiff.page(if walk.count == 0 { first } else { walk.at }, walk, report)
}
