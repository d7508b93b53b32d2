//! 符合性测试包: what `pkg/kit/` holds for back ends in other languages, made here and compared byte by byte. With
//! `YUSHEN_BLESS=1` the files are written anew: read the difference before you commit it. `pkg/kit/verify.py` derives the
//! same by libraries that are not ours.

mod bound;
mod codes;
mod faults;
pub mod making;
mod vectors;

use crate::support::issuing::{self, ON, Office, records};
use crate::support::signing::TestKey;
use making::{URL, code, hex, message, parts, sorted};
use serde_json::{Value, json};
use std::fs;
use vectors::Vectors;
use yushen::digest::Digests;
use yushen::receipt::head::to_be_signed;
use yushen::receipt::number::check_code;
use yushen::receipt::{base64, trust};

const FORMAT: &str = "yushen-kit/0.1";

/// Compares a file of the kit, or writes it.
fn kept(name: &str, text: &str) {
    let path = format!("pkg/kit/{name}");
    if std::env::var_os("YUSHEN_BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap_or_default() == text, "{path} is not what is made here: YUSHEN_BLESS=1");
}

/// An object, with a line for each element of its lists: a difference is then the lines that differ.
fn written(file: &[(&str, Value)]) -> String {
    let entries = file.iter().map(|(key, value)| {
        let Value::Array(list) = value else { return format!("{}:{value}", json!(key)) };
        let lines: Vec<String> = list.iter().map(Value::to_string).collect();
        format!("{}:[\n{}\n]", json!(key), lines.join(",\n"))
    });
    format!("{{\n{}\n}}\n", entries.collect::<Vec<_>>().join(",\n"))
}

/// Everything about one receipt.
fn vector(office: &Office, name: &Value, record: &Value, turn: usize) -> Value {
    let key = office.key(record, turn);
    let issued = office.issue(record, turn);
    let text = issued["json"].as_str().unwrap();
    let made = parts(text);
    let cose = made.envelope.encode();
    let verified = office.verify(text);
    let noted: Vec<&Value> =
        verified["checks"].as_array().unwrap().iter().filter_map(|each| each.get("code")).collect();
    let mut qr = json!({ "url": URL });
    if turn == HISTORY[0] {
        qr["text"] = json!(code(&cose)); // of the others too it is one line of any library
    }
    assert_eq!(issued["sm3"], Digests::of(made.body.as_bytes()).sm3.to_string());
    json!({
        "name": name, "kind": record["type"], "record": sorted(record), "signer": { "alg": key.algorithm.as_str(), "kid": key.kid() },
        "body": made.body, "receipt": text, "sha256": issued["sha256"], "sm3": issued["sm3"], "check": check_code(&made.head.sm3),
        "head": hex(&made.envelope.head), "toBeSigned": hex(&message(key, &made.envelope.head)), "cose": hex(&cose),
        "chain": issued["chain"], "qr": qr,
        "verified": { "overall": verified["overall"], "codes": noted }
    })
}

/// The receipts that are one case, from receipt to extension.
const HISTORY: [usize; 3] = [0, 1, 28];

/// Every record as a receipt; those of the case each name the one before.
fn receipts(office: &Office) -> Vec<Value> {
    let mut made: Vec<Value> = Vec::new();
    for (turn, mut each) in records().into_iter().enumerate() {
        let before = HISTORY.iter().position(|place| *place == turn).and_then(|place| place.checked_sub(1));
        if let Some(before) = before.map(|place| &made[HISTORY[place]]) {
            let number = &parts(before["receipt"].as_str().unwrap()).head.number;
            each["record"]["previous"] = json!({ "number": number, "digest": before["chain"] });
        }
        made.push(vector(office, &each["name"], &each["record"], turn));
    }
    let texts: Vec<&Value> = HISTORY.iter().map(|place| &made[*place]["receipt"]).collect();
    let told = json!({ "receipts": texts, "on": ON }).to_string();
    let told = issuing::ok(&office.core.history(&told, &office.trust, ""));
    assert_ne!(told["overall"], "invalid", "{told:#}");
    made
}

/// The public side of a key, as tools read it.
fn public(key: &TestKey, use_of: &str) -> Value {
    json!({ "use": use_of, "alg": key.algorithm.as_str(), "kid": key.kid(), "spki": hex(&key.spki()) })
}

#[test]
fn receipts_are_as_the_kit_has_them() {
    let office = Office::new();
    let trusted: Value = serde_json::from_str(&office.trust).unwrap();
    let mut unsigned = trusted["list"].clone();
    unsigned.as_object_mut().unwrap().remove("sig");
    let canonical = making::sorted(&unsigned);
    let head = yushen::receipt::head::protected(office.root.algorithm, making::kid(&office.root));
    let bytes = to_be_signed(&head, trust::SIGNED_AS, canonical.as_bytes());
    assert!(base64::decode(trusted["list"]["sig"]["value"].as_str().unwrap()).is_some());
    let mut keys: Vec<Value> = office.keys.iter().map(|key| public(key, "authority")).collect();
    keys.push(public(&office.platform, "platform"));
    keys.push(public(&office.root, "root"));
    let receipts = receipts(&office);
    assert!(receipts.len() >= 30);
    let file = [
        ("format", json!(FORMAT)),
        ("says", json!("receipts signed with keys that are worth nothing; see README.md")),
        ("on", json!(ON)),
        ("keys", Value::Array(keys)),
        ("trust", trusted),
        ("trustSigned", json!({ "text": canonical, "toBeSignedSha256": Digests::of(&bytes).sha256.to_string() })),
        ("history", json!({ "receipts": HISTORY })),
        ("receipts", Value::Array(receipts)),
    ];
    kept("receipts.json", &written(&file));
}

#[test]
fn what_must_be_refused_is() {
    let office = Office::new();
    let mut vectors = Vectors::new(&office);
    faults::all(&mut vectors);
    bound::all(&mut vectors);
    codes::all(&mut vectors);
    assert!(vectors.list.len() >= 90);
    // Those of the large receipt together: a compressor looks back no further than 32 KiB.
    vectors.list.sort_by_key(|vector| vector.to_string().len() < 2600);
    let file = [
        ("format", json!(FORMAT)),
        ("on", json!(ON)),
        ("trust", vectors.states.trust.clone()),
        ("vectors", Value::Array(vectors.list)),
    ];
    kept("invalid.json", &written(&file));
}

/// Cases of `tests/cases/`, by file and name.
fn chosen(choice: &[(&str, &[&str])]) -> Vec<Value> {
    let mut cases = Vec::new();
    for (path, names) in choice {
        let all: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(format!("tests/cases/{path}.json")).unwrap()).unwrap();
        for name in *names {
            let found = all.iter().find(|case| case["name"] == *name);
            cases.push(found.unwrap_or_else(|| unreachable!("{path} has no case `{name}`")).clone());
        }
    }
    cases
}

#[test]
fn dates_are_as_the_kit_has_them() {
    let cases = chosen(DATES);
    kept("dates.json", &written(&[("format", json!(FORMAT)), ("cases", Value::Array(cases))]));
}

#[test]
fn cases_are_as_the_kit_has_them() {
    let catalogue: Value =
        serde_json::from_str(&fs::read_to_string("tests/data/catalogue.test.json").unwrap()).unwrap();
    let cases = Value::Array(chosen(CASES));
    kept(
        "cases.json",
        &written(&[("format", json!(FORMAT)), ("catalogues", json!({ "test": catalogue })), ("cases", cases)]),
    );
}

const DATES: &[(&str, &[&str])] = &[
    (
        "deadlines/worked-examples",
        &[
            "example 1: one working day after a Friday, a Sunday that is worked",
            "example 2: five working days across Mid-Autumn and National Day",
            "example 3: twenty working days across Spring Festival",
            "example 10: forty-five working days of a joint licence",
            "example 12: thirty calendar days that end in Spring Festival roll to its end",
            "example 15: one month from the 31st ends with February",
            "example 17: Spring Festival of 2020 as extended",
            "example 20: a count that runs into 2027 is an estimate",
            "the light is overdue the day after",
            "of an instant its day in Asia/Shanghai counts",
            "a clock whose event has not happened does not exist",
        ],
    ),
    (
        "deadlines/clocks",
        &[
            "example 5: extended by ten days on the last day",
            "example 6: an expert review stops the clock",
            "example 7: two stops that overlap are a union",
            "a notice on the sixth day, then a refusal",
            "twenty-four hours through a holiday",
        ],
    ),
    ("deadlines/procedure", &["example 4: nobody told the applicant in time"]),
];

const CASES: &[(&str, &[&str])] = &[
    ("identity", &["the digests of the test catalogue"]),
    (
        "plan",
        &[
            "nothing answered: what depends on a question is unknown, not false",
            "an answer of the wrong type",
            "of two versions the later one from its first day",
            "the questions named are those that made it so",
        ],
    ),
    (
        "check/findings",
        &[
            "complete and in form",
            "a required material is missing",
            "one of a group is not enough where two are needed",
            "a wrong number of the agent",
        ],
    ),
    (
        "check/rules",
        &["a name written differently in two materials and by the applicant", "a commitment in the place of the proof"],
    ),
];
