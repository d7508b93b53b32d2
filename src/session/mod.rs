//! 会话: the calls of the JavaScript API, as functions from text to text. A session holds what lives between calls — loaded
//! catalogues, calendars, languages — and nothing else; threads may share it.

#[cfg(feature = "check")]
mod answer;
#[cfg(feature = "check")]
mod applicant;
#[cfg(feature = "check")]
mod arriving;
#[cfg(feature = "check")]
mod deadlines;
#[cfg(feature = "editor")]
pub mod editor;
mod envelope;
#[cfg(feature = "files")]
mod inspection;
#[cfg(feature = "receipts")]
mod manifests;
#[cfg(feature = "check")]
mod many;
#[cfg(feature = "files")]
mod mending;
#[cfg(feature = "editor")]
mod office;
#[cfg(feature = "receipts")]
mod receipts;
#[cfg(feature = "check")]
mod settings;
#[cfg(feature = "check")]
mod store;

#[cfg(feature = "check")]
pub use answer::{Agenda, CheckResult, IdentifierResult, Loaded, Rendered, ScheduleResult, Versions};
#[cfg(feature = "check")]
pub use applicant::{PlanRequest, Session};
#[cfg(feature = "files")]
pub use inspection::Inspections;
#[cfg(feature = "receipts")]
pub use manifests::ManifestSigner;
#[cfg(feature = "check")]
pub use many::CheckLine;
#[cfg(feature = "receipts")]
pub use receipts::{HistoryRequest, Receipts, RenderRequest, TrustRequest};

/// Puts a value in a place of its own. A place that was released is never given to another: whoever still holds its
/// number gets an error, not somebody else's value.
fn place<T>(places: &mut Vec<Option<T>>, value: T) -> u32 {
    places.push(Some(value));
    u32::try_from(places.len() - 1).unwrap_or(u32::MAX)
}

/// Takes a value out of its place.
fn release<T>(places: &mut [Option<T>], id: u32) -> Option<T> {
    usize::try_from(id).ok().and_then(|id| places.get_mut(id))?.take()
}
