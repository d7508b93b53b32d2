//! 导入报告: what became of every value of the source. An import that guesses in silence is worse than none.

use crate::error::words;
use crate::json::{Record, Text};
use std::collections::BTreeSet;

words! {
    /// What became of a value.
    pub enum ImportKind {
        /// it stands in the catalogue as a fact
        Mapped = "mapped",
        /// the source does not say it, or not in a way that is understood: the catalogue has an assumption in its place
        Defaulted = "defaulted",
        /// it is not in the result
        Dropped = "dropped",
        /// it is kept as the source writes it, under `codes` or a key that begins with `x-`
        Preserved = "preserved",
    }
}

words! {
    /// Why.
    pub enum ImportReason {
        /// taken over as it stands
        Same = "same",
        /// a code, by the table of the chosen system
        ByTable = "by-table",
        /// a word that is known
        ByWord = "by-word",
        /// by the table of the chosen system; other systems use the code for something else
        AmbiguousCode = "ambiguous-code",
        /// the code says one thing and its text another; people read the text
        CodeAndTextDiffer = "code-and-text-differ",
        /// follows from another value
        Derived = "derived",
        /// the source does not have it
        Absent = "absent",
        /// a code that no table has
        UnknownCode = "unknown-code",
        /// the format has nothing that means the same
        NoEquivalent = "no-equivalent",
        /// not an identifier: 1 to 64 letters, digits, `.`, `_`, `-`
        UnusableId = "unusable-id",
        /// an identifier that is taken already
        DuplicateId = "duplicate-id",
        /// not a whole number that could stand here
        UnusableNumber = "unusable-number",
        /// not a date
        UnusableDate = "unusable-date",
        /// several values where the format has one
        SeveralValues = "several-values",
        /// the value contradicts another one
        Contradiction = "contradiction",
        /// no time is no limit, unless the matter is decided on the spot
        ZeroLimit = "zero-limit",
        /// the law is not in the register, so it cannot be cited
        UnknownLaw = "unknown-law",
        /// the article is not named, or not in a way that is understood
        UnknownArticle = "unknown-article",
        /// it refers to something that is not there
        UnknownReference = "unknown-reference",
        /// the item is not marked as in use
        NotInUse = "not-in-use",
        /// the format has no place for it
        NoPlace = "no-place",
        /// blank
        Empty = "empty",
        /// a key or time stamp of the other system's own
        Technical = "technical",
        /// it names or could name a person
        PersonalData = "personal-data",
        /// the envelope of the answer
        Envelope = "envelope",
        /// a table that does not describe items
        NotAnItem = "not-an-item",
        /// neither a code nor a name
        NoIdentity = "no-identity",
        /// no name
        NoName = "no-name",
        /// it belongs to no item, or to no one item
        NoItem = "no-item",
        /// the same key for the second time
        DuplicateKey = "duplicate-key",
        /// more of them than the format takes
        TooMany = "too-many",
        /// nested too deeply
        TooDeep = "too-deep",
        /// longer than a string can be
        StringTooLong = "string-too-long",
        /// half of a surrogate pair
        LoneSurrogate = "lone-surrogate",
        /// a value where a table was expected, or the other way round
        Malformed = "malformed",
    }
}
crate::json::readable!(ImportKind, ImportReason);

/// What became of one value.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ImportEntry<'a> {
    /// What became of it.
    pub what: ImportKind,
    /// JSON Pointer in the source; absent, the source as a whole.
    pub from: Option<Text<'a>>,
    /// JSON Pointer in the result, if it stands there.
    pub to: Option<Text<'a>>,
    /// Why.
    pub why: ImportReason,
}

/// How many of each kind.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ImportCounts<'a> {
    /// Facts.
    pub mapped: u32,
    /// Assumptions.
    pub defaulted: u32,
    /// Values left out.
    pub dropped: u32,
    /// Values kept as they are.
    pub preserved: u32,
    /// Items in the catalogue.
    pub items: u32,
    /// The system whose tables were used.
    pub source: Text<'a>,
}

/// 导入报告. It has pointers and reasons, never a value.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ImportReport<'a> {
    /// How many of each kind.
    pub counts: ImportCounts<'a>,
    /// Every value, in the order in which it was looked at.
    pub entries: Vec<ImportEntry<'a>>,
    /// Whether there were more entries than a report holds; the counts have them all.
    #[record(optional)]
    pub truncated: bool,
}

/// Most entries of a report. A file of rubbish need not answer with a gigabyte.
const MAX_ENTRIES: usize = 1_000_000;

/// The report while it is being written.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) report: ImportReport<'static>,
    /// Values that were faulty when read, and are in the report already.
    faulty: BTreeSet<String>,
}

impl Ledger {
    pub(super) fn mapped(&mut self, from: &str, to: &str, why: ImportReason) {
        self.note(ImportKind::Mapped, from, to, why);
    }

    pub(super) fn defaulted(&mut self, from: &str, to: &str, why: ImportReason) {
        self.note(ImportKind::Defaulted, from, to, why);
    }

    pub(super) fn preserved(&mut self, from: &str, to: &str, why: ImportReason) {
        self.note(ImportKind::Preserved, from, to, why);
    }

    pub(super) fn dropped(&mut self, from: &str, why: ImportReason) {
        if why != ImportReason::Empty || !self.faulty.contains(from) {
            self.note(ImportKind::Dropped, from, "", why);
        }
    }

    /// A value that the reader refused.
    pub(super) fn faulty(&mut self, from: String, why: ImportReason) {
        self.dropped(&from, why);
        self.faulty.insert(from);
    }

    fn note(&mut self, what: ImportKind, from: &str, to: &str, why: ImportReason) {
        let counts = &mut self.report.counts;
        let count = match what {
            ImportKind::Mapped => &mut counts.mapped,
            ImportKind::Defaulted => &mut counts.defaulted,
            ImportKind::Dropped => &mut counts.dropped,
            ImportKind::Preserved => &mut counts.preserved,
        };
        *count += 1;
        if self.report.entries.len() >= MAX_ENTRIES {
            self.report.truncated = true;
            return;
        }
        let pointer = |place: &str| (!place.is_empty()).then(|| Text::from(place.to_owned()));
        self.report.entries.push(ImportEntry { what, from: pointer(from), to: pointer(to), why });
    }
}
