//! Writes documents in every form: `cargo run --example render -- DOCUMENTS FOLDER`. DOCUMENTS is a list of
//! `{"name", "model", "url", "payload", "receipt"}`; where a URL is given, the model's QR code is drawn anew.

use std::fs;
use std::io::{Error, Result};
use std::path::Path;
use yushen::error::ErrorCode;
use yushen::json::{Limits, Reader, to_string};
use yushen::receipt::{Code, Model, attached, html, ofd, qr, svg, text};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [documents, folder] = arguments.as_slice() else { return Err(Error::other("which documents, and where to?")) };
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    let documents: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(documents)?)?;
    for document in &documents {
        let word = |key: &str| document.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        let written = document.get("model").map(serde_json::Value::to_string).unwrap_or_default();
        let (mut model, mut faults) = Reader::tolerant::<Model<'_>>(&written, Limits { bytes: 1 << 24 });
        // A cell may be empty.
        faults.retain(|fault| fault.code != ErrorCode::StringEmpty);
        if !faults.is_empty() {
            return Err(Error::other(format!("{}: {faults:?}", word("name"))));
        }
        if !word("url").is_empty() {
            let code = model.code.take().unwrap_or_default();
            let symbol = qr(word("url"), word("payload")).map_err(|fault| Error::other(fault.as_str()))?;
            let text = format!("{}{}", word("url"), word("payload")).into();
            model.code = Some(Code { size: symbol.size, bits: symbol.bits.into(), text, ..code });
        }
        let write = |ending: &str, bytes: &[u8]| fs::write(folder.join(format!("{}.{ending}", word("name"))), bytes);
        write("json", to_string(&model).as_bytes())?;
        write("html", html(&model).as_bytes())?;
        write("txt", text(&model).as_bytes())?;
        if let Some(code) = &model.code {
            write("svg", svg(code.size, &code.bits, &code.label).as_bytes())?;
        }
        let package = ofd(&model, word("receipt"));
        if attached(&package).as_deref() != Ok(word("receipt")) || package != ofd(&model, word("receipt")) {
            return Err(Error::other(format!("{}: the receipt inside is another one", word("name"))));
        }
        write("ofd", &package)?;
    }
    Ok(())
}
