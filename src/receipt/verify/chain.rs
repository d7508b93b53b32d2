//! 办件经过: receipts of one case, each naming the one before it.

use super::Reason;
use super::result::{CheckName, Checks, Overall, Verification};
use super::run::{VerifyRequest, With, verify};
use super::source::{Source, envelope};
use crate::digest::Digest;
use crate::json::{Limits, Reader, Record, Text, to_canonical};
use crate::receipt::canonical;
use crate::receipt::document::DocumentBody;
use crate::receipt::draft::SIGNED_AS;

/// 办件经过.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct History<'a> {
    /// The worst of all.
    pub overall: Overall,
    /// Each receipt, in the order given: the oldest first.
    pub receipts: Vec<Verification<'a>>,
}

/// The name of what was given, with the number of its case where the body is there.
fn linked(text: &str) -> Option<(Digest, String)> {
    match Source::read(text).ok()? {
        Source::Code(envelope) => Some((envelope.chain(SIGNED_AS), String::new())),
        Source::Document(receipt) => {
            let digest = envelope(&receipt).ok()?.chain(SIGNED_AS);
            let body = to_canonical(&receipt.body);
            let body = Reader::document::<DocumentBody<'_>>(&body, Limits { bytes: canonical::MAX_BODY }).ok();
            Some((digest, body.map(|body| case_of(&body).to_string()).unwrap_or_default()))
        }
    }
}

fn case_of<'b>(body: &'b DocumentBody<'_>) -> &'b str {
    body.case.as_ref().map_or("", |case| &case.number)
}

/// Whether the previous receipt is the one that this one names.
pub fn check(checks: &mut Checks, body: &DocumentBody<'_>, previous: Option<&str>) {
    let Some(named) = &body.previous else {
        if previous.is_some() {
            checks.fail(CheckName::History, Reason::PreviousDiffers);
        }
        return;
    };
    let Some(previous) = previous else {
        checks.skip(CheckName::History, Reason::PreviousNotGiven);
        return;
    };
    match linked(previous) {
        Some((digest, _)) if digest != named.digest => checks.fail(CheckName::History, Reason::PreviousDiffers),
        Some((_, case)) if !case.is_empty() && case != case_of(body) => {
            checks.fail(CheckName::History, Reason::CaseDiffers);
        }
        Some(_) => checks.pass(CheckName::History),
        None => checks.fail(CheckName::History, Reason::PreviousDiffers),
    }
}

/// Verifies the receipts of a case as a whole, the oldest first: each one, and that each names the one before it.
#[must_use]
pub fn history(texts: &[Text<'_>], request: &VerifyRequest<'_>, with: With<'_>) -> History<'static> {
    let mut receipts = Vec::new();
    let mut last: Option<&str> = None;
    for text in texts {
        let request = VerifyRequest { previous: last.map(Text::from), ..request.clone() };
        receipts.push(verify(text, &request, with));
        last = Some(text);
    }
    let any = |overall| receipts.iter().any(|each: &Verification<'_>| each.overall == overall);
    let overall = if receipts.is_empty() || any(Overall::Invalid) || any(Overall::Unsigned) {
        Overall::Invalid
    } else if any(Overall::Warning) {
        Overall::Warning
    } else {
        Overall::Valid
    };
    History { overall, receipts }
}
