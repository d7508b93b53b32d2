//! 发布清单的签名: the manifest of a catalogue, signed by the publisher. As with receipts: a draft, the bytes to be signed,
//! `attach_manifest` verifies what came back. The component holds no key.

use super::base64;
use super::draft::{Signature, Signer, kid_of};
use super::head::{Envelope, protected, seconds, to_be_signed};
use super::signature::Algorithm;
use super::signed;
use super::trust::{Key, TrustList};
use super::verify::Reason;
use crate::calendar::Instant;
use crate::catalogue::Manifest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Id, Limits, Reader, Record, Text, Value, exchanged, to_canonical};
use std::borrow::Cow;

/// What its signature stands under, so that it is good for nothing else.
pub const SIGNED_AS: &str = "yushen-manifest/0";
/// Largest manifest.
const MAX_BYTES: usize = 64 * 1024;
/// Where the signature stands.
const KEY: &str = "signature";

/// 发布清单草稿: a manifest that nobody has signed.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ManifestDraft<'a> {
    /// What the publisher signs, base64url. It must compare them with what it makes of its own manifest.
    pub to_be_signed: Text<'a>,
    /// The manifest with its time of issue, canonical.
    pub manifest: Text<'a>,
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key.
    pub kid: Id<'a>,
}

/// A manifest whose signature has been verified.
#[derive(Debug, Clone, Default)]
pub struct SignedManifest {
    /// `manifest.json`, to be published beside the other files.
    pub json: String,
}
exchanged!(SignedManifest { "json" json });

/// A manifest as it was published: the facts that decide who may sign it, and what of it is signed.
pub(super) struct Published {
    pub region: String,
    pub seq: u32,
    pub issued: Option<Instant>,
    pub text: String,
    pub envelope: Option<Envelope>,
}

/// Reads a manifest with its signature, if it has one.
pub(super) fn published(text: &str) -> std::result::Result<Published, Vec<Issue>> {
    let whole = Reader::document::<Value<'_>>(text, Limits { bytes: MAX_BYTES })?;
    let manifest = Reader::document::<Manifest<'_>>(text, Limits { bytes: MAX_BYTES })?;
    let signed = signed::text(&whole, KEY, "")?;
    let envelope = manifest.signature.as_ref().map(|value| {
        let below = |issues: Vec<Issue>| {
            let at = |Issue { code, path }| Issue { code, path: format!("/{KEY}{path}") };
            issues.into_iter().map(at).collect::<Vec<_>>()
        };
        let value = to_canonical(value);
        let signature = Reader::document::<Signature<'_>>(&value, Limits { bytes: MAX_BYTES }).map_err(below)?;
        let fault = || vec![Issue { code: ErrorCode::EncodingInvalid, path: format!("/{KEY}/value") }];
        signed::detached(&signature, &signed).ok_or_else(fault)
    });
    Ok(Published {
        region: manifest.region.to_string(),
        seq: manifest.seq,
        issued: manifest.issued_at,
        envelope: envelope.transpose()?,
        text: signed,
    })
}

/// Whether the key made the signature and may make it, in this region at this time.
pub(super) fn verifies(key: &Key, envelope: &Envelope, of: &Published, time: i64) -> std::result::Result<(), Reason> {
    key.held(time).and_then(|()| key.may_publish(&of.region)).and_then(|()| key.verifies(envelope, SIGNED_AS))
}

fn invalid(issues: Vec<Issue>) -> Error {
    Error::invalid(ErrorCode::DeliveryInvalid, issues)
}

/// Makes a draft of a manifest as `publish` made it; one that is signed already is drafted anew.
///
/// # Errors
/// `DELIVERY_INVALID` with every fault of the manifest; `NUMBER_INVALID` for a key that is none.
pub fn draft_manifest<'a>(text: &str, issued: &Instant, signer: &Signer<'_>) -> Result<ManifestDraft<'a>> {
    let whole = Reader::document::<Value<'_>>(text, Limits { bytes: MAX_BYTES }).map_err(invalid)?;
    let mut rest = signed::without(&whole, KEY);
    if let Value::Object(entries) = &mut rest {
        entries.set(Cow::Borrowed("issuedAt"), Value::Text(issued.as_str().to_owned().into()));
    }
    let manifest = to_canonical(&rest);
    published(&manifest).map_err(invalid)?;
    let kid = kid_of(&signer.kid).ok_or_else(|| Error::new(ErrorCode::NumberInvalid, "/kid"))?;
    let bytes = to_be_signed(&protected(signer.algorithm, kid), SIGNED_AS, manifest.as_bytes());
    Ok(ManifestDraft {
        to_be_signed: Text::from(base64::encode(&bytes)),
        manifest: Text::from(manifest),
        algorithm: signer.algorithm,
        kid: Id::from(signer.kid.to_string()),
    })
}

/// Takes the signature that came back, verifies it against the trust list, and makes the manifest.
///
/// # Errors
/// `DELIVERY_INVALID` if the draft is not what `draft_manifest` made; `SIGNATURE_REFUSED` at `/alg`, `/kid` or `/value`.
pub fn attach_manifest(
    draft: &ManifestDraft<'_>,
    signature: &Signature<'_>,
    trust: &TrustList,
) -> Result<SignedManifest> {
    let refused = |path: &str| Error::new(ErrorCode::SignatureRefused, path);
    if signature.algorithm != draft.algorithm || *signature.kid != *draft.kid {
        return Err(refused(if signature.algorithm == draft.algorithm { "/kid" } else { "/alg" }));
    }
    let of = published(&draft.manifest).map_err(invalid)?;
    let issued = of.issued.as_ref().ok_or_else(|| Error::new(ErrorCode::DeliveryInvalid, "/issuedAt"))?;
    let envelope = signed::detached(signature, &of.text).ok_or_else(|| refused("/value"))?;
    let key = trust.key(envelope.kid).ok_or_else(|| refused("/kid"))?;
    verifies(key, &envelope, &of, seconds(issued)).map_err(|_| refused("/value"))?;
    let whole = Reader::document::<Value<'_>>(&of.text, Limits { bytes: MAX_BYTES }).map_err(invalid)?;
    let raw = Signature { value: Text::from(base64::encode(&envelope.signature)), ..signature.clone() };
    let raw = to_canonical(&raw);
    let mut whole = signed::without(&whole, KEY);
    if let Value::Object(entries) = &mut whole {
        let value = Reader::document::<Value<'_>>(&raw, Limits { bytes: MAX_BYTES }).map_err(invalid)?;
        entries.set(Cow::Borrowed(KEY), value);
    }
    Ok(SignedManifest { json: to_canonical(&whole) })
}
