//! 文件检查: a state machine without input or output of its own. It says which bytes it needs; the host brings them —
//! from a `Blob`, a file, a mini-program's file system — and asks again. So the same code runs everywhere and never
//! holds more than one piece.

use super::sniff::{self, Sniffed};
use super::{FileKind, FileReport};
use crate::digest::Hashing;
use crate::error::{Error, ErrorCode, Result};
use crate::json::Text;

/// Most bytes asked for at a time.
pub const PIECE: u64 = 1024 * 1024;
/// The first bytes looked at: enough for every kind that its head decides.
const HEAD: u64 = 64 * 1024;
/// Where the end of a ZIP archive can be: its record and the longest comment.
const TAIL: u64 = 65_557;
/// The part of an OLE directory that is looked at.
const OLE_DIRECTORY: u64 = 16 * 1024;

/// What the inspector wants next.
#[derive(Debug, Clone)]
pub enum Step {
    /// These bytes of the file.
    Need {
        /// Where they begin.
        offset: u64,
        /// How many.
        length: u64,
    },
    /// Nothing: this is what the file is.
    Report(FileReport<'static>),
}

/// What the bytes being waited for are for.
#[derive(Debug)]
enum Stage {
    Head,
    Tail,
    Archive,
    Ole,
    Whole(Hashing),
    Done(FileReport<'static>),
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
    size: u64,
    name: String,
    kind: FileKind,
    stage: Stage,
    offset: u64,
    length: u64,
}

impl Inspector {
    /// Begins to inspect a file of this size.
    #[must_use]
    pub fn new(size: u64, name: &str) -> Self {
        let stage = Stage::Head;
        Self { size, name: name.into(), kind: FileKind::Unknown, stage, offset: 0, length: size.min(HEAD) }
    }

    /// What is wanted next.
    #[must_use]
    pub fn step(&self) -> Step {
        match &self.stage {
            Stage::Done(report) => Step::Report(report.clone()),
            _ => Step::Need { offset: self.offset, length: self.length },
        }
    }

    /// How many bytes of the whole have been read for the digests.
    #[must_use]
    pub fn progress(&self) -> u64 {
        match self.stage {
            Stage::Whole(_) => self.offset,
            Stage::Done(_) => self.size,
            _ => 0,
        }
    }

    /// Takes the bytes that were asked for.
    ///
    /// # Errors
    /// `INSPECTION_ORDER` if they are not as many as were asked for, or nothing was.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<()> {
        if u64::try_from(bytes.len()).ok() != Some(self.length) || matches!(self.stage, Stage::Done(_)) {
            return Err(Error::new(ErrorCode::InspectionOrder, ""));
        }
        match std::mem::replace(&mut self.stage, Stage::Head) {
            Stage::Head => match sniff::sniff(bytes) {
                Sniffed::Kind(kind) => self.whole(kind),
                Sniffed::Zip => self.want(Stage::Tail, self.size.saturating_sub(TAIL), TAIL),
                Sniffed::Ole => self.want(Stage::Ole, sniff::ole_directory(bytes), OLE_DIRECTORY),
            },
            Stage::Tail => match sniff::central_directory(bytes) {
                Some((offset, length)) => self.want(Stage::Archive, offset, length.min(PIECE)),
                None => self.whole(FileKind::Zip),
            },
            Stage::Archive => self.whole(sniff::archive(bytes)),
            Stage::Ole => self.whole(sniff::ole(bytes)),
            Stage::Whole(hashing) => self.hash(hashing, bytes),
            done @ Stage::Done(_) => self.stage = done,
        }
        Ok(())
    }

    /// Asks for bytes, as far as the file has them.
    fn want(&mut self, stage: Stage, offset: u64, length: u64) {
        self.stage = stage;
        self.offset = offset.min(self.size);
        self.length = length.min(self.size - self.offset);
    }

    /// The kind is known; from here every byte is read once, in order.
    fn whole(&mut self, kind: FileKind) {
        self.kind = kind;
        self.want(Stage::Whole(Hashing::default()), 0, PIECE);
        if self.size == 0 {
            self.hash(Hashing::default(), &[]);
        }
    }

    fn hash(&mut self, mut hashing: Hashing, bytes: &[u8]) {
        hashing.update(bytes);
        let read = self.offset + self.length;
        if read < self.size {
            self.want(Stage::Whole(hashing), read, PIECE);
            return;
        }
        let digests = hashing.finish();
        self.length = 0;
        self.stage = Stage::Done(FileReport {
            name: Text::from(self.name.clone()),
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            kind: self.kind,
            sha256: digests.sha256,
            sm3: digests.sm3,
        });
    }
}
