//! 带签名的文本: a JSON object that carries a signature of everything else in it, such as a trust list or the manifest of a
//! catalogue. The message is that of a receipt with the text apart from it, each purpose under a name of its own.

use super::base64;
use super::canonical;
use super::draft::{Signature, kid_of};
use super::head::Envelope;
use super::signature;
use crate::error::{ErrorCode, Issue};
use crate::json::{Map, Value, to_canonical};

/// What is signed of an object: all of it but the entry of its signature, canonical.
///
/// # Errors
/// Every fault of its text.
pub fn text(object: &Value<'_>, key: &str, at: &str) -> Result<String, Vec<Issue>> {
    if entry(object, key).is_some_and(|signature| own_key(signature).is_some()) {
        return Err(vec![Issue { code: ErrorCode::UnknownKey, path: [at, "/", key].concat() }]);
    }
    let rest = without(object, key);
    // Longer than a body may be, so its strings are examined one by one and its size by the reader.
    canonical::strings(&rest, at)?;
    Ok(to_canonical(&rest))
}

/// An entry of an object.
pub(super) fn entry<'v, 's>(object: &'v Value<'s>, key: &str) -> Option<&'v Value<'s>> {
    if let Value::Object(entries) = object { entries.get(key) } else { None }
}

/// A key of somebody's own in an object: in a signature, nobody has signed it.
pub(super) fn own_key<'v>(object: &'v Value<'_>) -> Option<&'v str> {
    let Value::Object(entries) = object else { return None };
    entries.iter().map(|(key, _)| key).find(|key| key.starts_with("x-"))
}

/// The object without an entry.
pub(super) fn without<'v>(object: &Value<'v>, key: &str) -> Value<'v> {
    let Value::Object(entries) = object else { return object.clone() };
    let mut rest = Map::default();
    let kept = entries.clone().into_entries().filter(|(each, _)| each != key);
    kept.for_each(|(key, value)| rest.set(key, value));
    Value::Object(rest)
}

/// The message of a signature that stands apart from its text; none if it is not well formed.
#[must_use]
pub fn detached(signature: &Signature<'_>, text: &str) -> Option<Envelope> {
    let value = base64::decode(&signature.value)?;
    let raw = signature::raw(signature.algorithm, &value).ok()?;
    let (algorithm, kid) = (signature.algorithm, kid_of(&signature.kid)?);
    Some(Envelope { algorithm, kid, head: text.as_bytes().to_vec(), signature: raw })
}
