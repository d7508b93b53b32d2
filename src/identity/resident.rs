//! 公民身份号码 (GB 11643-1999): region 6, birth date 8, sequence 3, check 1 (ISO 7064 MOD 11-2).

use super::{IdentifierFault as Fault, weighted};
use crate::calendar::CivilDate;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &str = "10X98765432";

/// Province digits of GB/T 2260. The county is not checked: codes are withdrawn, numbers stay.
const PROVINCES: [std::ops::RangeInclusive<u32>; 7] = [11..=15, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65, 81..=83];

pub(super) fn check(value: &str, on: Option<CivilDate>) -> Result<(), Fault> {
    match value.chars().count() {
        18 => {}
        15 if value.bytes().all(|byte| byte.is_ascii_digit()) => return Err(Fault::Old),
        _ => return Err(Fault::Length),
    }
    let (body, last) = value.split_at_checked(17).ok_or(Fault::Character)?;
    if !body.bytes().all(|byte| byte.is_ascii_digit())
        || !last.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
    {
        return Err(Fault::Character);
    }
    let province = body.get(..2).and_then(|digits| digits.parse().ok()).unwrap_or(0);
    if !PROVINCES.iter().any(|range| range.contains(&province)) {
        return Err(Fault::Region);
    }
    let birth = body.get(6..14).and_then(birth_date).ok_or(Fault::Date)?;
    if on.is_some_and(|on| birth > on) {
        return Err(Fault::Date);
    }
    if check_character(body) != last.chars().next() {
        return Err(Fault::Check);
    }
    if province > 80 { Err(Fault::ResidencePermit) } else { Ok(()) }
}

fn birth_date(digits: &str) -> Option<CivilDate> {
    let year = digits.get(..4)?.parse().ok().filter(|year| *year >= 1900)?;
    CivilDate::new(year, digits.get(4..6)?.parse().ok()?, digits.get(6..)?.parse().ok()?)
}

fn check_character(body: &str) -> Option<char> {
    let sum = weighted(body, &WEIGHTS, |digit| digit.to_digit(10))?;
    CHECKS.chars().nth((sum % 11) as usize)
}

/// The 18-character form of a number of 15 digits: the century goes in, the check character is appended. Sequences
/// 996 to 999 were people born in the 1800s and are left to them.
pub(super) fn lengthen(old: &str) -> Option<String> {
    if old.get(12..)?.parse::<u32>().ok()? >= 996 {
        return None;
    }
    let mut number = format!("{}19{}", old.get(..6)?, old.get(6..)?);
    let check = check_character(&number)?;
    number.push(check);
    Some(number)
}
