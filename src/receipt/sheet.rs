//! 材料自查结果单 as a model: what its body says, in words.

use super::precheck::{Body, FindingEntry, LimitEntry, MaterialEntry, PersonEntry, printable};
use super::render::{Line, Model, Table};
use crate::calendar::Certainty;
use crate::catalogue::Trigger;
use crate::json::Text;
use crate::wording::{Wording, basis_text, bytes_text};

/// The model of a self-check sheet.
#[must_use]
pub fn model(body: &Body<'_>, wording: &Wording) -> Model<'static> {
    let word = |key: &str| Text::from(wording.sheet(key).to_string());
    let mut tables = vec![Table {
        caption: word("materials"),
        head: vec![word("material"), word("state"), word("files")],
        rows: body.materials.iter().map(|material| material_row(material, wording)).collect(),
    }];
    tables.extend(body.people.iter().map(|person| person_table(person, wording)));
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
        lang: Text::from(wording.locale().to_string()),
        title: word("title"),
        first: printable(&wording.fill_sheet("first", &[("authority", &body.authority)])),
        lines: lines(body, wording),
        tables,
        notes: notes(body, wording),
        ..Model::default()
    }
}

fn person_table(person: &PersonEntry<'_>, wording: &Wording) -> Table<'static> {
    let who = [person.party.name.as_ref(), person.party.identifier.as_ref()].into_iter().flatten();
    let who = std::iter::once(&person.role).chain(who).map(|word| &**word).collect::<Vec<_>>().join(" ");
    let head = ["material", "state", "files"].map(|key| Text::from(wording.sheet(key).to_string()));
    let rows = person.materials.iter().map(|material| material_row(material, wording)).collect();
    Table { caption: printable(&who), head: head.into(), rows }
}

fn lines(body: &Body<'_>, wording: &Wording) -> Vec<Line<'static>> {
    let mut lines = vec![
        ("number", body.number.to_string()),
        ("item", body.item_name.to_string()),
        ("code", body.item.to_string()),
        ("authority", body.authority.to_string()),
    ];
    for (key, party) in [("applicant", &body.applicant), ("agent", &body.agent)] {
        if let Some(party) = party {
            let words = [party.name.as_ref(), party.identifier.as_ref()].into_iter().flatten();
            lines.push((key, words.map(|word| &**word).collect::<Vec<_>>().join(" ")));
        }
    }
    lines.push(("clock", body.client_clock.as_str().to_string()));
    lines.push(("outcome", wording.sheet(&format!("outcome-{}", body.outcome)).to_string()));
    let named = |(key, value): (&str, String)| Line {
        name: Text::from(wording.sheet(key).to_string()),
        value: Text::from(value),
    };
    lines.into_iter().map(named).collect()
}

fn material_row(material: &MaterialEntry<'_>, wording: &Wording) -> Vec<Text<'static>> {
    let files = material.files.iter().map(|file| format!("{} ({}) {}", &*file.name, bytes_text(file.size), file.sm3));
    let state = wording.sheet(&format!("state-{}", material.state)).to_string();
    cells(&[material.name.to_string(), state, files.collect::<Vec<_>>().join(wording.label("file-separator"))])
}

fn finding_row(finding: &FindingEntry<'_>, wording: &Wording) -> Vec<Text<'static>> {
    let severity = wording.sheet(&format!("severity-{}", finding.severity)).to_string();
    cells(&[severity, finding.what.to_string(), finding.how.to_string(), finding.basis_text.to_string()])
}

fn limit_row(limit: &LimitEntry<'_>, body: &Body<'_>, wording: &Wording) -> Vec<Text<'static>> {
    let mut name = wording.sheet(&format!("limit-{}", limit.kind)).to_string();
    name.extend(limit.item.iter().flat_map(|item| [" (", item, ")"]));
    let when = match (limit.due, limit.trigger) {
        (None, _) => wording.sheet("undated").to_string(),
        (Some(due), trigger) => {
            let key = if trigger == Trigger::Received { "if-received" } else { "if-accepted" };
            wording.fill_sheet(key, &[("date", &limit.start.to_string()), ("due", &due.to_string())])
        }
    };
    cells(&[name, when, basis_text(wording, &limit.basis, &body.item_name)])
}

fn cells(cells: &[String]) -> Vec<Text<'static>> {
    cells.iter().map(|cell| printable(cell)).collect()
}

fn notes(body: &Body<'_>, wording: &Wording) -> Vec<Text<'static>> {
    let mut notes = Vec::new();
    let years = unpublished_years(body);
    if !years.is_empty() {
        notes.push(wording.fill_sheet("estimated", &[("year", &years.join(wording.label("list-separator")))]));
    }
    notes.push(format!("{}: {}", wording.sheet("calendar"), &*body.calendar.notice));
    let catalogue = &body.catalogue;
    notes.push(format!("{}: {} (SM3 {})", wording.sheet("catalogue"), &*catalogue.version, catalogue.sm3));
    notes.push(wording.sheet("notice").to_string());
    notes.iter().map(|note| printable(note)).collect()
}

/// The years without a notice into which a count of this sheet runs.
fn unpublished_years(body: &Body<'_>) -> Vec<String> {
    let estimated = body.deadlines.iter().filter(|limit| limit.certainty == Certainty::Estimated);
    let first_unpublished = body.calendar.to.year() + 1;
    let spans = estimated.filter_map(|limit| Some((limit.start.year().max(first_unpublished), limit.due?.year())));
    let (first, last) = spans.fold((i32::MAX, i32::MIN), |(first, last), (from, to)| (first.min(from), last.max(to)));
    (first..=last).map(|year| year.to_string()).collect()
}
