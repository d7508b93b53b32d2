//! PDF 加密 (ISO 32000-1 §7.6, ISO 32000-2 §7.6): whether a password is needed to open a file. Many are encrypted and open
//! without one, because only printing or copying is restricted; then the key that everybody has is computed here.

use super::lex::{get, integer, is_name, string};
use crate::file::bytes::slice;
use crate::file::rc4::rc4;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// What stands in the place of a password shorter than 32 bytes.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// How streams are encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file that opens without a password.
#[derive(Debug, Clone)]
pub(super) struct Key {
    bytes: Vec<u8>,
    method: Method,
}

impl Key {
    /// The key, if the empty password opens the file. `id` is the first of the file's identifiers.
    pub(super) fn of(encrypt: &[u8], id: &[u8]) -> Option<Self> {
        if !is_name(get(encrypt, "Filter"), "Standard") {
            return None;
        }
        let bytes = match integer(get(encrypt, "R"))? {
            revision @ 2..=4 => older(encrypt, id, revision)?,
            revision @ 5..=6 => newer(encrypt, revision)?,
            _ => return None,
        };
        Some(Self { bytes, method: method(encrypt) })
    }

    /// A stream as it was before it was encrypted.
    pub(super) fn open(&self, object: u32, generation: u32, data: &[u8]) -> Vec<u8> {
        let mut hash = Md5::new();
        hash.update(&self.bytes);
        hash.update(slice(&object.to_le_bytes(), 0, 3));
        hash.update(slice(&generation.to_le_bytes(), 0, 2));
        match self.method {
            Method::None => return data.to_vec(),
            Method::Aes256 => {
                return unchained(data, |block| decrypt(Aes256::new_from_slice(&self.bytes).as_ref().ok(), block));
            }
            Method::Aes128 => hash.update(b"sAlT"),
            Method::Rc4 => {}
        }
        let key = hash.finalize();
        let key = slice(&key, 0, self.bytes.len() + 5);
        if self.method == Method::Rc4 {
            return rc4(key, data);
        }
        let cipher = Aes128::new_from_slice(key).ok();
        unchained(data, |block| decrypt(cipher.as_ref(), block))
    }
}

fn method(encrypt: &[u8]) -> Method {
    let version = integer(get(encrypt, "V")).unwrap_or(0);
    if version < 4 {
        return Method::Rc4;
    }
    let name = get(encrypt, "StmF");
    let filters = get(encrypt, "CF");
    let named = super::lex::entries(filters).find(|(key, _)| *key == name).map_or(&[][..], |(_, value)| value);
    match get(named, "CFM") {
        b"/V2" => Method::Rc4,
        b"/AESV2" => Method::Aes128,
        b"/AESV3" => Method::Aes256,
        _ => Method::None,
    }
}

/// Revisions 2 to 4: MD5 and RC4.
fn older(encrypt: &[u8], id: &[u8], revision: i64) -> Option<Vec<u8>> {
    let length = if revision == 2 { 5 } else { integer(get(encrypt, "Length")).map_or(5, |bits| bits / 8) };
    let length = if integer(get(encrypt, "V")) == Some(4) { 16 } else { usize::try_from(length).ok()?.clamp(5, 16) };
    let permissions = integer(get(encrypt, "P"))?;
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(slice(&string(get(encrypt, "O")), 0, 32));
    hash.update(slice(&permissions.to_le_bytes(), 0, 4));
    hash.update(id);
    if revision == 4 && get(encrypt, "EncryptMetadata") == b"false" {
        hash.update([0xFF; 4]);
    }
    let mut key = hash.finalize();
    for _ in 0..if revision == 2 { 0 } else { 50 } {
        key = Md5::digest(slice(&key, 0, length));
    }
    let key = slice(&key, 0, length).to_vec();
    let user = string(get(encrypt, "U"));
    let opens = if revision == 2 {
        rc4(&key, &PADDING) == slice(&user, 0, 32)
    } else {
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(id);
        let mut check = hash.finalize().to_vec();
        for round in 0..20 {
            check = rc4(&key.iter().map(|byte| byte ^ round).collect::<Vec<_>>(), &check);
        }
        check == slice(&user, 0, 16)
    };
    opens.then_some(key)
}

/// Revisions 5 and 6: SHA-2 and AES-256.
fn newer(encrypt: &[u8], revision: i64) -> Option<Vec<u8>> {
    let user = string(get(encrypt, "U"));
    let hash = |salt: &[u8]| if revision == 5 { Sha256::digest(salt).to_vec() } else { hardened(salt) };
    if user.len() < 48 || hash(slice(&user, 32, 8)) != slice(&user, 0, 32) {
        return None;
    }
    let cipher = Aes256::new_from_slice(&hash(slice(&user, 40, 8))).ok();
    let packed = [&[0; 16], slice(&string(get(encrypt, "UE")), 0, 32)].concat();
    Some(unchained(&packed, |block| decrypt(cipher.as_ref(), block)))
}

/// Algorithm 2.B of ISO 32000-2, for the empty password.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    for round in 1.. {
        let mut last: [u8; 16] = slice(&key, 16, 16).try_into().unwrap_or_default();
        let mut data = key.repeat(64);
        if let Ok(cipher) = Aes128::new_from_slice(slice(&key, 0, 16)) {
            for block in data.as_chunks_mut::<16>().0 {
                block.iter_mut().zip(last).for_each(|(byte, before)| *byte ^= before);
                let mut array = Array::from(*block);
                cipher.encrypt_block(&mut array);
                *block = array.into();
                last = *block;
            }
        }
        key = match data.iter().take(16).map(|byte| u32::from(*byte)).sum::<u32>() % 3 {
            0 => Sha256::digest(&data).to_vec(),
            1 => Sha384::digest(&data).to_vec(),
            _ => Sha512::digest(&data).to_vec(),
        };
        if round >= 64 && data.last().is_none_or(|last| u32::from(*last) + 32 <= round) {
            break;
        }
    }
    key.truncate(32);
    key
}

fn decrypt<C: BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>>(
    cipher: Option<&C>,
    block: [u8; 16],
) -> [u8; 16] {
    let mut array = Array::from(block);
    if let Some(cipher) = cipher {
        cipher.decrypt_block(&mut array);
    }
    array.into()
}

/// Cipher block chaining, taken apart; the first block is where it began. What was added at the end stays: whoever
/// unpacks it stops before.
fn unchained(data: &[u8], decrypt: impl Fn([u8; 16]) -> [u8; 16]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(data.len());
    for [before, block] in data.as_chunks::<16>().0.array_windows::<2>() {
        plain.extend(decrypt(*block).iter().zip(before).map(|(byte, before)| byte ^ before));
    }
    plain
}
