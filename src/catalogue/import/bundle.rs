//! 归集: the rows of several tables, brought together by item.

use super::report::{ImportReason, Ledger};
use super::row::Row;
use super::words::Words;
use std::collections::BTreeMap;

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Item,
    Extend,
    Law,
    Window,
    Material,
    Fee,
    Outcome,
    Stage,
    Situation,
    Link,
}

/// The rows of one table that belong to one item.
#[derive(Debug)]
pub(super) struct Table<'n> {
    pub(super) sheet: Sheet,
    pub(super) name: &'n str,
    pub(super) rows: Vec<Row<'n>>,
}

/// One item with everything that belongs to it. The first table has the row of the item itself.
#[derive(Debug, Default)]
pub(super) struct Bundle<'n> {
    pub(super) tables: Vec<Table<'n>>,
    /// The object that has the tables, where it is one item's own; what nobody took from it is kept.
    pub(super) outer: Option<Row<'n>>,
}

impl<'n> Bundle<'n> {
    /// The rows about one subject.
    pub(super) fn rows(&mut self, sheet: Sheet) -> impl Iterator<Item = &mut Row<'n>> {
        self.tables.iter_mut().filter(move |table| table.sheet == sheet).flat_map(|table| &mut table.rows)
    }

    /// The rows of the item itself: its own, then those that extend it.
    pub(super) fn head(&mut self) -> impl Iterator<Item = &mut Row<'n>> {
        let head = |table: &&mut Table<'n>| matches!(table.sheet, Sheet::Item | Sheet::Extend);
        self.tables.iter_mut().filter(head).flat_map(|table| &mut table.rows)
    }
}

/// The keys by which rows find their item.
#[derive(Debug, Default)]
struct Index(BTreeMap<String, Option<usize>>);

impl Index {
    fn insert(&mut self, key: String, item: usize) {
        let place = self.0.entry(key).or_insert(Some(item));
        if *place != Some(item) {
            *place = None; // several items have it, so it names none
        }
    }

    fn keys(words: &Words, row: &Row<'_>, guids: &[&str]) -> Vec<String> {
        let guids = guids.iter().filter_map(|spelling| row.look(words, &[spelling]));
        let mut keys: Vec<String> = guids.map(|guid| format!("guid {guid}")).collect();
        let code = row.look(words, &["TASK_CODE"]);
        let handle = row.look(words, &["TASK_HANDLE_ITEM", "YW_CODE"]);
        keys.extend(code.as_ref().zip(handle).map(|(code, handle)| format!("item {code} {handle}")));
        keys.extend(code.map(|code| format!("code {code}")));
        keys
    }

    fn owner(&self, words: &Words, row: &Row<'_>) -> Option<usize> {
        let keys = Self::keys(words, row, &["TASK_GUID", "ITEM_ID"]);
        keys.iter().find_map(|key| self.0.get(key).copied().flatten())
    }
}

/// Brings tables of many items together: each row goes to the item that it names. A row that names none, or a code that
/// several items share, is left out and reported.
pub(super) fn join<'n>(tables: Vec<Table<'n>>, words: &Words, ledger: &mut Ledger) -> Vec<Bundle<'n>> {
    let (items, others): (Vec<_>, Vec<_>) = tables.into_iter().partition(|table| table.sheet == Sheet::Item);
    let (mut bundles, mut index) = (Vec::new(), Index::default());
    for Table { sheet, name, rows } in items {
        for row in rows {
            for key in Index::keys(words, &row, &["ROW_GUID", "TASK_GUID", "ITEM_ID"]) {
                index.insert(key, bundles.len());
            }
            bundles.push(Bundle { tables: vec![Table { sheet, name, rows: vec![row] }], outer: None });
        }
    }
    for Table { sheet, name, rows } in others {
        for row in rows {
            let owner = index.owner(words, &row).and_then(|owner| bundles.get_mut(owner));
            let Some(bundle) = owner else {
                row.drop_all(ledger, ImportReason::NoItem);
                continue;
            };
            match bundle.tables.last_mut().filter(|table| table.name == name) {
                Some(table) => table.rows.push(row),
                None => bundle.tables.push(Table { sheet, name, rows: vec![row] }),
            }
        }
    }
    bundles
}
