//! The fuzz targets over the files and documents of `tests/data`: each as it is, and twisted the same way in every run.

use crate::fuzz;
use crate::support::{Random, issuing};
use std::fs;
use std::path::{Path, PathBuf};

/// Whatever lies in a folder.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().filter(|path| path.is_file()).map(|path| fs::read(Path::new(path)).unwrap()).collect()
}

/// What long runs of a target found: `tests/fuzz/<target>/`, which is made with the first find.
fn found(target: &str) -> Vec<Vec<u8>> {
    let folder = format!("tests/fuzz/{target}");
    if Path::new(&folder).is_dir() { files(&folder) } else { Vec::new() }
}

/// A copy with a few bytes changed, a piece taken out, doubled or put elsewhere.
fn twisted(numbers: &mut Random, bytes: &[u8]) -> Vec<u8> {
    let mut twisted = bytes.to_vec();
    let place = |numbers: &mut Random, length: usize| usize::try_from(numbers.below(length.max(1) as u64)).unwrap();
    for _ in 0..=numbers.below(4) {
        let (from, length) = (place(numbers, twisted.len()), place(numbers, 64));
        let to = (from + length).min(twisted.len());
        match numbers.below(6) {
            0 => twisted.truncate(from),
            1 => drop(twisted.drain(from..to)),
            2 => {
                let piece = twisted[from..to].to_vec();
                let at = place(numbers, twisted.len());
                twisted.splice(at..at, piece);
            }
            3 => twisted[from..to].fill(*numbers.one_of(&[0x00, 0xFF, 0x7F, 0x80, b'9'])),
            _ if from < twisted.len() => twisted[from] = u8::try_from(numbers.below(256)).unwrap(),
            _ => {}
        }
    }
    twisted
}

#[test]
fn any_bytes_are_a_file() {
    let mut numbers = Random(6);
    let mut seen = 0;
    for corpus in [files("tests/data/corpus/made"), files("tests/data/files"), found("inspect")] {
        for bytes in corpus {
            fuzz::inspect(&bytes);
            seen += 1;
            // Large ones are twisted less often: a run stays short.
            for _ in 0..if bytes.len() > 20_000 { 10 } else { 200 } {
                fuzz::inspect(&twisted(&mut numbers, &bytes));
            }
            fuzz::feed(&bytes[..bytes.len().min(4096)]);
        }
    }
    assert!(seen > 190, "{seen} files");
}

#[test]
fn any_bytes_are_a_document() {
    let mut numbers = Random(7);
    for path in ["tests/data/catalogue.files.json", "tests/data/catalogue.test.json", "tests/bench/application.json"] {
        let bytes = fs::read(path).unwrap();
        for _ in 0..150 {
            fuzz::documents(&twisted(&mut numbers, &bytes));
        }
    }
    for bytes in &found("documents") {
        fuzz::documents(bytes);
    }
}

#[test]
fn any_text_is_a_number() {
    let mut numbers = Random(8);
    for number in
        ["440304199001010011", "91440300MA5F12342Q", "MA5F1234-2", "粤（2019）深圳市不动产权第0012345号", "E12345678"]
    {
        for _ in 0..2000 {
            fuzz::numbers(&twisted(&mut numbers, number.as_bytes()));
        }
    }
    for bytes in &found("numbers") {
        fuzz::numbers(bytes);
    }
}

#[test]
fn any_bytes_are_a_signature() {
    let mut numbers = Random(9);
    let file: serde_json::Value = serde_json::from_str(include_str!("../data/signatures.json")).unwrap();
    let bytes = |hex: &serde_json::Value| -> Vec<u8> {
        let digits = hex.as_str().unwrap().as_bytes().chunks(2);
        digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
    };
    let part = |bytes: Vec<u8>| [vec![u8::try_from(bytes.len()).unwrap()], bytes].concat();
    for row in file["signatures"].as_array().unwrap().iter().step_by(9) {
        let key = &file["keys"][usize::try_from(row[0].as_u64().unwrap()).unwrap()]["spki"];
        let message = row[2].as_str().unwrap().as_bytes().to_vec();
        let whole = [part(bytes(key)), part(bytes(&row[3])), message].concat();
        fuzz::signatures(&whole);
        for _ in 0..40 {
            fuzz::signatures(&twisted(&mut numbers, &whole));
        }
    }
    for bytes in &found("signatures") {
        fuzz::signatures(bytes);
    }
}

#[test]
fn any_bytes_are_a_receipt() {
    let mut numbers = Random(10);
    let office = issuing::Office::new();
    let mut seeds = vec![office.trust.clone().into_bytes()];
    for (turn, each) in issuing::records().iter().enumerate().step_by(4) {
        let record = &each["record"];
        let whole = office.issue(record, turn)["json"].as_str().unwrap().to_owned();
        let value: serde_json::Value = serde_json::from_str(&whole).unwrap();
        seeds.push(yushen::receipt::base64::decode(value["head"].as_str().unwrap()).unwrap());
        seeds.push(office.draft(record, office.key(record, turn)).to_string().into_bytes());
        seeds.extend([whole.into_bytes(), record.to_string().into_bytes()]);
    }
    for bytes in &seeds {
        fuzz::receipts(bytes);
        for _ in 0..60 {
            fuzz::receipts(&twisted(&mut numbers, bytes));
        }
    }
    for bytes in &found("receipts") {
        fuzz::receipts(bytes);
    }
}

#[test]
fn any_bytes_carry_a_receipt() {
    let mut numbers = Random(11);
    let model: serde_json::Value = serde_json::from_str(include_str!("../data/documents.json")).unwrap();
    let payload = model[0]["payload"].as_str().unwrap();
    let seeds = [payload, "MZXW6YTBOI", "90f0"].map(|text| text.as_bytes().to_vec());
    for bytes in seeds.into_iter().chain(files("tests/data/ofd")) {
        fuzz::carriers(&bytes);
        for _ in 0..if bytes.len() > 1000 { 400 } else { 100 } {
            fuzz::carriers(&twisted(&mut numbers, &bytes));
        }
    }
    for bytes in &found("carriers") {
        fuzz::carriers(bytes);
    }
}
