//! 文书正文: what an authority's record holds. One form for all kinds; which elements a kind has, `elements` says.

use super::kind::{DocumentKind, MaterialForm};
use super::particulars::{
    Closing, Competent, Defect, Deferred, ExtensionLine, Pledge, Remedies, Response, SpecialProcedure,
};
use crate::application::Via;
use crate::calendar::{CalendarRef, Certainty, CivilDate, Instant};
use crate::catalogue::{LimitKind, Unit};
use crate::digest::Digest;
use crate::identity::IdentifierKind;
use crate::json::{Id, Record, Text};
use crate::law::{Basis, Procedure};

/// 文书模板: its identifier and version are signed too.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DocumentTemplate<'a> {
    /// Its identifier.
    pub id: Id<'a>,
    /// Its version.
    pub version: Text<'a>,
}

/// 出具机关. Of a commitment: in whose name the key signs.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Issuer<'a> {
    /// 机关名称.
    pub name: Text<'a>,
    /// 统一社会信用代码.
    pub uscc: Text<'a>,
    /// 行政区划代码.
    pub region: Id<'a>,
    /// 承办部门.
    pub department: Option<Text<'a>>,
}

/// 目录版本: the catalogue that the document goes by.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CatalogueEntry<'a> {
    /// 目录版本.
    pub version: Text<'a>,
    /// 行政区划代码.
    pub region: Id<'a>,
    /// 发布序号.
    #[record(optional)]
    pub seq: u32,
    /// 发布日期.
    pub valid_from: Option<CivilDate>,
    /// SHA-256 of the ordered list of its items.
    pub sha256: Digest,
    /// SM3 of the same.
    pub sm3: Digest,
}

/// 办理事项.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ItemEntry<'a> {
    /// 实施编码 or 业务办理项编码.
    pub code: Text<'a>,
    /// 事项名称.
    pub name: Text<'a>,
    /// 事项版本.
    pub version: Option<Text<'a>>,
    /// 程序类型: the licensing law is named for licences only.
    pub procedure: Procedure,
    /// 设定依据 of the item itself.
    #[record(optional)]
    pub basis: Vec<Basis<'a>>,
    /// 适用情形.
    #[record(optional)]
    pub situation: Vec<Text<'a>>,
    /// 目录版本.
    pub catalogue: CatalogueEntry<'a>,
}

/// 办件.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CaseEntry<'a> {
    /// 办件编号 (申办流水号), given by the number service of the city.
    pub number: Text<'a>,
    /// 查询码.
    pub query_code: Option<Text<'a>>,
}

/// 当事人.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct PartyLine<'a> {
    /// 姓名 or 名称.
    pub name: Text<'a>,
    /// 证件类型.
    pub kind: Option<IdentifierKind>,
    /// 证件号码, as the authority supplies it.
    pub identifier: Option<Text<'a>>,
    /// 法定代表人.
    pub representative: Option<Text<'a>>,
    /// 住址 (住所).
    pub address: Option<Text<'a>>,
}

/// 联系人.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ContactLine<'a> {
    /// 姓名.
    pub name: Option<Text<'a>>,
    /// 联系电话.
    pub phone: Text<'a>,
}

/// 时间, all of them the server's.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Times {
    /// 提交时间.
    pub submitted: Option<Instant>,
    /// 收到申请时间.
    pub received: Option<Instant>,
    /// 告知时间.
    pub notified: Option<Instant>,
    /// 受理时间.
    pub accepted: Option<Instant>,
    /// 出具时间 (注明日期).
    pub issued: Instant,
}

/// 文件: what was handed in, bound by its digests.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct OwnFile<'a> {
    /// 文件名.
    pub name: Text<'a>,
    /// Bytes.
    pub size: i64,
    /// 媒体类型.
    pub media_type: Option<Text<'a>>,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// SM3 of the bytes.
    pub sm3: Digest,
}

/// 材料清单的一行.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct MaterialLine<'a> {
    /// The material of the plan.
    pub id: Id<'a>,
    /// 材料名称.
    pub name: Text<'a>,
    /// 材料形式.
    #[record(optional)]
    pub form: MaterialForm,
    /// 份数.
    #[record(optional)]
    pub copies: u32,
    /// 收取方式.
    pub via: Option<Via>,
    /// 文件.
    #[record(optional)]
    pub files: Vec<OwnFile<'a>>,
}

/// 收费项目.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct FeeItem<'a> {
    /// 名称.
    pub name: Text<'a>,
    /// 金额, in 分.
    pub amount: i64,
    /// 依据.
    pub basis: Basis<'a>,
}

/// 是否收费.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct FeeLine<'a> {
    /// 是否收费.
    pub charged: bool,
    /// 项目.
    #[record(optional)]
    pub items: Vec<FeeItem<'a>>,
}

/// 结果送达方式.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DeliveryLine<'a> {
    /// 方式.
    pub via: Text<'a>,
    /// 送达地址.
    pub address: Option<Text<'a>>,
}

/// 送达和份数去向.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ServiceLine<'a> {
    /// 送达方式.
    pub via: Text<'a>,
    /// 送达时间.
    pub at: Option<Instant>,
    /// 份数去向.
    #[record(optional)]
    pub copies: Vec<Text<'a>>,
}

/// 查询、咨询、投诉渠道.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Channels<'a> {
    /// 办理进度查询.
    pub query: Text<'a>,
    /// 咨询电话.
    pub phone: Text<'a>,
    /// 监督投诉.
    pub complaint: Text<'a>,
}

/// 办结时限.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DeadlineLine<'a> {
    /// 承诺 or 法定, or another.
    pub kind: LimitKind,
    /// 时限.
    pub amount: u32,
    /// 单位.
    pub unit: Unit,
    /// 起算日.
    pub start: CivilDate,
    /// 到期日.
    pub due: Option<CivilDate>,
    /// Whether the days it was counted over are published.
    pub certainty: Certainty,
    /// 依据.
    pub basis: Basis<'a>,
}

/// 上一文书 of the same case.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Previous<'a> {
    /// 文书编号.
    pub number: Text<'a>,
    /// SM3 of what was signed of it, its `chain`.
    pub digest: Digest,
}

/// 文书正文.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DocumentBody<'a> {
    /// 文书种类.
    #[record(key = "type")]
    pub kind: DocumentKind,
    /// 文书编号, given by the authority.
    pub number: Text<'a>,
    /// 文书模板.
    pub template: DocumentTemplate<'a>,
    /// What wrote the document; it proves nothing.
    pub producer: Option<Text<'a>>,
    /// 出具机关.
    pub issuer: Issuer<'a>,
    /// 办理事项.
    pub item: ItemEntry<'a>,
    /// 文书的依据 beside that of the item.
    #[record(optional)]
    pub basis: Vec<Basis<'a>>,
    /// 办件.
    pub case: Option<CaseEntry<'a>>,
    /// 申请人.
    pub applicant: PartyLine<'a>,
    /// 联系方式.
    pub contact: Option<ContactLine<'a>>,
    /// 代理人.
    pub agent: Option<PartyLine<'a>>,
    /// 承办人员.
    pub handler: Option<Text<'a>>,
    /// 时间.
    pub times: Times,
    /// 材料清单.
    #[record(optional)]
    pub materials: Vec<MaterialLine<'a>>,
    /// 第几次告知.
    #[record(optional)]
    pub round: u32,
    /// 需补齐、补正的内容.
    #[record(optional)]
    pub defects: Vec<Defect<'a>>,
    /// 补正的提交方式、期限和后果.
    pub response: Option<Response<'a>>,
    /// 理由.
    #[record(optional)]
    pub reasons: Vec<Text<'a>>,
    /// 有权机关.
    pub competent: Option<Competent<'a>>,
    /// 救济途径.
    pub remedies: Option<Remedies<'a>>,
    /// 延期.
    pub extension: Option<ExtensionLine<'a>>,
    /// 特别程序.
    pub special_procedure: Option<SpecialProcedure<'a>>,
    /// 终止办理.
    pub closing: Option<Closing<'a>>,
    /// 承诺.
    pub pledge: Option<Pledge<'a>>,
    /// 容缺后补的材料.
    #[record(optional)]
    pub deferred: Vec<Deferred<'a>>,
    /// 办结时限.
    #[record(optional)]
    pub deadlines: Vec<DeadlineLine<'a>>,
    /// The calendar they were counted with.
    pub calendar: Option<CalendarRef<'a>>,
    /// 收费.
    pub fee: Option<FeeLine<'a>>,
    /// 结果送达方式.
    pub delivery: Option<DeliveryLine<'a>>,
    /// 送达.
    pub service: Option<ServiceLine<'a>>,
    /// 查询、咨询、投诉渠道.
    pub channels: Option<Channels<'a>>,
    /// 上一文书.
    pub previous: Option<Previous<'a>>,
    /// 其他说明.
    #[record(optional)]
    pub notice: Vec<Text<'a>>,
}
