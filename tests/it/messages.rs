//! The words of many findings at once are those of each, and the clocks of an item are those of its limits.

use crate::support::Random;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use yushen::session::Session;

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn load(session: &Session, path: &str) -> u32 {
    u32::try_from(parse(&session.load(fs::read(path).unwrap()))["ok"]["handle"].as_u64().unwrap()).unwrap()
}

/// A session with every language, and the catalogues of the cases by their names.
fn loaded() -> (Session, HashMap<String, u32>) {
    let session = Session::new();
    for locale in ["zh-Hant", "en"] {
        let file = fs::read_to_string(format!("src/wording/{locale}.json")).unwrap();
        assert!(session.load_wording(&file).starts_with(r#"{"ok""#));
    }
    let mut handles = HashMap::from([("sample".to_owned(), load(&session, "src/data/catalogue.sample.json"))]);
    for name in ["test", "joint", "files", "numbers"] {
        handles.insert(name.to_owned(), load(&session, &format!("tests/data/catalogue.{name}.json")));
    }
    (session, handles)
}

fn cases(path: &str) -> Vec<Value> {
    let path = format!("tests/cases/{path}");
    if fs::metadata(&path).unwrap().is_file() {
        return serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    }
    let mut all = Vec::new();
    for entry in fs::read_dir(&path).unwrap() {
        all.extend(cases(entry.unwrap().path().strip_prefix("tests/cases").unwrap().to_str().unwrap()));
    }
    all
}

fn text(value: &Value) -> String {
    if value.is_null() { String::new() } else { value.to_string() }
}

#[test]
fn one_finding_is_said_as_in_a_list_of_one() {
    let (session, handles) = loaded();
    let mut count = 0;
    for case in cases("message.json").iter().chain(&cases("messages.json")) {
        let input = &case["input"];
        let word = |key: &str| input[key].as_str().unwrap_or_default();
        let handle = handles[input["catalogue"].as_str().unwrap_or("sample")];
        let list = format!("[{}]", input["finding"]);
        let application = text(&input["application"]);
        let said = parse(&session.messages(handle, word("item"), word("on"), &list, &application, word("locale")));
        match case["expected"].get("ok") {
            Some(one) => assert_eq!(said, json!({ "ok": [one] }), "{}", case["name"]),
            None => assert_eq!(said["error"]["code"], case["expected"]["error"]["code"], "{}", case["name"]),
        }
        count += 1;
    }
    assert!(count >= 190, "{count}");
}

#[test]
fn all_that_a_check_finds_is_said_at_once_as_one_by_one() {
    let (session, handles) = loaded();
    let (mut checks, mut findings) = (0, 0);
    for case in cases("check").iter().chain(&cases("joint.json")).filter(|case| case["stage"] == "check") {
        let Some(found) = case["expected"]["ok"]["findings"].as_array().filter(|found| !found.is_empty()) else {
            continue;
        };
        let input = &case["input"];
        let handle = handles[input["catalogue"].as_str().unwrap_or("sample")];
        let (item, on) = (input["item"].as_str().unwrap(), input["application"]["on"].as_str().unwrap());
        let application = text(&input["application"]);
        for locale in ["", "zh-Hant", "en"] {
            let list = json!(found).to_string();
            let all = session.messages(handle, item, on, &list, &application, locale);
            let each = found.iter().map(|finding| {
                let said = session.message(handle, item, on, &finding.to_string(), &application, locale);
                said.strip_prefix(r#"{"ok":"#).and_then(|said| said.strip_suffix('}')).unwrap().to_owned()
            });
            assert_eq!(all, format!("{{\"ok\":[{}]}}", each.collect::<Vec<_>>().join(",")), "{}", case["name"]);
        }
        (checks, findings) = (checks + 1, findings + found.len());
    }
    assert!(checks >= 160 && findings >= 390, "{checks} checks, {findings} findings");
}

#[test]
fn the_clocks_of_an_item_are_those_of_its_limits() {
    let (session, handles) = loaded();
    let mut numbers = Random(15);
    let kinds = ["received", "notified", "supplemented", "accepted", "announced", "decided", "expires"];
    let mut clocks = 0;
    for name in ["sample", "test", "files", "numbers"] {
        for item in parse(&session.items(handles[name]))["ok"].as_array().unwrap() {
            let code = item["code"].as_str().unwrap();
            let whole = parse(&session.item(handles[name], code, "2026-06-01"))["ok"].clone();
            for _ in 0..40 {
                let mut events: Vec<Value> = Vec::new();
                for kind in kinds {
                    if numbers.below(2) == 0 {
                        continue;
                    }
                    let at = format!("2026-0{}-{:02}", 1 + events.len(), 1 + numbers.below(28));
                    events.push(json!({ "type": kind, "at": at }));
                }
                let on = format!("2026-{:02}-{:02}", 6 + numbers.below(7), 1 + numbers.below(28));
                let mut request = json!({ "events": events, "on": on });
                request["item"] = json!(code);
                let by_item = session.schedule_item(handles[name], &request.to_string());
                (request["procedure"], request["limits"]) = (whole["procedure"].clone(), whole["limits"].clone());
                assert_eq!(by_item, session.schedule(&request.to_string()), "{code}: {request}");
                clocks += parse(&by_item)["ok"]["clocks"].as_array().map_or(0, Vec::len);
            }
        }
    }
    assert!(clocks >= 1000, "{clocks} clocks");
}

/// A text that comes in pieces is the catalogue that it is in one.
#[test]
fn a_catalogue_in_pieces_is_the_same_catalogue() {
    let text = fs::read_to_string("src/data/catalogue.sample.json").unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    for size in [1000, 4096, 65_536, units.len()] {
        let session = Session::new();
        let mut at = 0;
        while at < units.len() {
            let mut end = (at + size).min(units.len());
            end -= usize::from((0xD800..0xDC00).contains(&units[end - 1]));
            let count = |units: usize| u32::try_from(units).unwrap();
            session.append(&String::from_utf16(&units[at..end]).unwrap(), count(end - at), count(units.len() - end));
            at = end;
        }
        assert_eq!(session.load_appended(), session.load(text.clone().into_bytes()).replace(":1,", ":0,"));
        assert_eq!(session.identity(0), session.identity(1));
        // What has been taken is gone.
        assert!(session.load_appended().contains("JSON_SYNTAX"));
    }
}
