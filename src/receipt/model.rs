//! 文书模型: a document as title, lines, tables and notes. Writers turn it into text or a page; none of them reads the
//! document again.

use super::precheck::{Body, FindingEntry, LimitEntry, MaterialEntry};
use crate::calendar::Certainty;
use crate::catalogue::Trigger;
use crate::wording::{Wording, basis_text, bytes_text};

/// A table with its caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its caption.
    pub caption: String,
    /// Heads of its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// A document, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// 标题.
    pub title: String,
    /// The line that stands first and says what the document is not.
    pub first: String,
    /// Names and values.
    pub fields: Vec<(String, String)>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Sentences at the end.
    pub notes: Vec<String>,
}

/// The model of a self-check sheet.
#[must_use]
pub fn model(body: &Body<'_>, wording: &Wording) -> Model {
    let word = |key: &str| wording.sheet(key).to_string();
    let mut tables = vec![Table {
        caption: word("materials"),
        head: vec![word("material"), word("state"), word("files")],
        rows: body.materials.iter().map(|material| material_row(material, wording)).collect(),
    }];
    if !body.findings.is_empty() {
        tables.push(Table {
            caption: word("findings"),
            head: vec![word("severity"), word("problem"), word("remedy"), word("basis")],
            rows: body.findings.iter().map(|finding| finding_row(finding, wording)).collect(),
        });
    }
    if !body.deadlines.is_empty() {
        tables.push(Table {
            caption: word("deadlines"),
            head: vec![word("limit"), word("due"), word("basis")],
            rows: body.deadlines.iter().map(|limit| limit_row(limit, body, wording)).collect(),
        });
    }
    Model {
        title: word("title"),
        first: wording.fill_sheet("first", &[("authority", &body.authority)]),
        fields: fields(body, wording),
        tables,
        notes: notes(body, wording),
    }
}

fn fields(body: &Body<'_>, wording: &Wording) -> Vec<(String, String)> {
    let mut fields = vec![
        ("number", body.number.to_string()),
        ("item", body.item_name.to_string()),
        ("code", body.item.to_string()),
        ("authority", body.authority.to_string()),
    ];
    for (key, party) in [("applicant", &body.applicant), ("agent", &body.agent)] {
        if let Some(party) = party {
            let words = [party.name.as_ref(), party.identifier.as_ref()].into_iter().flatten();
            fields.push((key, words.map(|word| &**word).collect::<Vec<_>>().join(" ")));
        }
    }
    fields.push(("clock", body.client_clock.as_str().to_string()));
    fields.push(("outcome", wording.sheet(&format!("outcome-{}", body.outcome)).to_string()));
    fields.into_iter().map(|(key, value)| (wording.sheet(key).to_string(), value)).collect()
}

fn material_row(material: &MaterialEntry<'_>, wording: &Wording) -> Vec<String> {
    let files = material.files.iter().map(|file| format!("{} ({}) {}", &*file.name, bytes_text(file.size), file.sm3));
    let state = wording.sheet(&format!("state-{}", material.state)).to_string();
    vec![material.name.to_string(), state, files.collect::<Vec<_>>().join(wording.label("file-separator"))]
}

fn finding_row(finding: &FindingEntry<'_>, wording: &Wording) -> Vec<String> {
    let severity = wording.sheet(&format!("severity-{}", finding.severity)).to_string();
    vec![severity, finding.what.to_string(), finding.how.to_string(), finding.basis_text.to_string()]
}

fn limit_row(limit: &LimitEntry<'_>, body: &Body<'_>, wording: &Wording) -> Vec<String> {
    let name = wording.sheet(&format!("limit-{}", limit.kind)).to_string();
    let when = match (limit.due, limit.trigger) {
        (None, _) => wording.sheet("undated").to_string(),
        (Some(due), trigger) => {
            let key = if trigger == Trigger::Received { "if-received" } else { "if-accepted" };
            wording.fill_sheet(key, &[("date", &limit.start.to_string()), ("due", &due.to_string())])
        }
    };
    vec![name, when, basis_text(wording, &limit.basis, &body.item_name)]
}

fn notes(body: &Body<'_>, wording: &Wording) -> Vec<String> {
    let mut notes = Vec::new();
    let last_published = body.calendar.to.year();
    if body.deadlines.iter().any(|limit| limit.certainty != Certainty::Published) {
        notes.push(wording.fill_sheet("estimated", &[("year", &(last_published + 1).to_string())]));
    }
    notes.push(format!("{}: {}", wording.sheet("calendar"), &*body.calendar.notice));
    let catalogue = &body.catalogue;
    notes.push(format!("{}: {} (SM3 {})", wording.sheet("catalogue"), &*catalogue.version, catalogue.sm3));
    notes.push(wording.sheet("notice").to_string());
    notes
}
