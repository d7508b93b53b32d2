//! What a caller gives and gets: a JavaScript value as the text that the core reads, and an answer of the core as a value.

use crate::place::Place;
use crate::{Answer, error};
use js_sys::Error;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use yushen::error::{ErrorCode, Issue};
use yushen::json::{Limits, Read, Transcript, Value};

/// A value that was given, as text, and what JSON cannot say of it.
#[derive(Debug)]
pub(crate) struct Given {
    transcript: Transcript,
    named: BTreeMap<String, ErrorCode>,
}

impl Given {
    /// A value that is to be read as `T`.
    pub(crate) fn of<'a, T: Read<'a>>(value: &JsValue, limits: Limits) -> Result<Self, Error> {
        let refused = RefCell::default();
        let place = Place { value: value.clone(), shape: Some(T::SHAPE), inside: None, refused: &refused };
        let transcript = Transcript::of(place, limits).map_err(|error| Error::from(JsValue::from(error)))?;
        Ok(Self { transcript, named: refused.into_inner() })
    }

    /// The same of a value that may be absent, which is no text.
    pub(crate) fn optional<'a, T: Read<'a>>(value: &JsValue, limits: Limits) -> Result<Option<Self>, Error> {
        (!value.is_undefined()).then(|| Self::of::<T>(value, limits)).transpose()
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        self.transcript.text()
    }

    /// Gives the text away.
    pub(crate) fn take_text(&mut self) -> String {
        self.transcript.take_text()
    }

    /// The issues of this value: where it could not be said in JSON, why.
    pub(crate) fn named(&self, issues: Vec<Issue>) -> Vec<Issue> {
        let mut issues = self.transcript.named(issues);
        for issue in issues.iter_mut().filter(|issue| issue.code == ErrorCode::TypeMismatch) {
            issue.code = self.named.get(&issue.path).copied().unwrap_or(issue.code);
        }
        issues
    }
}

/// The answer of an envelope, as a value.
pub(crate) fn answer(envelope: &str, given: &[&Given]) -> Answer {
    let Value::Object(envelope) = Value::of_own(envelope) else { return Ok(JsValue::UNDEFINED) };
    match (envelope.get("ok"), envelope.get("error")) {
        (Some(value), _) => written(value),
        (_, Some(Value::Object(fault))) => Err(thrown(fault, given)),
        _ => Ok(JsValue::UNDEFINED),
    }
}

/// A value of the core as JavaScript has it: plain objects, numbers, text.
pub(crate) fn written<T: Serialize>(value: &T) -> Answer {
    value.serialize(&Serializer::json_compatible()).map_err(|error| Error::from(JsValue::from(error)))
}

fn thrown(fault: &yushen::json::Map<'_, Value<'_>>, given: &[&Given]) -> Error {
    let word = |of: &yushen::json::Map<'_, Value<'_>>, key: &str| match of.get(key) {
        Some(Value::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    let Some(Value::List(issues)) = fault.get("issues") else { return error::of("", "", &[]) };
    let issues = issues.iter().filter_map(|issue| match issue {
        Value::Object(issue) => {
            Some(Issue { code: ErrorCode::from_word(&word(issue, "code"))?, path: word(issue, "path") })
        }
        _ => None,
    });
    error::of(&word(fault, "code"), &word(fault, "path"), &error::named(issues.collect(), given))
}
