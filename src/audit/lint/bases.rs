//! 依据: whether what is cited binds, binds this item, and is there where the law demands it.

use super::{Linting, word};
use crate::catalogue::{Need, NoticeCode as Code, Severity};
use crate::law::{
    Citation, FEES_BY_LAW, LICENCE_SCOPE, NO_PROOF_WITHOUT_LAW, NO_SHARED_DATA, NO_STEP_WITHOUT_LAW,
    NO_UNRELATED_MATERIAL, Procedure, Status, Statute,
};

/// Every citation of the item: 已废止, 征求意见稿 and 未核实 do not bind; the licensing law binds licences only (R0).
pub(super) fn citations(linting: &mut Linting<'_, '_>) {
    let mut cited: Vec<(String, String)> = Vec::new();
    let mut add = |path: String, citation: Option<&Citation<'_>>| {
        cited.extend(citation.map(|citation| (path, citation.statute.to_string())));
    };
    let item = linting.item;
    for (place, citation) in item.basis.iter().enumerate() {
        add(format!("/basis/{place}"), Some(citation));
    }
    for (place, each) in item.requirements.get().iter().enumerate() {
        add(format!("/requirements/{place}/basis"), each.basis.as_ref());
    }
    for (place, each) in item.prerequisites.get().iter().enumerate() {
        add(format!("/prerequisites/{place}/basis"), each.basis.as_ref());
    }
    for (place, each) in item.screens.iter().enumerate() {
        add(format!("/screens/{place}/basis"), each.basis.as_ref());
    }
    for (place, each) in item.forms.iter().enumerate() {
        add(format!("/forms/{place}/basis"), each.basis.as_ref());
    }
    for (place, each) in item.fees.get().items.iter().enumerate() {
        add(format!("/fees/items/{place}/basis"), each.basis.as_ref());
    }
    for (place, each) in item.relief.get().iter().enumerate() {
        add(format!("/relief/{place}/basis"), each.basis.as_ref());
    }
    add(String::from("/quota/basis"), item.quota.as_ref().and_then(|quota| quota.basis.as_ref()));
    of_materials(linting, &mut add);
    of_limits(linting, &mut add);
    for (path, statute) in cited {
        judge(linting, &path, &statute);
    }
}

fn of_materials(linting: &Linting<'_, '_>, add: &mut impl FnMut(String, Option<&Citation<'_>>)) {
    for (place, each) in linting.item.materials.iter().enumerate() {
        let path = format!("/materials/{place}");
        add(format!("{path}/basis"), each.basis.as_ref());
        add(format!("{path}/deferral/basis"), each.deferral.as_ref().and_then(|part| part.basis.as_ref()));
        add(format!("{path}/commitment/basis"), each.commitment.as_ref().and_then(|part| part.basis.as_ref()));
        add(format!("{path}/validity/basis"), each.validity.as_ref().and_then(|part| part.basis.as_ref()));
    }
}

fn of_limits(linting: &Linting<'_, '_>, add: &mut impl FnMut(String, Option<&Citation<'_>>)) {
    for (place, each) in linting.item.limits.iter().enumerate() {
        let path = format!("/limits/{place}");
        add(format!("{path}/basis"), each.basis.as_ref());
        add(format!("{path}/extension/basis"), each.extension.as_ref().and_then(|part| part.basis.as_ref()));
        add(format!("{path}/receipt/basis"), each.receipt.as_ref().and_then(|part| part.basis.as_ref()));
    }
}

fn judge(linting: &mut Linting<'_, '_>, path: &str, statute: &str) {
    let params = [("statute", word(statute))];
    let status = Statute::find(statute).map_or(Status::Unverified, |statute| statute.status);
    if status != Status::InForce {
        let severity = if status == Status::Unverified { Severity::Should } else { Severity::Must };
        let params = [params[0].clone(), ("status", word(status))];
        linting.note(Code::CatBasisNotInForce, severity, path, None, &params);
    }
    if statute == "licensing-law" && linting.item.procedure != Procedure::Licence {
        let basis = Some(LICENCE_SCOPE.basis());
        linting.note(Code::CatLicenceRuleMisused, Severity::Must, path, basis, &params);
    }
}

/// What may be demanded only with a basis: fees, materials, proofs, and what data sharing provides.
pub(super) fn demands(linting: &mut Linting<'_, '_>) {
    let item = linting.item;
    let licence = linting.is_licence();
    for (place, fee) in item.fees.get().items.iter().enumerate() {
        // For a licence only laws and administrative regulations carry a fee, not those of a province or a city.
        let local = |statute: &str| statute.starts_with("gd-") || statute.starts_with("sz-");
        let carries = fee.basis.as_ref().is_some_and(|basis| !licence || !local(&basis.statute));
        if !carries {
            let basis = licence.then(|| FEES_BY_LAW.basis());
            linting.note(Code::AuditFeeNoBasis, Severity::Must, &format!("/fees/items/{place}"), basis, &[]);
        }
    }
    for (place, material) in item.materials.iter().enumerate() {
        let path = format!("/materials/{place}");
        let named = [("material", word(&*material.id))];
        let asked = material.need == Need::Required && !material.shared;
        if material.proof && material.basis.is_none() {
            let basis = Some(NO_PROOF_WITHOUT_LAW.basis());
            linting.note(Code::AuditProofNoBasis, Severity::Must, &path, basis, &named);
        } else if asked && material.basis.is_none() {
            let rule = if licence { &NO_UNRELATED_MATERIAL } else { &NO_STEP_WITHOUT_LAW };
            linting.note(Code::CatMaterialNoBasis, Severity::Should, &path, Some(rule.basis()), &named);
        }
        if asked && !material.sharing.is_empty() {
            linting.note(Code::AuditSharedData, Severity::Must, &path, Some(NO_SHARED_DATA.basis()), &named);
        }
    }
}
