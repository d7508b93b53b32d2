//! JavaScript's values, as tests speak of them.

use js_sys::{Error, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value from JSON.
pub fn parse(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_else(|_| panic!("no JSON: {text}"))
}

/// A value as JSON.
pub fn text(value: &JsValue) -> String {
    JSON::stringify(value).map_or_else(|_| String::new(), |text| text.as_string().unwrap_or_default())
}

/// A property; `undefined` if there is none.
pub fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a word; empty if there is none.
pub fn word(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_default()
}

/// Sets a property.
pub fn set(value: &JsValue, key: &str, property: &JsValue) {
    Reflect::set(value, &key.into(), property).unwrap();
}

/// What a call gave, in the envelope in which cases have it.
pub fn envelope(answer: Result<JsValue, Error>) -> String {
    let envelope = JsValue::from(Object::new());
    match answer {
        Ok(value) => set(&envelope, "ok", &value),
        Err(error) => {
            let fault = JsValue::from(Object::new());
            for key in ["code", "path", "issues"] {
                set(&fault, key, &get(&error, key));
            }
            set(&envelope, "error", &fault);
        }
    }
    text(&envelope)
}

/// Takes a property away.
pub fn delete(value: &JsValue, key: &str) {
    if value.is_object() {
        let _ = Reflect::delete_property(value.unchecked_ref::<Object>(), &key.into());
    }
}
