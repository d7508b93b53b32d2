//! What only some kinds of documents have: defects, refusals, extensions, special procedures, endings, commitments.

use super::kind::{ApprovedBy, ClosingCause, Consequence, DefectClass, FoundBy, PledgeKind};
use crate::calendar::CivilDate;
use crate::catalogue::Unit;
use crate::deadline::StopKind;
use crate::json::{Id, Text, record};
use crate::law::Basis;

record! {
    value;
    /// 需补齐、补正的一项. Only materials of the plan can be named.
    pub struct Defect<'a> {
        /// The material, one of `materials`.
        "material" required material: Id<'a>,
        /// 补齐 or 补正.
        "class" required class: DefectClass,
        /// 原因.
        "reason" required reason: Text<'a>,
        /// 应当达到的标准.
        "standard" required standard: Text<'a>,
        /// 由谁发现.
        "source" optional source: FoundBy,
        /// The code of a finding, where it was found by machine.
        "code" optional code: Option<Id<'a>>,
        /// 依据.
        "basis" optional basis: Option<Basis<'a>>,
    }
}

record! {
    value;
    /// 补正的提交方式、期限和后果. Limit and consequence only where the catalogue gives both with their basis.
    pub struct Response<'a> {
        /// 提交方式.
        "via" required via: Text<'a>,
        /// 补正期限.
        "amount" optional amount: u32,
        /// Its unit.
        "unit" optional unit: Option<Unit>,
        /// 最后一日.
        "due" optional due: Option<CivilDate>,
        /// 逾期的后果.
        "consequence" optional consequence: Option<Consequence>,
        /// 依据 of both.
        "basis" optional basis: Option<Basis<'a>>,
    }
}

record! {
    value;
    /// 有权机关 (行政许可法 32 ¶1 item 2).
    pub struct Competent<'a> {
        /// 机关名称.
        "name" required name: Text<'a>,
        /// 联系方式.
        "contact" optional contact: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 救济途径, as the authority supplies it; nothing is defaulted.
    pub struct Remedies<'a> {
        /// 行政复议机关.
        "reconsideration" required reconsideration: Text<'a>,
        /// 申请行政复议的期限, in days.
        "days" required days: u32,
        /// 管辖法院.
        "court" required court: Text<'a>,
        /// 提起行政诉讼的期限, in months.
        "months" required months: u32,
        /// 复议前置.
        "reconsiderationFirst" optional reconsideration_first: bool,
    }
}

record! {
    value;
    /// 延期.
    pub struct ExtensionLine<'a> {
        /// 原到期日.
        "from" required from: CivilDate,
        /// 新到期日.
        "to" required to: CivilDate,
        /// 延长的时间.
        "amount" required amount: u32,
        /// Its unit.
        "unit" required unit: Unit,
        /// 理由.
        "reason" required reason: Text<'a>,
        /// 批准.
        "approvedBy" required approved_by: ApprovedBy,
    }
}

record! {
    value;
    /// 特别程序.
    pub struct SpecialProcedure<'a> {
        /// 种类.
        "kind" required kind: StopKind,
        /// 启动日期.
        "from" required from: CivilDate,
        /// 所需时间.
        "amount" required amount: u32,
        /// Its unit.
        "unit" required unit: Unit,
        /// The law that requires it.
        "basis" required basis: Basis<'a>,
        /// 启动理由.
        "reason" optional reason: Option<Text<'a>>,
    }
}

record! {
    value;
    /// 终止办理 (退件).
    pub struct Closing<'a> {
        /// 原因.
        "cause" required cause: ClosingCause,
        /// 说明.
        "reason" required reason: Text<'a>,
        /// 材料退还方式.
        "returned" optional returned: Option<Text<'a>>,
        /// 依据.
        "basis" optional basis: Option<Basis<'a>>,
    }
}

record! {
    value;
    /// 容缺: a material that follows later.
    pub struct Deferred<'a> {
        /// The material, one of `materials`.
        "material" required material: Id<'a>,
        /// 补交的最后一日.
        "due" required due: CivilDate,
    }
}

record! {
    value;
    /// 承诺.
    pub struct Pledge<'a> {
        /// 种类.
        "kind" required kind: PledgeKind,
        /// 受理机关, to which it is addressed.
        "addressee" required addressee: Text<'a>,
        /// 承诺内容.
        "statements" required statements: Vec<Text<'a>>,
        /// 违反承诺的后果.
        "consequences" required consequences: Vec<Text<'a>>,
        /// 依据.
        "basis" optional basis: Option<Basis<'a>>,
    }
}
