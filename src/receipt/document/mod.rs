//! 文书: the ten kinds of documents, what each must carry, and how it reads.

mod body;
mod elements;
mod examine;
mod kind;
mod model;
mod tables;

pub use body::{
    DocumentBody, CaseEntry, CatalogueEntry, Channels, Closing, Competent, ContactLine, DeadlineLine, Defect, Deferred, DeliveryLine,
    ExtensionLine, FeeLine, FeeItem, Issuer, ItemEntry, MaterialLine, OwnFile, PartyLine, Pledge, Previous, Remedies, Response,
    ServiceLine, SpecialProcedure, DocumentTemplate, Times,
};
pub use elements::{ELEMENTS, Element, Need};
pub use examine::{completed, examine};
pub use kind::{ApprovedBy, ClosingCause, Consequence, DefectClass, DocumentKind, MaterialForm, PledgeKind, FoundBy};
pub use model::{Seal, model};
