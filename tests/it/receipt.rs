//! Receipts from record to verdict: every kind, three algorithms, and everything that must not pass.

use crate::support::issuing::{self, ON, Office, USCC, entry, error, list, records, trust};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use unicode_normalization::{IsNormalized, is_nfc_quick};
use yushen::receipt::base64;
use yushen::receipt::canonical::is_composed;
use yushen::receipt::document::{DocumentKind, ELEMENTS, Need};
use yushen::receipt::signature::Algorithm;

/// A record by its name in `tests/data/records.json`.
fn record(name: &str) -> Value {
    records().iter().find(|each| each["name"] == name).unwrap()["record"].clone()
}

fn acceptance() -> Value {
    record("受理（许可）")
}

/// The failed and noted checks of a verification, as `name CODE`.
fn noted(verified: &Value) -> Vec<String> {
    let checks = verified["checks"].as_array().unwrap().iter();
    let checks = checks.filter(|check| check["result"] == "fail" || check["result"] == "warn");
    checks.map(|check| format!("{} {}", check["name"].as_str().unwrap(), check["code"].as_str().unwrap())).collect()
}

fn document(office: &Office, record: &Value, turn: usize) -> Value {
    serde_json::from_str(office.issue(record, turn)["json"].as_str().unwrap()).unwrap()
}

/// That a document is refused, and for this reason.
#[track_caller]
fn refused(office: &Office, document: &Value, reason: &str) {
    let verified = office.verify(&document.to_string());
    assert_eq!(verified["overall"], "invalid", "{reason}: {verified:#}");
    assert!(noted(&verified).iter().any(|each| each == reason), "{reason} is not in {:?}", noted(&verified));
}

/// That a trust list with these entries, signed by this root, gives this reason.
#[track_caller]
fn with_entries(office: &Office, document: &Value, entries: &[Value], reason: &str) {
    let trust = trust(&list(entries), &office.root).to_string();
    let verified = office.verify_with(&document.to_string(), &trust, &json!({ "on": ON }));
    let overall = if reason.is_empty() { "valid" } else { "invalid" };
    assert_eq!(verified["overall"], overall, "{reason}: {verified:#}");
    assert!(reason.is_empty() || noted(&verified).iter().any(|each| each == reason), "{reason}: {verified:#}");
}

#[test]
fn every_kind_of_document_is_drafted_signed_and_verified() {
    let office = Office::new();
    let mut kinds = std::collections::BTreeSet::new();
    for (turn, each) in records().iter().enumerate() {
        let name = each["name"].as_str().unwrap();
        let document = office.issue(&each["record"], turn);
        let verified = office.verify(document["json"].as_str().unwrap());
        let expected = if name.contains("暂定") { "valid" } else { verified["overall"].as_str().unwrap() };
        assert!(matches!(verified["overall"].as_str(), Some("valid" | "warning")), "{name}: {verified:#}");
        assert_eq!(verified["overall"], expected, "{name}");
        assert!(verified["issuer"]["name"].is_string(), "{name}");
        assert_eq!(verified["shown"]["kind"], each["record"]["type"], "{name}");
        kinds.insert(each["record"]["type"].as_str().unwrap().to_owned());
    }
    assert_eq!(kinds.len(), DocumentKind::ALL.len() - 1, "every kind but the self-check sheet");
}

#[test]
fn an_element_that_a_kind_must_have_is_missed_and_one_it_never_has_is_refused() {
    let office = Office::new();
    let all: Value = records().iter().fold(json!({}), |mut all, each| {
        for (key, value) in each["record"].as_object().unwrap().iter().filter(|(key, _)| *key != "times") {
            all[key] = value.clone();
        }
        for (key, value) in each["record"]["times"].as_object().unwrap() {
            all["times"][key] = value.clone();
        }
        all
    });
    for each in records() {
        let record = &each["record"];
        let kind = DocumentKind::from_word(record["type"].as_str().unwrap()).unwrap();
        let key = office.key(record, 0);
        let signer = json!({ "alg": key.algorithm.as_str(), "kid": key.kid() }).to_string();
        for element in ELEMENTS {
            let mut changed = record.clone();
            let (place, last) = element.path.rsplit_once('/').unwrap();
            let target = changed.pointer_mut(place).unwrap().as_object_mut().unwrap();
            let code = match element.need(kind) {
                Need::Must => {
                    target.remove(last);
                    "KEY_MISSING"
                }
                Need::Never => {
                    target.insert(last.into(), all.pointer(element.path).unwrap().clone());
                    "FIELD_NOT_OF_KIND"
                }
                _ => continue,
            };
            let error = error(&office.core.draft(&changed.to_string(), &signer));
            let issue = json!({ "code": code, "path": element.path });
            assert!(error["issues"].as_array().unwrap().contains(&issue), "{kind} {}: {error}", element.path);
        }
    }
}

#[test]
fn a_record_that_says_what_it_must_not_is_refused_with_its_place() {
    let office = Office::new();
    let signer = json!({ "alg": "SM2SM3", "kid": office.keys[0].kid() }).to_string();
    let faults: [(&str, &str, Value, &str); 26] = [
        ("受理（许可）", "/item/basis/0/statute", json!("sz-draft-2025"), "BASIS_NOT_BINDING"),
        ("受理（许可）", "/item/basis/0/status", json!("repealed"), "BASIS_NOT_BINDING"),
        ("受理（登记）", "/basis", json!([{ "statute": "licensing-law", "article": 32 }]), "BASIS_NOT_APPLICABLE"),
        ("受理（许可）", "/deadlines/0/due", json!("2027-03-09"), "ESTIMATE_PROMISED"),
        ("受理（许可）", "/deadlines/0/due", json!("2026-02-09"), "PERIOD_INVALID"),
        ("受理（许可）", "/issuer/uscc", json!("12440300455751230A"), "CREDIT_CODE_INVALID"),
        ("受理（许可）", "/issuer/region", json!("4403"), "REGION_INVALID"),
        ("受理（许可）", "/number", json!("Y44030420261123K7Q2MX9T4BY"), "NUMBER_INVALID"),
        ("受理（许可）", "/number", json!("x".repeat(51)), "NUMBER_INVALID"),
        ("受理（许可）", "/times/accepted", json!("2026-03-01T10:00:00+08:00"), "EVENT_ORDER"),
        ("受理（许可）", "/times/issued", json!("2026-03-02T10:00:00Z"), "INSTANT_INVALID"),
        ("受理（许可）", "/applicant/name", json!("张\u{202e}三"), "CHARACTER_FORBIDDEN"),
        ("受理（许可）", "/applicant/name", json!("e\u{301}"), "TEXT_NOT_NFC"),
        ("受理（许可）", "/applicant/name", json!("长".repeat(1366)), "STRING_TOO_LONG"),
        ("受理（许可）", "/applicant/name", Value::Null, "NULL_VALUE"),
        ("受理（许可）", "/fee/charged", json!(true), "KEY_MISSING"),
        ("受理（许可）", "/extra", json!("x"), "UNKNOWN_KEY"),
        ("受理（许可）", "/x-extra", json!("x"), "UNKNOWN_KEY"),
        ("补正（无期限）", "/defects/0/material", json!("not-in-the-plan"), "MATERIAL_UNKNOWN"),
        ("补正（有期限和后果）", "/response/basis", json!(null), "NULL_VALUE"),
        ("补正（无期限）", "/defects/0/reason", json!(""), "STRING_EMPTY"),
        ("延期告知", "/extension/to", json!("2026-03-30"), "PERIOD_INVALID"),
        ("延期告知", "/extension/to", json!("2027-03-30"), "ESTIMATE_PROMISED"),
        ("补正（有期限和后果）", "/response/due", json!("2027-03-30"), "ESTIMATE_PROMISED"),
        ("受理（收费、说明）", "/fee/items/0/amount", json!(-1), "NUMBER_OUT_OF_RANGE"),
        ("受理（许可）", "/materials/1/id", json!("application"), "DUPLICATE_ID"),
    ];
    for (name, path, value, code) in faults {
        let mut changed = record(name);
        let (place, last) = path.rsplit_once('/').unwrap();
        match changed.pointer_mut(place).unwrap() {
            Value::Object(fields) => drop(fields.insert(last.into(), value)),
            Value::Array(entries) => entries[last.parse::<usize>().unwrap()] = value,
            _ => unreachable!(),
        }
        let error = error(&office.core.draft(&changed.to_string(), &signer));
        assert!(error.to_string().contains(code), "{path} {code}: {error}");
        assert_eq!(error["code"], "DOCUMENT_INVALID", "{path}");
    }
}

#[test]
fn nothing_is_shown_without_the_mark_unless_its_signature_verifies() {
    let office = Office::new();
    let marked = |document: &str, trust: &str| {
        let request = json!({ "on": ON, "url": "https://zwfw.example.gov.cn/r" }).to_string();
        let rendered = issuing::ok(&office.core.render(document, trust, &request));
        let (html, text) = (rendered["html"].as_str().unwrap(), rendered["text"].as_str().unwrap());
        let mark = rendered["model"].get("mark").is_some();
        assert_eq!(mark, html.contains("未生效"), "the page says what the model says");
        assert_eq!(mark, text.contains("未生效"), "the text says what the model says");
        assert_eq!(mark, rendered["model"].get("code").is_none(), "a draft has no code");
        mark
    };
    let record = acceptance();
    let draft = office.draft(&record, &office.keys[0]);
    assert!(marked(&draft.to_string(), &office.trust));
    let mut document = document(&office, &record, 0);
    assert!(!marked(&document.to_string(), &office.trust));
    assert!(marked(&document.to_string(), ""), "without a trust list");
    document["body"]["applicant"]["name"] = json!("李四");
    assert!(marked(&document.to_string(), &office.trust), "another body");
    let mut turned = draft.clone();
    turned["body"]["applicant"]["name"] = json!("张\u{202e}三");
    let signature = Office::signature(&draft, &office.keys[0]).to_string();
    assert_eq!(error(&office.core.attach(&turned.to_string(), &signature, &office.trust))["code"], "DOCUMENT_INVALID");
    turned["body"]["applicant"]["name"] = json!("李四");
    assert_eq!(error(&office.core.attach(&turned.to_string(), &signature, &office.trust))["code"], "SIGNATURE_REFUSED");
    let refused = [("value", base64::encode(&[1; 64])), ("value", String::from("AA")), ("kid", "00".repeat(8))];
    for (key, value) in refused {
        let mut signature = Office::signature(&draft, &office.keys[0]);
        signature[key] = json!(value);
        let answer = office.core.attach(&draft.to_string(), &signature.to_string(), &office.trust);
        assert_eq!(error(&answer)["code"], "SIGNATURE_REFUSED", "{key}");
    }
}

#[test]
fn a_forged_or_altered_receipt_is_refused() {
    let office = Office::new();
    let whole = document(&office, &acceptance(), 0);
    let mut other = whole.clone();
    other["body"]["item"]["name"] = json!("别的事项");
    refused(&office, &other, "body BODY_DIGEST_DIFFERS");
    let mut other = whole.clone();
    other["body"]["number"] = json!("深示受〔2026〕9999号");
    refused(&office, &other, "head HEAD_DIFFERS");
    let mut other = whole.clone();
    other["body"]["more"] = json!(1);
    refused(&office, &other, "body UNKNOWN_FIELDS");
    let mut other = whole.clone();
    other["sig"]["alg"] = json!("ES256");
    refused(&office, &other, "key KEY_ALGORITHM_DIFFERS");
    let mut other = whole.clone();
    other["sig"]["alg"] = json!("none");
    refused(&office, &other, "format UNKNOWN_WORD");
    let mut other = whole.clone();
    other["sig"]["kid"] = json!(office.keys[1].kid());
    refused(&office, &other, "key KEY_ALGORITHM_DIFFERS");
    let mut other = whole.clone();
    other["sig"]["kid"] = json!("0123456789abcdef");
    refused(&office, &other, "key KEY_UNKNOWN");
    let mut other = whole.clone();
    other.as_object_mut().unwrap().remove("sig");
    refused(&office, &other, "signature SIGNATURE_MISSING");
    let mut other = whole;
    other["format"] = json!("yushen-receipt/1.0");
    refused(&office, &other, "format FORMAT_TOO_NEW");
}

#[test]
fn a_signature_made_for_something_else_is_none_for_a_receipt() {
    let office = Office::new();
    let key = &office.keys[0];
    let draft = office.draft(&acceptance(), key);
    let head = base64::decode(draft["head"].as_str().unwrap()).unwrap();
    let kid = yushen::receipt::kid_of(&key.kid()).unwrap();
    let protected = yushen::receipt::head::protected(key.algorithm, kid);
    for format in ["yushen-trust/0", "yushen-receipt/1", ""] {
        let bytes = yushen::receipt::head::to_be_signed(&protected, format, &head);
        let signature = json!({ "alg": "SM2SM3", "kid": key.kid(), "value": base64::encode(&key.sign(&bytes)) });
        let answer = office.core.attach(&draft.to_string(), &signature.to_string(), &office.trust);
        assert_eq!(error(&answer)["code"], "SIGNATURE_REFUSED", "{format}");
    }
    let signature = json!({ "alg": "SM2SM3", "kid": key.kid(), "value": base64::encode(&key.sign(&head)) });
    assert_eq!(
        error(&office.core.attach(&draft.to_string(), &signature.to_string(), &office.trust))["code"],
        "SIGNATURE_REFUSED"
    );
}

#[test]
fn a_key_signs_only_what_its_entry_says() {
    let office = Office::new();
    let whole = document(&office, &acceptance(), 0);
    let own = entry(&office.keys[0], USCC, "深圳市示例局");
    let with = |key: &str, value: Value| {
        let mut entry = own.clone();
        entry[key] = value;
        entry
    };
    with_entries(&office, &whole, std::slice::from_ref(&own), "");
    with_entries(&office, &whole, &[], "key KEY_UNKNOWN");
    with_entries(&office, &whole, &[with("issuerUscc", json!("91110000600037341L"))], "issuer ISSUER_DIFFERS");
    with_entries(&office, &whole, &[with("types", json!(["supplement"]))], "issuer TYPE_NOT_ALLOWED");
    with_entries(&office, &whole, &[with("types", json!([]))], "issuer TYPE_NOT_ALLOWED");
    with_entries(&office, &whole, &[with("regions", json!(["440100"]))], "issuer REGION_NOT_ALLOWED");
    with_entries(&office, &whole, &[with("notBefore", json!("2026-03-02T15:31:08+08:00"))], "key KEY_NOT_YET_VALID");
    with_entries(&office, &whole, &[with("notBefore", json!("2026-03-02T15:31:07+08:00"))], "");
    with_entries(&office, &whole, &[with("notAfter", json!("2026-03-02T15:31:06+08:00"))], "key KEY_EXPIRED");
    with_entries(&office, &whole, &[with("sm2Id", json!("another"))], "signature SIGNATURE_WRONG");
    let revoked = |at: &str, reason: &str| {
        let mut entry = with("revokedAt", json!(at));
        entry["revokeReason"] = json!(reason);
        entry
    };
    with_entries(&office, &whole, &[revoked("2026-03-02T15:31:07+08:00", "retired")], "key KEY_REVOKED");
    with_entries(&office, &whole, &[revoked("2026-03-02T15:31:08+08:00", "retired")], "");
    with_entries(&office, &whole, &[revoked("2026-12-02T00:00:00+08:00", "key-compromise")], "key KEY_COMPROMISED");
    let successor = entry(&TestKey::new(Algorithm::Sm2Sm3, 20), USCC, "深圳市示例局");
    with_entries(&office, &whole, &[revoked("2026-06-01T00:00:00+08:00", "retired"), successor], "");
}

#[test]
fn a_trust_list_is_signed_fresh_and_never_older() {
    let office = Office::new();
    let whole = document(&office, &acceptance(), 0).to_string();
    let good: Value = serde_json::from_str(&office.trust).unwrap();
    let verdict = |trust: &Value, on: &str| {
        let verified = office.verify_with(&whole, &trust.to_string(), &json!({ "on": on }));
        (verified["overall"].as_str().unwrap().to_owned(), noted(&verified))
    };
    let is = |trust: &Value, reason: &str| {
        let (overall, noted) = verdict(trust, ON);
        assert_eq!((overall.as_str(), noted.contains(&reason.into())), ("invalid", true), "{reason}: {noted:?}");
    };
    let mut other = good.clone();
    other["list"]["seq"] = json!(8);
    is(&other, "trust-list TRUST_LIST_SIGNATURE");
    let mut other = good.clone();
    other["list"]["keys"][0]["issuerName"] = json!("冒名机关");
    is(&other, "trust-list TRUST_LIST_SIGNATURE");
    let mut other = good.clone();
    other["roots"] = json!([{ "alg": "SM2SM3", "spki": TestKey::new(Algorithm::Sm2Sm3, 30).spki_text() }]);
    is(&other, "trust-list TRUST_LIST_SIGNATURE");
    let mut other = good.clone();
    other["roots"] = json!([]);
    is(&other, "trust-list TRUST_LIST_SIGNATURE");
    let mut other = good.clone();
    other["seenSeq"] = json!(8);
    is(&other, "trust-list TRUST_LIST_ROLLBACK");
    is(&json!({}), "trust-list TRUST_LIST_INVALID");
    let entries = [office.entries[0].clone(), office.entries[0].clone()];
    is(&trust(&list(&entries), &office.root), "trust-list TRUST_LIST_INVALID");
    let mut wrong = office.entries[0].clone();
    wrong["kid"] = json!("0123456789abcdef");
    is(&trust(&list(&[wrong]), &office.root), "trust-list TRUST_LIST_INVALID");
    let mut wrong = office.entries[0].clone();
    wrong["alg"] = json!("ES256"); // an SM2 key under another algorithm
    is(&trust(&list(&[wrong]), &office.root), "trust-list TRUST_LIST_INVALID");
    assert_eq!(verdict(&good, "2026-12-31").0, "valid");
    assert_eq!(verdict(&good, "2027-01-01"), ("warning".into(), vec!["trust-list TRUST_LIST_STALE".into()]));
    let both = json!({ "list": good["list"], "roots": [{ "alg": "SM2SM3", "spki": TestKey::new(Algorithm::Sm2Sm3, 30).spki_text() }, good["roots"][0]] });
    assert_eq!(verdict(&both, ON).0, "valid", "while a root is being replaced there are two");
}

#[test]
fn every_flipped_bit_of_head_and_signature_is_refused() {
    let office = Office::new();
    for turn in 0..3 {
        let whole = document(&office, &acceptance(), turn);
        let mut flips = 0;
        for (object, key) in [("", "head"), ("/sig", "value")] {
            let bytes = base64::decode(whole.pointer(object).unwrap()[key].as_str().unwrap()).unwrap();
            for bit in 0..bytes.len() * 8 {
                let mut flipped = bytes.clone();
                flipped[bit / 8] ^= 1 << (bit % 8);
                let mut other = whole.clone();
                other.pointer_mut(object).unwrap()[key] = json!(base64::encode(&flipped));
                assert_eq!(office.verify(&other.to_string())["overall"], "invalid", "{key}, bit {bit}");
                flips += 1;
            }
        }
        assert!(flips > 1400, "{flips}");
    }
}

#[test]
fn files_are_compared_by_both_digests_and_size() {
    let office = Office::new();
    let record = acceptance();
    let whole = document(&office, &record, 0).to_string();
    let files = json!([record["materials"][0]["files"][0], record["materials"][2]["files"][0]]);
    let verdict = |files: &Value| {
        let verified = office.verify_with(&whole, &office.trust, &json!({ "on": ON, "files": files }));
        (verified["overall"].as_str().unwrap().to_owned(), noted(&verified))
    };
    assert_eq!(verdict(&files), ("valid".into(), vec![]));
    for (key, value) in [("sha256", json!("0".repeat(64))), ("sm3", json!("0".repeat(64))), ("size", json!(1))] {
        let mut other = files.clone();
        other[0][key] = value;
        assert_eq!(verdict(&other), ("invalid".into(), vec!["files FILE_DIFFERS".into()]), "{key}");
    }
    assert_eq!(verdict(&json!([files[0]])), ("warning".into(), vec!["files FILE_MISSING".into()]));
    let stranger = json!({ "name": "别的.pdf", "size": 3, "sha256": "1".repeat(64), "sm3": "1".repeat(64) });
    assert_eq!(
        verdict(&json!([files[0], files[1], stranger])),
        ("warning".into(), vec!["files FILE_NOT_LISTED".into()])
    );
}

#[test]
fn another_last_day_is_told_and_never_makes_a_receipt_invalid() {
    let office = Office::new();
    for (due, expected) in [("2026-03-10", "warning"), ("2026-03-06", "warning"), ("2026-03-09", "valid")] {
        let mut record = acceptance();
        record["deadlines"][0]["due"] = json!(due);
        let verified = office.verify(&document(&office, &record, 0).to_string());
        assert_eq!(verified["overall"], expected, "{due}");
        assert_eq!(verified["shown"]["due"], due);
    }
    let mut record = acceptance();
    record["item"]["catalogue"]["seq"] = json!(11);
    let verified = office.verify(&document(&office, &record, 0).to_string());
    assert_eq!(noted(&verified), ["catalogue CATALOGUE_OUTDATED"]);
    record["applicant"]["name"] = json!("深圳Аcme有限公司"); // the А is Cyrillic
    assert!(
        noted(&office.verify(&document(&office, &record, 0).to_string()))
            .contains(&"characters NAME_MIXED_SCRIPT".into())
    );
}

#[test]
fn the_receipts_of_a_case_verify_as_a_whole() {
    let office = Office::new();
    let first = office.issue(&record("收件凭证"), 0);
    let link = |record: Value, to: &Value| {
        let mut record = record;
        record["previous"] = json!({ "number": to["number"], "digest": to["chain"] });
        office.issue(&record, 0)
    };
    let second = link(acceptance(), &first);
    let third = link(record("延期告知"), &second);
    let history = |receipts: &[&Value]| {
        let receipts: Vec<&Value> = receipts.iter().map(|each| &each["json"]).collect();
        let request = json!({ "receipts": receipts, "on": ON }).to_string();
        issuing::ok(&office.core.history(&request, &office.trust, ""))["overall"].as_str().unwrap().to_owned()
    };
    assert_eq!(history(&[&first, &second, &third]), "valid");
    assert_eq!(history(&[&first, &third]), "invalid");
    assert_eq!(history(&[&second, &first, &third]), "invalid");
    assert_eq!(history(&[]), "invalid");
    let elsewhere = link(record("受理（登记）"), &first);
    assert_eq!(history(&[&first, &elsewhere]), "invalid", "another case");
}

#[test]
fn a_code_says_what_the_head_says_and_nothing_of_a_person() {
    let office = Office::new();
    for (turn, each) in records().iter().enumerate() {
        let whole = office.issue(&each["record"], turn);
        let request = json!({ "on": ON, "url": "https://zwfw.example.gov.cn/r" }).to_string();
        let rendered = issuing::ok(&office.core.render(whole["json"].as_str().unwrap(), &office.trust, &request));
        let text = rendered["model"]["code"]["text"].as_str().unwrap();
        let payload = yushen::receipt::base32::decode(text.rsplit_once("#1").unwrap().1).unwrap();
        let (size, kind) = (rendered["model"]["code"]["size"].as_u64().unwrap(), &each["record"]["type"]);
        assert!(size <= 4 * 15 + 17, "{kind}: {size} modules");
        let held = String::from_utf8_lossy(&payload);
        for secret in ["/applicant/name", "/applicant/identifier", "/contact/phone", "/applicant/address"] {
            let secret = each["record"].pointer(secret).and_then(Value::as_str);
            assert!(!secret.is_some_and(|secret| held.contains(secret)), "{kind} holds {secret:?}");
        }
        let verified = office.verify(text);
        assert_eq!(verified["overall"], "valid", "{kind}: {verified:#}");
        assert_eq!(verified["shown"]["number"], each["record"]["number"]);
        let mut cut = text.to_owned();
        cut.truncate(text.len() - 8);
        assert_eq!(office.verify(&cut)["overall"], "invalid");
    }
}

#[test]
fn the_quick_check_for_nfc_is_that_of_unicode() {
    for each in (0..=0x0010_FFFF).filter_map(char::from_u32) {
        for text in [each.to_string(), format!("a\u{316}{each}"), format!("{each}\u{316}")] {
            assert_eq!(is_composed(&text), is_nfc_quick(text.chars()) == IsNormalized::Yes, "{:x}", u32::from(each));
        }
    }
}

/// FNV-1a, as `tests/e2e/receipts.js` has it: a page is compared without being kept.
fn fnv(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    format!("{} {hash:08x}", bytes.len())
}

#[test]
fn every_receipt_of_the_kit_is_written_with_the_same_bytes() {
    let kit: Value = serde_json::from_str(include_str!("../../pkg/kit/receipts.json")).unwrap();
    let (core, trust) = (yushen::session::Receipts::new(), kit["trust"].to_string());
    let mut written = json!({});
    for each in kit["receipts"].as_array().unwrap() {
        let request = json!({ "on": kit["on"], "url": each["qr"]["url"] }).to_string();
        let document = each["receipt"].as_str().unwrap();
        let rendered = issuing::ok(&core.render(document, &trust, &request));
        let of = |key: &str| fnv(rendered[key].as_str().unwrap().as_bytes());
        let ofd = core.ofd(document, &trust, &request);
        assert_eq!(issuing::ok(&core.attached(&ofd)), document, "the document lies in the OFD");
        written[each["name"].as_str().unwrap()] = json!({ "text": of("text"), "html": of("html"), "ofd": fnv(&ofd) });
    }
    let (path, text) = ("tests/data/rendered.json", serde_json::to_string_pretty(&written).unwrap() + "\n");
    if std::env::var_os("YUSHEN_BLESS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text, "bless it with YUSHEN_BLESS=1 and read the difference");
}
