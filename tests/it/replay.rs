//! Replays `tests/cases/**.json` natively. The same files run in Node, in the browsers and in the mini-program sandbox;
//! each compares bytes. With `YUSHEN_BLESS=1` the expectations are rewritten: read the difference before you commit it.

use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use yushen::digest::{Digest, Digests};
use yushen::session::{Inspections, Session};

/// Where the files of cases stand.
const FILES: [&str; 2] = ["tests/data/files", "tests/data/corpus/made"];

struct Host {
    engine: Session,
    inspections: Inspections,
    catalogues: HashMap<String, u32>,
}

impl Host {
    fn new() -> Self {
        Self { engine: Session::new(), inspections: Inspections::default(), catalogues: HashMap::new() }
    }

    fn catalogue(&mut self, input: &Value) -> u32 {
        let name = input["catalogue"].as_str().unwrap_or("sample").to_owned();
        if let Some(handle) = self.catalogues.get(&name) {
            return *handle;
        }
        let path = match name.as_str() {
            "sample" => "src/data/catalogue.sample.json".into(),
            name => format!("tests/data/catalogue.{name}.json"),
        };
        let answer: Value = serde_json::from_str(&self.engine.load(fs::read(path).unwrap())).unwrap();
        assert!(answer.get("ok").is_some(), "{name}: {answer}");
        let handle = u32::try_from(answer["ok"]["handle"].as_u64().unwrap()).unwrap();
        self.catalogues.insert(name, handle);
        handle
    }

    /// The text of an input: as given under `<key>Text`, for texts that are no JSON, else the value under `key`.
    fn text(input: &Value, key: &str) -> String {
        let raw = input.get(format!("{key}Text")).and_then(Value::as_str);
        raw.map_or_else(|| input.get(key).map(Value::to_string).unwrap_or_default(), String::from)
    }

    fn run(&mut self, stage: &str, input: &Value) -> String {
        if input.get("years").is_some() && stage != "calendar" {
            let loaded = self.engine.load_calendar(&Self::text(input, "years"), false);
            assert!(loaded.starts_with(r#"{"ok""#), "{loaded}");
        }
        let word = |key: &str| input[key].as_str().unwrap_or_default();
        if !word("locale").is_empty() {
            let file = fs::read_to_string(format!("src/wording/{}.json", word("locale"))).unwrap();
            assert!(self.engine.load_wording(&file).starts_with(r#"{"ok""#));
        }
        match stage {
            "catalogue" => {
                let answer = self.engine.load(Self::text(input, "source").into_bytes());
                let loaded: Value = serde_json::from_str(&answer).unwrap();
                if let Some(handle) = loaded["ok"]["handle"].as_u64() {
                    self.engine.unload(u32::try_from(handle).unwrap());
                }
                answer
            }
            "identity" => {
                let handle = self.catalogue(input);
                self.engine.identity(handle)
            }
            "plan" => {
                let handle = self.catalogue(input);
                self.engine.plan(handle, word("item"), &Self::text(input, "request"))
            }
            "check" => {
                let handle = self.catalogue(input);
                self.engine.check(handle, word("item"), word("plan"), &Self::text(input, "application"))
            }
            "message" => {
                let handle = self.catalogue(input);
                let (finding, application) = (Self::text(input, "finding"), Self::text(input, "application"));
                self.engine.message(handle, word("item"), word("on"), &finding, &application, word("locale"))
            }
            "messages" => {
                let handle = self.catalogue(input);
                let (findings, application) = (Self::text(input, "findings"), Self::text(input, "application"));
                self.engine.messages(handle, word("item"), word("on"), &findings, &application, word("locale"))
            }
            "receipt" => {
                let handle = self.catalogue(input);
                let (application, request) = (Self::text(input, "application"), Self::text(input, "request"));
                self.engine.precheck(handle, word("item"), "", &application, &request)
            }
            "render" => {
                let made = self.run("receipt", input);
                let made: Value = serde_json::from_str(&made).unwrap();
                self.engine.render(made["ok"]["json"].as_str().unwrap_or_default(), word("locale"))
            }
            "deadlines" => self.engine.schedule(&Self::text(input, "request")),
            "schedule" => {
                let handle = self.catalogue(input);
                self.engine.schedule_item(handle, &Self::text(input, "request"))
            }
            "day" => self.engine.day(word("date"), ""),
            "count" => {
                let n = i32::try_from(input["n"].as_i64().unwrap()).unwrap();
                self.engine.add_working_days(word("start"), n, "")
            }
            "between" => self.engine.working_days_between(word("from"), word("to"), ""),
            "month" => self.engine.month(word("month"), ""),
            "trace" => self.engine.trace(&Self::text(input, "request")),
            "backwards" => self.engine.backwards(&Self::text(input, "request")),
            "explain" => self.engine.explain(&Self::text(input, "request")),
            "ics" => self.engine.ics(&Self::text(input, "request")),
            "calendar" => self.engine.load_calendar(&Self::text(input, "years"), false),
            "identifier" => self.engine.identifier(word("kind"), word("value"), word("on")),
            "inspect" => self.inspect(input),
            other => panic!("no such stage: {other}"),
        }
    }

    fn inspect(&self, input: &Value) -> String {
        let name = input["file"].as_str().unwrap();
        let mut bytes = FILES.iter().find_map(|folder| fs::read(format!("{folder}/{name}")).ok()).unwrap();
        // Larger than one piece, without a large file in the repository.
        bytes.resize(input["pad"].as_u64().map_or(bytes.len(), |size| usize::try_from(size).unwrap()), 0);
        let id = self.inspections.open(bytes.len() as u64, input["name"].as_str().unwrap());
        let report = loop {
            let answer = self.inspections.step(id);
            let step: Value = serde_json::from_str(&answer).unwrap();
            let Some(need) = step["ok"].get("need") else { break answer };
            let number = |key: &str| usize::try_from(need[key].as_u64().unwrap()).unwrap();
            let piece = &bytes[number("offset")..][..number("length")];
            assert_eq!(self.inspections.feed(id, piece), r#"{"ok":null}"#);
        };
        self.inspections.close(id);
        report
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The files of cases that this replayer reads.
fn replayed() -> impl Iterator<Item = PathBuf> {
    files(Path::new("tests/cases")).into_iter().filter(|path| !path.starts_with("tests/cases/editor"))
}

fn cases(path: &Path) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn named(path: &Path, case: &Value) -> String {
    // A name alone may stand twice: for what is made, and for how it is rendered.
    let word = |key: &str| case[key].as_str().unwrap_or("?").to_owned();
    format!("{}: {} ({})", path.display(), word("name"), word("stage"))
}

/// All cases of some stages, and two hundred of the others: what `make check` asks for by `YUSHEN_STAGES=check,message`.
struct Choice {
    stages: Option<String>,
    others: HashSet<String>,
}

impl Choice {
    /// So many of the others, the first by the digests of their names: the same ones on every machine and every day.
    const OTHERS: usize = 200;

    fn of(stages: Option<String>) -> Self {
        let none = Self { stages, others: HashSet::new() };
        let mut others: Vec<(Digest, String)> = Vec::new();
        for path in replayed() {
            let left = cases(&path).into_iter().filter(|case| !none.serves(case)).map(|case| named(&path, &case));
            others.extend(left.map(|name| (Digests::of(name.as_bytes()).sm3, name)));
        }
        others.sort_by(|one, other| one.0.bytes().cmp(other.0.bytes()));
        Self { others: others.into_iter().take(Self::OTHERS).map(|(_, name)| name).collect(), ..none }
    }

    /// Whether a case is of a stage that is asked for; without a choice every one is.
    fn serves(&self, case: &Value) -> bool {
        self.stages.as_ref().is_none_or(|stages| stages.split(',').any(|each| case["stage"] == each))
    }

    fn takes(&self, case: &Value, name: &str) -> bool {
        self.serves(case) || self.others.contains(name)
    }
}

#[test]
fn every_case_gives_the_bytes_that_it_expects() {
    let choice = Choice::of(std::env::var("YUSHEN_STAGES").ok());
    let bless = std::env::var_os("YUSHEN_BLESS").is_some();
    let mut host = Host::new();
    let (mut count, mut taken, mut failures) = (0, 0, Vec::new());
    for path in replayed() {
        let mut cases = cases(&path);
        let mut changed = false;
        for case in &mut cases {
            count += 1;
            let name = named(&path, case);
            for key in ["stage", "name", "why", "origin", "source"] {
                assert!(case[key].as_str().is_some_and(|text| !text.is_empty()), "{name} has no `{key}`");
            }
            if !choice.takes(case, &name) {
                continue;
            }
            taken += 1;
            let got = host.run(case["stage"].as_str().unwrap(), &case["input"]);
            if serde_json::to_string(&case["expected"]).unwrap() == got {
                continue;
            }
            if bless {
                case["expected"] = serde_json::from_str(&got).unwrap();
                changed = true;
            } else {
                failures.push(format!("{name}\n  expected {}\n  got      {got}", case["expected"]));
            }
        }
        if changed {
            fs::write(&path, serde_json::to_string_pretty(&json!(cases)).unwrap() + "\n").unwrap();
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases differ:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 100, "only {count} cases were found");
    if let Some(stages) = &choice.stages {
        println!("{} cases of {stages}; {} of the others", taken - choice.others.len(), choice.others.len());
    }
}

#[test]
fn a_file_of_a_case_stands_in_one_folder() {
    let [ours, made] = FILES.map(|folder| -> HashSet<_> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    });
    let both: Vec<_> = ours.intersection(&made).collect();
    assert!(both.is_empty(), "a case that names one of these may read the other: {both:?}");
}
