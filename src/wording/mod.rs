//! 文案: the one place of sentences. A message says what is wrong and what to do; the applicant's own words, such as a
//! file's name, are filled in here, on the applicant's own screen, and nowhere else.

#[cfg(feature = "editor")]
mod notice;
mod agenda;
mod compact;
mod explain;
mod place;
mod slots;

pub use agenda::agenda;
pub use explain::{ExplainRequest, Explained, ExplainedClock, explain};
#[cfg(feature = "editor")]
pub use notice::{NoticeFile, NoticeSentence, NoticeWording};
pub use place::{basis_text, bytes_text, number_text};

use crate::application::Application;
use crate::catalogue::Item;
use crate::check::{Finding, FindingCode};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Detach, Limits, Map, Reader, Record, Text, formats, pointer_step};
use compact::compact;
use slots::Slots;

const ZH_HANS: &str = compact!("zh-Hans.json");
/// Words that findings and documents both use: of the law, of kinds of numbers.
const COMMON: &str = compact!("common.zh-Hans.json");
/// Words of documents and of their verification.
const DOCUMENTS: &str = compact!("documents.zh-Hans.json");

/// The format of a file of sentences.
pub const FORMAT: &str = "yushen-wording/0.1";
formats! {
    /// The format of a file of sentences.
    WordingFormat = FORMAT;
}

/// What is wrong, and what to do. A file of changes may leave any of it out.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Sentence<'a> {
    /// What is wrong.
    pub what: Option<Text<'a>>,
    /// What to do.
    pub how: Option<Text<'a>>,
    /// What is wrong, where a slot of `what` has no value.
    pub what_plain: Option<Text<'a>>,
    /// What to do, where a slot of `how` has no value.
    pub how_plain: Option<Text<'a>>,
}

/// A file of sentences in one language, or of changes to one.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct WordingFile<'a> {
    /// The format.
    pub format: WordingFormat,
    /// 语言 (BCP 47).
    pub locale: Text<'a>,
    /// Sentences, by finding code.
    #[record(optional)]
    pub findings: Map<'a, Sentence<'a>>,
    /// Words that sentences are made with.
    #[record(optional)]
    pub labels: Map<'a, Text<'a>>,
    /// Words of the self-check sheet.
    #[record(optional)]
    pub sheet: Map<'a, Text<'a>>,
    /// Sentences that explain a time limit.
    #[record(optional)]
    pub deadlines: Map<'a, Text<'a>>,
}

/// 提示语: a finding in words.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Message<'a> {
    /// What is wrong.
    pub what: Text<'a>,
    /// What to do.
    pub how: Text<'a>,
    /// What it rests on.
    pub basis: Text<'a>,
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
        Self::compiled(ZH_HANS)
    }

    /// The words of documents, in Simplified Chinese, compiled in.
    #[must_use]
    pub fn documents() -> Self {
        Self::compiled(DOCUMENTS)
    }

    fn compiled(own: &'static str) -> Self {
        // OK: tests/it/wording.rs reads the files strictly
        let read = |text: &'static str| Reader::tolerant::<WordingFile<'_>>(text, Limits { bytes: text.len() }).0;
        let mut wording = Self { file: read(own) };
        wording.change(read(COMMON));
        wording
    }

    /// Another language. What its file does not say is said as here.
    #[must_use]
    pub fn in_language(mut self, file: WordingFile<'static>) -> Self {
        self.file.locale = file.locale.clone();
        self.change(file);
        self
    }

    /// The same with what a file of the same language says otherwise.
    #[must_use]
    pub fn changed(&self, file: WordingFile<'static>) -> Self {
        let mut wording = Self { file: self.file.clone() };
        wording.change(file);
        wording
    }

    fn change(&mut self, file: WordingFile<'static>) {
        for (code, new) in file.findings.into_entries() {
            let old = self.file.findings.get(&code).cloned().unwrap_or_default();
            let sentence = Sentence {
                what: new.what.or(old.what),
                how: new.how.or(old.how),
                what_plain: new.what_plain.or(old.what_plain),
                how_plain: new.how_plain.or(old.how_plain),
            };
            self.file.findings.set(code, sentence);
        }
        file.labels.into_entries().for_each(|(key, text)| self.file.labels.set(key, text));
        file.deadlines.into_entries().for_each(|(key, text)| self.file.deadlines.set(key, text));
        file.sheet.into_entries().for_each(|(key, text)| self.file.sheet.set(key, text));
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
        fill(self.sheet(key), |name| slots.iter().find(|slot| slot.0 == name).map(|slot| slot.1.into())).text
    }

    /// A sentence that explains a time limit, with its slots filled.
    fn deadline(&self, key: &str, slots: &[(&str, &str)]) -> String {
        let sentence = self.file.deadlines.get(key).map_or("", |text| text);
        fill(sentence, |name| slots.iter().find(|slot| slot.0 == name).map(|slot| slot.1.into())).text
    }

    /// A name of the catalogue's in this language, if the catalogue has it; else as it stands.
    fn said(&self, item: &Item<'_>, place: &[&str], own: &str) -> String {
        let said = item.texts.get(self.locale()).and_then(|texts| texts.get(&place.concat()));
        said.map_or_else(|| own.to_string(), |text| text.to_string())
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
        self.in_words(&Slots { wording: self, finding, item, application, masked: false })
    }

    /// The same for a document that is shown around: a file is called by its material and place, since people put their own
    /// names into those of files.
    pub(crate) fn masked(
        &self,
        finding: &Finding<'_>,
        item: &Item<'_>,
        application: &Application<'_>,
    ) -> Message<'static> {
        self.in_words(&Slots { wording: self, finding, item, application: Some(application), masked: true })
    }

    fn in_words(&self, slots: &Slots<'_>) -> Message<'static> {
        let Slots { finding, item, .. } = *slots;
        let silent = Sentence::default();
        let said = self.file.findings.get(finding.code.as_str()).unwrap_or(&silent);
        let filled = |template: &str| fill(template, |name| slots.value(name));
        let what = filled(said.what.as_deref().unwrap_or_default());
        let how = filled(said.how.as_deref().unwrap_or_default());
        // The plain sentence is said where a slot has no value; what to do goes with what is wrong.
        let plain_what = said.what_plain.as_deref().filter(|_| !what.whole).map(filled);
        let plain_how = said.how_plain.as_deref().filter(|_| !how.whole || plain_what.is_some()).map(filled);
        Message {
            what: Text::from(plain_what.unwrap_or(what).text),
            how: Text::from(plain_how.unwrap_or(how).text),
            basis: Text::from(basis_text(self, &finding.basis, &self.said(item, &["/name"], &item.name))),
        }
    }
}

/// A sentence that has been filled, and whether every slot had a value.
struct Filled {
    text: String,
    whole: bool,
}

/// The one formatter: `{name}` is replaced by its value; a slot without a value stays visible, so that it is noticed.
fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> Filled {
    let mut filled = Filled { text: String::with_capacity(template.len() * 2), whole: true };
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.text.push('{');
            rest = after;
            break;
        };
        if let Some(value) = value(name) {
            filled.text.push_str(&value);
        } else {
            filled.text.extend(["{", name, "}"]);
            filled.whole = false;
        }
        rest = behind;
    }
    filled.text.push_str(rest);
    filled
}

/// Reads a file of sentences, or of changes.
///
/// # Errors
/// `REQUEST_INVALID` with every fault.
pub fn read(text: &str) -> Result<WordingFile<'static>> {
    const MAX_BYTES: usize = 256 * 1024;
    let (file, mut issues) = Reader::tolerant::<WordingFile<'_>>(text, Limits { bytes: MAX_BYTES });
    let known = |code: &str| FindingCode::from_word(code).is_some();
    for (code, _) in file.findings.iter().filter(|(code, _)| !known(code)) {
        let path = format!("/findings/{}", pointer_step(code));
        issues.push(Issue { code: ErrorCode::UnknownWord, path });
    }
    if issues.is_empty() { Ok(file.detach()) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
}
