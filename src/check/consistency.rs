//! 一致: what several materials and the applicant say about the same fact. Different writing is worth a look, never more:
//! former names, traditional characters and translations are all lawful.

use super::Checking;
use super::code::FindingCode as Code;
use super::finding::Param;
use super::form::{field_text, value_text};
use crate::application::{Application, Party, PartyKind};
use crate::catalogue::{Fact, fold};
use crate::identity::IdentifierKind;
use crate::json::{Id, Text};

/// Compares the fields that state one fact with each other, and with what is known of applicant and agent.
pub(super) fn facts(checking: &mut Checking<'_>) {
    let ready = checking.ready;
    if ready.item.materials.iter().flat_map(|material| &material.fields).all(|field| field.fact.is_none()) {
        return; // nothing is compared with anything
    }
    let mut first: Vec<(Fact, String, Option<&str>)> = Vec::new();
    for fact in Fact::ALL {
        first.extend(known(checking.application, *fact).map(|value| (*fact, fold(value), None)));
    }
    for field in ready.item.forms.iter().flat_map(|form| &form.fields) {
        if field.equals.is_some() {
            continue; // it is compared with its material alone
        }
        let value = field.fact.zip(value_text(checking.application.form.get(&field.id)));
        if let Some((fact, value)) = value.filter(|(fact, _)| first.iter().all(|known| known.0 != *fact)) {
            first.push((fact, fold(&value), None));
        }
    }
    for material in &ready.item.materials {
        let submitted = checking.application.materials.get(&material.id);
        for field in &material.fields {
            let Some((fact, value)) = field.fact.zip(field_text(submitted, field)) else { continue };
            let folded = fold(&value);
            let Some((_, known, other)) = first.iter().find(|each| each.0 == fact) else {
                first.push((fact, folded, Some(&material.id)));
                continue;
            };
            if *known != folded {
                let place = format!("/materials/{}/fields/{}", &*material.id, &*field.id);
                let other = other.map(|other| ("other", Param::Word(Text::from(other))));
                let mut finding = checking.about(Code::IdMismatch, material).at(place).with(other);
                finding.field = Some(Id::from(&*field.id));
                checking.findings.push(finding);
            }
        }
    }
}

/// What applicant and agent say of themselves, and of whom they speak for.
fn known<'a>(application: &'a Application<'_>, fact: Fact) -> Option<&'a str> {
    let (applicant, agent) = (application.applicant.as_ref(), application.agent.as_ref());
    let organisation = applicant.filter(|party| party.kind == PartyKind::Organisation);
    let representative = organisation.and_then(|party| party.representative.as_deref());
    let number = |party: &'a Party<'_>| party.identifier.as_ref();
    let value = match fact {
        Fact::ApplicantName => applicant?.name.as_deref(),
        Fact::OrganisationName => organisation?.name.as_deref(),
        Fact::AgentName => agent?.name.as_deref(),
        Fact::RepresentativeName => representative?.name.as_deref(),
        Fact::ApplicantNumber => applicant.and_then(number).map(|number| &*number.value),
        Fact::OrganisationCode => {
            let code = organisation.and_then(number).filter(|number| number.kind == IdentifierKind::Uscc);
            code.map(|number| &*number.value)
        }
        Fact::AgentNumber => agent.and_then(number).map(|number| &*number.value),
        Fact::RepresentativeNumber => representative?.identifier.as_ref().map(|number| &*number.value),
        Fact::ApplicantAddress => applicant?.address.as_deref(),
        Fact::PremisesAddress => None,
    };
    value.filter(|value| !value.trim().is_empty())
}
