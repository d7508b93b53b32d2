//! Loading: every fault of a catalogue in one run. An item that reads well is looked at as a whole, then let go; what
//! stays is where it stands in the source.

use super::examine::{MAX_ENTRIES, examine};
use super::item::Item;
use crate::calendar::CivilDate;
use crate::error::ErrorCode;
use crate::json::{Id, Read, Reader, Record, Shape, Text, formats};
use std::collections::BTreeMap;
use std::ops::Range;

/// The format this version reads.
pub const FORMAT: &str = "yushen-catalogue/0.1";

formats! {
    /// 格式: which format a catalogue has.
    Format = FORMAT;
}

/// 政务服务事项目录: a catalogue of items, the only source of what may be asked of an applicant.
#[derive(Debug, Clone, Default, Record)]
#[record(kept, places)]
pub struct CatalogueFile<'a> {
    /// The format.
    pub format: Format,
    /// 目录名称.
    pub name: Text<'a>,
    /// 行政区划代码 (GB/T 2260), six digits.
    pub region: Id<'a>,
    /// 目录版本.
    pub version: Id<'a>,
    /// First day on which this catalogue is in force.
    pub valid_from: CivilDate,
    /// Last day; absent, until the next version.
    pub valid_to: Option<CivilDate>,
    /// 发布序号: grows with every publication; a lower one is never taken for newer.
    #[record(optional)]
    pub seq: u32,
    /// Where the facts come from.
    pub source: Text<'a>,
    /// 事项.
    pub items: Items,
}

/// Where one item stands in the source.
#[derive(Debug, Clone)]
pub struct Entry {
    /// 事项编码.
    pub code: Box<str>,
    /// First day in force.
    pub from: CivilDate,
    /// Last day in force.
    pub to: Option<CivilDate>,
    /// Its bytes in the source.
    pub span: Range<usize>,
}

/// 事项 as found in the source, in its order, with an index by code.
#[derive(Debug, Clone, Default)]
pub struct Items {
    /// In the order of the source.
    pub entries: Vec<Entry>,
    by_code: BTreeMap<Box<str>, Vec<usize>>,
}
crate::json::copied!(Items);

impl Items {
    /// The items with this code: one for every period.
    pub fn with_code(&self, code: &str) -> impl Iterator<Item = (usize, &Entry)> {
        let places = self.by_code.get(code).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| Some((*place, self.entries.get(*place)?)))
    }

    fn push(&mut self, reader: &mut Reader<'_>, entry: Entry) {
        let overlaps = |other: &Entry| {
            let ends_before = |end: Option<CivilDate>, start| end.is_some_and(|end| end < start);
            !ends_before(other.to, entry.from) && !ends_before(entry.to, other.from)
        };
        if self.with_code(&entry.code).count() >= MAX_ENTRIES {
            reader.fault_below(ErrorCode::TooManyEntries, &"/code");
            return;
        }
        if self.with_code(&entry.code).any(|(_, other)| overlaps(other)) {
            reader.fault_below(ErrorCode::DuplicateId, &"/code");
        }
        self.add(entry);
    }

    /// The places of all items, in the order of their codes, then of their periods.
    pub fn in_order(&self) -> impl Iterator<Item = usize> {
        self.by_code.values().flat_map(move |places| {
            let mut places = places.clone();
            // Mostly one, so that the order of the periods is found by looking for the earliest.
            std::iter::from_fn(move || {
                let from = |place: &usize| self.entries.get(*place).map(|entry| entry.from);
                let earliest = (0..places.len()).min_by_key(|at| places.get(*at).and_then(from))?;
                Some(places.remove(earliest))
            })
        })
    }

    /// Adds an item that has been looked at already.
    pub(super) fn add(&mut self, entry: Entry) {
        self.by_code.entry(entry.code.clone()).or_default().push(self.entries.len());
        self.entries.push(entry);
    }
}

impl<'a> Read<'a> for Items {
    const SHAPE: &'static Shape = &Shape::List(<Item<'a> as Read<'a>>::SHAPE);
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut items = Self::default();
        reader.list(&mut |reader| {
            reader.peek();
            let start = reader.position();
            let item = Item::read(reader);
            let span = start..reader.position();
            examine(reader, &item);
            let entry = Entry { code: (*item.code).into(), from: item.valid_from, to: item.valid_to, span };
            items.push(reader, entry);
        });
        items
    }
}
