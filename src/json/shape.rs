//! What a document may look like, as data: the field tables that drive the loader also write the TypeScript types and
//! the JSON Schema, so the three cannot drift apart.

use super::Reader;

/// What one value may be.
#[derive(Debug)]
pub enum Shape {
    /// A non-empty string for people.
    Text,
    /// An identifier: 1 to 64 of `A-Z a-z 0-9 . _ -`.
    Id,
    /// A value with a reader of its own, by the name that the generators know.
    Checked(&'static str, fn(&mut Reader<'_>)),
    /// `true` or `false`.
    Boolean,
    /// An integer in this closed range.
    Integer {
        /// Smallest value.
        from: i64,
        /// Largest value.
        to: i64,
    },
    /// One of these words, each with its meaning.
    Word(&'static str, &'static [(&'static str, &'static str)]),
    /// Exactly this word.
    Format(&'static str),
    /// A list of values of one shape.
    List(&'static Shape),
    /// An object with free keys and values of one shape.
    Map(&'static Shape),
    /// An object with these keys.
    Record(&'static Table),
}

/// The keys of one kind of object.
#[derive(Debug)]
pub struct Table {
    /// The name of the type.
    pub name: &'static str,
    /// Its meaning.
    pub doc: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

/// One key.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Its meaning.
    pub doc: &'static str,
    /// Whether the object is faulty without it.
    pub required: bool,
    /// What its value may be.
    pub shape: &'static Shape,
}
