//! 地方安排: what departs from the national calendar at one place — days off with the State Council's approval, days
//! worked in return, days on which the counters are shut. The calendar of the place that handles a case applies.

use super::years::Period;
use super::{CivilDate, ClockTime};
use crate::error::{ErrorCode, Issue, words};
use crate::json::{Record, Text, readable};

words! {
    /// 停办日对机关期限的效力.
    pub enum AgencyEffect {
        /// 计入: it stays a working day of the authority's
        Counts = "counts",
        /// 不计入: it is no working day; only with an official document
        Excluded = "excluded",
    }
}

words! {
    /// 停办日对申请人期限的效力.
    pub enum ApplicantEffect {
        /// 顺延: a last day of the applicant's moves to the next working day
        Rolls = "rolls",
        /// 不顺延
        Stays = "stays",
    }
}
readable!(AgencyEffect, ApplicantEffect);

/// 停办: a day on which the counters are shut, such as for a typhoon.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Closure<'a> {
    /// The day.
    pub date: CivilDate,
    /// From when; absent, the whole day.
    pub from_time: Option<ClockTime>,
    /// For the authority's limits; it counts if absent.
    pub agency: Option<AgencyEffect>,
    /// For the applicant's limits; it rolls if absent.
    pub applicant: Option<ApplicantEffect>,
    /// 文号, which an excluded day must have.
    pub document: Option<Text<'a>>,
}

/// 地方安排 of one authority.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Overlay<'a> {
    /// 名称, shown with results.
    pub name: Text<'a>,
    /// 发布机关.
    pub authority: Text<'a>,
    /// 文号.
    pub document: Option<Text<'a>>,
    /// 放假; a national make-up day among them is a day off after all.
    #[record(optional)]
    pub off: Vec<Period<'a>>,
    /// 上班: days off in the national calendar that are worked here.
    #[record(optional)]
    pub worked: Vec<CivilDate>,
    /// 停办.
    #[record(optional)]
    pub closures: Vec<Closure<'a>>,
}

/// What an overlay makes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LocalKind {
    Off,
    Worked,
    Closed,
}

/// One day that is arranged locally.
#[derive(Debug, Clone)]
pub(super) struct LocalDay {
    pub day: i32,
    pub kind: LocalKind,
    /// 文号, or the name of the arrangement.
    pub source: Box<str>,
}

/// Most days that are arranged locally.
const MAX_LOCAL: usize = 4000;
/// Longest local holiday that is believed.
const MAX_DAYS: i32 = 31;

impl Overlay<'_> {
    /// Adds every day it arranges. A closure that rolls and is excluded is both off and closed.
    fn add_days(&self, days: &mut Vec<LocalDay>) {
        let own = self.document.as_ref().unwrap_or(&self.name);
        let mut add = |day: i32, kind, source: &str| {
            // Put where it belongs: they are few, and a sort would weigh more than all of this.
            let at = days.partition_point(|other| (other.day, other.kind) <= (day, kind));
            days.insert(at, LocalDay { day, kind, source: source.into() });
        };
        for period in &self.off {
            (period.from.epoch_days()..=period.to.epoch_days()).for_each(|day| add(day, LocalKind::Off, own));
        }
        for day in &self.worked {
            add(day.epoch_days(), LocalKind::Worked, own);
        }
        for closure in &self.closures {
            let (day, source) = (closure.date.epoch_days(), closure.document.as_ref().unwrap_or(own));
            if closure.agency == Some(AgencyEffect::Excluded) {
                add(day, LocalKind::Off, source);
            }
            if closure.applicant != Some(ApplicantEffect::Stays) {
                add(day, LocalKind::Closed, source);
            }
        }
    }

    fn faults(&self, path: &str, inside: impl Fn(i32) -> bool, issues: &mut Vec<Issue>) {
        let mut fault = |code, place: String| issues.push(Issue { code, path: format!("{path}/{place}") });
        for (place, period) in self.off.iter().enumerate() {
            let (from, to) = (period.from.epoch_days(), period.to.epoch_days());
            if !(0..MAX_DAYS).contains(&(to - from)) {
                fault(ErrorCode::PeriodInvalid, format!("off/{place}/to"));
            } else if !inside(from) || !inside(to) {
                fault(ErrorCode::DateOutOfRange, format!("off/{place}"));
            }
        }
        for (place, _) in self.worked.iter().enumerate().filter(|(_, day)| !inside(day.epoch_days())) {
            fault(ErrorCode::DateOutOfRange, format!("worked/{place}"));
        }
        for (place, closure) in self.closures.iter().enumerate() {
            if !inside(closure.date.epoch_days()) {
                fault(ErrorCode::DateOutOfRange, format!("closures/{place}/date"));
            }
            if closure.agency == Some(AgencyEffect::Excluded) && closure.document.is_none() {
                fault(ErrorCode::KeyMissing, format!("closures/{place}/document"));
            }
        }
    }
}

/// The days of some overlays in their order, or everything that is wrong with them. `worked` tells whether a day is
/// worked in the national calendar, `None` outside of it.
pub(super) fn local_days(
    overlays: &[Overlay<'_>],
    works: impl Fn(i32) -> Option<bool>,
) -> Result<Vec<LocalDay>, Vec<Issue>> {
    let mut issues = Vec::new();
    for (place, overlay) in overlays.iter().enumerate() {
        overlay.faults(&format!("/overlays/{place}"), |day| works(day).is_some(), &mut issues);
    }
    if !issues.is_empty() {
        return Err(issues);
    }
    let mut days: Vec<LocalDay> = Vec::new();
    for (place, overlay) in overlays.iter().enumerate() {
        overlay.add_days(&mut days);
        if days.len() > MAX_LOCAL {
            return Err(vec![Issue { code: ErrorCode::TooManyEntries, path: format!("/overlays/{place}") }]);
        }
    }
    let off = |day| days.iter().any(|local| local.day == day && local.kind == LocalKind::Off);
    for (place, overlay) in overlays.iter().enumerate() {
        for (index, day) in overlay.worked.iter().map(|day| day.epoch_days()).enumerate() {
            // A day cannot be off and worked, and one that is worked anyway needs no arrangement.
            if off(day) || works(day) == Some(true) {
                let path = format!("/overlays/{place}/worked/{index}");
                issues.push(Issue { code: ErrorCode::CalendarConflict, path });
            }
        }
    }
    if issues.is_empty() { Ok(days) } else { Err(issues) }
}
