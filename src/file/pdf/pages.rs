//! PDF 页面: how many, whether they show text, which of them are blank.

use super::file::Pdf;
use super::lex::{elements, get, integer, is_name, reference, skip_space, skip_token};
use crate::file::FileReport;
use crate::file::bytes::{counted, slice};

/// Nodes of the tree of pages that are visited.
const MOST_NODES: usize = 20_000;
/// Pages whose content is looked at.
const MOST_READ: u32 = 64;
/// Blank pages that are told of.
const MOST_BLANK: usize = 16;
/// Forms inside forms that are looked into.
const MOST_FORMS: usize = 32;

/// A node of the tree that is waiting, with what it inherits.
#[derive(Debug, Clone, Default)]
struct Waiting {
    /// A reference, or the node itself.
    node: Vec<u8>,
    resources: Vec<u8>,
}

/// Counts the pages of a tree that can be read, and looks at the first of them.
pub(super) async fn pages(pdf: &mut Pdf<'_>, report: &mut FileReport<'static>) {
    let Some(root) = pdf.root else { return };
    let catalogue = pdf.object(root).await.value;
    let first = get(&catalogue, "Pages").to_vec();
    let tree = pdf.resolved(&first).await;
    let mut waiting = vec![Waiting { node: first, ..Waiting::default() }];
    let (mut pages, mut visited, mut seen) = (0u32, 0, Vec::new());
    while let Some(node) = waiting.pop() {
        visited += 1;
        if visited > MOST_NODES {
            break;
        }
        let value = pdf.resolved(&node.node).await;
        let own = get(&value, "Resources");
        let resources = if own.is_empty() { node.resources } else { own.to_vec() };
        let kids = pdf.resolved(get(&value, "Kids")).await;
        if kids.is_empty() {
            if !value.is_empty() {
                pages += 1;
                page(pdf, &value, &resources, pages, report).await;
            }
        } else if !seen.contains(&node.node) {
            let before = waiting.len();
            let waits = |kid: &[u8]| Waiting { node: kid.to_vec(), resources: resources.clone() };
            waiting.extend(elements(&kids).take(MOST_NODES).map(waits));
            if let Some(kids) = waiting.get_mut(before..) {
                kids.reverse();
            }
            seen.push(node.node);
        }
    }
    let told = integer(get(&tree, "Count")).and_then(|count| u64::try_from(count).ok());
    report.pages = counted(if visited > MOST_NODES { told.unwrap_or(0) } else { pages.into() });
}

/// The number of pages of a file whose streams cannot be read: what the root of the tree says, if it stands outside.
pub(super) async fn counted_only(pdf: &mut Pdf<'_>, report: &mut FileReport<'static>) {
    let Some(root) = pdf.root else { return };
    let catalogue = pdf.object(root).await.value;
    let tree = pdf.resolved(get(&catalogue, "Pages")).await;
    report.pages = integer(get(&tree, "Count")).and_then(|count| u64::try_from(count).ok()).and_then(counted);
}

/// What one page shows.
#[derive(Debug, Default)]
struct Shown {
    text: bool,
    anything: bool,
    /// A part of it cannot be read.
    unknown: bool,
}

async fn page(pdf: &mut Pdf<'_>, value: &[u8], resources: &[u8], number: u32, report: &mut FileReport<'static>) {
    if number > MOST_READ || (report.text == Some(true) && report.blank.len() == MOST_BLANK) {
        return;
    }
    pdf.source.breathe().await;
    let contents = get(value, "Contents");
    let contents = match reference(contents) {
        Some(number) if !pdf.object(number).await.value.starts_with(b"[") => contents.to_vec(),
        Some(_) => pdf.resolved(contents).await,
        None => contents.to_vec(),
    };
    let mut shown = Shown { anything: !get(value, "Annots").is_empty(), ..Shown::default() };
    let mut forms = Vec::new();
    for part in elements(&contents).filter_map(reference).take(MOST_FORMS) {
        let object = pdf.object(part).await;
        match pdf.stream(&object, true).await {
            Some(bytes) => operators(&bytes, &mut shown, &mut forms),
            None => shown.unknown |= !object.value.is_empty(),
        }
    }
    inside(pdf, resources, forms, &mut shown).await;
    if shown.text {
        report.text = Some(true);
    } else if !shown.unknown && report.text.is_none() {
        report.text = Some(false);
    }
    if !shown.anything && !shown.text && !shown.unknown && report.blank.len() < MOST_BLANK {
        report.blank.push(number);
    }
}

/// Forms that a page draws may hold its text.
async fn inside(pdf: &mut Pdf<'_>, resources: &[u8], mut forms: Vec<Vec<u8>>, shown: &mut Shown) {
    let mut resources = pdf.resolved(resources).await;
    for _ in 0..MOST_FORMS {
        let Some(name) = forms.pop().filter(|_| !shown.text) else { break };
        let objects = pdf.resolved(get(&resources, "XObject")).await;
        let named =
            super::lex::entries(&objects).find(|(key, _)| **key == *name).and_then(|(_, value)| reference(value));
        let Some(number) = named else { continue };
        let object = pdf.object(number).await;
        if !is_name(get(&object.value, "Subtype"), "Form") {
            continue;
        }
        match pdf.stream(&object, true).await {
            Some(bytes) => operators(&bytes, shown, &mut forms),
            None => shown.unknown = true,
        }
        let own = pdf.resolved(get(&object.value, "Resources")).await;
        if !own.is_empty() {
            resources = own;
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
