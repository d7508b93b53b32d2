//! `COSE_Sign1` (RFC 9052): the head, who signed it with what, and the signature. It is what a QR code carries.

use super::HeadFault;
use super::cbor::{Reader, Writer};
use crate::digest::{Digest, sm3};
use crate::receipt::signature::Algorithm;

/// Largest message.
pub const MAX_ENVELOPE: usize = 512;
/// The tag of `COSE_Sign1`.
const SIGN1: u64 = 18;

/// A signed head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// 签名算法, as the message states it.
    pub algorithm: Algorithm,
    /// Which key, as the message states it.
    pub kid: [u8; 8],
    /// The head.
    pub head: Vec<u8>,
    /// r‖s, or as Ed25519 writes it.
    pub signature: [u8; 64],
}

/// The protected header of a message.
#[must_use]
pub fn protected(algorithm: Algorithm, kid: [u8; 8]) -> Vec<u8> {
    let mut out = Writer::default();
    out.map(2).integer(1).integer(algorithm.cose()).integer(4).bytes(&kid);
    out.0
}

/// The bytes that are signed (`Sig_structure`): what is signed, in which format, with which algorithm and key.
#[must_use]
pub fn to_be_signed(protected: &[u8], format: &str, payload: &[u8]) -> Vec<u8> {
    let mut out = Writer::default();
    out.list(4).text("Signature1").bytes(protected).bytes(format.as_bytes()).bytes(payload);
    out.0
}

impl Envelope {
    /// Writes the message.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.tag(SIGN1).list(4).bytes(&protected(self.algorithm, self.kid)).map(0);
        out.bytes(&self.head).bytes(&self.signature);
        out.0
    }

    /// Reads a message.
    ///
    /// # Errors
    /// What is wrong with the bytes. What could have been written otherwise is refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, HeadFault> {
        if bytes.len() > MAX_ENVELOPE {
            return Err(HeadFault::CborTooLarge);
        }
        let mut reader = Reader::new(bytes);
        if reader.tag()? != SIGN1 || reader.list()? != 4 {
            return Err(HeadFault::CoseInvalid);
        }
        let (algorithm, kid) = stated(reader.bytes()?)?;
        if reader.map()? != 0 {
            return Err(HeadFault::CoseInvalid);
        }
        let head = reader.bytes()?.to_vec();
        let signature = reader.bytes()?.try_into().map_err(|_| HeadFault::CoseInvalid)?;
        reader.end()?;
        Ok(Self { algorithm, kid, head, signature })
    }

    /// SM3 of what was signed: the name of a receipt, whichever way its signature is written. ECDSA has two for each.
    #[must_use]
    pub fn chain(&self, format: &str) -> Digest {
        sm3([&self.signed_bytes(format)])
    }

    /// The bytes that were signed, of a message of this format.
    #[must_use]
    pub fn signed_bytes(&self, format: &str) -> Vec<u8> {
        to_be_signed(&protected(self.algorithm, self.kid), format, &self.head)
    }
}

fn stated(protected: &[u8]) -> Result<(Algorithm, [u8; 8]), HeadFault> {
    let mut reader = Reader::new(protected);
    if reader.map()? != 2 || reader.integer()? != 1 {
        return Err(HeadFault::CoseInvalid);
    }
    let algorithm = Algorithm::of_cose(reader.integer()?).ok_or(HeadFault::CoseAlgorithm)?;
    if reader.integer()? != 4 {
        return Err(HeadFault::CoseInvalid);
    }
    let kid = reader.bytes()?.try_into().map_err(|_| HeadFault::CoseInvalid)?;
    reader.end()?;
    Ok((algorithm, kid))
}
