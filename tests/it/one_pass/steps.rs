//! What an applicant does about a finding.

use super::generated::{CODE, NUMBER, good_file};
use super::given;
use crate::support::Random;
use serde_json::{Value, json};

/// Hands a material in as it should be; what was given with it stays as far as it is right.
pub fn supply(numbers: &mut Random, application: &mut Value, base: &str, material: &Value) {
    let id = material["id"].as_str().unwrap();
    let slot = application.pointer_mut(&format!("{base}/materials")).unwrap();
    if !slot[id].is_object() {
        slot[id] = json!({ "fields": {} });
    }
    slot[id]["copies"] = json!(2);
    if given(&slot[id]) {
        return; // only copies were lacking
    }
    let files = material["files"]["min"].as_u64().unwrap_or(1).max(1);
    slot[id]["via"] = json!("upload");
    slot[id]["files"] = (0..files).map(|_| good_file(numbers, material)).collect();
}

/// Makes right what stands at one place, as the rule of the place wants it.
pub fn step(numbers: &mut Random, application: &mut Value, item: &Value, action: &str, path: &str) {
    let words: Vec<&str> = path.split('/').skip(1).collect();
    let (base, words) = match words.as_slice() {
        ["parties", role] => {
            assert_eq!(*role, "r");
            // Somebody of whom nothing is known yet: all they need is a step of its own.
            application["parties"] = json!({ "r": [{ "party": { "kind": "person" }, "materials": {} }] });
            return;
        }
        ["parties", role, index, ..] if application.pointer(&format!("/parties/{role}/{index}")).is_none() => return,
        ["parties", role, index, rest @ ..] => (format!("/parties/{role}/{index}"), rest.to_vec()),
        words => (String::new(), words.to_vec()),
    };
    let listed = |id: &str| item["materials"].as_array().unwrap().iter().find(|each| each["id"] == id).unwrap();
    let good = json!({ "kind": "resident-id", "value": NUMBER });
    match (action, words.as_slice()) {
        ("supply", ["materials", id]) => supply(numbers, application, &base, listed(id)),
        ("replace", ["materials", id, "files", index]) => {
            let file = good_file(numbers, listed(id));
            let place = format!("{base}/materials/{id}/files/{index}");
            *application.pointer_mut(&place).unwrap_or_else(|| panic!("{place} is not there")) = file;
        }
        ("replace", ["materials", _]) => {} // too many files: which of them go is seen at the end
        ("confirm", ["materials", id, "files", index]) => {
            let file = good_file(numbers, listed(id));
            let place = format!("{base}/materials/{id}/files/{index}");
            *application.pointer_mut(&place).unwrap_or_else(|| panic!("{place} is not there")) = file;
        }
        ("replace" | "correct", ["materials", id, key @ ("issuedOn" | "validUntil")]) => {
            let day = if *key == "issuedOn" { "2026-02-20" } else { "2030-01-01" };
            application.pointer_mut(&format!("{base}/materials/{id}")).unwrap()[key] = json!(day);
        }
        ("correct", ["materials", id, "fields", field]) => correct(application, &base, listed(id), field),
        ("correct", ["form", field]) => form(application, field),
        ("correct", ["applicant", ..]) => application["applicant"] = json!({ "kind": "person", "identifier": good }),
        ("correct", ["party", ..]) => application.pointer_mut(&format!("{base}/party")).unwrap()["identifier"] = good,
        _ => panic!("nobody knows how to {action} {path}"),
    }
}

pub fn correct_fields(application: &mut Value, base: &str, material: &Value) {
    for field in material["fields"].as_array().unwrap() {
        correct(application, base, material, field["id"].as_str().unwrap());
    }
}

/// Everything that a chosen material brings with it.
pub fn bring_along(application: &mut Value, material: &Value) {
    correct_fields(application, "", material);
    let slot = &mut application["materials"][material["id"].as_str().unwrap()];
    for (key, day) in [("issuedOn", "2026-02-20"), ("validUntil", "2030-01-01")] {
        if slot[key].is_string() {
            slot[key] = json!(day);
        }
    }
}

pub fn correct(application: &mut Value, base: &str, material: &Value, field: &str) {
    let right = match field {
        "number" => NUMBER,
        "code" => CODE,
        "day" => "2026-03-01",
        _ => "words",
    };
    let id = material["id"].as_str().unwrap();
    let slot = application.pointer_mut(&format!("{base}/materials")).unwrap();
    if !slot[id].is_object() {
        slot[id] = json!({ "via": "upload", "fields": {} });
    }
    slot[id]["fields"][field] = json!(right);
}

/// A whole form is filled in at once: a sum is right only with its parts.
pub fn form(application: &mut Value, field: &str) {
    let form = &mut application["form"];
    match field {
        "sum" | "one" | "two" => (form["one"], form["two"], form["sum"]) = (json!(1), json!("2"), json!(3)),
        "from" | "to" => (form["from"], form["to"]) = (json!("2026-03-01"), json!("2026-03-01")),
        _ => form[field] = json!("ab"),
    }
}
