//! 工作日: working days, with the calendar in use.

use crate::calls::text_of;
use crate::given::answer;
use crate::{Answer, SESSION, error};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yushen::error::ErrorCode;

/// The calendar in use.
const IN_USE: &str = "";

/// The n-th working day after a day, which itself is not counted; `n` < 0 counts back; 0 is the day or the next.
///
/// # Errors
/// `DATE_INVALID`, `NUMBER_NOT_INTEGER`, `NUMBER_OUT_OF_RANGE`.
#[wasm_bindgen(js_name = addWorkingDays, unchecked_return_type = "Counted")]
pub fn add_working_days(
    #[wasm_bindgen(unchecked_param_type = "CivilDate")] start: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] n: &JsValue,
) -> Answer {
    let start = text_of(start, "/start")?;
    let n = n.as_f64().unwrap_or(f64::NAN);
    if n.fract() != 0.0 || !n.is_finite() {
        return Err(error::fault(ErrorCode::NumberNotInteger, "/n"));
    }
    if n.abs() > f64::from(i32::MAX) {
        return Err(error::fault(ErrorCode::NumberOutOfRange, "/n"));
    }
    #[expect(clippy::cast_possible_truncation, reason = "looked at just now")]
    let n = n as i32;
    answer(&SESSION.add_working_days(&start, n, IN_USE), &[])
}

/// Working days after one day up to and including another.
///
/// # Errors
/// `DATE_INVALID`, `DATE_OUT_OF_RANGE`.
#[wasm_bindgen(js_name = workingDaysBetween, unchecked_return_type = "DayCount")]
pub fn working_days_between(
    #[wasm_bindgen(unchecked_param_type = "CivilDate")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "CivilDate")] to: &JsValue,
) -> Answer {
    answer(&SESSION.working_days_between(&text_of(from, "/from")?, &text_of(to, "/to")?, IN_USE), &[])
}

/// Whether a day is a working day, and of what kind it is.
///
/// # Errors
/// `DATE_INVALID`, `DATE_OUT_OF_RANGE`.
#[wasm_bindgen(js_name = workingDay, unchecked_return_type = "Day")]
pub fn working_day(#[wasm_bindgen(js_name = date, unchecked_param_type = "CivilDate")] day: &JsValue) -> Answer {
    answer(&SESSION.day(&text_of(day, "/date")?, IN_USE), &[])
}

/// 月历: the whole weeks of a month `YYYY-MM`, Monday first, and what kind of day each day is.
///
/// # Errors
/// `DATE_INVALID`, `DATE_OUT_OF_RANGE`.
#[wasm_bindgen(unchecked_return_type = "DayMark[]")]
pub fn month(#[wasm_bindgen(js_name = month, unchecked_param_type = "string")] of: &JsValue) -> Answer {
    answer(&SESSION.month(&text_of(of, "/month")?, IN_USE), &[])
}
