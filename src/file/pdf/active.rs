//! What runs or hides in a PDF, and its signatures: every object is looked at.

use super::file::{File, Place};
use super::lex::{get, is_name, skip_space, skip_token};
use crate::file::bytes::{counted, slice};
use crate::file::source::Source;
use crate::file::{Active, FileReport};

/// Objects that are looked at. A signature that was added last has the highest number.
const MOST_LOOKED_AT: usize = 60_000;
/// Names that say it.
const NAMES: [(&str, Active); 10] = [
    ("JavaScript", Active::Script),
    ("JS", Active::Script),
    ("Launch", Active::Launch),
    ("EmbeddedFile", Active::Attachment),
    ("EmbeddedFiles", Active::Attachment),
    ("FileAttachment", Active::Attachment),
    ("RichMedia", Active::Media),
    ("Movie", Active::Media),
    ("Rendition", Active::Media),
    ("XFA", Active::Xfa),
];

/// How far the objects were looked at.
#[derive(Debug, Default)]
pub(super) struct Objects {
    next: usize,
    looked_at: usize,
    fields: u64,
    signed: u64,
}

impl Objects {
    /// An object, and those inside it: whether there are more.
    pub(super) fn look(&mut self, file: &mut File, source: &mut Source, report: &mut FileReport<'static>) -> bool {
        let rest = file.places.get(self.next..).unwrap_or_default();
        let there = rest.iter().position(|place| matches!(place, Place::At(_)));
        let Some(there) = there.filter(|_| self.looked_at < MOST_LOOKED_AT) else {
            (report.signature_fields, report.signatures) = (counted(self.fields), counted(self.signed));
            return false;
        };
        self.next += there;
        if let Some(Place::At(at)) = file.places.get(self.next).copied() {
            let object = file.at(source, at).unwrap_or_default();
            let bundle = is_name(get(&object.value, "Type"), "ObjStm")
                .then(|| file.bundle(source, u32::try_from(self.next).unwrap_or(0)));
            if source.missing() {
                return true;
            }
            self.examine(&object.value, report);
            let here = u32::try_from(self.next).map_or(Place::Free, Place::In);
            for (place, (number, _)) in bundle.iter().flat_map(|bundle| bundle.objects.iter().enumerate()) {
                // One that was written anew stands elsewhere.
                if file.places.get(*number as usize) == Some(&here) {
                    self.examine(bundle.as_ref().map_or(&[], |bundle| bundle.value(place)), report);
                }
            }
        }
        self.next += 1;
        self.looked_at += 1;
        true
    }

    fn examine(&mut self, value: &[u8], report: &mut FileReport<'static>) {
        active(value, &mut report.active);
        if is_name(get(value, "FT"), "Sig") {
            self.fields += 1;
            self.signed += u64::from(!matches!(get(value, "V"), b"" | b"null"));
        }
    }
}

/// What names in a value say that it runs or hides.
fn active(value: &[u8], found: &mut Vec<Active>) {
    let mut place = 0;
    while place < value.len() {
        place = skip_space(value, place);
        let end = skip_token(value, place);
        let token = slice(value, place, end - place);
        if token.first() == Some(&b'/') {
            for (_, kind) in NAMES.iter().filter(|(name, _)| is_name(token, name)) {
                if !found.contains(kind) {
                    found.push(*kind);
                }
            }
        }
        place = end.max(place + 1);
    }
}
