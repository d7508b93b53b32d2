//! 工作日历: which days are working days in China, how certain that is, and counting in them.
//!
//! A day is a working day if it is a make-up day (调休上班), or Monday to Friday and not a day off. The table compiled in
//! is that of the State Council's notices (`src/data/holidays-cn.json`); past the last notice everything is estimated
//! and says so; past 2050 nothing is known.

mod date;
mod estimate;
mod published;

pub use date::{CivilDate, Instant};

use crate::digest::Digest;
use crate::error::words;
use crate::json::{Text, readable, record};
use serde::Serialize;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<CivilDate>,
    /// How certain it is.
    pub certainty: Certainty,
}

impl Counted {
    /// The count leaves the table.
    pub const UNKNOWN: Self = Self { due: None, certainty: Certainty::Unknown };
}

record! {
    value;
    /// 日历版本: what a deadline was computed with.
    pub struct CalendarRef<'a> {
        /// 发文字号 of the last notice in the table.
        "notice" required notice: Text<'a>,
        /// SM3 of the table: first and last year, and every day that departs from its weekday.
        "digest" required digest: Digest,
        /// First day answered for.
        "from" required from: CivilDate,
        /// Last day published.
        "to" required to: CivilDate,
        /// 29 to 31 December of the last published year can still be changed by the next notice.
        "yearEndOpen" required year_end_open: bool,
    }
}

/// The working calendar. Both tables have one entry a day or a working day, so every question is answered at once.
#[derive(Debug)]
pub struct Calendar {
    /// Working days from the first day up to and including each day.
    rank: Vec<u16>,
    /// The place of each working day.
    nth: Vec<u16>,
    first: i32,
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
        let from = CivilDate::new(published::FROM_YEAR, 1, 1).unwrap_or_default();
        let to = CivilDate::new(published::TO_YEAR, 12, 31).unwrap_or_default();
        let first = from.epoch_days();
        let years = (published::TO_YEAR + 1..).zip(published::FESTIVALS);
        let last = years.clone().last().and_then(|(year, _)| CivilDate::new(year, 12, 31)).unwrap_or(to);
        let mut reversed = vec![false; usize::try_from(last.epoch_days() - first + 1).unwrap_or(0)];
        let mut reverse = |day: usize| reversed.get_mut(day).into_iter().for_each(|each| *each = true);
        for day in published::EXCEPTIONS {
            reverse(usize::from(*day));
        }
        for (year, festivals) in years {
            let off = estimate::days_off(year, *festivals).into_iter().filter(|day| !day.is_weekend());
            off.filter_map(|day| usize::try_from(day.epoch_days() - first).ok()).for_each(&mut reverse);
        }
        let (rank, nth) = count(first, &reversed);
        let notice = published::NOTICES.last().map_or("", |(_, number)| number);
        let version = CalendarRef { notice: Text::from(notice), digest: table_digest(), from, to, year_end_open: true };
        Self { rank, nth, first, version }
    }

    /// What a result was computed with.
    #[must_use]
    pub const fn version(&self) -> &CalendarRef<'static> {
        &self.version
    }

    fn index(&self, date: CivilDate) -> Option<usize> {
        usize::try_from(date.epoch_days() - self.first).ok().filter(|index| *index < self.rank.len())
    }

    /// Working days before this day of the table.
    fn before(&self, index: usize) -> u16 {
        index.checked_sub(1).and_then(|index| self.rank.get(index)).copied().unwrap_or(0)
    }

    /// Whether the day is a working day; `None` outside the table.
    #[must_use]
    pub fn is_working_day(&self, date: CivilDate) -> Option<bool> {
        let index = self.index(date)?;
        Some(self.rank.get(index).copied()? > self.before(index))
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
            Some(_) if date <= self.version.to => Certainty::Published,
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
        let index = usize::try_from(start.checked_sub(self.first)?).ok()?;
        let until = *self.rank.get(index)?; // also refuses a day past the table
        let place =
            if n > 0 { i32::from(until).checked_add(n)? - 1 } else { i32::from(self.before(index)).checked_add(n)? };
        let offset = self.nth.get(usize::try_from(place).ok()?)?;
        Some(self.first + i32::from(*offset))
    }

    /// Working days after `from` up to and including `to`; negative if `to` comes first. `None` outside the table.
    #[must_use]
    pub fn between(&self, from: CivilDate, to: CivilDate) -> Option<i32> {
        let rank = |date| self.index(date).and_then(|index| self.rank.get(index)).copied().map(i32::from);
        Some(rank(to)? - rank(from)?)
    }

    /// 期间最后一日为法定休假日的顺延: the day itself if it is worked, else the next that is (民法典 203).
    #[must_use]
    pub fn roll(&self, date: CivilDate) -> Counted {
        self.add(date, 0)
    }
}

/// Walks the table once and counts. `reversed` says of each day whether it departs from its weekday.
fn count(first: i32, reversed: &[bool]) -> (Vec<u16>, Vec<u16>) {
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
    (rank, nth)
}

fn table_digest() -> Digest {
    let years = [published::FROM_YEAR, published::TO_YEAR].map(i32::to_be_bytes);
    let days = published::EXCEPTIONS.iter().flat_map(|day| day.to_be_bytes());
    let bytes: Vec<u8> = years.into_iter().flatten().chain(days).collect();
    crate::digest::sm3([&bytes])
}
