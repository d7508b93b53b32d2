//! 编辑: the calls of those who make a catalogue — lint, audit of a page, words for both. Not in the applicant's module.

use super::answer::envelope;
use super::{Engine, read};
use crate::audit::{PortalDemand, audit, lint, publish};
use crate::catalogue::{Catalogue, Item, Notice};
use crate::error::Result;
use crate::wording::{Message, NoticeWording};

impl Engine {
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
