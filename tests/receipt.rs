//! Receipts from record to verdict: ten kinds, three algorithms, and everything that must not pass.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may stop")]

#[path = "support/issuing.rs"]
mod issuing;
#[path = "support/signing.rs"]
mod signing;

use issuing::{ON, Office, error, ok, records};
use serde_json::{Value, json};
use unicode_normalization::{IsNormalized, is_nfc_quick};
use yushen::receipt::canonical::is_composed;

#[test]
fn every_kind_of_document_is_drafted_signed_and_verified() {
    let office = Office::new();
    for (turn, each) in records().iter().enumerate() {
        let name = each["name"].as_str().unwrap();
        let document = office.issue(&each["record"], turn);
        let verified = office.verify(document["json"].as_str().unwrap());
        assert!(matches!(verified["overall"].as_str(), Some("valid" | "warning")), "{name}: {verified:#}");
        assert!(verified["issuer"]["name"].is_string(), "{name}");
        assert_eq!(verified["shown"]["kind"], each["record"]["type"], "{name}");
    }
}

#[test]
fn the_quick_check_for_nfc_is_that_of_unicode() {
    for each in (0..=0x0010_FFFF).filter_map(char::from_u32) {
        let text = each.to_string();
        assert_eq!(is_composed(&text), is_nfc_quick(text.chars()) == IsNormalized::Yes, "{:x}", u32::from(each));
        let behind = format!("a\u{316}{each}");
        assert_eq!(is_composed(&behind), is_nfc_quick(behind.chars()) == IsNormalized::Yes, "{:x}", u32::from(each));
    }
}
