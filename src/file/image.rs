//! 图像: what the parts of an image file say of it — pixels, way up, resolution, colours, place of taking — and whether
//! all of it is there. Nothing is decoded.

use super::bytes::{big, counted, little, slice};
use super::exif::Tiff;
use super::source::Source;
use super::{Colour, FileReport};

pub(super) use super::heif::heif;

/// Parts of one file that are looked at: no honest file has more.
const MOST_PARTS: u32 = 100_000;

/// EXIF that begins here, if it does.
pub(super) async fn exif(source: &Source, at: u64, report: &mut FileReport<'static>) {
    if let Some((tiff, first)) = Tiff::open(source, at).await {
        tiff.exif(first, report).await;
    }
}

fn dimensions(report: &mut FileReport<'static>, width: u64, height: u64) {
    (report.width, report.height) = (counted(width), counted(height));
}

/// JPEG: the segments up to the first scan. Where the scan begins, or nothing if the file ends before.
pub(super) async fn jpeg(source: &Source, report: &mut FileReport<'static>) -> Option<u64> {
    let mut at = 2;
    for _ in 0..MOST_PARTS {
        let head = source.read(at, 18).await;
        let (mark, length) = (big(&head, 0, 2), big(&head, 2, 2));
        match mark {
            0xFFFF | 0xFF01 | 0xFFD0..=0xFFD8 => {
                at += if mark == 0xFFFF { 1 } else { 2 };
                continue;
            }
            0xFFDA => return report.width.map(|_| at),
            0xFFE0 if slice(&head, 4, 4) == b"JFIF" => density(&head, report),
            0xFFE1 if slice(&head, 4, 6) == b"Exif\0\0" => exif(source, at + 10, report).await,
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
            _ => return None,
        }
        at += 2 + length.max(2);
    }
    None
}

/// Dots per inch, as a JFIF head has them.
fn density(head: &[u8], report: &mut FileReport<'static>) {
    let dots = big(head, 12, 2);
    report.dpi = match big(head, 11, 1) {
        1 => counted(dots),
        2 => counted((dots * 254 + 50) / 100),
        _ => None,
    };
}

/// PNG: the chunks up to the last.
pub(super) async fn png(source: &Source, report: &mut FileReport<'static>) -> Option<bool> {
    let mut at = 8;
    for _ in 0..MOST_PARTS {
        let head = source.read(at, 21).await;
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
            b"eXIf" => exif(source, at + 8, report).await,
            b"IEND" => return Some(report.height.is_some()),
            _ => {}
        }
        at += 12 + length;
        if at > source.size() {
            return None;
        }
    }
    None
}

/// GIF: the size of its screen; its last byte that is not zero ends it.
pub(super) async fn gif(source: &Source, head: &[u8], report: &mut FileReport<'static>) -> Option<bool> {
    dimensions(report, little(head, 6, 2), little(head, 8, 2));
    report.colour = Some(Colour::Palette);
    let tail = source.read(source.size().saturating_sub(4096), 4096).await;
    Some(tail.iter().rfind(|byte| **byte != 0) == Some(&0x3B))
}

/// WebP: the chunks of its RIFF.
pub(super) async fn webp(source: &Source, head: &[u8], report: &mut FileReport<'static>) -> Option<bool> {
    report.colour = Some(Colour::Rgb);
    let body = slice(head, 20, 12);
    match slice(head, 12, 4) {
        b"VP8 " => dimensions(report, little(body, 6, 2) & 0x3FFF, little(body, 8, 2) & 0x3FFF),
        b"VP8L" => {
            let packed = little(body, 1, 4);
            dimensions(report, (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
        }
        b"VP8X" => dimensions(report, little(body, 4, 3) + 1, little(body, 7, 3) + 1),
        _ => return None,
    }
    let end = little(head, 4, 4) + 8;
    let mut at = 12;
    for _ in 0..MOST_PARTS {
        let chunk = source.read(at, 14).await;
        if chunk.len() < 8 || at >= end {
            break;
        }
        if slice(&chunk, 0, 4) == b"EXIF" {
            let marked = slice(&chunk, 8, 6) == b"Exif\0\0";
            exif(source, at + if marked { 14 } else { 8 }, report).await;
        }
        at += 8 + little(&chunk, 4, 4).next_multiple_of(2);
    }
    Some(end <= source.size() + 1)
}

/// Windows bitmap: its two heads, and as many bytes as its lines need.
pub(super) fn bitmap(source: &Source, head: &[u8], report: &mut FileReport<'static>) -> bool {
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
    let end = little(head, 10, 4).saturating_add(line.saturating_mul(height));
    report.height.is_some() && (!plain || end <= source.size())
}

/// A TIFF file.
pub(super) async fn tiff(source: &Source, report: &mut FileReport<'static>) -> Option<bool> {
    let (tiff, first) = Tiff::open(source, 0).await?;
    tiff.file(first, report).await
}
