//! 工作日: working days, with the calendar in use.

use crate::calls::text_of;
use crate::given::written;
use crate::{Answer, SESSION, error};
use js_sys::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yushen::calendar::{CivilDate, DayKind};
use yushen::error::ErrorCode;
use yushen::json::Value;

fn date(value: &JsValue, path: &str) -> Result<CivilDate, Error> {
    CivilDate::parse(&text_of(value, path)?).ok_or_else(|| error::fault(ErrorCode::DateInvalid, path))
}

fn out_of_range(path: &str) -> Error {
    error::fault(ErrorCode::DateOutOfRange, path)
}

/// An object of what is there.
fn entries<const N: usize>(entries: [(&str, Option<Value<'_>>); N]) -> Answer {
    let there = entries.into_iter().filter_map(|(key, value)| Some((key, value?)));
    written(&Value::Object(there.collect()))
}

fn word(word: &dyn std::fmt::Display) -> Value<'static> {
    Value::Text(word.to_string().into())
}

/// The n-th working day after a day, which itself is not counted; `n` < 0 counts back; 0 is the day or the next.
///
/// # Errors
/// `DATE_INVALID`, `NUMBER_NOT_INTEGER`, `NUMBER_OUT_OF_RANGE`.
#[wasm_bindgen(js_name = addWorkingDays, unchecked_return_type = "Counted")]
pub fn add_working_days(#[wasm_bindgen(unchecked_param_type = "CivilDate")] start: &JsValue, n: f64) -> Answer {
    let start = date(start, "/start")?;
    if n.fract() != 0.0 || !n.is_finite() {
        return Err(error::fault(ErrorCode::NumberNotInteger, "/n"));
    }
    if n.abs() > f64::from(i32::MAX) {
        return Err(error::fault(ErrorCode::NumberOutOfRange, "/n"));
    }
    #[expect(clippy::cast_possible_truncation, reason = "looked at just now")]
    let n = n as i32;
    let calendar = SESSION.calendar();
    let counted = calendar.add(start, n);
    let latest = counted.due.and_then(|due| calendar.latest(start, n).filter(|latest| *latest > due));
    entries([
        ("due", counted.due.map(|due| word(&due))),
        ("latest", latest.map(|latest| word(&latest))),
        ("certainty", Some(word(&counted.certainty))),
    ])
}

/// Working days after one day up to and including another.
///
/// # Errors
/// `DATE_INVALID`, `DATE_OUT_OF_RANGE`.
#[wasm_bindgen(js_name = workingDaysBetween, unchecked_return_type = "{ days: number; certainty: Certainty }")]
pub fn working_days_between(
    #[wasm_bindgen(unchecked_param_type = "CivilDate")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "CivilDate")] to: &JsValue,
) -> Answer {
    let (from, to, calendar) = (date(from, "/from")?, date(to, "/to")?, SESSION.calendar());
    let days = calendar.between(from, to);
    let days = days.ok_or_else(|| out_of_range(if calendar.kind(from).is_none() { "/from" } else { "/to" }))?;
    entries([("days", Some(Value::Integer(days.into()))), ("certainty", Some(word(&calendar.certainty(from.max(to)))))])
}

/// Whether a day is a working day, and of what kind it is.
///
/// # Errors
/// `DATE_INVALID`, `DATE_OUT_OF_RANGE`.
#[wasm_bindgen(
    js_name = workingDay,
    unchecked_return_type = "{ working: boolean; kind: DayKind; certainty: Certainty }"
)]
pub fn working_day(#[wasm_bindgen(js_name = date, unchecked_param_type = "CivilDate")] day: &JsValue) -> Answer {
    let (day, calendar) = (date(day, "/date")?, SESSION.calendar());
    let kind: DayKind = calendar.kind(day).ok_or_else(|| out_of_range("/date"))?;
    let working = calendar.is_working_day(day).unwrap_or_default();
    entries([
        ("working", Some(Value::Boolean(working))),
        ("kind", Some(word(&kind))),
        ("certainty", Some(word(&calendar.certainty(day)))),
    ])
}
