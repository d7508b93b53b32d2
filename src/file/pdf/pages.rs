//! PDF 页面: how many, whether they show text, which of them are blank.

use super::file::{File, PACKED};
use super::lex::{elements, entries, get, is_name, number, reference, skip_space, skip_token};
use crate::file::FileReport;
use crate::file::bytes::{counted, slice};
use crate::file::source::Source;
use std::sync::Arc;

/// Nodes of the tree of pages that are visited.
const MOST_NODES: usize = 20_000;
/// Pages whose content is looked at.
const MOST_READ: u32 = 64;
/// Blank pages that are told of.
const MOST_BLANK: usize = 16;
/// Streams of one page that are looked into.
const MOST_STREAMS: usize = 64;
/// Forms inside forms that are looked into.
const MOST_FORMS: usize = 32;

/// A node of the tree that is waiting, with what it inherits.
#[derive(Debug)]
struct Waiting {
    /// A reference, or the node itself.
    node: Vec<u8>,
    resources: Arc<[u8]>,
}

/// What one page shows.
#[derive(Debug, Default)]
struct Shown {
    text: bool,
    anything: bool,
    /// A part of it cannot be read.
    unknown: bool,
}

/// A page whose content is being looked at.
#[derive(Debug, Default)]
struct Page {
    /// Its streams, the last one first.
    contents: Vec<u32>,
    /// Names of what it draws, and where they are looked up: forms may hold its text.
    forms: Vec<(Vec<u8>, Arc<[u8]>)>,
    looked_into: usize,
    resources: Arc<[u8]>,
    shown: Shown,
}

/// How far the pages of a tree that can be read were counted, and the first of them looked at.
#[derive(Debug, Default)]
pub(super) struct Pages {
    begun: bool,
    waiting: Vec<Waiting>,
    visited: usize,
    seen: Vec<Vec<u8>>,
    /// What the root of the tree says.
    told: Option<u32>,
    counted: u32,
    page: Option<Page>,
}

impl Pages {
    /// A node of the tree, or a part of a page: whether there is more.
    pub(super) fn look(&mut self, file: &mut File, source: &mut Source, report: &mut FileReport<'static>) -> bool {
        if let Some(page) = &mut self.page {
            if !page.look(file, source) && !source.missing() {
                page.tell(self.counted, report);
                self.page = None;
            }
        } else if !self.begun {
            let tree = tree(file, source);
            let told = count(&file.resolved(source, &tree));
            if !source.missing() {
                self.begun = true;
                self.told = told;
                self.waiting.push(Waiting { node: tree, resources: Arc::default() });
            }
        } else if self.visited >= MOST_NODES && !self.waiting.is_empty() {
            report.pages = self.told;
            return false;
        } else if let Some(waiting) = self.waiting.pop() {
            self.visit(waiting, file, source, report);
        } else {
            report.pages = counted(self.counted.into());
            return false;
        }
        true
    }

    fn visit(&mut self, waiting: Waiting, file: &mut File, source: &mut Source, report: &FileReport<'static>) {
        let mut value = file.resolved(source, &waiting.node);
        if value == b"null" {
            value.clear();
        }
        let kids = file.resolved(source, get(&value, "Kids"));
        let looked_at = self.counted < MOST_READ && !(report.text == Some(true) && report.blank.len() == MOST_BLANK);
        let page = (kids.is_empty() && !value.is_empty() && looked_at).then(|| contents(&value, file, source));
        if source.missing() {
            self.waiting.push(waiting);
            return;
        }
        self.visited += 1;
        let own = get(&value, "Resources");
        let resources = if own.is_empty() { waiting.resources } else { own.into() };
        if kids.is_empty() {
            self.counted += u32::from(!value.is_empty());
            self.page = page.map(|page| Page { resources, ..page });
        } else if !self.seen.contains(&waiting.node) {
            let before = self.waiting.len();
            for kid in elements(&kids).take(MOST_NODES) {
                self.waiting.push(Waiting { node: kid.to_vec(), resources: Arc::clone(&resources) });
            }
            if let Some(kids) = self.waiting.get_mut(before..) {
                kids.reverse();
            }
            // Those at the bottom are never reached.
            self.waiting.drain(..self.waiting.len().saturating_sub(MOST_NODES + 1));
            self.seen.push(waiting.node);
        }
    }
}

/// The root of the tree of pages, or a reference to it.
fn tree(file: &mut File, source: &mut Source) -> Vec<u8> {
    let catalogue = file.known.root.map(|root| file.object(source, root)).unwrap_or_default();
    get(&catalogue.value, "Pages").to_vec()
}

/// How many pages a tree says that it has.
fn count(tree: &[u8]) -> Option<u32> {
    number(get(tree, "Count"), 0).and_then(counted)
}

/// The number of pages of a file whose streams cannot be read: what the root of the tree says, if it stands outside.
pub(super) fn counted_only(file: &mut File, source: &mut Source) -> Option<u32> {
    let tree = tree(file, source);
    count(&file.resolved(source, &tree))
}

/// A page, as far as it says what is on it.
fn contents(value: &[u8], file: &mut File, source: &mut Source) -> Page {
    let mut contents = get(value, "Contents").to_vec();
    if let Some(number) = reference(&contents)
        && file.object(source, number).value.starts_with(b"[")
    {
        contents = file.resolved(source, &contents);
    }
    let notes = get(value, "Annots");
    let anything = reference(notes).is_some() || elements(notes).next().is_some();
    let mut contents: Vec<u32> = elements(&contents).filter_map(reference).take(MOST_STREAMS + 1).collect();
    let unknown = contents.len() > MOST_STREAMS;
    contents.truncate(MOST_STREAMS);
    let shown = Shown { anything, unknown, ..Shown::default() };
    contents.reverse();
    Page { contents, shown, ..Page::default() }
}

impl Page {
    /// A stream of its content, or something that it draws: whether there is more.
    fn look(&mut self, file: &mut File, source: &mut Source) -> bool {
        if let Some(part) = self.contents.last() {
            let object = file.object(source, *part);
            let bytes = file.stream(source, &object, true);
            if !source.missing() {
                self.contents.pop();
                let resources = Arc::clone(&self.resources);
                self.shows(bytes, !object.value.is_empty(), &resources, source);
            }
            return true;
        }
        let drawn = self.forms.last().filter(|_| !self.shown.text && self.looked_into < MOST_FORMS);
        let Some((name, resources)) = drawn else { return false };
        let resources = file.resolved(source, resources);
        let objects = file.resolved(source, get(&resources, "XObject"));
        let named = entries(&objects).find(|(key, _)| key == name).and_then(|(_, value)| reference(value));
        let form = named.map(|number| file.object(source, number)).unwrap_or_default();
        let is_form = is_name(get(&form.value, "Subtype"), "Form");
        let bytes = if is_form { file.stream(source, &form, true) } else { None };
        let own = if is_form { file.resolved(source, get(&form.value, "Resources")) } else { Vec::new() };
        if !source.missing() {
            self.forms.pop();
            self.looked_into += 1;
            let own: Arc<[u8]> = if own.is_empty() { resources } else { own }.into();
            self.shows(bytes, is_form, &own, source);
        }
        true
    }

    /// What a stream shows; if there should be one and it cannot be read, or not to its end, nobody knows.
    fn shows(&mut self, stream: Option<Vec<u8>>, should_be: bool, resources: &Arc<[u8]>, source: &mut Source) {
        match stream {
            Some(bytes) => {
                source.work(bytes.len());
                self.shown.unknown |= bytes.len() >= PACKED;
                let mut drawn = Vec::new();
                operators(&bytes, &mut self.shown, &mut drawn);
                let left = MOST_FORMS.saturating_sub(self.forms.len());
                self.forms.extend(drawn.into_iter().take(left).map(|name| (name, Arc::clone(resources))));
            }
            None => self.shown.unknown |= should_be,
        }
    }

    fn tell(&self, number: u32, report: &mut FileReport<'static>) {
        let Shown { text, anything, unknown } = self.shown;
        if text {
            report.text = Some(true);
        } else if !unknown && report.text.is_none() {
            report.text = Some(false);
        }
        if !anything && !text && !unknown && report.blank.len() < MOST_BLANK {
            report.blank.push(number);
        }
    }
}

/// What the operators of a content stream put on the page, and the names of what they draw.
fn operators(bytes: &[u8], shown: &mut Shown, drawn: &mut Vec<Vec<u8>>) {
    let (mut place, mut name) = (0, &[][..]);
    while place < bytes.len() && !shown.text {
        place = skip_space(bytes, place);
        let end = skip_token(bytes, place);
        let token = slice(bytes, place, end - place);
        match token {
            b"Tj" | b"TJ" | b"'" | b"\"" => (shown.text, shown.anything) = (true, true),
            b"Do" => {
                shown.anything = true;
                if drawn.len() < MOST_FORMS {
                    drawn.push(name.to_vec());
                }
            }
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"sh" => shown.anything = true,
            b"ID" => {
                // The bytes of an image in the stream are no operators.
                shown.anything = true;
                let rest = bytes.get(end..).unwrap_or_default();
                place = end + crate::file::bytes::find(rest, b"EI").map_or(rest.len(), |at| at + 2);
                continue;
            }
            _ if token.first() == Some(&b'/') => name = token,
            _ => {}
        }
        place = end.max(place + 1);
    }
}
