//! 年度放假安排 as data: a notice of the State Council that came out after this build.

use super::CivilDate;
use super::overlay::Overlay;
use crate::error::{ErrorCode, Issue};
use crate::json::{Record, Text, formats};

/// What a file of years is written as.
pub const FORMAT: &str = "yushen-calendar/0.1";
formats! {
    /// The format of a file of years.
    CalendarFormat = FORMAT;
}

/// 起止日期: a closed range of days.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Period<'a> {
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub to: CivilDate,
    /// 节日名称.
    pub name: Option<Text<'a>>,
}

/// 一年的放假安排: what the notices of one year say, taken together.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct YearTable<'a> {
    /// 年份.
    pub year: u32,
    /// 发文字号 of its notices, the annual one first.
    pub notices: Vec<Text<'a>>,
    /// 放假.
    pub off: Vec<Period<'a>>,
    /// 调休上班: weekend days that are worked.
    #[record(optional)]
    pub worked: Vec<CivilDate>,
}

/// 放假安排: years that replace those compiled in, or follow them.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct CalendarYears<'a> {
    /// The format.
    pub format: CalendarFormat,
    /// Where they were read.
    pub source: Option<Text<'a>>,
    /// The years.
    pub years: Vec<YearTable<'a>>,
    /// 地方安排 of the place that handles.
    #[record(optional)]
    pub overlays: Vec<Overlay<'a>>,
    /// As known on this day: without the notices compiled in that were issued later.
    pub as_of: Option<CivilDate>,
}

/// Longest holiday that is believed.
const MAX_DAYS: i32 = 31;

impl YearTable<'_> {
    /// Every day that it arranges, and whether the day departs from its weekday.
    pub(super) fn days(&self) -> impl Iterator<Item = (CivilDate, bool)> {
        let off = self.off.iter().flat_map(|period| period.from.epoch_days()..=period.to.epoch_days());
        let off = off.filter_map(CivilDate::from_epoch_days).map(|day| (day, !day.is_weekend()));
        off.chain(self.worked.iter().map(|day| (*day, day.is_weekend())))
    }

    fn faults(&self, path: &str, issues: &mut Vec<Issue>) {
        let year = i32::try_from(self.year).unwrap_or(0);
        let own = |day: CivilDate| day.year() == year || (day.year() + 1 == year && day.month() == 12);
        let mut fault = |code, place: String| issues.push(Issue { code, path: format!("{path}/{place}") });
        if self.notices.is_empty() {
            fault(ErrorCode::KeyMissing, String::from("notices/0"));
        }
        for (place, period) in self.off.iter().enumerate() {
            let length = period.to.epoch_days() - period.from.epoch_days();
            if !(0..MAX_DAYS).contains(&length) {
                fault(ErrorCode::PeriodInvalid, format!("off/{place}/to"));
            } else if !own(period.from) || !own(period.to) {
                fault(ErrorCode::DateOutOfRange, format!("off/{place}"));
            }
        }
        for (place, day) in self.worked.iter().enumerate() {
            if !own(*day) {
                fault(ErrorCode::DateOutOfRange, format!("worked/{place}"));
            } else if !day.is_weekend() || self.off.iter().any(|period| period.from <= *day && *day <= period.to) {
                fault(ErrorCode::CalendarConflict, format!("worked/{place}"));
            }
        }
    }
}

impl CalendarYears<'_> {
    /// What is wrong with the years themselves.
    pub(super) fn faults(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        for (place, table) in self.years.iter().enumerate() {
            if self.years.iter().take(place).any(|other| other.year == table.year) {
                issues.push(Issue { code: ErrorCode::DuplicateId, path: format!("/years/{place}/year") });
            }
            table.faults(&format!("/years/{place}"), &mut issues);
        }
        issues
    }
}
