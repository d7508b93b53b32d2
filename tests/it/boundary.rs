//! The module in its own world: Node and every browser run this by wasm-bindgen-test. What matters here is what only a
//! small linear memory can show: nothing traps, nothing grows.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test;
use yushen::json::{Limits, Reader, Value};
use yushen::session::{Inspections, Session};

const CATALOGUE: &[u8] = include_bytes!("../data/catalogue.test.json");
const APPLICATION: &str = r#"{"on":"2026-03-02","answers":{"who":"agent","uses":["live"]},"materials":{"form":{"via":"upload","files":[{"name":"a.pdf","size":2000,"kind":"pdf","sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","sm3":"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"}]}}}"#;

fn engine() -> Session {
    let engine = Session::new();
    assert!(engine.load(CATALOGUE.to_vec()).starts_with(r#"{"ok":{"handle":0"#));
    engine
}

fn pages() -> usize {
    core::arch::wasm32::memory_size(0)
}

#[wasm_bindgen_test]
fn twenty_thousand_checks_leave_memory_as_it_was() {
    let engine = engine();
    let first = engine.check(0, "T-1", "", APPLICATION);
    assert!(first.contains("FILE_TOO_LARGE") && first.contains("MAT_CONDITIONAL_MISSING"));
    let before = pages();
    for _ in 0..20_000 {
        assert_eq!(engine.check(0, "T-1", "", APPLICATION).len(), first.len());
    }
    assert_eq!(pages(), before);
}

#[wasm_bindgen_test]
fn catalogues_that_come_and_go_leave_memory_as_it_was() {
    let engine = engine();
    let load_and_unload = |handle| {
        assert!(engine.load(CATALOGUE.to_vec()).contains(&format!("\"handle\":{handle},")));
        engine.unload(handle);
    };
    // The allocator takes some hundred rounds to settle; what leaked would go on growing.
    (1..550).for_each(load_and_unload);
    let before = pages();
    (550..2050).for_each(load_and_unload);
    assert_eq!(pages(), before);
}

#[wasm_bindgen_test]
fn a_large_file_is_inspected_in_little_memory() {
    let inspections = Inspections::default();
    let piece = vec![7; 1024 * 1024];
    let id = inspections.open(200 * 1024 * 1024 + 1, "large.bin");
    let before = pages();
    loop {
        let step = inspections.step(id);
        let Some((_, need)) = step.split_once("\"length\":") else { break };
        let length: usize = need.split(',').next().and_then(|digits| digits.parse().ok()).unwrap_or(0);
        assert_eq!(inspections.feed(id, piece.get(..length).unwrap_or_default()), r#"{"ok":null}"#);
    }
    assert!(inspections.step(id).contains(r#""size":209715201"#));
    assert!(pages() - before <= 8 * 16, "{} pages of 64 KiB", pages() - before);
}

#[wasm_bindgen_test]
fn broken_input_is_answered_and_never_traps() {
    let engine = engine();
    for length in 0..APPLICATION.len() {
        let cut = APPLICATION.get(..length).unwrap_or_default();
        assert!(engine.check(0, "T-1", "", cut).starts_with(r#"{"error":"#));
    }
    for depth in [32, 33, 200, 100_000] {
        let nested = "[".repeat(depth) + &"]".repeat(depth);
        let read = Reader::document::<Value>(&nested, Limits { bytes: 1 << 20 });
        assert_eq!(read.is_ok(), depth <= 32);
        assert!(engine.schedule(&nested).starts_with(r#"{"error":"#));
    }
    assert!(engine.load(vec![0xFF, 0xFE]).contains("JSON_ENCODING"));
    assert!(engine.items(7).contains("CATALOGUE_UNKNOWN"));
    assert!(Inspections::default().feed(9, &[]).contains("INSPECTION_UNKNOWN"));
}
