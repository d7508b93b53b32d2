//! 存储格式: what was stored once is read for ever, or refused by a code that `docs/migration.md` names. Each folder of
//! `tests/data/formats/` holds one of every stored kind, as the version of its name wrote it; nothing in it is ever
//! written again. A new format is frozen once: `YUSHEN_FREEZE=0.2 cargo test --test it formats::freeze -- --ignored`.

use crate::support::issuing::{ON, Office, ok, records};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use yushen::digest::Hashing;
use yushen::json::{Limits, Reader, to_string};
use yushen::receipt::attached;
use yushen::session::{CheckResult, Receipts, Session};

const FROZEN: &str = "tests/data/formats";
/// Digest of every file that a version wrote, by name: what is frozen is never mended.
const WRITTEN: [(&str, &str); 1] = [("0.1", "c8cb08560c1f93f8c2cbdfdb3f14ad51ac199626d9701581a4170aee444d3a86")];
const ITEMS: [&str; 2] = ["SZ-05", "SZ-09"];

/// A folder of frozen values.
struct Frozen(PathBuf);

impl Frozen {
    fn all() -> Vec<Self> {
        let mut folders: Vec<PathBuf> = fs::read_dir(FROZEN).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        folders.into_iter().map(Self).collect()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{}/{name}: {error}", self.0.display()))
    }

    fn value(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }

    /// Names of the files in a folder of it.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| format!("{folder}/{}", entry.unwrap().file_name().display())).collect();
        names.sort();
        names
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(!path.exists(), "{} is frozen", path.display());
        fs::write(path, text).unwrap();
    }
}

/// Every file of a folder and of those in it, by its path from there.
fn files(folder: &Path) -> BTreeSet<String> {
    let (mut folders, mut found) = (vec![folder.to_path_buf()], BTreeSet::new());
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found
}

fn has_extension(name: &str, wanted: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == wanted)
}

/// `ok`, or the code of a refusal that the document about migration names.
fn read_or_named(answer: &str, what: &str) -> Option<Value> {
    let mut answer: Value = serde_json::from_str(answer).unwrap();
    if answer.get("ok").is_some() {
        return Some(answer["ok"].take());
    }
    let code = answer["error"]["code"].as_str().unwrap().to_owned();
    let named = fs::read_to_string("docs/migration.md").unwrap();
    let named = named.lines().any(|line| line.contains(what) && line.contains(&format!("`{code}`")));
    assert!(named, "{what} is refused, and docs/migration.md has no line with `{code}`: {answer}");
    None
}

#[test]
fn what_is_frozen_is_what_was_written() {
    let all = Frozen::all();
    assert_eq!(all.len(), WRITTEN.len(), "each version with its digest");
    for (frozen, (version, written)) in all.iter().zip(WRITTEN) {
        assert!(frozen.0.ends_with(version));
        let mut digest = Hashing::default();
        for name in files(&frozen.0) {
            digest.update(name.as_bytes());
            digest.update(&fs::read(frozen.0.join(&name)).unwrap());
        }
        assert_eq!(digest.finish().sha256.to_string(), written, "a file of {version} is not as it was written");
    }
}

#[test]
fn a_stored_catalogue_and_its_delivery_are_read() {
    for frozen in Frozen::all() {
        let engine = Session::new();
        let Some(loaded) = read_or_named(&engine.load(frozen.text("catalogue.json").into_bytes()), "catalogue.json")
        else {
            continue;
        };
        assert_eq!(loaded["items"], ITEMS.len());
        let opened = read_or_named(&engine.open(&frozen.text("delivery/manifest.json"), 0), "manifest.json").unwrap();
        let handle = u32::try_from(opened["handle"].as_u64().unwrap()).unwrap();
        for item in ITEMS {
            while let Some(name) = ok(&engine.needs(handle, item)).as_array().unwrap().first().cloned() {
                let name = name.as_str().unwrap();
                ok(&engine.deliver(handle, name, &frozen.text(&format!("delivery/{name}"))));
            }
            let on = frozen.value("application.json")["on"].as_str().unwrap().to_owned();
            assert_eq!(ok(&engine.item(handle, item, &on)), ok(&engine.item(0, item, &on)));
        }
    }
}

#[test]
fn a_stored_application_gives_a_result_and_stored_results_are_read() {
    for frozen in Frozen::all() {
        let engine = Session::new();
        ok(&engine.load(frozen.text("catalogue.json").into_bytes()));
        let application = frozen.text("application.json");
        let checked = read_or_named(&engine.check(0, ITEMS[0], "", &application), "application.json");
        assert!(checked.is_some_and(|checked| !checked["findings"].as_array().unwrap().is_empty()));
        let stored = frozen.text("result.json");
        let result = Reader::document::<CheckResult<'_>>(&stored, Limits { bytes: stored.len() });
        assert_eq!(result.map(|result| to_string(&result)).as_deref(), Ok(stored.trim_end()));
        read_or_named(&engine.render(frozen.text("sheet.json").trim_end(), ""), "sheet.json");
        read_or_named(&engine.load_calendar(&frozen.text("calendar.json"), false), "calendar.json");
        read_or_named(&engine.load_wording(&frozen.text("wording.json")), "wording.json");
        let scheduled = engine.schedule(&frozen.text("schedule-request.json"));
        assert!(read_or_named(&scheduled, "schedule-request.json").is_some());
        let trace = json!({ "clock": frozen.value("schedule.json")["clocks"][0], "events": frozen.value("schedule-request.json")["events"] });
        read_or_named(&engine.trace(&trace.to_string()), "schedule.json");
    }
}

#[test]
fn every_stored_receipt_is_verified_in_every_form() {
    for frozen in Frozen::all() {
        let (core, trust) = (Receipts::new(), frozen.text("trust.json"));
        let request = json!({ "on": ON }).to_string();
        let mut kinds = BTreeSet::new();
        for name in frozen.names("receipts") {
            let document = if has_extension(&name, "ofd") {
                attached(&fs::read(frozen.0.join(&name)).unwrap()).unwrap()
            } else {
                frozen.text(&name).trim_end().to_owned()
            };
            let Some(verified) = read_or_named(&core.verify(&document, &trust, &request, ""), "receipts/") else {
                continue;
            };
            assert!(["valid", "warning"].contains(&verified["overall"].as_str().unwrap()), "{name}: {verified:#}");
            kinds.insert(name.split('.').next().unwrap().to_owned());
        }
        assert_eq!(kinds.len(), 10, "nine kinds of an authority and a code: {kinds:?}");
    }
}

#[test]
fn a_later_format_is_refused_and_never_half_understood() {
    let later = |text: String| text.replacen("/0.1\"", "/0.9\"", 1);
    let refused = |answer: &str, what: &str| {
        assert!(answer.contains("FORMAT_TOO_NEW"), "{what}: {}", &answer[..answer.len().min(300)]);
    };
    let frozen = Frozen(Path::new(FROZEN).join("0.1"));
    let engine = Session::new();
    refused(&engine.load(later(frozen.text("catalogue.json")).into_bytes()), "catalogue");
    refused(
        &engine.open(&frozen.text("delivery/manifest.json").replace("manifest/0.1", "manifest/0.9"), 0),
        "manifest",
    );
    refused(&engine.render(&frozen.text("sheet.json").replace("receipt/0.1", "receipt/0.9"), ""), "sheet");
    refused(&engine.load_calendar(&later(frozen.text("calendar.json")), false), "calendar");
    refused(&engine.load_wording(&later(frozen.text("wording.json"))), "wording");
    let core = Receipts::new();
    let trust = frozen.text("trust.json");
    refused(&core.examine_trust(&trust.replace("trust/0.1", "trust/0.9")), "trust list");
    for name in frozen.names("receipts").iter().filter(|name| has_extension(name, "json")) {
        let text = frozen.text(name).replace("receipt/0.1", "receipt/0.9");
        refused(&core.verify(&text, &trust, &json!({ "on": ON }).to_string(), ""), name);
    }
}

/// Writes one of each stored kind as this version has it.
#[test]
#[ignore = "writes a new folder, once for each version of the formats"]
fn freeze() {
    let frozen = Frozen(Path::new(FROZEN).join(std::env::var("YUSHEN_FREEZE").unwrap()));
    let engine = Session::new();
    let mut catalogue: Value =
        serde_json::from_str(&fs::read_to_string("src/data/catalogue.sample.json").unwrap()).unwrap();
    catalogue["seq"] = json!(1);
    catalogue["items"].as_array_mut().unwrap().retain(|item| ITEMS.iter().any(|code| item["code"] == *code));
    frozen.write("catalogue.json", &(serde_json::to_string_pretty(&catalogue).unwrap() + "\n"));
    ok(&engine.load(catalogue.to_string().into_bytes()));
    for file in ok(&engine.publish(0)).as_array().unwrap() {
        frozen.write(&format!("delivery/{}", file["name"].as_str().unwrap()), file["text"].as_str().unwrap());
    }
    checked(&frozen, &engine);
    let overlay = fs::read_to_string("tests/cases/deadlines/overlays.json").unwrap();
    let overlay: Vec<Value> = serde_json::from_str(&overlay).unwrap();
    let years = overlay.iter().find(|case| case["stage"] == "calendar" && case["expected"].get("ok").is_some());
    frozen.write("calendar.json", &(years.unwrap()["input"]["years"].to_string() + "\n"));
    frozen.write("wording.json", &fs::read_to_string("src/wording/en.json").unwrap());
    signed(&frozen);
}

/// An application with what comes of it: result, sheet, clocks.
fn checked(frozen: &Frozen, engine: &Session) {
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string("tests/cases/receipt.json").unwrap()).unwrap();
    let case = cases.iter().find(|case| case["stage"] == "receipt" && case["input"]["item"] == ITEMS[0]).unwrap();
    let (application, request) = (case["input"]["application"].to_string(), case["input"]["request"].to_string());
    frozen.write("application.json", &(application.clone() + "\n"));
    frozen.write("result.json", &(ok(&engine.check(0, ITEMS[0], "", &application)).to_string() + "\n"));
    let sheet = ok(&engine.precheck(0, ITEMS[0], "", &application, &request));
    frozen.write("sheet.json", &(sheet["json"].as_str().unwrap().to_owned() + "\n"));
    let item = ok(&engine.item(0, ITEMS[1], "2026-03-20"));
    let events = json!([
        { "type": "received", "at": "2026-03-02" },
        { "type": "accepted", "at": "2026-03-04" },
        { "type": "suspended", "at": "2026-03-06", "stop": "testing", "told": "2026-03-06" },
        { "type": "resumed", "at": "2026-03-12" }
    ]);
    let request = json!({ "item": ITEMS[1], "procedure": item["procedure"], "limits": item["limits"], "events": events, "on": ON });
    frozen.write("schedule-request.json", &(request.to_string() + "\n"));
    frozen.write("schedule.json", &(ok(&engine.schedule(&request.to_string())).to_string() + "\n"));
}

/// One receipt of every kind of an authority, the algorithms in turn, one of them as code and as 版式文件 too.
fn signed(frozen: &Frozen) {
    let office = Office::new();
    frozen.write("trust.json", &(office.trust.clone() + "\n"));
    let mut kinds = BTreeSet::new();
    for (turn, each) in records().iter().enumerate() {
        let kind = each["record"]["type"].as_str().unwrap();
        if !kinds.insert(kind.to_owned()) {
            continue;
        }
        let issued = office.issue(&each["record"], turn);
        let text = issued["json"].as_str().unwrap();
        frozen.write(&format!("receipts/{kind}.json"), &(text.to_owned() + "\n"));
        if kind == "acceptance" {
            let request = json!({ "on": ON, "url": "https://zwfw.example.gov.cn/r" }).to_string();
            let ofd = office.core.ofd(text, &office.trust, &request);
            fs::write(frozen.0.join("receipts/acceptance.ofd"), ofd).unwrap();
            let rendered = ok(&office.core.render(text, &office.trust, &request));
            frozen.write("receipts/code.txt", &(rendered["model"]["code"]["text"].as_str().unwrap().to_owned() + "\n"));
        }
    }
}
