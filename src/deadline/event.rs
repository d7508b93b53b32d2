//! 办件事件: what happened in a case, and in which order it can have happened.

use crate::calendar::{CivilDate, ClockTime, Instant};
use crate::catalogue::Trigger;
use crate::error::{ErrorCode, Issue, words};
use crate::json::{Read, Reader, Shape, Text, readable, record};

words! {
    /// 办件事件: what happened in a case.
    pub enum EventKind {
        /// 收到申请
        Received = "received",
        /// 补正告知
        Notified = "notified",
        /// 补正完成
        Supplemented = "supplemented",
        /// 受理
        Accepted = "accepted",
        /// 作出决定
        Decided = "decided",
        /// 送达
        Delivered = "delivered",
        /// 公示
        Announced = "announced",
        /// 有效期届满: the last day of a certificate, which may lie ahead
        Expires = "expires",
    }
}
readable!(EventKind);

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
            Trigger::Elapsed => return None,
        })
    }

    /// What cannot have happened after it.
    const fn preceded_by(self) -> &'static [Self] {
        match self {
            Self::Received | Self::Announced | Self::Expires => &[],
            Self::Notified | Self::Accepted => &[Self::Received],
            Self::Supplemented => &[Self::Received, Self::Notified],
            Self::Decided => &[Self::Received, Self::Notified, Self::Accepted],
            Self::Delivered => &[Self::Received, Self::Notified, Self::Accepted, Self::Decided],
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

impl From<CivilDate> for Moment {
    fn from(date: CivilDate) -> Self {
        Self { date, time: None }
    }
}

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

record! {
    input;
    /// 办件事件.
    pub struct CaseEvent<'a> {
        /// What happened.
        "type" required kind: EventKind,
        /// When: a day, or an instant whose day in Asia/Shanghai counts.
        "at" required at: Moment,
        /// 文号 of the document about it.
        "document" optional document: Option<Text<'a>>,
    }
}

/// When something happened.
pub(super) fn moment(events: &[CaseEvent<'_>], kind: EventKind) -> Option<Moment> {
    events.iter().find(|event| event.kind == kind).map(|event| event.at)
}

/// The day on which something happened.
pub(super) fn day_of(events: &[CaseEvent<'_>], kind: EventKind) -> Option<CivilDate> {
    moment(events, kind).map(|at| at.date)
}

/// An event happens once, and not before one that must precede it.
pub(super) fn order_faults(events: &[CaseEvent<'_>]) -> Vec<Issue> {
    let mut faults = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let twice = events.iter().take(index).any(|other| other.kind == event.kind);
        let mut before = event.kind.preceded_by().iter().filter_map(|kind| day_of(events, *kind));
        if twice || before.any(|before| event.at.date < before) {
            faults.push(Issue { code: ErrorCode::EventOrder, path: format!("/events/{index}/at") });
        }
    }
    faults
}
