//! The writer: a serde serialiser that knows integers, strings, lists and objects. In canonical form it sorts keys.

use super::scalar::plain_length;
use serde::ser::{self, Impossible, Serialize};
use std::borrow::Cow;
use std::fmt::{self, Write as _};

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
    let mut writer = Writer { out: String::with_capacity(4096), canonical };
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

struct Writer {
    out: String,
    canonical: bool,
}

impl Writer {
    /// Decimal digits, from the last to the first.
    fn number(&mut self, negative: bool, mut value: u64) {
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
        if negative {
            self.out.push('-');
        }
        let written = digits.get(digits.len() - length..).unwrap_or_default();
        self.out.push_str(std::str::from_utf8(written).unwrap_or_default());
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        loop {
            let plain = plain_length(rest.as_bytes());
            self.out.push_str(rest.get(..plain).unwrap_or_default());
            let Some(byte) = rest.as_bytes().get(plain) else { break };
            self.escape(*byte);
            rest = rest.get(plain + 1..).unwrap_or_default();
        }
        self.out.push('"');
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x8 => "\\b",
            0xC => "\\f",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            _ => {
                let _ = write!(self.out, "\\u{byte:04x}"); // writing to a String cannot fail
                return;
            }
        };
        self.out.push_str(short);
    }

    fn open(&mut self, bracket: char) -> Compound<'_> {
        let sorted = self.canonical && bracket == '{';
        self.out.push(bracket);
        Compound { writer: self, first: true, entries: sorted.then(Vec::new) }
    }
}

/// A list or object being written. In canonical form an object's entries wait until all their keys are known.
struct Compound<'w> {
    writer: &'w mut Writer,
    first: bool,
    entries: Option<Vec<(Cow<'static, str>, String)>>,
}

impl Compound<'_> {
    fn comma(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.writer.out.push(',');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn entry<T: Serialize + ?Sized>(&mut self, key: Cow<'static, str>, value: &T) -> Result<(), WriteError> {
        if let Some(entries) = &mut self.entries {
            let mut inner = Writer { out: String::new(), canonical: true };
            value.serialize(&mut inner)?;
            // Put where it belongs, in the order of UTF-16 (RFC 8785): writers keep an order, so mostly at the end.
            let at = entries.partition_point(|(other, _)| other.encode_utf16().le(key.encode_utf16()));
            entries.insert(at, (key, inner.out));
            return Ok(());
        }
        self.comma();
        match key {
            // A field's name, which never needs an escape; a map's keys are owned.
            Cow::Borrowed(name) => {
                self.writer.out.push('"');
                self.writer.out.push_str(name);
                self.writer.out.push('"');
            }
            Cow::Owned(key) => self.writer.quoted(&key),
        }
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)
    }

    fn close(mut self, bracket: char) {
        let entries = self.entries.take().unwrap_or_default();
        for (key, value) in entries {
            self.comma();
            self.writer.quoted(&key);
            self.writer.out.push(':');
            self.writer.out.push_str(&value);
        }
        self.writer.out.push(bracket);
    }
}

/// An object whose keys come one by one.
struct MapWriter<'w> {
    object: Compound<'w>,
    key: String,
}

impl ser::SerializeMap for MapWriter<'_> {
    type Ok = ();
    type Error = WriteError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.key = key.serialize(KeyWriter)?;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let key = Cow::Owned(std::mem::take(&mut self.key));
        self.object.entry(key, value)
    }
    fn end(self) -> Result<(), WriteError> {
        self.object.close('}');
        Ok(())
    }
}

impl ser::SerializeStruct for Compound<'_> {
    type Ok = ();
    type Error = WriteError;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), WriteError> {
        self.entry(Cow::Borrowed(key), value)
    }
    fn end(self) -> Result<(), WriteError> {
        self.close('}');
        Ok(())
    }
}

impl ser::SerializeSeq for Compound<'_> {
    type Ok = ();
    type Error = WriteError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.element(value)
    }
    fn end(self) -> Result<(), WriteError> {
        self.close(']');
        Ok(())
    }
}

impl ser::SerializeTuple for Compound<'_> {
    type Ok = ();
    type Error = WriteError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.element(value)
    }
    fn end(self) -> Result<(), WriteError> {
        self.close(']');
        Ok(())
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
    type SerializeSeq = Compound<'w>;
    type SerializeTuple = Compound<'w>;
    type SerializeTupleStruct = Impossible<(), WriteError>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = MapWriter<'w>;
    type SerializeStruct = Compound<'w>;
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
        self.serialize_str(word)
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
        let mut object = self.open('{');
        object.entry(Cow::Borrowed(word), value)?;
        object.close('}');
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'w>, WriteError> {
        Ok(self.open('['))
    }
    fn serialize_tuple(self, _: usize) -> Result<Compound<'w>, WriteError> {
        Ok(self.open('['))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<MapWriter<'w>, WriteError> {
        Ok(MapWriter { object: self.open('{'), key: String::new() })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'w>, WriteError> {
        Ok(self.open('{'))
    }
}

/// Keys are strings; anything else is refused.
struct KeyWriter;

impl ser::Serializer for KeyWriter {
    type Ok = String;
    type Error = WriteError;
    type SerializeSeq = Impossible<String, WriteError>;
    type SerializeTuple = Impossible<String, WriteError>;
    type SerializeTupleStruct = Impossible<String, WriteError>;
    type SerializeTupleVariant = Impossible<String, WriteError>;
    type SerializeMap = Impossible<String, WriteError>;
    type SerializeStruct = Impossible<String, WriteError>;
    type SerializeStructVariant = Impossible<String, WriteError>;

    refused!(
        serialize_bool(bool) -> String, serialize_i8(i8) -> String, serialize_i16(i16) -> String, serialize_i32(i32) -> String,
        serialize_i64(i64) -> String, serialize_u8(u8) -> String, serialize_u16(u16) -> String, serialize_u32(u32) -> String,
        serialize_u64(u64) -> String, serialize_f32(f32) -> String, serialize_f64(f64) -> String, serialize_char(char) -> String,
        serialize_bytes(&[u8]) -> String, serialize_none() -> String, serialize_unit() -> String,
        serialize_unit_struct(&'static str) -> String, serialize_seq(Option<usize>) -> Self::SerializeSeq,
        serialize_tuple(usize) -> Self::SerializeTuple, serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
        serialize_map(Option<usize>) -> Self::SerializeMap, serialize_struct(&'static str, usize) -> Self::SerializeStruct,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
    );
    fn serialize_str(self, text: &str) -> Result<String, WriteError> {
        Ok(String::from(text))
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<String, WriteError> {
        Ok(String::from(word))
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, WriteError> {
        value.serialize(self)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<String, WriteError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<String, WriteError> {
        Err(WriteError)
    }
}
