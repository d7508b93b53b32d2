//! 文件: what can be told of a file from its bytes, without any of them leaving the device.

mod inspector;
mod kind;
mod sniff;

pub use inspector::{Inspector, PIECE, Step};
pub use kind::FileKind;

use crate::digest::Digest;
use crate::json::{Text, record};

record! {
    value;
    /// 文件报告: what the inspector found of one file.
    pub struct FileReport<'a> {
        /// 文件名, as the applicant has it.
        "name" required name: Text<'a>,
        /// Bytes.
        "size" required size: i64,
        /// Kind by bytes.
        "kind" required kind: FileKind,
        /// SHA-256 of the bytes.
        "sha256" required sha256: Digest,
        /// SM3 of the bytes.
        "sm3" required sm3: Digest,
    }
}
