//! Strings, numbers and words, and stepping over a value that nobody wants.

use super::reader::Reader;
use super::{MAX_INTEGER, MAX_STRING};
use crate::error::{ErrorCode, place_of};
use std::borrow::Cow;

/// How many bytes from the start need no attention inside a string: no quote, no backslash, no control character.
/// Eight at a time, since strings are most of a document.
#[inline(always)] // measured: with `since`, a tenth of loading a catalogue
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let mut length = 0;
    for chunk in bytes.as_chunks::<8>().0 {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let special = zero(word ^ (ONES * 0x22)) | zero(word ^ (ONES * 0x5C)) | control;
        if special != 0 {
            // The lowest mark is exact: a borrow can mark later bytes wrongly, never earlier ones.
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let rest = bytes.get(length..).unwrap_or_default();
    length + rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20)).unwrap_or(rest.len())
}

impl<'a> Reader<'a> {
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    #[expect(clippy::inline_always, reason = "measured: a twentieth of loading a catalogue")]
    #[inline(always)]
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.position).unwrap_or_default()
    }

    /// Reads a string.
    pub fn string(&mut self) -> Option<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            self.mismatch();
            return None;
        }
        Some(self.quoted())
    }

    /// Reads one of these words: its place among them. One copy of this in the module instead of one for every list.
    pub fn one_of(&mut self, words: &[(&str, &str)]) -> Option<usize> {
        if self.peek() == Some(b'"') {
            let text = self.rest().get(1..).unwrap_or_default();
            // Mostly one of them stands here as it is: it is found by its length, and then by its letters.
            let stands = |(word, _): &(&str, &str)| {
                text.get(word.len()) == Some(&b'"') && text.iter().zip(word.as_bytes()).all(|(one, other)| one == other)
            };
            if let Some(place) = words.iter().position(stands) {
                self.position += words.get(place).map_or(0, |(word, _)| word.len() + 2);
                return Some(place);
            }
        }
        let place = place_of(&self.string()?, words);
        if place.is_none() {
            self.fault(ErrorCode::UnknownWord);
        }
        place
    }

    /// Reads a string of a known length, if one stands here that `take` takes; it takes none with a quote, a backslash or a
    /// control character. Otherwise nothing is read.
    pub fn exactly<T>(&mut self, length: usize, take: impl FnOnce(&'a str) -> Option<T>) -> Option<T> {
        self.peek();
        let begin = self.position + 1;
        let text = self.text.get(self.position..=begin + length)?;
        let inner = text.strip_prefix('"')?.strip_suffix('"')?;
        let taken = take(inner)?;
        self.position = begin + length + 1;
        Some(taken)
    }

    pub(super) fn quoted(&mut self) -> Cow<'a, str> {
        let start = self.position + 1;
        self.position = start + plain_length(self.text.as_bytes().get(start..).unwrap_or_default());
        let text = match self.byte() {
            Some(b'"') => Cow::Borrowed(self.since(start)),
            Some(b'\\') => Cow::Owned(self.escaped(start)),
            _ => {
                self.syntax();
                return Cow::Borrowed("");
            }
        };
        self.position += 1;
        let longest = MAX_STRING;
        #[cfg(feature = "serde")]
        let longest = if self.own { usize::MAX } else { longest };
        if text.len() > longest {
            self.fault(ErrorCode::StringTooLong);
            return Cow::Borrowed("");
        }
        text
    }

    fn escaped(&mut self, start: usize) -> String {
        let mut text = String::from(self.since(start));
        while self.byte() == Some(b'\\') {
            self.position += 1;
            let Some(character) = self.escape() else {
                self.syntax();
                return text;
            };
            text.push(character);
            let from = self.position;
            self.position += plain_length(self.rest());
            text.push_str(self.since(from));
        }
        if self.byte() != Some(b'"') {
            self.syntax();
        }
        text
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.byte()?;
        self.position += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if let Some(character) = char::from_u32(first) {
            return Some(character);
        }
        if first < 0xDC00 && self.rest().starts_with(b"\\u") {
            let back = self.position;
            self.position += 2;
            let second = self.hex()?;
            if (0xDC00..0xE000).contains(&second) {
                return char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            }
            self.position = back;
        }
        self.fault(ErrorCode::LoneSurrogate);
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        self.position += 4;
        digits.iter().try_fold(0, |value, digit| Some(value * 16 + char::from(*digit).to_digit(16)?))
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Option<bool> {
        match self.peek() {
            Some(b't') => self.word("true").then_some(true),
            Some(b'f') => self.word("false").then_some(false),
            _ => {
                self.mismatch();
                None
            }
        }
    }

    /// Reads `null`; `false` if it is broken.
    pub(super) fn null(&mut self) -> bool {
        self.word("null")
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word.as_bytes());
        if found {
            self.position += word.len();
        } else {
            self.syntax();
        }
        found
    }

    /// Reads an integer between −(2^53 − 1) and 2^53 − 1.
    pub fn integer(&mut self) -> Option<i64> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            self.mismatch();
            return None;
        }
        let start = self.position;
        let whole = self.number()?;
        let digits = self.since(start).as_bytes();
        if !whole || digits == b"-0" {
            self.fault(ErrorCode::NumberNotInteger);
            return None;
        }
        let (negative, digits) = digits.strip_prefix(b"-").map_or((false, digits), |digits| (true, digits));
        // Sixteen digits, as many as the largest has, are far from what `i64` holds.
        let value = digits.iter().take(17).fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        if value > MAX_INTEGER {
            self.fault(ErrorCode::NumberOutOfRange);
            return None;
        }
        Some(if negative { -value } else { value })
    }

    /// Steps over a number; `Some(true)` if it has neither fraction nor exponent.
    fn number(&mut self) -> Option<bool> {
        self.position += usize::from(self.byte() == Some(b'-'));
        let zero = self.byte() == Some(b'0');
        let length = self.digits();
        let mut well_formed = length > 0 && !(zero && length > 1);
        let mut whole = true;
        if well_formed && self.byte() == Some(b'.') {
            self.position += 1;
            (whole, well_formed) = (false, self.digits() > 0);
        }
        if well_formed && matches!(self.byte(), Some(b'e' | b'E')) {
            self.position += 1;
            self.position += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            (whole, well_formed) = (false, self.digits() > 0);
        }
        if !well_formed {
            self.syntax();
            return None;
        }
        Some(whole)
    }

    fn digits(&mut self) -> usize {
        let length = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.position += length;
        length
    }

    /// Steps over the next value, whatever it is and however deep. Its syntax is checked, nothing else.
    pub fn skip(&mut self) {
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.peek() {
                Some(bracket @ (b'{' | b'[')) => {
                    self.position += 1;
                    let close = bracket + 2; // in ASCII both closing brackets stand two after the opening ones
                    if !self.take(close) {
                        open.push(close);
                        if close == b'}' && self.key().is_none() {
                            return;
                        }
                        continue;
                    }
                }
                Some(b'"') => drop(self.quoted()),
                Some(b't') => drop(self.word("true")),
                Some(b'f') => drop(self.word("false")),
                Some(b'n') => drop(self.word("null")),
                Some(b'-' | b'0'..=b'9') => drop(self.number()),
                _ => self.syntax(),
            }
            if !self.leave(&mut open) {
                return;
            }
        }
    }

    /// After a value inside brackets: closes what ends here. `false` when the outermost value has ended.
    fn leave(&mut self, open: &mut Vec<u8>) -> bool {
        while let Some(close) = open.last().copied() {
            if self.more(close) {
                return close == b']' || self.key().is_some();
            }
            if self.is_broken() {
                return false;
            }
            open.pop();
        }
        false
    }
}
