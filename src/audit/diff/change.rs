//! 变更: one change between two catalogues — of what kind, from which day, and whether it asks more of the applicant.

use crate::calendar::CivilDate;
use crate::catalogue::Param;
use crate::error::words;
use crate::json::{Id, Map, Record, Text, readable};

words! {
    /// 变更种类: what has changed.
    pub enum ChangeKind {
        /// 新增事项
        ItemAdded = "item-added",
        /// 取消事项
        ItemRemoved = "item-removed",
        /// the item itself: who handles it, by which procedure, for whom; or a key that nobody reads
        ItemChanged = "item-changed",
        /// 有效期 or 受理时段
        PeriodChanged = "period-changed",
        /// 新增情形问题
        QuestionAdded = "question-added",
        /// 取消情形问题
        QuestionRemoved = "question-removed",
        /// a question: its options, when it is asked, which materials its answers ask for
        QuestionChanged = "question-changed",
        /// 新增材料
        MaterialAdded = "material-added",
        /// 取消材料
        MaterialRemoved = "material-removed",
        /// whether a material has to be handed in: need, condition, one-of group, sharing, deferral, commitment
        MaterialNeedChanged = "material-need-changed",
        /// what a material must be: files, fields, copies, validity, signature
        MaterialRuleChanged = "material-rule-changed",
        /// 新增时限
        LimitAdded = "limit-added",
        /// 取消时限
        LimitRemoved = "limit-removed",
        /// 时限缩短
        LimitShorter = "limit-shorter",
        /// 时限延长
        LimitLonger = "limit-longer",
        /// what a limit counts, from when, or what it leaves out
        LimitChanged = "limit-changed",
        /// 收费
        FeeChanged = "fee-changed",
        /// 办理条件, 前置事项, 前置判断, 数量限制
        RequirementChanged = "requirement-changed",
        /// 电子表单
        FormChanged = "form-changed",
        /// 相关人
        RoleChanged = "role-changed",
        /// 办事指南: places, steps, results, channels
        GuideChanged = "guide-changed",
        /// 依据, or how well a fact is known
        BasisChanged = "basis-changed",
        /// names, labels and notes
        WordingChanged = "wording-changed",
    }
}

words! {
    /// 对申请人的影响: whether a change asks more or less of the applicant — papers, answers, money, waiting.
    pub enum Burden {
        /// it asks nothing else
        Same = "same",
        /// it asks more
        More = "more",
        /// it asks less
        Less = "less",
        /// it depends on the applicant, or on words that only people understand
        Unknown = "unknown",
    }
}
readable!(ChangeKind, Burden);

impl Burden {
    /// What asks more when `new` is greater than `old`.
    pub(super) fn growing<T: Ord + Copy>(old: T, new: T) -> Self {
        match (new > old, new < old) {
            (true, _) => Self::More,
            (_, true) => Self::Less,
            _ => Self::Same,
        }
    }

    /// The other way round.
    pub(super) const fn reversed(self) -> Self {
        match self {
            Self::More => Self::Less,
            Self::Less => Self::More,
            other => other,
        }
    }

    /// Both together: what asks more here and less there is unknown.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, one) | (one, Self::Same) => one,
            (one, other) if one == other => one,
            _ => Self::Unknown,
        }
    }
}

/// 目录变更: one change between two catalogues.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CatalogueChange<'a> {
    /// What has changed.
    pub kind: ChangeKind,
    /// 事项编码.
    pub item: Id<'a>,
    /// 生效日: the day from which the newer one applies.
    pub effective: CivilDate,
    /// JSON Pointer inside the item, by identifier, such as `/materials/lease/copies`; absent for the item as a whole.
    pub path: Option<Text<'a>>,
    /// 对申请人的影响.
    pub for_applicant: Burden,
    /// `old` and `new` where they are numbers, words or identifiers, and what belongs to them.
    #[record(optional)]
    pub params: Map<'a, Param<'a>>,
}
