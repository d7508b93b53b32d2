//! 办件事件: what happened in a case, and in which order it can have happened.

use crate::calendar::{CivilDate, ClockTime, Instant};
use crate::catalogue::Trigger;
use crate::error::{ErrorCode, Issue, words};
use crate::json::{Id, Read, Reader, Record, Shape, Text, copied, deserialized, readable, serialized};
use crate::law::Citation;

words! {
    /// 办件事件: what happened in a case.
    pub enum EventKind {
        /// 收到申请
        Received = "received",
        /// 补正告知
        Notified = "notified",
        /// 补正
        Supplemented = "supplemented",
        /// 受理
        Accepted = "accepted",
        /// 不予受理
        Refused = "refused",
        /// 中止计时: the time of a hearing, an inspection and the like begins (行政许可法 45)
        Suspended = "suspended",
        /// 恢复计时: its result is received
        Resumed = "resumed",
        /// 批准延期
        Extended = "extended",
        /// 上级收到下级的初审意见
        Forwarded = "forwarded",
        /// 作出决定
        Decided = "decided",
        /// 送达
        Delivered = "delivered",
        /// 撤回申请
        Withdrawn = "withdrawn",
        /// 移送有权机关
        Transferred = "transferred",
        /// 终止办理
        Closed = "closed",
        /// 告知听证权利
        HearingTold = "hearing-told",
        /// 申请听证
        HearingRequested = "hearing-requested",
        /// 举行听证, which may lie ahead
        HearingHeld = "hearing-held",
        /// 公示
        Announced = "announced",
        /// 有效期届满: the last day of a certificate, which may lie ahead
        Expires = "expires",
    }
}

words! {
    /// 不计入期限的程序 (行政许可法 45).
    pub enum StopKind {
        /// 听证
        Hearing = "hearing",
        /// 招标
        Bidding = "bidding",
        /// 拍卖
        Auction = "auction",
        /// 检验
        Inspection = "inspection",
        /// 检测
        Testing = "testing",
        /// 检疫
        Quarantine = "quarantine",
        /// 鉴定
        Appraisal = "appraisal",
        /// 专家评审
        ExpertReview = "expert-review",
        /// 其他: counts only with a basis of its own
        Other = "other",
    }
}
readable!(EventKind, StopKind);

impl EventKind {
    /// The event that a trigger waits for; none for a limit that follows another.
    pub(super) const fn of(trigger: Trigger) -> Option<Self> {
        Some(match trigger {
            Trigger::Received => Self::Received,
            Trigger::Accepted => Self::Accepted,
            Trigger::Notified => Self::Notified,
            Trigger::Supplemented => Self::Supplemented,
            Trigger::Decided => Self::Decided,
            Trigger::Announced => Self::Announced,
            Trigger::Expires => Self::Expires,
            Trigger::Forwarded => Self::Forwarded,
            Trigger::HearingTold => Self::HearingTold,
            Trigger::HearingRequested => Self::HearingRequested,
            Trigger::HearingHeld => Self::HearingHeld,
            Trigger::Elapsed => return None,
        })
    }

    /// Whether it can happen several times in one case.
    const fn repeats(self) -> bool {
        matches!(self, Self::Notified | Self::Supplemented | Self::Suspended | Self::Resumed | Self::Extended)
    }

    /// What cannot have happened after it.
    const fn preceded_by(self) -> &'static [Self] {
        match self {
            Self::Received | Self::Announced | Self::Expires => &[],
            Self::Supplemented => &[Self::Received, Self::Notified],
            Self::Decided => &[Self::Received, Self::Notified, Self::Accepted, Self::Forwarded],
            Self::Delivered => &[Self::Received, Self::Notified, Self::Accepted, Self::Decided],
            Self::HearingRequested => &[Self::Received, Self::HearingTold],
            Self::HearingHeld => &[Self::Received, Self::HearingTold, Self::HearingRequested],
            _ => &[Self::Received],
        }
    }
}

/// A day, or an instant of a day in Asia/Shanghai.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: CivilDate,
    /// The time, where it is known.
    pub time: Option<ClockTime>,
}

impl Moment {
    /// Whether it is certainly before another: on an earlier day, or earlier on the same day where both times are known.
    fn is_before(self, other: Self) -> bool {
        let times = self.time.zip(other.time).filter(|_| self.date == other.date);
        self.date < other.date || times.is_some_and(|(one, other)| one < other)
    }
}

impl From<CivilDate> for Moment {
    fn from(date: CivilDate) -> Self {
        Self { date, time: None }
    }
}

copied!(Moment);
deserialized!(Moment);
serialized!(Moment, moment, to => match moment.time {
    None => serde::Serialize::serialize(&moment.date, to),
    Some(time) => to.collect_str(&format_args!("{}T{time}:00+08:00", moment.date)),
});

impl<'a> Read<'a> for Moment {
    const SHAPE: &'static Shape = &Shape::Checked("Moment", |reader| _ = Self::read(reader));
    fn read(reader: &mut Reader<'a>) -> Self {
        let Some(text) = reader.string() else { return Self::default() };
        let instant = || Instant::parse(&text).map(|at| Self { date: at.date(), time: Some(at.time()) });
        CivilDate::parse(&text).map(Self::from).or_else(instant).unwrap_or_else(|| {
            reader.fault(if text.contains('T') { ErrorCode::InstantInvalid } else { ErrorCode::DateInvalid });
            Self::default()
        })
    }
}

/// 办件事件.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct CaseEvent<'a> {
    /// What happened.
    #[record(key = "type")]
    pub kind: EventKind,
    /// When: a day, or an instant whose day in Asia/Shanghai counts.
    pub at: Moment,
    /// 文号 of the document about it.
    pub document: Option<Text<'a>>,
    /// 理由.
    pub reason: Option<Text<'a>>,
    /// 承办部门 that did it.
    pub department: Option<Text<'a>>,
    /// Which stop begins or ends, where several overlap.
    pub id: Option<Id<'a>>,
    /// 程序种类 of a stop.
    pub stop: Option<StopKind>,
    /// 依据: of a stop, what requires it.
    pub basis: Option<Citation<'a>>,
    /// 书面告知日: when the applicant was told of a stop or an extension.
    pub told: Option<CivilDate>,
    /// Of an extension, how much longer, in the unit of the limit; of a stop, how many working days were told.
    pub days: Option<u32>,
    /// Of an extension, the limit that is extended; absent, every one that can be.
    pub limit: Option<Id<'a>>,
    /// 不予许可: the decision grants nothing, so that nothing has to be issued.
    #[record(optional)]
    pub denied: bool,
    /// 未补齐: what was supplied is not all that was named.
    #[record(optional)]
    pub partial: bool,
    /// 因补正产生的新问题: what this notice names was caused by what had been supplied.
    #[record(optional)]
    pub new_matter: bool,
}

impl CaseEvent<'_> {
    /// Whether the applicant had been told in writing by a day.
    pub(super) fn was_told(&self, on: CivilDate) -> bool {
        self.told.is_some_and(|told| told <= on)
    }

    /// Something that happened on a day, with nothing more known of it.
    #[must_use]
    pub fn plain(kind: EventKind, on: CivilDate) -> Self {
        Self { kind, at: Moment::from(on), ..Self::default() }
    }
}

/// Most events of one case.
const MAX_EVENTS: usize = 500;

/// When something happened for the first time.
pub(super) fn moment(events: &[CaseEvent<'_>], kind: EventKind) -> Option<Moment> {
    events.iter().find(|event| event.kind == kind).map(|event| event.at)
}

/// The day on which something happened for the first time.
pub(super) fn day_of(events: &[CaseEvent<'_>], kind: EventKind) -> Option<CivilDate> {
    moment(events, kind).map(|at| at.date)
}

/// What is impossible in a list of events: the same one twice, one before what must come first, an end of a stop that
/// has not begun. Unlawful or late is not impossible.
pub(super) fn order_faults(events: &[CaseEvent<'_>]) -> Vec<Issue> {
    if events.len() > MAX_EVENTS {
        return vec![Issue { code: ErrorCode::TooManyEntries, path: String::from("/events") }];
    }
    let mut faults = Vec::new();
    let mut fault = |index: usize, key: &str| {
        faults.push(Issue { code: ErrorCode::EventOrder, path: format!("/events/{index}/{key}") });
    };
    for (index, event) in events.iter().enumerate() {
        // What can happen again is listed in the order in which it happened: the n-th is the n-th.
        let again = |other: &CaseEvent<'_>| !event.kind.repeats() || event.at.is_before(other.at);
        let twice = events.iter().take(index).any(|other| other.kind == event.kind && again(other));
        let mut before = event.kind.preceded_by().iter().filter_map(|kind| moment(events, *kind));
        if twice || before.any(|before| event.at.is_before(before)) {
            fault(index, "at");
        }
    }
    let begins = |event: &CaseEvent<'_>| event.kind == EventKind::Suspended;
    let ends = |event: &CaseEvent<'_>| event.kind == EventKind::Resumed;
    for (index, end) in events.iter().enumerate().filter(|(_, event)| ends(event)) {
        let begun = |event: &&CaseEvent<'_>| begins(event) && event.id == end.id && event.at.date <= end.at.date;
        let ended = |event: &&CaseEvent<'_>| ends(event) && event.id == end.id;
        let starts = events.iter().filter(begun).count();
        if starts <= events.iter().take(index).filter(ended).count() {
            fault(index, "at");
        }
    }
    for (index, begin) in events.iter().enumerate().filter(|(_, event)| begins(event) && event.id.is_some()) {
        if events.iter().take(index).any(|event| begins(event) && event.id == begin.id) {
            faults.push(Issue { code: ErrorCode::DuplicateId, path: format!("/events/{index}/id") });
        }
    }
    faults
}
