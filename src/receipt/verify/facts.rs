//! What one receipt says that another, or the portal, can be compared with.

use crate::digest::Digest;
use crate::receipt::document::{DocumentBody, PartyLine};
use crate::receipt::draft::SIGNED_AS;
use crate::receipt::head::{Envelope, Head};

/// 申请人, as far as two documents of one case must agree.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Applicant {
    /// 姓名 or 名称.
    pub name: String,
    /// 证件号码.
    pub identifier: Option<String>,
}

impl Applicant {
    fn of(party: &PartyLine<'_>) -> Self {
        Self {
            name: party.name.to_string(),
            identifier: party.identifier.as_ref().map(|identifier| identifier.to_string()),
        }
    }

    /// Whether it is the same one. A number that one of two documents leaves out says nothing.
    pub fn is(&self, other: &Self) -> bool {
        let numbers = self.identifier.as_ref().zip(other.identifier.as_ref());
        self.name == other.name && numbers.is_none_or(|(one, other)| one == other)
    }
}

/// What only the body says.
#[derive(Debug)]
pub struct Said {
    /// 办件编号.
    pub case: Option<String>,
    /// 申请人.
    pub applicant: Applicant,
    /// 文书编号 of the previous receipt.
    pub previous: Option<String>,
}

/// What is compared of a receipt.
#[derive(Debug)]
pub struct Facts {
    /// SM3 of what was signed.
    pub chain: Digest,
    /// What was signed.
    pub head: Head,
    /// What the body adds; of a code there is none.
    pub body: Option<Said>,
}

impl Facts {
    /// None where the head cannot be read.
    pub fn of(envelope: &Envelope, body: Option<&DocumentBody<'_>>) -> Option<Self> {
        let body = body.map(|body| Said {
            case: body.case.as_ref().map(|case| case.number.to_string()),
            applicant: Applicant::of(&body.applicant),
            previous: body.previous.as_ref().map(|previous| previous.number.to_string()),
        });
        Some(Self { chain: envelope.chain(SIGNED_AS), head: Head::decode(&envelope.head).ok()?, body })
    }
}
