//! The boundary is glass: an exported function decodes, calls, encodes; an `if` belongs behind it. One file a module.

#[cfg(not(any(feature = "files", feature = "receipts")))]
mod applicant;
#[cfg(feature = "editor")]
mod editor;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "receipts")]
mod receipts;
