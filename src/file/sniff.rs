//! 识别: what a file is, by its bytes. First match wins.

use super::FileKind;
use super::bytes::{big, find, index, little, slice};

/// Prefixes that decide at once.
const PREFIXES: [(&[u8], FileKind); 15] = [
    (b"PK\x03\x04", FileKind::Zip),
    (b"PK\x05\x06", FileKind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Ole),
    (b"\xFF\xD8\xFF", FileKind::Jpeg),
    (b"\x89PNG\r\n\x1A\n", FileKind::Png),
    (b"GIF87a", FileKind::Gif),
    (b"GIF89a", FileKind::Gif),
    (b"II\x2A\0", FileKind::Tiff),
    (b"MM\0\x2A", FileKind::Tiff),
    (b"II\x2B\0", FileKind::Tiff),
    (b"MM\0\x2B", FileKind::Tiff),
    (b"{\\rtf", FileKind::Rtf),
    (b"Rar!\x1A\x07", FileKind::Rar),
    (b"7z\xBC\xAF\x27\x1C", FileKind::SevenZip),
    (b"MZ", FileKind::Exe),
];

/// Sizes of the header that follows `BM` in a bitmap; `BM` alone is also a text.
const BITMAP_HEADERS: [u64; 8] = [12, 16, 40, 52, 56, 64, 108, 124];

/// The kind by the first bytes. What a ZIP archive or an OLE container is, its members tell.
pub(super) fn sniff(head: &[u8]) -> FileKind {
    let prefix = PREFIXES.iter().find(|(prefix, _)| head.starts_with(prefix)).map(|(_, kind)| *kind);
    let kind = prefix.unwrap_or_else(|| by_structure(head));
    // A PDF may begin with a byte order mark or blank lines; what another kind begins with decides first.
    let is_pdf = kind == FileKind::Unknown && find(slice(head, 0, 1024), b"%PDF-").is_some();
    if is_pdf { FileKind::Pdf } else { kind }
}

fn by_structure(head: &[u8]) -> FileKind {
    if head.starts_with(b"RIFF") && slice(head, 8, 4) == b"WEBP" {
        FileKind::Webp
    } else if head.starts_with(b"BM") && BITMAP_HEADERS.contains(&little(head, 14, 4)) {
        FileKind::Bmp
    } else if slice(head, 4, 4) == b"ftyp" {
        brands(head)
    } else {
        FileKind::Unknown
    }
}

/// The brands of an ISO media file stand in the whole `ftyp` box; the first alone (`mif1`) does not decide.
fn brands(head: &[u8]) -> FileKind {
    let length = index(big(head, 0, 4));
    let brands = head.get(8..length.min(head.len())).unwrap_or_default().as_chunks::<4>().0;
    let any = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.contains(&brand));
    if any(&[b"avif", b"avis"]) {
        FileKind::Avif
    } else if any(&[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"]) {
        FileKind::Heic
    } else {
        FileKind::Unknown
    }
}
