//! 目录比对: what changes from one catalogue to the next, item by item, from which day, and for whom.

mod burden;
mod change;
mod kind;
pub(super) mod period;
mod walk;

pub use change::{Burden, CatalogueChange, ChangeKind};

use crate::calendar::CivilDate;
use crate::catalogue::{Catalogue, Item, MAX_BYTES, Param};
use crate::json::{Id, Limits, Map, Reader, Text, Value, is_id};
use period::Period;
use std::borrow::Cow;
use std::collections::BTreeSet;
use walk::{Difference, Part, elements, member};

/// Every change from one catalogue to the next, ordered by the day from which it applies, then as the catalogue has it.
/// The order of keys, white space and escapes are no change.
///
/// ```
/// use yushen::audit::diff;
/// use yushen::catalogue::Catalogue;
/// let catalogue = |from: &str, visits: u32| {
///     let text = format!(r#"{{"format":"yushen-catalogue/0.1","name":"c","region":"440300","version":"1",
///         "validFrom":"{from}","source":"s","items":[{{"code":"A","version":"1","name":"a","procedure":"other",
///         "authority":{{"name":"b"}},"audience":["enterprise"],"visits":{visits},"validFrom":"2020-01-01","basis":[],
///         "materials":[],"limits":[]}}]}}"#);
///     Catalogue::load(text.into_bytes()).unwrap()
/// };
/// let changes = diff(&catalogue("2026-01-01", 2), &catalogue("2027-01-01", 1));
/// assert_eq!(changes[0].path.as_deref(), Some("/visits"));
/// assert_eq!(changes[0].effective.to_string(), "2027-01-01");
/// assert_eq!(changes[0].for_applicant.as_str(), "less");
/// ```
#[must_use]
pub fn diff(older: &Catalogue, newer: &Catalogue) -> Vec<CatalogueChange<'static>> {
    let mut changes = Vec::new();
    for code in codes(newer) {
        of_a_code(code, &Period::of(older, code), &Period::of(newer, code), newer, &mut changes);
    }
    for code in codes(older) {
        if newer.file().items.with_code(code).next().is_none() {
            of_a_code(code, &Period::of(older, code), &[], newer, &mut changes);
        }
    }
    changes.sort_by_key(|change| change.effective);
    changes
}

/// Every code once, where the catalogue has it first.
fn codes(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    let mut seen = BTreeSet::new();
    catalogue.file().items.entries.iter().map(|entry| &*entry.code).filter(move |code| seen.insert(*code))
}

fn of_a_code(
    code: &str,
    older: &[Period<'_>],
    newer: &[Period<'_>],
    catalogue: &Catalogue,
    changes: &mut Vec<CatalogueChange<'static>>,
) {
    let mut met = Vec::new();
    for period in newer {
        if let Some(old) = period.predecessor(older) {
            met.push(old.first);
            changes.extend(between(old, period));
        } else {
            changes.push(whole(ChangeKind::ItemAdded, code, period, period.first));
        }
    }
    for period in older.iter().filter(|period| !met.contains(&period.first)) {
        let effective = period.first.max(catalogue.file().valid_from);
        changes.push(whole(ChangeKind::ItemRemoved, code, period, effective));
    }
}

/// Every change from one period of an item to another.
pub(super) fn between(old: &Period<'_>, new: &Period<'_>) -> Vec<CatalogueChange<'static>> {
    if old.text() == new.text() {
        return Vec::new();
    }
    let read = |text| Reader::tolerant::<Value<'_>>(text, Limits { bytes: MAX_BYTES }).0; // OK: `load` found no fault
    let (before, after) = (read(old.text()), read(new.text()));
    let code = walk::text(member(Some(&after), "code"));
    let items = (Some(&before), Some(&after));
    let differences = walk::differences(Item::TABLE, &before, &after);
    differences.iter().map(|difference| change(difference, code, new.first, items)).collect()
}

fn whole(kind: ChangeKind, code: &str, period: &Period<'_>, effective: CivilDate) -> CatalogueChange<'static> {
    let mut params = Map::default();
    params.set(Cow::Borrowed("version"), Param::Word(Text::from(period.item().version.to_string())));
    let item = Id::from(code.to_owned());
    CatalogueChange { kind, item, effective, path: None, for_applicant: Burden::Unknown, params }
}

fn change(
    difference: &Difference<'_>,
    code: &str,
    effective: CivilDate,
    items: burden::Items<'_>,
) -> CatalogueChange<'static> {
    let kind = kind::kind(difference);
    let path: String = difference.path.iter().flat_map(|key| ["/", key]).collect();
    CatalogueChange {
        kind,
        item: Id::from(code.to_owned()),
        effective,
        path: (!path.is_empty()).then(|| Text::from(path)),
        for_applicant: burden::burden(kind, difference, items),
        params: params(kind, difference),
    }
}

/// What a sentence about a change needs: both values, and of a limit what it is for and what it counts.
fn params(kind: ChangeKind, difference: &Difference<'_>) -> Map<'static, Param<'static>> {
    let is_whole_limit = matches!(kind, ChangeKind::LimitAdded | ChangeKind::LimitRemoved);
    let is_amount = matches!(kind, ChangeKind::LimitShorter | ChangeKind::LimitLonger);
    let counted = |value| if is_whole_limit { member(value, "amount") } else { value };
    let limit = if is_amount { difference.within.1 } else { difference.new.or(difference.old) };
    let of_limit = |key| if is_whole_limit || is_amount { member(limit, key) } else { None };
    let mut params = Map::default();
    for (name, value) in [
        ("old", counted(difference.old)),
        ("new", counted(difference.new)),
        ("kind", of_limit("kind")),
        ("unit", of_limit("unit")),
    ] {
        if let Some(value) = param(value) {
            params.set(Cow::Borrowed(name), value);
        }
    }
    params
}

/// A number, a word, an identifier, or a list of these. Text for people is left out.
fn param(value: Part<'_>) -> Option<Param<'static>> {
    match value? {
        Value::Integer(number) => Some(Param::Number(*number)),
        Value::Boolean(yes) => Some(Param::Word(Text::from(yes.to_string()))),
        Value::Text(text) if is_id(text) => Some(Param::Word(Text::from(text.to_string()))),
        Value::List(list) if !list.is_empty() => {
            let words: Vec<&str> = elements(value).iter().map(|each| walk::text(Some(each))).collect();
            words.iter().all(|word| is_id(word)).then(|| Param::Word(Text::from(words.join(","))))
        }
        _ => None,
    }
}
