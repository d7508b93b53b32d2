//! The keys of an object as they come, beside the keys that it may have.

use super::{Field, MAX_FREE_KEYS, Reader, Value};
use crate::error::{ErrorCode, same};
use std::borrow::Cow;

/// A key of a table, as the reader looks for it.
#[derive(Debug)]
pub struct Key {
    pub(super) name: &'static str,
    /// The key and the quote behind it, or the first eight bytes of that: most keys are told by one comparison.
    head: u64,
    pub(super) required: bool,
}

impl Key {
    /// A key by its name.
    #[must_use]
    pub const fn new(name: &'static str, required: bool) -> Self {
        let (mut head, mut shift, mut rest) = (0, 0, name.as_bytes());
        while shift < 64 {
            let [byte, after @ ..] = rest else {
                head |= (b'"' as u64) << shift;
                break;
            };
            head |= (*byte as u64) << shift;
            (shift, rest) = (shift + 8, after);
        }
        Self { name, head, required }
    }

    /// Whether this key stands behind a quote in the text, with `head` the next eight bytes of it.
    #[inline]
    fn stands(&self, head: u64, text: &[u8]) -> bool {
        let length = self.name.len();
        let shift = 56usize.saturating_sub(length * 8);
        (head ^ self.head) << shift == 0
            && (length < 8 || (text.get(length) == Some(&b'"') && text.get(8..length) == self.name.as_bytes().get(8..)))
    }
}

/// The keys of one object as they come: which were there, and which are the caller's own.
#[derive(Debug, Default)]
pub struct Keys<'a> {
    seen: u64,
    next: usize,
    own: Vec<Cow<'a, str>>,
}

impl<'a> Keys<'a> {
    /// The place of a key in the table, if its value is to be read. A key that is there twice or not in the table is a
    /// fault and is stepped over.
    pub(super) fn place(&mut self, reader: &mut Reader<'a>, keys: &[Key], key: Cow<'a, str>) -> Option<usize> {
        self.found(reader, keys, |each| each.name, key)
    }

    /// Writers keep an order and put the colon behind the key, so the keys behind the last one are looked for in the text
    /// itself.
    #[inline]
    pub(super) fn ahead(&mut self, reader: &mut Reader<'a>, keys: &[Key]) -> Option<usize> {
        let (b'"', text) = reader.rest().split_first()? else { return None };
        let head = u64::from_le_bytes(*text.first_chunk()?);
        let behind = keys.get(self.next..)?;
        let further = behind.iter().position(|key| key.stands(head, text))?;
        let length = behind.get(further)?.name.len();
        if text.get(length + 1) != Some(&b':') {
            return None;
        }
        let (place, bit) = (self.next + further, 1 << (self.next + further));
        if self.seen & bit != 0 {
            return None; // keys came in another order, so that one behind the last may have been there before it
        }
        reader.position += length + 3;
        self.seen |= bit;
        self.next = place + 1;
        Some(place)
    }

    /// The same, in a table that is walked at run time.
    pub fn place_in(&mut self, reader: &mut Reader<'a>, fields: &[Field], key: Cow<'a, str>) -> Option<usize> {
        self.found(reader, fields, |field| field.key, key)
    }

    fn found<T>(
        &mut self,
        reader: &mut Reader<'a>,
        table: &[T],
        name: impl Fn(&T) -> &str,
        key: Cow<'a, str>,
    ) -> Option<usize> {
        let is = |each: &T| same(name(each), &key);
        let expected = table.get(self.next).is_some_and(is);
        let place = if expected { Some(self.next) } else { table.iter().position(is) };
        let Some(place) = place else {
            self.other(reader, key);
            return None;
        };
        let bit = 1 << place;
        if self.seen & bit != 0 {
            reader.refuse(ErrorCode::DuplicateKey);
            return None;
        }
        self.seen |= bit;
        self.next = place + 1;
        Some(place)
    }

    /// A key that the table does not have: the caller's own, read like any value and let go, or a fault.
    fn other(&mut self, reader: &mut Reader<'a>, key: Cow<'a, str>) {
        if !key.starts_with("x-") {
            reader.refuse(ErrorCode::UnknownKey);
        } else if self.own.contains(&key) {
            reader.refuse(ErrorCode::DuplicateKey);
        } else if self.own.len() >= MAX_FREE_KEYS {
            reader.refuse(ErrorCode::TooManyEntries);
        } else {
            Value::read_any(reader);
            self.own.push(key);
        }
    }

    /// Which keys of a table are required, as a mask.
    #[must_use]
    pub const fn required(keys: &[Key]) -> u64 {
        let (mut mask, mut bit, mut rest) = (0, 1, keys);
        while let [key, after @ ..] = rest {
            mask |= if key.required { bit } else { 0 };
            (bit, rest) = (bit << 1, after);
        }
        mask
    }

    /// At the end of the object: the required keys that were not there.
    pub(super) fn finish(&self, reader: &mut Reader<'a>, keys: &[Key], required: u64) {
        if self.seen & required != required {
            self.missing(reader, keys.iter().map(|key| (key.name, key.required)));
        }
    }

    /// The same, of a table that is walked at run time.
    pub fn finish_in(&self, reader: &mut Reader<'a>, fields: &'static [Field]) {
        self.missing(reader, fields.iter().map(|field| (field.key, field.required)));
    }

    fn missing(&self, reader: &mut Reader<'a>, keys: impl Iterator<Item = (&'static str, bool)>) {
        for (place, (key, required)) in keys.enumerate() {
            if required && self.seen & (1 << place) == 0 {
                reader.fault_at(ErrorCode::KeyMissing, key);
            }
        }
    }
}
