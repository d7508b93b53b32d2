//! 自查编号: `Y` + region 6 + date 8 + 10 random characters + check character (ISO 7064 MOD 37-36).
//!
//! The randomness is the host's. An authority's numbers look otherwise and are the authority's to give.

use crate::calendar::CivilDate;
use crate::digest::Digest;

/// Crockford's base 32: no I, L, O, U, which are misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MISREAD: [char; 4] = ['I', 'L', 'O', 'U'];

/// A number for a self-check sheet. `entropy` is eight random bytes, of which 50 bits are used.
///
/// ```
/// use yushen::{calendar::CivilDate, receipt::number};
/// let on = CivilDate::parse("2026-11-23").unwrap();
/// let number = number::compose("440304", on, [7; 8]).unwrap();
/// assert!(number.starts_with("Y44030420261123") && number.len() == 26);
/// assert!(number::is_valid(&number));
/// ```
#[must_use]
pub fn compose(region: &str, on: CivilDate, entropy: [u8; 8]) -> Option<String> {
    if region.len() != 6 || !region.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let random = u64::from_be_bytes(entropy);
    // A check character that is misread is passed over by counting on: at most a few steps.
    (0..64u64).find_map(|step| {
        let value = random.wrapping_add(step);
        let tail = (0..10).rev().filter_map(|place| ALPHABET.get(usize::try_from(value >> (place * 5) & 31).ok()?));
        let tail: String = tail.map(|byte| char::from(*byte)).collect();
        let body = format!("Y{region}{:04}{:02}{:02}{tail}", on.year(), on.month(), on.day());
        let check = check_character(&body).filter(|check| !MISREAD.contains(check))?;
        Some(format!("{body}{check}"))
    })
}

/// Whether a number is well formed and its check character fits.
#[must_use]
pub fn is_valid(number: &str) -> bool {
    let Some((body, check)) = number.split_at_checked(25) else { return false };
    let digits = body.get(1..15).unwrap_or_default();
    body.starts_with('Y')
        && digits.len() == 14
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && body.get(15..).unwrap_or_default().bytes().all(|byte| ALPHABET.contains(&byte))
        && check.len() == 1
        && check_character(body) == check.chars().next()
}

/// 校验码, to be typed where nothing scans: the first forty bits of the digest of the body, `XXXX-XXXX`. It finds a slip of
/// the hand; it is no security.
#[must_use]
pub fn check_code(digest: &Digest) -> String {
    let bits = digest.bytes().iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |place: u32| ALPHABET.get(usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or_default());
    let mut code: String = (0..8).filter_map(letter).map(|byte| char::from(*byte)).collect();
    code.insert(4, '-');
    code
}

/// ISO 7064 MOD 37-36 over digits and capital letters.
fn check_character(body: &str) -> Option<char> {
    let mut product = 36;
    for character in body.chars() {
        let value = character.to_digit(36)?;
        let sum = (product + value) % 36;
        product = (if sum == 0 { 36 } else { sum }) * 2 % 37;
    }
    char::from_digit((37 - product) % 36, 36).map(|digit| digit.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_vectors_of_mod_37_36_hold() {
        for (body, check) in
            [("Y44030420261123K7Q2MX9T4B", 'Y'), ("S44030020270101A1B2C3D4E5", 'C'), ("Y44030520261231ZZZZZZZZZZ", 'G')]
        {
            assert_eq!(super::check_character(body), Some(check), "{body}");
        }
    }
}
