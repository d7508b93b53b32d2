//! Errors as JavaScript has them: an `Error` with `code`, `path` and `issues`.

use crate::given::Given;
use js_sys::{Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use yushen::error::{ErrorCode, Issue};

/// One fault of the call itself.
pub(crate) fn fault(code: ErrorCode, path: &str) -> Error {
    of(code.as_str(), path, &[])
}

/// A document with faults.
pub(crate) fn of(code: &str, path: &str, issues: &[Issue]) -> Error {
    let error = Error::new(&format!("{code} at `{path}`"));
    error.set_name("YushenError");
    set(&error, "code", &code.into());
    set(&error, "path", &path.into());
    set(&error, "issues", &issues.serialize(&Serializer::json_compatible()).unwrap_or_default());
    error
}

/// Issues that an answer names, in the words of what was given.
pub(crate) fn named(mut issues: Vec<Issue>, given: &[&Given]) -> Vec<Issue> {
    for each in given {
        issues = each.named(issues);
    }
    issues
}

fn set(error: &Error, key: &str, value: &JsValue) {
    let _ = Reflect::set(error, &key.into(), value); // of an object that was made here it cannot fail
}
