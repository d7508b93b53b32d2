//! 日历版本: what a result was computed with, so that the same days give the same digest anywhere.

use super::{Calendar, CivilDate, Overlay, first_day};
use crate::digest::Digest;
use crate::json::{Record, Text};

/// 日历版本: what a deadline was computed with.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CalendarRef<'a> {
    /// 发文字号 of the last notice in the table.
    pub notice: Text<'a>,
    /// SM3 of the table: first and last year, every day that departs from its weekday, and every local arrangement.
    pub digest: Digest,
    /// First day answered for.
    pub from: CivilDate,
    /// Last day published.
    pub to: CivilDate,
    /// 29 to 31 December of the last published year can still be changed by the next notice.
    pub year_end_open: bool,
    /// 地方安排 it was made with.
    #[record(optional)]
    pub overlays: Vec<Text<'a>>,
}

impl Calendar {
    /// The same calendar, with what identifies it.
    pub(super) fn stamped(mut self, overlays: &[Overlay<'_>]) -> Self {
        self.version = CalendarRef {
            notice: Text::from(self.last_notice().to_string()),
            digest: self.table.digest(&self.local),
            from: first_day(),
            to: self.published_to(),
            year_end_open: true,
            overlays: overlays.iter().map(|overlay| Text::from(overlay.name.to_string())).collect(),
        };
        self
    }

    /// What a result was computed with.
    #[must_use]
    pub const fn version(&self) -> &CalendarRef<'static> {
        &self.version
    }
}
