//! `docs/codes.md`: every code there is, from the vocabularies of the core.

use anyhow::Result;
use std::fmt::Write as _;
use yushen::catalogue::NoticeCode;
use yushen::check::FindingCode;
use yushen::error::ErrorCode;
use yushen::receipt::base32;
use yushen::receipt::head::HeadFault;
use yushen::receipt::signature::SignatureFault;
use yushen::receipt::verify::Reason;

/// The file.
pub fn markdown(wording: &str, notices: &str, documents: &str) -> Result<String> {
    let sentences: serde_json::Value = serde_json::from_str(wording)?;
    let mut out = String::from(
        "# Codes\n\nWritten by `cargo xtask generate`. One namespace: a code is an error, a finding or a host error, never two.\n\n\
         ## Errors: the portal's call or data is wrong\n\n| code | meaning |\n|---|---|\n",
    );
    for (code, meaning) in ErrorCode::WORDS {
        writeln!(out, "| `{code}` | {} |", meaning.trim())?;
    }
    out.push_str(
        "\n## Host errors: what only the JavaScript side can say\n\n| code | meaning |\n|---|---|\n\
         | `WASM_LOAD_FAILED` | the module could not be fetched, or what came is not a WebAssembly module |\n\
         | `WASM_REFUSED` | the engine or the page's Content-Security-Policy refuses WebAssembly |\n\
         | `INTERNAL` | the module stopped; it has been started anew, and what was loaded is loaded again |\n\
         | `NO_ENTROPY` | the host has no source of randomness |\n\
         | `CANCELLED` | `cancelled` answered true |\n\
         | `DELIVERY_MISSING` | the store has no file of this name |\n\
         | `DELIVERY_UNTRUSTED` | the manifest is not signed by a publisher in the trust list; `issues` says why |\n\
         | `MEND_UNSUPPORTED` | this host cannot read or write such a picture, or the file is damaged |\n\
         | `MEND_TOO_LARGE` | the picture cannot be made as small as that and stay as large as it has to be |\n\
         | `CLOSED` | used after `close()` |\n\n\
         ## Findings: the applicant's materials fall short\n\n| code | severity | class | meaning | sentence |\n|---|---|---|---|---|\n",
    );
    for (code, (word, meaning)) in FindingCode::ALL.iter().zip(FindingCode::WORDS) {
        let (severity, class, _) = code.rule();
        let sentence = sentences["findings"][word]["what"].as_str().unwrap_or_default();
        writeln!(out, "| `{word}` | {severity} | {class} | {} | {sentence} |", meaning.trim())?;
    }
    out.push_str(
        "\n## Notices: the catalogue, the portal or the authority departs from the law\n\n| code | meaning | sentence |\n|---|---|---|\n",
    );
    let sentences: serde_json::Value = serde_json::from_str(notices)?;
    for (word, meaning) in NoticeCode::WORDS {
        let sentence = sentences["notices"][word]["what"].as_str().unwrap_or_default();
        writeln!(out, "| `{word}` | {} | {sentence} |", meaning.trim())?;
    }
    out.push_str(&verification(documents)?);
    Ok(out)
}

/// What a check of a receipt can say.
fn verification(documents: &str) -> Result<String> {
    let words: serde_json::Value = serde_json::from_str(documents)?;
    let mut out = String::from(
        "\n## Verification: why a check of a receipt did not pass\n\nBeside these, the codes of errors with the path into the receipt.\n\n\
         | code | meaning | sentence |\n|---|---|---|\n",
    );
    let other = |(word, _): &&(&str, &str)| Reason::WORDS.iter().all(|(known, _)| known != word);
    let signatures: Vec<(&str, &str)> = SignatureFault::WORDS.iter().filter(other).copied().collect();
    for (word, meaning) in [Reason::WORDS, HeadFault::WORDS, &signatures, base32::Fault::WORDS].concat() {
        let sentence = words["sheet"][format!("code-{word}")].as_str().unwrap_or_default();
        writeln!(out, "| `{word}` | {} | {sentence} |", meaning.trim())?;
    }
    Ok(out)
}
