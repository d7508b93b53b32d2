#![doc = include_str!("../README.md")]

pub mod error;
mod shared;
pub mod json;
pub mod digest;
pub mod law;
pub mod calendar;
pub mod identity;
pub mod file;
pub mod catalogue;
pub mod application;
pub mod plan;
pub mod deadline;
pub mod check;
pub mod decision;
pub mod wording;
pub mod receipt;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
pub mod audit;
pub mod engine;

#[cfg(target_arch = "wasm32")]
mod wasm;
