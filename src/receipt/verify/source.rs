//! 来源: what was given — a document, an OFD with the document attached, or what a scanner read.

use super::Reason;
use crate::error::Issue;
use crate::json::{Limits, Reader, Value, pointer_step};
use crate::receipt::draft::{Receipt, kid_of};
use crate::receipt::head::{Envelope, HeadFault};
use crate::receipt::signed::{entry, own_key};
use crate::receipt::{base32, base64, signature};

/// Largest text read: a self-check sheet of the largest application stays below.
const MAX_TEXT: usize = 8 * 1024 * 1024;
/// Longest text of a QR code.
const MAX_CODE: usize = 600;

/// What was given to be verified.
#[derive(Debug)]
pub enum Source<'a> {
    /// The document.
    Document(Box<Receipt<'a>>),
    /// A QR code: the signed head alone.
    Code(Envelope),
}

/// Why nothing could be made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// A stable code.
    pub code: &'static str,
    /// JSON Pointer, where there is one.
    pub path: String,
}

impl Unread {
    fn new(code: &'static str) -> Self {
        Self { code, path: String::new() }
    }
}

impl From<HeadFault> for Unread {
    fn from(fault: HeadFault) -> Self {
        Self::new(fault.as_str())
    }
}

impl<'a> Source<'a> {
    /// Reads a document or the text of a QR code.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &'a str) -> Result<Self, Unread> {
        if text.trim_start().starts_with('{') {
            return Ok(Self::Document(Box::new(document(text)?)));
        }
        if text.starts_with('\u{FEFF}') {
            return Err(Unread::new(crate::error::ErrorCode::JsonEncoding.as_str()));
        }
        if text.len() > MAX_CODE {
            return Err(HeadFault::CborTooLarge.into());
        }
        let text = text.trim();
        // `…#1` and the message; what stands before the sign is where the authority shows it.
        let payload = match text.rsplit_once('#') {
            Some((_, fragment)) => {
                fragment.strip_prefix('1').ok_or_else(|| Unread::new(Reason::ReceiptInvalid.as_str()))?
            }
            None => text,
        };
        let bytes = base32::decode(payload).map_err(|fault| Unread::new(fault.as_str()))?;
        Ok(Self::Code(Envelope::decode(&bytes)?))
    }
}

fn document(text: &str) -> Result<Receipt<'_>, Unread> {
    let first = |issues: Vec<Issue>| {
        let issue = issues.into_iter().next();
        issue.map_or_else(
            || Unread::new(Reason::ReceiptInvalid.as_str()),
            |issue| Unread { code: issue.code.as_str(), path: issue.path },
        )
    };
    let receipt = Reader::document::<Receipt<'_>>(text, Limits { bytes: MAX_TEXT }).map_err(first)?;
    own_keys(text)?;
    Ok(receipt)
}

/// Elsewhere a caller's own keys are passed over. Around what is signed stands nothing that nobody reads.
fn own_keys(text: &str) -> Result<(), Unread> {
    let Ok(document) = Reader::document::<Value<'_>>(text, Limits { bytes: MAX_TEXT }) else { return Ok(()) };
    let own = |at: &str, object: &Value<'_>| own_key(object).map(|key| [at, "/", &pointer_step(key)].concat());
    let signature = || own("/sig", entry(&document, "sig")?);
    let found = own("", &document).or_else(signature);
    found.map_or(Ok(()), |path| Err(Unread { code: Reason::UnknownFields.as_str(), path }))
}

/// The signed head of a document.
///
/// # Errors
/// What is wrong with it, and where.
pub fn envelope(receipt: &Receipt<'_>) -> Result<Envelope, Unread> {
    let missing = Unread::new(Reason::SignatureMissing.as_str());
    let (Some(head), Some(sig)) = (&receipt.head, &receipt.signature) else { return Err(missing) };
    let at = |code: &'static str, path: &str| Unread { code, path: path.into() };
    let encoding = crate::error::ErrorCode::EncodingInvalid.as_str();
    let head = base64::decode(head).ok_or_else(|| at(encoding, "/head"))?;
    let value = base64::decode(&sig.value).ok_or_else(|| at(encoding, "/sig/value"))?;
    let kid = kid_of(&sig.kid).ok_or_else(|| at(crate::error::ErrorCode::NumberInvalid.as_str(), "/sig/kid"))?;
    let signature = signature::raw(sig.algorithm, &value).map_err(|fault| at(fault.as_str(), "/sig/value"))?;
    Ok(Envelope { algorithm: sig.algorithm, kid, head, signature })
}
