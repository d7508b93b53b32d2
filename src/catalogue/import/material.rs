//! 申请材料: each row a material. What the source says of it beyond our format stays with it.

use super::bundle::{Bundle, Sheet};
use super::codes::{self, CodeList};
use super::desk::{Desk, published, text};
use super::report::ImportReason;
use super::row::{Object, Row, filled};
use super::text::whole;
use super::{MAX_ENTRIES, Source};
use crate::catalogue::{MaterialKind, Need};
use crate::json::{Value, is_id};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Under which identifiers other tables refer to a material, and where it stands.
pub(super) type Names = BTreeMap<String, String>;

/// Keys by which other tables may refer to a material.
const REFERENCES: [&str; 4] = ["MATERIALCODE", "MATERIALID", "ROWGUID", "ID"];

/// Writes `materials`; tells under which names other tables know them.
pub(super) fn build(desk: &mut Desk<'_>, bundle: &mut Bundle<'_>) -> Names {
    let mut rows: Vec<&mut Row<'_>> = bundle.rows(Sheet::Material).collect();
    let order = |row: &Row<'_>| row.look(desk.words, &["ORDERNUM"]).and_then(|number| whole(&number));
    rows.sort_by_key(|row| order(row).unwrap_or(u32::MAX));
    let (mut materials, mut names, mut taken) = (Vec::new(), Names::new(), BTreeSet::new());
    for row in rows {
        if row.look(desk.words, &["MATERIAL_NAME"]).is_none() {
            row.drop_all(desk.ledger, ImportReason::NoName);
            row.forget();
        } else if materials.len() >= MAX_ENTRIES {
            row.drop_all(desk.ledger, ImportReason::TooMany);
            row.forget();
        } else {
            let to = desk.place(&format!("materials/{}", materials.len()));
            let id = identity(desk, row, &to, &mut taken, materials.len());
            for reference in REFERENCES {
                if let Some(name) = row.look(desk.words, &[reference]) {
                    names.entry(name.into_owned()).or_insert_with(|| id.clone());
                }
            }
            materials.push(Value::Object(material(desk, row, &id, &to)));
        }
    }
    if materials.is_empty() {
        desk.ledger.defaulted("", &desk.place("materials"), ImportReason::Absent);
    }
    desk.put("materials", Value::List(materials));
    names
}

/// 材料编码, or `m1`, `m2`, … by order.
fn identity(desk: &mut Desk<'_>, row: &mut Row<'_>, to: &str, taken: &mut BTreeSet<String>, place: usize) -> String {
    let to = format!("{to}/id");
    let code = row.look(desk.words, &["MATERIALCODE"]);
    if let Some(code) = code.filter(|code| is_id(code) && !taken.contains(&**code)) {
        if let Some(cell) = row.take(desk.words, &["MATERIALCODE"]) {
            desk.mapped(&cell, &to);
        }
        taken.insert(code.clone().into_owned());
        return code.into_owned();
    }
    desk.ledger.defaulted(&row.at, &to, ImportReason::Derived);
    let mut id = format!("m{}", place + 1);
    while !taken.insert(id.clone()) {
        id.push('-');
    }
    id
}

fn material(desk: &mut Desk<'_>, row: &mut Row<'_>, id: &str, to: &str) -> Object {
    let mut object = Object::default();
    object.set(Cow::Borrowed("id"), text(id));
    desk.copy(row, &["MATERIAL_NAME"], (&mut object, "name"), to);
    let mut kept = Object::default();
    let mut codes = Codes { desk, row, to, kept: &mut kept, why: ImportReason::Absent };
    let source = codes.desk.options.source;
    let kind = codes.read("MATERIAL_TYPE", &codes::material_kind(source), "kind", true);
    codes.set(&mut object, "kind", kind.map(MaterialKind::as_str), Some("other"));
    let need = codes.desk.options.need.unwrap_or_else(|| source.need_codes());
    let need = codes.read("IS_NEED", &codes::need(need), "need", false);
    codes.set(&mut object, "need", need.map(Need::as_str), Some("required"));
    let medium = ["ZZHDZB", "MATERIAL_FORM", "MATERIAL_FORMAT"]
        .into_iter()
        .find_map(|field| codes.read(field, &codes::medium(), "medium", false));
    codes.set(&mut object, "medium", medium.map(crate::catalogue::Medium::as_str), None);
    let origin = codes.read("SOURCE_TYPE", &codes::origin(), "origin", false);
    codes.set(&mut object, "origin", origin.map(crate::catalogue::Origin::as_str), None);
    copies(desk, row, &mut object, to);
    marks(desk, row, &mut object, to);
    attachments(desk, row, &mut object, to);
    desk.copy(row, &["FILL_EXPLIAN", "FILL_EXPLAIN"], (&mut object, "instructions"), to);
    desk.copy(row, &["ACCEPT_STAND"], (&mut object, "standard"), to);
    desk.cite_one(row, &mut object, to);
    let rest = row.rest(desk.words, desk.ledger, &format!("{to}/x-source"));
    let kept = rest.into_entries().fold(kept, super::desk::with);
    if let Some(kept) = filled(kept) {
        object.set(Cow::Borrowed("x-source"), kept);
    }
    published([]).into_entries().fold(object, super::desk::with)
}

/// The coded fields of a material. Codes that are not understood stay with it, under `x-source`.
struct Codes<'c, 'd, 'n> {
    desk: &'c mut Desk<'d>,
    row: &'c mut Row<'n>,
    to: &'c str,
    kept: &'c mut Object,
    /// Why the last field said nothing.
    why: ImportReason,
}

impl Codes<'_, '_, '_> {
    /// `sure`: a code that other systems use for something else is not believed without its text.
    fn read<T: Copy + PartialEq>(&mut self, field: &str, list: &CodeList<T>, key: &str, sure: bool) -> Option<T> {
        let words = self.desk.words;
        self.why = ImportReason::Absent;
        let beside = self.row.take(words, &[&format!("{field}_TEXT")]);
        let cell = self.row.take(words, &[field]);
        let main = cell.as_ref().or(beside.as_ref())?;
        let meaning = list.decode(words, &main.text, beside.as_ref().map(|beside| &*beside.text));
        let meaning = meaning.filter(|(_, why)| !sure || *why != ImportReason::AmbiguousCode);
        if let Some((meaning, why)) = meaning {
            let to = format!("{}/{key}", self.to);
            self.desk.ledger.mapped(&main.from, &to, why);
            if let Some(beside) = beside.as_ref().filter(|beside| beside.from != main.from) {
                self.desk.ledger.mapped(&beside.from, &to, ImportReason::ByWord);
            }
            return Some(meaning);
        }
        let differs = list.decode(words, &main.text, None).is_some();
        self.why = if differs { ImportReason::AmbiguousCode } else { ImportReason::UnknownCode };
        for (cell, suffix) in [(&cell, ""), (&beside, "_text")] {
            let Some(cell) = cell else { continue };
            let key = format!("{}{suffix}", field.to_ascii_lowercase());
            self.desk.ledger.preserved(&cell.from, &format!("{}/x-source/{key}", self.to), self.why);
            self.kept.set(Cow::Owned(key), text(&cell.text));
        }
        None
    }

    fn set(&mut self, object: &mut Object, key: &'static str, word: Option<&str>, default: Option<&str>) {
        if word.is_none() && default.is_some() {
            self.desk.ledger.defaulted(&self.row.at, &format!("{}/{key}", self.to), self.why);
        }
        if let Some(word) = word.or(default) {
            object.set(Cow::Borrowed(key), text(word));
        }
    }
}

/// 份数: copies. How many originals, and whether they are kept, the sources do not say in one way: that stays as it is.
fn copies(desk: &mut Desk<'_>, row: &mut Row<'_>, object: &mut Object, to: &str) {
    let spellings: &[&str] = match desk.options.source {
        Source::GdPortal => &["PAGE_COPYNUM", "COPY_AMOUNT"],
        Source::NationalExchange => &["PAGE_NUM_F", "PAGE_NUM"],
    };
    let Some(number) = row.look(desk.words, spellings).and_then(|number| whole(&number)) else { return };
    if let Some(cell) = row.take(desk.words, spellings) {
        desk.mapped(&cell, &format!("{to}/copies"));
        object.set(Cow::Borrowed("copies"), Value::Integer(number.into()));
    }
}

/// 签字、盖章.
fn marks(desk: &mut Desk<'_>, row: &mut Row<'_>, object: &mut Object, to: &str) {
    let Some(ask) = row.look(desk.words, &["SIGN_ASK"]) else { return };
    let (signature, seal) = (desk.words.occurs("signature", &ask), desk.words.occurs("seal", &ask));
    if !signature && !seal {
        return;
    }
    let Some(cell) = row.take(desk.words, &["SIGN_ASK"]) else { return };
    if signature {
        desk.ledger.mapped(&cell.from, &format!("{to}/signature"), ImportReason::ByWord);
        object.set(Cow::Borrowed("signature"), Value::Boolean(true));
    }
    if seal {
        desk.ledger.mapped(&cell.from, &format!("{to}/seal"), ImportReason::ByWord);
        object.set(Cow::Borrowed("seal"), text(&cell.text));
    }
}

/// 空白表格、示例样表, where they have an address. A bare GUID leads nowhere without the other system, and is kept.
fn attachments(desk: &mut Desk<'_>, row: &mut Row<'_>, object: &mut Object, to: &str) {
    for field in ["FORM_GUID", "EXAMPLE_GUID"] {
        let Some(mut files) = row.inner(field, desk.ledger) else { continue };
        for (index, file) in files.iter_mut().enumerate() {
            if index > 0 {
                file.drop_all(desk.ledger, ImportReason::SeveralValues);
                continue;
            }
            if field == "FORM_GUID" {
                template(desk, file, object, to);
            } else {
                desk.copy(file, &["FILEPATH"], (object, "sample"), to);
            }
            file.drop_by(desk.ledger, |_| ImportReason::NoPlace);
        }
    }
}

fn template(desk: &mut Desk<'_>, file: &mut Row<'_>, object: &mut Object, to: &str) {
    let (mut template, to) = (Object::default(), format!("{to}/template"));
    if desk.copy(file, &["ATTACHNAME"], (&mut template, "name"), &to) {
        desk.copy(file, &["FILEPATH"], (&mut template, "address"), &to);
        desk.ledger.defaulted(&file.at, &format!("{to}/version"), ImportReason::Absent);
        template.set(Cow::Borrowed("version"), text("1"));
        object.set(Cow::Borrowed("template"), Value::Object(template));
    }
}
