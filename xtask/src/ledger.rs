//! The size ledger: what each module of the crate costs an applicant.

use super::compress::{Compressed, compress};
use super::module;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use wasmparser::{Parser, Payload, TypeRef};

/// The bar that README states: the module that an applicant loads first, brotli.
pub const BAR: usize = 185 * 1024;
/// What looks into files is loaded with the first file.
pub const FILES_BAR: usize = 62 * 1024;

/// What makes and verifies documents is loaded with the first one; its signatures have 50 KiB of it.
pub const RECEIPTS_BAR: usize = 160 * 1024;

/// Prints what a module costs as a whole.
pub fn row(name: &str, raw: usize, whole: &Compressed) {
    println!("{name:<28} {raw:>9} {:>9} {:>9}", whole.gzip, whole.brotli.len());
}

/// Prints the ledger of a module that still has its names, and fails if the whole, compressed, is over its bar.
pub fn print(root: &Path, name: &str, named: &[u8], raw: usize, whole: &Compressed, bar: usize) -> Result<()> {
    println!("{:<28} {:>9} {:>9} {:>9}   (areas compressed one by one)", "area", "raw", "gzip", "brotli");
    let areas = areas(named)?;
    for ((area, bytes), compressed) in areas.iter().zip(compress(root, areas.values().map(Vec::as_slice))?) {
        row(area, bytes.len(), &compressed);
    }
    let brotli = whole.brotli.len();
    println!("{name:<28} {raw:>9} {:>9} {brotli:>9}   bar {bar}", whole.gzip);
    anyhow::ensure!(brotli <= bar, "{name} is over its bar: {brotli} > {bar} bytes of brotli");
    Ok(())
}

/// The bytes of each area.
fn areas(module: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let names = module::names(module)?;
    let mut areas: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(data) => {
                areas.insert("data".into(), module.get(data.range()).unwrap_or_default().to_vec());
            }
            _ => {}
        }
    }
    for (index, range) in (imported..).zip(bodies) {
        let area = area(names.get(&index).map_or("", String::as_str));
        areas.entry(area).or_default().extend(module.get(range).context("a function body")?);
    }
    Ok(areas)
}

/// The area a function belongs to: our module, or the crate it comes from.
fn area(name: &str) -> String {
    if name.starts_with("core_") || name.starts_with("files_") || name.starts_with("receipts_") {
        return "yushen::session (exports)".into(); // wasm-bindgen's names for the methods of `Core` and `Files`, with what they inline
    }
    if let Some((_, after)) = name.split_once("yushen::") {
        let area: String = after.chars().take_while(|each| each.is_ascii_lowercase() || *each == '_').collect();
        return format!("yushen::{area}");
    }
    let crates = [
        "chrono",
        "sha2",
        "sm3",
        "md5",
        "aes",
        "miniz_oxide",
        "sm2",
        "p256",
        "ecdsa",
        "primeorder",
        "primefield",
        "elliptic_curve",
        "crypto_bigint",
        "curve25519_dalek",
        "ed25519_dalek",
        "qrcodegen",
        "digest",
        "serde",
        "wasm_bindgen",
        "dlmalloc",
        "alloc",
        "core",
        "std",
    ];
    let found = crates.iter().find(|each| name.contains(&format!("{each}::")));
    found.map_or_else(
        || if name.contains("bindgen") { "wasm_bindgen".into() } else { "other".into() },
        |each| (*each).into(),
    )
}
