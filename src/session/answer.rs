//! 回答: what a session answers with.

use crate::calendar::{CalendarRef, CivilDate};
use crate::catalogue::{Catalogue, Notice};
use crate::check::{Checked, Finding, FindingCode, MaterialState, PartyState, Severity};
use crate::deadline::Clock;
use crate::decision::Decision;
use crate::digest::Digest;
use crate::identity::{IdentifierFault, IdentifierKind};
use crate::json::{Id, Text, record};
use crate::plan::Plan;
use crate::receipt::Model;
use std::borrow::Cow;

record! {
    value;
    /// 版本: four of them, never one.
    pub struct Versions<'a> {
        /// The component.
        "library" required library: Text<'a>,
        /// The law register: when it was last compared with the texts.
        "rules" required rules: Text<'a>,
        /// The calendar: 发文字号 of its last notice.
        "calendar" required calendar: Text<'a>,
        /// The catalogue format it reads.
        "schema" required schema: Text<'a>,
        /// Last published day of the calendar.
        "publishedTo" required published_to: CivilDate,
    }
}

record! {
    value;
    /// A catalogue that has been loaded.
    pub struct Loaded<'a> {
        /// What later calls name it by.
        "handle" required handle: u32,
        /// 目录名称.
        "name" required name: Text<'a>,
        /// 行政区划代码.
        "region" required region: Id<'a>,
        /// 目录版本.
        "version" required version: Id<'a>,
        /// First day in force.
        "validFrom" required valid_from: CivilDate,
        /// Last day in force.
        "validTo" optional valid_to: Option<CivilDate>,
        /// 发布序号.
        "seq" optional seq: u32,
        /// Items in it, loaded or not.
        "items" required items: u32,
        /// Whether it is loaded item by item.
        "partial" optional partial: bool,
    }
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

record! {
    value;
    /// 时限表 with what it means for the applicant.
    pub struct ScheduleResult<'a> {
        /// Every clock that an event has started, in the order of the limits.
        "clocks" required clocks: Vec<Clock<'a>>,
        /// 视为受理日, computed (行政许可法 32, licences only).
        "deemedAccepted" optional deemed_accepted: Option<CivilDate>,
        /// 视为准予延续日, computed (行政许可法 50, licences only).
        "deemedRenewed" optional deemed_renewed: Option<CivilDate>,
        /// 办件终结日: withdrawn, transferred, closed or refused, after which nothing is counted.
        "over" optional over: Option<CivilDate>,
        /// What the applicant should know: computed acceptance, his own deadlines, estimates.
        "findings" required findings: Vec<Finding<'a>>,
        /// 提示函: late and unlawful acts, kept in the record and noted.
        "notices" required notices: Vec<Notice<'a>>,
        /// What it was computed with.
        "calendar" required calendar: CalendarRef<'a>,
    }
}

record! {
    value;
    /// 日程.
    pub struct Agenda<'a> {
        /// An iCalendar file (RFC 5545).
        "ics" required ics: Text<'a>,
    }
}

record! {
    value;
    /// 预审结果.
    pub struct CheckResult<'a> {
        /// The plan that was checked against.
        "plan" required plan: Digest,
        /// Every problem, at once.
        "findings" required findings: Cow<'a, [Finding<'a>]>,
        /// Every material of the item, in catalogue order.
        "materials" required materials: Cow<'a, [MaterialState<'a>]>,
        /// Everybody in a role, with the materials of each.
        "parties" optional parties: Cow<'a, [PartyState<'a>]>,
        /// What the findings come to.
        "decision" required decision: Decision<'a>,
        /// Always `NOT_FILED`: nothing has been submitted, and this is no decision of an authority.
        "notice" required notice: Text<'a>,
    }
}

impl<'a> CheckResult<'a> {
    /// What was found, where it is.
    pub(super) fn of(plan: &Plan<'_>, checked: &'a Checked<'a>, decision: Decision<'a>) -> Self {
        let Checked { findings, materials, parties, .. } = checked;
        let (findings, materials, parties) = (findings.into(), materials.into(), parties.into());
        Self { plan: plan.reference, findings, materials, parties, decision, notice: Text::from("NOT_FILED") }
    }
}

record! {
    value;
    /// What an identity number is worth, for a form field at every keystroke.
    pub struct IdentifierResult<'a> {
        /// Whether nothing is wrong with it.
        "valid" required valid: bool,
        /// The finding it would give.
        "code" optional code: Option<FindingCode>,
        /// How grave that would be, unless the applicant confirms the number.
        "severity" optional severity: Option<Severity>,
        /// What is wrong.
        "why" optional why: Option<IdentifierFault>,
        /// What was most likely meant.
        "suggestion" optional suggestion: Option<Text<'a>>,
        /// The other kind of number as which it is valid.
        "looksLike" optional looks_like: Option<IdentifierKind>,
        /// What leaves a doubt about a number that is valid.
        "hint" optional hint: Option<IdentifierFault>,
    }
}

record! {
    value;
    /// A document in words.
    pub struct Rendered<'a> {
        /// As plain text.
        "text" required text: Text<'a>,
        /// As one HTML page for the screen and for A4, without script, image or link.
        "html" required html: Text<'a>,
        /// As title, lines, tables and notes, for a page that builds its own view.
        "model" required model: Model<'a>,
    }
}
