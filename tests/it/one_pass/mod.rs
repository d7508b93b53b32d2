//! 一次性告知, on generated catalogues and applications: doing everything that is grave leaves nothing grave; the least
//! that the decision names suffices, and none of it can be left out; handing in something more never makes anything missing.

mod generated;
mod steps;

use crate::support::Random;
use generated::{application, catalogue};
use serde_json::Value;
use steps::{bring_along, correct_fields, step, supply};
use yushen::session::Session;

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
