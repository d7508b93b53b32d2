//! 出具: from a record to a document that is in effect. `Draft` → bytes to be signed → `attach` verifies what came back →
//! `Signed`. There is no other way to a signed document, and the component holds no key.

use super::base64;
use super::canonical;
use super::document::{DocumentBody, DocumentKind, completed, examine};
use super::head::{Envelope, Head, protected, seconds, to_be_signed};
use super::precheck::{FORMAT, ReceiptFormat};
use super::signature::{self, Algorithm};
use super::trust::{Key, TrustList};
use crate::calendar::{Certainty, CivilDate};
use crate::catalogue::LimitKind;
use crate::digest::{Digest, Digests};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Id, Limits, Reader, Record, Text, Value, exchanged, to_canonical, written};

/// What its signature stands under, so that it is good for nothing else.
pub const SIGNED_AS: &str = "yushen-receipt/0";

/// With which key a document will be signed.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Signer<'a> {
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key: first eight bytes of the SM3 of its SPKI, in hexadecimal.
    pub kid: Id<'a>,
}

/// 草稿: a document that nobody has signed.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Draft<'a> {
    /// 文书种类.
    pub kind: DocumentKind,
    /// 文书编号.
    pub number: Text<'a>,
    /// What the authority signs, base64url. It must compare them with what it makes of its own record.
    pub to_be_signed: Text<'a>,
    /// The body, canonical.
    pub body: DocumentBody<'a>,
    /// The head, base64url.
    pub head: Text<'a>,
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key.
    pub kid: Id<'a>,
}

/// 签名, as it came back from the authority's signing service.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Signature<'a> {
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key.
    pub kid: Id<'a>,
    /// The signature, base64url: r‖s, or the DER of SM2 and ECDSA.
    pub value: Text<'a>,
    /// 证书 (DER, base64), kept as it is and not looked into.
    pub cert: Option<Text<'a>>,
}

/// 文书: what is stored, handed on and verified.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Receipt<'a> {
    /// The format.
    pub format: ReceiptFormat,
    /// The body.
    pub body: Value<'a>,
    /// The head, base64url.
    pub head: Option<Text<'a>>,
    /// 签名.
    #[record(key = "sig")]
    pub signature: Option<Signature<'a>>,
    /// 电子签章数据 (GB/T 38540, base64), kept as it is and not looked into.
    pub seal: Option<Text<'a>>,
    /// 时间戳 (GB/T 20520, base64), kept as it is and not looked into.
    #[record(key = "tst")]
    pub timestamp: Option<Text<'a>>,
}

/// A document that is in effect: its signature has been verified.
#[derive(Debug, Clone, Default)]
pub struct Signed {
    /// 文书种类.
    pub kind: DocumentKind,
    /// 文书编号.
    pub number: String,
    /// The document.
    pub json: String,
    /// SHA-256 and SM3 of the canonical body.
    pub digests: Digests,
    /// SM3 of what was signed: what the next receipt of the case names as `previous`.
    pub chain: Digest,
}
exchanged!(Signed {
    "kind" kind, "number" number, "json" json, "sha256" digests.sha256, "sm3" digests.sm3, "chain" chain
});

/// The facts that a head takes from a body.
#[must_use]
pub(crate) fn head_of(body: &DocumentBody<'_>, digests: Digests, algorithm: Algorithm) -> Head {
    let promised = |limit: &&super::document::DeadlineLine<'_>| {
        limit.kind == LimitKind::Promised && limit.certainty == Certainty::Published
    };
    let acceptance = body.kind == DocumentKind::Acceptance;
    Head {
        kind: body.kind,
        number: body.number.to_string(),
        item: body.item.code.to_string(),
        issuer: body.issuer.uscc.to_string(),
        issued: seconds(&body.times.issued),
        due: body.deadlines.iter().find(promised).and_then(|limit| limit.due),
        sm3: digests.sm3,
        sha256: (algorithm != Algorithm::Sm2Sm3).then_some(digests.sha256),
        accepted: body.times.accepted.as_ref().filter(|_| acceptance).map(seconds),
        previous: body.previous.as_ref().map(|previous| previous.digest),
    }
}

/// Makes a draft of an authority's record. `published` is the last day for which days off are published: a date behind it,
/// of a record that names no calendar, is an estimate.
///
/// # Errors
/// `DOCUMENT_INVALID` with every fault of the record; `NUMBER_INVALID` for a key that is none.
pub fn draft<'a>(record: &'a str, signer: &Signer<'_>, published: CivilDate) -> Result<Draft<'a>> {
    let invalid = |issues: Vec<Issue>| Error::invalid(ErrorCode::DocumentInvalid, issues);
    let limits = Limits { bytes: canonical::MAX_BODY };
    canonical::canonical(record).map_err(invalid)?;
    let body = completed(Reader::document::<DocumentBody<'_>>(record, limits).map_err(invalid)?);
    let issues = examine(&body, Some(published));
    if !issues.is_empty() {
        return Err(invalid(issues));
    }
    let kid = kid_of(&signer.kid).ok_or_else(|| Error::new(ErrorCode::NumberInvalid, "/kid"))?;
    let text = to_canonical(&body);
    let head = head_of(&body, Digests::of(text.as_bytes()), signer.algorithm).encode();
    let bytes = to_be_signed(&protected(signer.algorithm, kid), SIGNED_AS, &head);
    Ok(Draft {
        kind: body.kind,
        number: Text::from(body.number.to_string()),
        to_be_signed: Text::from(base64::encode(&bytes)),
        head: Text::from(base64::encode(&head)),
        algorithm: signer.algorithm,
        kid: Id::from(signer.kid.to_string()),
        body,
    })
}

/// Eight bytes in hexadecimal.
#[must_use]
pub fn kid_of(text: &str) -> Option<[u8; 8]> {
    let digits = text.bytes().all(|each| matches!(each, b'0'..=b'9' | b'a'..=b'f'));
    let value = u64::from_str_radix(text, 16).ok().filter(|_| digits && text.len() == 16)?;
    Some(value.to_be_bytes())
}

/// Takes the signature that came back, verifies it against the trust list, and makes the document.
///
/// # Errors
/// `DOCUMENT_INVALID` if the draft is not what `draft` made; `SIGNATURE_REFUSED` at `/alg`, `/kid` or `/value`.
pub fn attach(draft: &Draft<'_>, signature: &Signature<'_>, trust: &TrustList) -> Result<Signed> {
    let refused = |path: &str| Error::new(ErrorCode::SignatureRefused, path);
    let invalid = |issues: Vec<Issue>| Error::invalid(ErrorCode::DocumentInvalid, issues);
    let text = to_canonical(&draft.body);
    canonical::canonical(&text).map_err(invalid)?;
    let issues = examine(&draft.body, None);
    if !issues.is_empty() {
        return Err(invalid(issues));
    }
    if signature.algorithm != draft.algorithm || *signature.kid != *draft.kid {
        return Err(refused(if signature.algorithm == draft.algorithm { "/kid" } else { "/alg" }));
    }
    let kid = kid_of(&signature.kid).ok_or_else(|| refused("/kid"))?;
    let key: &Key = trust.key(kid).ok_or_else(|| refused("/kid"))?;
    let digests = Digests::of(text.as_bytes());
    let head = head_of(&draft.body, digests, signature.algorithm);
    let raw = base64::decode(&signature.value).and_then(|bytes| signature::raw(signature.algorithm, &bytes).ok());
    let raw = raw.ok_or_else(|| refused("/value"))?;
    let envelope = Envelope { algorithm: signature.algorithm, kid, head: head.encode(), signature: raw };
    let verified = key.may_sign(&head, &draft.body.issuer.region).and_then(|()| key.verifies(&envelope, SIGNED_AS));
    verified.map_err(|_| refused("/value"))?;
    Ok(signed(draft, signature, &envelope, digests))
}

fn signed(draft: &Draft<'_>, signature: &Signature<'_>, envelope: &Envelope, digests: Digests) -> Signed {
    struct Written<'a> {
        format: &'a str,
        body: &'a DocumentBody<'a>,
        head: String,
        sig: Signature<'a>,
    }
    written!(Written<'a> { "format" format, "body" body, "head" head, "sig" sig });
    let sig = Signature {
        algorithm: signature.algorithm,
        kid: Id::from(&*signature.kid),
        value: Text::from(base64::encode(&envelope.signature)),
        cert: signature.cert.clone(),
    };
    let written = Written { format: FORMAT, body: &draft.body, head: base64::encode(&envelope.head), sig };
    Signed {
        kind: draft.kind,
        number: draft.body.number.to_string(),
        json: to_canonical(&written),
        digests,
        chain: envelope.chain(SIGNED_AS),
    }
}
