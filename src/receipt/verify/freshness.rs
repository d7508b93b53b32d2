//! 时效: how old a trust list may be, and that nothing is dated after the day of the question. A list that is not renewed would
//! keep a stolen key good for ever, so beyond a time it is refused; how long, the host says.

use super::Reason;
use super::result::{CheckName, CheckOutcome, Checks};
use crate::calendar::{CivilDate, Instant};
use crate::digest::Digest;
use crate::error::words;
use crate::json::{Id, Record, Text, readable};
use crate::receipt::head::shown;
use crate::receipt::trust::TrustList;
use crate::wording::Wording;

/// 时效规则, in days of Asia/Shanghai.
#[derive(Debug, Clone, Copy, Default, Record)]
#[record(input)]
pub struct FreshnessPolicy {
    /// 过期宽限: so long after `nextUpdate` a list is used with a warning, then refused; 30 if absent.
    pub stale_days: Option<u32>,
    /// 时钟误差: so much later than the day of the question a list or a document may be dated, with a warning; 0 if absent.
    pub ahead_days: Option<u32>,
}

const STALE_DAYS: u32 = 30;
const AHEAD_DAYS: u32 = 0;

words! {
    /// 信任列表时效.
    pub enum ListState {
        /// 有效
        Current = "current",
        /// 已过更新日期
        Stale = "stale",
        /// 已过期
        Expired = "expired",
        /// 发布时间晚于查验日期
        Future = "future",
    }
}
readable!(ListState);

/// 所依据的信任列表, beside every verdict.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct TrustShown<'a> {
    /// 序号: keep the highest, and pass it as `seenSeq`.
    pub seq: u32,
    /// SM3 of what the root signed: keep it with the number, and pass it as `seenDigest`.
    pub digest: Digest,
    /// 发布时间.
    pub issued_at: Instant,
    /// 下次更新.
    pub next_update: Instant,
    /// 发布至今的天数; below nought if it was issued after the day of the question.
    pub age_days: i64,
    /// 时效.
    pub state: ListState,
    /// The root that signed it.
    pub root: Id<'a>,
    /// The pinned root that vouches for that one, where it is not pinned itself: pin the new one.
    pub through: Option<Id<'a>>,
    /// The age in words.
    pub says: Text<'a>,
}

fn days(from: CivilDate, to: CivilDate) -> i64 {
    i64::from(to.epoch_days()) - i64::from(from.epoch_days())
}

impl FreshnessPolicy {
    /// How something dated so many days after the day of the question comes out.
    fn ahead(self, days: i64) -> CheckOutcome {
        match days {
            ..=0 => CheckOutcome::Pass,
            late if late <= i64::from(self.ahead_days.unwrap_or(AHEAD_DAYS)) => CheckOutcome::Warn,
            _ => CheckOutcome::Fail,
        }
    }

    fn state(self, list: &TrustList, on: CivilDate) -> ListState {
        let overdue = days(list.next_update.date(), on);
        if days(on, list.issued_at.date()) > 0 {
            return ListState::Future;
        }
        match overdue {
            ..=0 => ListState::Current,
            late if late <= i64::from(self.stale_days.unwrap_or(STALE_DAYS)) => ListState::Stale,
            _ => ListState::Expired,
        }
    }
}

/// Whether a list may still be relied on, and already.
pub(super) fn list(checks: &mut Checks, list: &TrustList, on: CivilDate, policy: FreshnessPolicy) {
    let (result, reason) = match policy.state(list, on) {
        ListState::Current => return checks.pass(CheckName::TrustList),
        ListState::Stale => (CheckOutcome::Warn, Reason::TrustListStale),
        ListState::Expired => (CheckOutcome::Fail, Reason::TrustListExpired),
        ListState::Future => (policy.ahead(days(on, list.issued_at.date())), Reason::TrustListFuture),
    };
    checks.add(CheckName::TrustList, result, reason);
}

/// Whether what is verified is dated before the day of the question, or on it.
pub(super) fn issued(checks: &mut Checks, time: i64, on: CivilDate, policy: FreshnessPolicy) {
    let ahead = shown(time).map_or(i64::MAX, |issued| days(on, issued.date()));
    match policy.ahead(ahead) {
        CheckOutcome::Pass => checks.pass(CheckName::Issued),
        result => checks.add(CheckName::Issued, result, Reason::IssuedFuture),
    }
}

/// What a list says of itself, and how old it is.
#[must_use]
pub fn about(list: &TrustList, on: CivilDate, policy: FreshnessPolicy, wording: &Wording) -> TrustShown<'static> {
    let (state, age_days) = (policy.state(list, on), days(list.issued_at.date(), on));
    let name = |kid| Id::from(format!("{:016x}", u64::from_be_bytes(kid)));
    let (seq, age) = (list.seq.to_string(), age_days.to_string());
    TrustShown {
        seq: list.seq,
        digest: list.digest,
        issued_at: list.issued_at.clone(),
        next_update: list.next_update.clone(),
        age_days,
        state,
        root: name(list.by.root),
        through: list.by.through.map(name),
        says: Text::from(wording.fill_sheet(&format!("trust-{state}"), &[("seq", &seq), ("days", &age)])),
    }
}
