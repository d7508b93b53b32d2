//! 引擎: the calls of the JavaScript API, as functions from text to text. It holds what lives between calls — loaded
//! catalogues — and nothing else. Every answer is one envelope, `{"ok":…}` or `{"error":…}`, since
//! an error that is thrown loses its code on the way to JavaScript.

mod answer;
mod deadlines;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
pub mod editor;
mod inspection;
mod many;
mod mending;
#[cfg(any(feature = "editor", not(target_arch = "wasm32")))]
mod office;
mod receipts;
mod store;
mod settings;

pub use answer::{Agenda, CheckResult, IdentifierResult, Loaded, Rendered, ScheduleResult, Versions};
pub use inspection::Inspections;
pub use many::CheckLine;
pub use receipts::{HistoryRequest, Receipts, RenderRequest};

use crate::application::{Application, answer_faults};
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Answers, Catalogue, Query, Ready};
use crate::check::{Checked, Finding, FindingCode, check};
use crate::decision::{Decision, decide};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::identity::{self, IdentifierKind};
use crate::json::{Limits, Read, Reader, Record, Text, to_string};
use crate::law::Basis;
use crate::plan::Plan;
use crate::receipt::{self, Document, PrecheckRequest};
use crate::wording::{self, Message};
use answer::{Answered, Envelope, envelope};
use settings::{Calendars, Wordings};
use std::cell::RefCell;
use std::rc::Rc;

/// Largest request beside catalogue and application, in bytes.
const MAX_REQUEST: usize = 256 * 1024;

/// What a plan is made from.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct PlanRequest<'a> {
    /// 回答.
    pub answers: Answers<'a>,
    /// The day it is made for.
    pub on: CivilDate,
}

impl PlanRequest<'_> {
    /// Refuses answers to questions that the item does not ask, and answers that they cannot have.
    fn examine(&self, ready: &Ready) -> Result<()> {
        let mut issues = Vec::new();
        answer_faults(&self.answers, &ready.item, &mut |code, path| issues.push(Issue { code, path }));
        if issues.is_empty() { Ok(()) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
    }
}

/// 引擎.
///
/// ```
/// let engine = yushen::engine::Engine::new();
/// assert!(engine.identifier("uscc", "91110000600037341L", "").starts_with(r#"{"ok":{"valid":true"#));
/// ```
#[derive(Debug, Default)]
pub struct Engine {
    calendars: Calendars,
    wordings: Wordings,
    catalogues: RefCell<Vec<Option<Rc<Catalogue>>>>,
}

impl Engine {
    /// An engine without a catalogue.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The calendar in use: the one compiled in, or the last one that was loaded to be used.
    #[must_use]
    pub fn calendar(&self) -> Rc<Calendar> {
        self.calendars.in_use()
    }

    /// What this engine is.
    #[must_use]
    pub fn versions(&self) -> String {
        let calendar = self.calendar();
        let calendar = calendar.version();
        envelope(Ok(Versions {
            library: Text::from(env!("CARGO_PKG_VERSION")),
            rules: Text::from(crate::law::CHECKED),
            calendar: calendar.notice.clone(),
            schema: Text::from(crate::catalogue::FORMAT),
            published_to: calendar.to,
        }))
    }

    /// Loads a catalogue.
    #[must_use]
    pub fn load(&self, bytes: Vec<u8>) -> String {
        envelope(Catalogue::load(bytes).and_then(|catalogue| self.hold(catalogue)))
    }

    fn hold(&self, catalogue: Catalogue) -> Result<Loaded<'static>> {
        let handle = place(&mut self.catalogues.borrow_mut(), Rc::new(catalogue));
        Ok(Loaded::of(handle, &*self.catalogue(handle)?))
    }

    /// Lets a catalogue go.
    pub fn unload(&self, handle: u32) {
        release(&mut self.catalogues.borrow_mut(), handle);
    }

    fn catalogue(&self, handle: u32) -> Result<Rc<Catalogue>> {
        let catalogues = self.catalogues.borrow();
        let catalogue = usize::try_from(handle).ok().and_then(|handle| catalogues.get(handle)?.clone());
        catalogue.ok_or_else(|| Error::new(ErrorCode::CatalogueUnknown, "/catalogue"))
    }

    fn ready(&self, handle: u32, item: &str, on: CivilDate) -> Result<Rc<Ready>> {
        self.catalogue(handle)?.item(item, on)
    }

    /// What identifies a catalogue: version and digests.
    #[must_use]
    pub fn identity(&self, handle: u32) -> String {
        envelope(self.catalogue(handle).map(|catalogue| catalogue.identity().clone()))
    }

    /// Every item of a catalogue, in its order.
    #[must_use]
    pub fn items(&self, handle: u32) -> String {
        envelope(self.catalogue(handle).map(|catalogue| catalogue.summaries().to_vec()))
    }

    /// 检索: items by words and by what they are.
    #[must_use]
    pub fn search(&self, handle: u32, query: &str) -> String {
        let found = read::<Query<'_>>(query).and_then(|query| Ok(self.catalogue(handle)?.search(&query)));
        envelope(found)
    }

    /// An item as the catalogue has it.
    #[must_use]
    pub fn item(&self, handle: u32, item: &str, on: &str) -> String {
        let found = date(on, "/on").and_then(|on| Ok((self.catalogue(handle)?, on)));
        match found.and_then(|(catalogue, on)| catalogue.source(item, on).map(String::from)) {
            Ok(source) => format!("{{\"ok\":{source}}}"),
            Err(error) => envelope::<()>(Err(error)),
        }
    }

    /// 适用材料清单 of an item for the answers of a request `{"answers":…,"on":…}`.
    #[must_use]
    pub fn plan(&self, handle: u32, item: &str, request: &str) -> String {
        let planned = read::<PlanRequest<'_>>(request).and_then(|request| {
            let ready = self.ready(handle, item, request.on)?;
            request.examine(&ready)?;
            Ok(to_string(&Envelope::Ok(Plan::new(&ready, &request.answers, request.on))))
        });
        planned.unwrap_or_else(|error| envelope::<()>(Err(error)))
    }

    /// 预审: an application against its plan. `plan` is the plan's `ref`; empty, it is not compared.
    #[must_use]
    pub fn check(&self, handle: u32, item: &str, plan: &str, application: &str) -> String {
        self.checked(handle, item, plan, application, |_, plan, _, checked, decision| {
            let (plan, notice) = (plan.reference, "NOT_FILED");
            let Checked { findings, materials, parties, .. } = checked;
            Ok(to_string(&Envelope::Ok(Answered { plan, findings, materials, parties, decision, notice })))
        })
    }

    /// 材料自查结果单.
    #[must_use]
    pub fn precheck(&self, handle: u32, item: &str, plan: &str, application: &str, request: &str) -> String {
        self.checked(handle, item, plan, application, |ready, plan, application, checked, decision| {
            let catalogue = self.catalogue(handle)?;
            let request: PrecheckRequest<'_> = read(request)?;
            let of = (&*catalogue, ready, plan, application);
            let (calendar, wording) = (self.calendar(), self.wordings.get(request.locale.as_deref())?);
            let with = (&*calendar, &*wording);
            let document: Document = receipt::precheck(of, checked, decision.outcome, &request, with)?;
            Ok(to_string(&Envelope::Ok(document)))
        })
    }

    fn checked(
        &self,
        handle: u32,
        item: &str,
        plan: &str,
        application: &str,
        then: impl FnOnce(&Ready, &Plan<'_>, &Application<'_>, &Checked<'_>, &Decision<'_>) -> Result<String>,
    ) -> String {
        let result = self.application(handle, item, application).and_then(|(ready, application)| {
            let made = Plan::to_check(&ready, &application);
            if !plan.is_empty() && Digest::from_hex(plan) != Some(made.reference) {
                return Err(Error::new(ErrorCode::PlanMismatch, "/plan/ref"));
            }
            let calendar = self.calendar();
            let checked = check(&ready, &made, &application, &calendar);
            let decision = decide(&ready, &checked);
            then(&ready, &made, &application, &checked, &decision)
        });
        result.unwrap_or_else(|error| envelope::<()>(Err(error)))
    }

    /// Reads an application for the item in force on its day.
    fn application<'a>(&self, handle: u32, item: &str, text: &'a str) -> Result<(Rc<Ready>, Application<'a>)> {
        let (application, issues) = Application::read(text);
        match self.ready(handle, item, application.on) {
            // The day may be what is faulty, so that no item is found: the faults say more.
            Err(_) if !issues.is_empty() => Err(Error::invalid(ErrorCode::ApplicationInvalid, issues)),
            Err(error) => Err(error),
            Ok(ready) => {
                application.examine(&ready.item, issues)?;
                Ok((ready, application))
            }
        }
    }

    /// Takes over sentences: another language, or changes to one.
    #[must_use]
    pub fn messages(&self, file: &str) -> String {
        envelope(wording::read(file).and_then(|file| self.wordings.add(file)))
    }

    /// A document in words: as text, as a page, as a model.
    #[must_use]
    pub fn render(&self, document: &str, locale: &str) -> String {
        let rendered = receipt::read(document).and_then(|body| {
            let wording = self.wordings.get(Some(locale))?;
            let model = receipt::model(&body, &wording);
            let (text, html) = (receipt::text(&model), receipt::sheet_html(&model));
            Ok(Rendered { text: Text::from(text), html: Text::from(html), model })
        });
        envelope(rendered)
    }

    /// A finding in words. `application` may be empty; then the applicant's own words are left out. So may `locale`.
    #[must_use]
    pub fn message(&self, handle: u32, item: &str, on: &str, finding: &str, application: &str, locale: &str) -> String {
        let message = date(on, "/on").and_then(|on| -> Result<Message<'static>> {
            let ready = self.ready(handle, item, on)?;
            let finding: Finding<'_> = read(finding)?;
            let given = (!application.is_empty()).then(|| self.application(handle, item, application)).transpose()?;
            let wording = self.wordings.get(Some(locale))?;
            Ok(wording.message(&finding, &ready.item, given.as_ref().map(|(_, application)| application)))
        });
        envelope(message)
    }

    /// 依据 in words: a citation of the catalogue, or the basis of a result, with its status where it does not bind.
    #[must_use]
    pub fn basis_text(&self, basis: &str, locale: &str) -> String {
        envelope(read::<Basis<'_>>(basis).and_then(|basis| {
            let wording = self.wordings.get(Some(locale))?;
            let item = basis.catalogue.as_deref().unwrap_or_default().to_string();
            Ok(wording::basis_text(&wording, &basis.with_status(), &item))
        }))
    }

    /// An identity number. `on` may be empty.
    #[must_use]
    pub fn identifier(&self, kind: &str, value: &str, on: &str) -> String {
        let kind = IdentifierKind::from_word(kind).ok_or_else(|| Error::new(ErrorCode::UnknownWord, "/kind"));
        let on = if on.is_empty() { Ok(None) } else { date(on, "/on").map(Some) };
        envelope(kind.and_then(|kind| {
            let on = on?;
            let Some(fault) = identity::fault(kind, value, on) else {
                let hint = identity::hint(kind, value);
                return Ok(IdentifierResult { valid: true, hint, ..IdentifierResult::default() });
            };
            let looks_like = identity::looks_like(kind, value, on);
            Ok(IdentifierResult {
                valid: false,
                code: Some(FindingCode::of_identifier(kind)),
                severity: Some(FindingCode::severity_of_identifier(kind, fault, looks_like)),
                why: Some(fault),
                suggestion: identity::suggestion(kind, value, on).map(Text::from),
                looks_like,
                hint: None,
            })
        }))
    }

    /// 自查编号 from eight random bytes.
    #[must_use]
    pub fn precheck_number(&self, region: &str, on: &str, entropy: &[u8]) -> String {
        let number = date(on, "/on").and_then(|on| {
            let entropy = entropy.try_into().map_err(|_| Error::new(ErrorCode::NumberInvalid, "/entropy"))?;
            receipt::number::compose(region, on, entropy).ok_or_else(|| Error::new(ErrorCode::NumberInvalid, "/region"))
        });
        envelope(number)
    }
}

/// Puts a value in a place of its own. A place that was released is never given to another: whoever still holds its
/// number gets an error, not somebody else's value.
fn place<T>(places: &mut Vec<Option<T>>, value: T) -> u32 {
    places.push(Some(value));
    u32::try_from(places.len() - 1).unwrap_or(u32::MAX)
}

fn release<T>(places: &mut [Option<T>], id: u32) {
    if let Some(place) = usize::try_from(id).ok().and_then(|id| places.get_mut(id)) {
        *place = None;
    }
}

fn date(text: &str, path: &str) -> Result<CivilDate> {
    CivilDate::parse(text).ok_or_else(|| Error::new(ErrorCode::DateInvalid, path))
}

fn read<'a, T: Read<'a>>(text: &'a str) -> Result<T> {
    Reader::document(text, Limits { bytes: MAX_REQUEST })
        .map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))
}
