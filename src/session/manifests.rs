//! 发布清单 as calls from text to text: drafted for whoever publishes a catalogue, taken over when it is signed, verified for
//! whoever opens one.

use super::applicant::read;
use super::envelope::envelope;
use super::receipts::Receipts;
use crate::calendar::Instant;
use crate::json::{Id, Record};
use crate::receipt::signature::Algorithm;
use crate::receipt::verify::{self, ManifestRequest};
use crate::receipt::{self, ManifestDraft, Signature, Signer};

/// With which key a manifest will be signed, and when it is issued.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ManifestSigner<'a> {
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key.
    pub kid: Id<'a>,
    /// 发布时间.
    pub issued_at: Instant,
}

impl Receipts {
    /// 草稿 of a manifest, as `publish` made it.
    #[must_use]
    pub fn draft_manifest(&self, manifest: &str, signer: &str) -> String {
        envelope(read::<ManifestSigner<'_>>(signer).and_then(|signer| {
            let ManifestSigner { algorithm, kid, issued_at } = signer;
            receipt::draft_manifest(manifest, &issued_at, &Signer { algorithm, kid })
        }))
    }

    /// Takes the signature that came back.
    #[must_use]
    pub fn attach_manifest(&self, draft: &str, signature: &str, trust: &str) -> String {
        envelope(read::<ManifestDraft<'_>>(draft).and_then(|draft| {
            let signature: Signature<'_> = read(signature)?;
            receipt::attach_manifest(&draft, &signature, &*self.trust(trust)?)
        }))
    }

    /// 验证 of a manifest. A faulty trust list is a result, not an error: nothing passes with it.
    #[must_use]
    pub fn verify_manifest(&self, manifest: &str, trust: &str, request: &str, locale: &str) -> String {
        envelope(
            read::<ManifestRequest>(request)
                .and_then(|request| self.with(trust, locale, |with| verify::verify_manifest(manifest, &request, with))),
        )
    }
}
