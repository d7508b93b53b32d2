//! Laws of the whole chain, on generated input: everything at once, never a trap, no personal value anywhere.

use crate::support::Random;
use serde_json::{Value, json};
use std::fs;
use yushen::session::Session;

const ON: &str = "2026-03-02";

fn engine() -> (Session, u32) {
    let engine = Session::new();
    let answer: Value =
        serde_json::from_str(&engine.load(fs::read("tests/data/catalogue.test.json").unwrap())).unwrap();
    (engine, u32::try_from(answer["ok"]["handle"].as_u64().unwrap()).unwrap())
}

fn file(number: u64) -> Value {
    json!({ "name": "a.pdf", "size": 100, "kind": "pdf", "sha256": format!("{number:064x}"), "sm3": format!("{number:064x}") })
}

fn random_application(numbers: &mut Random) -> Value {
    let channel = numbers.one_of(&["online", "window"]);
    let mut application = json!({ "on": ON, "channel": channel, "answers": {}, "materials": {} });
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

fn check(engine: &Session, handle: u32, application: &Value) -> Value {
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
        "supply" if finding["code"] == "MAT_COPIES" => {
            application["materials"][words[2]]["copies"] = finding["params"]["need"].clone();
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
fn many_are_checked_as_each_would_be() {
    let (engine, handle) = engine();
    let mut numbers = Random(8);
    let applications: Vec<Value> = (0..50).map(|_| random_application(&mut numbers)).collect();
    let line = |application: &Value| json!({ "item": "T-1", "application": application }).to_string();
    let mut lines: Vec<String> = applications.iter().map(line).collect();
    lines.insert(7, "{".into());
    lines.insert(9, String::new());
    lines.insert(11, json!({ "item": "T-9", "application": applications[0] }).to_string());
    let answers = String::from_utf8(engine.check_many(handle, lines.join("\n").as_bytes())).unwrap();
    let mut answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), lines.len());
    assert!(answers.remove(11).contains("ITEM_UNKNOWN"));
    assert!(answers.remove(9).contains("JSON_SYNTAX"));
    assert!(answers.remove(7).contains("JSON_SYNTAX"));
    for (answer, application) in answers.iter().zip(&applications) {
        assert_eq!(*answer, engine.check(handle, "T-1", "", &application.to_string()));
    }
    assert!(engine.check_many(handle, b"").is_empty());
    assert!(engine.check_many(handle, b"\xFF\n").starts_with(b"{\"error\":{\"code\":\"JSON_ENCODING\""));
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

/// A call about time limits, and a request that it answers.
type Call = (fn(&Session, &str) -> String, String);

/// Requests made of every case of a schedule there is, so that little needs to be twisted to reach far.
fn deadline_requests(engine: &Session, plain: &str) -> Vec<Call> {
    let events = json!([
        { "type": "received", "at": ON }, { "type": "notified", "at": ON }, { "type": "supplemented", "at": ON },
        { "type": "suspended", "at": ON, "stop": "testing", "id": "a" }, { "type": "resumed", "at": ON, "id": "a" },
        { "type": "extended", "at": ON, "days": 3 }, { "type": "hearing-told", "at": ON },
    ]);
    let limits = json!([
        { "id": "l", "kind": "statutory", "trigger": "accepted", "amount": 1, "unit": "month", "evidence": "example" },
        { "id": "h", "kind": "promised", "trigger": "received", "amount": 24, "unit": "hour", "evidence": "example" },
    ]);
    let request = json!({ "item": "T-1", "procedure": "licence", "limits": limits, "events": events, "on": ON });
    let answer: Value = serde_json::from_str(&engine.schedule(&request.to_string())).unwrap();
    let clocks = &answer["ok"]["clocks"];
    let member = json!({ "item": "T-1", "procedure": "licence", "limits": limits, "events": events });
    let item = json!({ "item": "T-1", "limits": limits });
    let book = json!({ "items": [item], "cases": [{ "id": "c", "item": "T-1", "events": events }], "on": ON });
    let years = json!({ "format": "yushen-calendar/0.1", "years": [], "asOf": ON, "overlays": [{ "name": "x", "authority": "y",
        "off": [{ "from": ON, "to": ON }], "worked": [], "closures": [{ "date": ON, "fromTime": "16:00" }] }] });
    let back = json!({ "item": "T-1", "limits": limits, "finishBy": ON, "events": events });
    let names = json!({ "clocks": clocks, "on": ON, "item": "x", "case": "y" });
    let text = |value: Value| value.to_string();
    let load: fn(&Session, &str) -> String = |engine, years| engine.load_calendar(years, false);
    vec![
        (Session::schedule, plain.to_string()),
        (Session::schedule, text(request)),
        (Session::trace, text(json!({ "clock": clocks[0], "events": events }))),
        (Session::backwards, text(back)),
        (Session::explain, text(names.clone())),
        (Session::ics, text(names)),
        (Session::joint, text(json!({ "members": [member], "on": ON, "unified": true, "events": events }))),
        (Session::recompute, text(book.clone())),
        (Session::supervise, text(book)),
        (load, text(years)),
    ]
}

#[test]
fn any_bytes_as_input_are_answered() {
    let (engine, handle) = engine();
    let mut numbers = Random(99);
    let catalogue = fs::read_to_string("tests/data/catalogue.test.json").unwrap();
    let application = random_application(&mut numbers).to_string();
    let schedule = json!({ "item": "T-1", "limits": [{ "id": "l", "kind": "promised", "trigger": "received", "amount": 5, "unit": "working-day", "evidence": "example" }], "events": [{ "type": "received", "at": ON }], "on": ON }).to_string();
    let requests = deadline_requests(&engine, &schedule);
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
        for (call, request) in &requests {
            answers.push(call(&engine, &lossy(twist(request))));
        }
        answers.push(engine.render(&lossy(twist(&application)), ""));
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
    let mut mistaken = good.clone();
    // One's own number typed where an organisation's code belongs.
    mistaken["applicant"] = json!({ "kind": "organisation", "name": "某公司", "identifier": { "kind": "uscc", "value": "440304199001010012" } });
    let sheet = engine.precheck(handle, "T-1", "", &good.to_string(), &request.to_string())
        + &engine.precheck(handle, "T-1", "", &mistaken.to_string(), &request.to_string());
    assert!(sheet.matches("\"ok\"").count() == 2, "{sheet}");
    for mark in ["張李王趙", "440304199001010012", "13800138000", "MARKER-ADDRESS", "MARKER-FIELD"] {
        assert!(!sheet.contains(mark), "{mark} stands in the sheet");
    }
    // Its sentences call a file by its material and place; the list of files masks their names.
    assert!(sheet.contains("#1”") && !sheet.contains("“MARKER-FILE"), "{sheet}");
}

/// What SECURITY.md says of pointers: a key comes back in a `path`, and nowhere else.
#[test]
fn a_key_comes_back_in_a_pointer_and_nowhere_else() {
    fn only_in_pointers(value: &Value, key: &str, found: &mut u32) {
        match value {
            Value::String(text) if text.contains("MARKER-KEY") => {
                assert_eq!(key, "path", "{text}");
                *found += 1;
            }
            Value::Array(list) => list.iter().for_each(|each| only_in_pointers(each, key, found)),
            Value::Object(entries) => entries.iter().for_each(|(key, each)| {
                assert!(!key.contains("MARKER-KEY"), "{key}");
                only_in_pointers(each, key, found);
            }),
            _ => {}
        }
    }
    let (engine, handle) = engine();
    let key = json!({ "MARKER-KEY": 1 });
    for application in [
        json!({ "on": ON, "MARKER-KEY": 1 }),
        json!({ "on": ON, "answers": key }),
        json!({ "on": ON, "materials": { "MARKER-KEY": { "via": "upload" } } }),
        json!({ "on": ON, "materials": { "form": { "via": "upload", "fields": key } } }),
        json!({ "on": ON, "form": key }),
        json!({ "on": ON, "parties": { "MARKER-KEY": [] } }),
    ] {
        let result: Value = serde_json::from_str(&engine.check(handle, "T-1", "", &application.to_string())).unwrap();
        let mut found = 0;
        only_in_pointers(&result, "", &mut found);
        assert!(found > 0, "{application}: {result}");
    }
}

#[test]
fn the_largest_application_still_gives_a_sheet_that_reads() {
    let (engine, handle) = engine();
    let files = |count: u64, from: u64| -> Vec<Value> {
        let named = |number: u64| {
            let mut file = file(from + number);
            file["name"] = json!(format!("{}{number}.pdf", "材".repeat(200)));
            file
        };
        (0..count).map(named).collect()
    };
    let submitted = |count, from| json!({ "via": "upload", "files": files(count, from) });
    let mut application = json!({
        "on": ON, "answers": { "who": "agent", "uses": ["live"] },
        "materials": { "form": submitted(250, 0), "copies": submitted(250, 1000) }
    });
    let request = json!({ "number": "Y44030420261123K7Q2MX9T4BY", "clientClock": "2026-03-02T09:30:00+08:00" });
    let sheet = engine.precheck(handle, "T-1", "", &application.to_string(), &request.to_string());
    let made: Value = serde_json::from_str(&sheet).unwrap();
    let rendered = engine.render(made["ok"]["json"].as_str().unwrap(), "");
    assert!(rendered.starts_with(r#"{"ok":{"text""#), "{}", rendered.chars().take(200).collect::<String>());

    application["materials"]["report"] = submitted(1, 5000);
    let refused = engine.check(handle, "T-1", "", &application.to_string());
    assert!(refused.contains("TOO_MANY_ENTRIES"), "501 files");
}

#[test]
fn own_keys_are_bounded_like_any_others() {
    let (engine, handle) = engine();
    let keys = |count: u32| (0..count).map(|each| format!("\"x-{each}\":1,")).collect::<Vec<_>>().concat();
    let with = |count| engine.check(handle, "T-1", "", &format!("{{{}\"on\":\"{ON}\"}}", keys(count)));
    assert!(with(1000).starts_with(r#"{"ok""#));
    assert!(with(1001).contains("TOO_MANY_ENTRIES"));
    assert!(with(60_000).contains("TOO_MANY_ENTRIES"));
}

/// A question is open only if, some other answers being given, its own answer changes what applies.
#[test]
fn an_open_question_can_settle_something() {
    let (engine, handle) = engine();
    let questions = ["a", "b", "c", "d"];
    let plan = |answers: &Value| -> Value {
        let request = json!({ "answers": answers, "on": ON }).to_string();
        serde_json::from_str::<Value>(&engine.plan(handle, "T-4", &request)).unwrap()["ok"].clone()
    };
    let applying = |answers: &Value| -> Vec<Value> {
        plan(answers)["materials"].as_array().unwrap().iter().map(|material| material["applies"].clone()).collect()
    };
    // Every state of four questions: not answered, no, yes.
    for state in 0..81u32 {
        let mut answers = json!({});
        for (place, question) in (0u32..).zip(questions) {
            match state / 3u32.pow(place) % 3 {
                0 => {}
                value => answers[question] = json!(value == 2),
            }
        }
        for open in plan(&answers)["open"].as_array().unwrap() {
            let question = open["question"].as_str().unwrap();
            let useful = (0..16u32).any(|others| {
                let mut whole = answers.clone();
                for (place, other) in (0u32..).zip(questions) {
                    if answers.get(other).is_none() {
                        whole[other] = json!(others >> place & 1 == 1);
                    }
                }
                let with = |yes: bool| {
                    let mut whole = whole.clone();
                    whole[question] = json!(yes);
                    applying(&whole)
                };
                with(true) != with(false)
            });
            assert!(useful, "{question} is open for {answers} and settles nothing");
        }
    }
}
