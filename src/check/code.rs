//! 问题代码: every finding there is, how grave it is and of which class. The sentences stand in `wording`.

use crate::error::words;
use crate::identity::{IdentifierFault as Fault, IdentifierKind as Kind};
use crate::json::readable;

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

/// Declares the codes with what each of them says: how grave it is, of which class, what to do about it.
macro_rules! findings {
    ($( $(#[doc = $doc:literal])+ $code:ident = $word:literal: $severity:ident $class:ident $action:ident, )+) => {
        words! {
            /// 问题代码: what falls short in the applicant's materials.
            pub enum FindingCode { $( $(#[doc = $doc])+ $code = $word, )+ }
        }
        /// Of every code, in the order of the codes.
        const RULES: &[(Severity, Class, Action)] = &[$((Severity::$severity, Class::$class, Action::$action)),+];
    };
}

findings! {
    /// a question is not answered on which the list of materials depends
    SitUnanswered = "SIT_UNANSWERED": Must Pending Answer,
    /// a required material is missing
    MatMissing = "MAT_MISSING": Must Missing Supply,
    /// a material is missing that the applicant's answers make necessary
    MatConditionalMissing = "MAT_CONDITIONAL_MISSING": Must Missing Supply,
    /// not enough materials of a one-of group
    MatOneOfMissing = "MAT_ONE_OF_MISSING": Must Missing SupplyOneOf,
    /// two answers that contradict each other
    SitConflict = "SIT_CONFLICT": Must Pending Answer,
    /// by the answers, a condition may not be met
    SitNotEligible = "SIT_NOT_ELIGIBLE": Should Advice Confirm,
    /// by the answers, the matter may need no handling at all
    ItemNotRequired = "ITEM_NOT_REQUIRED": Should Advice Confirm,
    /// by the answers, another authority may be competent
    ItemNotCompetent = "ITEM_NOT_COMPETENT": Should Advice Confirm,
    /// an application for the same item is under way, and the catalogue allows one at a time
    ItemDuplicate = "ITEM_DUPLICATE": Must Pending Withdraw,
    /// applications are taken only from a later day on
    CatNotOpen = "CAT_NOT_OPEN": Should Advice Wait,
    /// applications are not taken on this day
    WindowClosed = "WINDOW_CLOSED": Should Advice Wait,
    /// the number of grants is limited
    QuotaLimited = "QUOTA_LIMITED": Should Advice Confirm,
    /// an agent acts, and nothing proves that he may
    AgentUnproven = "AGENT_UNPROVEN": Must Missing Supply,
    /// a material is given that does not apply
    MatNotNeeded = "MAT_NOT_NEEDED": Info Advice None,
    /// the authority can obtain the material itself
    MatExempt = "MAT_EXEMPT": Info Advice None,
    /// the material may be handed in later
    MatDeferred = "MAT_DEFERRED": Should Advice Supply,
    /// not enough copies at the counter
    MatCopies = "MAT_COPIES": Must Missing Supply,
    /// fewer files than the material has sides or pages
    MatPageMissing = "MAT_PAGE_MISSING": Should Missing Confirm,
    /// the original must be shown or handed over
    MatOriginal = "MAT_ORIGINAL": Should Advice Confirm,
    /// a translation into Chinese is needed
    MatTranslation = "MAT_TRANSLATION": Should Missing Supply,
    /// notarisation or authentication is needed
    MatAuthenticated = "MAT_AUTHENTICATED": Should Missing Supply,
    /// a written commitment may stand in the place of the material
    PromiseAvailable = "PROMISE_AVAILABLE": Advice Advice Supply,
    /// an empty file
    FileEmpty = "FILE_EMPTY": Must Technical Replace,
    /// a kind of file that the catalogue does not accept for this material
    FileTypeNotAllowed = "FILE_TYPE_NOT_ALLOWED": Must Technical Replace,
    /// a file whose name says another kind than its bytes
    FileExtMismatch = "FILE_EXT_MISMATCH": Should Advice Confirm,
    /// a file larger than the catalogue allows
    FileTooLarge = "FILE_TOO_LARGE": Must Technical Replace,
    /// a file so small that it is probably a thumbnail
    FileTooSmall = "FILE_TOO_SMALL": Should Advice Replace,
    /// a file name that other systems may not take
    FileName = "FILE_NAME": Advice Advice Confirm,
    /// more files than the catalogue allows
    FileTooMany = "FILE_TOO_MANY": Must Technical Replace,
    /// the same file under two materials
    FileDuplicate = "FILE_DUPLICATE": Should Advice Confirm,
    /// a file that ends before its end
    FileTruncated = "FILE_TRUNCATED": Must Technical Replace,
    /// a PDF that needs a password to be opened
    PdfPassword = "PDF_PASSWORD": Must Technical Replace,
    /// more or fewer pages than the catalogue says
    PdfPages = "PDF_PAGES": Must Defective Replace,
    /// a PDF in which something runs or hides
    PdfActive = "PDF_ACTIVE": Should Advice Replace,
    /// a PDF of images only, where the catalogue would rather have the original
    PdfNoText = "PDF_NO_TEXT": Info Advice None,
    /// a document that needs a password to be opened
    OfficePassword = "OFFICE_PASSWORD": Must Technical Replace,
    /// a document with macros
    OfficeMacro = "OFFICE_MACRO": Must Technical Replace,
    /// an archive that cannot be unpacked without care
    ZipUnsafe = "ZIP_UNSAFE": Must Technical Replace,
    /// a picture that may be blurred
    ImgBlurry = "IMG_BLURRY": Advice Advice Replace,
    /// a picture that may be too dark
    ImgDark = "IMG_DARK": Advice Advice Replace,
    /// a picture that may be too bright
    ImgBright = "IMG_BRIGHT": Advice Advice Replace,
    /// a page or picture that looks blank
    ImgBlank = "IMG_BLANK": Should Advice Confirm,
    /// a picture of few pixels
    ImgLowRes = "IMG_LOW_RES": Advice Advice Replace,
    /// a picture that lies on its side in the file
    ImgRotated = "IMG_ROTATED": Info Advice None,
    /// a picture that says where it was taken
    ImgGps = "IMG_GPS": Info Advice Confirm,
    /// a photo that is not as the catalogue wants it
    PhotoSpec = "PHOTO_SPEC": Must Defective Replace,
    /// a field that must be filled in
    FieldRequired = "FIELD_REQUIRED": Must Defective Correct,
    /// an identity number that cannot be right
    IdNumberInvalid = "ID_NUMBER_INVALID": Must Defective Correct,
    /// a unified social credit code that cannot be right
    UsccInvalid = "USCC_INVALID": Must Defective Correct,
    /// another number — of a permit, a certificate, a card, a telephone — that may not be right
    IdentifierInvalid = "IDENTIFIER_INVALID": Must Defective Correct,
    /// more characters than the form takes
    FieldTooLong = "FIELD_TOO_LONG": Must Defective Correct,
    /// a field of the form that is no whole number
    FieldNotNumber = "FIELD_NOT_NUMBER": Must Defective Correct,
    /// a total that is not the sum of its parts
    FieldSum = "FIELD_SUM": Must Defective Correct,
    /// fewer people in a role than there must be
    PartyMissing = "PARTY_MISSING": Must Missing Supply,
    /// more people in a role than there can be
    PartyTooMany = "PARTY_TOO_MANY": Should Defective Confirm,
    /// the same fact is written differently in two places
    IdMismatch = "ID_MISMATCH": Should Defective Correct,
    /// a document has expired
    DateExpired = "DATE_EXPIRED": Must Defective Replace,
    /// a document expires before the promised day
    DateExpiresSoon = "DATE_EXPIRES_SOON": Should Advice Confirm,
    /// a document was issued too long ago
    DateTooOld = "DATE_TOO_OLD": Must Defective Replace,
    /// a date that cannot be right
    DateImpossible = "DATE_IMPOSSIBLE": Must Defective Correct,
    /// a signature has not been seen
    SignMissing = "SIGN_MISSING": Should Defective Confirm,
    /// a seal has not been seen
    SealMissing = "SEAL_MISSING": Should Defective Confirm,
    /// an old version of the form
    TemplateOld = "TEMPLATE_OLD": Should Defective Replace,
    /// errors that can be corrected on the spot
    FixOnSpot = "FIX_ON_SPOT": Advice Advice Correct,
    /// a date counted into a year whose holidays are not arranged yet
    DlEstimated = "DL_ESTIMATED": Info Advice None,
    /// 视为受理, computed
    DlDeemedAccepted = "DL_DEEMED_ACCEPTED": Info Advice None,
    /// by when to supplement
    DlSupplementDue = "DL_SUPPLEMENT_DUE": Info Advice None,
    /// by when to apply for renewal
    DlRenewal = "DL_RENEWAL": Info Advice None,
    /// time that is left out of account
    DlSuspended = "DL_SUSPENDED": Info Advice None,
    /// the application was withdrawn
    DlWithdrawn = "DL_WITHDRAWN": Info Advice None,
}

impl FindingCode {
    /// How grave it is, of which class, and what to do about it. A finding may say less, never more.
    #[must_use]
    pub fn rule(self) -> (Severity, Class, Action) {
        RULES.get(self as usize).copied().unwrap_or_default()
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
