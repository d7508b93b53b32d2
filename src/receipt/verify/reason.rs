//! Why a check did not pass.

use crate::error::{Error, words};
use crate::json::readable;

words! {
    /// 验证原因.
    pub enum Reason {
        /// what was given is no receipt of this format
        ReceiptInvalid = "RECEIPT_INVALID",
        /// a self-check sheet that carries a signature
        PrecheckSigned = "PRECHECK_SIGNED",
        /// a document of an authority without a signature
        SignatureMissing = "SIGNATURE_MISSING",
        /// the body is not what was signed
        BodyDigestDiffers = "BODY_DIGEST_DIFFERS",
        /// the body says something else than the head
        HeadDiffers = "HEAD_DIFFERS",
        /// the body has a key that this format does not have
        UnknownFields = "UNKNOWN_FIELDS",
        /// only the QR code was given
        BodyNotGiven = "BODY_NOT_GIVEN",
        /// the list has no such key
        KeyUnknown = "KEY_UNKNOWN",
        /// another algorithm than the list says for this key
        KeyAlgorithmDiffers = "KEY_ALGORITHM_DIFFERS",
        /// signed before the key was in use
        KeyNotYetValid = "KEY_NOT_YET_VALID",
        /// signed after the key was in use
        KeyExpired = "KEY_EXPIRED",
        /// signed after the key was revoked
        KeyRevoked = "KEY_REVOKED",
        /// the key was stolen, and nothing shows that the signature is older
        KeyCompromised = "KEY_COMPROMISED",
        /// the key belongs to another authority
        IssuerDiffers = "ISSUER_DIFFERS",
        /// the body names its authority otherwise than the list does
        IssuerNameDiffers = "ISSUER_NAME_DIFFERS",
        /// the body names a department that the list does not give this key
        DepartmentDiffers = "DEPARTMENT_DIFFERS",
        /// the list names no department of this key, so that only the body says which it is
        DepartmentNotListed = "DEPARTMENT_NOT_LISTED",
        /// the key may not sign this kind of document
        TypeNotAllowed = "TYPE_NOT_ALLOWED",
        /// the key may not sign the manifests of catalogues
        PurposeNotAllowed = "PURPOSE_NOT_ALLOWED",
        /// the key may not sign for this region
        RegionNotAllowed = "REGION_NOT_ALLOWED",
        /// the signature is not of these bytes and this key
        SignatureWrong = "SIGNATURE_WRONG",
        /// no trust list was given, or it is not well formed
        TrustListInvalid = "TRUST_LIST_INVALID",
        /// the list is not signed by a root
        TrustListSignature = "TRUST_LIST_SIGNATURE",
        /// the list is past its next update
        TrustListStale = "TRUST_LIST_STALE",
        /// the list is past its next update by more days than the policy allows
        TrustListExpired = "TRUST_LIST_EXPIRED",
        /// the list was issued after the day of the question
        TrustListFuture = "TRUST_LIST_FUTURE",
        /// a list whose next update is before its issue
        TrustListPeriod = "TRUST_LIST_PERIOD",
        /// a newer list has been seen
        TrustListRollback = "TRUST_LIST_ROLLBACK",
        /// another list of the same number has been seen
        TrustListEquivocation = "TRUST_LIST_EQUIVOCATION",
        /// it was issued after the day of the question
        IssuedFuture = "ISSUED_FUTURE",
        /// the catalogue is below the floor of the list
        CatalogueOutdated = "CATALOGUE_OUTDATED",
        /// a self-check sheet older than thirty days
        PrecheckOutdated = "PRECHECK_OUTDATED",
        /// counted here, the last day is another; what the authority states governs
        DeadlineDiffers = "DEADLINE_DIFFERS",
        /// no deadline is stated, or it cannot be counted here
        DeadlineNotCounted = "DEADLINE_NOT_COUNTED",
        /// a file of this name is not the one that was handed in
        FileDiffers = "FILE_DIFFERS",
        /// a file of the receipt was not given
        FileMissing = "FILE_MISSING",
        /// a file was given that the receipt does not list
        FileNotListed = "FILE_NOT_LISTED",
        /// no files were given
        FilesNotGiven = "FILES_NOT_GIVEN",
        /// the previous receipt is not the one that this one names
        PreviousDiffers = "PREVIOUS_DIFFERS",
        /// the previous receipt was not given
        PreviousNotGiven = "PREVIOUS_NOT_GIVEN",
        /// the two receipts belong to different cases
        CaseDiffers = "CASE_DIFFERS",
        /// the previous receipt does not itself verify
        PreviousInvalid = "PREVIOUS_INVALID",
        /// the previous receipt has another number than this one names
        PreviousNumberDiffers = "PREVIOUS_NUMBER_DIFFERS",
        /// the previous receipt is of a later time
        HistoryOrder = "HISTORY_ORDER",
        /// the oldest receipt of a history names one that is older
        HistoryIncomplete = "HISTORY_INCOMPLETE",
        /// the two receipts are about different items
        ItemDiffers = "ITEM_DIFFERS",
        /// the two receipts are of different applicants
        ApplicantDiffers = "APPLICANT_DIFFERS",
        /// one of the two receipts is a code, which says nothing of case and applicant
        CaseNotCompared = "CASE_NOT_COMPARED",
        /// the receipt says something else than the portal expects
        ExpectedDiffers = "EXPECTED_DIFFERS",
        /// the electronic seal is kept and not looked into
        SealNotChecked = "SEAL_NOT_CHECKED",
        /// the timestamp is kept and not looked into
        TimestampNotChecked = "TIMESTAMP_NOT_CHECKED",
        /// whether it has been withdrawn or changed since, only the authority can say
        StatusOffline = "STATUS_OFFLINE",
        /// a name that mixes alphabets which look alike
        NameMixedScript = "NAME_MIXED_SCRIPT",
        /// a name with characters that look like Chinese characters, Latin letters or digits and are others
        NameConfusable = "NAME_CONFUSABLE",
        /// a name with a radical in the place of the Chinese character that looks like it
        NameRadical = "NAME_RADICAL",
        /// a character that other devices may show otherwise
        RareCharacter = "RARE_CHARACTER",
    }
}
readable!(Reason);

impl Reason {
    /// Why a trust list is not to be used, as a verdict says it.
    #[must_use]
    pub fn of_trust(error: &Error) -> Self {
        let first = error.issues().first().and_then(|issue| Self::from_word(issue.code.as_str()));
        first.unwrap_or(Self::TrustListInvalid)
    }
}
