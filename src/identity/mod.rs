//! 证件号码: identity numbers, checked as far as the number itself can tell.

mod checksum;
mod property;
mod resident;
mod shape;
mod uscc;

use crate::calendar::CivilDate;
use crate::error::words;
use crate::json::readable;

words! {
    /// 证件类型: which rule an identity number obeys.
    pub enum IdentifierKind {
        /// 公民身份号码 (GB 11643), 18 characters
        ResidentId = "resident-id",
        /// 港澳台居民居住证号码, 18 characters
        ResidencePermit = "residence-permit",
        /// 外国人永久居留身份证号码, of 18 characters, or as until 2023 of 15
        PermanentResident = "permanent-resident",
        /// 统一社会信用代码 (GB 32100), 18 characters
        Uscc = "uscc",
        /// 组织机构代码 (GB 11714), 9 characters
        OrganisationCode = "organisation-code",
        /// 营业执照注册号, 15 digits
        RegistrationNumber = "registration-number",
        /// 港澳居民来往内地通行证号码
        HkMacaoPermit = "hk-macao-permit",
        /// 台湾居民来往大陆通行证号码
        TaiwanPermit = "taiwan-permit",
        /// 护照号码, of China, Hong Kong or Macao; of a foreign one only advice is given
        Passport = "passport",
        /// 不动产权证号
        PropertyCertificate = "property-certificate",
        /// 银行卡号
        BankCard = "bank-card",
        /// 手机号码
        Mobile = "mobile",
        /// 邮政编码
        Postcode = "postcode",
    }
}

words! {
    /// What is wrong with an identity number. Never the number itself.
    pub enum IdentifierFault {
        /// not as many characters as this kind has
        Length = "length",
        /// a character that this kind does not use
        Character = "character",
        /// letters, digits or signs in other places than this kind has them
        Shape = "shape",
        /// the first digits are no region of this kind
        Region = "region",
        /// the digits of the birth date are no date, or a future one
        Date = "date",
        /// the check character does not fit the others: most likely a typing error
        Check = "check",
        /// the number of a residence permit for Hong Kong, Macao or Taiwan residents
        ResidencePermit = "residence-permit",
        /// the number is right, but written with full-width or small characters, or spaces
        Spelling = "spelling",
        /// an old number of 15 digits, out of use since 2013
        Old = "old",
        /// no passport of China, Hong Kong or Macao; another state's may be written so
        Foreign = "foreign",
        /// a hint at a code that is valid: the organisation code inside does not fit its own check character
        InnerCheck = "inner-check",
    }
}
readable!(IdentifierKind, IdentifierFault);

use IdentifierFault as Fault;
use IdentifierKind as Kind;

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
    if kind == Kind::PropertyCertificate {
        return if property::check(value) { Ok(()) } else { Err(Fault::Shape) };
    }
    if kind == Kind::ResidentId && resident::is_old(value) {
        return Err(Fault::Old);
    }
    shape::check(kind, value)?;
    let value = value.as_bytes(); // OK: what is counted with is ASCII by its shape
    let (fits, fault) = match kind {
        Kind::ResidentId | Kind::ResidencePermit | Kind::PermanentResident => return resident::check(kind, value, on),
        Kind::Uscc => return uscc::check(value),
        Kind::OrganisationCode => (uscc::organisation(value), Fault::Check),
        Kind::RegistrationNumber => (checksum::mod_11_10(value), Fault::Check),
        Kind::BankCard => (checksum::luhn(value), Fault::Check),
        Kind::Postcode => ((&b"01"[..]..b"87").contains(&value), Fault::Region),
        _ => (true, Fault::Shape),
    };
    if fits { Ok(()) } else { Err(fault) }
}

/// What leaves a doubt about a number that is valid.
///
/// ```
/// use yushen::identity::{hint, IdentifierFault, IdentifierKind};
/// assert_eq!(hint(IdentifierKind::Uscc, "91440300MA5F12341M"), Some(IdentifierFault::InnerCheck));
/// ```
#[must_use]
pub fn hint(kind: IdentifierKind, value: &str) -> Option<IdentifierFault> {
    // What is whole needs no second look at the rest; what is counted with is letters and digits.
    let plain = value.bytes().all(|each| each.is_ascii_digit() || each.is_ascii_uppercase());
    let doubtful = kind == Kind::Uscc && plain && !uscc::is_whole(value.as_bytes()) && check(kind, value, None).is_ok();
    doubtful.then_some(Fault::InnerCheck)
}

/// What the writer of the number most likely meant, where the rule knows it: the 18-character form of an old number,
/// half-width digits, upper-case letters, no spaces and hyphens.
#[must_use]
pub fn suggestion(kind: IdentifierKind, value: &str, on: Option<CivilDate>) -> Option<String> {
    let meant = meant(kind, value);
    (meant != value && check(kind, &meant, on).is_ok()).then_some(meant)
}

/// Why a number is refused, as whoever typed it can use it: where nothing but its spelling is at fault, that.
///
/// ```
/// use yushen::identity::{IdentifierFault, IdentifierKind, fault};
/// let typed = fault(IdentifierKind::ResidentId, "11010519491231002x", None);
/// assert_eq!(typed, Some(IdentifierFault::Spelling));
/// ```
#[must_use]
pub fn fault(kind: IdentifierKind, value: &str, on: Option<CivilDate>) -> Option<IdentifierFault> {
    let fault = check(kind, value, on).err()?;
    let spelling = fault != Fault::Old && suggestion(kind, value, on).is_some();
    Some(if spelling { Fault::Spelling } else { fault })
}

/// The one other kind as which the number is valid, where that is unmistakable: the kind has a check character, or a
/// form that nothing else has.
///
/// ```
/// use yushen::identity::{looks_like, IdentifierKind};
/// let typed = looks_like(IdentifierKind::ResidentId, "91110000600037341L", None);
/// assert_eq!(typed, Some(IdentifierKind::Uscc));
/// ```
#[must_use]
pub fn looks_like(kind: IdentifierKind, value: &str, on: Option<CivilDate>) -> Option<IdentifierKind> {
    let meant = meant(kind, value);
    if check(kind, &meant, on).err()? == Fault::ResidencePermit {
        return Some(Kind::ResidencePermit);
    }
    // One number in ten or eleven fits these two by chance: they are looked for only where a code of their like belongs.
    let of_firms = [Kind::OrganisationCode, Kind::RegistrationNumber];
    let marked = |other: Kind| match other {
        Kind::TaiwanPermit | Kind::BankCard | Kind::Postcode => false,
        _ => kind == Kind::Uscc || of_firms.contains(&kind) || !of_firms.contains(&other),
    };
    let fits = |other: Kind| check(other, &meant, on).is_ok() && hint(other, &meant).is_none();
    let mut others = Kind::ALL.iter().copied().filter(|other| marked(*other) && fits(*other));
    others.next().filter(|_| others.next().is_none())
}

/// The number as the rule would have it written.
fn meant(kind: Kind, value: &str) -> String {
    let brackets = kind == Kind::PropertyCertificate;
    let plain = |each: char| match each {
        '(' | '\u{FF08}' if brackets => '\u{FF08}',
        ')' | '\u{FF09}' if brackets => '\u{FF09}',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(each) - 0xFEE0).unwrap_or(each),
        _ => each,
    };
    // Hyphens, and marks of no width, which come with what is pasted.
    let between = |each: &char| {
        let unseen =
            matches!(each, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        each.is_whitespace() || unseen || matches!(each, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let mut meant: String = value.chars().map(plain).filter(|each| !between(each)).collect();
    meant.make_ascii_uppercase();
    let known = match kind {
        Kind::ResidentId => resident::lengthen(&meant),
        Kind::Mobile => ["+86", "0086"].iter().find_map(|code| meant.strip_prefix(code)).map(String::from),
        _ => None,
    };
    known.unwrap_or(meant)
}
