//! 监督: what crosses stages — a catalogue against the law and against sense, a portal's demands against the catalogue.

mod lint;
mod portal;
mod publish;

pub use lint::{TaskCode, lint};
pub use portal::{DemandedFee, DemandedField, DemandedMaterial, PortalDemand, audit};
pub use publish::{DeliveryFile, publish};
