//! 新旧版本对一件申请的影响: what an applicant is told. Identifiers, codes, pointers and days; no sentence, no value of his.

use super::super::diff::CatalogueChange;
use crate::calendar::{Certainty, CivilDate};
use crate::catalogue::LimitKind;
use crate::check::{FindingCode, Severity};
use crate::decision::Outcome;
use crate::digest::Digest;
use crate::error::words;
use crate::json::{Id, Record, Text, readable};

words! {
    /// 适用版本: which of two catalogues.
    pub enum Which {
        /// 均不适用
        Neither = "neither",
        /// 旧版
        Older = "older",
        /// 新版
        Newer = "newer",
    }
}

words! {
    /// 材料要求: how a material stands with this applicant.
    pub enum Demand {
        /// the version does not list it
        NotListed = "not-listed",
        /// it does not apply to this applicant
        NotNeeded = "not-needed",
        /// an answer is missing that decides it
        Open = "open",
        /// 免提交
        Exempt = "exempt",
        /// 非必要
        Optional = "optional",
        /// 容缺后补
        Deferrable = "deferrable",
        /// 必要
        Needed = "needed",
    }
}

words! {
    /// 材料变化: what changes about a material for this applicant.
    pub enum Shift {
        /// it has to be handed in now
        Needed = "needed",
        /// it need not be handed in any more
        NoLongerNeeded = "no-longer-needed",
        /// it stands differently: optional, deferrable, open
        Otherwise = "otherwise",
        /// it stands as before, and must be something else
        Rules = "rules",
    }
}

words! {
    /// 问题变化: what changes about a question for this applicant.
    pub enum Asking {
        /// it is asked now
        Asked = "asked",
        /// it is not asked any more
        NoLongerAsked = "no-longer-asked",
        /// 需要重新回答: it is asked as before, and the answer does not fit any more
        Anew = "anew",
    }
}

words! {
    /// 增减: whether a finding comes or goes.
    pub enum Appearing {
        /// it is found under the newer version only
        Appears = "appears",
        /// it is found under the older version only
        Disappears = "disappears",
    }
}

words! {
    /// 变化所在: in what the two versions differ for this applicant.
    pub enum Aspect {
        /// 适用材料清单: a material or a question stands differently
        Plan = "plan",
        /// a material that is handed in under both must be something else
        Rules = "rules",
        /// 预审问题
        Findings = "findings",
        /// 预审结论
        Outcome = "outcome",
        /// 时限: a last day
        Deadlines = "deadlines",
    }
}
readable!(Which, Demand, Shift, Asking, Appearing, Aspect);

/// 适用期间: from when to when one version of the item applies.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Stretch<'a> {
    /// Which catalogue it stands in.
    pub catalogue: Which,
    /// 事项版本.
    pub version: Id<'a>,
    /// First day.
    pub from: CivilDate,
    /// Last day; absent, without end.
    pub to: Option<CivilDate>,
}

/// 不适配: what an application has that one version does not know, though the other does. It is left out there.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Misfit<'a> {
    /// What is wrong with it, by the code of the error it would be.
    pub code: Id<'a>,
    /// JSON Pointer into the application.
    pub path: Text<'a>,
}

/// 一个版本下的结果: the application under one version.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct VersionSide<'a> {
    /// 目录版本.
    pub catalogue: Id<'a>,
    /// 事项版本.
    pub version: Id<'a>,
    /// First day on which this version of the item applies.
    pub from: CivilDate,
    /// Last day; absent, without end.
    pub to: Option<CivilDate>,
    /// The `ref` of the plan, as `plan` would give it for the answers that fit.
    pub plan: Digest,
    /// 预审结论.
    pub outcome: Outcome,
    /// What does not fit this version.
    pub misfits: Vec<Misfit<'a>>,
}

/// 材料变化.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct MaterialShift<'a> {
    /// The material.
    pub id: Id<'a>,
    /// What changes.
    pub change: Shift,
    /// How it stands under the older version.
    pub before: Demand,
    /// How it stands under the newer version.
    pub after: Demand,
    /// Which of its rules change: JSON Pointers inside the item, by identifier.
    #[record(optional)]
    pub rules: Vec<Text<'a>>,
}

/// 问题变化.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct QuestionShift<'a> {
    /// The question.
    pub id: Id<'a>,
    /// What changes.
    pub change: Asking,
    /// Whether the application has an answer that fits the newer version.
    #[record(optional)]
    pub answered: bool,
}

/// 预审问题的增减.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct FindingShift<'a> {
    /// Whether it comes or goes.
    pub change: Appearing,
    /// What falls short.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// JSON Pointer into the application.
    pub path: Text<'a>,
}

/// 到期日: the last day of a limit, if the application is received and accepted on its day.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Due<'a> {
    /// The limit.
    pub limit: Id<'a>,
    /// The last day; absent where the calendar does not reach.
    pub on: Option<CivilDate>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// 到期日变化: the last day under both versions.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct DueShift<'a> {
    /// What the limit is for.
    pub kind: LimitKind,
    /// Under the older version; absent where it has no such limit.
    pub before: Option<Due<'a>>,
    /// Under the newer version.
    pub after: Option<Due<'a>>,
}

/// 新旧版本对一件申请的影响.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Across<'a> {
    /// 事项编码.
    pub item: Id<'a>,
    /// The day of the application.
    pub on: CivilDate,
    /// Which version applies on that day: that of the newer catalogue where it is in force.
    pub applies: Which,
    /// Which version applies when.
    pub periods: Vec<Stretch<'a>>,
    /// Under the older version, on the day of the application; absent where it does not have the item.
    pub older: Option<VersionSide<'a>>,
    /// Under the newer version.
    pub newer: Option<VersionSide<'a>>,
    /// In what the two differ for this applicant; empty, nothing changes.
    pub differs: Vec<Aspect>,
    /// 目录变更: every change between the two texts of the item, whomever it concerns.
    pub changes: Vec<CatalogueChange<'a>>,
    /// Materials that stand differently or must be something else.
    pub materials: Vec<MaterialShift<'a>>,
    /// Questions that come, go, or are to be answered anew.
    pub questions: Vec<QuestionShift<'a>>,
    /// Findings that come or go.
    pub findings: Vec<FindingShift<'a>>,
    /// The last days of every limit that runs from receipt or acceptance.
    pub deadlines: Vec<DueShift<'a>>,
}
