//! 联合办理、一件事: several authorities at work on one matter. Each keeps its own limits, counted with the calendar of its
//! place; what is asked is which of them decides when all is done, and who is late.

use super::case::Case;
use super::clock::{Actor, Asked, Clock, Light};
use super::event::{CaseEvent, EventKind, order_faults};
use super::read;
use crate::calendar::{Calendar, Certainty, CivilDate};
use crate::catalogue::{Extension, Limit, LimitKind, Notice, Trigger, Unit};
use crate::digest::Digest;
use crate::error::{Issue, Result, words};
use crate::json::{Id, Record, Text, readable};
use crate::law::{JOINT_LICENCES, Procedure};
use std::sync::Arc;

words! {
    /// 成员状态.
    pub enum MemberStage {
        /// nothing has started yet
        Waiting = "waiting",
        /// 办理中
        Running = "running",
        /// 计时中止
        Paused = "paused",
        /// 已办结
        Done = "done",
        /// 不予受理、撤回、移送或者终止: the others go on
        Over = "over",
    }
}
readable!(MemberStage);

/// One item of a joint matter.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct JointMember<'a> {
    /// 事项编码.
    pub item: Text<'a>,
    /// 承办部门.
    pub department: Option<Text<'a>>,
    /// 程序类型; `other` if absent.
    pub procedure: Option<Procedure>,
    /// Its limits.
    pub limits: Vec<Limit<'a>>,
    /// What has happened to it.
    pub events: Vec<CaseEvent<'a>>,
    /// 办理地的日历, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
}

/// A joint matter.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct JointRequest<'a> {
    /// Its items.
    pub members: Vec<JointMember<'a>>,
    /// 统一办理、联合办理、集中办理 under 行政许可法 26 by one government: only then, and only for licences, forty-five days
    /// bind them together.
    #[record(optional)]
    pub unified: bool,
    /// What has happened to the matter as a whole: its acceptance, an extension.
    #[record(optional)]
    pub events: Vec<CaseEvent<'a>>,
    /// The day on which the question is asked.
    pub on: CivilDate,
}

/// How one item of a joint matter stands.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct MemberState<'a> {
    /// 事项编码.
    pub item: Text<'a>,
    /// 承办部门.
    pub department: Option<Text<'a>>,
    /// How it stands.
    pub state: MemberStage,
    /// The limit that decides when it is done: what is promised, else what the law sets.
    pub clock: Option<Id<'a>>,
    /// The last day of that limit.
    pub due: Option<CivilDate>,
    /// How certain that is.
    pub certainty: Option<Certainty>,
    /// A limit of its authority's is past.
    #[record(optional)]
    pub late: bool,
    /// Its clocks.
    pub clocks: Vec<Clock<'a>>,
    /// Its notices.
    pub notices: Vec<Notice<'a>>,
}

/// 联合办理的时限表.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Joint<'a> {
    /// Every item, in the order given.
    pub members: Vec<MemberState<'a>>,
    /// 最迟办结日: the last day of the slowest that is still at work; absent while one of them waits or is paused.
    pub due: Option<CivilDate>,
    /// 关键路径: the items that decide it.
    pub critical: Vec<Text<'a>>,
    /// Whose limits are past.
    pub late: Vec<Text<'a>>,
    /// 联合办理的四十五日, where they bind.
    pub cap: Option<Clock<'a>>,
}

impl<'a> JointRequest<'a> {
    /// Reads a request.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault; `EVENT_ORDER` among them for events that cannot have happened so.
    pub fn read(text: &'a str) -> Result<Self> {
        read(text, |request: &Self| {
            let below = |prefix: String| move |issue: Issue| Issue { path: format!("{prefix}{}", issue.path), ..issue };
            let members = request.members.iter().enumerate();
            let members = members.flat_map(|(place, member)| {
                order_faults(&member.events).into_iter().map(below(format!("/members/{place}")))
            });
            members.chain(order_faults(&request.events)).collect()
        })
    }

    /// The calendars that are needed, in the order of the members, then that of the whole.
    #[must_use]
    pub fn calendars(&self) -> Vec<Option<Digest>> {
        self.members.iter().map(|member| member.calendar).chain([None]).collect()
    }

    /// How the matter stands. `calendars` are those that were asked for.
    #[must_use]
    pub fn joint(&'a self, calendars: &'a [Arc<Calendar>]) -> Joint<'a> {
        let mut cap = calendars.last().and_then(|calendar| self.cap(calendar));
        let members = self.members.iter().zip(calendars);
        let members: Vec<MemberState<'a>> =
            members.map(|(member, calendar)| member.state(self.on, calendar, cap.as_ref())).collect();
        let at_work = || members.iter().filter(|member| !matches!(member.state, MemberStage::Done | MemberStage::Over));
        let due = at_work().map(|member| member.due).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
        // Whoever has no last day yet decides when all is done.
        let decides = |member: &&MemberState<'_>| member.due.is_none() || member.due == due;
        let critical = at_work().filter(decides).filter(|member| due.is_some() || member.due.is_none());
        let critical = critical.map(|member| member.item.clone()).collect();
        let late = members.iter().filter(|member| member.late).map(|member| member.item.clone()).collect();
        if let Some(cap) = cap.as_mut().filter(|_| at_work().next().is_none()) {
            (cap.light, cap.ended) = (Light::Ended, cap.ended.or(Some(self.on)));
        }
        Joint { members, due, critical, late, cap }
    }

    fn cap(&'a self, calendar: &'a Calendar) -> Option<Clock<'a>> {
        let licence = |member: &JointMember<'_>| member.procedure == Some(Procedure::Licence);
        if !self.unified || self.members.is_empty() || !self.members.iter().all(licence) {
            return None;
        }
        let limit = Limit {
            kind: LimitKind::Statutory,
            trigger: Trigger::Accepted,
            amount: JOINT_LICENCES.working_days.unsigned_abs(),
            unit: Unit::WorkingDay,
            extension: Some(Extension { amount: 15, ..Extension::default() }),
            ..Limit::default()
        };
        let case = Case::new(("", Procedure::Licence), &[], &self.events, self.on, calendar);
        case.clock(Asked { limit: &limit, id: Id::from("law-joint"), basis: JOINT_LICENCES.basis() }, &[])
    }
}

impl<'a> JointMember<'a> {
    /// Where the forty-five days bind all of them together, they stand in the place of the member's own statutory limit.
    fn state(&'a self, on: CivilDate, calendar: &'a Calendar, cap: Option<&Clock<'a>>) -> MemberState<'a> {
        let procedure = self.procedure.unwrap_or(Procedure::Other);
        let case = Case::new((&self.item, procedure), &self.limits, &self.events, on, calendar);
        let mut clocks = case.clocks();
        clocks.retain(|clock| cap.is_none() || clock.kind != LimitKind::Statutory);
        let notices = case.notices(&clocks);
        let of = |kind| clocks.iter().find(|clock| clock.kind == kind);
        let governing = of(LimitKind::Promised).or_else(|| of(LimitKind::Statutory)).or(cap);
        let state = match governing.map(|clock| clock.light) {
            _ if case.over.is_some() => MemberStage::Over,
            _ if case.happened(EventKind::Decided).is_some() => MemberStage::Done,
            None => MemberStage::Waiting,
            Some(Light::Paused) => MemberStage::Paused,
            Some(_) => MemberStage::Running,
        };
        let late =
            clocks.iter().any(|clock| clock.actor == Actor::Authority && (clock.light == Light::Overdue || clock.late));
        MemberState {
            item: self.item.clone(),
            department: self.department.clone(),
            state,
            clock: governing.map(|clock| clock.id.clone()),
            due: governing.and_then(|clock| clock.due),
            certainty: governing.map(|clock| clock.certainty),
            late,
            notices,
            clocks,
        }
    }
}
