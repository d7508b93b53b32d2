//! 来源数据: the source as a tree. It is typed loosely on purpose: the same field is a number in one answer and a string
//! in the next, so every scalar is kept as its text.

use super::report::{ImportReason, Ledger};
use crate::catalogue::MAX_BYTES;
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Limits, MAX_ISSUES, Read, Reader, Shape};
use std::borrow::Cow;
use std::ops::Range;

/// The entries of an object, duplicates included.
pub(super) type Entries<'a> = [(Cow<'a, str>, Node<'a>)];

/// Any value of the source.
#[derive(Debug, Default)]
pub(super) enum Node<'a> {
    /// `null`.
    #[default]
    Null,
    /// A number that has just been read: where its text stands.
    Number(Range<usize>),
    /// A string, a number or a truth value, as text.
    Scalar(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Read<'a> for Node<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Json", |reader| drop(Node::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        match reader.peek() {
            Some(b'"') => reader.string().map_or(Self::Null, Self::Scalar),
            Some(b'[') => {
                let mut list = Vec::new();
                reader.list(&mut |reader| list.push(Self::read(reader)));
                Self::List(list)
            }
            Some(b'{') => {
                let mut entries = Vec::new();
                reader.object(&mut |reader, key| entries.push((key, Self::read(reader))));
                Self::Object(entries)
            }
            Some(b'-' | b'0'..=b'9' | b't' | b'f') => {
                let start = reader.position();
                reader.skip();
                Self::Number(start..reader.position())
            }
            _ => {
                reader.skip();
                Self::Null
            }
        }
    }
}

impl<'a> Node<'a> {
    /// Reads the whole source. What is wrong with a single value is noted and the value left out; what is wrong with
    /// the document as a whole is an error.
    pub(super) fn source(text: &'a str, ledger: &mut Ledger) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (mut node, issues) = Reader::tolerant::<Self>(text, Limits { bytes: MAX_BYTES });
        let reason = |code| match code {
            ErrorCode::StringTooLong => Some(ImportReason::StringTooLong),
            ErrorCode::LoneSurrogate => Some(ImportReason::LoneSurrogate),
            ErrorCode::JsonDepth => Some(ImportReason::TooDeep),
            _ => None,
        };
        if issues.len() >= MAX_ISSUES || issues.iter().any(|issue| reason(issue.code).is_none()) {
            return Err(Error::invalid(ErrorCode::RequestInvalid, issues));
        }
        for issue in issues {
            ledger.faulty(issue.path, reason(issue.code).unwrap_or_default());
        }
        node.settle(text);
        Ok(node)
    }

    /// Gives numbers and truth values their text.
    fn settle(&mut self, text: &'a str) {
        match self {
            Self::Number(span) => *self = Self::Scalar(Cow::Borrowed(text.get(span.clone()).unwrap_or_default())),
            Self::List(list) => list.iter_mut().for_each(|node| node.settle(text)),
            Self::Object(entries) => entries.iter_mut().for_each(|(_, node)| node.settle(text)),
            Self::Null | Self::Scalar(_) => {}
        }
    }

    /// The text, if it is a scalar.
    pub(super) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The objects of a table with their pointers: of a list each, else the one that it is.
    pub(super) fn rows(&self, at: &str, ledger: &mut Ledger) -> Vec<(String, &Entries<'a>)> {
        match self {
            Self::Object(entries) => vec![(at.to_owned(), entries)],
            Self::List(list) if !list.is_empty() => {
                let mut rows = Vec::with_capacity(list.len());
                for (index, node) in list.iter().enumerate() {
                    match node {
                        Self::Object(entries) => rows.push((format!("{at}/{index}"), &**entries)),
                        _ => ledger.dropped(&format!("{at}/{index}"), ImportReason::Malformed),
                    }
                }
                rows
            }
            Self::Scalar(text) if !super::text::is_blank(text) => {
                ledger.dropped(at, ImportReason::Malformed);
                Vec::new()
            }
            _ => {
                ledger.dropped(at, ImportReason::Empty);
                Vec::new()
            }
        }
    }
}
