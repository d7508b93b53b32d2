//! 回执: documents that say exactly what they prove.
//!
//! What the component makes by itself is the 材料自查结果单 (`precheck`): unsigned, and its first line says that nothing
//! has been filed. The body is canonical JSON, so that the same check gives the same bytes and the same digest anywhere.

pub mod base32;
pub mod number;
mod precheck;
mod render;
mod sheet;

pub use precheck::{
    Body, CatalogueSeal, Document, FindingEntry, LimitEntry, MaterialEntry, PartyEntry, PersonEntry, PrecheckRequest,
    Sheet, precheck, printable, read,
};
pub use render::{Code, Line, Model, QrFault, Signoff, Symbol, Table, attached, html, ofd, qr, svg, text};
pub use sheet::model;
