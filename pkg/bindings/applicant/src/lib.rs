//! What an applicant's page calls.

use wasm_bindgen::prelude::wasm_bindgen;
use yushen::calendar::{CivilDate, DayKind};
use yushen::session::Session;

/// A date that cannot be given.
const NONE: i32 = i32::MIN;

/// A session as JavaScript holds it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Core(pub(crate) Session);

#[wasm_bindgen]
impl Core {
    /// A session without a catalogue.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// What this build is.
    pub fn versions(&self) -> String {
        self.0.versions()
    }

    /// Loads a catalogue.
    pub fn load(&self, bytes: Vec<u8>) -> String {
        self.0.load(bytes)
    }

    /// Opens a catalogue by its manifest.
    pub fn open(&self, manifest: &str, least: u32) -> String {
        self.0.open(manifest, least)
    }

    /// The files that are needed next.
    pub fn needs(&self, handle: u32, item: &str) -> String {
        self.0.needs(handle, item)
    }

    /// Takes a file that was asked for.
    pub fn deliver(&self, handle: u32, name: &str, text: &str) -> String {
        self.0.deliver(handle, name, text)
    }

    /// 检索.
    pub fn search(&self, handle: u32, query: &str) -> String {
        self.0.search(handle, query)
    }

    /// Lets a catalogue go.
    pub fn unload(&self, handle: u32) {
        self.0.unload(handle);
    }

    /// What identifies a catalogue.
    pub fn identity(&self, handle: u32) -> String {
        self.0.identity(handle)
    }

    /// Every item of a catalogue.
    pub fn items(&self, handle: u32) -> String {
        self.0.items(handle)
    }

    /// An item as the catalogue has it.
    pub fn item(&self, handle: u32, item: &str, on: &str) -> String {
        self.0.item(handle, item, on)
    }

    /// 适用材料清单.
    pub fn plan(&self, handle: u32, item: &str, request: &str) -> String {
        self.0.plan(handle, item, request)
    }

    /// 预审.
    pub fn check(&self, handle: u32, item: &str, plan: &str, application: &str) -> String {
        self.0.check(handle, item, plan, application)
    }

    /// 批量预审.
    pub fn check_many(&self, handle: u32, lines: &[u8]) -> Vec<u8> {
        self.0.check_many(handle, lines)
    }

    /// 材料自查结果单.
    pub fn precheck(&self, handle: u32, item: &str, plan: &str, application: &str, request: &str) -> String {
        self.0.precheck(handle, item, plan, application, request)
    }

    /// 时限.
    pub fn schedule(&self, request: &str) -> String {
        self.0.schedule(request)
    }

    /// 逐日说明.
    pub fn trace(&self, request: &str) -> String {
        self.0.trace(request)
    }

    /// 倒推.
    pub fn backwards(&self, request: &str) -> String {
        self.0.backwards(request)
    }

    /// 时限说明.
    pub fn explain(&self, request: &str) -> String {
        self.0.explain(request)
    }

    /// 日程.
    pub fn ics(&self, request: &str) -> String {
        self.0.ics(request)
    }

    /// Loads years of a calendar.
    pub fn load_calendar(&self, years: &str, in_use: bool) -> String {
        self.0.load_calendar(years, in_use)
    }

    /// Takes over sentences.
    pub fn messages(&self, file: &str) -> String {
        self.0.messages(file)
    }

    /// A document in words.
    pub fn render(&self, document: &str, locale: &str) -> String {
        self.0.render(document, locale)
    }

    /// A finding in words.
    pub fn message(&self, handle: u32, item: &str, on: &str, finding: &str, application: &str, locale: &str) -> String {
        self.0.message(handle, item, on, finding, application, locale)
    }

    /// 依据 in words.
    pub fn basis_text(&self, basis: &str, locale: &str) -> String {
        self.0.basis_text(basis, locale)
    }

    /// An identity number.
    pub fn identifier(&self, kind: &str, value: &str, on: &str) -> String {
        self.0.identifier(kind, value, on)
    }

    /// 自查编号.
    pub fn precheck_number(&self, region: &str, on: &str, entropy: &[u8]) -> String {
        self.0.precheck_number(region, on, entropy)
    }

    /// The place of a loaded calendar; 0 if there is none with this digest.
    pub fn calendar_place(&self, digest: &str) -> u32 {
        self.0.calendar_place(digest)
    }

    /// The kind of a day, as its place in the list of kinds; −1 outside the table. Days are counted from 1970-01-01; the
    /// calendar 0 is the one in use.
    pub fn day_kind(&self, day: i32, calendar: u32) -> i32 {
        let date = CivilDate::from_epoch_days(day).zip(self.0.calendar_at(calendar));
        let kind = date.and_then(|(date, calendar)| calendar.kind(date));
        kind.and_then(|kind| i32::try_from(DayKind::ALL.iter().position(|each| *each == kind)?).ok()).unwrap_or(-1)
    }

    /// The n-th working day after a day; −2^31 where the table ends.
    pub fn add_working_days(&self, day: i32, n: i32, calendar: u32) -> i32 {
        self.0.calendar_at(calendar).and_then(|calendar| calendar.add_days(day, n)).unwrap_or(NONE)
    }

    /// The latest that an estimate can come to; −2^31 where the date is published or unknown.
    pub fn latest_working_day(&self, day: i32, n: i32, calendar: u32) -> i32 {
        let date = CivilDate::from_epoch_days(day).zip(self.0.calendar_at(calendar));
        date.and_then(|(date, calendar)| calendar.latest(date, n)).map_or(NONE, CivilDate::epoch_days)
    }

    /// `add_working_days` for many days at once.
    pub fn add_working_days_many(&self, days: &[i32], counts: &[i32]) -> Vec<i32> {
        self.0.calendar().add_days_many(days, counts, NONE)
    }

    /// Working days after one day up to and including another; −2^31 outside the table.
    pub fn working_days_between(&self, from: i32, to: i32, calendar: u32) -> i32 {
        let dates = CivilDate::from_epoch_days(from).zip(CivilDate::from_epoch_days(to));
        let dates = dates.zip(self.0.calendar_at(calendar));
        dates.and_then(|((from, to), calendar)| calendar.between(from, to)).unwrap_or(NONE)
    }
}
