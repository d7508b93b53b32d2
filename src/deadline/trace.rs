//! 逐日说明: every day of a clock, what kind of day it is, whether it counts, and the notice that says so. Asked for, not
//! paid for in every result.

use super::clock::Clock;
use crate::calendar::{Calendar, Certainty, CivilDate, DayKind};
use crate::catalogue::Unit;
use crate::digest::Digest;
use crate::json::{Text, record};

record! {
    input;
    /// What a trace is made of.
    pub struct TraceRequest<'a> {
        /// The clock, as a schedule has it.
        "clock" required clock: Clock<'a>,
        /// The calendar it was counted with, by its digest; the one in use if absent.
        "calendar" optional calendar: Option<Digest>,
    }
}

record! {
    value;
    /// One day of a trace.
    pub struct DayMark<'a> {
        /// The day.
        "date" required date: CivilDate,
        /// What kind of day it is.
        "kind" required kind: DayKind,
        /// Which day of the limit it is; absent if it does not count.
        "count" optional count: u32,
        /// 发文字号 of the notice that arranges this day; absent where none is out.
        "notice" optional notice: Option<Text<'a>>,
        /// How certain it is.
        "certainty" required certainty: Certainty,
        /// The last day fell on a day off and was moved to here, or over this day (民法典 203).
        "moved" optional moved: bool,
    }
}

/// Every day after the start up to the last one; of a clock that is counted back, the days before the expiry. Nothing
/// where the calendar does not reach.
#[must_use]
pub fn trace<'a>(clock: &Clock<'_>, calendar: &'a Calendar) -> Vec<DayMark<'a>> {
    let Some(due) = clock.due else { return Vec::new() };
    // Counted on: the day after the start to the last day. Counted back: the last day to the day before the expiry.
    let (first, last, back) = if due < clock.start { (due, clock.start, true) } else { (clock.start, due, false) };
    let days = if back { first.epoch_days()..last.epoch_days() } else { first.epoch_days() + 1..last.epoch_days() + 1 };
    let mut marks: Vec<DayMark<'a>> = Vec::new();
    let mut count = 0;
    for date in days.filter_map(CivilDate::from_epoch_days) {
        let Some(kind) = calendar.kind(date) else { return Vec::new() };
        let works = matches!(kind, DayKind::Working | DayKind::MakeUp);
        let moved = clock.raw.is_some_and(|raw| date > raw);
        let counts = !moved && (works || clock.unit != Unit::WorkingDay);
        count += u32::from(counts);
        let notice = calendar.notice(date).map(Text::from);
        let certainty = calendar.certainty(date);
        marks.push(DayMark { date, kind, count: if counts { count } else { 0 }, notice, certainty, moved });
    }
    if back {
        // The day before the expiry is the first of a count that goes back.
        for mark in marks.iter_mut().filter(|mark| mark.count > 0) {
            mark.count = count + 1 - mark.count;
        }
    }
    marks
}
