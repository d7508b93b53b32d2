//! PDF: what the structure of a file tells — pages, encryption, what runs or hides in it, whether there is text, whether
//! it is signed. Nothing is rendered.

mod crypt;
mod file;
mod filter;
mod lex;
mod pages;
mod search;

use self::file::{Pdf, Place};
use self::lex::{get, is_name};
use super::bytes::{counted, find, find_last, slice};
use super::source::Source;
use super::{Active, FileReport, Locked};

/// Objects that are looked at for what runs or hides in them.
const MOST_LOOKED_AT: usize = 20_000;

/// A PDF. `false` if its end is not there.
pub(super) async fn look(source: &Source, head: &[u8], report: &mut FileReport<'static>) -> Option<bool> {
    let tail = source.read(source.size().saturating_sub(1024), 1024).await;
    let ends = find_last(&tail, b"%%EOF").or_else(|| find_last(&tail, b"startxref")).is_some();
    let start = find(slice(head, 0, 1024), b"%PDF-")? as u64;
    let mut pdf = Pdf::open(source, start).await;
    if unlocked(&mut pdf, report).await {
        pages::pages(&mut pdf, report).await;
        objects(&mut pdf, report).await;
    } else {
        objects(&mut pdf, report).await;
        pages::counted_only(&mut pdf, report).await;
    }
    Some(ends)
}

/// Whether the file opens without a password.
async fn unlocked(pdf: &mut Pdf<'_>, report: &mut FileReport<'static>) -> bool {
    if pdf.encrypt.is_empty() {
        return true;
    }
    let encrypt = pdf.encrypt.clone();
    let encrypt = pdf.resolved(&encrypt).await;
    if encrypt.is_empty() {
        return true; // nothing stands there: no reader asks for a password
    }
    pdf.key = crypt::Key::of(&encrypt, &pdf.id);
    report.locked = Some(if pdf.key.is_some() { Locked::Open } else { Locked::Password });
    pdf.key.is_some()
}

/// Every object, for what runs or hides in it, and for signatures.
async fn objects(pdf: &mut Pdf<'_>, report: &mut FileReport<'static>) {
    let (mut fields, mut signed) = (0, 0);
    for number in 0..pdf.places.len().min(MOST_LOOKED_AT) {
        let mut examine = |value: &[u8]| {
            active(value, &mut report.active);
            if is_name(get(value, "FT"), "Sig") {
                fields += 1;
                signed += u32::from(!get(value, "V").is_empty());
            }
        };
        let Some(Place::At(at)) = pdf.places.get(number).copied() else { continue };
        let object = pdf.at(at).await.unwrap_or_default();
        examine(&object.value);
        if is_name(get(&object.value, "Type"), "ObjStm") {
            let bundle = pdf.bundle(u32::try_from(number).unwrap_or(0)).await;
            (0..bundle.objects.len()).for_each(|place| examine(bundle.value(place)));
        }
        if number % 256 == 255 {
            pdf.source.breathe().await;
        }
    }
    (report.signature_fields, report.signatures) = (counted(fields), counted(signed.into()));
}

/// What names in a value say that it runs or hides.
fn active(value: &[u8], found: &mut Vec<Active>) {
    const NAMES: [(&str, Active); 7] = [
        ("JavaScript", Active::Script),
        ("JS", Active::Script),
        ("Launch", Active::Launch),
        ("EmbeddedFile", Active::Attachment),
        ("EmbeddedFiles", Active::Attachment),
        ("RichMedia", Active::Media),
        ("XFA", Active::Xfa),
    ];
    let mut place = 0;
    while place < value.len() {
        place = lex::skip_space(value, place);
        let end = lex::skip_token(value, place);
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
