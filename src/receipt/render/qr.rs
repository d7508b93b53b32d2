//! 二维码: a URL and what is behind its `#`, as a symbol (GB/T 18284, ISO/IEC 18004) of level M.
//!
//! The URL is in byte mode, since it has small letters; the payload in alphanumeric mode, which is what makes base32 short.

use super::mask::{self, Lines};
use crate::error::words;
use crate::json::{Record, readable};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Most characters, and the largest symbol: one that prints at 30 mm is still read by a telephone.
const MOST: usize = 600;
const LARGEST: u8 = 15;
const HEX: &[u8; 16] = b"0123456789abcdef";

words! {
    /// Why there is no symbol for a text.
    pub enum QrFault {
        /// more than a symbol of version 15 holds
        TooLong = "QR_TOO_LONG",
        /// a character that a URL does not have, or in the payload one that alphanumeric mode does not have
        Character = "QR_CHARACTER",
    }
}
readable!(QrFault);

/// A symbol: its modules, as a document's model has them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Record)]
#[record(value)]
pub struct Symbol {
    /// Modules on a side, without the quiet zone.
    pub size: u32,
    /// The modules, row by row, eight a byte, the first in the highest bit, as hexadecimal.
    pub bits: String,
}

/// The symbol of a URL and what follows it: the smallest at level M, with the mask that the standard chooses.
///
/// # Errors
/// Where the text is too long, or has characters that cannot stand there.
///
/// ```
/// use yushen::receipt::{QrFault, qr};
/// assert_eq!(qr("https://zwfw.example.gov.cn/r#1", "MZXW6YTBOI").map(|symbol| symbol.size), Ok(29));
/// assert_eq!(qr("https://zwfw.example.gov.cn/r#1", "mzxw6"), Err(QrFault::Character));
/// ```
pub fn qr(url: &str, payload: &str) -> Result<Symbol, QrFault> {
    if url.len() + payload.len() > MOST {
        return Err(QrFault::TooLong);
    }
    if !url.bytes().all(|byte| byte.is_ascii_graphic()) || !payload.bytes().all(alphanumeric) {
        return Err(QrFault::Character);
    }
    let segments = [QrSegment::make_bytes(url.as_bytes()), QrSegment::make_alphanumeric(payload)];
    // One that is empty would still cost its head.
    let segments = match (url, payload) {
        (_, "") => segments.get(..1),
        ("", _) => segments.get(1..),
        _ => segments.get(..),
    };
    let (level, largest) = (QrCodeEcc::Medium, Version::new(LARGEST));
    let first = Some(Mask::new(0));
    let drawn =
        QrCode::encode_segments_advanced(segments.unwrap_or_default(), level, Version::MIN, largest, first, false)
            .map_err(|_| QrFault::TooLong)?;
    let number = |place: usize| i32::try_from(place).unwrap_or(-1);
    let side = usize::try_from(drawn.size()).unwrap_or(0);
    let first = Lines::new(side, |x, y| drawn.get_module(number(x), number(y)));
    Ok(Symbol { size: drawn.size().unsigned_abs(), bits: bits(&mask::best(&first).rows) })
}

/// Whether alphanumeric mode has a character.
const fn alphanumeric(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*' | b'+' | b'-'..=b'/' | b':')
}

/// Rows as hexadecimal: four modules a digit, however they lie in the rows, filled to whole bytes.
fn bits(rows: &[u128]) -> String {
    let digit = |four: u128| usize::try_from(four & 15).ok().and_then(|four| HEX.get(four)).copied().unwrap_or(b'0');
    let mut out = Vec::with_capacity((rows.len() * rows.len()).div_ceil(8) * 2);
    let (mut held, mut length) = (0, 0);
    for row in rows {
        held = held << rows.len() | row.reverse_bits() >> (128 - rows.len());
        length += rows.len();
        while length >= 4 {
            length -= 4;
            out.push(digit(held >> length));
        }
        held &= (1 << length) - 1;
    }
    if length > 0 {
        out.push(digit(held << (4 - length)));
    }
    if out.len() % 2 == 1 {
        out.push(b'0');
    }
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{QrFault, qr};
    use qrcodegen::QrSegment;

    #[test]
    fn alphanumeric_mode_has_the_same_characters_as_in_qrcodegen() {
        for character in '\0'..='\u{FF}' {
            let text = character.to_string();
            let ours = text.bytes().all(super::alphanumeric);
            assert_eq!(ours, QrSegment::is_alphanumeric(&text), "{character:?}");
        }
    }

    #[test]
    fn a_symbol_is_the_smallest_and_no_larger_than_version_15() {
        let url = "https://zwfw.example.gov.cn/r#1";
        // Measured with qrcodegen: 202 bytes are 324 characters.
        assert_eq!(qr("https://host.gov.cn/r#1", &"A".repeat(324)).map(|symbol| symbol.size), Ok(61));
        assert_eq!(qr(url, &"A".repeat(525)).map(|symbol| symbol.size), Ok(77));
        assert_eq!(qr(url, &"A".repeat(569)), Err(QrFault::TooLong));
        assert_eq!(qr(url, &"A".repeat(570)), Err(QrFault::TooLong));
        assert_eq!(qr("https://例.cn/", "A"), Err(QrFault::Character));
        let only = |url: &str, payload: &str| qr(url, payload).map(|symbol| (symbol.size, symbol.bits.len()));
        assert_eq!(only("https://zwfw.example.gov.cn/r/1", ""), Ok((29, 212)));
        assert_eq!(only("", "Y44030420261123K7Q2MX9T4B"), Ok((25, 158)));
    }
}
