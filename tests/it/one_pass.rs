//! 一次性告知, on generated catalogues and applications: doing everything that is grave leaves nothing grave; the least
//! that the decision names suffices, and none of it can be left out; handing in something more never makes anything missing.

use crate::support::Random;
use serde_json::{Value, json};
use yushen::session::Session;

const ON: &str = "2026-03-02";
const NUMBER: &str = "440304199001010011";
const CODE: &str = "91440300MA5F12342Q";

fn chance(numbers: &mut Random, one_in: u64) -> bool {
    numbers.below(one_in) == 0
}

/// A condition on the questions of every generated item, all of which are answered.
fn condition(numbers: &mut Random) -> Value {
    match numbers.below(4) {
        0 => json!({ "question": "yes", "is": chance(numbers, 2) }),
        1 => json!({ "question": "way", "is": numbers.one_of(&["a", "b"]) }),
        2 => json!({ "not": { "question": "way", "is": "a" } }),
        _ => json!({ "all": [{ "question": "yes", "is": true }, { "question": "way", "is": ["a", "c"] }] }),
    }
}

fn file_rule(numbers: &mut Random) -> Value {
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

fn fields(numbers: &mut Random) -> Value {
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

fn material(numbers: &mut Random, place: u64) -> Value {
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

fn catalogue(numbers: &mut Random) -> Value {
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
fn good_file(numbers: &mut Random, material: &Value) -> Value {
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

fn any_file(numbers: &mut Random, material: &Value) -> Value {
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

fn any_field(numbers: &mut Random) -> Value {
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

fn submitted(numbers: &mut Random, material: &Value) -> Value {
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

fn application(numbers: &mut Random, item: &Value) -> Value {
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

fn check(engine: &Session, handle: u32, application: &Value) -> Value {
    let text = engine.check(handle, "G-1", "", &application.to_string());
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert!(answer["ok"].is_object(), "{text} for {application}");
    answer["ok"].clone()
}

fn musts(result: &Value) -> Vec<Value> {
    let findings = result["findings"].as_array().unwrap();
    findings.iter().filter(|finding| finding["severity"] == "must").cloned().collect()
}

/// Hands a material in as it should be; what was given with it stays as far as it is right.
fn supply(numbers: &mut Random, application: &mut Value, base: &str, material: &Value) {
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
fn step(numbers: &mut Random, application: &mut Value, item: &Value, action: &str, path: &str) {
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

fn correct_fields(application: &mut Value, base: &str, material: &Value) {
    for field in material["fields"].as_array().unwrap() {
        correct(application, base, material, field["id"].as_str().unwrap());
    }
}

/// Everything that a chosen material brings with it.
fn bring_along(application: &mut Value, material: &Value) {
    correct_fields(application, "", material);
    let slot = &mut application["materials"][material["id"].as_str().unwrap()];
    for (key, day) in [("issuedOn", "2026-02-20"), ("validUntil", "2030-01-01")] {
        if slot[key].is_string() {
            slot[key] = json!(day);
        }
    }
}

fn correct(application: &mut Value, base: &str, material: &Value, field: &str) {
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
fn form(application: &mut Value, field: &str) {
    let form = &mut application["form"];
    match field {
        "sum" | "one" | "two" => (form["one"], form["two"], form["sum"]) = (json!(1), json!("2"), json!(3)),
        "from" | "to" => (form["from"], form["to"]) = (json!("2026-03-01"), json!("2026-03-01")),
        _ => form[field] = json!("ab"),
    }
}

struct World {
    engine: Session,
    handle: u32,
    item: Value,
}

fn world(numbers: &mut Random) -> World {
    let (engine, catalogue) = (Session::new(), catalogue(numbers));
    let loaded = engine.load(catalogue.to_string().into_bytes());
    assert!(loaded.starts_with(r#"{"ok""#), "{loaded} {catalogue}");
    World { engine, handle: 0, item: catalogue["items"][0].clone() }
}

/// Does every step, in their order but for those left out.
fn done(numbers: &mut Random, world: &World, before: &Value, steps: &[Value]) -> Value {
    let mut after = before.clone();
    for remedy in steps {
        step(numbers, &mut after, &world.item, remedy["action"].as_str().unwrap(), remedy["path"].as_str().unwrap());
    }
    fewer(world, &mut after, steps);
    after
}

/// Too many files: those go first that are still faulty.
fn fewer(world: &World, after: &mut Value, steps: &[Value]) {
    for path in steps.iter().filter(|step| step["action"] == "replace").map(|step| step["path"].as_str().unwrap()) {
        let (base, id) = path.rsplit_once("/materials/").unwrap();
        if id.contains('/') {
            continue;
        }
        let material = world.item["materials"].as_array().unwrap().iter().find(|each| each["id"] == id).unwrap();
        let max = usize::try_from(material["files"]["max"].as_u64().unwrap()).unwrap();
        let faulty = |finding: &Value| {
            let place =
                finding["path"].as_str().unwrap().strip_prefix(&format!("{base}/materials/{id}/files/"))?.to_owned();
            place.parse::<usize>().ok()
        };
        let mut places: Vec<usize> =
            musts(&check(&world.engine, world.handle, after)).iter().filter_map(faulty).collect();
        places.sort_unstable();
        places.dedup();
        let files = after.pointer_mut(&format!("{path}/files")).unwrap().as_array_mut().unwrap();
        while files.len() > max {
            files.remove(places.pop().unwrap_or(files.len() - 1));
        }
    }
}

/// How often each kind of grave finding was met, so that nothing is tested in name alone.
#[test]
fn doing_everything_that_is_grave_leaves_nothing_grave() {
    let mut numbers = Random(61);
    let mut met = std::collections::BTreeMap::new();
    for _ in 0..400 {
        let world = world(&mut numbers);
        for _ in 0..12 {
            let before = application(&mut numbers, &world.item);
            let grave = musts(&check(&world.engine, world.handle, &before));
            let mut after = before.clone();
            for finding in &grave {
                *met.entry(finding["code"].to_string()).or_insert(0) += 1;
                let remedy = &finding["remedy"];
                for id in remedy["oneOf"].as_array().into_iter().flatten() {
                    let material =
                        world.item["materials"].as_array().unwrap().iter().find(|each| each["id"] == *id).unwrap();
                    if !given(&after["materials"][id.as_str().unwrap()]) {
                        supply(&mut numbers, &mut after, "", material);
                        bring_along(&mut after, material);
                    }
                }
                // What a material brings with it that is handed in for an agent is named beside it, and done with it.
                if finding["code"] == "AGENT_UNPROVEN" {
                    let material = world.item["materials"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .find(|each| each["id"] == finding["material"])
                        .unwrap();
                    bring_along(&mut after, material);
                }
                if remedy["action"] != "supply-one-of" {
                    step(
                        &mut numbers,
                        &mut after,
                        &world.item,
                        remedy["action"].as_str().unwrap(),
                        remedy["path"].as_str().unwrap(),
                    );
                }
            }
            let steps: Vec<Value> = grave.iter().map(|finding| finding["remedy"].clone()).collect();
            fewer(&world, &mut after, &steps);
            let left = musts(&check(&world.engine, world.handle, &after));
            assert!(
                left.is_empty(),
                "{left:#?}\nleft of {grave:#?}\nbefore {before}\nafter {after}\nitem {}",
                world.item
            );
        }
    }
    assert!(met.len() >= 18, "{met:?}");
}

fn given(submitted: &Value) -> bool {
    submitted["via"] == "paper"
        || submitted["via"] == "e-licence"
        || submitted["files"].as_array().is_some_and(|files| !files.is_empty() && submitted["via"] == "upload")
}

#[test]
fn the_least_suffices_and_nothing_of_it_can_be_left_out() {
    let mut numbers = Random(62);
    let mut steps_in_all = 0;
    for _ in 0..300 {
        let world = world(&mut numbers);
        for _ in 0..8 {
            let before = application(&mut numbers, &world.item);
            let result = check(&world.engine, world.handle, &before);
            let least = result["decision"]["least"].as_array().unwrap();
            let after = done(&mut numbers, &world, &before, least);
            let left = musts(&check(&world.engine, world.handle, &after));
            assert!(
                left.is_empty(),
                "{left:#?}\nleft of {least:#?}\nbefore {before}\nafter {after}\nitem {}",
                world.item
            );
            for place in 0..least.len() {
                let fewer: Vec<Value> = least
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != place)
                    .map(|(_, step)| step.clone())
                    .collect();
                // The parts of a form are filled in together here, so one of them may stand for another.
                let form = |step: &Value| step["path"].as_str().unwrap().starts_with("/form/");
                let together = form(&least[place]) && fewer.iter().any(form);
                let after = done(&mut numbers, &world, &before, &fewer);
                let left = musts(&check(&world.engine, world.handle, &after));
                assert!(
                    together || !left.is_empty(),
                    "{} was not needed\n{least:#?}\nbefore {before}\nitem {}",
                    least[place],
                    world.item
                );
                steps_in_all += 1;
            }
        }
    }
    assert!(steps_in_all > 5_000, "{steps_in_all}");
}

#[test]
fn handing_in_more_makes_nothing_missing() {
    let mut numbers = Random(63);
    for _ in 0..300 {
        let world = world(&mut numbers);
        let before = application(&mut numbers, &world.item);
        let missing = |application: &Value| -> Vec<String> {
            let result = check(&world.engine, world.handle, application);
            let findings = result["findings"].as_array().unwrap().iter();
            findings
                .filter(|each| each["class"] == "missing")
                .map(|each| format!("{} {}", each["code"], each["path"]))
                .collect()
        };
        let first = missing(&before);
        for material in world.item["materials"].as_array().unwrap().iter().filter(|each| !each["per"].is_string()) {
            let mut after = before.clone();
            supply(&mut numbers, &mut after, "", material);
            correct_fields(&mut after, "", material);
            for finding in missing(&after) {
                let grouped = finding.contains("MAT_ONE_OF_MISSING")
                    && first.iter().any(|each| each.contains("MAT_ONE_OF_MISSING"));
                assert!(grouped || first.contains(&finding), "{finding} appeared with {}\n{before}", material["id"]);
            }
        }
    }
}
