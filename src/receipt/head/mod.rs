//! 回执首部: the few facts that people look for, and the digest of the body, in a form short enough to be scanned. It is
//! what the authority signs.

mod cbor;
mod cose;
mod fields;

pub use cose::{Envelope, MAX_ENVELOPE, protected, to_be_signed};
pub use fields::{Head, seconds, shown};

use crate::error::words;

words! {
    /// 首部错误: why bytes are no head of a receipt.
    pub enum HeadFault {
        /// the bytes end too early
        CborTruncated = "CBOR_TRUNCATED",
        /// a length or number that could be written shorter
        CborNotShortest = "CBOR_NOT_SHORTEST",
        /// a string, list or map without a length
        CborIndefinite = "CBOR_INDEFINITE",
        /// a value of another kind than stands here
        CborType = "CBOR_TYPE",
        /// text that is not UTF-8, or that may not be signed
        CborText = "CBOR_TEXT",
        /// keys that are not in ascending order, or twice
        CborKeyOrder = "CBOR_KEY_ORDER",
        /// something stands behind the end
        CborTrailing = "CBOR_TRAILING",
        /// more bytes than a head can have
        CborTooLarge = "CBOR_TOO_LARGE",
        /// a key that a head does not have
        HeadKeyUnknown = "HEAD_KEY_UNKNOWN",
        /// a key that is required is absent
        HeadKeyMissing = "HEAD_KEY_MISSING",
        /// a value that this key cannot have
        HeadValue = "HEAD_VALUE",
        /// a later version of the head
        HeadTooNew = "HEAD_TOO_NEW",
        /// no `COSE_Sign1` message of this format
        CoseInvalid = "COSE_INVALID",
        /// an algorithm that receipts do not have
        CoseAlgorithm = "COSE_ALGORITHM",
    }
}
