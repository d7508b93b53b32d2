//! 签名密钥: what one entry of a list may sign, and when.

use super::{KeyEntry, RevokeReason};
use crate::receipt::head::{Envelope, Head, seconds};
use crate::receipt::signature::{PublicKey, SM2_ID};
use crate::receipt::verify::Reason;
use std::sync::atomic::{AtomicBool, Ordering};

/// A key that may sign.
#[derive(Debug)]
pub struct Key {
    /// Its entry.
    pub entry: KeyEntry<'static>,
    /// Its name.
    pub kid: [u8; 8],
    pub(super) public: PublicKey,
    /// Whether it has verified before: from then on a table pays.
    pub(super) met: AtomicBool,
}

impl Key {
    /// Whether the key, by its entry, may sign this head at its time.
    ///
    /// # Errors
    /// Why not.
    pub fn may_sign(&self, head: &Head, region: &str) -> Result<(), Reason> {
        self.may_issue(head, region).and_then(|()| self.held(head.issued))
    }

    /// Whether documents of this issuer, kind and region are the key's to sign. Of a code the region is not known.
    ///
    /// # Errors
    /// Why not.
    pub fn may_issue(&self, head: &Head, region: &str) -> Result<(), Reason> {
        if *self.entry.issuer != *head.issuer {
            return Err(Reason::IssuerDiffers);
        }
        if !self.entry.types.contains(&head.kind) {
            return Err(Reason::TypeNotAllowed);
        }
        if region.is_empty() { Ok(()) } else { self.covers(region) }
    }

    /// Whether manifests of catalogues of this region are the key's to sign.
    ///
    /// # Errors
    /// Why not.
    pub fn may_publish(&self, region: &str) -> Result<(), Reason> {
        if self.entry.catalogues { self.covers(region) } else { Err(Reason::PurposeNotAllowed) }
    }

    fn covers(&self, region: &str) -> Result<(), Reason> {
        let listed = self.entry.regions.iter().any(|each| **each == *region);
        if listed { Ok(()) } else { Err(Reason::RegionNotAllowed) }
    }

    /// Whether the key was good at a time.
    ///
    /// # Errors
    /// Why not.
    pub fn held(&self, time: i64) -> Result<(), Reason> {
        let entry = &self.entry;
        if time < seconds(&entry.not_before) {
            return Err(Reason::KeyNotYetValid);
        }
        if time > seconds(&entry.not_after) {
            return Err(Reason::KeyExpired);
        }
        match (entry.revoke_reason, &entry.revoked_at) {
            // Whoever has the key can date a signature back; without a timestamp nothing shows that it was made before.
            (Some(RevokeReason::KeyCompromise), _) => Err(Reason::KeyCompromised),
            (_, Some(at)) if time >= seconds(at) => Err(Reason::KeyRevoked),
            // Since when is not said, so nothing shows that it was signed before.
            (Some(RevokeReason::Retired), None) => Err(Reason::KeyRevoked),
            _ => Ok(()),
        }
    }

    /// Whether the key made the signature of a message.
    ///
    /// # Errors
    /// Why not.
    pub fn verifies(&self, envelope: &Envelope, format: &str) -> Result<(), Reason> {
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
