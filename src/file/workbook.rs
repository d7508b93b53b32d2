//! XLS: whether an encrypted workbook opens by itself. Excel encrypts one whose structure is protected with a password that
//! it knows, and asks nobody for it (MS-OFFCRYPTO 2.3.6, 2.3.7).

use super::Locked;
use super::bytes::{index, little, slice};
use super::rc4::rc4;
use md5::{Digest as _, Md5};

/// The password that every Excel tries first.
const KNOWN: &str = "VelvetSweatshop";
/// What the obfuscation of still older ones says of that password.
const KNOWN_VERIFIER: u64 = 0x9A0A;

/// Whether a workbook is encrypted, by its first records, and whether it opens without being asked for a password.
pub(super) fn locked(book: &[u8]) -> Option<Locked> {
    let mut at = 0;
    while at + 4 <= book.len() && at < 256 {
        let length = index(little(book, at + 2, 2));
        if little(book, at, 2) == 0x2F {
            return Some(if known(slice(book, at + 4, length)) { Locked::Open } else { Locked::Password });
        }
        at += 4 + length;
    }
    None
}

/// Whether the known password fits what a `FilePass` record verifies a password with.
fn known(record: &[u8]) -> bool {
    match (little(record, 0, 2), little(record, 2, 2), record.len()) {
        (0, _, 6) => little(record, 4, 2) == KNOWN_VERIFIER,
        (1, 1, 54) => {
            let verifier = rc4(&key(slice(record, 6, 16)), slice(record, 22, 32));
            Md5::digest(slice(&verifier, 0, 16))[..] == *slice(&verifier, 16, 16)
        }
        _ => false, // OK: what is encrypted otherwise is told as what asks for a password
    }
}

/// The key of the first block, from the password and the salt of the file.
fn key(salt: &[u8]) -> [u8; 16] {
    let password: Vec<u8> = KNOWN.bytes().flat_map(|letter| [letter, 0]).collect();
    let hash = Md5::digest(password);
    let salted = [slice(&hash, 0, 5), salt].concat().repeat(16);
    let hash = Md5::digest(salted);
    Md5::digest([slice(&hash, 0, 5), &[0; 4]].concat()).into()
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, KNOWN_VERIFIER, locked};
    use crate::file::Locked;

    /// A workbook of one record behind its beginning.
    fn book(record: &[u8]) -> Vec<u8> {
        let begin = [0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        [&begin[..], &[0x2F, 0, u8::try_from(record.len()).unwrap_or(0), 0], record, &[0; 40]].concat()
    }

    fn bytes(hex: &str) -> Vec<u8> {
        hex.as_bytes()
            .chunks(2)
            .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect()
    }

    /// From oletools 0.60.2 (BSD-2-Clause), `dde-test-encrypt-standardpassword.xls` and `encrypted.xls`.
    const BY_ITSELF: &str =
        "010001000100f6aa0c139de2933c03128bb02fa457f85eb4991ec2c3de08740d402df6c857d955f2bf673f61ac4d8946b36ec0af2f90";
    const BY_PASSWORD: &str =
        "0100010001006fc2f6be3c82f40114bbc41c5624ca4cb8e0b5485506e79c7dbcb18e7f6b0e367275a5a1c02e8e55b20c6d5e976eb621";

    #[test]
    fn a_workbook_that_excel_opens_by_itself_asks_for_no_password() {
        assert_eq!(locked(&book(&bytes(BY_ITSELF))), Some(Locked::Open));
        assert_eq!(locked(&book(&bytes(BY_PASSWORD))), Some(Locked::Password));
        for place in 6..54 {
            let mut changed = bytes(BY_ITSELF);
            if let Some(byte) = changed.get_mut(place) {
                *byte ^= 1;
            }
            assert_eq!(locked(&book(&changed)), Some(Locked::Password), "byte {place}");
        }
        assert_eq!(locked(&book(&[0, 0, 1, 2, 0x0A, 0x9A])), Some(Locked::Open));
        assert_eq!(locked(&book(&[0, 0, 1, 2, 0x0B, 0x9A])), Some(Locked::Password));
        assert_eq!(locked(&book(&[1, 0, 2, 0, 2, 0])), Some(Locked::Password));
        assert_eq!(locked(&[9, 8, 0, 0]), None);
    }

    /// MS-OFFCRYPTO 2.3.7.1.
    #[test]
    fn the_verifier_is_that_of_the_password() {
        let length = u64::try_from(KNOWN.len());
        let letters = length.into_iter().chain(KNOWN.bytes().map(u64::from));
        let verifier = letters.rev().fold(0, |sum, letter| ((sum >> 14 & 1) | (sum << 1 & 0x7FFF)) ^ letter);
        assert_eq!(verifier ^ 0xCE4B, KNOWN_VERIFIER);
    }
}
