//! 一个时限的进程: from the day that starts it to its last day, and how much of it is left.

use super::case::{Begin, Case, Start};
use super::event::{CaseEvent, EventKind, Moment};
use super::span::Span;
use super::stop::{Pause, pauses};
use crate::calendar::{Certainty, CivilDate, Instant};
use crate::catalogue::{Limit, LimitKind, Trigger, Unit};
use crate::error::words;
use crate::json::{Id, Record, readable};
use crate::law::{self, Basis, Procedure};

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
        /// more is left than the thresholds say
        Normal = "normal",
        /// at most a fifth of the limit, or one day, is left, unless other thresholds are given
        Soon = "soon",
        /// 当日到期
        Today = "today",
        /// 超期
        Overdue = "overdue",
        /// 计时中止, 待恢复
        Paused = "paused",
        /// 已办结 or over
        Ended = "ended",
    }
}
readable!(Actor, Light);

/// 一个时限的进程.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Clock<'a> {
    /// The limit; `law-…` for one that the licensing law sets where the item has none of its kind.
    pub id: Id<'a>,
    /// What it is for.
    pub kind: LimitKind,
    /// Who must act.
    pub actor: Actor,
    /// How many it has in all, with what an extension adds.
    pub amount: u32,
    /// Of what it counts.
    pub unit: Unit,
    /// How many of them an extension has added.
    #[record(optional)]
    pub extended: u32,
    /// The event that starts it.
    pub trigger: Trigger,
    /// The day of the event that starts it; counting begins the day after. A renewal is counted back from it.
    pub start: CivilDate,
    /// Why it starts on that day.
    pub started_by: Start,
    /// 提交日, where a published rule of receipt has moved the start.
    pub submitted: Option<CivilDate>,
    /// 机关载明的受理日, where it is another day than the one that the law starts from.
    pub stated: Option<CivilDate>,
    /// 不计入的期间, as a union.
    #[record(optional)]
    pub pauses: Vec<Pause<'a>>,
    /// Last day before it is moved off a day off (民法典 203), where that moves it.
    pub raw: Option<CivilDate>,
    /// Last day; absent where the calendar does not reach, and while a stop is open (待恢复).
    pub due: Option<CivilDate>,
    /// The last moment of a limit in hours, where the moment that starts it is known.
    pub due_at: Option<Instant>,
    /// The latest it can come to when the notices of the years ahead are out, where it is an estimate; where the
    /// unit of a limit is in dispute, the later reading.
    pub latest: Option<CivilDate>,
    /// Of a clock that is counted back, the earliest it can come to when the notices of the years ahead are out.
    pub earliest: Option<CivilDate>,
    /// Last day if stops of which the applicant was not told in writing counted, where that makes a difference.
    pub strict: Option<CivilDate>,
    /// Used: working days for a limit in working days, hours for one in hours, else calendar days.
    pub used: i64,
    /// Left until the last day, negative when it is past; counted as `used`.
    pub left: Option<i64>,
    /// How certain the last day is.
    pub certainty: Certainty,
    /// How much time is left.
    pub light: Light,
    /// The day on which it was fulfilled, or on which the case was over.
    pub ended: Option<CivilDate>,
    /// It was fulfilled after its last day.
    #[record(optional)]
    pub late: bool,
    /// Where the limit is written.
    pub basis: Basis<'a>,
}

/// 预警阈值: from when on little time is left. Ours, not the law's; an authority may have others.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ThresholdFile<'a> {
    /// At most this many hundredths of the limit are left; 20 if absent.
    pub percent: Option<u32>,
    /// Or at most this many days; 1 if absent.
    pub days: Option<u32>,
    /// Where they are published.
    pub source: Option<crate::json::Text<'a>>,
}

/// The thresholds in use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    percent: i64,
    days: i64,
}

impl Thresholds {
    /// What we propose.
    pub const OURS: Self = Self { percent: 20, days: 1 };

    /// Those of a request.
    pub fn of(file: Option<&ThresholdFile<'_>>) -> Self {
        let Some(file) = file else { return Self::OURS };
        let or = |given: Option<u32>, ours| given.map_or(ours, i64::from);
        Self { percent: or(file.percent, Self::OURS.percent), days: or(file.days, Self::OURS.days) }
    }

    fn reached(self, left: i64, whole: i64) -> bool {
        left <= self.days.max((whole * self.percent + 99).div_euclid(100))
    }
}

/// A limit to be made a clock of: one of the item's, or one that the law sets.
#[derive(Debug)]
pub(super) struct Asked<'l, 'a> {
    pub limit: &'l Limit<'l>,
    pub id: Id<'a>,
    pub basis: Basis<'a>,
}

impl<'a> Case<'_, 'a> {
    /// The clock of a limit, if it has started.
    pub(super) fn clock(&self, asked: Asked<'_, 'a>, earlier: &[Clock<'_>]) -> Option<Clock<'a>> {
        let limit = asked.limit;
        let begin = self.begin(limit, earlier)?;
        let start = begin.at.date;
        let stopped = |told| if limit.kind.is_for_decision() { pauses(&self.stops, start, told) } else { Vec::new() };
        let pauses = stopped(false);
        let moves = limit.kind.is_the_applicants() && !limit.trigger.counts_back();
        let span = |pauses: &[Pause<'_>]| {
            let more = self.extended(limit, begin.at, pauses);
            let span = Span::of(limit, more, begin.at, pauses, self.calendar);
            (more, if moves { span.past_closures(self.calendar) } else { span })
        };
        let (more, whole) = span(&pauses);
        let untold = self.stops.iter().any(|stop| stop.void.is_none() && !stop.told);
        let strict = if untold && !pauses.is_empty() { span(&stopped(true)).1.due } else { None };
        if self.ended_before(limit.kind, start) {
            return None;
        }
        let mut clock = self.started(asked, begin, more, &whole);
        clock.strict = strict.filter(|day| whole.due != Some(*day));
        clock.pauses = pauses;
        // A stop that begins on the last day that counts, or later, has no part in the count.
        clock.pauses.retain(|pause| whole.raw.or(whole.due).is_none_or(|last| pause.from < last));
        self.measure(&mut clock, begin.at, &whole);
        Some(clock)
    }

    /// Whether the case was decided or over before a clock could start.
    fn ended_before(&self, kind: LimitKind, start: CivilDate) -> bool {
        let decided = self.happened(EventKind::Decided).filter(|_| kind.is_for_decision());
        decided.into_iter().chain(self.over).any(|end| end < start)
    }

    fn started(&self, asked: Asked<'_, 'a>, begin: Begin, more: u32, span: &Span) -> Clock<'a> {
        let Asked { limit, id, basis } = asked;
        let due = span.due;
        Clock {
            id,
            kind: limit.kind,
            actor: if limit.kind.is_the_applicants() { Actor::Applicant } else { Actor::Authority },
            amount: limit.amount.saturating_add(more),
            unit: limit.unit,
            extended: more,
            trigger: limit.trigger,
            start: begin.at.date,
            started_by: begin.by,
            submitted: begin.submitted,
            stated: begin.stated,
            raw: span.raw.filter(|raw| due.is_some_and(|due| due != *raw)),
            due,
            due_at: span.due_at.clone(),
            latest: self
                .other_reading(limit, begin.at.date)
                .or(span.latest)
                .filter(|latest| due.is_some_and(|due| *latest > due)),
            earliest: span.latest.filter(|earliest| due.is_some_and(|due| *earliest < due)),
            certainty: span.certainty,
            basis,
            ..Clock::default()
        }
    }

    /// 听证: the articles do not say which days they count. The earlier reading is the safe one; late is only what is late
    /// by both.
    fn other_reading(&self, limit: &Limit<'_>, start: CivilDate) -> Option<CivilDate> {
        let amount = i32::try_from(limit.amount).ok()?;
        match limit.kind {
            LimitKind::HearingRequest if limit.unit == Unit::CalendarDay => {
                let due = self.calendar.add(start, amount).due;
                Span { due, ..Span::default() }.past_closures(self.calendar).due
            }
            LimitKind::HearingNotice if limit.unit == Unit::WorkingDay => start.plus_days(-amount),
            _ => None,
        }
    }

    /// What is used and left, and the light.
    pub(super) fn measure(&self, clock: &mut Clock<'a>, start: Moment, span: &Span) {
        let done = self.fulfilled(clock.kind, clock.start);
        let fulfilled = done.map(|at| at.date);
        // Nobody has to do anything to end a period of notice, or for the day to come from which one can apply; and
        // whoever does not ask for a hearing is not late.
        let runs_out = matches!(clock.kind, LimitKind::Announcement | LimitKind::Opening | LimitKind::HearingRequest);
        let disputed = matches!(clock.kind, LimitKind::HearingRequest | LimitKind::HearingNotice);
        let last = clock.latest.filter(|_| disputed).or(clock.due);
        let held = self.happened(EventKind::HearingHeld).filter(|_| clock.kind == LimitKind::HearingNotice);
        let lapsed = last.filter(|last| runs_out && *last < self.on).or(held);
        clock.ended = fulfilled.into_iter().chain(self.over).chain(lapsed).min();
        // Who was never told of a hearing was not told in time.
        let kept = fulfilled.or(held).filter(|day| clock.ended == Some(*day));
        clock.late = kept.zip(last).is_some_and(|(kept, last)| kept > last) || passed(done, clock.due_at.as_ref());
        let back = clock.due.is_some_and(|due| due < clock.start);
        let from = if back { self.on } else { clock.start };
        let now = clock.ended.unwrap_or(self.on).max(from);
        let open = span.open.filter(|_| clock.ended.is_none());
        clock.used = self.counted(clock, from, now).unwrap_or_default() - self.paused(clock, now);
        clock.left = open.or_else(|| self.counted(clock, now, clock.due?).map(|left| left - self.ahead(clock, now)));
        let whole = clock.due.and_then(|due| Some(self.counted(clock, clock.start, due)? - self.paused(clock, due)));
        let mut whole = whole.unwrap_or_default().abs();
        if clock.unit == Unit::Hour {
            self.measure_hours(clock, start, done, open);
            whole = i64::from(clock.amount);
        }
        clock.light = match clock.left {
            _ if clock.ended.is_some() => Light::Ended,
            _ if open.is_some() => Light::Paused,
            Some(_) if last.is_some_and(|last| now > last) => Light::Overdue,
            Some(left) if clock.unit == Unit::Hour && left < 0 => Light::Overdue,
            Some(_) if clock.due == Some(now) => Light::Today,
            Some(left) if self.thresholds.reached(left, whole) => Light::Soon,
            _ => Light::Normal,
        };
    }

    /// Of a limit in hours: whole hours to the moment of the question; without one, to the end of its day.
    fn measure_hours(&self, clock: &mut Clock<'a>, start: Moment, done: Option<Moment>, open: Option<i64>) {
        const DAY: i64 = 24 * 60;
        let amount = i64::from(clock.amount);
        if let Some(left) = open {
            (clock.used, clock.left) = (amount - left, open);
            return;
        }
        let minute =
            |at: Moment| i64::from(at.date.epoch_days()) * DAY + at.time.map_or(DAY, |time| i64::from(time.minutes()));
        let done = done.filter(|at| clock.ended == Some(at.date));
        let at = done.or_else(|| self.now.filter(|_| clock.ended.is_none()));
        let at = at.unwrap_or_else(|| Moment::from(clock.ended.unwrap_or(self.on)));
        let stopped = clock.pauses.iter().filter_map(|pause| Some((pause.from.min(at.date), pause.to?.min(at.date))));
        let stopped: i64 = stopped.map(|(from, to)| i64::from(to.epoch_days() - from.epoch_days()) * DAY).sum();
        let used = (minute(at) - minute(start) - stopped).max(0);
        clock.used = used.div_euclid(60);
        clock.left = Some((amount * 60 - used).div_euclid(60));
    }

    fn counted(&self, clock: &Clock<'_>, from: CivilDate, to: CivilDate) -> Option<i64> {
        match clock.unit {
            Unit::WorkingDay => self.calendar.between(from, to).map(i64::from),
            _ => Some(i64::from(to.epoch_days() - from.epoch_days())),
        }
    }

    /// What of the stops lies before a day.
    fn paused(&self, clock: &Clock<'_>, now: CivilDate) -> i64 {
        let before = clock.pauses.iter().filter(|pause| pause.from < now);
        before.filter_map(|pause| self.counted(clock, pause.from, pause.to.unwrap_or(now).min(now))).sum()
    }

    /// What of the stops lies between a day and the last one.
    fn ahead(&self, clock: &Clock<'_>, now: CivilDate) -> i64 {
        let after = clock.pauses.iter().filter_map(|pause| Some((pause.from.max(now), pause.to?)));
        after.filter(|(from, to)| from < to).filter_map(|(from, to)| self.counted(clock, from, to)).sum()
    }

    /// What an extension adds to a limit: once, approved on its last day or before, never more than it can be.
    fn extended(&self, limit: &Limit<'_>, start: Moment, pauses: &[Pause<'_>]) -> u32 {
        let Some(most) = self.most(limit) else { return 0 };
        let Some(event) = self.extensions(limit, start.date).next() else { return 0 };
        let due = Span::of(limit, 0, start, pauses, self.calendar).due;
        let in_time = due.is_none_or(|due| event.at.date <= due);
        if in_time { event.days.map_or(most, |days| days.min(most)) } else { 0 }
    }

    /// How far a limit can be extended: as its entry says; else, for the twenty days of a licence, as the law says.
    pub(super) fn most(&self, limit: &Limit<'_>) -> Option<u32> {
        let by_law = || {
            let basis = limit.basis.as_ref().filter(|_| self.procedure == Procedure::Licence)?;
            (limit.kind == LimitKind::Statutory && law::EXTENSION.is(basis)).then_some(10)
        };
        limit.extension.as_ref().map(|extension| extension.amount).or_else(by_law)
    }

    /// The extensions that concern a limit whose clock started on a day.
    pub(super) fn extensions<'c>(
        &'c self,
        limit: &'c Limit<'_>,
        start: CivilDate,
    ) -> impl Iterator<Item = &'c CaseEvent<'a>> {
        let concerns = move |event: &&CaseEvent<'_>| {
            event.kind == EventKind::Extended
                && (start..=self.on).contains(&event.at.date)
                && event.limit.as_ref().is_none_or(|id| **id == *limit.id)
        };
        self.events.iter().filter(concerns)
    }
}

/// Whether something was done after the last moment of a limit in hours.
fn passed(done: Option<Moment>, last: Option<&Instant>) -> bool {
    let both = done.zip(last);
    both.is_some_and(|(done, last)| done.date == last.date() && done.time.is_some_and(|time| time > last.time()))
}
