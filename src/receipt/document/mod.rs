//! 文书: the ten kinds of documents, what each must carry, and how it reads.

mod body;
mod elements;
mod examine;
mod kind;
mod model;
mod tables;

pub use body::{
    CaseEntry, CatalogueEntry, Channels, Closing, Competent, ContactLine, DeadlineLine, Defect, Deferred, DeliveryLine,
    DocumentBody, DocumentTemplate, ExtensionLine, FeeItem, FeeLine, Issuer, ItemEntry, MaterialLine, OwnFile,
    PartyLine, Pledge, Previous, Remedies, Response, ServiceLine, SpecialProcedure, Times,
};
pub use elements::{ELEMENTS, Element, Need};
pub use examine::{completed, examine};
pub use kind::{ApprovedBy, ClosingCause, Consequence, DefectClass, DocumentKind, FoundBy, MaterialForm, PledgeKind};
pub use model::{Seal, model};
