//! 识别: what a file is, by its bytes. First match wins.

use super::FileKind;

/// What the first bytes tell: a kind, or a container whose members must be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sniffed {
    Kind(FileKind),
    Zip,
    Ole,
}

/// Prefixes that decide at once.
const PREFIXES: [(&[u8], FileKind); 12] = [
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
const BITMAP_HEADERS: [u32; 8] = [12, 16, 40, 52, 56, 64, 108, 124];

pub(super) fn sniff(head: &[u8]) -> Sniffed {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let first_member = head.get(30..).unwrap_or_default();
        let odf = first_member.starts_with(b"mimetypeapplication/vnd.oasis.opendocument");
        return if odf { Sniffed::Kind(FileKind::Odf) } else { Sniffed::Zip };
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Sniffed::Ole;
    }
    let prefix = PREFIXES.iter().find(|(prefix, _)| head.starts_with(prefix)).map(|(_, kind)| *kind);
    let kind = prefix.unwrap_or_else(|| by_structure(head));
    // A PDF may begin with a byte order mark or blank lines; what another kind begins with decides first.
    let pdf_part = head.get(..head.len().min(1024)).unwrap_or_default();
    let is_pdf = kind == FileKind::Unknown && contains(pdf_part, b"%PDF-");
    Sniffed::Kind(if is_pdf { FileKind::Pdf } else { kind })
}

fn by_structure(head: &[u8]) -> FileKind {
    if head.starts_with(b"RIFF") && slice(head, 8, 4) == b"WEBP" {
        FileKind::Webp
    } else if head.starts_with(b"BM") && BITMAP_HEADERS.contains(&little(slice(head, 14, 4))) {
        FileKind::Bmp
    } else if slice(head, 4, 4) == b"ftyp" {
        brands(head)
    } else {
        FileKind::Unknown
    }
}

/// The brands of an ISO media file stand in the whole `ftyp` box; the first alone (`mif1`) does not decide.
fn brands(head: &[u8]) -> FileKind {
    let length = usize::try_from(big(slice(head, 0, 4))).unwrap_or(0);
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

/// Where the central directory of a ZIP archive stands: offset and length. Searched from the end of `tail`; a record
/// counts if its comment reaches just to the end, so that a comment cannot pretend to be one.
pub(super) fn central_directory(tail: &[u8]) -> Option<(u64, u64)> {
    let fits = |at: &usize| {
        let comment = usize::from(little16(slice(tail, at + 20, 2)));
        slice(tail, *at, 4) == b"PK\x05\x06" && at + 22 + comment == tail.len()
    };
    let at = (0..tail.len().saturating_sub(21)).rev().find(fits)?;
    Some((little(slice(tail, at + 16, 4)).into(), little(slice(tail, at + 12, 4)).into()))
}

/// What a ZIP archive is, by the names of its members: OFD by its root, OOXML by its content types and main folder.
pub(super) fn archive(mut directory: &[u8]) -> FileKind {
    let (mut types, mut folder) = (false, FileKind::Zip);
    while directory.starts_with(b"PK\x01\x02") {
        let [name, extra, comment] = [28, 30, 32].map(|at| usize::from(little16(slice(directory, at, 2))));
        let member = slice(directory, 46, name);
        if member == b"OFD.xml" {
            return FileKind::Ofd;
        }
        types |= member == b"[Content_Types].xml";
        for (prefix, kind) in [(&b"word/"[..], FileKind::Docx), (b"xl/", FileKind::Xlsx), (b"ppt/", FileKind::Pptx)] {
            if folder == FileKind::Zip && member.starts_with(prefix) {
                folder = kind;
            }
        }
        directory = directory.get(46 + name + extra + comment..).unwrap_or_default();
    }
    if types { folder } else { FileKind::Zip }
}

/// Where the directory of an OLE container begins.
pub(super) fn ole_directory(head: &[u8]) -> u64 {
    let shift = little16(slice(head, 30, 2)).clamp(7, 16);
    (u64::from(little(slice(head, 48, 4))) + 1) << shift
}

/// What an OLE container is, by the names of its streams (UTF-16LE).
pub(super) fn ole(directory: &[u8]) -> FileKind {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(directory, &wide)
    };
    if names("EncryptedPackage") {
        FileKind::Ole
    } else if names("WordDocument") {
        FileKind::Doc
    } else if names("PowerPoint Document") {
        FileKind::Ppt
    } else if names("Workbook") || names("Book") {
        FileKind::Xls
    } else {
        FileKind::Ole
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn slice(bytes: &[u8], at: usize, length: usize) -> &[u8] {
    bytes.get(at..at + length).unwrap_or_default()
}

fn little(bytes: &[u8]) -> u32 {
    bytes.try_into().map_or(0, u32::from_le_bytes)
}

fn little16(bytes: &[u8]) -> u16 {
    bytes.try_into().map_or(0, u16::from_le_bytes)
}

fn big(bytes: &[u8]) -> u32 {
    bytes.try_into().map_or(0, u32::from_be_bytes)
}
