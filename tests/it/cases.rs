//! The cases alone, of which `make check` takes some: soon compiled, and `it` has them too.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod editor;
mod replay;
