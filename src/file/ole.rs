//! OLE: the directory of a compound file — Word, Excel and slides of the old kind, WPS of the same kind, and every
//! OOXML document that was encrypted with a password.

use super::bytes::{index, little, slice};
use super::inspector::Part;
use super::source::Source;
use super::{FileKind, FileReport, Locked, workbook};

/// Sectors of the directory that are looked at.
const MOST_SECTORS: u32 = 2048;

/// Sectors of the list of its tables: more than a file of 4 GiB has.
const MOST_LISTED: u64 = 512;
/// Bytes of one entry of the directory.
const ENTRY: usize = 128;

/// A compound file.
#[derive(Debug)]
struct Compound<'a> {
    source: &'a mut Source,
    /// The first 512 bytes.
    head: Vec<u8>,
    shift: u64,
    /// Its streams and storages.
    directory: Vec<u8>,
}

/// A compound file. Nothing if its tables are not all there.
pub(super) fn look(source: &mut Source, report: &mut FileReport<'static>) -> Option<Part> {
    let head = source.read(0, 512);
    let shift = little(&head, 30, 2).clamp(7, 16);
    let mut file = Compound { source, head, shift, directory: Vec::new() };
    let whole = file.list();
    let mut locked = file.has("EncryptedPackage") || file.has("EncryptedSummary");
    let mut book = None;
    if locked && !file.has("PowerPoint Document") {
        report.kind = FileKind::Ole;
    } else if let Some(document) = file.begin("WordDocument") {
        report.kind = FileKind::Doc;
        locked = little(&document, 10, 2) & 0x0100 != 0;
    } else if file.has("PowerPoint Document") {
        report.kind = FileKind::Ppt;
        locked |= file.begin("Current User").is_some_and(|user| little(&user, 12, 4) == 0xF3D1_C4DF);
    } else if let Some(begin) = file.begin("Workbook").or_else(|| file.begin("Book")) {
        report.kind = FileKind::Xls;
        book = workbook::locked(&begin);
    }
    report.locked = book.or(locked.then_some(Locked::Password));
    report.macros = file.has("_VBA_PROJECT") || file.has("_VBA_PROJECT_CUR") || file.has("VBA");
    whole.then_some(Part::Last)
}

impl Compound<'_> {
    fn place(&self, sector: u64) -> u64 {
        (sector + 1) << self.shift
    }

    /// A number of four bytes in a sector.
    fn number(&mut self, sector: u64, place: u64) -> Option<u64> {
        let bytes = self.source.read(self.place(sector) + place * 4, 4);
        (bytes.len() == 4).then(|| little(&bytes, 0, 4))
    }

    /// The sector after this one.
    fn next(&mut self, sector: u64) -> Option<u64> {
        let entries = 1 << (self.shift - 2);
        let table = sector / entries;
        let at = if table < 109 {
            little(&self.head, 76 + index(table) * 4, 4)
        } else {
            // Larger files keep the list of their tables in a chain of its own.
            let (mut list, per) = (little(&self.head, 68, 4), entries - 1);
            if (table - 109) / per > MOST_LISTED {
                return None;
            }
            for _ in 0..(table - 109) / per {
                list = self.number(list, per)?;
            }
            self.number(list, (table - 109) % per)?
        };
        self.number(at, sector % entries).filter(|next| *next < 0xFFFF_FFFA)
    }

    /// Reads the directory; `false` if it is not all there.
    fn list(&mut self) -> bool {
        let (mut sector, mut whole) = (Some(little(&self.head, 48, 4)), little(&self.head, 44, 4) > 0);
        for _ in 0..MOST_SECTORS {
            let Some(at) = sector else { break };
            let bytes = self.source.read(self.place(at), 1 << self.shift);
            whole &= bytes.len() == 1 << self.shift;
            self.directory.extend_from_slice(slice(&bytes, 0, bytes.len() / ENTRY * ENTRY));
            sector = self.next(at);
        }
        whole
    }

    /// Where a stream or storage begins, and how many bytes it has.
    fn named(&self, name: &str) -> Option<(u64, u64)> {
        let is_named = |entry: &&[u8]| {
            let letters = slice(entry, 0, index(little(entry, 64, 2)).saturating_sub(2).min(62)).as_chunks::<2>().0;
            let same = |([low, high], letter): (&[u8; 2], u8)| *high == 0 && low.eq_ignore_ascii_case(&letter);
            little(entry, 66, 1) != 0 && letters.len() == name.len() && letters.iter().zip(name.bytes()).all(same)
        };
        let entry = self.directory.chunks_exact(ENTRY).find(is_named)?;
        Some((little(entry, 116, 4), little(entry, 120, 4)))
    }

    fn has(&self, name: &str) -> bool {
        self.named(name).is_some()
    }

    /// The first bytes of a stream. Small ones lie in the stream of the root, in parts of 64 bytes.
    fn begin(&mut self, name: &str) -> Option<Vec<u8>> {
        let (start, size) = self.named(name)?;
        if size >= little(&self.head, 56, 4) {
            return Some(self.source.read(self.place(start), 512));
        }
        let (part, mut sector) = (start * 64, self.named("Root Entry").map_or(0, |root| root.0));
        for _ in 0..(part >> self.shift).min(MOST_SECTORS.into()) {
            sector = self.next(sector).unwrap_or(sector);
        }
        Some(self.source.read(self.place(sector) + part % (1 << self.shift), 64))
    }
}
