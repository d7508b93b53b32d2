//! 出具机关: whether the key may sign such a document, and whether the body names the authority as the trust list does. What a
//! portal would read from the body is contradicted here, or it is so.

use super::Reason;
use super::result::{CheckName, CheckOutcome, Checks};
use crate::receipt::document::DocumentBody;
use crate::receipt::head::Head;
use crate::receipt::trust::{Key, KeyEntry};

/// Names of departments, as a sentence has them one after the other.
const BETWEEN: &str = "\u{3001}";

/// What the list says otherwise of a body, with what it says.
#[must_use]
pub fn contradicted(entry: &KeyEntry<'_>, body: &DocumentBody<'_>) -> Option<(Reason, String)> {
    if *body.issuer.name != *entry.name {
        return Some((Reason::IssuerNameDiffers, entry.name.to_string()));
    }
    let stated = body.issuer.department.as_deref()?;
    let listed = entry.departments.iter().map(|each| &**each);
    let foreign = !entry.departments.is_empty() && !listed.clone().any(|each| each == stated);
    foreign.then(|| (Reason::DepartmentDiffers, listed.collect::<Vec<_>>().join(BETWEEN)))
}

/// Checks the issuer of a head, and of the body where there is one.
pub fn check(checks: &mut Checks, key: &Key, head: &Head, body: Option<&DocumentBody<'_>>) {
    let region = body.map_or("", |body| &body.issuer.region);
    if let Err(reason) = key.may_issue(head, region) {
        return checks.fail(CheckName::Issuer, reason);
    }
    match body.and_then(|body| contradicted(&key.entry, body)) {
        Some((reason, name)) => checks.named(CheckName::Issuer, CheckOutcome::Fail, reason, "name", &name),
        None => checks.pass(CheckName::Issuer),
    }
    let unlisted = body.is_some_and(|body| body.issuer.department.is_some()) && key.entry.departments.is_empty();
    if unlisted {
        checks.skip(CheckName::Issuer, Reason::DepartmentNotListed);
    }
}
