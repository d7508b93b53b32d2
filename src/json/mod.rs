//! The JSON of this house: one pull parser that finds every fault of a document in one run, and one writer.
//!
//! Ours for a measured reason (`node benches/check.mjs`): a check is a few microseconds, and reading and writing are most
//! of it. What it adds to speed: duplicate and unknown keys are faults, each fault has its JSON Pointer, numbers are
//! integers, `null` is not a value, and one canonical form exists for digests.

mod kept;
mod keys;
mod read;
mod reader;
mod record;
mod scalar;
mod shape;
mod value;
mod write;
mod writer;

pub use kept::Kept;
pub(crate) use keys::{Key, Keys};
pub use read::{Detach, Id, Map, Read, Text, is_id};
pub(crate) use read::{copied, readable};
pub use reader::{Limits, Reader, pointer_step};
pub(crate) use record::{Entries, Entry, Slot, Slots};
pub use shape::{Field, Shape, Table};
pub use value::{Value, canonical};
pub use write::Write;
pub(crate) use write::{writable, written};
pub use writer::{Writer, to_canonical, to_string};
pub(crate) use yushen_derive::Record;

/// The largest integer that every JavaScript engine holds exactly: 2^53 − 1.
pub const MAX_INTEGER: i64 = 9_007_199_254_740_991;
/// Deepest nesting of any document.
pub const MAX_DEPTH: usize = 32;
/// Longest string of any document, in bytes of UTF-8.
pub const MAX_STRING: usize = 64 * 1024;
/// Most faults reported of one document; a file of rubbish need not answer with a million lines.
pub const MAX_ISSUES: usize = 1000;
/// Most keys of an object whose keys are free, such as answers or form fields.
pub const MAX_FREE_KEYS: usize = 1000;
