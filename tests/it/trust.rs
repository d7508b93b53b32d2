//! 信任: what a verdict rests on. Every row of `docs/trust.md` is a test here or of the package.

use crate::support::issuing::{self, Office, entry, error, list, ok, records, trust};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use std::fs;
use yushen::receipt::head::{protected, to_be_signed};
use yushen::receipt::signature::Algorithm;
use yushen::receipt::{MANIFEST_SIGNED_AS, SIGNED_AS, base64, kid_of, trust as lists};
use yushen::session::{Receipts, Session};

const ON: &str = "2026-03-20";
const ISSUED: &str = "2026-03-02T15:31:07+08:00";

/// The failed and noted checks of a verification, as `name CODE`.
fn noted(verified: &Value) -> Vec<String> {
    let checks = verified["checks"].as_array().unwrap().iter();
    let checks = checks.filter(|check| check["result"] == "fail" || check["result"] == "warn");
    checks.map(|check| format!("{} {}", check["name"].as_str().unwrap(), check["code"].as_str().unwrap())).collect()
}

fn acceptance(office: &Office) -> String {
    let record = records().iter().find(|each| each["name"] == "受理（许可）").unwrap()["record"].clone();
    office.issue(&record, 0)["json"].as_str().unwrap().to_owned()
}

/// The verdict of a component that has seen nothing yet.
fn verdict(document: &str, trust: &Value, request: &Value) -> (String, Vec<String>) {
    let verified = ok(&Receipts::new().verify(document, &trust.to_string(), &request.to_string(), ""));
    (verified["overall"].as_str().unwrap().to_owned(), noted(&verified))
}

#[track_caller]
fn is(found: &(String, Vec<String>), overall: &str, noted: &[&str]) {
    assert_eq!((found.0.as_str(), found.1.iter().map(String::as_str).collect::<Vec<_>>()), (overall, noted.to_vec()));
}

/// A list whose entries or whole are changed before the root signs it.
fn changed(office: &Office, change: impl FnOnce(&mut Value)) -> Value {
    let mut list = list(&office.entries);
    change(&mut list);
    trust(&list, &office.root)
}

#[test]
fn a_key_that_is_revoked_in_place_is_revoked_at_once() {
    let office = Office::new();
    let document = acceptance(&office);
    let verdict = |trust: &Value| noted(&office.verify_with(&document, &trust.to_string(), &json!({ "on": ON })));
    assert!(verdict(&changed(&office, |_| ())).is_empty());
    let revoked = changed(&office, |list| {
        list["seq"] = json!(8);
        list["keys"][0]["revokeReason"] = json!("key-compromise");
    });
    assert_eq!(verdict(&revoked), ["key KEY_COMPROMISED"]);
}

#[test]
fn a_key_of_ones_own_in_a_signature_is_refused_since_nobody_has_signed_it() {
    let office = Office::new();
    let mut trust = changed(&office, |_| ());
    trust["list"]["sig"]["x-own"] = json!(5);
    let told = office.verify_with(&acceptance(&office), &trust.to_string(), &json!({ "on": ON }));
    assert_eq!(noted(&told), ["trust-list TRUST_LIST_INVALID"]);
}

#[test]
fn a_reason_without_a_time_makes_the_key_good_at_no_time() {
    let office = Office::new();
    let document = acceptance(&office);
    for (reason, code) in [("key-compromise", "key KEY_COMPROMISED"), ("retired", "key KEY_REVOKED")] {
        let list = changed(&office, |list| list["keys"][0]["revokeReason"] = json!(reason));
        is(&verdict(&document, &list, &json!({ "on": ON })), "invalid", &[code]);
    }
}

#[test]
fn a_number_with_two_contents_is_an_equivocation() {
    let office = Office::new();
    let document = acceptance(&office);
    let (one, other) =
        (changed(&office, |_| ()), changed(&office, |list| list["keys"][1]["issuerName"] = json!("别的")));
    let (first, second) = (one.to_string(), other.to_string());
    // What the host has kept from an earlier visit.
    let kept = ok(&Receipts::new().examine_trust(&first, &json!({ "on": ON }).to_string()));
    let mut later = other.clone();
    later["seenSeq"] = kept["seq"].clone();
    is(&verdict(&document, &later, &json!({ "on": ON })), "valid", &[]);
    later["seenDigest"] = kept["digest"].clone();
    is(&verdict(&document, &later, &json!({ "on": ON })), "invalid", &["trust-list TRUST_LIST_EQUIVOCATION"]);
    // What this component has seen itself: the first stays good, and a list with another number too.
    let core = Receipts::new();
    let told = |trust: &str| noted(&ok(&core.verify(&document, trust, &json!({ "on": ON }).to_string(), "")));
    assert!(told(&first).is_empty());
    assert_eq!(told(&second), ["trust-list TRUST_LIST_EQUIVOCATION"]);
    assert!(told(&first).is_empty());
    let refused = error(&core.examine_trust(&second, &json!({ "on": ON }).to_string()));
    assert_eq!(refused["issues"], json!([{ "code": "TRUST_LIST_EQUIVOCATION", "path": "/list/seq" }]));
    assert!(told(&changed(&office, |list| list["seq"] = json!(8)).to_string()).is_empty());
    let roots = json!([one["roots"][0], { "alg": "EdDSA", "spki": TestKey::new(Algorithm::EdDsa, 40).spki_text() }]);
    let elsewhere = json!({ "list": other["list"], "roots": roots });
    assert!(told(&elsewhere.to_string()).is_empty(), "whoever pins other roots has seen nothing of this");
}

#[test]
fn a_list_past_its_next_update_is_warned_of_and_then_refused() {
    let office = Office::new();
    let document = acceptance(&office);
    let on = |on: &str, policy: Value| {
        verdict(&document, &serde_json::from_str(&office.trust).unwrap(), &json!({ "on": on, "policy": policy }))
    };
    is(&on("2026-12-31", json!({})), "valid", &[]);
    is(&on("2027-01-01", json!({})), "warning", &["trust-list TRUST_LIST_STALE"]);
    is(&on("2027-01-30", json!({})), "warning", &["trust-list TRUST_LIST_STALE"]);
    is(&on("2027-01-31", json!({})), "invalid", &["trust-list TRUST_LIST_EXPIRED"]);
    is(&on("2027-01-01", json!({ "staleDays": 0 })), "invalid", &["trust-list TRUST_LIST_EXPIRED"]);
    is(&on("2030-01-01", json!({ "staleDays": 1200 })), "warning", &["trust-list TRUST_LIST_STALE"]);
    let request = json!({ "on": "2027-01-31" }).to_string();
    let verified = ok(&office.core.verify(&document, &office.trust, &request, ""));
    assert!(verified.get("issuer").is_none(), "whom an expired list names is not said to have issued it");
    let page = ok(&office.core.render(&document, &office.trust, &request));
    assert!(page["text"].as_str().unwrap().contains("未生效"));
    let again = json!({ "on": "2027-01-31", "policy": { "staleDays": 60 } }).to_string();
    assert!(!ok(&office.core.render(&document, &office.trust, &again))["text"].as_str().unwrap().contains("未生效"));
    let one = json!({ "receipts": [document], "on": "2027-01-31" });
    assert_eq!(ok(&office.core.history(&one.to_string(), &office.trust, ""))["overall"], "invalid");
}

#[test]
fn a_list_of_tomorrow_is_refused_unless_clocks_may_differ() {
    let office = Office::new();
    let document = acceptance(&office);
    let tomorrow = changed(&office, |list| list["issuedAt"] = json!("2026-03-21T00:00:00+08:00"));
    let with = |policy: Value| verdict(&document, &tomorrow, &json!({ "on": ON, "policy": policy }));
    is(&with(json!({})), "invalid", &["trust-list TRUST_LIST_FUTURE"]);
    is(&with(json!({ "aheadDays": 1 })), "warning", &["trust-list TRUST_LIST_FUTURE"]);
    let later = changed(&office, |list| list["issuedAt"] = json!("2026-03-22T00:00:00+08:00"));
    let request = json!({ "on": ON, "policy": { "aheadDays": 1 } });
    is(&verdict(&document, &later, &request), "invalid", &["trust-list TRUST_LIST_FUTURE"]);
}

#[test]
fn a_list_that_ends_before_it_begins_is_refused() {
    let office = Office::new();
    let turned = changed(&office, |list| list["nextUpdate"] = json!("2026-01-31T00:00:00+08:00"));
    let found = verdict(&acceptance(&office), &turned, &json!({ "on": ON }));
    is(&found, "invalid", &["trust-list TRUST_LIST_PERIOD"]);
}

#[test]
fn a_document_of_tomorrow_is_refused_unless_clocks_may_differ() {
    let office = Office::new();
    let document = acceptance(&office);
    let code = {
        let request = json!({ "on": ON, "url": "https://zwfw.example.gov.cn/r" }).to_string();
        ok(&office.core.render(&document, &office.trust, &request))["model"]["code"]["text"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let trust: Value = serde_json::from_str(&office.trust).unwrap();
    for text in [&document, &code] {
        let on = |on: &str, ahead: u32| verdict(text, &trust, &json!({ "on": on, "policy": { "aheadDays": ahead } }));
        is(&on(&ISSUED[..10], 0), "valid", &[]);
        is(&on("2026-03-01", 0), "invalid", &["issued ISSUED_FUTURE"]);
        is(&on("2026-03-01", 1), "warning", &["issued ISSUED_FUTURE"]);
        is(&on("2026-02-28", 1), "invalid", &["issued ISSUED_FUTURE"]);
    }
}

#[test]
fn the_age_of_the_list_stands_beside_every_verdict() {
    let office = Office::new();
    let document = acceptance(&office);
    let at = |on: &str| office.verify_with(&document, &office.trust, &json!({ "on": on }))["trust"].clone();
    let told = at(ON);
    assert_eq!((&told["seq"], &told["ageDays"], &told["state"]), (&json!(7), &json!(47), &json!("current")));
    assert_eq!(told["says"], "依据第7号信任列表，47天前发布。");
    assert_eq!(told["root"], office.root.kid());
    assert_eq!((&at("2027-01-01")["ageDays"], &at("2027-01-01")["state"]), (&json!(334), &json!("stale")));
    assert_eq!(at("2027-01-31")["state"], "expired");
    assert_eq!((&at("2026-01-30")["ageDays"], &at("2026-01-30")["state"]), (&json!(-2), &json!("future")));
    let alone = ok(&office.core.examine_trust(&office.trust, &json!({ "on": ON }).to_string()));
    assert_eq!(alone, told, "the list alone says the same");
    let refused = office.verify_with(&document, "{}", &json!({ "on": ON }));
    assert!(refused.get("trust").is_none() && refused["overall"] == "invalid");
}

/// What an offline page says, from the verdicts that it is made of: after the list has expired, after a key was stolen, with
/// the list that it carries and with a new one.
#[test]
fn an_offline_page_relies_on_its_list_until_it_expires_and_on_a_new_one_after_a_compromise() {
    let office = Office::new();
    let document = acceptance(&office);
    let embedded: Value = serde_json::from_str(&office.trust).unwrap();
    let stolen = changed(&office, |list| {
        list["seq"] = json!(8);
        list["issuedAt"] = json!("2026-03-10T00:00:00+08:00");
        list["keys"][0]["revokeReason"] = json!("key-compromise");
    });
    // The page cannot know of a theft before it has the new list; that it is old is said beside the verdict.
    is(&verdict(&document, &embedded, &json!({ "on": ON })), "valid", &[]);
    is(&verdict(&document, &stolen, &json!({ "on": ON })), "invalid", &["key KEY_COMPROMISED"]);
    // From then on the old list is no way back, and without a new one the page stops by itself.
    let mut back = embedded.clone();
    back["seenSeq"] = json!(8);
    is(&verdict(&document, &back, &json!({ "on": ON })), "invalid", &["trust-list TRUST_LIST_ROLLBACK"]);
    is(&verdict(&document, &embedded, &json!({ "on": "2027-02-01" })), "invalid", &["trust-list TRUST_LIST_EXPIRED"]);
}

/// The statement of a root about the one that follows it.
fn cross_signed(by: &TestKey, next: &TestKey, from: &str, to: &str) -> Value {
    let root = json!({ "alg": next.algorithm.as_str(), "notAfter": to, "notBefore": from, "spki": next.spki_text() });
    let bytes = to_be_signed(
        &protected(by.algorithm, kid_of(&by.kid()).unwrap()),
        lists::ROOT_SIGNED_AS,
        root.to_string().as_bytes(),
    );
    let value = base64::encode(&by.sign(&bytes));
    json!({ "root": root, "sig": { "alg": by.algorithm.as_str(), "kid": by.kid(), "value": value } })
}

#[test]
fn a_root_is_replaced_while_both_are_pinned() {
    let office = Office::new();
    let document = acceptance(&office);
    let next = TestKey::new(Algorithm::EdDsa, 50);
    let root = |key: &TestKey| json!({ "alg": key.algorithm.as_str(), "spki": key.spki_text() });
    for (signer, good) in [(&office.root, [true, true, false]), (&next, [false, true, true])] {
        let list = trust(&list(&office.entries), signer)["list"].clone();
        let pinned = [json!([root(&office.root)]), json!([root(&office.root), root(&next)]), json!([root(&next)])];
        for (roots, good) in pinned.iter().zip(good) {
            let found = verdict(&document, &json!({ "list": list, "roots": roots }), &json!({ "on": ON }));
            assert_eq!(found.0 == "valid", good, "{roots}: {found:?}");
        }
    }
}

#[test]
fn a_root_that_a_pinned_one_has_cross_signed_is_taken_for_its_period() {
    let office = Office::new();
    let document = acceptance(&office);
    let (next, stranger) = (TestKey::new(Algorithm::EdDsa, 50), TestKey::new(Algorithm::Es256, 51));
    let old = json!([{ "alg": "SM2SM3", "spki": office.root.spki_text() }]);
    let with = |statement: &Value| {
        let mut list = list(&office.entries);
        list["crossSigned"] = json!([statement]);
        json!({ "list": trust(&list, &next)["list"], "roots": old })
    };
    let (from, to) = ("2026-01-01T00:00:00+08:00", "2026-06-30T23:59:59+08:00");
    let good = with(&cross_signed(&office.root, &next, from, to));
    is(&verdict(&document, &good, &json!({ "on": ON })), "valid", &[]);
    let told = ok(&Receipts::new().examine_trust(&good.to_string(), &json!({ "on": ON }).to_string()));
    assert_eq!((&told["root"], &told["through"]), (&json!(next.kid()), &json!(office.root.kid())), "{told}");
    // Nobody but a pinned root vouches for another, for no other time, no other key, and not for its own successor.
    let mut altered = cross_signed(&office.root, &next, from, to);
    altered["root"]["notAfter"] = json!("2029-01-01T00:00:00+08:00");
    let chained = cross_signed(&stranger, &next, from, to);
    let (before, after) = ("2026-02-02T00:00:00+08:00", "2026-01-31T23:59:59+08:00");
    for wrong in [
        cross_signed(&stranger, &next, from, to),
        cross_signed(&next, &next, from, to),
        cross_signed(&office.root, &stranger, from, to),
        cross_signed(&office.root, &next, before, to),
        cross_signed(&office.root, &next, from, after),
        altered,
    ] {
        let found = verdict(&document, &with(&wrong), &json!({ "on": ON }));
        is(&found, "invalid", &["trust-list TRUST_LIST_SIGNATURE"]);
    }
    let mut two = list(&office.entries);
    two["crossSigned"] = json!([cross_signed(&office.root, &stranger, from, to), chained]);
    let two = json!({ "list": trust(&two, &next)["list"], "roots": old });
    is(&verdict(&document, &two, &json!({ "on": ON })), "invalid", &["trust-list TRUST_LIST_SIGNATURE"]);
    let mut many = list(&office.entries);
    many["crossSigned"] = Value::Array(vec![cross_signed(&office.root, &next, from, to); 9]);
    let many = json!({ "list": trust(&many, &next)["list"], "roots": old });
    let refused = error(&Receipts::new().examine_trust(&many.to_string(), &json!({ "on": ON }).to_string()));
    assert_eq!(refused["issues"], json!([{ "code": "TOO_MANY_ENTRIES", "path": "/list/crossSigned" }]));
}

/// A catalogue's manifest, and a publisher that the list allows.
struct Publisher {
    office: Office,
    key: TestKey,
    manifest: String,
}

impl Publisher {
    fn new() -> Self {
        let (mut office, key) = (Office::new(), TestKey::new(Algorithm::Sm2Sm3, 60));
        let mut own = entry(&key, issuing::PLATFORM, "示例目录发布平台");
        own["types"] = json!([]);
        own["catalogues"] = json!(true);
        office.entries.push(own);
        office.trust = trust(&list(&office.entries), &office.root).to_string();
        let engine = Session::new();
        let mut catalogue: Value =
            serde_json::from_str(&fs::read_to_string("src/data/catalogue.sample.json").unwrap()).unwrap();
        catalogue["seq"] = json!(12);
        ok(&engine.load(catalogue.to_string().into_bytes()));
        let files = ok(&engine.publish(0));
        let manifest = files.as_array().unwrap().iter().find(|file| file["name"] == "manifest.json").unwrap();
        Self { key, office, manifest: manifest["text"].as_str().unwrap().to_owned() }
    }

    fn draft(&self, key: &TestKey, at: &str) -> Value {
        let signer = json!({ "alg": key.algorithm.as_str(), "kid": key.kid(), "issuedAt": at });
        ok(&self.office.core.draft_manifest(&self.manifest, &signer.to_string()))
    }

    /// The manifest as it is signed by any key, whether it may or not.
    fn signed_by(&self, key: &TestKey, at: &str, purpose: &str) -> Value {
        let draft = self.draft(key, at);
        let mut manifest: Value = serde_json::from_str(draft["manifest"].as_str().unwrap()).unwrap();
        let text = draft["manifest"].as_str().unwrap();
        let bytes = to_be_signed(&protected(key.algorithm, kid_of(&key.kid()).unwrap()), purpose, text.as_bytes());
        let value = base64::encode(&key.sign(&bytes));
        manifest["signature"] = json!({ "alg": key.algorithm.as_str(), "kid": key.kid(), "value": value });
        manifest
    }

    fn told(&self, manifest: &Value, trust: &str, request: &Value) -> Value {
        ok(&self.office.core.verify_manifest(&manifest.to_string(), trust, &request.to_string(), ""))
    }

    #[track_caller]
    fn refused(&self, manifest: &Value, code: &str) {
        let told = self.told(manifest, &self.office.trust, &json!({ "on": ON }));
        assert_eq!((&told["overall"], noted(&told)), (&json!("invalid"), vec![code.to_owned()]), "{told:#}");
        assert!(told.get("issuer").is_none());
    }
}

#[test]
fn a_manifest_is_drafted_signed_and_verified() {
    let publisher = Publisher::new();
    let Publisher { office, key, .. } = &publisher;
    let draft = publisher.draft(key, ISSUED);
    let signature = Office::signature(&draft, key).to_string();
    let made = ok(&office.core.attach_manifest(&draft.to_string(), &signature, &office.trust));
    let json = made["json"].as_str().unwrap();
    let told = ok(&office.core.verify_manifest(json, &office.trust, &json!({ "on": ON }).to_string(), ""));
    assert_eq!((&told["overall"], &told["trust"]["ageDays"]), (&json!("valid"), &json!(47)), "{told:#}");
    assert_eq!(told["verdict"], "签名校验通过：这份事项目录由示例目录发布平台发布。");
    assert!(issuing::ok(&Session::new().open(json, 12))["seq"] == 12, "and the catalogue opens by it");
    // Of a manifest that is signed already another is drafted.
    let signer = json!({ "alg": "SM2SM3", "kid": key.kid(), "issuedAt": ISSUED }).to_string();
    assert_eq!(ok(&office.core.draft_manifest(json, &signer)), draft);
    for (key, code) in [(&office.keys[0], "/value"), (&TestKey::new(Algorithm::Sm2Sm3, 61), "/kid")] {
        let draft = publisher.draft(key, ISSUED);
        let signature = Office::signature(&draft, key).to_string();
        let refused = error(&office.core.attach_manifest(&draft.to_string(), &signature, &office.trust));
        assert_eq!((&refused["code"], &refused["path"]), (&json!("SIGNATURE_REFUSED"), &json!(code)));
    }
}

#[test]
fn a_manifest_without_a_good_signature_is_refused() {
    let publisher = Publisher::new();
    let Publisher { office, key, .. } = &publisher;
    let good = publisher.signed_by(key, ISSUED, MANIFEST_SIGNED_AS);
    let with = |key: &str, value: Value| {
        let mut manifest = good.clone();
        manifest[key] = value;
        manifest
    };
    assert_eq!(publisher.told(&good, &office.trust, &json!({ "on": ON }))["overall"], "valid");
    for key in ["seq", "items"] {
        publisher.refused(&with(key, json!(13)), "signature SIGNATURE_WRONG");
    }
    publisher.refused(&with("index", json!("0".repeat(64))), "signature SIGNATURE_WRONG");
    publisher.refused(&with("issuedAt", json!("2026-03-03T15:31:07+08:00")), "signature SIGNATURE_WRONG");
    publisher.refused(&with("x-own", json!("theirs")), "format UNKNOWN_FIELDS");
    let mut unsigned = good.clone();
    unsigned.as_object_mut().unwrap().remove("signature");
    publisher.refused(&unsigned, "signature SIGNATURE_MISSING");
    publisher.refused(&serde_json::from_str(&publisher.manifest).unwrap(), "signature SIGNATURE_MISSING");
    let mut short = good["signature"].clone();
    short["value"] = json!("AAAA");
    publisher.refused(&with("signature", short), "format ENCODING_INVALID");
    let mut own = good["signature"].clone();
    own["x-own"] = json!(5);
    publisher.refused(&with("signature", own), "format UNKNOWN_FIELDS");
    for purpose in [SIGNED_AS, lists::SIGNED_AS, lists::ROOT_SIGNED_AS, ""] {
        publisher.refused(&publisher.signed_by(key, ISSUED, purpose), "signature SIGNATURE_WRONG");
    }
    let told = publisher.told(&good, "{}", &json!({ "on": ON }));
    assert_eq!(noted(&told), ["trust-list TRUST_LIST_INVALID"]);
}

#[test]
fn a_manifest_is_signed_by_a_key_that_may_and_at_its_time() {
    let publisher = Publisher::new();
    let Publisher { office, key, .. } = &publisher;
    publisher.refused(&publisher.signed_by(&office.keys[0], ISSUED, MANIFEST_SIGNED_AS), "issuer PURPOSE_NOT_ALLOWED");
    let stranger = TestKey::new(Algorithm::EdDsa, 61);
    publisher.refused(&publisher.signed_by(&stranger, ISSUED, MANIFEST_SIGNED_AS), "key KEY_UNKNOWN");
    publisher
        .refused(&publisher.signed_by(key, "2026-03-21T00:00:00+08:00", MANIFEST_SIGNED_AS), "issued ISSUED_FUTURE");
    publisher
        .refused(&publisher.signed_by(key, "2025-12-31T00:00:00+08:00", MANIFEST_SIGNED_AS), "key KEY_NOT_YET_VALID");
    let good = publisher.signed_by(key, ISSUED, MANIFEST_SIGNED_AS);
    let place = office.entries.len() - 1;
    let under = |change: &dyn Fn(&mut Value)| {
        let list = changed(office, change).to_string();
        let told = ok(&Receipts::new().verify_manifest(&good.to_string(), &list, "{}", ""));
        (told["overall"].as_str().unwrap().to_owned(), noted(&told))
    };
    is(&under(&|_| ()), "valid", &[]);
    is(&under(&|list| list["keys"][place]["regions"] = json!(["440100"])), "invalid", &["issuer REGION_NOT_ALLOWED"]);
    is(
        &under(&|list| list["keys"][place]["revokeReason"] = json!("key-compromise")),
        "invalid",
        &["key KEY_COMPROMISED"],
    );
    is(&under(&|list| list["minCatalogue"][0]["seq"] = json!(13)), "invalid", &["catalogue CATALOGUE_OUTDATED"]);
    // Without a day it is the later of the two, which is the earliest that it can be.
    is(
        &under(&|list| list["nextUpdate"] = json!("2026-02-20T00:00:00+08:00")),
        "warning",
        &["trust-list TRUST_LIST_STALE"],
    );
    is(
        &under(&|list| list["nextUpdate"] = json!("2026-02-01T00:00:00+08:00")),
        "warning",
        &["trust-list TRUST_LIST_STALE"],
    );
    is(
        &under(&|list| {
            list["issuedAt"] = json!("2026-01-01T00:00:00+08:00");
            list["nextUpdate"] = json!("2026-01-02T00:00:00+08:00");
        }),
        "invalid",
        &["trust-list TRUST_LIST_EXPIRED"],
    );
}

/// Every row of the page names a test, and the test exists.
#[test]
fn every_row_about_trust_is_a_test() {
    let page = fs::read_to_string("docs/trust.md").unwrap();
    let own = fs::read_to_string("tests/it/trust.rs").unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| --")).collect();
    let mut tests = 0;
    for row in rows.iter().filter(|row| !row.ends_with("| test |")) {
        let cell = row.trim_end_matches('|').rsplit('|').next().unwrap().trim();
        for name in cell.trim_matches('`').split("`, `") {
            let stands = match name.split_once(": ") {
                Some((file, name)) => fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("'{name}'"))),
                None => name.strip_prefix("trust::").is_some_and(|name| own.contains(&format!("\nfn {name}() {{"))),
            };
            assert!(stands, "{name} is no test: {row}");
            tests += 1;
        }
    }
    assert!(tests >= 15, "{tests}");
}
