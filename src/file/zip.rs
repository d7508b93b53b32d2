//! ZIP: the central directory of an archive — what it is by the names of its members (OOXML, ODF, OFD), and whether it
//! can be opened without harm. Of its members only a few small ones are unpacked, and those not far.

use super::bytes::{counted, find, find_last, index, little, slice};
use super::inspector::Part;
use super::source::Source;
use super::{FileKind, FileReport, Locked, Unsafe, inflate};

/// Where the end of an archive can be: its record and the longest comment.
const TAIL: u64 = 65_557;
/// Members that are looked at.
pub(super) const MOST_MEMBERS: u32 = 20_000;
/// An archive with more members, more bytes unpacked, or a member packed closer is not unpacked by anybody without care.
const SAFE_MEMBERS: u32 = 2000;
const SAFE_BYTES: u64 = 200 * 1024 * 1024;
const SAFE_RATIO: u64 = 1000;
const SMALL: u64 = 10 * 1024 * 1024;
/// As far as a member is unpacked.
pub(super) const UNPACKED: usize = 1024 * 1024;

/// A member that has to be opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    method: u64,
    pub(super) packed: u64,
    at: u64,
}

/// A member as the directory lists it.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) member: Member,
    pub(super) name: Vec<u8>,
    pub(super) unpacked: u64,
    pub(super) encrypted: bool,
    /// Where the next one is listed.
    pub(super) next: u64,
}

/// What is done next of an archive.
#[derive(Debug, Clone, Copy, Default)]
enum Stage {
    #[default]
    Directory,
    Members,
    Sum,
    /// A part of an OFD.
    Inside(u32),
}

/// What the members come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Archive {
    stage: Stage,
    start: u64,
    at: u64,
    end: u64,
    /// Members that the directory should list.
    count: u64,
    members: u32,
    packed: u64,
    unpacked: u64,
    /// Where the last one lies.
    last: u64,
    /// By the folders and names that OOXML has.
    office: Option<FileKind>,
    types: Option<Member>,
    root: Option<Member>,
    manifest: Option<Member>,
    mimetype: Option<Member>,
    /// By the one part that a document of OOXML cannot be without.
    main: Option<FileKind>,
    macros: bool,
    signed: bool,
    /// Pages and seals of an OFD.
    pub(super) pages: u64,
    pub(super) seals: u64,
}

impl Archive {
    /// A unit of an archive. Nothing if its directory is not all there.
    pub(super) fn look(&mut self, source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
        let mut next = *self;
        let part = next.unit(source, report);
        if !source.missing() {
            *self = next;
        }
        part
    }

    fn unit(&mut self, source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
        match self.stage {
            Stage::Directory => {
                (self.start, self.end, self.count) = directory(source)?;
                self.at = self.start;
                self.stage = Stage::Members;
            }
            Stage::Members => {
                let listed =
                    if self.at < self.end && self.members < MOST_MEMBERS { listed(source, self.at) } else { None };
                match listed {
                    Some(listed) => self.member(&listed, report),
                    None => self.stage = Stage::Sum,
                }
            }
            Stage::Sum => {
                self.sum(source, report);
                self.opened(source, report);
                self.stage = Stage::Inside(0);
            }
            Stage::Inside(number) => {
                let root = self.root.and_then(|root| unpack(source, root)).unwrap_or_default();
                if self.root.is_some() && super::ofd::look(source, &root, number, self) {
                    self.stage = Stage::Inside(number + 1);
                } else {
                    (report.pages, report.seals) = (counted(self.pages), counted(self.seals));
                    let whole = self.at >= self.end && u64::from(self.members) == self.count;
                    return (whole || self.members == MOST_MEMBERS).then_some(Part::Last);
                }
            }
        }
        Some(Part::Next)
    }

    /// What all members together come to.
    fn sum(&self, source: &Source, report: &mut FileReport<'static>) {
        let sum = 46u64.saturating_mul(self.members.into()).saturating_add(self.packed);
        for (worse, why) in [
            (sum > source.size(), Unsafe::Overlap),
            (self.members > SAFE_MEMBERS, Unsafe::Members),
            (self.unpacked > SAFE_BYTES, Unsafe::Size),
        ] {
            if worse {
                add(report, why);
            }
        }
        report.members = Some(self.members);
        report.signatures = self.signed.then_some(1);
    }

    fn member(&mut self, listed: &Listed, report: &mut FileReport<'static>) {
        let (packed, unpacked) = (listed.member.packed, listed.unpacked);
        self.at = listed.next;
        self.members += 1;
        self.packed = self.packed.saturating_add(packed);
        self.unpacked = self.unpacked.saturating_add(unpacked);
        if unpacked > SMALL && unpacked / packed.max(1) > SAFE_RATIO {
            add(report, Unsafe::Ratio);
        }
        if listed.encrypted {
            add(report, Unsafe::Encrypted);
        }
        if self.members > 1 && listed.member.at == self.last {
            add(report, Unsafe::Overlap);
        }
        self.last = listed.member.at;
        let name = listed.name.as_slice();
        if [".zip", ".rar", ".7z", ".gz"].iter().any(|ending| ends_with(name, ending)) {
            add(report, Unsafe::Nested);
        }
        match name {
            b"OFD.xml" => self.root = Some(listed.member),
            _ if name.eq_ignore_ascii_case(b"[Content_Types].xml") => self.types = Some(listed.member),
            b"mimetype" => self.mimetype = Some(listed.member),
            b"META-INF/manifest.xml" => self.manifest = Some(listed.member),
            _ => {}
        }
        self.named_so(name);
    }

    /// What the name of a member tells.
    fn named_so(&mut self, name: &[u8]) {
        self.signed |= name.starts_with(b"_xmlsignatures/sig") || name == b"META-INF/documentsignatures.xml";
        // Sheets of commands are older than Visual Basic, and still run.
        self.macros |= ends_with(name, "vbaproject.bin")
            || name.starts_with(b"xl/macrosheets/")
            || (name.starts_with(b"Basic/") && ends_with(name, ".xml") && find(name, b"/script-l").is_none());
        // Some programs write the folders of another system.
        let folder = name.iter().position(|byte| matches!(byte, b'/' | b'\\')).map(|length| slice(name, 0, length));
        let office = match folder {
            Some(b"word") => Some(FileKind::Docx),
            Some(b"xl") => Some(FileKind::Xlsx),
            Some(b"ppt") => Some(FileKind::Pptx),
            _ => None,
        };
        self.office = self.office.or(office);
        let parts: [(&[u8], FileKind); 3] = [
            (b"word/document", FileKind::Docx),
            (b"xl/workbook", FileKind::Xlsx),
            (b"ppt/presentation", FileKind::Pptx),
        ];
        let main = parts.iter().find(|(part, _)| name.starts_with(part)).map(|(_, kind)| *kind);
        self.main = self.main.or(main);
    }

    /// What the few members tell that are opened.
    fn opened(&self, source: &mut Source, report: &mut FileReport<'static>) {
        let mut says = |member: Option<Member>, what| {
            find(&member.and_then(|member| unpack(source, member)).unwrap_or_default(), what).is_some()
        };
        if self.root.is_some() {
            report.kind = FileKind::Ofd;
        } else if says(self.mimetype, b"application/vnd.oasis.opendocument") {
            report.kind = FileKind::Odf;
            report.locked = says(self.manifest, b"encryption-data").then_some(Locked::Password);
            report.macros = self.macros;
        } else if let (Some(_), Some(kind)) = (self.types, self.main.or(self.office)) {
            report.kind = kind;
            report.macros = self.macros || says(self.types, b"macroEnabled");
        }
    }

    /// A member by its name, unpacked. The directory is walked again: only documents ask, and for few.
    pub(super) fn named(&self, source: &mut Source, wanted: &[u8]) -> Option<Vec<u8>> {
        let mut at = self.start;
        while at < self.end {
            let listed = listed(source, at)?;
            if listed.name == wanted {
                return unpack(source, listed.member);
            }
            at = listed.next;
        }
        None
    }
}

fn add(report: &mut FileReport<'static>, why: Unsafe) {
    if !report.unsafe_for.contains(&why) {
        report.unsafe_for.push(why);
    }
}

/// Where the central directory begins and ends, and how many members it has. What stands before the archive, such as a
/// program that unpacks it, moves everything.
pub(super) fn directory(source: &mut Source) -> Option<(u64, u64, u64)> {
    let from = source.size().saturating_sub(TAIL);
    let mut tail = source.read(from, index(TAIL));
    // A comment may hold what looks like the record: the one that counts leads to a directory.
    while let Some(at) = find_last(&tail, b"PK\x05\x06") {
        let found = recorded(source, slice(&tail, at, 22), from + at as u64);
        if found.is_some() {
            return found;
        }
        tail.truncate(at + 3);
    }
    None
}

/// What a record that stands here says, if it leads to a directory.
fn recorded(source: &mut Source, record: &[u8], mut ends: u64) -> Option<(u64, u64, u64)> {
    if record.len() < 22 {
        return None;
    }
    let (mut start, mut length, mut count) = (little(record, 16, 4), little(record, 12, 4), little(record, 10, 2));
    // The long form of the record stands between, whether or not the numbers need it.
    let locator = source.read(ends.saturating_sub(20), 20);
    if locator.starts_with(b"PK\x06\x07") {
        ends = little(&locator, 8, 8);
        let large = source.read(ends, 56);
        (start, length, count) = (little(&large, 48, 8), little(&large, 40, 8), little(&large, 32, 8));
    }
    let begins = ends.checked_sub(length).filter(|begins| start <= *begins)?;
    let stands = count == 0 || source.read(begins, 4) == b"PK\x01\x02";
    stands.then_some((begins, ends, count))
}

/// The member that is listed here.
pub(super) fn listed(source: &mut Source, at: u64) -> Option<Listed> {
    let head = source.read(at, 46);
    if !head.starts_with(b"PK\x01\x02") {
        return None;
    }
    let [length, extra, comment] = [28, 30, 32].map(|place| index(little(&head, place, 2)));
    let mut name = source.read(at + 46, length + extra);
    let (mut packed, mut unpacked, mut start) = (little(&head, 20, 4), little(&head, 24, 4), little(&head, 42, 4));
    let mut field = length;
    while field + 4 <= name.len() {
        if little(&name, field, 2) == 1 {
            // The long form of numbers that do not fit, in this order, each only if it does not.
            let mut place = field + 4;
            for number in [&mut unpacked, &mut packed, &mut start] {
                if *number == 0xFFFF_FFFF {
                    *number = little(&name, place, 8);
                    place += 8;
                }
            }
        }
        field += 4 + index(little(&name, field + 2, 2));
    }
    name.truncate(length);
    let member = Member { method: little(&head, 10, 2), packed, at: start };
    let next = at + (46 + length + extra + comment) as u64;
    Some(Listed { member, name, unpacked, encrypted: little(&head, 8, 2) & 1 == 1, next })
}

fn ends_with(name: &[u8], ending: &str) -> bool {
    slice(name, name.len().saturating_sub(ending.len()), ending.len()).eq_ignore_ascii_case(ending.as_bytes())
}

pub(super) fn unpack(source: &mut Source, member: Member) -> Option<Vec<u8>> {
    let head = source.read(member.at, 30);
    if !head.starts_with(b"PK\x03\x04") {
        return None;
    }
    let skipped = 30 + little(&head, 26, 2) + little(&head, 28, 2);
    let packed = source.read(member.at.saturating_add(skipped), index(member.packed).min(UNPACKED));
    match member.method {
        0 => Some(packed),
        8 => Some(inflate::raw(&packed, UNPACKED)),
        _ => None,
    }
}
