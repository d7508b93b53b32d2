//! TIFF: the entries of an image file directory, whether it is a file of its own or the EXIF of another — anywhere in the
//! file, counted from its own beginning.

use super::bytes::{big, counted, index, little};
use super::inspector::{Part, Walk};
use super::source::Source;
use super::{Colour, FileReport};

/// Entries of one directory that are looked at.
const MOST_ENTRIES: u64 = 512;
/// Values of one entry that are looked at, such as the offsets of all strips.
const MOST_VALUES: u64 = 32 * 1024;
/// Pages of a file that are looked at.
const MOST_PAGES: u32 = 2000;

/// One entry of a directory.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: u64,
    count: u64,
    /// Where its values stand.
    at: u64,
}

/// A directory and the place of the next.
#[derive(Debug, Default)]
struct Directory {
    /// Where its entries stand in the file.
    start: u64,
    entries: Vec<u8>,
    next: u64,
}

/// A TIFF structure inside a file.
#[derive(Debug)]
pub(super) struct Tiff<'a> {
    source: &'a mut Source,
    /// Where it begins.
    base: u64,
    little: bool,
    large: bool,
}

impl<'a> Tiff<'a> {
    /// The structure that begins here, and the place of its first directory.
    pub(super) fn open(source: &'a mut Source, base: u64) -> Option<(Self, u64)> {
        let head = source.read(base, 16);
        let little = head.starts_with(b"II");
        let mut tiff = Self { source, base, little, large: false };
        let magic = tiff.number(&head, 2, 2);
        tiff.large = magic == 43;
        let known = (little || head.starts_with(b"MM")) && (magic == 42 || tiff.large);
        let first = if tiff.large { tiff.number(&head, 8, 8) } else { tiff.number(&head, 4, 4) };
        known.then_some((tiff, first))
    }

    fn number(&self, bytes: &[u8], at: usize, length: usize) -> u64 {
        if self.little { little(bytes, at, length) } else { big(bytes, at, length) }
    }

    /// Bytes of an entry, and of a number in it.
    const fn step(&self) -> (usize, usize) {
        if self.large { (20, 8) } else { (12, 4) }
    }

    /// A directory; nothing if the file ends before it.
    fn directory(&mut self, at: u64) -> Option<Directory> {
        let ((step, word), head) = (self.step(), if self.large { 8 } else { 2 });
        let start = self.base.checked_add(at).filter(|start| *start < self.source.size())?;
        let count = self.source.read(start, head);
        let length = index(self.number(&count, 0, head).min(MOST_ENTRIES)) * step;
        let start = start + head as u64;
        let mut entries = self.source.read(start, length + word);
        let next = self.number(&entries, length, word);
        entries.truncate(length);
        (entries.len() == length).then_some(Directory { start, entries, next })
    }

    fn entry(&self, directory: &Directory, tag: u64) -> Option<Entry> {
        let (step, word) = self.step();
        let place = directory.entries.chunks_exact(step).position(|entry| self.number(entry, 0, 2) == tag)?;
        let at = place * step;
        let (kind, count) = (self.number(&directory.entries, at + 2, 2), self.number(&directory.entries, at + 4, word));
        let inline = count.saturating_mul(width(kind) as u64) <= word as u64;
        let own = at + step - word;
        let elsewhere = self.base.saturating_add(self.number(&directory.entries, own, word));
        Some(Entry { kind, count, at: if inline { directory.start + own as u64 } else { elsewhere } })
    }

    /// The values of an entry, as whole numbers; of fractions the whole part.
    fn values(&mut self, directory: &Directory, tag: u64, most: u64) -> Vec<u64> {
        let Some(entry) = self.entry(directory, tag) else { return Vec::new() };
        let size = width(entry.kind);
        let bytes = self.source.read(entry.at, index(entry.count.min(most)).saturating_mul(size));
        let value = |each: &[u8]| match entry.kind {
            5 | 10 => self.number(each, 0, 4).checked_div(self.number(each, 4, 4)).unwrap_or(0),
            _ => self.number(each, 0, size),
        };
        bytes.chunks_exact(size).map(value).collect()
    }

    fn value(&mut self, directory: &Directory, tag: u64) -> Option<u64> {
        self.values(directory, tag, 1).first().copied()
    }

    /// A fraction, times a number.
    fn fraction(&mut self, directory: &Directory, tag: u64, times: u64) -> Option<u64> {
        let entry = self.entry(directory, tag)?;
        if !matches!(entry.kind, 5 | 10) {
            return self.value(directory, tag).map(|value| value.saturating_mul(times));
        }
        let bytes = self.source.read(entry.at, 8);
        self.number(&bytes, 0, 4).saturating_mul(times).checked_div(self.number(&bytes, 4, 4))
    }

    /// What EXIF tells of an image: which way it lies, and whether it says where it was taken.
    pub(super) fn exif(&mut self, first: u64, report: &mut FileReport<'static>) {
        if let Some(directory) = self.directory(first) {
            self.describe(&directory, report);
        }
    }

    fn describe(&mut self, directory: &Directory, report: &mut FileReport<'static>) {
        let lies = self.value(directory, 0x0112).and_then(counted);
        report.orientation = report.orientation.or(lies.filter(|lies| (2..=8).contains(lies)));
        if report.dpi.is_none() {
            // How many hundredths of an inch a unit is the part of; a number without a unit is no resolution.
            let unit = match self.value(directory, 0x0128).unwrap_or(2) {
                2 => Some(100),
                3 => Some(254),
                _ => None,
            };
            let dots = unit.and_then(|unit| self.fraction(directory, 0x011A, unit));
            report.dpi = dots.and_then(|dots| counted(dots.saturating_add(50) / 100));
        }
        if let Some(place) = self.value(directory, 0x8825) {
            let position = self.directory(place).unwrap_or_default();
            report.located |= self.entry(&position, 2).is_some_and(|latitude| latitude.count > 0);
        }
    }

    /// A page of a TIFF file, with every strip and tile of it inside the file.
    pub(super) fn page(&mut self, at: u64, walk: &mut Walk, report: &mut FileReport<'static>) -> Option<Part> {
        if at == 0 || walk.count == MOST_PAGES {
            report.pages = counted(walk.count.into());
            return (!walk.beyond && walk.count > 0).then_some(Part::Last);
        }
        let directory = self.directory(at)?;
        if walk.count == 0 {
            self.first_page(&directory, report);
        }
        walk.beyond |= !(self.inside(&directory, 273, 279) && self.inside(&directory, 324, 325));
        walk.next(directory.next)
    }

    fn first_page(&mut self, directory: &Directory, report: &mut FileReport<'static>) {
        report.width = self.value(directory, 256).and_then(counted);
        report.height = self.value(directory, 257).and_then(counted);
        report.depth = self.value(directory, 258).and_then(counted);
        report.colour = match self.value(directory, 262) {
            Some(0 | 1) => Some(Colour::Grey),
            Some(2 | 6) => Some(Colour::Rgb),
            Some(3) => Some(Colour::Palette),
            Some(5) => Some(Colour::Cmyk),
            _ => None,
        };
        self.describe(directory, report);
    }

    /// Whether the parts that these two entries name lie inside the file.
    fn inside(&mut self, directory: &Directory, offsets: u64, counts: u64) -> bool {
        let listed = |tag| self.entry(directory, tag).map_or(0, |entry| entry.count.min(MOST_VALUES));
        let told = [listed(offsets), listed(counts)];
        let offsets = self.values(directory, offsets, MOST_VALUES);
        let counts = self.values(directory, counts, MOST_VALUES);
        if told != [offsets.len() as u64, counts.len() as u64] {
            return false; // the file ends inside of the list
        }
        let size = self.source.size();
        let ends = |(offset, count): (&u64, &u64)| self.base.saturating_add(*offset).saturating_add(*count);
        offsets.iter().zip(&counts).map(ends).all(|end| end <= size)
    }
}

/// Bytes of one value of a type; one for a type that nobody knows.
pub(super) const fn width(kind: u64) -> usize {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16..=18 => 8,
        _ => 1,
    }
}
