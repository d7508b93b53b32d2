//! The checks of one receipt, in order.

use super::Reason;
use super::body;
use super::chain::{self, Before};
use super::expected::{self, Expected, Form, Stated, honoured};
use super::facts::Facts;
use super::files::{self, Listed};
use super::freshness::{self, FreshnessPolicy};
use super::issuer;
use super::result::{CheckName, Checks, IssuerShown, Overall, Shown, Verification};
use super::sheet;
use super::source::{Source, Unread, envelope};
use crate::calendar::{Calendar, CivilDate};
use crate::error::{ErrorCode, Result as Outcome};
use crate::json::{Id, Record, Text, Value};
use crate::receipt::canonical;
use crate::receipt::document::{DocumentBody, DocumentKind, OwnFile};
use crate::receipt::draft::{Receipt, SIGNED_AS};
use crate::receipt::head::{Envelope, Head, shown};
use crate::receipt::number::check_code;
use crate::receipt::trust::{Key, TrustList};
use crate::wording::Wording;

/// What a receipt is verified with.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct VerifyRequest<'a> {
    /// The day of the question: no trust list and no document may be dated later, nor may the list be long past its update.
    pub on: CivilDate,
    /// 时效规则.
    pub policy: Option<FreshnessPolicy>,
    /// The files that are said to be those of the receipt.
    pub files: Option<Vec<OwnFile<'a>>>,
    /// The previous receipt of the case: the document, or the text of its QR code.
    pub previous: Option<Text<'a>>,
    /// 预期: what the receipt must be about.
    pub expect: Option<Expected<'a>>,
}

/// What everything is verified with.
#[derive(Debug, Clone, Copy)]
pub struct With<'w> {
    /// 信任列表, or why there is none.
    pub trust: Result<&'w TrustList, Reason>,
    /// The calendar that deadlines are counted with.
    pub calendar: &'w Calendar,
    /// Words.
    pub wording: &'w Wording,
}

/// Verifies a document or the text of a QR code. Whatever is wrong with it is the result.
///
/// # Errors
/// `OPTION_NOT_OF_FORM` for what it cannot be compared with, in the form in which it was given.
pub fn verify(text: &str, request: &VerifyRequest<'_>, with: With<'_>) -> Outcome<Verification<'static>> {
    let before = Before::of(request.previous.as_deref(), request, with)?;
    Ok(one(text, request, &before, with)?.0)
}

/// A verification, and what the next receipt is compared with.
type Verified = (Verification<'static>, Option<Facts>);

/// Verifies one receipt, of which the one before is known.
pub(super) fn one(text: &str, request: &VerifyRequest<'_>, before: &Before, with: With<'_>) -> Outcome<Verified> {
    let mut checks = Checks::default();
    match Source::read(text) {
        Err(Unread { code, path }) => {
            checks.at(CheckName::Format, code, &path);
            Ok((finish(checks, None, None, with.wording), None))
        }
        Ok(Source::Code(envelope)) => {
            honoured(request, Form::Code)?;
            checks.pass(CheckName::Format);
            checks.skip(CheckName::Body, Reason::BodyNotGiven);
            let facts = Facts::of(&envelope, None);
            bound(&mut checks, facts.as_ref(), &[], request, before);
            Ok((signed(checks, &envelope, None, request, with), facts))
        }
        Ok(Source::Document(receipt)) if kind_of(&receipt.body) == Some(DocumentKind::Precheck.as_str()) => {
            honoured(request, Form::Sheet)?;
            sheet::check(&mut checks, text, &receipt, request);
            Ok((finish(checks, None, None, with.wording), None))
        }
        Ok(Source::Document(receipt)) => {
            honoured(request, Form::Document)?;
            Ok(document(checks, &receipt, request, before, with))
        }
    }
}

/// What the receipt is tied to: the one before it, and what the portal expects.
fn bound(
    checks: &mut Checks,
    facts: Option<&Facts>,
    listed: &[Listed<'_>],
    request: &VerifyRequest<'_>,
    before: &Before,
) {
    let Some(facts) = facts else { return };
    chain::check(checks, facts, before);
    expected::check(checks, &Stated::of(facts, listed), request.expect.as_ref());
}

fn document(
    mut checks: Checks,
    receipt: &Receipt<'_>,
    request: &VerifyRequest<'_>,
    before: &Before,
    with: With<'_>,
) -> Verified {
    let Some((text, envelope)) = parts(&mut checks, receipt) else {
        return (finish(checks, None, None, with.wording), None);
    };
    checks.pass(CheckName::Format);
    let read = body::read(&mut checks, &text);
    let facts = read.as_ref().and_then(|read| Facts::of(&envelope, Some(read)));
    if let Some(read) = &read {
        body::check(&mut checks, read, &text, &envelope, with.calendar);
        let files = read.materials.iter().flat_map(|material| &material.files);
        let listed: Vec<Listed<'_>> = files.map(Listed::of).collect();
        files::check(&mut checks, &listed, request.files.as_deref());
        bound(&mut checks, facts.as_ref(), &listed, request, before);
        floor(&mut checks, read, with.trust);
    }
    if receipt.seal.is_some() {
        checks.skip(CheckName::Seal, Reason::SealNotChecked);
    }
    if receipt.timestamp.is_some() {
        checks.skip(CheckName::Seal, Reason::TimestampNotChecked);
    }
    (signed(checks, &envelope, read.as_ref(), request, with), facts)
}

/// The canonical body and the signed head of a document.
fn parts(checks: &mut Checks, receipt: &Receipt<'_>) -> Option<(String, Envelope)> {
    let body = canonical::of_value(&receipt.body, "/body").map_err(|issues| {
        issues.first().iter().for_each(|issue| checks.at(CheckName::Format, issue_code(issue.code), &issue.path));
    });
    let envelope = envelope(receipt);
    if let Err(Unread { code, path }) = &envelope {
        checks.at(CheckName::Signature, code, path);
    }
    body.ok().zip(envelope.ok())
}

fn kind_of<'v>(body: &'v Value<'_>) -> Option<&'v str> {
    let Value::Object(entries) = body else { return None };
    match entries.get("type")? {
        Value::Text(kind) => Some(kind),
        _ => None,
    }
}

/// 目录下限: a receipt that goes by an older catalogue stays good; that there is a newer one is told.
fn floor(checks: &mut Checks, body: &DocumentBody<'_>, trust: Result<&TrustList, Reason>) {
    let catalogue = &body.item.catalogue;
    let Ok(trust) = trust else { return };
    let floor = trust.floors.iter().find(|floor| *floor.region == *catalogue.region);
    match floor {
        Some(floor) if catalogue.seq < floor.seq => checks.warn(CheckName::Catalogue, Reason::CatalogueOutdated),
        _ => checks.pass(CheckName::Catalogue),
    }
}

/// Head, key, issuer and signature: what document and code have in common.
fn signed(
    mut checks: Checks,
    envelope: &Envelope,
    read: Option<&DocumentBody<'_>>,
    request: &VerifyRequest<'_>,
    with: With<'_>,
) -> Verification<'static> {
    let head = match Head::decode(&envelope.head) {
        Ok(head) => head,
        Err(fault) => {
            checks.at(CheckName::Head, fault.as_str(), "/head");
            return finish(checks, None, None, with.wording);
        }
    };
    if head.kind == DocumentKind::Precheck {
        checks.fail(CheckName::Signature, Reason::PrecheckSigned);
    }
    let policy = request.policy.unwrap_or_default();
    freshness::issued(&mut checks, head.issued, request.on, policy);
    let issuer = match with.trust {
        Err(reason) => {
            checks.fail(CheckName::TrustList, reason);
            None
        }
        Ok(trust) => {
            freshness::list(&mut checks, trust, request.on, policy);
            by_key(&mut checks, trust.key(envelope.kid), envelope, &head, read)
        }
    };
    checks.skip(CheckName::Status, Reason::StatusOffline);
    let seen = seen(&head, envelope, with.wording);
    let trust = with.trust.ok().map(|list| freshness::about(list, request.on, policy, with.wording));
    Verification { trust, ..finish(checks, seen, issuer, with.wording) }
}

fn by_key(
    checks: &mut Checks,
    key: Option<&Key>,
    envelope: &Envelope,
    head: &Head,
    read: Option<&DocumentBody<'_>>,
) -> Option<IssuerShown<'static>> {
    let Some(key) = key else {
        checks.fail(CheckName::Key, Reason::KeyUnknown);
        return None;
    };
    match key.held(head.issued) {
        Ok(()) if envelope.algorithm == key.entry.algorithm => checks.pass(CheckName::Key),
        Ok(()) => checks.fail(CheckName::Key, Reason::KeyAlgorithmDiffers),
        Err(reason) => checks.fail(CheckName::Key, reason),
    }
    issuer::check(checks, key, head, read);
    match key.verifies(envelope, SIGNED_AS) {
        Ok(()) => checks.pass(CheckName::Signature),
        Err(reason) => checks.fail(CheckName::Signature, reason),
    }
    let needed = [CheckName::TrustList, CheckName::Key, CheckName::Issuer, CheckName::Signature];
    let good = needed.iter().all(|name| !checks.failed(*name));
    good.then(|| IssuerShown {
        name: Text::from(key.entry.name.to_string()),
        uscc: Text::from(key.entry.issuer.to_string()),
        reliable: key.entry.licensed,
    })
}

fn seen(head: &Head, envelope: &Envelope, wording: &Wording) -> Option<Shown<'static>> {
    Some(Shown {
        kind: head.kind,
        title: Text::from(wording.sheet(&format!("title-{}", head.kind)).to_string()),
        number: Text::from(head.number.clone()),
        item: Text::from(head.item.clone()),
        uscc: Text::from(head.issuer.clone()),
        issued: shown(head.issued)?,
        accepted: head.accepted.and_then(shown),
        due: head.due,
        check: Text::from(check_code(&head.sm3)),
        algorithm: envelope.algorithm,
        kid: Id::from(format!("{:016x}", u64::from_be_bytes(envelope.kid))),
        chain: envelope.chain(SIGNED_AS),
    })
}

fn finish(
    checks: Checks,
    shown: Option<Shown<'static>>,
    issuer: Option<IssuerShown<'static>>,
    wording: &Wording,
) -> Verification<'static> {
    let unsigned = checks.0.iter().any(|check| check.name == CheckName::Age);
    let overall = match checks.overall() {
        Overall::Valid | Overall::Warning if unsigned => Overall::Unsigned,
        // Whatever has no signed head proves nothing.
        Overall::Valid | Overall::Warning if issuer.is_none() => Overall::Invalid,
        overall => overall,
    };
    // A genuine code can stand on a forged paper: of a code alone nothing else is said to be unaltered.
    let code = checks.0.iter().any(|check| check.code.as_deref() == Some(Reason::BodyNotGiven.as_str()));
    let of = if code && overall != Overall::Invalid { "-code" } else { "" };
    let title = shown.as_ref().map_or("", |shown| &*shown.title);
    let name = issuer.as_ref().map_or("", |issuer| &*issuer.name);
    let slots = [("title", title), ("issuer", name)];
    let verdict = Text::from(wording.fill_sheet(&format!("verdict-{overall}{of}"), &slots));
    Verification { overall, verdict, checks: checks.said(wording), shown, issuer, trust: None }
}

/// Text of a fault that has no reason of its own.
pub(super) fn issue_code(code: ErrorCode) -> &'static str {
    if code == ErrorCode::UnknownKey { Reason::UnknownFields.as_str() } else { code.as_str() }
}
