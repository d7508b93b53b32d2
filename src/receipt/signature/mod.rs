//! 签名: whether a signature is by the key it is said to be by. Nothing here signs.
//!
//! Three algorithms and no fourth; which one a key is for is stated by whoever trusts the key, and its
//! `SubjectPublicKeyInfo` must say the same. All of a verification is public, so it takes variable time.

mod comb;
mod der;
mod key;
mod sm2dsa;

use crate::error::words;
use crate::json::readable;

pub use key::PublicKey;

/// 签名者标识: the identity an SM2 key signs under where none is agreed (GM/T 0009).
pub const SM2_ID: &[u8] = b"1234567812345678";

words! {
    /// 签名算法: how a document is signed.
    pub enum Algorithm {
        /// SM2 over SM3 (GB/T 32918.2, GM/T 0009), with the identity of the signer
        Sm2Sm3 = "SM2SM3",
        /// Ed25519 (RFC 8032), verified strictly
        EdDsa = "EdDSA",
        /// ECDSA over P-256 and SHA-256 (FIPS 186-5)
        Es256 = "ES256",
    }
}
readable!(Algorithm);

impl Algorithm {
    /// Its number in COSE (RFC 9053); that of SM2 is a private one, because none is registered.
    ///
    /// ```
    /// # use yushen::receipt::signature::Algorithm;
    /// assert_eq!(Algorithm::Es256.cose(), -7);
    /// ```
    #[must_use]
    pub const fn cose(self) -> i64 {
        match self {
            Self::Sm2Sm3 => -65537,
            Self::EdDsa => -8,
            Self::Es256 => -7,
        }
    }

    /// The algorithm of a COSE number.
    ///
    /// ```
    /// # use yushen::receipt::signature::Algorithm;
    /// assert_eq!(Algorithm::of_cose(-8), Some(Algorithm::EdDsa));
    /// assert_eq!(Algorithm::of_cose(-257), None, "RSA");
    /// ```
    #[must_use]
    pub fn of_cose(number: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| algorithm.cose() == number)
    }
}

words! {
    /// 公钥缺陷: why some bytes are not a key.
    pub enum KeyFault {
        /// not a `SubjectPublicKeyInfo` in strict DER
        Der = "KEY_DER",
        /// a key for another algorithm, or on another curve, than is stated
        Algorithm = "KEY_ALGORITHM",
        /// a point that is not written in full: one key has one spelling, hence one identifier
        Form = "KEY_FORM",
        /// not a point of the curve, or the point at infinity, or one of small order
        Point = "KEY_POINT",
    }
}

words! {
    /// 签名缺陷: why a signature is none.
    pub enum SignatureFault {
        /// neither 64 bytes nor, where the algorithm has it, DER
        Length = "SIGNATURE_LENGTH",
        /// not `SEQUENCE { r INTEGER, s INTEGER }` in strict DER
        Der = "SIGNATURE_DER",
        /// a number outside its range: r or s not in [1, n − 1], r + s = n, or S not below L
        Range = "SIGNATURE_RANGE",
        /// an identity of the signer longer than 8191 bytes
        Sm2Id = "SM2_ID_TOO_LONG",
        /// not the signature of this key over this message
        Wrong = "SIGNATURE_WRONG",
    }
}
readable!(KeyFault, SignatureFault);

/// A signature as 64 bytes: r‖s (R‖S of Ed25519). A signing service may answer with those, or with strict DER of SM2 and
/// ES256. 64 bytes are always r‖s; a DER sequence of that length would need r and s that are both 2²⁴ times too small.
///
/// # Errors
/// [`SignatureFault`]: of length, of DER, or of a number that cannot be in range.
///
/// ```
/// # use yushen::receipt::signature::{Algorithm, SignatureFault, raw};
/// let pair = raw(Algorithm::Sm2Sm3, &[0x30, 6, 2, 1, 1, 2, 1, 2]).unwrap();
/// assert_eq!((pair[31], pair[63]), (1, 2));
/// assert_eq!(raw(Algorithm::EdDsa, &[0x30, 6, 2, 1, 1, 2, 1, 2]), Err(SignatureFault::Length));
/// ```
pub fn raw(algorithm: Algorithm, signature: &[u8]) -> Result<[u8; 64], SignatureFault> {
    if let Ok(pair) = signature.try_into() {
        return Ok(pair);
    }
    match (algorithm, signature.first()) {
        (Algorithm::Sm2Sm3 | Algorithm::Es256, Some(&der::SEQUENCE)) => der::pair(signature),
        _ => Err(SignatureFault::Length),
    }
}
