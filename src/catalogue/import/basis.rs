//! 设定依据 of an item: rows of laws, or one running text.

use super::bundle::{Bundle, Sheet, Table};
use super::desk::{Desk, Law, citation, text};
use super::laws::Place;
use super::report::ImportReason;
use super::row::{Object, Row};
use crate::json::Value;
use std::borrow::Cow;

/// Most citations of an item.
const MAX_CITATIONS: usize = 500;

/// Writes `basis`, and `x-laws` for what cannot be cited.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let inner: Vec<Row<'_>> =
        bundle.rows(Sheet::Item).filter_map(|row| row.inner("LAW", desk.ledger)).flatten().collect();
    if !inner.is_empty() {
        bundle.tables.push(Table { sheet: Sheet::Law, name: "LAW", rows: inner });
    }
    let (mut cited, mut kept) = (Vec::new(), Vec::new());
    for row in bundle.rows(Sheet::Item) {
        if let Some(name) = row.take(desk.words, &["BY_LAW"]) {
            write(desk, row, &Law { name, running: true, clause: None }, &mut cited, &mut kept);
        }
    }
    for row in bundle.rows(Sheet::Law) {
        let Some(name) = row.take(desk.words, &["LAW_NAME", "LAWNAME"]) else { continue };
        let clause = row.take(desk.words, &["CLAUSE_NUMBER", "TERMSNUMBER"]);
        write(desk, row, &Law { name, running: false, clause }, &mut cited, &mut kept);
    }
    finish(desk, &cited, kept);
}

/// One law: what can be cited of it, and itself where that is not all.
fn write(
    desk: &mut Desk<'_>,
    row: &mut Row<'_>,
    law: &Law<'_>,
    cited: &mut Vec<Place>,
    kept: &mut Vec<Value<'static>>,
) {
    let (to, at) = (desk.place("basis"), desk.place(&format!("x-laws/{}", kept.len())));
    let (places, whole) = desk.cite(law, &to, &at);
    cited.extend(places);
    if whole {
        return;
    }
    let key = if law.running { "text" } else { "name" };
    let mut object: Object = [(key, text(&law.name.text))].into_iter().collect();
    if let Some(clause) = &law.clause {
        object.set(Cow::Borrowed("clause"), text(&clause.text));
    }
    for (key, spellings) in
        [("number", ["LAW_NUMBER", "ACCORDINGNUMBER"]), ("content", ["CLAUSE_CONTENT", "TERMSCONTENT"])]
    {
        if let Some(cell) = row.take(desk.words, &spellings) {
            desk.ledger.preserved(&cell.from, &format!("{at}/{key}"), ImportReason::UnknownLaw);
            object.set(Cow::Borrowed(key), text(&cell.text));
        }
    }
    kept.push(Value::Object(object));
}

fn finish(desk: &mut Desk<'_>, cited: &[Place], kept: Vec<Value<'static>>) {
    let mut once: Vec<Place> = Vec::new();
    for place in cited.iter().take(MAX_CITATIONS) {
        if !once.contains(place) {
            once.push(*place);
        }
    }
    if once.is_empty() {
        desk.ledger.defaulted("", &desk.place("basis"), ImportReason::Absent);
    }
    desk.put("basis", Value::List(once.iter().map(citation).collect()));
    if !kept.is_empty() {
        desk.put("x-laws", Value::List(kept));
    }
}
