//! 电子表单: the fields of the portal's own form — filled in, in form, and saying what the materials say.

use super::Checking;
use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use super::form::{is_day, number_fault, value_text};
use crate::application::{Source, Stated};
use crate::calendar::CivilDate;
use crate::catalogue::{FieldType, Form, FormField, Truth, fold};
use crate::json::{Id, Text};
use crate::law::Basis;
use std::borrow::Cow;

/// Every form that is filled in.
pub(super) fn forms(checking: &mut Checking<'_>) {
    let ready = checking.ready;
    for form in &ready.item.forms {
        if form.when.as_ref().is_none_or(|when| when.truth(&checking.asked) == Truth::True) {
            for field in &form.fields {
                let before = checking.findings.len();
                alone(checking, form, field);
                let faulty = checking.findings.iter().skip(before).any(|each| each.severity <= Severity::Should);
                if !faulty {
                    together(checking, form, field);
                }
            }
        }
    }
}

/// What a field of the form says, as text; nothing if it is empty.
fn said<'a>(checking: &Checking<'a>, field: &str) -> Option<Cow<'a, str>> {
    value_text(checking.application.form.get(field))
}

fn found<'a>(checking: &Checking<'a>, code: Code, form: &'a Form<'_>, field: &'a FormField<'_>) -> Finding<'a> {
    let entry = || checking.entry(format!("/forms/{}/fields/{}", &*form.id, &*field.id));
    let basis = form.basis.as_ref().map_or_else(entry, Basis::cited);
    let mut finding = Finding::new(code, format!("/form/{}", &*field.id), basis);
    finding.field = Some(Id::from(&*field.id));
    finding
}

/// A whole number, in digits of either width.
fn number(value: &str) -> Option<i64> {
    fold(value).parse().ok()
}

/// What is wrong with a field by itself.
fn alone<'a>(checking: &mut Checking<'a>, form: &'a Form<'_>, field: &'a FormField<'_>) {
    let wanted = || field.required_when.as_ref().is_some_and(|when| when.truth(&checking.asked) == Truth::True);
    let stated = checking.application.form.get(&field.id);
    let Some(value) = value_text(stated) else {
        if field.required || wanted() {
            let finding = found(checking, Code::FieldRequired, form, field);
            checking.findings.push(finding);
        }
        return;
    };
    // No text has more characters than bytes.
    let long = field.max.filter(|max| i64::try_from(value.len()).is_ok_and(|length| length > i64::from(*max)));
    let length = || i64::try_from(value.chars().count()).unwrap_or(i64::MAX);
    let finding = if let Some(max) = long.map(i64::from).filter(|max| length() > *max) {
        let counts = [("most", Param::Number(max)), ("have", Param::Number(length()))];
        found(checking, Code::FieldTooLong, form, field).with(counts)
    } else if let Some(kind) = field.identifier {
        let doubtful = stated.is_some_and(Stated::is_doubtful);
        let Some(fault) = number_fault(kind, &value, checking, doubtful) else { return };
        fault.told(found(checking, fault.code, form, field))
    } else if field.kind == Some(FieldType::Date) && !is_day(&value) {
        let misread = stated.is_some_and(|stated| stated.from == Source::Ocr);
        found(checking, Code::DateImpossible, form, field).at_most(if misread {
            Severity::Should
        } else {
            Severity::Must
        })
    } else if field.kind == Some(FieldType::Number) && number(&value).is_none() {
        found(checking, Code::FieldNotNumber, form, field)
    } else {
        return;
    };
    checking.findings.push(finding);
}

/// What a field says beside what others say: a fact of a material, a sum.
fn together<'a>(checking: &mut Checking<'a>, form: &'a Form<'_>, field: &'a FormField<'_>) {
    let Some(value) = said(checking, &field.id) else { return };
    let stated = field.equals.as_ref().and_then(|place| {
        let submitted = checking.application.materials.get(&place.material);
        Some((place, value_text(submitted.and_then(|submitted| submitted.fields.get(&place.field)))?))
    });
    if let Some((place, _)) = stated.filter(|(_, stated)| fold(stated) != fold(&value)) {
        let other = ("other", Param::Word(Text::from(&*place.material)));
        let finding = found(checking, Code::IdMismatch, form, field).with([other]);
        checking.findings.push(finding);
    }
    let earliest = field.not_before.as_ref().and_then(|id| Some((id, CivilDate::parse(&said(checking, id)?)?)));
    if let Some((id, _)) = earliest.filter(|(_, earliest)| CivilDate::parse(&value).is_some_and(|day| day < *earliest))
    {
        let finding = found(checking, Code::DateImpossible, form, field);
        checking.findings.push(finding.with([("earlier", Param::Word(Text::from(&**id)))]));
    }
    if field.sum_of.is_empty() {
        return;
    }
    let part = |part: &Id<'_>| said(checking, part).and_then(|value| number(&value));
    let sum = field.sum_of.iter().try_fold(0_i64, |sum, each| Some(sum.saturating_add(part(each)?)));
    if sum.zip(number(&value)).is_some_and(|(sum, total)| sum != total) {
        let list = field.sum_of.iter().map(|part| &**part).collect::<Vec<_>>().join(",");
        let finding = found(checking, Code::FieldSum, form, field).with([("fields", Param::Word(Text::from(list)))]);
        checking.findings.push(finding);
    }
}
