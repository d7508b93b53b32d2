//! CBOR (RFC 8949), deterministic (§4.2.1) and of few kinds: integers, bytes, text, and the openings of lists and maps.

use super::HeadFault;

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const LIST: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

/// CBOR being written.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    fn head(&mut self, major: u8, value: u64) {
        let bytes = value.to_be_bytes();
        let (more, length) = match value {
            0..24 => (bytes[7], 0),
            24..0x100 => (24, 1),
            0x100..0x1_0000 => (25, 2),
            0x1_0000..0x1_0000_0000 => (26, 4),
            _ => (27, 8),
        };
        self.0.push(major << 5 | more);
        self.0.extend(bytes.iter().skip(8 - length));
    }

    /// An integer.
    pub fn integer(&mut self, value: i64) -> &mut Self {
        let (major, value) = if value < 0 { (NEGATIVE, !value) } else { (UNSIGNED, value) };
        self.head(major, value.unsigned_abs());
        self
    }

    /// A byte string.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.head(BYTES, bytes.len() as u64);
        self.0.extend_from_slice(bytes);
        self
    }

    /// A text string.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.head(TEXT, text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// Opens a list of so many.
    pub fn list(&mut self, length: u64) -> &mut Self {
        self.head(LIST, length);
        self
    }

    /// Opens a map of so many pairs.
    pub fn map(&mut self, length: u64) -> &mut Self {
        self.head(MAP, length);
        self
    }

    /// A tag before a value.
    pub fn tag(&mut self, tag: u64) -> &mut Self {
        self.head(TAG, tag);
        self
    }
}

type Read<T> = Result<T, HeadFault>;

/// CBOR being read. Whatever could have been written in another way is refused.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// From the first byte on.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, length: usize) -> Read<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(HeadFault::CborTruncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn head(&mut self, wanted: u8) -> Read<u64> {
        let (major, value) = self.any()?;
        if major == wanted { Ok(value) } else { Err(HeadFault::CborType) }
    }

    fn any(&mut self) -> Read<(u8, u64)> {
        let first = self.take(1)?.first().copied().unwrap_or_default();
        let (major, more) = (first >> 5, first & 31);
        let (length, least) = match more {
            0..24 => return Ok((major, u64::from(more))),
            24 => (1, 24),
            25 => (2, 0x100),
            26 => (4, 0x1_0000),
            27 => (8, 0x1_0000_0000),
            31 => return Err(HeadFault::CborIndefinite),
            _ => return Err(HeadFault::CborType),
        };
        let value = self.take(length)?.iter().fold(0, |value: u64, byte| value << 8 | u64::from(*byte));
        if value < least { Err(HeadFault::CborNotShortest) } else { Ok((major, value)) }
    }

    /// An integer.
    pub fn integer(&mut self) -> Read<i64> {
        let (major, value) = self.any()?;
        let value = i64::try_from(value).map_err(|_| HeadFault::CborType)?;
        match major {
            UNSIGNED => Ok(value),
            NEGATIVE => Ok(!value),
            _ => Err(HeadFault::CborType),
        }
    }

    /// A byte string.
    pub fn bytes(&mut self) -> Read<&'a [u8]> {
        let length = self.head(BYTES)?;
        self.take(usize::try_from(length).map_err(|_| HeadFault::CborTruncated)?)
    }

    /// A text string.
    pub fn text(&mut self) -> Read<&'a str> {
        let length = self.head(TEXT)?;
        let bytes = self.take(usize::try_from(length).map_err(|_| HeadFault::CborTruncated)?)?;
        std::str::from_utf8(bytes).map_err(|_| HeadFault::CborText)
    }

    /// The length of a list.
    pub fn list(&mut self) -> Read<u64> {
        self.head(LIST)
    }

    /// The number of pairs of a map.
    pub fn map(&mut self) -> Read<u64> {
        self.head(MAP)
    }

    /// A tag.
    pub fn tag(&mut self) -> Read<u64> {
        self.head(TAG)
    }

    /// Fails unless everything has been read.
    pub const fn end(&self) -> Read<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(HeadFault::CborTrailing) }
    }
}
