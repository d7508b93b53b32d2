//! 文书: the ten kinds of documents, what each must carry, and how it reads.

mod body;
mod confusable;
mod elements;
mod examine;
mod kind;
mod model;
#[doc(hidden)]
pub mod names;
mod particulars;
mod tables;

pub use body::{
    CaseEntry, CatalogueEntry, Channels, ContactLine, DeadlineLine, DeliveryLine, DocumentBody, DocumentTemplate,
    FeeItem, FeeLine, Issuer, ItemEntry, MaterialLine, OwnFile, PartyLine, Previous, ServiceLine, Times,
};
pub use elements::{ELEMENTS, Element, Need};
pub(crate) use examine::{completed, examine};
pub use kind::{ApprovedBy, ClosingCause, Consequence, DefectClass, DocumentKind, FoundBy, MaterialForm, PledgeKind};
pub use model::{Seal, model};
pub use particulars::{
    Closing, Competent, Defect, Deferred, ExtensionLine, Pledge, Remedies, Response, SpecialProcedure,
};
