//! Laws of the whole chain, on generated input: everything at once, never a trap, no personal value anywhere.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use serde_json::{Value, json};
use std::fs;
use support::Random;
use yushen::engine::Engine;

const ON: &str = "2026-03-02";

fn engine() -> (Engine, u32) {
    let engine = Engine::new();
    let answer: Value =
        serde_json::from_str(&engine.load(fs::read("tests/data/catalogue.test.json").unwrap())).unwrap();
    (engine, u32::try_from(answer["ok"]["handle"].as_u64().unwrap()).unwrap())
}

fn file(number: u64) -> Value {
    json!({ "name": "a.pdf", "size": 100, "kind": "pdf", "sha256": format!("{number:064x}"), "sm3": format!("{number:064x}") })
}

fn random_application(numbers: &mut Random) -> Value {
    let mut application = json!({ "on": ON, "answers": {}, "materials": {} });
    for (question, answers) in [
        ("who", vec![json!("self"), json!("agent"), Value::Null]),
        ("minor", vec![json!(true), json!(false)]),
        ("uses", vec![json!([]), json!(["live"]), json!(["work", "store"])]),
    ] {
        if numbers.below(4) > 0 {
            application["answers"][question] = numbers.one_of(&answers).clone();
        }
    }
    for material in
        ["form", "poa", "guardian", "fire", "plan-a", "plan-b", "plan-c", "licence", "report", "photo", "copies"]
    {
        if numbers.below(2) == 0 {
            let number = numbers.next();
            let mut given = json!({ "via": "upload", "files": [file(number)] });
            match numbers.below(6) {
                0 => given["files"][0]["size"] = json!(0),
                1 => given["files"][0]["kind"] = json!("exe"),
                2 => given["files"][0]["size"] = json!(1_000_000),
                3 => given = json!({ "via": numbers.one_of(&["later", "e-licence", "commitment", "paper"]) }),
                _ => {}
            }
            if material == "form" && numbers.below(2) == 0 {
                given["fields"] = json!({ "uscc": numbers.one_of(&["91110000600037341L", "9111", ""]), "title": numbers.one_of(&["某项目", " "]) });
            }
            application["materials"][material] = given;
        }
    }
    application
}

fn check(engine: &Engine, handle: u32, application: &Value) -> Value {
    let answer: Value = serde_json::from_str(&engine.check(handle, "T-1", "", &application.to_string())).unwrap();
    answer["ok"].clone()
}

/// Does what a remedy says.
fn mend(application: &mut Value, finding: &Value, numbers: &mut Random) {
    let path = finding["remedy"]["path"].as_str().unwrap();
    let words: Vec<&str> = path.split('/').collect();
    match finding["remedy"]["action"].as_str().unwrap() {
        "answer" => {
            let answer = match words[2] {
                "who" => json!("agent"),
                "uses" => json!(["live"]),
                _ => json!(false),
            };
            application["answers"][words[2]] = answer;
        }
        "supply" => {
            application["materials"][words[2]]["via"] = json!("upload");
            application["materials"][words[2]]["files"] = json!([file(numbers.next())]);
        }
        "supply-one-of" => {
            for option in finding["remedy"]["oneOf"].as_array().unwrap() {
                let id = option.as_str().unwrap();
                let given = application["materials"][id]["files"].as_array().is_some_and(|files| !files.is_empty());
                if !given {
                    application["materials"][id] = json!({ "via": "upload", "files": [file(numbers.next())] });
                }
            }
        }
        "replace" => application["materials"][words[2]]["files"] = json!([file(numbers.next())]),
        "correct" if words.last() == Some(&"uscc") => {
            application["materials"][words[2]]["fields"]["uscc"] = json!("91110000600037341L");
        }
        "correct" => application["materials"][words[2]]["fields"]["title"] = json!("某项目"),
        other => panic!("{other} in {finding}"),
    }
}

fn musts(result: &Value) -> Vec<Value> {
    let findings = result["findings"].as_array().unwrap();
    findings.iter().filter(|finding| finding["severity"] == "must").cloned().collect()
}

/// 一次性告知: once every question is answered, doing what every grave finding says leaves none, in one round.
#[test]
fn mending_everything_leaves_nothing_to_mend() {
    let (engine, handle) = engine();
    let mut numbers = Random(2026);
    let mut in_one_round = 0;
    for _ in 0..3_000 {
        let mut application = random_application(&mut numbers);
        let first = check(&engine, handle, &application);
        let pending = first["findings"].as_array().unwrap().iter().any(|finding| finding["class"] == "pending");
        for _ in 0..if pending { 3 } else { 1 } {
            for finding in &musts(&check(&engine, handle, &application)) {
                mend(&mut application, finding, &mut numbers);
            }
        }
        let last = check(&engine, handle, &application);
        assert_eq!(last["decision"]["outcome"], "ready", "pending {pending}: {last}");
        in_one_round += u32::from(!pending);
    }
    assert!(in_one_round > 500, "{in_one_round}");
}

#[test]
fn nothing_is_demanded_that_the_plan_does_not_list() {
    let (engine, handle) = engine();
    let mut numbers = Random(5);
    for _ in 0..1_000 {
        let application = random_application(&mut numbers);
        let request = json!({ "answers": application["answers"], "on": ON }).to_string();
        let plan: Value = serde_json::from_str(&engine.plan(handle, "T-1", &request)).unwrap();
        let applies = |id: &str| {
            plan["ok"]["materials"].as_array().unwrap().iter().any(|each| each["id"] == id && each["applies"] == "yes")
        };
        for finding in musts(&check(&engine, handle, &application)) {
            let demanded = finding["material"].as_str().into_iter();
            let one_of = finding["remedy"]["oneOf"].as_array().into_iter().flatten().filter_map(Value::as_str);
            for id in demanded.chain(one_of) {
                assert!(applies(id), "{id} is demanded and not in the plan: {finding}");
            }
        }
    }
}

#[test]
fn any_bytes_as_input_are_answered() {
    let (engine, handle) = engine();
    let mut numbers = Random(99);
    let catalogue = fs::read_to_string("tests/data/catalogue.test.json").unwrap();
    let application = random_application(&mut numbers).to_string();
    let schedule = json!({ "item": "T-1", "limits": [{ "id": "l", "kind": "promised", "trigger": "received", "amount": 5, "unit": "working-day", "evidence": "example" }], "events": [{ "type": "received", "at": ON }], "on": ON }).to_string();
    for turn in 0..3_000 {
        let mut twist = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..=numbers.below(4) {
                let at = usize::try_from(numbers.below(bytes.len() as u64)).unwrap();
                match numbers.below(4) {
                    0 => bytes.truncate(at.max(1)),
                    1 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
                    2 => drop(bytes.remove(at)),
                    _ => bytes.insert(at, u8::try_from(numbers.below(128)).unwrap()),
                }
                if bytes.is_empty() {
                    bytes.push(b'{');
                }
            }
            bytes
        };
        let mut answers = Vec::new();
        if turn % 10 == 0 {
            let answer = engine.load(twist(&catalogue));
            let loaded: Value = serde_json::from_str(&answer).unwrap();
            if let Some(handle) = loaded["ok"]["handle"].as_u64() {
                engine.unload(u32::try_from(handle).unwrap());
            }
            answers.push(answer);
        }
        let lossy = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        answers.push(engine.check(handle, "T-1", "", &lossy(twist(&application))));
        answers.push(engine.schedule(&lossy(twist(&schedule))));
        answers.push(engine.render(&lossy(twist(&application))));
        for answer in answers {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert!(answer.get("ok").is_some() != answer.get("error").is_some(), "{answer}");
        }
    }
}

/// Personal values planted in every field appear in no finding, no error and no plan.
#[test]
fn no_personal_value_leaves_in_a_result() {
    let (engine, handle) = engine();
    let marks = [
        "張李王趙",
        "440304199001010012",
        "13800138000",
        "MARKER-ADDRESS",
        "MARKER-FILE",
        "MARKER-FIELD",
        "MARKER-ANSWER",
        "MARKER-KEY",
        "91110000600037341A",
    ];
    let party = json!({ "kind": "person", "name": "張李王趙", "phone": "13800138000", "address": "MARKER-ADDRESS", "identifier": { "kind": "resident-id", "value": "440304199001010012" } });
    let mut named = file(1);
    named["name"] = json!("MARKER-FILE.exe");
    let good = json!({
        "on": ON, "answers": { "who": "agent", "uses": ["live"] }, "applicant": party, "agent": party,
        "materials": { "form": { "via": "upload", "files": [named, named, named], "fields": { "uscc": "91110000600037341A", "title": "MARKER-FIELD" } } }
    });
    let mut bad = good.clone();
    bad["answers"] = json!({ "who": "MARKER-ANSWER", "uses": "MARKER-ANSWER" });
    bad["applicant"]["identifier"]["kind"] = json!("MARKER-FIELD");
    bad["materials"]["form"]["files"][0]["kind"] = json!("MARKER-FILE");
    bad["materials"]["form"]["files"][1]["sha256"] = json!("MARKER-FILE");
    let plan = json!({ "answers": { "who": "MARKER-ANSWER" }, "on": ON });
    let results = [
        engine.check(handle, "T-1", "", &good.to_string()),
        engine.check(handle, "T-1", "", &bad.to_string()),
        engine.plan(handle, "T-1", &plan.to_string()),
        engine.identifier("resident-id", "440304199001010012", ON),
    ];
    for result in &results {
        for mark in marks {
            assert!(!result.contains(mark), "{mark} stands in {result}");
        }
        assert!(result.is_ascii(), "a result is ASCII: {result}");
    }
    let request = json!({ "number": "Y44030420261123K7Q2MX9T4BY", "clientClock": "2026-03-02T09:30:00+08:00" });
    let sheet = engine.precheck(handle, "T-1", "", &good.to_string(), &request.to_string());
    for mark in ["張李王趙", "440304199001010012", "13800138000", "MARKER-ADDRESS", "MARKER-FIELD"] {
        assert!(!sheet.contains(mark), "{mark} stands in the sheet");
    }
}
