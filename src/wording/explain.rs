//! 时限说明: one paragraph for each clock, so that a clerk, a lawyer and an applicant read the same.

use super::{Wording, basis_text};
use crate::calendar::{Calendar, Certainty, CivilDate, DayKind};
use crate::catalogue::{LimitKind, Unit};
use crate::deadline::{Clock, Light, Pause, Start};
use crate::digest::Digest;
use crate::json::{Id, Record, Text};
use crate::law::Procedure;

/// What is to be explained.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ExplainRequest<'a> {
    /// The clocks, as a schedule has them.
    pub clocks: Vec<Clock<'a>>,
    /// The day on which it is explained.
    pub on: CivilDate,
    /// 事项编码, 办件编号 or both: what an entry of a calendar is known by.
    pub case: Option<Text<'a>>,
    /// 事项名称.
    pub item: Option<Text<'a>>,
    /// 实施主体.
    pub authority: Option<Text<'a>>,
    /// 复议机关, as the authority names it.
    pub review_body: Option<Text<'a>>,
    /// 程序类型; `other` if absent.
    pub procedure: Option<Procedure>,
    /// 语言; Simplified Chinese if absent.
    pub locale: Option<Text<'a>>,
    /// The calendar they were counted with, by its digest; the one in use if absent.
    pub calendar: Option<Digest>,
}

/// A clock in words.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct ExplainedClock<'a> {
    /// The limit.
    pub id: Id<'a>,
    /// The paragraph.
    pub text: Text<'a>,
}

/// Clocks in words.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Explained<'a> {
    /// A paragraph for each, in their order.
    pub clocks: Vec<ExplainedClock<'a>>,
    /// All of it as plain text, with what it was counted with.
    pub text: Text<'a>,
}

/// Puts clocks into words.
#[must_use]
pub fn explain<'a>(request: &'a ExplainRequest<'_>, calendar: &Calendar, wording: &Wording) -> Explained<'a> {
    let explaining = Explaining { request, calendar, wording };
    let clocks: Vec<ExplainedClock<'a>> = request
        .clocks
        .iter()
        .map(|clock| ExplainedClock { id: Id::from(&*clock.id), text: Text::from(explaining.paragraph(clock)) })
        .collect();
    let item = request.item.as_deref().unwrap_or_default();
    let mut lines: Vec<String> = Vec::new();
    if !item.is_empty() {
        lines.push(wording.deadline("title", &[("item", item)]));
    }
    lines.extend(clocks.iter().map(|clock| clock.text.to_string()));
    lines.push(explaining.calendar());
    Explained { clocks, text: Text::from(lines.join("\n")) }
}

pub(super) struct Explaining<'e> {
    pub request: &'e ExplainRequest<'e>,
    pub calendar: &'e Calendar,
    pub wording: &'e Wording,
}

impl Explaining<'_> {
    fn say(&self, key: &str, slots: &[(&str, &str)]) -> String {
        self.wording.deadline(key, slots)
    }

    /// A day as the language writes it.
    fn date(&self, day: CivilDate) -> String {
        let (year, month, date) = (day.year().to_string(), day.month(), day.day());
        let digits = if self.say("date-digits", &[]) == "2" { 2 } else { 1 };
        let number = |number: u32| format!("{number:0digits$}");
        self.say("date", &[("y", &year), ("m", &number(month)), ("d", &number(date))])
    }

    /// What a clock is for, as a heading.
    pub fn kind(&self, kind: LimitKind) -> String {
        self.wording.sheet(&format!("limit-{kind}")).to_string()
    }

    /// One paragraph: how it was counted, when it ends, how it stands, what it rests on.
    pub fn paragraph(&self, clock: &Clock<'_>) -> String {
        let basis = basis_text(self.wording, &clock.basis, self.request.item.as_deref().unwrap_or_default());
        [self.counted(clock), self.end(clock), self.standing(clock), self.say("basis", &[("basis", &basis)])]
            .concat()
            .trim_end()
            .to_string()
    }

    fn unit(&self, clock: &Clock<'_>) -> String {
        self.say(clock.unit.as_str(), &[])
    }

    fn counted(&self, clock: &Clock<'_>) -> String {
        let back = clock.trigger.counts_back();
        let event = match clock.started_by {
            Start::Deemed => "deemed",
            Start::Supplemented => "completed",
            Start::Event | Start::Elapsed => clock.trigger.as_str(),
        };
        let (event, unit) = (self.say(event, &[]), self.unit(clock));
        let (kind, start, amount) = (self.kind(clock.kind), self.date(clock.start), clock.amount.to_string());
        let slots = [("kind", &*kind), ("start", &*start), ("event", &*event), ("amount", &*amount), ("unit", &*unit)];
        let key = match clock.unit {
            _ if back => "clock-back",
            Unit::Hour => "clock-hours",
            _ => "clock",
        };
        let mut text = self.say(key, &slots);
        let day = |key, name, day: Option<CivilDate>| {
            day.map_or_else(String::new, |day| self.say(key, &[(name, &self.date(day))]))
        };
        text += &day("submitted", "date", clock.submitted);
        text += &day("stated", "date", clock.stated);
        if clock.extended > 0 {
            text += &self.say("extended", &[("amount", &clock.extended.to_string()), ("unit", &unit)]);
        }
        text.extend(clock.pauses.iter().map(|pause| self.pause(clock, pause)));
        text + &self.days(clock)
    }

    fn pause(&self, clock: &Clock<'_>, pause: &Pause<'_>) -> String {
        let kinds: Vec<&str> = pause.kinds.iter().map(|kind| self.wording.label(kind.as_str())).collect();
        let special = self.say("special", &[]);
        let why = if kinds.is_empty() { special } else { kinds.join(self.wording.label("list-separator")) };
        let from = self.date(pause.from);
        let (used, left, unit) = (clock.used.to_string(), clock.left.unwrap_or_default().to_string(), self.unit(clock));
        if let Some(to) = pause.to.or(clock.ended) {
            return self.say("pause", &[("why", &why), ("from", &from), ("to", &self.date(to))]);
        }
        let slots = [("why", &*why), ("from", &*from), ("used", &*used), ("left", &*left), ("unit", &*unit)];
        self.say("pause-open", &slots)
    }

    /// Days off that are passed over, and weekend days that are worked: what a wall calendar shows and people wonder at.
    fn days(&self, clock: &Clock<'_>) -> String {
        let Some(due) = clock.due.filter(|_| clock.unit == Unit::WorkingDay) else { return String::new() };
        // Counted on, the start does not count and the last day does; counted back, it is the other way round.
        let between = if due < clock.start {
            due.epoch_days()..clock.start.epoch_days()
        } else {
            clock.start.epoch_days() + 1..due.epoch_days() + 1
        };
        let stopped =
            |day: CivilDate| clock.pauses.iter().any(|pause| pause.from < day && pause.to.is_none_or(|to| day <= to));
        let days = || between.clone().filter_map(CivilDate::from_epoch_days).filter(|day| !stopped(*day));
        let of = |day: CivilDate, kinds: &[DayKind]| self.calendar.kind(day).is_some_and(|kind| kinds.contains(&kind));
        let off = days().filter(|day| of(*day, &[DayKind::Weekend, DayKind::Holiday])).count();
        let worked: Vec<String> = days().filter(|day| of(*day, &[DayKind::MakeUp])).map(|day| self.date(day)).collect();
        let mut text = String::new();
        if off > 0 {
            text += &self.say("rest", &[("days", &off.to_string())]);
        }
        if !worked.is_empty() {
            text += &self.say("worked", &[("days", &worked.join(self.wording.label("list-separator")))]);
        }
        text
    }

    fn end(&self, clock: &Clock<'_>) -> String {
        let Some(due) = clock.due.map(|due| self.date(due)) else {
            let open = clock.pauses.iter().any(|pause| pause.to.is_none());
            return if open { self.strict(clock) } else { self.say("unknown", &[]) };
        };
        let mut text = match (&clock.due_at, clock.raw) {
            _ if clock.kind == LimitKind::Opening => self.say("opens", &[("due", &due)]),
            (Some(at), _) => {
                let minutes = at.time().minutes();
                let moment = format!("{} {:02}:{:02}", self.date(at.date()), minutes / 60, minutes % 60);
                self.say("due-at", &[("due", &moment)])
            }
            (None, Some(raw)) => self.say("moved", &[("raw", &self.date(raw)), ("due", &due)]),
            (None, None) => self.say("due", &[("due", &due)]),
        };
        let year = (self.calendar.version().to.year() + 1).to_string();
        let disputed = matches!(clock.kind, LimitKind::HearingRequest | LimitKind::HearingNotice);
        let estimated = clock.certainty == Certainty::Estimated;
        let other = clock.latest.or(clock.earliest).map(|day| self.date(day));
        let key = match (&other, clock.earliest) {
            (Some(_), _) if disputed => "other-reading",
            (Some(_), Some(_)) => "estimated-back",
            (Some(_), None) => "estimated",
            (None, _) => "",
        };
        text += &self.say(key, &[("year", &year), ("latest", &other.clone().unwrap_or_default())]);
        if estimated && (disputed || other.is_none()) {
            text += &self.say("estimate", &[("year", &year)]);
        }
        text + &self.strict(clock)
    }

    fn strict(&self, clock: &Clock<'_>) -> String {
        clock.strict.map_or_else(String::new, |strict| self.say("strict", &[("strict", &self.date(strict))]))
    }

    fn standing(&self, clock: &Clock<'_>) -> String {
        let (left, unit) = (clock.left.unwrap_or_default().to_string(), self.unit(clock));
        let lapses = matches!(clock.kind, LimitKind::HearingRequest | LimitKind::Announcement);
        match (clock.light, clock.ended) {
            (Light::Ended, _) if clock.kind == LimitKind::Opening => String::new(),
            (_, Some(ended)) if lapses && clock.latest.or(clock.due) == Some(ended) => {
                self.say("lapsed", &[("date", &self.date(ended))])
            }
            (_, Some(ended)) => self.say(if clock.late { "late" } else { "ended" }, &[("date", &self.date(ended))]),
            (Light::Overdue, None) => self.overdue(clock),
            (Light::Today, None) => self.say("today", &[]),
            (Light::Normal | Light::Soon, None) if clock.left.is_some() => {
                let unit = if clock.unit == Unit::WorkingDay || clock.unit == Unit::Hour {
                    unit
                } else {
                    self.say(Unit::CalendarDay.as_str(), &[])
                };
                self.say("left", &[("left", &left), ("unit", &unit)])
            }
            _ => String::new(),
        }
    }

    fn overdue(&self, clock: &Clock<'_>) -> String {
        let or = |given: &Option<Text<'_>>, key: &str| {
            given.as_deref().map_or_else(|| self.say(key, &[]), ToString::to_string)
        };
        let dept = or(&self.request.authority, "the-authority");
        let review = or(&self.request.review_body, "the-review-body");
        let due = clock.due.map(|due| self.date(due)).unwrap_or_default();
        let statutory = self.request.clocks.iter().find(|clock| clock.kind == LimitKind::Statutory);
        let ahead = statutory.and_then(|clock| clock.due).filter(|due| *due >= self.request.on);
        let stat = ahead.map(|due| self.date(due));
        match clock.kind {
            LimitKind::Promised => {
                let key = if stat.is_some() { "overdue-promised-both" } else { "overdue-promised" };
                self.say(key, &[("due", &due), ("dept", &dept), ("stat", &stat.unwrap_or_default())])
            }
            LimitKind::Statutory if self.request.procedure == Some(Procedure::Licence) => {
                self.say("overdue-statutory", &[("due", &due), ("review", &review)])
            }
            _ => self.say("overdue", &[]),
        }
    }

    fn calendar(&self) -> String {
        let version = self.calendar.version();
        let local: Vec<&str> = version.overlays.iter().map(|name| &**name).collect();
        let local = local.join(self.wording.label("list-separator"));
        let key = if local.is_empty() { "calendar" } else { "calendar-local" };
        self.say(key, &[("notice", &version.notice), ("local", &local)]).trim_end().to_string()
    }
}
