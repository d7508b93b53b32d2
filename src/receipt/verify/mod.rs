//! 验证: whether a receipt is what it says. Named checks, each passed, failed, to be noted or left out, with a stable code;
//! what is shown of a receipt comes from what was signed, and the issuer's name from the trust list.

mod body;
mod chain;
mod expected;
mod facts;
mod files;
mod freshness;
mod issuer;
mod manifest;
mod reason;
mod result;
mod run;
mod sheet;
mod source;

pub use chain::{History, history};
pub use expected::{Expected, ExpectedApplicant};
pub use freshness::{FreshnessPolicy, ListState, TrustShown, about};
pub(super) use issuer::contradicted;
pub use manifest::{ManifestRequest, verify_manifest};
pub use reason::Reason;
pub use result::{Check, CheckName, CheckOutcome, IssuerShown, Overall, Shown, Verification};
pub use run::{VerifyRequest, With, verify};
pub use source::{Source, Unread, envelope};
