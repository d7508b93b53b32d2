//! 规范正文: what may be signed. Text that looks the same must be the same, so what could hide, turn or compose in another
//! way is refused, never mended; the canonical form is RFC 8785 restricted to integers.

mod table;

use table::FORBIDDEN;
pub use table::{CLASSES, NOT_COMPOSED};

use crate::error::{ErrorCode, Issue};
use crate::json::{Limits, Reader, Value, pointer_step, to_canonical};

/// Largest body, in bytes of canonical JSON.
pub const MAX_BODY: usize = 256 * 1024;
/// Longest string of a document, in bytes of UTF-8.
pub const MAX_TEXT: usize = 4 * 1024;
/// Deepest nesting of a body.
pub const MAX_DEPTH: usize = 16;

/// A body as it is signed: strictly read, every string examined, in canonical form.
///
/// # Errors
/// Every fault, with its path.
pub fn canonical(text: &str) -> Result<String, Vec<Issue>> {
    let value = Reader::document::<Value<'_>>(text, Limits { bytes: MAX_BODY })?;
    of_value(&value, "")
}

/// The same of a value that stands at `path` of a larger document.
///
/// # Errors
/// Every fault, with its path.
pub fn of_value(value: &Value<'_>, path: &str) -> Result<String, Vec<Issue>> {
    strings(value, path)?;
    let text = to_canonical(value);
    if text.len() > MAX_BODY {
        return Err(vec![Issue { code: ErrorCode::JsonTooLarge, path: path.into() }]);
    }
    Ok(text)
}

/// Examines every string of a value, and how deep it is.
///
/// # Errors
/// Every fault, with its path.
pub fn strings(value: &Value<'_>, path: &str) -> Result<(), Vec<Issue>> {
    let mut issues = Vec::new();
    examine(value, &mut path.to_string(), MAX_DEPTH, &mut issues);
    if issues.is_empty() { Ok(()) } else { Err(issues) }
}

fn examine(value: &Value<'_>, path: &mut String, depth: usize, issues: &mut Vec<Issue>) {
    const MAX_ISSUES: usize = 100;
    if issues.len() >= MAX_ISSUES {
        return;
    }
    let length = path.len();
    if depth == 0 && matches!(value, Value::List(_) | Value::Object(_)) {
        issues.push(Issue { code: ErrorCode::JsonDepth, path: path.clone() });
        return;
    }
    match value {
        Value::Null => issues.push(Issue { code: ErrorCode::NullValue, path: path.clone() }),
        Value::Text(text) => issues.extend(fault(text).map(|code| Issue { code, path: path.clone() })),
        Value::List(list) => {
            for (index, each) in list.iter().enumerate() {
                path.extend(["/", &index.to_string()]);
                examine(each, path, depth - 1, issues);
                path.truncate(length);
            }
        }
        Value::Object(entries) => {
            for (key, each) in entries.iter() {
                path.extend(["/", &pointer_step(key)]);
                // Elsewhere a caller's own keys are passed over; what is signed has none that nobody reads.
                let own = key.starts_with("x-").then_some(ErrorCode::UnknownKey);
                issues.extend(fault(key).or(own).map(|code| Issue { code, path: path.clone() }));
                examine(each, path, depth - 1, issues);
                path.truncate(length);
            }
        }
        Value::Boolean(_) | Value::Integer(_) => {}
    }
}

/// What keeps a string out of a signed text.
#[must_use]
pub fn fault(text: &str) -> Option<ErrorCode> {
    if text.len() > MAX_TEXT {
        return Some(ErrorCode::StringTooLong);
    }
    if text.chars().any(is_forbidden) {
        return Some(ErrorCode::CharacterForbidden);
    }
    (!is_composed(text)).then_some(ErrorCode::TextNotNfc)
}

/// Controls, characters that are ignored or have no width, those that turn the direction of what follows or annotate it, and
/// such as are no characters. What may not be signed is shown as U+FFFD where it comes from elsewhere. Variation selectors
/// and what Arabic and Mongolian are written with may stand; of a name more is asked.
#[must_use]
pub fn is_forbidden(each: char) -> bool {
    let code = u32::from(each);
    if (0x20..0x7F).contains(&code) || (0x3165..0xD800).contains(&code) {
        return false; // Latin as it is typed, and the Chinese characters: nearly everything there is
    }
    let listed = FORBIDDEN.iter().any(|(first, last)| (*first..=*last).contains(&code));
    listed || code & 0xFFFE == 0xFFFE // the last two of every plane
}

/// Whether Unicode's quick check finds a text in its composed form (NFC). What it leaves in doubt is not.
#[must_use]
pub fn is_composed(text: &str) -> bool {
    let mut last = 0;
    text.chars().all(|each| {
        let class = class(each);
        let fits = class != NOT_COMPOSED && (class == 0 || last <= class);
        last = class;
        fits
    })
}

fn class(each: char) -> u8 {
    let code = u32::from(each);
    if code < 0x300 || (0x3400..0xA000).contains(&code) {
        return 0; // Latin as it is typed, and the Chinese characters: nearly everything there is
    }
    let place = CLASSES.partition_point(|(first, ..)| *first <= code);
    let entry = place.checked_sub(1).and_then(|place| CLASSES.get(place));
    entry.filter(|(first, more, _)| code - first <= u32::from(*more)).map_or(0, |(_, _, class)| *class)
}
