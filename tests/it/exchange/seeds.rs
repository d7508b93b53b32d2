//! Every text of the cases and of the data beside them, with the kind that it is of.

use crate::exchange::kinds::{Kind, kind, lists};
use serde_json::Value;
use std::fs;
use std::path::Path;
use yushen::application::Application;
use yushen::audit::PortalDemand;
use yushen::calendar::{CalendarRef, CalendarYears, CountedDay, Day, DayCount};
use yushen::catalogue::{CatalogueRef, Item, Notice};
use yushen::check::Finding;
use yushen::deadline::{
    Backwards, BackwardsRequest, CaseBook, CaseChange, DayMark, Joint, JointRequest, ScheduleRequest, Supervision,
    TraceRequest,
};
use yushen::error::Error;
use yushen::file::FileReport;
use yushen::json::{Detach as _, Limits, MAX_DOCUMENT, Transcript, Write, Writer};
use yushen::plan::Plan;
use yushen::receipt::document::DocumentBody;
use yushen::receipt::{Document, PrecheckRequest, Sheet};
use yushen::session::{Agenda, CheckResult, IdentifierResult, PlanRequest, Rendered, ScheduleResult};
use yushen::wording::{ExplainRequest, Explained, Message, NoticeFile, WordingFile};

lists!(DayMarks of DayMark, CaseChanges of CaseChange, Notices of Notice, Findings of Finding, Messages of Message);

pub const KINDS: &[Kind] = &[
    kind!("item", Item),
    kind!("application", Application),
    kind!("plan request", PlanRequest),
    kind!("plan", Plan, written),
    kind!("check result", CheckResult, written),
    kind!("finding", Finding, written),
    kind!("findings", Vec<Finding> as Findings, written),
    kind!("message", Message, written),
    kind!("messages", Vec<Message> as Messages, written),
    kind!("day", Day, written),
    kind!("counted day", CountedDay, written),
    kind!("day count", DayCount, written),
    kind!("schedule request", ScheduleRequest),
    kind!("schedule", ScheduleResult, written),
    kind!("backwards request", BackwardsRequest),
    kind!("backwards", Backwards, written),
    kind!("trace request", TraceRequest),
    kind!("day marks", Vec<DayMark> as DayMarks, written),
    kind!("explain request", ExplainRequest),
    kind!("explained", Explained, written),
    kind!("agenda", Agenda, written),
    kind!("years", CalendarYears),
    kind!("calendar", CalendarRef, written),
    kind!("identifier", IdentifierResult, written),
    kind!("file report", FileReport, written),
    kind!("precheck request", PrecheckRequest),
    kind!("sheet", Sheet, written),
    kind!("rendered", Rendered, written),
    kind!("joint request", JointRequest),
    kind!("joint", Joint, written),
    kind!("case book", CaseBook),
    kind!("case changes", Vec<CaseChange> as CaseChanges, written),
    kind!("supervision", Supervision, written),
    kind!("demand", PortalDemand),
    kind!("notices", Vec<Notice> as Notices, written),
    kind!("record", DocumentBody, written),
    kind!("wording", WordingFile),
    kind!("notice wording", NoticeFile),
    kind!("error", Error, written),
    kind!("document", Document, written),
    kind!("identity", CatalogueRef, written),
    kind!("any", yushen::json::Value, written),
];

/// A text, and the kind that it is of.
pub struct Seed {
    pub text: String,
    pub kind: &'static Kind,
    /// Whether it is what the component itself wrote.
    pub golden: bool,
}

/// A stage, what it reads by key of the case's input, and what it answers with.
type Stage = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const STAGES: &[Stage] = &[
    ("check", &[("application", "application")], "check result"),
    ("plan", &[("request", "plan request")], "plan"),
    ("message", &[("application", "application"), ("finding", "finding")], "message"),
    ("messages", &[("application", "application"), ("findings", "findings")], "messages"),
    ("receipt", &[("application", "application"), ("request", "precheck request")], "document"),
    ("identity", &[], "identity"),
    ("render", &[("application", "application"), ("request", "precheck request")], "rendered"),
    ("deadlines", &[("request", "schedule request"), ("years", "years")], "schedule"),
    ("schedule", &[("request", "schedule request")], "schedule"),
    ("day", &[], "day"),
    ("count", &[], "counted day"),
    ("between", &[], "day count"),
    ("month", &[], "day marks"),
    ("backwards", &[("request", "backwards request")], "backwards"),
    ("trace", &[("request", "trace request")], "day marks"),
    ("explain", &[("request", "explain request")], "explained"),
    ("ics", &[("request", "explain request")], "agenda"),
    ("calendar", &[("years", "years")], "calendar"),
    ("identifier", &[], "identifier"),
    ("joint", &[("request", "joint request")], "joint"),
    ("recompute", &[("request", "case book")], "case changes"),
    ("supervise", &[("request", "case book")], "supervision"),
    ("audit", &[("demand", "demand")], "notices"),
    ("lint", &[], "notices"),
    // Catalogues are read item by item; what the others answer has no kind of its own, or is made above.
    ("catalogue", &[], ""),
    ("inspect", &[], ""),
    ("publish", &[], ""),
];

fn of(name: &str, text: String, golden: bool) -> Seed {
    let kind = KINDS.iter().find(|kind| kind.name == name).unwrap_or_else(|| panic!("no kind {name}"));
    Seed { text, kind, golden }
}

fn cases(folder: &Path, seeds: &mut Vec<Seed>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            cases(&path, seeds);
            continue;
        }
        for case in json(&path).as_array().unwrap() {
            of_case(case, seeds);
        }
    }
}

fn of_case(case: &Value, seeds: &mut Vec<Seed>) {
    let (stage, input, answer) = (case["stage"].as_str().unwrap(), &case["input"], &case["expected"]["ok"]);
    items(&input["source"], seeds);
    if let Some(error) = case["expected"].get("error") {
        seeds.push(of("error", error.to_string(), true));
    }
    if let Some(report) = answer.get("report") {
        seeds.push(of("file report", report.to_string(), true));
    }
    if let (true, Some(sheet)) = (stage == "receipt", answer["json"].as_str()) {
        // Canonical, so it is not in the order of the table.
        seeds.push(of("sheet", sheet.into(), false));
    }
    let found = STAGES.iter().find(|(name, ..)| *name == stage);
    let (_, inputs, gives) = found.unwrap_or_else(|| panic!("what does the stage {stage} read?"));
    for (key, kind) in *inputs {
        let text = input.get(format!("{key}Text")).and_then(Value::as_str).map(String::from);
        seeds.extend(text.or_else(|| input.get(key).map(Value::to_string)).map(|text| of(kind, text, false)));
    }
    if !answer.is_null() && !gives.is_empty() {
        seeds.push(of(gives, answer.to_string(), true));
    }
}

fn items(catalogue: &Value, seeds: &mut Vec<Seed>) {
    let items = catalogue["items"].as_array().into_iter().flatten();
    seeds.extend(items.map(|item| of("item", item.to_string(), false)));
}

pub fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// All of them.
pub fn all() -> Vec<Seed> {
    let mut seeds = Vec::new();
    cases(Path::new("tests/cases"), &mut seeds);
    for name in ["files", "joint", "numbers", "test"] {
        items(&json(Path::new(&format!("tests/data/catalogue.{name}.json"))), &mut seeds);
    }
    items(&json(Path::new("src/data/catalogue.sample.json")), &mut seeds);
    for (file, kind) in [("en", "wording"), ("notices.en", "notice wording"), ("notices.zh-Hans", "notice wording")] {
        seeds.push(of(kind, fs::read_to_string(format!("src/wording/{file}.json")).unwrap(), false));
    }
    for record in json(Path::new("tests/data/records.json")).as_array().unwrap() {
        seeds.push(of("record", record["record"].to_string(), false));
    }
    seeds.push(of("any", r#"{"a":[1,-2,true,null,"x\né"],"x-b":{"c":"中😀","d":[]},"e":[[[{}]]]}"#.into(), false));
    seeds
}
