//! PDF syntax, as far as a few keys of a few dictionaries need it: nothing is built, values are the bytes they stand in.

use crate::file::bytes::slice;

/// Nesting of one value.
const DEPTH: u32 = 64;

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

pub(super) const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn at(bytes: &[u8], place: usize) -> u8 {
    bytes.get(place).copied().unwrap_or(0)
}

/// Past blanks and comments.
pub(super) fn skip_space(bytes: &[u8], mut place: usize) -> usize {
    while let Some(byte) = bytes.get(place) {
        if *byte == b'%' {
            while place < bytes.len() && !matches!(at(bytes, place), 10 | 13) {
                place += 1;
            }
        } else if is_space(*byte) {
            place += 1;
        } else {
            break;
        }
    }
    place
}

/// Past the token that begins here: a name, a number, a word, a string, or one bracket.
pub(super) fn skip_token(bytes: &[u8], place: usize) -> usize {
    match at(bytes, place) {
        b'(' => skip_string(bytes, place),
        b'<' | b'>' if at(bytes, place + 1) == at(bytes, place) => place + 2,
        b'<' => bytes.iter().skip(place).position(|byte| *byte == b'>').map_or(bytes.len(), |end| place + end + 1),
        b'/' => place + 1 + regular(bytes, place + 1),
        byte if is_delimiter(byte) => place + 1,
        _ => place + regular(bytes, place).max(1),
    }
}

fn regular(bytes: &[u8], place: usize) -> usize {
    let rest = bytes.get(place..).unwrap_or_default();
    rest.iter().position(|byte| is_space(*byte) || is_delimiter(*byte)).unwrap_or(rest.len())
}

fn skip_string(bytes: &[u8], mut place: usize) -> usize {
    let mut depth = 0;
    while place < bytes.len() {
        match at(bytes, place) {
            b'\\' => place += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        place += 1;
        if depth == 0 {
            break;
        }
    }
    place.min(bytes.len())
}

/// Past the value that begins here; nothing if the bytes end first. A reference is one value.
pub(super) fn skip_value(bytes: &[u8], place: usize) -> Option<usize> {
    let (mut place, mut depth) = (skip_space(bytes, place), 0);
    loop {
        let end = skip_token(bytes, place);
        match slice(bytes, place, end - place) {
            b"<<" | b"[" => depth += 1,
            b">>" | b"]" => depth -= 1,
            token if depth == 0 && token.iter().all(u8::is_ascii_digit) => {
                return Some(reference_end(bytes, end).unwrap_or(end));
            }
            _ => {}
        }
        if depth <= 0 {
            return (end <= bytes.len() && end > place).then_some(end);
        }
        place = skip_space(bytes, end);
        if place >= bytes.len() || depth > DEPTH.cast_signed() {
            return None;
        }
    }
}

/// Where `generation R` after a number ends.
fn reference_end(bytes: &[u8], place: usize) -> Option<usize> {
    let generation = skip_space(bytes, place);
    let end = skip_token(bytes, generation);
    let digits = slice(bytes, generation, end - generation);
    let mark = skip_space(bytes, end);
    let last = skip_token(bytes, mark);
    let whole = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    (whole && slice(bytes, mark, last - mark) == b"R").then_some(last)
}

/// The keys and values of a dictionary that begins here.
pub(super) fn entries(dictionary: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut place = skip_space(dictionary, 0);
    let opens = slice(dictionary, place, 2) == b"<<";
    place += 2;
    std::iter::from_fn(move || {
        let key = skip_space(dictionary, place);
        if !opens || at(dictionary, key) != b'/' {
            return None;
        }
        let end = skip_token(dictionary, key);
        let value = skip_space(dictionary, end);
        place = skip_value(dictionary, value)?;
        Some((slice(dictionary, key, end - key), slice(dictionary, value, place - value)))
    })
}

/// The value of a key; nothing at all if the dictionary does not have it.
pub(super) fn get<'a>(dictionary: &'a [u8], key: &str) -> &'a [u8] {
    entries(dictionary).find(|(name, _)| is_name(name, key)).map_or(&[], |(_, value)| value)
}

/// The values of an array; a single value is an array of one.
pub(super) fn elements(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    let array = value.first() == Some(&b'[');
    let mut place = usize::from(array);
    std::iter::from_fn(move || {
        let from = skip_space(value, place);
        if from >= value.len() || at(value, from) == b']' {
            return None;
        }
        place = skip_value(value, from)?;
        Some(slice(value, from, place - from))
    })
}

/// Whether a token is this name, however it is written (`/#4A#53` is `/JS`).
pub(super) fn is_name(token: &[u8], name: &str) -> bool {
    let (mut rest, mut wanted) = (slice(token, 1, token.len()), name.bytes());
    while let [first, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *first == b'#' => digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        rest = slice(after, if code.is_some() { 2 } else { 0 }, after.len());
        if wanted.next() != Some(code.unwrap_or(*first)) {
            return false;
        }
    }
    at(token, 0) == b'/' && wanted.next().is_none()
}

/// The value of a hexadecimal digit.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A whole number.
pub(super) fn integer(value: &[u8]) -> Option<i64> {
    let token = slice(value, 0, skip_token(value, 0));
    let digits = token.strip_prefix(b"-").or_else(|| token.strip_prefix(b"+")).unwrap_or(token);
    let mut number = (!digits.is_empty()).then_some(0i64)?;
    for digit in digits {
        let digit = i64::from(digit.wrapping_sub(b'0'));
        number = number.checked_mul(10)?.checked_add(digit).filter(|_| digit < 10)?;
    }
    Some(if at(token, 0) == b'-' { -number } else { number })
}

/// The number that stands here, after blanks.
pub(super) fn number(bytes: &[u8], place: usize) -> Option<u64> {
    let from = skip_space(bytes, place);
    integer(bytes.get(from..)?).and_then(|value| u64::try_from(value).ok())
}

/// The number of the object that a reference names.
pub(super) fn reference(value: &[u8]) -> Option<u32> {
    let refers = value.first()?.is_ascii_digit() && value.last() == Some(&b'R');
    integer(value).filter(|_| refers).and_then(|number| u32::try_from(number).ok())
}

/// The bytes of a string, literal or hexadecimal.
pub(super) fn string(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    if at(value, 0) == b'<' {
        return hexadecimal(value);
    }
    let end = value.len().saturating_sub(1);
    let (mut place, value) = (1, slice(value, 0, end));
    while place < end {
        let mut byte = at(value, place);
        place += 1;
        if byte == b'\\' {
            let octal = slice(value, place, 3).iter().take_while(|digit| matches!(digit, b'0'..=b'7')).count();
            let code = slice(value, place, octal).iter().fold(0u8, |code, digit| code << 3 | (digit - b'0'));
            let escaped = at(value, place);
            place += octal.max(1);
            byte = match escaped {
                _ if octal > 0 => code,
                b'n' => 10,
                b'r' => 13,
                b't' => 9,
                b'b' => 8,
                b'f' => 12,
                b'\r' | b'\n' => {
                    place += usize::from(escaped == b'\r' && at(value, place) == b'\n');
                    continue;
                }
                other => other,
            };
        }
        if place <= end {
            bytes.push(byte);
        }
    }
    bytes
}

fn hexadecimal(value: &[u8]) -> Vec<u8> {
    let (mut bytes, mut high) = (Vec::new(), None);
    for digit in value.iter().filter_map(|byte| digit(*byte)).chain([0]) {
        match high.take() {
            Some(high) => bytes.push(high << 4 | digit),
            None => high = Some(digit),
        }
    }
    bytes
}
