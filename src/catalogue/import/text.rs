//! 文本与数字: how other systems write text, numbers and dates.

use crate::calendar::CivilDate;
use crate::identity::{IdentifierKind, check};
use std::borrow::Cow;

/// What separates the codes of one field.
const SEPARATORS: [char; 8] = [',', '，', ';', '；', '、', '|', '^', '\n'];
/// The dashes that stand in telephone numbers.
const DASHES: [char; 6] = ['—', '–', '－', '―', '‐', '─'];
/// Entities that mean a character of their own.
const ENTITIES: [(&str, &str); 6] =
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];

/// Whether a value says nothing, whatever the language.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The text without what an HTML page needed: surrounding white space and escaped characters, once.
///
/// Tags stay: taking them out would be an interpretation.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let (before, mut rest) = text.split_at_checked(first).unwrap_or((text, ""));
    let mut out = String::from(before);
    while !rest.is_empty() {
        let entity = ENTITIES.iter().find_map(|(entity, plain)| Some((rest.strip_prefix(entity)?, *plain)));
        let (after, plain) = entity.unwrap_or_else(|| (rest.strip_prefix('&').unwrap_or(rest), "&"));
        out.push_str(plain);
        let next = after.find('&').unwrap_or(after.len());
        let (plain, after) = after.split_at_checked(next).unwrap_or((after, ""));
        out.push_str(plain);
        rest = after;
    }
    match out.trim() {
        trimmed if trimmed.len() == out.len() => Cow::Owned(out),
        trimmed => Cow::Owned(trimmed.to_owned()),
    }
}

/// The codes of a field that may have several.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty())
}

/// A whole number, and what stands behind it; 3.5 is none.
pub(super) fn amount(text: &str) -> Option<(u32, &str)> {
    let text = text.trim();
    let end = text.find(|each: char| !each.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end).filter(|(_, rest)| !rest.starts_with('.'))?;
    Some((digits.parse().ok()?, rest.trim()))
}

/// A whole number and nothing else.
pub(super) fn whole(text: &str) -> Option<u32> {
    amount(text).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}

/// A date: `YYYY-MM-DD` or `YYYY/MM/DD` with or without a time, `YYYYMMDD`, or milliseconds since 1970 seen at +08:00.
pub(super) fn date(text: &str) -> Option<CivilDate> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            8 => {
                let part = |from, to| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
                CivilDate::new(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)
            }
            11..=13 => {
                let hours = text.parse::<i64>().ok()? / 3_600_000 + 8;
                CivilDate::from_epoch_days(i32::try_from(hours / 24).ok()?)
            }
            _ => None,
        };
    }
    let day = text.split(['T', ' ']).next()?.replace('/', "-");
    CivilDate::parse(&day)
}

/// A telephone number with plain dashes, if the text is one, or several.
pub(super) fn phone(text: &str) -> Option<String> {
    let plain: String = text.chars().map(|each| if DASHES.contains(&each) { '-' } else { each }).collect();
    let allowed = |each: char| each.is_ascii_digit() || each.is_whitespace() || "-()（）/+,，;；、".contains(each);
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 5 && plain.chars().all(allowed)).then_some(plain)
}

/// Whether there is something in the text that could be a person's own: a mobile number, or an identity number.
pub(super) fn is_personal(text: &str) -> bool {
    text.split(|each: char| !each.is_ascii_alphanumeric()).any(|run| {
        let mobile = run.len() == 11 && run.bytes().all(|byte| byte.is_ascii_digit());
        let mobile = mobile && run.starts_with('1') && !run.starts_with("10") && !run.starts_with("11");
        mobile || check(IdentifierKind::ResidentId, &run.to_ascii_uppercase(), None).is_ok()
    })
}
