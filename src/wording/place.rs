//! Places in statutes, numbers and sizes as Chinese readers write them.

use super::{Wording, fill};
use crate::law::{Basis, Status, Statute};

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number up to 9999 in Chinese numerals, as articles are numbered: 十九, 三十二, 一百零三.
#[must_use]
pub fn number_text(number: u32) -> String {
    let digit = |value: u32| DIGITS.get(value as usize % 10).copied().unwrap_or_default();
    let mut text = String::new();
    let mut gap = false;
    for (worth, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let value = number / worth % 10;
        if value == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push_str(digit(0));
        }
        if !(worth == 10 && value == 1 && text.is_empty()) {
            text.push_str(digit(value));
        }
        text.push_str(unit);
    }
    if text.is_empty() { digit(0).into() } else { text }
}

/// A size in the units that people know; 1 KB is 1024 bytes. Rounded up, so that it is never less than it is.
#[must_use]
pub fn bytes_text(bytes: i64) -> String {
    const KILO: i64 = 1024;
    let tenths = |unit: i64| (bytes * 10 + unit - 1) / unit;
    let written = |tenths: i64, unit: &str| match tenths % 10 {
        0 => format!("{} {unit}", tenths / 10),
        fraction => format!("{}.{fraction} {unit}", tenths / 10),
    };
    match bytes {
        ..KILO => format!("{bytes} B"),
        KILO..0x10_0000 => written(tenths(KILO), "KB"),
        _ => written(tenths(KILO * KILO), "MB"),
    }
}

/// 《…》第…条: a basis in words, with its status where it does not bind.
#[must_use]
pub fn basis_text(wording: &Wording, basis: &Basis<'_>, item: &str) -> String {
    let numbered = |key: &str, number: u32| {
        let written = if wording.label("numerals") == "digits" { number.to_string() } else { number_text(number) };
        if number == 0 { String::new() } else { fill(wording.label(key), |_| Some(written.clone())).text }
    };
    let Some(id) = &basis.statute else {
        return fill(wording.label("entry"), |_| Some(item.to_string())).text;
    };
    let title = Statute::find(id).map_or(&**id, |statute| statute.title);
    let place = [("article", basis.article), ("paragraph", basis.paragraph), ("clause", basis.item)];
    let place: String = place.into_iter().map(|(key, number)| numbered(key, number)).collect();
    let slot = |slot: &str| Some(if slot == "title" { title.into() } else { place.clone() });
    let text = fill(wording.label("statute"), slot).text;
    let status = basis.status.filter(|status| *status != Status::InForce).map_or("", Status::as_str);
    text + wording.label(status)
}
