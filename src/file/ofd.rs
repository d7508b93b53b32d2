//! OFD (GB/T 33190): pages and seals, by the index that an OFD begins with. Whether a seal is valid is not looked at.

use super::FileReport;
use super::bytes::{counted, find, slice};
use super::source::Source;
use super::zip::named;

/// Documents of one file that are looked at.
const MOST_DOCUMENTS: usize = 16;

/// `root` is `OFD.xml`.
pub(super) async fn look(source: &Source, root: &[u8], report: &mut FileReport<'static>) {
    let (mut pages, mut seals) = (0, 0);
    for path in inside(root, b"DocRoot>").take(MOST_DOCUMENTS) {
        let document = named(source, path).await.unwrap_or_default();
        pages += elements(&document, b"Page").count();
    }
    for path in inside(root, b"Signatures>").take(MOST_DOCUMENTS) {
        let list = named(source, path).await.unwrap_or_default();
        // A signature is a seal unless it says that it is none.
        seals += elements(&list, b"Signature").filter(|element| find(element, b"Type=\"Sign\"").is_none()).count();
    }
    report.pages = counted(pages as u64);
    report.seals = counted(seals as u64);
}

/// The texts of elements that are paths inside the file.
fn inside<'a>(xml: &'a [u8], opening: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let at = find(rest, opening)?;
            let closing = rest
                .get(..at)
                .is_some_and(|before| before.iter().rev().take_while(|byte| **byte != b'<').any(|byte| *byte == b'/'));
            rest = rest.get(at + opening.len()..)?;
            if !closing {
                let path = slice(rest, 0, find(rest, b"<")?).trim_ascii();
                return Some(path.strip_prefix(b"/").unwrap_or(path));
            }
        }
    })
}

/// The opening tags of elements of this name, whatever their prefix.
fn elements<'a>(xml: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    xml.split(|byte| *byte == b'<').filter_map(move |tag| {
        let tag = slice(tag, 0, find(tag, b">").unwrap_or(tag.len()));
        let word = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next()?;
        let local = word.rsplit(|byte| *byte == b':').next()?;
        (local == name).then_some(tag)
    })
}
