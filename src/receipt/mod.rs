//! 回执: documents that say exactly what they prove.
//!
//! What the component makes by itself is the 材料自查结果单 (`precheck`): unsigned, and its first line says that nothing
//! has been filed. An authority's document is drafted from its record, signed elsewhere, verified here, and only then shown
//! without the mark that it is not in effect. The body is canonical JSON, so that the same record gives the same bytes and
//! the same digest anywhere; the head is what is signed, and what a QR code carries.

#[cfg(feature = "receipts")]
#[doc(hidden)]
pub mod base32;
#[cfg(feature = "receipts")]
#[doc(hidden)]
pub mod base64;
#[doc(hidden)]
pub mod canonical;
#[cfg(feature = "receipts")]
pub mod document;
#[cfg(feature = "receipts")]
mod draft;
#[cfg(feature = "receipts")]
#[doc(hidden)]
pub mod head;
pub mod number;
mod precheck;
mod render;
mod sheet;
#[cfg(feature = "receipts")]
pub mod signature;
#[cfg(feature = "receipts")]
pub mod trust;
#[cfg(feature = "receipts")]
pub mod verify;

#[cfg(feature = "receipts")]
pub use draft::{Draft, Receipt, Signature, Signed, Signer, attach, draft};
#[cfg(feature = "receipts")]
#[doc(hidden)]
pub use draft::{SIGNED_AS, kid_of};
pub use precheck::{
    Body, CatalogueSeal, Document, FORMAT, FindingEntry, LimitEntry, MaterialEntry, PartyEntry, PersonEntry,
    PrecheckRequest, Prechecked, Sheet, SheetKind, precheck, read,
};
pub use render::{Code, Line, Model, Signoff, Table, html, sheet_html, svg, text};
#[cfg(feature = "receipts")]
pub use render::{QrFault, Symbol, attached, ofd, qr};
pub use sheet::model;
