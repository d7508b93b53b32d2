//! 呈现: the writers of documents. All of them read the same model.

mod html;
mod model;
mod text;

pub use html::html;
pub use model::{Code, Line, Model, Signoff, Table};
pub use text::text;
