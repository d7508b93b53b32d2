//! 回答: what the engine answers with.

use crate::calendar::{CalendarRef, CivilDate};
use crate::catalogue::{Audience, Level};
use crate::check::{Finding, FindingCode, MaterialState, PartyState};
use crate::deadline::Clock;
use crate::decision::Decision;
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::json::{Id, Text, record, to_string};
use crate::law::Procedure;
use crate::receipt::Model;
use serde::Serialize;

/// One answer of the engine.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Envelope<T> {
    Ok(T),
    Error(Error),
}

/// Writes an answer.
pub(super) fn envelope<T: Serialize>(result: Result<T>) -> String {
    to_string(&match result {
        Ok(value) => Envelope::Ok(value),
        Err(error) => Envelope::Error(error),
    })
}

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
        /// Items in it.
        "items" required items: u32,
    }
}

record! {
    value;
    /// 事项摘要.
    pub struct ItemSummary<'a> {
        /// 事项编码.
        "code" required code: Id<'a>,
        /// 事项名称.
        "name" required name: Text<'a>,
        /// 实施主体.
        "authority" required authority: Text<'a>,
        /// 程序类型.
        "procedure" required procedure: Procedure,
        /// 行使层级.
        "level" optional level: Option<Level>,
        /// 服务对象.
        "audience" required audience: Vec<Audience>,
        /// 主题分类.
        "themes" optional themes: Vec<Text<'a>>,
        /// 别名、关键词.
        "keywords" optional keywords: Vec<Text<'a>>,
        /// First day in force.
        "validFrom" required valid_from: CivilDate,
        /// Last day in force.
        "validTo" optional valid_to: Option<CivilDate>,
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
        /// What the applicant should know: computed acceptance, his own deadlines, estimates.
        "findings" required findings: Vec<Finding<'a>>,
        /// What it was computed with.
        "calendar" required calendar: CalendarRef<'a>,
    }
}

record! {
    value;
    /// 预审结果.
    pub struct CheckResult<'a> {
        /// The plan that was checked against.
        "plan" required plan: Digest,
        /// Every problem, at once.
        "findings" required findings: Vec<Finding<'a>>,
        /// Every material of the item, in catalogue order.
        "materials" required materials: Vec<MaterialState<'a>>,
        /// Everybody in a role, with the materials of each.
        "parties" optional parties: Vec<PartyState<'a>>,
        /// What the findings come to.
        "decision" required decision: Decision<'a>,
        /// Always `NOT_FILED`: nothing has been submitted, and this is no decision of an authority.
        "notice" required notice: Text<'a>,
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
        /// What is wrong.
        "why" optional why: Option<Text<'a>>,
        /// What was most likely meant.
        "suggestion" optional suggestion: Option<Text<'a>>,
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
