//! 时限 and 日历: the calls that count days.

use super::answer::{Agenda, ScheduleResult};
use super::applicant::{Session, date, read};
use super::envelope::{envelope, or_refused, written};
use crate::calendar::{Calendar, CalendarYears, CivilDate};
use crate::check::remarks;
use crate::deadline::{BackwardsRequest, Schedule, ScheduleRequest, TraceRequest, trace, weeks};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Text, Write};
use crate::wording::{ExplainRequest, agenda, explain};
use std::sync::Arc;

/// Writes what the calendar answers, if it reaches that far.
fn in_range<T: Write>(answer: Option<T>, path: &str) -> Result<String> {
    answer.map(|answer| written(&answer)).ok_or_else(|| Error::new(ErrorCode::DateOutOfRange, path))
}

impl Session {
    /// 时限: the clocks of some limits after some events.
    #[must_use]
    pub fn schedule(&self, request: &str) -> String {
        or_refused(self.scheduled(request, None))
    }

    /// The same of an item of a catalogue, whose limits are at hand.
    #[must_use]
    pub fn schedule_item(&self, handle: u32, request: &str) -> String {
        or_refused(self.scheduled(request, Some(handle)))
    }

    /// A schedule with what it means for the applicant.
    fn scheduled(&self, request: &str, handle: Option<u32>) -> Result<String> {
        let request = ScheduleRequest::read(request, handle.is_some())?;
        let ready = |handle| self.catalogue(handle)?.single(&request.item, request.on);
        let ready = handle.map(ready).transpose()?;
        let calendar = self.calendars.get(request.calendar)?;
        let schedule = request.schedule(ready.as_ref().map(|ready| &ready.item), &calendar);
        let findings = remarks(&schedule, &calendar);
        let Schedule { clocks, deemed_accepted, deemed_renewed, over, notices, calendar, .. } = schedule;
        Ok(written(&ScheduleResult { clocks, deemed_accepted, deemed_renewed, over, findings, notices, calendar }))
    }

    /// 逐日说明: every day of a clock.
    #[must_use]
    pub fn trace(&self, request: &str) -> String {
        or_refused(read::<TraceRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            Ok(written(&trace(&request.clock, &request.events, &calendar)))
        }))
    }

    /// 倒推: by when to file, or to supplement, so that a case is finished by a day.
    #[must_use]
    pub fn backwards(&self, request: &str) -> String {
        or_refused(BackwardsRequest::read(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            Ok(written(&request.backwards(&calendar)))
        }))
    }

    /// 时限说明: clocks in words.
    #[must_use]
    pub fn explain(&self, request: &str) -> String {
        or_refused(read::<ExplainRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            let wording = self.wordings.get(request.locale.as_deref())?;
            Ok(written(&explain(&request, &calendar, &wording)))
        }))
    }

    /// 日程: last days as an iCalendar file.
    #[must_use]
    pub fn ics(&self, request: &str) -> String {
        or_refused(read::<ExplainRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            let wording = self.wordings.get(request.locale.as_deref())?;
            Ok(written(&Agenda { ics: Text::from(agenda(&request, &calendar, &wording)) }))
        }))
    }

    /// Loads years of a calendar, `yushen-calendar/0.1`; `in_use` makes it the one that everything is counted with.
    #[must_use]
    pub fn load_calendar(&self, years: &str, in_use: bool) -> String {
        let calendar = read::<CalendarYears<'_>>(years).and_then(|years| Calendar::with_years(&years));
        envelope(calendar.and_then(|calendar| self.calendars.add(calendar, in_use)))
    }

    /// Whether a day is a working day. `calendar` is the digest of a loaded one; empty, the calendar in use.
    #[must_use]
    pub fn day(&self, day: &str, calendar: &str) -> String {
        or_refused(self.dated(day, "/date", calendar).and_then(|(day, calendar)| in_range(calendar.day(day), "/date")))
    }

    /// The n-th working day after a day.
    #[must_use]
    pub fn add_working_days(&self, start: &str, n: i32, calendar: &str) -> String {
        or_refused(
            self.dated(start, "/start", calendar).map(|(start, calendar)| written(&calendar.counted_day(start, n))),
        )
    }

    /// Working days after one day up to and including another.
    #[must_use]
    pub fn working_days_between(&self, from: &str, to: &str, calendar: &str) -> String {
        or_refused(self.dated(from, "/from", calendar).and_then(|(from, calendar)| {
            let to = date(to, "/to")?;
            let outside = if calendar.kind(from).is_none() { "/from" } else { "/to" };
            in_range(calendar.day_count(from, to), outside)
        }))
    }

    /// 月历: the whole weeks of a month, `YYYY-MM`.
    #[must_use]
    pub fn month(&self, month: &str, calendar: &str) -> String {
        let first = self.dated(&[month, "-01"].concat(), "/month", calendar);
        or_refused(first.and_then(|(first, calendar)| in_range(weeks(first, &calendar), "/month")))
    }

    fn dated(&self, day: &str, path: &str, calendar: &str) -> Result<(CivilDate, Arc<Calendar>)> {
        let unknown = || Error::new(ErrorCode::CalendarUnknown, "/calendar");
        let named = (!calendar.is_empty()).then(|| Digest::from_hex(calendar).ok_or_else(unknown)).transpose();
        Ok((date(day, path)?, self.calendars.get(named?)?))
    }
}
