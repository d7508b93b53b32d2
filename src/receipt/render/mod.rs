//! 呈现: the writers of documents. All of them read the same model.

mod html;
mod markup;
#[cfg(feature = "receipts")]
mod mask;
mod model;
#[cfg(feature = "receipts")]
mod ofd;
#[cfg(feature = "receipts")]
mod qr;
mod svg;
mod text;
#[cfg(feature = "receipts")]
mod zip;

pub use html::{html, sheet_html};
pub(super) use markup::shown;
pub use model::{Code, Line, Model, Signoff, Table};
#[cfg(feature = "receipts")]
pub use ofd::{attached, ofd};
#[cfg(feature = "receipts")]
pub use qr::{QrFault, Symbol, qr};
pub use svg::svg;
pub use text::text;
