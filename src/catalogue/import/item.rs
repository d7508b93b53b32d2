//! 事项: the head of an item — codes, name, kind, authority, audience, period — from the row of its main table and those
//! that extend it.

use super::bundle::{Bundle, Sheet};
use super::codes;
use super::desk::{Desk, text, with};
use super::report::ImportReason;
use super::row::{Object, Row, filled};
use super::text::{date, split, whole};
use super::{basis, guide, limit, material, situation};
use crate::calendar::CivilDate;
use crate::json::{Value, is_id};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Identifiers of the item, the most particular first: a code of the implementation list can be shared by several items
/// that are handled separately.
const IDENTITY: [&[&str]; 3] = [&["TASK_HANDLE_ITEM", "YW_CODE"], &["TASK_CODE"], &["ITEM_ID", "ROW_GUID"]];
/// Names, the most particular first.
const NAMES: [&str; 3] = ["YW_NAME", "CATANAME", "TASK_NAME"];
/// Codes of other lists, which the item keeps.
const CODES: [&str; 10] = [
    "ITEM_ID",
    "CATALOG_CODE",
    "LOCAL_CATALOG_CODE",
    "NATION_CATALOG_CODE",
    "NATION_TASK_CODE",
    "LOCAL_TASK_CODE",
    "TASK_HANDLE_ITEM",
    "YW_CODE",
    "AREACODE",
    "PROJECT_TYPE",
];
/// The first day, in the order in which the fields are believed.
const FROM: [&str; 5] = ["PLAN_EFFECTIVE_DATE", "VERSION_DATE", "PUBLISHDATE", "CREATE_DATE", "CD_TIME"];
/// First day of an item whose source has no date: the first day that the calendar answers for.
const EARLIEST: (i32, u32, u32) = (2007, 1, 1);

/// What the head of the catalogue needs to know of an item.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) value: Value<'static>,
    pub(super) from: CivilDate,
    pub(super) region: Option<String>,
}

/// Writes one item. `None` if it has neither a code nor a name.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>, taken: &mut BTreeSet<String>) -> Option<Built> {
    let row = bundle.rows(Sheet::Item).next()?;
    let named = NAMES.iter().any(|name| row.look(desk.words, &[name]).is_some());
    if !named && !IDENTITY.iter().any(|spellings| row.look(desk.words, spellings).is_some()) {
        row.drop_all(desk.ledger, ImportReason::NoIdentity);
        return None;
    }
    identity(desk, row, taken);
    name(desk, row);
    kind(desk, row);
    let region = authority(desk, row);
    let from = period(desk, row);
    for row in bundle.head() {
        remaining_codes(desk, row);
    }
    basis::build(desk, bundle);
    let materials = material::build(desk, bundle);
    situation::build(desk, bundle, &materials);
    limit::build(desk, bundle);
    guide::build(desk, bundle);
    rest(desk, bundle);
    let value = Value::Object(std::mem::take(&mut desk.item));
    Some(Built { value, from, region })
}

/// 事项编码: the first identifier that is one, and is not taken by an item before this one.
fn identity(desk: &mut Desk<'_>, row: &mut Row<'_>, taken: &mut BTreeSet<String>) {
    let to = desk.place("code");
    let mut refused = None;
    for spellings in IDENTITY {
        let Some(code) = row.look(desk.words, spellings) else { continue };
        if is_id(&code) && !taken.contains(&*code) {
            taken.insert(code.clone().into_owned());
            desk.put("code", text(&code));
            if let Some(cell) = row.take(desk.words, spellings) {
                match refused {
                    None => desk.mapped(&cell, &to),
                    Some(why) => desk.ledger.defaulted(&cell.from, &to, why),
                }
            }
            return task_code(desk, row);
        }
        refused = Some(if is_id(&code) { ImportReason::DuplicateId } else { ImportReason::UnusableId });
    }
    let place = desk.to.rsplit('/').next().unwrap_or_default();
    let mut code = format!("item-{place}");
    while !taken.insert(code.clone()) {
        code.push('-');
    }
    desk.ledger.defaulted(&row.at, &to, refused.unwrap_or(ImportReason::Absent));
    desk.put("code", text(&code));
    task_code(desk, row);
}

fn task_code(desk: &mut Desk<'_>, row: &mut Row<'_>) {
    let Some(cell) = row.take(desk.words, &["TASK_CODE"]) else { return };
    if is_id(&cell.text) {
        desk.mapped(&cell, &desk.place("taskCode"));
        desk.put("taskCode", text(&cell.text));
    } else {
        desk.keep_code("TASK_CODE", &cell, ImportReason::UnusableId);
    }
}

fn name(desk: &mut Desk<'_>, row: &mut Row<'_>) {
    let version = row.take(desk.words, &["TASK_VERSION"]).filter(|cell| {
        let usable = is_id(&cell.text);
        if !usable {
            desk.keep_code("TASK_VERSION", cell, ImportReason::UnusableId);
        }
        usable
    });
    let to = desk.place("version");
    match &version {
        Some(cell) => desk.mapped(cell, &to),
        None => desk.ledger.defaulted(&row.at, &to, ImportReason::Absent),
    }
    desk.put("version", text(version.as_ref().map_or("1", |cell| &cell.text)));
    let to = desk.place("name");
    if let Some(cell) = row.take(desk.words, &NAMES) {
        desk.mapped(&cell, &to);
        desk.put("name", text(&cell.text));
    } else {
        desk.ledger.defaulted(&row.at, &to, ImportReason::Absent);
        let code = desk.item.get("code").cloned().unwrap_or_default();
        desk.put("name", code);
    }
}

/// 事项类型、程序类型、行使层级、服务对象、办理形式.
fn kind(desk: &mut Desk<'_>, row: &mut Row<'_>) {
    let source = desk.options.source;
    let power = desk.code(row, "TASK_TYPE", &codes::power(source), &desk.place("power"));
    if let Some(power) = power {
        desk.put("power", text(power.as_str()));
    }
    let to = desk.place("procedure");
    let why = if power.is_some() { ImportReason::Derived } else { ImportReason::Absent };
    desk.ledger.defaulted(&row.at, &to, why);
    desk.put("procedure", text(power.map_or(crate::law::Procedure::Other, codes::procedure).as_str()));
    if let Some(level) = desk.code(row, "USE_LEVEL", &codes::level(), &desk.place("level")) {
        desk.put("level", text(level.as_str()));
    }
    let audience = several(desk, row, "SERVE_TYPE", &codes::audience(source), "audience");
    let audience = audience.or_else(|| several(desk, row, "SERVER_TYPE", &codes::audience(source), "audience"));
    if audience.is_none() {
        desk.ledger.defaulted(&row.at, &desk.place("audience"), ImportReason::Absent);
    }
    let words = |list: Vec<&'static str>| Value::List(list.into_iter().map(text).collect());
    desk.put("audience", words(audience.unwrap_or_default()));
    if let Some(handling) = several(desk, row, "HANDLE_TYPE", &codes::handling(), "handling") {
        desk.put("handling", words(handling));
    }
    if let Some(cell) = row.take(desk.words, &["LIMIT_SCENE_NUM"]) {
        match whole(&cell.text) {
            Some(visits) => {
                desk.mapped(&cell, &desk.place("visits"));
                desk.put("visits", Value::Integer(visits.into()));
            }
            None => desk.keep_code("LIMIT_SCENE_NUM", &cell, ImportReason::UnusableNumber),
        }
    }
}

/// A field with several codes. One that no table has makes the whole field stay under `codes`, as it is written.
fn several<T: Word>(
    desk: &mut Desk<'_>,
    row: &mut Row<'_>,
    field: &str,
    list: &codes::CodeList<T>,
    key: &str,
) -> Option<Vec<&'static str>> {
    let beside = row.take(desk.words, &[&format!("{field}_TEXT")]);
    let cell = row.take(desk.words, &[field]);
    let texts: Vec<&str> = beside.iter().flat_map(|cell| split(&cell.text)).collect();
    let main = cell.as_ref().or(beside.as_ref())?;
    let parts: Vec<&str> = split(&main.text).take(100).collect();
    let to = desk.place(key);
    let (mut found, mut reasons) = (Vec::new(), BTreeSet::new());
    for (index, code) in parts.iter().enumerate() {
        let beside = texts.get(index).copied().filter(|_| texts.len() == parts.len());
        match list.decode(desk.words, code, beside) {
            Some((meaning, why)) => {
                reasons.insert(why);
                if !found.contains(&meaning.word()) {
                    found.push(meaning.word());
                }
            }
            None => {
                reasons.insert(ImportReason::UnknownCode);
            }
        }
    }
    for why in &reasons {
        if *why == ImportReason::UnknownCode {
            desk.keep_code(field, main, *why);
        } else {
            desk.ledger.mapped(&main.from, &to, *why);
        }
    }
    if let Some(beside) = beside.as_ref().filter(|beside| beside.from != main.from) {
        desk.ledger.mapped(&beside.from, &to, ImportReason::ByWord);
    }
    Some(found)
}

/// A word of the catalogue.
trait Word: Copy + PartialEq + 'static {
    fn word(self) -> &'static str;
}
impl Word for crate::catalogue::Audience {
    fn word(self) -> &'static str {
        self.as_str()
    }
}
impl Word for crate::catalogue::HandlingForm {
    fn word(self) -> &'static str {
        self.as_str()
    }
}

/// 实施主体, and the region: as the source has it, else that of the authority's own code.
fn authority(desk: &mut Desk<'_>, row: &mut Row<'_>) -> Option<String> {
    let mut authority = Object::default();
    let to = desk.place("authority");
    if !desk.copy(row, &["DEPT_NAME"], (&mut authority, "name"), &to) {
        desk.ledger.defaulted(&row.at, &format!("{to}/name"), ImportReason::Absent);
        authority.set(Cow::Borrowed("name"), text(desk.words.label("unstated")));
    }
    let mut region = row.look(desk.words, &["AREACODE"]).map(Cow::into_owned).filter(|code| is_region(code));
    if let Some(cell) = row.take(desk.words, &["TONGYI_CODE", "DEPT_CODE"]) {
        if cell.text.len() == 18 && is_id(&cell.text) {
            desk.mapped(&cell, &format!("{to}/uscc"));
            authority.set(Cow::Borrowed("uscc"), text(&cell.text));
            let of_code = cell.text.get(2..8).filter(|code| is_region(code)).map(str::to_owned);
            region = region.or(of_code);
        } else {
            desk.keep_code("DEPT_CODE", &cell, ImportReason::UnusableId);
        }
    }
    desk.put("authority", Value::Object(authority));
    region
}

fn is_region(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) && code != "000000"
}

/// 生效、失效日期.
fn period(desk: &mut Desk<'_>, row: &mut Row<'_>) -> CivilDate {
    let to = desk.place("validFrom");
    let mut from = None;
    for spelling in FROM {
        if let Some(day) = row.look(desk.words, &[spelling]).and_then(|text| date(&text)) {
            let cell = row.take(desk.words, &[spelling]);
            let at = cell.map(|cell| cell.from).unwrap_or_default();
            if spelling == "PLAN_EFFECTIVE_DATE" {
                desk.ledger.mapped(&at, &to, ImportReason::Same);
            } else {
                desk.ledger.defaulted(&at, &to, ImportReason::Derived);
            }
            from = Some(day);
            break;
        }
    }
    let day = from.unwrap_or_else(|| {
        desk.ledger.defaulted(&row.at, &to, ImportReason::Absent);
        let (year, month, day) = EARLIEST;
        CivilDate::new(year, month, day).unwrap_or_default()
    });
    desk.put("validFrom", text(&day.to_string()));
    if let Some(cell) = row.take(desk.words, &["PLAN_CANCEL_DATE"]) {
        match date(&cell.text) {
            Some(last) if day <= last => {
                desk.mapped(&cell, &desk.place("validTo"));
                desk.put("validTo", text(&last.to_string()));
            }
            Some(_) => desk.keep_code("PLAN_CANCEL_DATE", &cell, ImportReason::Contradiction),
            None => desk.keep_code("PLAN_CANCEL_DATE", &cell, ImportReason::UnusableDate),
        }
    }
    day
}

/// Codes of other lists, and whether the item is in use at all.
fn remaining_codes(desk: &mut Desk<'_>, row: &mut Row<'_>) {
    for field in CODES {
        if let Some(cell) = row.take(desk.words, &[field]) {
            desk.keep_code(field, &cell, ImportReason::Same);
        }
    }
    if let Some(cell) = row.take(desk.words, &["TASK_STATE"]) {
        let in_use = cell.text.trim_start_matches('0') == "1";
        desk.keep_code("TASK_STATE", &cell, if in_use { ImportReason::Same } else { ImportReason::NotInUse });
    }
}

/// What nobody has taken, under `x-source`, by table; and the codes.
fn rest(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut kept = Object::default();
    for table in &mut bundle.tables {
        let single = table.rows.len() == 1;
        let mut rows = Vec::new();
        for row in &mut table.rows {
            let index = if single { String::new() } else { format!("/{}", rows.len()) };
            let to = format!("{}/x-source/{}{index}", desk.to, table.name);
            let object = row.rest(desk.words, desk.ledger, &to);
            rows.extend(filled(object));
        }
        let value = if single { rows.pop() } else { (!rows.is_empty()).then_some(Value::List(rows)) };
        if let Some(value) = value {
            kept.set(Cow::Owned(table.name.to_owned()), value);
        }
    }
    if let Some(outer) = &mut bundle.outer {
        let object = outer.rest(desk.words, desk.ledger, &format!("{}/x-source", desk.to));
        kept = object.into_entries().fold(kept, with);
    }
    if let Some(kept) = filled(kept) {
        desk.put("x-source", kept);
    }
    if let Some(codes) = filled(std::mem::take(&mut desk.codes)) {
        desk.put("codes", codes);
    }
}
