//! 倒推: by when to file, or to supplement, so that a case is finished by a day.

use super::case::received_on;
use super::event::{CaseEvent, EventKind, Moment, day_of, order_faults};
use super::span::Span;
use super::{last_day, read};
use crate::calendar::{Calendar, Certainty, CivilDate};
use crate::catalogue::{Limit, LimitKind, Trigger, Unit};
use crate::digest::Digest;
use crate::error::Result;
use crate::json::{Id, Record, Text};
use crate::law::{DEEMED_ACCEPTED, Procedure};

/// What is counted backwards.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct BackwardsRequest<'a> {
    /// 事项编码.
    pub item: Text<'a>,
    /// 程序类型; `other` if absent.
    pub procedure: Option<Procedure>,
    /// The limits, as the catalogue has them.
    pub limits: Vec<Limit<'a>>,
    /// The day by which it should be finished.
    pub finish_by: CivilDate,
    /// What has happened already: a notice to supplement has a last day of its own.
    #[record(optional)]
    pub events: Vec<CaseEvent<'a>>,
    /// The calendar to count with, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
}

/// The last day on which a limit can start and still end in time.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct LatestStart<'a> {
    /// The limit.
    pub id: Id<'a>,
    /// What it is for.
    pub kind: LimitKind,
    /// The event that starts it.
    pub trigger: Trigger,
    /// The last day for that event.
    pub start: CivilDate,
    /// 稳妥日: the last day to file if the authority uses all the time it has to say whether it accepts.
    pub safe: CivilDate,
    /// The last day when it starts on `start`.
    pub due: CivilDate,
    /// How certain that is.
    pub certainty: Certainty,
}

/// 倒推结果.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Backwards<'a> {
    /// Every limit for the decision that the event of a filing or an acceptance starts.
    pub starts: Vec<LatestStart<'a>>,
    /// 最迟申请日: so that what is promised (else what the law sets) ends in time, if accepted on the same day.
    pub file: Option<CivilDate>,
    /// The same if the authority uses all the time it has to say whether it accepts.
    pub file_safely: Option<CivilDate>,
    /// 最迟补正日: the earlier of that day and the last day of the applicant's own limit to supplement.
    pub supplement: Option<CivilDate>,
}

impl<'a> BackwardsRequest<'a> {
    /// Reads a request.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `EVENT_ORDER` among them for events that cannot have happened so.
    pub fn read(text: &'a str) -> Result<Self> {
        read(text, |request: &Self| order_faults(&request.events))
    }

    /// Counts backwards.
    #[must_use]
    pub fn backwards(&'a self, calendar: &Calendar) -> Backwards<'a> {
        // A day that the calendar does not know cannot be counted back from.
        let known = calendar.kind(self.finish_by).is_some();
        let starts = self.limits.iter().filter(|_| known).filter_map(|limit| self.latest(limit, calendar));
        let starts: Vec<LatestStart<'a>> = starts.collect();
        let of = |kind| starts.iter().filter(move |start: &&LatestStart<'_>| start.kind == kind);
        let governing = || of(LimitKind::Promised).next().or_else(|| of(LimitKind::Statutory).next());
        let own = self.supplement_due(calendar);
        let file = governing().map(|start| start.start);
        let file_safely = governing().map(|start| start.safe);
        let notified = day_of(&self.events, EventKind::Notified);
        let supplement = [own, file].into_iter().flatten().min().filter(|_| notified.is_some());
        Backwards { starts, file, file_safely, supplement }
    }

    fn latest(&'a self, limit: &'a Limit<'a>, calendar: &Calendar) -> Option<LatestStart<'a>> {
        let begins = matches!(limit.trigger, Trigger::Received | Trigger::Accepted | Trigger::Supplemented);
        if !limit.kind.is_for_decision() || !begins {
            return None;
        }
        let end = |start: CivilDate| last_day(limit, received(limit, start, calendar), calendar).due;
        let found = self.search(end)?;
        // Nobody accepts on a day off; what arrives on one has arrived.
        let accepts = limit.trigger == Trigger::Received || calendar.is_working_day(found)?;
        let start = if accepts { found } else { calendar.add(found, -1).due? };
        let review = self.review();
        let safe = match (limit.trigger, review) {
            (Trigger::Accepted, Some(review)) => self.search(|filed| {
                let accepted = last_day(&review, filed, calendar).due?;
                last_day(limit, accepted, calendar).due
            })?,
            _ => start,
        };
        let counted = last_day(limit, received(limit, start, calendar), calendar);
        let (id, kind, trigger) = (Id::from(&*limit.id), limit.kind, limit.trigger);
        Some(LatestStart { id, kind, trigger, start, safe, due: counted.due?, certainty: counted.certainty })
    }

    /// The time in which the authority must say whether it accepts: the item's own, or the licensing law's.
    fn review(&self) -> Option<Limit<'_>> {
        let own = |kind| self.limits.iter().find(|limit| limit.kind == kind && limit.trigger == Trigger::Received);
        let by_law = || {
            let amount = DEEMED_ACCEPTED.working_days.unsigned_abs();
            let licence = self.procedure == Some(Procedure::Licence);
            licence.then(|| Limit { amount, unit: Unit::WorkingDay, ..Limit::default() })
        };
        own(LimitKind::Review).or_else(|| own(LimitKind::Notice)).cloned().or_else(by_law)
    }

    /// The last start whose end is not after the day; ends never come earlier for a later start.
    fn search(&self, end: impl Fn(CivilDate) -> Option<CivilDate>) -> Option<CivilDate> {
        let in_time = |day: i32| {
            let day = CivilDate::from_epoch_days(day);
            day.and_then(&end).is_some_and(|end| end <= self.finish_by)
        };
        let mut late = self.finish_by.epoch_days() + 1;
        let mut early = late - 1;
        let mut step = 32;
        while !in_time(early) {
            (late, early, step) = (early, early.checked_sub(step)?, step * 2);
            CivilDate::from_epoch_days(early)?;
        }
        while late - early > 1 {
            let middle = early + (late - early) / 2;
            if in_time(middle) { early = middle } else { late = middle }
        }
        CivilDate::from_epoch_days(early)
    }

    fn supplement_due(&self, calendar: &Calendar) -> Option<CivilDate> {
        let notified = self.events.iter().rfind(|event| event.kind == EventKind::Notified)?.at.date;
        let limit = self.limits.iter().find(|limit| limit.kind == LimitKind::Supplement)?;
        Span::of(limit, 0, Moment::from(notified), &[], calendar).past_closures(calendar).due
    }
}

/// 收件日 of what is filed on a day.
fn received(limit: &Limit<'_>, filed: CivilDate, calendar: &Calendar) -> CivilDate {
    let policy = limit.receipt.as_deref().filter(|_| limit.trigger == Trigger::Received);
    policy.and_then(|policy| received_on(Moment::from(filed), policy, calendar)).unwrap_or(filed)
}
