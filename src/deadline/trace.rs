//! 逐日说明: every day of a clock, what kind of day it is, whether it counts, and the notice or event that says so. Asked
//! for, not paid for in every result.

use super::clock::Clock;
use super::event::{CaseEvent, EventKind};
use crate::calendar::{Calendar, Certainty, CivilDate, DayKind};
use crate::catalogue::Unit;
use crate::digest::Digest;
use crate::json::{Record, Text};

/// What a trace is made of.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct TraceRequest<'a> {
    /// The clock, as a schedule has it.
    pub clock: Clock<'a>,
    /// The events of the case, to be shown on their days.
    #[record(optional)]
    pub events: Vec<CaseEvent<'a>>,
    /// The calendar it was counted with, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
}

/// One day of a trace, or of a month.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DayMark<'a> {
    /// The day.
    pub date: CivilDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// Which day of the limit it is; absent if it does not count.
    #[record(optional)]
    pub count: u32,
    /// 发文字号 of the notice that arranges this day, or the local arrangement; absent where none is out.
    pub notice: Option<Text<'a>>,
    /// How certain it is.
    pub certainty: Certainty,
    /// The last day fell on a day off and was moved to here, or over this day (民法典 203).
    #[record(optional)]
    pub moved: bool,
    /// 不计入: the day belongs to a stop.
    #[record(optional)]
    pub stopped: bool,
    /// 停办: the counters are shut.
    #[record(optional)]
    pub closed: bool,
    /// What happened on it.
    #[record(optional)]
    pub events: Vec<EventKind>,
}

/// Every day after the start up to the last one; of a clock that is counted back, the days before the event; while a
/// stop is open, the days until it began. Nothing where the calendar does not reach.
#[must_use]
pub fn trace<'a>(clock: &Clock<'_>, events: &[CaseEvent<'_>], calendar: &'a Calendar) -> Vec<DayMark<'a>> {
    let paused = || clock.pauses.last().filter(|pause| pause.to.is_none()).map(|pause| pause.from);
    let Some(due) = clock.due.or_else(paused) else { return Vec::new() };
    // Counted on: the day after the start to the last day. Counted back: the last day to the day before the event.
    let (first, last, back) = if due < clock.start { (due, clock.start, true) } else { (clock.start, due, false) };
    let days = if back { first.epoch_days()..last.epoch_days() } else { first.epoch_days() + 1..last.epoch_days() + 1 };
    let mut marks: Vec<DayMark<'a>> = Vec::new();
    let mut count = 0;
    for date in days.filter_map(CivilDate::from_epoch_days) {
        let Some(mut mark) = marked(date, calendar) else { return Vec::new() };
        let works = matches!(mark.kind, DayKind::Working | DayKind::MakeUp);
        mark.moved = clock.raw.is_some_and(|raw| date > raw);
        mark.stopped = clock.pauses.iter().any(|pause| pause.from < date && pause.to.is_none_or(|to| date <= to));
        let counts = match clock.unit {
            Unit::WorkingDay => works,
            Unit::Hour => false,
            _ => true,
        };
        if counts && !mark.moved && !mark.stopped {
            count += 1;
            mark.count = count;
        }
        mark.events = events.iter().filter(|event| event.at.date == date).map(|event| event.kind).collect();
        marks.push(mark);
    }
    if back {
        // The day before the event is the first of a count that goes back.
        for mark in marks.iter_mut().filter(|mark| mark.count > 0) {
            mark.count = count + 1 - mark.count;
        }
    }
    marks
}

/// 月历: the whole weeks of the month that begins on a day, Monday first; `None` where the calendar does not reach.
#[must_use]
pub fn weeks(first: CivilDate, calendar: &Calendar) -> Option<Vec<DayMark<'_>>> {
    calendar.kind(first)?;
    let last = (28..=31).rev().find_map(|day| CivilDate::new(first.year(), first.month(), day))?;
    let before = i32::try_from(first.weekday()).ok()?;
    let behind = 6 - i32::try_from(last.weekday()).ok()?;
    let days = first.epoch_days() - before..=last.epoch_days() + behind;
    Some(days.filter_map(CivilDate::from_epoch_days).filter_map(|date| marked(date, calendar)).collect())
}

fn marked(date: CivilDate, calendar: &Calendar) -> Option<DayMark<'_>> {
    let notice = calendar.notice(date).map(Text::from);
    let (kind, certainty, closed) = (calendar.kind(date)?, calendar.certainty(date), calendar.is_closed(date));
    Some(DayMark { date, kind, notice, certainty, closed, ..DayMark::default() })
}
