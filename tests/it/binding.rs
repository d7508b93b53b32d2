//! What a receipt is tied to: the one before it, what the portal expects, and the authority that the trust list names. Each
//! document is truly signed, so that only the rule it breaks is told.

use crate::kit::making::{Made, code, parts, sorted, with_body};
use crate::support::issuing::{self, ON, Office, USCC, entry, error, list, records, trust};
use crate::support::signing::TestKey;
use serde_json::{Value, json};
use yushen::receipt::SIGNED_AS;
use yushen::receipt::head::Head;
use yushen::receipt::signature::Algorithm;
use yushen::session::Receipts;

/// A record by its name in `tests/data/records.json`.
fn record(name: &str) -> Value {
    records().iter().find(|each| each["name"] == name).unwrap()["record"].clone()
}

/// The checks of one name, as `result CODE`.
fn told(verified: &Value, name: &str) -> Vec<String> {
    let checks = verified["checks"].as_array().unwrap().iter().filter(|check| check["name"] == name);
    let word = |check: &Value, key: &str| check[key].as_str().unwrap_or_default().to_owned();
    checks.map(|check| format!("{} {}", word(check, "result"), word(check, "code")).trim_end().to_owned()).collect()
}

/// A case of two: 收件凭证, and 受理 that names it, with whatever is changed in its body.
struct Case {
    office: Office,
    first: Made,
    second: Made,
}

impl Case {
    fn new() -> Self {
        let office = Office::new();
        let first = parts(office.issue(&record("收件凭证"), 0)["json"].as_str().unwrap());
        let second = Self::after(&office, &first, |_| {});
        Self { office, first, second }
    }

    /// 受理 after another receipt.
    fn after(office: &Office, before: &Made, change: impl Fn(&mut Value)) -> Made {
        let mut record = record("受理（许可）");
        let chain = before.envelope.chain(SIGNED_AS).to_string();
        record["previous"] = json!({ "number": before.head.number, "digest": chain });
        change(&mut record);
        parts(office.issue(&record, 0)["json"].as_str().unwrap())
    }

    fn changed(&self, change: impl Fn(&mut Value)) -> Made {
        Self::after(&self.office, &self.first, change)
    }

    /// What a verification says of the link to the receipt before.
    fn link(&self, text: &str, previous: &str) -> (String, Vec<String>) {
        let asked = json!({ "on": ON, "previous": previous });
        let verified = self.office.verify_with(text, &self.office.trust, &asked);
        (verified["overall"].as_str().unwrap().to_owned(), told(&verified, "history"))
    }

    fn history(&self, texts: &[&str]) -> Value {
        let request = json!({ "receipts": texts, "on": ON }).to_string();
        issuing::ok(&self.office.core.history(&request, &self.office.trust, ""))
    }

    /// What is said of an expectation.
    fn expected(&self, text: &str, expect: &Value) -> (String, Vec<Value>) {
        let asked = json!({ "on": ON, "expect": expect });
        let verified = self.office.verify_with(text, &self.office.trust, &asked);
        let checks = verified["checks"].as_array().unwrap().iter().filter(|check| check["name"] == "expected");
        let said = checks.map(|check| check.get("params").map_or(json!("pass"), |params| params["field"].clone()));
        (verified["overall"].as_str().unwrap().to_owned(), said.collect())
    }
}

fn text_of(made: &Made) -> String {
    code(&made.envelope.encode())
}

fn invalid(code: &str) -> (String, Vec<String>) {
    ("invalid".into(), vec![format!("fail {code}")])
}

#[test]
fn a_receipt_is_tied_to_the_one_before_in_every_form() {
    let case = Case::new();
    let (first, second) = (&case.first, &case.second);
    assert_eq!(case.link(&second.text, &first.text), ("valid".into(), vec!["pass".into()]));
    let open = ("valid".into(), vec!["skipped CASE_NOT_COMPARED".into()]);
    for (one, other) in [
        (text_of(second), first.text.clone()),
        (second.text.clone(), text_of(first)),
        (text_of(second), text_of(first)),
    ] {
        assert_eq!(case.link(&one, &other), open, "a code has no case, but the link is signed");
    }
    let stranger = parts(case.office.issue(&record("收件凭证（窗口）"), 0)["json"].as_str().unwrap());
    for one in [second.text.clone(), text_of(second)] {
        for other in [stranger.text.clone(), text_of(&stranger)] {
            assert_eq!(case.link(&one, &other), invalid("PREVIOUS_DIFFERS"), "another receipt");
        }
        assert_eq!(case.link(&one, "rubbish"), invalid("PREVIOUS_INVALID"));
    }
    for one in [first.text.clone(), text_of(first)] {
        assert_eq!(case.link(&one, &stranger.text), invalid("PREVIOUS_DIFFERS"), "none is named");
    }
    let alone = case.office.verify(&text_of(second));
    assert_eq!(told(&alone, "history"), ["skipped PREVIOUS_NOT_GIVEN"], "what is not compared is told");
}

#[test]
fn the_receipt_before_must_itself_be_genuine() {
    let case = Case::new();
    let altered = case.first.text.replace("行政审批处", "另一个部门");
    assert_ne!(altered, case.first.text);
    let mut forged: Value = serde_json::from_str(&case.first.text).unwrap();
    forged["sig"]["value"] = serde_json::from_str::<Value>(&case.second.text).unwrap()["sig"]["value"].clone();
    let mut envelope = case.first.envelope.clone();
    envelope.signature = case.second.envelope.signature;
    for (name, previous) in [
        ("its body is not what was signed", altered),
        ("its signature is another's", forged.to_string()),
        ("its signature is another's, in a code", code(&envelope.encode())),
    ] {
        for one in [case.second.text.clone(), text_of(&case.second)] {
            assert_eq!(case.link(&one, &previous), invalid("PREVIOUS_INVALID"), "{name}");
        }
    }
}

#[test]
fn two_receipts_of_a_case_agree_in_number_time_case_item_and_applicant() {
    let case = Case::new();
    let body = |change: &dyn Fn(&mut Value)| {
        let mut body: Value = serde_json::from_str(&case.second.body).unwrap();
        change(&mut body);
        with_body(&case.second, &case.office.keys[0], &sorted(&body)).text
    };
    let number = body(&|body| body["previous"]["number"] = json!("深示收〔2026〕9999号"));
    assert_eq!(case.link(&number, &case.first.text), invalid("PREVIOUS_NUMBER_DIFFERS"));
    let other = body(&|body| body["case"]["number"] = json!("12440300455751230Q3440125009000202603020009"));
    assert_eq!(case.link(&other, &case.first.text), invalid("CASE_DIFFERS"));
    for (key, value) in [("name", "示例劳务（深圳）有限公司"), ("identifier", "91440300708461136T")] {
        let applicant = body(&|body| body["applicant"][key] = json!(value));
        assert_eq!(case.link(&applicant, &case.first.text), invalid("APPLICANT_DIFFERS"), "{key}");
    }
    let item = case.changed(|record| record["item"]["code"] = json!("12440300455751230Q3440131006000"));
    for one in [item.text.clone(), text_of(&item)] {
        assert_eq!(case.link(&one, &case.first.text), invalid("ITEM_DIFFERS"));
    }
    let earlier = case.changed(|record| {
        for time in ["submitted", "received", "accepted", "issued"] {
            record["times"][time] = json!("2026-03-01T08:00:00+08:00");
        }
    });
    for one in [earlier.text.clone(), text_of(&earlier)] {
        assert_eq!(case.link(&one, &case.first.text), invalid("HISTORY_ORDER"));
    }
}

#[test]
fn a_history_tells_a_gap_at_its_front_and_holds_in_codes_too() {
    let case = Case::new();
    let (first, second) = (&case.first, &case.second);
    assert_eq!(case.history(&[&first.text, &second.text])["overall"], "valid");
    let cut = case.history(&[&second.text]);
    assert_eq!(cut["overall"], "warning", "{cut:#}");
    assert_eq!(told(&cut["receipts"][0], "history"), ["warn HISTORY_INCOMPLETE"]);
    let cut = case.history(&[&text_of(second)]);
    assert_eq!(told(&cut["receipts"][0], "history"), ["warn HISTORY_INCOMPLETE"]);
    assert_eq!(case.history(&[&text_of(first), &text_of(second)])["overall"], "valid");
    for wrong in [[second, first], [first, first], [second, second]] {
        for [one, other] in [wrong.map(|made| made.text.clone()), wrong.map(text_of)] {
            assert_eq!(case.history(&[&one, &other])["overall"], "invalid");
        }
    }
    let third = |change: &dyn Fn(&mut Value)| {
        let mut record = record("延期告知");
        let chain = second.envelope.chain(SIGNED_AS).to_string();
        record["previous"] = json!({ "number": second.head.number, "digest": chain });
        change(&mut record);
        case.office.issue(&record, 0)["json"].as_str().unwrap().to_owned()
    };
    let around = |third: &str| {
        let told_of = case.history(&[&first.text, &text_of(second), third]);
        told(&told_of["receipts"][2], "history")
    };
    assert_eq!(around(&third(&|_| {})), ["pass"], "the document before the code has the case");
    let other = third(&|record| record["case"]["number"] = json!("12440300455751230Q3440125009000202603020009"));
    assert_eq!(around(&other), ["fail CASE_DIFFERS"], "a code between two documents hides no other case");
    let other = third(&|record| record["applicant"]["name"] = json!("示例劳务（深圳）有限公司"));
    assert_eq!(around(&other), ["fail APPLICANT_DIFFERS"]);
    let forged = first.text.replace("行政审批处", "另一个部门");
    let told_of = case.history(&[&forged, &second.text]);
    assert_eq!(told(&told_of["receipts"][1], "history"), ["fail PREVIOUS_INVALID"]);
}

#[test]
fn a_receipt_of_something_else_than_the_portal_expects_is_invalid() {
    let case = Case::new();
    let text = &case.second.text;
    let own = json!({ "case": "12440300455751230Q3440125009000202603020001", "item": "12440300455751230Q3440125009000",
        "applicant": { "name": "示例人力资源（深圳）有限公司", "identifier": "91440300MA5F12342Q" } });
    assert_eq!(case.expected(text, &own), ("valid".into(), vec![json!("pass")]));
    for (path, field) in
        [("/case", "case"), ("/item", "item"), ("/applicant/name", "applicant"), ("/applicant/identifier", "applicant")]
    {
        let mut other = own.clone();
        *other.pointer_mut(path).unwrap() = json!("another");
        assert_eq!(case.expected(text, &other), ("invalid".into(), vec![json!(field)]), "{path}");
    }
    let item = json!({ "item": "12440300455751230Q3440125009000" });
    assert_eq!(case.expected(&text_of(&case.second), &item), ("valid".into(), vec![json!("pass")]));
    let other = json!({ "item": "12440300455751230Q3440131006000" });
    assert_eq!(case.expected(&text_of(&case.second), &other), ("invalid".into(), vec![json!("item")]));
    let body: Value = serde_json::from_str(&case.second.body).unwrap();
    let lists = body["materials"].as_array().unwrap().iter().filter_map(|material| material["files"].as_array());
    let files: Vec<Value> = lists.flatten().cloned().collect();
    assert!(files.len() > 1);
    let named = |name: &str| {
        let mut files = files.clone();
        files[0]["name"] = json!(name);
        json!({ "files": files })
    };
    assert_eq!(case.expected(text, &named("whatever.pdf")), ("valid".into(), vec![json!("pass")]));
    for wrong in [json!({ "files": files[1..] }), json!({ "files": [] })] {
        assert_eq!(case.expected(text, &wrong), ("invalid".into(), vec![json!("files")]), "one file less");
    }
    let mut more = files.clone();
    more.push(json!({ "name": "x", "size": 3, "sha256": "1".repeat(64), "sm3": "1".repeat(64) }));
    assert_eq!(case.expected(text, &json!({ "files": more })), ("invalid".into(), vec![json!("files")]), "one more");
}

#[test]
fn a_file_of_a_listed_name_that_is_not_listed_is_told() {
    let case = Case::new();
    let body: Value = serde_json::from_str(&case.second.body).unwrap();
    let lists = body["materials"].as_array().unwrap().iter().filter_map(|material| material["files"].as_array());
    let mut files: Vec<Value> = lists.flatten().cloned().collect();
    let mut other = files[0].clone();
    other["size"] = json!(3);
    files.push(other);
    let asked = json!({ "on": ON, "files": files });
    let verified = case.office.verify_with(&case.second.text, &case.office.trust, &asked);
    assert_eq!(told(&verified, "files"), ["warn FILE_NOT_LISTED"]);
}

/// The code, the path, and every path of a refusal.
fn refusal(answer: &str) -> (String, Vec<String>) {
    let error = error(answer);
    let paths = error["issues"].as_array().map(|issues| issues.iter().map(|issue| issue["path"].clone()).collect());
    let paths: Vec<Value> = paths.filter(|paths: &Vec<Value>| !paths.is_empty()).unwrap_or(vec![error["path"].clone()]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&error["code"]), paths.iter().map(text).collect())
}

#[test]
fn what_a_form_cannot_be_compared_with_is_refused_and_not_dropped() {
    let case = Case::new();
    let Case { office, first, second } = &case;
    let sheet = include_str!("../cases/receipt.json");
    let sheets: Value = serde_json::from_str(sheet).unwrap();
    let sheet = sheets.as_array().unwrap().iter().find_map(|case| case["expected"]["ok"]["json"].as_str()).unwrap();
    let file = json!({ "name": "x", "size": 3, "sha256": "1".repeat(64), "sm3": "1".repeat(64) });
    let all = json!({ "on": ON, "files": [file], "previous": first.text,
        "expect": { "case": "x", "item": "x", "applicant": { "name": "x" }, "files": [file] } });
    let asked = |text: &str, request: &Value| office.core.verify(text, &office.trust, &request.to_string(), "");
    let lost = |paths: &[&str]| {
        (String::from("OPTION_NOT_OF_FORM"), paths.iter().map(|path| String::from(*path)).collect::<Vec<_>>())
    };
    assert_eq!(
        refusal(&asked(&text_of(second), &all)),
        lost(&["/files", "/expect/case", "/expect/applicant", "/expect/files"])
    );
    assert_eq!(refusal(&asked(sheet, &all)), lost(&["/previous", "/expect/case", "/expect/applicant"]));
    assert!(asked(&second.text, &all).contains("EXPECTED_DIFFERS"), "a document has all of them");
    for (expect, path) in [(json!({}), "/expect"), (json!({ "applicant": {} }), "/expect/applicant")] {
        let answer = asked(&second.text, &json!({ "on": ON, "expect": expect }));
        assert_eq!(refusal(&answer), ("KEY_MISSING".into(), vec![path.into()]), "an expectation that expects nothing");
    }
    let history = |request: Value| office.core.history(&request.to_string(), &office.trust, "");
    for (key, value) in [("files", json!([file])), ("previous", json!(first.text))] {
        let mut request = json!({ "receipts": [first.text], "on": ON });
        request[key] = value;
        assert_eq!(refusal(&history(request)), ("REQUEST_INVALID".into(), vec![format!("/{key}")]));
    }
    let both = json!([first.text, text_of(second)]);
    let answer = history(json!({ "receipts": both, "on": ON, "expect": { "case": "x" } }));
    assert_eq!(refusal(&answer), lost(&["/expect/case"]));
    let answer = history(json!({ "receipts": [first.text], "on": ON, "expect": { "files": [file] } }));
    assert_eq!(refusal(&answer), lost(&["/expect/files"]));
    let answer = history(json!({ "receipts": [first.text, second.text], "on": ON, "expect": { "item": "x" } }));
    assert_eq!(issuing::ok(&answer)["overall"], "invalid", "each of a history is what is expected");
}

#[test]
fn a_sheet_is_compared_with_the_files_and_the_item() {
    let office = Office::new();
    let sheets: Value = serde_json::from_str(include_str!("../cases/receipt.json")).unwrap();
    let sheet = sheets.as_array().unwrap().iter().find_map(|case| case["expected"]["ok"]["json"].as_str()).unwrap();
    let body: Value = serde_json::from_str(sheet).unwrap();
    let lists = body["body"]["materials"].as_array().unwrap().iter().filter_map(|each| each["files"].as_array());
    let mut files: Vec<Value> = lists.flatten().cloned().collect();
    for file in &mut files {
        file.as_object_mut().unwrap().remove("kind");
        file["name"] = json!("as the applicant has it.pdf");
    }
    let checks = |request: &Value, name: &str| {
        let verified = office.verify_with(sheet, "", request);
        assert_ne!(verified["overall"], "valid", "nobody has signed it");
        told(&verified, name)
    };
    let on = body["body"]["on"].clone();
    assert_eq!(checks(&json!({ "on": on, "files": files }), "files"), ["pass"]);
    assert_eq!(checks(&json!({ "on": on, "files": files[1..] }), "files"), ["warn FILE_MISSING"]);
    let expect = json!({ "item": body["body"]["item"], "files": files });
    assert_eq!(checks(&json!({ "on": on, "expect": expect }), "expected"), ["pass"]);
    let expect = json!({ "item": "another", "files": files[1..] });
    assert_eq!(checks(&json!({ "on": on, "expect": expect }), "expected"), ["fail EXPECTED_DIFFERS"; 2]);
}

#[test]
fn a_draft_has_no_place_for_a_code_and_says_so() {
    let office = Office::new();
    let draft = office.draft(&record("受理（许可）"), &office.keys[0]).to_string();
    let request = |url: &str| json!({ "on": ON, "url": url }).to_string();
    let good = request("https://zwfw.example.gov.cn/r");
    let lost = (String::from("OPTION_NOT_OF_FORM"), vec![String::from("/url")]);
    assert_eq!(refusal(&office.core.render(&draft, "", &good)), lost);
    assert_eq!(refusal(&String::from_utf8(office.core.ofd(&draft, "", &good)).unwrap()), lost);
    let document = office.issue(&record("受理（许可）"), 0);
    let answer = office.core.render(document["json"].as_str().unwrap(), "", &request("http://zwfw.example.gov.cn/r"));
    assert_eq!(refusal(&answer), ("URL_INVALID".into(), vec!["/url".into()]), "even where nothing verifies");
}

/// A document of a key whose entry is changed.
fn listed(change: impl Fn(&mut Value), body: impl Fn(&mut Value)) -> Value {
    let office = Office::new();
    let made = parts(office.issue(&record("受理（许可）"), 0)["json"].as_str().unwrap());
    let mut stated: Value = serde_json::from_str(&made.body).unwrap();
    body(&mut stated);
    let text = with_body(&made, &office.keys[0], &sorted(&stated)).text;
    let mut own = entry(&office.keys[0], USCC, "深圳市示例局");
    change(&mut own);
    // A component that has seen no list yet.
    let trust = trust(&list(&[own]), &office.root).to_string();
    issuing::ok(&Receipts::new().verify(&text, &trust, &json!({ "on": ON }).to_string(), ""))
}

#[test]
fn what_the_body_says_of_its_issuer_is_contradicted_by_the_list() {
    let good = listed(|_| {}, |_| {});
    assert_eq!(good["overall"], "valid");
    assert_eq!(told(&good, "issuer"), ["pass", "skipped DEPARTMENT_NOT_LISTED"]);
    let other = listed(|_| {}, |body| body["issuer"]["name"] = json!("深圳市另一局"));
    assert_eq!(other["overall"], "invalid", "{other:#}");
    assert_eq!(told(&other, "issuer")[0], "fail ISSUER_NAME_DIFFERS");
    assert!(other.to_string().contains("签名密钥属于深圳市示例局"), "the verdict says whose it is");
    assert!(other.get("issuer").is_none());
    let departments = |entry: &mut Value| entry["departments"] = json!(["行政审批处", "政策法规处"]);
    assert_eq!(told(&listed(departments, |_| {}), "issuer"), ["pass"]);
    let none = |body: &mut Value| drop(body["issuer"].as_object_mut().unwrap().remove("department"));
    assert_eq!(told(&listed(departments, none), "issuer"), ["pass"]);
    let other = listed(departments, |body| body["issuer"]["department"] = json!("执法监督处"));
    assert_eq!(
        (&other["overall"], told(&other, "issuer")),
        (&json!("invalid"), vec!["fail DEPARTMENT_DIFFERS".into()])
    );
    assert!(other.to_string().contains("行政审批处、政策法规处"));
}

#[test]
fn nothing_is_issued_in_another_name_than_that_of_the_list() {
    let office = Office::new();
    let mut record = record("受理（许可）");
    record["issuer"]["name"] = json!("深圳市另一局");
    let draft = office.draft(&record, &office.keys[0]);
    let signature = Office::signature(&draft, &office.keys[0]).to_string();
    let answer = office.core.attach(&draft.to_string(), &signature, &office.trust);
    assert_eq!(refusal(&answer), ("SIGNATURE_REFUSED".into(), vec!["/kid".into()]));
}

#[test]
fn names_are_refused_or_told_by_whose_they_are() {
    let office = Office::new();
    let signer = json!({ "alg": "SM2SM3", "kid": office.keys[0].kid() }).to_string();
    let with = |path: &str, text: &str| {
        let mut record = record("受理（许可）");
        let (place, last) = path.rsplit_once('/').unwrap();
        record.pointer_mut(place).unwrap()[last] = json!(text);
        record
    };
    for path in ["/issuer/name", "/issuer/department", "/item/name", "/materials/0/name"] {
        for text in [
            "深圳\u{E000}局",
            "深圳\u{F0000}局",
            "深圳局\u{E0100}",
            "深圳\u{180E}局",
            "深圳\u{600}局",
            "深圳\u{FE0F}局",
        ] {
            let error = error(&office.core.draft(&with(path, text).to_string(), &signer));
            let issue = json!({ "code": "CHARACTER_FORBIDDEN", "path": path });
            assert!(error["issues"].as_array().unwrap().contains(&issue), "{path} {text:?}: {error}");
        }
    }
    for path in ["/applicant/name", "/handler", "/contact/name"] {
        for text in ["张\u{180E}三", "张\u{600}三", "张\u{FE0F}三", "a\u{E0100}", "张\u{FDD0}三", "张\u{3164}三"]
        {
            let error = error(&office.core.draft(&with(path, text).to_string(), &signer));
            assert!(error.to_string().contains("CHARACTER_FORBIDDEN"), "{path} {text:?}: {error}");
        }
        for (text, code) in [
            ("张\u{E863}三", "warn RARE_CHARACTER"),
            ("葛\u{E0100}三", "warn RARE_CHARACTER"),
            ("⼯三", "warn NAME_RADICAL"),
            ("ロ三", "warn NAME_CONFUSABLE"),
            ("Pаul", "warn NAME_MIXED_SCRIPT"),
        ] {
            let verified = office.verify(office.issue(&with(path, text), 0)["json"].as_str().unwrap());
            assert_eq!(verified["overall"], "warning", "{path} {text}");
            assert!(told(&verified, "characters").contains(&code.into()), "{path} {text}: {verified:#}");
        }
    }
    let verified = office.verify(office.issue(&with("/item/name", "⼈力资源服务许可"), 0)["json"].as_str().unwrap());
    assert!(told(&verified, "characters").contains(&"warn NAME_RADICAL".into()));
    let mut own = entry(&TestKey::new(Algorithm::Sm2Sm3, 1), USCC, "深圳市示例局\u{E000}");
    own["departments"] = json!(["行政\u{180E}处"]);
    let of = trust(&list(&[own]), &office.root).to_string();
    let told = error(&Receipts::new().examine_trust(&of, &json!({ "on": ON }).to_string()));
    assert_eq!(told["issues"].as_array().unwrap().len(), 2, "{told}");
}

#[test]
fn a_head_names_the_receipt_before_it_under_the_signature() {
    let case = Case::new();
    let head = Head { previous: None, ..case.second.head.clone() };
    let bare = crate::kit::making::with_head(&case.second, &case.office.keys[0], head.encode());
    let (overall, history) = case.link(&bare, &case.first.text);
    assert_eq!(
        (overall.as_str(), history),
        ("invalid", vec!["fail PREVIOUS_DIFFERS".into()]),
        "the body alone is no link"
    );
}
