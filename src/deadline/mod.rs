//! 时限: who must act by which day. A limit and the event that triggers it make a clock.
//!
//! The day of the event is not counted (民法典 201). A limit in calendar days, months or years whose last day is a day
//! off ends on the next working day (民法典 203); one in working days cannot end on a day off. Units are never mixed.

mod clock;
mod event;
mod trace;

pub use clock::{Actor, Clock, Light, Start};
pub use event::{CaseEvent, EventKind, Moment};
pub use trace::{DayMark, TraceRequest, trace};

use crate::calendar::{Calendar, CalendarRef, CivilDate, Counted};
use crate::catalogue::Limit;
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Id, Limits, Reader, record};
use crate::law::Procedure;
use clock::Case;

record! {
    input;
    /// What a schedule is computed from.
    pub struct ScheduleRequest<'a> {
        /// 事项编码: the basis of a limit that names no statute.
        "item" required item: Id<'a>,
        /// 程序类型: deemed acceptance belongs to licences only; `other` if absent.
        "procedure" optional procedure: Option<Procedure>,
        /// The limits, as the catalogue has them.
        "limits" required limits: Vec<Limit<'a>>,
        /// What has happened.
        "events" required events: Vec<CaseEvent<'a>>,
        /// The day on which the question is asked.
        "on" required on: CivilDate,
        /// The calendar to count with, by its digest; the one in use if absent.
        "calendar" optional calendar: Option<Digest>,
    }
}

record! {
    value;
    /// 时限表.
    pub struct Schedule<'a> {
        /// Every clock that an event has started, in the order of the limits.
        "clocks" required clocks: Vec<Clock<'a>>,
        /// 视为受理日, computed: nobody said in time what to supplement (行政许可法 32, licences only).
        "deemedAccepted" optional deemed_accepted: Option<CivilDate>,
        /// What it was computed with.
        "calendar" required calendar: CalendarRef<'a>,
    }
}

/// Largest request in bytes.
const MAX_BYTES: usize = 1024 * 1024;

impl<'a> ScheduleRequest<'a> {
    /// Reads a request.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `EVENT_ORDER` among them for events that cannot have happened so.
    pub fn read(text: &'a str) -> Result<Self> {
        let (request, mut issues) = Reader::tolerant::<Self>(text, Limits { bytes: MAX_BYTES });
        if issues.is_empty() {
            issues.extend(event::order_faults(&request.events));
        }
        if issues.is_empty() { Ok(request) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
    }

    /// Computes every clock.
    #[must_use]
    pub fn schedule(&'a self, calendar: &'a Calendar) -> Schedule<'a> {
        let procedure = self.procedure.unwrap_or(Procedure::Other);
        schedule((&self.item, procedure), &self.limits, &self.events, self.on, calendar)
    }
}

/// The clocks of some limits after some events, as they stand on a day.
#[must_use]
pub fn schedule<'a>(
    (item, procedure): (&'a str, Procedure),
    limits: &'a [Limit<'_>],
    events: &[CaseEvent<'_>],
    on: CivilDate,
    calendar: &'a Calendar,
) -> Schedule<'a> {
    let case = Case { procedure, events, on, calendar };
    let mut clocks: Vec<Clock<'a>> = Vec::with_capacity(limits.len());
    for limit in limits {
        let clock = case.clock(item, limit, &clocks);
        clocks.extend(clock);
    }
    Schedule { clocks, deemed_accepted: case.deemed_accepted(), calendar: calendar.version().clone() }
}

/// The last day of a limit that starts on a day.
#[must_use]
pub fn last_day(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> Counted {
    clock::last_day(limit, start, calendar)
}
