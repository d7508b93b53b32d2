//! What looks into files: a module of its own, without a catalogue, so that a worker can have it.

use wasm_bindgen::prelude::wasm_bindgen;
use yushen::session::Inspections;

/// Open inspections as JavaScript holds them.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Files(Inspections);

#[wasm_bindgen]
impl Files {
    /// Nothing inspected yet.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins to inspect a file of this many bytes.
    pub fn inspect(&self, size: f64, name: &str) -> u32 {
        self.0.begin(size, name)
    }

    /// What an inspection wants next.
    pub fn inspect_step(&self, id: u32) -> String {
        self.0.step(id)
    }

    /// Gives an inspection its bytes.
    pub fn inspect_feed(&self, id: u32, bytes: &[u8]) -> String {
        self.0.feed(id, bytes)
    }

    /// Ends an inspection.
    pub fn inspect_close(&self, id: u32) {
        self.0.close(id);
    }
    /// What a picture looks like.
    pub fn picture(&self, rgba: &[u8], width: u32, height: u32) -> String {
        self.0.picture(rgba, width, height)
    }

    /// What becomes of a file by this operation; empty if it cannot be done.
    pub fn mend(&self, operation: &str, lengths: &[u32], bytes: &[u8]) -> Vec<u8> {
        self.0.mend(operation, lengths, bytes)
    }
}
