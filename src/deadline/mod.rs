//! 时限: who must act by which day. A limit and the event that triggers it make a clock.
//!
//! The day of the event is not counted (民法典 201). A limit in calendar days, months or years whose last day is a day
//! off ends on the next working day (民法典 203); one in working days cannot end on a day off. Units are never mixed.

mod act;
mod backward;
#[cfg(feature = "editor")]
mod book;
mod case;
mod clock;
mod event;
#[cfg(feature = "editor")]
mod joint;
mod span;
mod statutory;
mod stop;
#[cfg(feature = "editor")]
mod supervision;
mod trace;

pub use backward::{Backwards, BackwardsRequest, LatestStart};
#[cfg(feature = "editor")]
pub use book::{BookItem, CaseBook, CaseChange, CaseRecord, ChangedDay};
pub use case::Start;
pub use clock::{Actor, Clock, Light, ThresholdFile};
pub use event::{CaseEvent, EventKind, Moment, StopKind};
#[cfg(feature = "editor")]
pub use joint::{Joint, JointMember, JointRequest, MemberStage, MemberState};
pub use stop::Pause;
#[cfg(feature = "editor")]
pub use supervision::{CaseLight, Lights, Supervision};
pub use trace::{DayMark, TraceRequest, trace, weeks};

use crate::calendar::{Calendar, CalendarRef, CivilDate, Counted};
use crate::catalogue::{Item, Limit, Notice};
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
    /// 程序类型: deemed acceptance belongs to licences only; `other` if absent. An item of a catalogue has its own.
    pub procedure: Option<Procedure>,
    /// The limits, as a catalogue has them; absent where an item of a catalogue is meant, which has its own.
    pub limits: Option<Vec<Limit<'a>>>,
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
    /// Reads a request; `at_hand` is whether an item of a catalogue is meant, which has its limits and its procedure.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `EVENT_ORDER` among them for events that cannot have happened so.
    pub fn read(text: &'a str, at_hand: bool) -> Result<Self> {
        read(text, |request: &Self| {
            let mut issues = event::order_faults(&request.events);
            let twice = [("/limits", request.limits.is_some()), ("/procedure", request.procedure.is_some())];
            let twice = twice.into_iter().filter(|(_, given)| at_hand && *given);
            issues.extend(twice.map(|(path, _)| Issue { code: ErrorCode::UnknownKey, path: path.into() }));
            if !at_hand && request.limits.is_none() {
                issues.push(Issue { code: ErrorCode::KeyMissing, path: "/limits".into() });
            }
            issues
        })
    }

    /// Computes every clock of the limits, or of an item.
    #[must_use]
    pub fn schedule(&'a self, item: Option<&'a Item<'a>>, calendar: &'a Calendar) -> Schedule<'a> {
        let given = (self.procedure.unwrap_or(Procedure::Other), self.limits.as_deref().unwrap_or_default());
        let (procedure, limits) = item.map_or(given, |item| (item.procedure, &item.limits));
        let mut case = Case::new((&self.item, procedure), limits, &self.events, self.on, calendar);
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

/// The clocks of some limits of an item after some events, as they stand on a day.
///
/// # Errors
/// `REQUEST_INVALID` with an `EVENT_ORDER` for each event that cannot have happened so.
pub fn schedule<'a>(
    item: &'a str,
    procedure: Procedure,
    limits: &'a [Limit<'a>],
    events: &[CaseEvent<'a>],
    on: CivilDate,
    calendar: &'a Calendar,
) -> Result<Schedule<'a>> {
    let issues = event::order_faults(events);
    if !issues.is_empty() {
        return Err(Error::invalid(ErrorCode::RequestInvalid, issues));
    }
    Ok(Case::new((item, procedure), limits, events, on, calendar).schedule())
}

/// The clocks of the limits of an item for a case that is received and accepted on a day.
pub(crate) fn accepted<'a>(item: &'a Item<'_>, on: CivilDate, calendar: &'a Calendar) -> Vec<Clock<'a>> {
    let events = [EventKind::Received, EventKind::Accepted].map(|kind| CaseEvent::plain(kind, on));
    Case::new((&item.code, item.procedure), &item.limits, &events, on, calendar).clocks()
}

/// The last day of a limit that starts on a day.
#[must_use]
pub fn last_day(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> Counted {
    let Span { due, certainty, .. } = Span::of(limit, 0, Moment::from(start), &[], calendar);
    Counted { due, certainty }
}
