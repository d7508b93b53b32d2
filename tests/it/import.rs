//! Import: what other systems publish becomes a catalogue that loads, and every value of the source is accounted for.
//!
//! `real-item.list.json` is a real item as a provincial exchange service returned it in 2019 (固定资产投资项目节能审查 of
//! a Guangxi county), found in public source code; names of staff removed, long texts cut at "…". `real-item.custom.json`
//! is the same item in the envelope of the service's other call: under `CUSTOM`, with one-element lists. `portal.json` is
//! made up, with the spellings of Guangdong's portal; `national.json` is made up after the table definitions of the
//! national exchange. `GOLDEN=write cargo test --test import` writes the `.golden.json` files anew.

use crate::support::Random;
use serde_json::{Value, json};
use std::fs;
use yushen::catalogue::Catalogue;
use yushen::catalogue::import::{ImportKind, ImportResult, NeedCodes, Options, Source, import, import_with};

fn read(name: &str) -> String {
    fs::read_to_string(format!("tests/data/import/{name}")).unwrap()
}

fn imported(name: &str, source: Source) -> (Value, Value) {
    let text = read(name);
    let imported = import(&text, source).unwrap();
    let again = import(&text, source).unwrap();
    assert_eq!(imported.catalogue, again.catalogue, "the same source makes the same bytes");
    let report = yushen::json::to_string(&imported.report);
    assert_eq!(report, yushen::json::to_string(&again.report));
    accounted(&text, &imported);
    Catalogue::read_text(imported.catalogue.to_string()).unwrap();
    (serde_json::from_str(&imported.catalogue).unwrap(), serde_json::from_str(&report).unwrap())
}

/// The pointers of every value of a document that is neither list nor object.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                leaves(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(value, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// Every value of the source is in the report, itself or with something it is part of; every pointer into the result
/// leads to something there.
fn accounted(text: &str, imported: &ImportResult<'_>) {
    let source: Value = serde_json::from_str(text).unwrap();
    let catalogue: Value = serde_json::from_str(&imported.catalogue).unwrap();
    let mut found = Vec::new();
    leaves(&source, "", &mut found);
    let named: Vec<(&ImportKind, &str)> = imported
        .report
        .entries
        .iter()
        .filter_map(|entry| entry.from.as_ref().map(|from| (&entry.what, &**from)))
        .collect();
    for leaf in found {
        let covers = |(what, from): &(&ImportKind, &str)| {
            leaf == *from || (**what == ImportKind::Dropped && leaf.starts_with(&format!("{from}/")))
        };
        assert!(named.iter().any(covers), "nothing says what became of {leaf}");
    }
    for entry in &imported.report.entries {
        if let Some(from) = &entry.from {
            assert!(source.pointer(from).is_some(), "{} is nowhere in the source", &**from);
        }
        if let Some(to) = &entry.to {
            assert!(catalogue.pointer(to).is_some(), "{} is nowhere in the result", &**to);
        }
    }
}

fn golden(name: &str, source: Source) {
    let (catalogue, report) = imported(name, source);
    let result = json!({ "catalogue": catalogue, "report": report });
    let path = format!("tests/data/import/{}", name.replace(".json", ".golden.json"));
    if std::env::var("GOLDEN").is_ok_and(|word| word == "write") {
        fs::write(&path, serde_json::to_string_pretty(&result).unwrap() + "\n").unwrap();
    }
    let expected: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(result["catalogue"], expected["catalogue"], "{name}");
    assert_eq!(result["report"], expected["report"], "{name}");
}

#[test]
fn the_real_item_is_imported() {
    golden("real-item.list.json", Source::GdPortal);
}

#[test]
fn both_envelopes_of_the_service_make_the_same_catalogue() {
    let (list, _) = imported("real-item.list.json", Source::GdPortal);
    let (custom, report) = imported("real-item.custom.json", Source::GdPortal);
    assert_eq!(list, custom);
    assert_eq!(report["counts"]["items"], 1);
}

#[test]
fn what_the_real_item_says_is_in_the_catalogue() {
    let (catalogue, _) = imported("real-item.list.json", Source::GdPortal);
    let item = &catalogue["items"][0];
    assert_eq!(item["code"], "11450721MB155808114000104002000");
    assert_eq!((&item["power"], &item["procedure"]), (&json!("licensing"), &json!("licence")));
    assert_eq!(item["limits"][0]["amount"], 20);
    assert_eq!((&item["limits"][1]["amount"], &item["limits"][1]["unit"]), (&json!(5), &json!("working-day")));
    assert_eq!(item["inquiry"][0]["value"], "0777-6428820", "em dashes of telephone numbers become dashes");
    assert_eq!(item["materials"][0]["signature"], true);
    assert_eq!(item["materials"][0]["kind"], "other", "its 1 may be Guangdong's kind or the nation's 原件");
    assert_eq!(item["x-source"]["AUDIT_ITEM_SPECIAL"][0]["special_date"], "15");
    assert_eq!(item["x-laws"][0]["clause"], "第三条");
    assert!(item.get("questions").is_none() && item.get("prerequisites").is_none(), "empty tables and 无 say nothing");
}

#[test]
fn odd_spellings_and_situations_of_the_portal() {
    golden("portal.json", Source::GdPortal);
    let (catalogue, report) = imported("portal.json", Source::GdPortal);
    let item = &catalogue["items"][0];
    let basis = |article, item| json!({ "statute": "licensing-law", "article": article, "paragraph": 1, "item": item });
    assert_eq!(item["basis"][0], basis(32, 4));
    assert_eq!(item["basis"][1], basis(32, 5));
    assert_eq!(item["basis"][2], json!({ "statute": "licensing-law", "article": 42 }));
    assert_eq!(item["x-laws"][0]["clause"], "第八条之一", "an inserted article is no eighth article");
    assert_eq!(
        item["limits"][0],
        json!({ "id": "statutory", "kind": "statutory", "trigger": "accepted", "amount": 30, "unit": "calendar-day", "evidence": "published" })
    );
    assert_eq!(item["limits"][1]["amount"], 0, "即办件");
    assert_eq!(item["questions"][0]["options"][1]["materials"], json!(["m3"]));
    assert_eq!(item["codes"]["gd-portal.serve_type"], "1，2,5,77");
    assert_eq!(catalogue["items"][1]["code"], "11440300MB2C923879442015001000", "the code of the first is taken");
    assert_eq!(catalogue["items"][1]["limits"], json!([]), "neither 0 nor 3.5 is a limit");
    assert_eq!(report["counts"]["items"], 2);
    let everything = catalogue.to_string() + &report.to_string();
    for person in ["张某", "李某", "王某", "赵某", "13800138000"] {
        assert!(!everything.contains(person), "{person}");
    }
}

#[test]
fn the_tables_of_the_national_exchange_are_joined() {
    golden("national.json", Source::NationalExchange);
    let (catalogue, _) = imported("national.json", Source::NationalExchange);
    let names = |item: usize| {
        let materials = catalogue["items"][item]["materials"].as_array().unwrap();
        materials.iter().map(|material| material["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(0), ["申请书", "营业执照"], "in the order of `order_num`");
    assert_eq!(names(1), ["居住证"], "joined by the code of the task");
    assert_eq!(
        catalogue["items"][0]["audience"],
        json!(["enterprise", "other-organisation"]),
        "6 by the national table"
    );
    assert_eq!(catalogue["items"][1]["power"], "public-service", "20 by the national table");
    assert!(!catalogue.to_string().contains("张某"));
}

#[test]
fn codes_of_necessity_are_the_callers_choice() {
    let source = |code: &str| {
        json!({ "AUDIT_ITEM": { "TASK_NAME": "x" }, "AUDIT_MATERIAL": { "MATERIAL_NAME": "y", "IS_NEED": code } })
            .to_string()
    };
    for (codes, code, need) in [
        (NeedCodes::Gd, "1", "required"),
        (NeedCodes::Gd, "2", "optional"),
        (NeedCodes::Gd, "3", "deferrable"),
        (NeedCodes::Zfsoft, "0", "required"),
        (NeedCodes::Zfsoft, "1", "optional"),
        (NeedCodes::Zfsoft, "2", "deferrable"),
        (NeedCodes::Gbt39046, "1", "required"),
        (NeedCodes::Gbt39046, "0", "optional"),
    ] {
        let imported = import_with(&source(code), Options { source: Source::GdPortal, need: Some(codes) }).unwrap();
        let catalogue: Value = serde_json::from_str(&imported.catalogue).unwrap();
        assert_eq!(catalogue["items"][0]["materials"][0]["need"], need, "{codes} {code}");
    }
}

#[test]
fn dates_and_entities_are_read() {
    for (written, day) in [
        ("1572244548000", "2019-10-28"),
        ("\"1572192000000\"", "2019-10-28"),
        ("\"2020/02/29\"", "2020-02-29"),
        ("\"20200229\"", "2020-02-29"),
        ("\"2020-02-29T23:59:59\"", "2020-02-29"),
        ("\"2021-02-29\"", "2007-01-01"),
    ] {
        let text =
            format!(r#"{{"AUDIT_ITEM":{{"TASK_NAME":"A &amp;lt; &lt;B&gt; & &unknown;","VERSION_DATE":{written}}}}}"#);
        let catalogue: Value = serde_json::from_str(&import(&text, Source::GdPortal).unwrap().catalogue).unwrap();
        assert_eq!(catalogue["items"][0]["validFrom"], day, "{written}");
        assert_eq!(catalogue["items"][0]["name"], "A &lt; <B> & &unknown;");
    }
}

#[test]
fn what_is_no_source_is_refused_with_the_place() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (text, code) in [
        ("", "JSON_SYNTAX"),
        ("{", "JSON_SYNTAX"),
        ("{\"AUDIT_ITEM\":{\"TASK_NAME\":\"x\"},}", "JSON_SYNTAX"),
        ("null", "KEY_MISSING"),
        ("[]", "KEY_MISSING"),
        ("{\"data\":{\"list\":[]}}", "KEY_MISSING"),
        ("{\"AUDIT_ITEM\":[]}", "KEY_MISSING"),
        ("{\"AUDIT_ITEM\":\"x\"}", "KEY_MISSING"),
        ("{\"AUDIT_ITEM\":{\"TASK_NAME\":\"无\"}}", "KEY_MISSING"),
        (&*deep, "KEY_MISSING"),
    ] {
        for source in Source::ALL {
            let error = import(text, *source).unwrap_err();
            assert_eq!(error.code().as_str(), "REQUEST_INVALID");
            assert_eq!(error.issues()[0].code.as_str(), code, "{}", &text[..text.len().min(40)]);
        }
    }
}

#[test]
fn single_faulty_values_are_left_out_and_named() {
    let long = "长".repeat(30_000);
    let text = format!(
        r#"{{"AUDIT_ITEM":{{"TASK_NAME":"x","TASK_NAME":"y","accept_std":"{long}","lone":"\ud800","big":1e400,"n":null}}}}"#
    );
    let imported = import(&text, Source::GdPortal).unwrap();
    let why = |from: &str| {
        let entry =
            imported.report.entries.iter().find(|entry| entry.from.as_ref().is_some_and(|each| **each == *from));
        entry.map(|entry| entry.why.as_str()).unwrap_or_default()
    };
    assert_eq!(why("/AUDIT_ITEM/accept_std"), "string-too-long");
    assert_eq!(why("/AUDIT_ITEM/lone"), "lone-surrogate");
    assert_eq!(why("/AUDIT_ITEM/big"), "no-place");
    assert_eq!(why("/AUDIT_ITEM/n"), "empty");
    let duplicate = imported.report.entries.iter().any(|entry| entry.why.as_str() == "duplicate-key");
    assert!(duplicate && imported.catalogue.contains(r#""name":"x""#));
}

#[test]
fn many_rows_take_linear_time_and_stay_within_the_format() {
    let rows = |count: usize, row: &dyn Fn(usize) -> Value| Value::Array((0..count).map(row).collect());
    let text = json!({
        "AUDIT_ITEM": { "TASK_NAME": "x" },
        "AUDIT_MATERIAL": rows(3000, &|n| json!({ "MATERIAL_NAME": format!("m{n}"), "MATERIALCODE": "m7" })),
        "AUDIT_ITEM_CONDITION": rows(3000, &|n| json!({ "ID": format!("c{n}"), "NAME": "c", "PARENT_ID": if n % 2 == 0 { String::new() } else { format!("c{}", n - 1) } })),
        "AUDIT_ITEM_BYLAW": rows(3000, &|n| json!({ "LAW_NAME": "行政许可法", "CLAUSE_NUMBER": format!("第{}条", n + 1) })),
        "AUDIT_ITEM_WINDOW": rows(3000, &|n| json!({ "WINDOW_NAME": format!("w{n}"), "WINDOW_TEL": format!("0755-{n:05}") })),
    });
    let imported = import(&text.to_string(), Source::GdPortal).unwrap();
    let catalogue: Value = serde_json::from_str(&imported.catalogue).unwrap();
    assert_eq!(catalogue["items"][0]["materials"].as_array().unwrap().len(), 1000);
    assert!(catalogue["items"][0]["questions"].as_array().unwrap().len() <= 1000);
}

#[test]
fn twisted_bytes_always_have_an_answer() {
    let mut numbers = Random(20_261_123);
    let sources = [
        ("portal.json", Source::GdPortal),
        ("real-item.custom.json", Source::GdPortal),
        ("national.json", Source::NationalExchange),
    ];
    for (name, source) in sources {
        let text = read(name);
        for _ in 0..400 {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=numbers.below(6) {
                let at = usize::try_from(numbers.below(bytes.len() as u64)).unwrap();
                match numbers.below(4) {
                    0 => bytes[at] = u8::try_from(numbers.below(128)).unwrap(),
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, *numbers.one_of(b"{}[]\",:0\\ ")),
                    _ => bytes.truncate(at.max(1)),
                }
            }
            answer(&String::from_utf8_lossy(&bytes), source);
        }
    }
}

#[test]
fn twisted_values_always_make_a_catalogue_that_loads() {
    let mut numbers = Random(7);
    let odd = [
        json!(null),
        json!(""),
        json!("无"),
        json!(-1),
        json!(99_999_999_999_i64),
        json!(1.5),
        json!([]),
        json!({}),
        json!([1, "x", [2]]),
        json!({ "TASK_NAME": "x" }),
        json!("第九千九百九十九条第一款第（十）项"),
        json!("《行政许可法》第三十二条《居住证暂行条例》第九条"),
        json!("a".repeat(70_000)),
        json!("\u{fffd}\u{0}&amp;&lt"),
    ];
    for (name, source) in [("portal.json", Source::GdPortal), ("national.json", Source::NationalExchange)] {
        let whole: Value = serde_json::from_str(&read(name)).unwrap();
        let mut places = Vec::new();
        leaves(&whole, "", &mut places);
        for _ in 0..500 {
            let mut twisted = whole.clone();
            for _ in 0..=numbers.below(8) {
                let mut place = &**numbers.one_of(&places);
                for _ in 0..numbers.below(3) {
                    place =
                        place.rsplit_once('/').map_or(place, |(above, _)| if above.is_empty() { place } else { above });
                }
                if let Some(value) = twisted.pointer_mut(place) {
                    *value = numbers.one_of(&odd).clone();
                }
            }
            answer(&twisted.to_string(), source);
        }
    }
}

/// Either a clear error, or a catalogue that loads and a report whose counts add up.
fn answer(text: &str, source: Source) {
    match import(text, source) {
        Err(error) => {
            assert_eq!(error.code().as_str(), "REQUEST_INVALID");
            let known =
                |code: &str| ["JSON_SYNTAX", "KEY_MISSING", "STRING_TOO_LONG", "LONE_SURROGATE"].contains(&code);
            assert!(error.issues().iter().all(|issue| known(issue.code.as_str())), "{error:?}");
        }
        Ok(imported) => {
            Catalogue::read_text(imported.catalogue.to_string()).unwrap();
            let counts = &imported.report.counts;
            let sum = counts.mapped + counts.defaulted + counts.dropped + counts.preserved;
            assert_eq!(sum as usize, imported.report.entries.len());
        }
    }
}
