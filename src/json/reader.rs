//! The pull parser. A fault never stops it where it can go on: it notes the fault with its pointer, steps over the
//! value and reads the rest. Only broken syntax ends a document, because nothing after it has a meaning.

#[cfg(feature = "serde")]
use super::MAX_STRING;
use super::{MAX_DEPTH, MAX_ISSUES, Read};
use crate::error::{ErrorCode, Issue};
use std::borrow::Cow;
use std::fmt::{Display, Write as _};

/// Limits on one kind of document.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Largest document in bytes.
    pub bytes: usize,
}

/// One step of the way to the value being read. A key is told by its place in the text: it is read again if a fault
/// needs its name, which is seldom.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Key(usize),
    Named(&'static str),
    Index(usize),
}

/// A pull parser over one document.
///
/// ```
/// use yushen::json::{Limits, Reader, Text};
/// let faults = Reader::document::<Vec<Text>>(r#"["a", 1, null]"#, Limits { bytes: 100 }).unwrap_err();
/// assert_eq!(faults[0].path, "/1");
/// assert_eq!(faults[1].code.as_str(), "NULL_VALUE");
/// ```
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) position: usize,
    way: Vec<Step>,
    issues: Vec<Issue>,
    broken: bool,
    /// Whether it was written here, so that a string in it can be of any length.
    #[cfg(feature = "serde")]
    own: bool,
}

impl<'a> Reader<'a> {
    /// Reads a whole document.
    ///
    /// # Errors
    /// Every fault of the document, in the order of the text.
    pub fn document<T: Read<'a>>(text: &'a str, limits: Limits) -> Result<T, Vec<Issue>> {
        let (value, issues) = Self::tolerant(text, limits);
        if issues.is_empty() { Ok(value) } else { Err(issues) }
    }

    /// Reads a whole document and returns what could be read beside all its faults; a faulty value reads as its default.
    #[doc(hidden)]
    #[must_use]
    pub fn tolerant<T: Read<'a>>(text: &'a str, limits: Limits) -> (T, Vec<Issue>) {
        let mut reader = Self::at(text, 0);
        reader.way.reserve(MAX_DEPTH);
        if text.len() > limits.bytes {
            reader.fault(ErrorCode::JsonTooLarge);
            return (T::default(), reader.issues);
        }
        if text.starts_with('\u{feff}') {
            reader.fault(ErrorCode::JsonEncoding);
            return (T::default(), reader.issues);
        }
        let value = T::read(&mut reader);
        if reader.peek().is_some() {
            reader.syntax();
        }
        // What a later version means by its keys is not known here.
        if let Some(later) = reader.issues.iter().position(|issue| issue.code == ErrorCode::FormatTooNew) {
            reader.issues.get_mut(..=later).unwrap_or_default().rotate_right(1);
        }
        (value, reader.issues)
    }

    /// Reads what was written here.
    #[cfg(feature = "serde")]
    pub(super) fn of_own(text: &'a str) -> Self {
        Reader { own: true, ..Self::at(text, 0) }
    }

    const fn at(text: &'a str, position: usize) -> Self {
        Reader {
            text,
            position,
            way: Vec::new(),
            issues: Vec::new(),
            broken: false,
            #[cfg(feature = "serde")]
            own: false,
        }
    }

    /// The longest string that is taken, in bytes.
    #[cfg(feature = "serde")]
    pub(super) const fn longest(&self) -> usize {
        if self.own { usize::MAX } else { MAX_STRING }
    }

    /// Notes a fault of the value being read.
    pub fn fault(&mut self, code: ErrorCode) {
        if !self.broken && self.issues.len() < MAX_ISSUES {
            let path = pointer(self.text, &self.way);
            self.issues.push(Issue { code, path });
        }
    }

    /// Notes a fault of a key of the object being read.
    pub fn fault_at(&mut self, code: ErrorCode, key: &'static str) {
        self.way.push(Step::Named(key));
        self.fault(code);
        self.way.pop();
    }

    /// Notes a fault further down in the value that has just been read; `below` is a pointer from that value.
    pub fn fault_below(&mut self, code: ErrorCode, below: &dyn Display) {
        let before = self.issues.len();
        self.fault(code);
        if let Some(issue) = self.issues.get_mut(before) {
            let _ = write!(issue.path, "{below}"); // writing to a String cannot fail
        }
    }

    /// Whether the text has ended for good: its syntax is broken.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Where the reader stands, in bytes from the start of the text.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    pub(super) fn syntax(&mut self) {
        self.fault(ErrorCode::JsonSyntax);
        self.broken = true;
        self.position = self.text.len();
    }

    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// The first byte of the next token.
    #[inline]
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.position += 1,
                other => return other,
            }
        }
    }

    pub(super) fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    /// Steps over a value that is not what the format has here, and says so.
    pub fn mismatch(&mut self) {
        match self.peek() {
            Some(b'n') => self.refuse(ErrorCode::NullValue),
            Some(b'{' | b'[' | b'"' | b't' | b'f' | b'-' | b'0'..=b'9') => self.refuse(ErrorCode::TypeMismatch),
            _ => self.syntax(), // no value begins here at all
        }
    }

    /// Notes a fault of the next value and steps over it.
    pub fn refuse(&mut self, code: ErrorCode) {
        self.fault(code);
        self.skip();
    }

    /// Reads an object, entry by entry. `false` if the value is no object. Called through a pointer: one copy of the
    /// loop in the module instead of one for every kind of object.
    pub fn object(&mut self, entry: &mut dyn FnMut(&mut Self, Cow<'a, str>)) -> bool {
        let Some(mut more) = self.open_object() else { return false };
        while more {
            self.peek();
            let place = self.position;
            let Some(key) = self.key() else { break };
            self.step_in(place);
            entry(self, key);
            self.step_out();
            more = self.more(b'}');
        }
        true
    }

    /// The entries of an object that was written here: the key of each, and its text.
    pub(super) fn entries(object: &'a str) -> Vec<(Cow<'a, str>, &'a str)> {
        let (mut reader, mut entries) = (Self::at(object, 0), Vec::new());
        let mut more = reader.open_object() == Some(true);
        while more {
            let start = reader.position;
            let Some(key) = reader.key() else { break };
            reader.skip();
            entries.push((key, object.get(start..reader.position).unwrap_or_default()));
            more = reader.more(b'}');
        }
        entries
    }

    /// Begins an object; whether it has an entry. Nothing if there is no object to read.
    pub(super) fn open_object(&mut self) -> Option<bool> {
        if self.peek() != Some(b'{') {
            self.mismatch();
            return None;
        }
        self.enter().then(|| !self.take(b'}'))
    }

    /// Goes to the value of the key at this place.
    #[inline]
    pub(super) fn step_in(&mut self, key: usize) {
        self.way.push(Step::Key(key));
    }

    #[inline]
    pub(super) fn step_out(&mut self) {
        self.way.pop();
    }

    /// Reads a list, element by element. `false` if the value is no list.
    pub fn list(&mut self, element: &mut dyn FnMut(&mut Self)) -> bool {
        if self.peek() != Some(b'[') {
            self.mismatch();
            return false;
        }
        if !self.enter() {
            return false;
        }
        let (mut index, mut more) = (0, !self.take(b']'));
        while more {
            self.way.push(Step::Index(index));
            element(self);
            self.way.pop();
            index += 1;
            more = self.more(b']');
        }
        true
    }

    fn enter(&mut self) -> bool {
        if self.way.len() >= MAX_DEPTH {
            self.refuse(ErrorCode::JsonDepth);
            return false;
        }
        self.position += 1;
        true
    }

    pub(super) fn key(&mut self) -> Option<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            self.syntax();
            return None;
        }
        let key = self.quoted();
        self.colon().then_some(key)
    }

    /// After a key.
    pub(super) fn colon(&mut self) -> bool {
        let found = self.take(b':');
        if !found {
            self.syntax();
        }
        found
    }

    /// After an entry or element: whether another one follows. Otherwise the closing bracket has been taken, or the
    /// text is broken.
    #[expect(clippy::inline_always, reason = "measured: a twentieth of loading a catalogue")]
    #[inline(always)]
    pub(super) fn more(&mut self, close: u8) -> bool {
        let found = self.peek();
        let comma = found == Some(b',');
        self.position += usize::from(comma || found == Some(close));
        if !comma && found != Some(close) || comma && self.peek() == Some(close) {
            self.syntax();
        }
        comma && !self.broken
    }
}

/// The JSON Pointer (RFC 6901) of a way through a text.
pub(super) fn pointer(text: &str, way: &[Step]) -> String {
    let mut pointer = String::new();
    for step in way {
        pointer.push('/');
        match step {
            Step::Key(place) => pointer.push_str(&pointer_step(&Reader::at(text, *place).quoted())),
            Step::Named(key) => pointer.push_str(key),
            Step::Index(index) => {
                let _ = write!(pointer, "{index}"); // writing to a String cannot fail
            }
        }
    }
    pointer
}

/// A key as a step of a JSON Pointer (RFC 6901).
#[must_use]
pub fn pointer_step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
