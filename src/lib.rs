#![doc = include_str!("../README.md")]

pub mod error;
#[cfg(any(feature = "check", feature = "files"))]
mod shared;
pub mod json;
#[cfg(any(feature = "check", feature = "files"))]
pub mod digest;
#[cfg(feature = "check")]
pub mod law;
#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "check")]
pub mod identity;
#[cfg(any(feature = "check", feature = "files"))]
pub mod file;
#[cfg(feature = "check")]
pub mod catalogue;
#[cfg(feature = "check")]
pub mod application;
#[cfg(feature = "check")]
pub mod plan;
#[cfg(feature = "check")]
pub mod deadline;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "check")]
pub mod decision;
#[cfg(feature = "check")]
pub mod wording;
#[cfg(feature = "check")]
pub mod receipt;
#[cfg(feature = "editor")]
pub mod audit;
#[cfg(any(feature = "check", feature = "files"))]
pub mod session;
