//! 问题代码: every finding there is, how grave it is and of which class. The sentences stand in `wording`.

use crate::error::words;
use crate::identity::{IdentifierFault as Fault, IdentifierKind as Kind};
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
        /// two answers that contradict each other
        SitConflict = "SIT_CONFLICT",
        /// by the answers, a condition may not be met
        SitNotEligible = "SIT_NOT_ELIGIBLE",
        /// by the answers, the matter may need no handling at all
        ItemNotRequired = "ITEM_NOT_REQUIRED",
        /// by the answers, another authority may be competent
        ItemNotCompetent = "ITEM_NOT_COMPETENT",
        /// an application for the same item is under way, and the catalogue allows one at a time
        ItemDuplicate = "ITEM_DUPLICATE",
        /// applications are taken only from a later day on
        CatNotOpen = "CAT_NOT_OPEN",
        /// applications are not taken on this day
        WindowClosed = "WINDOW_CLOSED",
        /// the number of grants is limited
        QuotaLimited = "QUOTA_LIMITED",
        /// an agent acts, and nothing proves that he may
        AgentUnproven = "AGENT_UNPROVEN",
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
        /// the original must be shown or handed over
        MatOriginal = "MAT_ORIGINAL",
        /// a translation into Chinese is needed
        MatTranslation = "MAT_TRANSLATION",
        /// notarisation or authentication is needed
        MatAuthenticated = "MAT_AUTHENTICATED",
        /// a written commitment may stand in the place of the material
        PromiseAvailable = "PROMISE_AVAILABLE",
        /// an empty file
        FileEmpty = "FILE_EMPTY",
        /// a kind of file that the catalogue does not accept for this material
        FileTypeNotAllowed = "FILE_TYPE_NOT_ALLOWED",
        /// a file whose name says another kind than its bytes
        FileExtMismatch = "FILE_EXT_MISMATCH",
        /// a file larger than the catalogue allows
        FileTooLarge = "FILE_TOO_LARGE",
        /// a file so small that it is probably a thumbnail
        FileTooSmall = "FILE_TOO_SMALL",
        /// a file name that other systems may not take
        FileName = "FILE_NAME",
        /// more files than the catalogue allows
        FileTooMany = "FILE_TOO_MANY",
        /// the same file under two materials
        FileDuplicate = "FILE_DUPLICATE",
        /// a file that ends before its end
        FileTruncated = "FILE_TRUNCATED",
        /// a PDF that needs a password to be opened
        PdfPassword = "PDF_PASSWORD",
        /// more or fewer pages than the catalogue says
        PdfPages = "PDF_PAGES",
        /// a PDF in which something runs or hides
        PdfActive = "PDF_ACTIVE",
        /// a PDF of images only, where the catalogue would rather have the original
        PdfNoText = "PDF_NO_TEXT",
        /// a document that needs a password to be opened
        OfficePassword = "OFFICE_PASSWORD",
        /// a document with macros
        OfficeMacro = "OFFICE_MACRO",
        /// an archive that cannot be unpacked without care
        ZipUnsafe = "ZIP_UNSAFE",
        /// a picture that may be blurred
        ImgBlurry = "IMG_BLURRY",
        /// a picture that may be too dark
        ImgDark = "IMG_DARK",
        /// a picture that may be too bright
        ImgBright = "IMG_BRIGHT",
        /// a page or picture that looks blank
        ImgBlank = "IMG_BLANK",
        /// a picture of few pixels
        ImgLowRes = "IMG_LOW_RES",
        /// a picture that lies on its side in the file
        ImgRotated = "IMG_ROTATED",
        /// a picture that says where it was taken
        ImgGps = "IMG_GPS",
        /// a photo that is not as the catalogue wants it
        PhotoSpec = "PHOTO_SPEC",
        /// a field that must be filled in
        FieldRequired = "FIELD_REQUIRED",
        /// an identity number that cannot be right
        IdNumberInvalid = "ID_NUMBER_INVALID",
        /// a unified social credit code that cannot be right
        UsccInvalid = "USCC_INVALID",
        /// another number — of a permit, a certificate, a card, a telephone — that may not be right
        IdentifierInvalid = "IDENTIFIER_INVALID",
        /// more characters than the form takes
        FieldTooLong = "FIELD_TOO_LONG",
        /// a field of the form that is no whole number
        FieldNotNumber = "FIELD_NOT_NUMBER",
        /// a total that is not the sum of its parts
        FieldSum = "FIELD_SUM",
        /// fewer people in a role than there must be
        PartyMissing = "PARTY_MISSING",
        /// more people in a role than there can be
        PartyTooMany = "PARTY_TOO_MANY",
        /// the same fact is written differently in two places
        IdMismatch = "ID_MISMATCH",
        /// a document has expired
        DateExpired = "DATE_EXPIRED",
        /// a document expires before the promised day
        DateExpiresSoon = "DATE_EXPIRES_SOON",
        /// a document was issued too long ago
        DateTooOld = "DATE_TOO_OLD",
        /// a date that cannot be right
        DateImpossible = "DATE_IMPOSSIBLE",
        /// a signature has not been seen
        SignMissing = "SIGN_MISSING",
        /// a seal has not been seen
        SealMissing = "SEAL_MISSING",
        /// an old version of the form
        TemplateOld = "TEMPLATE_OLD",
        /// errors that can be corrected on the spot
        FixOnSpot = "FIX_ON_SPOT",
        /// a date counted into a year whose holidays are not arranged yet
        DlEstimated = "DL_ESTIMATED",
        /// 视为受理, computed
        DlDeemedAccepted = "DL_DEEMED_ACCEPTED",
        /// by when to supplement
        DlSupplementDue = "DL_SUPPLEMENT_DUE",
        /// by when to apply for renewal
        DlRenewal = "DL_RENEWAL",
        /// time that is left out of account
        DlSuspended = "DL_SUSPENDED",
        /// the application was withdrawn
        DlWithdrawn = "DL_WITHDRAWN",
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
        /// wait for a later day
        Wait = "wait",
        /// wait for the earlier application, or withdraw it
        Withdraw = "withdraw",
        /// look again whether it is right
        Confirm = "confirm",
        /// nothing to do
        None = "none",
    }
}
readable!(FindingCode, Class, Action);

pub use crate::catalogue::Severity;

/// Of every code, in the order of the codes: severity, class, action.
#[rustfmt::skip]
const RULES: &[(FindingCode, Severity, Class, Action)] = &[
    (FindingCode::SitUnanswered, Severity::Must, Class::Pending, Action::Answer),
    (FindingCode::MatMissing, Severity::Must, Class::Missing, Action::Supply),
    (FindingCode::MatConditionalMissing, Severity::Must, Class::Missing, Action::Supply),
    (FindingCode::MatOneOfMissing, Severity::Must, Class::Missing, Action::SupplyOneOf),
    (FindingCode::SitConflict, Severity::Must, Class::Pending, Action::Answer),
    (FindingCode::SitNotEligible, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::ItemNotRequired, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::ItemNotCompetent, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::ItemDuplicate, Severity::Must, Class::Pending, Action::Withdraw),
    (FindingCode::CatNotOpen, Severity::Should, Class::Advice, Action::Wait),
    (FindingCode::WindowClosed, Severity::Should, Class::Advice, Action::Wait),
    (FindingCode::QuotaLimited, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::AgentUnproven, Severity::Must, Class::Missing, Action::Supply),
    (FindingCode::MatNotNeeded, Severity::Info, Class::Advice, Action::None),
    (FindingCode::MatExempt, Severity::Info, Class::Advice, Action::None),
    (FindingCode::MatDeferred, Severity::Should, Class::Advice, Action::Supply),
    (FindingCode::MatCopies, Severity::Must, Class::Missing, Action::Supply),
    (FindingCode::MatPageMissing, Severity::Should, Class::Missing, Action::Confirm),
    (FindingCode::MatOriginal, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::MatTranslation, Severity::Should, Class::Missing, Action::Supply),
    (FindingCode::MatAuthenticated, Severity::Should, Class::Missing, Action::Supply),
    (FindingCode::PromiseAvailable, Severity::Advice, Class::Advice, Action::Supply),
    (FindingCode::FileEmpty, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::FileTypeNotAllowed, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::FileExtMismatch, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::FileTooLarge, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::FileTooSmall, Severity::Should, Class::Advice, Action::Replace),
    (FindingCode::FileName, Severity::Advice, Class::Advice, Action::Confirm),
    (FindingCode::FileTooMany, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::FileDuplicate, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::FileTruncated, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::PdfPassword, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::PdfPages, Severity::Must, Class::Defective, Action::Replace),
    (FindingCode::PdfActive, Severity::Should, Class::Advice, Action::Replace),
    (FindingCode::PdfNoText, Severity::Info, Class::Advice, Action::None),
    (FindingCode::OfficePassword, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::OfficeMacro, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::ZipUnsafe, Severity::Must, Class::Technical, Action::Replace),
    (FindingCode::ImgBlurry, Severity::Advice, Class::Advice, Action::Replace),
    (FindingCode::ImgDark, Severity::Advice, Class::Advice, Action::Replace),
    (FindingCode::ImgBright, Severity::Advice, Class::Advice, Action::Replace),
    (FindingCode::ImgBlank, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::ImgLowRes, Severity::Advice, Class::Advice, Action::Replace),
    (FindingCode::ImgRotated, Severity::Info, Class::Advice, Action::None),
    (FindingCode::ImgGps, Severity::Info, Class::Advice, Action::Confirm),
    (FindingCode::PhotoSpec, Severity::Must, Class::Defective, Action::Replace),
    (FindingCode::FieldRequired, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::IdNumberInvalid, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::UsccInvalid, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::IdentifierInvalid, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::FieldTooLong, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::FieldNotNumber, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::FieldSum, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::PartyMissing, Severity::Must, Class::Missing, Action::Supply),
    (FindingCode::PartyTooMany, Severity::Should, Class::Defective, Action::Confirm),
    (FindingCode::IdMismatch, Severity::Should, Class::Defective, Action::Correct),
    (FindingCode::DateExpired, Severity::Must, Class::Defective, Action::Replace),
    (FindingCode::DateExpiresSoon, Severity::Should, Class::Advice, Action::Confirm),
    (FindingCode::DateTooOld, Severity::Must, Class::Defective, Action::Replace),
    (FindingCode::DateImpossible, Severity::Must, Class::Defective, Action::Correct),
    (FindingCode::SignMissing, Severity::Should, Class::Defective, Action::Confirm),
    (FindingCode::SealMissing, Severity::Should, Class::Defective, Action::Confirm),
    (FindingCode::TemplateOld, Severity::Should, Class::Defective, Action::Replace),
    (FindingCode::FixOnSpot, Severity::Advice, Class::Advice, Action::Correct),
    (FindingCode::DlEstimated, Severity::Info, Class::Advice, Action::None),
    (FindingCode::DlDeemedAccepted, Severity::Info, Class::Advice, Action::None),
    (FindingCode::DlSupplementDue, Severity::Info, Class::Advice, Action::None),
    (FindingCode::DlRenewal, Severity::Info, Class::Advice, Action::None),
    (FindingCode::DlSuspended, Severity::Info, Class::Advice, Action::None),
    (FindingCode::DlWithdrawn, Severity::Info, Class::Advice, Action::None),
];

impl FindingCode {
    /// How grave it is, of which class, and what to do about it. A finding may say less, never more.
    #[must_use]
    pub fn rule(self) -> (Severity, Class, Action) {
        let rule = RULES.get(self as usize).copied().unwrap_or_default();
        (rule.1, rule.2, rule.3)
    }

    /// The finding that a wrong identity number of this kind gives.
    #[must_use]
    pub const fn of_identifier(kind: Kind) -> Self {
        match kind {
            Kind::ResidentId | Kind::ResidencePermit | Kind::PermanentResident => Self::IdNumberInvalid,
            Kind::Uscc => Self::UsccInvalid,
            _ => Self::IdentifierInvalid,
        }
    }

    /// How grave that finding is: only what the number itself proves must be put right. `other` is the kind as which
    /// the number is valid: whoever holds another document of the same use may have been given no choice.
    #[must_use]
    pub fn severity_of_identifier(kind: Kind, fault: Fault, other: Option<Kind>) -> Severity {
        let person = |kind| Self::of_identifier(kind) == Self::IdNumberInvalid;
        match (kind, fault) {
            // Old cards break Luhn, and other states print what they like.
            (_, Fault::Foreign | Fault::InnerCheck) | (Kind::Postcode, _) | (Kind::BankCard, Fault::Check) => {
                Severity::Advice
            }
            (_, Fault::Spelling) => Severity::Should,
            _ if person(kind) && other.is_some_and(person) => Severity::Should,
            // What stands between the 9 and the check character is not published.
            (Kind::PermanentResident, Fault::Region | Fault::Date | Fault::Shape | Fault::Character) => {
                Severity::Should
            }
            (Kind::Uscc | Kind::OrganisationCode | Kind::RegistrationNumber, _) => Severity::Must,
            _ if person(kind) => Severity::Must,
            _ => Severity::Should,
        }
    }

    /// Whether it can be put right on the spot, without another document.
    #[must_use]
    pub const fn on_the_spot(self) -> bool {
        matches!(
            self,
            Self::FieldRequired
                | Self::FieldTooLong
                | Self::FieldNotNumber
                | Self::FieldSum
                | Self::IdNumberInvalid
                | Self::UsccInvalid
                | Self::IdentifierInvalid
                | Self::DateImpossible
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{FindingCode, RULES};

    #[test]
    fn the_rules_stand_in_the_order_of_the_codes() {
        assert!(RULES.iter().map(|rule| rule.0).eq(FindingCode::ALL.iter().copied()));
    }
}
