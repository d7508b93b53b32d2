//! 文件检查 between calls: open inspections, and the steps of each. Apart from the session, because files are looked at in a
//! module of its own.

use super::envelope::envelope;
use super::{place, release};
use crate::error::{Error, ErrorCode, Result};
use crate::file::{FileReport, Inspector, Step};
use crate::json::{Write, Writer};
use crate::shared::Shared;
use std::sync::{Arc, Mutex, PoisonError};

/// The bytes an inspection wants next.
#[derive(Debug)]
struct Need {
    offset: u64,
    length: u64,
    read: u64,
    /// Everything but the digests, once, as soon as it is known.
    first: Option<FileReport<'static>>,
}

/// What an inspection wants next, or what it found.
#[derive(Debug)]
enum Inspection {
    Need(Box<Need>),
    Report(Box<FileReport<'static>>),
}

impl Write for Inspection {
    fn write(&self, to: &mut Writer) {
        to.open();
        match self {
            Self::Need(need) => to.field("need", need),
            Self::Report(report) => to.field("report", report),
        }
        to.close();
    }
}

impl Write for Need {
    fn write(&self, to: &mut Writer) {
        to.open();
        to.field("offset", &self.offset);
        to.field("length", &self.length);
        to.field("read", &self.read);
        if let Some(first) = &self.first {
            to.field("first", first);
        }
        to.close();
    }
}

/// A file under inspection, and whether its first report was given.
#[derive(Debug)]
struct Open {
    inspector: Inspector,
    told: bool,
}

/// Files under inspection.
#[derive(Debug, Default)]
pub struct Inspections(Shared<Vec<Option<Arc<Mutex<Open>>>>>);

impl Inspections {
    /// Begins to inspect a file.
    #[must_use]
    pub fn open(&self, size: u64, name: &str) -> u32 {
        let open = Arc::new(Mutex::new(Open { inspector: Inspector::new(size, name), told: false }));
        self.0.change(|all| place(all, open))
    }

    /// The same from JavaScript: a double holds every size a file can have.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates at 0 and at 2^64 − 1"
    )]
    #[must_use]
    pub fn begin(&self, size: f64, name: &str) -> u32 {
        self.open(size as u64, name)
    }

    /// What an inspection wants next, or its report.
    #[must_use]
    pub fn step(&self, id: u32) -> String {
        self.inspecting(id, |open| {
            Ok(match open.inspector.step() {
                Step::Need { offset, length } => {
                    let first = open.inspector.first().filter(|_| !open.told);
                    open.told |= first.is_some();
                    Inspection::Need(Box::new(Need { offset, length, read: open.inspector.progress(), first }))
                }
                Step::Report(report) => Inspection::Report(report),
            })
        })
    }

    /// Gives an inspection the bytes it asked for.
    #[must_use]
    pub fn feed(&self, id: u32, bytes: &[u8]) -> String {
        self.inspecting(id, |open| open.inspector.feed(bytes))
    }

    /// Ends an inspection.
    pub fn close(&self, id: u32) {
        let _last = self.0.change(|all| release(all, id));
    }

    fn inspecting<T: Write>(&self, id: u32, call: impl FnOnce(&mut Open) -> Result<T>) -> String {
        let place = usize::try_from(id).ok();
        let one = place.and_then(|place| self.0.look(|all| all.get(place)?.clone()));
        envelope(one.ok_or_else(|| Error::new(ErrorCode::InspectionUnknown, "")).and_then(|one| {
            // OK: an inspection that stopped half-way is at worst refused its next bytes
            call(&mut one.lock().unwrap_or_else(PoisonError::into_inner))
        }))
    }
}
