//! 放假安排表: which days depart from their weekday, and which notice says so. The compiled table, with years replaced or
//! added by the host.

#[cfg(feature = "check")]
use super::overlay::LocalDay;
use super::years::{CalendarYears, YearTable};
use super::{CivilDate, estimate::DaysOff, published};
#[cfg(feature = "check")]
use crate::digest::{Digest, sm3};
use crate::error::{Error, ErrorCode, Issue, Result};
use std::borrow::Cow;

/// A notice, and the year that it arranges.
type Notice = (i32, Cow<'static, str>);

/// The arrangement of all published years.
#[derive(Debug)]
pub(super) struct Table {
    /// Last published year.
    pub to_year: i32,
    /// In the order of the years.
    notices: Vec<Notice>,
    /// Days that depart from their weekday, with the notice that says so.
    exceptions: Days,
    /// Days arranged by another notice than the first of their year, whether or not they depart from their weekday.
    others: Days,
}

/// Days in their order, each with the place of the notice that arranges it.
#[derive(Debug, Default)]
struct Days(Vec<(i32, usize)>);

impl Days {
    fn get(&self, day: i32) -> Option<usize> {
        let place = self.0.binary_search_by_key(&day, |(each, _)| *each).ok()?;
        self.0.get(place).map(|(_, notice)| *notice)
    }

    fn set(&mut self, day: i32, notice: usize) {
        match self.0.binary_search_by_key(&day, |(each, _)| *each) {
            Ok(place) => self.0.get_mut(place).into_iter().for_each(|each| each.1 = notice),
            Err(place) => self.0.insert(place, (day, notice)),
        }
    }

    fn remove(&mut self, day: i32) {
        self.0.retain(|(each, _)| *each != day);
    }
}

impl Table {
    /// The State Council's notices as compiled in.
    pub(super) fn compiled() -> Self {
        let first = CivilDate::new(published::FROM_YEAR, 1, 1).unwrap_or_default().epoch_days();
        let notices: Vec<Notice> =
            published::NOTICES.iter().map(|(year, number, _)| (*year, Cow::Borrowed(*number))).collect();
        let others: Vec<(i32, usize)> =
            published::OTHERS.iter().map(|(day, notice)| (first + i32::from(*day), usize::from(*notice))).collect();
        let mut table =
            Self { to_year: published::TO_YEAR, notices, exceptions: Days::default(), others: Days(others) };
        for day in published::EXCEPTIONS.iter().map(|day| first + i32::from(*day)) {
            let notice = table.notice_of(day).unwrap_or_default();
            table.exceptions.0.push((day, notice));
        }
        table
    }

    /// The same as it was known on a day: without the notices that were issued later.
    pub(super) fn known_on(mut self, day: CivilDate) -> Self {
        let issued = |place: &usize| {
            let notice = published::NOTICES.get(*place);
            notice.and_then(|(.., issued)| CivilDate::parse(issued)).is_some_and(|issued| issued <= day)
        };
        let first = CivilDate::new(published::FROM_YEAR, 1, 1).unwrap_or_default().epoch_days();
        for (changed, notice) in published::CHANGED.iter().rev().filter(|(_, notice)| !issued(&usize::from(*notice))) {
            let changed = first + i32::from(*changed);
            if self.exceptions.get(changed).is_some() {
                self.exceptions.remove(changed);
            } else {
                // As the annual notice had it, which stands before the one that changed it.
                self.exceptions.set(changed, usize::from(*notice).saturating_sub(1));
            }
        }
        self.exceptions.0.retain(|(_, notice)| issued(notice));
        self.others.0.retain(|(_, notice)| issued(notice));
        for (_, notice) in self.notices.iter_mut().enumerate().filter(|(place, _)| !issued(place)) {
            notice.0 = i32::MIN; // its place stays, so that the others keep theirs
        }
        self.to_year = self.notices.iter().map(|notice| notice.0).max().unwrap_or(published::FROM_YEAR);
        self
    }

    /// The same with years replaced or added.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault.
    pub(super) fn with(mut self, years: &CalendarYears<'_>) -> Result<Self> {
        let mut issues = years.faults();
        for (place, table) in years.years.iter().enumerate() {
            let year = i32::try_from(table.year).unwrap_or(i32::MAX);
            if !(published::FROM_YEAR..=self.to_year + 1).contains(&year) || year > last_year() {
                issues.push(Issue { code: ErrorCode::CalendarGap, path: format!("/years/{place}/year") });
            } else if issues.is_empty() {
                self.replace(year, table);
            }
        }
        if issues.is_empty() { Ok(self) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
    }

    fn replace(&mut self, year: i32, table: &YearTable<'_>) {
        self.to_year = self.to_year.max(year);
        let old: Vec<usize> = (0..).zip(&self.notices).filter(|(_, each)| each.0 == year).map(|(at, _)| at).collect();
        self.exceptions.0.retain(|(_, notice)| !old.contains(notice));
        self.others.0.retain(|(_, notice)| !old.contains(notice));
        for place in old {
            if let Some(notice) = self.notices.get_mut(place) {
                notice.0 = i32::MIN; // its place stays, so that the others keep theirs
            }
        }
        let first = self.notices.len();
        self.notices.extend(table.notices.iter().map(|number| (year, Cow::Owned(number.to_string()))));
        for (day, reversed) in table.days() {
            let number = day.epoch_days();
            if reversed {
                self.exceptions.set(number, first);
            } else {
                self.exceptions.remove(number);
            }
            if day.year() != year {
                self.others.set(number, first);
            }
        }
    }

    /// 发文字号 of the last notice.
    pub(super) fn last_notice(&self) -> &str {
        self.notices.iter().rfind(|notice| notice.0 == self.to_year).map_or("", |notice| &notice.1)
    }

    /// 发文字号 of the notice that arranges a day.
    pub(super) fn notice(&self, date: CivilDate) -> Option<&str> {
        let place = self.notice_of(date.epoch_days())?;
        self.notices.get(place).map(|notice| &*notice.1)
    }

    fn notice_of(&self, day: i32) -> Option<usize> {
        let year = CivilDate::from_epoch_days(day)?.year();
        let by_year = || self.notices.iter().position(|notice| notice.0 == year);
        self.others.get(day).or_else(by_year)
    }

    /// Of every day from `first` to the end of the last estimated year, whether it departs from its weekday; `off`
    /// gives the days off of a year whose notice is not out.
    pub(super) fn reversed(&self, first: i32, off: DaysOff) -> Vec<bool> {
        let last = CivilDate::new(last_year(), 12, 31).unwrap_or_default().epoch_days();
        let mut reversed = vec![false; usize::try_from(last - first + 1).unwrap_or(0)];
        let mut set = |day: i32, value: bool| {
            let place = usize::try_from(day - first).ok();
            place.and_then(|place| reversed.get_mut(place)).into_iter().for_each(|each| *each = value);
        };
        self.exceptions.0.iter().for_each(|(day, _)| set(*day, true));
        for (year, festivals) in (published::FROM_YEAR..).zip(published::FESTIVALS) {
            if year > self.to_year {
                let weekdays = off(year, *festivals).into_iter().filter(|day| !day.is_weekend());
                weekdays.for_each(|day| set(day.epoch_days(), true));
            }
        }
        reversed
    }

    /// SM3 of first and last year and of every day that departs from its weekday, counted from the first day; then of
    /// every local arrangement.
    #[cfg(feature = "check")]
    pub(super) fn digest(&self, local: &[LocalDay]) -> Digest {
        let first = CivilDate::new(published::FROM_YEAR, 1, 1).unwrap_or_default().epoch_days();
        let years = [published::FROM_YEAR, self.to_year].map(i32::to_be_bytes);
        let days = self.exceptions.0.iter().filter_map(|(day, _)| u16::try_from(day - first).ok());
        let days = days.flat_map(u16::to_be_bytes);
        let mut bytes: Vec<u8> = years.into_iter().flatten().chain(days).collect();
        for each in local {
            bytes.extend(each.day.to_be_bytes());
            bytes.push(each.kind as u8);
            bytes.extend(each.source.bytes().chain([0]));
        }
        sm3([&bytes])
    }
}

/// Last year of the table, estimated or not.
fn last_year() -> i32 {
    published::FROM_YEAR - 1 + i32::try_from(published::FESTIVALS.len()).unwrap_or(0)
}
