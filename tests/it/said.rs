//! 文档所言: what the documents state in so many words, held against the code.

use std::collections::BTreeSet;
use std::fs;
use yushen::error::ErrorCode;
use yushen::json::{Limits, Reader, Text};
use yushen::receipt::canonical::fault;

/// What stands between two pieces of a document, on one line.
fn between(path: &str, before: &str, after: &str) -> String {
    let text = fs::read_to_string(path).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{path} says nothing of “{before}”"));
    rest.split_once(after).unwrap().0.to_string()
}

/// Ranges as they are written down: `U+0000–001F, 00AD`.
fn listed(text: &str) -> BTreeSet<u32> {
    let number = |digits: &str| u32::from_str_radix(digits.trim_start_matches("U+"), 16).unwrap();
    let mut all = BTreeSet::new();
    for range in text.split(',').map(|each| each.trim().trim_end_matches('.')).filter(|each| !each.is_empty()) {
        let (first, last) = range.split_once('–').unwrap_or((range, range));
        all.extend(number(first)..=number(last));
    }
    all
}

/// Whoever checks in another language which characters may be signed has the list of the kit and nothing else.
#[test]
fn the_kit_lists_every_character_that_no_text_may_hold_and_no_other() {
    const PLANES: &str = "nor the last two code points of any plane";
    let said = between("pkg/kit/README.md", "none of: ", "No string is empty");
    let mut wanted = listed(&said.replace(PLANES, ""));
    if said.contains(PLANES) {
        wanted.extend((0..=16).flat_map(|plane| [(plane << 16) | 0xFFFE, (plane << 16) | 0xFFFF]));
    }
    let refused = |each: &char| fault(&each.to_string()) == Some(ErrorCode::CharacterForbidden);
    let found: BTreeSet<u32> = ('\0'..=char::MAX).filter(refused).map(u32::from).collect();
    let hexadecimal = |each: &u32| format!("{each:04X}");
    let unsaid: Vec<String> = found.difference(&wanted).map(hexadecimal).collect();
    let untrue: Vec<String> = wanted.difference(&found).map(hexadecimal).collect();
    assert!(unsaid.is_empty() && untrue.is_empty(), "refused and not listed: {unsaid:?}; listed: {untrue:?}");
}

#[test]
fn a_thousand_faults_are_told_as_readme_says() {
    assert!(between("README.md", "`CATALOGUE_INVALID` with every fault, ", ", and").contains("the first thousand"));
    let list = format!("[{}1]", "1,".repeat(1500));
    let faults = Reader::document::<Vec<Text<'_>>>(&list, Limits { bytes: 1 << 20 }).unwrap_err();
    assert_eq!(faults.len(), 1000);
}
