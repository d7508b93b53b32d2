//! 摘要: SHA-256 and SM3, streaming, always both — one for the world, one for the national standard.

use crate::error::ErrorCode;
use crate::json::{Read, Reader, Record, Shape, Write, Writer, copied, deserialized, serialized};
use sha2::Digest as _;
use std::fmt;

/// 32 bytes, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Eq, PartialOrd, Ord, Default)]
pub struct Digest([u8; 32]);

impl PartialEq for Digest {
    /// Eight bytes at a time: a check compares every file with every other.
    fn eq(&self, other: &Self) -> bool {
        let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        self.0.as_chunks().0.iter().map(word).eq(other.0.as_chunks().0.iter().map(word))
    }
}

impl Digest {
    /// The digest that has these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 lower-case hexadecimal digits, eight at a time: an application has two digests for each file.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let (eights, rest) = text.as_bytes().as_chunks::<8>();
        if eights.len() != 8 || !rest.is_empty() {
            return None;
        }
        let (mut bytes, mut faults) = ([0; 32], 0);
        for (four, eight) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(eights) {
            let (value, fault) = eight_digits(u64::from_le_bytes(*eight));
            faults |= fault; // looked at once, at the end
            *four = value.to_le_bytes();
        }
        (faults == 0).then_some(Self(bytes))
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

/// The value of eight hexadecimal digits side by side; the second is not zero if one of them is none.
const fn eight_digits(digits: u64) -> (u32, u64) {
    const EACH: u64 = u64::MAX / 255;
    let letters = (digits >> 6) & EACH;
    let nibbles = (digits & (EACH * 15)) + letters * 9;
    // Written again, they must be what they were: a digit from 0x30 on, a letter after a gap of 0x27.
    let again = nibbles + EACH * 0x30 + (((nibbles + EACH * 6) >> 4) & EACH) * 0x27;
    let faults = (again ^ digits) | (nibbles & (EACH * 16));
    let pairs = ((nibbles << 4) | (nibbles >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs | (pairs >> 8)) & 0x0000_FFFF_0000_FFFF;
    #[expect(clippy::cast_possible_truncation, reason = "the upper half is what the lower one was made of")]
    let value = (fours | (fours >> 16)) as u32;
    (value, faults)
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

impl Write for Digest {
    fn write(&self, to: &mut Writer) {
        to.word(std::str::from_utf8(&self.hex()).unwrap_or_default());
    }
}

impl<'a> Read<'a> for Digest {
    const SHAPE: &'static Shape = &Shape::Checked("Digest", |reader| _ = Self::read(reader));
    fn read(reader: &mut Reader<'a>) -> Self {
        if let Some(digest) = reader.exactly(64, Self::from_hex) {
            return digest;
        }
        let Some(text) = reader.string() else { return Self::default() };
        Self::from_hex(&text).unwrap_or_else(|| {
            reader.fault(ErrorCode::DigestInvalid);
            Self::default()
        })
    }
}
copied!(Digest);
serialized!(Digest, digest => format_args!("{digest}"));
deserialized!(Digest);

/// The two digests of the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Record)]
#[record(value)]
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

/// SM3 alone, of several pieces, where one digest identifies something inside the component.
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
