//! 监督: the calls of those who answer for many cases, or for one that several authorities handle. Not in the applicant's
//! module.

use super::applicant::Session;
use super::envelope::{or_refused, written};
use crate::calendar::Calendar;
use crate::deadline::{CaseBook, JointRequest};
use crate::error::Result;
use std::sync::Arc;

impl Session {
    /// 联合办理: several authorities at work on one matter.
    #[must_use]
    pub fn joint(&self, request: &str) -> String {
        or_refused(JointRequest::read(request).and_then(|request| {
            let calendars = request.calendars().into_iter().map(|digest| self.calendars.get(digest));
            let calendars: Vec<Arc<Calendar>> = calendars.collect::<Result<_>>()?;
            Ok(written(&request.joint(&calendars)))
        }))
    }

    /// 重新计算: which open cases of a book a change of calendar moves.
    #[must_use]
    pub fn recompute(&self, book: &str) -> String {
        or_refused(CaseBook::read(book).and_then(|book| {
            let (before, after) = (self.calendars.get(book.before)?, self.calendars.get(book.calendar)?);
            Ok(written(&book.recompute(&before, &after)))
        }))
    }

    /// 监督: a book of cases by light, department and item.
    #[must_use]
    pub fn supervise(&self, book: &str) -> String {
        or_refused(CaseBook::read(book).and_then(|book| {
            let calendar = self.calendars.get(book.calendar)?;
            Ok(written(&book.supervise(&calendar)))
        }))
    }
}
