//! Catalogues and applications at random.

use crate::support::Random;
use serde_json::{Value, json};

pub const ON: &str = "2026-03-02";
pub const NUMBER: &str = "440304199001010011";
pub const CODE: &str = "91440300MA5F12342Q";

pub fn chance(numbers: &mut Random, one_in: u64) -> bool {
    numbers.below(one_in) == 0
}

/// A condition on the questions of every generated item, all of which are answered.
pub fn condition(numbers: &mut Random) -> Value {
    match numbers.below(4) {
        0 => json!({ "question": "yes", "is": chance(numbers, 2) }),
        1 => json!({ "question": "way", "is": numbers.one_of(&["a", "b"]) }),
        2 => json!({ "not": { "question": "way", "is": "a" } }),
        _ => json!({ "all": [{ "question": "yes", "is": true }, { "question": "way", "is": ["a", "c"] }] }),
    }
}

pub fn file_rule(numbers: &mut Random) -> Value {
    let mut rule = json!({});
    let law = json!({ "statute": "licensing-law", "article": 31 });
    match numbers.below(5) {
        0 => rule["photo"] = json!({ "width": 358, "height": 441, "basis": law }),
        1 => {
            let least = 1 + numbers.below(3);
            rule["minPages"] = json!(least);
            rule["maxPages"] = json!(least + numbers.below(3));
            rule["basis"] = law;
        }
        2 => rule["kinds"] = json!(["pdf"]),
        _ => rule["min"] = json!(numbers.below(3)),
    }
    if chance(numbers, 2) {
        rule["maxBytes"] = json!(1000 + numbers.below(1000));
        rule["max"] = json!(2 + numbers.below(2));
    }
    if chance(numbers, 4) {
        rule["distinct"] = json!(true);
    }
    rule
}

pub fn fields(numbers: &mut Random) -> Value {
    let mut fields = Vec::new();
    for (id, more) in [
        ("number", json!({ "identifier": "resident-id" })),
        ("code", json!({ "identifier": "uscc" })),
        ("day", json!({ "type": "date" })),
        ("words", json!({})),
    ] {
        if chance(numbers, 3) {
            let mut field = json!({ "id": id, "label": id, "required": chance(numbers, 2) });
            for (key, value) in more.as_object().unwrap() {
                field[key] = value.clone();
            }
            fields.push(field);
        }
    }
    json!(fields)
}

pub fn material(numbers: &mut Random, place: u64) -> Value {
    let mut material = json!({
        "id": format!("m{place}"), "name": format!("M{place}"), "kind": "other", "evidence": "example",
        "need": numbers.one_of(&["required", "required", "optional", "deferrable"]), "fields": fields(numbers),
    });
    if chance(numbers, 3) {
        material["when"] = condition(numbers);
    }
    if chance(numbers, 2) {
        material["files"] = file_rule(numbers);
    }
    match numbers.below(8) {
        0 | 1 => material["group"] = json!("g"),
        2 => material["per"] = json!("r"),
        3 => material["copies"] = json!(2),
        4 => material["agent"] = json!(true),
        5 => material["shared"] = json!(true),
        6 => {
            material["validity"] =
                json!({ "required": true, "maxAgeMonths": 3, "basis": { "statute": "licensing-law", "article": 31 } });
        }
        _ => {}
    }
    material
}

pub fn catalogue(numbers: &mut Random) -> Value {
    let materials: Vec<Value> = (0..3 + numbers.below(7)).map(|place| material(numbers, place)).collect();
    let grouped = materials.iter().filter(|material| material["group"].is_string()).count() as u64;
    let form = json!({ "id": "f", "name": "F", "evidence": "example", "fields": [
        { "id": "sum", "label": "sum", "type": "number", "sumOf": ["one", "two"], "required": chance(numbers, 2) },
        { "id": "one", "label": "one", "type": "number", "required": true },
        { "id": "two", "label": "two", "type": "number", "requiredWhen": condition(numbers) },
        { "id": "short", "label": "short", "max": 4 },
        { "id": "from", "label": "from", "type": "date" },
        { "id": "to", "label": "to", "type": "date", "notBefore": "from", "required": chance(numbers, 3) },
    ] });
    let groups = json!([{ "id": "g", "name": "g", "min": 1 + numbers.below(2).min(grouped.saturating_sub(1)) }]);
    let mut item = json!({
        "code": "G-1", "version": "1", "name": "G", "procedure": numbers.one_of(&["licence", "registration"]),
        "authority": { "name": "A" }, "audience": ["natural-person"], "validFrom": "2020-01-01", "basis": [],
        "questions": [{ "id": "yes", "label": "?", "kind": "boolean" }, { "id": "way", "label": "?", "kind": "choice",
            "options": [{ "id": "a", "label": "a" }, { "id": "b", "label": "b" }, { "id": "c", "label": "c" }] }],
        "materials": materials, "groups": if grouped > 0 { groups } else { json!([]) },
        "roles": [{ "id": "r", "name": "r", "min": numbers.below(2), "identifier": "resident-id", "evidence": "example" }],
        "forms": [form], "limits": [],
    });
    if chance(numbers, 2) {
        item["applicant"] = json!("resident-id");
    }
    json!({ "format": "yushen-catalogue/0.1", "name": "N", "region": "440300", "version": "g", "validFrom": "2020-01-01", "source": "generated", "items": [item] })
}

/// A file that meets every rule of a material.
pub fn good_file(numbers: &mut Random, material: &Value) -> Value {
    let rule = &material["files"];
    let digest = format!("{:064x}", numbers.next());
    let kind = if rule["photo"].is_object() { "jpeg" } else { "pdf" };
    let mut file = json!({ "name": format!("a.{}", if kind == "pdf" { "pdf" } else { "jpg" }), "size": 500, "kind": kind, "sha256": digest, "sm3": digest });
    if kind == "pdf" {
        file["pages"] = rule["minPages"].as_u64().unwrap_or(1).into();
    } else {
        (file["width"], file["height"]) = (json!(358), json!(441));
    }
    file
}

pub fn any_file(numbers: &mut Random, material: &Value) -> Value {
    let mut file = good_file(numbers, material);
    for _ in 0..numbers.below(3) {
        match numbers.below(10) {
            0 => file["size"] = json!(0),
            1 => file["kind"] = json!("exe"),
            2 => file["size"] = json!(5_000_000),
            3 => file["damage"] = json!(numbers.one_of(&["cut", "zeros"])),
            4 => file["locked"] = json!(numbers.one_of(&["open", "password"])),
            5 => file["macros"] = json!(true),
            6 => file["unsafe"] = json!(["ratio"]),
            7 => file["pages"] = json!(numbers.below(9) + 1),
            8 => (file["width"], file["height"]) = (json!(100), json!(100)),
            _ => (file["sha256"], file["sm3"]) = (json!("1".repeat(64)), json!("1".repeat(64))),
        }
    }
    file
}

pub fn any_field(numbers: &mut Random) -> Value {
    let bare = match numbers.below(6) {
        0 => json!(NUMBER),
        1 => json!(CODE),
        2 => json!("2026-02-30"),
        3 => json!(" "),
        4 => json!(numbers.below(9)),
        _ => json!("2026-03-01"),
    };
    let from = numbers.one_of(&["typed", "ocr", "e-licence"]);
    if chance(numbers, 3) { json!({ "value": bare, "from": from }) } else { bare }
}

pub fn submitted(numbers: &mut Random, material: &Value) -> Value {
    let via = *numbers.one_of(&["upload", "upload", "upload", "paper", "e-licence", "later", "commitment"]);
    let mut given = json!({ "via": via, "fields": {} });
    if via == "upload" {
        let files: Vec<Value> = (0..numbers.below(4)).map(|_| any_file(numbers, material)).collect();
        given["files"] = json!(files);
    }
    for field in material["fields"].as_array().unwrap() {
        if chance(numbers, 2) {
            given["fields"][field["id"].as_str().unwrap()] = any_field(numbers);
        }
    }
    match numbers.below(6) {
        0 => given["copies"] = json!(numbers.below(3)),
        1 => given["validUntil"] = json!("2026-03-01"),
        2 => given["issuedOn"] = json!(numbers.one_of(&["2026-03-05", "2025-01-01", "2026-02-01"])),
        _ => {}
    }
    given
}

pub fn application(numbers: &mut Random, item: &Value) -> Value {
    let mut application = json!({ "on": ON, "channel": numbers.one_of(&["online", "window"]), "materials": {}, "form": {},
        "answers": { "yes": chance(numbers, 2), "way": numbers.one_of(&["a", "b", "c"]) } });
    let people = numbers.below(3);
    if people > 0 {
        application["parties"] = json!({ "r": [] });
        for _ in 0..people {
            let number = json!({ "kind": "resident-id", "value": if chance(numbers, 3) { "1" } else { NUMBER } });
            application["parties"]["r"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "party": { "kind": "person", "identifier": number }, "materials": {} }));
        }
    }
    if chance(numbers, 2) {
        application["applicant"] = json!({ "kind": "person", "identifier": { "kind": "resident-id", "value": numbers.one_of(&[NUMBER, "110105194912310021"]) } });
    }
    if chance(numbers, 3) {
        application["agent"] = json!({ "kind": "person", "name": "B" });
    }
    for material in item["materials"].as_array().unwrap() {
        let id = material["id"].as_str().unwrap();
        if material["per"].is_string() {
            for person in 0..people {
                if chance(numbers, 2) {
                    application["parties"]["r"][usize::try_from(person).unwrap()]["materials"][id] =
                        submitted(numbers, material);
                }
            }
        } else if chance(numbers, 2) {
            application["materials"][id] = submitted(numbers, material);
        }
    }
    for field in ["sum", "one", "two", "short", "from", "to"] {
        if chance(numbers, 2) {
            application["form"][field] = any_field(numbers);
        }
    }
    application
}
