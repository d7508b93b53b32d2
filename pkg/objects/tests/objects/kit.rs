//! The conformance kit: receipts as objects are verified as their texts are.

use crate::files::KIT;
use crate::js::{envelope, get, parse, text, word};
use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use yushen::session::Receipts;
use yushen_objects::verify;

#[wasm_bindgen_test]
fn receipts_of_the_kit_are_verified_as_objects() {
    let (core, mut verified, mut as_text) = (Receipts::new(), 0, 0);
    for (name, kit) in KIT {
        let kit = parse(kit);
        let (trust, on) = (get(&kit, "trust"), format!("{{\"on\":\"{}\"}}", word(&kit, "on")));
        let (list, key) = if *name == "receipts" { ("receipts", "receipt") } else { ("vectors", "text") };
        for each in Array::from(&get(&kit, list)).iter() {
            let receipt = word(&each, key);
            let expected = core.verify(&receipt, &text(&trust), &on, "");
            let from = |document: &JsValue| envelope(verify(document, &trust, &parse(&on), &JsValue::UNDEFINED));
            assert_eq!(from(&receipt.clone().into()), expected, "{}", word(&each, "name"));
            verified += 1;
            // What an object keeps of it is what it says, or it is no document.
            match JSON::parse(&receipt) {
                Ok(object) if text(&object) == receipt => {
                    assert_eq!(from(&object), expected, "{}", word(&each, "name"));
                }
                _ => as_text += 1,
            }
        }
    }
    console_log!("objects: {verified} receipts verified, {as_text} of them as text alone");
    assert!(verified > 100 && as_text * 2 < verified, "{verified}, {as_text}");
}
