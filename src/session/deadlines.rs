//! 时限 and 日历: the calls that count days.

use super::answer::{Agenda, ScheduleResult};
use super::applicant::{Session, read};
use super::envelope::{Envelope, envelope};
use crate::calendar::{Calendar, CalendarYears};
use crate::check::remarks;
use crate::deadline::{BackwardsRequest, Schedule, ScheduleRequest, TraceRequest, trace};
use crate::digest::Digest;
use crate::error::Result;
use crate::json::{Text, Write, to_string};
use crate::wording::{ExplainRequest, agenda, explain};
use std::sync::Arc;

/// Writes an answer that borrows from its request.
pub(super) fn written<T: Write>(value: T) -> String {
    to_string(&Envelope::Ok(value))
}

pub(super) fn or_error(result: Result<String>) -> String {
    result.unwrap_or_else(|error| envelope::<()>(Err(error)))
}

impl Session {
    /// 时限: the clocks of some limits after some events.
    #[must_use]
    pub fn schedule(&self, request: &str) -> String {
        or_error(ScheduleRequest::read(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            let schedule = request.schedule(&calendar);
            let findings = remarks(&schedule, &calendar);
            let Schedule { clocks, deemed_accepted, deemed_renewed, over, notices, calendar, .. } = schedule;
            Ok(written(ScheduleResult { clocks, deemed_accepted, deemed_renewed, over, findings, notices, calendar }))
        }))
    }

    /// 逐日说明: every day of a clock.
    #[must_use]
    pub fn trace(&self, request: &str) -> String {
        or_error(read::<TraceRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            Ok(written(trace(&request.clock, &request.events, &calendar)))
        }))
    }

    /// 倒推: by when to file, or to supplement, so that a case is finished by a day.
    #[must_use]
    pub fn backwards(&self, request: &str) -> String {
        or_error(BackwardsRequest::read(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            Ok(written(request.backwards(&calendar)))
        }))
    }

    /// 时限说明: clocks in words.
    #[must_use]
    pub fn explain(&self, request: &str) -> String {
        or_error(read::<ExplainRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            let wording = self.wordings.get(request.locale.as_deref())?;
            Ok(written(explain(&request, &calendar, &wording)))
        }))
    }

    /// 日程: last days as an iCalendar file.
    #[must_use]
    pub fn ics(&self, request: &str) -> String {
        or_error(read::<ExplainRequest<'_>>(request).and_then(|request| {
            let calendar = self.calendars.get(request.calendar)?;
            let wording = self.wordings.get(request.locale.as_deref())?;
            Ok(written(Agenda { ics: Text::from(agenda(&request, &calendar, &wording)) }))
        }))
    }

    /// Loads years of a calendar, `yushen-calendar/0.1`; `in_use` makes it the one that everything is counted with.
    #[must_use]
    pub fn load_calendar(&self, years: &str, in_use: bool) -> String {
        let calendar = read::<CalendarYears<'_>>(years).and_then(|years| Calendar::with_years(&years));
        envelope(calendar.and_then(|calendar| self.calendars.add(calendar, in_use)))
    }

    /// A loaded calendar by its place; 0 is the calendar in use.
    #[must_use]
    pub fn calendar_at(&self, place: u32) -> Option<Arc<Calendar>> {
        self.calendars.at(place)
    }

    /// The place of a loaded calendar by its digest; 0 if there is none.
    #[must_use]
    pub fn calendar_place(&self, digest: &str) -> u32 {
        Digest::from_hex(digest).map_or(0, |digest| self.calendars.place(digest))
    }
}
