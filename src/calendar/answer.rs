//! What the calendar answers when it is asked about days, with how certain it is.

use super::{Calendar, Certainty, CivilDate, DayKind};
use crate::json::Record;

/// 一天: whether it is a working day.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Day {
    /// Whether it is worked.
    pub working: bool,
    /// What kind of day it is.
    pub kind: DayKind,
    /// How certain that is.
    pub certainty: Certainty,
}

/// N 个工作日后: a day that was counted.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CountedDay {
    /// The day; absent where the calendar ends.
    pub due: Option<CivilDate>,
    /// The latest it can come to when the notices of the years ahead are out, where it is an estimate.
    pub latest: Option<CivilDate>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// 工作日数 between two days.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DayCount {
    /// How many; negative if the second day comes first.
    pub days: i64,
    /// How certain that is.
    pub certainty: Certainty,
}

impl Calendar {
    /// Whether a day is a working day, and of what kind it is; `None` outside the table.
    #[must_use]
    pub fn day(&self, date: CivilDate) -> Option<Day> {
        let kind = self.kind(date)?;
        let working = matches!(kind, DayKind::Working | DayKind::MakeUp);
        Some(Day { working, kind, certainty: self.certainty(date) })
    }

    /// `add`, and of an estimate how late it can come to be.
    #[must_use]
    pub fn counted_day(&self, start: CivilDate, n: i32) -> CountedDay {
        let counted = self.add(start, n);
        let latest = self.latest(start, n).filter(|latest| counted.due.is_some_and(|due| *latest > due));
        CountedDay { due: counted.due, latest, certainty: counted.certainty }
    }

    /// `between`, and how certain it is.
    #[must_use]
    pub fn day_count(&self, from: CivilDate, to: CivilDate) -> Option<DayCount> {
        let days = self.between(from, to)?.into();
        Some(DayCount { days, certainty: self.certainty(from.max(to)) })
    }
}
