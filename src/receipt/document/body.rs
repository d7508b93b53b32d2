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
use crate::json::{Id, Text, record};
use crate::law::{Basis, Procedure};

record! {
    value;
    /// 文书模板: its identifier and version are signed too.
    pub struct DocumentTemplate<'a> {
        /// Its identifier.
        "id" required id: Id<'a>,
        /// Its version.
        "version" required version: Text<'a>,
    }
}

record! {
    value;
    /// 出具机关. Of a commitment: in whose name the key signs.
    pub struct Issuer<'a> {
        /// 机关名称.
        "name" required name: Text<'a>,
        /// 统一社会信用代码.
        "uscc" required uscc: Text<'a>,
        /// 行政区划代码.
        "region" required region: Id<'a>,
        /// 承办部门.
        "department" optional department: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 目录版本: the catalogue that the document goes by.
    pub struct CatalogueEntry<'a> {
        /// 目录版本.
        "version" required version: Text<'a>,
        /// 行政区划代码.
        "region" required region: Id<'a>,
        /// 发布序号.
        "seq" optional seq: u32,
        /// 发布日期.
        "validFrom" optional valid_from: Option<CivilDate>,
        /// SHA-256 of the ordered list of its items.
        "sha256" required sha256: Digest,
        /// SM3 of the same.
        "sm3" required sm3: Digest,
    }
}

record! {
    value;
    /// 办理事项.
    pub struct ItemEntry<'a> {
        /// 实施编码 or 业务办理项编码.
        "code" required code: Text<'a>,
        /// 事项名称.
        "name" required name: Text<'a>,
        /// 事项版本.
        "version" optional version: Option<Text<'a>>,
        /// 程序类型: the licensing law is named for licences only.
        "procedure" required procedure: Procedure,
        /// 设定依据 of the item itself.
        "basis" optional basis: Vec<Basis<'a>>,
        /// 适用情形.
        "situation" optional situation: Vec<Text<'a>>,
        /// 目录版本.
        "catalogue" required catalogue: CatalogueEntry<'a>,
    }
}

record! {
    value;
    /// 办件.
    pub struct CaseEntry<'a> {
        /// 办件编号 (申办流水号), given by the number service of the city.
        "number" required number: Text<'a>,
        /// 查询码.
        "queryCode" optional query_code: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 当事人.
    pub struct PartyLine<'a> {
        /// 姓名 or 名称.
        "name" required name: Text<'a>,
        /// 证件类型.
        "kind" optional kind: Option<IdentifierKind>,
        /// 证件号码, as the authority supplies it.
        "identifier" optional identifier: Option<Text<'a>>,
        /// 法定代表人.
        "representative" optional representative: Option<Text<'a>>,
        /// 住址 (住所).
        "address" optional address: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 联系人.
    pub struct ContactLine<'a> {
        /// 姓名.
        "name" optional name: Option<Text<'a>>,
        /// 联系电话.
        "phone" required phone: Text<'a>,
    }
}

record! {
    value;
    /// 时间, all of them the server's.
    pub struct Times<'a> {
        _ life;
        /// 提交时间.
        "submitted" optional submitted: Option<Instant>,
        /// 收到申请时间.
        "received" optional received: Option<Instant>,
        /// 告知时间.
        "notified" optional notified: Option<Instant>,
        /// 受理时间.
        "accepted" optional accepted: Option<Instant>,
        /// 出具时间 (注明日期).
        "issued" required issued: Instant,
    }
}

record! {
    value;
    /// 文件: what was handed in, bound by its digests.
    pub struct OwnFile<'a> {
        /// 文件名.
        "name" required name: Text<'a>,
        /// Bytes.
        "size" required size: i64,
        /// 媒体类型.
        "mediaType" optional media_type: Option<Text<'a>>,
        /// SHA-256 of the bytes.
        "sha256" required sha256: Digest,
        /// SM3 of the bytes.
        "sm3" required sm3: Digest,
    }
}

record! {
    value;
    /// 材料清单的一行.
    pub struct MaterialLine<'a> {
        /// The material of the plan.
        "id" required id: Id<'a>,
        /// 材料名称.
        "name" required name: Text<'a>,
        /// 材料形式.
        "form" optional form: MaterialForm,
        /// 份数.
        "copies" optional copies: u32,
        /// 收取方式.
        "via" optional via: Option<Via>,
        /// 文件.
        "files" optional files: Vec<OwnFile<'a>>,
    }
}

record! {
    value;
    /// 收费项目.
    pub struct FeeItem<'a> {
        /// 名称.
        "name" required name: Text<'a>,
        /// 金额, in 分.
        "amount" required amount: i64,
        /// 依据.
        "basis" required basis: Basis<'a>,
    }
}

record! {
    value;
    /// 是否收费.
    pub struct FeeLine<'a> {
        /// 是否收费.
        "charged" required charged: bool,
        /// 项目.
        "items" optional items: Vec<FeeItem<'a>>,
    }
}

record! {
    value;
    /// 结果送达方式.
    pub struct DeliveryLine<'a> {
        /// 方式.
        "via" required via: Text<'a>,
        /// 送达地址.
        "address" optional address: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 送达和份数去向.
    pub struct ServiceLine<'a> {
        /// 送达方式.
        "via" required via: Text<'a>,
        /// 送达时间.
        "at" optional at: Option<Instant>,
        /// 份数去向.
        "copies" optional copies: Vec<Text<'a>>,
    }
}

record! {
    value;
    /// 查询、咨询、投诉渠道.
    pub struct Channels<'a> {
        /// 办理进度查询.
        "query" required query: Text<'a>,
        /// 咨询电话.
        "phone" required phone: Text<'a>,
        /// 监督投诉.
        "complaint" required complaint: Text<'a>,
    }
}

record! {
    value;
    /// 办结时限.
    pub struct DeadlineLine<'a> {
        /// 承诺 or 法定, or another.
        "kind" required kind: LimitKind,
        /// 时限.
        "amount" required amount: u32,
        /// 单位.
        "unit" required unit: Unit,
        /// 起算日.
        "start" required start: CivilDate,
        /// 到期日.
        "due" optional due: Option<CivilDate>,
        /// Whether the days it was counted over are published.
        "certainty" required certainty: Certainty,
        /// 依据.
        "basis" required basis: Basis<'a>,
    }
}

record! {
    value;
    /// 上一文书 of the same case.
    pub struct Previous<'a> {
        /// 文书编号.
        "number" required number: Text<'a>,
        /// SM3 of what was signed of it, its `chain`.
        "digest" required digest: Digest,
    }
}

record! {
    value;
    /// 文书正文.
    pub struct DocumentBody<'a> {
        /// 文书种类.
        "type" required kind: DocumentKind,
        /// 文书编号, given by the authority.
        "number" required number: Text<'a>,
        /// 文书模板.
        "template" required template: DocumentTemplate<'a>,
        /// What wrote the document; it proves nothing.
        "producer" optional producer: Option<Text<'a>>,
        /// 出具机关.
        "issuer" required issuer: Issuer<'a>,
        /// 办理事项.
        "item" required item: ItemEntry<'a>,
        /// 文书的依据 beside that of the item.
        "basis" optional basis: Vec<Basis<'a>>,
        /// 办件.
        "case" optional case: Option<CaseEntry<'a>>,
        /// 申请人.
        "applicant" required applicant: PartyLine<'a>,
        /// 联系方式.
        "contact" optional contact: Option<ContactLine<'a>>,
        /// 代理人.
        "agent" optional agent: Option<PartyLine<'a>>,
        /// 承办人员.
        "handler" optional handler: Option<Text<'a>>,
        /// 时间.
        "times" required times: Times<'a>,
        /// 材料清单.
        "materials" optional materials: Vec<MaterialLine<'a>>,
        /// 第几次告知.
        "round" optional round: u32,
        /// 需补齐、补正的内容.
        "defects" optional defects: Vec<Defect<'a>>,
        /// 补正的提交方式、期限和后果.
        "response" optional response: Option<Response<'a>>,
        /// 理由.
        "reasons" optional reasons: Vec<Text<'a>>,
        /// 有权机关.
        "competent" optional competent: Option<Competent<'a>>,
        /// 救济途径.
        "remedies" optional remedies: Option<Remedies<'a>>,
        /// 延期.
        "extension" optional extension: Option<ExtensionLine<'a>>,
        /// 特别程序.
        "specialProcedure" optional special_procedure: Option<SpecialProcedure<'a>>,
        /// 终止办理.
        "closing" optional closing: Option<Closing<'a>>,
        /// 承诺.
        "pledge" optional pledge: Option<Pledge<'a>>,
        /// 容缺后补的材料.
        "deferred" optional deferred: Vec<Deferred<'a>>,
        /// 办结时限.
        "deadlines" optional deadlines: Vec<DeadlineLine<'a>>,
        /// The calendar they were counted with.
        "calendar" optional calendar: Option<CalendarRef<'a>>,
        /// 收费.
        "fee" optional fee: Option<FeeLine<'a>>,
        /// 结果送达方式.
        "delivery" optional delivery: Option<DeliveryLine<'a>>,
        /// 送达.
        "service" optional service: Option<ServiceLine<'a>>,
        /// 查询、咨询、投诉渠道.
        "channels" optional channels: Option<Channels<'a>>,
        /// 上一文书.
        "previous" optional previous: Option<Previous<'a>>,
        /// 其他说明.
        "notice" optional notice: Vec<Text<'a>>,
    }
}
