//! Objects with known keys: the one reader and the one writer that all of them share. What `#[derive(Record)]` writes for
//! each of them is where the value of a key stands, and nothing else.

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
#[doc(hidden)]
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
#[doc(hidden)]
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

#[cfg(test)]
mod tests {
    use crate::json::{Limits, Reader, Record, to_canonical, to_string};

    /// Names on either side of eight bytes, one the beginning of another.
    #[derive(Debug, Clone, Default, Record)]
    #[record(value)]
    pub struct Names {
        /// One.
        #[record(key = "a", optional)]
        pub one: u32,
        /// Six and the quote.
        #[record(key = "sixabc", optional)]
        pub six: u32,
        /// Seven and the quote: all eight bytes.
        #[record(key = "sevenab", optional)]
        pub seven: u32,
        /// Eight.
        #[record(key = "eightabc", optional)]
        pub eight: u32,
        /// The same and one more.
        #[record(key = "eightabcd", optional)]
        pub nine: u32,
        /// And many more.
        #[record(key = "eightabcdefghijk", optional)]
        pub many: u32,
    }

    fn read(text: &str) -> Result<String, String> {
        let names = Reader::document::<Names>(text, Limits { bytes: 1 << 10 });
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
