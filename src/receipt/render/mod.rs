//! 呈现: the writers of documents. All of them read the same model.

mod html;
mod markup;
mod mask;
mod model;
mod qr;
mod svg;
mod text;

pub use html::html;
pub(super) use markup::shown;
pub use model::{Code, Line, Model, Signoff, Table};
pub use qr::{QrFault, Symbol, qr};
pub use svg::svg;
pub use text::text;
