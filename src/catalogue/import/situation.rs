//! 办理情形: options and the materials they ask for.
//!
//! In everything that the portal has published these two tables are empty, so their columns are known by name only.
//! Accepted is the plainest reading: a row is an option; a row that others name as their parent is a question.

use super::MAX_ENTRIES;
use super::bundle::{Bundle, Sheet};
use super::desk::{Desk, text};
use super::material::Names;
use super::report::ImportReason;
use super::row::{Object, Row};
use crate::json::{Value, is_id};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

const IDS: [&str; 4] = ["CONDITION_ID", "CONDITION_GUID", "ROW_GUID", "ID"];
const LABELS: [&str; 4] = ["CONDITION_NAME", "CONDITION", "NAME", "TITLE"];
const PARENTS: [&str; 4] = ["PARENT_ID", "PARENT_GUID", "PARENT_CONDITION_ID", "PID"];
const MATERIALS: [&str; 5] = ["MATERIALCODE", "MATERIAL_ID", "MATERIAL_GUID", "MATERIAL_ROWGUID", "MATERIAL"];

/// One row of the table of situations.
struct Situation<'r, 'n> {
    row: &'r mut Row<'n>,
    key: String,
    label: String,
    parent: Option<String>,
}

/// Writes `questions`.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>, materials: &Names) {
    let links = links(desk, bundle, materials);
    let mut situations = Vec::new();
    for row in bundle.rows(Sheet::Situation) {
        let (key, label) = (row.look(desk.words, &IDS), row.look(desk.words, &LABELS));
        let Some((key, label)) = key.zip(label) else { continue };
        let parent = row.look(desk.words, &PARENTS).filter(|parent| *parent != "0").map(Cow::into_owned);
        situations.push(Situation { key: key.into_owned(), label: label.into_owned(), parent, row });
    }
    let keys: BTreeSet<String> = situations.iter().map(|situation| situation.key.clone()).collect();
    let parents: BTreeSet<String> = situations.iter().filter_map(|each| each.parent.clone()).collect();
    let mut questions: Vec<Question> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for situation in situations.iter_mut().filter(|each| parents.contains(&each.key) && each.parent.is_none()) {
        if questions.len() + 1 < MAX_ENTRIES && !places.contains_key(&situation.key) {
            places.insert(situation.key.clone(), questions.len());
            let at = desk.place(&format!("questions/{}", questions.len()));
            questions.push(Question { label: situation.label.clone(), options: Vec::new(), ids: BTreeSet::new() });
            situation.report(desk, &at);
        }
    }
    for situation in &mut situations {
        let place = match &situation.parent {
            None if parents.contains(&situation.key) => continue,
            Some(parent) if keys.contains(parent) => places.get(parent).copied(),
            _ => Some(*places.entry(String::new()).or_insert_with(|| {
                questions.push(Question { label: String::new(), options: Vec::new(), ids: BTreeSet::new() });
                questions.len() - 1
            })),
        };
        let Some((place, question)) = place.and_then(|place| Some((place, questions.get_mut(place)?))) else {
            continue; // deeper than a question and its options: it is kept with what is left
        };
        let found = links.get(&situation.key).map(Vec::as_slice).unwrap_or_default();
        question.add(desk, situation, place, found);
    }
    write(desk, questions);
}

/// Which materials a situation asks for.
fn links(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>, materials: &Names) -> BTreeMap<String, Vec<String>> {
    let mut known = BTreeSet::new();
    for row in bundle.rows(Sheet::Situation) {
        known.extend(row.look(desk.words, &IDS).map(Cow::into_owned));
    }
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in bundle.rows(Sheet::Link) {
        let situation = row.look(desk.words, &["CONDITION_ID", "CONDITION_GUID"]).map(Cow::into_owned);
        let wanted = row.look(desk.words, &MATERIALS).and_then(|name| materials.get(&*name));
        let Some((situation, wanted)) = situation.filter(|key| known.contains(key)).zip(wanted) else {
            desk.ledger.preserved(&row.at, "", ImportReason::UnknownReference); // kept with what is left
            continue;
        };
        for spellings in [&MATERIALS[..], &["CONDITION_ID", "CONDITION_GUID"]] {
            if let Some(cell) = row.take(desk.words, spellings) {
                desk.mapped(&cell, &desk.place("questions"));
            }
        }
        if seen.insert((situation.clone(), wanted.clone())) {
            links.entry(situation).or_default().push(wanted.clone());
        }
    }
    links
}

impl Situation<'_, '_> {
    fn report(&mut self, desk: &mut Desk<'_>, at: &str) {
        for (key, spellings) in [("id", &IDS[..]), ("label", &LABELS), ("", &PARENTS)] {
            if let Some(cell) = self.row.take(desk.words, spellings) {
                desk.mapped(&cell, format!("{at}/{key}").trim_end_matches('/'));
            }
        }
    }
}

/// A question being written.
struct Question {
    label: String,
    options: Vec<Value<'static>>,
    ids: BTreeSet<String>,
}

impl Question {
    fn add(&mut self, desk: &mut Desk<'_>, situation: &mut Situation<'_, '_>, place: usize, materials: &[String]) {
        let at = desk.place(&format!("questions/{place}/options/{}", self.options.len()));
        if self.options.len() >= MAX_ENTRIES {
            situation.row.drop_all(desk.ledger, ImportReason::TooMany);
            return;
        }
        let mut id = situation.key.clone();
        if !is_id(&id) || self.ids.contains(&id) {
            id = format!("o{}", self.options.len() + 1);
            while self.ids.contains(&id) {
                id.push('-');
            }
            desk.ledger.defaulted(&situation.row.at, &format!("{at}/id"), ImportReason::Derived);
        }
        situation.report(desk, &at);
        let mut option: Object = [("id", text(&id)), ("label", text(&situation.label))].into_iter().collect();
        if !materials.is_empty() {
            let list = materials.iter().map(|material| text(material)).collect();
            option.set(Cow::Borrowed("materials"), Value::List(list));
        }
        self.ids.insert(id);
        self.options.push(Value::Object(option));
    }
}

fn write(desk: &mut Desk<'_>, questions: Vec<Question>) {
    if questions.is_empty() {
        return;
    }
    let mut list = Vec::new();
    for (index, question) in questions.into_iter().enumerate() {
        let to = desk.place(&format!("questions/{index}"));
        let label = if question.label.is_empty() {
            desk.ledger.defaulted("", &format!("{to}/label"), ImportReason::Absent);
            desk.words.label("situation").to_owned()
        } else {
            question.label
        };
        // Whether several can be chosen the tables do not say.
        desk.ledger.defaulted("", &format!("{to}/kind"), ImportReason::Absent);
        let object: Object = [
            ("id", text(&format!("q{}", index + 1))),
            ("label", text(&label)),
            ("kind", text("choice")),
            ("options", Value::List(question.options)),
        ]
        .into_iter()
        .collect();
        list.push(Value::Object(object));
    }
    desk.put("questions", Value::List(list));
}
