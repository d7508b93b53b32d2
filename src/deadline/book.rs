//! 案卷: many cases at once. The limits of an item stand once in the book, and each case is its events.

use super::case::Case;
use super::clock::{Actor, Clock, ThresholdFile, Thresholds};
use super::event::{CaseEvent, order_faults};
use crate::calendar::{Calendar, Certainty, CivilDate, DayKind};
use crate::catalogue::{Limit, LimitKind};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Id, Limits, Reader, Record, Text};
use crate::law::Procedure;
use std::collections::{BTreeMap, BTreeSet};

/// An item of the book.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct BookItem<'a> {
    /// 事项编码.
    pub item: Text<'a>,
    /// 程序类型; `other` if absent.
    pub procedure: Option<Procedure>,
    /// Its limits, as the catalogue has them.
    pub limits: Vec<Limit<'a>>,
    /// 承办部门, for cases that name none.
    pub department: Option<Text<'a>>,
}

/// One case of the book.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct CaseRecord<'a> {
    /// 办件编号.
    pub id: Text<'a>,
    /// 事项编码, which the book has.
    pub item: Text<'a>,
    /// 承办部门.
    pub department: Option<Text<'a>>,
    /// What has happened.
    pub events: Vec<CaseEvent<'a>>,
}

/// 案卷.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct CaseBook<'a> {
    /// The items.
    pub items: Vec<BookItem<'a>>,
    /// The cases.
    pub cases: Vec<CaseRecord<'a>>,
    /// The day on which the question is asked.
    pub on: CivilDate,
    /// 预警阈值.
    pub thresholds: Option<ThresholdFile<'a>>,
    /// The calendar to count with, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
    /// Of a change of calendar: the calendar it was counted with before; the one in use if absent.
    pub before: Option<Digest>,
}

/// A day that the two calendars tell differently.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ChangedDay<'a> {
    /// The day.
    pub date: CivilDate,
    /// What it was.
    pub before: DayKind,
    /// What it is.
    pub after: DayKind,
    /// 停办: the counters are shut on it, as they were not before.
    #[record(optional)]
    pub closed: bool,
    /// The notice or local arrangement that says so.
    pub notice: Option<Text<'a>>,
}

/// 到期日变化: one clock of one case whose last day a change of calendar moves.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CaseChange<'a> {
    /// 办件编号.
    pub case: Text<'a>,
    /// The limit.
    pub clock: Id<'a>,
    /// What it is for.
    pub kind: LimitKind,
    /// Who must act.
    pub actor: Actor,
    /// The last day before.
    pub before: Option<CivilDate>,
    /// How certain that was.
    pub before_certainty: Certainty,
    /// The last day now.
    pub after: Option<CivilDate>,
    /// How certain it is.
    pub after_certainty: Certainty,
    /// The day to go by: for the applicant's own acts the later of the two, else the new one.
    pub binding: Option<CivilDate>,
    /// Why: the days between its start and its last day that are told differently.
    pub days: Vec<ChangedDay<'a>>,
}

/// Largest book in bytes.
const MAX_BYTES: usize = 64 * 1024 * 1024;

impl<'a> CaseBook<'a> {
    /// Reads a book.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `REFERENCE_UNKNOWN` for a case of an item that the book does not have.
    pub fn read(text: &'a str) -> Result<Self> {
        let (book, mut issues) = Reader::tolerant::<Self>(text, Limits { bytes: MAX_BYTES });
        if issues.is_empty() {
            issues = book.faults();
        }
        if issues.is_empty() { Ok(book) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
    }

    fn faults(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        let mut known = BTreeSet::new();
        for (place, item) in self.items.iter().enumerate() {
            if !known.insert(&*item.item) {
                issues.push(Issue { code: ErrorCode::DuplicateId, path: format!("/items/{place}/item") });
            }
        }
        for (place, case) in self.cases.iter().enumerate() {
            if !known.contains(&*case.item) {
                issues.push(Issue { code: ErrorCode::ReferenceUnknown, path: format!("/cases/{place}/item") });
            }
            let faults = order_faults(&case.events).into_iter();
            issues.extend(faults.map(|issue| Issue { path: format!("/cases/{place}{}", issue.path), ..issue }));
        }
        issues.truncate(crate::json::MAX_ISSUES);
        issues
    }

    fn by_code(&'a self) -> BTreeMap<&'a str, &'a BookItem<'a>> {
        self.items.iter().map(|item| (&*item.item, item)).collect()
    }

    /// Every case with its item and its clocks under a calendar.
    pub(super) fn each(
        &'a self,
        calendar: &'a Calendar,
    ) -> impl Iterator<Item = (&'a CaseRecord<'a>, &'a BookItem<'a>, Case<'a, 'a>)> {
        let items = self.by_code();
        let thresholds = Thresholds::of(self.thresholds.as_ref());
        self.cases.iter().filter_map(move |record| {
            let item: &'a BookItem<'a> = items.get(&*record.item)?;
            let of = (&*item.item, item.procedure.unwrap_or(Procedure::Other));
            let mut case = Case::new(of, &item.limits, &record.events, self.on, calendar);
            case.thresholds = thresholds;
            Some((record, item, case))
        })
    }

    /// 重新计算: which open cases a change of calendar moves, and why.
    #[must_use]
    pub fn recompute(&'a self, before: &'a Calendar, after: &'a Calendar) -> Vec<CaseChange<'a>> {
        let mut changes = Vec::new();
        for ((record, _, old), (_, _, new)) in self.each(before).zip(self.each(after)) {
            if new.over.is_some() {
                continue;
            }
            let (old, new) = (old.clocks(), new.clocks());
            let none = (None, Certainty::Unknown);
            let last = |clock: Option<&Clock<'_>>| clock.map_or(none, |clock| (clock.due, clock.certainty));
            for clock in &new {
                let was = old.iter().find(|was| was.id == clock.id);
                if clock.ended.is_none() && last(was) != last(Some(clock)) {
                    changes.push(change(record, clock, [last(was), last(Some(clock))], [before, after]));
                }
            }
            // A clock that the new calendar does not start: acceptance is not deemed any more.
            let gone = |was: &&Clock<'_>| was.ended.is_none() && new.iter().all(|clock| clock.id != was.id);
            for was in old.iter().filter(gone) {
                changes.push(change(record, was, [last(Some(was)), none], [before, after]));
            }
        }
        changes
    }
}

fn change<'a>(
    record: &'a CaseRecord<'a>,
    clock: &Clock<'a>,
    [(was, before_certainty), (due, after_certainty)]: [(Option<CivilDate>, Certainty); 2],
    [before, after]: [&'a Calendar; 2],
) -> CaseChange<'a> {
    let ends = [was, due, Some(clock.start)].into_iter().flatten().map(CivilDate::epoch_days);
    let (first, last) = (ends.clone().min().unwrap_or(0), ends.max().unwrap_or(0));
    let differs = |date: CivilDate| {
        let (old, new) = (before.kind(date)?, after.kind(date)?);
        let closed = after.is_closed(date);
        let notice = after.notice(date).map(Text::from);
        let differs = old != new || closed != before.is_closed(date);
        differs.then_some(ChangedDay { date, before: old, after: new, closed, notice })
    };
    let binding = if clock.actor == Actor::Applicant { was.max(due) } else { due };
    CaseChange {
        case: record.id.clone(),
        clock: clock.id.clone(),
        kind: clock.kind,
        actor: clock.actor,
        before: was,
        before_certainty,
        after: due,
        after_certainty,
        binding,
        days: (first..=last).filter_map(CivilDate::from_epoch_days).filter_map(differs).collect(),
    }
}
