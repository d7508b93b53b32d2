//! Pages: whatever stands in an application, a page has only our markup, and says everything that the text says.

use serde_json::{Value, json};
use std::fs;
use yushen::file::MemberFault;
use yushen::json::{Limits, Reader};
use yushen::receipt::{self, Model, attached, html, ofd, svg};
use yushen::session::Session;

const ATTACKS: [&str; 6] = [
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><script>alert(1)</script>",
    "javascript:alert(1)",
    "</td></tr></table><h1>已受理</h1>",
    "\u{202e}gpj.exe\u{0}\n\u{2028}",
];

fn rendered(attack: &str) -> Value {
    let engine = Session::new();
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

/// Every place of a model where words stand.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            for (place, each) in list.iter().enumerate() {
                places(each, &format!("{path}/{place}"), found);
            }
        }
        Value::Object(object) => {
            for (key, each) in object {
                places(each, &format!("{path}/{key}"), found);
            }
        }
        // An empty cell has no line in the text, as long as it is empty.
        Value::String(words) if !words.is_empty() => found.push(path.to_owned()),
        _ => {}
    }
}

/// A document that has everything: without its QR code in the file, since that is drawn anew.
fn draft() -> Value {
    let documents: Value = serde_json::from_str(include_str!("../data/documents.json")).unwrap();
    let mut model = documents[1]["model"].clone();
    model["code"]["bits"] = json!("ff00ff");
    model["code"]["size"] = json!(4);
    model["code"]["text"] = json!("https://zwfw.example.gov.cn/r#1MZXW6");
    model
}

/// What a model is written as: a page, text, a picture, a package.
fn written(model: &Value) -> [String; 4] {
    let text = model.to_string();
    let (model, _) = Reader::tolerant::<Model<'_>>(&text, Limits { bytes: 1 << 24 });
    let code = model.code.as_ref().unwrap();
    let package = ofd(&model, "{}");
    assert_eq!(attached(&package).as_deref(), Ok("{}"));
    assert_eq!(package, ofd(&model, "{}"));
    let package = String::from_utf8_lossy(&package).into_owned();
    [html(&model), receipt::text(&model), svg(code.size, &code.bits, &code.label), package]
}

#[test]
fn no_word_of_a_document_becomes_markup() {
    let model = draft();
    let plain = written(&model);
    let mut found = Vec::new();
    places(&model, "", &mut found);
    assert!(found.len() > 60, "{found:?}");
    for (place, attack) in found.iter().flat_map(|place| ATTACKS.map(|attack| (place, attack))) {
        let mut attacked = model.clone();
        *attacked.pointer_mut(place).unwrap() = json!(attack);
        let [html, text, svg, package] = written(&attacked);
        assert_eq!(elements(&html), elements(&plain[0]), "{place}: {attack}");
        assert_eq!(elements(&svg), elements(&plain[2]), "{place}: {attack}");
        let theirs = ["<img", "<svg", "<script", "<h1", "</td", "onerror=alert(1)>", "onload=alert(1)>"];
        assert!(!theirs.iter().any(|markup| package.contains(markup)), "{place}: {attack}");
        assert_eq!(text.lines().count(), plain[1].lines().count(), "{place}: {attack}");
        for hidden in ['\u{202e}', '\u{2028}'] {
            assert!([&html, &text, &svg, &package].iter().all(|written| !written.contains(hidden)), "{place}");
        }
    }
}

#[test]
fn a_draft_says_first_that_it_is_not_in_effect() {
    let [html, text, _, package] = written(&draft());
    let mark = "未生效";
    assert!(
        text.starts_with(mark)
            && html.contains("<main><div class=\"across\" aria-hidden=\"true\" data-mark=\"未生效\">")
    );
    assert!(package.matches("<ofd:Template TemplateID").count() == package.matches("<ofd:Layer Type=\"Body\"").count());
    let mut signed = draft();
    signed.as_object_mut().unwrap().remove("mark");
    assert!(written(&signed).iter().all(|written| !written.contains(mark) && !written.contains("<ofd:Template")));
    assert!(!html.contains("style=") && html.matches("<style>").count() == 1);
}

#[test]
fn a_receipt_is_found_in_a_package_that_somebody_saved_again() {
    let read = |name: &str| attached(&fs::read(format!("tests/data/ofd/{name}.ofd")).unwrap());
    for name in ["resaved", "moved"] {
        assert_eq!(read(name).as_deref(), Ok("{\"a\":\"中文\"}"), "{name}");
    }
    for (name, fault) in [
        ("without", MemberFault::Missing),
        ("twice", MemberFault::Several),
        ("large", MemberFault::TooLarge),
        ("damaged", MemberFault::Damaged),
    ] {
        assert_eq!(read(name), Err(fault), "{name}");
    }
    assert_eq!(attached(b"PK"), Err(MemberFault::NoArchive));
}
