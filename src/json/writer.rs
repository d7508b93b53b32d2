//! The writer: a serde serialiser that knows integers, strings, lists and objects. In canonical form it sorts keys.

use super::scalar::plain_length;
use serde::ser::{self, Impossible, Serialize};
use std::fmt;

/// Writes a value in the order its type declares.
///
/// ```
/// #[derive(serde::Serialize)]
/// struct Due { due: &'static str, left: u32 }
/// assert_eq!(yushen::json::to_string(&Due { due: "2026-03-30", left: 4 }), r#"{"due":"2026-03-30","left":4}"#);
/// ```
#[must_use]
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> String {
    write(value, false)
}

/// Writes a value with its keys in order, as digests need it.
#[must_use]
pub fn to_canonical<T: Serialize + ?Sized>(value: &T) -> String {
    write(value, true)
}

fn write<T: Serialize + ?Sized>(value: &T, canonical: bool) -> String {
    let mut writer = Writer { out: String::with_capacity(4096), entries: canonical.then(Vec::new) };
    let written = value.serialize(&mut writer);
    // OK because every type here is made of what the writer knows; a test that writes another one stops here.
    debug_assert!(written.is_ok(), "a type outside the JSON of this house");
    writer.out
}

/// A value that is not in our subset: a floating-point number, bytes, a key that is not a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a value outside the JSON of this house: only integers, strings, lists and objects are written")]
pub struct WriteError;

impl ser::Error for WriteError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// As a string: a push of a character is a call, a push of a short constant is a store.
const QUOTE: &str = "\"";

struct Writer {
    out: String,
    /// In canonical form: of every open object, the keys so far and where each entry begins.
    entries: Option<Vec<Vec<(String, usize)>>>,
}

impl Writer {
    /// Decimal digits, from the last to the first.
    fn number(&mut self, negative: bool, mut value: u64) {
        const DIGITS: &str = "0123456789";
        if negative {
            self.out.push('-');
        }
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

    fn quoted(&mut self, text: &str) {
        if plain_length(text.as_bytes()) == text.len() {
            return self.word(text);
        }
        self.out.push('"');
        self.escaped(text);
        self.out.push('"');
    }

    fn escaped(&mut self, text: &str) {
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

    /// A word that needs no escape.
    fn word(&mut self, word: &str) {
        self.out.push_str(QUOTE);
        self.out.push_str(word);
        self.out.push_str(QUOTE);
    }

    /// Before an entry or element. What stands last says whether it is the first one: no value ends with a bracket that
    /// opens.
    fn comma(&mut self, open: u8) {
        if self.out.as_bytes().last() != Some(&open) {
            self.out.push(',');
        }
    }

    fn object(&mut self) -> &mut Self {
        if let Some(entries) = &mut self.entries {
            entries.push(Vec::new());
        }
        self.out.push('{');
        self
    }

    /// Before an entry, and its first quote. In canonical form, notes where it begins; commas come when all keys are known.
    #[inline]
    fn begin(&mut self, key: &str) {
        if let Some(entries) = &mut self.entries {
            if let Some(open) = entries.last_mut() {
                open.push((key.into(), self.out.len()));
            }
            self.out.push_str(QUOTE);
        } else {
            let first = self.out.as_bytes().last() == Some(&b'{');
            self.out.push_str(if first { QUOTE } else { ",\"" });
        }
    }

    /// A field's name, which never needs an escape.
    fn key(&mut self, name: &'static str) {
        self.begin(name);
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    /// A key that may need one.
    fn free_key(&mut self, key: &str) {
        self.begin(key);
        self.escaped(key);
        self.out.push_str("\":");
    }

    fn close(&mut self) {
        if let Some(entries) = self.entries.as_mut().and_then(Vec::pop) {
            self.sort(&entries);
        }
        self.out.push('}');
    }

    /// Puts the entries of the object that ends here in the order of UTF-16 (RFC 8785).
    fn sort(&mut self, entries: &[(String, usize)]) {
        let Some((_, begin)) = entries.first() else { return };
        let body = self.out.split_off(*begin);
        let ends = entries.iter().skip(1).map(|(_, place)| place - begin).chain([body.len()]);
        let mut sorted: Vec<(&str, &str)> = Vec::with_capacity(entries.len());
        for ((key, place), end) in entries.iter().zip(ends) {
            // Writers keep an order, so mostly at the end.
            let at = sorted.partition_point(|(other, _)| other.encode_utf16().le(key.encode_utf16()));
            sorted.insert(at, (key, body.get(place - begin..end).unwrap_or_default()));
        }
        for (_, entry) in sorted {
            self.comma(b'{');
            self.out.push_str(entry);
        }
    }
}

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = WriteError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        key.serialize(KeyWriter(self))
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), WriteError> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = WriteError;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), WriteError> {
        self.key(key);
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), WriteError> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = WriteError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.comma(b'[');
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), WriteError> {
        self.out.push(']');
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = WriteError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        ser::SerializeSeq::serialize_element(self, value)
    }
    fn end(self) -> Result<(), WriteError> {
        ser::SerializeSeq::end(self)
    }
}

macro_rules! integers {
    ($($method:ident $kind:ty => $negative:expr, $size:expr);+) => { $(
        fn $method(self, value: $kind) -> Result<(), WriteError> {
            self.number($negative(value), $size(value));
            Ok(())
        }
    )+ };
}

macro_rules! refused {
    ($($method:ident ( $($kind:ty),* ) -> $ok:ty),+ $(,)?) => {
        $(fn $method(self, $(_: $kind),*) -> Result<$ok, WriteError> { Err(WriteError) })+
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = &'w mut Writer;
    type SerializeTuple = &'w mut Writer;
    type SerializeTupleStruct = Impossible<(), WriteError>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = &'w mut Writer;
    type SerializeStruct = &'w mut Writer;
    type SerializeStructVariant = Impossible<(), WriteError>;

    integers!(
        serialize_i8 i8 => i8::is_negative, |value: i8| value.unsigned_abs().into();
        serialize_i16 i16 => i16::is_negative, |value: i16| value.unsigned_abs().into();
        serialize_i32 i32 => i32::is_negative, |value: i32| value.unsigned_abs().into();
        serialize_i64 i64 => i64::is_negative, i64::unsigned_abs;
        serialize_u8 u8 => |_| false, u64::from;
        serialize_u16 u16 => |_| false, u64::from;
        serialize_u32 u32 => |_| false, u64::from;
        serialize_u64 u64 => |_| false, |value| value
    );
    refused!(
        serialize_f32(f32) -> (), serialize_f64(f64) -> (), serialize_bytes(&[u8]) -> (), serialize_unit_struct(&'static str) -> (),
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
    );

    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }
    fn serialize_char(self, value: char) -> Result<(), WriteError> {
        self.quoted(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }
    fn serialize_str(self, text: &str) -> Result<(), WriteError> {
        self.quoted(text);
        Ok(())
    }
    fn serialize_none(self) -> Result<(), WriteError> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), WriteError> {
        self.out.push_str("null");
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), WriteError> {
        self.word(word);
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        let object = self.object();
        object.key(word);
        value.serialize(&mut *object)?;
        object.close();
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self, WriteError> {
        self.out.push('[');
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, WriteError> {
        self.out.push('[');
        Ok(self)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, WriteError> {
        Ok(self.object())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, WriteError> {
        Ok(self.object())
    }
}

/// Keys are strings; anything else is refused.
struct KeyWriter<'w>(&'w mut Writer);

impl ser::Serializer for KeyWriter<'_> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Impossible<(), WriteError>;
    type SerializeTuple = Impossible<(), WriteError>;
    type SerializeTupleStruct = Impossible<(), WriteError>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = Impossible<(), WriteError>;
    type SerializeStruct = Impossible<(), WriteError>;
    type SerializeStructVariant = Impossible<(), WriteError>;

    refused!(
        serialize_bool(bool) -> (), serialize_i8(i8) -> (), serialize_i16(i16) -> (), serialize_i32(i32) -> (),
        serialize_i64(i64) -> (), serialize_u8(u8) -> (), serialize_u16(u16) -> (), serialize_u32(u32) -> (),
        serialize_u64(u64) -> (), serialize_f32(f32) -> (), serialize_f64(f64) -> (), serialize_char(char) -> (),
        serialize_bytes(&[u8]) -> (), serialize_none() -> (), serialize_unit() -> (),
        serialize_unit_struct(&'static str) -> (), serialize_seq(Option<usize>) -> Self::SerializeSeq,
        serialize_tuple(usize) -> Self::SerializeTuple, serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
        serialize_map(Option<usize>) -> Self::SerializeMap, serialize_struct(&'static str, usize) -> Self::SerializeStruct,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
    );
    fn serialize_str(self, text: &str) -> Result<(), WriteError> {
        self.0.free_key(text);
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), WriteError> {
        self.0.key(word);
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), WriteError> {
        Err(WriteError)
    }
}
