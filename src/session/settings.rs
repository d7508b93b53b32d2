//! 设置 between calls: calendars and languages that the host has loaded.

use crate::calendar::{Calendar, CalendarRef};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::json::Text;
use crate::shared::Shared;
use crate::wording::{Wording, WordingFile};
use std::sync::Arc;

/// Most calendars, and most languages, held at once.
const MAX_LOADED: usize = 64;
/// The language that is compiled in.
const OWN: &str = "zh-Hans";

/// 日历: the one compiled in, and those that were loaded.
#[derive(Debug)]
pub(super) struct Calendars(Shared<Known>);

#[derive(Debug)]
struct Known {
    in_use: Arc<Calendar>,
    loaded: Vec<Arc<Calendar>>,
}

impl Default for Calendars {
    fn default() -> Self {
        let published = Arc::new(Calendar::published());
        Self(Shared::from(Known { in_use: Arc::clone(&published), loaded: vec![published] }))
    }
}

impl Calendars {
    /// The calendar in use.
    pub(super) fn in_use(&self) -> Arc<Calendar> {
        self.0.look(|known| Arc::clone(&known.in_use))
    }

    /// A calendar by its digest; without one, the calendar in use.
    pub(super) fn get(&self, digest: Option<Digest>) -> Result<Arc<Calendar>> {
        let Some(digest) = digest else { return Ok(self.in_use()) };
        let of = |each: &&Arc<Calendar>| each.version().digest == digest;
        let found = self.0.look(|known| known.loaded.iter().find(of).cloned());
        found.ok_or_else(|| Error::new(ErrorCode::CalendarUnknown, "/calendar"))
    }

    /// Keeps a calendar. One with the same days is kept once.
    pub(super) fn add(&self, calendar: Calendar, in_use: bool) -> Result<CalendarRef<'static>> {
        let calendar = Arc::new(calendar);
        let version = calendar.version().clone();
        self.0.change(|known| {
            let full = known.loaded.len() >= MAX_LOADED;
            match known.loaded.iter_mut().find(|each| each.version().digest == version.digest) {
                Some(same) => *same = Arc::clone(&calendar), // the same days, perhaps under another notice
                None if full => return Err(Error::new(ErrorCode::TooManyEntries, "/years")),
                None => known.loaded.push(Arc::clone(&calendar)),
            }
            if in_use {
                known.in_use = calendar;
            }
            Ok(version)
        })
    }
}

/// 语言: Simplified Chinese, and what was loaded.
#[derive(Debug)]
pub(super) struct Wordings {
    /// What is compiled in: sentences about findings, or words of documents.
    own: fn() -> Wording,
    known: Shared<Vec<Arc<Wording>>>,
}

impl Default for Wordings {
    fn default() -> Self {
        Self::of(Wording::zh_hans)
    }
}

impl Wordings {
    /// Over what is compiled in.
    pub(super) fn of(own: fn() -> Wording) -> Self {
        Self { own, known: Shared::default() }
    }

    /// A language; without one, Simplified Chinese.
    pub(super) fn get(&self, locale: Option<&str>) -> Result<Arc<Wording>> {
        let locale = locale.filter(|locale| !locale.is_empty()).unwrap_or(OWN);
        if let Some(known) = self.known.look(|known| find(known, locale)) {
            return Ok(known);
        }
        if locale != OWN {
            return Err(Error::new(ErrorCode::LocaleUnknown, "/locale"));
        }
        let own = Arc::new((self.own)());
        Ok(self.known.change(|known| {
            // another thread may have read it meanwhile, and changed it
            find(known, OWN).unwrap_or_else(|| {
                known.push(Arc::clone(&own));
                own
            })
        }))
    }

    /// Takes over a file: a new language, or changes to one.
    pub(super) fn add(&self, file: WordingFile<'static>) -> Result<Text<'static>> {
        let locale = file.locale.clone();
        self.known.change(|known| {
            let changed = match find(known, &locale) {
                Some(known) => known.changed(file),
                None => (self.own)().in_language(file),
            };
            known.retain(|each| each.locale() != &*locale);
            if known.len() >= MAX_LOADED {
                return Err(Error::new(ErrorCode::TooManyEntries, "/locale"));
            }
            known.push(Arc::new(changed));
            Ok(locale)
        })
    }
}

fn find(known: &[Arc<Wording>], locale: &str) -> Option<Arc<Wording>> {
    known.iter().find(|each| each.locale() == locale).map(Arc::clone)
}
