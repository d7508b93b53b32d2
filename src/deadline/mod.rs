//! 时限: who must act by which day. A limit and the event that triggers it make a clock.
//!
//! The day of the event is not counted (民法典 201). A limit in calendar days, months or years whose last day is a day
//! off ends on the next working day (民法典 203); one in working days cannot end on a day off. Units are never mixed.

use crate::calendar::{Calendar, CalendarRef, Certainty, CivilDate, Counted, Instant};
use crate::catalogue::{Limit, LimitKind, Trigger, Unit};
use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::json::{Id, Limits, Read, Reader, Shape, Text, readable, record};
use crate::law::Basis;

words! {
    /// 办件事件: what happened in a case.
    pub enum EventKind {
        /// 收到申请
        Received = "received",
        /// 补正告知
        Notified = "notified",
        /// 补正
        Supplemented = "supplemented",
        /// 受理
        Accepted = "accepted",
        /// 作出决定
        Decided = "decided",
        /// 送达
        Delivered = "delivered",
    }
}

words! {
    /// 责任方: who must act.
    pub enum Actor {
        /// 实施主体
        Authority = "authority",
        /// 申请人
        Applicant = "applicant",
    }
}

words! {
    /// 状态灯: how much time is left. The thresholds are ours, not the law's.
    pub enum Light {
        /// more than a fifth of the limit is left
        Normal = "normal",
        /// at most a fifth of the limit, or one day, is left
        Soon = "soon",
        /// 当日到期
        Today = "today",
        /// 超期
        Overdue = "overdue",
        /// 已办结
        Ended = "ended",
    }
}
readable!(EventKind, Actor, Light);

/// A day or an instant; of an instant only its day in Asia/Shanghai counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moment(pub CivilDate);

impl<'a> Read<'a> for Moment {
    const SHAPE: &'static Shape = &Shape::Either(&[&Shape::Date, &Shape::Instant]);
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        let instant = || Instant::parse(&text).map(|instant| instant.date());
        CivilDate::parse(&text).or_else(instant).map_or_else(
            || {
                reader.fault(if text.contains('T') { ErrorCode::InstantInvalid } else { ErrorCode::DateInvalid });
                Self::default()
            },
            Self,
        )
    }
}

record! {
    input;
    /// 办件事件.
    pub struct CaseEvent<'a> {
        /// What happened.
        "type" required kind: EventKind,
        /// When: a day, or an instant whose day in Asia/Shanghai counts.
        "at" required at: Moment,
        /// 文号 of the document about it.
        "document" optional document: Option<Text<'a>>,
    }
}

record! {
    input;
    /// What a schedule is computed from.
    pub struct ScheduleRequest<'a> {
        /// 事项编码: the basis of a limit that names no statute.
        "item" required item: Id<'a>,
        /// The limits, as the catalogue has them.
        "limits" required limits: Vec<Limit<'a>>,
        /// What has happened.
        "events" required events: Vec<CaseEvent<'a>>,
        /// The day on which the question is asked.
        "on" required on: CivilDate,
    }
}

record! {
    value;
    /// 一个时限的进程.
    pub struct Clock<'a> {
        /// The limit.
        "id" required id: Id<'a>,
        /// What it is for.
        "kind" required kind: LimitKind,
        /// Who must act.
        "actor" required actor: Actor,
        /// Of what it counts.
        "unit" required unit: Unit,
        /// The day of the event that starts it; counting begins the day after.
        "start" required start: CivilDate,
        /// Last day before it is moved off a day off (民法典 203), where that moves it.
        "raw" optional raw: Option<CivilDate>,
        /// Last day; absent where the calendar does not reach.
        "due" optional due: Option<CivilDate>,
        /// Days used: working days for a limit in working days, else calendar days.
        "used" required used: i64,
        /// Days left until the last day, negative when it is past; counted as `used`.
        "left" optional left: Option<i64>,
        /// How certain the last day is.
        "certainty" required certainty: Certainty,
        /// How much time is left.
        "light" required light: Light,
        /// Where the limit is written.
        "basis" required basis: Basis<'a>,
    }
}

record! {
    value;
    /// 时限表.
    pub struct Schedule<'a> {
        /// Every clock that an event has started, in the order of the limits.
        "clocks" required clocks: Vec<Clock<'a>>,
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
            issues.extend(order_faults(&request.events));
        }
        if issues.is_empty() { Ok(request) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
    }

    /// Computes every clock.
    #[must_use]
    pub fn schedule(&'a self, calendar: &'a Calendar) -> Schedule<'a> {
        schedule(&self.item, &self.limits, &self.events, self.on, calendar)
    }
}

/// An event happens once, and not before one that must precede it.
fn order_faults(events: &[CaseEvent<'_>]) -> Vec<Issue> {
    const BEFORE_DECISION: [EventKind; 3] = [EventKind::Received, EventKind::Notified, EventKind::Accepted];
    let precede = |kind| -> &[EventKind] {
        match kind {
            EventKind::Received => &[],
            EventKind::Notified | EventKind::Accepted => &[EventKind::Received],
            EventKind::Supplemented => &[EventKind::Received, EventKind::Notified],
            EventKind::Decided => &BEFORE_DECISION,
            EventKind::Delivered => {
                &[EventKind::Received, EventKind::Notified, EventKind::Accepted, EventKind::Decided]
            }
        }
    };
    let mut faults = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let twice = events.iter().take(index).any(|other| other.kind == event.kind);
        let mut before = precede(event.kind).iter().filter_map(|kind| day_of(events, *kind));
        if twice || before.any(|before| event.at.0 < before) {
            faults.push(Issue { code: ErrorCode::EventOrder, path: format!("/events/{index}/at") });
        }
    }
    faults
}

fn day_of(events: &[CaseEvent<'_>], kind: EventKind) -> Option<CivilDate> {
    events.iter().find(|event| event.kind == kind).map(|event| event.at.0)
}

/// The clocks of some limits after some events, as they stand on a day.
#[must_use]
pub fn schedule<'a>(
    item: &'a str,
    limits: &'a [Limit<'_>],
    events: &[CaseEvent<'_>],
    on: CivilDate,
    calendar: &'a Calendar,
) -> Schedule<'a> {
    let clocks = limits.iter().filter_map(|limit| {
        let start = day_of(events, trigger(limit.trigger))?;
        let ended = ends(limit.kind).iter().find_map(|kind| day_of(events, *kind));
        Some(clock(item, limit, start, ended, on, calendar))
    });
    Schedule { clocks: clocks.collect(), calendar: calendar.version().clone() }
}

const fn trigger(trigger: Trigger) -> EventKind {
    match trigger {
        Trigger::Received => EventKind::Received,
        Trigger::Accepted => EventKind::Accepted,
        Trigger::Notified => EventKind::Notified,
        Trigger::Decided => EventKind::Decided,
    }
}

/// The events that fulfil a limit.
const fn ends(kind: LimitKind) -> &'static [EventKind] {
    match kind {
        LimitKind::Promised | LimitKind::Statutory => &[EventKind::Decided],
        LimitKind::Notice => &[EventKind::Notified, EventKind::Accepted],
        LimitKind::Supplement => &[EventKind::Supplemented],
        LimitKind::Delivery => &[EventKind::Delivered],
    }
}

fn clock<'a>(
    item: &'a str,
    limit: &'a Limit<'_>,
    start: CivilDate,
    ended: Option<CivilDate>,
    on: CivilDate,
    calendar: &Calendar,
) -> Clock<'a> {
    let (raw, counted) = last_day(limit, start, calendar);
    let now = ended.map_or(on, |end| end.min(on)).max(start);
    let days = |from: CivilDate, to: CivilDate| match limit.unit {
        Unit::WorkingDay => calendar.between(from, to).map(i64::from),
        _ => Some(i64::from(to.epoch_days() - from.epoch_days())),
    };
    let left = counted.due.and_then(|due| days(now, due));
    let whole = counted.due.and_then(|due| days(start, due)).unwrap_or_default();
    let light = match left {
        _ if ended.is_some_and(|end| end <= on) => Light::Ended,
        Some(_) if counted.due.is_some_and(|due| now > due) => Light::Overdue,
        Some(_) if counted.due == Some(now) => Light::Today,
        Some(left) if left <= 1.max(whole.div_euclid(5) + i64::from(whole % 5 > 0)) => Light::Soon,
        _ => Light::Normal,
    };
    Clock {
        id: Id::from(&*limit.id),
        kind: limit.kind,
        actor: if limit.kind == LimitKind::Supplement { Actor::Applicant } else { Actor::Authority },
        unit: limit.unit,
        start,
        raw: raw.filter(|raw| counted.due.is_some_and(|due| due != *raw)),
        due: counted.due,
        used: days(start, now).unwrap_or_default(),
        left,
        certainty: counted.certainty,
        light,
        basis: limit.basis.as_ref().map_or_else(|| Basis::entry(item, format!("/limits/{}", &*limit.id)), Basis::cited),
    }
}

/// The last day of a limit: as counted, and after 民法典 203.
fn last_day(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> (Option<CivilDate>, Counted) {
    let amount = i32::try_from(limit.amount).unwrap_or(i32::MAX);
    if limit.unit == Unit::WorkingDay || limit.amount == 0 {
        return (None, calendar.add(start, amount));
    }
    let raw = match limit.unit {
        Unit::Month => start.plus_months(limit.amount),
        Unit::Year => limit.amount.checked_mul(12).and_then(|months| start.plus_months(months)),
        _ => start.plus_days(amount),
    };
    let counted = raw.map(|raw| calendar.roll(raw));
    (raw, counted.unwrap_or(Counted::UNKNOWN))
}
