//! 预审结论: what the findings come to, by the item's procedure, as a proposal. Only the authority decides.

mod least;

use crate::catalogue::{Need, Ready};
use crate::check::{Checked, Class, Finding, FindingCode, Remedy, Severity, State};
use crate::error::words;
use crate::json::{Id, Record, readable};
use crate::law::Basis;

words! {
    /// 结论: what an authority would most likely do.
    pub enum Outcome {
        /// something is not known yet: a question is open, or a file cannot be read
        Unknown = "unknown",
        /// 齐全: complete and in form
        Ready = "ready",
        /// 当场更正: errors that can be put right on the spot
        CorrectOnTheSpot = "correct-on-the-spot",
        /// 补正: to be supplemented
        Supplement = "supplement",
        /// 可能不需要办理: by the answers, nothing has to be applied for
        NotRequired = "not-required",
        /// 可能不归本机关办理: by the answers, another authority is competent
        NotCompetent = "not-competent",
    }
}
readable!(Outcome);

/// 预审结论.
#[derive(Debug, Clone, Default, Record)]
#[record(result)]
pub struct Decision<'a> {
    /// What the findings come to.
    pub outcome: Outcome,
    /// The rule that this outcome follows.
    pub basis: Basis<'a>,
    /// The least that would make the application ready: what has to be done, no step twice; of materials of which some
    /// suffice, those that ask least of the applicant.
    pub least: Vec<Remedy<'a>>,
    /// Materials that may be handed in later.
    pub deferrable: Vec<Id<'a>>,
    /// Always `true`: only the authority decides.
    pub proposal: bool,
}

/// Decides.
#[must_use]
pub fn decide<'a>(ready: &'a Ready, checked: &'a Checked<'a>) -> Decision<'a> {
    let must: Vec<&'a Finding<'a>> =
        checked.findings.iter().filter(|finding| finding.severity == Severity::Must).collect();
    let outcome = outcome(checked, &must);
    let procedure = ready.item.procedure;
    let basis = match outcome {
        Outcome::Unknown => None,
        Outcome::Ready => procedure.acceptance_basis(),
        Outcome::CorrectOnTheSpot => procedure.correction_basis(),
        Outcome::Supplement => procedure.supplement_basis(),
        Outcome::NotRequired => procedure.not_required_basis(),
        Outcome::NotCompetent => procedure.not_competent_basis(),
    };
    let deferrable = checked.materials.iter().zip(&ready.item.materials).filter_map(|(state, material)| {
        let waits = material.need == Need::Deferrable && state.state == State::Deferred;
        waits.then(|| Id::from(&*material.id))
    });
    Decision {
        outcome,
        basis: basis.unwrap_or_else(|| Basis::entry(&ready.item.code, String::from("/procedure"))),
        least: least::least(ready, checked, &must),
        deferrable: deferrable.collect(),
        proposal: true,
    }
}

/// What the findings come to. Doubts about the whole item come first: nobody should mend papers that nobody needs.
fn outcome(checked: &Checked<'_>, must: &[&Finding<'_>]) -> Outcome {
    let found = |code| checked.findings.iter().any(|finding| finding.code == code);
    let any = |class| must.iter().any(|finding| finding.class == class);
    let to_supplement = |finding: &&Finding<'_>| {
        finding.class == Class::Missing || (finding.class == Class::Defective && !finding.code.on_the_spot())
    };
    if found(FindingCode::ItemNotRequired) {
        Outcome::NotRequired
    } else if found(FindingCode::ItemNotCompetent) {
        Outcome::NotCompetent
    } else if any(Class::Pending) {
        Outcome::Unknown
    } else if must.iter().any(to_supplement) {
        Outcome::Supplement
    } else if any(Class::Technical) {
        Outcome::Unknown // what a file holds that cannot be taken, nobody knows yet
    } else if must.is_empty() {
        Outcome::Ready
    } else {
        Outcome::CorrectOnTheSpot
    }
}
