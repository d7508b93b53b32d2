//! 材料自查结果单: made by the applicant's own device. It proves nothing, and must not look as if it did.

use super::Reason;
use super::expected::{self, Stated};
use super::files::{self, Listed};
use super::result::{CheckName, Checks};
use super::run::VerifyRequest;
use crate::receipt::draft::Receipt;
use crate::receipt::precheck;

/// Days after which a sheet is out of date.
const FRESH: i32 = 30;

/// Checks a self-check sheet.
pub fn check(checks: &mut Checks, text: &str, receipt: &Receipt<'_>, request: &VerifyRequest<'_>) {
    if receipt.signature.is_some() || receipt.head.is_some() || receipt.seal.is_some() {
        checks.fail(CheckName::Signature, Reason::PrecheckSigned);
        return;
    }
    let body = match precheck::read(text) {
        Ok(body) => body,
        Err(error) => {
            let issue = error.issues().first();
            let code = issue.map_or(error.code(), |issue| issue.code);
            checks.at(CheckName::Format, super::run::issue_code(code), issue.map_or("", |issue| &issue.path));
            return;
        }
    };
    checks.pass(CheckName::Format);
    let people = body.people.iter().flat_map(|person| &person.materials);
    let files = body.materials.iter().chain(people).flat_map(|material| &material.files);
    let listed: Vec<Listed<'_>> = files.map(Listed::masked).collect();
    if request.files.is_some() {
        files::check(checks, &listed, request.files.as_deref());
    }
    let stated = Stated { item: &body.item, files: &listed, ..Stated::default() };
    expected::check(checks, &stated, request.expect.as_ref());
    let age = request.on.epoch_days() - body.client_clock.date().epoch_days();
    if (0..=FRESH).contains(&age) {
        checks.pass(CheckName::Age);
    } else {
        checks.warn(CheckName::Age, Reason::PrecheckOutdated);
    }
}
