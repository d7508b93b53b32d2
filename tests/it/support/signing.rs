//! Throw-away keys that tests sign with. The component holds none.

use sm2::dsa::signature::Signer as _;
use yushen::receipt::base64;
use yushen::receipt::signature::{Algorithm, PublicKey, SM2_ID};

/// A key of a kind and a number.
pub struct TestKey {
    pub algorithm: Algorithm,
    seed: [u8; 32],
}

const SPKI_SM2: &str = "3059301306072a8648ce3d020106082a811ccf5501822d034200";
const SPKI_P256: &str = "3059301306072a8648ce3d020106082a8648ce3d030107034200";
const SPKI_ED: &str = "302a300506032b6570032100";

fn hex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

impl TestKey {
    pub fn new(algorithm: Algorithm, number: u8) -> Self {
        let seed =
            *yushen::digest::sha256(&[b"yushen test key, worth nothing ".as_slice(), &[number]].concat()).bytes();
        Self { algorithm, seed }
    }

    pub fn spki(&self) -> Vec<u8> {
        let (front, point) = match self.algorithm {
            Algorithm::Sm2Sm3 => {
                let secret = sm2::SecretKey::from_slice(&self.seed).unwrap();
                (SPKI_SM2, secret.public_key().to_sec1_bytes().to_vec())
            }
            Algorithm::Es256 => {
                let secret = p256::ecdsa::SigningKey::from_slice(&self.seed).unwrap();
                (SPKI_P256, secret.verifying_key().to_sec1_point(false).as_bytes().to_vec())
            }
            Algorithm::EdDsa => {
                let secret = ed25519_dalek::SigningKey::from_bytes(&self.seed);
                (SPKI_ED, secret.verifying_key().to_bytes().to_vec())
            }
            other => panic!("no test signs with {other}"),
        };
        [hex(front), point].concat()
    }

    pub fn spki_text(&self) -> String {
        base64::encode(&self.spki())
    }

    pub fn kid(&self) -> String {
        format!("{:016x}", u64::from_be_bytes(PublicKey::kid(&self.spki())))
    }

    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self.algorithm {
            Algorithm::Sm2Sm3 => {
                let secret = sm2::SecretKey::from_slice(&self.seed).unwrap();
                let id = std::str::from_utf8(SM2_ID).unwrap();
                let key = sm2::dsa::SigningKey::new(id, &secret).unwrap();
                let signature: sm2::dsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Algorithm::Es256 => {
                let key = p256::ecdsa::SigningKey::from_slice(&self.seed).unwrap();
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Algorithm::EdDsa => ed25519_dalek::SigningKey::from_bytes(&self.seed).sign(message).to_bytes().to_vec(),
            other => panic!("no test signs with {other}"),
        }
    }
}
