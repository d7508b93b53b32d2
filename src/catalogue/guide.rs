//! 办事指南: what an item tells its readers beside materials and limits — conditions, fees, places, steps, channels.

use super::condition::Condition;
use crate::calendar::CivilDate;
use crate::error::words;
use crate::json::{Id, Text, readable, record};
use crate::law::Citation;

words! {
    /// 事实来源: how well a fact of the catalogue is known. Only the last two may be shown as real.
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
    /// 事项类型: the ten kinds of power of a department, and the public services.
    pub enum Power {
        /// 行政许可
        Licensing = "licensing",
        /// 行政处罚
        Penalty = "penalty",
        /// 行政强制
        Coercion = "coercion",
        /// 行政征收
        Levy = "levy",
        /// 行政给付
        Benefit = "benefit",
        /// 行政检查
        Inspection = "inspection",
        /// 行政确认
        Confirmation = "confirmation",
        /// 行政奖励
        Reward = "reward",
        /// 行政裁决
        Ruling = "ruling",
        /// 行政指导
        Guidance = "guidance",
        /// 其他行政权力
        Other = "other",
        /// 公共服务
        PublicService = "public-service",
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
    /// 行使层级, and the level of a place where an item is handled.
    pub enum Level {
        /// 国家级
        National = "national",
        /// 省级
        Provincial = "provincial",
        /// 市级
        Municipal = "municipal",
        /// 县（区）级
        District = "district",
        /// 镇（乡、街道）级
        Subdistrict = "subdistrict",
        /// 村（社区）级
        Community = "community",
        /// 分级管理
        Tiered = "tiered",
    }
}

words! {
    /// 办理形式: how an application can be made.
    pub enum HandlingForm {
        /// 窗口办理
        Window = "window",
        /// 电脑端网上办理
        Online = "online",
        /// 移动端网上申请
        Mobile = "mobile",
        /// 快递申请
        Express = "express",
        /// 其他
        Other = "other",
    }
}

words! {
    /// 申请方式: whether the applicant has to apply at all.
    pub enum ServiceMode {
        /// 依申请
        OnApplication = "on-application",
        /// 秒批: decided at once, by rule
        Instant = "instant",
        /// 无感申办: the authority prepares, the applicant agrees
        Seamless = "seamless",
        /// 免申即享: granted without an application
        WithoutApplication = "without-application",
    }
}

words! {
    /// 渠道种类: what kind of contact.
    pub enum ContactKind {
        /// 电话
        Phone = "phone",
        /// 网址
        Online = "online",
        /// 窗口
        Window = "window",
        /// 信函地址
        Post = "post",
    }
}

words! {
    /// 救济途径.
    pub enum ReliefKind {
        /// 行政复议
        Reconsideration = "reconsideration",
        /// 行政诉讼
        Litigation = "litigation",
        /// 复核、申诉 within the administration
        Review = "review",
    }
}

words! {
    /// 前置判断: what an answer can mean for the whole application.
    pub enum ScreenKind {
        /// 回答互相矛盾
        Conflict = "conflict",
        /// 可能不符合条件
        NotEligible = "not-eligible",
        /// 可能不需要办理
        NotRequired = "not-required",
        /// 可能不归本机关办理
        NotCompetent = "not-competent",
    }
}
readable!(Evidence, Power, Audience, Level, HandlingForm, ServiceMode, ContactKind, ReliefKind, ScreenKind);

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
    /// 办理条件: one condition, in words.
    pub struct Requirement<'a> {
        /// The condition.
        "text" required text: Text<'a>,
        /// Where it is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 前置判断: when these answers are given, the application as a whole is doubtful. It never blocks: only the authority
    /// decides.
    pub struct Screen<'a> {
        /// Identifier, unique within the item.
        "id" required id: Id<'a>,
        /// What the answers mean.
        "kind" required kind: ScreenKind,
        /// The answers.
        "when" required when: Condition<'a>,
        /// The condition that may not be met, in words.
        "text" optional text: Option<Text<'a>>,
        /// 有权机关: where to go instead.
        "other" optional other: Option<Text<'a>>,
        /// Where it is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 受理时段: days on which applications are taken. Without any, always.
    pub struct Opening<'a> {
        /// First day.
        "from" required from: CivilDate,
        /// Last day.
        "to" required to: CivilDate,
        /// 批次名称.
        "name" optional name: Option<Text<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 数量限制.
    pub struct Quota<'a> {
        /// The limit, in words.
        "text" required text: Text<'a>,
        /// Where it is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 收费项目.
    pub struct Fee<'a> {
        /// 收费项目名称.
        "name" required name: Text<'a>,
        /// 收费标准 in fen (0.01 yuan), where it is one amount.
        "amount" optional amount: Option<u32>,
        /// 收费标准, in words.
        "standard" optional standard: Option<Text<'a>>,
        /// 收费依据.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 收费情况. No items: 不收费.
    pub struct Fees<'a> {
        /// 收费项目.
        "items" optional items: Vec<Fee<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 办理场所.
    pub struct Venue<'a> {
        /// 名称.
        "name" required name: Text<'a>,
        /// 层级.
        "level" required level: Level,
        /// 地址.
        "address" optional address: Option<Text<'a>>,
        /// 办理时间.
        "hours" optional hours: Option<Text<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 办理环节.
    pub struct Stage<'a> {
        /// 环节名称.
        "name" required name: Text<'a>,
        /// What happens.
        "text" optional text: Option<Text<'a>>,
        /// The limit that applies to it.
        "limit" optional limit: Option<Id<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 办理结果.
    pub struct ResultDocument<'a> {
        /// 结果名称.
        "name" required name: Text<'a>,
        /// 送达方式, in words.
        "delivery" optional delivery: Option<Text<'a>>,
        /// 结果有效期, in words.
        "validity" optional validity: Option<Text<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 咨询、查询、投诉渠道.
    pub struct Contact<'a> {
        /// What kind of contact.
        "kind" required kind: ContactKind,
        /// Number, address or place.
        "value" required value: Text<'a>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 救济渠道. Which body and which court it is, the authority names in its decision; nothing is assumed here.
    pub struct Relief<'a> {
        /// Which way.
        "kind" required kind: ReliefKind,
        /// In words.
        "text" required text: Text<'a>,
        /// Where it is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 前置事项: what has to be done before this one.
    pub struct Prerequisite<'a> {
        /// 名称.
        "name" required name: Text<'a>,
        /// 事项编码, where the catalogue has it as an item of its own.
        "item" optional item: Option<Id<'a>>,
        /// Where it is written.
        "basis" optional basis: Option<Citation<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}

record! {
    kept;
    /// 联办事项: one of the matters that an item handles together (一件事). Each keeps its own limits.
    pub struct Constituent<'a> {
        /// 名称.
        "name" required name: Text<'a>,
        /// 责任部门.
        "authority" required authority: Text<'a>,
        /// 事项编码, where the catalogue has it as an item of its own.
        "item" optional item: Option<Id<'a>>,
        /// How well this is known.
        "evidence" required evidence: Evidence,
    }
}
