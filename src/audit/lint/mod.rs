//! 目录体检: every legal and logical defect of a catalogue, in one run, before it is published.

mod bases;
mod codes;
mod elements;
mod limits;
mod logic;

use crate::calendar::Calendar;
use crate::catalogue::{Catalogue, Item, Notice, NoticeCode, Param, Severity};
use crate::json::{Id, Text};
use crate::law::{Basis, Procedure};
use logic::Budget;

pub use codes::TaskCode;

/// Looks at a whole catalogue. Every notice has its pointer, its basis, and how grave it is.
///
/// ```
/// use yushen::{audit::lint, calendar::Calendar, catalogue::Catalogue};
/// let text = std::fs::read("src/data/catalogue.sample.json").unwrap();
/// let catalogue = Catalogue::load(text).unwrap();
/// assert!(lint(&catalogue, &Calendar::published()).iter().all(|notice| notice.path.starts_with("/items/")));
/// ```
#[must_use]
pub fn lint(catalogue: &Catalogue, calendar: &Calendar) -> Vec<Notice<'static>> {
    let mut notices = codes::region(&catalogue.file().region);
    notices.extend(periods(catalogue));
    let mut budget = Budget::default();
    for (place, item) in catalogue.items().enumerate() {
        let mut linting = Linting { item: &item, base: format!("/items/{place}"), notices: Vec::new() };
        elements::guide(&mut linting);
        elements::materials(&mut linting);
        bases::citations(&mut linting);
        bases::demands(&mut linting);
        limits::promises(&mut linting, calendar);
        codes::item(&mut linting);
        logic::conditions(&mut linting, &mut budget);
        notices.append(&mut linting.notices);
    }
    notices
}

/// One item being looked at.
struct Linting<'l, 'i> {
    item: &'l Item<'i>,
    base: String,
    notices: Vec<Notice<'static>>,
}

impl Linting<'_, '_> {
    /// Notes something about a place of the item.
    fn note(
        &mut self,
        code: NoticeCode,
        severity: Severity,
        place: &str,
        basis: Option<Basis<'static>>,
        params: &[(&'static str, Param<'static>)],
    ) {
        let entry = || {
            let mut entry = Basis::entry("", String::from(place));
            entry.catalogue = Some(Text::from(self.item.code.to_string()));
            entry.entry = Some(Text::from(if place.is_empty() { String::from("/") } else { place.to_string() }));
            entry
        };
        let notice = Notice {
            code,
            severity,
            path: Text::from(format!("{}{place}", self.base)),
            item: Some(Id::from(self.item.code.to_string())),
            params: params.iter().cloned().collect(),
            basis: basis.unwrap_or_else(entry),
        };
        self.notices.push(notice);
    }

    /// Whether the licensing law binds the item.
    fn is_licence(&self) -> bool {
        self.item.procedure == Procedure::Licence
    }
}

/// An identifier or a number in words, for a sentence.
fn word(text: impl std::fmt::Display + Copy) -> Param<'static> {
    Param::Word(Text::from(text.to_string()))
}

/// 有效期之间的空档: days on which no version of an item is in force.
fn periods(catalogue: &Catalogue) -> Vec<Notice<'static>> {
    let entries = &catalogue.file().items.entries;
    let mut notices = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let others = || catalogue.file().items.with_code(&entry.code).map(|(_, other)| other);
        let Some(next) = others().filter(|other| other.from > entry.from).map(|other| other.from).min() else {
            continue;
        };
        let Some(to) = entry.to.and_then(|to| to.plus_days(1)).filter(|day| *day < next) else { continue };
        let basis = Basis::entry("", String::from("/validTo"));
        notices.push(Notice {
            code: NoticeCode::CatPeriodGap,
            severity: Severity::Should,
            path: Text::from(format!("/items/{place}/validTo")),
            item: Some(Id::from(entry.code.to_string())),
            params: [("from", word(to)), ("to", word(next))].into_iter().collect(),
            basis: Basis { catalogue: Some(Text::from(entry.code.to_string())), ..basis },
        });
    }
    notices
}
