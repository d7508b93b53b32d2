//! `record!`: an object with known keys, declared once. The declaration is the struct, its reader and its field table.

use super::{Field, MAX_FREE_KEYS, Reader, Value};
use crate::error::{ErrorCode, same};
use std::borrow::Cow;

/// A key of a table, as the reader looks for it.
#[derive(Debug)]
pub struct Key {
    name: &'static str,
    /// The key and the quote behind it, or the first eight bytes of that: most keys are told by one comparison.
    head: u64,
    required: bool,
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
    fn place(&mut self, reader: &mut Reader<'a>, keys: &[Key], key: Cow<'a, str>) -> Option<usize> {
        self.found(reader, keys, |each| each.name, key)
    }

    /// Writers keep an order and put the colon behind the key, so the keys behind the last one are looked for in the text
    /// itself.
    #[inline]
    fn ahead(&mut self, reader: &mut Reader<'a>, keys: &[Key]) -> Option<usize> {
        let (b'"', text) = reader.rest().split_first()? else { return None };
        let head = u64::from_le_bytes(*text.first_chunk()?);
        let behind = keys.get(self.next..)?;
        let further = behind.iter().position(|key| key.stands(head, text))?;
        let length = behind.get(further)?.name.len();
        if text.get(length + 1) != Some(&b':') {
            return None;
        }
        reader.position += length + 3;
        let place = self.next + further;
        // Behind the last one, so it has not been seen.
        self.seen |= 1 << place;
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
    fn finish(&self, reader: &mut Reader<'a>, keys: &[Key], required: u64) {
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

impl Reader<'_> {
    /// Reads an object with known keys, calling `field` with the place of each. Called through a pointer: one copy of the
    /// loop in the module instead of one for every kind of object.
    pub fn record(&mut self, keys: &[Key], required: u64, field: &mut dyn FnMut(&mut Self, usize)) {
        let Some(mut more) = self.open_object() else { return };
        let mut known = Keys::default();
        while more {
            self.peek();
            let begin = self.position;
            if let Some(place) = known.ahead(self, keys) {
                self.step_in(begin);
                field(self, place);
            } else {
                let Some(key) = self.key() else { break };
                self.step_in(begin);
                if let Some(place) = known.place(self, keys, key) {
                    field(self, place);
                }
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
/// `result` is written faster and takes more room in the module: what a check is made of; `places` behind the first says that it
/// knows where things stand in its source, so that it is nothing without that. Under the feature `serde` every other kind can outlive its
/// source, and has both traits of serde.
/// Where no field borrows, `_ name;` stands before the first.
#[cfg(any(feature = "calendar", feature = "files"))]
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
                #[expect(non_camel_case_types, reason = "the fields' own names, numbered")]
                enum Place { $($field),+ }
                // Beside the table, which carries the documentation and so must not reach the module.
                const KEYS: &[$crate::json::Key] = &[$($crate::json::Key::new($key, $crate::json::record!(@$presence))),+];
                const REQUIRED: u64 = $crate::json::Keys::required(KEYS);
                reader.record(KEYS, REQUIRED, &mut |reader, place| {
                    $(if place == Place::$field as usize {
                        $crate::json::Read::fill(&mut self.$field, reader);
                        return;
                    })+
                });
            }
        }

        $crate::json::record!(@modes [$($mode)+] $name { $(_ $lifetime;)? $($key $presence $field)+ });
    };
    (@modes [input places] $name:ident $body:tt) => {};
    (@modes [kept places] $name:ident $body:tt) => { $crate::json::record!(@kept $name $body); };
    (@modes [kept] $name:ident $body:tt) => {
        $crate::json::record!(@kept $name $body);
        $crate::json::record!(@serde $name $body);
    };
    (@modes [kept value] $name:ident $body:tt) => {
        $crate::json::record!(@modes [kept] $name $body);
        $crate::json::record!(@value $name $body);
    };
    (@modes [$only:ident] $name:ident $body:tt) => {
        $crate::json::record!(@$only $name $body);
        #[cfg(feature = "serde")]
        $crate::json::record!(@kept $name $body);
        $crate::json::record!(@serde $name $body);
    };
    (@serde $name:ident { $(_ $lifetime:ident;)? $($key:literal $presence:ident $field:ident)+ }) => {
        $crate::json::deserialized!($name<'static> as $name<'_>);
        $crate::json::serialized_entries!($name<'a>, self { $(
            $key $crate::json::record!(@$presence) || !$crate::json::Read::is_absent(&self.$field), self.$field;
        )+ });
    };
    (@input $name:ident { $($rest:tt)+ }) => {};
    (@kept $name:ident { $(_ $lifetime:ident;)? $($key:literal $presence:ident $field:ident)+ }) => {
        impl $crate::json::Detach for $name<'_> {
            type Static = $name<'static>;
            fn detach(self) -> $name<'static> {
                $name {
                    $($field: $crate::json::Detach::detach(self.$field),)+
                    $($lifetime: std::marker::PhantomData,)?
                }
            }
        }
    };
    (@value $name:ident { $(_ $lifetime:ident;)? $($key:literal $presence:ident $field:ident)+ }) => {
        impl $crate::json::Write for $name<'_> {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.open();
                $(if $crate::json::record!(@$presence) || !$crate::json::Read::is_absent(&self.$field) {
                    to.field($key, &self.$field);
                })+
                to.close();
            }
        }
    };
    (@result $name:ident { $(_ $lifetime:ident;)? $($key:literal $presence:ident $field:ident)+ }) => {
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
#[cfg(any(feature = "calendar", feature = "files"))]
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
