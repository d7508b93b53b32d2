//! JSON as the component has it: one pull parser that finds every fault of a document in one run, and one writer.
//!
//! Ours for a measured reason (`node tests/bench/check.mjs`): a check is a few microseconds, and reading and writing are most
//! of it. What it adds to speed: duplicate and unknown keys are faults, each fault has its JSON Pointer, numbers are
//! integers, `null` is not a value, and one canonical form exists for digests.

mod exchange;
mod format;
mod kept;
mod keys;
mod read;
mod reader;
mod record;
mod scalar;
#[cfg(feature = "serde")]
mod serial;
mod shape;
#[cfg(feature = "serde")]
mod transcript;
mod value;
mod write;
mod writer;

pub(crate) use exchange::{deserialized, exchanged, serialized, serialized_entries};
#[cfg(feature = "calendar")]
pub(crate) use format::formats;
#[doc(hidden)]
pub use format::read_format;
#[doc(hidden)]
pub use kept::Kept;
#[doc(hidden)]
pub use keys::{Key, Keys};
pub(crate) use read::copied;
#[doc(hidden)]
pub use read::is_id;
#[cfg(any(feature = "calendar", feature = "files"))]
pub(crate) use read::readable;
pub use read::{Detach, Id, Map, Read, Text};
#[doc(hidden)]
pub use reader::pointer_step;
pub use reader::{Limits, Reader};
#[doc(hidden)]
pub use record::{Entries, Entry, Slot, Slots};
#[doc(hidden)]
pub use shape::{Field, Shape, Table};
#[cfg(feature = "serde")]
pub use transcript::Transcript;
#[cfg(feature = "serde")]
pub(crate) use transcript::refused;
pub use value::{Value, canonical};
pub use write::Write;
pub(crate) use write::{writable, written};
pub use writer::{Writer, to_canonical, to_string};
#[cfg(any(feature = "calendar", feature = "files"))]
pub(crate) use yushen_derive::Record;

/// The largest integer that every JavaScript engine holds exactly: 2^53 − 1.
pub const MAX_INTEGER: i64 = 9_007_199_254_740_991;
/// Largest document of any kind, in bytes.
pub const MAX_DOCUMENT: usize = 64 * 1024 * 1024;
/// Deepest nesting of any document.
pub const MAX_DEPTH: usize = 32;
/// Longest string of any document, in bytes of UTF-8.
pub const MAX_STRING: usize = 64 * 1024;
/// Most faults reported of one document; a file of rubbish need not answer with a million lines.
pub const MAX_ISSUES: usize = 1000;
/// Most keys of an object whose keys are free, such as answers or form fields.
pub const MAX_FREE_KEYS: usize = 1000;
