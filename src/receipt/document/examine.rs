//! 文书审核: what a record must hold before anybody is asked to sign it. The form is the reader's; what stands here is what
//! the law and the kind of document say.

use super::body::DocumentBody;
use super::elements::{ELEMENTS, Need};
use super::kind::DocumentKind;
use crate::calendar::{Certainty, CivilDate};
use crate::error::{ErrorCode, Issue};
use crate::identity::{self, IdentifierKind};
use crate::json::Text;
use crate::law::{self, Basis, Procedure, Status};
use crate::receipt::number;

/// Most files of one document.
const MAX_FILES: usize = 500;
/// Longest number of a document or a case (GB/T 39046).
const MAX_NUMBER: usize = 50;

/// Faults being found.
struct Faults(Vec<Issue>);

impl Faults {
    fn add(&mut self, code: ErrorCode, path: impl Into<String>) {
        self.0.push(Issue { code, path: path.into() });
    }

    fn when(&mut self, faulty: bool, code: ErrorCode, path: &str) {
        if faulty {
            self.add(code, path);
        }
    }
}

/// The record with what the component itself knows: the article that the document rests on, of a licence, and what wrote
/// it.
#[must_use]
pub fn completed(mut body: DocumentBody<'_>) -> DocumentBody<'_> {
    if let Some(own) = body.kind.basis(body.item.procedure).filter(|own| !cites(&body, own)) {
        body.basis.insert(0, own);
    }
    body.producer = Some(Text::from(concat!("yushen ", env!("CARGO_PKG_VERSION"))));
    body
}

fn cites(body: &DocumentBody<'_>, own: &Basis<'_>) -> bool {
    let place = |basis: &Basis<'_>| (basis.article, basis.paragraph, basis.item);
    body.basis.iter().any(|each| each.statute.as_deref() == own.statute.as_deref() && place(each) == place(own))
}

/// Every fault of a body, with its path. `published` is where the published days end, for a body that names no calendar.
#[must_use]
pub fn examine(body: &DocumentBody<'_>, published: Option<CivilDate>) -> Vec<Issue> {
    let mut faults = Faults(Vec::new());
    elements(body, &mut faults);
    names(body, &mut faults);
    order(body, &mut faults);
    bases(body, &mut faults);
    materials(body, &mut faults);
    dates(body, published, &mut faults);
    contents(body, &mut faults);
    faults.0
}

fn elements(body: &DocumentBody<'_>, faults: &mut Faults) {
    for element in ELEMENTS {
        match (element.need(body.kind), (element.present)(body)) {
            (Need::Must, false) => faults.add(ErrorCode::KeyMissing, element.path),
            (Need::Never, true) => faults.add(ErrorCode::FieldNotOfKind, element.path),
            _ => {}
        }
    }
    faults.when(body.kind == DocumentKind::Precheck, ErrorCode::UnknownWord, "/type");
}

fn names(body: &DocumentBody<'_>, faults: &mut Faults) {
    let outside = |number: &str| number.is_empty() || number.len() > MAX_NUMBER;
    // The number of a self-check sheet is not an authority's.
    faults.when(outside(&body.number) || number::is_valid(&body.number), ErrorCode::NumberInvalid, "/number");
    let case = body.case.as_ref();
    faults.when(case.is_some_and(|case| outside(&case.number)), ErrorCode::NumberInvalid, "/case/number");
    let uscc = identity::check(IdentifierKind::Uscc, &body.issuer.uscc, None).is_ok();
    faults.when(!uscc, ErrorCode::CreditCodeInvalid, "/issuer/uscc");
    for (path, region) in
        [("/issuer/region", &body.issuer.region), ("/item/catalogue/region", &body.item.catalogue.region)]
    {
        let digits = region.len() == 6 && region.bytes().all(|each| each.is_ascii_digit());
        faults.when(!digits, ErrorCode::RegionInvalid, path);
    }
    let empty = [
        ("/issuer/name", &body.issuer.name),
        ("/item/name", &body.item.name),
        ("/applicant/name", &body.applicant.name),
    ];
    for (path, text) in empty {
        faults.when(text.is_empty(), ErrorCode::StringEmpty, path);
    }
    for name in super::names::names(body) {
        faults.when(super::names::is_refused(name.of, name.text), ErrorCode::CharacterForbidden, &name.path);
    }
    faults.when(!(1..=64).contains(&body.item.code.len()), ErrorCode::NumberInvalid, "/item/code");
}

/// What happened one after the other.
fn order(body: &DocumentBody<'_>, faults: &mut Faults) {
    let times = &body.times;
    let row = [
        ("/times/submitted", times.submitted.as_ref()),
        ("/times/received", times.received.as_ref()),
        ("/times/notified", times.notified.as_ref()),
        ("/times/accepted", times.accepted.as_ref()),
        ("/times/issued", Some(&times.issued)),
    ];
    let mut last = "";
    for (path, instant) in row.into_iter().filter_map(|(path, instant)| Some((path, instant?.as_str()))) {
        // Instants of one zone, all written alike, are in the order of their text.
        faults.when(instant < last, ErrorCode::EventOrder, path);
        last = last.max(instant);
    }
}

/// No draft, no repealed and no unverified text stands on a document; the licensing law stands on licences only.
fn bases(body: &DocumentBody<'_>, faults: &mut Faults) {
    let one = |path: &str, basis: Option<&Basis<'_>>, faults: &mut Faults| {
        let Some(basis) = basis else { return };
        let statute = basis.statute.as_deref().map(law::Statute::find);
        let status = statute.map(|found| found.map_or(Status::Unverified, |found| found.status));
        let empty = basis.statute.is_none() && basis.catalogue.is_none();
        faults.when(empty, ErrorCode::KeyMissing, path);
        let binding = status.is_none_or(|status| status == Status::InForce) && basis.status.is_none();
        faults.when(!binding, ErrorCode::BasisNotBinding, path);
    };
    let listed = |path: &str, bases: &[Basis<'_>], faults: &mut Faults| {
        bases.iter().enumerate().for_each(|(index, basis)| one(&format!("{path}/{index}"), Some(basis), faults));
    };
    listed("/item/basis", &body.item.basis, faults);
    listed("/basis", &body.basis, faults);
    for (index, defect) in body.defects.iter().enumerate() {
        one(&format!("/defects/{index}/basis"), defect.basis.as_ref(), faults);
    }
    for (index, limit) in body.deadlines.iter().enumerate() {
        one(&format!("/deadlines/{index}/basis"), Some(&limit.basis), faults);
    }
    for (index, item) in body.fee.iter().flat_map(|fee| &fee.items).enumerate() {
        one(&format!("/fee/items/{index}/basis"), Some(&item.basis), faults);
    }
    one("/response/basis", body.response.as_ref().and_then(|response| response.basis.as_ref()), faults);
    one("/specialProcedure/basis", body.special_procedure.as_ref().map(|special| &special.basis), faults);
    one("/closing/basis", body.closing.as_ref().and_then(|closing| closing.basis.as_ref()), faults);
    one("/pledge/basis", body.pledge.as_ref().and_then(|pledge| pledge.basis.as_ref()), faults);
    licences(body, faults);
}

fn licences(body: &DocumentBody<'_>, faults: &mut Faults) {
    let procedure = body.item.procedure;
    if procedure == Procedure::Licence {
        let own = body.kind.basis(procedure).is_none_or(|own| cites(body, &own));
        faults.when(!own, ErrorCode::KeyMissing, "/basis");
        return;
    }
    for (index, basis) in body.basis.iter().enumerate() {
        let foreign = basis.statute.as_deref() == law::LICENCE_LIMIT.basis().statute.as_deref();
        faults.when(foreign, ErrorCode::BasisNotApplicable, &format!("/basis/{index}"));
    }
}

/// What is asked for is on the list.
fn materials(body: &DocumentBody<'_>, faults: &mut Faults) {
    let listed = |id: &str| body.materials.iter().any(|material| *material.id == *id);
    for (index, material) in body.materials.iter().enumerate() {
        let twice = body.materials.iter().take(index).any(|other| *other.id == *material.id);
        faults.when(twice, ErrorCode::DuplicateId, &format!("/materials/{index}/id"));
        for (place, file) in material.files.iter().enumerate() {
            faults.when(file.size < 0, ErrorCode::NumberOutOfRange, &format!("/materials/{index}/files/{place}/size"));
        }
    }
    let files: usize = body.materials.iter().map(|material| material.files.len()).sum();
    faults.when(files > MAX_FILES, ErrorCode::TooManyEntries, "/materials");
    for (index, defect) in body.defects.iter().enumerate() {
        faults.when(!listed(&defect.material), ErrorCode::MaterialUnknown, &format!("/defects/{index}/material"));
    }
    for (index, deferred) in body.deferred.iter().enumerate() {
        faults.when(!listed(&deferred.material), ErrorCode::MaterialUnknown, &format!("/deferred/{index}/material"));
    }
}

/// An estimate is never promised.
fn dates(body: &DocumentBody<'_>, published: Option<CivilDate>, faults: &mut Faults) {
    let calendar = body.calendar.as_ref();
    let end = calendar.map(|calendar| calendar.to).or(published);
    let estimated = |day: CivilDate| end.is_some_and(|end| day > end);
    for (index, limit) in body.deadlines.iter().enumerate() {
        let path = format!("/deadlines/{index}");
        let certain = limit.certainty == Certainty::Published;
        faults.when(limit.due.is_some_and(|due| due < limit.start), ErrorCode::PeriodInvalid, &path);
        faults.when(certain && limit.due.is_none(), ErrorCode::KeyMissing, &format!("{path}/due"));
        let promised = limit.due.is_some_and(|due| certain && estimated(due));
        faults.when(promised, ErrorCode::EstimatePromised, &format!("{path}/due"));
    }
    let counted = body.deadlines.iter().any(|limit| limit.due.is_some());
    faults.when(counted && calendar.is_none(), ErrorCode::KeyMissing, "/calendar");
    if let Some(extension) = &body.extension {
        faults.when(extension.to <= extension.from, ErrorCode::PeriodInvalid, "/extension/to");
        faults.when(estimated(extension.to), ErrorCode::EstimatePromised, "/extension/to");
    }
    let respond = body.response.as_ref().and_then(|response| response.due);
    faults.when(respond.is_some_and(estimated), ErrorCode::EstimatePromised, "/response/due");
}

/// What goes together inside an element.
fn contents(body: &DocumentBody<'_>, faults: &mut Faults) {
    if let Some(response) = &body.response {
        let limited = response.amount > 0 || response.due.is_some() || response.consequence.is_some();
        faults.when(limited && response.basis.is_none(), ErrorCode::KeyMissing, "/response/basis");
        faults.when(limited && response.unit.is_none(), ErrorCode::KeyMissing, "/response/unit");
        faults.when(limited && response.amount == 0, ErrorCode::KeyMissing, "/response/amount");
        faults.when(limited && response.consequence.is_none(), ErrorCode::KeyMissing, "/response/consequence");
    }
    if let Some(pledge) = &body.pledge {
        faults.when(pledge.statements.is_empty(), ErrorCode::StringEmpty, "/pledge/statements");
        faults.when(pledge.consequences.is_empty(), ErrorCode::StringEmpty, "/pledge/consequences");
        let late = pledge.kind == super::PledgeKind::Deferral && body.deferred.is_empty();
        faults.when(late, ErrorCode::KeyMissing, "/deferred");
    }
    if let Some(remedies) = &body.remedies {
        for (path, amount) in [("/remedies/days", remedies.days), ("/remedies/months", remedies.months)] {
            faults.when(amount == 0, ErrorCode::NumberOutOfRange, path);
        }
    }
    if let Some(fee) = &body.fee {
        faults.when(fee.charged == fee.items.is_empty(), ErrorCode::KeyMissing, "/fee/items");
        let negative = fee.items.iter().any(|item| item.amount < 0);
        faults.when(negative, ErrorCode::NumberOutOfRange, "/fee/items");
    }
    for (index, defect) in body.defects.iter().enumerate() {
        for (key, text) in [("reason", &defect.reason), ("standard", &defect.standard)] {
            faults.when(text.is_empty(), ErrorCode::StringEmpty, &format!("/defects/{index}/{key}"));
        }
    }
}
