//! 目录分发: a catalogue at the scale of a city, published in pieces. A manifest names the root of an index; the index is a tree
//! of small files; each item lies in a bundle. Every file but the manifest is named by its own SHA-256, so whoever has the
//! manifest can check every byte. The host fetches; nothing here does.

use super::guide::{Audience, Level};
use super::load::{Format, Items};
use super::search::ItemSummary;
use crate::calendar::{CivilDate, Instant};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Detach, Id, Limits, Read, Reader, Record, Text, Value, formats};
use crate::law::Procedure;

/// Most entries of one file of the index.
pub const MAX_NODE: usize = 64;
/// Most entries of one file that are read: all periods of one code stand in the same file.
const MAX_READ: usize = 2 * 1024;
/// Largest file of a delivery in bytes.
pub(super) const MAX_FILE: usize = 4 * 1024 * 1024;

formats! {
    /// The format of a manifest.
    ManifestFormat = "yushen-manifest/0.1";
    /// The format of a file of the index.
    NodeFormat = "yushen-index/0.1";
    /// The format of a bundle.
    BundleFormat = "yushen-bundle/0.1";
}

/// 发布清单: what a catalogue is, and where its index begins.
#[derive(Debug, Clone, Default, Record)]
#[record(kept, value)]
pub struct Manifest<'a> {
    /// The format.
    pub format: ManifestFormat,
    /// The format of the items.
    pub schema: Format,
    /// 目录名称.
    pub name: Text<'a>,
    /// 行政区划代码.
    pub region: Id<'a>,
    /// 目录版本.
    pub version: Id<'a>,
    /// 发布序号: a lower one is refused.
    pub seq: u32,
    /// First day in force.
    pub valid_from: CivilDate,
    /// Last day in force.
    pub valid_to: Option<CivilDate>,
    /// Where the facts come from.
    pub source: Text<'a>,
    /// How many items there are.
    pub items: u32,
    /// SHA-256 of the ordered list of items, as of the whole catalogue.
    pub sha256: Digest,
    /// SM3 of the same.
    pub sm3: Digest,
    /// SHA-256 of the root of the index.
    pub index: Digest,
    /// 发布时间, which a manifest that is signed must state.
    pub issued_at: Option<Instant>,
    /// 签名 over everything else; verified with a trust list by `receipt::verify::verify_manifest`, not here.
    pub signature: Option<Value<'a>>,
}

/// A part of the index below this one.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Branch<'a> {
    /// The first code in it.
    pub from: Id<'a>,
    /// SHA-256 of the file.
    pub sha256: Digest,
}

/// One item in the index.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Leaf<'a> {
    /// 事项编码.
    pub code: Id<'a>,
    /// 事项版本.
    pub version: Id<'a>,
    /// 事项名称.
    pub name: Text<'a>,
    /// 实施主体.
    pub authority: Text<'a>,
    /// 程序类型.
    pub procedure: Procedure,
    /// 行使层级.
    pub level: Option<Level>,
    /// 服务对象.
    #[record(optional)]
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
    /// SM3 of the canonical form of the item.
    pub sm3: Digest,
    /// SHA-256 of the bundle that has it.
    pub bundle: Digest,
}

/// One file of the index: either branches or leaves, in the order of their codes.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Node<'a> {
    /// The format.
    pub format: NodeFormat,
    /// Parts below.
    #[record(optional)]
    pub branches: Vec<Branch<'a>>,
    /// Items.
    #[record(optional)]
    pub leaves: Vec<Leaf<'a>>,
}

/// One or a few items.
#[derive(Debug, Clone, Default, Record)]
#[record(input, places)]
pub struct Bundle<'a> {
    /// The format.
    pub format: BundleFormat,
    /// Where it was made.
    pub source: Option<Text<'a>>,
    /// The items.
    pub items: Items,
}

impl Leaf<'_> {
    /// What a list shows of it.
    pub(super) fn into_summary(self) -> ItemSummary<'static> {
        ItemSummary {
            code: self.code.detach(),
            name: self.name.detach(),
            authority: self.authority.detach(),
            procedure: self.procedure,
            level: self.level,
            audience: self.audience,
            themes: self.themes.detach(),
            keywords: self.keywords.detach(),
            valid_from: self.valid_from,
            valid_to: self.valid_to,
        }
    }
}

/// A file that was delivered: read, or refused with everything that is wrong with it.
pub(super) fn read<'a, T: Read<'a>>(text: &'a str) -> Result<T> {
    Reader::document(text, Limits { bytes: MAX_FILE })
        .map_err(|issues| Error::invalid(ErrorCode::DeliveryInvalid, issues))
}

/// A file of the index, with its order looked at.
pub(super) fn node(text: &str) -> Result<Node<'_>> {
    let node: Node<'_> = read(text)?;
    let codes: Vec<&str> =
        node.branches.iter().map(|branch| &*branch.from).chain(node.leaves.iter().map(|leaf| &*leaf.code)).collect();
    let ordered = codes.windows(2).all(|pair| pair.first() <= pair.last());
    let one_kind = node.branches.is_empty() || node.leaves.is_empty();
    if !ordered || !one_kind || codes.len() > MAX_READ {
        let issue = Issue { code: ErrorCode::DeliveryInvalid, path: String::new() };
        return Err(Error::invalid(ErrorCode::DeliveryInvalid, vec![issue]));
    }
    Ok(node)
}
