//! What is ours: by the library's public functions where there are some, else by the file itself.

#[cfg(feature = "ours-json")]
pub fn run(input: &[u8]) -> usize {
    use yushen::json::{Limits, Reader, Value, to_string};
    let text = std::str::from_utf8(input).unwrap_or_default();
    Reader::document::<Value<'_>>(text, Limits { bytes: 1 << 20 }).map_or(0, |value| to_string(&value).len())
}

#[cfg(feature = "ours-canonical")]
pub fn run(input: &[u8]) -> usize {
    yushen::receipt::canonical::canonical(std::str::from_utf8(input).unwrap_or_default()).map_or(0, |text| text.len())
}

#[cfg(feature = "ours-cbor")]
#[path = "../../../../src/receipt/head/cbor.rs"]
mod cbor;
/// As `receipt::head` has it, and no more of it.
#[cfg(feature = "ours-cbor")]
#[derive(Debug, Clone, Copy)]
pub enum HeadFault {
    CborTruncated,
    CborType,
    CborIndefinite,
    CborNotShortest,
    CborText,
    CborTrailing,
}
#[cfg(feature = "ours-cbor")]
pub fn run(input: &[u8]) -> usize {
    fn read(input: &[u8]) -> Result<Vec<u8>, HeadFault> {
        let mut from = cbor::Reader::new(input);
        let mut to = cbor::Writer::default();
        let pairs = from.map()?;
        to.map(pairs);
        for _ in 0..pairs {
            let key = from.integer()?;
            to.integer(key);
            match key {
                3 | 4 => _ = to.text(from.text()?),
                8 => _ = to.bytes(from.bytes()?),
                _ => _ = to.integer(from.integer()?),
            }
        }
        from.end()?;
        Ok(to.0)
    }
    read(input).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "ours-der")]
#[path = "../../../../src/receipt/signature/der.rs"]
mod der;
/// As `receipt::signature` has it, and no more of it.
#[cfg(feature = "ours-der")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SignatureFault {
    Der,
    Range,
}
#[cfg(feature = "ours-der")]
pub fn run(input: &[u8]) -> usize {
    use der::{BITS, OBJECT, SEQUENCE, element, pair, whole};
    fn read(input: &[u8]) -> Option<usize> {
        let (key, signature) = input.split_at_checked(91)?;
        let (identifier, rest) = element(SEQUENCE, whole(SEQUENCE, key)?)?;
        let (oid, _) = element(OBJECT, identifier)?;
        let point = whole(BITS, rest)?;
        Some(usize::from(pair(signature).ok()?[63]) + point.len() - 1 + oid.len())
    }
    read(input).unwrap_or(0)
}

#[cfg(feature = "ours-base32")]
pub fn run(input: &[u8]) -> usize {
    use yushen::receipt::base32::{decode, encode};
    decode(&encode(input)).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "ours-base64")]
pub fn run(input: &[u8]) -> usize {
    use yushen::receipt::base64::{decode, encode};
    decode(&encode(input)).map_or(0, |bytes| bytes.len())
}

#[cfg(feature = "ours-composed")]
pub fn run(input: &[u8]) -> usize {
    usize::from(yushen::receipt::canonical::is_composed(std::str::from_utf8(input).unwrap_or_default()))
}

#[cfg(feature = "ours-date")]
pub fn run(input: &[u8]) -> usize {
    let text = std::str::from_utf8(input).unwrap_or_default();
    yushen::calendar::CivilDate::parse(text).map_or(0, |date| date.to_string().len())
}

#[cfg(feature = "ours-identifier")]
pub fn run(input: &[u8]) -> usize {
    use yushen::identity::{IdentifierKind as Kind, check};
    let text = std::str::from_utf8(input).unwrap_or_default();
    let kinds = [Kind::ResidentId, Kind::PermanentResident, Kind::HkMacaoPermit, Kind::Passport, Kind::Mobile];
    kinds.into_iter().filter(|kind| check(*kind, text, None).is_ok()).count()
}

#[cfg(feature = "ours-html")]
#[path = "../../../../src/receipt/render/markup.rs"]
mod markup;
#[cfg(feature = "ours-html")]
pub fn run(input: &[u8]) -> usize {
    markup::Markup::default().text(std::str::from_utf8(input).unwrap_or_default()).0.len()
}

#[cfg(feature = "ours-zip-writing")]
#[path = "../../../../src/receipt/render/zip.rs"]
mod zip;
#[cfg(feature = "ours-zip-writing")]
pub fn run(input: &[u8]) -> usize {
    zip::zip(&["OFD.xml", "Doc_0/Document.xml"].map(|name| (String::from(name), input))).len()
}

#[cfg(feature = "ours-mask")]
pub fn run(input: &[u8]) -> usize {
    let (url, payload) = std::str::from_utf8(input).unwrap_or_default().split_at_checked(31).unwrap_or_default();
    yushen::receipt::qr(url, payload).map_or(0, |symbol| symbol.bits.len())
}

#[cfg(feature = "ours-rc4")]
#[path = "../../../../src/file/rc4.rs"]
mod rc4;
#[cfg(feature = "ours-rc4")]
pub fn run(input: &[u8]) -> usize {
    let bytes = rc4::rc4(b"0123456789abcdef", input);
    usize::from(bytes[bytes.len() - 1])
}

/// A key that is new, and one of the trust list, which was prepared when the list was read.
#[cfg(feature = "ours-sm2")]
#[path = "../../../../src/receipt/signature/comb.rs"]
mod comb;
#[cfg(feature = "ours-sm2")]
#[path = "../../../../src/receipt/signature/sm2dsa.rs"]
mod sm2dsa;
/// As `receipt::signature` has it, and no more of it.
#[cfg(feature = "ours-sm2")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SignatureFault {
    Range,
    Sm2Id,
    Wrong,
}
#[cfg(feature = "ours-sm2")]
pub fn run(input: &[u8]) -> usize {
    static KNOWN: std::sync::OnceLock<Option<sm2dsa::Key>> = std::sync::OnceLock::new();
    fn read(input: &[u8]) -> Option<usize> {
        let (key, rest) = input.split_at_checked(91)?;
        let (signature, message) = rest.split_first_chunk::<64>()?;
        let key = || sm2dsa::Key::of(key.last_chunk()?);
        let verified = if cfg!(feature = "ours-sm2-known") {
            KNOWN.get_or_init(|| key().inspect(sm2dsa::Key::prepare)).as_ref()?.verify(message, signature, ID)
        } else {
            key()?.verify(message, signature, ID)
        };
        verified.ok().map(|()| 1)
    }
    read(input).unwrap_or(0)
}
#[cfg(feature = "ours-sm2")]
const ID: &[u8] = b"1234567812345678";

#[cfg(feature = "ours-files")]
pub fn run(input: &[u8]) -> usize {
    use yushen::file::{Inspector, Step};
    let mut inspector = Inspector::new(input.len() as u64, "a");
    loop {
        match inspector.step() {
            Step::Report(report) => return report.pages.unwrap_or(0) as usize + report.members.unwrap_or(0) as usize,
            Step::Need { offset, length } => {
                if inspector.feed(&input[offset as usize..][..length as usize]).is_err() {
                    return 0;
                }
            }
        }
    }
}

#[cfg(feature = "ours-join")]
pub fn run(input: &[u8]) -> usize {
    let page = yushen::file::join(&[], input).unwrap_or_default();
    yushen::file::join(&[page.len() as u32], &[]).map_or(0, |end| page.len() + end.len())
}

#[cfg(feature = "ours-strip")]
pub fn run(input: &[u8]) -> usize {
    yushen::file::strip(input, yushen::file::Mark::Location).map_or(0, |bytes| bytes.len())
}
