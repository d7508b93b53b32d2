//! 设置 between calls: calendars and languages that the host has loaded.

use crate::calendar::{Calendar, CalendarRef};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::json::Text;
use crate::wording::{Wording, WordingFile};
use std::cell::RefCell;
use std::rc::Rc;

/// Most calendars, and most languages, held at once.
const MAX_LOADED: usize = 64;

/// 日历: the one compiled in, and those that were loaded.
#[derive(Debug)]
pub(super) struct Calendars {
    in_use: RefCell<Rc<Calendar>>,
    loaded: RefCell<Vec<Rc<Calendar>>>,
}

impl Default for Calendars {
    fn default() -> Self {
        let published = Rc::new(Calendar::published());
        Self { in_use: RefCell::new(Rc::clone(&published)), loaded: RefCell::new(vec![published]) }
    }
}

impl Calendars {
    /// The calendar in use.
    pub(super) fn in_use(&self) -> Rc<Calendar> {
        Rc::clone(&self.in_use.borrow())
    }

    /// A calendar by its digest; without one, the calendar in use.
    pub(super) fn get(&self, digest: Option<Digest>) -> Result<Rc<Calendar>> {
        let Some(digest) = digest else { return Ok(self.in_use()) };
        let loaded = self.loaded.borrow();
        let found = loaded.iter().find(|each| each.version().digest == digest).cloned();
        found.ok_or_else(|| Error::new(ErrorCode::CalendarUnknown, "/calendar"))
    }

    /// Keeps a calendar. One with the same days is kept once.
    pub(super) fn add(&self, calendar: Calendar, in_use: bool) -> Result<CalendarRef<'static>> {
        let calendar = Rc::new(calendar);
        let version = calendar.version().clone();
        let mut loaded = self.loaded.borrow_mut();
        let full = loaded.len() >= MAX_LOADED;
        match loaded.iter_mut().find(|each| each.version().digest == version.digest) {
            Some(known) => *known = Rc::clone(&calendar), // the same days, perhaps under another notice
            None if full => return Err(Error::new(ErrorCode::TooManyEntries, "/years")),
            None => loaded.push(Rc::clone(&calendar)),
        }
        if in_use {
            self.in_use.replace(calendar);
        }
        Ok(version)
    }
}

/// 语言: Simplified Chinese, and what was loaded.
#[derive(Debug)]
pub(super) struct Wordings {
    /// What is compiled in: sentences about findings, or words of documents.
    own: fn() -> Wording,
    known: RefCell<Vec<Rc<Wording>>>,
}

impl Default for Wordings {
    fn default() -> Self {
        Self::of(Wording::zh_hans)
    }
}

impl Wordings {
    /// Over what is compiled in.
    pub(super) fn of(own: fn() -> Wording) -> Self {
        Self { own, known: RefCell::default() }
    }

    /// A language; without one, Simplified Chinese.
    pub(super) fn get(&self, locale: Option<&str>) -> Result<Rc<Wording>> {
        let locale = locale.filter(|locale| !locale.is_empty()).unwrap_or("zh-Hans");
        let mut wordings = self.known.borrow_mut();
        if let Some(known) = wordings.iter().find(|each| each.locale() == locale) {
            return Ok(Rc::clone(known));
        }
        if locale != "zh-Hans" {
            return Err(Error::new(ErrorCode::LocaleUnknown, "/locale"));
        }
        let wording = Rc::new((self.own)());
        wordings.push(Rc::clone(&wording));
        Ok(wording)
    }

    /// Takes over a file: a new language, or changes to one.
    pub(super) fn add(&self, file: WordingFile<'static>) -> Result<Text<'static>> {
        let locale = file.locale.clone();
        let changed = match self.get(Some(&locale)) {
            Ok(known) => known.changed(file),
            Err(_) => (self.own)().in_language(file),
        };
        let mut wordings = self.known.borrow_mut();
        wordings.retain(|each| each.locale() != &*locale);
        if wordings.len() >= MAX_LOADED {
            return Err(Error::new(ErrorCode::TooManyEntries, "/locale"));
        }
        wordings.push(Rc::new(changed));
        Ok(locale)
    }
}
