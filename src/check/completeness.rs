//! 齐全: whether everything on the applicant's list is there. Nothing outside the plan can be found missing.

use super::code::{Class, FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use super::{Checking, MaterialState, State};
use crate::application::{Channel, Submitted, Via};
use crate::catalogue::{Group, Material, Need};
use crate::json::{Id, Text};
use crate::law::Basis;
use crate::plan::{Applies, PlannedMaterial};

/// Whether something was handed in under this material. A commitment counts where the catalogue allows it.
pub(super) fn is_given(material: &Material<'_>, submitted: Option<&Submitted<'_>>) -> bool {
    submitted.is_some_and(|submitted| match submitted.via {
        Via::Upload => !submitted.files.is_empty(),
        Via::ELicence | Via::Paper => true,
        Via::Commitment => material.commitment.is_some(),
        Via::Later => false,
    })
}

/// Questions whose answer decides what is needed.
pub(super) fn questions(checking: &mut Checking<'_>) {
    for open in &checking.plan.open {
        let question: &str = checking.question(&open.question);
        let basis = checking.entry(format!("/questions/{question}"));
        let finding = Finding::new(Code::SitUnanswered, format!("/answers/{question}"), basis);
        checking.findings.push(finding.with([("question", Param::Word(Text::from(question)))]));
    }
}

/// One material of the plan: what is missing, and how it stands.
pub(super) fn material<'a>(checking: &mut Checking<'a>, planned: &PlannedMaterial<'_>, material: &'a Material<'_>) {
    let submitted = checking.submitted(material);
    let given = is_given(material, submitted);
    let committed = given && submitted.is_some_and(|submitted| submitted.via == Via::Commitment);
    let state = match planned.applies {
        Applies::Unknown => State::Unknown,
        // By the answers nobody acts for the applicant; but somebody does, and this is what proves that he may.
        Applies::No if given && material.agent && checking.application.agent.is_some() => State::NotNeeded,
        Applies::No if given => note(checking, Code::MatNotNeeded, material, State::NotNeeded),
        Applies::No => State::NotNeeded,
        Applies::Yes if committed => State::Committed,
        Applies::Yes if given => State::Given,
        Applies::Yes if material.shared => note(checking, Code::MatExempt, material, State::Exempt),
        Applies::Yes if material.group.is_some() => State::Absent,
        Applies::Yes if material.need == Need::Required => missing(checking, planned, material),
        Applies::Yes if material.need == Need::Deferrable => deferred(checking, material),
        Applies::Yes => State::Absent,
    };
    if matches!(state, State::Given | State::Missing) {
        copies(checking, material, submitted, state);
    }
    let files = submitted.map_or(0, |submitted| u32::try_from(submitted.files.len()).unwrap_or(u32::MAX));
    checking.materials.push(MaterialState { id: Id::from(&*material.id), state, files });
}

/// The form of a material that is there, or of one that is missing.
pub(super) fn looked_at<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>) {
    let state = checking.materials.last().map_or(State::Unknown, |state| state.state);
    if matches!(state, State::Given | State::Missing) {
        super::form::material(checking, material, state);
    }
}

/// A material of which everybody in a role has one of their own: its place in the list, to be filled in later.
pub(super) fn of_a_role<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>) {
    checking.materials.push(MaterialState { id: Id::from(&*material.id), state: State::NotNeeded, files: 0 });
}

fn note<'a>(checking: &mut Checking<'a>, code: Code, material: &'a Material<'_>, state: State) -> State {
    let finding = checking.about(code, material);
    checking.findings.push(finding);
    state
}

fn missing<'a>(checking: &mut Checking<'a>, planned: &PlannedMaterial<'_>, material: &'a Material<'_>) -> State {
    // Of the questions that made it necessary, one that the applicant has answered and will recognise.
    let answered = planned.because.iter().find(|question| checking.asked.is_answered(question));
    let finding = match answered {
        None => checking.about(Code::MatMissing, material),
        Some(question) => {
            let question = Param::Word(Text::from(checking.question(question)));
            checking.about(Code::MatConditionalMissing, material).with([("question", question)])
        }
    };
    checking.findings.push(finding);
    if let Some(commitment) = &material.commitment {
        let mut finding = checking.about(Code::PromiseAvailable, material);
        finding.basis = commitment.basis.as_ref().map_or(finding.basis, Basis::cited);
        checking.findings.push(finding);
    }
    State::Missing
}

/// 容缺后补: until when, if the catalogue says so.
fn deferred<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>) -> State {
    let mut finding = checking.about(Code::MatDeferred, material);
    if let Some(deferral) = &material.deferral {
        finding.basis = deferral.basis.as_ref().map_or(finding.basis, Basis::cited);
        let until = super::time::deferred_until(deferral, checking.application.on, checking.calendar);
        finding = finding.with(until.map(|day| ("date", Param::Word(Text::from(day.to_string())))));
    }
    checking.findings.push(finding);
    State::Deferred
}

/// Copies are asked for at the counter only: an electronic application is handed in once, which is said, and an
/// electronic licence has none. Of a missing material they are named with it.
pub(super) fn copies<'a>(
    checking: &mut Checking<'a>,
    material: &'a Material<'_>,
    submitted: Option<&Submitted<'_>>,
    state: State,
) {
    let given = submitted.filter(|_| state == State::Given);
    let have = given.map_or(0, |given| given.copies.unwrap_or(1));
    let copied = given.is_none_or(|given| given.via != Via::ELicence);
    let counter = checking.application.channel == Channel::Window;
    // One copy that is missing is the missing material itself.
    if !copied || material.copies < 2 || (counter && have >= material.copies) || (!counter && state != State::Given) {
        return;
    }
    let need = ("need", Param::Number(material.copies.into()));
    let finding = checking.about(Code::MatCopies, material);
    let finding = if counter {
        finding.with([need, ("have", Param::Number(have.into()))])
    } else {
        Finding { class: Class::Advice, ..finding.at_most(Severity::Info).with([need]) }
    };
    checking.findings.push(finding);
}

/// 多选一: one finding for a group, whichever of its materials the applicant prefers.
pub(super) fn group<'a>(checking: &mut Checking<'a>, group: &'a Group<'_>) {
    let (mut options, mut absent, mut given, mut pending) = (Vec::new(), Vec::new(), 0, false);
    for (place, (planned, material)) in checking.plan.materials.iter().zip(&checking.ready.item.materials).enumerate() {
        if material.group.as_ref().is_none_or(|id| **id != *group.id) {
            continue;
        }
        pending |= planned.applies == Applies::Unknown;
        if planned.applies == Applies::Yes {
            options.push(&*material.id);
            let submitted = checking.application.materials.get(&material.id);
            let later = material.need == Need::Deferrable && submitted.is_some_and(|given| given.via == Via::Later);
            if material.shared || later || is_given(material, submitted) {
                given += 1;
            } else {
                absent.push((place, material));
            }
        }
    }
    let need = group.min.max(1).min(u32::try_from(options.len()).unwrap_or(u32::MAX));
    if given >= need || pending || options.is_empty() {
        return;
    }
    let Some(first) = options.first() else { return };
    let basis = checking.entry(format!("/groups/{}", &*group.id));
    let mut finding = Finding::new(Code::MatOneOfMissing, format!("/materials/{first}"), basis);
    finding.remedy.one_of = options.iter().copied().map(Id::from).collect();
    let list = Param::Word(Text::from(options.join(",")));
    let counts = [("need", Param::Number(need.into())), ("have", Param::Number(given.into()))];
    checking.findings.push(finding.with([("list", list)].into_iter().chain(counts)));
    for (place, material) in absent {
        super::form::to_come(checking, material);
        if let Some(state) = checking.materials.get_mut(place) {
            state.state = State::Missing;
        }
    }
}

/// 多选一: where enough materials of a group are sound, what is wrong with another holds nothing up: it may be left out.
pub(super) fn surplus(checking: &mut Checking<'_>, group: &Group<'_>) {
    let Checking { ready, plan, findings, materials, .. } = checking;
    let grave =
        |finding: &Finding<'_>, id: &str| finding.severity == Severity::Must && finding.material.as_deref() == Some(id);
    let (mut applying, mut sound, mut members) = (0_u32, 0_u32, Vec::new());
    for (planned, (material, state)) in plan.materials.iter().zip(ready.item.materials.iter().zip(&*materials)) {
        if material.group.as_deref() == Some(&*group.id) && planned.applies == Applies::Yes {
            let given = matches!(state.state, State::Given | State::Exempt | State::Committed);
            applying += 1;
            sound += u32::from(given && !findings.iter().any(|each| grave(each, &material.id)));
            members.push(&*material.id);
        }
    }
    if sound >= group.min.max(1).min(applying) {
        for finding in findings.iter_mut().filter(|each| members.iter().any(|id| grave(each, id))) {
            finding.severity = Severity::Should;
        }
    }
}
