//! Strict DER (X.690 §8, §10): every value has one spelling, and any other is refused.

use super::SignatureFault;

/// BIT STRING.
pub const BITS: u8 = 0x03;
/// OBJECT IDENTIFIER.
pub const OBJECT: u8 = 0x06;
/// SEQUENCE, SEQUENCE OF.
pub const SEQUENCE: u8 = 0x30;
/// INTEGER.
const INTEGER: u8 = 0x02;

/// The contents of the element these bytes begin with, if it has this tag, and what follows it. Its length is definite,
/// in as few bytes as it can be written, and below 65536: no key is longer.
pub fn element(tag: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (&[found, first], rest) = bytes.split_first_chunk()?;
    let (length, rest, least) = match first {
        0..=0x7F => (usize::from(first), rest, 0),
        0x81 => rest.split_first_chunk().map(|(&[byte], rest)| (usize::from(byte), rest, 0x80))?,
        0x82 => rest.split_first_chunk().map(|(two, rest)| (usize::from(u16::from_be_bytes(*two)), rest, 0x100))?,
        _ => return None,
    };
    if found == tag && length >= least { rest.split_at_checked(length) } else { None }
}

/// The contents of the one element that these bytes are.
pub fn whole(tag: u8, bytes: &[u8]) -> Option<&[u8]> {
    element(tag, bytes).filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
}

/// `SEQUENCE { r INTEGER, s INTEGER }` as r‖s, 32 bytes each. Whether they are below the order is not asked here, only
/// whether they could be.
pub fn pair(bytes: &[u8]) -> Result<[u8; 64], SignatureFault> {
    let integers = whole(SEQUENCE, bytes).and_then(|both| {
        let (r, rest) = element(INTEGER, both)?;
        Some((positive(r)?, positive(whole(INTEGER, rest)?)?))
    });
    let (r, s) = integers.ok_or(SignatureFault::Der)?;
    let mut pair = [0; 64];
    for (half, integer) in pair.as_chunks_mut::<32>().0.iter_mut().zip([r, s]) {
        let free = half.len().checked_sub(integer.len()).ok_or(SignatureFault::Range)?;
        half.iter_mut().skip(free).zip(integer).for_each(|(to, from)| *to = *from);
    }
    Ok(pair)
}

/// The digits of an integer that is not negative and has no byte too many; without the zero that keeps it positive.
fn positive(contents: &[u8]) -> Option<&[u8]> {
    match contents {
        [] | [0x80..=0xFF, ..] | [0, 0..=0x7F, ..] => None,
        [0, digits @ ..] | digits => Some(digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_has_one_spelling() {
        assert_eq!(element(OBJECT, &[6, 1, 9, 8]), Some((&[9][..], &[8][..])));
        assert_eq!(element(OBJECT, &[6, 0]), Some((&[][..], &[][..])));
        // Another tag; cut; one byte for less than 128; two for less than 256; indefinite; three bytes.
        for other in [
            &[2, 1, 9][..],
            &[6],
            &[],
            &[6, 2, 9],
            &[6, 0x81],
            &[6, 0x81, 1, 9],
            &[6, 0x82, 0],
            &[6, 0x82, 0, 1, 9],
            &[6, 0x80, 9, 0, 0],
            &[6, 0x83, 0, 0, 1, 9],
            &[6, 0xFF],
        ] {
            assert_eq!(element(OBJECT, other), None, "{other:?}");
        }
        let long = |head: &[u8], length: usize| [head, &vec![7; length]].concat();
        assert_eq!(whole(BITS, &long(&[3, 0x81, 0x80], 128)).map(<[u8]>::len), Some(128));
        assert_eq!(whole(BITS, &long(&[3, 0x81, 0x7F], 127)), None);
        assert_eq!(whole(BITS, &long(&[3, 0x82, 1, 0], 256)).map(<[u8]>::len), Some(256));
        assert_eq!(whole(BITS, &long(&[3, 0x82, 0, 0xFF], 255)), None);
        assert_eq!(whole(BITS, &[3, 1, 9, 8]), None);
    }

    #[test]
    fn a_pair_has_one_spelling() {
        let pair_of = |r: u8, s: u8| {
            let mut pair = [0; 64];
            (pair[31], pair[63]) = (r, s);
            Ok(pair)
        };
        assert_eq!(pair(&[0x30, 6, 2, 1, 1, 2, 1, 2]), pair_of(1, 2));
        assert_eq!(pair(&[0x30, 7, 2, 2, 0, 0x80, 2, 1, 0]), pair_of(0x80, 0));
        for (why, bytes) in [
            ("a zero too many", &[0x30, 7, 2, 2, 0, 1, 2, 1, 2][..]),
            ("negative", &[0x30, 6, 2, 1, 0x80, 2, 1, 2]),
            ("no digits", &[0x30, 5, 2, 0, 2, 1, 2]),
            ("bytes behind the sequence", &[0x30, 6, 2, 1, 1, 2, 1, 2, 0]),
            ("bytes behind s", &[0x30, 7, 2, 1, 1, 2, 1, 2, 0]),
            ("a third integer", &[0x30, 9, 2, 1, 1, 2, 1, 2, 2, 1, 3]),
            ("one integer", &[0x30, 3, 2, 1, 1]),
            ("a long length of the sequence", &[0x30, 0x81, 6, 2, 1, 1, 2, 1, 2]),
            ("a long length of r", &[0x30, 7, 2, 0x81, 1, 1, 2, 1, 2]),
            ("indefinite", &[0x30, 0x80, 2, 1, 1, 2, 1, 2, 0, 0]),
            ("a set", &[0x31, 6, 2, 1, 1, 2, 1, 2]),
            ("strings", &[0x30, 6, 4, 1, 1, 4, 1, 2]),
            ("nothing", &[]),
        ] {
            assert_eq!(pair(bytes), Err(SignatureFault::Der), "{why}");
        }
        let large = [&[0x30, 38, 2, 33, 1][..], &[0; 32], &[2, 1, 1]].concat();
        assert_eq!(pair(&large), Err(SignatureFault::Range), "more than 256 bits");
    }
}
