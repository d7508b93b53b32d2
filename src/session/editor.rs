//! 编辑: the calls of those who make a catalogue — lint, audit of a page, words for both. Not in the applicant's module.

use super::applicant::{Session, read};
use super::envelope::envelope;
use crate::audit::{PortalDemand, across, audit, diff, lint, publish};
use crate::catalogue::import::{NeedCodes, Options, Source, import_with};
use crate::catalogue::{Catalogue, Item, Notice};
use crate::error::{Error, ErrorCode, Result};
use crate::wording::{Message, NoticeWording};

impl Session {
    /// 目录体检: every defect of a catalogue.
    #[must_use]
    pub fn lint(&self, handle: u32) -> String {
        envelope(self.catalogue(handle).map(|catalogue| lint(&catalogue, &self.calendar())))
    }

    /// 页面核对: what a page demands, held against the catalogue.
    #[must_use]
    pub fn audit(&self, handle: u32, demand: &str) -> String {
        let audited = read::<PortalDemand<'_>>(demand).and_then(|demand| {
            let ready = self.ready(handle, &demand.item, demand.on)?;
            Ok(audit(&ready.item, &demand))
        });
        envelope(audited)
    }

    /// 目录变更: every change between two catalogues, by the day from which it holds.
    #[must_use]
    pub fn diff(&self, older: u32, newer: u32) -> String {
        let both = self.catalogue(older).and_then(|older| Ok((older, self.catalogue(newer)?)));
        envelope(both.map(|(older, newer)| diff(&older, &newer)))
    }

    /// 版本衔接: what two versions of an item mean for one application.
    #[must_use]
    pub fn across(&self, older: u32, newer: u32, item: &str, application: &str) -> String {
        let both = self.catalogue(older).and_then(|older| Ok((older, self.catalogue(newer)?)));
        envelope(both.and_then(|(older, newer)| across(&older, &newer, item, application, &self.calendar())))
    }

    /// 导入: a catalogue from what another system publishes. `need` may be empty.
    #[must_use]
    pub fn import(&self, text: &str, source: &str, need: &str) -> String {
        let unknown = |path| Error::new(ErrorCode::UnknownWord, path);
        let options = Source::from_word(source).ok_or_else(|| unknown("/source")).and_then(|source| {
            let need =
                if need.is_empty() { None } else { Some(NeedCodes::from_word(need).ok_or_else(|| unknown("/need"))?) };
            Ok(Options { source, need })
        });
        envelope(options.and_then(|options| import_with(text, options)))
    }

    /// 目录发布: the files of a delivery.
    #[must_use]
    pub fn publish(&self, handle: u32) -> String {
        envelope(self.catalogue(handle).and_then(|catalogue| publish(&catalogue)))
    }

    /// A notice in words. `locale` is `zh-Hans` or `en`.
    #[must_use]
    pub fn notice_message(&self, handle: u32, notice: &str, locale: &str) -> String {
        let message = read::<Notice<'_>>(notice).and_then(|notice| -> Result<Message<'static>> {
            let catalogue = self.catalogue(handle)?;
            let item = noticed(&catalogue, &notice);
            let wording = self.wordings.get(Some(locale).filter(|locale| self.wordings.get(Some(locale)).is_ok()))?;
            Ok(NoticeWording::of(locale).message(&notice, item.as_ref(), &wording))
        });
        envelope(message)
    }
}

/// The item that a notice is about: by its place, else by its code.
fn noticed<'c>(catalogue: &'c Catalogue, notice: &Notice<'_>) -> Option<Item<'c>> {
    let place = notice.path.strip_prefix("/items/").and_then(|rest| rest.split('/').next()?.parse::<usize>().ok());
    let code = notice.item.as_deref()?;
    place
        .and_then(|place| catalogue.items().nth(place))
        .filter(|item| *item.code == *code)
        .or_else(|| catalogue.items().find(|item| *item.code == *code))
}
