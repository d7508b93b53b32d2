//! 范围: whether this is the right item, on the right day, by the right person. All of it is a hint — only the authority can
//! say that it is not competent — except what the catalogue itself forbids.

use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use super::{Checking, State};
use crate::catalogue::{Screen, ScreenKind, Truth};
use crate::json::{Id, Text};
use crate::law::Basis;

/// 前置判断: what the answers mean for the whole application.
pub(super) fn screens(checking: &mut Checking<'_>) {
    let ready = checking.ready;
    for screen in &ready.item.screens {
        if screen.when.truth(&checking.asked) == Truth::True {
            let finding = screened(checking, screen);
            checking.findings.push(finding);
        }
    }
}

fn screened<'a>(checking: &Checking<'a>, screen: &'a Screen<'_>) -> Finding<'a> {
    let code = match screen.kind {
        ScreenKind::Conflict => Code::SitConflict,
        ScreenKind::NotEligible => Code::SitNotEligible,
        ScreenKind::NotRequired => Code::ItemNotRequired,
        ScreenKind::NotCompetent => Code::ItemNotCompetent,
    };
    let mut questions: Vec<&str> = Vec::new();
    screen.when.questions(&mut |id, _| {
        if !questions.contains(&&**id) {
            questions.push(id);
        }
    });
    let basis = match &screen.basis {
        Some(citation) => Basis::cited(citation),
        None => checking.entry(format!("/screens/{}", &*screen.id)),
    };
    let path = format!("/answers/{}", questions.first().copied().unwrap_or_default());
    let word = |name, value: &'a str| (name, Param::Word(Text::from(value)));
    let named = ["question", "second"].into_iter().zip(questions).map(|(name, id)| word(name, id));
    Finding::new(code, path, basis).with([word("screen", &screen.id)].into_iter().chain(named))
}

/// 受理时段、数量限制、重复申请.
pub(super) fn openings(checking: &mut Checking<'_>) {
    let (item, on) = (&checking.ready.item, checking.application.on);
    let open = item.windows.is_empty() || item.windows.iter().any(|window| window.from <= on && on <= window.to);
    if !open {
        let next = item.windows.iter().filter(|window| window.from > on).min_by_key(|window| window.from);
        let last = item.windows.iter().max_by_key(|window| window.to);
        let never_yet = item.windows.iter().all(|window| window.from > on);
        let code = if never_yet { Code::CatNotOpen } else { Code::WindowClosed };
        if let Some(window) = next.or(last) {
            let day = |name, day: crate::calendar::CivilDate| (name, Param::Word(Text::from(day.to_string())));
            let finding = Finding::new(code, String::from("/on"), checking.entry(String::from("/windows")));
            checking.findings.push(finding.with([day("from", window.from), day("to", window.to)]));
        }
    }
    if let Some(quota) = &item.quota {
        let basis = quota
            .basis
            .as_ref()
            .map_or_else(|| checking.entry(String::from("/quota")), |citation| Basis::cited(citation));
        checking.findings.push(Finding::new(Code::QuotaLimited, String::from("/on"), basis));
    }
    let underway = &checking.application.underway;
    if let Some(place) = underway.iter().position(|code| item.single && **code == *item.code) {
        let basis = checking.entry(String::from("/single"));
        checking.findings.push(Finding::new(Code::ItemDuplicate, format!("/underway/{place}"), basis));
    }
}

/// 代理人: somebody acts for the applicant, and nothing given proves that he may. Grave only where the catalogue lists the
/// proof; what is missing by name has been said already.
pub(super) fn agent(checking: &mut Checking<'_>) {
    if checking.application.agent.is_none() {
        return;
    }
    let ready = checking.ready;
    let mut listed = ready.item.materials.iter().zip(&checking.materials).filter(|(material, _)| material.agent);
    let proven = |state: State| !matches!(state, State::Absent | State::NotNeeded | State::Unknown);
    // One that applies is asked for rather than one that does not by the answers.
    let applies = listed.clone().find(|(_, state)| state.state == State::Absent);
    let Some((first, state)) = applies.or_else(|| listed.clone().next()) else {
        let basis = checking.entry(String::from("/materials"));
        let finding = Finding::new(Code::AgentUnproven, String::from("/agent"), basis);
        checking.findings.push(finding.at_most(Severity::Advice));
        return;
    };
    let comes = state.state == State::Absent;
    if listed.any(|(material, state)| proven(state.state) || checking.given(material)) {
        return;
    }
    let mut finding = checking.about(Code::AgentUnproven, first);
    finding.material = Some(Id::from(&*first.id));
    checking.findings.push(finding);
    if comes {
        super::form::to_come(checking, first);
    }
}
