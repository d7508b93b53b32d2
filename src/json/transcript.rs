//! Values that come another way than as text: whatever serde can read is written down as JSON, and our reader reads that.
//! So there is one grammar and one reader, and every fault has its code and its pointer, whatever the format was.

use super::reader::{Step, pointer};
use super::{Limits, Read, Reader, Writer};
use crate::error::{ErrorCode, Issue};
use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::collections::BTreeSet;
use std::fmt::{self, Display};

/// Deeper than any document may be, so that the reader says so, and as deep as `serde_json` goes.
const DEEPEST: usize = 128;
/// What JSON of ours cannot hold stands as a number that the reader takes nowhere.
const UNSAYABLE: &str = "1e999";

/// The text of a value that came from a deserialiser.
///
/// ```
/// use yushen::json::{Limits, Text, Transcript};
/// let list = serde_json::json!(["a", 1, null, 2.5]);
/// let text = Transcript::of(&list, Limits { bytes: 100 }).unwrap();
/// let faults = text.read::<Vec<Text>>().unwrap_err();
/// assert_eq!(faults.iter().map(|fault| &*fault.path).collect::<Vec<_>>(), ["/1", "/2", "/3"]);
/// ```
#[derive(Debug)]
pub struct Transcript {
    text: String,
    limits: Limits,
    /// Pointers to what JSON cannot hold.
    unsayable: BTreeSet<String>,
}

impl Transcript {
    /// Writes a value down. It is cut off where it is larger than the limits; reading it says so.
    ///
    /// # Errors
    /// What the format itself cannot read.
    pub fn of<'de, D: Deserializer<'de>>(from: D, limits: Limits) -> Result<Self, D::Error> {
        let mut scribe =
            Scribe { to: Writer::plain(), most: limits.bytes, way: Vec::new(), unsayable: BTreeSet::new() };
        Place(&mut scribe).deserialize(from)?;
        Ok(Self { text: scribe.to.into_text(), limits, unsayable: scribe.unsayable })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the text away; what was found in it stays known.
    #[must_use]
    pub fn take_text(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// Reads the text; what is read borrows from it.
    ///
    /// # Errors
    /// Every fault of the document, in its order.
    pub fn read<'a, T: Read<'a>>(&'a self) -> Result<T, Vec<Issue>> {
        Reader::document(&self.text, self.limits).map_err(|issues| self.named(issues))
    }

    /// Names the faults of what JSON cannot hold: the reader has seen a number there.
    #[must_use]
    pub fn named(&self, mut issues: Vec<Issue>) -> Vec<Issue> {
        for issue in &mut issues {
            if issue.code == ErrorCode::NumberNotInteger && self.unsayable.contains(&issue.path) {
                issue.code = ErrorCode::TypeMismatch;
            }
        }
        issues
    }
}

/// The faults as an error of any deserialiser: each with its code and its pointer.
pub(crate) fn refused<E: Error>(issues: &[Issue]) -> E {
    E::custom(fmt::from_fn(|to| {
        for (place, Issue { code, path }) in issues.iter().enumerate() {
            write!(to, "{}{code} at `{path}`", if place == 0 { "" } else { ", " })?;
        }
        Ok(())
    }))
}

/// What has been written, and where.
#[derive(Debug)]
struct Scribe {
    to: Writer,
    most: usize,
    way: Vec<Step>,
    unsayable: BTreeSet<String>,
}

impl Scribe {
    /// Whether nothing more is written: it would not be read.
    fn is_full(&self) -> bool {
        self.to.so_far().len() > self.most
    }

    /// Writes what is JSON already.
    fn raw(&mut self, text: &str) {
        if !self.is_full() {
            self.to.raw(text);
        }
    }

    fn text(&mut self, text: &str) {
        if !self.is_full() {
            self.to.text(text);
        }
    }

    /// Writes bytes that are text but for halves of surrogate pairs, as JavaScript has it: the reader says so. `false` if
    /// they are something else.
    fn broken_text(&mut self, bytes: &[u8]) -> bool {
        let Some(parts) = halves(bytes).filter(|parts| parts.len() > 1) else { return false };
        self.raw("\"");
        for (text, half) in parts {
            self.to.escaped(text);
            self.raw(&half.map(|half| format!("\\u{half:04x}")).unwrap_or_default());
        }
        self.raw("\"");
        true
    }

    fn unsayable(&mut self) {
        if !self.is_full() {
            self.unsayable.insert(pointer(self.to.so_far(), &self.way));
            self.to.raw(UNSAYABLE);
        }
    }

    /// Begins a list or an object; `false` if nothing in it is written.
    fn open(&mut self, brackets: [&str; 2]) -> bool {
        let goes_on = self.way.len() < DEEPEST && !self.is_full();
        self.raw(brackets[0]);
        if !goes_on {
            self.raw(brackets[1]);
        }
        goes_on
    }

    /// Before an element or a key: what stands last says whether it is the first one.
    fn comma(&mut self) {
        if !matches!(self.to.so_far().as_bytes().last(), Some(b'[' | b'{')) {
            self.raw(",");
        }
    }
}

/// Where one value is written.
struct Place<'s>(&'s mut Scribe);

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        if self.0.is_full() {
            return from.deserialize_ignored_any(IgnoredAny).map(drop);
        }
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value that JSON has")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.raw(&value.to_string());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.raw(&value.to_string());
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.0.raw(&value.to_string());
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.0.raw(&value.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.0.raw(&spelled(value));
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.0.text(value);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        if !self.0.broken_text(bytes) {
            self.0.unsayable();
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.raw("null");
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.deserialize(from)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.deserialize(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let scribe = self.0;
        if !scribe.open(["[", "]"]) {
            return IgnoredAny.visit_seq(list).map(drop);
        }
        for index in 0.. {
            scribe.way.push(Step::Index(index));
            let more = list.next_element_seed(Element(scribe))?;
            scribe.way.pop();
            if more.is_none() {
                break;
            }
        }
        scribe.raw("]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let scribe = self.0;
        if !scribe.open(["{", "}"]) {
            return IgnoredAny.visit_map(entries).map(drop);
        }
        while let Some(is_text) = entries.next_key_seed(Key(scribe))? {
            if is_text {
                entries.next_value_seed(Place(scribe))?;
            } else {
                entries.next_value::<IgnoredAny>()?;
                scribe.unsayable();
            }
            scribe.way.pop();
        }
        scribe.raw("}");
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        let (word, of) = data.variant::<String>()?;
        of.unit_variant()?; // with more in it, it is no word of ours and has no other form
        self.visit_str(&word)
    }
}

/// A number with a fraction, or a large one. What is not finite cannot be written and is no integer either.
fn spelled(value: f64) -> String {
    match value {
        _ if !value.is_finite() => UNSAYABLE.into(),
        _ if value.abs() > 9_007_199_254_740_991.0 => format!("{value:.0}"), // an integer, and too large
        _ => format!("{value:?}"),
    }
}

/// The pieces of a text with halves of surrogate pairs in it, each with the half behind it; none if the bytes are no text.
fn halves(mut bytes: &[u8]) -> Option<Vec<(&str, Option<u16>)>> {
    let mut parts = Vec::new();
    loop {
        let fault = match std::str::from_utf8(bytes) {
            Ok(text) => {
                parts.push((text, None));
                return Some(parts);
            }
            Err(fault) => fault,
        };
        let (text, rest) = bytes.split_at_checked(fault.valid_up_to())?;
        let [0xED, high @ 0xA0..=0xBF, low @ 0x80..=0xBF, behind @ ..] = rest else { return None };
        let half = 0xD000 | u16::from(high & 0x3F) << 6 | u16::from(low & 0x3F);
        parts.push((std::str::from_utf8(text).ok()?, Some(half)));
        bytes = behind;
    }
}

/// Where an element of a list is written.
struct Element<'s>(&'s mut Scribe);

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.comma();
        Place(self.0).deserialize(from)
    }
}

/// Where a key is written; whether it is a text.
struct Key<'s>(&'s mut Scribe);

impl Key<'_> {
    fn write(self, key: &str) {
        self.0.comma();
        self.0.way.push(Step::Key(self.0.to.so_far().len()));
        self.0.text(key);
        self.0.raw(":");
    }

    #[expect(clippy::unnecessary_wraps, reason = "what a visitor returns")]
    fn strange<E>(self, key: impl Display) -> Result<bool, E> {
        self.write(&key.to_string());
        Ok(false)
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = bool;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = bool;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        self.write(key);
        Ok(true)
    }

    fn visit_bool<E: Error>(self, key: bool) -> Result<bool, E> {
        self.strange(key)
    }

    fn visit_i64<E: Error>(self, key: i64) -> Result<bool, E> {
        self.strange(key)
    }

    fn visit_u64<E: Error>(self, key: u64) -> Result<bool, E> {
        self.strange(key)
    }

    fn visit_i128<E: Error>(self, key: i128) -> Result<bool, E> {
        self.strange(key)
    }

    fn visit_f64<E: Error>(self, key: f64) -> Result<bool, E> {
        self.strange(key)
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<bool, E> {
        self.strange("")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        self.strange("")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, key: A) -> Result<bool, A::Error> {
        IgnoredAny.visit_seq(key)?;
        self.strange("")
    }

    fn visit_map<A: MapAccess<'de>>(self, key: A) -> Result<bool, A::Error> {
        IgnoredAny.visit_map(key)?;
        self.strange("")
    }
}
