//! 文案: the one place of sentences. A message says what is wrong and what to do; the applicant's own words, such as a
//! file's name, are filled in here, on the applicant's own screen, and nowhere else.

mod place;
mod slots;

pub use place::{basis_text, bytes_text, number_text};

use crate::application::Application;
use crate::catalogue::Item;
use crate::check::{Finding, FindingCode};
use crate::json::{Limits, Map, Reader, Text, record};
use slots::Slots;

const ZH_HANS: &str = include_str!("zh-Hans.json");

record! {
    input;
    /// What is wrong, and what to do.
    pub struct Sentence<'a> {
        /// What is wrong.
        "what" required what: Text<'a>,
        /// What to do.
        "how" required how: Text<'a>,
    }
}

record! {
    input;
    /// A file of sentences in one language.
    pub struct WordingFile<'a> {
        /// The format.
        "format" required format: Text<'a>,
        /// 语言 (BCP 47).
        "locale" required locale: Text<'a>,
        /// Sentences, by finding code.
        "findings" required findings: Map<'a, Sentence<'a>>,
        /// Words that sentences are made with.
        "labels" required labels: Map<'a, Text<'a>>,
        /// Words of the self-check sheet.
        "sheet" required sheet: Map<'a, Text<'a>>,
    }
}

record! {
    value;
    /// 提示语: a finding in words.
    pub struct Message<'a> {
        /// What is wrong.
        "what" required what: Text<'a>,
        /// What to do.
        "how" required how: Text<'a>,
        /// What it rests on.
        "basis" required basis: Text<'a>,
    }
}

/// The sentences of one language.
#[derive(Debug)]
pub struct Wording {
    file: WordingFile<'static>,
}

impl Default for Wording {
    fn default() -> Self {
        Self::zh_hans()
    }
}

impl Wording {
    /// Simplified Chinese, compiled in.
    #[must_use]
    pub fn zh_hans() -> Self {
        let (file, _) = Reader::tolerant(ZH_HANS, Limits { bytes: ZH_HANS.len() }); // OK: tests/wording.rs reads it strictly
        Self { file }
    }

    /// 语言 (BCP 47).
    #[must_use]
    pub fn locale(&self) -> &str {
        &self.file.locale
    }

    /// A word of sentences; empty if there is none.
    #[must_use]
    pub fn label(&self, key: &str) -> &str {
        self.file.labels.get(key).map_or("", |text| text)
    }

    /// A word of the self-check sheet.
    #[must_use]
    pub fn sheet(&self, key: &str) -> &str {
        self.file.sheet.get(key).map_or("", |text| text)
    }

    /// A word of the self-check sheet with its slots filled.
    #[must_use]
    pub fn fill_sheet(&self, key: &str, slots: &[(&str, &str)]) -> String {
        fill(self.sheet(key), |name| slots.iter().find(|slot| slot.0 == name).map(|slot| slot.1.into()))
    }

    /// A finding in words. Without the application its own words are left out.
    ///
    /// ```
    /// # use yushen::{catalogue::Item, check::{Finding, FindingCode}, law::Basis, wording::Wording};
    /// let finding = Finding::new(FindingCode::SitUnanswered, "/answers/agent".into(), Basis::default());
    /// let message = Wording::zh_hans().message(&finding, &Item::default(), None);
    /// assert_eq!(&*message.how, "回答后才能确定您需要的材料。");
    /// ```
    #[must_use]
    pub fn message(
        &self,
        finding: &Finding<'_>,
        item: &Item<'_>,
        application: Option<&Application<'_>>,
    ) -> Message<'static> {
        let slots = Slots { wording: self, finding, item, application };
        // “因为您选择了……” needs the answer; without the application the plain sentence is said.
        let unsaid = finding.code == FindingCode::MatConditionalMissing && slots.value("answer").is_none();
        let code = if unsaid { FindingCode::MatMissing } else { finding.code };
        let sentence = self.file.findings.get(code.as_str());
        let filled = |template: &str| Text::from(fill(template, |name| slots.value(name)));
        Message {
            what: sentence.map(|sentence| filled(&sentence.what)).unwrap_or_default(),
            how: sentence.map(|sentence| filled(&sentence.how)).unwrap_or_default(),
            basis: Text::from(basis_text(self, &finding.basis, &item.name)),
        }
    }
}

/// The one formatter: `{name}` is replaced by its value; a slot without a value stays visible, so that it is noticed.
fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            break;
        };
        match value(name) {
            Some(value) => text.push_str(&value),
            None => text.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}
