//! 办件经过: receipts of one case, each naming the one before it by the digest of what was signed. A link counts only where
//! the earlier receipt itself verifies, and where both say that they are about the same thing.

use super::Reason;
use super::facts::Facts;
use super::result::{CheckName, Checks, Overall, Verification};
use super::run::{VerifyRequest, With, one};
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Record, Text};

/// 办件经过.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct History<'a> {
    /// The worst of all.
    pub overall: Overall,
    /// Each receipt, in the order given: the oldest first.
    pub receipts: Vec<Verification<'a>>,
}

/// What is known of the receipt before.
#[derive(Debug)]
pub enum Before {
    /// Nobody was asked for it.
    Unasked,
    /// This is the oldest of a history: if it names another, the history has a gap at its front.
    Front,
    /// It was given; nothing of it where it does not itself verify.
    Given(Option<Box<Facts>>),
}

impl Before {
    /// Verifies the previous receipt, in whichever form it is.
    ///
    /// # Errors
    /// Never in practice: nothing is asked of it that a form cannot answer.
    pub fn of(previous: Option<&str>, request: &VerifyRequest<'_>, with: With<'_>) -> Result<Self> {
        let Some(previous) = previous else { return Ok(Self::Unasked) };
        let asked = VerifyRequest { on: request.on, policy: request.policy, ..VerifyRequest::default() };
        let (verified, facts) = one(previous, &asked, &Self::Unasked, with)?;
        Ok(Self::given(&verified, facts))
    }

    fn given(verified: &Verification<'_>, facts: Option<Facts>) -> Self {
        let good = matches!(verified.overall, Overall::Valid | Overall::Warning);
        Self::Given(facts.filter(|_| good).map(Box::new))
    }
}

/// Whether the previous receipt is the one that this one names.
pub fn check(checks: &mut Checks, facts: &Facts, before: &Before) {
    let history = CheckName::History;
    match (facts.head.previous, before) {
        (None, Before::Given(_)) => checks.fail(history, Reason::PreviousDiffers),
        (None, _) => {}
        (Some(_), Before::Unasked) => checks.skip(history, Reason::PreviousNotGiven),
        (Some(_), Before::Front) => checks.warn(history, Reason::HistoryIncomplete),
        (Some(_), Before::Given(None)) => checks.fail(history, Reason::PreviousInvalid),
        (Some(digest), Before::Given(Some(before))) if before.chain != digest => {
            checks.fail(history, Reason::PreviousDiffers);
        }
        (Some(_), Before::Given(Some(before))) => link(checks, facts, before),
    }
}

/// Whether two receipts that are linked by their digest say that they belong together.
fn link(checks: &mut Checks, facts: &Facts, before: &Facts) {
    let mut faults = vec![
        (facts.head.item != before.head.item, Reason::ItemDiffers),
        (facts.head.issued < before.head.issued, Reason::HistoryOrder),
    ];
    let bodies = facts.body.as_ref().zip(before.body.as_ref());
    if let Some(body) = &facts.body {
        faults.push((body.previous.as_ref() != Some(&before.head.number), Reason::PreviousNumberDiffers));
    }
    if let Some((body, before)) = bodies {
        // A commitment may be older than the number of its case.
        faults.push((before.case.is_some() && body.case != before.case, Reason::CaseDiffers));
        faults.push((!body.applicant.is(&before.applicant), Reason::ApplicantDiffers));
    }
    let mut found = faults.iter().filter(|(differs, _)| *differs).map(|(_, reason)| *reason).peekable();
    if found.peek().is_none() {
        match bodies {
            Some(_) => checks.pass(CheckName::History),
            None => checks.skip(CheckName::History, Reason::CaseNotCompared),
        }
    }
    found.for_each(|reason| checks.fail(CheckName::History, reason));
}

/// Verifies the receipts of a case as a whole, the oldest first: each one, and that each names the one before it.
///
/// # Errors
/// `OPTION_NOT_OF_FORM` for what one of them cannot be compared with.
pub fn history(texts: &[Text<'_>], request: &VerifyRequest<'_>, with: With<'_>) -> Result<History<'static>> {
    if request.expect.as_ref().is_some_and(|expected| expected.files.is_some()) {
        // No two documents of a case list the same files.
        return Err(Error::new(ErrorCode::OptionNotOfForm, "/expect/files"));
    }
    let mut receipts = Vec::new();
    let mut before = Before::Front;
    for text in texts {
        let (verified, facts) = one(text, request, &before, with)?;
        let said = match before {
            Before::Given(Some(facts)) => facts.body,
            _ => None,
        };
        // A code says nothing of case and applicant, so the one behind it is compared with the last that did.
        before = Before::given(&verified, facts.map(|facts| Facts { body: facts.body.or(said), ..facts }));
        receipts.push(verified);
    }
    let any = |overall| receipts.iter().any(|each: &Verification<'_>| each.overall == overall);
    let overall = if receipts.is_empty() || any(Overall::Invalid) || any(Overall::Unsigned) {
        Overall::Invalid
    } else if any(Overall::Warning) {
        Overall::Warning
    } else {
        Overall::Valid
    };
    Ok(History { overall, receipts })
}
