//! What the benches measure with: one item and one application of 2.3 KB, which `check.mjs` uses too.

/// The application, as JSON.
pub const APPLICATION: &str = include_str!("application.json");

/// A catalogue of the one item that it is for.
pub const CATALOGUE: &str = include_str!("catalogue.json");
