//! 办事指南: what an item tells its readers beside materials and limits — conditions, fees, places, steps, channels.

use super::condition::Condition;
use crate::calendar::CivilDate;
use crate::error::words;
use crate::json::{Id, Record, Text, readable};
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

/// 实施主体: the authority that handles the item.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Authority<'a> {
    /// 名称.
    pub name: Text<'a>,
    /// 统一社会信用代码, where known.
    pub uscc: Option<Id<'a>>,
    /// 咨询电话.
    pub phone: Option<Text<'a>>,
}

/// 办理条件: one condition, in words.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Requirement<'a> {
    /// The condition.
    pub text: Text<'a>,
    /// Where it is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 前置判断: when these answers are given, the application as a whole is doubtful. It never blocks: only the authority
/// decides.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Screen<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// What the answers mean.
    pub kind: ScreenKind,
    /// The answers.
    pub when: Condition<'a>,
    /// The condition that may not be met, in words.
    pub text: Option<Text<'a>>,
    /// 有权机关: where to go instead.
    pub other: Option<Text<'a>>,
    /// Where it is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 受理时段: days on which applications are taken. Without any, always.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Opening<'a> {
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub to: CivilDate,
    /// 批次名称.
    pub name: Option<Text<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 数量限制.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Quota<'a> {
    /// The limit, in words.
    pub text: Text<'a>,
    /// Where it is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 收费项目.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Fee<'a> {
    /// 收费项目名称.
    pub name: Text<'a>,
    /// 收费标准 in fen (0.01 yuan), where it is one amount.
    pub amount: Option<u32>,
    /// 收费标准, in words.
    pub standard: Option<Text<'a>>,
    /// 收费依据.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 收费情况. No items: 不收费.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Fees<'a> {
    /// 收费项目.
    #[record(optional)]
    pub items: Vec<Fee<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 办理场所.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Venue<'a> {
    /// 名称.
    pub name: Text<'a>,
    /// 层级.
    pub level: Level,
    /// 地址.
    pub address: Option<Text<'a>>,
    /// 办理时间.
    pub hours: Option<Text<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 办理环节.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Stage<'a> {
    /// 环节名称.
    pub name: Text<'a>,
    /// What happens.
    pub text: Option<Text<'a>>,
    /// The limit that applies to it.
    pub limit: Option<Id<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 办理结果.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct ResultDocument<'a> {
    /// 结果名称.
    pub name: Text<'a>,
    /// 送达方式, in words.
    pub delivery: Option<Text<'a>>,
    /// 结果有效期, in words.
    pub validity: Option<Text<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 咨询、查询、投诉渠道.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Contact<'a> {
    /// What kind of contact.
    pub kind: ContactKind,
    /// Number, address or place.
    pub value: Text<'a>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 救济渠道. Which body and which court it is, the authority names in its decision; nothing is assumed here.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Relief<'a> {
    /// Which way.
    pub kind: ReliefKind,
    /// In words.
    pub text: Text<'a>,
    /// Where it is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 前置事项: what has to be done before this one.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Prerequisite<'a> {
    /// 名称.
    pub name: Text<'a>,
    /// 事项编码, where the catalogue has it as an item of its own.
    pub item: Option<Id<'a>>,
    /// Where it is written.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 联办事项: one of the matters that an item handles together (一件事). Each keeps its own limits.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Constituent<'a> {
    /// 名称.
    pub name: Text<'a>,
    /// 责任部门.
    pub authority: Text<'a>,
    /// 事项编码, where the catalogue has it as an item of its own.
    pub item: Option<Id<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}
