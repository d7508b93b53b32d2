//! Every case says where its expectation comes from, and every text that it cites exists: `docs/sources/README.md` says how
//! to cite. No case cites the file that it tests.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

const KEYS: [&str; 7] = ["stage", "name", "input", "expected", "why", "origin", "source"];
const ORIGINS: [&str; 6] = ["article", "notice", "standard", "other-tool", "hand-count", "recorded"];

/// What a citation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cited {
    Page,
    Article,
    Notice,
    Standard,
    Tool,
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Every case, with the file that it stands in.
fn cases() -> Vec<(PathBuf, Value)> {
    let mut all = Vec::new();
    for path in files(Path::new("tests/cases"), "json") {
        all.extend(json(&path).as_array().unwrap().iter().map(|case| (path.clone(), case.clone())));
    }
    assert!(all.len() >= 1000, "only {} cases were found", all.len());
    all
}

/// The anchor of a heading, as hosts make it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|each| each.is_alphanumeric() || matches!(each, ' ' | '-' | '_'));
    kept.map(|each| if each == ' ' { '-' } else { each }).collect::<String>().to_lowercase()
}

/// Of every page of `docs` its anchors.
fn pages() -> BTreeMap<String, HashSet<String>> {
    let mut pages = BTreeMap::new();
    for path in files(Path::new("docs"), "md") {
        let text = fs::read_to_string(&path).unwrap();
        let mut anchors: HashSet<String> = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| anchor(line.trim_start_matches('#')))
            .collect();
        anchors.extend(text.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(String::from));
        pages.insert(path.to_str().unwrap().to_owned(), anchors);
    }
    pages
}

/// 第四十二条: the number of an article in words.
fn in_words(number: usize) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [(usize, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
    let (mut words, mut gap) = (String::new(), false);
    for (unit, name) in UNITS {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = !words.is_empty();
        } else {
            words.push_str(if gap { "零" } else { "" });
            words.push_str(if (digit, unit) == (1, 10) && words.is_empty() { "" } else { DIGITS.get(digit).unwrap() });
            words.push_str(name);
            gap = false;
        }
    }
    words
}

/// Of every law its articles; of an article its paragraphs; of a paragraph how many items it has.
type Laws = BTreeMap<String, BTreeMap<String, Vec<usize>>>;

fn laws() -> Laws {
    let text = fs::read_to_string("docs/sources/statutes.md").unwrap();
    let mut laws = Laws::new();
    for section in text.split("\n## ").skip(1) {
        let (title, body) = section.split_once('\n').unwrap();
        let articles = laws.entry(title.trim().to_owned()).or_default();
        for article in body.split("\n**").skip(1) {
            let (name, body) = article.split_once("**").unwrap();
            let mut paragraphs: Vec<usize> = Vec::new();
            for line in body.split("\n\n").next().unwrap().lines() {
                match paragraphs.last_mut() {
                    Some(items) if line.starts_with(['（', '(']) => *items += 1,
                    _ => paragraphs.push(0),
                }
            }
            articles.insert(name.to_owned(), paragraphs);
        }
    }
    laws
}

/// The first column, or the first two with a space between them, of the tables below a heading of the index.
fn listed(heading: &str, columns: usize) -> Vec<String> {
    let text = fs::read_to_string("docs/sources/README.md").unwrap();
    let section = text.split(&format!("\n## {heading}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| row.split('|').skip(1).take(columns).map(str::trim).collect::<Vec<_>>().join(" ")).collect()
}

/// All that can be cited.
struct Sources {
    pages: BTreeMap<String, HashSet<String>>,
    laws: Laws,
    notices: BTreeSet<String>,
    standards: Vec<String>,
    tools: Vec<String>,
}

impl Sources {
    fn new() -> Self {
        let table = json(Path::new("src/data/holidays-cn.json"));
        let years = table["years"].as_object().unwrap().values();
        let notices = years.flat_map(|year| year["notices"].as_array().unwrap());
        Self {
            pages: pages(),
            laws: laws(),
            notices: notices.map(|notice| notice["number"].as_str().unwrap().to_owned()).collect(),
            standards: listed("Standards", 1),
            tools: listed("Tools", 2),
        }
    }

    /// What a citation leads to; nothing if there is no such text.
    fn find(&self, cited: &str) -> Option<Cited> {
        let named = |name: &String| {
            cited.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if let Some((page, anchor)) = cited.split_once('#') {
            return self.pages.get(page)?.contains(anchor).then_some(Cited::Page);
        }
        if self.notices.contains(cited) {
            return Some(Cited::Notice);
        }
        if self.standards.iter().any(named) {
            return Some(Cited::Standard);
        }
        if self.tools.iter().any(|tool| tool == cited) {
            return Some(Cited::Tool);
        }
        let (title, articles) = cited.split_once(' ')?;
        let law = self.laws.get(title)?;
        articles.split(", ").all(|article| stands_in(law, article)).then_some(Cited::Article)
    }
}

/// Whether a law has such an article, paragraph and item: `32(1)(4)`.
fn stands_in(law: &BTreeMap<String, Vec<usize>>, cited: &str) -> bool {
    let numbers: Option<Vec<usize>> = cited.split('(').map(|part| part.trim_end_matches(')').parse().ok()).collect();
    let Some([article, rest @ ..]) = numbers.as_deref() else { return false };
    let Some(paragraphs) = law.get(&format!("第{}条", in_words(*article))) else { return false };
    match rest {
        [] => true,
        [paragraph] => (1..=paragraphs.len()).contains(paragraph),
        [paragraph, item] => paragraphs.get(paragraph - 1).is_some_and(|items| (1..=*items).contains(item)),
        _ => false,
    }
}

#[test]
fn every_case_says_where_its_expectation_comes_from() {
    let sources = Sources::new();
    let mut faults = Vec::new();
    for (path, case) in cases() {
        let name = format!("{}: {}", path.display(), case["name"]);
        let keys: Vec<&str> = case.as_object().unwrap().keys().map(String::as_str).collect();
        if keys != KEYS {
            faults.push(format!("{name} has the keys {keys:?}"));
            continue;
        }
        let (origin, source) = (case["origin"].as_str().unwrap(), case["source"].as_str().unwrap());
        let cited: Vec<Option<Cited>> = source.split("; ").map(|each| sources.find(each)).collect();
        for (each, found) in source.split("; ").zip(&cited) {
            if found.is_none() {
                faults.push(format!("{name} cites `{each}`, which is not there"));
            }
        }
        let has = |kind| cited.contains(&Some(kind));
        let rests = match origin {
            "article" => has(Cited::Article),
            "notice" => has(Cited::Notice),
            "standard" => has(Cited::Standard),
            "other-tool" => has(Cited::Tool),
            "hand-count" => source.contains("docs/sources/clocks.md#"),
            other => ORIGINS.contains(&other),
        };
        if !rests {
            faults.push(format!("{name} is `{origin}`, and cites nothing of the kind"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn most_cases_of_deadlines_check_and_receipts_are_no_recordings() {
    let (mut all, mut recorded) = (0_u32, 0_u32);
    for (_, case) in cases().into_iter().filter(|(path, _)| {
        let path = path.to_str().unwrap();
        ["tests/cases/deadlines/", "tests/cases/check/", "tests/cases/receipt"]
            .iter()
            .any(|area| path.starts_with(area))
    }) {
        all += 1;
        recorded += u32::from(case["origin"] == "recorded");
    }
    assert!(recorded * 100 <= all * 40, "{recorded} of {all} are recorded");
}

#[test]
fn statutes_bear_the_titles_of_the_register() {
    let register = json(Path::new("src/data/law-register.json"));
    let statutes = register["statutes"].as_array().unwrap();
    let titles: HashSet<&str> = statutes.iter().map(|each| each["title"].as_str().unwrap()).collect();
    let known = |title: &str| titles.iter().any(|full| full.trim_start_matches("中华人民共和国") == title);
    for (title, articles) in laws() {
        assert!(known(&title), "the register has no {title}");
        assert!(!articles.is_empty(), "{title} has no article");
    }
}

#[test]
fn the_pages_on_sources_lead_somewhere() {
    let pages = pages();
    for path in pages.keys().filter(|path| path.starts_with("docs/sources/")) {
        let text = fs::read_to_string(path).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match page.strip_prefix("../") {
                Some(rest) if rest.starts_with("../") => rest.trim_start_matches("../").to_owned(),
                Some(rest) => format!("docs/{rest}"),
                None if page.is_empty() => path.clone(),
                None => format!("docs/sources/{page}"),
            };
            assert!(Path::new(&target).exists(), "{path} leads to {link}");
            let there = anchor.is_empty() || pages.get(&target).is_some_and(|anchors| anchors.contains(anchor));
            assert!(there, "{path} leads to {link}: no such anchor");
        }
    }
}

#[test]
fn notices_are_quoted_with_number_and_day() {
    let text = fs::read_to_string("docs/sources/notices.md").unwrap();
    let table = json(Path::new("src/data/holidays-cn.json"));
    for notice in table["years"].as_object().unwrap().values().flat_map(|year| year["notices"].as_array().unwrap()) {
        let part = |key: &str| notice[key].as_str().unwrap_or_else(|| panic!("{notice} has no {key}"));
        let heading = format!("{}, {}: {}", part("number"), part("issued"), part("title"));
        assert!(text.contains(&heading), "notices.md has no `{heading}`");
    }
}

#[test]
fn articles_are_numbered_as_statutes_number_them() {
    for (number, words) in
        [(2, "二"), (10, "十"), (19, "十九"), (42, "四十二"), (201, "二百零一"), (1259, "一千二百五十九")]
    {
        assert_eq!(in_words(number), words);
    }
}
