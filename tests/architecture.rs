//! The house keeps its plan: a room uses only rooms before it, the boundary is glass, sentences stand in one place.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, in order. A module uses only earlier ones.
const LAYERS: [&str; 18] = [
    "error",
    "json",
    "digest",
    "law",
    "calendar",
    "identity",
    "file",
    "catalogue",
    "application",
    "plan",
    "deadline",
    "check",
    "decision",
    "wording",
    "receipt",
    "audit",
    "engine",
    "wasm",
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
    found
}

/// What is ours: the library, its derive and its build.
fn everything() -> Vec<(PathBuf, String)> {
    ["src", "xtask/derive/src", "xtask/src"].iter().flat_map(|folder| sources(Path::new(folder))).collect()
}

/// The source without comments, so that a link in a doc comment is no dependency.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split_once("//").map_or(line, |(before, _)| before)).collect::<Vec<_>>().join("\n")
}

fn room(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// Every module named behind `crate::`, with groups expanded: `use crate::{a, b::{c, d}}` names a and b.
fn used(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for each in group.chars() {
                match each {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(std::mem::take(&mut word)),
                    _ if depth == 0 => word.push(each),
                    _ => {}
                }
            }
            rooms.push(word);
        } else {
            rooms.push(rest.to_owned());
        }
    }
    let first = |path: &String| {
        path.trim().split(|each: char| !each.is_alphanumeric() && each != '_').next().unwrap().to_owned()
    };
    rooms.iter().map(first).filter(|room| LAYERS.contains(&room.as_str())).collect()
}

#[test]
fn a_room_uses_only_rooms_before_it() {
    let place = |room: &str| LAYERS.iter().position(|each| *each == room);
    for (path, text) in sources(Path::new("src")) {
        let here = room(&path);
        let Some(mine) = place(&here) else {
            assert_eq!(here, "lib", "{} is in no room", path.display());
            continue;
        };
        for other in used(&code(&text)) {
            assert!(place(&other).unwrap() <= mine, "{} uses `{other}`, which stands after `{here}`", path.display());
        }
    }
}

#[test]
fn grouped_imports_are_expanded() {
    assert_eq!(used("use crate::{wasm, json::{Id, Text}, plan::Plan};"), ["wasm", "json", "plan"]);
    assert_eq!(used("crate::error::Error"), ["error"]);
}

#[test]
fn lib_lists_the_rooms_in_order() {
    let lib = code(&fs::read_to_string("src/lib.rs").unwrap());
    let listed: Vec<&str> =
        lib.lines().filter_map(|line| line.trim().trim_start_matches("pub ").strip_prefix("mod ")).collect();
    let listed: Vec<&str> = listed.iter().map(|name| name.trim_end_matches(';')).collect();
    let expected: Vec<&str> = LAYERS.into_iter().filter(|room| listed.contains(room)).collect();
    assert_eq!(listed, expected);
    assert!(listed.len() >= 16, "{listed:?}");
}

/// The lengths of the functions of a file, with the line they begin on. Formatted code only.
fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn ", "pub const fn ", "const fn "];
        if !is_function.iter().any(|head| line.trim_start().starts_with(head)) || line.trim_end().ends_with(['}', ';'])
        {
            continue;
        }
        let end = lines[start..].iter().position(|line| line.trim_end() == format!("{}}}", " ".repeat(indent)));
        found.push((start + 1, end.unwrap_or(0) + 1));
    }
    found
}

#[test]
fn files_and_functions_stay_short() {
    for (path, text) in everything() {
        assert!(text.lines().count() <= 400, "{} has {} lines", path.display(), text.lines().count());
        for (line, length) in functions(&text) {
            assert!(length <= 40, "{}:{line} has a function of {length} lines", path.display());
        }
    }
}

#[test]
fn the_boundary_is_glass() {
    let mut lines = 0;
    for (path, text) in sources(Path::new("src/wasm")) {
        lines += text.lines().count();
        for (line, length) in functions(&text) {
            assert!(length <= 8, "{}:{line} has {length} lines", path.display());
        }
        assert!(!code(&text).contains("if "), "{} decides something", path.display());
    }
    assert!((1..=400).contains(&lines), "src/wasm has {lines} lines");
}

#[test]
fn sentences_for_people_stand_in_one_place() {
    let is_han = |each: char| ('\u{4E00}'..='\u{9FFF}').contains(&each);
    for (path, text) in sources(Path::new("src")) {
        let here = room(&path);
        // `published.rs` and `register.rs` are data: numbers of notices and titles of statutes. The number of a property
        // certificate is itself written in Chinese.
        let data = path.ends_with("calendar/published.rs") || path.ends_with("identity/property.rs");
        if ["wording", "law"].contains(&here.as_str()) || data {
            continue;
        }
        // What a test writes no person reads.
        let shipped = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code(shipped).lines().enumerate() {
            let doc = line.trim_start().starts_with('#');
            assert!(doc || !line.contains(is_han), "{}:{} has a Chinese literal: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn nothing_unfinished_stands_in_the_house() {
    for (path, text) in everything() {
        for mark in ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "todo!".into(), "unimplemented!".into()] {
            assert!(!text.contains(&mark), "{} has {mark}", path.display());
        }
    }
}
