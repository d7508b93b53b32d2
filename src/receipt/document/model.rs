//! 文书 as a model: what its body says, in words.

use super::body::{DocumentBody, PartyLine};
use super::kind::DocumentKind;
use super::tables;
use crate::calendar::{Certainty, CivilDate, Instant};
use crate::catalogue::Unit;
use crate::json::Text;
use crate::law::Basis;
use crate::receipt::render::{Line, Model, Signoff};
use crate::wording::{Wording, basis_text};

/// A line to sign on.
const BLANK: &str = "____________________";

/// 校验结果: how far a document may be shown as the authority's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal<'a> {
    /// Nobody has signed it, or nobody has verified it: it is marked as not in effect.
    Draft,
    /// The signature has been verified.
    Signed {
        /// 机关名称, from the trust list and never from the body.
        issuer: &'a str,
        /// The key, in hexadecimal.
        kid: &'a str,
        /// 可靠的电子签名 (电子签名法 13, 16): the key has a certificate of a licensed authority.
        reliable: bool,
    },
}

/// Words of one document.
pub(super) struct Words<'w> {
    pub wording: &'w Wording,
    item: &'w str,
}

impl Words<'_> {
    pub fn word(&self, key: &str) -> Text<'static> {
        Text::from(self.wording.sheet(key).to_string())
    }

    pub fn choice(&self, key: &str, word: &str) -> String {
        self.wording.sheet(&format!("{key}-{word}")).to_string()
    }

    pub fn fill(&self, key: &str, slots: &[(&str, &str)]) -> String {
        self.wording.fill_sheet(key, slots)
    }

    pub fn basis(&self, basis: &Basis<'_>) -> String {
        basis_text(self.wording, basis, self.item)
    }

    fn bases(&self, bases: &[Basis<'_>]) -> String {
        let texts: Vec<String> = bases.iter().map(|basis| self.basis(basis)).collect();
        texts.join(self.wording.label("list-separator"))
    }

    /// 2026年3月2日.
    pub fn date(&self, date: CivilDate) -> String {
        let [y, m, d] = [date.year().to_string(), date.month().to_string(), date.day().to_string()];
        self.fill("date", &[("y", &y), ("m", &m), ("d", &d)])
    }

    pub fn moment(&self, instant: &Instant) -> String {
        let time = instant.as_str().get(11..16).unwrap_or_default();
        format!("{} {time}", self.date(instant.date()))
    }

    pub fn period(&self, amount: u32, unit: Unit) -> String {
        self.fill(&format!("unit-{unit}"), &[("n", &amount.to_string())])
    }

    /// The day, and that it is an estimate where it is one.
    pub fn due(&self, due: CivilDate, certainty: Certainty) -> String {
        let day = self.date(due);
        if certainty == Certainty::Published { day } else { self.fill("estimate", &[("due", &day)]) }
    }

    pub fn head(&self, keys: &[&str]) -> Vec<Text<'static>> {
        keys.iter().map(|key| self.word(key)).collect()
    }
}

/// The model of a document.
#[must_use]
pub fn model(body: &DocumentBody<'_>, seal: &Seal<'_>, wording: &Wording) -> Model<'static> {
    let words = Words { wording, item: &body.item.name };
    let draft = *seal == Seal::Draft;
    let issuer = match seal {
        Seal::Draft => &*body.issuer.name,
        Seal::Signed { issuer, .. } => issuer,
    };
    let place = if body.kind == DocumentKind::Commitment { "signature-place" } else { "seal-place" };
    Model {
        lang: Text::from(wording.locale().to_string()),
        title: word_of(&words, "title", body.kind),
        first: Text::from(first(body, &words)),
        lines: lines(body, &words),
        tables: tables::tables(body, &words),
        notes: notes(body, seal, &words).into_iter().map(Text::from).collect(),
        mark: draft.then(|| words.word("mark")),
        number: Some(Text::from(body.number.to_string())),
        signoff: Some(Signoff {
            issuer: Text::from(issuer.to_string()),
            date: Text::from(words.date(body.times.issued.date())),
            seal: words.word(place),
        }),
        code: None,
    }
}

fn word_of(words: &Words<'_>, key: &str, kind: DocumentKind) -> Text<'static> {
    Text::from(words.choice(key, kind.as_str()))
}

/// The sentence that says what the document does.
fn first(body: &DocumentBody<'_>, words: &Words<'_>) -> String {
    let moment = |instant: &Option<Instant>| instant.as_ref().map(|at| words.moment(at)).unwrap_or_default();
    let (received, accepted) = (moment(&body.times.received), moment(&body.times.accepted));
    let (mut approver, mut period, mut procedure, mut cause) = Default::default();
    if let Some(extension) = &body.extension {
        approver = words.choice("approved", extension.approved_by.as_str());
        period = words.period(extension.amount, extension.unit);
    }
    if let Some(special) = &body.special_procedure {
        procedure = words.wording.label(special.kind.as_str()).to_string();
        period = words.period(special.amount, special.unit);
    }
    if let Some(closing) = &body.closing {
        cause = words.choice("cause", closing.cause.as_str());
    }
    let addressee = body.pledge.as_ref().map_or("", |pledge| &pledge.addressee);
    let slots: [(&str, &str); 9] = [
        ("applicant", &body.applicant.name),
        ("item", &body.item.name),
        ("received", &received),
        ("accepted", &accepted),
        ("approver", &approver),
        ("period", &period),
        ("procedure", &procedure),
        ("cause", &cause),
        ("addressee", addressee),
    ];
    words.fill(&format!("first-{}", body.kind), &slots)
}

/// Names and values being gathered; an absent value has no line.
struct Lines<'w> {
    words: &'w Words<'w>,
    lines: Vec<Line<'static>>,
}

impl Lines<'_> {
    fn add(&mut self, key: &str, value: impl Into<Option<String>>) {
        let value = value.into().filter(|value| !value.is_empty());
        self.lines.extend(value.map(|value| Line { name: self.words.word(key), value: Text::from(value) }));
    }

    fn text(&mut self, key: &str, value: Option<&Text<'_>>) {
        self.add(key, value.map(|text| text.to_string()));
    }

    fn all(&mut self, key: &str, values: &[Text<'_>]) {
        let values: Vec<&str> = values.iter().map(|text| &**text).collect();
        self.add(key, values.join(self.words.wording.label("clause-separator")));
    }
}

fn lines(body: &DocumentBody<'_>, words: &Words<'_>) -> Vec<Line<'static>> {
    let mut lines = Lines { words, lines: Vec::new() };
    lines.text("item", Some(&body.item.name));
    lines.text("code", Some(&body.item.code));
    lines.all("situation", &body.item.situation);
    let catalogue = &body.item.catalogue;
    lines.add("catalogue", format!("{} (SM3 {})", &*catalogue.version, catalogue.sm3));
    if let Some(case) = &body.case {
        lines.text("case", Some(&case.number));
        lines.text("query-code", case.query_code.as_ref());
    }
    people(body, &mut lines);
    lines.text("department", body.issuer.department.as_ref());
    lines.text("issuer", Some(&body.issuer.name));
    lines.text("uscc", Some(&body.issuer.uscc));
    lines.text("handler", body.handler.as_ref());
    let times = &body.times;
    let moments = [
        ("submitted", &times.submitted),
        ("received", &times.received),
        ("notified", &times.notified),
        ("accepted", &times.accepted),
    ];
    for (key, instant) in moments {
        lines.add(key, instant.as_ref().map(|at| words.moment(at)));
    }
    particulars(body, &mut lines);
    services(body, &mut lines);
    lines.lines
}

fn people(body: &DocumentBody<'_>, lines: &mut Lines<'_>) {
    let kind = |party: &PartyLine<'_>, words: &Words<'_>| {
        let kind = party.kind.map(|kind| words.wording.label(kind.as_str()).to_string());
        [kind, party.identifier.as_ref().map(|text| text.to_string())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (key, party) in [("applicant", Some(&body.applicant)), ("agent", body.agent.as_ref())] {
        let Some(party) = party else { continue };
        lines.text(key, Some(&party.name));
        lines.add("identifier", kind(party, lines.words));
        lines.text("representative", party.representative.as_ref());
        lines.text("address", party.address.as_ref());
    }
    if let Some(contact) = &body.contact {
        lines.text("contact", contact.name.as_ref());
        lines.text("phone", Some(&contact.phone));
    }
}

/// What only some kinds of documents have.
fn particulars(body: &DocumentBody<'_>, lines: &mut Lines<'_>) {
    let words = lines.words;
    if body.round > 0 {
        lines.add("round", words.fill("round-n", &[("n", &body.round.to_string())]));
    }
    lines.all("reasons", &body.reasons);
    if let Some(competent) = &body.competent {
        lines.text("competent", Some(&competent.name));
        lines.text("competent-contact", competent.contact.as_ref());
    }
    if let Some(extension) = &body.extension {
        lines.add("original-due", words.date(extension.from));
        lines.add("new-due", words.date(extension.to));
        lines.text("reason", Some(&extension.reason));
        lines.add("approved", words.choice("approved", extension.approved_by.as_str()));
    }
    if let Some(special) = &body.special_procedure {
        lines.add("procedure", words.wording.label(special.kind.as_str()).to_string());
        lines.add("started", words.date(special.from));
        lines.add("period", words.period(special.amount, special.unit));
        lines.add("basis", words.basis(&special.basis));
        lines.text("reason", special.reason.as_ref());
    }
    if let Some(closing) = &body.closing {
        lines.add("cause", words.choice("cause", closing.cause.as_str()));
        lines.text("explanation", Some(&closing.reason));
        lines.text("returned", closing.returned.as_ref());
        lines.add("basis", closing.basis.as_ref().map(|basis| words.basis(basis)));
    }
    if let Some(pledge) = &body.pledge {
        lines.add("pledge", words.choice("pledge", pledge.kind.as_str()));
        lines.text("addressee", Some(&pledge.addressee));
        lines.all("statements", &pledge.statements);
        lines.all("consequences", &pledge.consequences);
        lines.add("basis", pledge.basis.as_ref().map(|basis| words.basis(basis)));
        lines.text("signer", Some(&body.applicant.name));
    }
    response(body, lines);
}

fn response(body: &DocumentBody<'_>, lines: &mut Lines<'_>) {
    let Some(response) = &body.response else { return };
    let words = lines.words;
    lines.text("respond", Some(&response.via));
    match (response.unit.filter(|_| response.amount > 0), response.consequence) {
        (Some(unit), Some(consequence)) => {
            let day = response.due.map(|due| words.date(due)).unwrap_or_default();
            let basis = response.basis.as_ref().map(|basis| words.basis(basis)).unwrap_or_default();
            let parts = [words.period(response.amount, unit), day, basis];
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            lines.add("respond-due", parts.join(words.wording.label("clause-separator")));
            lines.add("respond-consequence", words.choice("consequence", consequence.as_str()));
        }
        _ => lines.add("respond-due", words.fill("respond-free", &[])),
    }
}

fn services(body: &DocumentBody<'_>, lines: &mut Lines<'_>) {
    let words = lines.words;
    if let Some(fee) = &body.fee {
        lines.add("fee", words.fill(if fee.charged { "fee-charged" } else { "fee-none" }, &[]));
    }
    if let Some(delivery) = &body.delivery {
        lines.text("delivery", Some(&delivery.via));
        lines.text("delivery-address", delivery.address.as_ref());
    }
    if let Some(service) = &body.service {
        lines.text("service", Some(&service.via));
        lines.add("service-at", service.at.as_ref().map(|at| words.moment(at)));
        lines.all("copies", &service.copies);
    }
    if body.kind.is_of_authority() && body.service.as_ref().is_none_or(|service| service.at.is_none()) {
        lines.add("signed-for", String::from(BLANK)); // to be signed by hand where it is handed over
    }
    if let Some(channels) = &body.channels {
        lines.text("query", Some(&channels.query));
        lines.text("enquiry", Some(&channels.phone));
        lines.text("complaint", Some(&channels.complaint));
    }
}

fn notes(body: &DocumentBody<'_>, seal: &Seal<'_>, words: &Words<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    for (key, bases) in [("own-basis", &body.basis), ("item-basis", &body.item.basis)] {
        if !bases.is_empty() {
            notes.push(words.fill(key, &[("list", &words.bases(bases))]));
        }
    }
    if let Some(remedies) = &body.remedies {
        let key = if remedies.reconsideration_first { "remedies-first" } else { "remedies" };
        let (days, months) = (remedies.days.to_string(), remedies.months.to_string());
        let authorities = [("reconsideration", &*remedies.reconsideration), ("court", &*remedies.court)];
        notes.push(words.fill(key, &[&authorities[..], &[("days", &days), ("months", &months)]].concat()));
    }
    if let Some(calendar) = &body.calendar {
        notes.push(words.fill("calendar", &[("notice", &calendar.notice)]));
    }
    let estimated = body.deadlines.iter().filter(|limit| limit.certainty != Certainty::Published);
    if let Some(due) = estimated.filter_map(|limit| limit.due).max() {
        notes.push(words.fill("estimated", &[("year", &due.year().to_string())]));
    }
    notes.extend(body.notice.iter().map(|text| text.to_string()));
    if let Some(previous) = &body.previous {
        notes.push(words.fill("previous", &[("number", &previous.number)]));
    }
    if matches!(body.kind, DocumentKind::Received | DocumentKind::Acceptance | DocumentKind::Supplement) {
        notes.push(words.fill("truth", &[]));
    }
    match seal {
        Seal::Draft => notes.push(words.fill("mark-note", &[])),
        Seal::Signed { kid, reliable, .. } => {
            let key = if *reliable { "signature-reliable" } else { "signature-valid" };
            notes.push(words.fill(key, &[("kid", kid)]));
            notes.push(words.fill("no-seal", &[]));
        }
    }
    notes
}
