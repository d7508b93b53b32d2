//! 根密钥: what signs a trust list. A root is pinned by the portal, or cross-signed by one that is: while one is being
//! replaced, whoever pins the old one, the new one or both takes the same list.

use super::{Root, public};
use crate::calendar::Instant;
use crate::error::{ErrorCode, Issue};
use crate::json::{Record, Text, to_canonical};
use crate::receipt::draft::Signature;
use crate::receipt::head::seconds;
use crate::receipt::signature::{Algorithm, PublicKey, SM2_ID};
use crate::receipt::signed::detached;

/// What the signature of a root over its successor stands under.
pub const SIGNED_AS: &str = "yushen-root/0";
/// Most successors that a list names.
pub(super) const MAX_SUCCESSORS: usize = 8;

/// 继任根密钥, and for how long the root that names it vouches for it. Its canonical form is what that root signs.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Successor<'a> {
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// `SubjectPublicKeyInfo` (DER, base64url).
    pub spki: Text<'a>,
    /// SM2 的用户身份标识; the standard one if absent.
    pub sm2_id: Option<Text<'a>>,
    /// From when lists signed by it are good for whoever pins the old root.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
}

/// 交叉签名: a pinned root says which root follows it.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CrossSigned<'a> {
    /// 继任根密钥.
    pub root: Successor<'a>,
    /// 签名 of the root that is pinned.
    #[record(key = "sig")]
    pub signature: Signature<'a>,
}

/// By which root a list is signed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignedBy {
    /// The root.
    pub root: [u8; 8],
    /// The pinned root that vouches for it, where it is not pinned itself.
    pub through: Option<[u8; 8]>,
}

struct RootKey<'a> {
    kid: [u8; 8],
    algorithm: Algorithm,
    key: PublicKey,
    id: Option<&'a str>,
}

impl<'a> RootKey<'a> {
    fn read(algorithm: Algorithm, spki: &str, id: Option<&'a Text<'_>>) -> Option<Self> {
        let (kid, key) = public(spki, algorithm)?;
        Some(Self { kid, algorithm, key, id: id.map(|id| &**id) })
    }

    fn signed(&self, signature: &Signature<'_>, text: &str, purpose: &str) -> bool {
        let message = detached(signature, text).filter(|message| message.kid == self.kid);
        message.filter(|message| message.algorithm == self.algorithm).is_some_and(|message| {
            let id = self.id.map_or(SM2_ID, str::as_bytes);
            self.key.verify(&message.signed_bytes(purpose), &message.signature, id).is_ok()
        })
    }
}

/// 固定的根密钥.
pub(super) struct Roots<'a>(Vec<RootKey<'a>>);

impl<'a> Roots<'a> {
    pub fn read(roots: &'a [Root<'_>]) -> Result<Self, Vec<Issue>> {
        let read = roots.iter().enumerate().map(|(index, root)| {
            let fault = || vec![Issue { code: ErrorCode::EncodingInvalid, path: format!("/roots/{index}/spki") }];
            RootKey::read(root.algorithm, &root.spki, root.sm2_id.as_ref()).ok_or_else(fault)
        });
        read.collect::<Result<_, _>>().map(Self)
    }

    /// Which roots are pinned, whatever their order.
    pub fn names(&self) -> Vec<[u8; 8]> {
        let mut names: Vec<[u8; 8]> = self.0.iter().map(|root| root.kid).collect();
        names.sort_unstable();
        names
    }

    /// Which root made the signature of a list: a pinned one, or one that a pinned one has named for that time.
    pub fn signed_by(
        &self,
        signature: &Signature<'_>,
        text: &str,
        successors: &[CrossSigned<'_>],
        issued: &Instant,
    ) -> Option<SignedBy> {
        let pinned = self.0.iter().find(|root| root.signed(signature, text, super::SIGNED_AS));
        if let Some(root) = pinned {
            return Some(SignedBy { root: root.kid, through: None });
        }
        successors.iter().find_map(|CrossSigned { root, signature: vouched }| {
            let period = seconds(&root.not_before)..=seconds(&root.not_after);
            let next = RootKey::read(root.algorithm, &root.spki, root.sm2_id.as_ref())?;
            if !period.contains(&seconds(issued)) || !next.signed(signature, text, super::SIGNED_AS) {
                return None;
            }
            let statement = to_canonical(root);
            let through = self.0.iter().find(|pinned| pinned.signed(vouched, &statement, SIGNED_AS))?.kid;
            Some(SignedBy { root: next.kid, through: Some(through) })
        })
    }
}
