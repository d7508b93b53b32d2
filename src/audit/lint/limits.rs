//! 时限: whether what is promised keeps within what the law allows.

use super::{Linting, word};
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Limit, LimitKind, NoticeCode as Code, Param, Severity, Trigger};
use crate::deadline::last_day;
use crate::law::Basis;

/// 承诺时限不得超过法定时限: by number where the units agree, else by the dates of every day of the published years.
pub(super) fn promises(linting: &mut Linting<'_, '_>, calendar: &Calendar) {
    let item = linting.item;
    let of = |kind| item.limits.iter().filter(move |limit| limit.kind == kind);
    for (place, promised) in item.limits.iter().enumerate().filter(|(_, limit)| limit.kind == LimitKind::Promised) {
        for statutory in of(LimitKind::Statutory).filter(|statutory| starts_no_later(statutory, promised)) {
            let start = if promised.unit == statutory.unit {
                (promised.amount > statutory.amount).then_some(None)
            } else {
                longer_from(promised, statutory, calendar).map(Some)
            };
            let Some(start) = start else { continue };
            let amount = |limit: &Limit<'_>| Param::Number(limit.amount.into());
            let mut params = vec![
                ("p", amount(promised)),
                ("pUnit", word(promised.unit)),
                ("s", amount(statutory)),
                ("sUnit", word(statutory.unit)),
            ];
            params.extend(start.map(|day| ("start", word(day))));
            let basis = statutory.basis.as_ref().map(Basis::cited).map(owned);
            linting.note(Code::AuditPromiseOverStatutory, Severity::Must, &format!("/limits/{place}"), basis, &params);
        }
    }
}

/// Whether the statutory clock starts when the promised one does, or before it: only then can they be compared.
fn starts_no_later(statutory: &Limit<'_>, promised: &Limit<'_>) -> bool {
    statutory.trigger == promised.trigger
        || (statutory.trigger == Trigger::Received && promised.trigger == Trigger::Accepted)
}

/// A day of the published years from which the promise ends after the statutory limit.
fn longer_from(promised: &Limit<'_>, statutory: &Limit<'_>, calendar: &Calendar) -> Option<CivilDate> {
    let version = calendar.version();
    // The last three published years show every shape of a year; the earliest such day is named.
    let from = CivilDate::new(version.to.year() - 2, 1, 1)?.epoch_days();
    (from..=version.to.epoch_days()).filter_map(CivilDate::from_epoch_days).find(|start| {
        let due = |limit| last_day(limit, *start, calendar).due;
        due(promised).zip(due(statutory)).is_some_and(|(promised, statutory)| promised > statutory)
    })
}

/// A basis that outlives the item it was read from.
fn owned(basis: Basis<'_>) -> Basis<'static> {
    use crate::json::Detach;
    Basis {
        statute: basis.statute.map(Detach::detach),
        catalogue: basis.catalogue.map(Detach::detach),
        entry: basis.entry.map(Detach::detach),
        article: basis.article,
        paragraph: basis.paragraph,
        item: basis.item,
        status: basis.status,
    }
}
