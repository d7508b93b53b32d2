//! The writer: text from what can be written. In canonical form it sorts keys.

use super::scalar::plain_length;
use super::{Reader, Write};
use std::borrow::Cow;

/// Writes a value in the order its type declares.
///
/// ```
/// use yushen::calendar::{Certainty, Counted, CivilDate};
/// let counted = Counted { due: CivilDate::parse("2026-03-30"), certainty: Certainty::Published };
/// assert_eq!(yushen::json::to_string(&counted), r#"{"due":"2026-03-30","certainty":"published"}"#);
/// ```
#[must_use]
pub fn to_string<T: Write + ?Sized>(value: &T) -> String {
    write(value, None)
}

/// Writes a value with its keys in order, as digests need it.
#[must_use]
pub fn to_canonical<T: Write + ?Sized>(value: &T) -> String {
    write(value, Some(Vec::new()))
}

fn write<T: Write + ?Sized>(value: &T, open: Option<Vec<usize>>) -> String {
    let mut writer = Writer { out: String::with_capacity(4096), open };
    value.write(&mut writer);
    writer.out
}

/// As strings: a push of a character is a call, a push of a short constant is a store.
const QUOTE: &str = "\"";
const COMMA: &str = ",";
const LIST: [&str; 2] = ["[", "]"];
const OBJECT: [&str; 2] = ["{", "}"];

/// The text so far.
#[derive(Debug)]
pub struct Writer {
    out: String,
    /// In canonical form: where every open object begins. Its entries are put in order when it is closed.
    open: Option<Vec<usize>>,
}

#[cfg(feature = "serde")]
impl Writer {
    /// Nothing yet.
    pub(super) const fn plain() -> Self {
        Self { out: String::new(), open: None }
    }

    /// What has been written.
    pub(super) fn so_far(&self) -> &str {
        &self.out
    }

    /// Everything that was written.
    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// What is JSON already.
    pub(super) fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }
}

impl Writer {
    /// An integer.
    pub fn integer(&mut self, value: i64) {
        if value < 0 {
            self.out.push('-');
        }
        self.number(value.unsigned_abs());
    }

    /// Decimal digits, from the last to the first.
    pub fn number(&mut self, mut value: u64) {
        const DIGITS: &str = "0123456789";
        if let Some(digit) = usize::try_from(value).ok().and_then(|digit| DIGITS.get(digit..=digit)) {
            return self.out.push_str(digit); // most are counts
        }
        let mut digits = [b'0'; 20];
        let mut length = 0;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + u8::try_from(value % 10).unwrap_or(0);
            value /= 10;
            length += 1;
            if value == 0 {
                break;
            }
        }
        let written = digits.get(digits.len() - length..).unwrap_or_default();
        self.out.push_str(std::str::from_utf8(written).unwrap_or_default());
    }

    /// `true`, `false` or `null`.
    pub fn literal(&mut self, word: &'static str) {
        self.out.push_str(word);
    }

    /// A string.
    pub fn text(&mut self, text: &str) {
        if plain_length(text.as_bytes()) == text.len() {
            return self.word(text);
        }
        self.out.push_str(QUOTE);
        self.escaped(text);
        self.out.push_str(QUOTE);
    }

    pub(super) fn escaped(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let plain = plain_length(rest.as_bytes());
            self.out.push_str(rest.get(..plain).unwrap_or_default());
            let Some(byte) = rest.as_bytes().get(plain) else { break };
            self.escape(*byte);
            rest = rest.get(plain + 1..).unwrap_or_default();
        }
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            0x8 => 'b',
            0xC => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            _ => {
                self.out.push_str("\\u00");
                self.out.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
                return;
            }
        };
        self.out.extend(['\\', short]);
    }

    /// A string that needs no escape.
    pub fn word(&mut self, word: &str) {
        self.out.push_str(QUOTE);
        self.out.push_str(word);
        self.out.push_str(QUOTE);
    }

    /// A list.
    pub fn list<'t, T: Write + 't>(&mut self, elements: impl IntoIterator<Item = &'t T>) {
        self.out.push_str(LIST[0]);
        let mut first = true;
        for element in elements {
            if !std::mem::take(&mut first) {
                self.out.push_str(COMMA);
            }
            element.write(self);
        }
        self.out.push_str(LIST[1]);
    }

    /// Begins an object.
    pub fn open(&mut self) {
        self.mark();
        self.out.push_str(OBJECT[0]);
    }

    /// Notes where an object begins, if its entries will be sorted.
    pub fn mark(&mut self) {
        if let Some(open) = &mut self.open {
            open.push(self.out.len());
        }
    }

    /// What stands before the value of an entry: bracket or comma, its key, a colon.
    #[expect(clippy::inline_always, reason = "measured: a constant is a store, not a copy")]
    #[inline(always)]
    pub fn before(&mut self, key: &'static str) {
        self.out.push_str(key);
    }

    /// An entry whose key needs no escape.
    pub fn field<T: Write + ?Sized>(&mut self, key: &'static str, value: &T) {
        self.key(key);
        value.write(self);
    }

    pub(super) fn key(&mut self, key: &'static str) {
        self.begin();
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    /// Before a key: what stands last says whether it is the first one, since no value ends with a bracket that opens.
    #[inline]
    fn begin(&mut self) {
        let first = self.out.as_bytes().last() == Some(&b'{');
        self.out.push_str(if first { QUOTE } else { ",\"" });
    }

    /// An entry.
    pub fn entry<T: Write + ?Sized>(&mut self, key: &str, value: &T) {
        self.begin();
        self.escaped(key);
        self.out.push_str("\":");
        value.write(self);
    }

    /// Ends an object.
    pub fn close(&mut self) {
        if self.open.is_some() {
            self.sort();
        }
        self.out.push_str(OBJECT[1]);
    }

    /// Puts the entries of the object that ends here in the order of UTF-16 (RFC 8785).
    #[cold]
    fn sort(&mut self) {
        let Some(begin) = self.open.as_mut().and_then(Vec::pop) else { return };
        let object = self.out.split_off(begin) + "}";
        let mut sorted: Vec<(Cow<'_, str>, &str)> = Vec::new();
        for (key, entry) in Reader::entries(&object) {
            // Writers keep an order, so mostly at the end.
            let at = sorted.partition_point(|(other, _)| other.encode_utf16().le(key.encode_utf16()));
            sorted.insert(at, (key, entry));
        }
        for (place, (_, entry)) in sorted.iter().enumerate() {
            self.out.push_str(if place == 0 { OBJECT[0] } else { COMMA });
            self.out.push_str(entry);
        }
        if sorted.is_empty() {
            self.out.push_str(OBJECT[0]);
        }
    }
}
