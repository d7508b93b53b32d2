//! Objects in, objects out, in Node and in browsers (wasm-bindgen-test).
#![cfg_attr(target_arch = "wasm32", expect(clippy::panic, clippy::unwrap_used, reason = "a test may stop"))]

#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "read in wasm"))]
mod files;
#[cfg(target_arch = "wasm32")]
mod hostile;
#[cfg(target_arch = "wasm32")]
mod js;
#[cfg(target_arch = "wasm32")]
mod kit;
#[cfg(target_arch = "wasm32")]
mod replay;
