//! 一个时限的进程: from the day that starts it to its last day, and how much of it is left.

use super::event::{CaseEvent, EventKind, Moment, day_of, moment};
use crate::calendar::{Calendar, Certainty, CivilDate, Counted};
use crate::catalogue::{Limit, LimitKind, ReceiptPolicy, ReceiptRule, Trigger, Unit};
use crate::error::words;
use crate::json::{Id, readable, record};
use crate::law::{Basis, DEEMED_ACCEPTED, Procedure};

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

words! {
    /// 起算原因: why a clock starts on its day.
    pub enum Start {
        /// the event itself
        Event = "event",
        /// 视为受理: nobody told the applicant in time what to supplement (行政许可法 32)
        Deemed = "deemed",
        /// 补正齐全: acceptance is due on the day on which everything was in (行政许可法 32)
        Supplemented = "supplemented",
        /// 另一时限届满
        Elapsed = "elapsed",
    }
}
readable!(Actor, Light, Start);

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
        /// The day of the event that starts it; counting begins the day after. A renewal is counted back from it.
        "start" required start: CivilDate,
        /// Why it starts on that day.
        "startedBy" required started_by: Start,
        /// 提交日, where a published rule of receipt has moved the start.
        "submitted" optional submitted: Option<CivilDate>,
        /// Last day before it is moved off a day off (民法典 203), where that moves it.
        "raw" optional raw: Option<CivilDate>,
        /// Last day; absent where the calendar does not reach.
        "due" optional due: Option<CivilDate>,
        /// The latest it can come to when the notices of the years ahead are out, where it is an estimate.
        "latest" optional latest: Option<CivilDate>,
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

/// What a clock is computed from, beside its limit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'c> {
    pub procedure: Procedure,
    pub events: &'c [CaseEvent<'c>],
    pub on: CivilDate,
    pub calendar: &'c Calendar,
}

/// When a clock starts, and why.
#[derive(Debug, Clone, Copy)]
struct Begin {
    at: CivilDate,
    submitted: Option<CivilDate>,
    by: Start,
}

impl Case<'_> {
    /// 视为受理: the day as of which a licence application counts as accepted, since nobody said in time what to
    /// supplement. Computed, not certified. A rule of receipt never moves it.
    pub(super) fn deemed_accepted(&self) -> Option<CivilDate> {
        let received = day_of(self.events, EventKind::Received).filter(|_| self.procedure == Procedure::Licence)?;
        let due = self.calendar.add(received, DEEMED_ACCEPTED.working_days).due?;
        let in_time = |kind| day_of(self.events, kind).is_some_and(|day| day <= due);
        let told = in_time(EventKind::Notified) || in_time(EventKind::Accepted) || in_time(EventKind::Decided);
        (!told && self.on > due).then_some(received)
    }

    fn begin(&self, limit: &Limit<'_>, earlier: &[Clock<'_>]) -> Option<Begin> {
        let plain = |at: CivilDate, by| Begin { at, submitted: None, by };
        match limit.trigger {
            Trigger::Elapsed => {
                let after = earlier.iter().find(|clock| Some(&clock.id) == limit.after.as_ref())?;
                Some(plain(after.due?, Start::Elapsed))
            }
            Trigger::Received => {
                let at = moment(self.events, EventKind::Received)?;
                let counted = limit.receipt.as_deref().and_then(|policy| received_on(at, policy, self.calendar));
                let moved = counted.filter(|day| *day != at.date);
                Some(Begin { at: moved.unwrap_or(at.date), submitted: moved.map(|_| at.date), by: Start::Event })
            }
            Trigger::Accepted => {
                let stated = day_of(self.events, EventKind::Accepted);
                let complete = || day_of(self.events, EventKind::Supplemented).filter(|day| *day <= self.on);
                let inferred = || complete().filter(|_| self.procedure == Procedure::Licence);
                self.deemed_accepted()
                    .map(|day| plain(day, Start::Deemed))
                    .or_else(|| stated.map(|day| plain(day, Start::Event)))
                    .or_else(|| inferred().map(|day| plain(day, Start::Supplemented)))
            }
            other => day_of(self.events, EventKind::of(other)?).map(|day| plain(day, Start::Event)),
        }
    }

    /// The clock of a limit, if it has started.
    pub(super) fn clock<'a>(&self, item: &'a str, limit: &'a Limit<'_>, earlier: &[Clock<'_>]) -> Option<Clock<'a>> {
        let Begin { at: start, submitted, by: started_by } = self.begin(limit, earlier)?;
        let span = Span::of(limit, start, self.calendar);
        let fulfilled = ends(limit.kind).iter().find_map(|kind| day_of(self.events, *kind));
        // Nobody has to do anything to end a period of notice, or for the day to come from which one can apply.
        let runs_out = matches!(limit.kind, LimitKind::Announcement | LimitKind::Opening);
        let ended = fulfilled.or(span.due.filter(|due| runs_out && *due < self.on)).filter(|end| *end <= self.on);
        let from = if limit.trigger == Trigger::Expires { self.on } else { start };
        let now = ended.unwrap_or(self.on).max(from);
        let days = |from: CivilDate, to: CivilDate| match limit.unit {
            Unit::WorkingDay => self.calendar.between(from, to).map(i64::from),
            _ => Some(i64::from(to.epoch_days() - from.epoch_days())),
        };
        let left = span.due.and_then(|due| days(now, due));
        let whole = span.due.and_then(|due| days(start, due)).unwrap_or_default().abs();
        Some(Clock {
            id: Id::from(&*limit.id),
            kind: limit.kind,
            actor: if limit.kind.is_the_applicants() { Actor::Applicant } else { Actor::Authority },
            unit: limit.unit,
            start,
            started_by,
            submitted,
            raw: span.raw.filter(|raw| span.due.is_some_and(|due| due != *raw)),
            due: span.due,
            latest: span.latest.filter(|latest| span.due.is_some_and(|due| *latest > due)),
            used: days(from, now).unwrap_or_default(),
            left,
            certainty: span.certainty,
            light: light(ended.is_some(), span.due, now, left, whole),
            basis: limit
                .basis
                .as_ref()
                .map_or_else(|| Basis::entry(item, format!("/limits/{}", &*limit.id)), Basis::cited),
        })
    }
}

fn light(ended: bool, due: Option<CivilDate>, now: CivilDate, left: Option<i64>, whole: i64) -> Light {
    let soon = 1.max(whole.div_euclid(5) + i64::from(whole % 5 > 0));
    match left {
        _ if ended => Light::Ended,
        Some(_) if due.is_some_and(|due| now > due) => Light::Overdue,
        Some(_) if due == Some(now) => Light::Today,
        Some(left) if left <= soon => Light::Soon,
        _ => Light::Normal,
    }
}

/// The events that fulfil a limit.
const fn ends(kind: LimitKind) -> &'static [EventKind] {
    match kind {
        LimitKind::Promised | LimitKind::Statutory => &[EventKind::Decided],
        LimitKind::Notice | LimitKind::Review => &[EventKind::Notified, EventKind::Accepted],
        LimitKind::Supplement => &[EventKind::Supplemented],
        LimitKind::Delivery => &[EventKind::Delivered],
        LimitKind::Filing | LimitKind::Renewal | LimitKind::Opening => &[EventKind::Received],
        LimitKind::Announcement => &[],
    }
}

/// 收件日: the day that counts as the day of receipt under a published rule.
fn received_on(at: Moment, policy: &ReceiptPolicy<'_>, calendar: &Calendar) -> Option<CivilDate> {
    let late = policy.close.is_some_and(|close| at.time.is_some_and(|time| time > close));
    match policy.rule {
        ReceiptRule::SystemTime => Some(at.date),
        ReceiptRule::OfficeHours if late && calendar.is_working_day(at.date)? => calendar.add(at.date, 1).due,
        ReceiptRule::NextWorkingDay | ReceiptRule::OfficeHours => calendar.add(at.date, 0).due,
    }
}

/// The last day alone.
pub(super) fn last_day(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> Counted {
    let Span { due, certainty, .. } = Span::of(limit, start, calendar);
    Counted { due, certainty }
}

/// The last day of a limit: as counted, and after 民法典 203.
#[derive(Debug, Clone, Copy)]
struct Span {
    raw: Option<CivilDate>,
    due: Option<CivilDate>,
    latest: Option<CivilDate>,
    certainty: Certainty,
}

impl Span {
    fn of(limit: &Limit<'_>, start: CivilDate, calendar: &Calendar) -> Self {
        let amount = i32::try_from(limit.amount).unwrap_or(i32::MAX);
        let back = limit.trigger == Trigger::Expires;
        if limit.unit == Unit::WorkingDay || (limit.amount == 0 && !back) {
            let amount = if back { -amount } else { amount };
            return Self::counted(None, calendar.add(start, amount), calendar.latest(start, amount));
        }
        let months = match limit.unit {
            Unit::Month => Some(limit.amount),
            Unit::Year => limit.amount.checked_mul(12),
            _ => None,
        };
        let raw = match (months, limit.unit, back) {
            (Some(months), _, false) => start.plus_months(months),
            (Some(months), _, true) => start.minus_months(months),
            (None, Unit::CalendarDay, false) => start.plus_days(amount),
            (None, Unit::CalendarDay, true) => start.plus_days(amount.saturating_neg()),
            (None, ..) => None,
        };
        let Some(day) = raw else { return Self::counted(None, Counted::UNKNOWN, None) };
        // A period of notice runs out on its day; a day counted back is not moved towards the expiry.
        if back || limit.kind == LimitKind::Announcement {
            return Self::counted(raw, Counted { due: raw, certainty: Certainty::Published }, None);
        }
        Self::counted(raw, calendar.add(day, 0), calendar.latest(day, 0))
    }

    const fn counted(raw: Option<CivilDate>, counted: Counted, latest: Option<CivilDate>) -> Self {
        Self { raw, due: counted.due, latest, certainty: counted.certainty }
    }
}
