//! Receipts that are genuine, and not the ones that they are shown as: of another case, after another receipt, not what the
//! portal expects.

use super::making::{Made, code, document, parts, sorted, with_body};
use super::vectors::Vectors;
use crate::support::issuing::records;
use serde_json::{Value, json};
use yushen::receipt::SIGNED_AS;
use yushen::receipt::head::{Envelope, Head};

pub fn all(vectors: &mut Vectors<'_>) {
    histories(vectors);
    links(vectors);
    expected(vectors);
}

/// The small receipt with another body, naming a receipt before it.
fn after(vectors: &Vectors<'_>, before: &Made, change: impl Fn(&mut Value, &mut Head)) -> Made {
    let chain = before.envelope.chain(SIGNED_AS);
    let mut body: Value = serde_json::from_str(&vectors.small.body).unwrap();
    let mut head = Head { previous: Some(chain), ..vectors.small.head.clone() };
    body["previous"] = json!({ "number": before.head.number, "digest": chain.to_string() });
    change(&mut body, &mut head);
    with_body(&Made { head, ..vectors.small.clone() }, vectors.sm2(), &sorted(&body))
}

fn histories(vectors: &mut Vectors<'_>) {
    vectors.about("receipt replayed in another case");
    let (small, full) = (vectors.small.text.clone(), vectors.full.text.clone());
    let previous = |text: &str| json!({ "previous": text });
    vectors.add_with("a previous receipt where none is named", &small, &previous(&full), "history", "PREVIOUS_DIFFERS");
    let next = after(vectors, &vectors.full.clone(), |_, _| {});
    vectors.add_with("the previous receipt of another case", &next.text, &previous(&full), "history", "CASE_DIFFERS");
    vectors.add_with("another receipt than is named", &next.text, &previous(&small), "history", "PREVIOUS_DIFFERS");
    let text = code(&next.envelope.encode());
    vectors.add_with("another than is named, of a code", &text, &previous(&small), "history", "PREVIOUS_DIFFERS");
    vectors.add_with("another item, of a code", &text, &previous(&full), "history", "ITEM_DIFFERS");
    let envelope = Envelope { signature: vectors.small.envelope.signature, ..vectors.full.envelope.clone() };
    let forged = document(&vectors.full.body, &envelope);
    vectors.add_with(
        "a previous receipt that is forged",
        &next.text,
        &previous(&forged),
        "history",
        "PREVIOUS_INVALID",
    );
    let altered = full.replace("行政审批处", "执法监督处");
    vectors.add_with("a previous receipt that was altered", &text, &previous(&altered), "history", "PREVIOUS_INVALID");
}

/// What is changed of a receipt that names one before it.
type Change = fn(&mut Value, &mut Head);

fn links(vectors: &mut Vectors<'_>) {
    // Another receipt of the case of the small one, an hour before it.
    let mut record = records()[29]["record"].clone();
    for time in ["received", "issued"] {
        record["times"][time] = json!("2026-03-02T08:00:01+08:00");
    }
    record["number"] = json!("深示收〔2026〕0001号");
    let first = parts(vectors.office.issue(&record, 0)["json"].as_str().unwrap());
    let changes: [(&str, &str, Change); 3] = [
        ("the number of another", "PREVIOUS_NUMBER_DIFFERS", |body, _| {
            body["previous"]["number"] = json!("深示收〔2026〕9999号");
        }),
        ("another applicant", "APPLICANT_DIFFERS", |body, _| {
            body["applicant"] = json!({ "name": "李四" });
        }),
        ("older than the one before", "HISTORY_ORDER", |body, head| {
            for time in ["received", "issued"] {
                body["times"][time] = json!("2026-03-02T07:00:01+08:00");
            }
            head.issued -= 7200;
        }),
    ];
    for (name, code, change) in changes {
        let made = after(vectors, &first, change);
        vectors.add_with(name, &made.text, &json!({ "previous": first.text }), "history", code);
    }
}

fn expected(vectors: &mut Vectors<'_>) {
    vectors.about("genuine receipt of somebody or something else");
    let full = vectors.full.clone();
    let body: Value = serde_json::from_str(&full.body).unwrap();
    let lists = body["materials"].as_array().unwrap().iter().filter_map(|material| material["files"].as_array());
    let files: Vec<Value> = lists.flatten().skip(1).cloned().collect();
    for (name, expect) in [
        ("another case", json!({ "case": "12440300455751230Q3440125009000202603020009" })),
        ("another item", json!({ "item": "12440300455751230Q3440131006000" })),
        ("another name", json!({ "applicant": { "name": "李四" } })),
        ("another number of the applicant", json!({ "applicant": { "identifier": "440304199001010011" } })),
        ("a file more than was handed in", json!({ "files": files })),
    ] {
        vectors.add_with(name, &full.text, &json!({ "expect": expect }), "expected", "EXPECTED_DIFFERS");
    }
    let expect = json!({ "expect": { "item": "12440300455751230Q3440131006000" } });
    vectors.add_with(
        "another item, of a code",
        &code(&full.envelope.encode()),
        &expect,
        "expected",
        "EXPECTED_DIFFERS",
    );
}
