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
use crate::error::{Error, ErrorCode, Issue, Result, words};
use crate::file::BoundFile;
use crate::identity::{self, IdentifierKind};
use crate::json::{Id, Limits, Map, Reader, Record, Text, exchanged, formats, readable, to_canonical};
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
words! {
    /// 文书种类 of what an applicant makes.
    pub enum SheetKind {
        /// 材料自查结果单
        Precheck = "precheck",
    }
}
readable!(SheetKind);
const KIND: &str = SheetKind::Precheck.as_str();
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the host adds to a check to make a sheet of it.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct PrecheckRequest<'a> {
    /// 自查编号, made by `precheckNumber`.
    pub number: Text<'a>,
    /// 本机时间, as the device says it; it proves nothing.
    pub client_clock: Instant,
    /// 语言 of its sentences; Simplified Chinese if absent.
    pub locale: Option<Id<'a>>,
}

/// A party, masked: a sheet is shown around.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct PartyEntry<'a> {
    /// 姓名 (first character and `*`) or 名称.
    pub name: Option<Text<'a>>,
    /// 证件类型.
    pub kind: Option<IdentifierKind>,
    /// 证件号码: of a person its first three and last two characters.
    pub identifier: Option<Text<'a>>,
}

/// A material as the sheet shows it.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct MaterialEntry<'a> {
    /// The material.
    pub id: Text<'a>,
    /// 材料名称.
    pub name: Text<'a>,
    /// How it stands.
    pub state: State,
    /// Its files with their digests.
    #[record(optional)]
    pub files: Vec<BoundFile<'a>>,
}

/// A person in a role, with the materials of each.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct PersonEntry<'a> {
    /// 相关人类别 in words.
    pub role: Text<'a>,
    /// Who it is, masked.
    pub party: PartyEntry<'a>,
    /// Their materials.
    pub materials: Vec<MaterialEntry<'a>>,
}

/// A finding as the sheet shows it.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct FindingEntry<'a> {
    /// What falls short.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// Of which class it is.
    pub class: Class,
    /// JSON Pointer into the application.
    pub path: Text<'a>,
    /// What is wrong.
    pub what: Text<'a>,
    /// What to do.
    pub how: Text<'a>,
    /// What it rests on.
    pub basis: Basis<'a>,
    /// The same in words.
    pub basis_text: Text<'a>,
}

/// A limit, counted as if the event that starts it fell on the day of the check.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct LimitEntry<'a> {
    /// 联办: the constituent whose limit it is.
    pub item: Option<Text<'a>>,
    /// What it is for.
    pub kind: LimitKind,
    /// The event assumed.
    pub trigger: Trigger,
    /// The day assumed for it.
    pub start: CivilDate,
    /// The last day.
    pub due: Option<CivilDate>,
    /// How certain it is.
    pub certainty: Certainty,
    /// Where the limit is written.
    pub basis: Basis<'a>,
}

/// The catalogue a sheet was made with.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CatalogueSeal<'a> {
    /// 目录版本.
    pub version: Text<'a>,
    /// 行政区划代码.
    pub region: Id<'a>,
    /// SHA-256 of the ordered list of its items.
    pub sha256: Digest,
    /// SM3 of the same.
    pub sm3: Digest,
}

/// The body of a self-check sheet.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Body<'a> {
    /// Always `precheck`.
    #[record(key = "type")]
    pub kind: Text<'a>,
    /// 自查编号.
    pub number: Text<'a>,
    /// The version of this component.
    pub producer: Text<'a>,
    /// 事项编码.
    pub item: Text<'a>,
    /// 事项版本.
    pub item_version: Text<'a>,
    /// 事项名称.
    pub item_name: Text<'a>,
    /// 实施主体.
    pub authority: Text<'a>,
    /// The catalogue.
    pub catalogue: CatalogueSeal<'a>,
    /// The plan that was checked against.
    pub plan: Digest,
    /// 申请人, masked.
    pub applicant: Option<PartyEntry<'a>>,
    /// 代理人, masked.
    pub agent: Option<PartyEntry<'a>>,
    /// Every material of the item.
    pub materials: Vec<MaterialEntry<'a>>,
    /// 相关人.
    #[record(optional)]
    pub people: Vec<PersonEntry<'a>>,
    /// Every finding.
    pub findings: Vec<FindingEntry<'a>>,
    /// What they come to.
    pub outcome: Outcome,
    /// The day the check was made for.
    pub on: CivilDate,
    /// 本机时间.
    pub client_clock: Instant,
    /// The limits, as they would run.
    pub deadlines: Vec<LimitEntry<'a>>,
    /// The calendar they were counted with.
    pub calendar: CalendarRef<'a>,
}

/// A self-check sheet: nothing but its body, since nobody has signed it.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Sheet<'a> {
    /// The format.
    pub format: ReceiptFormat,
    /// The body.
    pub body: Body<'a>,
}

/// A document that was made: its canonical JSON, and the digests of its body.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Always `precheck`.
    pub kind: SheetKind,
    /// 自查编号.
    pub number: String,
    /// The document.
    pub json: String,
    /// SHA-256 and SM3 of the canonical body.
    pub digests: Digests,
}
exchanged!(Document { "kind" kind, "number" number, "json" json, "sha256" digests.sha256, "sm3" digests.sm3 });

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
    Ok(Document { kind: SheetKind::Precheck, number, json, digests })
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
