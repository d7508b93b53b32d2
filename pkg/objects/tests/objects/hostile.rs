//! What JSON does not have: honoured where a document can say it, else refused where it stands.

use crate::files::SAMPLE;
use crate::js::{get, parse, set, text, word};
use js_sys::{Array, BigInt, Date, Function, Map, Object, Set, Symbol, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yushen_objects::{Catalogue, add_working_days, identifier, schedule, working_day, working_days_between};

const APPLICATION: &str = r#"{"on":"2026-03-02","answers":{"agent":false,"premises":"owned"},"materials":{}}"#;

fn sample() -> Catalogue {
    Catalogue::new(&SAMPLE.into()).unwrap()
}

/// The faults of an application whose `key` holds a value.
fn faults(key: &str, value: &JsValue) -> String {
    let application = parse(APPLICATION);
    set(&application, key, value);
    match sample().check(&"SZ-05".into(), &application, &JsValue::UNDEFINED) {
        Ok(_) => "none".into(),
        Err(error) => {
            let issues = Array::from(&get(&error, "issues"));
            issues
                .iter()
                .map(|issue| format!("{} {}", word(&issue, "code"), word(&issue, "path")))
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}

#[wasm_bindgen_test]
fn what_no_document_can_say_is_refused_where_it_stands() {
    let object = || JsValue::from(Object::new());
    let (inside, list) = (object(), Array::new());
    set(&inside, "agent", &Function::new_no_args(""));
    set(&inside, "premises", &Symbol::iterator().into());
    assert_eq!(faults("answers", &inside), "TYPE_MISMATCH /answers/agent, TYPE_MISMATCH /answers/premises");
    list.set(3, "live".into());
    let expected = "TYPE_MISMATCH /x-list/0, TYPE_MISMATCH /x-list/1, TYPE_MISMATCH /x-list/2";
    assert_eq!(faults("x-list", &list), expected);
    let cycle = object();
    set(&cycle, "x-own", &cycle);
    assert_eq!(faults("x-more", &cycle), "JSON_DEPTH /x-more/x-own");
    assert_eq!(faults("on", &Date::new_0()), "TYPE_MISMATCH /on");
    assert_eq!(faults("on", &Uint8Array::new_with_length(2)), "TYPE_MISMATCH /on");
    assert_eq!(faults("materials", &Set::new(&JsValue::UNDEFINED)), "TYPE_MISMATCH /materials");
    assert_eq!(faults("on", &parse(r#""\ud800""#)), "LONE_SURROGATE /on, DATE_INVALID /on");
    assert_eq!(faults("x-big", &BigInt::from(1_u64 << 53)), "NUMBER_OUT_OF_RANGE /x-big");
    assert_eq!(faults("x-big", &BigInt::new(&"9".repeat(60).into()).unwrap()), "NUMBER_OUT_OF_RANGE /x-big");
    assert_eq!(faults("x-real", &JsValue::from_f64(0.5)), "NUMBER_NOT_INTEGER /x-real");
    assert_eq!(faults("x-real", &JsValue::from_f64(f64::NAN)), "NUMBER_NOT_INTEGER /x-real");
    let keys: Map = Map::new();
    keys.set(&1.into(), &1.into());
    assert_eq!(faults("x-map", &keys), "TYPE_MISMATCH /x-map");
}

#[wasm_bindgen_test]
fn what_a_document_can_say_is_honoured_in_every_form() {
    let expected = sample().check(&"SZ-05".into(), &parse(APPLICATION), &JsValue::UNDEFINED).unwrap();
    let application = parse(APPLICATION);
    let answers: Map = Map::new();
    answers.set(&"agent".into(), &JsValue::FALSE);
    answers.set(&"premises".into(), &"owned".into());
    set(&application, "answers", &answers);
    set(&application, "applicant", &JsValue::UNDEFINED); // is absent
    set(&application, "x-small", &BigInt::from(7)); // an integer all the same
    let other = sample().check(&"SZ-05".into(), &application, &JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&other), text(&expected));
    let bytes = Catalogue::new(&Uint8Array::from(SAMPLE.as_bytes())).unwrap();
    let object = Catalogue::new(&parse(SAMPLE)).unwrap();
    for catalogue in [&bytes, &object] {
        assert_eq!(text(&catalogue.identity().unwrap()), text(&sample().identity().unwrap()));
    }
    let plan = object
        .plan(&"SZ-05".into(), &parse(r#"{"on":"2026-03-02","answers":{"agent":false,"premises":"owned"}}"#))
        .unwrap();
    assert_eq!(text(&object.check(&"SZ-05".into(), &application, &plan).unwrap()), text(&expected));
    assert_eq!(text(&object.check(&"SZ-05".into(), &application, &get(&plan, "ref")).unwrap()), text(&expected));
    let wrong = object.check(&"SZ-09".into(), &parse(r#"{"on":"2026-03-02"}"#), &plan).unwrap_err();
    assert_eq!(word(&wrong, "code"), "PLAN_MISMATCH");
}

#[wasm_bindgen_test]
fn a_date_stands_for_an_instant_and_for_nothing_else() {
    let at = |at: &JsValue| {
        let request = parse(r#"{"item":"SZ-05","limits":[],"events":[{"type":"received","at":""}],"on":"2026-03-02"}"#);
        set(&Array::from(&get(&request, "events")).get(0), "at", at);
        schedule(&request).map_err(|error| text(&get(&error, "issues")))
    };
    let instant = Date::new(&"2026-03-01T17:30:59.900Z".into());
    assert_eq!(
        at(&instant).map(|schedule| text(&schedule)),
        at(&"2026-03-02T01:30:59+08:00".into()).map(|each| text(&each))
    );
    let expected = r#"[{"code":"INSTANT_INVALID","path":"/events/0/at"}]"#;
    assert_eq!(at(&Date::new(&"rubbish".into())).unwrap_err(), expected);
}

#[wasm_bindgen_test]
fn working_days_are_counted_and_what_is_no_day_is_refused() {
    let day = |text: &str| JsValue::from_str(text);
    let counted = add_working_days(&day("2025-09-26"), &5.0.into()).unwrap();
    assert_eq!(text(&counted), r#"{"due":"2025-10-10","certainty":"published"}"#);
    let between = working_days_between(&day("2025-09-26"), &day("2025-10-10")).unwrap();
    assert_eq!(text(&between), r#"{"days":5,"certainty":"published"}"#);
    let worked = working_day(&day("2025-09-28")).unwrap();
    assert_eq!(text(&worked), r#"{"working":true,"kind":"make-up","certainty":"published"}"#);
    let codes = [
        add_working_days(&day("2025-02-30"), &1.0.into()),
        add_working_days(&day("2025-02-28"), &0.5.into()),
        add_working_days(&day("2025-02-28"), &3e9.into()),
        add_working_days(&Date::new_0(), &1.0.into()),
        working_day(&day("2051-01-01")),
        working_days_between(&day("2050-01-01"), &day("1999-01-01")),
        identifier(&day("uscc"), &JsValue::from_f64(1.0), &JsValue::UNDEFINED),
    ];
    let codes = codes.map(|answer| {
        answer.map_or_else(|error| word(&error, "code") + " " + &word(&error, "path"), |_| "none".into())
    });
    let expected = [
        "DATE_INVALID /start",
        "NUMBER_NOT_INTEGER /n",
        "NUMBER_OUT_OF_RANGE /n",
        "TYPE_MISMATCH /start",
        "DATE_OUT_OF_RANGE /date",
        "DATE_OUT_OF_RANGE /to",
        "TYPE_MISMATCH /value",
    ];
    assert_eq!(codes, expected);
}

#[wasm_bindgen_test]
fn what_stands_for_a_text_is_a_text() {
    let catalogue = sample();
    let length = parse(r#"{"length":100000000}"#);
    let nothing = JsValue::UNDEFINED;
    for wrong in [&length, &5.into(), &JsValue::NULL, &Array::of1(&"SZ-05".into())] {
        let refused = [
            (catalogue.item(wrong, &"2026-03-02".into()), "/code"),
            (catalogue.plan(wrong, &parse("{}")), "/item"),
            (catalogue.check(wrong, &parse(APPLICATION), &nothing), "/item"),
            (catalogue.messages(&"SZ-05".into(), &"2026-03-02".into(), &Array::new(), &nothing, wrong), "/locale"),
            (add_working_days(&"2026-03-02".into(), wrong), "/n"),
        ];
        for (answer, path) in refused {
            let error = answer.map(|_| ()).err();
            let number = path == "/n" && error.is_none(); // 5 is one
            assert!(number || error.is_some_and(|error| word(&error, "path") == path), "{path}");
        }
    }
}
