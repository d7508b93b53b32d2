//! 办事指南: conditions, places, channels, fees, steps and results.

use super::bundle::{Bundle, Sheet};
use super::desk::{Desk, published, text};
use super::report::ImportReason;
use super::row::{Cell, Object, Row};
use super::text::{is_personal, phone};
use crate::json::Value;
use std::borrow::Cow;

/// Most entries of one list.
const MAX_LIST: usize = 1000;

/// Writes everything of the guide that the source has.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    words(desk, bundle, ("requirements", "text"), &["ACCEPT_CONDITION"], &[]);
    prerequisites(desk, bundle);
    quota(desk, bundle);
    let mut inquiry = Vec::new();
    venues(desk, bundle, &mut inquiry);
    contacts(desk, bundle, ("inquiry", &["LINK_WAY", "LINK_TEL", "OTHER_LINK"]), inquiry);
    contacts(desk, bundle, ("complaint", &["SUPERVISE_WAY", "TSTEL", "OTHER_SUPERVISE"]), Vec::new());
    fees(desk, bundle);
    stages(desk, bundle);
    results(desk, bundle);
    relief(desk, bundle);
}

fn list(desk: &mut Desk<'_>, key: &'static str, entries: Vec<Value<'static>>) {
    if !entries.is_empty() {
        desk.put(key, Value::List(entries));
    }
}

/// A list of one entry whose text is a field of the head.
fn words(
    desk: &mut Desk<'_>,
    bundle: &mut Bundle<'_>,
    (key, part): (&'static str, &'static str),
    spellings: &[&str],
    beside: &[(&'static str, Value<'static>)],
) {
    let to = desk.place(&format!("{key}/0"));
    for row in bundle.head() {
        let mut entry = Object::default();
        for (key, value) in beside {
            entry.set(Cow::Borrowed(key), value.clone());
        }
        if desk.copy(row, spellings, (&mut entry, part), &to) {
            return desk.put(key, Value::List(vec![finished(entry)]));
        }
    }
}

/// An entry with its evidence: it was read in the source.
fn finished(entry: Object) -> Value<'static> {
    Value::Object(published([]).into_entries().fold(entry, super::desk::with))
}

fn prerequisites(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    words(desk, bundle, ("prerequisites", "name"), &["PRE_TASK_NAME"], &[]);
}

/// 数量限制, where it is described.
fn quota(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let to = desk.place("quota");
    for row in bundle.head() {
        let mut quota = Object::default();
        if desk.copy(row, &["AMOUNT_LIMIT_DESC", "LIMIT_EXPLAIN"], (&mut quota, "text"), &to) {
            return desk.put("quota", finished(quota));
        }
    }
}

/// 办理场所: windows, else the address of the item itself. Their telephones are for inquiries.
fn venues(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>, inquiry: &mut Vec<Value<'static>>) {
    let mut venues = Vec::new();
    for row in bundle.rows(Sheet::Window) {
        if venues.len() >= MAX_LIST || row.look(desk.words, &["WINDOW_NAME", "NAME"]).is_none() {
            continue; // kept with what is left
        }
        venues.push(venue(desk, row, venues.len()));
        if let Some(cell) = row.take(desk.words, &["WINDOW_TEL", "TEL"]) {
            contact(desk, &cell, "inquiry", inquiry);
        }
    }
    for row in bundle.rows(Sheet::Item) {
        if row.look(desk.words, &["TRANSACT_ADDR", "XHTSDZ"]).is_some() && venues.len() < MAX_LIST {
            venues.push(venue(desk, row, venues.len()));
        }
    }
    list(desk, "venues", venues);
}

fn venue(desk: &mut Desk<'_>, row: &mut Row<'_>, index: usize) -> Value<'static> {
    let (to, mut venue) = (desk.place(&format!("venues/{index}")), Object::default());
    let name = row.look(desk.words, &["WINDOW_NAME", "NAME"]).is_some();
    if !name || !desk.copy(row, &["WINDOW_NAME", "NAME"], (&mut venue, "name"), &to) {
        desk.ledger.defaulted(&row.at, &format!("{to}/name"), ImportReason::Absent);
        venue.set(Cow::Borrowed("name"), text(desk.words.label("venue")));
    }
    let level = desk.item.get("level").cloned();
    let why = if level.is_some() { ImportReason::Derived } else { ImportReason::Absent };
    desk.ledger.defaulted(&row.at, &format!("{to}/level"), why);
    venue.set(Cow::Borrowed("level"), level.unwrap_or_else(|| text("tiered")));
    desk.copy(row, &["TRANSACT_ADDR", "ADDRESS", "XHTSDZ"], (&mut venue, "address"), &to);
    desk.copy(row, &["TRANSACT_TIME", "TIME"], (&mut venue, "hours"), &to);
    finished(venue)
}

fn contacts(
    desk: &mut Desk<'_>,
    bundle: &mut Bundle<'_>,
    (key, spellings): (&'static str, &[&str]),
    mut found: Vec<Value<'static>>,
) {
    for row in bundle.head() {
        for spelling in spellings {
            if let Some(cell) = row.take(desk.words, &[spelling]) {
                contact(desk, &cell, key, &mut found);
            }
        }
    }
    list(desk, key, found);
}

/// One channel. A mobile number is somebody's own, so nothing with one in it is taken over.
fn contact(desk: &mut Desk<'_>, cell: &Cell<'_>, key: &str, found: &mut Vec<Value<'static>>) {
    if is_personal(&cell.text) {
        return desk.ledger.dropped(&cell.from, ImportReason::PersonalData);
    }
    let to = desk.place(&format!("{key}/{}", found.len()));
    let (kind, value) = match phone(&cell.text) {
        Some(number) => ("phone", number),
        None if cell.text.starts_with("http") => ("online", cell.text.clone().into_owned()),
        None => {
            desk.ledger.defaulted(&cell.from, &format!("{to}/kind"), ImportReason::Absent);
            ("window", cell.text.clone().into_owned())
        }
    };
    let entry = Value::Object(published([("kind", text(kind)), ("value", text(&value))]));
    if let Some(same) = found.iter().position(|each| *each == entry) {
        return desk.ledger.mapped(&cell.from, &desk.place(&format!("{key}/{same}/value")), ImportReason::Same);
    }
    desk.mapped(cell, &format!("{to}/value"));
    found.push(entry);
}

/// 收费情况. "No fee" is only said where the source says so; "a fee" without one that is named says nothing.
fn fees(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut items = Vec::new();
    for row in bundle.rows(Sheet::Fee) {
        if row.look(desk.words, &["FEE_NAME"]).is_none() || items.len() >= MAX_LIST {
            continue; // kept with what is left
        }
        items.push(fee(desk, row, &desk.place(&format!("fees/items/{}", items.len()))));
    }
    let mut free = false;
    let to = desk.place("fees");
    for row in bundle.rows(Sheet::Item) {
        let Some(cell) = row.take(desk.words, &["IS_FEE"]) else { continue };
        match (&*cell.text, items.is_empty()) {
            ("0" | "false", true) => {
                free = true;
                desk.mapped(&cell, &to);
            }
            ("1" | "true", false) => desk.mapped(&cell, &to),
            ("0" | "false" | "1" | "true", _) => desk.keep_code("IS_FEE", &cell, ImportReason::Contradiction),
            _ => desk.keep_code("IS_FEE", &cell, ImportReason::UnknownCode),
        }
    }
    if free || !items.is_empty() {
        let fees = published([("items", Value::List(items))]);
        desk.put("fees", Value::Object(fees));
    }
}

fn fee(desk: &mut Desk<'_>, row: &mut Row<'_>, to: &str) -> Value<'static> {
    let mut fee = Object::default();
    desk.copy(row, &["FEE_NAME"], (&mut fee, "name"), to);
    desk.copy(row, &["FEE_STAND"], (&mut fee, "standard"), to);
    desk.cite_one(row, &mut fee, to);
    finished(fee)
}

/// 办理环节: rows of the flow sheet, whose names are words or codes; else the flow in words.
fn stages(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut stages = Vec::new();
    for row in bundle.rows(Sheet::Stage).take(MAX_LIST) {
        let to = desk.place(&format!("stages/{}", stages.len()));
        let Some(cell) = row.take(desk.words, &["STEP_TEXT", "UNTI_LINK_TEXT", "STEP", "UNTI_LINK"]) else { continue };
        let name = desk.words.get("stage", &cell.text);
        let why = if name.is_some() { ImportReason::ByTable } else { ImportReason::Same };
        desk.ledger.mapped(&cell.from, &format!("{to}/name"), why);
        let mut stage: Object = [("name", text(name.unwrap_or(&cell.text)))].into_iter().collect();
        desk.copy(row, &["CHECK_STANDARD", "STEP_CONTENT"], (&mut stage, "text"), &to);
        stages.push(finished(stage));
    }
    for row in bundle.head() {
        for (spelling, label) in [("HANDLE_FLOW", "flow"), ("CKBLLC", "window-flow"), ("WSBLLC", "online-flow")] {
            let to = desk.place(&format!("stages/{}", stages.len()));
            let mut stage: Object = [("name", text(desk.words.label(label)))].into_iter().collect();
            if desk.copy(row, &[spelling], (&mut stage, "text"), &to) {
                desk.ledger.defaulted(&row.at, &format!("{to}/name"), ImportReason::Derived);
                stages.push(finished(stage));
            }
        }
    }
    list(desk, "stages", stages);
}

/// 办理结果.
fn results(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut results = Vec::new();
    for row in bundle.rows(Sheet::Outcome).take(MAX_LIST) {
        result(desk, row, &["NAME", "RESULT_NAME"], &mut results);
    }
    for row in bundle.head() {
        result(desk, row, &["RESULT_NAME"], &mut results);
    }
    list(desk, "results", results);
}

fn result(desk: &mut Desk<'_>, row: &mut Row<'_>, names: &[&str], results: &mut Vec<Value<'static>>) {
    let (to, mut entry) = (desk.place(&format!("results/{}", results.len())), Object::default());
    if desk.copy(row, names, (&mut entry, "name"), &to) {
        desk.copy(row, &["CARD_VALIDDATE"], (&mut entry, "validity"), &to);
        results.push(finished(entry));
    }
}

/// 救济渠道.
fn relief(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut relief = Vec::new();
    for row in bundle.head() {
        for (spelling, kind) in [("RECONSIDERAT", "reconsideration"), ("LITIGATION", "litigation")] {
            let to = desk.place(&format!("relief/{}", relief.len()));
            let mut entry: Object = [("kind", text(kind))].into_iter().collect();
            if desk.copy(row, &[spelling], (&mut entry, "text"), &to) {
                relief.push(finished(entry));
            }
        }
    }
    list(desk, "relief", relief);
}
