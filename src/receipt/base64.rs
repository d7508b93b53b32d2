//! base64url without padding (RFC 4648 §5), as JSON carries bytes. Strict: one text for the same bytes.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes.
///
/// ```
/// use yushen::receipt::base64;
/// assert_eq!(base64::encode(b"\xff\xfe"), "__4");
/// assert_eq!(base64::decode("__4").unwrap(), b"\xff\xfe");
/// assert!(base64::decode("__5").is_none() && base64::decode("__4=").is_none());
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let value = (0..3).fold(0, |value, place| value << 8 | u32::from(chunk.get(place).copied().unwrap_or(0)));
        for place in 0..=chunk.len() {
            let index = value >> (18 - 6 * place) & 63;
            text.extend(ALPHABET.get(index as usize).map(|byte| char::from(*byte)));
        }
    }
    text
}

/// Reads a text; none if it is not what `encode` writes.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut value = 0_u32;
        for byte in chunk {
            value = value << 6 | digit(*byte)?;
        }
        let (whole, rest) = match chunk.len() {
            4 => (3, 0),
            3 => (2, 2),
            2 => (1, 4),
            _ => return None,
        };
        if value & ((1 << rest) - 1) != 0 {
            return None; // bits that stand for nothing
        }
        let word = (value >> rest).to_be_bytes();
        bytes.extend(word.get(4 - whole..).unwrap_or_default());
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}
