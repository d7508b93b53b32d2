//! The cases alone, of which `make check` takes some: soon compiled, and `it` has them too.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop, and print"
)]

mod editor;
mod replay;
