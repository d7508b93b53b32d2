//! A place in a JavaScript value, as serde reads it. Leaves are read by serde-wasm-bindgen; what it would pass over in
//! silence — `undefined`, functions, cycles, maps, dates — is honoured here, or refused where it stands.

use js_sys::{Array, BigInt, Date, JsString, Map, Object, Reflect, Symbol};
use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_wasm_bindgen::Error;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use yushen::application;
use yushen::calendar::CivilDate;
use yushen::error::ErrorCode;
use yushen::json::{Shape, pointer_step};

/// What was refused, by pointer.
pub(crate) type Refused = RefCell<BTreeMap<String, ErrorCode>>;

/// A value, what is expected of it, and where it stands.
pub(crate) struct Place<'w> {
    pub value: JsValue,
    pub shape: Option<&'static Shape>,
    pub inside: Option<&'w Inside<'w>>,
    pub refused: &'w Refused,
}

/// A step into a list or an object that is being read.
pub(crate) struct Inside<'w> {
    of: &'w JsValue,
    step: String,
    before: Option<&'w Inside<'w>>,
}

impl Inside<'_> {
    fn pointer(&self) -> String {
        let before = self.before.map(Inside::pointer).unwrap_or_default();
        format!("{before}/{}", pointer_step(&self.step))
    }

    /// Whether one of the values around this place is the same one.
    fn has(&self, value: &JsValue) -> bool {
        self.of == value || self.before.is_some_and(|before| before.has(value))
    }
}

impl<'de> Place<'_> {
    /// Stands for what cannot be honoured: the reader refuses it, and it is known why.
    fn refuse<V: Visitor<'de>>(&self, code: ErrorCode, visitor: V) -> Result<V::Value, Error> {
        let pointer = self.inside.map(Inside::pointer).unwrap_or_default();
        self.refused.borrow_mut().insert(pointer, code);
        visitor.visit_bytes(&[])
    }

    fn text<V: Visitor<'de>>(&self, text: String, visitor: V) -> Result<V::Value, Error> {
        // Half of a surrogate pair comes over as this character, which may also stand there by itself.
        let units = self.value.unchecked_ref::<JsString>();
        if text.contains('\u{fffd}') && !units.is_valid_utf16() {
            return visitor.visit_bytes(&generalised(units.iter()));
        }
        visitor.visit_string(text)
    }

    /// A `Date` is an instant: a day has no hour, and a text has no zone.
    fn date<V: Visitor<'de>>(&self, date: &Date, visitor: V) -> Result<V::Value, Error> {
        match self.shape {
            Some(Shape::Checked("Instant" | "Moment", _)) => match instant(date.get_time()) {
                Some(text) => visitor.visit_string(text),
                None => self.refuse(ErrorCode::InstantInvalid, visitor),
            },
            _ => self.refuse(ErrorCode::TypeMismatch, visitor),
        }
    }

    fn object<V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        if self.inside.is_some_and(|inside| inside.has(&self.value)) {
            return self.refuse(ErrorCode::JsonDepth, visitor);
        }
        if Array::is_array(&self.value) {
            return visitor.visit_seq(List { of: self, elements: self.value.unchecked_ref(), next: 0 });
        }
        if let Some(map) = self.value.dyn_ref::<Map>() {
            return match Object::from_entries(map) {
                Ok(entries) if map.keys().into_iter().all(|key| key.is_ok_and(|key| key.is_string())) => {
                    visitor.visit_map(Entries::of(self, entries.into()))
                }
                _ => self.refuse(ErrorCode::TypeMismatch, visitor),
            };
        }
        if is_plain(&self.value) {
            return visitor.visit_map(Entries::of(self, self.value.clone()));
        }
        self.refuse(ErrorCode::TypeMismatch, visitor)
    }

    /// What is expected of an entry.
    fn below(&self, key: &str) -> Option<&'static Shape> {
        match self.shape? {
            Shape::Map(inner) => Some(inner),
            Shape::Record(table) => of_table(table, key),
            Shape::Checked("Stated", _) => of_table(application::Given::TABLE, key),
            _ => None,
        }
    }
}

fn of_table(table: &yushen::json::Table, key: &str) -> Option<&'static Shape> {
    table.fields.iter().find(|field| field.key == key).map(|field| field.shape)
}

/// Whether the keys of an object are all its own: it is nobody's instance. Another frame's objects have another root.
fn is_plain(value: &JsValue) -> bool {
    let Ok(prototype) = Reflect::get_prototype_of(value) else { return false }; // a proxy may throw
    prototype.is_null() || Object::has_own(&prototype, &"isPrototypeOf".into())
}

/// A text in UTF-8 that has halves of surrogate pairs too.
fn generalised(units: impl Iterator<Item = u16>) -> Vec<u8> {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4]);
    for unit in char::decode_utf16(units) {
        match unit {
            Ok(character) => bytes.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes()),
            Err(half) => {
                let half = half.unpaired_surrogate();
                bytes.extend([0xED, 0x80 | (half >> 6 & 0x3F) as u8, 0x80 | (half & 0x3F) as u8]);
            }
        }
    }
    bytes
}

/// An instant as the core reads it: Asia/Shanghai has had +08:00 alone since 1991.
fn instant(milliseconds: f64) -> Option<String> {
    const DAY: i64 = 24 * 60 * 60;
    if !milliseconds.is_finite() {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a date has at most 8.64e15 milliseconds")]
    let seconds = (milliseconds / 1000.0).floor() as i64 + 8 * 60 * 60;
    let date = CivilDate::from_epoch_days(i32::try_from(seconds.div_euclid(DAY)).ok()?)?;
    let second = seconds.rem_euclid(DAY);
    Some(format!("{date}T{:02}:{:02}:{:02}+08:00", second / 3600, second / 60 % 60, second % 60))
}

impl<'de> Deserializer<'de> for Place<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = &self.value;
        if let Some(text) = value.as_string() {
            return self.text(text, visitor);
        }
        if let Some(number) = value.dyn_ref::<BigInt>() {
            let digits = number.to_string(10).map(String::from).unwrap_or_default();
            return visitor.visit_i128(digits.parse().unwrap_or(i128::MAX));
        }
        if value.is_undefined() || value.is_function() || value.is_symbol() {
            return self.refuse(ErrorCode::TypeMismatch, visitor);
        }
        if let Some(date) = value.dyn_ref::<Date>() {
            return self.date(date, visitor);
        }
        if value.is_object() {
            return self.object(visitor);
        }
        serde_wasm_bindgen::Deserializer::from(self.value).deserialize_any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

/// The elements of an array. One that is not there reads as `undefined`, and is refused.
struct List<'w, 'p> {
    of: &'p Place<'w>,
    elements: &'p Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for List<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        // No document has more; an array that is nearly empty can be as long as it likes.
        if self.next >= self.elements.length().min(1 << 26) {
            return Ok(None);
        }
        let inside = Inside { of: &self.of.value, step: self.next.to_string(), before: self.of.inside };
        let shape = if let Some(Shape::List(inner)) = self.of.shape { Some(*inner) } else { None };
        let value = self.elements.get(self.next);
        self.next += 1;
        seed.deserialize(Place { value, shape, inside: Some(&inside), refused: self.of.refused }).map(Some)
    }
}

/// The entries of an object, in its order. One whose value is `undefined` is absent.
struct Entries<'w, 'p> {
    of: &'p Place<'w>,
    object: JsValue,
    keys: Array,
    next: u32,
    value: JsValue,
    step: String,
}

impl<'w, 'p> Entries<'w, 'p> {
    fn of(place: &'p Place<'w>, object: JsValue) -> Self {
        let keys = Object::keys(object.unchecked_ref::<Object>());
        Self { of: place, object, keys, next: 0, value: JsValue::UNDEFINED, step: String::new() }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        while self.next < self.keys.length() {
            let key = self.keys.get(self.next);
            self.next += 1;
            // A getter that throws has no value that could be honoured.
            self.value = Reflect::get(&self.object, &key).unwrap_or_else(|_| Symbol::iterator().into());
            if !self.value.is_undefined() {
                self.step = key.as_string().unwrap_or_default();
                let key: StringDeserializer<Error> = self.step.clone().into_deserializer();
                return seed.deserialize(key).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let shape = self.of.below(&self.step);
        let step = std::mem::take(&mut self.step);
        let inside = Inside { of: &self.of.value, step, before: self.of.inside };
        let value = std::mem::take(&mut self.value);
        seed.deserialize(Place { value, shape, inside: Some(&inside), refused: self.of.refused })
    }
}
