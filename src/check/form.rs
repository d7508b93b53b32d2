//! 法定形式: whether what was handed in can be taken as it is — files as the catalogue wants them, numbers that can be
//! right, fields filled in.

use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use super::{Checking, State, completeness, document, files};
use crate::application::{Channel, Identifier, Party, Source, Stated, Submitted};
use crate::calendar::CivilDate;
use crate::catalogue::{FieldRule, FieldType, Material, Need};
use crate::error::same;
use crate::identity::{self, IdentifierFault, IdentifierKind};
use crate::json::{Id, Text, Value};
use crate::law::{self, Basis};
use std::borrow::Cow;

/// The files of a material that was handed in, and its fields. The fields of a missing material are named with it, so
/// that whoever supplies it has heard everything.
pub(super) fn material<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>, state: State) {
    let submitted = checking.submitted(material);
    if let Some(submitted) = submitted {
        document::dates(checking, material, submitted);
        if state == State::Given {
            files::material(checking, material, submitted);
            document::material(checking, material, submitted);
        }
    }
    for field in &material.fields {
        field_form(checking, material, field, submitted);
    }
}

fn field_form<'a>(
    checking: &mut Checking<'a>,
    material: &'a Material<'_>,
    field: &'a FieldRule<'_>,
    submitted: Option<&'a Submitted<'_>>,
) {
    let value = field_text(submitted, field);
    let stated = submitted.and_then(|given| given.fields.get(&field.id));
    let doubtful = stated.is_some_and(Stated::is_doubtful);
    let finding = match (value, field.identifier) {
        (None, _) if field.required => checking.about(Code::FieldRequired, material),
        (Some(value), Some(kind)) => match number_fault(kind, &value, checking, doubtful) {
            Some(fault) => fault.told(checking.about(fault.code, material)),
            None => return,
        },
        (Some(value), None) if field.kind == Some(FieldType::Date) && !is_day(&value) => {
            // What was read from a picture may be misread: it proves nothing.
            let misread = stated.is_some_and(|stated| stated.from == Source::Ocr);
            let severity = if misread { Severity::Should } else { Severity::Must };
            checking.about(Code::DateImpossible, material).at_most(severity)
        }
        _ => return,
    };
    let mut finding = finding.at(format!("{}/fields/{}", checking.place(material), &*field.id));
    finding.field = Some(Id::from(&*field.id));
    checking.findings.push(finding);
}

/// A day, or that there is none: 长期.
pub(super) fn is_day(value: &str) -> bool {
    CivilDate::parse(value).is_some() || law::OPEN_ENDED.contains(&value.trim())
}

/// What a field says, as text; nothing if it is empty.
pub(super) fn field_text<'a>(submitted: Option<&'a Submitted<'_>>, field: &FieldRule<'_>) -> Option<Cow<'a, str>> {
    value_text(submitted.and_then(|submitted| submitted.fields.get(&field.id)))
}

/// A value as text; nothing if it is empty.
pub(super) fn value_text<'a>(stated: Option<&'a Stated<'_>>) -> Option<Cow<'a, str>> {
    match stated.map(|stated| &stated.value) {
        Some(Value::Text(text)) if !text.trim().is_empty() => Some(Cow::Borrowed(&**text)),
        Some(Value::Integer(number)) => Some(Cow::Owned(number.to_string())),
        _ => None, // OK: other values are refused when the application is read
    }
}

/// What is wrong with a number, and as which other kind it is valid.
pub(super) struct NumberFault {
    pub code: Code,
    severity: Severity,
    why: IdentifierFault,
    other: Option<IdentifierKind>,
}

impl NumberFault {
    /// The finding that says so.
    pub(super) fn told<'a>(&self, finding: Finding<'a>) -> Finding<'a> {
        let word = |word: &'static str| Param::Word(Text::from(word));
        let mut finding = finding.at_most(self.severity).with([("why", word(self.why.as_str()))]);
        if let Some(other) = self.other {
            finding.params.set("looksLike".into(), word(other.as_str()));
        }
        finding
    }
}

/// What is wrong with an identity number. An error only where the number itself proves it, and the applicant does not
/// say that it stands on the document exactly so.
pub(super) fn number_fault(
    kind: IdentifierKind,
    value: &str,
    checking: &Checking<'_>,
    confirmed: bool,
) -> Option<NumberFault> {
    let on = Some(checking.application.on);
    let (why, other) = match identity::fault(kind, value, on) {
        None => (identity::hint(kind, value)?, None),
        Some(fault) => (fault, identity::looks_like(kind, value, on)),
    };
    let code = Code::of_identifier(kind);
    let severity = Code::severity_of_identifier(kind, why, other);
    let severity = if confirmed { severity.max(Severity::Should) } else { severity };
    Some(NumberFault { code, severity, why, other })
}

/// 多选一: what a material that may be chosen would bring with it — its required fields, its dates, its copies. It is named
/// with the choice, and becomes grave with it.
pub(super) fn to_come<'a>(checking: &mut Checking<'a>, material: &'a Material<'_>) {
    let submitted = checking.application.materials.get(&material.id);
    let before = checking.findings.len();
    if let Some(submitted) = submitted {
        document::dates(checking, material, submitted);
    }
    for field in material.fields.iter().filter(|field| field.required || submitted.is_some()) {
        field_form(checking, material, field, submitted);
    }
    completeness::copies(checking, material, submitted, State::Missing);
    for (place, finding) in checking.findings.iter_mut().enumerate().skip(before) {
        if finding.severity == Severity::Must {
            finding.severity = Severity::Should;
            checking.to_come.push(place);
        }
    }
}

/// The applicant and the agent.
pub(super) fn parties(checking: &mut Checking<'_>) {
    let application = checking.application;
    let wanted = checking.ready.item.applicant.map(|kind| (kind, String::from("/applicant")));
    party(checking, "/applicant", application.applicant.as_ref(), wanted);
    party(checking, "/agent", application.agent.as_ref(), None);
}

/// One party. `wanted`: the kind of number that the item asks for, and where it says so; only that can hold anything up.
pub(super) fn party<'a>(
    checking: &mut Checking<'a>,
    path: &str,
    party: Option<&'a Party<'_>>,
    wanted: Option<(IdentifierKind, String)>,
) {
    let identifier: Option<&Identifier<'_>> = party.and_then(|party| party.identifier.as_ref());
    let (wanted, entry) = wanted.map_or((None, Text::from("/name")), |(kind, entry)| (Some(kind), Text::from(entry)));
    let basis = Basis::placed(&checking.ready.item.code, entry);
    let given = identifier.map(|identifier| identifier.kind);
    if let Some(wanted) = wanted.filter(|wanted| given != Some(*wanted)) {
        let finding = Finding::new(Code::FieldRequired, format!("{path}/identifier"), basis.clone());
        checking.findings.push(finding.with([("identifier", Param::Word(Text::from(wanted.as_str())))]));
    }
    let Some(identifier) = identifier else { return };
    let doubtful = identifier.confirmed || wanted != given;
    let fault = number_fault(identifier.kind, &identifier.value, checking, doubtful);
    if let Some(fault) = fault {
        let finding = Finding::new(fault.code, format!("{path}/identifier/value"), basis);
        checking.findings.push(fault.told(finding));
    }
}

/// 当场更正: at the counter, everything that can be put right there, in one line.
pub(super) fn on_the_spot(checking: &mut Checking<'_>) {
    let Some(basis) = checking.ready.item.procedure.correction_basis() else { return };
    if checking.application.channel != Channel::Window {
        return;
    }
    // What stands on a document that is missing comes with it.
    let missing =
        |id: &Id<'_>| checking.materials.iter().any(|state| state.state == State::Missing && same(&state.id, id));
    let simple = checking.findings.iter().filter(|each| {
        each.code.on_the_spot() && each.severity == Severity::Must && !each.material.as_ref().is_some_and(missing)
    });
    let place = |finding: &Finding<'_>| match (&finding.material, &finding.field) {
        (Some(material), Some(field)) => [material, "/", field].concat(),
        (Some(material), None) => material.to_string(),
        (None, _) => finding.path.to_string(),
    };
    let places: Vec<String> = simple.clone().map(place).collect();
    let Some(first) = simple.map(|finding| finding.path.to_string()).next() else { return };
    let what = Param::Word(Text::from(places.join(",")));
    checking.findings.push(Finding::new(Code::FixOnSpot, first, basis).with([("what", what)]));
}

/// 不必提交: what nobody has to hand in — optional, shared, or to follow later — holds nothing up by what is wrong with it.
/// Not so what proves that an agent may act.
pub(super) fn spare(checking: &mut Checking<'_>) {
    let Checking { ready, application, findings, .. } = checking;
    let spare = |material: &Material<'_>| {
        let proof = material.agent && application.agent.is_some();
        material.shared || (material.group.is_none() && material.need != Need::Required && !proof)
    };
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Must) {
        let Some(id) = &finding.material else { continue };
        if ready.item.materials.iter().any(|material| same(&material.id, id) && spare(material)) {
            finding.severity = Severity::Should;
        }
    }
}

/// After every check: a material with a grave finding is faulty.
pub(super) fn settle(checking: &mut Checking<'_>) {
    let Checking { findings, materials, base, .. } = checking;
    for state in materials.iter_mut().filter(|state| state.state == State::Given) {
        let below = |path: &str| {
            let path = path.strip_prefix(&**base).and_then(|path| path.strip_prefix("/materials/"));
            let rest = path.and_then(|path| path.strip_prefix(&*state.id));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let grave = |finding: &Finding<'_>| {
            let about = finding.material.as_ref().is_some_and(|id| same(id, &state.id));
            finding.severity == Severity::Must && about && below(&finding.path)
        };
        if findings.iter().any(grave) {
            state.state = State::Faulty;
        }
    }
}
