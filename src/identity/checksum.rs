//! 校验码: check characters, by which a number proves that no single digit of it was mistyped. The shape of the number
//! is known to be right.

/// The check characters of GB 11643, by the remainder.
pub(super) const RESIDENT: &[u8; 11] = b"10X98765432";
/// The check characters of GB 11714, by the remainder.
pub(super) const ORGANISATION: &[u8; 11] = b"0X987654321";

/// The check character of MOD 11-2: a character weighs twice what the next one weighs.
pub(super) fn mod_11_2(body: &[u8], checks: &[u8; 11]) -> Option<u8> {
    let worth = |each: u8| u32::from(if each > b'9' { each - b'A' + 10 } else { each - b'0' });
    let sum = body.iter().fold(0, |sum, each| (sum + worth(*each)) * 2);
    checks.get((sum % 11) as usize).copied()
}

/// ISO 7064 MOD 11,10.
pub(super) fn mod_11_10(value: &[u8]) -> bool {
    let product = value.iter().fold(5, |product, each| {
        let sum = (product * 2 % 11 + each - b'0') % 10;
        if sum == 0 { 10 } else { sum }
    });
    product == 1
}

/// Luhn: every second digit from the end counts twice, and of the product its digits.
pub(super) fn luhn(value: &[u8]) -> bool {
    let mut twice = false;
    let sum = value.iter().rev().fold(0, |sum, each| {
        let digit = (each - b'0') << u8::from(twice);
        twice = !twice;
        sum + digit / 10 + digit % 10
    });
    sum % 10 == 0
}
