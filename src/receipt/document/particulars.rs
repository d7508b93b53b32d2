//! What only some kinds of documents have: defects, refusals, extensions, special procedures, endings, commitments.

use super::kind::{ApprovedBy, ClosingCause, Consequence, DefectClass, FoundBy, PledgeKind};
use crate::calendar::CivilDate;
use crate::catalogue::Unit;
use crate::deadline::StopKind;
use crate::json::{Id, Record, Text};
use crate::law::Basis;

/// 需补齐、补正的一项. Only materials of the plan can be named.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Defect<'a> {
    /// The material, one of `materials`.
    pub material: Id<'a>,
    /// 补齐 or 补正.
    pub class: DefectClass,
    /// 原因.
    pub reason: Text<'a>,
    /// 应当达到的标准.
    pub standard: Text<'a>,
    /// 由谁发现.
    #[record(optional)]
    pub source: FoundBy,
    /// The code of a finding, where it was found by machine.
    pub code: Option<Id<'a>>,
    /// 依据.
    pub basis: Option<Basis<'a>>,
}

/// 补正的提交方式、期限和后果. Limit and consequence only where the catalogue gives both with their basis.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Response<'a> {
    /// 提交方式.
    pub via: Text<'a>,
    /// 补正期限.
    #[record(optional)]
    pub amount: u32,
    /// Its unit.
    pub unit: Option<Unit>,
    /// 最后一日.
    pub due: Option<CivilDate>,
    /// 逾期的后果.
    pub consequence: Option<Consequence>,
    /// 依据 of both.
    pub basis: Option<Basis<'a>>,
}

/// 有权机关 (行政许可法 32 ¶1 item 2).
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Competent<'a> {
    /// 机关名称.
    pub name: Text<'a>,
    /// 联系方式.
    pub contact: Option<Text<'a>>,
}

/// 救济途径, as the authority supplies it; nothing is defaulted.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Remedies<'a> {
    /// 行政复议机关.
    pub reconsideration: Text<'a>,
    /// 申请行政复议的期限, in days.
    pub days: u32,
    /// 管辖法院.
    pub court: Text<'a>,
    /// 提起行政诉讼的期限, in months.
    pub months: u32,
    /// 复议前置.
    #[record(optional)]
    pub reconsideration_first: bool,
}

/// 延期.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ExtensionLine<'a> {
    /// 原到期日.
    pub from: CivilDate,
    /// 新到期日.
    pub to: CivilDate,
    /// 延长的时间.
    pub amount: u32,
    /// Its unit.
    pub unit: Unit,
    /// 理由.
    pub reason: Text<'a>,
    /// 批准.
    pub approved_by: ApprovedBy,
}

/// 特别程序.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct SpecialProcedure<'a> {
    /// 种类.
    pub kind: StopKind,
    /// 启动日期.
    pub from: CivilDate,
    /// 所需时间.
    pub amount: u32,
    /// Its unit.
    pub unit: Unit,
    /// The law that requires it.
    pub basis: Basis<'a>,
    /// 启动理由.
    pub reason: Option<Text<'a>>,
}

/// 终止办理 (退件).
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Closing<'a> {
    /// 原因.
    pub cause: ClosingCause,
    /// 说明.
    pub reason: Text<'a>,
    /// 材料退还方式.
    pub returned: Option<Text<'a>>,
    /// 依据.
    pub basis: Option<Basis<'a>>,
}

/// 容缺: a material that follows later.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Deferred<'a> {
    /// The material, one of `materials`.
    pub material: Id<'a>,
    /// 补交的最后一日.
    pub due: CivilDate,
}

/// 承诺.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Pledge<'a> {
    /// 种类.
    pub kind: PledgeKind,
    /// 受理机关, to which it is addressed.
    pub addressee: Text<'a>,
    /// 承诺内容.
    pub statements: Vec<Text<'a>>,
    /// 违反承诺的后果.
    pub consequences: Vec<Text<'a>>,
    /// 依据.
    pub basis: Option<Basis<'a>>,
}
