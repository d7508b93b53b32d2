//! 工作日历: which days are working days in China, how certain that is, and counting in them.
//!
//! A day is a working day if it is a make-up day (调休上班), or Monday to Friday and not a day off. The table compiled in
//! is that of the State Council's notices (`src/data/holidays-cn.json`); past the last notice everything is estimated
//! and says so; past 2050 nothing is known.

mod answer;
mod date;
mod estimate;
mod overlay;
mod published;
mod table;
#[cfg(feature = "check")]
mod version;
mod years;

pub use answer::{CountedDay, Day, DayCount};
pub use date::{CivilDate, ClockTime, Instant};

pub use overlay::{AgencyEffect, ApplicantEffect, Closure, Overlay};
#[cfg(feature = "check")]
pub use version::CalendarRef;
pub use years::{CalendarFormat, CalendarYears, FORMAT, Period, YearTable};

use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::json::{Record, readable};
use overlay::{LocalDay, LocalKind, local_days};
use std::sync::OnceLock;
use table::Table;

words! {
    /// 确定性: how certain a date is.
    pub enum Certainty {
        /// every day counted stands in a published notice
        Published = "published",
        /// the count runs into a year whose notice is not out
        Estimated = "estimated",
        /// the count leaves the table
        Unknown = "unknown",
    }
}

words! {
    /// 日类型: what kind of day it is.
    pub enum DayKind {
        /// 工作日
        Working = "working",
        /// 调休上班日: a Saturday or Sunday that is worked
        MakeUp = "make-up",
        /// 周休息日
        Weekend = "weekend",
        /// 放假: a weekday off
        Holiday = "holiday",
    }
}

readable!(Certainty, DayKind);

/// A date that was counted, and how certain it is. Unknown has no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Record)]
#[record(value)]
pub struct Counted {
    /// The date.
    pub due: Option<CivilDate>,
    /// How certain it is.
    pub certainty: Certainty,
}

impl Counted {
    /// The count leaves the table.
    pub const UNKNOWN: Self = Self { due: None, certainty: Certainty::Unknown };
}

/// One count of working days over all days of the table, so that every question is answered at once.
#[derive(Debug)]
struct Ranks {
    /// Working days from the first day up to and including each day.
    rank: Vec<u16>,
    /// The place of each working day.
    nth: Vec<u16>,
}

/// The working calendar.
#[derive(Debug)]
pub struct Calendar {
    ranks: Ranks,
    /// The same with every day off that the unpublished years can have; made when it is first asked for.
    latest: OnceLock<Ranks>,
    first: i32,
    /// Last day published.
    to: CivilDate,
    table: Table,
    /// 地方安排, in the order of the days.
    local: Vec<LocalDay>,
    #[cfg(feature = "check")]
    version: CalendarRef<'static>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::published()
    }
}

impl Calendar {
    /// The calendar compiled in.
    ///
    /// ```
    /// use yushen::calendar::{Calendar, CivilDate};
    /// let calendar = Calendar::published();
    /// let friday = CivilDate::parse("2026-02-13").unwrap();
    /// // 2026-02-14 is a Saturday that is worked
    /// assert_eq!(calendar.add(friday, 1).due, CivilDate::parse("2026-02-14"));
    /// ```
    #[must_use]
    pub fn published() -> Self {
        Self::of(Table::compiled())
    }

    /// The calendar compiled in, with years replaced or added and local arrangements over it: a notice that came out
    /// yesterday needs no new build.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault: gaps between years, days that are both off and worked.
    pub fn with_years(years: &CalendarYears<'_>) -> Result<Self> {
        let compiled = Table::compiled();
        let known = match years.as_of {
            Some(day) => compiled.known_on(day),
            None => compiled,
        };
        if known.to_year < published::FROM_YEAR {
            let issue = Issue { code: ErrorCode::DateOutOfRange, path: String::from("/asOf") };
            return Err(Error::invalid(ErrorCode::RequestInvalid, vec![issue]));
        }
        let national = Self::of(known.with(years)?);
        if years.overlays.is_empty() {
            return Ok(national);
        }
        let works = |day| national.is_working_day(CivilDate::from_epoch_days(day)?);
        let local =
            local_days(&years.overlays, works).map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))?;
        let calendar = national.with_local(local);
        #[cfg(feature = "check")]
        let calendar = calendar.stamped(&years.overlays);
        Ok(calendar)
    }

    fn of(table: Table) -> Self {
        let first = first_day().epoch_days();
        let ranks = Ranks::count(first, &table.reversed(first, estimate::days_off));
        let calendar = Self {
            ranks,
            latest: OnceLock::new(),
            first,
            to: CivilDate::new(table.to_year, 12, 31).unwrap_or_default(),
            table,
            local: Vec::new(),
            #[cfg(feature = "check")]
            version: CalendarRef::default(),
        };
        #[cfg(feature = "check")]
        let calendar = calendar.stamped(&[]);
        calendar
    }

    fn with_local(mut self, local: Vec<LocalDay>) -> Self {
        self.local = local;
        self.ranks = self.counted(estimate::days_off);
        self
    }

    /// Last day published; what comes after it is estimated.
    #[must_use]
    pub const fn published_to(&self) -> CivilDate {
        self.to
    }

    /// 发文字号 of the last notice in the table.
    #[must_use]
    pub fn last_notice(&self) -> &str {
        self.table.last_notice()
    }

    /// The ranks of the table and the local arrangements.
    fn counted(&self, off: estimate::DaysOff) -> Ranks {
        let mut reversed = self.table.reversed(self.first, off);
        for local in self.local.iter().filter(|local| local.kind != LocalKind::Closed) {
            let place = usize::try_from(local.day - self.first).ok();
            let weekend = CivilDate::from_epoch_days(local.day).is_some_and(CivilDate::is_weekend);
            if let Some(each) = place.and_then(|place| reversed.get_mut(place)) {
                *each = weekend == (local.kind == LocalKind::Worked);
            }
        }
        Ranks::count(self.first, &reversed)
    }

    fn index(&self, date: CivilDate) -> Option<usize> {
        usize::try_from(date.epoch_days() - self.first).ok().filter(|index| *index < self.ranks.rank.len())
    }

    /// Whether the day is a working day; `None` outside the table.
    #[must_use]
    pub fn is_working_day(&self, date: CivilDate) -> Option<bool> {
        let index = self.index(date)?;
        Some(self.ranks.rank.get(index).copied()? > self.ranks.before(index))
    }

    /// What kind of day it is; `None` outside the table.
    #[must_use]
    pub fn kind(&self, date: CivilDate) -> Option<DayKind> {
        Some(match (self.is_working_day(date)?, date.is_weekend()) {
            (true, false) => DayKind::Working,
            (true, true) => DayKind::MakeUp,
            (false, true) => DayKind::Weekend,
            (false, false) => DayKind::Holiday,
        })
    }

    /// How certain the table is about a day.
    #[must_use]
    pub fn certainty(&self, date: CivilDate) -> Certainty {
        match self.index(date) {
            None => Certainty::Unknown,
            Some(_) if date <= self.to => Certainty::Published,
            Some(_) => Certainty::Estimated,
        }
    }

    /// N 个工作日: the n-th working day after `start`; the day itself is not counted (民法典 201). `n` = 0 is the day
    /// itself, or the next working day if it is none. A negative `n` counts back.
    #[must_use]
    pub fn add(&self, start: CivilDate, n: i32) -> Counted {
        let due = self.add_days(start.epoch_days(), n).and_then(CivilDate::from_epoch_days);
        due.map_or(Counted::UNKNOWN, |date| Counted { due, certainty: self.certainty(date.max(start)) })
    }

    /// The same in days since 1970-01-01, for callers that count in them.
    #[must_use]
    pub fn add_days(&self, start: i32, n: i32) -> Option<i32> {
        self.ranks.add(self.first, start, n)
    }

    /// The latest that an estimate can come to when the years ahead are arranged by the standing principle of the 2024
    /// measures (国务院令第795号 7): spans of 调休 without the make-up days that give their working days back. `None` if
    /// the count stays in published years. Counted back, the earliest.
    #[must_use]
    pub fn latest(&self, start: CivilDate, n: i32) -> Option<CivilDate> {
        let counted = self.add(start, n);
        if counted.certainty == Certainty::Published {
            return None;
        }
        let ranks = self.latest.get_or_init(|| self.counted(estimate::longest));
        let latest = CivilDate::from_epoch_days(ranks.add(self.first, start.epoch_days(), n)?)?;
        counted.due.map(|due| if n < 0 { due.min(latest) } else { due.max(latest) })
    }

    /// Working days after `from` up to and including `to`; negative if `to` comes first. `None` outside the table.
    #[must_use]
    pub fn between(&self, from: CivilDate, to: CivilDate) -> Option<i32> {
        let rank = |date| self.index(date).and_then(|index| self.ranks.rank.get(index)).copied().map(i32::from);
        Some(rank(to)? - rank(from)?)
    }

    /// 期间最后一日为法定休假日的顺延: the day itself if it is worked, else the next that is (民法典 203).
    #[must_use]
    pub fn roll(&self, date: CivilDate) -> Counted {
        self.add(date, 0)
    }

    /// 发文字号 of the notice that arranges a day, or of the local arrangement; `None` where none is out.
    #[must_use]
    pub fn notice(&self, date: CivilDate) -> Option<&str> {
        self.local(date).next().map(|local| &*local.source).or_else(|| self.table.notice(date))
    }

    /// Whether the counters are shut on a day, so that the last day of an applicant's limit moves on.
    #[must_use]
    pub fn is_closed(&self, date: CivilDate) -> bool {
        self.local(date).any(|local| local.kind == LocalKind::Closed)
    }

    fn local(&self, date: CivilDate) -> impl Iterator<Item = &LocalDay> {
        let day = date.epoch_days();
        let from = self.local.partition_point(|local| local.day < day);
        self.local.iter().skip(from).take_while(move |local| local.day == day)
    }

    /// `add_days` for many at once; `none` where the table ends.
    #[must_use]
    pub fn add_days_many(&self, starts: &[i32], counts: &[i32], none: i32) -> Vec<i32> {
        let (Ranks { rank, nth }, first) = (&self.ranks, self.first);
        let (rank, nth) = (&**rank, &**nth);
        starts.iter().zip(counts).map(|(start, n)| nth_day(rank, nth, first, *start, *n).unwrap_or(none)).collect()
    }
}

/// First day answered for.
fn first_day() -> CivilDate {
    CivilDate::new(published::FROM_YEAR, 1, 1).unwrap_or_default()
}

impl Ranks {
    /// Walks the table once and counts. `reversed` says of each day whether it departs from its weekday.
    fn count(first: i32, reversed: &[bool]) -> Self {
        let (mut rank, mut nth) = (Vec::with_capacity(reversed.len()), Vec::new());
        // 1970-01-01 was a Thursday: with Monday as 0 it is day 3.
        let weekdays = (0..7).cycle().skip(usize::try_from((first + 3).rem_euclid(7)).unwrap_or(0));
        for ((day, reversed), weekday) in (0u16..).zip(reversed).zip(weekdays) {
            let weekend = weekday > 4;
            if weekend == *reversed {
                nth.push(day);
            }
            rank.push(u16::try_from(nth.len()).unwrap_or(u16::MAX));
        }
        Self { rank, nth }
    }

    /// Working days before this day of the table.
    fn before(&self, index: usize) -> u16 {
        index.checked_sub(1).and_then(|index| self.rank.get(index)).copied().unwrap_or(0)
    }

    fn add(&self, first: i32, start: i32, n: i32) -> Option<i32> {
        nth_day(&self.rank, &self.nth, first, start, n)
    }
}

/// The n-th working day after a day: two looks into the table. What wraps around is no place of it, so these check all
/// there is to check.
#[expect(clippy::inline_always, reason = "measured: half of a batch")]
#[inline(always)]
fn nth_day(rank: &[u16], nth: &[u16], first: i32, start: i32, n: i32) -> Option<i32> {
    let index = usize::try_from(start.wrapping_sub(first).cast_unsigned()).ok()?;
    let until = i32::from(*rank.get(index)?);
    let before = || index.checked_sub(1).and_then(|index| rank.get(index)).copied().map_or(0, i32::from);
    let place = if n > 0 { until.wrapping_add(n).wrapping_sub(1) } else { before().wrapping_add(n) };
    let offset = nth.get(usize::try_from(place.cast_unsigned()).ok()?)?;
    Some(first + i32::from(*offset))
}
