//! The native tests, one program: a file for each subject. `cargo test --test it deadline::` runs those of one.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test may stop"
)]

mod architecture;
mod binding;
mod calendar;
mod deadline;
mod diff;
mod editor;
#[cfg(feature = "serde")]
mod exchange;
mod formats;
mod fuzzed;
mod golden;
mod identity;
mod import;
mod inspector;
mod json;
mod kit;
mod mend;
mod messages;
mod names;
mod one_pass;
mod origins;
mod properties;
mod receipt;
mod rendering;
mod replay;
mod repository;
mod said;
mod sample;
mod signature;
mod support;
mod threads;
mod trust;
mod wording;

#[path = "../fuzz/mod.rs"]
mod fuzz;
