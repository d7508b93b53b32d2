//! The size ledger: what each room of the house costs an applicant.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::Write;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The bar that README states: the module that an applicant loads first, brotli.
pub const BAR: usize = 185 * 1024;
/// What looks into files is loaded with the first file.
pub const FILES_BAR: usize = 62 * 1024;

/// What makes and verifies documents is loaded with the first one; its signatures have 50 KiB of it.
pub const RECEIPTS_BAR: usize = 160 * 1024;

/// Compressed as servers do.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    // OK because writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut out, &params);
    out
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// Prints what a module costs as a whole.
pub fn row(name: &str, shipped: &[u8]) -> Result<()> {
    println!("{name:<28} {:>9} {:>9} {:>9}", shipped.len(), gzip(shipped)?, brotli(shipped).len());
    Ok(())
}

/// Prints the ledger of a module that still has its names, and fails if the whole, compressed, is over its bar.
pub fn print(name: &str, named: &[u8], shipped: &[u8], whole: usize, bar: usize) -> Result<()> {
    println!("{:<28} {:>9} {:>9} {:>9}   (areas compressed one by one)", "area", "raw", "gzip", "brotli");
    for (area, bytes) in areas(named)? {
        println!("{area:<28} {:>9} {:>9} {:>9}", bytes.len(), gzip(&bytes)?, brotli(&bytes).len());
    }
    println!("{:<28} {:>9} {:>9} {:>9}   bar {bar}", name, shipped.len(), gzip(shipped)?, whole);
    anyhow::ensure!(whole <= bar, "{name} is over its bar: {whole} > {bar} bytes of brotli");
    Ok(())
}

/// The bytes of each area.
fn areas(module: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
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
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(map) = section? {
                            for name in map {
                                let name = name?;
                                names.insert(name.index, name.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    anyhow::ensure!(!names.is_empty(), "the module has no names to make a ledger of");
    for (index, range) in (imported..).zip(bodies) {
        let area = area(names.get(&index).map_or("", String::as_str));
        areas.entry(area).or_default().extend(module.get(range).context("a function body")?);
    }
    Ok(areas)
}

/// The room a function belongs to: our module, or the crate it comes from.
fn area(name: &str) -> String {
    if name.starts_with("core_") || name.starts_with("files_") || name.starts_with("receipts_") {
        return "yushen::session (exports)".into(); // wasm-bindgen's names for the methods of `Core` and `Files`, with what they inline
    }
    if let Some((_, after)) = name.split_once("yushen::") {
        let room: String = after.chars().take_while(|each| each.is_ascii_lowercase() || *each == '_').collect();
        return format!("yushen::{room}");
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
