//! 预审: applications for Chinese government services, checked against the published catalogue before they are filed.
//!
//! A chain of values, each read by the next and changed by none. The catalogue is the only source of what may be asked of an
//! applicant; the core asks no clock, no network and no random source; the same input gives the same bytes on every platform.
//!
//! ```
//! use yushen::application::Application;
//! use yushen::calendar::{Calendar, CivilDate, Instant};
//! use yushen::catalogue::{Answer, Answers, Catalogue};
//! use yushen::check::{FindingCode, check};
//! use yushen::deadline::{CaseEvent, EventKind, schedule};
//! use yushen::decision::{Outcome, decide};
//! use yushen::plan::{Applies, Plan};
//! use yushen::receipt::{PrecheckRequest, Prechecked, number, precheck};
//! use yushen::wording::Wording;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let catalogue = Catalogue::load(std::fs::read("src/data/catalogue.sample.json")?)?;
//! let calendar = Calendar::published();
//! let on = CivilDate::parse("2026-03-02").ok_or("no date")?;
//!
//! // 适用材料清单: what applies, by the answers.
//! let ready = catalogue.item("SZ-05", on)?;
//! let no = || Answer::Boolean(false);
//! let answers: Answers<'_> =
//!     [("agent", no()), ("premises", Answer::Choice("owned".into())), ("approval", no())].into_iter().collect();
//! let plan = Plan::new(&ready, &answers, on)?;
//! assert!(plan.materials.iter().any(|material| material.applies == Applies::Yes));
//!
//! // 预审: every problem at once.
//! let text = r#"{"on":"2026-03-02","answers":{"agent":false,"premises":"owned","approval":false},"materials":{}}"#;
//! let application = Application::read(text, &ready)?;
//! let to_check = Plan::to_check(&ready, &application);
//! let checked = check(&ready, &to_check, &application, &calendar);
//! assert!(checked.findings.iter().any(|finding| finding.code == FindingCode::MatMissing));
//!
//! // 结论, as a proposal: only the authority decides.
//! let decision = decide(&ready, &checked);
//! assert_eq!(decision.outcome, Outcome::Supplement);
//!
//! // 时限: by when the authority must act, once it has accepted.
//! let item = &ready.item;
//! let events = [CaseEvent::plain(EventKind::Received, on), CaseEvent::plain(EventKind::Accepted, on)];
//! let schedule = schedule(&item.code, item.procedure, &item.limits, &events, on, &calendar)?;
//! assert!(schedule.clocks.iter().all(|clock| clock.due.is_none_or(|due| due >= on)));
//!
//! // 材料自查结果单: what was checked, bound by digests. It proves no filing.
//! let request = PrecheckRequest {
//!     number: number::compose("440300", on, [7; 8]).ok_or("no number")?.into(),
//!     client_clock: Instant::parse("2026-03-02T09:00:00+08:00").ok_or("no instant")?,
//!     ..PrecheckRequest::default()
//! };
//! let outcome = decision.outcome;
//! let of = Prechecked { catalogue: &catalogue, ready: &ready, plan: &plan, application: &application, checked: &checked, outcome };
//! let sheet = precheck(&of, &request, &calendar, &Wording::zh_hans())?;
//! assert!(sheet.json.starts_with(r#"{"body":"#));
//! # Ok(())
//! # }
//! ```
//!
//! What lives between calls — [`catalogue::Catalogue`], [`calendar::Calendar`], [`wording::Wording`], a
//! [`session::Session`] — is `Send` and `Sync`: one catalogue serves the threads of a server (`docs/examples/server.rs`).
//! [`session`] is the same chain from text to text, as the JavaScript package calls it.
//!
//! | feature | adds |
//! |---|---|
//! | `calendar` | [`calendar`]: working days, and nothing else; no cryptography |
//! | `check` | the chain above |
//! | `files` | [`mod@file`]'s inspector: what can be told of a file from its bytes |
//! | `receipts` | an authority's documents: drafted, signed elsewhere, verified, written as page, OFD and QR code |
//! | `editor` | [`audit`]: lint, comparison and import of catalogues; many cases and joint handling |
//! | `schema` | the descriptions of every field and word in the tables, for generators |
//! | `serde` | `Serialize` and `Deserialize` for every value, all faults in one run from any format (`json::Transcript`) |
//!
//! All of them but `serde` are on by default, and each only adds.
//!
//! Without either trait of serde is what is no value:
//! - what is at work, or a turn of it: `Reader`, `Writer`, `Transcript`, `Hashing`, `Inspector` and its `Step`, `Session`,
//!   `Inspections`, `Receipts`;
//! - what only its own reader makes, which looks at all of a value that has both: `Calendar` of `CalendarYears`, `Ready` of an
//!   `Item`, `Wording` of a `WordingFile`, `NoticeWording` of a `NoticeFile`, `TrustList` and `SignedBy` of a `TrustFile`, and its `Key` with
//!   `PublicKey` of a `KeyEntry`; that a signature was verified (`Seal`) no text can say;
//! - what says where things stand in a text that it does not hold: `CatalogueFile`, where `Catalogue` has both, and `Bundle`,
//!   whose items have;
//! - rows that are compiled in, and are named by their identifiers: `Statute`, `Rule`, `Element`;
//! - what one call hands to the next by reference: `Limits`, `Asked`, `Checked` (as a value, `session::CheckResult`),
//!   `Prechecked`, and of a verification `With`, `Source` and `Unread`; `TaskCode`, which is four views into a code.

pub mod error;
#[cfg(any(feature = "check", feature = "files"))]
mod shared;
pub mod json;
#[cfg(any(feature = "check", feature = "files"))]
pub mod digest;
#[cfg(feature = "check")]
pub mod law;
#[cfg(feature = "calendar")]
pub mod calendar;
#[cfg(feature = "check")]
pub mod identity;
#[cfg(any(feature = "check", feature = "files"))]
pub mod file;
#[cfg(feature = "check")]
pub mod catalogue;
#[cfg(feature = "check")]
pub mod deadline;
#[cfg(feature = "check")]
pub mod application;
#[cfg(feature = "check")]
pub mod plan;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "check")]
pub mod decision;
#[cfg(feature = "check")]
pub mod wording;
#[cfg(feature = "check")]
pub mod receipt;
#[cfg(feature = "editor")]
pub mod audit;
#[cfg(any(feature = "check", feature = "files"))]
pub mod session;
