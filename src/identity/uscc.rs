//! 统一社会信用代码 (GB 32100-2015): 17 characters and a check character, weights 3^i mod 31.
//!
//! The organisation code inside (GB 11714) has a check of its own; real codes break it, so it is not refused here.

use super::{IdentifierFault as Fault, weighted};

/// No I, O, S, V, Z: they look like digits.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

pub(super) fn check(value: &str) -> Result<(), Fault> {
    if value.chars().count() != 18 {
        return Err(Fault::Length);
    }
    let worth = |character: char| ALPHABET.find(character).and_then(|at| u32::try_from(at).ok());
    let (body, last) = value.split_at_checked(17).ok_or(Fault::Character)?;
    let last = last.chars().next().and_then(worth).ok_or(Fault::Character)?;
    // Positions 3 to 8 are the region of the registration authority (GB/T 2260).
    let region = body.get(2..8).unwrap_or_default();
    if !region.bytes().all(|byte| byte.is_ascii_digit()) || region == "000000" {
        return Err(Fault::Region);
    }
    let sum = weighted(body, &WEIGHTS, worth).ok_or(Fault::Character)?;
    if (31 - sum % 31) % 31 == last { Ok(()) } else { Err(Fault::Check) }
}
