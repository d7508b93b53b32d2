//! 导入: a catalogue from what other systems publish — the Guangdong portal's item JSON and the tables of the national
//! exchange — with a report of what became of every value.
//!
//! Tolerant in what it reads: spellings, envelopes, numbers as strings. Strict in what it claims: a fact of the source is
//! evidence `published`; what the source does not say is an assumption that the report names; what is not understood
//! stays as it is written, under `codes` or a key that begins with `x-`. Names of staff and numbers that are a person's
//! own are left out.

mod basis;
mod bundle;
mod codes;
mod desk;
mod envelope;
mod guide;
mod item;
mod laws;
mod limit;
mod material;
mod national;
mod node;
mod portal;
mod report;
mod row;
mod situation;
mod text;
mod words;

pub use report::{ImportCounts, ImportEntry, ImportKind, ImportReason, ImportReport};

use super::Catalogue;
use super::examine::MAX_ENTRIES;
use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::json::{Record, Text};

words! {
    /// 来源系统: whose data it is. It decides which tables of codes are used.
    pub enum Source {
        /// 广东政务服务网, and exchange services whose tables are named alike
        GdPortal = "gd-portal",
        /// 省级与国家政务服务平台交换库
        NationalExchange = "national-exchange",
    }
}

words! {
    /// 材料必要性代码: which codes the field of necessity is written in.
    pub enum NeedCodes {
        /// 1 必要, 2 非必要, 3 容缺后补
        Gd = "gd",
        /// 0 必要, 1 非必要, 2 容缺后补, 3 信息免交、信用后补
        Zfsoft = "zfsoft",
        /// 1 必备, 0 非必备
        Gbt39046 = "gbt39046",
    }
}
crate::json::readable!(Source, NeedCodes);

impl Source {
    /// The codes of necessity that are usual in this system.
    ///
    /// ```
    /// use yushen::catalogue::import::{NeedCodes, Source};
    /// assert_eq!(Source::GdPortal.need_codes(), NeedCodes::Gd);
    /// ```
    #[must_use]
    pub const fn need_codes(self) -> NeedCodes {
        match self {
            Self::GdPortal | Self::NationalExchange => NeedCodes::Gd,
        }
    }
}

/// How a source is to be read.
///
/// ```
/// use yushen::catalogue::import::{NeedCodes, Options, Source};
/// let options = Options { source: Source::GdPortal, need: Some(NeedCodes::Zfsoft) };
/// assert_eq!(options.source.as_str(), "gd-portal");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Record)]
#[record(value)]
pub struct Options {
    /// Whose data it is.
    pub source: Source,
    /// The codes of necessity; `None`, those that are usual in that system.
    pub need: Option<NeedCodes>,
}

/// What an import makes.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ImportResult<'a> {
    /// The catalogue, as JSON text in our format; it loads without a fault, and the same source always makes the same bytes.
    pub catalogue: Text<'a>,
    /// What became of every value.
    pub report: ImportReport<'a>,
}

/// Makes a catalogue of what another system publishes.
///
/// ```
/// use yushen::catalogue::{Catalogue, import::{Source, import}};
/// let source = r#"{"data":{"list":[{"AUDIT_ITEM":{"task_code":"A-1","task_name":"residence permit","promise_day":"5","promise_type":"1"}}]}}"#;
/// let imported = import(source, Source::GdPortal).unwrap();
/// let catalogue = Catalogue::read_text(imported.catalogue.to_string()).unwrap();
/// assert_eq!(&*catalogue.items().next().unwrap().name, "residence permit");
/// assert!(imported.report.counts.mapped > 0 && imported.report.counts.defaulted > 0);
/// ```
///
/// # Errors
/// `REQUEST_INVALID` if the text is not JSON, is larger than a catalogue can be, or has no item in it.
pub fn import(text: &str, source: Source) -> Result<ImportResult<'static>> {
    import_with(text, Options { source, need: None })
}

/// Makes a catalogue, with the caller's choice of codes.
///
/// ```
/// use yushen::catalogue::import::{ImportKind, NeedCodes, Options, Source, import_with};
/// let source = r#"{"AUDIT_ITEM":{"TASK_NAME":"x","TASK_CODE":"A-1"},"AUDIT_MATERIAL":[{"MATERIAL_NAME":"form","IS_NEED":0}]}"#;
/// let options = Options { source: Source::GdPortal, need: Some(NeedCodes::Zfsoft) };
/// let imported = import_with(source, options).unwrap();
/// assert!(imported.catalogue.contains(r#""need":"required""#));
/// ```
///
/// # Errors
/// As [`import`].
pub fn import_with(text: &str, options: Options) -> Result<ImportResult<'static>> {
    let imported = envelope::import(text, options)?;
    // What is promised is looked at: whatever the source was, nothing leaves here that cannot be loaded.
    Catalogue::read_text(imported.catalogue.to_string())
        .map_err(|error| Error::invalid(ErrorCode::RequestInvalid, error.issues().to_vec()))?;
    Ok(imported)
}

/// The source has no item in it.
fn nothing(path: &str) -> Error {
    Error::invalid(ErrorCode::RequestInvalid, vec![Issue { code: ErrorCode::KeyMissing, path: path.to_owned() }])
}
