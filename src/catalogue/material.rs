//! 申请材料: one material of an item — when it applies, what it must be, and what may stand in its place.

use super::condition::Condition;
use super::guide::Evidence;
use super::limit::{Trigger, Unit};
use crate::error::words;
use crate::file::FileKind;
use crate::identity::IdentifierKind;
use crate::json::{Id, Kept, Text, readable, record};
use crate::law::Citation;

words! {
    /// 材料类型.
    pub enum MaterialKind {
        /// 证件证书证明
        Certificate = "certificate",
        /// 申请表格文书
        Form = "form",
        /// 其他
        Other = "other",
    }
}

words! {
    /// 材料必要性.
    pub enum Need {
        /// 必要
        Required = "required",
        /// 非必要
        Optional = "optional",
        /// 容缺后补: may be handed in later, against a commitment
        Deferrable = "deferrable",
    }
}

words! {
    /// 材料形式.
    pub enum Medium {
        /// 纸质或电子化
        Either = "either",
        /// 纸质
        Paper = "paper",
        /// 电子化
        Electronic = "electronic",
    }
}

words! {
    /// 来源渠道: who issues a material.
    pub enum Origin {
        /// 申请人自备
        Applicant = "applicant",
        /// 政府部门核发
        Government = "government",
        /// 中介机构或法定机构产生
        Intermediary = "intermediary",
        /// 其他
        Other = "other",
    }
}

words! {
    /// 原件要求.
    pub enum Original {
        /// 核验原件: shown, and given back
        Shown = "shown",
        /// 收取原件: handed over
        Kept = "kept",
    }
}

words! {
    /// 字段类型.
    pub enum FieldType {
        /// any text
        Text = "text",
        /// a date `YYYY-MM-DD`
        Date = "date",
        /// a whole number
        Number = "number",
    }
}

words! {
    /// 同一事实: what a field states. Fields that state the same must agree, across materials and with the parties.
    pub enum Fact {
        /// 申请人姓名或名称
        ApplicantName = "applicant-name",
        /// 申请人证件号码
        ApplicantNumber = "applicant-number",
        /// 申请人住址或住所
        ApplicantAddress = "applicant-address",
        /// 代理人姓名
        AgentName = "agent-name",
        /// 代理人证件号码
        AgentNumber = "agent-number",
        /// 法定代表人（负责人）姓名
        RepresentativeName = "representative-name",
        /// 法定代表人（负责人）证件号码
        RepresentativeNumber = "representative-number",
        /// 单位名称
        OrganisationName = "organisation-name",
        /// 单位统一社会信用代码
        OrganisationCode = "organisation-code",
        /// 经营场所、住所地址
        PremisesAddress = "premises-address",
    }
}
readable!(MaterialKind, Need, Medium, Origin, Original, FieldType, Fact);

record! {
    kept;
    /// 证件照规格: a photo that machines read.
    pub struct Photo<'a> {
        /// Pixels from left to right.
        "width" optional width: Option<u32>,
        /// Pixels from top to bottom.
        "height" optional height: Option<u32>,
        /// Dots per inch.
        "dpi" optional dpi: Option<u32>,
        /// Where that is written; absent, the material's own basis.
        "basis" optional basis: Option<Citation<'a>>,
    }
}

record! {
    kept;
    /// 文件要求: what the files of a material must be. Nothing is required that does not stand here.
    pub struct FileRule<'a> {
        /// Kinds accepted, by bytes; empty accepts every kind.
        "kinds" optional kinds: Vec<FileKind>,
        /// Largest file in bytes; 1 KB is 1024 bytes.
        "maxBytes" optional max_bytes: Option<u32>,
        /// A file smaller than this in bytes is probably a thumbnail.
        "minBytes" optional min_bytes: Option<u32>,
        /// Fewest files, such as 2 for the two sides of a card.
        "min" optional min: u32,
        /// Most files.
        "max" optional max: Option<u32>,
        /// Fewest pages of a document.
        "minPages" optional min_pages: Option<u32>,
        /// Most pages of a document.
        "maxPages" optional max_pages: Option<u32>,
        /// Fewest pixels of the short side of a picture.
        "shortSide" optional short_side: Option<u32>,
        /// 证件照规格.
        "photo" optional photo: Option<Box<Photo<'a>>>,
        /// A document with text is wanted rather than a scan.
        "text" optional text: bool,
        /// 合并上传: one file may hold several materials.
        "combined" optional combined: bool,
        /// 不得重复: the same file may not be given twice.
        "distinct" optional distinct: bool,
        /// Where the rule is written; without it, pages are never an obstacle.
        "basis" optional basis: Option<Citation<'a>>,
        /// Where the rule is published.
        "note" optional note: Option<Text<'a>>,
    }
}

record! {
    kept;
    /// 材料字段: a fact that a material states and the portal knows.
    pub struct FieldRule<'a> {
        /// Identifier, unique within the material.
        "id" required id: Id<'a>,
        /// Its name in words.
        "label" required label: Text<'a>,
        /// What its value looks like.
        "type" optional kind: Option<FieldType>,
        /// Which identity number it is, if it is one.
        "identifier" optional identifier: Option<IdentifierKind>,
        /// Which fact it states.
        "fact" optional fact: Option<Fact>,
        /// Whether it must be filled in.
        "required" optional required: bool,
    }
}

record! {
    kept;
    /// 空白表格: the form that is to be used.
    pub struct Template<'a> {
        /// 版本.
        "version" required version: Id<'a>,
        /// 名称.
        "name" required name: Text<'a>,
        /// Where the portal has the blank form.
        "address" optional address: Option<Text<'a>>,
    }
}

record! {
    kept;
    /// 有效期要求. Without it, an expired document is worth a question and nothing more.
    pub struct Validity<'a> {
        /// It must be valid on the day of filing.
        "required" optional required: bool,
        /// 近 N 个月内出具.
        "maxAgeMonths" optional max_age_months: Option<u32>,
        /// Where that is written; absent, the material's own basis.
        "basis" optional basis: Option<Citation<'a>>,
    }
}

record! {
    kept;
    /// 容缺后补: until when a material may be handed in later, and what happens if it is not.
    pub struct Deferral<'a> {
        /// The event that starts the time; acceptance if absent.
        "trigger" optional trigger: Option<Trigger>,
        /// How many.
        "amount" required amount: u32,
        /// Of what.
        "unit" required unit: Unit,
        /// 逾期后果, in words.
        "consequence" optional consequence: Option<Text<'a>>,
        /// Where that is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 告知承诺: a written commitment that may stand in the place of a material. The applicant chooses freely.
    pub struct Commitment<'a> {
        /// 承诺内容, in words.
        "text" required text: Text<'a>,
        /// 不适用的情形, in words.
        "excluded" optional excluded: Option<Text<'a>>,
        /// Where that is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 数据共享: where the authority obtains a material itself (免提交), and what to do when it finds nothing.
    pub struct Sharing<'a> {
        /// 数据来源, in words.
        "from" required from: Text<'a>,
        /// 查询不到时怎么办, in words.
        "fallback" optional fallback: Option<Text<'a>>,
    }
}

record! {
    kept;
    /// 申请材料.
    pub struct Material<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// 材料名称.
        "name" required name: Text<'a>,
        /// 材料类型.
        "kind" required kind: MaterialKind,
        /// 材料必要性.
        "need" required need: Need,
        /// 材料形式; paper or electronic if absent.
        "medium" optional medium: Kept<'a, Medium>,
        /// 来源渠道.
        "origin" optional origin: Kept<'a, Origin>,
        /// When it applies; absent, always — unless an option of a question asks for it by name.
        "when" optional when: Option<Condition<'a>>,
        /// 每人一份: everybody in this role hands in one of their own.
        "per" optional per: Option<Id<'a>>,
        /// 证明事项: it proves a fact, and nobody may ask for it without a basis in law (优化营商环境条例 44).
        "proof" optional proof: bool,
        /// 多选一: the group of materials of which some suffice.
        "group" optional group: Option<Id<'a>>,
        /// 免提交: the authority can obtain it through data sharing, so nobody may be asked for it.
        "shared" optional shared: bool,
        /// 数据共享, for a material that is `shared`.
        "sharing" optional sharing: Kept<'a, Sharing<'a>>,
        /// 告知承诺, where the applicant may choose it.
        "commitment" optional commitment: Option<Box<Commitment<'a>>>,
        /// 容缺后补, for a material that is `deferrable`.
        "deferral" optional deferral: Option<Box<Deferral<'a>>>,
        /// 代理材料: it proves who the agent is or what he may do.
        "agent" optional agent: bool,
        /// 份数 at the counter; an electronic application needs no copies.
        "copies" optional copies: u32,
        /// 原件要求.
        "original" optional original: Option<Original>,
        /// 需要签名.
        "signature" optional signature: bool,
        /// 需要盖章: which seal, in words.
        "seal" optional seal: Option<Text<'a>>,
        /// 需要中文译本 when these answers are given.
        "translation" optional translation: Option<Box<Condition<'a>>>,
        /// 需要公证认证 when these answers are given.
        "authentication" optional authentication: Option<Box<Condition<'a>>>,
        /// 空白表格.
        "template" optional template: Option<Box<Template<'a>>>,
        /// 示例样表: where the portal has a sample that is filled in.
        "sample" optional sample: Kept<'a, Text<'a>>,
        /// 有效期要求.
        "validity" optional validity: Option<Box<Validity<'a>>>,
        /// What its files must be.
        "files" optional files: Option<FileRule<'a>>,
        /// Facts it states.
        "fields" optional fields: Vec<FieldRule<'a>>,
        /// 填报须知.
        "instructions" optional instructions: Kept<'a, Text<'a>>,
        /// 受理标准.
        "standard" optional standard: Kept<'a, Text<'a>>,
        /// 要求提供材料的依据; absent, the catalogue entry itself.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 多选一: materials of which `min` suffice.
    pub struct Group<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// What the group proves, in words.
        "name" required name: Text<'a>,
        /// How many suffice; 1 if absent.
        "min" optional min: u32,
    }
}
