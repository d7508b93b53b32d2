//! 事项检索: finding items by words and by what they are, from summaries alone.

use super::fold::fold;
use super::guide::{Audience, Authority, Level};
use super::item::Item;
use super::{Catalogue, MAX_BYTES};
use crate::calendar::CivilDate;
use crate::json::{Detach, Id, Limits, Read, Reader, Record, Shape, Text};
use crate::law::Procedure;

/// 事项摘要.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ItemSummary<'a> {
    /// 事项编码.
    pub code: Id<'a>,
    /// 事项名称.
    pub name: Text<'a>,
    /// 实施主体.
    pub authority: Text<'a>,
    /// 程序类型.
    pub procedure: Procedure,
    /// 行使层级.
    pub level: Option<Level>,
    /// 服务对象.
    pub audience: Vec<Audience>,
    /// 主题分类.
    #[record(optional)]
    pub themes: Vec<Text<'a>>,
    /// 别名、关键词.
    #[record(optional)]
    pub keywords: Vec<Text<'a>>,
    /// First day in force.
    pub valid_from: CivilDate,
    /// Last day in force.
    pub valid_to: Option<CivilDate>,
}

/// 检索条件. All that are given must be met.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Query<'a> {
    /// Words; each must occur in name, keywords, themes, authority or code.
    pub text: Option<Text<'a>>,
    /// 实施主体, or a part of its name.
    pub authority: Option<Text<'a>>,
    /// 服务对象.
    pub audience: Option<Audience>,
    /// 行使层级.
    pub level: Option<Level>,
    /// 程序类型.
    pub procedure: Option<Procedure>,
    /// 主题.
    pub theme: Option<Text<'a>>,
    /// 行政区划代码: the whole code, or its beginning.
    pub region: Option<Id<'a>>,
    /// In force on this day.
    pub on: Option<CivilDate>,
    /// How many to pass over.
    #[record(optional)]
    pub offset: u32,
    /// Most to return; 20 if absent.
    pub limit: Option<u32>,
}

/// 检索结果.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Found<'a> {
    /// How many there are in all.
    pub total: u32,
    /// Those asked for: first where the name begins with the words, then where it has them, then the others; else in
    /// the order of the catalogue.
    pub items: Vec<ItemSummary<'a>>,
}

/// Summaries with what is searched in, folded once.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub summaries: Vec<ItemSummary<'static>>,
    haystacks: Vec<Haystack>,
}

#[derive(Debug)]
struct Haystack {
    name: String,
    all: String,
}

impl Index {
    pub(super) fn new(summaries: Vec<ItemSummary<'static>>) -> Self {
        let haystacks = summaries.iter().map(Haystack::of).collect();
        Self { summaries, haystacks }
    }
}

impl Haystack {
    fn of(item: &ItemSummary<'_>) -> Self {
        let name = fold(&item.name);
        // A character that is never typed keeps words from running into each other.
        let parts = [&*item.code, &*item.authority].into_iter().chain(item.keywords.iter().map(|word| &**word));
        let parts = parts.chain(item.themes.iter().map(|theme| &**theme)).map(fold);
        let all = std::iter::once(name.clone()).chain(parts).collect::<Vec<_>>().join("\u{1}");
        Self { name, all }
    }

    /// How well the words fit: 0 best; nothing if one is not there.
    fn rank(&self, words: &[String]) -> Option<u8> {
        if !words.iter().all(|word| self.all.contains(&**word)) {
            return None;
        }
        Some(match words.first() {
            Some(first) if self.name.starts_with(&**first) => 0,
            Some(_) if words.iter().all(|word| self.name.contains(&**word)) => 1,
            Some(_) => 2,
            None => 0,
        })
    }
}

/// 事项摘要, read from the text of an item that `load` has looked at: everything else is stepped over.
#[derive(Debug, Default)]
struct Outline<'a>(ItemSummary<'a>);

impl<'a> Read<'a> for Outline<'a> {
    const SHAPE: &'static Shape = Item::SHAPE;
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut of = ItemSummary::default();
        reader.object(&mut |reader, key| match &*key {
            "code" => of.code = Read::read(reader),
            "name" => of.name = Read::read(reader),
            "authority" => of.authority = Authority::read(reader).name,
            "procedure" => of.procedure = Read::read(reader),
            "level" => of.level = Read::read(reader),
            "audience" => of.audience = Read::read(reader),
            "themes" => of.themes = Read::read(reader),
            "keywords" => of.keywords = Read::read(reader),
            "validFrom" => of.valid_from = Read::read(reader),
            "validTo" => of.valid_to = Read::read(reader),
            _ => reader.skip(),
        });
        Self(of)
    }
}

/// What a list shows of the item with this text.
pub(super) fn summary(text: &str) -> ItemSummary<'static> {
    let of = Reader::tolerant::<Outline<'_>>(text, Limits { bytes: MAX_BYTES }).0.0;
    ItemSummary {
        code: of.code.detach(),
        name: of.name.detach(),
        authority: of.authority.detach(),
        procedure: of.procedure,
        level: of.level,
        audience: of.audience,
        themes: of.themes.detach(),
        keywords: of.keywords.detach(),
        valid_from: of.valid_from,
        valid_to: of.valid_to,
    }
}

/// Most results of one search.
const MOST: u32 = 1000;

impl Catalogue {
    /// Finds items. Of a catalogue that is only partly loaded, those whose part of the index is.
    ///
    /// ```
    /// use yushen::{catalogue::{Catalogue, Query}, json::Text};
    /// let catalogue = Catalogue::load(std::fs::read("src/data/catalogue.sample.json").unwrap()).unwrap();
    /// let found = catalogue.search(&Query { text: Some(Text::from("个体户")), ..Query::default() });
    /// assert_eq!(&*found.items[0].code, "SZ-05");
    /// ```
    #[must_use]
    pub fn search(&self, query: &Query<'_>) -> Found<'static> {
        let index = self.index();
        let words: Vec<String> = query.text.iter().flat_map(|text| text.split_whitespace()).map(fold).collect();
        let (authority, theme) = (query.authority.as_deref().map(fold), query.theme.as_deref().map(fold));
        let in_region = query.region.as_ref().is_none_or(|region| self.file().region.starts_with(&**region));
        let fits = |item: &ItemSummary<'_>| {
            query.audience.is_none_or(|audience| item.audience.contains(&audience))
                && query.level.is_none_or(|level| item.level == Some(level))
                && query.procedure.is_none_or(|procedure| item.procedure == procedure)
                && query.on.is_none_or(|on| item.valid_from <= on && item.valid_to.is_none_or(|to| on <= to))
                && authority.as_ref().is_none_or(|part| fold(&item.authority).contains(&**part))
                && theme.as_ref().is_none_or(|part| item.themes.iter().any(|theme| fold(theme) == *part))
        };
        let mut ranks: [Vec<usize>; 3] = Default::default();
        for (place, (item, haystack)) in index.summaries.iter().zip(&index.haystacks).enumerate() {
            let rank = haystack.rank(&words).filter(|_| in_region && fits(item));
            rank.and_then(|rank| ranks.get_mut(usize::from(rank))).into_iter().for_each(|list| list.push(place));
        }
        let total = ranks.iter().map(Vec::len).sum::<usize>();
        let wanted = ranks.into_iter().flatten().skip(usize::try_from(query.offset).unwrap_or(usize::MAX));
        let wanted = wanted.take(usize::try_from(query.limit.unwrap_or(20).min(MOST)).unwrap_or(0));
        let items = wanted.filter_map(|place| index.summaries.get(place).cloned()).collect();
        Found { total: u32::try_from(total).unwrap_or(u32::MAX), items }
    }

    /// What a list shows of every item, in the order of the catalogue.
    #[must_use]
    pub fn summaries(&self) -> &[ItemSummary<'static>] {
        &self.index().summaries
    }
}
