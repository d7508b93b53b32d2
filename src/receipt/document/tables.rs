//! The tables of a document.

use super::body::{DeadlineLine, DocumentBody, MaterialLine};
use super::kind::DefectClass;
use super::model::Words;
use super::particulars::Defect;
use crate::json::Text;
use crate::receipt::render::Table;

/// Every table that a body fills.
pub(super) fn tables(body: &DocumentBody<'_>, words: &Words<'_>) -> Vec<Table<'static>> {
    let classes = [("missing", DefectClass::Missing), ("defective", DefectClass::Defective)];
    let mut tables = Vec::new();
    for (key, class) in classes {
        let defects = body.defects.iter().filter(|defect| defect.class == class);
        let rows = defects.enumerate().map(|(place, defect)| defect_row(place, defect, body, words)).collect();
        let head = ["number-column", "material", "why", "standard", "found", "basis"];
        push(&mut tables, key, &head, rows, words);
    }
    let lines = body.materials.iter().enumerate();
    let rows = lines.map(|(place, material)| material_row(place, material, words)).collect();
    let head = ["number-column", "material", "form", "count", "via", "files"];
    push(&mut tables, "materials", &head, rows, words);
    let rows = body.deferred.iter().map(|each| vec![named(body, &each.material), words.date(each.due)]).collect();
    push(&mut tables, "deferred", &["material", "deferred-due"], rows, words);
    let rows = body.deadlines.iter().map(|limit| limit_row(limit, words)).collect();
    push(&mut tables, "deadlines", &["limit", "time", "start", "due", "basis"], rows, words);
    let items = body.fee.iter().flat_map(|fee| &fee.items);
    let rows = items.map(|item| vec![item.name.to_string(), yuan(item.amount), words.basis(&item.basis)]).collect();
    push(&mut tables, "fees", &["fee-name", "fee-amount", "basis"], rows, words);
    tables
}

fn push(tables: &mut Vec<Table<'static>>, key: &str, head: &[&str], rows: Vec<Vec<String>>, words: &Words<'_>) {
    if !rows.is_empty() {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Text::from).collect()).collect();
        tables.push(Table { caption: words.word(key), head: words.head(head), rows });
    }
}

fn named(body: &DocumentBody<'_>, id: &str) -> String {
    let found = body.materials.iter().find(|material| *material.id == *id);
    found.map_or(id, |material| &*material.name).to_string()
}

fn defect_row(place: usize, defect: &Defect<'_>, body: &DocumentBody<'_>, words: &Words<'_>) -> Vec<String> {
    vec![
        (place + 1).to_string(),
        named(body, &defect.material),
        defect.reason.to_string(),
        defect.standard.to_string(),
        words.choice("found", defect.source.as_str()),
        defect.basis.as_ref().map(|basis| words.basis(basis)).unwrap_or_default(),
    ]
}

fn material_row(place: usize, material: &MaterialLine<'_>, words: &Words<'_>) -> Vec<String> {
    let files = material.files.iter().map(|file| format!("{} {}", &*file.name, file.sm3));
    vec![
        (place + 1).to_string(),
        material.name.to_string(),
        words.choice("form", material.form.as_str()),
        material.copies.max(1).to_string(),
        material.via.map(|via| words.choice("via", via.as_str())).unwrap_or_default(),
        files.collect::<Vec<_>>().join(words.wording.label("file-separator")),
    ]
}

fn limit_row(limit: &DeadlineLine<'_>, words: &Words<'_>) -> Vec<String> {
    vec![
        words.choice("limit", limit.kind.as_str()),
        words.period(limit.amount, limit.unit),
        words.date(limit.start),
        limit.due.map(|due| words.due(due, limit.certainty)).unwrap_or_default(),
        words.basis(&limit.basis),
    ]
}

/// 分 as 元.
fn yuan(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, (cents % 100).abs())
}
