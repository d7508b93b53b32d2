//! 申请人: what an applicant's page calls, and what the other calls rest on.

use super::answer::{CheckResult, IdentifierResult, Loaded, Rendered, Versions};
use super::arriving::Arriving;
use super::envelope::{envelope, or_refused, refused, written};
use super::settings::{Calendars, Wordings};
use super::{place, release};
use crate::application::Application;
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Answers, Catalogue, Query, Ready};
use crate::check::{Checked, Finding, FindingCode, check};
use crate::decision::{Decision, decide};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::identity::{self, IdentifierKind};
use crate::json::{Limits, Read, Reader, Record, Text};
use crate::law::Basis;
use crate::plan::Plan;
use crate::receipt::{self, Document, PrecheckRequest, Prechecked};
use crate::shared::Shared;
use crate::wording::{self, Message};
use std::sync::Arc;

/// Largest request beside catalogue and application, in bytes.
pub(super) const MAX_REQUEST: usize = 256 * 1024;
/// Largest list of findings in bytes: what a check can say of the largest application.
const MAX_FINDINGS: usize = 4 * 1024 * 1024;

/// What a plan is made from.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct PlanRequest<'a> {
    /// 回答.
    pub answers: Answers<'a>,
    /// The day it is made for.
    pub on: CivilDate,
}

/// 会话.
///
/// ```
/// let session = yushen::session::Session::new();
/// assert!(session.identifier("uscc", "91110000600037341L", "").starts_with(r#"{"ok":{"valid":true"#));
/// ```
#[derive(Debug, Default)]
pub struct Session {
    pub(super) calendars: Calendars,
    pub(super) wordings: Wordings,
    pub(super) catalogues: Shared<Vec<Option<Arc<Catalogue>>>>,
    arriving: Shared<Arriving>,
}

impl Session {
    /// A session without a catalogue.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The calendar in use: the one compiled in, or the last one that was loaded to be used.
    #[must_use]
    pub fn calendar(&self) -> Arc<Calendar> {
        self.calendars.in_use()
    }

    /// What this build is.
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
        envelope(Catalogue::load(bytes).map(|catalogue| self.hold(catalogue)))
    }

    /// Takes a piece of the text of a catalogue, of so many UTF-16 units, with so many still to come. The pieces of one text
    /// come one after another.
    pub fn append(&self, piece: &str, units: u32, left: u32) {
        self.arriving.change(|arriving| arriving.append(piece, units, left));
    }

    /// Loads the catalogue whose pieces have been taken.
    #[must_use]
    pub fn load_appended(&self) -> String {
        let text = self.arriving.change(std::mem::take).into_text();
        envelope(Catalogue::read_text(text).map(|catalogue| self.hold(catalogue)))
    }

    pub(super) fn hold(&self, catalogue: Catalogue) -> Loaded<'static> {
        let catalogue = Arc::new(catalogue);
        let handle = self.catalogues.change(|catalogues| place(catalogues, Arc::clone(&catalogue)));
        Loaded::of(handle, &catalogue)
    }

    /// Lets a catalogue go.
    pub fn unload(&self, handle: u32) {
        let _last = self.catalogues.change(|catalogues| release(catalogues, handle));
    }

    pub(super) fn catalogue(&self, handle: u32) -> Result<Arc<Catalogue>> {
        let place = usize::try_from(handle).ok();
        let catalogue = place.and_then(|place| self.catalogues.look(|catalogues| catalogues.get(place)?.clone()));
        catalogue.ok_or_else(|| Error::new(ErrorCode::CatalogueUnknown, "/catalogue"))
    }

    pub(super) fn ready(&self, handle: u32, item: &str, on: CivilDate) -> Result<Arc<Ready>> {
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
            Ok(source) => ["{\"ok\":", &*source, "}"].concat(),
            Err(error) => refused(error),
        }
    }

    /// 适用材料清单 of an item for the answers of a request `{"answers":…,"on":…}`.
    #[must_use]
    pub fn plan(&self, handle: u32, item: &str, request: &str) -> String {
        let planned = read::<PlanRequest<'_>>(request).and_then(|request| {
            let ready = self.ready(handle, item, request.on)?;
            Ok(written(&Plan::new(&ready, &request.answers, request.on)?))
        });
        or_refused(planned)
    }

    /// 预审: an application against its plan. `plan` is the plan's `ref`; empty, it is not compared.
    #[must_use]
    pub fn check(&self, handle: u32, item: &str, plan: &str, application: &str) -> String {
        self.checked(handle, item, plan, application, |_, plan, _, checked, decision| {
            Ok(written(&CheckResult::of(plan, checked, decision)))
        })
    }

    /// 材料自查结果单.
    #[must_use]
    pub fn precheck(&self, handle: u32, item: &str, plan: &str, application: &str, request: &str) -> String {
        self.checked(handle, item, plan, application, |ready, plan, application, checked, decision| {
            let catalogue = self.catalogue(handle)?;
            let request: PrecheckRequest<'_> = read(request)?;
            let of = Prechecked { catalogue: &catalogue, ready, plan, application, checked, outcome: decision.outcome };
            let wording = self.wordings.get(request.locale.as_deref())?;
            let document: Document = receipt::precheck(&of, &request, &self.calendar(), &wording)?;
            Ok(written(&document))
        })
    }

    fn checked(
        &self,
        handle: u32,
        item: &str,
        plan: &str,
        application: &str,
        then: impl for<'r> FnOnce(
            &'r Ready,
            &'r Plan<'r>,
            &'r Application<'r>,
            &'r Checked<'r>,
            Decision<'r>,
        ) -> Result<String>,
    ) -> String {
        let result = self.application(handle, item, application).and_then(|(ready, application)| {
            let made = Plan::to_check(&ready, &application);
            if !plan.is_empty() && Digest::from_hex(plan) != Some(made.reference) {
                return Err(Error::new(ErrorCode::PlanMismatch, "/plan/ref"));
            }
            let calendar = self.calendar();
            let checked = check(&ready, &made, &application, &calendar);
            let decision = decide(&ready, &checked);
            then(&ready, &made, &application, &checked, decision)
        });
        or_refused(result)
    }

    /// Reads an application for the item in force on its day.
    fn application<'a>(&self, handle: u32, item: &str, text: &'a str) -> Result<(Arc<Ready>, Application<'a>)> {
        let (application, issues) = Application::tolerant(text);
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
    pub fn load_wording(&self, file: &str) -> String {
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

    /// Findings in words, each in its place. `application` may be empty; then the applicant's own words are left out. So
    /// may `locale`.
    #[must_use]
    pub fn messages(
        &self,
        handle: u32,
        item: &str,
        on: &str,
        findings: &str,
        application: &str,
        locale: &str,
    ) -> String {
        envelope(self.said((handle, item, on), &|| read_within(findings, MAX_FINDINGS), application, locale))
    }

    /// One finding in words.
    #[must_use]
    pub fn message(&self, handle: u32, item: &str, on: &str, finding: &str, application: &str, locale: &str) -> String {
        let said = self.said((handle, item, on), &|| Ok(vec![read(finding)?]), application, locale);
        envelope(said.map(|mut said| said.pop()))
    }

    fn said<'a>(
        &self,
        (handle, item, on): (u32, &str, &str),
        findings: &dyn Fn() -> Result<Vec<Finding<'a>>>,
        application: &str,
        locale: &str,
    ) -> Result<Vec<Message<'static>>> {
        let ready = self.ready(handle, item, date(on, "/on")?)?;
        let findings = findings()?;
        let given = (!application.is_empty()).then(|| self.application(handle, item, application)).transpose()?;
        let given = given.as_ref().map(|(_, application)| application);
        let wording = self.wordings.get(Some(locale))?;
        Ok(findings.iter().map(|finding| wording.message(finding, &ready.item, given)).collect())
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

pub(super) fn date(text: &str, path: &str) -> Result<CivilDate> {
    CivilDate::parse(text).ok_or_else(|| Error::new(ErrorCode::DateInvalid, path))
}

pub(super) fn read<'a, T: Read<'a>>(text: &'a str) -> Result<T> {
    read_within(text, MAX_REQUEST)
}

fn read_within<'a, T: Read<'a>>(text: &'a str, bytes: usize) -> Result<T> {
    Reader::document(text, Limits { bytes }).map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))
}
