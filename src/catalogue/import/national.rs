//! 国家政务服务平台交换库: the `up_task_*` tables that a province sends to the national platform, as one object with a
//! list of rows for each table. Rows are joined by the GUID or the code of their item.

use super::bundle::{Bundle, Sheet, Table, join};
use super::node::Node;
use super::report::{ImportReason, Ledger};
use super::row::{Row, plain_key};
use super::words::Words;

/// The tables that describe items: administrative powers and public services.
const TABLES: [(&str, Sheet); 10] = [
    ("up_task_general_basic", Sheet::Item),
    ("up_task_public_basic", Sheet::Item),
    ("up_task_handle_basic", Sheet::Item),
    ("up_task_general_extend", Sheet::Extend),
    ("up_task_public_extend", Sheet::Extend),
    ("up_task_handle_extend", Sheet::Extend),
    ("up_task_general_material", Sheet::Material),
    ("up_task_public_material", Sheet::Material),
    ("up_task_general_fee_project", Sheet::Fee),
    ("up_task_public_fee_project", Sheet::Fee),
];

/// Tables of cases, which are full of applicants.
const CASES: &str = "UPPRO";

/// The items of a source.
pub(super) fn items<'n>(source: &'n Node<'n>, words: &Words, ledger: &mut Ledger) -> Vec<Bundle<'n>> {
    let Some(mut outer) = outer(source, String::new(), ledger) else { return Vec::new() };
    let mut tables = Vec::new();
    for (name, sheet) in TABLES {
        let table = outer.table(name, ledger);
        tables.extend(table.map(|(name, rows)| Table { sheet, name, rows }));
    }
    outer.drop_by(ledger, |key| {
        if plain_key(key).starts_with(CASES) { ImportReason::PersonalData } else { ImportReason::NotAnItem }
    });
    join(tables, words, ledger)
}

/// The object with the tables: the document itself, or its `data`.
fn outer<'n>(source: &'n Node<'n>, at: String, ledger: &mut Ledger) -> Option<Row<'n>> {
    let Node::Object(entries) = source else {
        ledger.dropped(&at, ImportReason::Malformed);
        return None;
    };
    let is_table = |key: &str| plain_key(key).starts_with("UPTASK");
    let data = entries.iter().find(|(key, node)| plain_key(key) == "DATA" && matches!(node, Node::Object(_)));
    match data {
        Some((key, node)) if !entries.iter().any(|(key, _)| is_table(key)) => {
            for (other, _) in entries.iter().filter(|(other, _)| other != key) {
                ledger.dropped(&format!("{at}/{}", crate::json::pointer_step(other)), ImportReason::Envelope);
            }
            outer(node, format!("{at}/{key}"), ledger)
        }
        _ => Some(Row::new(at, entries)),
    }
}
