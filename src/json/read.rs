//! What can be read from JSON, and what each kind accepts.

use super::{Reader, Shape, Write, Writer, deserialized, serialized};
use crate::error::{ErrorCode, same};
use std::borrow::Cow;
use std::ops::Deref;

/// A value that can be read. Reading never fails half-way: a faulty value is noted in the reader and reads as its
/// default, so that everything behind it is looked at in the same run.
pub trait Read<'a>: Sized + Default {
    /// What this kind accepts, for generated types and schema.
    const SHAPE: &'static Shape;

    /// Reads one value.
    fn read(reader: &mut Reader<'a>) -> Self;

    /// Reads one value into its place, which holds the default: what is large need not be moved.
    fn fill(&mut self, reader: &mut Reader<'a>) {
        *self = Self::read(reader);
    }

    /// Whether the value is what an absent key reads as, so that it need not be written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value that borrows from its source and can be made to own its text.
pub trait Detach {
    /// The same value, owning its text.
    type Static: 'static;

    /// Copies what is borrowed.
    fn detach(self) -> Self::Static;
}

macro_rules! copied {
    ($($kind:ty),+) => { $(impl $crate::json::Detach for $kind { type Static = Self; fn detach(self) -> Self { self } })+ };
}
pub(crate) use copied;

/// Lets the words of an enum be read from JSON.
macro_rules! readable {
    ($($kind:ident),+ $(,)?) => { $(
        impl<'a> $crate::json::Read<'a> for $kind {
            const SHAPE: &'static $crate::json::Shape = &$crate::json::Shape::Word(stringify!($kind), Self::WORDS);
            fn read(reader: &mut $crate::json::Reader<'a>) -> Self {
                let place = reader.one_of(Self::WORDS);
                place.and_then(|place| Self::ALL.get(place)).copied().unwrap_or_default()
            }
        }
        $crate::json::copied!($kind);
        $crate::json::writable!($kind);
        $crate::json::deserialized!($kind);
    )+ };
}
#[cfg(any(feature = "calendar", feature = "files"))]
pub(crate) use readable;
readable!(ErrorCode);
copied!(bool, u32, i64, String);

impl<T: Detach> Detach for Option<T> {
    type Static = Option<T::Static>;
    fn detach(self) -> Self::Static {
        self.map(T::detach)
    }
}

impl<T: Detach> Detach for Box<T> {
    type Static = Box<T::Static>;
    fn detach(self) -> Self::Static {
        Box::new((*self).detach())
    }
}

impl<T: Detach + Clone> Detach for Cow<'_, [T]>
where
    T::Static: Clone,
{
    type Static = Cow<'static, [T::Static]>;
    fn detach(self) -> Self::Static {
        Cow::Owned(self.into_owned().detach())
    }
}

impl<T: Detach> Detach for Vec<T> {
    type Static = Vec<T::Static>;
    fn detach(self) -> Self::Static {
        self.into_iter().map(T::detach).collect()
    }
}

/// An object with free keys, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<'a, T>(Vec<(Cow<'a, str>, T)>);

impl<T> Default for Map<'_, T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<'a, T> Map<'a, T> {
    /// Without any key.
    pub const EMPTY: Self = Self(Vec::new());

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find_map(|(each, value)| same(each, key).then_some(value))
    }

    /// Sets the value of a key: in its place, or behind all others.
    pub fn set(&mut self, key: Cow<'a, str>, value: T) {
        match self.0.iter_mut().find(|(each, _)| *each == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key, value)),
        }
    }

    /// The entries, given away.
    pub fn into_entries(self) -> impl Iterator<Item = (Cow<'a, str>, T)> {
        self.0.into_iter()
    }

    /// The entries.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }

    /// Reads an object, asking `value` for each value; a key may come once.
    pub(super) fn read_with(reader: &mut Reader<'a>, mut value: impl FnMut(&mut Reader<'a>, &mut T)) -> Self
    where
        T: Default,
    {
        let mut entries: Vec<(Cow<'a, str>, T)> = Vec::new();
        reader.object(&mut |reader, key| {
            if entries.iter().any(|(seen, _)| same(seen, &key)) {
                reader.refuse(ErrorCode::DuplicateKey);
            } else if entries.len() >= super::MAX_FREE_KEYS {
                reader.refuse(ErrorCode::TooManyEntries);
            } else {
                if entries.is_empty() {
                    entries.reserve(8); // most have a handful
                }
                entries.push((key, T::default()));
                if let Some((_, place)) = entries.last_mut() {
                    value(reader, place);
                }
            }
        });
        Self(entries)
    }
}

impl<'a, T: Read<'a>> Read<'a> for Map<'a, T> {
    const SHAPE: &'static Shape = &Shape::Map(T::SHAPE);
    fn read(reader: &mut Reader<'a>) -> Self {
        Self::read_with(reader, |reader, place: &mut T| place.fill(reader))
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Detach> Detach for Map<'_, T> {
    type Static = Map<'static, T::Static>;
    fn detach(self) -> Self::Static {
        Map(self.0.into_iter().map(|(key, value)| (Cow::Owned(key.into_owned()), value.detach())).collect())
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for Map<'a, T> {
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(entries: I) -> Self {
        Self(entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect())
    }
}

/// A string for people: names, labels, sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a>(Cow<'a, str>);

/// An identifier of the catalogue: 1 to 64 letters, digits, `.`, `_`, `-`. Results are made of these, which keeps
/// them ASCII.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Id<'a>(Cow<'a, str>);

macro_rules! string_like {
    ($name:ident) => {
        impl Deref for $name<'_> {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl Write for $name<'_> {
            fn write(&self, to: &mut Writer) {
                to.text(self);
            }
        }
        impl Detach for $name<'_> {
            type Static = $name<'static>;
            fn detach(self) -> $name<'static> {
                $name(Cow::Owned(self.0.into_owned()))
            }
        }
        impl<'a> From<Cow<'a, str>> for $name<'a> {
            fn from(text: Cow<'a, str>) -> Self {
                Self(text)
            }
        }
        impl<'a> From<&'a str> for $name<'a> {
            fn from(text: &'a str) -> Self {
                Self(Cow::Borrowed(text))
            }
        }
        impl From<String> for $name<'_> {
            fn from(text: String) -> Self {
                Self(Cow::Owned(text))
            }
        }
        serialized!($name<'_>, text => text.0);
        deserialized!($name<'static> as $name<'_>);
    };
}
string_like!(Text);
string_like!(Id);

impl<'a> Text<'a> {
    /// The text itself, borrowed where the source allows it.
    #[must_use]
    pub fn into_inner(self) -> Cow<'a, str> {
        self.0
    }
}

impl<'a> Read<'a> for Text<'a> {
    const SHAPE: &'static Shape = &Shape::Text;
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        if text.is_empty() {
            reader.fault(ErrorCode::StringEmpty);
        }
        Self(text)
    }
}

impl<'a> Read<'a> for Id<'a> {
    const SHAPE: &'static Shape = &Shape::Id;
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        if is_id(&text) {
            return Self(text);
        }
        reader.fault(ErrorCode::IdInvalid);
        Self::default()
    }
}

/// Whether a word can be an identifier of the catalogue.
#[must_use]
pub fn is_id(word: &str) -> bool {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'-' | b'0'..=b'9' | b'A'..=b'Z' | b'.' | b'_');
    (1..=64).contains(&word.len()) && word.bytes().all(allowed)
}

/// Any string, the empty one too: a pointer to the root is empty.
impl<'a> Read<'a> for String {
    const SHAPE: &'static Shape = &Shape::Checked("String", |reader| drop(reader.string()));
    fn read(reader: &mut Reader<'a>) -> Self {
        reader.string().unwrap_or_default().into_owned()
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<'a> Read<'a> for bool {
    const SHAPE: &'static Shape = &Shape::Boolean;
    fn read(reader: &mut Reader<'a>) -> Self {
        reader.boolean().unwrap_or_default()
    }
    fn is_absent(&self) -> bool {
        !self
    }
}

impl<'a> Read<'a> for u32 {
    const SHAPE: &'static Shape = &Shape::Integer { from: 0, to: u32::MAX as i64 };
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(value) = reader.integer() else { return 0 };
        u32::try_from(value).unwrap_or_else(|_| {
            reader.fault(ErrorCode::NumberOutOfRange);
            0
        })
    }
    fn is_absent(&self) -> bool {
        *self == 0
    }
}

impl<'a> Read<'a> for i64 {
    const SHAPE: &'static Shape = &Shape::Integer { from: -super::MAX_INTEGER, to: super::MAX_INTEGER };
    fn read(reader: &mut Reader<'a>) -> Self {
        reader.integer().unwrap_or_default()
    }
}

impl<'a, T: Read<'a>> Read<'a> for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    fn read(reader: &mut Reader<'a>) -> Self {
        Some(T::read(reader))
    }
    fn fill(&mut self, reader: &mut Reader<'a>) {
        self.insert(T::default()).fill(reader);
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<'a, T: Read<'a>> Read<'a> for Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    fn read(reader: &mut Reader<'a>) -> Self {
        Self::new(T::read(reader))
    }
}

/// A list that lies elsewhere, or here: what was found is written where it is.
impl<'a, T: Read<'a> + Clone> Read<'a> for Cow<'a, [T]> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
    fn read(reader: &mut Reader<'a>) -> Self {
        Self::Owned(Vec::read(reader))
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<'a, T: Read<'a>> Read<'a> for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut list = Vec::new();
        list.fill(reader);
        list
    }
    fn fill(&mut self, reader: &mut Reader<'a>) {
        reader.list(&mut |reader| {
            self.push(T::default());
            if let Some(place) = self.last_mut() {
                place.fill(reader);
            }
        });
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
