#![no_main]
#[path = "../mod.rs"]
#[allow(dead_code, reason = "one target of several")]
mod fuzz;
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::inspect(bytes));
