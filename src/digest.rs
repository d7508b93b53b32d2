//! 摘要: SHA-256 and SM3, streaming, always both — one for the world, one for the national standard.

use crate::error::ErrorCode;
use crate::json::{Read, Reader, Shape, copied};
use serde::{Serialize, Serializer};
use sha2::Digest as _;
use std::fmt;

/// 32 bytes, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return None;
        }
        let (mut bytes, mut faults) = ([0; 32], 0);
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let (high, low) = (nibble(*high), nibble(*low));
            faults |= high | low; // looked at once, at the end
            *byte = high << 4 | low;
        }
        (faults < 16).then_some(Self(bytes))
    }

    /// 64 lower-case hexadecimal digits.
    fn hex(&self) -> [u8; 64] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [b'0'; 64];
        for (pair, byte) in hex.as_chunks_mut::<2>().0.iter_mut().zip(&self.0) {
            *pair = [byte >> 4, byte & 15].map(|nibble| DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0'));
        }
        hex
    }
}

/// The value of a digit; 16 or more if it is none.
const fn nibble(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        _ => 0xFF,
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(std::str::from_utf8(&self.hex()).unwrap_or_default())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(std::str::from_utf8(&self.hex()).unwrap_or_default())
    }
}

impl<'a> Read<'a> for Digest {
    const SHAPE: &'static Shape = &Shape::Checked("Digest", |reader| _ = Self::read(reader));
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        Self::from_hex(&text).unwrap_or_else(|| {
            reader.fault(ErrorCode::DigestInvalid);
            Self::default()
        })
    }
}
copied!(Digest);

/// The two digests of the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Digests {
    /// SHA-256 (FIPS 180-4).
    pub sha256: Digest,
    /// SM3 (GB/T 32905).
    pub sm3: Digest,
}

impl Digests {
    /// Both digests of some bytes.
    ///
    /// ```
    /// let digests = yushen::digest::Digests::of(b"abc");
    /// assert!(digests.sm3.to_string().starts_with("66c7f0f462eeedd9"));
    /// assert!(digests.sha256.to_string().starts_with("ba7816bf8f01cfea"));
    /// ```
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hashing = Hashing::default();
        hashing.update(bytes);
        hashing.finish()
    }
}

/// SM3 alone, of several pieces, where one digest identifies something inside this house.
#[must_use]
pub fn sm3<const N: usize>(pieces: [&[u8]; N]) -> Digest {
    let mut hashing = sm3::Sm3::new();
    for piece in pieces {
        hashing.update(piece);
    }
    Digest(hashing.finalize().into())
}

/// SHA-256 of some pieces, one after the other.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Digest {
    Digest(sha2::Sha256::digest(bytes).into())
}

/// Both digests being computed.
#[derive(Debug, Clone, Default)]
pub struct Hashing {
    sha256: sha2::Sha256,
    sm3: sm3::Sm3,
}

impl Hashing {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.sm3.update(bytes);
    }

    /// The digests of all bytes taken.
    #[must_use]
    pub fn finish(self) -> Digests {
        Digests { sha256: Digest(self.sha256.finalize().into()), sm3: Digest(self.sm3.finalize().into()) }
    }
}
