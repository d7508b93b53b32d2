//! 适用期间: from when to when an item of a catalogue applies: its own period, within that of its catalogue. An entry that
//! applies on no day is no item for anybody.

use crate::calendar::CivilDate;
use crate::catalogue::{Catalogue, Item, MAX_BYTES};
use crate::json::{Limits, Reader};

/// One period of one item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period<'c> {
    catalogue: &'c Catalogue,
    /// 事项编码.
    pub code: &'c str,
    /// The first day of the item, whatever its catalogue.
    from: CivilDate,
    /// The first day on which it applies.
    pub first: CivilDate,
    /// The last day on which it applies; none, without end.
    pub last: Option<CivilDate>,
}

impl<'c> Period<'c> {
    /// Every period of a code, in the order of the catalogue.
    pub fn of(catalogue: &'c Catalogue, code: &str) -> Vec<Self> {
        let file = catalogue.file();
        let entries = file.items.with_code(code).map(|(_, entry)| Self {
            catalogue,
            code: &entry.code,
            from: entry.from,
            first: entry.from.max(file.valid_from),
            last: entry.to.into_iter().chain(file.valid_to).min(),
        });
        entries.filter(|period| period.last.is_none_or(|last| period.first <= last)).collect()
    }

    /// Whether it applies on a day.
    pub fn holds(&self, on: CivilDate) -> bool {
        self.first <= on && self.last.is_none_or(|last| on <= last)
    }

    /// The text of the item.
    pub fn text(&self) -> &'c str {
        // OK because it applies on its first day
        self.catalogue.source(self.code, self.first).unwrap_or_default()
    }

    /// The item.
    pub fn item(&self) -> Item<'c> {
        Reader::tolerant(self.text(), Limits { bytes: MAX_BYTES }).0 // OK: `load` has found no fault
    }

    /// The one of an older catalogue that a newer one takes the place of: the same period; else what applied on its first
    /// day; else what applied last before it; else what comes first.
    pub fn predecessor<'p>(&self, older: &'p [Self]) -> Option<&'p Self> {
        let same = older.iter().find(|each| each.from == self.from);
        let in_force = || older.iter().find(|each| each.holds(self.first));
        let before = || older.iter().filter(|each| each.first < self.first).max_by_key(|each| each.first);
        same.or_else(in_force).or_else(before).or_else(|| older.iter().min_by_key(|each| each.first))
    }
}
