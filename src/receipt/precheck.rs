//! 材料自查结果单: what the applicant checked, with what, and what came out, bound by digests.

use super::number;
use super::render::shown;
use crate::application::{Application, Party, Submitted};
use crate::calendar::{Calendar, CalendarRef, Certainty, CivilDate, Instant};
use crate::catalogue::{Catalogue, Item, LimitKind, Ready, Trigger, constituent};
use crate::check::{Checked, Class, Finding, FindingCode, MaterialState, Severity, State};
use crate::deadline::{Clock, accepted};
use crate::decision::Outcome;
use crate::digest::{Digest, Digests};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::file::BoundFile;
use crate::identity::{self, IdentifierKind};
use crate::json::{Id, Limits, Map, Reader, Text, formats, record, to_canonical, written};
use crate::law::Basis;
use crate::plan::Plan;
use crate::wording::Wording;

/// Largest document read back: an application of the largest size, with its sentences, stays below.
const MAX_BYTES: usize = 8 * 1024 * 1024;
/// What a document is written as, self-made or an authority's.
pub const FORMAT: &str = "yushen-receipt/0.1";
formats! {
    /// The format of a document, self-made or an authority's.
    ReceiptFormat = FORMAT;
}
const KIND: &str = "precheck";
const VERSION: &str = env!("CARGO_PKG_VERSION");

record! {
    input;
    /// What the host adds to a check to make a sheet of it.
    pub struct PrecheckRequest<'a> {
        /// 自查编号, made by `precheckNumber`.
        "number" required number: Text<'a>,
        /// 本机时间, as the device says it; it proves nothing.
        "clientClock" required client_clock: Instant,
        /// 语言 of its sentences; Simplified Chinese if absent.
        "locale" optional locale: Option<Id<'a>>,
    }
}

record! {
    value;
    /// A party, masked: a sheet is shown around.
    pub struct PartyEntry<'a> {
        /// 姓名 (first character and `*`) or 名称.
        "name" optional name: Option<Text<'a>>,
        /// 证件类型.
        "kind" optional kind: Option<IdentifierKind>,
        /// 证件号码: of a person its first three and last two characters.
        "identifier" optional identifier: Option<Text<'a>>,
    }
}

record! {
    value;
    /// A material as the sheet shows it.
    pub struct MaterialEntry<'a> {
        /// The material.
        "id" required id: Text<'a>,
        /// 材料名称.
        "name" required name: Text<'a>,
        /// How it stands.
        "state" required state: State,
        /// Its files with their digests.
        "files" optional files: Vec<BoundFile<'a>>,
    }
}

record! {
    value;
    /// A person in a role, with the materials of each.
    pub struct PersonEntry<'a> {
        /// 相关人类别 in words.
        "role" required role: Text<'a>,
        /// Who it is, masked.
        "party" required party: PartyEntry<'a>,
        /// Their materials.
        "materials" required materials: Vec<MaterialEntry<'a>>,
    }
}

record! {
    value;
    /// A finding as the sheet shows it.
    pub struct FindingEntry<'a> {
        /// What falls short.
        "code" required code: FindingCode,
        /// How grave it is.
        "severity" required severity: Severity,
        /// Of which class it is.
        "class" required class: Class,
        /// JSON Pointer into the application.
        "path" required path: Text<'a>,
        /// What is wrong.
        "what" required what: Text<'a>,
        /// What to do.
        "how" required how: Text<'a>,
        /// What it rests on.
        "basis" required basis: Basis<'a>,
        /// The same in words.
        "basisText" required basis_text: Text<'a>,
    }
}

record! {
    value;
    /// A limit, counted as if the event that starts it fell on the day of the check.
    pub struct LimitEntry<'a> {
        /// 联办: the constituent whose limit it is.
        "item" optional item: Option<Text<'a>>,
        /// What it is for.
        "kind" required kind: LimitKind,
        /// The event assumed.
        "trigger" required trigger: Trigger,
        /// The day assumed for it.
        "start" required start: CivilDate,
        /// The last day.
        "due" optional due: Option<CivilDate>,
        /// How certain it is.
        "certainty" required certainty: Certainty,
        /// Where the limit is written.
        "basis" required basis: Basis<'a>,
    }
}

record! {
    value;
    /// The catalogue a sheet was made with.
    pub struct CatalogueSeal<'a> {
        /// 目录版本.
        "version" required version: Text<'a>,
        /// 行政区划代码.
        "region" required region: Id<'a>,
        /// SHA-256 of the ordered list of its items.
        "sha256" required sha256: Digest,
        /// SM3 of the same.
        "sm3" required sm3: Digest,
    }
}

record! {
    value;
    /// The body of a self-check sheet.
    pub struct Body<'a> {
        /// Always `precheck`.
        "type" required kind: Text<'a>,
        /// 自查编号.
        "number" required number: Text<'a>,
        /// The version of this component.
        "producer" required producer: Text<'a>,
        /// 事项编码.
        "item" required item: Text<'a>,
        /// 事项版本.
        "itemVersion" required item_version: Text<'a>,
        /// 事项名称.
        "itemName" required item_name: Text<'a>,
        /// 实施主体.
        "authority" required authority: Text<'a>,
        /// The catalogue.
        "catalogue" required catalogue: CatalogueSeal<'a>,
        /// The plan that was checked against.
        "plan" required plan: Digest,
        /// 申请人, masked.
        "applicant" optional applicant: Option<PartyEntry<'a>>,
        /// 代理人, masked.
        "agent" optional agent: Option<PartyEntry<'a>>,
        /// Every material of the item.
        "materials" required materials: Vec<MaterialEntry<'a>>,
        /// 相关人.
        "people" optional people: Vec<PersonEntry<'a>>,
        /// Every finding.
        "findings" required findings: Vec<FindingEntry<'a>>,
        /// What they come to.
        "outcome" required outcome: Outcome,
        /// The day the check was made for.
        "on" required on: CivilDate,
        /// 本机时间.
        "clientClock" required client_clock: Instant,
        /// The limits, as they would run.
        "deadlines" required deadlines: Vec<LimitEntry<'a>>,
        /// The calendar they were counted with.
        "calendar" required calendar: CalendarRef<'a>,
    }
}

record! {
    value;
    /// A self-check sheet: nothing but its body, since nobody has signed it.
    pub struct Sheet<'a> {
        /// The format.
        "format" required format: ReceiptFormat,
        /// The body.
        "body" required body: Body<'a>,
    }
}

/// A document that was made: its canonical JSON, and the digests of its body.
#[derive(Debug, Clone)]
pub struct Document {
    /// Always `precheck`.
    pub kind: &'static str,
    /// 自查编号.
    pub number: String,
    /// The document.
    pub json: String,
    /// SHA-256 and SM3 of the canonical body.
    pub digests: Digests,
}
written!(Document { "kind" kind, "number" number, "json" json, "sha256" digests.sha256, "sm3" digests.sm3 });

/// A check, with what was checked: what a sheet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Prechecked<'a> {
    /// The catalogue of the item.
    pub catalogue: &'a Catalogue,
    /// The item.
    pub ready: &'a Ready,
    /// The plan that was checked against.
    pub plan: &'a Plan<'a>,
    /// What was checked.
    pub application: &'a Application<'a>,
    /// What was found.
    pub checked: &'a Checked<'a>,
    /// What that comes to.
    pub outcome: Outcome,
}

/// Makes the self-check sheet of a check.
///
/// # Errors
/// `NUMBER_INVALID` if the number is not well formed.
pub fn precheck(
    of: &Prechecked<'_>,
    request: &PrecheckRequest<'_>,
    calendar: &Calendar,
    wording: &Wording,
) -> Result<Document> {
    let Prechecked { catalogue, ready, plan, application, checked, outcome } = *of;
    if !number::is_valid(&request.number) {
        return Err(Error::new(ErrorCode::NumberInvalid, "/number"));
    }
    let item = &ready.item;
    let body = Body {
        kind: Text::from(KIND),
        number: Text::from(&*request.number),
        producer: Text::from(format!("yushen {VERSION}")),
        item: Text::from(&*item.code),
        item_version: Text::from(&*item.version),
        item_name: printable(&item.name),
        authority: printable(&item.authority.name),
        catalogue: seal(catalogue),
        plan: plan.reference,
        applicant: application.applicant.as_ref().map(masked),
        agent: application.agent.as_ref().map(masked),
        materials: materials(item, &application.materials, &checked.materials),
        people: people(item, application, checked),
        findings: checked.findings.iter().map(|finding| in_words(wording, finding, item, application)).collect(),
        outcome,
        on: application.on,
        client_clock: request.client_clock.clone(),
        deadlines: deadlines(item, application.on, calendar),
        calendar: calendar.version().clone(),
    };
    let number = request.number.to_string();
    let digests = Digests::of(to_canonical(&body).as_bytes());
    let json = to_canonical(&Sheet { format: ReceiptFormat, body });
    Ok(Document { kind: KIND, number, json, digests })
}

/// Reads a self-check sheet back.
///
/// # Errors
/// `REQUEST_INVALID` with every fault.
pub fn read(json: &str) -> Result<Body<'_>> {
    let sheet = Reader::document::<Sheet>(json, Limits { bytes: MAX_BYTES })
        .map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))?;
    let faults = [
        ("/body/type", *sheet.body.kind != *KIND, ErrorCode::UnknownWord),
        ("/body/number", !number::is_valid(&sheet.body.number), ErrorCode::NumberInvalid),
    ];
    let faults = faults.into_iter().filter(|(_, faulty, _)| *faulty);
    let issues: Vec<Issue> = faults.map(|(path, _, code)| Issue { code, path: path.into() }).collect();
    if issues.is_empty() { Ok(sheet.body) } else { Err(Error::invalid(ErrorCode::RequestInvalid, issues)) }
}

fn seal(catalogue: &Catalogue) -> CatalogueSeal<'_> {
    let file = catalogue.file();
    let digests = catalogue.identity().digests;
    CatalogueSeal {
        version: Text::from(&*file.version),
        region: Id::from(&*file.region),
        sha256: digests.sha256,
        sm3: digests.sm3,
    }
}

/// Everybody in a role, with the digests of their files.
fn people<'a>(item: &'a Item<'_>, application: &Application<'a>, checked: &Checked<'_>) -> Vec<PersonEntry<'a>> {
    let entries = checked.parties.iter().filter_map(|state| {
        let role = item.roles.iter().find(|role| *role.id == *state.role)?;
        let person = application.parties.get(&state.role)?.get(usize::try_from(state.index).ok()?)?;
        let materials = materials(item, &person.materials, &state.materials);
        Some(PersonEntry { role: printable(&role.name), party: masked(&person.party), materials })
    });
    entries.collect()
}

fn materials<'a>(
    item: &'a Item<'_>,
    given: &Map<'a, Submitted<'a>>,
    states: &[MaterialState<'_>],
) -> Vec<MaterialEntry<'a>> {
    let named = |state: &MaterialState<'_>| item.materials.iter().find(|material| *material.id == *state.id);
    let entries = states.iter().filter_map(|state| Some((named(state)?, state))).map(|(material, state)| {
        let submitted = given.get(&material.id);
        let files = submitted.map(|submitted| &*submitted.files).unwrap_or_default();
        let files = files.iter().map(|file| file.bound(printable(&file.name)));
        MaterialEntry {
            id: Text::from(&*material.id),
            name: printable(&material.name),
            state: state.state,
            files: files.collect(),
        }
    });
    entries.collect()
}

fn in_words<'a>(
    wording: &Wording,
    finding: &Finding<'a>,
    item: &Item<'_>,
    application: &Application<'_>,
) -> FindingEntry<'a> {
    let message = wording.message(finding, item, Some(application));
    FindingEntry {
        code: finding.code,
        severity: finding.severity,
        class: finding.class,
        path: finding.path.clone(),
        what: printable(&message.what),
        how: printable(&message.how),
        basis: finding.basis.clone(),
        basis_text: printable(&message.basis),
    }
}

/// 如于某日收到（受理）: every limit as it would run if the case began on the day of the check.
fn deadlines<'a>(item: &'a Item<'_>, on: CivilDate, calendar: &'a Calendar) -> Vec<LimitEntry<'a>> {
    let trigger =
        |clock: &Clock<'_>| item.limits.iter().find(|limit| *limit.id == *clock.id).map(|limit| limit.trigger);
    let entries = accepted(item, on, calendar).into_iter().filter_map(|clock| {
        let trigger = trigger(&clock).filter(|trigger| matches!(trigger, Trigger::Received | Trigger::Accepted))?;
        let (kind, start, due, certainty) = (clock.kind, clock.start, clock.due, clock.certainty);
        let item = constituent(&item.code, &clock.id).map(Text::from);
        Some(LimitEntry { item, kind, trigger, start, due, certainty, basis: clock.basis })
    });
    entries.collect()
}

fn masked(party: &Party<'_>) -> PartyEntry<'static> {
    let person = party.kind == crate::application::PartyKind::Person;
    let shown = |name: &Text<'_>| {
        printable(&if person { name.chars().take(1).chain(['*']).collect::<String>() } else { name.to_string() })
    };
    let identifier = party.identifier.as_ref();
    // A code of an organisation is public; anything else in its place may be somebody's own number.
    let public =
        |kind, number: &str| !person && kind == IdentifierKind::Uscc && identity::check(kind, number, None).is_ok();
    PartyEntry {
        name: party.name.as_ref().map(shown),
        kind: identifier.map(|identifier| identifier.kind),
        identifier: identifier.map(|identifier| match &*identifier.value {
            number if public(identifier.kind, number) => printable(number),
            number => printable(&mask(number)),
        }),
    }
}

/// First three and last two characters; of a shorter number nothing.
fn mask(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    let hidden = |index: usize| index >= 3 && index + 2 < characters.len();
    let short = characters.len() < 10;
    characters.iter().enumerate().map(|(index, each)| if short || hidden(index) { '*' } else { *each }).collect()
}

/// Text that can be printed and signed: control characters, and those that turn or hide text, become U+FFFD. The
/// digest of a file binds it, whatever its name.
#[must_use]
pub fn printable(text: &str) -> Text<'static> {
    Text::from(text.chars().map(shown).collect::<String>())
}
