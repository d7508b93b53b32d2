//! 证件号码: identity numbers, checked as far as the number itself can tell.

mod resident;
mod uscc;

use crate::calendar::CivilDate;
use crate::error::words;
use crate::json::readable;

words! {
    /// 证件类型: which rule an identity number obeys.
    pub enum IdentifierKind {
        /// 公民身份号码 (GB 11643), 18 characters
        ResidentId = "resident-id",
        /// 统一社会信用代码 (GB 32100), 18 characters
        Uscc = "uscc",
    }
}
readable!(IdentifierKind);

words! {
    /// What is wrong with an identity number. Never the number itself.
    pub enum IdentifierFault {
        /// not as many characters as this kind has
        Length = "length",
        /// a character that this kind does not use
        Character = "character",
        /// the first digits are no region of this kind
        Region = "region",
        /// the digits of the birth date are no date, or a future one
        Date = "date",
        /// the check character does not fit the others: most likely a typing error
        Check = "check",
        /// the number of a residence permit for Hong Kong, Macao or Taiwan residents
        ResidencePermit = "residence-permit",
        /// an old number of 15 digits, out of use since 2013
        Old = "old",
    }
}

/// Checks an identity number. `on` is the day it is checked for: nobody is born after it.
///
/// ```
/// use yushen::identity::{check, IdentifierFault, IdentifierKind};
/// assert_eq!(check(IdentifierKind::Uscc, "91110000600037341L", None), Ok(()));
/// assert_eq!(check(IdentifierKind::ResidentId, "110105194912310021", None), Err(IdentifierFault::Check));
/// ```
///
/// # Errors
/// The first thing that is wrong.
pub fn check(kind: IdentifierKind, value: &str, on: Option<CivilDate>) -> Result<(), IdentifierFault> {
    match kind {
        IdentifierKind::ResidentId => resident::check(value, on),
        IdentifierKind::Uscc => uscc::check(value),
    }
}

/// What the writer of the number most likely meant, where the rule knows it: the 18-character form of an old number,
/// half-width digits, an upper-case X.
#[must_use]
pub fn suggestion(kind: IdentifierKind, value: &str) -> Option<String> {
    let mut meant: String = value.chars().filter(|each| !each.is_whitespace()).map(half_width).collect();
    meant.make_ascii_uppercase();
    if kind == IdentifierKind::ResidentId && meant.len() == 15 {
        meant = resident::lengthen(&meant)?;
    }
    (meant != value && check(kind, &meant, None).is_ok()).then_some(meant)
}

fn half_width(character: char) -> char {
    match u32::from(character) {
        full @ 0xFF01..=0xFF5E => char::from_u32(full - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

/// Weighted sum of the characters' values; `None` if a character has no value.
fn weighted(text: &str, weights: &[u32], value: impl Fn(char) -> Option<u32>) -> Option<u32> {
    text.chars().zip(weights).try_fold(0, |sum, (character, weight)| Some(sum + value(character)? * weight))
}
