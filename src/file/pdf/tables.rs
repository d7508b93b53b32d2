//! PDF 交叉引用表: where every object of the file stands, by its tables and streams from the newest to the oldest.

use super::file::{File, MOST_OBJECTS, Place};
use super::lex::{elements, get, is_name, number, skip_space, skip_token};
use crate::file::bytes::{big, index, slice};
use crate::file::source::Source;

/// Tables of one file: one for every time that it was saved.
const MOST_TABLES: usize = 256;
/// Parts of all tables: no honest file has more.
const MOST_PARTS: u32 = 100_000;
/// Lines of a table that are read at a time, and the bytes of one.
const LINES: usize = 1024;
const LINE: usize = 20;

/// The tables of a file, and how far they were read.
#[derive(Debug, Clone, Default)]
pub(super) struct Tables {
    /// Where tables stand that were not read yet.
    pub(super) waiting: Vec<u64>,
    seen: Vec<u64>,
    /// Where the table goes on that is being read.
    at: u64,
    /// The object of its next line, and how many lines there are.
    next: usize,
    left: usize,
    /// Parts that were read.
    parts: u32,
}

impl Tables {
    /// A table or a part of one: whether there is more. Nothing if something stands there that is no table.
    pub(super) fn look(&mut self, file: &mut File, source: &mut Source) -> Option<bool> {
        let mut next = self.clone();
        let more = next.part(file, source);
        if !source.missing() {
            *self = next;
        }
        more
    }

    fn part(&mut self, file: &mut File, source: &mut Source) -> Option<bool> {
        self.parts += 1;
        let dictionary = if self.parts > MOST_PARTS {
            return None;
        } else if self.left > 0 {
            return self.lines(file, source);
        } else if self.at > 0 {
            self.section(source)?
        } else {
            let Some(at) = self.waiting.pop() else { return Some(false) };
            if self.seen.contains(&at) || self.seen.len() == MOST_TABLES {
                return Some(true);
            }
            self.seen.push(at);
            let head = source.read(file.start.saturating_add(at), 32);
            let word = skip_space(&head, 0);
            if slice(&head, word, 4) == b"xref" {
                self.at = file.start + at + word as u64 + 4;
                return Some(true);
            }
            stream(file, source, at)?
        };
        if !dictionary.is_empty() {
            self.at = 0;
            file.trailer(&dictionary);
            for key in ["Prev", "XRefStm"] {
                self.waiting.extend(number(get(&dictionary, key), 0));
            }
        }
        Some(true)
    }

    /// The head of a section of lines, or the trailer that ends the table.
    fn section(&mut self, source: &mut Source) -> Option<Vec<u8>> {
        let head = source.read(self.at, 64);
        let word = skip_space(&head, 0);
        if slice(&head, word, 7) == b"trailer" {
            return File::value_at(source, self.at + word as u64 + 7).map(|(value, _)| value);
        }
        self.next = index(number(&head, word)?);
        let after = skip_space(&head, skip_token(&head, word));
        self.left = index(number(&head, after)?).min(MOST_OBJECTS);
        self.at += skip_space(&head, skip_token(&head, after)) as u64;
        Some(Vec::new())
    }

    fn lines(&mut self, file: &mut File, source: &mut Source) -> Option<bool> {
        let length = self.left.min(LINES) * LINE;
        let bytes = source.read(self.at, length);
        for line in bytes.chunks(LINE) {
            let offset = number(line, 0)?;
            match slice(line, 17, 1) {
                b"n" => file.put(self.next, Place::At(offset)),
                b"f" => file.put(self.next, Place::Free),
                _ => return None,
            }
            self.next = self.next.saturating_add(1);
            self.left -= 1;
        }
        self.at += length as u64;
        (bytes.len() == length).then_some(true)
    }
}

/// A table in a stream; its dictionary.
fn stream(file: &mut File, source: &mut Source, at: u64) -> Option<Vec<u8>> {
    let object = file.at(source, at)?;
    let dictionary = &object.value;
    if !is_name(get(dictionary, "Type"), "XRef") {
        return None;
    }
    let bytes = file.stream(source, &object, false)?;
    let numbers = |key| elements(get(dictionary, key)).filter_map(|each| Some(index(number(each, 0)?))).collect();
    let widths: Vec<usize> = numbers("W");
    let [kind, second, third] = *widths.first_chunk::<3>()?;
    let step = kind.checked_add(second)?.checked_add(third).filter(|step| (1..=24).contains(step))?;
    let spans: Vec<usize> = numbers("Index");
    let whole = [[0, numbers("Size").first().copied().unwrap_or(0)]];
    let mut lines = bytes.chunks_exact(step);
    for [first, count] in if spans.is_empty() { &whole[..] } else { spans.as_chunks::<2>().0 } {
        for (place, line) in lines.by_ref().take(*count).enumerate() {
            let value = big(line, kind, second);
            let place = first.saturating_add(place);
            match if kind == 0 { 1 } else { big(line, 0, kind) } {
                0 => file.put(place, Place::Free),
                1 => file.put(place, Place::At(value)),
                2 => file.put(place, Place::In(u32::try_from(value).unwrap_or(0))),
                _ => {}
            }
        }
    }
    Some(object.value)
}
