//! 变化: what differs between two standings of one application.

use super::super::diff::{CatalogueChange, ChangeKind};
use super::result::{
    Across, Appearing, Asking, Aspect, Demand, Due, DueShift, FindingShift, MaterialShift, QuestionShift, Shift,
};
use super::standing::{Found, Standing};
use crate::json::{Id, Text};

/// Everything that differs.
pub(super) fn compared(was: Standing, is: Standing, changes: Vec<CatalogueChange<'static>>) -> Across<'static> {
    let materials = materials(&was, &is, &changes);
    let questions = questions(&was, &is);
    let findings = findings(&was.findings, &is.findings);
    let deadlines = deadlines(&was, &is);
    let outcome = |standing: &Standing| standing.side.as_ref().map(|side| side.outcome);
    let day = |due: &Option<Due<'_>>| due.as_ref().map(|due| due.on);
    let differs = [
        (Aspect::Plan, !questions.is_empty() || materials.iter().any(|each| each.change != Shift::Rules)),
        (Aspect::Rules, materials.iter().any(|each| !each.rules.is_empty())),
        (Aspect::Findings, !findings.is_empty()),
        (Aspect::Outcome, outcome(&was) != outcome(&is)),
        (Aspect::Deadlines, deadlines.iter().any(|each| day(&each.before) != day(&each.after))),
    ];
    let differs = differs.into_iter().filter_map(|(aspect, differs)| differs.then_some(aspect)).collect();
    let (older, newer) = (was.side, is.side);
    Across { older, newer, differs, changes, materials, questions, findings, deadlines, ..Across::default() }
}

/// The materials of both, as the newer one has them, then those that only the older one has.
fn materials(was: &Standing, is: &Standing, changes: &[CatalogueChange<'static>]) -> Vec<MaterialShift<'static>> {
    let gone = was.materials.iter().filter(|(id, _)| is.demand(id) == Demand::NotListed);
    let ids = is.materials.iter().chain(gone).map(|(id, _)| id);
    let shifts = ids.filter_map(|id| {
        let (before, after) = (was.demand(id), is.demand(id));
        let idle = |demand| matches!(demand, Demand::NotListed | Demand::NotNeeded);
        let rules = if idle(before) || idle(after) { Vec::new() } else { rules(id, changes) };
        let change = shift(before, after, !rules.is_empty())?;
        Some(MaterialShift { id: id.clone(), change, before, after, rules })
    });
    shifts.collect()
}

fn shift(before: Demand, after: Demand, ruled: bool) -> Option<Shift> {
    let asks = |demand| matches!(demand, Demand::Needed | Demand::Deferrable);
    let idle = |demand| matches!(demand, Demand::NotListed | Demand::NotNeeded);
    match (asks(before), asks(after)) {
        _ if idle(before) && idle(after) => None,
        _ if before == after => ruled.then_some(Shift::Rules),
        (false, true) => Some(Shift::Needed),
        (true, false) if after != Demand::Open => Some(Shift::NoLongerNeeded),
        _ => Some(Shift::Otherwise),
    }
}

/// The rules of a material that change.
fn rules(id: &str, changes: &[CatalogueChange<'static>]) -> Vec<Text<'static>> {
    let base = format!("/materials/{id}/");
    let rule = |kind| matches!(kind, ChangeKind::MaterialRuleChanged | ChangeKind::MaterialNeedChanged);
    let paths = changes.iter().filter(|change| rule(change.kind)).filter_map(|change| change.path.as_ref());
    paths.filter(|path| path.starts_with(&base)).cloned().collect()
}

fn questions(was: &Standing, is: &Standing) -> Vec<QuestionShift<'static>> {
    let shown = |standing: &Standing, id: &str| standing.questions.iter().any(|(each, _)| **each == *id);
    let misfit = |id: &str| {
        let path = format!("/answers/{id}");
        is.side.iter().flat_map(|side| &side.misfits).any(|misfit| *misfit.path == *path)
    };
    let now = is.questions.iter().filter_map(|(id, answered)| {
        let change = match (shown(was, id), misfit(id)) {
            (_, true) => Asking::Anew,
            (false, false) => Asking::Asked,
            (true, false) => return None,
        };
        Some(QuestionShift { id: id.clone(), change, answered: *answered })
    });
    let gone = was.questions.iter().filter(|(id, _)| !shown(is, id));
    let gone = gone.map(|(id, _)| QuestionShift { id: id.clone(), change: Asking::NoLongerAsked, answered: false });
    now.chain(gone).collect()
}

/// Findings are told apart by code, place and gravity; the same one twice is two.
fn findings(was: &[Found], is: &[Found]) -> Vec<FindingShift<'static>> {
    let only = |these: &[Found], those: &[Found], change| -> Vec<FindingShift<'static>> {
        let mut left: Vec<&Found> = those.iter().collect();
        let mut only = Vec::new();
        for found in these {
            match left.iter().position(|each| *each == found) {
                Some(place) => drop(left.swap_remove(place)),
                None => only.push(FindingShift {
                    change,
                    code: found.0,
                    severity: found.1,
                    path: Text::from(found.2.clone()),
                }),
            }
        }
        only
    };
    let mut shifts = only(is, was, Appearing::Appears);
    shifts.extend(only(was, is, Appearing::Disappears));
    shifts
}

/// The limits of the newer one, then those that only the older one has.
fn deadlines(was: &Standing, is: &Standing) -> Vec<DueShift<'static>> {
    let find = |standing: &Standing, id: &Id<'_>| {
        standing.dues.iter().find(|(_, due)| due.limit == *id).map(|(_, due)| due.clone())
    };
    let gone = was.dues.iter().filter(|(_, due)| find(is, &due.limit).is_none());
    let all = is.dues.iter().chain(gone);
    all.map(|(kind, due)| DueShift { kind: *kind, before: find(was, &due.limit), after: find(is, &due.limit) })
        .collect()
}
