//! 期间的计算: from the start to the last day, through stops and extensions, and after 民法典 203.

use super::event::Moment;
use super::stop::Pause;
use crate::calendar::{Calendar, Certainty, CivilDate, ClockTime, Counted, Instant};
use crate::catalogue::{Limit, LimitKind, Unit};

/// The last day of a limit: as counted, and after 民法典 203.
#[derive(Debug, Clone, Default)]
pub(super) struct Span {
    pub raw: Option<CivilDate>,
    pub due: Option<CivilDate>,
    pub latest: Option<CivilDate>,
    /// Of a limit in hours.
    pub due_at: Option<Instant>,
    pub certainty: Certainty,
    /// What is left while a stop is open (待恢复).
    pub open: Option<i64>,
}

/// Where counting stands after the stops: so many are left after this day.
struct Stretch {
    after: CivilDate,
    left: i64,
    open: bool,
}

impl Span {
    /// `more` is what an extension adds, in the unit of the limit.
    pub fn of(limit: &Limit<'_>, more: u32, start: Moment, pauses: &[Pause<'_>], calendar: &Calendar) -> Self {
        let amount = limit.amount.saturating_add(more);
        if limit.unit == Unit::Hour {
            return Self::hours(amount, start, pauses, calendar);
        }
        let back = limit.trigger.counts_back();
        if limit.unit == Unit::WorkingDay || (amount == 0 && !back) {
            let days = |amount: i64| i32::try_from(amount).unwrap_or(i32::MAX);
            let sign = if back { -1 } else { 1 };
            let between = |from, to| calendar.between(from, to).map(i64::from);
            let Some(stretch) = stretch(i64::from(amount), start.date, pauses, between) else {
                return Self::unknown(None);
            };
            let (after, left) = (stretch.after, sign * days(stretch.left));
            return stretch.end(None, || (calendar.add(after, left), calendar.latest(after, left)));
        }
        let Some(whole) = calendar_days(amount, limit.unit, start.date, back) else { return Self::unknown(None) };
        let between = |from: CivilDate, to: CivilDate| Some(i64::from(to.epoch_days() - from.epoch_days()));
        let Some(stretch) = stretch(whole.abs(), start.date, pauses, between) else { return Self::unknown(None) };
        let left = i32::try_from(stretch.left).unwrap_or(i32::MAX);
        let raw = stretch.after.plus_days(if back { -left } else { left });
        let Some(day) = raw else { return Self::unknown(None) };
        // A period of notice runs out on its day; a day counted back is not moved towards the event.
        if back || limit.kind == LimitKind::Announcement {
            return stretch.end(raw, || (Counted { due: raw, certainty: calendar.certainty(day) }, None));
        }
        stretch.end(raw, || (calendar.add(day, 0), calendar.latest(day, 0)))
    }

    const fn unknown(raw: Option<CivilDate>) -> Self {
        Self { raw, due: None, latest: None, due_at: None, certainty: Certainty::Unknown, open: None }
    }

    /// 小时: from the moment, through nights and days off; without a time of the day, from its end. The days of a stop are
    /// left out whole.
    fn hours(amount: u32, start: Moment, pauses: &[Pause<'_>], calendar: &Calendar) -> Self {
        const DAY: i32 = 24 * 60;
        let begun = start.time.map_or(DAY, ClockTime::minutes);
        let Some(mut end) = i32::try_from(amount).ok().and_then(|hours| hours.checked_mul(60)?.checked_add(begun))
        else {
            return Self::unknown(None);
        };
        for pause in pauses {
            let from = pause.from.epoch_days() - start.date.epoch_days();
            if from >= (end - 1).div_euclid(DAY) {
                break;
            }
            let Some(to) = pause.to else {
                // Used until the end of the day on which the stop begins.
                let left = i64::from((end - (from + 1) * DAY).div_euclid(60));
                return Self { open: Some(left), certainty: Certainty::Unknown, ..Self::default() };
            };
            end = end.saturating_add((to.epoch_days() - pause.from.epoch_days()).saturating_mul(DAY));
        }
        let due_at = start.time.and_then(|_| Instant::at(start.date, end));
        match due_at.as_ref().map(Instant::date).or_else(|| start.date.plus_days((end - 1).div_euclid(DAY))) {
            None => Self::unknown(None),
            Some(due) => Self { due: Some(due), due_at, certainty: calendar.certainty(due), ..Self::default() },
        }
    }

    /// 停办: the last day of an applicant's limit moves on from a day on which the counters are shut. A limit in hours is
    /// not moved.
    pub fn past_closures(mut self, calendar: &Calendar) -> Self {
        if self.due_at.is_some() {
            return self;
        }
        while let Some(day) = self.due.filter(|day| calendar.is_closed(*day)) {
            self.raw = self.raw.or(self.due);
            let Counted { due, certainty } = calendar.add(day, 1);
            (self.due, self.certainty) = (due, self.certainty.max(certainty));
        }
        self
    }
}

impl Stretch {
    fn end(&self, raw: Option<CivilDate>, last: impl FnOnce() -> (Counted, Option<CivilDate>)) -> Span {
        if self.open {
            return Span { open: Some(self.left), certainty: Certainty::Unknown, ..Span::default() };
        }
        let (Counted { due, certainty }, latest) = last();
        Span { raw, due, latest, certainty, due_at: None, open: None }
    }
}

/// Goes through the stops. One that begins on the last day or later changes nothing.
fn stretch(
    amount: i64,
    start: CivilDate,
    pauses: &[Pause<'_>],
    between: impl Fn(CivilDate, CivilDate) -> Option<i64>,
) -> Option<Stretch> {
    let mut stretch = Stretch { after: start, left: amount, open: false };
    for pause in pauses {
        let passed = between(stretch.after, pause.from)?;
        if passed >= stretch.left {
            break;
        }
        stretch.left -= passed;
        match pause.to {
            Some(to) => stretch.after = to,
            None => return Some(Stretch { open: true, ..stretch }),
        }
    }
    Some(stretch)
}

/// A limit in calendar days, months or years as a number of days from its start; 对应日 after 民法典 202.
fn calendar_days(amount: u32, unit: Unit, start: CivilDate, back: bool) -> Option<i64> {
    let months = match unit {
        Unit::Month => Some(amount),
        Unit::Year => Some(amount.checked_mul(12)?),
        _ => None,
    };
    let end = match months {
        Some(months) if back => start.minus_months(months)?,
        Some(months) => start.plus_months(months)?,
        None => return Some(i64::from(amount)),
    };
    Some(i64::from(end.epoch_days() - start.epoch_days()))
}
