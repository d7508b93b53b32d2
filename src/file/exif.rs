//! TIFF: the entries of an image file directory, whether it is a file of its own or the EXIF of another — anywhere in the
//! file, counted from its own beginning.

use super::bytes::{big, counted, index, little};
use super::source::Source;
use super::{Colour, FileReport};

/// Entries of one directory that are looked at.
const MOST_ENTRIES: u64 = 512;
/// Values of one entry that are looked at, such as the offsets of all strips.
const MOST_VALUES: u64 = 32 * 1024;

/// One entry of a directory.
#[derive(Debug, Clone, Copy)]
struct Entry {
    tag: u64,
    kind: u64,
    count: u64,
    /// Where its values stand.
    at: u64,
}

/// A directory and the place of the next.
#[derive(Debug, Default)]
pub(super) struct Directory {
    entries: Vec<Entry>,
    next: u64,
}

/// A TIFF structure inside a file.
#[derive(Debug)]
pub(super) struct Tiff<'a> {
    source: &'a Source,
    /// Where it begins.
    base: u64,
    little: bool,
    large: bool,
}

impl<'a> Tiff<'a> {
    /// The structure that begins here, and the place of its first directory.
    pub(super) async fn open(source: &'a Source, base: u64) -> Option<(Self, u64)> {
        let head = source.read(base, 16).await;
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

    /// A directory; nothing if the file ends before it.
    pub(super) async fn directory(&self, at: u64) -> Option<Directory> {
        let (head, step, word) = if self.large { (8, 20, 8) } else { (2, 12, 4) };
        let start = self.base.checked_add(at).filter(|start| *start < self.source.size())?;
        let count = self.number(&self.source.read(start, head).await, 0, head).min(MOST_ENTRIES);
        let length = index(count) * step;
        let bytes = self.source.read(start + head as u64, length + word).await;
        let mut directory = Directory::default();
        for (place, entry) in bytes.get(..length)?.chunks_exact(step).enumerate() {
            let kind = self.number(entry, 2, 2);
            let values = self.number(entry, 4, word);
            let inline = values.saturating_mul(width(kind) as u64) <= word as u64;
            let own = start + (head + place * step + step - word) as u64;
            let elsewhere = self.base.saturating_add(self.number(entry, step - word, word));
            let at = if inline { own } else { elsewhere };
            directory.entries.push(Entry { tag: self.number(entry, 0, 2), kind, count: values, at });
        }
        directory.next = self.number(&bytes, length, word);
        Some(directory)
    }

    /// The values of an entry, as whole numbers; of fractions the whole part.
    async fn values(&self, directory: &Directory, tag: u64) -> Vec<u64> {
        let Some(entry) = directory.entries.iter().find(|entry| entry.tag == tag) else { return Vec::new() };
        let size = width(entry.kind);
        let bytes = self.source.read(entry.at, index(entry.count.min(MOST_VALUES)).saturating_mul(size)).await;
        let value = |each: &[u8]| match entry.kind {
            5 | 10 => self.number(each, 0, 4).checked_div(self.number(each, 4, 4)).unwrap_or(0),
            _ => self.number(each, 0, size),
        };
        bytes.chunks_exact(size).map(value).collect()
    }

    async fn value(&self, directory: &Directory, tag: u64) -> Option<u64> {
        self.values(directory, tag).await.first().copied()
    }

    /// What EXIF tells of an image: which way it lies, and whether it says where it was taken.
    pub(super) async fn exif(&self, first: u64, report: &mut FileReport<'static>) -> Option<()> {
        let directory = self.directory(first).await?;
        self.describe(&directory, report).await;
        Some(())
    }

    async fn describe(&self, directory: &Directory, report: &mut FileReport<'static>) {
        let lies = self.value(directory, 0x0112).await.and_then(counted);
        report.orientation = report.orientation.or(lies.filter(|lies| (2..=8).contains(lies)));
        if report.dpi.is_none() {
            let dots = self.value(directory, 0x011A).await;
            let centimetres = self.value(directory, 0x0128).await == Some(3);
            report.dpi = dots
                .map(|dots| if centimetres { dots.saturating_mul(254).saturating_add(50) / 100 } else { dots })
                .and_then(counted);
        }
        if let Some(place) = self.value(directory, 0x8825).await {
            let position = self.directory(place).await.unwrap_or_default();
            let known = |tag| position.entries.iter().any(|entry: &Entry| entry.tag == tag && entry.count > 0);
            report.located |= known(2) && known(4);
        }
    }

    /// A TIFF file: every page there, every strip and tile inside the file. `false` if something lies beyond its end.
    pub(super) async fn file(&self, first: u64, report: &mut FileReport<'static>) -> Option<bool> {
        const MOST_PAGES: u32 = 2000;
        let (mut at, mut pages, mut sound) = (first, 0, true);
        while at > 0 && pages < MOST_PAGES {
            let directory = self.directory(at).await?;
            if pages == 0 {
                self.page(&directory, report).await;
            }
            sound &= self.inside(&directory, 273, 279).await && self.inside(&directory, 324, 325).await;
            pages += 1;
            at = directory.next;
        }
        report.pages = counted(pages.into());
        Some(sound && pages > 0)
    }

    async fn page(&self, directory: &Directory, report: &mut FileReport<'static>) {
        report.width = self.value(directory, 256).await.and_then(counted);
        report.height = self.value(directory, 257).await.and_then(counted);
        report.depth = self.value(directory, 258).await.and_then(counted);
        report.colour = match self.value(directory, 262).await {
            Some(0 | 1) => Some(Colour::Grey),
            Some(2 | 6) => Some(Colour::Rgb),
            Some(3) => Some(Colour::Palette),
            Some(5) => Some(Colour::Cmyk),
            _ => None,
        };
        self.describe(directory, report).await;
    }

    /// Whether the parts that these two entries name lie inside the file.
    async fn inside(&self, directory: &Directory, offsets: u64, counts: u64) -> bool {
        let (offsets, counts) = (self.values(directory, offsets).await, self.values(directory, counts).await);
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
