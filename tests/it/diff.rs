//! Two versions of a catalogue: every kind of change once, the days on which they apply, and laws on mutated items.

use crate::support::Random;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use yushen::audit::{Across, CatalogueChange, ChangeKind, across, diff};
use yushen::calendar::Calendar;
use yushen::catalogue::Catalogue;
use yushen::json::{Limits, canonical, to_string};
use yushen::session::Session;

const SAMPLE: &str = "src/data/catalogue.sample.json";
const TEST: &str = "tests/data/catalogue.test.json";

fn load(catalogue: &Value) -> Result<Catalogue, yushen::error::Error> {
    Catalogue::load(catalogue.to_string().into_bytes())
}

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// `kind path effective burden`, one line each.
fn lines(changes: &[CatalogueChange<'_>]) -> Vec<String> {
    let line = |change: &CatalogueChange<'_>| {
        let path = change.path.as_deref().unwrap_or("-");
        format!("{} {path} {} {}", change.kind, change.effective, change.for_applicant)
    };
    changes.iter().map(line).collect()
}

/// The pairs of `tests/data/diff/pairs.json`: each is a change to the base item, with the list it must give.
#[test]
fn every_kind_of_change() {
    let pairs = read("tests/data/diff/pairs.json");
    let older = &pairs["base"];
    let mut met = BTreeSet::new();
    for case in pairs["cases"].as_array().unwrap() {
        let mut newer = older.clone();
        newer["version"] = json!("2");
        newer["validFrom"] = json!("2026-07-01");
        for (pointer, value) in case["set"].as_object().into_iter().flatten() {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            match newer.pointer_mut(parent).unwrap() {
                Value::Array(list) if key == "-" => list.push(value.clone()),
                Value::Array(list) => list[key.parse::<usize>().unwrap()] = value.clone(),
                object => object[key] = value.clone(),
            }
        }
        for pointer in case["remove"].as_array().into_iter().flatten() {
            let (parent, key) = pointer.as_str().unwrap().rsplit_once('/').unwrap();
            match newer.pointer_mut(parent).unwrap() {
                Value::Array(list) => drop(list.remove(key.parse().unwrap())),
                object => drop(object.as_object_mut().unwrap().shift_remove(key).unwrap()),
            }
        }
        let (one, other) =
            (load(older).unwrap(), load(&newer).unwrap_or_else(|error| unreachable!("{case}: {error:?}")));
        let changes = diff(&one, &other);
        let expected: Vec<&str> =
            case["expected"].as_array().unwrap().iter().map(|each| each.as_str().unwrap()).collect();
        assert_eq!(lines(&changes), expected, "{}", case["name"]);
        if let Some(params) = case["params"].as_object() {
            let written: Value = serde_json::from_str(&to_string(&changes[0].params)).unwrap();
            assert_eq!(&written, &Value::Object(params.clone()), "{}", case["name"]);
        }
        assert!(to_string(&changes).is_ascii());
        met.extend(changes.iter().map(|change| change.kind));
        // What asks more one way asks less the other way.
        let back = diff(&other, &one);
        for change in changes.iter().filter(|change| change.for_applicant.as_str() == "more") {
            let mirrored = back.iter().find(|each| each.path == change.path).unwrap();
            assert_eq!(mirrored.for_applicant.as_str(), "less", "{} back: {mirrored:?}", case["name"]);
        }
    }
    let missing: Vec<&ChangeKind> = ChangeKind::ALL.iter().filter(|kind| !met.contains(kind)).collect();
    assert!(missing.is_empty(), "{missing:?} in no case");
}

#[test]
fn a_catalogue_does_not_differ_from_itself() {
    for path in [SAMPLE, TEST] {
        let whole = read(path);
        let catalogue = load(&whole).unwrap();
        assert!(diff(&catalogue, &catalogue).is_empty());
        // Neither white space, nor escapes, nor the order of keys.
        let spaced = serde_json::to_string_pretty(&reversed(&whole)).unwrap().replace('材', "\\u6750");
        assert!(diff(&catalogue, &Catalogue::load(spaced.into_bytes()).unwrap()).is_empty(), "{path}");
    }
}

fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(entries) => entries.iter().rev().map(|(key, value)| (key.clone(), reversed(value))).collect(),
        Value::Array(list) => list.iter().map(reversed).collect(),
        other => other.clone(),
    }
}

/// The day from which a change applies: the first day of the newer item within the newer catalogue.
#[test]
fn changes_apply_from_the_first_day_of_the_newer_one() {
    let item = |version: &str, from: &str, to: Option<&str>, visits: u32| {
        let mut item = json!({ "code": "A", "version": version, "name": "a", "procedure": "other", "authority": { "name": "b" },
            "audience": ["enterprise"], "visits": visits, "validFrom": from, "basis": [], "materials": [], "limits": [] });
        if let Some(to) = to {
            item["validTo"] = json!(to);
        }
        item
    };
    let catalogue = |from: &str, items: Vec<Value>| {
        load(&json!({ "format": "yushen-catalogue/0.1", "name": "c", "region": "440300", "version": "1", "validFrom": from,
            "source": "s", "items": items }))
        .unwrap()
    };
    let older = catalogue("2026-01-01", vec![item("1", "2020-01-01", None, 1)]);
    // The same period: from the day of the newer catalogue.
    let same = catalogue("2026-07-01", vec![item("1", "2020-01-01", None, 2)]);
    assert_eq!(lines(&diff(&older, &same)), ["item-changed /visits 2026-07-01 more"]);
    // A second period: what changes with it applies from its own first day, and stands behind what applies earlier.
    let new_period = item("2", "2026-10-01", None, 2);
    let second = catalogue("2026-07-01", vec![new_period.clone(), item("1", "2020-01-01", Some("2026-09-30"), 1)]);
    let expected = [
        "period-changed /validTo 2026-07-01 unknown",
        "item-changed /version 2026-10-01 same",
        "item-changed /visits 2026-10-01 more",
        "period-changed /validFrom 2026-10-01 unknown",
    ];
    assert_eq!(lines(&diff(&older, &second)), expected);
    // A period that is over when its catalogue begins applies to nobody.
    let over =
        catalogue("2026-01-01", vec![item("0", "2019-01-01", Some("2019-12-31"), 9), item("1", "2020-01-01", None, 1)]);
    assert!(diff(&older, &over).is_empty() && diff(&over, &older).is_empty());
    // Both the old period and its successor are gone, each from the day on which it would have applied.
    let none = catalogue("2026-07-01", vec![]);
    let expected = ["item-removed - 2026-07-01 unknown", "item-removed - 2026-10-01 unknown"];
    assert_eq!(lines(&diff(&second, &none)), expected);
    assert_eq!(
        lines(&diff(&none, &second)),
        ["item-added - 2026-07-01 unknown", "item-added - 2026-10-01 unknown"].map(String::from)
    );
    assert!(lines(&diff(&second, &second)).is_empty());
}

/// Every place of a value, as a pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let entries: Vec<(String, &Value)> = match value {
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(list) => list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in entries {
        let at = format!("{at}/{key}");
        places(value, &at, found);
        found.push(at);
    }
}

fn mutate(item: &mut Value, numbers: &mut Random) {
    let mut found = Vec::new();
    places(item, "", &mut found);
    let at = numbers.one_of(&found).clone();
    let (parent, key) = at.rsplit_once('/').unwrap();
    let choice = numbers.below(6);
    match item.pointer_mut(parent).unwrap() {
        Value::Array(list) if choice == 0 => drop(list.remove(key.parse().unwrap())),
        Value::Array(list) if choice == 1 => list.reverse(),
        Value::Array(list) if choice == 2 => list.push(list[0].clone()),
        Value::Object(entries) if choice == 0 => drop(entries.shift_remove(key)),
        Value::Object(entries) if choice == 1 => drop(entries.insert("x-own".into(), json!({ "kept": 1 }))),
        Value::Object(entries) if choice == 2 => drop(entries.insert("x-自己".into(), json!(1))),
        _ => match item.pointer_mut(&at).unwrap() {
            Value::String(text) if choice == 3 => text.push('1'),
            Value::String(text) => {
                *text = (*numbers.one_of(&["required", "optional", "a", "2026-01-01", "month"])).into();
            }
            Value::Bool(yes) => *yes = !*yes,
            Value::Number(number) => *number = (number.as_u64().unwrap() + choice - 3).into(),
            other => *other = json!([]),
        },
    }
}

/// Whatever is changed in an item is a change, and nothing else is.
#[test]
fn a_change_is_found_iff_the_canonical_texts_differ() {
    let mut whole = read(SAMPLE);
    let items = whole["items"].as_array().unwrap().clone();
    let mut numbers = Random(20_261_123);
    let (mut loaded, mut changed) = (0, 0);
    for turn in 0..6_000 {
        let before = &items[turn % items.len()];
        let mut after = before.clone();
        for _ in 0..=numbers.below(3) {
            mutate(&mut after, &mut numbers);
        }
        whole["items"] = json!([after]);
        let Ok(newer) = load(&whole) else { continue };
        whole["items"] = json!([before]);
        let older = load(&whole).unwrap();
        let text = |item: &Value| canonical(&item.to_string(), Limits { bytes: 1 << 20 }).unwrap();
        let found = diff(&older, &newer);
        assert_eq!(found.is_empty(), text(before) == text(&after), "{} {found:?}", before["code"]);
        assert!(to_string(&found).is_ascii(), "{found:?}");
        loaded += 1;
        changed += usize::from(!found.is_empty());
    }
    assert!(loaded > 1_500 && changed > 1_000, "{loaded} {changed}");
}

const ON: &str = "2026-03-02";

fn under(older: &Value, newer: &Value, application: &Value) -> Result<Across<'static>, yushen::error::Error> {
    let item = if older["items"][0]["code"] == "D-1" { "D-1" } else { "T-1" };
    across(&load(older).unwrap(), &load(newer).unwrap(), item, &application.to_string(), &Calendar::published())
}

fn written<T: yushen::json::Write>(value: &T) -> Value {
    let text = to_string(value);
    assert!(text.is_ascii(), "{text}");
    serde_json::from_str(&text).unwrap()
}

/// The applicant rents, keeps a shop and has everything the older version asks for.
fn application(on: &str) -> Value {
    let paper = || json!({ "via": "paper", "copies": 1 });
    json!({ "on": on, "channel": "window", "answers": { "rented": true, "use": "shop" },
        "materials": { "form": paper(), "lease": paper(), "deed": paper() } })
}

#[test]
fn what_changes_for_one_applicant() {
    let older = read("tests/data/diff/pairs.json")["base"].clone();
    let mut newer = older.clone();
    newer["version"] = json!("2");
    newer["validFrom"] = json!("2026-07-01");
    newer["items"][0]["questions"][1]["options"] = json!([{ "id": "retail", "label": "零售" }]);
    newer["items"][0]["materials"][1]["copies"] = json!(2);
    newer["items"][0]["limits"][0]["amount"] = json!(5);
    let across = written(&under(&older, &newer, &application("2026-06-15")).unwrap());
    assert_eq!(across["applies"], "older");
    let periods = json!([
        { "catalogue": "older", "version": "1", "from": "2026-01-01", "to": "2026-06-30" },
        { "catalogue": "newer", "version": "1", "from": "2026-07-01" },
    ]);
    assert_eq!(across["periods"], periods);
    assert_eq!(across["differs"], json!(["plan", "rules", "findings", "outcome", "deadlines"]));
    let materials = json!([
        { "id": "lease", "change": "rules", "before": "needed", "after": "needed", "rules": ["/materials/lease/copies"] },
        { "id": "fire", "change": "needed", "before": "not-needed", "after": "deferrable" },
    ]);
    assert_eq!(across["materials"], materials, "no option asks for it any more, so that everybody hands it in");
    assert_eq!(across["questions"], json!([{ "id": "use", "change": "anew" }]));
    assert_eq!(across["older"]["misfits"], json!([]));
    assert_eq!(across["newer"]["misfits"], json!([{ "code": "ANSWER_INVALID", "path": "/answers/use" }]));
    let findings = json!([
        { "change": "appears", "code": "MAT_COPIES", "severity": "must", "path": "/materials/lease" },
        { "change": "appears", "code": "MAT_DEFERRED", "severity": "should", "path": "/materials/fire" },
    ]);
    assert_eq!(across["findings"], findings);
    // 2026-06-15 is a Monday; 19 June (Friday) is 端午节, a day off.
    let due = |day: &str| json!({ "limit": "promised", "on": day, "certainty": "published" });
    let promised = json!([{ "kind": "promised", "before": due("2026-06-30"), "after": due("2026-06-23") }]);
    assert_eq!(across["deadlines"], promised);
}

#[test]
fn which_version_applies() {
    let older = read("tests/data/diff/pairs.json")["base"].clone();
    let mut newer = older.clone();
    newer["validFrom"] = json!("2026-07-01");
    newer["validTo"] = json!("2026-12-31");
    let applies = |newer: &Value, on| under(&older, newer, &application(on)).unwrap().applies.as_str();
    for (on, which) in [
        ("2025-12-31", "neither"),
        ("2026-06-30", "older"),
        ("2026-07-01", "newer"),
        ("2026-12-31", "newer"),
        ("2027-01-01", "older"),
    ] {
        assert_eq!(applies(&newer, on), which, "{on}");
    }
    let nothing = under(&older, &newer, &application("2026-06-30")).unwrap();
    assert!(nothing.differs.is_empty() && nothing.changes.is_empty() && nothing.findings.is_empty());
    assert_eq!(nothing.periods.len(), 3, "the older one comes back when the newer one ends");
    // The newer catalogue is in force and does not have the item: nobody may ask for anything.
    newer["items"].as_array_mut().unwrap().remove(0);
    assert_eq!(applies(&newer, "2026-07-01"), "neither");
    let gone = under(&older, &newer, &application("2026-07-01")).unwrap();
    assert!(gone.older.is_some() && gone.newer.is_none());
    // What fits no version, and what no version has, is the caller's error.
    let mut bad = application("2026-06-30");
    bad["answers"] = json!({ "nobody-asks": true });
    let error = under(&older, &older, &bad).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("APPLICATION_INVALID", "/answers/nobody-asks"));
    let (one, other) = (load(&newer).unwrap(), load(&newer).unwrap());
    let error = across(&one, &other, "D-1", &application(ON).to_string(), &Calendar::published()).unwrap_err();
    assert_eq!(error.code().as_str(), "ITEM_UNKNOWN");
}

fn random_application(numbers: &mut Random) -> Value {
    let mut application = json!({ "on": ON, "answers": {}, "materials": {} });
    for (question, answers) in [
        ("who", [json!("self"), json!("agent")]),
        ("minor", [json!(true), json!(false)]),
        ("uses", [json!(["live"]), json!(["work", "store"])]),
    ] {
        if numbers.below(4) > 0 {
            application["answers"][question] = numbers.one_of(&answers).clone();
        }
    }
    for material in ["form", "poa", "guardian", "fire", "plan-a", "plan-b", "licence", "report", "photo", "copies"] {
        if numbers.below(2) == 0 {
            let via = *numbers.one_of(&["upload", "later", "paper"]);
            application["materials"][material] = json!({ "via": via });
        }
    }
    application["materials"]["form"] = json!({ "via": "upload", "fields": { "uscc": "9111" } });
    application
}

/// What the engine says of a version alone: plan, outcome and findings, or the pointers of what does not fit.
fn alone(catalogue: &Value, application: &Value) -> Result<(Value, Value, Vec<String>), BTreeSet<String>> {
    let engine = Session::new();
    let _ = engine.load(catalogue.to_string().into_bytes());
    let answer: Value = serde_json::from_str(&engine.check(0, "T-1", "", &application.to_string())).unwrap();
    if let Some(issues) = answer["error"]["issues"].as_array() {
        return Err(issues.iter().map(|issue| issue["path"].as_str().unwrap().to_owned()).collect());
    }
    let found = answer["ok"]["findings"].as_array().unwrap().iter();
    let found = found.map(|each| format!("{} {} {}", each["code"], each["severity"], each["path"]));
    Ok((answer["ok"]["plan"].clone(), answer["ok"]["decision"]["outcome"].clone(), found.collect()))
}

#[test]
fn both_sides_are_what_plan_and_check_say_alone() {
    let older = read(TEST);
    let mut numbers = Random(7);
    let (mut fitting, mut misfitting, mut shifted) = (0, 0, 0);
    for _ in 0..4_000 {
        let mut newer = older.clone();
        mutate(&mut newer["items"][0], &mut numbers);
        if load(&newer).is_err() || newer["items"][0]["code"] != "T-1" {
            continue;
        }
        let application = random_application(&mut numbers);
        let across = written(&under(&older, &newer, &application).unwrap());
        let (plan, outcome, before) = alone(&older, &application).unwrap();
        assert_eq!((&across["older"]["plan"], &across["older"]["outcome"]), (&plan, &outcome));
        let mut left = before.clone();
        match alone(&newer, &application) {
            Ok((plan, outcome, after)) => {
                fitting += 1;
                assert_eq!((&across["newer"]["plan"], &across["newer"]["outcome"]), (&plan, &outcome));
                for shift in across["findings"].as_array().unwrap() {
                    let found = format!("{} {} {}", shift["code"], shift["severity"], shift["path"]);
                    match shift["change"].as_str().unwrap() {
                        "appears" => left.push(found),
                        _ => drop(left.remove(left.iter().position(|each| *each == found).unwrap())),
                    }
                }
                let sorted = |mut list: Vec<String>| {
                    list.sort();
                    list
                };
                shifted += usize::from(before != after);
                assert_eq!(sorted(left), sorted(after));
            }
            Err(paths) if across["newer"].is_object() => {
                misfitting += 1;
                let misfits = across["newer"]["misfits"].as_array().unwrap().iter();
                assert_eq!(
                    misfits.map(|each| each["path"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>(),
                    paths
                );
            }
            Err(_) => assert!(across["newer"].is_null()),
        }
    }
    assert!(fitting > 500 && misfitting > 20 && shifted > 50, "{fitting} {misfitting} {shifted}");
}
