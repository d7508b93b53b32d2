//! OFD (GB/T 33190): pages and seals, by the index that an OFD begins with. Whether a seal is valid is not looked at.

use super::bytes::{find, slice};
use super::source::Source;
use super::zip::Archive;

/// Documents of one file that are looked at.
const MOST_DOCUMENTS: u32 = 16;

/// The document or the list of signatures of this number that `root` names, which is `OFD.xml`; `false` behind the last.
pub(super) fn look(source: &mut Source, root: &[u8], number: u32, archive: &mut Archive) -> bool {
    if number < MOST_DOCUMENTS {
        let document = inside(root, b"DocRoot>", number).and_then(|path| archive.named(source, path));
        archive.pages += elements(&document.unwrap_or_default(), b"Page", b"<");
    } else if number < 2 * MOST_DOCUMENTS {
        let list = inside(root, b"Signatures>", number - MOST_DOCUMENTS).and_then(|path| archive.named(source, path));
        // A signature is a seal unless it says that it is none.
        archive.seals += elements(&list.unwrap_or_default(), b"Signature", b"Type=\"Sign\"");
    }
    number < 2 * MOST_DOCUMENTS
}

/// The text of the n-th element of this name, a path inside the file.
fn inside<'a>(xml: &'a [u8], opening: &[u8], mut number: u32) -> Option<&'a [u8]> {
    let mut rest = xml;
    loop {
        let at = find(rest, opening)?;
        let before = rest.get(..at)?.iter().rev();
        let closing = before.take_while(|byte| **byte != b'<').any(|byte| *byte == b'/');
        rest = rest.get(at + opening.len()..)?;
        if closing {
            continue;
        }
        let path = slice(rest, 0, find(rest, b"<")?).trim_ascii();
        if number == 0 {
            return Some(path.strip_prefix(b"/").unwrap_or(path));
        }
        number -= 1;
    }
}

/// How many elements of this name there are, whatever their prefix, that do not say this.
fn elements(xml: &[u8], name: &[u8], but: &[u8]) -> u64 {
    let counts = |tag: &&[u8]| {
        let tag = slice(tag, 0, find(tag, b">").unwrap_or(tag.len()));
        let word = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next().unwrap_or_default();
        word.rsplit(|byte| *byte == b':').next() == Some(name) && find(tag, but).is_none()
    };
    xml.split(|byte| *byte == b'<').filter(counts).count() as u64
}
