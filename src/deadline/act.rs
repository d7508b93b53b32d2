//! 机关行为: late and unlawful acts. They are kept in the record, given the effect the law gives them, and noted; only
//! what is impossible is an error.

use super::case::{Case, Start};
use super::clock::{Actor, Clock, Light};
use super::event::{CaseEvent, EventKind};
use super::stop::{Stop, Void};
use crate::calendar::CivilDate;
use crate::catalogue::{Limit, LimitKind, Notice, NoticeCode as Code, Param, Severity};
use crate::json::{Id, Map, Text};
use crate::law::{self, Basis, DEEMED_ACCEPTED, Procedure};

/// Gathers notices about one case.
struct Acts<'n, 'a> {
    case: &'n Case<'n, 'a>,
    notices: Vec<Notice<'a>>,
}

fn day(name: &'static str, day: CivilDate) -> (&'static str, Param<'static>) {
    (name, Param::Word(Text::from(day.to_string())))
}

impl<'a> Case<'_, 'a> {
    /// Everything about the acts of the authority that should be known.
    pub(super) fn notices(&self, clocks: &[Clock<'a>]) -> Vec<Notice<'a>> {
        let mut acts = Acts { case: self, notices: Vec::new() };
        for (place, clock) in clocks.iter().enumerate().filter(|(_, clock)| clock.actor == Actor::Authority) {
            acts.overdue(place, clock);
        }
        acts.acceptance();
        acts.notified();
        acts.extensions(clocks);
        for stop in &self.stops {
            acts.stop(stop, clocks);
        }
        acts.notices
    }

    fn entry(&self, at: &str) -> Basis<'a> {
        Basis::entry(self.item, at.to_string())
    }

    /// The article where the licensing law applies, else the entry of the catalogue.
    fn rule(&self, rule: &law::Rule) -> Basis<'a> {
        if self.procedure == Procedure::Licence { rule.basis() } else { self.entry("/limits") }
    }
}

impl<'a> Acts<'_, 'a> {
    fn note<const N: usize>(
        &mut self,
        code: Code,
        severity: Severity,
        path: String,
        basis: Basis<'a>,
        params: [(&'static str, Param<'a>); N],
    ) {
        let params: Map<'a, Param<'a>> = params.into_iter().collect();
        let item = crate::json::is_id(self.case.item).then(|| Id::from(self.case.item));
        self.notices.push(Notice { code, severity, path: Text::from(path), item, params, basis });
    }

    /// A limit of the authority's that is past.
    fn overdue(&mut self, place: usize, clock: &Clock<'a>) {
        let Some(due) = clock.latest.filter(|_| clock.kind == LimitKind::HearingNotice).or(clock.due) else { return };
        if clock.light != Light::Overdue && !clock.late {
            return;
        }
        let code = match clock.kind {
            LimitKind::Promised => Code::DlOverduePromised,
            LimitKind::Statutory if self.case.procedure == Procedure::Licence => Code::DlOverdueStatutory,
            LimitKind::Notice | LimitKind::Review => Code::AuditReviewLate,
            _ => Code::AuditActLate,
        };
        let (path, basis) = (format!("/clocks/{place}"), clock.basis.clone());
        let word = |text: &str| Param::Word(Text::from(text.to_string()));
        let ended = clock.ended.map_or_else(|| word("open"), |ended| word(&ended.to_string()));
        let params = [day("due", due), ("ended", ended), ("limit", word(clock.kind.as_str()))];
        self.note(code, Severity::Should, path, basis, params);
    }

    /// 受理: refused after the law has accepted, or another day stated.
    fn acceptance(&mut self) {
        let Some(begin) = self.case.accepted else { return };
        let at = |kind| self.case.events.iter().position(|event| event.kind == kind);
        if let (Some(deemed), Some(place)) = (self.case.deemed, at(EventKind::Refused)) {
            let path = format!("/events/{place}");
            let params = [day("date", deemed)];
            self.note(Code::AuditRefusedAfterDeemed, Severity::Should, path, DEEMED_ACCEPTED.basis(), params);
        }
        let stated = begin.stated.filter(|_| begin.by == Start::Supplemented);
        if let (Some(stated), Some(place)) = (stated, at(EventKind::Accepted)) {
            let basis = self.case.procedure.acceptance_basis().unwrap_or_default();
            let params = [day("date", begin.at.date), day("stated", stated)];
            self.note(Code::AuditAcceptedLate, Severity::Advice, format!("/events/{place}"), basis, params);
        }
    }

    /// 补正告知: once, in time, before acceptance.
    fn notified(&mut self) {
        let basis = self.case.procedure.supplement_basis().unwrap_or_else(|| self.case.entry("/limits"));
        let notices = self.case.events.iter().enumerate();
        let notices = notices.filter(|(_, event)| event.kind == EventKind::Notified && event.at.date <= self.case.on);
        let mut earlier = false;
        for (place, event) in notices.collect::<Vec<_>>() {
            let accepted = self.case.accepted.map(|begin| begin.at.date);
            let after = accepted.is_some_and(|accepted| event.at.date > accepted) && self.case.deemed.is_none();
            let params = [day("date", event.at.date)];
            if after {
                let path = format!("/events/{place}");
                self.note(Code::AuditDemandAfterAcceptance, Severity::Advice, path, basis.clone(), params);
            } else if std::mem::replace(&mut earlier, true) && !event.new_matter {
                let path = format!("/events/{place}");
                self.note(Code::AuditSecondCorrection, Severity::Should, path, basis.clone(), params);
            }
        }
    }

    /// 延期: once, in time, no longer than provided, and told.
    fn extensions(&mut self, clocks: &[Clock<'a>]) {
        let (events, limits) = (self.case.events, self.case.limits);
        for (place, event) in events.iter().enumerate().filter(|(_, event)| event.kind == EventKind::Extended) {
            if event.at.date > self.case.on {
                continue;
            }
            let concerned = |limit: &&Limit<'a>| event.limit.as_ref().is_none_or(|id| *id == limit.id);
            let extended = limits.iter().filter(concerned).filter(|limit| self.case.most(limit).is_some());
            let path = format!("/events/{place}");
            let mut any = false;
            for limit in extended {
                any = true;
                let clock = clocks.iter().find(|clock| *clock.id == *limit.id);
                self.extension(&path, event, limit, clock);
            }
            let basis = self.case.rule(&law::EXTENSION);
            if !any {
                self.note(Code::ExtNotProvided, Severity::Should, path, basis, []);
            } else if !event.was_told(self.case.on) {
                self.note(Code::ExtNotNotified, Severity::Should, path, basis, []);
            }
        }
    }

    fn extension(&mut self, path: &str, event: &CaseEvent<'_>, limit: &Limit<'_>, clock: Option<&Clock<'a>>) {
        let (Some(most), Some(clock)) = (self.case.most(limit), clock) else { return };
        let first = self.case.extensions(limit, clock.start).next().is_none_or(|first| std::ptr::eq(first, event));
        let basis = clock.basis.clone();
        let id = ("limit", Param::Word(Text::from(clock.kind.as_str())));
        let number = |name, number: u32| (name, Param::Number(i64::from(number)));
        if !first {
            self.note(Code::ExtTwice, Severity::Should, path.into(), basis, [id, day("date", event.at.date)]);
        } else if clock.extended == 0 && event.days != Some(0) {
            let due = clock.due.unwrap_or(event.at.date);
            let params = [id, day("date", event.at.date), day("due", due)];
            self.note(Code::ExtTooLate, Severity::Should, path.into(), basis, params);
        } else if let Some(days) = event.days.filter(|days| *days > most) {
            let params = [id, number("days", days), number("most", most)];
            self.note(Code::ExtTooLong, Severity::Should, path.into(), basis, params);
        }
    }

    /// 中止: of a kind that the law leaves out of account, in its time, told in writing.
    fn stop(&mut self, stop: &Stop<'_, 'a>, clocks: &[Clock<'a>]) {
        let path = format!("/events/{}", stop.place);
        let basis = self.case.rule(&law::STOPPED_TIME);
        let from = day("from", stop.from());
        let counts = |clock: &&Clock<'_>| clock.pauses.iter().any(|pause| covers(pause.from, pause.to, stop.from()));
        match stop.void {
            Some(Void::NoBasis) => {
                return self.note(Code::AuditStopNoBasis, Severity::Should, path, basis, [from]);
            }
            Some(Void::TooEarly) => {
                return self.note(Code::AuditStopNoEffect, Severity::Advice, path, basis, [from]);
            }
            None if !clocks.iter().any(|clock| counts(&clock)) => {
                return self.note(Code::AuditStopNoEffect, Severity::Advice, path, basis, [from]);
            }
            None => {}
        }
        if !stop.told {
            self.note(Code::AuditStopNotNotified, Severity::Should, path.clone(), basis.clone(), [from.clone()]);
        }
        let lasted = self.case.calendar.between(stop.from(), stop.to.unwrap_or(self.case.on));
        let told = stop.event.days.map(i64::from);
        if let Some((lasted, told)) = lasted.map(i64::from).zip(told).filter(|(lasted, told)| lasted > told) {
            let params = [from, ("days", Param::Number(lasted)), ("told", Param::Number(told))];
            self.note(Code::AuditStopTooLong, Severity::Should, path, basis, params);
        }
    }
}

fn covers(from: CivilDate, to: Option<CivilDate>, day: CivilDate) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}
