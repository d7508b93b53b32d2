//! 版本衔接: one application across two versions of its item — which applies on its day, and what changes for this
//! applicant. Both versions are run as they always are, plan, check and decision; only the results are compared.

mod fitting;
mod result;
mod shift;
mod standing;

pub use result::{
    Across, Appearing, Asking, Aspect, Demand, Due, DueShift, FindingShift, MaterialShift, Misfit, QuestionShift,
    Shift, Stretch, VersionSide, Which,
};

use super::diff::between;
use super::diff::period::Period;
use crate::application::Application;
use crate::calendar::{Calendar, CivilDate};
use crate::catalogue::{Catalogue, CatalogueFile};
use crate::error::{Error, ErrorCode, Issue, Result};
use crate::json::{Detach, Id};
use shift::compared;
use standing::{Standing, Version};

/// An application under two versions of its item. Each version is looked at as it stands on the day of the application,
/// or else on the day nearest to it. What the application has that one version does not know — an answer that no longer
/// fits, a material that is not listed — is a misfit of that version and no error.
///
/// ```
/// use yushen::{audit::across, calendar::Calendar, catalogue::Catalogue};
/// let catalogue = |from: &str, materials: &str| {
///     let text = format!(r#"{{"format":"yushen-catalogue/0.1","name":"c","region":"440300","version":"{from}",
///         "validFrom":"{from}","source":"s","items":[{{"code":"A","version":"1","name":"a","procedure":"other",
///         "authority":{{"name":"b"}},"audience":["enterprise"],"validFrom":"2020-01-01","basis":[],
///         "materials":[{materials}],"limits":[]}}]}}"#);
///     Catalogue::load(text.into_bytes()).unwrap()
/// };
/// let lease = r#"{"id":"lease","name":"l","kind":"other","need":"required","evidence":"example"}"#;
/// let (older, newer) = (catalogue("2026-01-01", ""), catalogue("2026-07-01", lease));
/// let across = across(&older, &newer, "A", r#"{"on":"2026-06-30"}"#, &Calendar::published()).unwrap();
/// assert_eq!(across.applies.as_str(), "older");
/// assert_eq!(across.materials[0].change.as_str(), "needed");
/// assert_eq!(across.findings[0].code.as_str(), "MAT_MISSING");
/// ```
///
/// # Errors
/// `ITEM_UNKNOWN` if neither catalogue has the item; `APPLICATION_INVALID` for what no version could read.
pub fn across(
    older: &Catalogue,
    newer: &Catalogue,
    item: &str,
    application: &str,
    calendar: &Calendar,
) -> Result<Across<'static>> {
    let (application, issues) = Application::tolerant(application);
    if !issues.is_empty() {
        return Err(Error::invalid(ErrorCode::ApplicationInvalid, issues));
    }
    let (before, after) = (Period::of(older, item), Period::of(newer, item));
    // Where neither holds on the day: the older one is looked at as it was last, the newer one as it will be first.
    let old = Version::new(older, nearest(&before, application.on, false), &application)?;
    let new = Version::new(newer, nearest(&after, application.on, true), &application)?;
    refuse(old.as_ref(), new.as_ref())?;
    let was = Standing::of(old.as_ref(), &application, calendar, older);
    let is = Standing::of(new.as_ref(), &application, calendar, newer);
    let changes = old.zip(new).map_or_else(Vec::new, |(old, new)| between(&old.period, &new.period));
    Ok(Across {
        item: Id::from(item.to_owned()),
        on: application.on,
        applies: applies(&before, &after, newer.file(), application.on),
        periods: stretches(&before, &after, newer.file()),
        ..compared(was, is, changes)
    })
}

/// The period that holds on a day, or else the nearest: ahead first, or behind first.
fn nearest<'c>(periods: &[Period<'c>], on: CivilDate, ahead: bool) -> Option<Period<'c>> {
    let holds = periods.iter().find(|period| period.holds(on));
    let next = periods.iter().filter(|period| period.first > on).min_by_key(|period| period.first);
    let last = periods.iter().filter(|period| period.first <= on).max_by_key(|period| period.first);
    holds.or(if ahead { next.or(last) } else { last.or(next) }).copied()
}

/// What fits no version is no matter of versions.
fn refuse(older: Option<&Version<'_>>, newer: Option<&Version<'_>>) -> Result<()> {
    let issues: Vec<Issue> = match (older, newer) {
        (None, None) => return Err(Error::new(ErrorCode::ItemUnknown, "/item")),
        (Some(one), None) | (None, Some(one)) => one.misfits.clone(),
        (Some(one), Some(other)) => {
            let twice = |issue: &&Issue| other.misfits.iter().any(|each| each.path == issue.path);
            one.misfits.iter().filter(twice).cloned().collect()
        }
    };
    if issues.is_empty() { Ok(()) } else { Err(Error::invalid(ErrorCode::ApplicationInvalid, issues)) }
}

/// Where the newer catalogue is in force, it alone says what may be asked, even that the item is not there any more.
fn applies(before: &[Period<'_>], after: &[Period<'_>], newer: &CatalogueFile<'_>, on: CivilDate) -> Which {
    let newer_holds = newer.valid_from <= on && newer.valid_to.is_none_or(|to| on <= to);
    let (which, periods) = if newer_holds { (Which::Newer, after) } else { (Which::Older, before) };
    if periods.iter().any(|period| period.holds(on)) { which } else { Which::Neither }
}

/// From when to when which version applies: the older ones step back where the newer catalogue is in force.
fn stretches(before: &[Period<'_>], after: &[Period<'_>], newer: &CatalogueFile<'_>) -> Vec<Stretch<'static>> {
    let stretch = |catalogue, period: &Period<'_>, from: CivilDate, to: Option<CivilDate>| {
        let version = period.item().version.detach();
        to.is_none_or(|to| from <= to).then_some(Stretch { catalogue, version, from, to })
    };
    let mut stretches: Vec<Stretch<'static>> = Vec::new();
    for period in before {
        let eve = newer.valid_from.plus_days(-1);
        let until = period.last.into_iter().chain(eve).min();
        stretches.extend(stretch(Which::Older, period, period.first, until));
        if let Some(next) = newer.valid_to.and_then(|to| to.plus_days(1)) {
            stretches.extend(stretch(Which::Older, period, period.first.max(next), period.last));
        }
    }
    stretches.extend(after.iter().filter_map(|each| stretch(Which::Newer, each, each.first, each.last)));
    stretches.sort_by_key(|stretch| stretch.from);
    stretches
}
