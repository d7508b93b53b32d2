//! PDF 对象: where every object of the file stands, and what stands there.

use super::crypt::Key;
use super::filter::unpacked;
use super::lex::{elements, get, integer, number, reference, skip_space, skip_token, skip_value};
use crate::file::Locked;
use crate::file::bytes::slice;
use crate::file::source::Source;
use std::sync::Arc;

/// Objects of one file that are looked at.
pub(super) const MOST_OBJECTS: usize = 200_000;
/// As far as a stream is read.
pub(super) const PACKED: usize = 1024 * 1024;
/// The first bytes of an object that are read.
const HEAD: usize = 2048;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Place {
    #[default]
    Unknown,
    /// Freed, or never there.
    Free,
    /// At this byte of the file, counted from where the PDF begins.
    At(u64),
    /// In this object stream.
    In(u32),
}

/// An object: the bytes of its value, and where they stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    pub(super) value: Vec<u8>,
    number: u32,
    generation: u32,
    /// Where the value ends in the file; nothing for an object of an object stream.
    end: Option<u64>,
}

/// An object stream, unpacked: numbers and places of its objects, and what they stand in.
#[derive(Debug, Default)]
pub(super) struct Bundle {
    pub(super) objects: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

impl Bundle {
    /// The value of the n-th object.
    pub(super) fn value(&self, place: usize) -> &[u8] {
        let at = self.objects.get(place).map_or(usize::MAX, |object| object.1);
        let rest = self.bytes.get(at..).unwrap_or_default();
        slice(rest, 0, skip_value(rest, 0).unwrap_or(0))
    }
}

/// What is known of a file beside the places of its objects.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// 文档目录.
    pub(super) root: Option<u32>,
    /// The dictionary of the encryption, or a reference to it.
    encrypt: Vec<u8>,
    id: Vec<u8>,
    key: Option<Key>,
    /// The last object stream: objects that belong together stand together.
    held: Option<(u32, Arc<Bundle>)>,
}

/// The objects of a PDF.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Where it begins: bytes before it are not counted.
    pub(super) start: u64,
    pub(super) places: Vec<Place>,
    pub(super) known: Known,
}

impl File {
    /// Whether the root is there, and leads to pages.
    pub(super) fn has_pages(&mut self, source: &mut Source) -> bool {
        let Some(root) = self.known.root else { return false };
        // Objects of an encrypted file may be unreadable here; its tables were whole.
        if !self.known.encrypt.is_empty() {
            return true;
        }
        let root = self.object(source, root);
        !self.resolved(source, get(&root.value, "Pages")).is_empty()
    }

    pub(super) fn put(&mut self, number: usize, place: Place) {
        if number < MOST_OBJECTS {
            if self.places.len() <= number {
                self.places.resize(number + 1, Place::Unknown);
            }
            if let Some(slot) = self.places.get_mut(number).filter(|slot| **slot == Place::Unknown) {
                *slot = place;
            }
        }
    }

    /// The newest wins: it comes first.
    pub(super) fn trailer(&mut self, dictionary: &[u8]) {
        if self.known.root.is_none() {
            self.known.root = reference(get(dictionary, "Root"));
        }
        if self.known.encrypt.is_empty() {
            self.known.encrypt = get(dictionary, "Encrypt").to_vec();
        }
        if self.known.id.is_empty() {
            self.known.id = elements(get(dictionary, "ID")).next().map(super::lex::string).unwrap_or_default();
        }
    }

    /// The value that begins here, and where it ends.
    pub(super) fn value_at(source: &mut Source, at: u64) -> Option<(Vec<u8>, u64)> {
        let mut length = HEAD;
        loop {
            let bytes = source.read(at, length);
            match skip_value(&bytes, 0) {
                // A value that reaches to the end of what was read may go on.
                Some(end) if end < bytes.len() || bytes.len() < length => {
                    let from = skip_space(&bytes, 0);
                    return Some((slice(&bytes, from, end - from).to_vec(), at + end as u64));
                }
                _ if length < PACKED && bytes.len() == length => length *= 8,
                _ => return None,
            }
        }
    }

    /// The object whose number stands here.
    pub(super) fn at(&self, source: &mut Source, at: u64) -> Option<Object> {
        let begin = self.start.saturating_add(at);
        let head = source.read(begin, 64);
        let own = u32::try_from(number(&head, 0)?).ok()?;
        let second = skip_space(&head, skip_token(&head, skip_space(&head, 0)));
        let generation = u32::try_from(number(&head, second)?).ok()?;
        let word = skip_space(&head, skip_token(&head, second));
        if slice(&head, word, 3) != b"obj" {
            return None;
        }
        let (value, end) = Self::value_at(source, begin + word as u64 + 3)?;
        Some(Object { value, number: own, generation, end: Some(end) })
    }

    /// An object by its number; an empty one if it is not there.
    pub(super) fn object(&mut self, source: &mut Source, number: u32) -> Object {
        let place = self.places.get(number as usize).copied().unwrap_or_default();
        let found = match place {
            Place::At(at) => self.at(source, at).filter(|object| object.number == number),
            Place::In(bundle) => {
                let bundle = self.bundle(source, bundle);
                let place = bundle.objects.iter().position(|object| object.0 == number);
                place.map(|place| Object { value: bundle.value(place).to_vec(), number, ..Object::default() })
            }
            _ => None,
        };
        found.unwrap_or_default()
    }

    /// A value, or the one that it refers to.
    pub(super) fn resolved(&mut self, source: &mut Source, value: &[u8]) -> Vec<u8> {
        let mut value = value.to_vec();
        for _ in 0..8 {
            let Some(number) = reference(&value) else { break };
            value = self.object(source, number).value;
        }
        value
    }

    /// An object stream.
    pub(super) fn bundle(&mut self, source: &mut Source, number: u32) -> Arc<Bundle> {
        if let Some((_, bundle)) = self.known.held.as_ref().filter(|held| held.0 == number) {
            return Arc::clone(bundle);
        }
        let at = self.places.get(number as usize).copied().unwrap_or_default();
        let object = match at {
            Place::At(at) => self.at(source, at).unwrap_or_default(),
            _ => Object::default(),
        };
        let mut bundle = Bundle { bytes: self.stream(source, &object, true).unwrap_or_default(), ..Bundle::default() };
        let first = usize::try_from(integer(get(&object.value, "First")).unwrap_or(0)).unwrap_or(0);
        let (mut place, head) = (0, slice(&bundle.bytes, 0, first));
        while let Some((number, offset)) = pair(head, &mut place) {
            bundle.objects.push((number, first.saturating_add(offset)));
        }
        let bundle = Arc::new(bundle);
        self.known.held = Some((number, Arc::clone(&bundle)));
        bundle
    }

    /// What a stream holds, as far as it is unpacked here. Other packings than DEFLATE are not.
    pub(super) fn stream(&self, source: &mut Source, object: &Object, encrypted: bool) -> Option<Vec<u8>> {
        let end = object.end?;
        let word = source.read(end, 32);
        let from = skip_space(&word, 0);
        if slice(&word, from, 6) != b"stream" {
            return None;
        }
        let line = if slice(&word, from + 6, 2) == b"\r\n" { 2 } else { 1 };
        let length = if let Some(number) = reference(get(&object.value, "Length")) {
            // Lengths stand outside of object streams, so this goes one step deep.
            let place = self.places.get(number as usize).copied().unwrap_or_default();
            let Place::At(at) = place else { return None };
            integer(&self.at(source, at)?.value)
        } else {
            integer(get(&object.value, "Length"))
        };
        let length = usize::try_from(length?).ok()?.min(PACKED);
        let data = source.read(end + (from + 6 + line) as u64, length);
        if source.missing() {
            return None; // before it is unpacked for nothing
        }
        let data = match self.known.key.as_ref().filter(|_| encrypted) {
            Some(key) => key.open(object.number, object.generation, &data),
            None => data,
        };
        let plain = unpacked(&object.value, data)?;
        source.work(plain.len());
        Some(plain)
    }

    /// Finds the key of a file that is encrypted: whether it opens.
    pub(super) fn unlock(&mut self, source: &mut Source) -> Option<Locked> {
        let encrypt = self.known.encrypt.clone();
        let encrypt = self.resolved(source, &encrypt);
        // Where nothing stands, no reader asks for a password.
        if encrypt.is_empty() {
            return None;
        }
        self.known.key = Key::of(&encrypt, &self.known.id);
        Some(if self.known.key.is_some() { Locked::Open } else { Locked::Password })
    }
}

fn pair(head: &[u8], place: &mut usize) -> Option<(u32, usize)> {
    let mut next = || {
        let from = skip_space(head, *place);
        *place = skip_token(head, from);
        number(head, from)
    };
    Some((u32::try_from(next()?).ok()?, usize::try_from(next()?).ok()?))
}
