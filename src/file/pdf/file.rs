//! PDF 交叉引用: where every object of the file stands — by its tables and streams from the newest to the oldest, or, where
//! they are broken, by looking at every byte.

use super::crypt::Key;
use super::filter::unpacked;
use super::lex::{elements, get, integer, is_name, reference, skip_space, skip_token, skip_value};
use crate::file::bytes::{big, find_last, index, slice};
use crate::file::source::Source;
use std::rc::Rc;

/// Objects of one file that are looked at.
const MOST_OBJECTS: usize = 200_000;
/// As far as a stream is read.
const PACKED: usize = 1024 * 1024;
/// Tables of one file: one for every time that it was saved.
const MOST_TABLES: usize = 256;
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

/// A PDF.
#[derive(Debug)]
pub(super) struct Pdf<'a> {
    pub(super) source: &'a Source,
    /// Where it begins: bytes before it are not counted.
    pub(super) start: u64,
    pub(super) places: Vec<Place>,
    /// 文档目录.
    pub(super) root: Option<u32>,
    /// The dictionary of the encryption, or a reference to it.
    pub(super) encrypt: Vec<u8>,
    pub(super) id: Vec<u8>,
    pub(super) key: Option<Key>,
    held: Option<(u32, Rc<Bundle>)>,
}

impl<'a> Pdf<'a> {
    /// Finds every object.
    pub(super) async fn open(source: &'a Source, start: u64) -> Self {
        let (root, encrypt, id, key, held) = (None, Vec::new(), Vec::new(), None, None);
        let mut pdf = Self { source, start, places: Vec::new(), root, encrypt, id, key, held };
        let tail = source.read(source.size().saturating_sub(2048), 2048).await;
        let last = find_last(&tail, b"startxref").and_then(|at| integer_after(&tail, at + 9));
        let whole = match last {
            Some(at) => pdf.tables(at).await,
            None => false,
        };
        if !whole || !pdf.has_pages().await {
            pdf.places.clear();
            pdf.search().await;
        }
        pdf
    }

    /// Whether the root is there, and leads to pages.
    pub(super) async fn has_pages(&mut self) -> bool {
        let Some(root) = self.root else { return false };
        // Objects of an encrypted file may be unreadable here; its tables were whole.
        !self.encrypt.is_empty() || !get(&self.object(root).await.value, "Pages").is_empty()
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
        if self.root.is_none() {
            self.root = reference(get(dictionary, "Root"));
        }
        if self.encrypt.is_empty() {
            self.encrypt = get(dictionary, "Encrypt").to_vec();
        }
        if self.id.is_empty() {
            self.id = elements(get(dictionary, "ID")).next().map(super::lex::string).unwrap_or_default();
        }
    }

    /// Every table, from the newest on; `false` if one of them is none.
    async fn tables(&mut self, first: u64) -> bool {
        let (mut waiting, mut seen) = (vec![first], Vec::new());
        while let Some(at) = waiting.pop() {
            if seen.contains(&at) || seen.len() == MOST_TABLES {
                continue;
            }
            seen.push(at);
            let head = self.source.read(self.start.saturating_add(at), 32).await;
            let word = skip_space(&head, 0);
            let dictionary = if slice(&head, word, 4) == b"xref" {
                self.table(self.start + at + word as u64 + 4).await
            } else {
                self.table_stream(at).await
            };
            let Some(dictionary) = dictionary else { return false };
            self.trailer(&dictionary);
            for key in ["Prev", "XRefStm"] {
                waiting.extend(integer(get(&dictionary, key)).and_then(|at| u64::try_from(at).ok()));
            }
        }
        self.root.is_some()
    }

    /// A table of lines; its trailer.
    async fn table(&mut self, mut at: u64) -> Option<Vec<u8>> {
        loop {
            let head = self.source.read(at, 64).await;
            let word = skip_space(&head, 0);
            if slice(&head, word, 7) == b"trailer" {
                return self.value_at(at + word as u64 + 7).await.map(|(value, _)| value);
            }
            let first = index(integer_after(&head, word)?);
            let after = skip_space(&head, skip_token(&head, word));
            let count = index(integer_after(&head, after)?);
            at += skip_space(&head, skip_token(&head, after)) as u64;
            for number in 0..count.min(MOST_OBJECTS) {
                let line = self.source.read(at, 20).await;
                let offset = integer_after(&line, 0)?;
                match slice(&line, 17, 1) {
                    b"n" => self.put(first + number, Place::At(offset)),
                    b"f" => self.put(first + number, Place::Free),
                    _ => return None,
                }
                at += 20;
            }
        }
    }

    /// A table in a stream; its dictionary.
    async fn table_stream(&mut self, at: u64) -> Option<Vec<u8>> {
        let object = self.at(at).await?;
        let dictionary = &object.value;
        if !is_name(get(dictionary, "Type"), "XRef") {
            return None;
        }
        let bytes = self.stream(&object, false).await?;
        let widths: Vec<usize> =
            elements(get(dictionary, "W")).filter_map(|each| usize::try_from(integer(each)?).ok()).collect();
        let [kind, second, third] = *widths.first_chunk::<3>()?;
        let step = kind.checked_add(second)?.checked_add(third).filter(|step| (1..=24).contains(step))?;
        let size = get(dictionary, "Size");
        let spans: Vec<usize> =
            elements(get(dictionary, "Index")).filter_map(|each| usize::try_from(integer(each)?).ok()).collect();
        let whole = [[0, integer(size).and_then(|size| usize::try_from(size).ok()).unwrap_or(0)]];
        let mut lines = bytes.chunks_exact(step);
        for [first, count] in if spans.is_empty() { &whole[..] } else { spans.as_chunks::<2>().0 } {
            for (number, line) in (*first..).zip(lines.by_ref().take(*count)) {
                let value = big(line, kind, second);
                self.put(
                    number,
                    match if kind == 0 { 1 } else { big(line, 0, kind) } {
                        0 => Place::Free,
                        1 => Place::At(value),
                        2 => Place::In(u32::try_from(value).unwrap_or(0)),
                        _ => continue,
                    },
                );
            }
        }
        Some(object.value)
    }

    /// The value that begins here, and where it ends.
    async fn value_at(&self, at: u64) -> Option<(Vec<u8>, u64)> {
        let mut length = HEAD;
        loop {
            let bytes = self.source.read(at, length).await;
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
    pub(super) async fn at(&self, at: u64) -> Option<Object> {
        let begin = self.start.saturating_add(at);
        let head = self.source.read(begin, 64).await;
        let number = u32::try_from(integer_after(&head, 0)?).ok()?;
        let second = skip_space(&head, skip_token(&head, skip_space(&head, 0)));
        let generation = u32::try_from(integer_after(&head, second)?).ok()?;
        let word = skip_space(&head, skip_token(&head, second));
        if slice(&head, word, 3) != b"obj" {
            return None;
        }
        let (value, end) = self.value_at(begin + word as u64 + 3).await?;
        Some(Object { value, number, generation, end: Some(end) })
    }

    /// An object by its number; an empty one if it is not there.
    pub(super) async fn object(&mut self, number: u32) -> Object {
        let place = self.places.get(number as usize).copied().unwrap_or_default();
        let found = match place {
            Place::At(at) => self.at(at).await.filter(|object| object.number == number),
            Place::In(bundle) => {
                let bundle = self.bundle(bundle).await;
                let place = bundle.objects.iter().position(|object| object.0 == number);
                place.map(|place| Object { value: bundle.value(place).to_vec(), number, ..Object::default() })
            }
            _ => None,
        };
        found.unwrap_or_default()
    }

    /// A value, or the one that it refers to.
    pub(super) async fn resolved(&mut self, value: &[u8]) -> Vec<u8> {
        let mut value = value.to_vec();
        for _ in 0..8 {
            let Some(number) = reference(&value) else { break };
            value = self.object(number).await.value;
        }
        value
    }

    /// An object stream. The last one is kept: objects that belong together stand together.
    pub(super) async fn bundle(&mut self, number: u32) -> Rc<Bundle> {
        if let Some((_, bundle)) = self.held.as_ref().filter(|held| held.0 == number) {
            return Rc::clone(bundle);
        }
        let at = self.places.get(number as usize).copied().unwrap_or_default();
        let object = match at {
            Place::At(at) => self.at(at).await.unwrap_or_default(),
            _ => Object::default(),
        };
        let mut bundle = Bundle { bytes: self.stream(&object, true).await.unwrap_or_default(), ..Bundle::default() };
        let first = usize::try_from(integer(get(&object.value, "First")).unwrap_or(0)).unwrap_or(0);
        let (mut place, head) = (0, slice(&bundle.bytes, 0, first));
        while let Some((number, offset)) = pair(head, &mut place) {
            bundle.objects.push((number, first.saturating_add(offset)));
        }
        let bundle = Rc::new(bundle);
        self.held = Some((number, Rc::clone(&bundle)));
        bundle
    }

    /// What a stream holds, as far as it is unpacked here. Other packings than DEFLATE are not.
    pub(super) async fn stream(&mut self, object: &Object, encrypted: bool) -> Option<Vec<u8>> {
        let end = object.end?;
        let word = self.source.read(end, 32).await;
        let from = skip_space(&word, 0);
        if slice(&word, from, 6) != b"stream" {
            return None;
        }
        let line = if slice(&word, from + 6, 2) == b"\r\n" { 2 } else { 1 };
        let length = if let Some(number) = reference(get(&object.value, "Length")) {
            // Lengths stand outside of object streams, so this goes one step deep.
            let place = self.places.get(number as usize).copied().unwrap_or_default();
            let Place::At(at) = place else { return None };
            integer(&self.at(at).await?.value)
        } else {
            integer(get(&object.value, "Length"))
        };
        let length = usize::try_from(length?).ok()?.min(PACKED);
        let data = self.source.read(end + (from + 6 + line) as u64, length).await;
        let data = match self.key.as_ref().filter(|_| encrypted) {
            Some(key) => key.open(object.number, object.generation, &data),
            None => data,
        };
        unpacked(&object.value, data)
    }
}

fn pair(head: &[u8], place: &mut usize) -> Option<(u32, usize)> {
    let mut next = || {
        let from = skip_space(head, *place);
        *place = skip_token(head, from);
        integer_after(head, from)
    };
    Some((u32::try_from(next()?).ok()?, usize::try_from(next()?).ok()?))
}

/// The number that stands here.
fn integer_after(bytes: &[u8], place: usize) -> Option<u64> {
    let from = skip_space(bytes, place);
    integer(bytes.get(from..)?).and_then(|value| u64::try_from(value).ok())
}
