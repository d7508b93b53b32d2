//! 广东政务服务网事项数据: items as the Guangdong portal and the exchange services of its kind return them, one object
//! with the tables of one item, in whatever envelope.

use super::bundle::{Bundle, Sheet, Table, join};
use super::node::Node;
use super::report::{ImportReason, Ledger};
use super::row::{Row, plain_key};
use super::words::Words;
use crate::json::pointer_step;

/// The tables that are understood. Others are kept as they are.
const TABLES: [(&str, Sheet); 15] = [
    ("AUDIT_ITEM", Sheet::Item),
    ("AUDIT_ITEM_EXTEND", Sheet::Extend),
    ("AUDIT_ITEM_BYLAW", Sheet::Law),
    ("AUDIT_ITEM_LAW", Sheet::Law),
    ("AUDIT_ITEM_WINDOW", Sheet::Window),
    ("AUDIT_CATALOG_LOBBY", Sheet::Window),
    ("AUDIT_MATERIAL", Sheet::Material),
    ("AUDIT_CHARGE", Sheet::Fee),
    ("AUDIT_ITEM_CHARGE", Sheet::Fee),
    ("AUDIT_ITEM_RESULT", Sheet::Outcome),
    ("AUDIT_ITEM_FLOWSHEET", Sheet::Stage),
    ("AUDIT_ITEM_CONDITION", Sheet::Situation),
    ("AUDIT_CONDITION", Sheet::Situation),
    ("AUDIT_MATERIAL_CONDITION", Sheet::Link),
    ("AUDIT_ITEM_MATERIAL_CONDITION", Sheet::Link),
];

/// Keys of envelopes: `data.list[]` in one call of the service, `CUSTOM` in the other.
const ENVELOPES: [&str; 11] =
    ["DATA", "LIST", "CUSTOM", "ROWS", "RECORDS", "RESULT", "RESULTS", "ITEMS", "BODY", "CONTENT", "RETURN"];

/// The items of a source.
pub(super) fn items<'n>(source: &'n Node<'n>, words: &Words, ledger: &mut Ledger) -> Vec<Bundle<'n>> {
    let mut found = Vec::new();
    open(source, "", words, ledger, &mut found);
    found
}

/// Goes through envelopes to the objects that have an item in them.
fn open<'n>(node: &'n Node<'n>, at: &str, words: &Words, ledger: &mut Ledger, found: &mut Vec<Bundle<'n>>) {
    match node {
        Node::List(list) => {
            for (index, node) in list.iter().enumerate() {
                open(node, &format!("{at}/{index}"), words, ledger, found);
            }
        }
        Node::Object(entries) if entries.iter().any(|(key, _)| plain_key(key) == "AUDITITEM") => {
            unpack(Row::new(at.to_owned(), entries), words, ledger, found);
        }
        Node::Object(entries) => {
            for (key, node) in entries {
                let at = format!("{at}/{}", pointer_step(key));
                if ENVELOPES.contains(&&*plain_key(key)) {
                    open(node, &at, words, ledger, found);
                } else {
                    ledger.dropped(&at, ImportReason::Envelope);
                }
            }
        }
        Node::Scalar(_) => ledger.dropped(at, ImportReason::Envelope),
        Node::Null | Node::Number(_) => ledger.dropped(at, ImportReason::Empty),
    }
}

/// One object with tables: of one item, whose rows are its own by nesting, or of several, whose rows name theirs.
fn unpack<'n>(mut outer: Row<'n>, words: &Words, ledger: &mut Ledger, found: &mut Vec<Bundle<'n>>) {
    let mut tables = Vec::new();
    for (name, sheet) in TABLES {
        let table = outer.table(name, ledger);
        tables.extend(table.map(|(name, rows)| Table { sheet, name, rows }));
    }
    let items = tables.iter().filter(|table| table.sheet == Sheet::Item).map(|table| table.rows.len()).sum::<usize>();
    if items == 1 {
        found.push(Bundle { tables, outer: Some(outer) });
    } else {
        outer.drop_by(ledger, |_| ImportReason::NoItem);
        found.extend(join(tables, words, ledger));
    }
}
