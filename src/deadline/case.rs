//! 办件: what the events of one case come to — when it was accepted, whether it is over, which stops there were.

use super::clock::{Clock, Thresholds};
use super::event::{CaseEvent, EventKind, Moment, day_of, moment};
use super::stop::{Stop, stops};
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Limit, LimitKind, ReceiptPolicy, ReceiptRule, Trigger};
use crate::error::words;
use crate::json::readable;
use crate::law::{DEEMED_ACCEPTED, HEARING_REQUEST, Procedure};

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
readable!(Start);

/// What clocks are computed from, beside their limits.
#[derive(Debug)]
pub(super) struct Case<'e, 'a> {
    pub item: &'a str,
    pub procedure: Procedure,
    pub limits: &'a [Limit<'a>],
    pub events: &'e [CaseEvent<'a>],
    /// The day on which the question is asked.
    pub on: CivilDate,
    /// The moment, for limits in hours.
    pub now: Option<Moment>,
    pub calendar: &'a Calendar,
    pub thresholds: Thresholds,
    /// 视为受理日.
    pub deemed: Option<CivilDate>,
    /// 受理, and why on that day.
    pub accepted: Option<Begin>,
    /// 办件终结 without a decision.
    pub over: Option<CivilDate>,
    pub stops: Vec<Stop<'e, 'a>>,
}

/// When a clock starts, and why.
#[derive(Debug, Clone, Copy)]
pub(super) struct Begin {
    pub at: Moment,
    pub by: Start,
    /// 提交日, where a rule of receipt has moved the start.
    pub submitted: Option<CivilDate>,
    /// 载明的受理日, where the authority states another day.
    pub stated: Option<CivilDate>,
}

impl Begin {
    const fn plain(at: Moment, by: Start) -> Self {
        Self { at, by, submitted: None, stated: None }
    }
}

impl<'e, 'a> Case<'e, 'a> {
    /// Reads the events once.
    pub fn new(
        (item, procedure): (&'a str, Procedure),
        limits: &'a [Limit<'a>],
        events: &'e [CaseEvent<'a>],
        on: CivilDate,
        calendar: &'a Calendar,
    ) -> Self {
        let (deemed, over, stops) = (None, None, Vec::new());
        let (thresholds, accepted, now) = (Thresholds::OURS, None, None);
        let mut case =
            Self { item, procedure, limits, events, on, now, calendar, thresholds, deemed, accepted, over, stops };
        case.deemed = case.deemed_accepted();
        case.accepted = case.acceptance();
        case.over = case.end();
        case.stops = stops_of(&case);
        case
    }

    /// What happened by the day of the question.
    pub fn happened(&self, kind: EventKind) -> Option<CivilDate> {
        day_of(self.events, kind).filter(|day| *day <= self.on)
    }

    /// 视为受理: the day as of which a licence application counts as accepted, since nobody said in time what to
    /// supplement. Computed, not certified. A rule of receipt never moves it.
    fn deemed_accepted(&self) -> Option<CivilDate> {
        let received = day_of(self.events, EventKind::Received).filter(|_| self.procedure == Procedure::Licence)?;
        let due = self.calendar.add(received, DEEMED_ACCEPTED.working_days).due?;
        let answers = [EventKind::Notified, EventKind::Accepted, EventKind::Refused, EventKind::Decided];
        let ends = [EventKind::Withdrawn, EventKind::Transferred, EventKind::Closed];
        let mut in_time = answers.into_iter().chain(ends).filter_map(|kind| day_of(self.events, kind));
        (!in_time.any(|day| day <= due) && self.on > due).then_some(received)
    }

    /// 视为准予延续: a renewal that was asked for in time and not decided before the licence expired (行政许可法 50).
    /// Computed, not certified.
    pub fn deemed_renewed(&self, clocks: &[Clock<'_>]) -> Option<CivilDate> {
        let expires = day_of(self.events, EventKind::Expires).filter(|_| self.procedure == Procedure::Licence)?;
        let asked = self.happened(EventKind::Received).filter(|asked| *asked <= expires)?;
        let late = |clock: &Clock<'_>| clock.kind == LimitKind::Renewal && clock.due.is_some_and(|due| asked > due);
        let ended = self.happened(EventKind::Decided).into_iter().chain(self.over).any(|end| end <= expires);
        (self.on > expires && !ended && !clocks.iter().any(late)).then_some(expires)
    }

    /// The day on which everything that was named had been supplied, for the first time after a day.
    pub fn complete_after(&self, day: CivilDate) -> Option<Moment> {
        let complete = |event: &&CaseEvent<'_>| {
            event.kind == EventKind::Supplemented && !event.partial && event.at.date >= day && event.at.date <= self.on
        };
        self.events.iter().find(complete).map(|event| event.at)
    }

    fn acceptance(&self) -> Option<Begin> {
        let stated = moment(self.events, EventKind::Accepted);
        let beside = |day: CivilDate| stated.map(|at| at.date).filter(|stated| *stated != day);
        if let Some(day) = self.deemed {
            return Some(Begin { stated: beside(day), ..Begin::plain(Moment::from(day), Start::Deemed) });
        }
        // 行政许可法 32(五): who has supplied everything is to be accepted, whatever day is stated later.
        let notified = day_of(self.events, EventKind::Notified).filter(|_| self.procedure == Procedure::Licence);
        let complete = notified.and_then(|day| self.complete_after(day));
        match (complete, stated) {
            (Some(complete), Some(stated)) if stated.date <= complete.date => Some(Begin::plain(stated, Start::Event)),
            (Some(complete), _) => {
                Some(Begin { stated: beside(complete.date), ..Begin::plain(complete, Start::Supplemented) })
            }
            (None, stated) => stated.map(|at| Begin::plain(at, Start::Event)),
        }
    }

    /// A refusal of what the law accepts already ends nothing; it is noted, and no verdict is given.
    fn end(&self) -> Option<CivilDate> {
        let refused = self.happened(EventKind::Refused).filter(|_| self.deemed.is_none());
        let ends = [EventKind::Withdrawn, EventKind::Transferred, EventKind::Closed];
        ends.into_iter().filter_map(|kind| self.happened(kind)).chain(refused).min()
    }

    /// When the clock of a limit starts.
    pub fn begin(&self, limit: &Limit<'_>, earlier: &[Clock<'_>]) -> Option<Begin> {
        match limit.trigger {
            Trigger::Elapsed => {
                let after = earlier.iter().find(|clock| Some(&clock.id) == limit.after.as_ref())?;
                Some(Begin::plain(Moment::from(after.due?), Start::Elapsed))
            }
            Trigger::Received => {
                let at = moment(self.events, EventKind::Received)?;
                let counted = limit.receipt.as_deref().and_then(|policy| received_on(at, policy, self.calendar));
                Some(match counted.filter(|day| *day != at.date) {
                    Some(day) => Begin { submitted: Some(at.date), ..Begin::plain(Moment::from(day), Start::Event) },
                    None => Begin::plain(at, Start::Event),
                })
            }
            Trigger::Accepted => self.accepted,
            // The applicant has the whole time after the last notice; one after acceptance has no effect.
            Trigger::Notified if limit.kind == LimitKind::Supplement => {
                let accepted = self.accepted.map(|begin| begin.at.date);
                let in_time = |event: &&CaseEvent<'_>| {
                    event.kind == EventKind::Notified && accepted.is_none_or(|accepted| event.at.date <= accepted)
                };
                let mut notices = self.events.iter().filter(in_time);
                let last = notices.clone().rfind(|event| event.at.date <= self.on);
                Some(Begin::plain(last.or_else(|| notices.next())?.at, Start::Event))
            }
            // 行政许可法 47: only who asks in time must be heard; late is what is late by both readings.
            Trigger::HearingRequested => {
                let asked = moment(self.events, EventKind::HearingRequested)?;
                let told = day_of(self.events, EventKind::HearingTold);
                let last = told.and_then(|told| self.calendar.add(told, HEARING_REQUEST.working_days).due);
                last.is_none_or(|last| asked.date <= last).then_some(Begin::plain(asked, Start::Event))
            }
            Trigger::Supplemented => {
                let complete = |event: &&CaseEvent<'_>| event.kind == EventKind::Supplemented && !event.partial;
                Some(Begin::plain(self.events.iter().find(complete)?.at, Start::Event))
            }
            other => Some(Begin::plain(moment(self.events, EventKind::of(other)?)?, Start::Event)),
        }
    }

    /// The moment that fulfils a limit whose clock started on a day.
    pub fn fulfilled(&self, kind: LimitKind, start: CivilDate) -> Option<Moment> {
        let from = |kinds: &[EventKind], from: Option<CivilDate>| {
            let counts = |event: &&CaseEvent<'_>| {
                let in_time = from.is_none_or(|from| event.at.date >= from) && event.at.date <= self.on;
                in_time && kinds.contains(&event.kind)
            };
            self.events.iter().filter(counts).map(|event| event.at).min_by_key(|at| (at.date, at.time))
        };
        let first = |kinds: &[EventKind]| from(kinds, None);
        match kind {
            LimitKind::Promised | LimitKind::Statutory => first(&[EventKind::Decided]),
            LimitKind::Preliminary => first(&[EventKind::Forwarded, EventKind::Decided]),
            LimitKind::Notice | LimitKind::Review => {
                let answers = [EventKind::Notified, EventKind::Accepted, EventKind::Refused, EventKind::Decided];
                from(&answers, Some(start))
            }
            LimitKind::Supplement => self.complete_after(start),
            LimitKind::Delivery => first(&[EventKind::Delivered]),
            LimitKind::Filing | LimitKind::Renewal | LimitKind::Opening => first(&[EventKind::Received]),
            LimitKind::HearingRequest => first(&[EventKind::HearingRequested]),
            LimitKind::Hearing => first(&[EventKind::HearingHeld]),
            LimitKind::HearingNotice => {
                let held = self.events.iter().find(|event| event.kind == EventKind::HearingHeld);
                held.and_then(|event| event.told).filter(|day| *day <= self.on).map(Moment::from)
            }
            LimitKind::Announcement => None,
        }
    }
}

fn stops_of<'e, 'a>(case: &Case<'e, 'a>) -> Vec<Stop<'e, 'a>> {
    stops(case.events, case.procedure, case.accepted.map(|begin| begin.at.date), case.on)
}

/// 收件日: the day that counts as the day of receipt under a published rule.
pub(super) fn received_on(at: Moment, policy: &ReceiptPolicy<'_>, calendar: &Calendar) -> Option<CivilDate> {
    let late = policy.close.is_some_and(|close| at.time.is_some_and(|time| time > close));
    match policy.rule {
        ReceiptRule::SystemTime => Some(at.date),
        ReceiptRule::OfficeHours if late && calendar.is_working_day(at.date)? => calendar.add(at.date, 1).due,
        ReceiptRule::NextWorkingDay | ReceiptRule::OfficeHours => calendar.add(at.date, 0).due,
    }
}
