//! A value that is looked at by its shape and kept as text. What the core only passes on — addresses, opening hours,
//! channels — needs no struct of its own in the module: one walker over the field tables checks it.

use super::{Detach, Id, Keys, Limits, Map, Read, Reader, Shape, Text, read_format};
use crate::error::ErrorCode;
use std::borrow::Cow;
use std::marker::PhantomData;

/// JSON text that has the shape of `T`.
#[derive(Debug, Clone)]
pub struct Kept<'a, T> {
    text: Cow<'a, str>,
    shape: PhantomData<T>,
}

impl<T> Default for Kept<'_, T> {
    fn default() -> Self {
        Self { text: Cow::Borrowed(""), shape: PhantomData }
    }
}

impl<T> Kept<'_, T> {
    /// Whether nothing was there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The value as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl<'a, T: Read<'a>> Kept<'a, T> {
    /// The value, read again.
    #[must_use]
    pub fn get(&'a self) -> T {
        // OK: it had no fault when it was kept, or the document was refused
        Reader::tolerant(if self.text.is_empty() { "null" } else { &self.text }, Limits { bytes: usize::MAX }).0
    }
}

impl<'a, T: Read<'a>> Read<'a> for Kept<'a, T> {
    const SHAPE: &'static Shape = T::SHAPE;
    fn read(reader: &mut Reader<'a>) -> Self {
        reader.peek();
        let start = reader.position();
        walk(reader, T::SHAPE);
        Self { text: Cow::Borrowed(reader.text.get(start..reader.position()).unwrap_or_default()), shape: PhantomData }
    }
    fn is_absent(&self) -> bool {
        self.text.is_empty()
    }
}

impl<T: Detach> Detach for Kept<'_, T> {
    type Static = Kept<'static, T::Static>;
    fn detach(self) -> Self::Static {
        Kept { text: Cow::Owned(self.text.into_owned()), shape: PhantomData }
    }
}

/// Notes every fault that the value has against a shape, as its reader would.
fn walk(reader: &mut Reader<'_>, shape: &'static Shape) {
    match shape {
        Shape::Text => drop(Text::read(reader)),
        Shape::Id => drop(Id::read(reader)),
        Shape::Boolean => drop(reader.boolean()),
        Shape::Integer { from, to } => {
            if reader.integer().is_some_and(|value| !(*from..=*to).contains(&value)) {
                reader.fault(ErrorCode::NumberOutOfRange);
            }
        }
        Shape::Word(_, words) => {
            if reader.string().is_some_and(|word| !words.iter().any(|(each, _)| *each == word)) {
                reader.fault(ErrorCode::UnknownWord);
            }
        }
        Shape::Checked(_, read) => read(reader),
        Shape::Format(known) => read_format(reader, known),
        Shape::List(inner) => drop(reader.list(&mut |reader| walk(reader, inner))),
        Shape::Map(inner) => drop(Map::read_with(reader, |reader, ()| walk(reader, inner))),
        Shape::Record(table) => {
            let mut keys = Keys::default();
            let is_object = reader.object(&mut |reader, key| {
                let place = keys.place_in(reader, table.fields, key);
                if let Some(field) = place.and_then(|place| table.fields.get(place)) {
                    walk(reader, field.shape);
                }
            });
            if is_object {
                keys.finish_in(reader, table.fields);
            }
        }
    }
}
