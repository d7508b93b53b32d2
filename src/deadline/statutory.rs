//! 法定时限: what the licensing law sets where the item's entry has no limit of that kind. Licences only; nothing else is
//! bound by that law (R0).

use super::case::Case;
use super::clock::{Asked, Clock};
use super::event::EventKind;
use crate::catalogue::{Limit, LimitKind, Trigger, Unit};
use crate::json::Id;
use crate::law::{DEEMED_ACCEPTED, DELIVERY, HEARING, HEARING_NOTICE, HEARING_REQUEST, Procedure, Rule};

/// The kind, its identifier, what starts it, its unit and the rule.
const SET: [(LimitKind, &str, Trigger, Unit, &Rule); 5] = [
    (LimitKind::Notice, "law-notice", Trigger::Received, Unit::WorkingDay, &DEEMED_ACCEPTED),
    (LimitKind::HearingRequest, "law-hearing-request", Trigger::HearingTold, Unit::CalendarDay, &HEARING_REQUEST),
    (LimitKind::Hearing, "law-hearing", Trigger::HearingRequested, Unit::WorkingDay, &HEARING),
    (LimitKind::HearingNotice, "law-hearing-notice", Trigger::HearingHeld, Unit::WorkingDay, &HEARING_NOTICE),
    (LimitKind::Delivery, "law-delivery", Trigger::Decided, Unit::WorkingDay, &DELIVERY),
];

impl<'a> Case<'_, 'a> {
    /// The clocks that the law starts.
    pub(super) fn by_law(&self) -> Vec<Clock<'a>> {
        if self.procedure != Procedure::Licence {
            return Vec::new();
        }
        // A notice of its own takes the place of the law's five days only if it is as strict.
        let strict = |limit: &Limit<'_>| {
            limit.kind != LimitKind::Notice
                || (limit.trigger, limit.unit) == (Trigger::Received, Unit::WorkingDay)
                    && limit.receipt.is_none()
                    && i64::from(limit.amount) <= i64::from(DEEMED_ACCEPTED.working_days)
        };
        let own = |kind| self.limits.iter().any(|limit| limit.kind == kind && strict(limit));
        // 行政许可法 44 speaks of a decision that grants.
        let denied = self.events.iter().any(|event| event.kind == EventKind::Decided && event.denied);
        let none = |kind| own(kind) || (denied && kind == LimitKind::Delivery);
        let set = SET.iter().filter(|(kind, ..)| !none(*kind));
        set.filter_map(|(kind, id, trigger, unit, rule)| {
            let amount = rule.working_days.unsigned_abs();
            let limit = Limit { kind: *kind, trigger: *trigger, amount, unit: *unit, ..Limit::default() };
            self.clock(Asked { limit: &limit, id: Id::from(*id), basis: rule.basis() }, &[])
        })
        .collect()
    }
}
