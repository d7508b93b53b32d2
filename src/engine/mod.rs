//! 引擎: the calls of the JavaScript API, as functions from text to text. It holds what lives between calls — loaded
//! catalogues and open inspections — and nothing else. Every answer is one envelope, `{"ok":…}` or `{"error":…}`, since
//! an error that is thrown loses its code on the way to JavaScript.

mod answer;
mod inspection;

pub use answer::{CheckResult, IdentifierResult, ItemSummary, Loaded, Rendered, Versions};

use crate::application::{Application, answer_faults};
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Answers, Catalogue, Item, Ready};
use crate::check::{Checked, Finding, FindingCode, check};
use crate::deadline::ScheduleRequest;
use crate::decision::{Decision, decide};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::file::Inspector;
use crate::identity::{self, IdentifierKind};
use crate::json::{Id, Limits, Read, Reader, Text, record, to_string};
use crate::plan::Plan;
use crate::receipt::{self, Document, PrecheckRequest};
use crate::wording::{Message, Wording};
use answer::{Envelope, envelope};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Largest request beside catalogue and application, in bytes.
const MAX_REQUEST: usize = 256 * 1024;

record! {
    input;
    /// What a plan is made from.
    pub struct PlanRequest<'a> {
        /// 回答.
        "answers" required answers: Answers<'a>,
        /// The day it is made for.
        "on" required on: CivilDate,
    }
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
    calendar: Calendar,
    wording: OnceCell<Wording>,
    catalogues: RefCell<Vec<Option<Rc<Catalogue>>>>,
    inspections: RefCell<Vec<Option<Box<Inspector>>>>,
}

impl Engine {
    /// An engine without a catalogue.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn wording(&self) -> &Wording {
        self.wording.get_or_init(Wording::zh_hans)
    }

    /// The calendar compiled in.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What this engine is.
    #[must_use]
    pub fn versions(&self) -> String {
        let calendar = self.calendar.version();
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
        let loaded = Catalogue::load(bytes).map(|catalogue| {
            let handle = place(&mut self.catalogues.borrow_mut(), Rc::new(catalogue));
            (handle, self.catalogue(handle))
        });
        envelope(loaded.and_then(|(handle, catalogue)| {
            let catalogue = catalogue?;
            let file = catalogue.file();
            let items = u32::try_from(catalogue.len()).unwrap_or(u32::MAX);
            let (name, region) = (file.name.clone(), file.region.clone());
            let (version, valid_from, valid_to) = (file.version.clone(), file.valid_from, file.valid_to);
            Ok(Loaded { handle, name, region, version, valid_from, valid_to, items })
        }))
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
        envelope(self.catalogue(handle).map(|catalogue| {
            let summary = |item: Item<'_>| {
                let name = Text::from(item.name.to_string());
                let authority = Text::from(item.authority.name.to_string());
                let code = Id::from(item.code.to_string());
                ItemSummary { code, name, authority, valid_from: item.valid_from, valid_to: item.valid_to }
            };
            catalogue.items().map(summary).collect::<Vec<_>>()
        }))
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
            let notice = Text::from("NOT_FILED");
            let Checked { findings, materials } = checked;
            Ok(to_string(&Envelope::Ok(CheckResult { plan: plan.reference, findings, materials, decision, notice })))
        })
    }

    /// 材料自查结果单.
    #[must_use]
    pub fn precheck(&self, handle: u32, item: &str, plan: &str, application: &str, request: &str) -> String {
        self.checked(handle, item, plan, application, |ready, plan, application, checked, decision| {
            let catalogue = self.catalogue(handle)?;
            let request: PrecheckRequest<'_> = read(request)?;
            let of = (&*catalogue, ready, plan, application);
            let with = (&self.calendar, self.wording());
            let document: Document = receipt::precheck(of, &checked, decision.outcome, &request, with)?;
            Ok(to_string(&Envelope::Ok(document)))
        })
    }

    fn checked(
        &self,
        handle: u32,
        item: &str,
        plan: &str,
        application: &str,
        then: impl FnOnce(&Ready, &Plan<'_>, &Application<'_>, Checked<'_>, Decision<'_>) -> Result<String>,
    ) -> String {
        let result = self.application(handle, item, application).and_then(|(ready, application)| {
            let made = Plan::new(&ready, &application.answers, application.on);
            if !plan.is_empty() && Digest::from_hex(plan) != Some(made.reference) {
                return Err(Error::new(ErrorCode::PlanMismatch, "/plan/ref"));
            }
            let checked = check(&ready, &made, &application);
            let decision = decide(&ready, &checked);
            then(&ready, &made, &application, checked, decision)
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

    /// 时限: the clocks of some limits after some events.
    #[must_use]
    pub fn schedule(&self, request: &str) -> String {
        match ScheduleRequest::read(request) {
            Ok(request) => to_string(&Envelope::Ok(request.schedule(&self.calendar))),
            Err(error) => envelope::<()>(Err(error)),
        }
    }

    /// A document in words: as text, as a page, as a model.
    #[must_use]
    pub fn render(&self, document: &str) -> String {
        envelope(receipt::read(document).map(|body| {
            let model = receipt::model(&body, self.wording());
            let (text, html) = (receipt::text(&model), receipt::html(&model));
            Rendered { text: Text::from(text), html: Text::from(html), model }
        }))
    }

    /// A finding in words. `application` may be empty; then the applicant's own words are left out.
    #[must_use]
    pub fn message(&self, handle: u32, item: &str, on: &str, finding: &str, application: &str) -> String {
        let message = date(on, "/on").and_then(|on| -> Result<Message<'static>> {
            let ready = self.ready(handle, item, on)?;
            let finding: Finding<'_> = read(finding)?;
            let given = (!application.is_empty()).then(|| self.application(handle, item, application)).transpose()?;
            Ok(self.wording().message(&finding, &ready.item, given.as_ref().map(|(_, application)| application)))
        });
        envelope(message)
    }

    /// An identity number. `on` may be empty.
    #[must_use]
    pub fn identifier(&self, kind: &str, value: &str, on: &str) -> String {
        let kind = IdentifierKind::from_word(kind).ok_or_else(|| Error::new(ErrorCode::UnknownWord, "/kind"));
        let on = if on.is_empty() { Ok(None) } else { date(on, "/on").map(Some) };
        envelope(kind.and_then(|kind| {
            let fault = identity::check(kind, value, on?).err();
            Ok(IdentifierResult {
                valid: fault.is_none(),
                code: fault.map(|_| FindingCode::of_identifier(kind)),
                why: fault.map(|fault| Text::from(fault.as_str())),
                suggestion: fault.and_then(|_| identity::suggestion(kind, value)).map(Text::from),
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
