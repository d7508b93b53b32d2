//! The seventeen items of the sample catalogue, one by one: they load, every question settles something, one round of
//! mending is enough, every finding has its words in three languages.

use crate::support::Random;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use yushen::session::Session;

const ON: &str = "2026-03-02";

struct Sample {
    engine: Session,
    handle: u32,
    items: Vec<Value>,
}

impl Sample {
    fn load() -> Self {
        let engine = Session::new();
        for locale in ["zh-Hant", "en"] {
            let file = fs::read_to_string(format!("src/wording/{locale}.json")).unwrap();
            assert!(engine.load_wording(&file).starts_with("{\"ok\""));
        }
        let text = fs::read_to_string("src/data/catalogue.sample.json").unwrap();
        let answer: Value = serde_json::from_str(&engine.load(text.clone().into_bytes())).unwrap();
        let handle = u32::try_from(answer["ok"]["handle"].as_u64().unwrap()).unwrap();
        let catalogue: Value = serde_json::from_str(&text).unwrap();
        Self { engine, handle, items: catalogue["items"].as_array().unwrap().clone() }
    }

    fn plan(&self, item: &Value, answers: &Value) -> Value {
        let request = json!({ "answers": answers, "on": ON }).to_string();
        let answer: Value =
            serde_json::from_str(&self.engine.plan(self.handle, item["code"].as_str().unwrap(), &request)).unwrap();
        answer["ok"].clone()
    }

    fn check(&self, item: &Value, application: &Value) -> Value {
        let code = item["code"].as_str().unwrap();
        let text = self.engine.check(self.handle, code, "", &application.to_string());
        let answer: Value = serde_json::from_str(&text).unwrap();
        assert!(answer.get("ok").is_some(), "{code}: {answer} for {application}");
        answer["ok"].clone()
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// One of the answers that a question can have.
fn answer(question: &Value, numbers: &mut Random) -> Value {
    let options: Vec<Value> = list(question, "options").iter().map(|option| option["id"].clone()).collect();
    match question["kind"].as_str().unwrap() {
        "boolean" => json!(numbers.below(2) == 0),
        "choice" => numbers.one_of(&options).clone(),
        _ => options.into_iter().filter(|_| numbers.below(2) == 0).collect(),
    }
}

fn right_number(kind: &str) -> &'static str {
    if kind == "uscc" { "91110000600037341L" } else { "440304199001010011" }
}

/// A file that the material's rule accepts.
fn right_file(material: &Value, numbers: &mut Random) -> Value {
    let rule = &material["files"];
    let kind = rule["kinds"].get(0).and_then(Value::as_str).unwrap_or("pdf");
    let size = rule["minBytes"].as_u64().unwrap_or(1000).max(1000);
    let digest = format!("{:064x}", numbers.next());
    json!({ "name": format!("a.{kind}"), "size": size, "kind": kind, "sha256": digest, "sm3": digest })
}

fn right_files(material: &Value, numbers: &mut Random) -> Value {
    (0..material["files"]["min"].as_u64().unwrap_or(1).max(1)).map(|_| right_file(material, numbers)).collect()
}

/// Something of everything that applicants do.
fn submitted(material: &Value, numbers: &mut Random) -> Value {
    let vias = ["upload", "upload", "upload", "upload", "e-licence", "commitment", "later", "paper"];
    let mut given = json!({ "via": numbers.one_of(&vias) });
    if given["via"] == "upload" {
        given["files"] = right_files(material, numbers);
        match numbers.below(8) {
            0 => given["files"][0]["size"] = json!(0),
            1 => given["files"][0]["kind"] = json!("exe"),
            2 => given["files"][0]["size"] = json!(900_000_000),
            3 => given["files"][0]["name"] = json!("奇怪?.pdf.exe"),
            4 => given["files"] = (0..7).map(|_| right_file(material, numbers)).collect(),
            _ => {}
        }
    }
    let dates = ["2019-01-01", "2026-02-01", "2026-03-05", "2030-01-01"];
    for (key, value) in [
        ("issuedOn", json!(numbers.one_of(&dates))),
        ("validUntil", json!(numbers.one_of(&dates))),
        ("signed", json!(numbers.below(2) == 0)),
        ("sealed", json!(numbers.below(2) == 0)),
        ("original", json!(numbers.below(2) == 0)),
        ("template", json!(numbers.one_of(&["0", "1"]))),
    ] {
        if numbers.below(3) == 0 {
            given[key] = value;
        }
    }
    let mut fields = json!({});
    for field in list(material, "fields") {
        if numbers.below(2) == 0 {
            let right = field["identifier"].as_str().map_or("某处", right_number);
            fields[field["id"].as_str().unwrap()] = json!(numbers.one_of(&[right, "440304199001010012", " "]));
        }
    }
    given["fields"] = fields;
    given
}

fn application(item: &Value, numbers: &mut Random) -> Value {
    let (mut answers, mut materials) = (json!({}), json!({}));
    for question in list(item, "questions") {
        if numbers.below(5) > 0 {
            answers[question["id"].as_str().unwrap()] = answer(question, numbers);
        }
    }
    for material in list(item, "materials") {
        if numbers.below(2) == 0 {
            materials[material["id"].as_str().unwrap()] = submitted(material, numbers);
        }
    }
    let mut application = json!({ "on": ON, "channel": numbers.one_of(&["online", "window"]), "answers": answers, "materials": materials });
    let party = json!({ "kind": "person", "name": "陈一", "identifier": { "kind": "resident-id", "value": "440304199001010012" } });
    for key in ["applicant", "agent"] {
        if numbers.below(3) == 0 {
            application[key] = party.clone();
        }
    }
    if numbers.below(10) == 0 {
        application["underway"] = json!([item["code"]]);
    }
    application
}

/// Does what a remedy says.
fn mend(item: &Value, application: &mut Value, finding: &Value, numbers: &mut Random) {
    let path = finding["remedy"]["path"].as_str().unwrap();
    let words: Vec<&str> = path.split('/').collect();
    let material = |id: &str| list(item, "materials").iter().find(|each| each["id"] == id).unwrap().clone();
    match finding["remedy"]["action"].as_str().unwrap() {
        "answer" => {
            let question = list(item, "questions").iter().find(|question| question["id"] == words[2]).unwrap();
            application["answers"][words[2]] = answer(question, numbers);
        }
        "withdraw" => application["underway"] = json!([]),
        "supply" if finding["code"] == "MAT_COPIES" => {
            application["materials"][words[2]]["copies"] = finding["params"]["need"].clone();
        }
        "supply" => {
            application["materials"][words[2]]["via"] = json!("upload");
            application["materials"][words[2]]["files"] = right_files(&material(words[2]), numbers);
        }
        "supply-one-of" => {
            for option in list(&finding["remedy"], "oneOf").iter().filter_map(Value::as_str) {
                let given = application["materials"].get(option).is_some_and(|given| given["via"] == "upload");
                if !given {
                    application["materials"][option] =
                        json!({ "via": "upload", "files": right_files(&material(option), numbers) });
                }
            }
        }
        "replace" if words.contains(&"validUntil") => {
            application["materials"][words[2]]["validUntil"] = json!("2030-01-01");
        }
        "replace" if words.contains(&"issuedOn") => application["materials"][words[2]]["issuedOn"] = json!(ON),
        "replace" => application["materials"][words[2]]["files"] = right_files(&material(words[2]), numbers),
        "correct" => correct(item, application, &words, finding),
        other => panic!("{other} in {finding}"),
    }
}

fn correct(item: &Value, application: &mut Value, words: &[&str], finding: &Value) {
    match words {
        ["", "materials", id, "fields", field] => {
            let material = list(item, "materials").iter().find(|each| each["id"] == *id).unwrap();
            let rule = list(material, "fields").iter().find(|each| each["id"] == *field).unwrap();
            let right = rule["identifier"].as_str().map_or("某处", right_number);
            let right = if rule["type"] == "date" { ON } else { right };
            application["materials"][*id]["fields"][*field] = json!(right);
        }
        ["", "materials", id, _] => {
            application["materials"][*id]["issuedOn"] = json!(ON);
            application["materials"][*id]["validUntil"] = json!("2030-01-01");
        }
        ["", party, ..] => {
            let kind = item["applicant"].as_str().filter(|_| *party == "applicant").unwrap_or("resident-id");
            let who = if kind == "uscc" { "organisation" } else { "person" };
            application[*party] =
                json!({ "kind": who, "name": "陈一", "identifier": { "kind": kind, "value": right_number(kind) } });
        }
        other => panic!("{other:?} in {finding}"),
    }
}

fn musts(result: &Value) -> Vec<Value> {
    list(result, "findings").iter().filter(|finding| finding["severity"] == "must").cloned().collect()
}

fn is_pending(result: &Value) -> bool {
    list(result, "findings").iter().any(|finding| finding["class"] == "pending")
}

/// 一次性告知 on every item: once nothing is open, doing what every grave finding says leaves none.
#[test]
fn one_round_of_mending_is_enough_for_every_item() {
    let sample = Sample::load();
    assert_eq!(sample.items.len(), 17);
    let mut numbers = Random(17);
    for item in &sample.items {
        for _ in 0..120 {
            let mut application = application(item, &mut numbers);
            // Answers first: what they open is asked next, and two of them can contradict each other for a while.
            for _ in 0..60 {
                let result = sample.check(item, &application);
                if !is_pending(&result) {
                    break;
                }
                let open: Vec<Value> = musts(&result).into_iter().filter(|each| each["class"] == "pending").collect();
                for finding in &open {
                    mend(item, &mut application, finding, &mut numbers);
                }
            }
            for finding in &musts(&sample.check(item, &application)) {
                mend(item, &mut application, finding, &mut numbers);
            }
            let last = sample.check(item, &application);
            assert!(musts(&last).is_empty(), "{}: {:?} left in {application}", item["code"], musts(&last));
        }
    }
}

/// Every finding says something in every language, and no slot stays empty when the application is there.
#[test]
fn every_finding_has_its_words_in_three_languages() {
    let sample = Sample::load();
    let mut numbers = Random(3);
    let mut seen = BTreeSet::new();
    for item in &sample.items {
        let code = item["code"].as_str().unwrap();
        for _ in 0..60 {
            let text = application(item, &mut numbers).to_string();
            let result = sample.check(item, &serde_json::from_str(&text).unwrap());
            for finding in list(&result, "findings") {
                for locale in ["", "zh-Hant", "en"] {
                    let said = sample.engine.message(sample.handle, code, ON, &finding.to_string(), &text, locale);
                    let said: Value = serde_json::from_str(&said).unwrap();
                    for part in ["what", "how", "basis"] {
                        let words = said["ok"][part].as_str().unwrap_or_else(|| panic!("{said}"));
                        assert!(!words.is_empty() && !words.contains('{'), "{locale} {part}: {words} for {finding}");
                    }
                }
                seen.insert(finding["code"].as_str().unwrap().to_owned());
            }
        }
    }
    assert!(seen.len() >= 25, "{} codes were met: {seen:?}", seen.len());
}

/// The fewest questions: as long as something is unknown a question is open, its answer helps, and asking only what is
/// open, one at a time, never takes more questions than the item has.
#[test]
fn open_questions_lead_to_a_plan_without_unknowns() {
    let sample = Sample::load();
    let mut numbers = Random(11);
    for item in &sample.items {
        for _ in 0..40 {
            let mut answers = json!({});
            let mut asked = 0;
            loop {
                let plan = sample.plan(item, &answers);
                let unknown = list(&plan, "materials").iter().filter(|each| each["applies"] == "unknown").count();
                let needed = list(&plan, "questions").iter().find(|each| each["needed"] == true);
                assert!(unknown == 0 || !list(&plan, "open").is_empty(), "{}: nothing to ask", item["code"]);
                let Some(next) = needed else {
                    assert_eq!(unknown, 0, "{}: {plan}", item["code"]);
                    break;
                };
                assert_eq!(next["answered"], false, "{}: an answered question is needed", item["code"]);
                let id = next["id"].as_str().unwrap();
                let question = list(item, "questions").iter().find(|question| question["id"] == id).unwrap();
                answers[id] = answer(question, &mut numbers);
                asked += 1;
            }
            assert!(asked <= list(item, "questions").len());
        }
    }
}
