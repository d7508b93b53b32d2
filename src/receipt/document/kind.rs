//! 文书种类, and the words that documents choose from.

use crate::error::words;
use crate::json::readable;
use crate::law::{Basis, Procedure, Rule};

words! {
    /// 文书种类.
    pub enum DocumentKind {
        /// 材料自查结果单: self-made, unsigned, never an acceptance
        Precheck = "precheck",
        /// 电子受理回执
        Acceptance = "acceptance",
        /// 一次性补正告知书
        Supplement = "supplement",
        /// 不予受理决定书: another authority is competent
        Refusal = "refusal",
        /// 收件凭证
        Received = "received",
        /// 延期告知书
        Extension = "extension",
        /// 特别程序告知书
        SpecialProcedure = "special-procedure",
        /// 告知不受理: nothing has to be applied for
        NotRequired = "not-required",
        /// 终止办理（退件）通知书
        Closed = "closed",
        /// 申请人承诺书: signed by the applicant
        Commitment = "commitment",
    }
}

words! {
    /// 材料形式.
    pub enum MaterialForm {
        /// 电子件
        Electronic = "electronic",
        /// 原件
        Original = "original",
        /// 复印件
        Copy = "copy",
    }
}

words! {
    /// 补齐或者补正.
    pub enum DefectClass {
        /// 补齐: missing
        Missing = "missing",
        /// 补正: there, but defective
        Defective = "defective",
    }
}

words! {
    /// 由谁发现.
    pub enum FoundBy {
        /// 工作人员: what only a clerk can see
        Clerk = "clerk",
        /// 系统核验
        Machine = "machine",
    }
}

words! {
    /// 逾期不补正的后果, only where the catalogue states it with its basis.
    pub enum Consequence {
        /// 无
        None = "none",
        /// 视为放弃申请
        Abandoned = "abandoned",
        /// 不予受理
        Refused = "refused",
        /// 退件
        Returned = "returned",
    }
}

words! {
    /// 延期的批准机关, never a name.
    pub enum ApprovedBy {
        /// 本行政机关负责人
        HeadOfAuthority = "head-of-authority",
        /// 本级人民政府负责人
        HeadOfGovernment = "head-of-government",
    }
}

words! {
    /// 终止原因.
    pub enum ClosingCause {
        /// 申请人撤回
        Withdrawn = "withdrawn",
        /// 逾期未补正
        NotSupplemented = "not-supplemented",
        /// 不属于本机关职权
        NotCompetent = "not-competent",
        /// 其他
        Other = "other",
    }
}

words! {
    /// 承诺种类.
    pub enum PledgeKind {
        /// 容缺受理: a minor material follows later
        Deferral = "deferral",
        /// 告知承诺: a commitment in the place of a proof
        Promise = "promise",
    }
}
readable!(DocumentKind, MaterialForm, DefectClass, FoundBy, Consequence, ApprovedBy, ClosingCause, PledgeKind);

impl DocumentKind {
    /// Its number in a head.
    #[must_use]
    pub fn place(self) -> i64 {
        (1..).zip(Self::ALL).find(|(_, each)| **each == self).map_or(0, |(place, _)| place)
    }

    /// The kind with this number.
    #[must_use]
    pub fn of_place(place: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(place).ok()?.checked_sub(1)?).copied()
    }

    /// Whether an authority issues it.
    #[must_use]
    pub const fn is_of_authority(self) -> bool {
        !matches!(self, Self::Precheck | Self::Commitment)
    }

    /// The article of the licensing law that the document itself rests on. It binds licences only.
    #[must_use]
    pub fn basis(self, procedure: Procedure) -> Option<Basis<'static>> {
        match self {
            Self::Acceptance => procedure.acceptance_basis(),
            Self::Supplement => procedure.supplement_basis(),
            Self::NotRequired => procedure.not_required_basis(),
            Self::Refusal => procedure.not_competent_basis(),
            Self::Extension => licence_only(procedure, &crate::law::EXTENSION),
            Self::SpecialProcedure => licence_only(procedure, &crate::law::STOPPED_TIME),
            Self::Precheck | Self::Received | Self::Closed | Self::Commitment => None,
        }
    }
}

fn licence_only(procedure: Procedure, rule: &Rule) -> Option<Basis<'static>> {
    (procedure == Procedure::Licence).then(|| rule.basis())
}
