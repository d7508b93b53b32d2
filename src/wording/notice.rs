//! 提示函 in words: what a department or a portal has to mend. Loaded by editors; an applicant never sees one.

use super::{Message, Wording, basis_text, fill};
use crate::catalogue::{Item, Notice, Param};
use crate::json::{Detach, Limits, Map, Reader, Record, Text, formats};
use crate::law::Statute;

const ZH_HANS: &str = include_str!("notices.zh-Hans.json");
const EN: &str = include_str!("notices.en.json");

/// What departs, and what to do.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct NoticeSentence<'a> {
    /// What departs.
    pub what: Text<'a>,
    /// What to do.
    pub how: Text<'a>,
}

formats! {
    /// The format of a file of sentences for notices.
    NoticesFormat = "yushen-notices/0.1";
}

/// A file of sentences for notices in one language.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct NoticeFile<'a> {
    /// The format.
    pub format: NoticesFormat,
    /// 语言 (BCP 47).
    pub locale: Text<'a>,
    /// Sentences, by notice code.
    pub notices: Map<'a, NoticeSentence<'a>>,
    /// Words that sentences are made with.
    pub labels: Map<'a, Text<'a>>,
}

/// The sentences of notices in one language.
#[derive(Debug)]
pub struct NoticeWording {
    file: NoticeFile<'static>,
}

impl NoticeWording {
    /// Simplified Chinese, or English for `en`.
    #[must_use]
    pub fn of(locale: &str) -> Self {
        let text = if locale == "en" { EN } else { ZH_HANS };
        let (file, _) = Reader::tolerant::<NoticeFile<'_>>(text, Limits { bytes: text.len() }); // OK: tests/it/notices.rs reads both strictly
        Self { file: file.detach() }
    }

    /// A notice in words. Without its item, what the item calls by name is called by its identifier.
    #[must_use]
    pub fn message(&self, notice: &Notice<'_>, item: Option<&Item<'_>>, wording: &Wording) -> Message<'static> {
        let sentence = self.file.notices.get(notice.code.as_str()).cloned().unwrap_or_default();
        let say = |template: &str| Text::from(fill(template, |name| self.slot(name, notice, item, wording)).text);
        let name = item.map_or("", |item| &item.name);
        Message {
            what: say(&sentence.what),
            how: say(&sentence.how),
            basis: Text::from(basis_text(wording, &notice.basis, name)),
        }
    }

    fn label(&self, key: &str) -> String {
        self.file.labels.get(key).map_or(key, |text| text).to_string()
    }

    fn slot(&self, name: &str, notice: &Notice<'_>, item: Option<&Item<'_>>, wording: &Wording) -> Option<String> {
        let param = |name: &str| match notice.params.get(name)? {
            Param::Number(number) => Some(number.to_string()),
            Param::Word(word) => Some(word.to_string()),
        };
        let named = |id: String, found: Option<String>| Some(found.unwrap_or(id));
        match name {
            "path" => Some(notice.path.to_string()),
            "item" => item.map(|item| item.name.to_string()),
            "basis" => Some(basis_text(wording, &notice.basis, item.map_or("", |item| &item.name))),
            "material" | "other" => {
                let id = param(name)?;
                let found = item.and_then(|item| item.materials.iter().find(|each| *each.id == *id));
                named(id, found.map(|material| material.name.to_string()))
            }
            "question" => {
                let id = param(name)?;
                let found = item.and_then(|item| item.questions.iter().find(|each| *each.id == *id));
                named(id, found.map(|question| question.label.to_string()))
            }
            "group" => {
                let id = param(name)?;
                let found = item.and_then(|item| item.groups.iter().find(|each| *each.id == *id));
                named(id, found.map(|group| group.name.to_string()))
            }
            "limit" => param(name).map(|kind| wording.sheet(&format!("limit-{kind}")).to_string()),
            "statute" => param(name).map(|id| Statute::find(&id).map_or(id, |statute| statute.title.to_string())),
            "element" | "part" | "status" | "holds" | "pUnit" | "sUnit" => param(name).map(|word| self.label(&word)),
            _ => param(name),
        }
    }
}
