//! Any JSON value of our subset, and the canonical form that digests are taken of.

use super::{Detach, Limits, Map, Read, Reader, Shape, Write, Writer, deserialized};
use crate::error::Issue;
use std::borrow::Cow;

/// Any JSON value of our subset: integers, no duplicate keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value<'a> {
    /// `null`; only where a table says that it may stand.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// An integer of at most 2^53 − 1.
    Integer(i64),
    /// A string.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object, in the order of the text.
    Object(Map<'a, Value<'a>>),
}

impl<'a> Value<'a> {
    /// Reads a value, `null` included.
    pub fn read_any(reader: &mut Reader<'a>) -> Self {
        match reader.peek() {
            Some(b'n') => {
                reader.null();
                Self::Null
            }
            Some(b't' | b'f') => Self::Boolean(reader.boolean().unwrap_or_default()),
            Some(b'"') => Self::Text(reader.string().unwrap_or_default()),
            Some(b'[') => {
                let mut list = Vec::new();
                reader.list(&mut |reader| list.push(Self::read_any(reader)));
                Self::List(list)
            }
            Some(b'{') => Self::Object(Map::read_with(reader, |reader, place| *place = Self::read_any(reader))),
            _ => Self::Integer(reader.integer().unwrap_or_default()),
        }
    }
}

#[cfg(feature = "serde")]
impl<'a> Value<'a> {
    /// Reads what the component itself has written, in which a text can be of any length.
    #[must_use]
    pub fn of_own(text: &'a str) -> Self {
        Self::read_any(&mut Reader::of_own(text))
    }
}

impl<'a> Read<'a> for Value<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Json", |reader| drop(Value::read_any(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        Self::read_any(reader)
    }
}

impl Detach for Value<'_> {
    type Static = Value<'static>;
    fn detach(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(value) => Value::Boolean(value),
            Self::Integer(value) => Value::Integer(value),
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::List(list) => Value::List(list.detach()),
            Self::Object(entries) => Value::Object(entries.detach()),
        }
    }
}

deserialized!(Value<'static> as Value<'_>, Map<'static, Value<'static>> as Map<'_, Value<'_>>, Map<'static, super::Text<'static>> as Map<'_, super::Text<'_>>);

impl Write for Value<'_> {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Null => to.literal("null"),
            Self::Boolean(value) => value.write(to),
            Self::Integer(value) => to.integer(*value),
            Self::Text(text) => to.text(text),
            Self::List(list) => to.list(list),
            Self::Object(entries) => entries.write(to),
        }
    }
}

/// The canonical form of a document: keys in order, no white space, integers only (RFC 8785 restricted to integers).
///
/// ```
/// use yushen::json::{canonical, Limits};
/// assert_eq!(canonical(r#"{ "b": 1, "a": "\u4e00" }"#, Limits { bytes: 100 }).unwrap(), r#"{"a":"一","b":1}"#);
/// ```
///
/// # Errors
/// Every fault of the document.
pub fn canonical(text: &str, limits: Limits) -> Result<String, Vec<Issue>> {
    let value = Reader::document::<Value>(text, limits)?;
    Ok(super::to_canonical(&value))
}
