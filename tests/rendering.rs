//! Pages: whatever stands in an application, a page has only our markup, and says everything that the text says.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use serde_json::{Value, json};
use std::fs;
use yushen::engine::Engine;

const ATTACKS: [&str; 6] = [
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><script>alert(1)</script>",
    "javascript:alert(1)",
    "</td></tr></table><h1>已受理</h1>",
    "\u{202e}gpj.exe\u{0}\n\u{2028}",
];

fn rendered(attack: &str) -> Value {
    let engine = Engine::new();
    let parse = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    // Every text of the catalogue that reaches a sheet is attacked as well.
    let mut catalogue: Value =
        serde_json::from_str(&fs::read_to_string("tests/data/catalogue.test.json").unwrap()).unwrap();
    let item = &mut catalogue["items"][0];
    item["name"] = json!(attack);
    item["authority"]["name"] = json!(attack);
    for material in item["materials"].as_array_mut().unwrap() {
        material["name"] = json!(attack);
    }
    for question in item["questions"].as_array_mut().unwrap() {
        question["label"] = json!(attack);
    }
    assert!(engine.load(catalogue.to_string().into_bytes()).starts_with(r#"{"ok""#));
    let file = json!({ "name": attack, "size": 0, "kind": "pdf", "sha256": "a".repeat(64), "sm3": "b".repeat(64) });
    let party = json!({ "kind": "organisation", "name": attack, "identifier": { "kind": "uscc", "value": attack } });
    let application = json!({
        "on": "2026-03-02", "applicant": party, "agent": party, "answers": { "who": "agent", "uses": ["live"] },
        "materials": { "form": { "via": "upload", "files": [file] } }
    });
    let request = json!({ "number": "Y44030420261123K7Q2MX9T4BY", "clientClock": "2026-03-02T09:30:00+08:00" });
    let made = parse(engine.precheck(0, "T-1", "", &application.to_string(), &request.to_string()));
    parse(engine.render(made["ok"]["json"].as_str().unwrap(), ""))["ok"].clone()
}

/// The names of the elements of a page.
fn elements(html: &str) -> Vec<&str> {
    let name = |tag: &'_ str| tag.len() - tag.trim_start_matches(|each: char| each.is_ascii_alphanumeric()).len();
    html.split('<').skip(1).map(|tag| tag.trim_start_matches(['/', '!'])).map(|tag| tag.split_at(name(tag)).0).collect()
}

#[test]
fn no_word_of_anybody_becomes_markup() {
    let ours = [
        "doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "table", "tbody", "thead",
        "caption", "tr", "th", "td",
    ];
    for attack in ATTACKS {
        let page = rendered(attack);
        let html = page["html"].as_str().unwrap();
        for element in elements(html) {
            assert!(ours.contains(&element), "<{element}> came from {attack}");
        }
        assert_eq!(html.matches("<h1>").count(), 1, "{attack}");
        for hidden in ['\u{202e}', '\u{0}', '\u{2028}'] {
            assert!(!html.contains(hidden) && !page["text"].as_str().unwrap().contains(hidden), "{attack}");
        }
    }
}

#[test]
fn page_text_and_model_say_the_same() {
    let page = rendered("普通名称");
    let html = page["html"].as_str().unwrap();
    let text = page["text"].as_str().unwrap();
    assert!(html.contains("<html lang=\"zh-Hans\">") && html.contains("@page{size:A4"));
    assert!(text.lines().nth(1).unwrap().contains("材料尚未提交给任何机关"));
    let mut words = vec![page["model"]["title"].clone(), page["model"]["first"].clone()];
    for table in page["model"]["tables"].as_array().unwrap() {
        words.push(table["caption"].clone());
        words.extend(table["rows"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap().clone()));
    }
    for word in words.iter().map(|word| word.as_str().unwrap()).filter(|word| !word.is_empty()) {
        assert!(html.contains(word) && text.contains(word), "{word}");
    }
    assert!(words.len() > 30);
}
