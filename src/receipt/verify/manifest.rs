//! 目录发布清单的验证: whether a catalogue is one that a publisher in the trust list has signed.

use super::Reason;
use super::freshness::{self, FreshnessPolicy};
use super::result::{CheckName, Checks, IssuerShown, Overall, Verification};
use super::run::{With, issue_code};
use crate::calendar::CivilDate;
use crate::error::{ErrorCode, Issue};
use crate::json::{Record, Text};
use crate::receipt::head::{Envelope, seconds};
use crate::receipt::manifest::{Published, SIGNED_AS, published};
use crate::receipt::trust::TrustList;
use crate::wording::Wording;

/// What the manifest of a catalogue is verified with.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ManifestRequest {
    /// The day of the question; without it the day of the manifest or of the list, whichever is later: it cannot be earlier.
    pub on: Option<CivilDate>,
    /// 时效规则.
    pub policy: Option<FreshnessPolicy>,
}

/// Verifies the manifest of a catalogue. Without a good signature nothing of it is to be used.
#[must_use]
pub fn verify_manifest(text: &str, request: &ManifestRequest, with: With<'_>) -> Verification<'static> {
    let mut checks = Checks::default();
    let of = match published(text) {
        Ok(of) => of,
        Err(issues) => {
            let at = |issue: &Issue| checks.at(CheckName::Format, issue_code(issue.code), &issue.path);
            issues.iter().for_each(at);
            return finish(checks, None, with.wording);
        }
    };
    checks.pass(CheckName::Format);
    let Some(envelope) = &of.envelope else {
        checks.fail(CheckName::Signature, Reason::SignatureMissing);
        return finish(checks, None, with.wording);
    };
    let policy = request.policy.unwrap_or_default();
    let list = match with.trust {
        Ok(list) => list,
        Err(reason) => {
            checks.fail(CheckName::TrustList, reason);
            return finish(checks, None, with.wording);
        }
    };
    let Some(issued) = &of.issued else {
        checks.at(CheckName::Issued, ErrorCode::KeyMissing.as_str(), "/issuedAt");
        return finish(checks, None, with.wording);
    };
    let on = request.on.unwrap_or_else(|| issued.date().max(list.issued_at.date()));
    freshness::list(&mut checks, list, on, policy);
    freshness::issued(&mut checks, seconds(issued), on, policy);
    floor(&mut checks, &of, list);
    let publisher = publisher(&mut checks, &of, envelope, list, seconds(issued));
    let trust = freshness::about(list, on, policy, with.wording);
    Verification { trust: Some(trust), ..finish(checks, publisher, with.wording) }
}

/// 目录下限: an older one is not opened, whoever has signed it.
fn floor(checks: &mut Checks, of: &Published, list: &TrustList) {
    let floor = list.floors.iter().find(|floor| *floor.region == *of.region);
    if floor.is_some_and(|floor| of.seq < floor.seq) {
        checks.fail(CheckName::Catalogue, Reason::CatalogueOutdated);
    } else {
        checks.pass(CheckName::Catalogue);
    }
}

fn publisher(
    checks: &mut Checks,
    of: &Published,
    envelope: &Envelope,
    list: &TrustList,
    time: i64,
) -> Option<IssuerShown<'static>> {
    let Some(key) = list.key(envelope.kid) else {
        checks.fail(CheckName::Key, Reason::KeyUnknown);
        return None;
    };
    let found = [
        (CheckName::Key, key.held(time)),
        (CheckName::Issuer, key.may_publish(&of.region)),
        (CheckName::Signature, key.verifies(envelope, SIGNED_AS)),
    ];
    for (name, found) in found {
        match found {
            Ok(()) => checks.pass(name),
            Err(reason) => checks.fail(name, reason),
        }
    }
    (checks.overall() != Overall::Invalid).then(|| IssuerShown {
        name: Text::from(key.entry.name.to_string()),
        uscc: Text::from(key.entry.issuer.to_string()),
        reliable: key.entry.licensed,
    })
}

fn finish(checks: Checks, issuer: Option<IssuerShown<'static>>, wording: &Wording) -> Verification<'static> {
    let overall = if issuer.is_some() { checks.overall() } else { Overall::Invalid };
    let name = issuer.as_ref().map_or("", |issuer| &*issuer.name);
    let verdict = Text::from(wording.fill_sheet(&format!("verdict-{overall}-manifest"), &[("issuer", name)]));
    Verification { overall, verdict, checks: checks.said(wording), issuer, ..Verification::default() }
}
