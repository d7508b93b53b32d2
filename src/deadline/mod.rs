//! 时限: who must act by which day. A limit and the event that triggers it make a clock.
//!
//! The day of the event is not counted (民法典 201). A limit in calendar days, months or years whose last day is a day
//! off ends on the next working day (民法典 203); one in working days cannot end on a day off. Units are never mixed.

mod act;
mod backward;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
mod book;
mod case;
mod clock;
mod event;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
mod joint;
mod span;
mod statutory;
mod stop;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
mod supervision;
mod trace;

pub use backward::{Backwards, BackwardsRequest, LatestStart};
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
pub use book::{BookItem, CaseBook, CaseChange, CaseRecord, ChangedDay};
pub use case::Start;
pub use clock::{Actor, Clock, Light, ThresholdFile};
pub use event::{CaseEvent, EventKind, Moment, StopKind};
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
pub use joint::{Joint, JointMember, JointRequest, MemberStage, MemberState};
pub use stop::Pause;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
pub use supervision::{CaseLight, Lights, Supervision};
pub use trace::{DayMark, TraceRequest, trace};

use crate::calendar::{Calendar, CalendarRef, CivilDate, Counted};
use crate::catalogue::{Limit, Notice};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Id, Limits, Read, Reader, Record, Text};
use crate::law::{Basis, Procedure};
use case::Case;
use clock::{Asked, Thresholds};
use span::Span;

/// What a schedule is computed from.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ScheduleRequest<'a> {
    /// 事项编码: the basis of a limit that names no statute.
    pub item: Text<'a>,
    /// 程序类型: deemed acceptance belongs to licences only; `other` if absent.
    pub procedure: Option<Procedure>,
    /// The limits, as the catalogue has them.
    pub limits: Vec<Limit<'a>>,
    /// What has happened.
    pub events: Vec<CaseEvent<'a>>,
    /// The day on which the question is asked.
    pub on: CivilDate,
    /// The moment at which it is asked, for limits in hours; the end of the day if absent.
    pub now: Option<Moment>,
    /// 预警阈值.
    pub thresholds: Option<ThresholdFile<'a>>,
    /// The calendar to count with, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
}

/// 时限表.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Schedule<'a> {
    /// Every clock that an event has started, in the order of the limits.
    pub clocks: Vec<Clock<'a>>,
    /// 视为受理日, computed: nobody said in time what to supplement (行政许可法 32, licences only).
    pub deemed_accepted: Option<CivilDate>,
    /// 视为准予延续日, computed: asked for in time and not decided before the expiry (行政许可法 50, licences only).
    pub deemed_renewed: Option<CivilDate>,
    /// 办件终结日: withdrawn, transferred, closed or refused, after which nothing is counted.
    pub over: Option<CivilDate>,
    /// 撤回日, if it was withdrawn.
    pub withdrawn: Option<CivilDate>,
    /// 提示函: late and unlawful acts, kept in the record and noted.
    pub notices: Vec<Notice<'a>>,
    /// What it was computed with.
    pub calendar: CalendarRef<'a>,
}

/// Largest request in bytes.
const MAX_BYTES: usize = 1024 * 1024;

/// Reads a request, and looks at it as a whole where its shape has no fault.
fn read<'a, T: Read<'a>>(text: &'a str, faults: impl Fn(&T) -> Vec<Issue>) -> Result<T> {
    let (request, mut issues) = Reader::tolerant::<T>(text, Limits { bytes: MAX_BYTES });
    if issues.is_empty() {
        issues = faults(&request);
    }
    if issues.is_empty() { Ok(request) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
}

impl<'a> ScheduleRequest<'a> {
    /// Reads a request.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `EVENT_ORDER` among them for events that cannot have happened so.
    pub fn read(text: &'a str) -> Result<Self> {
        read(text, |request: &Self| event::order_faults(&request.events))
    }

    /// Computes every clock.
    #[must_use]
    pub fn schedule(&'a self, calendar: &'a Calendar) -> Schedule<'a> {
        let procedure = self.procedure.unwrap_or(Procedure::Other);
        let mut case = Case::new((&self.item, procedure), &self.limits, &self.events, self.on, calendar);
        case.now = self.now;
        case.thresholds = Thresholds::of(self.thresholds.as_ref());
        case.schedule()
    }
}

impl<'a> Case<'_, 'a> {
    /// Every clock that an event has started: those of the item in their order, then those that the law sets.
    fn clocks(&self) -> Vec<Clock<'a>> {
        let mut clocks: Vec<Clock<'a>> = Vec::with_capacity(self.limits.len());
        for limit in self.limits {
            let entry = || Basis::entry(self.item, format!("/limits/{}", &*limit.id));
            let basis = limit.basis.as_ref().map_or_else(entry, Basis::cited);
            let clock = self.clock(Asked { limit, id: Id::from(&*limit.id), basis }, &clocks);
            clocks.extend(clock);
        }
        clocks.extend(self.by_law());
        clocks
    }

    fn schedule(&self) -> Schedule<'a> {
        let clocks = self.clocks();
        let notices = self.notices(&clocks);
        let calendar = self.calendar.version().clone();
        let (withdrawn, deemed_renewed) = (self.happened(EventKind::Withdrawn), self.deemed_renewed(&clocks));
        Schedule { clocks, deemed_accepted: self.deemed, deemed_renewed, over: self.over, withdrawn, notices, calendar }
    }
}

/// The clocks of some limits after some events, as they stand on a day.
#[must_use]
pub fn schedule<'a>(
    of: (&'a str, Procedure),
    limits: &'a [Limit<'a>],
    events: &[CaseEvent<'a>],
    on: CivilDate,
    calendar: &'a Calendar,
) -> Schedule<'a> {
    Case::new(of, limits, events, on, calendar).schedule()
}

/// The last day of a limit that starts on a day.
#[must_use]
pub fn last_day(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> Counted {
    let Span { due, certainty, .. } = Span::of(limit, 0, Moment::from(start), &[], calendar);
    Counted { due, certainty }
}
