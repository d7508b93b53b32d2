//! 公钥: read strictly, named by its digest.

use super::{Algorithm, KeyFault, SignatureFault, der, sm2dsa};
use crate::digest::{sha256, sm3};
use ed25519_dalek as ed25519;
use p256::ecdsa as es256;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use p256::elliptic_curve::point::AffineCoordinates as _;

/// `AlgorithmIdentifier` without its head: id-ecPublicKey, then the curve sm2p256v1 (GM/T 0006).
const SM2: &[u8] = b"\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01\x06\x08\x2A\x81\x1C\xCF\x55\x01\x82\x2D";
/// The same with the curve prime256v1 (RFC 5480).
const P256: &[u8] = b"\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01\x06\x08\x2A\x86\x48\xCE\x3D\x03\x01\x07";
/// id-Ed25519, and no parameters (RFC 8410).
const ED25519: &[u8] = b"\x06\x03\x2B\x65\x70";
/// The order of the group of Ed25519, highest byte first.
const L: [u128; 2] = [0x1000_0000_0000_0000_0000_0000_0000_0000, 0x14DE_F9DE_A2F7_9CD6_5812_631A_5CF5_D3ED];

/// 公钥: a key that was read and found sound.
#[derive(Debug, Clone)]
pub struct PublicKey(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Sm2(Box<sm2dsa::Key>),
    Ed25519(Box<ed25519::VerifyingKey>),
    P256(Box<es256::VerifyingKey>),
}

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo` (RFC 5280) in strict DER, of the algorithm that is stated for it. Points of SM2 and
    /// P-256 are uncompressed: a key that could be written in two ways would have two identifiers.
    ///
    /// # Errors
    /// [`KeyFault`]: what is wrong with it.
    ///
    /// ```
    /// # use yushen::receipt::signature::{Algorithm, KeyFault, PublicKey};
    /// let mut spki = *b"0*0\x05\x06\x03\x2B\x65\x70\x03\x21\0................................";
    /// assert_eq!(PublicKey::read(&spki, Algorithm::Es256).unwrap_err(), KeyFault::Algorithm);
    /// ```
    pub fn read(spki: &[u8], algorithm: Algorithm) -> Result<Self, KeyFault> {
        let (identifier, point) = opened(spki).ok_or(KeyFault::Der)?;
        let stated = match algorithm {
            Algorithm::Sm2Sm3 => SM2,
            Algorithm::EdDsa => ED25519,
            Algorithm::Es256 => P256,
        };
        if identifier != stated {
            return Err(KeyFault::Algorithm);
        }
        let kind = match algorithm {
            Algorithm::Sm2Sm3 => sm2dsa::Key::of(full(point)?).map(|key| Kind::Sm2(Box::new(key))),
            Algorithm::EdDsa => {
                edwards(point.try_into().map_err(|_| KeyFault::Form)?).map(|key| Kind::Ed25519(Box::new(key)))
            }
            Algorithm::Es256 => nist(full(point)?).map(|key| Kind::P256(Box::new(key))),
        };
        kind.map(Self).ok_or(KeyFault::Point)
    }

    /// The identifier of a key: the first eight bytes of the SM3 of its `SubjectPublicKeyInfo`. Whoever names a key by it
    /// computes it anew and never takes it as given.
    ///
    /// ```
    /// # use yushen::receipt::signature::PublicKey;
    /// assert_eq!(PublicKey::kid(b"abc"), [0x66, 0xC7, 0xF0, 0xF4, 0x62, 0xEE, 0xED, 0xD9]);
    /// ```
    #[must_use]
    pub fn kid(spki: &[u8]) -> [u8; 8] {
        sm3([spki]).bytes().first_chunk().copied().unwrap_or_default()
    }

    /// Computes what makes later verifications with an SM2 key several times as fast: for one that verifies more than a
    /// few documents. The answers stay the same.
    pub fn prepare(&self) {
        if let Kind::Sm2(key) = &self.0 {
            key.prepare();
        }
    }

    /// 签名验证: whether this key signed this message. `sm2_id` is the identity of the signer under which an SM2 key
    /// signs, [`super::SM2_ID`] where no other is agreed; the others have none. There is no second attempt under another
    /// identity, without one, or with r and s exchanged.
    ///
    /// ECDSA has two signatures for each, (r, s) and (r, n − s), and both are valid (FIPS 186-5; signers emit either): the
    /// bytes of a signature identify nothing. What a document says is fixed by what is signed.
    ///
    /// # Errors
    /// [`SignatureFault`]: a number out of range, an identity too long, or a signature that is not of this key and message.
    ///
    /// ```
    /// # use yushen::receipt::signature::{Algorithm, PublicKey, SM2_ID, SignatureFault};
    /// // GB/T 32918.5 annex A, as an example of a key.
    /// let spki = [
    ///     &b"0Y0\x13\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01\x06\x08\x2A\x81\x1C\xCF\x55\x01\x82\x2D\x03\x42\0\x04"[..],
    ///     &0x09F9_DF31_1E54_21A1_50DD_7D16_1E4B_C5C6_u128.to_be_bytes(),
    ///     &0x7217_9FAD_1833_FC07_6BB0_8FF3_56F3_5020_u128.to_be_bytes(),
    ///     &0xCCEA_490C_E267_75A5_2DC6_EA71_8CC1_AA60_u128.to_be_bytes(),
    ///     &0x0AED_05FB_F35E_084A_6632_F607_2DA9_AD13_u128.to_be_bytes(),
    /// ];
    /// let key = PublicKey::read(&spki.concat(), Algorithm::Sm2Sm3).unwrap();
    /// assert_eq!(key.verify(b"message digest", &[0; 64], SM2_ID), Err(SignatureFault::Range));
    /// assert_eq!(key.verify(b"message digest", &[1; 64], SM2_ID), Err(SignatureFault::Wrong));
    /// ```
    pub fn verify(&self, message: &[u8], signature: &[u8; 64], sm2_id: &[u8]) -> Result<(), SignatureFault> {
        // A browser's engine has been seen to compute a good signature wrongly, once, while it replaced the code that ran
        // (docs/receipts.md): before someone's document is called a forgery, the sum is done again.
        match self.computed(message, signature, sm2_id) {
            Err(SignatureFault::Wrong) => self.computed(message, signature, sm2_id),
            answer => answer,
        }
    }

    fn computed(&self, message: &[u8], signature: &[u8; 64], sm2_id: &[u8]) -> Result<(), SignatureFault> {
        match &self.0 {
            Kind::Sm2(key) => key.verify(message, signature, sm2_id),
            Kind::Ed25519(key) => {
                let signature = ed25519::Signature::from_bytes(signature);
                let [mut high, mut low] = [0_u128; 2];
                for byte in signature.s_bytes().iter().rev() {
                    (high, low) = (high << 8 | low >> 120, low << 8 | u128::from(*byte));
                }
                if [high, low] >= L {
                    return Err(SignatureFault::Range);
                }
                key.verify_strict(message, &signature).map_err(|_| SignatureFault::Wrong)
            }
            Kind::P256(key) => {
                let signature = es256::Signature::from_slice(signature).map_err(|_| SignatureFault::Range)?;
                key.verify_prehash(sha256(message).bytes(), &signature).map_err(|_| SignatureFault::Wrong)
            }
        }
    }
}

/// The contents of the algorithm identifier, which begins with an object identifier, and the bytes of the key.
fn opened(spki: &[u8]) -> Option<(&[u8], &[u8])> {
    let (identifier, rest) = der::element(der::SEQUENCE, der::whole(der::SEQUENCE, spki)?)?;
    der::element(der::OBJECT, identifier).filter(|(object, _)| !object.is_empty())?;
    match der::whole(der::BITS, rest)? {
        [0, key @ ..] => Some((identifier, key)), // a key is whole bytes: no bit of the last is unused
        _ => None,
    }
}

/// x‖y of an uncompressed point.
fn full(point: &[u8]) -> Result<&[u8; 64], KeyFault> {
    match point {
        [4, coordinates @ ..] => coordinates.try_into().map_err(|_| KeyFault::Form),
        [0] => Err(KeyFault::Point), // infinity
        _ => Err(KeyFault::Form),
    }
}

/// A key on P-256, as the SM2 ones are read.
fn nist(coordinates: &[u8; 64]) -> Option<es256::VerifyingKey> {
    let (x, y) = sm2dsa::halves(coordinates);
    es256::VerifyingKey::from_affine(p256::AffinePoint::from_coordinates(&x, &y).into_option()?).ok()
}

/// A key in its one spelling (RFC 8032 §5.1.3), and not of small order: such a one has signatures for any message.
fn edwards(bytes: &[u8; 32]) -> Option<ed25519::VerifyingKey> {
    let key = ed25519::VerifyingKey::from_bytes(bytes).ok()?;
    let canonical = key.to_edwards().compress().as_bytes() == bytes;
    (canonical && !key.is_weak()).then_some(key)
}
