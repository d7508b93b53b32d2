//! 事项: one item of the catalogue, as its department publishes it.

use super::condition::Condition;
use super::situation::Question;
use crate::calendar::CivilDate;
use crate::error::words;
use crate::file::FileKind;
use crate::identity::IdentifierKind;
use crate::json::{Id, Text, readable, record};
use crate::law::{Citation, Procedure};

words! {
    /// 事实来源: how well a fact of the catalogue is known. Only the first two may be shown as real.
    pub enum Evidence {
        /// 示例: an example, not a published fact
        Example = "example",
        /// read in the text of a statute
        Statute = "statute",
        /// read on an official page
        Published = "published",
    }
}

words! {
    /// 服务对象: whom an item serves.
    pub enum Audience {
        /// 自然人
        NaturalPerson = "natural-person",
        /// 企业法人
        Enterprise = "enterprise",
        /// 事业法人
        Institution = "institution",
        /// 社会组织法人
        SocialOrganisation = "social-organisation",
        /// 非法人企业
        UnincorporatedEnterprise = "unincorporated-enterprise",
        /// 行政机关
        Authority = "authority",
        /// 其他组织
        OtherOrganisation = "other-organisation",
    }
}

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
    /// 时限种类: what a limit is for.
    pub enum LimitKind {
        /// 承诺办结时限
        Promised = "promised",
        /// 法定办结时限
        Statutory = "statutory",
        /// 补正告知时限: by when the authority must name everything that is missing
        Notice = "notice",
        /// 补正时限: by when the applicant must supply it
        Supplement = "supplement",
        /// 送达时限
        Delivery = "delivery",
    }
}

words! {
    /// 起算: the event whose day starts a clock; the day itself is not counted.
    pub enum Trigger {
        /// 收到申请
        Received = "received",
        /// 受理
        Accepted = "accepted",
        /// 补正告知
        Notified = "notified",
        /// 作出决定
        Decided = "decided",
    }
}

words! {
    /// 时限单位.
    pub enum Unit {
        /// 工作日
        WorkingDay = "working-day",
        /// 自然日
        CalendarDay = "calendar-day",
        /// 月
        Month = "month",
        /// 年
        Year = "year",
    }
}

readable!(Evidence, Audience, MaterialKind, Need, LimitKind, Trigger, Unit);

record! {
    kept;
    /// 实施主体: the authority that handles the item.
    pub struct Authority<'a> {
        /// 名称.
        "name" required name: Text<'a>,
        /// 统一社会信用代码, where known.
        "uscc" optional uscc: Option<Id<'a>>,
        /// 咨询电话.
        "phone" optional phone: Option<Text<'a>>,
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
        /// Fewest files, such as 2 for the two sides of a card.
        "min" optional min: u32,
        /// Most files.
        "max" optional max: Option<u32>,
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
        /// Which identity number it is, if it is one.
        "identifier" optional identifier: Option<IdentifierKind>,
        /// Whether it must be filled in.
        "required" optional required: bool,
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
        /// When it applies; absent, always — unless an option of a question asks for it by name.
        "when" optional when: Option<Condition<'a>>,
        /// 多选一: the group of materials of which some suffice.
        "group" optional group: Option<Id<'a>>,
        /// 免提交: the authority can obtain it through data sharing, so nobody may be asked for it.
        "shared" optional shared: bool,
        /// 份数 at the counter; an electronic application needs no copies.
        "copies" optional copies: u32,
        /// What its files must be.
        "files" optional files: Option<FileRule<'a>>,
        /// Facts it states.
        "fields" optional fields: Vec<FieldRule<'a>>,
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

record! {
    kept;
    /// 延期: how far a limit can be extended, once.
    pub struct Extension<'a> {
        /// How many more, in the unit of the limit.
        "amount" required amount: u32,
        /// 批准人, such as 登记机关负责人.
        "approver" required approver: Text<'a>,
        /// Where that is written.
        "basis" optional basis: Option<Citation<'a>>,
    }
}

record! {
    kept;
    /// 时限: one limit. Unit, trigger, extension and basis belong to each limit, not to the item.
    pub struct Limit<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// What it is for.
        "kind" required kind: LimitKind,
        /// The event that starts it.
        "trigger" required trigger: Trigger,
        /// How many; 0 is the same day.
        "amount" required amount: u32,
        /// Of what.
        "unit" required unit: Unit,
        /// 延期.
        "extension" optional extension: Option<Extension<'a>>,
        /// 依据; absent, the catalogue entry itself.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 事项: the smallest unit that is actually handled (最小实际办理子项).
    pub struct Item<'a> {
        /// 事项编码, unique within the catalogue on any day.
        "code" required code: Id<'a>,
        /// 事项版本.
        "version" required version: Id<'a>,
        /// 事项名称.
        "name" required name: Text<'a>,
        /// 程序类型, which decides what law the procedure lives by.
        "procedure" required procedure: Procedure,
        /// 实施主体.
        "authority" required authority: Authority<'a>,
        /// 服务对象.
        "audience" required audience: Vec<Audience>,
        /// First day on which it can be applied for.
        "validFrom" required valid_from: CivilDate,
        /// Last day; absent, without end.
        "validTo" optional valid_to: Option<CivilDate>,
        /// 设定依据.
        "basis" required basis: Vec<Citation<'a>>,
        /// 申请人的证件类型: which identity number the applicant must have, where the item asks for one.
        "applicant" optional applicant: Option<IdentifierKind>,
        /// 情形问题, in the order in which they are asked.
        "questions" optional questions: Vec<Question<'a>>,
        /// 申请材料.
        "materials" required materials: Vec<Material<'a>>,
        /// 多选一.
        "groups" optional groups: Vec<Group<'a>>,
        /// 时限.
        "limits" required limits: Vec<Limit<'a>>,
        /// 说明, shown with the item.
        "notes" optional notes: Vec<Text<'a>>,
    }
}
