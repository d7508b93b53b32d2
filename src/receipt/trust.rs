//! 信任列表: which keys may sign what, published and signed by a root that the portal or the build pins. A key's algorithm is
//! the list's to say, never the message's.

use super::base64;
use super::canonical;
use super::document::DocumentKind;
use super::document::names::{self, NameOf};
use super::draft::{Signature, kid_of};
use super::head::{Envelope, Head, protected, seconds, to_be_signed};
use super::signature::{self, Algorithm, PublicKey, SM2_ID};
use super::verify::Reason;
use crate::calendar::Instant;
use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::json::{Detach, Id, Limits, Reader, Record, Text, Value, formats, readable, to_canonical};
use std::sync::atomic::{AtomicBool, Ordering};

/// What a trust list is written as.
pub const FORMAT: &str = "yushen-trust/0.1";
formats! {
    /// The format of a trust list.
    TrustFormat = FORMAT;
}
/// What its signature stands under.
pub const SIGNED_AS: &str = "yushen-trust/0";
/// Largest list.
const MAX_BYTES: usize = 1024 * 1024;

words! {
    /// 撤销原因.
    pub enum RevokeReason {
        /// 停用: what was signed before stays good
        Retired = "retired",
        /// 密钥泄露: what was signed before can be forged
        KeyCompromise = "key-compromise",
    }
}
readable!(RevokeReason);

/// 根密钥, pinned by the portal.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Root<'a> {
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// `SubjectPublicKeyInfo` (DER, base64url).
    pub spki: Text<'a>,
    /// SM2 的用户身份标识; the standard one if absent.
    pub sm2_id: Option<Text<'a>>,
}

/// 密钥条目.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct KeyEntry<'a> {
    /// First eight bytes of the SM3 of the SPKI; computed again, never believed.
    pub kid: Id<'a>,
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// SM2 的用户身份标识; the standard one if absent.
    pub sm2_id: Option<Text<'a>>,
    /// `SubjectPublicKeyInfo` (DER, base64url).
    pub spki: Text<'a>,
    /// 机关的统一社会信用代码.
    #[record(key = "issuerUscc")]
    pub issuer: Text<'a>,
    /// 机关名称, as it is shown.
    #[record(key = "issuerName")]
    pub name: Text<'a>,
    /// 行政区划代码 it may sign for.
    pub regions: Vec<Id<'a>>,
    /// 承办部门 that its documents may name; none if the list does not say.
    #[record(optional)]
    pub departments: Vec<Text<'a>>,
    /// 文书种类 it may sign.
    pub types: Vec<DocumentKind>,
    /// From when.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
    /// 撤销时间.
    pub revoked_at: Option<Instant>,
    /// 撤销原因.
    #[record(optional)]
    pub revoke_reason: RevokeReason,
    /// 持有许可的电子认证服务机构的证书 (电子签名法 16): only then is the signature called reliable.
    #[record(key = "licensedCa", optional)]
    pub licensed: bool,
}

/// 目录下限: the oldest catalogue of a region that is still current.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct CatalogueFloor<'a> {
    /// 行政区划代码.
    pub region: Id<'a>,
    /// 发布序号.
    pub seq: u32,
}

/// 信任列表, as it is published.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct TrustFile<'a> {
    /// The format.
    pub format: TrustFormat,
    /// 序号: never goes down.
    pub seq: u32,
    /// 发布时间.
    pub issued_at: Instant,
    /// 下次更新.
    pub next_update: Instant,
    /// 密钥.
    pub keys: Vec<KeyEntry<'a>>,
    /// 目录下限.
    #[record(key = "minCatalogue", optional)]
    pub floors: Vec<CatalogueFloor<'a>>,
    /// 签名 of the root, over the canonical list without it.
    #[record(key = "sig")]
    pub signature: Signature<'a>,
}

/// What the portal trusts.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Trust<'a> {
    /// 信任列表.
    pub list: Value<'a>,
    /// 根密钥, pinned; several while one is being replaced.
    pub roots: Vec<Root<'a>>,
    /// The highest `seq` seen so far, kept by the host.
    #[record(key = "seenSeq", optional)]
    pub seen: u32,
}

/// A key that may sign.
#[derive(Debug)]
pub struct Key {
    /// Its entry.
    pub entry: KeyEntry<'static>,
    /// Its name.
    pub kid: [u8; 8],
    public: PublicKey,
    /// Whether it has verified before: from then on a table pays.
    met: AtomicBool,
}

/// 信任列表, verified. It outlives its text, so that one list serves many receipts.
#[derive(Debug, Default)]
pub struct TrustList {
    /// 序号.
    pub seq: u32,
    /// 下次更新.
    pub next_update: Instant,
    /// 目录下限.
    pub floors: Vec<CatalogueFloor<'static>>,
    keys: Vec<Key>,
}

/// The canonical list without its signature, which is what the root signs.
///
/// # Errors
/// Every fault of its text.
pub fn signed_text(list: &Value<'_>) -> std::result::Result<String, Vec<Issue>> {
    let mut list = list.clone();
    if let Value::Object(entries) = &mut list {
        let rest = std::mem::take(entries).into_entries().filter(|(key, _)| key != "sig");
        for (key, value) in rest {
            entries.set(key, value);
        }
    }
    // A list is longer than a body may be, so its strings are examined one by one and its size by the reader.
    canonical::strings(&list, "/list")?;
    Ok(to_canonical(&list))
}

/// Reads what the portal trusts and verifies the list with the roots.
///
/// # Errors
/// `TRUST_LIST_INVALID` with every fault of its form; otherwise the reason why the list is not to be used.
pub fn read(text: &str) -> Result<std::result::Result<TrustList, Reason>> {
    let invalid = |issues: Vec<Issue>| Error::invalid(ErrorCode::TrustListInvalid, issues);
    let trust = Reader::document::<Trust<'_>>(text, Limits { bytes: MAX_BYTES }).map_err(invalid)?;
    let signed = signed_text(&trust.list).map_err(invalid)?;
    let list = to_canonical(&trust.list);
    let file = Reader::document::<TrustFile<'_>>(&list, Limits { bytes: MAX_BYTES });
    let file = file.map_err(|issues| invalid(below(issues)))?;
    let keys = keys(file.keys).map_err(invalid)?;
    let roots = roots(&trust.roots).map_err(invalid)?;
    if !is_signed(&file.signature, signed.as_bytes(), &roots) {
        return Ok(Err(Reason::TrustListSignature));
    }
    if file.seq < trust.seen {
        return Ok(Err(Reason::TrustListRollback));
    }
    Ok(Ok(TrustList { seq: file.seq, next_update: file.next_update, floors: file.floors.detach(), keys }))
}

/// Faults of the list, as faults of what it stands in.
fn below(issues: Vec<Issue>) -> Vec<Issue> {
    issues.into_iter().map(|Issue { code, path }| Issue { code, path: format!("/list{path}") }).collect()
}

fn public(spki: &str, algorithm: Algorithm) -> Option<([u8; 8], PublicKey)> {
    let spki = base64::decode(spki)?;
    Some((PublicKey::kid(&spki), PublicKey::read(&spki, algorithm).ok()?))
}

type Roots<'a> = Vec<([u8; 8], Algorithm, PublicKey, Option<&'a str>)>;

fn roots<'a>(roots: &'a [Root<'_>]) -> std::result::Result<Roots<'a>, Vec<Issue>> {
    let read = roots.iter().enumerate().map(|(index, root)| {
        let fault = || vec![Issue { code: ErrorCode::EncodingInvalid, path: format!("/roots/{index}/spki") }];
        let (kid, key) = public(&root.spki, root.algorithm).ok_or_else(fault)?;
        Ok((kid, root.algorithm, key, root.sm2_id.as_deref()))
    });
    read.collect()
}

fn is_signed(signature: &Signature<'_>, list: &[u8], roots: &Roots<'_>) -> bool {
    let raw = base64::decode(&signature.value).and_then(|bytes| signature::raw(signature.algorithm, &bytes).ok());
    let (Some(raw), Some(kid)) = (raw, kid_of(&signature.kid)) else { return false };
    let root = roots.iter().find(|(each, algorithm, ..)| *each == kid && *algorithm == signature.algorithm);
    root.is_some_and(|(_, algorithm, key, id)| {
        let bytes = to_be_signed(&protected(*algorithm, kid), SIGNED_AS, list);
        key.verify(&bytes, &raw, id.map_or(SM2_ID, str::as_bytes)).is_ok()
    })
}

/// Every key, with its name computed. No key stands there twice: nor under two algorithms.
fn keys(entries: Vec<KeyEntry<'_>>) -> std::result::Result<Vec<Key>, Vec<Issue>> {
    let (mut keys, mut issues): (Vec<Key>, _) = (Vec::new(), Vec::new());
    for (index, entry) in entries.into_iter().enumerate() {
        let mut fault = |code, key: &str| issues.push(Issue { code, path: format!("/list/keys/{index}/{key}") });
        let Some((kid, public)) = public(&entry.spki, entry.algorithm) else {
            fault(ErrorCode::EncodingInvalid, "spki");
            continue;
        };
        if kid_of(&entry.kid) != Some(kid) {
            fault(ErrorCode::NumberInvalid, "kid");
        }
        if keys.iter().any(|key| key.kid == kid) {
            fault(ErrorCode::DuplicateId, "spki");
        }
        if names::is_refused(NameOf::Authority, &entry.name) {
            fault(ErrorCode::CharacterForbidden, "issuerName");
        }
        if entry.departments.iter().any(|name| names::is_refused(NameOf::Authority, name)) {
            fault(ErrorCode::CharacterForbidden, "departments");
        }
        if seconds(&entry.not_after) < seconds(&entry.not_before) {
            fault(ErrorCode::PeriodInvalid, "notAfter");
        }
        keys.push(Key { entry: entry.detach(), kid, public, met: AtomicBool::new(false) });
    }
    if issues.is_empty() { Ok(keys) } else { Err(issues) }
}

impl TrustList {
    /// The key of this name.
    #[must_use]
    pub fn key(&self, kid: [u8; 8]) -> Option<&Key> {
        self.keys.iter().find(|key| key.kid == kid)
    }
}

impl Key {
    /// Whether the key, by its entry, may sign this head at its time.
    ///
    /// # Errors
    /// Why not.
    pub fn may_sign(&self, head: &Head, region: &str) -> std::result::Result<(), Reason> {
        self.may_issue(head, region).and_then(|()| self.held(head.issued))
    }

    /// Whether documents of this issuer, kind and region are the key's to sign. Of a code the region is not known.
    ///
    /// # Errors
    /// Why not.
    pub fn may_issue(&self, head: &Head, region: &str) -> std::result::Result<(), Reason> {
        let entry = &self.entry;
        if *entry.issuer != *head.issuer {
            return Err(Reason::IssuerDiffers);
        }
        if !entry.types.contains(&head.kind) {
            return Err(Reason::TypeNotAllowed);
        }
        if !region.is_empty() && !entry.regions.iter().any(|each| **each == *region) {
            return Err(Reason::RegionNotAllowed);
        }
        Ok(())
    }

    /// Whether the key was good at a time.
    ///
    /// # Errors
    /// Why not.
    pub fn held(&self, time: i64) -> std::result::Result<(), Reason> {
        let entry = &self.entry;
        if time < seconds(&entry.not_before) {
            return Err(Reason::KeyNotYetValid);
        }
        if time > seconds(&entry.not_after) {
            return Err(Reason::KeyExpired);
        }
        match &entry.revoked_at {
            // Whoever has the key can date a signature back; without a timestamp nothing shows that it was made before.
            Some(_) if entry.revoke_reason == RevokeReason::KeyCompromise => Err(Reason::KeyCompromised),
            Some(at) if time >= seconds(at) => Err(Reason::KeyRevoked),
            _ => Ok(()),
        }
    }

    /// Whether the key made the signature of a message.
    ///
    /// # Errors
    /// Why not.
    pub fn verifies(&self, envelope: &Envelope, format: &str) -> std::result::Result<(), Reason> {
        if envelope.algorithm != self.entry.algorithm {
            return Err(Reason::KeyAlgorithmDiffers);
        }
        let id = self.entry.sm2_id.as_ref().map_or(SM2_ID, |id| id.as_bytes());
        if self.met.swap(true, Ordering::Relaxed) {
            self.public.prepare();
        }
        let verified = self.public.verify(&envelope.signed_bytes(format), &envelope.signature, id);
        verified.map_err(|_| Reason::SignatureWrong)
    }
}
