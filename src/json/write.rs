//! What can be written as JSON.

use super::{Map, Writer, exchanged};
use crate::error::{Error, Issue};
use std::borrow::Cow;

/// A value that can be written. Ours and not serde's for a measured reason: of a check from text to text a quarter was spent
/// on writing, since a serialiser is told every key anew, and here bracket, comma, key and colon are one constant
/// (`node tests/bench/check.mjs`). What this JSON does not have cannot be written at all:
///
/// ```compile_fail
/// yushen::json::to_string(&1.5f64);
/// ```
pub trait Write {
    /// Writes the value.
    fn write(&self, to: &mut Writer);
}

/// Lets the words of an enum be written.
macro_rules! writable {
    ($($kind:ident),+ $(,)?) => { $(
        impl $crate::json::Write for $kind {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.word(self.as_str());
            }
        }
    )+ };
}
pub(crate) use writable;

impl Write for () {
    fn write(&self, to: &mut Writer) {
        to.literal("null");
    }
}

exchanged!(Issue { "code" code, "path" path });
exchanged!(Error { "code" code, "path" path, "issues" issues });

impl Write for str {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Write for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Write for Cow<'_, str> {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl Write for bool {
    fn write(&self, to: &mut Writer) {
        to.literal(if *self { "true" } else { "false" });
    }
}

impl Write for u32 {
    fn write(&self, to: &mut Writer) {
        to.number((*self).into());
    }
}

impl Write for u64 {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }
}

impl Write for i32 {
    fn write(&self, to: &mut Writer) {
        to.integer((*self).into());
    }
}

impl Write for i64 {
    fn write(&self, to: &mut Writer) {
        to.integer(*self);
    }
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
}

impl<T: Write + ?Sized> Write for Box<T> {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.literal("null"),
        }
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, to: &mut Writer) {
        to.list(self);
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.list(self);
    }
}

impl<T: Write + Clone> Write for Cow<'_, [T]> {
    fn write(&self, to: &mut Writer) {
        to.list(&**self);
    }
}

impl<T: Write> Write for Map<'_, T> {
    fn write(&self, to: &mut Writer) {
        to.open();
        for (key, value) in self.iter() {
            to.entry(key, value);
        }
        to.close();
    }
}

/// Lets a struct be written whose fields are not its keys: its entries, in this order.
macro_rules! written {
    ($name:ident $(<$lifetime:lifetime>)? { $($key:literal $($field:ident).+),+ $(,)? }) => {
        impl $(<$lifetime>)? $crate::json::Write for $name $(<$lifetime>)? {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.open();
                $(to.field($key, &self.$($field).+);)+
                to.close();
            }
        }
        $crate::json::serialized_entries!($name $(<$lifetime>)?, self { $($key true, self.$($field).+;)+ });
    };
}
pub(crate) use written;
