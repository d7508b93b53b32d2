//! 时限: one limit of an item — what it is for, what starts it, how long it runs, what it rests on.

use super::guide::Evidence;
use crate::calendar::ClockTime;
use crate::error::words;
use crate::json::{Id, Record, Text, readable};
use crate::law::Citation;

words! {
    /// 时限种类: what a limit is for.
    pub enum LimitKind {
        /// 承诺办结时限
        Promised = "promised",
        /// 法定办结时限
        Statutory = "statutory",
        /// 补正告知时限: by when the authority must name everything that is missing
        Notice = "notice",
        /// 受理审查时限: by when the authority must say whether it accepts
        Review = "review",
        /// 补正时限: by when the applicant must supply what is missing
        Supplement = "supplement",
        /// 送达时限
        Delivery = "delivery",
        /// 公示期: how long something is announced
        Announcement = "announcement",
        /// 申请期限: by when the applicant must apply
        Filing = "filing",
        /// 延续（签注）申请期限: by when the applicant must apply to renew, counted back from the expiry
        Renewal = "renewal",
        /// 延续（签注）可申请之日: from when the applicant can apply to renew, counted back from the expiry
        Opening = "opening",
        /// 下级初审时限: by when the lower authority must send its opinion up (行政许可法 43)
        Preliminary = "preliminary",
        /// 要求听证的期限: by when the applicant must ask for a hearing (行政许可法 47)
        HearingRequest = "hearing-request",
        /// 组织听证的期限 (行政许可法 47)
        Hearing = "hearing",
        /// 听证通知期限: by when time and place must be told, counted back from the hearing (行政许可法 48)
        HearingNotice = "hearing-notice",
    }
}

impl LimitKind {
    /// Whether it is for the decision itself: what is left out of account (行政许可法 45) and what is added (42) concern
    /// these.
    #[must_use]
    pub const fn is_for_decision(self) -> bool {
        matches!(self, Self::Promised | Self::Statutory | Self::Preliminary)
    }

    /// Whether the applicant, not the authority, must act within it.
    #[must_use]
    pub const fn is_the_applicants(self) -> bool {
        matches!(self, Self::Supplement | Self::Filing | Self::Renewal | Self::Opening | Self::HearingRequest)
    }
}

words! {
    /// 起算: the event whose day starts a clock; the day itself is not counted.
    pub enum Trigger {
        /// 收到申请
        Received = "received",
        /// 受理
        Accepted = "accepted",
        /// 补正告知
        Notified = "notified",
        /// 补正完成
        Supplemented = "supplemented",
        /// 作出决定
        Decided = "decided",
        /// 公示
        Announced = "announced",
        /// 有效期届满: the limit is counted back from that day
        Expires = "expires",
        /// 上级收到下级的初审意见
        Forwarded = "forwarded",
        /// 告知听证权利
        HearingTold = "hearing-told",
        /// 申请听证
        HearingRequested = "hearing-requested",
        /// 举行听证: the limit is counted back from that day
        HearingHeld = "hearing-held",
        /// 另一时限届满: the limit named in `after` has run out
        Elapsed = "elapsed",
    }
}

impl Trigger {
    /// Whether the limit is counted back from the day of the event.
    #[must_use]
    pub const fn counts_back(self) -> bool {
        matches!(self, Self::Expires | Self::HearingHeld)
    }
}

words! {
    /// 时限单位.
    pub enum Unit {
        /// 工作日
        WorkingDay = "working-day",
        /// 自然日
        CalendarDay = "calendar-day",
        /// 月
        Month = "month",
        /// 年
        Year = "year",
        /// 小时: clock hours from the moment of the event; nights and days off count, and nothing is moved
        Hour = "hour",
    }
}

words! {
    /// 收件日规则: which day counts as the day of receipt. It never moves the applicant's own deadlines.
    pub enum ReceiptRule {
        /// 系统接收时间: the day on which the application enters the system (电子签名法 11)
        SystemTime = "system-time",
        /// 非工作日收件顺延: a day off becomes the next working day
        NextWorkingDay = "next-working-day",
        /// 下班后收件顺延: so does what comes after closing time
        OfficeHours = "office-hours",
    }
}
readable!(LimitKind, Trigger, Unit, ReceiptRule);

/// 收件日规则, where the authority has published one.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct ReceiptPolicy<'a> {
    /// Which rule.
    pub rule: ReceiptRule,
    /// 下班时间 `hh:mm`, for `office-hours`.
    pub close: Option<ClockTime>,
    /// 依据; absent, the catalogue entry itself.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}

/// 延期: how far a limit can be extended, once.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Extension<'a> {
    /// How many more, in the unit of the limit.
    pub amount: u32,
    /// 批准人, such as 登记机关负责人.
    pub approver: Text<'a>,
    /// Where that is written.
    pub basis: Option<Citation<'a>>,
}

/// 时限: one limit. Unit, trigger, extension and basis belong to each limit, not to the item.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Limit<'a> {
    /// Identifier, unique within the item.
    pub id: Id<'a>,
    /// What it is for.
    pub kind: LimitKind,
    /// The event that starts it.
    pub trigger: Trigger,
    /// 另一时限: the limit whose end starts this one, for the trigger `elapsed`.
    pub after: Option<Id<'a>>,
    /// How many; 0 is the same day.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// 收件日规则 for a limit that starts with the receipt; absent, the day of receipt itself.
    pub receipt: Option<Box<ReceiptPolicy<'a>>>,
    /// 延期.
    pub extension: Option<Extension<'a>>,
    /// 不计入的情形, in words, as the guide has them.
    pub excludes: Option<Text<'a>>,
    /// 依据; absent, the catalogue entry itself.
    pub basis: Option<Citation<'a>>,
    /// How well this is known.
    pub evidence: Evidence,
}
