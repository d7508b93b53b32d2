//! Every case of these calls whose input an object can hold. Rule: what `JSON.parse` refuses, no object holds; nor a text
//! of which it keeps less than it says, such as a key that is there twice.

use crate::files::{CASES, CATALOGUES, LANGUAGES, SAMPLE};
use crate::js::{delete, envelope, get, parse, text, word};
use js_sys::{Array, Error, JSON};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use yushen::json::{Limits, MAX_DOCUMENT, Reader, Value, to_string};
use yushen_objects::{
    Catalogue, add_working_days, calendar, explain, ics, identifier, language, latest_start, month, render, schedule,
    trace, working_day, working_days_between,
};

/// What one case came to.
enum Outcome {
    Alike,
    Differs(String),
    /// No object holds its input.
    NotHeld(&'static str),
}

#[derive(Default)]
struct Host {
    catalogues: BTreeMap<String, Catalogue>,
}

/// An input as an object.
fn held(input: &JsValue, key: &str) -> Result<JsValue, &'static str> {
    let Some(given) = get(input, &format!("{key}Text")).as_string() else { return Ok(get(input, key)) };
    let value = JSON::parse(&given).map_err(|_| "no JSON")?;
    let read = |text: &str| {
        let read = Reader::document::<Value<'_>>(text, Limits { bytes: MAX_DOCUMENT });
        read.map(|value| to_string(&value)).map_err(|issues| format!("{issues:?}"))
    };
    if read(&given) == read(&text(&value)) { Ok(value) } else { Err("JSON.parse keeps less than it says") }
}

fn locale(input: &JsValue) -> Option<String> {
    let locale = get(input, "locale").as_string()?;
    let (_, file) = LANGUAGES.iter().find(|(name, _)| *name == locale)?;
    assert!(language(&parse(file)).is_ok());
    Some(locale)
}

impl Host {
    fn catalogue(&mut self, input: &JsValue) -> &Catalogue {
        let name = get(input, "catalogue").as_string().unwrap_or_else(|| "sample".into());
        let source = CATALOGUES.iter().find(|(each, _)| *each == name).map_or(SAMPLE, |(_, source)| source);
        self.catalogues.entry(name).or_insert_with(|| Catalogue::new(&parse(source)).unwrap())
    }

    fn sheet(&mut self, input: &JsValue) -> Result<Result<JsValue, Error>, &'static str> {
        let (application, request) = (held(input, "application")?, held(input, "request")?);
        let item = get(input, "item");
        Ok(self.catalogue(input).sheet(&item, &application, &request, &JsValue::UNDEFINED))
    }

    /// What the calls give for the input of a case. Every stage is one of them: the files of others are not compiled in.
    fn run(&mut self, stage: &str, input: &JsValue) -> Result<Result<JsValue, Error>, &'static str> {
        if stage != "calendar" && get(input, "years").is_object() {
            assert!(calendar(&get(input, "years"), &JsValue::UNDEFINED).is_ok());
        }
        let (locale, item, on) = (JsValue::from(locale(input)), get(input, "item"), get(input, "on"));
        Ok(match stage {
            // A catalogue may be a text, even one that is no JSON.
            "catalogue" => {
                let text = get(input, "sourceText");
                Catalogue::new(&if text.is_string() { text } else { get(input, "source") }).map(|loaded| loaded.about())
            }
            "identity" => self.catalogue(input).identity(),
            "plan" => self.catalogue(input).plan(&item, &held(input, "request")?),
            "check" => self.catalogue(input).check(&item, &held(input, "application")?, &get(input, "plan")),
            "message" => {
                let (findings, application) = (Array::of1(&held(input, "finding")?), held(input, "application")?);
                let messages = self.catalogue(input).messages(&item, &on, &findings, &application, &locale);
                messages.map(|messages| Array::from(&messages).get(0))
            }
            "messages" => {
                let (findings, application) = (held(input, "findings")?, held(input, "application")?);
                self.catalogue(input).messages(&item, &on, &findings, &application, &locale)
            }
            "schedule" => self.catalogue(input).schedule(&held(input, "request")?),
            "day" => working_day(&get(input, "date")),
            "count" => add_working_days(&get(input, "start"), &get(input, "n")),
            "between" => working_days_between(&get(input, "from"), &get(input, "to")),
            "month" => month(&get(input, "month")),
            "receipt" => self.sheet(input)?,
            "render" => self.sheet(input)?.and_then(|sheet| {
                let json = word(&sheet, "json");
                assert_eq!(envelope(render(&json.clone().into(), &locale)), envelope(render(&parse(&json), &locale)));
                render(&json.into(), &locale)
            }),
            "deadlines" => schedule(&held(input, "request")?),
            "trace" => trace(&held(input, "request")?),
            "backwards" => latest_start(&held(input, "request")?),
            "explain" => explain(&held(input, "request")?),
            "ics" => ics(&held(input, "request")?),
            "calendar" => calendar(&held(input, "years")?, &JsValue::UNDEFINED),
            "identifier" => identifier(&get(input, "kind"), &get(input, "value"), &on),
            other => panic!("no such stage: {other}"),
        })
    }

    fn case(&mut self, case: &JsValue) -> Outcome {
        let (stage, expected) = (word(case, "stage"), get(case, "expected"));
        // The number of a catalogue stays inside its object.
        delete(&get(&expected, "ok"), "handle");
        let expected = text(&expected);
        match self.run(&stage, &get(case, "input")) {
            Err(reason) => Outcome::NotHeld(reason),
            Ok(answer) => {
                let mut got = envelope(answer);
                if stage == "message" {
                    got = got.replace(r#""path":"/0/"#, r#""path":"/"#); // it is the first of the list that was given
                }
                if got == expected { Outcome::Alike } else { Outcome::Differs(format!("{expected}\n  got      {got}")) }
            }
        }
    }
}

#[wasm_bindgen_test]
fn every_case_that_an_object_can_hold_gives_what_it_expects() {
    let (mut host, mut alike) = (Host::default(), 0);
    let (mut not_held, mut failures) = (BTreeMap::<_, usize>::new(), Vec::new());
    for (name, cases) in CASES {
        for case in Array::from(&parse(cases)).iter() {
            match host.case(&case) {
                Outcome::Alike => alike += 1,
                Outcome::NotHeld(reason) => *not_held.entry(reason).or_default() += 1,
                Outcome::Differs(how) => failures.push(format!("{name}: {}\n  expected {how}", word(&case, "name"))),
            }
        }
    }
    let reasons = not_held.iter().map(|(reason, count)| format!("{count}: {reason}")).collect::<Vec<_>>();
    console_log!(
        "objects: {alike} cases replayed as they are expected, {} that no object holds ({})",
        not_held.values().sum::<usize>(),
        reasons.join("; ")
    );
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
    assert!(alike > 700, "only {alike} cases were replayed");
}
