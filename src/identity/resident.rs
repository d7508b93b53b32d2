//! 公民身份号码 (GB 11643-1999) and the two numbers built like it: region 6, birth date 8, sequence 3, check 1.

use super::{IdentifierFault as Fault, IdentifierKind as Kind, checksum};
use crate::calendar::CivilDate;

/// The number is known to have the shape of its kind.
pub(super) fn check(kind: Kind, value: &[u8], on: Option<CivilDate>) -> Result<(), Fault> {
    let Some((body, [last])) = value.split_at_checked(17) else { return Ok(()) }; // OK: the permanent resident's of 2017
    // 港澳台居民居住证: these stand where others have their county.
    let permit = matches!(number(body, 0, 6), 810_000 | 820_000 | 830_000);
    let region = match kind {
        Kind::ResidentId => permit || is_province(number(body, 0, 2)),
        Kind::ResidencePermit => permit,
        _ => is_province(number(body, 1, 2)),
    };
    if !region {
        return Err(Fault::Region);
    }
    let birth = i32::try_from(number(body, 6, 4)).ok();
    let birth = birth.and_then(|year| CivilDate::new(year, number(body, 10, 2), number(body, 12, 2)));
    if birth.is_none_or(|birth| on.is_some_and(|on| birth > on)) {
        return Err(Fault::Date);
    }
    if checksum::mod_11_2(body, checksum::RESIDENT) != Some(*last) {
        return Err(Fault::Check);
    }
    if permit && kind == Kind::ResidentId { Err(Fault::ResidencePermit) } else { Ok(()) }
}

fn number(digits: &[u8], from: usize, length: usize) -> u32 {
    digits.iter().skip(from).take(length).fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

/// Province digits of GB/T 2260. The county is not checked: codes are withdrawn, numbers stay.
const fn is_province(digits: u32) -> bool {
    matches!(digits, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65)
}

/// Whether it is a number of 15 digits, as they were before 2013.
pub(super) fn is_old(value: &str) -> bool {
    value.len() == 15 && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// The 18-character form of a number of 15 digits: the century goes in, the check character is appended. Sequences
/// 996 to 999 were people born in the 1800s and are left to them.
pub(super) fn lengthen(old: &str) -> Option<String> {
    if !is_old(old) || old.get(12..)? >= "996" {
        return None;
    }
    let mut number = [old.get(..6)?, "19", old.get(6..)?].concat();
    let check = checksum::mod_11_2(number.as_bytes(), checksum::RESIDENT)?;
    number.push(char::from(check));
    Some(number)
}
