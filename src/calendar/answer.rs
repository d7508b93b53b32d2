//! What the calendar answers when it is asked about days, with how certain it is.

use super::{Calendar, Certainty, CivilDate, DayKind};
use crate::json::record;

record! {
    value;
    /// 一天: whether it is a working day.
    pub struct Day<'a> {
        _ lifetime;
        /// Whether it is worked.
        "working" required working: bool,
        /// What kind of day it is.
        "kind" required kind: DayKind,
        /// How certain that is.
        "certainty" required certainty: Certainty,
    }
}

record! {
    value;
    /// N 个工作日后: a day that was counted.
    pub struct CountedDay<'a> {
        _ lifetime;
        /// The day; absent where the calendar ends.
        "due" optional due: Option<CivilDate>,
        /// The latest it can come to when the notices of the years ahead are out, where it is an estimate.
        "latest" optional latest: Option<CivilDate>,
        /// How certain it is.
        "certainty" required certainty: Certainty,
    }
}

record! {
    value;
    /// 工作日数 between two days.
    pub struct DayCount<'a> {
        _ lifetime;
        /// How many; negative if the second day comes first.
        "days" required days: i64,
        /// How certain that is.
        "certainty" required certainty: Certainty,
    }
}

impl Calendar {
    /// Whether a day is a working day, and of what kind it is; `None` outside the table.
    #[must_use]
    pub fn day(&self, date: CivilDate) -> Option<Day<'static>> {
        let kind = self.kind(date)?;
        let working = matches!(kind, DayKind::Working | DayKind::MakeUp);
        Some(Day { working, kind, certainty: self.certainty(date), ..Day::default() })
    }

    /// `add`, and of an estimate how late it can come to be.
    #[must_use]
    pub fn counted_day(&self, start: CivilDate, n: i32) -> CountedDay<'static> {
        let counted = self.add(start, n);
        let latest = self.latest(start, n).filter(|latest| counted.due.is_some_and(|due| *latest > due));
        CountedDay { due: counted.due, latest, certainty: counted.certainty, ..CountedDay::default() }
    }

    /// `between`, and how certain it is.
    #[must_use]
    pub fn day_count(&self, from: CivilDate, to: CivilDate) -> Option<DayCount<'static>> {
        let days = self.between(from, to)?.into();
        Some(DayCount { days, certainty: self.certainty(from.max(to)), ..DayCount::default() })
    }
}
