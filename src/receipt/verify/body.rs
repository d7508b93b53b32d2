//! The body: whether it is what was signed, and whether what it says holds.

use super::Reason;
use super::result::{CheckName, CheckOutcome, Checks};
use super::run::issue_code;
use crate::calendar::{Calendar, Certainty, CivilDate};
use crate::catalogue::Unit;
use crate::digest::Digests;
use crate::json::{Limits, Reader};
use crate::receipt::canonical;
use crate::receipt::document::{DocumentBody, examine, names};
use crate::receipt::draft::head_of;
use crate::receipt::head::{Envelope, Head};
use crate::receipt::signature::Algorithm;

/// Reads a body strictly. What this version does not know may change what the rest means, so it fails.
pub fn read<'a>(checks: &mut Checks, text: &'a str) -> Option<DocumentBody<'a>> {
    let found = Reader::document::<DocumentBody<'_>>(text, Limits { bytes: canonical::MAX_BODY });
    let (body, issues) = match found {
        Ok(body) => {
            let issues = examine(&body, None);
            (Some(body), issues)
        }
        Err(issues) => (None, issues),
    };
    for issue in &issues {
        checks.at(CheckName::Body, issue_code(issue.code), &format!("/body{}", issue.path));
    }
    body.filter(|_| issues.is_empty())
}

/// Compares a body with its head, and counts its deadlines again.
pub fn check(checks: &mut Checks, body: &DocumentBody<'_>, text: &str, envelope: &Envelope, calendar: &Calendar) {
    let Ok(head) = Head::decode(&envelope.head) else { return };
    let digests = Digests::of(text.as_bytes());
    let sha256 = head.sha256.is_none_or(|sha256| sha256 == digests.sha256);
    if head.sm3 != digests.sm3 || !sha256 {
        checks.fail(CheckName::Body, Reason::BodyDigestDiffers);
    } else {
        checks.pass(CheckName::Body);
    }
    heads(checks, &head, &head_of(body, digests, envelope.algorithm), envelope.algorithm);
    deadlines(checks, body, calendar);
    characters(checks, body);
}

fn heads(checks: &mut Checks, head: &Head, own: &Head, algorithm: Algorithm) {
    let fields = [
        ("type", head.kind == own.kind),
        ("number", head.number == own.number),
        ("item", head.item == own.item),
        ("issuer", head.issuer == own.issuer),
        ("issued", head.issued == own.issued),
        ("due", head.due == own.due),
        ("sha256", head.sha256.is_some() == (algorithm != Algorithm::Sm2Sm3)),
        ("accepted", head.accepted == own.accepted),
        ("previous", head.previous == own.previous),
    ];
    let mut differing = fields.iter().filter(|(_, same)| !same).peekable();
    if differing.peek().is_none() {
        checks.pass(CheckName::Head);
    }
    for (field, _) in differing {
        checks.named(CheckName::Head, CheckOutcome::Fail, Reason::HeadDiffers, "field", field);
    }
}

/// The last day of a limit as it is counted here; none where it cannot be, or is an estimate.
fn counted(start: CivilDate, amount: u32, unit: Unit, calendar: &Calendar) -> Option<CivilDate> {
    let amount_days = i32::try_from(amount).ok()?;
    let last = match unit {
        Unit::WorkingDay => return published(calendar.add(start, amount_days)),
        Unit::CalendarDay => start.plus_days(amount_days),
        Unit::Month => start.plus_months(amount),
        Unit::Year => start.plus_months(amount.checked_mul(12)?),
        Unit::Hour => None,
    };
    published(calendar.add(last?, 0))
}

fn published(counted: crate::calendar::Counted) -> Option<CivilDate> {
    counted.due.filter(|_| counted.certainty == Certainty::Published)
}

fn deadlines(checks: &mut Checks, body: &DocumentBody<'_>, calendar: &Calendar) {
    let limits = body.deadlines.iter().filter_map(|limit| Some((limit.start, limit.amount, limit.unit, limit.due?)));
    let extension = body.extension.iter().map(|longer| (longer.from, longer.amount, longer.unit, longer.to));
    let (mut same, mut differing) = (0, 0);
    for (start, amount, unit, due) in limits.chain(extension) {
        let Some(own) = counted(start, amount, unit, calendar) else { continue };
        if own == due {
            same += 1;
        } else {
            differing += 1;
            let date = own.to_string();
            checks.named(CheckName::Deadlines, CheckOutcome::Warn, Reason::DeadlineDiffers, "date", &date);
        }
    }
    match (same, differing) {
        (0, 0) => checks.skip(CheckName::Deadlines, Reason::DeadlineNotCounted),
        (_, 0) => checks.pass(CheckName::Deadlines),
        _ => {}
    }
}

fn characters(checks: &mut Checks, body: &DocumentBody<'_>) {
    let all = names::names(body);
    let told = [
        (names::is_mixed as fn(&str) -> bool, Reason::NameMixedScript),
        (names::is_confusable, Reason::NameConfusable),
        (names::has_radical, Reason::NameRadical),
        (names::has_rare, Reason::RareCharacter),
    ];
    for (is, reason) in told {
        if all.iter().any(|name| is(name.text)) {
            checks.warn(CheckName::Characters, reason);
        }
    }
}
