//! Base32 (RFC 4648 §6), in capitals and without padding: bytes as a QR code holds them in its alphanumeric mode and a URL
//! holds them as they are. One spelling for the same bytes: anything else is a fault.

use crate::error::words;

/// Most bytes that are written or read: what a QR code of version 15 can hold.
pub const MOST: usize = 400;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

words! {
    /// Why a text is not base32.
    pub enum Fault {
        /// so many characters come from no number of bytes
        Length = "BASE32_LENGTH",
        /// longer than any payload
        TooLong = "BASE32_TOO_LONG",
        /// a small letter; the alphabet has capitals
        LowerCase = "BASE32_LOWER_CASE",
        /// padded with `=`
        Padded = "BASE32_PADDED",
        /// a character outside the alphabet
        Character = "BASE32_CHARACTER",
        /// the last character says more than the bytes do
        TrailingBits = "BASE32_TRAILING_BITS",
    }
}

/// Writes bytes.
///
/// ```
/// assert_eq!(yushen::receipt::base32::encode(b"foobar"), "MZXW6YTBOI");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let letter =
        |five: u64| ALPHABET.get(usize::try_from(five & 31).unwrap_or(0)).map_or('A', |byte| char::from(*byte));
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for group in bytes.chunks(5) {
        let value = (0..5).fold(0, |value, at| value << 8 | u64::from(group.get(at).copied().unwrap_or(0)));
        out.extend((0..(group.len() * 8).div_ceil(5)).map(|place| letter(value >> (35 - 5 * place))));
    }
    out
}

/// Reads what `encode` writes, and nothing else.
///
/// # Errors
/// The first fault of the text.
///
/// ```
/// use yushen::receipt::base32::{Fault, decode};
/// assert_eq!(decode("MZXW6"), Ok(b"foo".to_vec()));
/// assert_eq!(decode("MZXW7"), Err(Fault::TrailingBits));
/// ```
pub fn decode(text: &str) -> Result<Vec<u8>, Fault> {
    if text.len() > (MOST * 8).div_ceil(5) {
        return Err(Fault::TooLong);
    }
    let (mut held, mut bits) = (0u32, 0);
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    for letter in text.bytes() {
        held = held << 5 | value(letter)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 255).unwrap_or(0));
        }
        held &= 255;
    }
    match (bits, held & ((1 << bits) - 1)) {
        (5.., _) => Err(Fault::Length),
        (_, 1..) => Err(Fault::TrailingBits),
        _ => Ok(bytes),
    }
}

fn value(letter: u8) -> Result<u32, Fault> {
    match letter {
        b'A'..=b'Z' => Ok(u32::from(letter - b'A')),
        b'2'..=b'7' => Ok(u32::from(letter - b'2') + 26),
        b'a'..=b'z' => Err(Fault::LowerCase),
        b'=' => Err(Fault::Padded),
        _ => Err(Fault::Character),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, decode, encode};

    /// RFC 4648 §10, without the padding.
    const VECTORS: [(&str, &str); 7] = [
        ("", ""),
        ("f", "MY"),
        ("fo", "MZXQ"),
        ("foo", "MZXW6"),
        ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ];

    #[test]
    fn the_vectors_of_rfc_4648_hold() {
        for (plain, written) in VECTORS {
            assert_eq!(encode(plain.as_bytes()), written);
            assert_eq!(decode(written), Ok(plain.as_bytes().to_vec()));
        }
        for length in 0..=super::MOST {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at * 89 % 251).unwrap()).collect();
            assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        }
    }

    #[test]
    fn every_other_spelling_is_a_fault_of_its_own() {
        let cases = [
            ("M", Fault::Length),
            ("MZX", Fault::Length),
            ("MZXW6Y", Fault::Length),
            ("mzxw6", Fault::LowerCase),
            ("MZXW6===", Fault::Padded),
            ("MZXW1", Fault::Character),
            ("MZ W6", Fault::Character),
            ("MZXW6\n", Fault::Character),
            ("ＭZXW6", Fault::Character),
            ("MZ", Fault::TrailingBits),
            ("MZXW6YR", Fault::TrailingBits),
        ];
        for (text, fault) in cases {
            assert_eq!(decode(text), Err(fault), "{text}");
        }
        assert_eq!(decode(&"A".repeat(641)), Err(Fault::TooLong));
        assert_eq!(decode(&"A".repeat(640)).map(|bytes| bytes.len()), Ok(400));
    }
}
