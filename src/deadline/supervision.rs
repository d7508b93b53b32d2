//! 网上监督: how many cases stand at which light on a day, by department and by item.

use super::book::CaseBook;
use super::case::Case;
use super::clock::{Actor, Clock, Light};
use super::event::EventKind;
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::LimitKind;
use crate::json::{Id, Record, Text};
use std::collections::BTreeMap;

/// How many cases stand at each light.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Lights<'a> {
    /// 正常.
    pub normal: u32,
    /// 预警.
    pub soon: u32,
    /// 当日到期.
    pub today: u32,
    /// 超过承诺时限, the statutory one not being past.
    pub overdue_promised: u32,
    /// 超过法定时限, or another limit that the law or the catalogue sets the authority.
    pub overdue_statutory: u32,
    /// 计时中止.
    pub paused: u32,
    /// Nothing of the authority's runs: waiting for the applicant, or no limit has begun.
    pub waiting: u32,
    /// 已办结 or over.
    pub ended: u32,
    /// Finished, but late. They are among those that have ended.
    pub late: u32,
    /// Of which department or item; absent, of all.
    pub of: Option<Text<'a>>,
}

/// A case that needs a look.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CaseLight<'a> {
    /// 办件编号.
    pub case: Text<'a>,
    /// 事项编码.
    pub item: Text<'a>,
    /// 承办部门.
    pub department: Option<Text<'a>>,
    /// Its light.
    pub light: Light,
    /// The limit that gives it.
    pub clock: Id<'a>,
    /// What that limit is for.
    pub kind: LimitKind,
    /// Its last day.
    pub due: Option<CivilDate>,
    /// Left of it, as the clock counts.
    pub left: Option<i64>,
}

/// 监督视图.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Supervision<'a> {
    /// Of all cases.
    pub all: Lights<'a>,
    /// By department, in the order of their names.
    pub departments: Vec<Lights<'a>>,
    /// By item, in the order of their codes.
    pub items: Vec<Lights<'a>>,
    /// Every case that is due soon, due today, overdue or paused: the most urgent first.
    pub cases: Vec<CaseLight<'a>>,
}

/// How urgent a light is; the first is the most urgent.
const fn urgency(light: Light) -> u8 {
    match light {
        Light::Overdue => 0,
        Light::Today => 1,
        Light::Soon => 2,
        Light::Paused => 3,
        Light::Normal => 4,
        Light::Ended => 5,
    }
}

/// How a case counts: the most urgent clock of its authority, and what else there is to know.
struct Standing<'a> {
    clock: Option<Clock<'a>>,
    /// Past more than a promise.
    statutory: bool,
    late: bool,
    /// Decided, or over without a decision.
    done: bool,
}

impl<'a> Standing<'a> {
    fn of(case: &Case<'_, 'a>) -> Self {
        let clocks = case.clocks();
        let done = case.over.is_some() || case.happened(EventKind::Decided).is_some();
        let overdue = |clock: &Clock<'_>| clock.light == Light::Overdue && clock.kind != LimitKind::Promised;
        let authority = || clocks.iter().filter(|clock| clock.actor == Actor::Authority);
        let statutory = authority().any(overdue);
        let late = authority().any(|clock| clock.late);
        let own = clocks.into_iter().filter(|clock| clock.actor == Actor::Authority);
        let clock = own.min_by_key(|clock| {
            let promise = clock.kind == LimitKind::Promised;
            (urgency(clock.light), promise, clock.due.is_none(), clock.due)
        });
        Self { clock, statutory, late, done }
    }

    fn light(&self) -> Light {
        self.clock.as_ref().map_or(Light::Ended, |clock| clock.light)
    }
}

impl Lights<'_> {
    fn count(&mut self, standing: &Standing<'_>) {
        let place = match standing.light() {
            Light::Normal => &mut self.normal,
            Light::Soon => &mut self.soon,
            Light::Today => &mut self.today,
            Light::Overdue if standing.statutory => &mut self.overdue_statutory,
            Light::Overdue => &mut self.overdue_promised,
            Light::Paused => &mut self.paused,
            Light::Ended if !standing.done => &mut self.waiting,
            Light::Ended => &mut self.ended,
        };
        *place += 1;
        self.late += u32::from(standing.late);
    }
}

impl<'a> CaseBook<'a> {
    /// 监督: counts and lists by light, department and item.
    #[must_use]
    pub fn supervise(&'a self, calendar: &'a Calendar) -> Supervision<'a> {
        let mut view = Supervision::default();
        let (mut departments, mut items) = (BTreeMap::new(), BTreeMap::new());
        for (record, item, case) in self.each(calendar) {
            let standing = Standing::of(&case);
            let department = record.department.as_ref().or(item.department.as_ref());
            view.all.count(&standing);
            tally(&mut items, &record.item, &standing);
            if let Some(department) = department {
                tally(&mut departments, department, &standing);
            }
            let light = standing.light();
            if let Some(clock) = standing.clock.filter(|_| urgency(light) < urgency(Light::Normal)) {
                view.cases.push(CaseLight {
                    case: record.id.clone(),
                    item: record.item.clone(),
                    department: department.cloned(),
                    light,
                    clock: clock.id,
                    kind: clock.kind,
                    due: clock.due,
                    left: clock.left,
                });
            }
        }
        view.cases.sort_by_key(|case| (urgency(case.light), case.due.is_none(), case.due));
        view.departments = departments.into_values().collect();
        view.items = items.into_values().collect();
        view
    }
}

fn tally<'a>(groups: &mut BTreeMap<String, Lights<'a>>, of: &Text<'a>, standing: &Standing<'_>) {
    let lights = groups.entry(of.to_string()).or_insert_with(|| Lights { of: Some(of.clone()), ..Lights::default() });
    lights.count(standing);
}
