//! ZIP: the central directory of an archive — what it is by the names of its members (OOXML, ODF, OFD), and whether it
//! can be opened without harm. Of its members only a few small ones are unpacked, and those not far.

use super::bytes::{big, counted, find, find_last, index, little, slice};
use super::source::Source;
use super::{FileKind, FileReport, Locked, Unsafe, inflate};

/// Where the end of an archive can be: its record and the longest comment.
const TAIL: u64 = 65_557;
/// Members that are looked at.
const MOST_MEMBERS: u32 = 20_000;
/// An archive with more members, more bytes unpacked, or a member packed closer is not unpacked by anybody without care.
const SAFE_MEMBERS: u32 = 2000;
const SAFE_BYTES: u64 = 200 * 1024 * 1024;
const SAFE_RATIO: u64 = 1000;
const SMALL: u64 = 10 * 1024 * 1024;
/// As far as a member is unpacked.
const UNPACKED: usize = 1024 * 1024;

/// A member that has to be opened.
#[derive(Debug, Clone, Copy)]
struct Member {
    method: u64,
    packed: u64,
    at: u64,
}

/// What the members come to.
#[derive(Debug, Default)]
struct Archive {
    members: u32,
    packed: u64,
    unpacked: u64,
    unsafe_for: Vec<Unsafe>,
    /// By the folders and names that OOXML has.
    office: Option<FileKind>,
    types: Option<Member>,
    root: Option<Member>,
    manifest: Option<Member>,
    macros: bool,
    signed: bool,
}

/// An archive. `false` if its directory is not all there.
pub(super) async fn look(source: &Source, report: &mut FileReport<'static>) -> Option<bool> {
    let head = source.read(0, 160).await;
    let odf = slice(&head, 30, 48).starts_with(b"mimetypeapplication/vnd.oasis.opendocument");
    if odf {
        report.kind = FileKind::Odf;
    }
    let (at, length, count) = directory(source).await?;
    let mut archive = Archive::default();
    let whole = walk(source, at, length, count, &mut archive).await;
    let sum = 46u64.saturating_mul(archive.members.into()).saturating_add(archive.packed);
    if sum > source.size() {
        archive.add(Unsafe::Overlap);
    }
    for (worse, why) in
        [(archive.members > SAFE_MEMBERS, Unsafe::Members), (archive.unpacked > SAFE_BYTES, Unsafe::Size)]
    {
        if worse {
            archive.add(why);
        }
    }
    report.members = counted(archive.members.into());
    opened(source, report, &archive, odf).await;
    report.unsafe_for = archive.unsafe_for;
    Some(whole)
}

impl Archive {
    fn add(&mut self, why: Unsafe) {
        if !self.unsafe_for.contains(&why) {
            self.unsafe_for.push(why);
        }
    }
}

/// Where the central directory lies, how long it is, how many members it has. What stands before the archive, such as a
/// program that unpacks it, moves everything.
async fn directory(source: &Source) -> Option<(u64, u64, u64)> {
    let from = source.size().saturating_sub(TAIL);
    let mut tail = source.read(from, index(TAIL)).await;
    // A comment may hold what looks like the record: the one that counts leads to a directory.
    while let Some(at) = find_last(&tail, b"PK\x05\x06") {
        let found = recorded(source, &tail, at, from + at as u64).await;
        if found.is_some() {
            return found;
        }
        tail.truncate(at + 3);
    }
    None
}

/// What a record at this place of the tail says, if a directory stands there.
async fn recorded(source: &Source, tail: &[u8], end: usize, mut ends: u64) -> Option<(u64, u64, u64)> {
    let mut found = (little(tail, end + 16, 4), little(tail, end + 12, 4), little(tail, end + 10, 2));
    if found.0 == 0xFFFF_FFFF || found.2 == 0xFFFF {
        let locator = source.read(ends.saturating_sub(20), 20).await;
        if locator.starts_with(b"PK\x06\x07") {
            ends = little(&locator, 8, 8);
            let large = source.read(ends, 56).await;
            found = (little(&large, 48, 8), little(&large, 40, 8), little(&large, 32, 8));
        }
    }
    let start = ends.checked_sub(found.1)?;
    let begins = found.2 == 0 || source.read(start, 4).await == b"PK\x01\x02";
    (begins && found.0 <= start).then_some((start, found.1, found.2))
}

/// Every member; `false` if there are not as many as there should be.
async fn walk(source: &Source, start: u64, length: u64, count: u64, archive: &mut Archive) -> bool {
    let (mut at, end) = (start, start.saturating_add(length));
    while at < end && archive.members < MOST_MEMBERS {
        let head = source.read(at, 46).await;
        if !head.starts_with(b"PK\x01\x02") {
            return false;
        }
        let [name, extra, comment] = [28, 30, 32].map(|place| index(little(&head, place, 2)));
        let name_and_extra = source.read(at + 46, name + extra).await;
        member(&head, slice(&name_and_extra, 0, name), name_and_extra.get(name..).unwrap_or_default(), archive);
        at += (46 + name + extra + comment) as u64;
        if archive.members.is_multiple_of(500) {
            source.breathe().await;
        }
    }
    archive.members == MOST_MEMBERS || u64::from(archive.members) == count
}

fn member(head: &[u8], name: &[u8], extra: &[u8], archive: &mut Archive) {
    let (mut packed, mut unpacked, mut at) = (little(head, 20, 4), little(head, 24, 4), little(head, 42, 4));
    if big(extra, 0, 2) == 0x0100 {
        // The long form of numbers that do not fit, in this order, each only if it does not.
        let mut place = 4;
        for number in [&mut unpacked, &mut packed, &mut at] {
            if *number == 0xFFFF_FFFF {
                *number = little(extra, place, 8);
                place += 8;
            }
        }
    }
    archive.members += 1;
    archive.packed = archive.packed.saturating_add(packed);
    archive.unpacked = archive.unpacked.saturating_add(unpacked);
    if unpacked > SMALL && unpacked / packed.max(1) > SAFE_RATIO {
        archive.add(Unsafe::Ratio);
    }
    if little(head, 8, 2) & 1 == 1 {
        archive.add(Unsafe::Encrypted);
    }
    let member = Member { method: little(head, 10, 2), packed, at };
    match name {
        b"OFD.xml" => archive.root = Some(member),
        _ if name.eq_ignore_ascii_case(b"[Content_Types].xml") => archive.types = Some(member),
        b"META-INF/manifest.xml" => archive.manifest = Some(member),
        _ => {}
    }
    named_so(name, archive);
}

/// What the name of a member tells.
fn named_so(name: &[u8], archive: &mut Archive) {
    if [&b".zip"[..], b".rar", b".7z", b".gz"].iter().any(|ending| ends_with(name, ending)) {
        archive.add(Unsafe::Nested);
    }
    archive.signed |= name.starts_with(b"_xmlsignatures/sig") || name == b"META-INF/documentsignatures.xml";
    archive.macros |= ends_with(name, b"vbaproject.bin")
        || (name.starts_with(b"Basic/") && ends_with(name, b".xml") && find(name, b"/script-l").is_none());
    // Some programs write the folders of another system.
    let folder = name.split(|byte| matches!(byte, b'/' | b'\\')).next().filter(|folder| folder.len() < name.len());
    let office = match folder {
        Some(b"word") => Some(FileKind::Docx),
        Some(b"xl") => Some(FileKind::Xlsx),
        Some(b"ppt") => Some(FileKind::Pptx),
        _ => None,
    };
    archive.office = archive.office.or(office);
}

fn ends_with(name: &[u8], ending: &[u8]) -> bool {
    name.len() >= ending.len() && slice(name, name.len() - ending.len(), ending.len()).eq_ignore_ascii_case(ending)
}

/// What the few members tell that are opened.
async fn opened(source: &Source, report: &mut FileReport<'static>, archive: &Archive, odf: bool) {
    if let Some(root) = archive.root {
        report.kind = FileKind::Ofd;
        super::ofd::look(source, &unpack(source, root).await.unwrap_or_default(), report).await;
    } else if odf {
        let manifest = unpack_if(source, archive.manifest).await;
        if find(&manifest, b"encryption-data").is_some() {
            report.locked = Some(Locked::Password);
        }
        report.macros = archive.macros;
    } else if let (Some(types), Some(kind)) = (archive.types, archive.office) {
        report.kind = kind;
        report.macros = archive.macros || find(&unpack_if(source, Some(types)).await, b"macroEnabled").is_some();
    }
    if archive.signed {
        report.signatures = Some(1);
    }
}

async fn unpack_if(source: &Source, member: Option<Member>) -> Vec<u8> {
    match member {
        Some(member) => unpack(source, member).await.unwrap_or_default(),
        None => Vec::new(),
    }
}

async fn unpack(source: &Source, member: Member) -> Option<Vec<u8>> {
    let head = source.read(member.at, 30).await;
    if !head.starts_with(b"PK\x03\x04") {
        return None;
    }
    let skipped = 30 + little(&head, 26, 2) + little(&head, 28, 2);
    let packed = source.read(member.at.saturating_add(skipped), index(member.packed).min(UNPACKED)).await;
    match member.method {
        0 => Some(packed),
        8 => Some(inflate::raw(&packed, UNPACKED)),
        _ => None,
    }
}

/// A member by its name, unpacked. The directory is walked again: only documents ask, and for few.
pub(super) async fn named(source: &Source, wanted: &[u8]) -> Option<Vec<u8>> {
    let (mut at, length, _) = directory(source).await?;
    let end = at.saturating_add(length);
    while at < end {
        let head = source.read(at, 46).await;
        let [name, extra, comment] = [28, 30, 32].map(|place| index(little(&head, place, 2)));
        if !head.starts_with(b"PK\x01\x02") {
            return None;
        }
        if source.read(at + 46, name).await == wanted {
            let member =
                Member { method: little(&head, 10, 2), packed: little(&head, 20, 4), at: little(&head, 42, 4) };
            return unpack(source, member).await;
        }
        at += (46 + name + extra + comment) as u64;
    }
    None
}
