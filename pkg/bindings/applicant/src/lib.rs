//! What an applicant's page calls.

use wasm_bindgen::prelude::wasm_bindgen;
use yushen::session::Session;

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

    /// Takes a piece of the text of a catalogue.
    pub fn append(&self, piece: &str, units: u32, left: u32) {
        self.0.append(piece, units, left);
    }

    /// Loads the catalogue whose pieces have been taken.
    pub fn load_appended(&self) -> String {
        self.0.load_appended()
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

    /// 时限 of an item of a catalogue.
    pub fn schedule_item(&self, handle: u32, request: &str) -> String {
        self.0.schedule_item(handle, request)
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
    pub fn load_wording(&self, file: &str) -> String {
        self.0.load_wording(file)
    }

    /// A document in words.
    pub fn render(&self, document: &str, locale: &str) -> String {
        self.0.render(document, locale)
    }

    /// Findings in words.
    pub fn messages(&self, handle: u32, item: &str, on: &str, all: &str, application: &str, locale: &str) -> String {
        self.0.messages(handle, item, on, all, application, locale)
    }

    /// One finding in words.
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

    /// Whether a day is a working day.
    pub fn day(&self, day: &str, calendar: &str) -> String {
        self.0.day(day, calendar)
    }

    /// The n-th working day after a day.
    pub fn add_working_days(&self, start: &str, n: i32, calendar: &str) -> String {
        self.0.add_working_days(start, n, calendar)
    }

    /// The same for many at once, in days since 1970-01-01; −2^31 where the table ends.
    pub fn add_working_days_many(&self, days: &[i32], counts: &[i32]) -> Vec<i32> {
        self.0.calendar().add_days_many(days, counts, i32::MIN)
    }

    /// Working days after one day up to and including another.
    pub fn working_days_between(&self, from: &str, to: &str, calendar: &str) -> String {
        self.0.working_days_between(from, to, calendar)
    }

    /// 月历.
    pub fn month(&self, month: &str, calendar: &str) -> String {
        self.0.month(month, calendar)
    }
}
