//! Loading: every fault of a catalogue in one run. An item that reads well is looked at as a whole, then let go; what
//! stays is where it stands in the source.

use super::condition::Condition;
use super::item::Item;
use super::situation::QuestionKind;
use crate::calendar::CivilDate;
use crate::error::ErrorCode;
use crate::json::{Id, Read, Reader, Shape, Text, record};
use crate::law::{Citation, Statute};
use std::collections::BTreeMap;
use std::ops::Range;

/// Most questions, materials, groups, limits or options of one item, and most periods of one code.
const MAX_ENTRIES: usize = 1000;

/// The format this version reads.
pub const FORMAT: &str = "yushen-catalogue/0.1";

/// Whether a version `major.minor` is later than one that is read here.
#[must_use]
pub fn is_later(version: &str, than: (u32, u32)) -> bool {
    let numbers = version.split_once('.').map(|(major, minor)| (major.parse::<u32>(), minor.parse::<u32>()));
    matches!(numbers, Some((Ok(major), Ok(minor))) if (major, minor) > than)
}

/// 格式: which format a document has. A later one is refused rather than half understood.
#[derive(Debug, Clone, Copy, Default)]
pub struct Format;

impl<'a> Read<'a> for Format {
    const SHAPE: &'static Shape = &Shape::Format(FORMAT);
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(word) = reader.string() else { return Self };
        if word == FORMAT {
            return Self;
        }
        let newer = word.strip_prefix("yushen-catalogue/").is_some_and(|version| is_later(version, (0, 1)));
        reader.fault(if newer { ErrorCode::FormatTooNew } else { ErrorCode::FormatUnknown });
        Self
    }
}
crate::json::copied!(Format);

record! {
    kept;
    /// 政务服务事项目录: a catalogue of items, the only source of what may be asked of an applicant.
    pub struct CatalogueFile<'a> {
        /// The format.
        "format" required format: Format,
        /// 目录名称.
        "name" required name: Text<'a>,
        /// 行政区划代码 (GB/T 2260), six digits.
        "region" required region: Id<'a>,
        /// 目录版本.
        "version" required version: Id<'a>,
        /// First day on which this catalogue is in force.
        "validFrom" required valid_from: CivilDate,
        /// Last day; absent, until the next version.
        "validTo" optional valid_to: Option<CivilDate>,
        /// Where the facts come from.
        "source" required source: Text<'a>,
        /// 事项.
        "items" required items: Items,
    }
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
            reader.fault_below(ErrorCode::TooManyEntries, "/code");
            return;
        }
        if self.with_code(&entry.code).any(|(_, other)| overlaps(other)) {
            reader.fault_below(ErrorCode::DuplicateId, "/code");
        }
        self.by_code.entry(entry.code.clone()).or_default().push(self.entries.len());
        self.entries.push(entry);
    }
}

impl<'a> Read<'a> for Items {
    const SHAPE: &'static Shape = &Shape::List(<Item<'a> as Read<'a>>::SHAPE);
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut items = Self::default();
        reader.list(|reader| {
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

/// Looks at an item as a whole: identifiers, references, periods, citations.
fn examine(reader: &mut Reader<'_>, item: &Item<'_>) {
    if item.valid_to.is_some_and(|to| to < item.valid_from) {
        reader.fault_below(ErrorCode::PeriodInvalid, "/validTo");
    }
    for (index, citation) in item.basis.iter().enumerate() {
        cited(reader, Some(citation), &format!("/basis/{index}"));
    }
    unique(reader, "questions", item.questions.iter().map(|question| &question.id));
    unique(reader, "materials", item.materials.iter().map(|material| &material.id));
    unique(reader, "groups", item.groups.iter().map(|group| &group.id));
    unique(reader, "limits", item.limits.iter().map(|limit| &limit.id));
    questions(reader, item);
    materials(reader, item);
    for (index, group) in item.groups.iter().enumerate() {
        let members =
            item.materials.iter().filter(|material| material.group.as_ref().is_some_and(|id| **id == *group.id));
        if members.count() < usize::try_from(group.min.max(1)).unwrap_or(usize::MAX) {
            reader.fault_below(ErrorCode::RangeInvalid, &format!("/groups/{index}/min"));
        }
    }
    for (index, limit) in item.limits.iter().enumerate() {
        let path = format!("/limits/{index}");
        cited(reader, limit.basis.as_ref(), &format!("{path}/basis"));
        let extension = limit.extension.as_ref().and_then(|extension| extension.basis.as_ref());
        cited(reader, extension, &format!("{path}/extension/basis"));
    }
}

fn unique<'i>(reader: &mut Reader<'_>, list: &str, ids: impl ExactSizeIterator<Item = &'i Id<'i>>) {
    let mut seen: Vec<&str> = Vec::new();
    if ids.len() > MAX_ENTRIES {
        reader.fault_below(ErrorCode::TooManyEntries, &format!("/{list}"));
        return;
    }
    for (index, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
        if seen.contains(&&**id) {
            reader.fault_below(ErrorCode::DuplicateId, &format!("/{list}/{index}/id"));
        }
        seen.push(id);
    }
}

fn cited(reader: &mut Reader<'_>, citation: Option<&Citation<'_>>, path: &str) {
    let unknown = |citation: &Citation<'_>| !citation.statute.is_empty() && Statute::find(&citation.statute).is_none();
    if citation.is_some_and(unknown) {
        reader.fault_below(ErrorCode::ReferenceUnknown, &format!("{path}/statute"));
    }
}

fn questions(reader: &mut Reader<'_>, item: &Item<'_>) {
    for (index, question) in item.questions.iter().enumerate() {
        let path = format!("/questions/{index}");
        condition(reader, item, question.when.as_ref(), index, &path);
        if (question.kind == QuestionKind::Boolean) != question.options.is_empty() {
            reader.fault_below(ErrorCode::QuestionInvalid, &format!("{path}/options"));
        }
        unique(reader, &format!("questions/{index}/options"), question.options.iter().map(|option| &option.id));
        for (place, option) in question.options.iter().enumerate() {
            for (which, wanted) in option.materials.iter().enumerate() {
                if !wanted.is_empty() && !item.materials.iter().any(|material| *material.id == **wanted) {
                    reader
                        .fault_below(ErrorCode::ReferenceUnknown, &format!("{path}/options/{place}/materials/{which}"));
                }
            }
        }
    }
}

fn materials(reader: &mut Reader<'_>, item: &Item<'_>) {
    for (index, material) in item.materials.iter().enumerate() {
        let path = format!("/materials/{index}");
        condition(reader, item, material.when.as_ref(), item.questions.len(), &path);
        unique(reader, &format!("materials/{index}/fields"), material.fields.iter().map(|field| &field.id));
        cited(reader, material.basis.as_ref(), &format!("{path}/basis"));
        let grouped = |id: &Id<'_>| item.groups.iter().any(|group| *group.id == **id);
        if material.group.as_ref().is_some_and(|id| !id.is_empty() && !grouped(id)) {
            reader.fault_below(ErrorCode::ReferenceUnknown, &format!("{path}/group"));
        }
        let files = material.files.as_ref();
        if files.is_some_and(|files| files.max.is_some_and(|max| max < files.min.max(1))) {
            reader.fault_below(ErrorCode::RangeInvalid, &format!("{path}/files/max"));
        }
    }
}

/// A condition may look at questions that stand before `end`, and compare them with answers they can have.
fn condition(reader: &mut Reader<'_>, item: &Item<'_>, condition: Option<&Condition<'_>>, end: usize, path: &str) {
    let Some(condition) = condition else { return };
    condition.questions(&mut |id, answer| {
        let place = item.questions.iter().position(|question| *question.id == **id);
        let code = match place {
            None => Some(ErrorCode::ReferenceUnknown),
            Some(place) if place >= end => Some(ErrorCode::ConditionCycle),
            Some(place) => item.questions.get(place).and_then(|question| question.cannot_be(answer)),
        };
        if let Some(code) = code.filter(|_| !id.is_empty()) {
            reader.fault_below(code, &format!("{path}/when"));
        }
    });
}
