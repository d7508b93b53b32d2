//! An item looked at as a whole: identifiers, references, periods, citations. What a shape cannot say is said here.

use super::condition::Condition;
use super::form::FieldPlace;
use super::item::Item;
use super::limit::{Limit, ReceiptRule, Trigger};
use super::material::Material;
use super::situation::{Question, QuestionKind};
use crate::error::ErrorCode;
use crate::json::{Id, Reader};
use std::fmt::Display;

/// Most questions, materials, groups, limits or options of one item, and most periods of one code.
pub(super) const MAX_ENTRIES: usize = 1000;

/// Notes every fault of an item that has just been read.
pub(super) fn examine(reader: &mut Reader<'_>, item: &Item<'_>) {
    if item.valid_to.is_some_and(|to| to < item.valid_from) {
        reader.fault_below(ErrorCode::PeriodInvalid, &"/validTo");
    }
    unique(reader, &"/questions", item.questions.iter().map(|question| &question.id));
    unique(reader, &"/screens", item.screens.iter().map(|screen| &screen.id));
    unique(reader, &"/materials", item.materials.iter().map(|material| &material.id));
    unique(reader, &"/groups", item.groups.iter().map(|group| &group.id));
    unique(reader, &"/forms", item.forms.iter().map(|form| &form.id));
    unique(reader, &"/roles", item.roles.iter().map(|role| &role.id));
    unique(reader, &"/limits", item.limits.iter().map(|limit| &limit.id));
    for (index, each) in item.questions.iter().enumerate() {
        question(reader, item, each, index);
    }
    for (index, each) in item.materials.iter().enumerate() {
        material(reader, item, each, &format_args!("/materials/{index}"));
    }
    for (index, group) in item.groups.iter().enumerate() {
        let members =
            item.materials.iter().filter(|material| material.group.as_ref().is_some_and(|id| **id == *group.id));
        if members.count() < usize::try_from(group.min.max(1)).unwrap_or(usize::MAX) {
            reader.fault_below(ErrorCode::RangeInvalid, &format_args!("/groups/{index}/min"));
        }
    }
    for index in 0..item.limits.len() {
        limit(reader, &item.limits, index);
    }
    guide(reader, item);
    forms(reader, item);
    for (index, role) in item.roles.iter().enumerate() {
        condition(reader, item, role.when.as_ref(), item.questions.len(), &format_args!("/roles/{index}/when"));
        if role.max.is_some_and(|max| max < role.min.max(1)) {
            reader.fault_below(ErrorCode::RangeInvalid, &format_args!("/roles/{index}/max"));
        }
    }
}

/// 电子表单: fields are unique in the item, and refer to materials and fields that there are.
fn forms(reader: &mut Reader<'_>, item: &Item<'_>) {
    let all = || item.forms.iter().flat_map(|form| &form.fields);
    if all().count() > MAX_ENTRIES {
        return reader.fault_below(ErrorCode::TooManyEntries, &"/forms");
    }
    for (index, form) in item.forms.iter().enumerate() {
        let path = format_args!("/forms/{index}");
        condition(reader, item, form.when.as_ref(), item.questions.len(), &format_args!("{path}/when"));
        for (place, field) in form.fields.iter().enumerate() {
            let path = format_args!("{path}/fields/{place}");
            condition(
                reader,
                item,
                field.required_when.as_ref(),
                item.questions.len(),
                &format_args!("{path}/requiredWhen"),
            );
            if !field.id.is_empty() && all().filter(|other| other.id == field.id).count() > 1 {
                reader.fault_below(ErrorCode::DuplicateId, &format_args!("{path}/id"));
            }
            let states = |wanted: &FieldPlace<'_>| {
                let material = item.materials.iter().find(|material| material.id == wanted.material);
                material.is_some_and(|material| material.fields.iter().any(|field| field.id == wanted.field))
            };
            if field.equals.as_ref().is_some_and(|wanted| !states(wanted)) {
                reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/equals"));
            }
            let beside = |id: &Id<'_>| *id != field.id && form.fields.iter().any(|other| other.id == *id);
            if field.not_before.as_ref().is_some_and(|id| !beside(id)) {
                reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/notBefore"));
            }
            for (part, id) in field.sum_of.iter().enumerate() {
                if !beside(id) {
                    reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/sumOf/{part}"));
                }
            }
        }
    }
}

/// Screens and the days on which applications are taken.
fn guide(reader: &mut Reader<'_>, item: &Item<'_>) {
    for (index, screen) in item.screens.iter().enumerate() {
        condition(reader, item, Some(&screen.when), item.questions.len(), &format_args!("/screens/{index}/when"));
    }
    for (index, window) in item.windows.iter().enumerate() {
        if window.to < window.from {
            reader.fault_below(ErrorCode::PeriodInvalid, &format_args!("/windows/{index}/to"));
        }
    }
}

fn unique<'i>(reader: &mut Reader<'_>, list: &dyn Display, ids: impl ExactSizeIterator<Item = &'i Id<'i>>) {
    let mut seen: Vec<&str> = Vec::new();
    if ids.len() > MAX_ENTRIES {
        reader.fault_below(ErrorCode::TooManyEntries, &format_args!("{list}"));
        return;
    }
    for (index, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
        if seen.contains(&&**id) {
            reader.fault_below(ErrorCode::DuplicateId, &format_args!("{list}/{index}/id"));
        }
        seen.push(id);
    }
}

fn question(reader: &mut Reader<'_>, item: &Item<'_>, question: &Question<'_>, index: usize) {
    let path = format_args!("/questions/{index}");
    condition(reader, item, question.when.as_ref(), index, &format_args!("{path}/when"));
    if (question.kind == QuestionKind::Boolean) != question.options.is_empty() {
        reader.fault_below(ErrorCode::QuestionInvalid, &format_args!("{path}/options"));
    }
    unique(reader, &format_args!("/questions/{index}/options"), question.options.iter().map(|option| &option.id));
    for (place, option) in question.options.iter().enumerate() {
        for (which, wanted) in option.materials.iter().enumerate() {
            if !wanted.is_empty() && !item.materials.iter().any(|material| *material.id == **wanted) {
                reader.fault_below(
                    ErrorCode::ReferenceUnknown,
                    &format_args!("{path}/options/{place}/materials/{which}"),
                );
            }
        }
    }
}

fn material(reader: &mut Reader<'_>, item: &Item<'_>, material: &Material<'_>, path: &dyn Display) {
    let conditions = [
        ("when", material.when.as_ref()),
        ("translation", material.translation.as_deref()),
        ("authentication", material.authentication.as_deref()),
    ];
    for (key, each) in conditions {
        condition(reader, item, each, item.questions.len(), &format_args!("{path}/{key}"));
    }
    unique(reader, &format_args!("{path}/fields"), material.fields.iter().map(|field| &field.id));
    let grouped = |id: &Id<'_>| item.groups.iter().any(|group| *group.id == **id);
    if material.group.as_ref().is_some_and(|id| !id.is_empty() && !grouped(id)) {
        reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/group"));
    }
    if material.per.as_ref().is_some_and(|id| !id.is_empty() && !item.roles.iter().any(|role| role.id == *id)) {
        reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/per"));
    } else if material.per.is_some() && material.group.is_some() {
        reader.fault_below(ErrorCode::RoleInvalid, &format_args!("{path}/group"));
    }
    let Some(files) = &material.files else { return };
    if files.max.is_some_and(|max| max < files.min.max(1)) {
        reader.fault_below(ErrorCode::RangeInvalid, &format_args!("{path}/files/max"));
    }
    if files.max_bytes.zip(files.min_bytes).is_some_and(|(max, min)| max < min) {
        reader.fault_below(ErrorCode::RangeInvalid, &format_args!("{path}/files/maxBytes"));
    }
    if files.max_pages.is_some_and(|max| max < files.min_pages.unwrap_or(1)) {
        reader.fault_below(ErrorCode::RangeInvalid, &format_args!("{path}/files/maxPages"));
    }
}

/// A limit that starts with the end of another names one that stands before it, so that none can wait for itself.
fn limit(reader: &mut Reader<'_>, limits: &[Limit<'_>], index: usize) {
    let Some(limit) = limits.get(index) else { return };
    let path = format_args!("/limits/{index}");
    let before = |id: &Id<'_>| limits.iter().take(index).any(|other| *other.id == **id);
    if limit.after.is_some() != (limit.trigger == Trigger::Elapsed) {
        reader.fault_below(ErrorCode::LimitInvalid, &format_args!("{path}/after"));
    } else if limit.after.as_ref().is_some_and(|id| !id.is_empty() && !before(id)) {
        reader.fault_below(ErrorCode::ReferenceUnknown, &format_args!("{path}/after"));
    }
    let Some(receipt) = &limit.receipt else { return };
    if receipt.close.is_some() != (receipt.rule == ReceiptRule::OfficeHours) {
        reader.fault_below(ErrorCode::LimitInvalid, &format_args!("{path}/receipt/close"));
    }
}

/// A condition may look at questions that stand before `end`, and compare them with answers they can have.
fn condition(
    reader: &mut Reader<'_>,
    item: &Item<'_>,
    condition: Option<&Condition<'_>>,
    end: usize,
    path: &dyn Display,
) {
    let Some(condition) = condition else { return };
    condition.questions(&mut |id, answer| {
        let place = item.questions.iter().position(|question| *question.id == **id);
        let code = match place {
            None => Some(ErrorCode::ReferenceUnknown),
            Some(place) if place >= end => Some(ErrorCode::ConditionCycle),
            Some(place) => item.questions.get(place).and_then(|question| question.cannot_be(answer)),
        };
        if let Some(code) = code.filter(|_| !id.is_empty()) {
            reader.fault_below(code, path);
        }
    });
}
