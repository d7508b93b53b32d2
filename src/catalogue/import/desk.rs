//! 经办: one item of the result while it is being written, and the ways in which values get into it.

use super::Options;
use super::codes::CodeList;
use super::laws::{Mention, Place, Register};
use super::report::{ImportReason, Ledger};
use super::row::{Cell, Object, Row};
use super::words::Words;
use crate::json::Value;
use std::borrow::Cow;

/// Most citations of one list.
const MAX_CITATIONS: usize = 500;

/// One item being written.
#[derive(Debug)]
pub(super) struct Desk<'d> {
    pub(super) words: &'d Words,
    pub(super) register: &'d Register<'d>,
    pub(super) options: Options,
    pub(super) ledger: &'d mut Ledger,
    /// Pointer to the item in the result.
    pub(super) to: String,
    pub(super) item: Object,
    /// 各系统的代码.
    pub(super) codes: Object,
}

/// A string of the result.
pub(super) fn text(text: &str) -> Value<'static> {
    Value::Text(Cow::Owned(text.to_owned()))
}

/// An object of the result that was read in the source.
pub(super) fn published<const N: usize>(entries: [(&'static str, Value<'static>); N]) -> Object {
    let mut object: Object = entries.into_iter().collect();
    object.set(Cow::Borrowed("evidence"), text("published"));
    object
}

impl Desk<'_> {
    pub(super) fn put(&mut self, key: &'static str, value: Value<'static>) {
        self.item.set(Cow::Borrowed(key), value);
    }

    /// Pointer to a key of the item.
    pub(super) fn place(&self, key: &str) -> String {
        format!("{}/{key}", self.to)
    }

    pub(super) fn mapped(&mut self, cell: &Cell<'_>, to: &str) {
        self.ledger.mapped(&cell.from, to, ImportReason::Same);
    }

    /// Copies a text into an object.
    pub(super) fn copy(
        &mut self,
        row: &mut Row<'_>,
        spellings: &[&str],
        (object, key): (&mut Object, &'static str),
        to: &str,
    ) -> bool {
        let Some(cell) = row.take(self.words, spellings) else { return false };
        self.mapped(&cell, &format!("{to}/{key}"));
        object.set(Cow::Borrowed(key), text(&cell.text));
        true
    }

    /// Reads a code with the text that some systems put beside it. What no table has is kept under `codes`.
    pub(super) fn code<T: Copy + PartialEq>(
        &mut self,
        row: &mut Row<'_>,
        field: &str,
        list: &CodeList<T>,
        to: &str,
    ) -> Option<T> {
        let beside = row.take(self.words, &[&format!("{field}_TEXT")]);
        let cell = row.take(self.words, &[field]).or_else(|| beside.as_ref().map(again))?;
        let meaning = list.decode(self.words, &cell.text, beside.as_ref().map(|beside| &*beside.text));
        if let Some((_, why)) = meaning {
            self.ledger.mapped(&cell.from, to, why);
        } else {
            self.keep_code(field, &cell, ImportReason::UnknownCode);
        }
        if let Some(beside) = beside.filter(|beside| beside.from != cell.from) {
            self.ledger.mapped(&beside.from, to, ImportReason::ByWord);
        }
        meaning.map(|(meaning, _)| meaning)
    }

    /// Keeps a code of the other system under `codes`.
    pub(super) fn keep_code(&mut self, field: &str, cell: &Cell<'_>, why: ImportReason) {
        let key = format!("{}.{}", self.options.source, field.to_ascii_lowercase());
        let to = self.place(&format!("codes/{key}"));
        self.ledger.preserved(&cell.from, &to, why);
        self.codes.set(Cow::Owned(key), text(&cell.text));
    }

    /// Cites what a cell of law and a cell of clause name. `false` if that is not all they say: the caller keeps them at
    /// `kept`.
    pub(super) fn cite(&mut self, law: &Law<'_>, to: &str, kept: &str) -> (Vec<Place>, bool) {
        let name = &*law.name.text;
        let running = if law.running { self.register.mentions(name) } else { Vec::new() };
        let clause = law.clause.as_ref().map_or("", |clause| &*clause.text);
        let mut whole = !law.running || (running.len() == 1 && name.starts_with('《'));
        let mentions = if running.is_empty() { vec![self.register.cite(name, clause)] } else { running };
        let mut places = Vec::new();
        for mention in &mentions {
            match mention {
                Mention::Cited(cited, all) => {
                    whole &= *all;
                    places.extend_from_slice(cited);
                }
                Mention::UnknownLaw | Mention::UnknownArticle => whole = false,
            }
        }
        places.truncate(MAX_CITATIONS);
        let unknown = mentions.contains(&Mention::UnknownLaw);
        let why = if unknown { ImportReason::UnknownLaw } else { ImportReason::UnknownArticle };
        for cell in std::iter::once(&law.name).chain(&law.clause) {
            if !places.is_empty() {
                self.ledger.mapped(&cell.from, to, ImportReason::ByWord);
            }
            if !whole {
                self.ledger.preserved(&cell.from, kept, why);
            }
        }
        (places, whole)
    }

    /// The basis of one material or fee: the first citation. What it does not say stays in `x-laws`.
    pub(super) fn cite_one(&mut self, row: &mut Row<'_>, object: &mut Object, to: &str) {
        let Some(name) = row.take(self.words, &["BY_LAW"]) else { return };
        let law = Law { name, running: true, clause: None };
        let kept = format!("{to}/x-laws/0");
        let (places, whole) = self.cite(&law, &format!("{to}/basis"), &kept);
        if let Some(place) = places.first() {
            object.set(Cow::Borrowed("basis"), citation(place));
        }
        if whole && places.len() > 1 {
            self.ledger.preserved(&law.name.from, &kept, ImportReason::SeveralValues);
        }
        if !whole || places.len() > 1 {
            let entry: Object = [("text", text(&law.name.text))].into_iter().collect();
            object.set(Cow::Borrowed("x-laws"), Value::List(vec![Value::Object(entry)]));
        }
    }
}

/// A law as the source names it.
#[derive(Debug)]
pub(super) struct Law<'n> {
    /// Its title, or a running text with titles and clauses in it.
    pub(super) name: Cell<'n>,
    /// Whether it is a running text.
    pub(super) running: bool,
    /// The clause, where it has a field of its own.
    pub(super) clause: Option<Cell<'n>>,
}

/// The same cell, for a second use.
fn again<'n>(cell: &Cell<'n>) -> Cell<'n> {
    Cell { text: cell.text.clone(), from: cell.from.clone() }
}

/// A citation as the catalogue writes it.
pub(super) fn citation(place: &Place) -> Value<'static> {
    let mut object: Object =
        [("statute", text(place.statute)), ("article", Value::Integer(place.article.into()))].into_iter().collect();
    for (key, number) in [("paragraph", place.paragraph), ("item", place.item)] {
        if number > 0 {
            object.set(Cow::Borrowed(key), Value::Integer(number.into()));
        }
    }
    Value::Object(object)
}

/// An object with one entry more.
pub(super) fn with(mut object: Object, entry: (Cow<'static, str>, Value<'static>)) -> Object {
    object.set(entry.0, entry.1);
    object
}
