//! 最少的事: the smallest set of materials and edits after which nothing grave is left.

use crate::catalogue::Ready;
use crate::check::{Action, Checked, Finding, FindingCode, Param, Remedy, State};
use crate::json::{Id, Text};

/// Every step once, in the order of the findings.
pub(super) fn least<'a>(ready: &'a Ready, checked: &'a Checked<'a>, must: &[&'a Finding<'a>]) -> Vec<Remedy<'a>> {
    let mut steps: Vec<Remedy<'a>> = Vec::with_capacity(must.len());
    let mut kept = Vec::new();
    let spare = spare(ready, checked, must);
    let must = || must.iter().filter(|finding| !finding.material.as_ref().is_some_and(|id| spare.contains(&&**id)));
    for finding in must() {
        if finding.code == FindingCode::MatOneOfMissing {
            choose(ready, checked, finding, &mut steps);
            continue;
        }
        if finding.code == FindingCode::FileDuplicate && other_goes(finding, &steps, &mut kept) {
            continue;
        }
        add(&mut steps, finding.remedy.borrowed());
        if let Some(material) = finding.material.as_ref().filter(|_| finding.code == FindingCode::AgentUnproven) {
            to_come(checked, material).for_each(|other| add(&mut steps, other.remedy.borrowed()));
        }
    }
    for finding in must().filter(|finding| finding.code == FindingCode::FileTooMany) {
        let files = [&finding.path, "/files/"].concat();
        // Of too many files, those go first that would have to be replaced.
        for _ in 0..count(finding, "have").saturating_sub(count(finding, "max")) {
            if let Some(place) = steps.iter().rposition(|step| step.path.starts_with(&files)) {
                steps.remove(place);
            }
        }
    }
    steps
}

/// 多选一: of the faulty materials of a group, those that may stay so, because enough others are sound or take fewer steps.
fn spare<'a>(ready: &'a Ready, checked: &Checked<'_>, must: &[&Finding<'_>]) -> Vec<&'a str> {
    let mut spare = Vec::new();
    for group in &ready.item.groups {
        let of_group = ready.item.materials.iter().zip(&checked.materials);
        let members = of_group.filter(|(material, _)| material.group.as_deref() == Some(&*group.id));
        let (mut applying, mut sound, mut faulty) = (0_usize, 0_usize, Vec::new());
        for (material, state) in members {
            applying += usize::from(!matches!(state.state, State::NotNeeded | State::Unknown));
            sound += usize::from(matches!(state.state, State::Given | State::Exempt | State::Committed));
            if state.state == State::Faulty {
                faulty.push(&*material.id);
            }
        }
        let steps = |id: &str| must.iter().filter(|finding| finding.material.as_deref() == Some(id)).count();
        let need = usize::try_from(group.min.max(1)).unwrap_or(usize::MAX).min(applying);
        for _ in 0..need.saturating_sub(sound).min(faulty.len()) {
            let best = (0..faulty.len()).min_by_key(|place| faulty.get(*place).map_or(0, |id| steps(id)));
            best.map(|place| faulty.remove(place));
        }
        spare.append(&mut faulty);
    }
    spare
}

fn count(finding: &Finding<'_>, name: &str) -> usize {
    match finding.params.get(name) {
        Some(Param::Number(count)) => usize::try_from(*count).unwrap_or(0),
        _ => 0,
    }
}

/// Two faults of one file are mended by one other file.
fn add<'a>(steps: &mut Vec<Remedy<'a>>, step: Remedy<'a>) {
    if !steps.iter().any(|other| other.action == step.action && other.path == step.path) {
        steps.push(step);
    }
}

/// Of two files that are the same, the other one is replaced already: then this one may stay, but no third one.
fn other_goes(finding: &Finding<'_>, steps: &[Remedy<'_>], kept: &mut Vec<String>) -> bool {
    let Some(Param::Word(other)) = finding.params.get("other") else { return false };
    let path = format!("/materials/{}/files/{}", &**other, count(finding, "otherFile"));
    let goes = !kept.contains(&path) && steps.iter().any(|step| *step.path == path);
    if goes {
        kept.push(path);
    }
    goes
}

/// 多选一: of the materials that are not there, as many as are lacking, those first that take the fewest files and fields.
fn choose<'a>(ready: &'a Ready, checked: &'a Checked<'a>, finding: &'a Finding<'a>, steps: &mut Vec<Remedy<'a>>) {
    let cost = |id: &Id<'_>| {
        let material = ready.item.materials.iter().find(|material| *material.id == **id);
        let files = material.and_then(|material| material.files.as_ref()).map_or(1, |rule| rule.min.max(1));
        usize::try_from(files).unwrap_or(1) + to_come(checked, id).count()
    };
    let absent = |id: &&Id<'a>| {
        let state = checked.materials.iter().find(|state| *state.id == ***id);
        state.is_some_and(|state| state.state == State::Missing)
    };
    let mut options: Vec<&Id<'a>> = finding.remedy.one_of.iter().filter(absent).collect();
    for _ in 0..count(finding, "need").saturating_sub(count(finding, "have")) {
        let Some(best) = (0..options.len()).min_by_key(|place| options.get(*place).map_or(0, |id| cost(id))) else {
            break;
        };
        let id = options.remove(best);
        let path = Text::from(["/materials/", id].concat());
        add(steps, Remedy { action: Action::Supply, path, one_of: finding.remedy.one_of.clone() });
        to_come(checked, id).for_each(|field| add(steps, field.remedy.borrowed()));
    }
}

/// What a material brings with it when it is chosen.
fn to_come<'c, 'a>(checked: &'a Checked<'a>, id: &'c str) -> impl Iterator<Item = &'a Finding<'a>> + use<'c, 'a> {
    let named = move |finding: &&Finding<'_>| finding.material.as_deref() == Some(id);
    checked.to_come.iter().filter_map(|place| checked.findings.get(*place)).filter(named)
}
