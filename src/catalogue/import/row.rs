//! 一行: one row of a table of the source. Every field is taken, kept or dropped; none is forgotten.

use super::node::{Entries, Node};
use super::report::{ImportReason, Ledger};
use super::text::{clean, is_blank, is_personal};
use super::words::Words;
use crate::json::{Map, Value, pointer_step};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// An object being made.
pub(super) type Object = Map<'static, Value<'static>>;

/// Most levels and keys of what is kept as it is, so that the result stays within the limits of the format.
const KEPT_DEPTH: usize = 6;
const KEPT_KEYS: usize = 900;
/// Longest key of what is kept: a pointer is made of keys, and there is one for every value.
const KEPT_KEY: usize = 64;

/// Keys and time stamps of the other system's own.
const TECHNICAL: [&str; 25] = [
    "ROWGUID",
    "TASKGUID",
    "PARTITIONGUID",
    "OPERATEDATE",
    "YEAR",
    "ORDERNUM",
    "ORDERNUMBER",
    "ID",
    "ITEMID",
    "TASKCODE",
    "TASKHANDLEITEM",
    "CDBATCH",
    "CDOPERATION",
    "CDTIME",
    "DATASOURCE",
    "LAWID",
    "CATALOGLAWID",
    "WINDOWID",
    "MATERIALID",
    "SPECIALID",
    "CATALOGID",
    "CREATEDATE",
    "UPDATEDATE",
    "CREATETIME",
    "UPDATETIME",
];

/// What the name of a field has in it that names a member of staff. In Guangdong's flow sheet it is `TRANSACTOR`.
const PERSONAL: [&str; 19] = [
    "TRANSACTOR",
    "LINKMAN",
    "LINKPERSON",
    "CONTACTPERSON",
    "CONTACTNAME",
    "CONTACTUSER",
    "OPERATOR",
    "USERNAME",
    "USERID",
    "USERGUID",
    "CREATEUSER",
    "UPDATEUSER",
    "CREATER",
    "CREATOR",
    "STAFF",
    "MOBILEPHONE",
    "IDCARD",
    "IDNUMBER",
    "PERSONNAME",
];

/// Names of fields that are a member of staff as a whole: 联系人, 经办人, 负责人, 办理人, 审批人 in pinyin.
const STAFF: [&str; 7] = ["LXR", "JBR", "FZR", "BLR", "SPR", "AUDITOR", "CONTACTS"];

/// A key as spellings are compared: upper case, without underscores.
pub(super) fn plain_key(key: &str) -> String {
    key.chars().filter(|each| *each != '_').map(|each| each.to_ascii_uppercase()).collect()
}

/// A value that has been taken out of a row.
#[derive(Debug)]
pub(super) struct Cell<'n> {
    /// The text, cleaned.
    pub(super) text: Cow<'n, str>,
    /// Its pointer in the source.
    pub(super) from: String,
}

/// One row.
#[derive(Debug)]
pub(super) struct Row<'n> {
    /// Its pointer in the source.
    pub(super) at: String,
    fields: Vec<(&'n str, &'n Node<'n>, bool)>,
    names: BTreeMap<String, usize>,
}

impl<'n> Row<'n> {
    pub(super) fn new(at: String, entries: &'n Entries<'n>) -> Self {
        let mut row = Self { at, fields: Vec::with_capacity(entries.len()), names: BTreeMap::new() };
        for (key, node) in entries {
            row.names.entry(plain_key(key)).or_insert(row.fields.len());
            row.fields.push((key, node, false));
        }
        row
    }

    fn pointer(&self, key: &str) -> String {
        format!("{}/{}", self.at, pointer_step(key))
    }

    fn find(&self, spelling: &str) -> Option<(usize, &'n str, &'n Node<'n>)> {
        let place = *self.names.get(&plain_key(spelling))?;
        self.fields.get(place).map(|(key, node, _)| (place, *key, *node))
    }

    fn mark(&mut self, place: usize) {
        if let Some((.., taken)) = self.fields.get_mut(place) {
            *taken = true;
        }
    }

    /// The value under the first of these spellings that says something, left where it is.
    pub(super) fn look(&self, words: &Words, spellings: &[&str]) -> Option<Cow<'n, str>> {
        spellings.iter().find_map(|spelling| {
            let (.., node) = self.find(spelling)?;
            node.scalar().map(clean).filter(|text| !words.is_empty(text))
        })
    }

    /// The value under the first of these spellings that says something, taken.
    pub(super) fn take(&mut self, words: &Words, spellings: &[&str]) -> Option<Cell<'n>> {
        for spelling in spellings {
            let Some((place, key, node)) = self.find(spelling) else { continue };
            if let Some(text) = node.scalar().map(clean).filter(|text| !words.is_empty(text)) {
                self.mark(place);
                return Some(Cell { text, from: self.pointer(key) });
            }
        }
        None
    }

    /// The table under one of these spellings, taken, with its key.
    pub(super) fn table(&mut self, spelling: &str, ledger: &mut Ledger) -> Option<(&'n str, Vec<Row<'n>>)> {
        let (place, key, node) = self.find(spelling)?;
        self.mark(place);
        let rows = node.rows(&self.pointer(key), ledger);
        Some((key, rows.into_iter().map(|(at, entries)| Row::new(at, entries)).collect()))
    }

    /// A table, if the value under this key is one and not a scalar.
    pub(super) fn inner(&mut self, spelling: &str, ledger: &mut Ledger) -> Option<Vec<Row<'n>>> {
        let (.., node) = self.find(spelling)?;
        matches!(node, Node::List(_) | Node::Object(_)).then(|| self.table(spelling, ledger))?.map(|(_, rows)| rows)
    }

    /// What nobody has taken: kept as the source writes it, or dropped with the reason.
    pub(super) fn rest(&mut self, words: &Words, ledger: &mut Ledger, to: &str) -> Object {
        let mut kept = Object::default();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for index in 0..self.fields.len() {
            let Some((key, node, taken)) = self.fields.get(index).copied() else { break };
            self.mark(index);
            let from = self.pointer(key);
            if !seen.insert(key) {
                ledger.dropped(&from, ImportReason::DuplicateKey);
            } else if !taken && seen.len() > KEPT_KEYS {
                ledger.dropped(&from, ImportReason::TooMany);
            } else if !taken
                && let Some(value) = (Keeper { words, ledger }).keep((key, node), &from, &step(to, key), KEPT_DEPTH)
            {
                kept.set(Cow::Owned(key.to_owned()), value);
            }
        }
        kept
    }

    /// What nobody has taken, dropped.
    pub(super) fn drop_by(&mut self, ledger: &mut Ledger, why: impl Fn(&str) -> ImportReason) {
        for index in 0..self.fields.len() {
            if let Some((key, _, false)) = self.fields.get(index).copied() {
                self.mark(index);
                ledger.dropped(&self.pointer(key), why(key));
            }
        }
    }

    /// Nothing more is wanted of this row: it is in the report as a whole.
    pub(super) fn forget(&mut self) {
        self.fields.clear();
        self.names.clear();
    }

    /// Everything, dropped for one reason.
    pub(super) fn drop_all(&self, ledger: &mut Ledger, why: ImportReason) {
        ledger.dropped(&self.at, why);
    }
}

/// The object, unless there is nothing in it.
pub(super) fn filled(object: Object) -> Option<Value<'static>> {
    let some = object.iter().next().is_some();
    some.then_some(Value::Object(object))
}

fn step(to: &str, key: &str) -> String {
    format!("{to}/{}", pointer_step(key))
}

struct Keeper<'k> {
    words: &'k Words,
    ledger: &'k mut Ledger,
}

impl Keeper<'_> {
    fn keep(&mut self, field: (&str, &Node<'_>), from: &str, to: &str, depth: usize) -> Option<Value<'static>> {
        let (key, node) = field;
        if let Some(why) = self.refusal(key, node, depth) {
            self.ledger.dropped(from, why);
            return None;
        }
        match node {
            Node::Null | Node::Number(_) => None,
            Node::Scalar(text) => {
                self.ledger.preserved(from, to, ImportReason::NoPlace);
                Some(Value::Text(Cow::Owned(text.clone().into_owned())))
            }
            Node::List(list) => {
                let mut kept = Vec::new();
                for (index, node) in list.iter().enumerate() {
                    let to = format!("{to}/{}", kept.len());
                    kept.extend(self.keep((key, node), &format!("{from}/{index}"), &to, depth - 1));
                }
                (!kept.is_empty()).then_some(Value::List(kept))
            }
            Node::Object(entries) => {
                let (mut kept, mut seen) = (Object::default(), BTreeSet::new());
                for (key, node) in entries {
                    let from = step(from, key);
                    if !seen.insert(key) {
                        self.ledger.dropped(&from, ImportReason::DuplicateKey);
                    } else if seen.len() > KEPT_KEYS {
                        self.ledger.dropped(&from, ImportReason::TooMany);
                    } else if let Some(value) = self.keep((key, node), &from, &step(to, key), depth - 1) {
                        kept.set(Cow::Owned(key.clone().into_owned()), value);
                    }
                }
                filled(kept)
            }
        }
    }

    /// Why a value is not kept.
    fn refusal(&self, key: &str, node: &Node<'_>, depth: usize) -> Option<ImportReason> {
        let name = plain_key(key);
        let empty = match node {
            Node::Null | Node::Number(_) => true,
            Node::Scalar(text) => is_blank(text) || self.words.is_empty(text.trim()),
            Node::List(list) => list.is_empty(),
            Node::Object(entries) => entries.is_empty(),
        };
        let personal = PERSONAL.iter().any(|part| name.contains(part)) || STAFF.contains(&&*name);
        let personal = personal || node.scalar().is_some_and(is_personal);
        match () {
            () if empty => Some(ImportReason::Empty),
            () if personal => Some(ImportReason::PersonalData),
            () if TECHNICAL.contains(&&*name) => Some(ImportReason::Technical),
            () if depth == 0 => Some(ImportReason::TooDeep),
            () if key.len() > KEPT_KEY => Some(ImportReason::StringTooLong),
            () => None,
        }
    }
}
