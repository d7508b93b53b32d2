//! 监督: what crosses stages — a catalogue against the law and against sense, a portal's demands against the
//! catalogue, an application across two versions, a catalogue cut up for delivery.

mod diff;
mod lint;
mod portal;
mod publish;
mod versions;

pub use diff::{Burden, CatalogueChange, ChangeKind, diff};

pub use lint::{TaskCode, lint};
pub use portal::{DemandedFee, DemandedField, DemandedMaterial, PortalDemand, audit};
pub use publish::{DeliveryFile, publish};
pub use versions::{
    Across, Appearing, Asking, Aspect, Demand, Due, DueShift, FindingShift, MaterialShift, Misfit, QuestionShift,
    Shift, Stretch, VersionSide, Which, across,
};
