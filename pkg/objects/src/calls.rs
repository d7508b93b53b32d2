//! What needs no catalogue: deadlines, numbers, languages, documents.

use crate::given::{Given, answer};
use crate::{Answer, RECEIPTS, SESSION, error};
use js_sys::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yushen::calendar::CalendarYears;
use yushen::deadline::{BackwardsRequest, ScheduleRequest, TraceRequest};
use yushen::error::ErrorCode;
use yushen::json::{Limits, Read};
use yushen::receipt::trust::Trust;
use yushen::receipt::verify::VerifyRequest;
use yushen::receipt::{Receipt, Sheet};
use yushen::wording::{ExplainRequest, WordingFile};

/// As large as the largest request is; the core knows which may be how large.
pub(crate) const REQUEST: Limits = Limits { bytes: 4 * 1024 * 1024 };

/// A text, or a fault at its place.
pub(crate) fn text_of(value: &JsValue, path: &str) -> Result<String, Error> {
    value.as_string().ok_or_else(|| error::fault(ErrorCode::TypeMismatch, path))
}

/// The same of a text that may be left out, and is empty then.
pub(crate) fn optional_text(value: &JsValue, path: &str) -> Result<String, Error> {
    if value.is_undefined() { Ok(String::new()) } else { text_of(value, path) }
}

/// A call with one request.
fn request<'a, T: Read<'a>>(value: &JsValue, call: impl FnOnce(&str) -> String) -> Answer {
    let given = Given::of::<T>(value, REQUEST)?;
    answer(&call(given.text()), &[&given])
}

/// Library, law register, calendar and catalogue format.
///
/// # Errors
/// None.
#[wasm_bindgen(unchecked_return_type = "Versions")]
pub fn versions() -> Answer {
    answer(&SESSION.versions(), &[])
}

/// 时限: the clocks of some limits after some events.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "Schedule")]
pub fn schedule(#[wasm_bindgen(unchecked_param_type = "ScheduleRequest")] of: &JsValue) -> Answer {
    request::<ScheduleRequest<'_>>(of, |text| SESSION.schedule(text))
}

/// 逐日说明: every day of a clock.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "DayMark[]")]
pub fn trace(#[wasm_bindgen(unchecked_param_type = "TraceRequest")] of: &JsValue) -> Answer {
    request::<TraceRequest<'_>>(of, |text| SESSION.trace(text))
}

/// 倒推: by when to file, so that a case is finished by a day.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_UNKNOWN`.
#[wasm_bindgen(js_name = latestStart, unchecked_return_type = "Backwards")]
pub fn latest_start(#[wasm_bindgen(unchecked_param_type = "BackwardsRequest")] of: &JsValue) -> Answer {
    request::<BackwardsRequest<'_>>(of, |text| SESSION.backwards(text))
}

/// 时限说明: clocks in words.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_UNKNOWN`, `LOCALE_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "Explained")]
pub fn explain(#[wasm_bindgen(unchecked_param_type = "ExplainRequest")] of: &JsValue) -> Answer {
    request::<ExplainRequest<'_>>(of, |text| SESSION.explain(text))
}

/// 日程: last days as an iCalendar file.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_UNKNOWN`, `LOCALE_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "{ ics: string }")]
pub fn ics(#[wasm_bindgen(unchecked_param_type = "ExplainRequest")] of: &JsValue) -> Answer {
    request::<ExplainRequest<'_>>(of, |text| SESSION.ics(text))
}

/// 放假安排: years that are newer than this build; with `inUse`, everything is counted with them.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `CALENDAR_GAP`, `CALENDAR_CONFLICT`.
#[wasm_bindgen(unchecked_return_type = "CalendarRef")]
pub fn calendar(
    #[wasm_bindgen(unchecked_param_type = "CalendarYears")] years: &JsValue,
    #[wasm_bindgen(js_name = inUse, unchecked_optional_param_type = "boolean")] in_use: &JsValue,
) -> Answer {
    let in_use = if in_use.is_undefined() { Some(false) } else { in_use.as_bool() };
    let in_use = in_use.ok_or_else(|| error::fault(ErrorCode::TypeMismatch, "/inUse"))?;
    request::<CalendarYears<'_>>(years, |text| SESSION.load_calendar(text, in_use))
}

/// 文案: another language, or other sentences.
///
/// # Errors
/// `REQUEST_INVALID` with every fault.
#[wasm_bindgen(unchecked_return_type = "string")]
pub fn language(#[wasm_bindgen(unchecked_param_type = "WordingFile")] file: &JsValue) -> Answer {
    request::<WordingFile<'_>>(file, |text| {
        let _ = RECEIPTS.load_wording(text); // the same file, for documents
        SESSION.load_wording(text)
    })
}

/// An identity number, for a form field at every keystroke.
///
/// # Errors
/// `UNKNOWN_WORD`, `TYPE_MISMATCH`, `DATE_INVALID`.
#[wasm_bindgen(unchecked_return_type = "IdentifierResult")]
pub fn identifier(
    #[wasm_bindgen(unchecked_param_type = "IdentifierKind")] kind: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] value: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CivilDate")] on: &JsValue,
) -> Answer {
    let (kind, value) = (text_of(kind, "/kind")?, text_of(value, "/value")?);
    let on = optional_text(on, "/on")?;
    answer(&SESSION.identifier(&kind, &value, &on), &[])
}

/// A self-check sheet in words: as text, as a page, as a model.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `LOCALE_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "Rendered")]
pub fn render(
    #[wasm_bindgen(unchecked_param_type = "string | Sheet")] document: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] locale: &JsValue,
) -> Answer {
    let locale = optional_text(locale, "/locale")?;
    match document.as_string() {
        Some(text) => answer(&SESSION.render(&text, &locale), &[]),
        None => request::<Sheet<'_>>(document, |text| SESSION.render(text, &locale)),
    }
}

/// 验证: a document of an authority, or what a scanner read, against a signed trust list. Without a good list, or with
/// none, nothing passes.
///
/// # Errors
/// `REQUEST_INVALID` with every fault, `OPTION_NOT_OF_FORM`, `LOCALE_UNKNOWN`.
#[wasm_bindgen(unchecked_return_type = "Verification")]
pub fn verify(
    #[wasm_bindgen(unchecked_param_type = "string | Receipt")] document: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Trust | undefined")] trust: &JsValue,
    #[wasm_bindgen(js_name = request, unchecked_param_type = "VerifyRequest")] asked: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] locale: &JsValue,
) -> Answer {
    let asked = Given::of::<VerifyRequest<'_>>(asked, REQUEST)?;
    let (trust, locale) = (Given::optional::<Trust<'_>>(trust, REQUEST)?, optional_text(locale, "/locale")?);
    let verified = |text: &str| {
        let trust = trust.as_ref().map_or("", Given::text);
        RECEIPTS.verify(text, trust, asked.text(), &locale)
    };
    match document.as_string() {
        Some(text) => answer(&verified(&text), &[&asked]),
        None => answer(&verified(Given::of::<Receipt<'_>>(document, REQUEST)?.text()), &[&asked]),
    }
}
