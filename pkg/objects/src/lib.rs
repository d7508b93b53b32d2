//! 预审 for those who take the crate without the facade: a plain wasm-bindgen library that takes and gives JavaScript
//! objects. What a call says, its text twin of [`Session`] says; here values come in and go out, and nothing is decided.

mod calls;
mod catalogue;
mod days;
mod error;
mod given;
mod place;
mod types;

pub use calls::{
    calendar, explain, ics, identifier, language, latest_start, render, schedule, trace, verify, versions,
};
pub use catalogue::Catalogue;
pub use days::{add_working_days, month, working_day, working_days_between};

use js_sys::Error;
use std::sync::LazyLock;
use wasm_bindgen::JsValue;
use yushen::session::{Receipts, Session};

/// What lives between calls.
static SESSION: LazyLock<Session> = LazyLock::new(Session::new);
/// The same for documents of an authority.
static RECEIPTS: LazyLock<Receipts> = LazyLock::new(Receipts::new);

/// What a call answers with, or an `Error` with `code`, `path` and `issues`.
type Answer = Result<JsValue, Error>;
