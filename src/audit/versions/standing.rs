//! 一个版本下的办理: plan, check, outcome and last days of an application under one version of its item.

use super::super::diff::period::Period;
use super::fitting::{fitted, misfits};
use super::result::{Demand, Due, Misfit, VersionSide};
use crate::application::Application;
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Catalogue, LimitKind, Need, Ready};
use crate::check::{FindingCode, Severity, check};
use crate::deadline::{Clock, accepted};
use crate::decision::decide;
use crate::error::{Issue, Result};
use crate::json::{Detach, Id, Text};
use crate::plan::{Applies, Plan, PlannedMaterial};
use std::sync::Arc;

/// One version of the item, and what of the application it does not know.
#[derive(Debug)]
pub(super) struct Version<'c> {
    pub period: Period<'c>,
    pub ready: Arc<Ready>,
    pub misfits: Vec<Issue>,
}

impl<'c> Version<'c> {
    /// A version, with the application held against it; none where there is no period.
    pub fn new(
        catalogue: &Catalogue,
        period: Option<Period<'c>>,
        application: &Application<'_>,
    ) -> Result<Option<Self>> {
        let Some(period) = period else { return Ok(None) };
        let ready = catalogue.item(period.code, period.first)?;
        let misfits = misfits(application, &ready.item);
        Ok(Some(Self { period, ready, misfits }))
    }
}

/// A finding by what identifies it.
pub(super) type Found = (FindingCode, Severity, String);

/// How an application stands under one version.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub side: Option<VersionSide<'static>>,
    pub materials: Vec<(Id<'static>, Demand)>,
    /// The questions shown, and whether each is answered.
    pub questions: Vec<(Id<'static>, bool)>,
    pub findings: Vec<Found>,
    pub dues: Vec<(LimitKind, Due<'static>)>,
}

impl Standing {
    /// Runs an application against a version; without one, nothing is asked for.
    pub fn of(
        version: Option<&Version<'_>>,
        application: &Application<'_>,
        calendar: &Calendar,
        catalogue: &Catalogue,
    ) -> Self {
        let Some(version) = version else { return Self::default() };
        let ready = &*version.ready;
        let application = fitted(application, &version.misfits);
        let plan = Plan::of(ready, &application.answers, application.on);
        let checked = check(ready, &plan, &application, calendar);
        let decision = decide(ready, &checked);
        let misfit =
            |issue: &Issue| Misfit { code: Id::from(issue.code.as_str()), path: Text::from(issue.path.clone()) };
        let side = VersionSide {
            catalogue: catalogue.file().version.clone(),
            version: ready.item.version.clone().detach(),
            from: version.period.first,
            to: version.period.last,
            plan: plan.reference,
            outcome: decision.outcome,
            misfits: version.misfits.iter().map(misfit).collect(),
        };
        let found = checked.findings.iter().map(|each| (each.code, each.severity, each.path.to_string()));
        Self {
            side: Some(side),
            materials: plan.materials.iter().map(|each| (each.id.clone().detach(), demand(each))).collect(),
            questions: plan.questions.iter().map(|each| (each.id.clone().detach(), each.answered)).collect(),
            findings: found.collect(),
            dues: dues(ready, application.on, calendar),
        }
    }

    /// How a material stands.
    pub fn demand(&self, id: &str) -> Demand {
        self.materials.iter().find(|(each, _)| **each == *id).map_or(Demand::NotListed, |(_, demand)| *demand)
    }
}

const fn demand(planned: &PlannedMaterial<'_>) -> Demand {
    match (planned.applies, planned.need) {
        (Applies::No, _) => Demand::NotNeeded,
        (Applies::Unknown, _) => Demand::Open,
        (Applies::Yes, _) if planned.shared => Demand::Exempt,
        (Applies::Yes, Need::Optional) => Demand::Optional,
        (Applies::Yes, Need::Deferrable) => Demand::Deferrable,
        (Applies::Yes, Need::Required) => Demand::Needed,
    }
}

/// The last days, if the application is received and accepted on the day.
fn dues(ready: &Ready, on: CivilDate, calendar: &Calendar) -> Vec<(LimitKind, Due<'static>)> {
    let item = &ready.item;
    let due =
        |clock: Clock<'_>| (clock.kind, Due { limit: clock.id.detach(), on: clock.due, certainty: clock.certainty });
    let own = |clock: &Clock<'_>| item.limits.iter().any(|limit| limit.id == clock.id);
    accepted(item, on, calendar).into_iter().filter(own).map(due).collect()
}
