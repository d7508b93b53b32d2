//! 法定形式: whether what was handed in can be taken as it is — files as the catalogue wants them, numbers that can be
//! right, fields filled in.

use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use super::{Checking, State};
use crate::application::{Identifier, Party, Submitted, Via};
use crate::catalogue::{FieldRule, FileRule, Material};
use crate::file::{FileKind, FileReport};
use crate::identity::{self, IdentifierFault, IdentifierKind};
use crate::json::{Id, Text, Value};
use std::borrow::Cow;

/// The files of a material that was handed in, and its fields. The fields of a missing material are named with it, so
/// that whoever supplies it has heard everything.
pub(super) fn material<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, state: State) {
    let submitted = checking.application.materials.get(&material.id);
    if let Some(submitted) = submitted.filter(|_| state == State::Given) {
        if let Some(rule) = material.files.as_ref().filter(|_| submitted.via == Via::Upload) {
            count(checking, material, rule, submitted.files.len());
        }
        for (index, file) in (0..).zip(&submitted.files) {
            file_form(checking, material, index, file);
        }
    }
    for field in &material.fields {
        field_form(checking, material, field, submitted);
    }
}

fn count<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, rule: &FileRule<'_>, have: usize) {
    let have = u32::try_from(have).unwrap_or(u32::MAX);
    let (code, limit) = match rule.max {
        Some(max) if have > max => (Code::FileTooMany, ("max", max)),
        _ if have < rule.min => (Code::MatPageMissing, ("need", rule.min)),
        _ => return,
    };
    let params = [(limit.0, Param::Number(limit.1.into())), ("have", Param::Number(have.into()))];
    let finding = checking.about(code, material).with(params);
    checking.findings.push(finding);
}

fn file_form<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, index: u32, file: &'a FileReport<'_>) {
    for (code, params) in file_faults(material.files.as_ref(), file) {
        let path = format!("/materials/{}/files/{index}", &*material.id);
        let mut finding = checking.about(code, material).with(params);
        finding.file = Some(index);
        finding.remedy.path = Text::from(path.clone());
        finding.path = Text::from(path);
        checking.findings.push(finding);
    }
}

type FileFault = (Code, Vec<(&'static str, Param<'static>)>);

/// Everything that is wrong with a file. An empty one has nothing else.
fn file_faults(rule: Option<&FileRule<'_>>, file: &FileReport<'_>) -> Vec<FileFault> {
    let kind = || ("kind", Param::Word(Text::from(file.kind.as_str())));
    if file.size == 0 {
        return vec![(Code::FileEmpty, Vec::new())];
    }
    let mut faults = Vec::new();
    let kinds = rule.map_or(&[][..], |rule| &rule.kinds);
    if !kinds.is_empty() && !kinds.contains(&file.kind) {
        let allowed: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        faults.push((Code::FileTypeNotAllowed, vec![kind(), ("allowed", Param::Word(Text::from(allowed.join(","))))]));
    } else if extension_differs(file) {
        faults.push((Code::FileExtMismatch, vec![kind()]));
    }
    if let Some(max) = rule.and_then(|rule| rule.max_bytes).filter(|max| file.size > i64::from(*max)) {
        faults.push((Code::FileTooLarge, vec![("size", Param::Number(file.size)), ("max", Param::Number(max.into()))]));
    }
    faults
}

/// The name promises a kind that people know by it, and the bytes are another.
fn extension_differs(file: &FileReport<'_>) -> bool {
    let known = file.kind.extensions();
    let Some((_, extension)) = file.name.rsplit_once('.') else { return false };
    let named_otherwise = FileKind::ALL.iter().any(|kind| names(kind.extensions(), extension));
    named_otherwise && !names(known, extension)
}

fn names(extensions: &[&str], extension: &str) -> bool {
    extensions.iter().any(|each| each.eq_ignore_ascii_case(extension))
}

fn field_form<'a>(
    checking: &mut Checking<'a>,
    material: &'a Material<'_>,
    field: &'a FieldRule<'_>,
    submitted: Option<&'a Submitted<'_>>,
) {
    let value = match submitted.and_then(|submitted| submitted.fields.get(&field.id)) {
        Some(Value::Text(text)) if !text.trim().is_empty() => Some(Cow::Borrowed(&**text)),
        Some(Value::Integer(number)) => Some(Cow::Owned(number.to_string())),
        _ => None, // OK: other values are refused when the application is read
    };
    let finding = match (value, field.identifier) {
        (None, _) if field.required => checking.about(Code::FieldRequired, material),
        (Some(value), Some(kind)) => match number_fault(kind, &value, checking, false) {
            Some((code, severity, params)) => checking.about(code, material).at_most(severity).with(params),
            None => return,
        },
        _ => return,
    };
    let path = format!("/materials/{}/fields/{}", &*material.id, &*field.id);
    let mut finding = finding;
    finding.field = Some(Id::from(&*field.id));
    finding.remedy.path = Text::from(path.clone());
    finding.path = Text::from(path);
    checking.findings.push(finding);
}

type NumberFault = (Code, Severity, [(&'static str, Param<'static>); 1]);

/// What is wrong with an identity number. An error only where the number itself proves it.
fn number_fault(kind: IdentifierKind, value: &str, checking: &Checking<'_>, confirmed: bool) -> Option<NumberFault> {
    let fault = identity::check(kind, value, Some(checking.application.on)).err()?;
    let code = Code::of_identifier(kind);
    let doubtful = confirmed || fault == IdentifierFault::ResidencePermit;
    let severity = if doubtful { Severity::Should } else { Severity::Must };
    Some((code, severity, [("why", Param::Word(Text::from(fault.as_str())))]))
}

/// 多选一: the required fields of a material that may be chosen. They are named with the choice, and become necessary
/// with it.
pub(super) fn fields_to_come<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>) {
    let submitted = checking.application.materials.get(&material.id);
    let before = checking.findings.len();
    for field in material.fields.iter().filter(|field| field.required) {
        field_form(checking, material, field, submitted);
    }
    for finding in checking.findings.iter_mut().skip(before) {
        finding.severity = Severity::Should;
    }
}

/// The applicant and the agent.
pub(super) fn parties(checking: &mut Checking<'_>) {
    let application = checking.application;
    party(checking, "/applicant", application.applicant.as_ref(), checking.ready.item.applicant);
    party(checking, "/agent", application.agent.as_ref(), None);
}

/// One party. Only a number that the item asks for can hold anything up.
fn party<'a>(checking: &mut Checking<'a>, path: &str, party: Option<&'a Party<'_>>, wanted: Option<IdentifierKind>) {
    let identifier: Option<&Identifier<'_>> = party.and_then(|party| party.identifier.as_ref());
    let entry = if wanted.is_some() { "/applicant" } else { "/name" };
    let basis = checking.entry(String::from(entry));
    if let Some(wanted) = wanted.filter(|wanted| identifier.is_none_or(|identifier| identifier.kind != *wanted)) {
        let finding = Finding::new(Code::FieldRequired, format!("{path}/identifier"), basis.clone());
        checking.findings.push(finding.with([("identifier", Param::Word(Text::from(wanted.as_str())))]));
    }
    let Some(identifier) = identifier else { return };
    let doubtful = identifier.confirmed || wanted.is_none();
    let fault = number_fault(identifier.kind, &identifier.value, checking, doubtful);
    if let Some((code, severity, params)) = fault {
        let finding = Finding::new(code, format!("{path}/identifier/value"), basis);
        checking.findings.push(finding.at_most(severity).with(params));
    }
}

/// 同一文件: the same bytes twice, under two materials or as two sides of one, most often a slip of the finger.
pub(super) fn duplicates(checking: &mut Checking<'_>) {
    let mut seen: Vec<(&str, &FileReport<'_>)> = Vec::new();
    let ready = checking.ready;
    for material in &ready.item.materials {
        let Some(submitted) = checking.application.materials.get(&material.id) else { continue };
        for (index, file) in (0u32..).zip(&submitted.files) {
            let same = |other: &&(&str, &FileReport<'_>)| other.1.sha256 == file.sha256;
            if let Some((other, _)) = seen.iter().find(same).filter(|_| file.size > 0) {
                let mut finding = checking.about(Code::FileDuplicate, material);
                finding.path = Text::from(format!("/materials/{}/files/{index}", &*material.id));
                finding.remedy.path = finding.path.clone();
                finding.file = Some(index);
                checking.findings.push(finding.with([("other", Param::Word(Text::from(*other)))]));
            }
            seen.push((&material.id, file));
        }
    }
}

/// After every check: a material with a grave finding is faulty.
pub(super) fn settle(checking: &mut Checking<'_>) {
    for state in &mut checking.materials {
        let grave = |finding: &&Finding<'_>| {
            finding.severity == Severity::Must && finding.material.as_ref().is_some_and(|id| **id == *state.id)
        };
        if state.state == State::Given && checking.findings.iter().any(|finding| grave(&finding)) {
            state.state = State::Faulty;
        }
    }
}
