//! 回答: what a session answers with.

use crate::calendar::{CalendarRef, CivilDate};
use crate::catalogue::{Catalogue, Notice};
use crate::check::{Checked, Finding, FindingCode, MaterialState, PartyState, Severity};
use crate::deadline::Clock;
use crate::decision::Decision;
use crate::digest::Digest;
use crate::identity::{IdentifierFault, IdentifierKind};
use crate::json::{Id, Record, Text};
use crate::plan::Plan;
use crate::receipt::Model;
use std::borrow::Cow;

/// 版本: four of them, never one.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Versions<'a> {
    /// The component.
    pub library: Text<'a>,
    /// The law register: when it was last compared with the texts.
    pub rules: Text<'a>,
    /// The calendar: 发文字号 of its last notice.
    pub calendar: Text<'a>,
    /// The catalogue format it reads.
    pub schema: Text<'a>,
    /// Last published day of the calendar.
    pub published_to: CivilDate,
}

/// A catalogue that has been loaded.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Loaded<'a> {
    /// What later calls name it by.
    pub handle: u32,
    /// 目录名称.
    pub name: Text<'a>,
    /// 行政区划代码.
    pub region: Id<'a>,
    /// 目录版本.
    pub version: Id<'a>,
    /// First day in force.
    pub valid_from: CivilDate,
    /// Last day in force.
    pub valid_to: Option<CivilDate>,
    /// 发布序号.
    #[record(optional)]
    pub seq: u32,
    /// Items in it, loaded or not.
    pub items: u32,
    /// Whether it is loaded item by item.
    #[record(optional)]
    pub partial: bool,
}

impl Loaded<'static> {
    /// What is told of a catalogue that has been loaded.
    pub(super) fn of(handle: u32, catalogue: &Catalogue) -> Self {
        let file = catalogue.file();
        Self {
            handle,
            name: file.name.clone(),
            region: file.region.clone(),
            version: file.version.clone(),
            valid_from: file.valid_from,
            valid_to: file.valid_to,
            seq: file.seq,
            items: u32::try_from(catalogue.total()).unwrap_or(u32::MAX),
            partial: catalogue.is_partial(),
        }
    }
}

/// 时限表 with what it means for the applicant.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ScheduleResult<'a> {
    /// Every clock that an event has started, in the order of the limits.
    pub clocks: Vec<Clock<'a>>,
    /// 视为受理日, computed (行政许可法 32, licences only).
    pub deemed_accepted: Option<CivilDate>,
    /// 视为准予延续日, computed (行政许可法 50, licences only).
    pub deemed_renewed: Option<CivilDate>,
    /// 办件终结日: withdrawn, transferred, closed or refused, after which nothing is counted.
    pub over: Option<CivilDate>,
    /// What the applicant should know: computed acceptance, his own deadlines, estimates.
    pub findings: Vec<Finding<'a>>,
    /// 提示函: late and unlawful acts, kept in the record and noted.
    pub notices: Vec<Notice<'a>>,
    /// What it was computed with.
    pub calendar: CalendarRef<'a>,
}

/// 日程.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Agenda<'a> {
    /// An iCalendar file (RFC 5545).
    pub ics: Text<'a>,
}

/// 预审结果.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct CheckResult<'a> {
    /// The plan that was checked against.
    pub plan: Digest,
    /// Every problem, at once.
    pub findings: Cow<'a, [Finding<'a>]>,
    /// Every material of the item, in catalogue order.
    pub materials: Cow<'a, [MaterialState<'a>]>,
    /// Everybody in a role, with the materials of each.
    #[record(optional)]
    pub parties: Cow<'a, [PartyState<'a>]>,
    /// What the findings come to.
    pub decision: Decision<'a>,
    /// Always `NOT_FILED`: nothing has been submitted, and this is no decision of an authority.
    pub notice: Text<'a>,
}

impl<'a> CheckResult<'a> {
    /// What was found, where it is.
    pub(super) fn of(plan: &Plan<'_>, checked: &'a Checked<'a>, decision: Decision<'a>) -> Self {
        let Checked { findings, materials, parties, .. } = checked;
        let (findings, materials, parties) = (findings.into(), materials.into(), parties.into());
        Self { plan: plan.reference, findings, materials, parties, decision, notice: Text::from("NOT_FILED") }
    }
}

/// What an identity number is worth, for a form field at every keystroke.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct IdentifierResult<'a> {
    /// Whether nothing is wrong with it.
    pub valid: bool,
    /// The finding it would give.
    pub code: Option<FindingCode>,
    /// How grave that would be, unless the applicant confirms the number.
    pub severity: Option<Severity>,
    /// What is wrong.
    pub why: Option<IdentifierFault>,
    /// What was most likely meant.
    pub suggestion: Option<Text<'a>>,
    /// The other kind of number as which it is valid.
    pub looks_like: Option<IdentifierKind>,
    /// What leaves a doubt about a number that is valid.
    pub hint: Option<IdentifierFault>,
}

/// A document in words.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Rendered<'a> {
    /// As plain text.
    pub text: Text<'a>,
    /// As one HTML page for the screen and for A4, without script, image or link.
    pub html: Text<'a>,
    /// As title, lines, tables and notes, for a page that builds its own view.
    pub model: Model<'a>,
}
