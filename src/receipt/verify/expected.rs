//! 预期: what the portal knows already, and the receipt must be about. A genuine receipt of another case proves nothing here.

use super::Reason;
use super::facts::Facts;
use super::files::Listed;
use super::result::{CheckName, CheckOutcome, Checks};
use super::run::VerifyRequest;
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Record, Text};
use crate::receipt::document::OwnFile;

/// 预期的申请人.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct ExpectedApplicant<'a> {
    /// 姓名 or 名称, as the receipt must state it.
    pub name: Option<Text<'a>>,
    /// 证件号码, as the receipt must state it.
    pub identifier: Option<Text<'a>>,
}

/// 预期: whatever is given must be what the receipt says; a receipt that leaves it out is not the one.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Expected<'a> {
    /// 办件编号.
    pub case: Option<Text<'a>>,
    /// 实施编码 or 业务办理项编码.
    pub item: Option<Text<'a>>,
    /// 申请人.
    pub applicant: Option<ExpectedApplicant<'a>>,
    /// Just these files, whatever they are called.
    pub files: Option<Vec<OwnFile<'a>>>,
}

/// In which form a receipt was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A document of an authority.
    Document,
    /// A QR code, which has the head alone.
    Code,
    /// 材料自查结果单, which names nobody and follows nothing.
    Sheet,
}

/// Refuses what a form has nothing to be compared with. Passed over, it would look as if it had been compared.
///
/// # Errors
/// `OPTION_NOT_OF_FORM` with every such option; `KEY_MISSING` for an expectation that expects nothing.
pub fn honoured(request: &VerifyRequest<'_>, form: Form) -> Result<()> {
    let given = request.expect.as_ref();
    let of = |is: fn(&Expected<'_>) -> bool| given.is_some_and(is);
    let nobody = |expected: &Expected<'_>| {
        expected.applicant.as_ref().is_some_and(|one| one.name.is_none() && one.identifier.is_none())
    };
    for (nothing, path) in [(of(is_empty), "/expect"), (of(nobody), "/expect/applicant")] {
        if nothing {
            return Err(Error::new(ErrorCode::KeyMissing, path));
        }
    }
    let asked = [
        ("/files", request.files.is_some(), form == Form::Code),
        ("/previous", request.previous.is_some(), form == Form::Sheet),
        ("/expect/case", of(|expected| expected.case.is_some()), form != Form::Document),
        ("/expect/applicant", of(|expected| expected.applicant.is_some()), form != Form::Document),
        ("/expect/files", of(|expected| expected.files.is_some()), form == Form::Code),
    ];
    let lost = asked.into_iter().filter(|(_, asked, lost)| *asked && *lost);
    let issues: Vec<Issue> =
        lost.map(|(path, ..)| Issue { code: ErrorCode::OptionNotOfForm, path: path.into() }).collect();
    if issues.is_empty() { Ok(()) } else { Err(Error::invalid(ErrorCode::OptionNotOfForm, issues)) }
}

fn is_empty(expected: &Expected<'_>) -> bool {
    expected.case.is_none() && expected.item.is_none() && expected.applicant.is_none() && expected.files.is_none()
}

/// What a receipt says of what may be expected.
#[derive(Debug, Default)]
pub struct Stated<'a> {
    /// 办件编号.
    pub case: Option<&'a str>,
    /// 事项编码.
    pub item: &'a str,
    /// 申请人: name and number.
    pub applicant: (Option<&'a str>, Option<&'a str>),
    /// Its files.
    pub files: &'a [Listed<'a>],
}

impl<'a> Stated<'a> {
    /// Of a document or a code.
    pub fn of(facts: &'a Facts, files: &'a [Listed<'a>]) -> Self {
        let body = facts.body.as_ref();
        let applicant = body.map(|body| &body.applicant);
        Self {
            case: body.and_then(|body| body.case.as_deref()),
            item: &facts.head.item,
            applicant: (applicant.map(|one| &*one.name), applicant.and_then(|one| one.identifier.as_deref())),
            files,
        }
    }
}

/// Compares a receipt with what the portal expects.
pub fn check(checks: &mut Checks, stated: &Stated<'_>, expected: Option<&Expected<'_>>) {
    let Some(expected) = expected else { return };
    let differs = |given: Option<&Text<'_>>, stated: Option<&str>| given.is_some_and(|text| Some(&**text) != stated);
    let (name, identifier) = stated.applicant;
    let applicant = expected.applicant.as_ref();
    let fields = [
        ("case", differs(expected.case.as_ref(), stated.case)),
        ("item", differs(expected.item.as_ref(), Some(stated.item))),
        (
            "applicant",
            differs(applicant.and_then(|one| one.name.as_ref()), name)
                || differs(applicant.and_then(|one| one.identifier.as_ref()), identifier),
        ),
        ("files", expected.files.as_ref().is_some_and(|files| !super::files::same(stated.files, files))),
    ];
    let mut found = fields.iter().filter(|(_, differs)| *differs).peekable();
    if found.peek().is_none() {
        checks.pass(CheckName::Expected);
    }
    for (field, _) in found {
        checks.named(CheckName::Expected, CheckOutcome::Fail, Reason::ExpectedDiffers, "field", field);
    }
}
