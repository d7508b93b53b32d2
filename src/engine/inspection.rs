//! 文件检查 between calls: open inspections, and the steps of each.

use super::answer::envelope;
use super::{Engine, place, release};
use crate::error::{Error, ErrorCode, Result};
use crate::file::{FileReport, Inspector, Step};
use serde::Serialize;

/// The bytes an inspection wants next.
#[derive(Debug, Serialize)]
struct Need {
    offset: u64,
    length: u64,
    read: u64,
}

/// What an inspection wants next, or what it found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Inspection {
    Need(Need),
    Report(FileReport<'static>),
}

impl Engine {
    /// Begins to inspect a file.
    #[must_use]
    pub fn inspect(&self, size: u64, name: &str) -> u32 {
        place(&mut self.inspections.borrow_mut(), Box::new(Inspector::new(size, name)))
    }

    /// What an inspection wants next, or its report.
    #[must_use]
    pub fn inspect_step(&self, id: u32) -> String {
        self.inspecting(id, |inspector| {
            Ok(match inspector.step() {
                Step::Need { offset, length } => Inspection::Need(Need { offset, length, read: inspector.progress() }),
                Step::Report(report) => Inspection::Report(report),
            })
        })
    }

    /// Gives an inspection the bytes it asked for.
    #[must_use]
    pub fn inspect_feed(&self, id: u32, bytes: &[u8]) -> String {
        self.inspecting(id, |inspector| inspector.feed(bytes))
    }

    /// Ends an inspection.
    pub fn inspect_close(&self, id: u32) {
        release(&mut self.inspections.borrow_mut(), id);
    }

    fn inspecting<T: Serialize>(&self, id: u32, call: impl FnOnce(&mut Inspector) -> Result<T>) -> String {
        let mut inspections = self.inspections.borrow_mut();
        let open = usize::try_from(id).ok().and_then(|id| inspections.get_mut(id)?.as_deref_mut());
        envelope(open.ok_or_else(|| Error::new(ErrorCode::InspectionUnknown, "")).and_then(call))
    }
}
