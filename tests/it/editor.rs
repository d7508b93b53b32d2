//! The calls of those who make a catalogue. Cases are data, as in `replay.rs`; the module for editors replays the same
//! ones under Node (tests/e2e/editor.mjs).

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use yushen::catalogue::NoticeCode;
use yushen::session::Session;

fn load(engine: &Session, text: String) -> u32 {
    let answer: Value = serde_json::from_str(&engine.load(text.into_bytes())).unwrap();
    u32::try_from(answer["ok"]["handle"].as_u64().unwrap_or_else(|| panic!("{answer}"))).unwrap()
}

fn named(name: &str) -> String {
    let path = if name == "sample" {
        "src/data/catalogue.sample.json".into()
    } else {
        format!("tests/data/catalogue.{name}.json")
    };
    fs::read_to_string(path).unwrap()
}

/// Every notice in words, in both languages, with every slot filled.
fn said(engine: &Session, handle: u32, notices: &[Value]) {
    for notice in notices {
        for locale in ["zh-Hans", "en"] {
            let said: Value =
                serde_json::from_str(&engine.notice_message(handle, &notice.to_string(), locale)).unwrap();
            for part in ["what", "how", "basis"] {
                let words = said["ok"][part].as_str().unwrap_or_else(|| panic!("{said}"));
                assert!(!words.is_empty() && !words.contains('{'), "{locale}: {words} for {notice}");
            }
        }
    }
}

fn run(engine: &Session, stage: &str, input: &Value) -> String {
    for years in input["calendars"].as_array().into_iter().flatten() {
        assert!(engine.load_calendar(&years.to_string(), false).starts_with("{\"ok\""));
    }
    let request = input["request"].to_string();
    match stage {
        "joint" => return engine.joint(&request),
        "recompute" => return engine.recompute(&request),
        "supervise" => return engine.supervise(&request),
        _ => {}
    }
    let catalogue = input["catalogue"].as_str().map_or_else(|| input["source"].to_string(), named);
    let handle = load(engine, catalogue);
    let answer = match stage {
        "lint" => engine.lint(handle),
        "audit" => engine.audit(handle, &input["demand"].to_string()),
        "publish" => engine.publish(handle),
        other => panic!("no such stage: {other}"),
    };
    if stage == "publish" {
        engine.unload(handle);
        return answer;
    }
    if let Some(notices) = serde_json::from_str::<Value>(&answer).unwrap()["ok"].as_array() {
        said(engine, handle, notices);
    }
    engine.unload(handle);
    answer
}

#[test]
fn every_case_gives_the_bytes_that_it_expects() {
    let bless = std::env::var_os("YUSHEN_BLESS").is_some();
    let engine = Session::new();
    let english = fs::read_to_string("src/wording/en.json").unwrap();
    assert!(engine.load_wording(&english).starts_with("{\"ok\""));
    let (mut failures, mut seen) = (Vec::new(), BTreeSet::new());
    for entry in fs::read_dir("tests/cases/editor").unwrap() {
        let path = entry.unwrap().path();
        let mut cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in &mut cases {
            for key in ["stage", "name", "why", "origin", "source"] {
                assert!(case[key].as_str().is_some_and(|text| !text.is_empty()), "{case} has no `{key}`");
            }
            let got = run(&engine, case["stage"].as_str().unwrap(), &case["input"]);
            let value: Value = serde_json::from_str(&got).unwrap();
            for notice in value["ok"].as_array().into_iter().flatten() {
                seen.extend(notice["code"].as_str().map(ToOwned::to_owned));
            }
            if serde_json::to_string(&case["expected"]).unwrap() != got {
                failures.push(format!("{}\n  expected {}\n  got      {got}", case["name"], case["expected"]));
                case["expected"] = value;
            }
        }
        if bless && !failures.is_empty() {
            fs::write(&path, serde_json::to_string_pretty(&json!(cases)).unwrap() + "\n").unwrap();
            failures.clear();
        }
    }
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
    let handle = load(&engine, named("sample"));
    for entry in fs::read_dir("tests/cases/deadlines").unwrap() {
        let cases: Value = serde_json::from_str(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for notices in cases.as_array().unwrap().iter().filter_map(|case| case["expected"]["ok"]["notices"].as_array())
        {
            said(&engine, handle, notices);
            seen.extend(notices.iter().filter_map(|notice| notice["code"].as_str()).map(ToOwned::to_owned));
        }
    }
    for code in NoticeCode::ALL {
        assert!(seen.contains(code.as_str()), "no case gives {code}");
    }
}

#[test]
fn the_sentences_of_notices_read_strictly_and_cover_every_code() {
    use yushen::json::{Limits, Reader};
    use yushen::wording::NoticeFile;
    for locale in ["zh-Hans", "en"] {
        let text = fs::read_to_string(format!("src/wording/notices.{locale}.json")).unwrap();
        let file = Reader::document::<NoticeFile>(&text, Limits { bytes: 1 << 20 }).unwrap();
        for code in NoticeCode::ALL {
            assert!(file.notices.get(code.as_str()).is_some(), "{locale} has no {code}");
        }
        assert_eq!(file.notices.iter().count(), NoticeCode::ALL.len());
    }
}
