//! 文件检查: a state machine without input or output of its own. It says which bytes it needs; the host brings them —
//! from a `Blob`, a file, a mini-program's file system — and asks again. So the same code runs everywhere and never
//! holds more than a few pieces.
//!
//! Inside, it is written as if the file lay there: a future that waits for bytes, polled whenever some were brought.

use super::source::{BLOCK, Source};
use super::{Damage, FileKind, FileReport, image, ole, pdf, sniff, whole, zip};
use crate::error::{Error, ErrorCode, Result};
use crate::json::Text;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};

/// Most bytes asked for at a time.
pub const PIECE: u64 = 512 * 1024;

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

/// What is found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) report: RefCell<FileReport<'static>>,
    /// How many bytes of the whole were read for the digests.
    pub(super) read: Cell<u64>,
    /// Where the first scan of a JPEG begins.
    pub(super) scan: Cell<u64>,
    /// The structure was looked at; from here every byte is read once, in order.
    pub(super) looked: Cell<bool>,
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
pub struct Inspector {
    source: Source,
    found: Rc<Findings>,
    inspecting: Option<Pin<Box<dyn Future<Output = ()>>>>,
}

impl fmt::Debug for Inspector {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Inspector").field("found", &self.found).finish_non_exhaustive()
    }
}

impl Inspector {
    /// Begins to inspect a file of this size.
    #[must_use]
    pub fn new(size: u64, name: &str) -> Self {
        let (source, found) = (Source::new(size), Rc::new(Findings::default()));
        let name = Text::from(String::from(name));
        *found.report.borrow_mut() =
            FileReport { name, size: i64::try_from(size).unwrap_or(i64::MAX), ..FileReport::default() };
        let inspecting = Box::pin(inspect(source.clone(), Rc::clone(&found)));
        let mut inspector = Self { source, found, inspecting: Some(inspecting) };
        inspector.go_on();
        inspector
    }

    /// As far as the bytes reach.
    fn go_on(&mut self) {
        let mut context = Context::from_waker(Waker::noop());
        let ended = self.inspecting.as_mut().is_some_and(|future| future.as_mut().poll(&mut context).is_ready());
        if ended {
            self.inspecting = None;
        }
    }

    /// What is wanted next.
    #[must_use]
    pub fn step(&self) -> Step {
        match self.source.wanted().filter(|_| self.inspecting.is_some()) {
            Some((offset, length)) => Step::Need { offset, length },
            None => Step::Report(Box::new(self.found.report.borrow().clone())),
        }
    }

    /// How many bytes of the whole have been read for the digests.
    #[must_use]
    pub fn progress(&self) -> u64 {
        self.found.read.get()
    }

    /// What is known before every byte was read: everything but the digests. Nothing until then.
    #[must_use]
    pub fn first(&self) -> Option<FileReport<'static>> {
        self.found.looked.get().then(|| self.found.report.borrow().clone())
    }

    /// Takes the bytes that were asked for.
    ///
    /// # Errors
    /// `INSPECTION_ORDER` if they are not as many as were asked for, or nothing was.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<()> {
        if self.inspecting.is_none() || !self.source.bring(bytes) {
            return Err(Error::new(ErrorCode::InspectionOrder, ""));
        }
        self.go_on();
        Ok(())
    }
}

/// From the first bytes to the last.
async fn inspect(source: Source, found: Rc<Findings>) {
    let mut report = found.report.borrow().clone();
    let head = source.read(0, super::bytes::index(BLOCK)).await;
    report.kind = sniff::sniff(&head);
    if source.size() > 0 {
        look(&source, &head, &found, &mut report).await;
    }
    *found.report.borrow_mut() = report;
    found.looked.set(true);
    whole::read(&source, &found).await;
}

/// What the structure of a file of this kind tells.
async fn look(source: &Source, head: &[u8], found: &Findings, report: &mut FileReport<'static>) {
    let sound = match report.kind {
        FileKind::Jpeg => image::jpeg(source, report).await.map(|scan| {
            found.scan.set(scan);
            true
        }),
        FileKind::Png => image::png(source, report).await,
        FileKind::Gif => image::gif(source, head, report).await,
        FileKind::Webp => image::webp(source, head, report).await,
        FileKind::Bmp => Some(image::bitmap(source, head, report)),
        FileKind::Tiff => image::tiff(source, report).await,
        FileKind::Heic | FileKind::Avif => image::heif(source, report).await,
        FileKind::Pdf => pdf::look(source, head, report).await,
        FileKind::Zip | FileKind::Odf => zip::look(source, report).await,
        FileKind::Ole => ole::look(source, head, report).await,
        FileKind::Rtf => {
            Some(super::bytes::find_last(&source.read(source.size().saturating_sub(1024), 1024).await, b"}").is_some())
        }
        _ => Some(true),
    };
    if sound != Some(true) {
        report.damage = Some(Damage::Cut);
    }
    if report.orientation.is_some_and(|lies| lies >= 5) {
        std::mem::swap(&mut report.width, &mut report.height);
    }
}
