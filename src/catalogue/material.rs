//! 申请材料: one material of an item — when it applies, what it must be, and what may stand in its place.

use super::condition::Condition;
use super::guide::Evidence;
use super::limit::{Trigger, Unit};
use crate::error::words;
use crate::file::FileKind;
use crate::identity::IdentifierKind;
use crate::json::{Id, Kept, Record, Text, readable};
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

/// 证件照规格: a photo that machines read.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Photo<'a> {
    /// Pixels from left to right.
    pub width: Option<u32>,
    /// Pixels from top to bottom.
    pub height: Option<u32>,
    /// Dots per inch.
    pub dpi: Option<u32>,
    /// Where that is written; absent, the material's own basis.
    pub basis: Option<Citation<'a>>,
}

/// 文件要求: what the files of a material must be. Nothing is required that does not stand here.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct FileRule<'a> {
    /// Kinds accepted, by bytes; empty accepts every kind.
    #[record(optional)]
    pub kinds: Vec<FileKind>,
    /// Largest file in bytes; 1 KB is 1024 bytes.
    pub max_bytes: Option<u32>,
    /// A file smaller than this in bytes is probably a thumbnail.
    pub min_bytes: Option<u32>,
    /// Fewest files, such as 2 for the two sides of a card.
    #[record(optional)]
    pub min: u32,
    /// Most files.
    pub max: Option<u32>,
    /// Fewest pages of a document.
    pub min_pages: Option<u32>,
    /// Most pages of a document.
    pub max_pages: Option<u32>,
    /// Fewest pixels of the short side of a picture.
    pub short_side: Option<u32>,
    /// 证件照规格.
    pub photo: Option<Box<Photo<'a>>>,
    /// A document with text is wanted rather than a scan.
    #[record(optional)]
    pub text: bool,
    /// 合并上传: one file may hold several materials.
    #[record(optional)]
    pub combined: bool,
    /// 不得重复: the same file may not be given twice.
    #[record(optional)]
    pub distinct: bool,
    /// Where the rule is written; without it, pages are never an obstacle.
    pub basis: Option<Citation<'a>>,
    /// Where the rule is published.
    pub note: Option<Text<'a>>,
}

/// 材料字段: a fact that a material states and the portal knows.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct FieldRule<'a> {
    /// Identifier, unique within the material.
    pub id: Id<'a>,
    /// Its name in words.
    pub label: Text<'a>,
    /// What its value looks like.
    #[record(key = "type")]
    pub kind: Option<FieldType>,
    /// Which identity number it is, if it is one.
    pub identifier: Option<IdentifierKind>,
    /// Which fact it states.
    pub fact: Option<Fact>,
    /// Whether it must be filled in.
    #[record(optional)]
    pub required: bool,
}

/// 空白表格: the form that is to be used.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Template<'a> {
    /// 版本.
    pub version: Id<'a>,
    /// 名称.
    pub name: Text<'a>,
    /// Where the portal has the blank form.
    pub address: Option<Text<'a>>,
}

/// 有效期要求. Without it, an expired document is worth a question and nothing more.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Validity<'a> {
    /// It must be valid on the day of filing.
    #[record(optional)]
    pub required: bool,
    /// 近 N 个月内出具.
    pub max_age_months: Option<u32>,
    /// Where that is written; absent, the material's own basis.
    pub basis: Option<Citation<'a>>,
}

/// 容缺后补: until when a material may be handed in later, and what happens if it is not.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Deferral<'a> {
    /// The event that starts the time; acceptance if absent.
    pub trigger: Option<Trigger>,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// 逾期后果, in words.
    pub consequence: Option<Text<'a>>,
    /// Where that is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 告知承诺: a written commitment that may stand in the place of a material. The applicant chooses freely.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Commitment<'a> {
    /// 承诺内容, in words.
    pub text: Text<'a>,
    /// 不适用的情形, in words.
    pub excluded: Option<Text<'a>>,
    /// Where that is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 数据共享: where the authority obtains a material itself (免提交), and what to do when it finds nothing.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Sharing<'a> {
    /// 数据来源, in words.
    pub from: Text<'a>,
    /// 查询不到时怎么办, in words.
    pub fallback: Option<Text<'a>>,
}

/// 申请材料.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
#[expect(clippy::struct_excessive_bools, reason = "as many as the format has")]
pub struct Material<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// 材料名称.
    pub name: Text<'a>,
    /// 材料类型.
    pub kind: MaterialKind,
    /// 材料必要性.
    pub need: Need,
    /// 材料形式; paper or electronic if absent.
    #[record(optional)]
    pub medium: Kept<'a, Medium>,
    /// 来源渠道.
    #[record(optional)]
    pub origin: Kept<'a, Origin>,
    /// When it applies; absent, always — unless an option of a question asks for it by name.
    pub when: Option<Condition<'a>>,
    /// 每人一份: everybody in this role hands in one of their own.
    pub per: Option<Id<'a>>,
    /// 证明事项: it proves a fact, and nobody may ask for it without a basis in law (优化营商环境条例 44).
    #[record(optional)]
    pub proof: bool,
    /// 多选一: the group of materials of which some suffice.
    pub group: Option<Id<'a>>,
    /// 免提交: the authority can obtain it through data sharing, so nobody may be asked for it.
    #[record(optional)]
    pub shared: bool,
    /// 数据共享, for a material that is `shared`.
    #[record(optional)]
    pub sharing: Kept<'a, Sharing<'a>>,
    /// 告知承诺, where the applicant may choose it.
    pub commitment: Option<Box<Commitment<'a>>>,
    /// 容缺后补, for a material that is `deferrable`.
    pub deferral: Option<Box<Deferral<'a>>>,
    /// 代理材料: it proves who the agent is or what he may do.
    #[record(optional)]
    pub agent: bool,
    /// 份数 at the counter; an electronic application needs no copies.
    #[record(optional)]
    pub copies: u32,
    /// 原件要求.
    pub original: Option<Original>,
    /// 需要签名.
    #[record(optional)]
    pub signature: bool,
    /// 需要盖章: which seal, in words.
    pub seal: Option<Text<'a>>,
    /// 需要中文译本 when these answers are given.
    pub translation: Option<Box<Condition<'a>>>,
    /// 需要公证认证 when these answers are given.
    pub authentication: Option<Box<Condition<'a>>>,
    /// 空白表格.
    pub template: Option<Box<Template<'a>>>,
    /// 示例样表: where the portal has a sample that is filled in.
    #[record(optional)]
    pub sample: Kept<'a, Text<'a>>,
    /// 有效期要求.
    pub validity: Option<Box<Validity<'a>>>,
    /// What its files must be.
    pub files: Option<FileRule<'a>>,
    /// Facts it states.
    #[record(optional)]
    pub fields: Vec<FieldRule<'a>>,
    /// 填报须知.
    #[record(optional)]
    pub instructions: Kept<'a, Text<'a>>,
    /// 受理标准.
    #[record(optional)]
    pub standard: Kept<'a, Text<'a>>,
    /// 要求提供材料的依据; absent, the catalogue entry itself.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 多选一: materials of which `min` suffice.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Group<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// What the group proves, in words.
    pub name: Text<'a>,
    /// How many suffice; 1 if absent.
    #[record(optional)]
    pub min: u32,
}
