//! 文件: what can be told of a file from its bytes, without any of them leaving the device. A report holds facts; whether
//! they are in order, only a check says.

#[cfg(feature = "files")]
mod bytes;
#[cfg(feature = "files")]
mod exif;
#[cfg(feature = "files")]
mod heif;
#[cfg(feature = "files")]
mod image;
#[cfg(feature = "files")]
mod inflate;
#[cfg(feature = "files")]
mod inspector;
mod kind;
#[cfg(feature = "files")]
mod measure;
#[cfg(feature = "files")]
mod member;
#[cfg(feature = "files")]
mod mend;
#[cfg(feature = "files")]
mod ofd;
#[cfg(feature = "files")]
mod ole;
#[cfg(feature = "files")]
mod pdf;
mod pixels;
#[cfg(feature = "files")]
mod rc4;
#[cfg(feature = "files")]
mod sniff;
#[cfg(feature = "files")]
mod source;
#[cfg(feature = "files")]
mod whole;
#[cfg(feature = "files")]
mod workbook;
#[cfg(feature = "files")]
mod zip;

#[cfg(feature = "files")]
pub use inspector::{Inspector, PIECE, Step};
pub use kind::{Active, Colour, Damage, FileKind, Locked, Unsafe};
#[cfg(feature = "files")]
pub use member::{MemberFault, member};
#[cfg(feature = "files")]
pub use mend::{Mark, join, strip};
pub use pixels::Picture;

use crate::digest::Digest;
use crate::json::{Record, Text};

/// 文件报告: what the inspector found of one file. What is absent was not found, or does not exist in this kind.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct FileReport<'a> {
    /// 文件名, as the applicant has it.
    pub name: Text<'a>,
    /// Bytes.
    pub size: i64,
    /// Kind by bytes.
    pub kind: FileKind,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// SM3 of the bytes.
    pub sm3: Digest,
    /// Something is not there that has to be.
    pub damage: Option<Damage>,
    /// Pixels from left to right of an image that was turned upright.
    pub width: Option<u32>,
    /// Pixels from top to bottom.
    pub height: Option<u32>,
    /// Which way up an image lies in the file, as EXIF counts it: 2 to 8; absent where it lies upright.
    pub orientation: Option<u32>,
    /// Dots per inch, as the file says; many say nothing, or anything.
    pub dpi: Option<u32>,
    /// Colours of an image.
    pub colour: Option<Colour>,
    /// Bits of one colour of one pixel.
    pub depth: Option<u32>,
    /// It says where it was taken.
    #[record(optional)]
    pub located: bool,
    /// Pages of a PDF, OFD or TIFF.
    pub pages: Option<u32>,
    /// Pages of a PDF on which nothing is shown, counted from 1; no more than the first sixteen.
    #[record(optional)]
    pub blank: Vec<u32>,
    /// A PDF shows text; `false` for one that holds nothing but images.
    pub text: Option<bool>,
    /// It is encrypted.
    pub locked: Option<Locked>,
    /// What runs or hides in a PDF.
    #[record(optional)]
    pub active: Vec<Active>,
    /// Fields of a PDF for a signature.
    pub signature_fields: Option<u32>,
    /// Signatures that are there; whether they are valid is not looked at.
    pub signatures: Option<u32>,
    /// Seals of an OFD; whether they are valid is not looked at.
    pub seals: Option<u32>,
    /// It holds macros.
    #[record(optional)]
    pub macros: bool,
    /// Members of an archive, or of a document that is one.
    pub members: Option<u32>,
    /// Why an archive should not be unpacked by a program without care.
    #[record(key = "unsafe", optional)]
    pub unsafe_for: Vec<Unsafe>,
    /// What the picture looks like, where the host could decode it.
    pub picture: Option<Picture>,
}

/// 文件摘要: a file as a document binds it.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct BoundFile<'a> {
    /// 文件名, masked: its first character, `*` and its ending.
    pub name: Text<'a>,
    /// Bytes.
    pub size: i64,
    /// Kind by bytes.
    pub kind: FileKind,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// SM3 of the bytes.
    pub sm3: Digest,
}

impl<'a> FileReport<'a> {
    /// The same file as a document binds it, under a name that can be shown around.
    #[must_use]
    pub const fn bound(&self, name: Text<'a>) -> BoundFile<'a> {
        BoundFile { name, size: self.size, kind: self.kind, sha256: self.sha256, sm3: self.sm3 }
    }
}
