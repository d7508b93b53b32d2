//! Objects with known keys: the one reader and the one writer that all of them share, and `record!`, which says where the
//! value of a key stands.

use super::{Key, Keys, Read, Reader, Write, Writer};

/// A value in its place, whatever its type is: what the one loop for all kinds of object fills.
pub trait Slot<'a> {
    /// Reads the value.
    fn fill(&mut self, reader: &mut Reader<'a>);
}

impl<'a, T: Read<'a>> Slot<'a> for T {
    fn fill(&mut self, reader: &mut Reader<'a>) {
        Read::fill(self, reader);
    }
}

/// An object whose values are reached by the place of their key.
pub trait Slots<'a> {
    /// The value of a key.
    fn slot(&mut self, place: usize) -> Option<&mut dyn Slot<'a>>;
}

/// A value that can be written, whatever its type is.
pub trait Entry<'a> {
    /// Whether it need not be written.
    fn is_absent(&self) -> bool;
    /// Writes the value.
    fn write(&self, to: &mut Writer);
}

impl<'a, T: Read<'a> + Write> Entry<'a> for T {
    fn is_absent(&self) -> bool {
        Read::is_absent(self)
    }
    fn write(&self, to: &mut Writer) {
        Write::write(self, to);
    }
}

/// An object whose values can be written by the place of their key.
pub trait Entries<'a> {
    /// The value of a key.
    fn entry(&self, place: usize) -> Option<&dyn Entry<'a>>;
}

impl Writer {
    /// Writes an object with known keys: one copy of the loop in the module instead of one for every kind of object.
    pub fn record(&mut self, keys: &[Key], record: &dyn Entries<'_>) {
        self.open();
        for (place, key) in keys.iter().enumerate() {
            if let Some(entry) = record.entry(place)
                && (key.required || !entry.is_absent())
            {
                self.key(key.name);
                entry.write(self);
            }
        }
        self.close();
    }
}

impl<'a> Reader<'a> {
    /// Reads an object with known keys: one copy of the loop in the module instead of one for every kind of object.
    pub fn record(&mut self, keys: &[Key], required: u64, record: &mut dyn Slots<'a>) {
        let Some(mut more) = self.open_object() else { return };
        let mut known = Keys::default();
        while more {
            self.peek();
            let begin = self.position;
            let place = if let Some(place) = known.ahead(self, keys) {
                self.step_in(begin);
                Some(place)
            } else {
                let Some(key) = self.key() else { break };
                self.step_in(begin);
                known.place(self, keys, key)
            };
            if let Some(slot) = place.and_then(|place| record.slot(place)) {
                slot.fill(self);
            }
            self.step_out();
            more = self.more(b'}');
        }
        known.finish(self, keys, required);
    }
}

/// Declares a kind of object. Each line is `"key" required|optional name: Type`; an absent optional key reads as the
/// type's default, and a default is not written. Duplicate, unknown and missing keys are faults; keys beginning `x-`
/// are the caller's own. What else it can do, the first word says: `input` is only read; `kept` can outlive its source;
/// `value` is also written, so that a stage's result is read back by the next with the same table; `kept value` is both;
/// `result` is written faster and takes more room in the module: what a check is made of.
/// Where no field borrows, `_ name;` stands before the first.
macro_rules! record {
    (
        $($mode:ident)+; $(#[doc = $doc:literal])+
        pub struct $name:ident<'a> { $(_ $lifetime:ident;)? $( $(#[doc = $key_doc:literal])+ $key:literal $presence:ident $field:ident : $kind:ty, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Default)]
        pub struct $name<'a> {
            $( $(#[doc = $key_doc])+ pub $field: $kind, )+
            $(#[doc = "Nothing here borrows."] pub $lifetime: std::marker::PhantomData<&'a ()>,)?
        }

        impl<'a> $name<'a> {
            // Beside the table, which carries the documentation and so must not reach the module.
            const KEYS: &'static [$crate::json::Key] =
                &[$($crate::json::Key::new($key, $crate::json::record!(@$presence))),+];

            /// The keys of this kind of object.
            pub const TABLE: &'static $crate::json::Table = &$crate::json::Table {
                name: stringify!($name),
                doc: $crate::error::documented(concat!($($doc),+)),
                fields: &[$($crate::json::Field {
                    key: $key,
                    doc: $crate::error::documented(concat!($($key_doc),+)),
                    required: $crate::json::record!(@$presence),
                    shape: <$kind as $crate::json::Read<'a>>::SHAPE,
                }),+],
            };
        }

        impl<'a> $crate::json::Read<'a> for $name<'a> {
            const SHAPE: &'static $crate::json::Shape = &$crate::json::Shape::Record($name::TABLE);

            fn read(reader: &mut $crate::json::Reader<'a>) -> Self {
                let mut record = Self::default();
                record.fill(reader);
                record
            }

            fn fill(&mut self, reader: &mut $crate::json::Reader<'a>) {
                const REQUIRED: u64 = $crate::json::Keys::required($name::KEYS);
                reader.record($name::KEYS, REQUIRED, self);
            }
        }

        impl<'a> $crate::json::Slots<'a> for $name<'a> {
            fn slot(&mut self, place: usize) -> Option<&mut dyn $crate::json::Slot<'a>> {
                #[expect(non_camel_case_types, reason = "the fields' own names, numbered")]
                enum Place { $($field),+ }
                $(if place == Place::$field as usize {
                    return Some(&mut self.$field);
                })+
                None
            }
        }

        $crate::json::record!(@modes [$($mode)+] $name { $($key $presence $field)+ });
    };
    (@modes [$first:ident $second:ident] $name:ident $body:tt) => {
        $crate::json::record!(@$first $name $body);
        $crate::json::record!(@$second $name $body);
    };
    (@modes [$only:ident] $name:ident $body:tt) => { $crate::json::record!(@$only $name $body); };
    (@input $name:ident { $($rest:tt)+ }) => {};
    (@kept $name:ident { $($key:literal $presence:ident $field:ident)+ }) => {
        impl $crate::json::Detach for $name<'_> {
            type Static = $name<'static>;
            fn detach(self) -> $name<'static> {
                $name { $($field: $crate::json::Detach::detach(self.$field),)+ }
            }
        }
    };
    (@value $name:ident { $($key:literal $presence:ident $field:ident)+ }) => {
        impl $crate::json::Write for $name<'_> {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.record($name::KEYS, self);
            }
        }

        impl<'a> $crate::json::Entries<'a> for $name<'a> {
            fn entry(&self, place: usize) -> Option<&dyn $crate::json::Entry<'a>> {
                #[expect(non_camel_case_types, reason = "the fields' own names, numbered")]
                enum Place { $($field),+ }
                $(if place == Place::$field as usize {
                    return Some(&self.$field);
                })+
                None
            }
        }
    };
    (@result $name:ident { $($key:literal $presence:ident $field:ident)+ }) => {
        impl $crate::json::Write for $name<'_> {
            fn write(&self, to: &mut $crate::json::Writer) {
                // Known where a required key stands before: then what stands before a value is a constant.
                let mut first = true;
                to.mark();
                $(if $crate::json::record!(@$presence) || !$crate::json::Read::is_absent(&self.$field) {
                    let first = std::mem::take(&mut first);
                    to.before(if first { concat!("{\"", $key, "\":") } else { concat!(",\"", $key, "\":") });
                    $crate::json::Write::write(&self.$field, to);
                })+
                if first {
                    to.before("{");
                }
                to.close();
            }
        }
    };
    (@required) => { true };
    (@optional) => { false };
}
pub(crate) use record;

#[cfg(test)]
mod tests {
    use crate::json::{Limits, Reader, to_canonical, to_string};

    record! {
        value;
        /// Names on either side of eight bytes, one the beginning of another.
        pub struct Names<'a> {
            _ lifetime;
            /// One.
            "a" optional one: u32,
            /// Six and the quote.
            "sixabc" optional six: u32,
            /// Seven and the quote: all eight bytes.
            "sevenab" optional seven: u32,
            /// Eight.
            "eightabc" optional eight: u32,
            /// The same and one more.
            "eightabcd" optional nine: u32,
            /// And many more.
            "eightabcdefghijk" optional many: u32,
        }
    }

    fn read(text: &str) -> Result<String, String> {
        let names = Reader::document::<Names<'_>>(text, Limits { bytes: 1 << 10 });
        names
            .map(|names| to_string(&names))
            .map_err(|issues| issues.iter().flat_map(|issue| [issue.code.as_str(), &issue.path, " "]).collect())
    }

    #[test]
    fn a_key_is_found_by_its_whole_name_wherever_it_stands() {
        let keys = ["a", "sixabc", "sevenab", "eightabc", "eightabcd", "eightabcdefghijk"];
        for (place, key) in keys.iter().enumerate() {
            let alone = format!("{{\"{key}\":{}}}", place + 1);
            for text in [alone.clone(), alone.replace(':', " :\n"), alone.replace('{', "{ ") + "        "] {
                assert_eq!(read(&text), Ok(alone.clone()), "{text}");
            }
            for other in keys.iter().filter(|other| *other != key) {
                let (value, second) = (place + 1, keys.iter().position(|each| each == other).unwrap_or(0) + 1);
                let text = format!("{{\"{key}\":{value},\"{other}\":{second}}}");
                let turned = format!("{{\"{other}\":{second},\"{key}\":{value}}}");
                assert_eq!(read(&text), read(&turned));
                assert_eq!(read(&text).map(|text| text.len()), Ok(text.len()));
            }
            for strange in [format!("{key}x"), format!("{key} "), key.to_uppercase(), key.replace('a', "\u{e4}")] {
                let text = format!("{{\"{strange}\":1,\"x-own\":2}}");
                assert_eq!(read(&text), Err(format!("UNKNOWN_KEY/{strange} ")));
            }
            let twice = format!("{{\"{key}\":1,\"{key}\":2}}");
            assert_eq!(read(&twice), Err(format!("DUPLICATE_KEY/{key} ")));
        }
        assert_eq!(read("{\"a\":1,\"a\\u0000\":2}"), Err("UNKNOWN_KEY/a\0 ".into()));
        assert_eq!(read("{\"\\u0061\":1}"), Ok("{\"a\":1}".into()));
        assert_eq!(read("{\"a\""), Err("JSON_SYNTAX ".into()));
    }

    #[test]
    fn what_is_written_in_order_is_sorted_when_it_is_canonical() {
        let names = Names { one: 1, eight: 8, six: 6, ..Names::default() };
        assert_eq!(to_string(&names), r#"{"a":1,"sixabc":6,"eightabc":8}"#);
        assert_eq!(to_canonical(&names), r#"{"a":1,"eightabc":8,"sixabc":6}"#);
        assert_eq!((to_string(&Names::default()), to_canonical(&Names::default())), ("{}".into(), "{}".into()));
    }
}
