//! 时限: the statutory and the promised limit. Special procedures have no form here: they are kept in their own words.

use super::bundle::{Bundle, Sheet};
use super::codes;
use super::desk::{Desk, published, text};
use super::report::ImportReason;
use super::row::Row;
use super::text::amount;
use crate::catalogue::Unit;
use crate::json::Value;

/// 即办件.
const ON_THE_SPOT: &str = "1";

/// Writes `limits`.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) {
    let mut limits = Vec::new();
    for row in bundle.rows(Sheet::Item).take(1) {
        for (kind, field) in [("statutory", "ANTICIPATE"), ("promised", "PROMISE")] {
            limits.extend(limit(desk, row, (kind, field), limits.len()));
        }
        if limits.is_empty() {
            desk.ledger.defaulted(&row.at, &desk.place("limits"), ImportReason::Absent);
        }
    }
    desk.put("limits", Value::List(limits));
}

/// One limit: a number, and its unit in a field of its own or behind the number.
fn limit(
    desk: &mut Desk<'_>,
    row: &mut Row<'_>,
    (kind, field): (&'static str, &str),
    index: usize,
) -> Option<Value<'static>> {
    let (day, place) = (format!("{field}_DAY"), desk.place(&format!("limits/{index}")));
    let on_the_spot = desk.codes.get(&format!("{}.project_type", desk.options.source));
    let on_the_spot = on_the_spot.is_some_and(|code| *code == text(ON_THE_SPOT)) && kind == "promised";
    let cell = row.take(desk.words, &[&day])?;
    let Some((number, behind)) = amount(&cell.text) else {
        desk.keep_code(&day, &cell, ImportReason::UnusableNumber);
        return None;
    };
    if number == 0 && !on_the_spot {
        desk.keep_code(&day, &cell, ImportReason::ZeroLimit);
        return None;
    }
    let unit = match desk.words.get("unit", behind).and_then(Unit::from_word) {
        None if !behind.is_empty() => None,
        Some(unit) => Some(unit),
        None => desk.code(row, &format!("{field}_TYPE"), &codes::unit(), &format!("{place}/unit")),
    };
    let Some(unit) = unit.or_else(|| (number == 0).then_some(Unit::WorkingDay)) else {
        desk.keep_code(&day, &cell, ImportReason::UnknownCode);
        return None;
    };
    desk.mapped(&cell, &format!("{place}/amount"));
    desk.ledger.defaulted(&row.at, &format!("{place}/trigger"), ImportReason::Absent);
    Some(Value::Object(published([
        ("id", text(kind)),
        ("kind", text(kind)),
        ("trigger", text("accepted")),
        ("amount", Value::Integer(number.into())),
        ("unit", text(unit.as_str())),
    ])))
}
