//! 呈现: the writers of documents. All of them read the same model.

mod html;
mod markup;
mod mask;
mod model;
mod ofd;
mod qr;
mod svg;
mod text;
mod zip;

pub use html::{html, sheet_html};
pub(super) use markup::shown;
pub use model::{Code, Line, Model, Signoff, Table};
pub use ofd::{attached, ofd};
pub use qr::{QrFault, Symbol, qr};
pub use svg::svg;
pub use text::text;
