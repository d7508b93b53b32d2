//! 问题代码: every finding there is, how grave it is and of which class. The sentences stand in `wording`.

use crate::error::words;
use crate::identity::IdentifierKind;
use crate::json::readable;

words! {
    /// 问题代码: what falls short in the applicant's materials.
    pub enum FindingCode {
        /// a question is not answered on which the list of materials depends
        SitUnanswered = "SIT_UNANSWERED",
        /// a required material is missing
        MatMissing = "MAT_MISSING",
        /// a material is missing that the applicant's answers make necessary
        MatConditionalMissing = "MAT_CONDITIONAL_MISSING",
        /// not enough materials of a one-of group
        MatOneOfMissing = "MAT_ONE_OF_MISSING",
        /// a material is given that does not apply
        MatNotNeeded = "MAT_NOT_NEEDED",
        /// the authority can obtain the material itself
        MatExempt = "MAT_EXEMPT",
        /// the material may be handed in later
        MatDeferred = "MAT_DEFERRED",
        /// not enough copies at the counter
        MatCopies = "MAT_COPIES",
        /// fewer files than the material has sides or pages
        MatPageMissing = "MAT_PAGE_MISSING",
        /// an empty file
        FileEmpty = "FILE_EMPTY",
        /// a kind of file that the catalogue does not accept for this material
        FileTypeNotAllowed = "FILE_TYPE_NOT_ALLOWED",
        /// a file whose name says another kind than its bytes
        FileExtMismatch = "FILE_EXT_MISMATCH",
        /// a file larger than the catalogue allows
        FileTooLarge = "FILE_TOO_LARGE",
        /// more files than the catalogue allows
        FileTooMany = "FILE_TOO_MANY",
        /// the same file under two materials
        FileDuplicate = "FILE_DUPLICATE",
        /// a field that must be filled in
        FieldRequired = "FIELD_REQUIRED",
        /// an identity number that cannot be right
        IdNumberInvalid = "ID_NUMBER_INVALID",
        /// a unified social credit code that cannot be right
        UsccInvalid = "USCC_INVALID",
    }
}

words! {
    /// 严重程度.
    pub enum Severity {
        /// 必须改
        Must = "must",
        /// 建议改
        Should = "should",
        /// 提示
        Advice = "advice",
        /// 说明
        Info = "info",
    }
}

words! {
    /// 问题类别.
    pub enum Class {
        /// 补齐: something is missing
        Missing = "missing",
        /// 补正: something is defective
        Defective = "defective",
        /// 技术: a file that the portal cannot take; another channel stays open
        Technical = "technical",
        /// 提示
        Advice = "advice",
        /// 待定: not yet known
        Pending = "pending",
    }
}

words! {
    /// 处理方式: what to do about a finding.
    pub enum Action {
        /// provide the material
        Supply = "supply",
        /// provide one of several materials
        SupplyOneOf = "supply-one-of",
        /// choose another file
        Replace = "replace",
        /// correct what was filled in
        Correct = "correct",
        /// answer the question
        Answer = "answer",
        /// look again whether it is right
        Confirm = "confirm",
        /// nothing to do
        None = "none",
    }
}
readable!(FindingCode, Severity, Class, Action);

impl FindingCode {
    /// How grave it is, of which class, and what to do about it. A finding may say less, never more.
    #[must_use]
    pub const fn rule(self) -> (Severity, Class, Action) {
        match self {
            Self::SitUnanswered => (Severity::Must, Class::Pending, Action::Answer),
            Self::MatMissing | Self::MatConditionalMissing | Self::MatCopies => {
                (Severity::Must, Class::Missing, Action::Supply)
            }
            Self::MatOneOfMissing => (Severity::Must, Class::Missing, Action::SupplyOneOf),
            Self::MatNotNeeded | Self::MatExempt => (Severity::Info, Class::Advice, Action::None),
            Self::MatDeferred => (Severity::Should, Class::Advice, Action::Supply),
            Self::MatPageMissing => (Severity::Should, Class::Missing, Action::Confirm),
            Self::FileEmpty | Self::FileTypeNotAllowed | Self::FileTooLarge | Self::FileTooMany => {
                (Severity::Must, Class::Technical, Action::Replace)
            }
            Self::FileExtMismatch | Self::FileDuplicate => (Severity::Should, Class::Advice, Action::Confirm),
            Self::FieldRequired | Self::IdNumberInvalid | Self::UsccInvalid => {
                (Severity::Must, Class::Defective, Action::Correct)
            }
        }
    }

    /// The finding that a wrong identity number of this kind gives.
    #[must_use]
    pub const fn of_identifier(kind: IdentifierKind) -> Self {
        match kind {
            IdentifierKind::ResidentId => Self::IdNumberInvalid,
            IdentifierKind::Uscc => Self::UsccInvalid,
        }
    }

    /// Whether it can be put right on the spot, without another document.
    #[must_use]
    pub const fn on_the_spot(self) -> bool {
        matches!(self, Self::FieldRequired | Self::IdNumberInvalid | Self::UsccInvalid)
    }
}
