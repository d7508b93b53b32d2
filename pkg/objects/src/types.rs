//! The types of every value, from the tables that read them (`cargo xtask generate`), and of what has no table.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const VALUES: &str = include_str!("../../src/api/values.ts");

#[wasm_bindgen(typescript_custom_section)]
const OTHERS: &str = r"
/** What a call throws: test `code`, never `instanceof`. */
export interface YushenError extends Error {
  code: ErrorCode;
  /** JSON Pointer to the place; of the first fault where there are several. */
  path: string;
  /** Every fault. */
  issues: { code: ErrorCode; path: string }[];
}

/** What identifies a catalogue: its version, and the digests that bind every item of it. */
export interface CatalogueRef {
  version: string;
  sha256: Digest;
  sm3: Digest;
}

/** A document that was made: its canonical JSON, and the digests of its body. */
export interface Document {
  kind: 'precheck';
  number: string;
  json: string;
  sha256: Digest;
  sm3: Digest;
}
";
