//! OLE: the directory of a compound file — Word, Excel and slides of the old kind, WPS of the same kind, and every
//! OOXML document that was encrypted with a password.

use super::bytes::{index, little, slice};
use super::source::Source;
use super::{FileKind, FileReport, Locked};

/// Sectors of the directory that are looked at.
const MOST_SECTORS: u32 = 2048;

/// A compound file.
#[derive(Debug)]
struct Compound<'a> {
    source: &'a Source,
    /// The first 512 bytes.
    head: &'a [u8],
    shift: u64,
}

/// One stream or storage.
#[derive(Debug)]
struct Entry {
    name: String,
    start: u64,
    size: u64,
}

/// A compound file. `false` if its tables are not all there.
pub(super) async fn look(source: &Source, head: &[u8], report: &mut FileReport<'static>) -> Option<bool> {
    let file = Compound { source, head, shift: little(head, 30, 2).clamp(7, 16) };
    let (entries, whole) = file.entries().await;
    let named = |name: &str| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
    let root = named("Root Entry").map_or(0, |root| root.start);
    let mut locked = named("EncryptedPackage").is_some() || named("EncryptedSummary").is_some();
    if locked && named("PowerPoint Document").is_none() {
        report.kind = FileKind::Ole;
    } else if let Some(document) = named("WordDocument") {
        report.kind = FileKind::Doc;
        locked = little(&file.begin(document, root).await, 10, 2) & 0x0100 != 0;
    } else if named("PowerPoint Document").is_some() {
        report.kind = FileKind::Ppt;
        if let Some(user) = named("Current User") {
            locked |= little(&file.begin(user, root).await, 12, 4) == 0xF3D1_C4DF;
        }
    } else if let Some(book) = named("Workbook").or_else(|| named("Book")) {
        report.kind = FileKind::Xls;
        locked = file_pass(&file.begin(book, root).await);
    }
    report.locked = locked.then_some(Locked::Password);
    report.macros = ["_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"].iter().any(|name| named(name).is_some());
    Some(whole)
}

/// Whether the first records of a workbook say that the others are encrypted.
fn file_pass(book: &[u8]) -> bool {
    let mut at = 0;
    while at + 4 <= book.len() && at < 256 {
        if little(book, at, 2) == 0x2F {
            return true;
        }
        at += 4 + index(little(book, at + 2, 2));
    }
    false
}

impl Compound<'_> {
    fn place(&self, sector: u64) -> u64 {
        (sector + 1) << self.shift
    }

    /// The sector after this one.
    async fn next(&self, sector: u64) -> Option<u64> {
        let entries = 1 << (self.shift - 2);
        let table = sector / entries;
        let at = if table < 109 {
            little(self.head, 76 + index(table) * 4, 4)
        } else {
            // Larger files keep the list of their tables in a chain of its own.
            let (mut list, per) = (little(self.head, 68, 4), entries - 1);
            if (table - 109) / per > MOST_SECTORS.into() {
                return None;
            }
            for _ in 0..(table - 109) / per {
                list = little(&self.source.read(self.place(list) + per * 4, 4).await, 0, 4);
            }
            little(&self.source.read(self.place(list) + (table - 109) % per * 4, 4).await, 0, 4)
        };
        let entry = self.source.read(self.place(at) + sector % entries * 4, 4).await;
        let next = little(&entry, 0, 4);
        (entry.len() == 4 && next < 0xFFFF_FFFA).then_some(next)
    }

    /// Every stream and storage, and whether the directory is all there.
    async fn entries(&self) -> (Vec<Entry>, bool) {
        let (mut entries, mut sector, mut whole) = (Vec::new(), Some(little(self.head, 48, 4)), true);
        for _ in 0..MOST_SECTORS {
            let Some(at) = sector else { break };
            let bytes = self.source.read(self.place(at), 1 << self.shift).await;
            whole &= bytes.len() == 1 << self.shift;
            for entry in bytes.chunks_exact(128).filter(|entry| little(entry, 66, 1) != 0) {
                let length = index(little(entry, 64, 2)).saturating_sub(2).min(62);
                let plain = |pair: &[u8]| {
                    if little(pair, 1, 1) == 0 {
                        char::from(slice(pair, 0, 1).first().copied().unwrap_or(0))
                    } else {
                        '?'
                    }
                };
                let name = slice(entry, 0, length).chunks_exact(2).map(plain).collect();
                entries.push(Entry { name, start: little(entry, 116, 4), size: little(entry, 120, 4) });
            }
            sector = self.next(at).await;
        }
        (entries, whole && little(self.head, 44, 4) > 0)
    }

    /// The first bytes of a stream. Small ones lie in the stream of the root, in parts of 64 bytes.
    async fn begin(&self, entry: &Entry, root: u64) -> Vec<u8> {
        if entry.size >= little(self.head, 56, 4) {
            return self.source.read(self.place(entry.start), 512).await;
        }
        let (part, mut sector) = (entry.start * 64, root);
        for _ in 0..(part >> self.shift).min(MOST_SECTORS.into()) {
            sector = self.next(sector).await.unwrap_or(sector);
        }
        self.source.read(self.place(sector) + part % (1 << self.shift), 64).await
    }
}
