//! 文件检查: a state machine without input or output of its own. It says which bytes it needs; the host brings them —
//! from a `Blob`, a file, a mini-program's file system — and asks again. So the same code runs everywhere and never
//! holds more than a few pieces.
//!
//! Inside, it is written as if the file lay there, in units that are run again when something was missing.

use super::pdf::Pdf;
use super::source::{BLOCK, Source};
use super::whole::Whole;
use super::zip::Archive;
use super::{Damage, FileKind, FileReport, image, ole, sniff};
use crate::error::{Error, ErrorCode, Result};
use crate::json::Text;

/// Most bytes asked for at a time.
pub const PIECE: u64 = 512 * 1024;
/// Parts of one file that are looked at: no honest file has more.
const MOST_PARTS: u32 = 100_000;

/// What the inspector wants next.
#[derive(Debug, Clone)]
pub enum Step {
    /// These bytes of the file.
    Need {
        /// Where they begin.
        offset: u64,
        /// How many; none where only a long way is divided.
        length: u64,
    },
    /// Nothing: this is what the file is.
    Report(Box<FileReport<'static>>),
}

/// What comes after a unit of looking into a file, if what has to be there is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Next,
    Last,
}

/// A place in a file that consists of parts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Walk {
    pub(super) at: u64,
    /// Where the last one ends.
    pub(super) end: u64,
    /// Parts behind.
    pub(super) count: u32,
    /// Something lies beyond the end of the file.
    pub(super) beyond: bool,
}

impl Walk {
    /// On to the part that begins here.
    pub(super) fn next(&mut self, at: u64) -> Option<Part> {
        self.at = at;
        self.count += 1;
        (self.count < MOST_PARTS).then_some(Part::Next)
    }
}

/// A file being inspected.
///
/// ```
/// use yushen::file::{FileKind, Inspector, Step};
/// let bytes = b"%PDF-1.7 ...";
/// let mut inspector = Inspector::new(bytes.len() as u64, "a.pdf");
/// let report = loop {
///     match inspector.step() {
///         Step::Need { offset, length } => inspector.feed(&bytes[offset as usize..][..length as usize]).unwrap(),
///         Step::Report(report) => break report,
///     }
/// };
/// assert_eq!(report.kind, FileKind::Pdf);
/// ```
#[derive(Debug)]
pub struct Inspector {
    source: Source,
    report: FileReport<'static>,
    wanted: Option<(u64, u64)>,
    /// The kind by the first bytes, by which the file is looked at.
    kind: Option<FileKind>,
    /// The structure was looked at; from here every byte is read once, in order.
    looked: bool,
    walk: Walk,
    archive: Archive,
    pdf: Pdf,
    whole: Whole,
}

impl Inspector {
    /// Begins to inspect a file of this size.
    #[must_use]
    pub fn new(size: u64, name: &str) -> Self {
        let name = Text::from(String::from(name));
        let mut inspector = Self {
            source: Source::new(size),
            report: FileReport { name, size: i64::try_from(size).unwrap_or(i64::MAX), ..FileReport::default() },
            wanted: None,
            kind: None,
            looked: size == 0,
            walk: Walk::default(),
            archive: Archive::default(),
            pdf: Pdf::default(),
            whole: Whole::default(),
        };
        inspector.go_on();
        inspector
    }

    /// As far as the bytes reach.
    fn go_on(&mut self) {
        while !self.looked {
            let before = self.report.clone();
            let part = self.unit();
            self.wanted = self.source.end();
            if self.wanted.is_some() {
                self.report = before;
                return;
            }
            if part != Some(Part::Next) {
                self.end(part.is_none());
            } else if self.source.tired() {
                self.wanted = Some((0, 0));
                return;
            }
        }
        let rest = self.source.size() - self.whole.read;
        self.wanted = (rest > 0).then(|| (self.whole.read, rest.min(PIECE)));
        if rest == 0 {
            self.whole.tell(&mut self.report);
        }
    }

    /// One unit of what the structure of a file of this kind tells. Nothing if what has to be there is not.
    fn unit(&mut self) -> Option<Part> {
        let (source, report, mut walk) = (&mut self.source, &mut self.report, self.walk);
        let part = match self.kind {
            None => {
                report.kind = sniff::sniff(&source.read(0, super::bytes::index(BLOCK)));
                self.kind = Some(report.kind).filter(|_| !source.missing());
                return Some(Part::Next);
            }
            Some(FileKind::Jpeg) => image::jpeg(source, &mut walk, report),
            Some(FileKind::Png) => image::png(source, &mut walk, report),
            Some(FileKind::Gif) => image::gif(source, report),
            Some(FileKind::Webp) => image::webp(source, &mut walk, report),
            Some(FileKind::Bmp) => image::bitmap(source, report),
            Some(FileKind::Tiff) => image::tiff(source, &mut walk, report),
            Some(FileKind::Heic | FileKind::Avif) => image::heif(source, &mut walk, report),
            Some(FileKind::Pdf) => self.pdf.look(source, report),
            Some(FileKind::Zip) => self.archive.look(source, report),
            Some(FileKind::Ole) => ole::look(source, report),
            Some(FileKind::Rtf) => {
                let tail = source.read(source.size().saturating_sub(1024), 1024);
                super::bytes::find_last(&tail, b"}").map(|_| Part::Last)
            }
            Some(_) => Some(Part::Last),
        };
        if !source.missing() {
            self.walk = walk;
        }
        part
    }

    /// What the structure tells is told.
    fn end(&mut self, cut: bool) {
        self.looked = true;
        if cut {
            self.report.damage = Some(Damage::Cut);
        } else if self.kind == Some(FileKind::Jpeg) {
            self.whole.scan = self.walk.at;
        }
        if self.report.orientation.is_some_and(|lies| lies >= 5) {
            std::mem::swap(&mut self.report.width, &mut self.report.height);
        }
    }

    /// What is wanted next.
    #[must_use]
    pub fn step(&self) -> Step {
        match self.wanted {
            Some((offset, length)) => Step::Need { offset, length },
            None => Step::Report(Box::new(self.report.clone())),
        }
    }

    /// How many bytes of the whole have been read for the digests.
    #[must_use]
    pub const fn progress(&self) -> u64 {
        self.whole.read
    }

    /// What is known before every byte was read: everything but the digests. Nothing until then.
    #[must_use]
    pub fn first(&self) -> Option<FileReport<'static>> {
        self.looked.then(|| self.report.clone())
    }

    /// Takes the bytes that were asked for.
    ///
    /// # Errors
    /// `INSPECTION_ORDER` if they are not as many as were asked for, or nothing was.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<()> {
        if self.wanted.is_none_or(|(_, length)| u64::try_from(bytes.len()) != Ok(length)) {
            return Err(Error::new(ErrorCode::InspectionOrder, ""));
        }
        if self.looked {
            self.whole.take(bytes);
        } else {
            self.source.keep(bytes);
        }
        self.go_on();
        Ok(())
    }
}
