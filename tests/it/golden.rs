//! The golden answer of the chain, natively. tests/e2e/chain.js makes the same sheet on every engine.

use serde_json::{Value, json};
use std::fs;
use yushen::digest::Digests;
use yushen::session::Session;

#[test]
fn the_sheet_of_the_chain_has_the_golden_digest() {
    let engine = Session::new();
    let parse = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    let loaded = parse(engine.load(fs::read("src/data/catalogue.sample.json").unwrap()));
    let handle = u32::try_from(loaded["ok"]["handle"].as_u64().unwrap()).unwrap();
    let bytes = "%PDF-1.7 一份申请表 😀\n%%EOF";
    let digests = Digests::of(bytes.as_bytes());
    let report = json!({ "name": "申请表.pdf", "size": bytes.len(), "kind": "pdf", "sha256": digests.sha256.to_string(), "sm3": digests.sm3.to_string() });
    let application = json!({
        "on": "2026-03-02", "answers": { "agent": false, "premises": "owned" },
        "materials": { "application-form": { "via": "upload", "files": [report] } }
    });
    let number = parse(engine.precheck_number("440300", "2026-03-02", &[1, 2, 3, 4, 5, 6, 7, 8]));
    let request = json!({ "number": number["ok"], "clientClock": "2026-03-02T09:30:00+08:00" });
    let sheet = parse(engine.precheck(handle, "SZ-09", "", &application.to_string(), &request.to_string()));
    let golden: Value = serde_json::from_str(&fs::read_to_string("tests/data/golden.json").unwrap()).unwrap();
    assert_eq!(sheet["ok"]["sm3"], golden["sheet"]);

    // The digest is that of the canonical body, computed here by another way.
    let document: Value = serde_json::from_str(sheet["ok"]["json"].as_str().unwrap()).unwrap();
    let sorted: std::collections::BTreeMap<String, Value> = serde_json::from_value(document["body"].clone()).unwrap();
    let body =
        sorted.iter().map(|(key, value)| format!("{}:{}", json!(key), sort(value))).collect::<Vec<_>>().join(",");
    assert_eq!(Digests::of(format!("{{{body}}}").as_bytes()).sm3.to_string(), golden["sheet"].as_str().unwrap());
}

fn sort(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let mut keys: Vec<_> = entries.iter().collect();
            keys.sort_by_key(|(key, _)| key.encode_utf16().collect::<Vec<_>>());
            let written = keys.iter().map(|(key, value)| format!("{}:{}", json!(key), sort(value)));
            format!("{{{}}}", written.collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(sort).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

#[test]
fn the_catalogue_digest_is_that_of_the_ordered_list() {
    let text = fs::read_to_string("tests/data/catalogue.test.json").unwrap();
    let catalogue: Value = serde_json::from_str(&text).unwrap();
    let lines = catalogue["items"].as_array().unwrap().iter().map(|item| {
        let digest = Digests::of(sort(item).as_bytes()).sm3;
        format!("{} {} {digest}\n", item["code"].as_str().unwrap(), item["version"].as_str().unwrap())
    });
    let expected = Digests::of(lines.collect::<String>().as_bytes());
    let loaded = yushen::catalogue::Catalogue::load(text.into_bytes()).unwrap();
    assert_eq!(loaded.identity().digests, expected);
}
