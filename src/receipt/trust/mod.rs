//! 信任列表: which keys may sign what, published and signed by a root that the portal or the build pins. A key's algorithm is
//! the list's to say, never the message's.

mod key;
mod roots;

pub use key::Key;
pub use roots::{CrossSigned, SIGNED_AS as ROOT_SIGNED_AS, SignedBy, Successor};

use super::base64;
use super::document::DocumentKind;
use super::document::names::{self, NameOf};
use super::draft::{Signature, kid_of};
use super::head::seconds;
use super::signature::{Algorithm, PublicKey};
use super::signed;
use crate::calendar::Instant;
use crate::digest::{Digest, sm3};
use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::json::{Detach, Id, Limits, Reader, Record, Text, Value, formats, readable, to_canonical};
use roots::{MAX_SUCCESSORS, Roots};
use std::sync::atomic::AtomicBool;

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
    /// 目录发布: whether it may sign the manifests of catalogues of its regions.
    #[record(optional)]
    pub catalogues: bool,
    /// From when.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
    /// 撤销时间.
    pub revoked_at: Option<Instant>,
    /// 撤销原因; without a time the key is good at none.
    pub revoke_reason: Option<RevokeReason>,
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
    /// 交叉签名: roots that follow a pinned one.
    #[record(optional)]
    pub cross_signed: Vec<CrossSigned<'a>>,
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
    /// The digest of the list of that `seq`, kept by the host: another of the same number is refused.
    pub seen_digest: Option<Digest>,
}

/// 信任列表, verified. It outlives its text, so that one list serves many receipts.
#[derive(Debug, Default)]
pub struct TrustList {
    /// 序号.
    pub seq: u32,
    /// SM3 of what the root signed.
    pub digest: Digest,
    /// 发布时间.
    pub issued_at: Instant,
    /// 下次更新.
    pub next_update: Instant,
    /// 目录下限.
    pub floors: Vec<CatalogueFloor<'static>>,
    /// By which root it is signed.
    pub by: SignedBy,
    /// Which roots are pinned.
    pub(crate) pinned: Vec<[u8; 8]>,
    keys: Vec<Key>,
}

/// The canonical list without its signature, which is what the root signs.
///
/// # Errors
/// Every fault of its text.
pub fn signed_text(list: &Value<'_>) -> std::result::Result<String, Vec<Issue>> {
    signed::text(list, "sig", "/list")
}

/// Reads what the portal trusts and verifies the list with the roots.
///
/// # Errors
/// `TRUST_LIST_INVALID` with every fault of its form, or with the reason why the list is not to be used:
/// `TRUST_LIST_SIGNATURE`, `TRUST_LIST_ROLLBACK`, `TRUST_LIST_EQUIVOCATION`, `TRUST_LIST_PERIOD`.
pub fn read(text: &str) -> Result<TrustList> {
    let trust = Reader::document::<Trust<'_>>(text, Limits { bytes: MAX_BYTES }).map_err(invalid)?;
    let signed = signed_text(&trust.list).map_err(invalid)?;
    let list = to_canonical(&trust.list);
    let file = Reader::document::<TrustFile<'_>>(&list, Limits { bytes: MAX_BYTES });
    let file = file.map_err(|issues| invalid(below(issues)))?;
    let TrustFile { seq, issued_at, next_update, keys: entries, floors, cross_signed, signature, .. } = file;
    if cross_signed.len() > MAX_SUCCESSORS {
        return Err(refused(ErrorCode::TooManyEntries, "/list/crossSigned"));
    }
    let keys = keys(entries).map_err(invalid)?;
    let roots = Roots::read(&trust.roots).map_err(invalid)?;
    let Some(by) = roots.signed_by(&signature, &signed, &cross_signed, &issued_at) else {
        return Err(refused(ErrorCode::TrustListSignature, "/list/sig"));
    };
    let digest = sm3([signed.as_bytes()]);
    if seq < trust.seen {
        return Err(refused(ErrorCode::TrustListRollback, "/list/seq"));
    }
    if seq == trust.seen && trust.seen_digest.is_some_and(|seen| seen != digest) {
        return Err(refused(ErrorCode::TrustListEquivocation, "/list/seq"));
    }
    if seconds(&next_update) < seconds(&issued_at) {
        return Err(refused(ErrorCode::TrustListPeriod, "/list/nextUpdate"));
    }
    let (floors, pinned) = (floors.detach(), roots.names());
    Ok(TrustList { seq, digest, issued_at, next_update, floors, by, pinned, keys })
}

fn invalid(issues: Vec<Issue>) -> Error {
    Error::invalid(ErrorCode::TrustListInvalid, issues)
}

/// A list that is well formed, and not to be used.
pub(crate) fn refused(code: ErrorCode, path: &str) -> Error {
    invalid(vec![Issue { code, path: path.into() }])
}

/// Faults of the list, as faults of what it stands in.
fn below(issues: Vec<Issue>) -> Vec<Issue> {
    issues.into_iter().map(|Issue { code, path }| Issue { code, path: format!("/list{path}") }).collect()
}

fn public(spki: &str, algorithm: Algorithm) -> Option<([u8; 8], PublicKey)> {
    let spki = base64::decode(spki)?;
    Some((PublicKey::kid(&spki), PublicKey::read(&spki, algorithm).ok()?))
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
