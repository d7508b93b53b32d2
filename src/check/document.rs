//! 材料形式: what a document must be beside its files — valid on the day, not too old, signed, sealed, on the current form,
//! original, translated. Facts come from what the applicant or the portal declares.

use super::Checking;
use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use crate::application::{Submitted, Via};
use crate::catalogue::{Condition, Material, Original, Truth};
use crate::json::Text;
use crate::law::{Basis, Citation};

/// What is declared of a material that was handed in.
pub(super) fn material<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, submitted: &'a Submitted<'_>) {
    if submitted.via == Via::ELicence {
        return; // an electronic licence is signed, sealed and original by itself (国务院令第716号 10)
    }
    let declared = |said: Option<bool>| said == Some(true);
    // A signature or seal inside a file was seen; whether it is valid, nobody looked.
    let signed = submitted.files.iter().any(|file| file.signatures.is_some() || file.seals.is_some());
    if material.signature && !signed && !declared(submitted.signed) {
        note(checking, Code::SignMissing, material, "signed");
    }
    if material.seal.is_some() && !signed && !declared(submitted.sealed) {
        note(checking, Code::SealMissing, material, "sealed");
    }
    if let Some(how) = material.original.filter(|_| !declared(submitted.original)) {
        let how = if how == Original::Kept { "original-kept" } else { "original-shown" };
        let finding = checking.about(Code::MatOriginal, material).at(place(checking, material, "original"));
        checking.findings.push(finding.with([("how", Param::Word(Text::from(how)))]));
    }
    let applies = |condition: &Option<Box<Condition<'_>>>| {
        condition.as_ref().is_some_and(|condition| condition.truth(&checking.asked) == Truth::True)
    };
    let (translation, authentication) = (applies(&material.translation), applies(&material.authentication));
    if translation && !declared(submitted.translated) {
        note(checking, Code::MatTranslation, material, "translated");
    }
    if authentication && !declared(submitted.authenticated) {
        note(checking, Code::MatAuthenticated, material, "authenticated");
    }
    let current = material.template.as_ref().map(|template| &template.version);
    if submitted.template.as_ref().zip(current).is_some_and(|(used, current)| used != current) {
        note(checking, Code::TemplateOld, material, "template");
    }
}

fn place(checking: &Checking<'_>, material: &Material<'_>, key: &str) -> String {
    [&checking.place(material), "/", key].concat()
}

fn note<'a>(checking: &mut Checking<'a>, code: Code, material: &'a Material<'_>, key: &str) {
    let finding = checking.about(code, material).at(place(checking, material, key));
    checking.findings.push(finding);
}

/// 有效期与签发日期, as declared, even of a material that is not there yet. A document may be shown to have expired; only a
/// rule of the catalogue makes that an obstacle.
pub(super) fn dates<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, submitted: &Submitted<'_>) {
    let on = checking.application.on;
    let rule = material.validity.as_deref();
    let (issued, until) = (submitted.issued_on, submitted.valid_until);
    if issued.is_some_and(|issued| issued > on) {
        return note(checking, Code::DateImpossible, material, "issuedOn");
    }
    if issued.zip(until).is_some_and(|(issued, until)| until < issued) {
        let finding = checking.about(Code::DateImpossible, material).at(place(checking, material, "validUntil"));
        checking.findings.push(finding.with([("earlier", Param::Word(Text::from("issuedOn")))]));
        return;
    }
    if until.is_some_and(|until| until < on) {
        let required = rule.is_some_and(|rule| rule.required);
        let severity = if required { Severity::Must } else { Severity::Should };
        let finding = ruled(checking, Code::DateExpired, material).at(place(checking, material, "validUntil"));
        checking.findings.push(finding.at_most(severity));
    } else if let Some(promised) = checking.promised.filter(|promised| until.is_some_and(|until| until < *promised)) {
        let finding = ruled(checking, Code::DateExpiresSoon, material).at(place(checking, material, "validUntil"));
        checking.findings.push(finding.with([("promised", Param::Word(Text::from(promised.to_string())))]));
    }
    let Some(months) = rule.and_then(|rule| rule.max_age_months) else { return };
    if issued.is_some_and(|issued| issued.plus_months(months).is_none_or(|last| last < on)) {
        // Blocks only where the rule says in which text in force it is written.
        let basis = rule.and_then(|rule| rule.basis.as_ref()).or(material.basis.as_ref());
        let based = basis.is_some_and(Citation::is_in_force);
        let severity = if based { Severity::Must } else { Severity::Should };
        let finding =
            ruled(checking, Code::DateTooOld, material).at(place(checking, material, "issuedOn")).at_most(severity);
        checking.findings.push(finding.with([("months", Param::Number(months.into()))]));
    }
}

/// A finding that rests on the rule about validity, where it has a basis of its own.
fn ruled<'a>(checking: &Checking<'a>, code: Code, material: &'a Material<'_>) -> Finding<'a> {
    let finding = checking.about(code, material);
    match material.validity.as_ref().and_then(|rule| rule.basis.as_ref()) {
        Some(citation) => Finding { basis: Basis::cited(citation), ..finding },
        None => finding,
    }
}
