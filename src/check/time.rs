//! 时限提示: what an applicant should know of the clocks. The clocks themselves are the schedule's.

use super::Checking;
use super::code::{FindingCode as Code, Severity};
use super::finding::{Finding, Param};
use crate::calendar::{Calendar, Certainty, CivilDate};
use crate::catalogue::{LimitKind, Trigger};
use crate::deadline::{Clock, Light, Schedule, last_day};
use crate::json::{Id, Text};
use crate::law::{Basis, DEEMED_ACCEPTED};

/// 承诺办结日, if the case were received and accepted on the day of the check.
pub(super) fn promised(checking: &Checking<'_>, calendar: &Calendar) -> Option<(CivilDate, Certainty)> {
    let begins = |trigger| matches!(trigger, Trigger::Received | Trigger::Accepted);
    let limit =
        checking.ready.item.limits.iter().find(|limit| limit.kind == LimitKind::Promised && begins(limit.trigger))?;
    let counted = last_day(limit, checking.application.on, calendar);
    Some((counted.due?, counted.certainty))
}

/// A promised day that is an estimate says so.
pub(super) fn estimated(checking: &mut Checking<'_>, calendar: &Calendar, certainty: Certainty) {
    if certainty == Certainty::Estimated {
        let basis = checking.entry(String::from("/limits"));
        let finding = Finding::new(Code::DlEstimated, String::from("/on"), basis);
        checking.findings.push(finding.with([("year", unpublished(calendar))]));
    }
}

fn unpublished(calendar: &Calendar) -> Param<'static> {
    Param::Word(Text::from((calendar.version().to.year() + 1).to_string()))
}

/// What a schedule means for the applicant: computed acceptance, his own deadlines, estimates.
#[must_use]
pub fn remarks<'a>(schedule: &Schedule<'a>, calendar: &Calendar) -> Vec<Finding<'a>> {
    let day = |name, day: CivilDate| (name, Param::Word(Text::from(day.to_string())));
    let mut remarks = Vec::new();
    if let Some(deemed) = schedule.deemed_accepted {
        let finding = Finding::new(Code::DlDeemedAccepted, String::from("/events"), DEEMED_ACCEPTED.basis());
        remarks.push(finding.with([day("date", deemed)]));
    }
    for (place, clock) in schedule.clocks.iter().enumerate() {
        let code = match clock.kind {
            LimitKind::Supplement => Code::DlSupplementDue,
            LimitKind::Renewal => Code::DlRenewal,
            _ => continue,
        };
        if let Some(due) = clock.due.filter(|_| !matches!(clock.light, Light::Ended | Light::Overdue)) {
            remarks.push(about(clock, code, place).with([day("due", due)]));
        }
    }
    stopped(schedule, &mut remarks);
    if let Some(date) = schedule.withdrawn {
        let basis = schedule.clocks.first().map(|clock| clock.basis.clone()).unwrap_or_default();
        let finding = Finding::new(Code::DlWithdrawn, String::from("/events"), basis);
        remarks.push(finding.with([day("date", date)]));
    }
    let estimate = |clock: &&Clock<'_>| clock.certainty == Certainty::Estimated && clock.light != Light::Ended;
    if let Some((place, clock)) = schedule.clocks.iter().enumerate().find(|(_, clock)| estimate(clock)) {
        remarks.push(about(clock, Code::DlEstimated, place).with([("year", unpublished(calendar))]));
    }
    remarks
}

/// 不计入的期间: told once for each, of the first clock that it stops.
fn stopped<'a>(schedule: &Schedule<'a>, remarks: &mut Vec<Finding<'a>>) {
    let day = |name, day: CivilDate| (name, Param::Word(Text::from(day.to_string())));
    let Some((place, clock)) = schedule.clocks.iter().enumerate().find(|(_, clock)| !clock.pauses.is_empty()) else {
        return;
    };
    for pause in &clock.pauses {
        let kind = pause.kinds.first().map_or("other", |kind| kind.as_str());
        let finding = about(clock, Code::DlSuspended, place);
        let params = [("why", Param::Word(Text::from(kind))), day("from", pause.from)];
        remarks.push(match pause.to {
            Some(to) => finding.with(params.into_iter().chain([day("to", to)])),
            None => finding.with(params),
        });
    }
}

fn about<'a>(clock: &Clock<'a>, code: Code, place: usize) -> Finding<'a> {
    let basis: Basis<'a> = clock.basis.clone();
    let finding = Finding::new(code, format!("/clocks/{place}"), basis).at_most(Severity::Info);
    Finding { field: Some(Id::from(clock.id.to_string())), ..finding }
}

/// 容缺补交的最后一日, if the case were accepted on the day of the check.
pub(super) fn deferred_until(
    deferral: &crate::catalogue::Deferral<'_>,
    on: CivilDate,
    calendar: &Calendar,
) -> Option<CivilDate> {
    let limit = crate::catalogue::Limit {
        kind: LimitKind::Supplement,
        trigger: deferral.trigger.unwrap_or(Trigger::Accepted),
        amount: deferral.amount,
        unit: deferral.unit,
        ..Default::default()
    };
    last_day(&limit, on, calendar).due
}
