//! 预审: one pass over an application against its plan. Every problem is named at once (一次性告知); putting all of them
//! right leaves none.

mod code;
mod completeness;
mod consistency;
mod document;
mod fields;
mod files;
mod finding;
mod form;
mod inspected;
mod roles;
mod scope;
mod time;

pub use code::{Action, Class, FindingCode, Severity};
pub use finding::{Finding, Param, Remedy};
pub use roles::PartyState;
pub use time::remarks;

use crate::application::{Application, Submitted};
use crate::calendar::{Calendar, Certainty, CivilDate};
use crate::catalogue::{Asked, Material, Ready};
use crate::error::{same, words};
use crate::json::{Id, Map, Record, Text, readable};
use crate::law::Basis;
use crate::plan::Plan;

words! {
    /// 材料状态: how a material stands.
    pub enum State {
        /// nothing handed in, and nothing has to be
        Absent = "absent",
        /// handed in
        Given = "given",
        /// handed in, and something must be mended
        Faulty = "faulty",
        /// missing
        Missing = "missing",
        /// 免提交
        Exempt = "exempt",
        /// 容缺后补
        Deferred = "deferred",
        /// 告知承诺: a written commitment stands in its place
        Committed = "committed",
        /// does not apply
        NotNeeded = "not-needed",
        /// depends on a question that is not answered
        Unknown = "unknown",
    }
}
readable!(State);

/// How one material stands.
#[derive(Debug, Clone, Default, Record)]
#[record(result)]
pub struct MaterialState<'a> {
    /// The material.
    pub id: Id<'a>,
    /// How it stands.
    pub state: State,
    /// Files handed in.
    #[record(optional)]
    pub files: u32,
}

/// A check under way.
#[derive(Debug)]
struct Checking<'a> {
    ready: &'a Ready,
    plan: &'a Plan<'a>,
    application: &'a Application<'a>,
    asked: Asked<'a>,
    calendar: &'a Calendar,
    /// 承诺办结日, if the case began on the day of the check.
    promised: Option<CivilDate>,
    findings: Vec<Finding<'a>>,
    materials: Vec<MaterialState<'a>>,
    parties: Vec<PartyState<'a>>,
    /// Findings that become grave when one of several materials is chosen.
    to_come: Vec<usize>,
    /// Where the materials being looked at stand: empty for the application's own.
    base: String,
    /// The materials of the person being looked at.
    person: Option<&'a Map<'a, Submitted<'a>>>,
}

impl<'a> Checking<'a> {
    fn new(ready: &'a Ready, plan: &'a Plan<'a>, application: &'a Application<'a>, calendar: &'a Calendar) -> Self {
        Self {
            ready,
            plan,
            application,
            asked: Asked::new(&ready.item.questions, &application.answers),
            calendar,
            promised: None,
            findings: Vec::with_capacity(8),
            materials: Vec::with_capacity(ready.item.materials.len()),
            parties: Vec::new(),
            to_come: Vec::new(),
            base: String::new(),
            person: None,
        }
    }

    /// The entry of the item as a basis.
    fn entry(&self, entry: String) -> Basis<'a> {
        Basis::entry(&self.ready.item.code, entry)
    }

    /// A finding about a material, resting on the article that asks for it, or on its entry.
    fn about(&self, code: FindingCode, material: &'a Material<'_>) -> Finding<'a> {
        let place = self.ready.place(material);
        let basis = match &material.basis {
            Some(citation) => Basis::cited(citation),
            None => Basis::placed(&self.ready.item.code, Text::from(place)),
        };
        let path = if self.base.is_empty() { Text::from(place) } else { Text::from([&self.base, place].concat()) };
        Finding::placed(code, path, basis).of(&material.id)
    }

    /// Where a material stands in the application.
    fn place(&self, material: &Material<'_>) -> String {
        [&self.base, self.ready.place(material)].concat()
    }

    /// What was handed in under a material.
    fn submitted(&self, material: &Material<'_>) -> Option<&'a Submitted<'a>> {
        self.person.unwrap_or(&self.application.materials).get(&material.id)
    }

    /// Whether something was handed in under a material.
    fn given(&self, material: &Material<'_>) -> bool {
        completeness::is_given(material, self.submitted(material))
    }

    /// A question of the item by its identifier.
    fn question(&self, id: &str) -> &'a str {
        self.ready.item.questions.iter().find(|question| same(&question.id, id)).map_or("", |question| &question.id)
    }
}

/// What a check found.
#[derive(Debug)]
pub struct Checked<'a> {
    /// Every problem.
    pub findings: Vec<Finding<'a>>,
    /// Every material, in catalogue order.
    pub materials: Vec<MaterialState<'a>>,
    /// Everybody in a role.
    pub parties: Vec<PartyState<'a>>,
    /// Findings that become grave when one of several materials is chosen.
    pub to_come: Vec<usize>,
}

/// Checks an application against its plan.
#[must_use]
pub fn check<'a>(
    ready: &'a Ready,
    plan: &'a Plan<'a>,
    application: &'a Application<'a>,
    calendar: &'a Calendar,
) -> Checked<'a> {
    let mut checking = Checking::new(ready, plan, application, calendar);
    let promised = time::promised(&checking, calendar);
    checking.promised = promised.map(|(day, _)| day);
    scope::screens(&mut checking);
    scope::openings(&mut checking);
    completeness::questions(&mut checking);
    form::parties(&mut checking);
    for (planned, material) in plan.materials.iter().zip(&ready.item.materials) {
        if material.per.is_some() {
            completeness::of_a_role(&mut checking, material);
            continue;
        }
        completeness::material(&mut checking, planned, material);
        completeness::looked_at(&mut checking, material);
    }
    roles::roles(&mut checking);
    fields::forms(&mut checking);
    for group in &ready.item.groups {
        completeness::group(&mut checking, group);
    }
    scope::agent(&mut checking);
    consistency::facts(&mut checking);
    files::duplicates(&mut checking);
    for group in &ready.item.groups {
        completeness::surplus(&mut checking, group);
    }
    form::spare(&mut checking);
    form::on_the_spot(&mut checking);
    form::settle(&mut checking);
    time::estimated(&mut checking, calendar, promised.map_or(Certainty::Published, |(_, certainty)| certainty));
    let Checking { findings, materials, parties, to_come, .. } = checking;
    Checked { findings, materials, parties, to_come }
}
