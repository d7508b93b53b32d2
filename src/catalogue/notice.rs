//! 提示函: where a catalogue, a portal or an authority departs from the law or from sense. Never the applicant's matter.

use crate::error::words;
use crate::json::{
    Detach, Id, Map, Read, Reader, Record, Shape, Text, Write, Writer, deserialized, readable, serialized,
};
use crate::law::Basis;

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
readable!(Severity);

/// A count, a limit, or an identifier of the catalogue; never a value of the applicant's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param<'a> {
    /// A count or limit.
    Number(i64),
    /// An identifier, or several with commas between them.
    Word(Text<'a>),
}

impl Default for Param<'_> {
    fn default() -> Self {
        Self::Number(0)
    }
}

impl<'a> Read<'a> for Param<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Param", |reader| drop(Param::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        if reader.peek() == Some(b'"') { Self::Word(Read::read(reader)) } else { Self::Number(Read::read(reader)) }
    }
}

impl Detach for Param<'_> {
    type Static = Param<'static>;
    fn detach(self) -> Param<'static> {
        match self {
            Self::Number(number) => Param::Number(number),
            Self::Word(word) => Param::Word(word.detach()),
        }
    }
}

deserialized!(Param<'static> as Param<'_>);
serialized!(Param<'_>, param, to => match param {
    Param::Number(number) => to.serialize_i64(*number),
    Param::Word(word) => to.serialize_str(word),
});

impl Write for Param<'_> {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Number(number) => to.integer(*number),
            Self::Word(word) => to.text(word),
        }
    }
}

words! {
    /// 提示代码: what departs from the law or from sense.
    pub enum NoticeCode {
        /// the promised limit is longer than the statutory one
        AuditPromiseOverStatutory = "AUDIT_PROMISE_OVER_STATUTORY",
        /// a fee without a basis that can carry it
        AuditFeeNoBasis = "AUDIT_FEE_NO_BASIS",
        /// a proof is demanded without a basis in law
        AuditProofNoBasis = "AUDIT_PROOF_NO_BASIS",
        /// the applicant is asked for what data sharing provides
        AuditSharedData = "AUDIT_SHARED_DATA",
        /// a page or form asks for a material that the catalogue does not list
        AuditMaterialBeyondCatalogue = "AUDIT_MATERIAL_BEYOND_CATALOGUE",
        /// a page or form asks for a field that the catalogue does not list
        AuditFieldBeyondCatalogue = "AUDIT_FIELD_BEYOND_CATALOGUE",
        /// a page takes a step that the catalogue does not list
        AuditStepBeyondCatalogue = "AUDIT_STEP_BEYOND_CATALOGUE",
        /// a page asks for a fee that the catalogue does not list, or another amount
        AuditFeeAmount = "AUDIT_FEE_AMOUNT",
        /// a page does not offer what the catalogue lists
        AuditNotOffered = "AUDIT_NOT_OFFERED",
        /// a page demands a commitment that the applicant may choose freely
        AuditPromiseForced = "AUDIT_PROMISE_FORCED",
        /// a material is required without a basis
        CatMaterialNoBasis = "CAT_MATERIAL_NO_BASIS",
        /// an element of the guide is missing
        CatElementMissing = "CAT_ELEMENT_MISSING",
        /// 告知承诺, 容缺 or 免提交 without one of its parts
        CatPartMissing = "CAT_PART_MISSING",
        /// a licence without a statutory limit
        CatLicenceNoLimit = "CAT_LICENCE_NO_LIMIT",
        /// a rule that binds licences only stands on an item that is none
        CatLicenceRuleMisused = "CAT_LICENCE_RULE_MISUSED",
        /// a basis that is repealed, a draft, or not verified
        CatBasisNotInForce = "CAT_BASIS_NOT_IN_FORCE",
        /// a condition that can never hold, or always does
        CatConditionDead = "CAT_CONDITION_DEAD",
        /// a condition with too many combinations to be looked at
        CatConditionTooComplex = "CAT_CONDITION_TOO_COMPLEX",
        /// a material that can never apply
        CatMaterialNever = "CAT_MATERIAL_NEVER",
        /// a question on which nothing depends
        CatQuestionUnused = "CAT_QUESTION_UNUSED",
        /// a one-of group that some applicants cannot meet
        CatGroupUnmeetable = "CAT_GROUP_UNMEETABLE",
        /// a rule for files that no file can meet
        CatFileRuleImpossible = "CAT_FILE_RULE_IMPOSSIBLE",
        /// two periods of one item with days between them on which none is in force
        CatPeriodGap = "CAT_PERIOD_GAP",
        /// the same name twice in one list
        CatDuplicateName = "CAT_DUPLICATE_NAME",
        /// a region code that GB/T 2260 does not have
        CatRegionUnknown = "CAT_REGION_UNKNOWN",
        /// a unified social credit code of an authority whose check character does not fit
        CatAuthorityCode = "CAT_AUTHORITY_CODE",
        /// an item code of an unusual shape
        CatCodeShape = "CAT_CODE_SHAPE",
        /// the promised day is past
        DlOverduePromised = "DL_OVERDUE_PROMISED",
        /// the statutory day is past
        DlOverdueStatutory = "DL_OVERDUE_STATUTORY",
        /// another limit of the authority's is past, or was kept too late
        AuditActLate = "AUDIT_ACT_LATE",
        /// the applicant was told too late whether the application is accepted or what is missing
        AuditReviewLate = "AUDIT_REVIEW_LATE",
        /// an extension approved after the last day: no effect
        ExtTooLate = "EXT_TOO_LATE",
        /// an extension longer than it can be: the rest has no effect
        ExtTooLong = "EXT_TOO_LONG",
        /// a second extension of the same limit: no effect
        ExtTwice = "EXT_TWICE",
        /// an extension of a limit that cannot be extended: no effect
        ExtNotProvided = "EXT_NOT_PROVIDED",
        /// the applicant was not told of an extension and its reason
        ExtNotNotified = "EXT_NOT_NOTIFIED",
        /// the applicant was not told of a stop in writing
        AuditStopNotNotified = "AUDIT_STOP_NOT_NOTIFIED",
        /// a stop of a kind that no law leaves out of account: it counts
        AuditStopNoBasis = "AUDIT_STOP_NO_BASIS",
        /// a stop before acceptance or after the last day: no effect
        AuditStopNoEffect = "AUDIT_STOP_NO_EFFECT",
        /// a stop longer than the applicant was told
        AuditStopTooLong = "AUDIT_STOP_TOO_LONG",
        /// more to supplement was asked for a second time
        AuditSecondCorrection = "AUDIT_SECOND_CORRECTION",
        /// materials were asked for after acceptance: the clock runs on
        AuditDemandAfterAcceptance = "AUDIT_DEMAND_AFTER_ACCEPTANCE",
        /// refused after the law had accepted it
        AuditRefusedAfterDeemed = "AUDIT_REFUSED_AFTER_DEEMED",
        /// another day of acceptance is stated than the one on which everything was in
        AuditAcceptedLate = "AUDIT_ACCEPTED_LATE",
    }
}
readable!(NoticeCode);

/// 提示函.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Notice<'a> {
    /// What departs.
    pub code: NoticeCode,
    /// How grave it is.
    pub severity: Severity,
    /// JSON Pointer into the catalogue, or into what was compared with it.
    pub path: Text<'a>,
    /// 事项编码.
    pub item: Option<Id<'a>>,
    /// Names, counts and limits that the sentence needs.
    #[record(optional)]
    pub params: Map<'a, Param<'a>>,
    /// What it rests on.
    pub basis: Basis<'a>,
}
