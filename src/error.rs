//! 错误: faults in the caller's data or call. What an applicant must mend is a finding, never an error.
//!
//! An error carries a stable code and the JSON Pointer of the place; it never carries a value, because the values
//! here are people's names and numbers.

use std::fmt;

/// Declares an enum whose variants are published words: codes, kinds, states. The text is the contract;
/// the variant is how the code spells it.
macro_rules! words {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident { $( $(#[doc = $word_doc:literal])+ $variant:ident = $word:literal, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        #[non_exhaustive]
        pub enum $name { #[default] $( $(#[doc = $word_doc])+ $variant, )+ }
        impl $name {
            /// Every word, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every word as published, with its meaning; what types and schema are generated from.
            pub const WORDS: &'static [(&'static str, &'static str)] =
                &[$(($word, $crate::error::documented(concat!($($word_doc),+)))),+];
            /// The word as published.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
            /// The value of a published word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.get($crate::error::place_of(word, Self::WORDS)?).copied()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { to.write_str(self.as_str()) }
        }
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
    };
}
#[cfg(any(feature = "calendar", feature = "files"))]
pub(crate) use words;

/// Documentation, which the generators read and the module must not carry.
pub(crate) const fn documented(text: &'static str) -> &'static str {
    if cfg!(feature = "schema") { text } else { "" }
}

/// Whether two words are the same. Byte by byte: identifiers and keys are short, and a call costs more than they do.
#[expect(clippy::inline_always, reason = "measured: an eighth of a check was calls of `memcmp`")]
#[inline(always)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).all(|(one, other)| one == other)
}

/// The place of a word in a list: one copy of the search in the module instead of one for every list.
pub(crate) fn place_of(word: &str, words: &[(&str, &str)]) -> Option<usize> {
    words.iter().position(|(each, _)| same(each, word))
}

words! {
    /// What is wrong with the caller's data or call.
    pub enum ErrorCode {
        /// the text is not JSON from here on
        JsonSyntax = "JSON_SYNTAX",
        /// the bytes are not UTF-8, or begin with a byte order mark
        JsonEncoding = "JSON_ENCODING",
        /// nested deeper than 32
        JsonDepth = "JSON_DEPTH",
        /// larger than the limit for this kind of document
        JsonTooLarge = "JSON_TOO_LARGE",
        /// the same key twice in one object
        DuplicateKey = "DUPLICATE_KEY",
        /// a key that the format does not have; own keys begin with `x-`
        UnknownKey = "UNKNOWN_KEY",
        /// a key that the format requires is absent
        KeyMissing = "KEY_MISSING",
        /// the value is of another type than the format has here
        TypeMismatch = "TYPE_MISMATCH",
        /// `null` stands where the key should be left out
        NullValue = "NULL_VALUE",
        /// a word that is not in the list for this key
        UnknownWord = "UNKNOWN_WORD",
        /// a string holds half of a surrogate pair
        LoneSurrogate = "LONE_SURROGATE",
        /// a number that is not an integer; amounts are in the smallest unit
        NumberNotInteger = "NUMBER_NOT_INTEGER",
        /// a number outside the range for this key
        NumberOutOfRange = "NUMBER_OUT_OF_RANGE",
        /// a string longer than the limit for this key
        StringTooLong = "STRING_TOO_LONG",
        /// a string that must not be empty
        StringEmpty = "STRING_EMPTY",
        /// more entries than the limit for this list
        TooManyEntries = "TOO_MANY_ENTRIES",
        /// an identifier with other characters than letters, digits, `.`, `_`, `-`
        IdInvalid = "ID_INVALID",
        /// not a date of the calendar written `YYYY-MM-DD`
        DateInvalid = "DATE_INVALID",
        /// not an instant written `YYYY-MM-DDThh:mm:ss+08:00`
        InstantInvalid = "INSTANT_INVALID",
        /// not a time of the day written `hh:mm`
        TimeInvalid = "TIME_INVALID",
        /// not a digest written as lower-case hexadecimal of 32 bytes
        DigestInvalid = "DIGEST_INVALID",
        /// the format word is not one this version reads
        FormatUnknown = "FORMAT_UNKNOWN",
        /// the document was written for a later version
        FormatTooNew = "FORMAT_TOO_NEW",
        /// the same identifier twice
        DuplicateId = "DUPLICATE_ID",
        /// an identifier that is declared nowhere
        ReferenceUnknown = "REFERENCE_UNKNOWN",
        /// a period that ends before it begins
        PeriodInvalid = "PERIOD_INVALID",
        /// a largest that is smaller than its smallest
        RangeInvalid = "RANGE_INVALID",
        /// a question with options where it has none, or without where it needs them
        QuestionInvalid = "QUESTION_INVALID",
        /// a material of a role that is in a one-of group, which belongs to the application as a whole
        RoleInvalid = "ROLE_INVALID",
        /// a limit without the trigger or the time that its kind needs
        LimitInvalid = "LIMIT_INVALID",
        /// not a region code of six digits (GB/T 2260)
        RegionInvalid = "REGION_INVALID",
        /// a condition that is not exactly one of `all`, `any`, `not`, `question`
        ConditionInvalid = "CONDITION_INVALID",
        /// a condition that depends on itself
        ConditionCycle = "CONDITION_CYCLE",
        /// the catalogue has faults, all of them listed
        CatalogueInvalid = "CATALOGUE_INVALID",
        /// the application has faults, all of them listed
        ApplicationInvalid = "APPLICATION_INVALID",
        /// the request has faults, all of them listed
        RequestInvalid = "REQUEST_INVALID",
        /// no such catalogue is loaded
        CatalogueUnknown = "CATALOGUE_UNKNOWN",
        /// the catalogue has no such item
        ItemUnknown = "ITEM_UNKNOWN",
        /// the catalogue is not in force on that date
        CatalogueNotInForce = "CATALOGUE_NOT_IN_FORCE",
        /// the item has not been loaded yet: bring the files that `needs` names
        ItemNotLoaded = "ITEM_NOT_LOADED",
        /// a file of a delivery has faults, all of them listed
        DeliveryInvalid = "DELIVERY_INVALID",
        /// the bytes of a file are not those that its name, or the index, says
        DeliveryTampered = "DELIVERY_TAMPERED",
        /// a manifest older than the catalogue in use
        DeliveryRollback = "DELIVERY_ROLLBACK",
        /// the item is not in force on that date
        ItemNotInForce = "ITEM_NOT_IN_FORCE",
        /// an answer to a question the item does not ask
        QuestionUnknown = "QUESTION_UNKNOWN",
        /// an answer that is not one of the question's options
        AnswerInvalid = "ANSWER_INVALID",
        /// a role that the item does not have
        RoleUnknown = "ROLE_UNKNOWN",
        /// a material that the item does not list, or not here
        MaterialUnknown = "MATERIAL_UNKNOWN",
        /// the plan was made for another item, date, catalogue or other answers
        PlanMismatch = "PLAN_MISMATCH",
        /// an event that cannot have happened in that order
        EventOrder = "EVENT_ORDER",
        /// a date outside 2007-01-01 to 2050-12-31
        DateOutOfRange = "DATE_OUT_OF_RANGE",
        /// a year that does not follow the years that are known
        CalendarGap = "CALENDAR_GAP",
        /// a day that is both off and worked, or worked although it is a weekday
        CalendarConflict = "CALENDAR_CONFLICT",
        /// no calendar with this digest is loaded
        CalendarUnknown = "CALENDAR_UNKNOWN",
        /// no sentences in this language are loaded
        LocaleUnknown = "LOCALE_UNKNOWN",
        /// no such inspection is open
        InspectionUnknown = "INSPECTION_UNKNOWN",
        /// the bytes are not those the inspection asked for
        InspectionOrder = "INSPECTION_ORDER",
        /// the receipt number is not well formed
        NumberInvalid = "NUMBER_INVALID",
        /// a character that has no width, turns the text, or controls a device
        CharacterForbidden = "CHARACTER_FORBIDDEN",
        /// a text that is not in Unicode's composed form (NFC)
        TextNotNfc = "TEXT_NOT_NFC",
        /// the document has faults, all of them listed
        DocumentInvalid = "DOCUMENT_INVALID",
        /// a field that documents of this kind do not have
        FieldNotOfKind = "FIELD_NOT_OF_KIND",
        /// a basis that is a draft, repealed or not verified
        BasisNotBinding = "BASIS_NOT_BINDING",
        /// the licensing law, named for an item that is no licence
        BasisNotApplicable = "BASIS_NOT_APPLICABLE",
        /// a date that rests on days not yet published, stated as certain
        EstimatePromised = "ESTIMATE_PROMISED",
        /// not a unified social credit code whose check character fits
        CreditCodeInvalid = "CREDIT_CODE_INVALID",
        /// the signature that came back does not verify
        SignatureRefused = "SIGNATURE_REFUSED",
        /// the trust list has faults, all of them listed
        TrustListInvalid = "TRUST_LIST_INVALID",
        /// not what a receipt, or its QR code, can hold
        ReceiptInvalid = "RECEIPT_INVALID",
        /// not base64url without padding
        EncodingInvalid = "ENCODING_INVALID",
        /// not an address that begins with `https://` and has no fragment
        UrlInvalid = "URL_INVALID",
        /// more than a QR code of the size allowed can hold
        CodeTooLong = "CODE_TOO_LONG",
    }
}

/// One fault of a document: what, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issue {
    /// What is wrong.
    pub code: ErrorCode,
    /// JSON Pointer to the place.
    pub path: String,
}

impl fmt::Display for Issue {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} at `{}`", self.code, self.path)
    }
}

/// What follows the code of an error: its place, or the faults.
struct Faults<'a>(&'a str, &'a [Issue]);

impl fmt::Display for Faults<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(path, issues) = self;
        let Some((first, others)) = issues.split_first() else { return write!(to, " at `{path}`") };
        write!(to, ": {first}")?;
        others.iter().take(SHOWN - 1).try_for_each(|issue| write!(to, ", {issue}"))?;
        match issues.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(to, " and {more} more"),
        }
    }
}

/// Most faults that an error lists when it is displayed; [`Error::issues`] has them all.
const SHOWN: usize = 10;

/// A fault in the caller's data or call.
///
/// ```
/// use yushen::error::{Error, ErrorCode, Issue};
/// let error = Error::new(ErrorCode::ItemUnknown, "/item");
/// assert_eq!(error.to_string(), "ITEM_UNKNOWN at `/item`");
/// let issue = |code, path: &str| Issue { code, path: path.into() };
/// let issues = vec![issue(ErrorCode::KeyMissing, "/on"), issue(ErrorCode::UnknownKey, "/x")];
/// let error = Error::invalid(ErrorCode::ApplicationInvalid, issues);
/// assert_eq!(error.to_string(), "APPLICATION_INVALID: KEY_MISSING at `/on`, UNKNOWN_KEY at `/x`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, thiserror::Error)]
#[error("{code}{}", Faults(.path, .issues))]
pub struct Error {
    pub(crate) code: ErrorCode,
    pub(crate) path: String,
    pub(crate) issues: Vec<Issue>,
}

impl Error {
    /// One fault.
    #[must_use]
    pub fn new(code: ErrorCode, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), issues: Vec::new() }
    }

    /// A document with faults: `code` says which document, `issues` is all of them.
    #[must_use]
    pub fn invalid(code: ErrorCode, issues: Vec<Issue>) -> Self {
        let path = issues.first().map(|issue| issue.path.clone()).unwrap_or_default();
        Self { code, path, issues }
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// JSON Pointer to the place; of the first fault where there are several.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Every fault of the document, in the order of the text.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }
}

/// The result of every call that reads the caller's data.
pub type Result<T> = std::result::Result<T, Error>;
