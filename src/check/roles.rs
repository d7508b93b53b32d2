//! 相关人: everybody in a role — shareholders, parents, children — with the materials that each must hand in.

use super::code::FindingCode as Code;
use super::finding::{Finding, Param};
use super::{Checking, MaterialState, State, completeness, form};
use crate::application::{RoleParty, Submitted};
use crate::catalogue::{Role, Truth};
use crate::json::{Id, Map, Record, Text};
use crate::plan::Applies;

/// How the materials of one person in a role stand.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct PartyState<'a> {
    /// The role.
    pub role: Id<'a>,
    /// Which of them, counted from 0.
    pub index: u32,
    /// Their materials.
    pub materials: Vec<MaterialState<'a>>,
}

/// Every role that there is, by the answers.
pub(super) fn roles(checking: &mut Checking<'_>) {
    let (ready, application) = (checking.ready, checking.application);
    for role in &ready.item.roles {
        let truth = role.when.as_ref().map_or(Truth::True, |when| when.truth(&checking.asked));
        let people = application.parties.get(&role.id).map_or(&[][..], Vec::as_slice);
        if truth == Truth::True {
            count(checking, role, people.len());
            let nobody = std::iter::repeat_n(None, missing(role, people.len()));
            for (index, person) in (0..).zip(people.iter().map(Some).chain(nobody)) {
                one(checking, role, index, person);
            }
        }
        aggregate(checking, role, truth, people.len());
        let there = |party: &PartyState<'_>| usize::try_from(party.index).is_ok_and(|index| index < people.len());
        checking.parties.retain(|party| *party.role != *role.id || there(party));
    }
}

/// How many are missing: each is looked at as somebody who has given nothing, so that all they need is named at once. Of
/// many, not each one.
fn missing(role: &Role<'_>, have: usize) -> usize {
    const MOST: usize = 20;
    usize::try_from(role.min).unwrap_or(MOST).saturating_sub(have).min(MOST)
}

fn count<'a>(checking: &mut Checking<'a>, role: &'a Role<'_>, have: usize) {
    let have = u32::try_from(have).unwrap_or(u32::MAX);
    let (code, limit) = match role.max {
        _ if have < role.min.max(1) => (Code::PartyMissing, ("need", role.min.max(1))),
        Some(max) if have > max => (Code::PartyTooMany, ("most", max)),
        _ => return,
    };
    if role.min == 0 && code == Code::PartyMissing {
        return;
    }
    let basis = checking.entry(format!("/roles/{}", &*role.id));
    let finding = Finding::new(code, format!("/parties/{}", &*role.id), basis);
    let params = [
        ("role", Param::Word(Text::from(&*role.id))),
        (limit.0, Param::Number(limit.1.into())),
        ("have", Param::Number(have.into())),
    ];
    checking.findings.push(finding.with(params));
}

/// One person: the number that the item asks for, and the materials of the role. Of nobody, everything.
fn one<'a>(checking: &mut Checking<'a>, role: &'a Role<'_>, index: u32, person: Option<&'a RoleParty<'_>>) {
    static NOTHING: Map<'static, Submitted<'static>> = Map::EMPTY;
    let ready = checking.ready;
    checking.base = format!("/parties/{}/{index}", &*role.id);
    checking.person = Some(person.map_or(&NOTHING, |person| &person.materials));
    let outside = std::mem::take(&mut checking.materials);
    let path = format!("{}/party", checking.base);
    let wanted = role.identifier.map(|kind| (kind, format!("/roles/{}", &*role.id)));
    form::party(checking, &path, person.map(|person| &person.party), wanted);
    for (planned, material) in checking.plan.materials.iter().zip(&ready.item.materials) {
        if material.per.as_ref().is_some_and(|id| **id == *role.id) {
            completeness::material(checking, planned, material);
            completeness::looked_at(checking, material);
        }
    }
    form::spare(checking);
    form::settle(checking);
    let materials = std::mem::replace(&mut checking.materials, outside);
    checking.parties.push(PartyState { role: Id::from(&*role.id), index, materials });
    checking.base = String::new();
    checking.person = None;
}

/// In the list of all materials, one of a role stands as the worst of its people stand.
fn aggregate(checking: &mut Checking<'_>, role: &Role<'_>, truth: Truth, people: usize) {
    const WORST: [State; 5] = [State::Missing, State::Faulty, State::Unknown, State::Deferred, State::Given];
    let ready = checking.ready;
    let planned = checking.plan.materials.iter().map(|planned| planned.applies);
    for ((place, material), applies) in ready.item.materials.iter().enumerate().zip(planned) {
        if material.per.as_ref().is_none_or(|id| **id != *role.id) {
            continue;
        }
        let each = checking.parties.iter().filter(|party| party.role == role.id).flat_map(|party| &party.materials);
        let each = each.filter(|state| *state.id == *material.id);
        let worst = WORST.into_iter().find(|worst| each.clone().any(|state| state.state == *worst));
        let alone = match truth {
            Truth::Unknown => State::Unknown,
            Truth::True if people > 0 => each.clone().next().map_or(State::Absent, |state| state.state),
            Truth::True if applies == Applies::Yes && role.min > 0 => State::Missing,
            Truth::True if applies != Applies::No => State::Absent,
            _ => State::NotNeeded,
        };
        let files = each.map(|state| state.files).sum();
        if let Some(state) = checking.materials.get_mut(place) {
            (state.state, state.files) = (worst.unwrap_or(alone), files);
        }
    }
}
