//! 最少的事: the smallest set of materials and edits after which nothing grave is left.

use crate::catalogue::Ready;
use crate::check::{Action, Checked, Finding, FindingCode, Param, Remedy};
use crate::json::{Id, Text};

/// Every step once, in the order of the findings.
pub(super) fn least<'a>(ready: &'a Ready, checked: &Checked<'a>, must: &[&Finding<'a>]) -> Vec<Remedy<'a>> {
    let mut steps: Vec<Remedy<'a>> = Vec::with_capacity(must.len());
    for finding in must {
        if finding.code == FindingCode::MatOneOfMissing {
            choose(ready, checked, finding, &mut steps);
        } else {
            add(&mut steps, &finding.remedy);
        }
    }
    steps
}

/// Two faults of one file are mended by one other file.
fn add<'a>(steps: &mut Vec<Remedy<'a>>, step: &Remedy<'a>) {
    if !steps.iter().any(|other| other.action == step.action && other.path == step.path) {
        steps.push(step.clone());
    }
}

/// 多选一: of the materials that are not there, as many as are lacking, those first that take the fewest files and fields.
fn choose<'a>(ready: &'a Ready, checked: &Checked<'a>, finding: &Finding<'a>, steps: &mut Vec<Remedy<'a>>) {
    let count = |name| match finding.params.get(name) {
        Some(Param::Number(count)) => usize::try_from(*count).unwrap_or(0),
        _ => 0,
    };
    let cost = |id: &Id<'_>| {
        let material = ready.item.materials.iter().find(|material| *material.id == **id);
        let files = material.and_then(|material| material.files.as_ref()).map_or(1, |rule| rule.min.max(1));
        usize::try_from(files).unwrap_or(1) + fields(checked, id).count()
    };
    let absent = |id: &&Id<'a>| {
        let state = checked.materials.iter().find(|state| *state.id == ***id);
        state.is_some_and(|state| state.state == crate::check::State::Missing)
    };
    let mut options: Vec<&Id<'a>> = finding.remedy.one_of.iter().filter(absent).collect();
    for _ in 0..count("need").saturating_sub(count("have")) {
        let Some(best) = (0..options.len()).min_by_key(|place| options.get(*place).map_or(0, |id| cost(id))) else {
            break;
        };
        let id = options.remove(best);
        let path = Text::from(["/materials/", id].concat());
        add(steps, &Remedy { action: Action::Supply, path, one_of: finding.remedy.one_of.clone() });
        fields(checked, id).for_each(|field| add(steps, &field.remedy));
    }
}

/// Fields of a material that have to be filled in with it.
fn fields<'c, 'a>(checked: &'c Checked<'a>, id: &'c str) -> impl Iterator<Item = &'c Finding<'a>> {
    let named = move |finding: &&Finding<'_>| finding.material.as_deref() == Some(id);
    checked.findings.iter().filter(|finding| finding.code == FindingCode::FieldRequired).filter(named)
}
