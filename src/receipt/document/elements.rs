//! 文书要素: which elements each kind of document must carry, may carry, and never has. One table; what examines a record,
//! what documents it and what tests it read it.

use super::body::DocumentBody;
use super::kind::DocumentKind;
use crate::error::words;
use crate::json::readable;

words! {
    /// Whether a kind of document has an element.
    pub enum Need {
        /// it must
        Must = "must",
        /// it may
        May = "may",
        /// it never has
        Never = "never",
    }
}
readable!(Need);

/// 要素: a key of the body, and which kinds have it.
#[derive(Debug)]
pub struct Element {
    /// JSON Pointer into the body.
    pub path: &'static str,
    /// One character a kind, in the order of `KINDS`: `M` must, `o` may, `-` never.
    needs: &'static str,
    /// Whether a body has it.
    pub present: fn(&DocumentBody<'_>) -> bool,
}

/// The columns of the table.
const KINDS: [DocumentKind; 9] = [
    DocumentKind::Received,
    DocumentKind::Acceptance,
    DocumentKind::Supplement,
    DocumentKind::NotRequired,
    DocumentKind::Refusal,
    DocumentKind::Extension,
    DocumentKind::SpecialProcedure,
    DocumentKind::Closed,
    DocumentKind::Commitment,
];

const fn element(path: &'static str, needs: &'static str, present: fn(&DocumentBody<'_>) -> bool) -> Element {
    Element { path, needs, present }
}

/// The table from which `docs/elements.md` is written. What every document has is required by the form itself.
pub const ELEMENTS: &[Element] = &[
    //                          收件 受理 补正 不受理 不予受理 延期 特别 终止 承诺
    element("/case", "MMMMMMMMo", |body| body.case.is_some()),
    element("/contact", "MMMMMMMoo", |body| body.contact.is_some()),
    element("/agent", "ooooooooo", |body| body.agent.is_some()),
    element("/handler", "oMoooMMo-", |body| body.handler.is_some()),
    element("/times/submitted", "ooooo--o-", |body| body.times.submitted.is_some()),
    element("/times/received", "MMMMM--o-", |body| body.times.received.is_some()),
    element("/times/notified", "--M----o-", |body| body.times.notified.is_some()),
    element("/times/accepted", "-M---MMo-", |body| body.times.accepted.is_some()),
    element("/materials", "MMMoo--oo", |body| !body.materials.is_empty()),
    element("/round", "--M------", |body| body.round > 0),
    element("/defects", "--M------", |body| !body.defects.is_empty()),
    element("/response", "--M------", |body| body.response.is_some()),
    element("/reasons", "---MM----", |body| !body.reasons.is_empty()),
    element("/competent", "----M--o-", |body| body.competent.is_some()),
    element("/remedies", "---MM--o-", |body| body.remedies.is_some()),
    element("/extension", "-----M---", |body| body.extension.is_some()),
    element("/specialProcedure", "------M--", |body| body.special_procedure.is_some()),
    element("/closing", "-------M-", |body| body.closing.is_some()),
    element("/pledge", "--------M", |body| body.pledge.is_some()),
    element("/deferred", "-o------o", |body| !body.deferred.is_empty()),
    element("/deadlines", "oMo--oo--", |body| !body.deadlines.is_empty()),
    element("/fee", "-M-------", |body| body.fee.is_some()),
    element("/delivery", "-M-------", |body| body.delivery.is_some()),
    element("/service", "ooooooooo", |body| body.service.is_some()),
    element("/channels", "MMMMMMMMo", |body| body.channels.is_some()),
];

impl Element {
    /// Whether a kind of document has this element.
    #[must_use]
    pub fn need(&self, kind: DocumentKind) -> Need {
        let place = KINDS.iter().position(|each| *each == kind);
        match place.and_then(|place| self.needs.as_bytes().get(place)) {
            Some(b'M') => Need::Must,
            Some(b'o') => Need::May,
            _ => Need::Never,
        }
    }
}
