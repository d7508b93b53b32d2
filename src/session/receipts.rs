//! 回执 as calls from text to text: an authority's documents drafted, taken over, verified and written. Apart from the session,
//! because they stand in a module of their own.

use super::answer::Rendered;
use super::applicant::read;
use super::envelope::{envelope, refused};
use super::settings::{Calendars, Wordings};
use crate::calendar::{Calendar, CalendarYears};
use crate::digest::Digest;
use crate::error::{Error, ErrorCode, Result};
use crate::json::{Id, Limits, Reader, Record, Text, to_canonical};
use crate::receipt::document::{self, Seal};
use crate::receipt::trust::{self, TrustList};
use crate::receipt::verify::{self, Expected, FreshnessPolicy, Overall, Reason, VerifyRequest, With};
use crate::receipt::{self, Code, Draft, Model, QrFault, Receipt, Signature, Signer};
use crate::shared::Shared;
use crate::wording::{self, Wording};
use std::sync::Arc;

/// Largest draft, and largest request with receipts in it.
const MAX_TEXT: usize = 4 * 1024 * 1024;

/// How a document is written.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct RenderRequest<'a> {
    /// The day of the question, for the trust list.
    pub on: crate::calendar::CivilDate,
    /// 语言; Simplified Chinese if absent.
    pub locale: Option<Id<'a>>,
    /// 查验地址: where the authority shows receipts, `https://…/r`. With it, the document has a QR code.
    pub url: Option<Text<'a>>,
    /// 时效规则.
    pub policy: Option<FreshnessPolicy>,
}

/// What a trust list is looked at with.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct TrustRequest<'a> {
    /// The day of the question.
    pub on: crate::calendar::CivilDate,
    /// 时效规则.
    pub policy: Option<FreshnessPolicy>,
    /// 语言; Simplified Chinese if absent.
    pub locale: Option<Id<'a>>,
}

/// 办件经过 to be verified.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct HistoryRequest<'a> {
    /// The receipts, the oldest first.
    pub receipts: Vec<Text<'a>>,
    /// The day of the question.
    pub on: crate::calendar::CivilDate,
    /// 预期: what each of them must be about.
    pub expect: Option<Expected<'a>>,
    /// 时效规则.
    pub policy: Option<FreshnessPolicy>,
}

/// Trust lists that were verified, by the roots that are pinned and their number, each with its digest.
type Seen = Vec<(Vec<[u8; 8]>, u32, Digest)>;
/// Most of them that are remembered.
const MAX_SEEN: usize = 64;

/// 回执.
#[derive(Debug)]
pub struct Receipts {
    calendars: Calendars,
    wordings: Wordings,
    /// The last good trust list with the whole text of what is trusted: one list serves many receipts. A refusal is not kept.
    trusted: Shared<Option<(String, Arc<TrustList>)>>,
    seen: Shared<Seen>,
}

impl Default for Receipts {
    fn default() -> Self {
        let (calendars, trusted, seen) = Default::default();
        Self { calendars, wordings: Wordings::of(Wording::documents), trusted, seen }
    }
}

impl Receipts {
    /// Nothing known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is trusted, verified. It is known again by its text alone, never by where it came from.
    pub(super) fn trust(&self, text: &str) -> Result<Arc<TrustList>> {
        let known = |last: &Option<(String, Arc<TrustList>)>| {
            last.as_ref().filter(|(known, _)| known == text).map(|(_, trusted)| Arc::clone(trusted))
        };
        if let Some(trusted) = self.trusted.look(known) {
            return Ok(trusted);
        }
        let trusted = Arc::new(trust::read(text)?);
        self.seen.change(|seen| first_of_its_number(seen, &trusted))?;
        let last = Some((text.into(), Arc::clone(&trusted)));
        self.trusted.change(|known| *known = last);
        Ok(trusted)
    }

    /// 信任列表: looks at what the portal trusts, so that a faulty list is noticed when it is fetched.
    #[must_use]
    pub fn examine_trust(&self, text: &str, request: &str) -> String {
        envelope(read::<TrustRequest<'_>>(request).and_then(|request| {
            let (list, wording) = (self.trust(text)?, self.wordings.get(request.locale.as_deref())?);
            Ok(verify::about(&list, request.on, request.policy.unwrap_or_default(), &wording))
        }))
    }

    /// 草稿 of an authority's record.
    #[must_use]
    pub fn draft(&self, record: &str, signer: &str) -> String {
        let published = self.calendars.in_use().version().to;
        envelope(read::<Signer<'_>>(signer).and_then(|signer| receipt::draft(record, &signer, published)))
    }

    /// Takes the signature that came back. Empty `trust` is none.
    #[must_use]
    pub fn attach(&self, draft: &str, signature: &str, trust: &str) -> String {
        let attached = read_large::<Draft<'_>>(draft).and_then(|draft| {
            let signature: Signature<'_> = read(signature)?;
            receipt::attach(&draft, &signature, &*self.trust(trust)?)
        });
        envelope(attached)
    }

    /// 验证 of a document or of what a scanner read. A faulty trust list is a result, not an error: nothing passes with it.
    #[must_use]
    pub fn verify(&self, text: &str, trust: &str, request: &str, locale: &str) -> String {
        envelope(
            read_large::<VerifyRequest<'_>>(request)
                .and_then(|request| self.with(trust, locale, |with| verify::verify(text, &request, with))?),
        )
    }

    /// 办件经过.
    #[must_use]
    pub fn history(&self, request: &str, trust: &str, locale: &str) -> String {
        envelope(read_large::<HistoryRequest<'_>>(request).and_then(|request| {
            let each = VerifyRequest {
                on: request.on,
                expect: request.expect,
                policy: request.policy,
                ..VerifyRequest::default()
            };
            self.with(trust, locale, |with| verify::history(&request.receipts, &each, with))?
        }))
    }

    pub(super) fn with<T>(&self, trust: &str, locale: &str, then: impl FnOnce(With<'_>) -> T) -> Result<T> {
        let (calendar, wording) = (self.calendars.in_use(), self.wordings.get(Some(locale))?);
        let trusted = self.trust(trust);
        let trust = trusted.as_deref().map_err(Reason::of_trust);
        Ok(then(With { trust, calendar: &calendar, wording: &wording }))
    }

    /// A document in words: as text, as a page, as a model. Without a verified signature it is marked as not in effect.
    #[must_use]
    pub fn render(&self, document: &str, trust: &str, request: &str) -> String {
        envelope(self.model(document, trust, request).map(|model| {
            let (text, html) = (receipt::text(&model), receipt::html(&model));
            Rendered { text: Text::from(text), html: Text::from(html), model }
        }))
    }

    /// 版式文件 (OFD) with the document attached; the error, as an envelope, where there is none.
    #[must_use]
    pub fn ofd(&self, document: &str, trust: &str, request: &str) -> Vec<u8> {
        match self.model(document, trust, request) {
            Ok(model) => receipt::ofd(&model, document),
            Err(error) => refused(error).into_bytes(),
        }
    }

    /// The document attached to a 版式文件.
    #[must_use]
    pub fn attached(&self, ofd: &[u8]) -> String {
        envelope(receipt::attached(ofd).map_err(|_| Error::new(ErrorCode::ReceiptInvalid, "")))
    }

    /// 二维码 of a URL and a payload of capital letters and digits, as SVG; `label` is its text alternative.
    #[must_use]
    pub fn qr(&self, url: &str, payload: &str, label: &str) -> String {
        envelope(symbol(url, payload).map(|symbol| receipt::svg(symbol.size, &symbol.bits, label)))
    }

    fn model(&self, document: &str, trust: &str, request: &str) -> Result<Model<'static>> {
        let request: RenderRequest<'_> = read(request)?;
        let wording = self.wordings.get(request.locale.as_deref())?;
        if request.url.as_ref().is_some_and(|url| !url.starts_with("https://") || url.contains('#')) {
            return Err(Error::new(ErrorCode::UrlInvalid, "/url"));
        }
        if let Ok(draft) = read_large::<Draft<'_>>(document) {
            // What nobody has signed has no head that a code could hold.
            return match request.url {
                Some(_) => Err(Error::new(ErrorCode::OptionNotOfForm, "/url")),
                None => Ok(document::model(&draft.body, &Seal::Draft, &wording)),
            };
        }
        let asked = VerifyRequest { on: request.on, policy: request.policy, ..VerifyRequest::default() };
        let receipt: Receipt<'_> = read_large(document)?;
        let body = to_canonical(&receipt.body);
        let body = read_large::<document::DocumentBody<'_>>(&body)?;
        let verified = self.with(trust, "", |with| verify::verify(document, &asked, with))??;
        let good = matches!(verified.overall, Overall::Valid | Overall::Warning);
        let Some((issuer, shown)) = verified.issuer.as_ref().zip(verified.shown.as_ref()).filter(|_| good) else {
            return Ok(document::model(&body, &Seal::Draft, &wording));
        };
        let seal = Seal::Signed { issuer: &issuer.name, kid: &shown.kid, reliable: issuer.reliable };
        let mut model = document::model(&body, &seal, &wording);
        let code = request.url.as_ref().map(|url| code(&receipt, url, &shown.check, &wording)).transpose()?;
        model.code = code;
        Ok(model)
    }

    /// 放假安排: years of a calendar newer than this build.
    #[must_use]
    pub fn load_calendar(&self, years: &str) -> String {
        let calendar = read::<CalendarYears<'_>>(years).and_then(|years| Calendar::with_years(&years));
        envelope(calendar.and_then(|calendar| self.calendars.add(calendar, true)))
    }

    /// Takes over sentences: another language, or changes to one.
    #[must_use]
    pub fn load_wording(&self, file: &str) -> String {
        envelope(wording::read(file).and_then(|file| self.wordings.add(file)))
    }
}

/// The same roots sign one list of a number. Of two, the one that was seen first is used, and the other told.
fn first_of_its_number(seen: &mut Seen, list: &TrustList) -> Result<()> {
    let of = |(pinned, seq, _): &&(Vec<[u8; 8]>, u32, Digest)| *pinned == list.pinned && *seq == list.seq;
    match seen.iter().find(of) {
        Some((.., digest)) if *digest != list.digest => {
            Err(trust::refused(ErrorCode::TrustListEquivocation, "/list/seq"))
        }
        Some(_) => Ok(()),
        None => {
            if seen.len() >= MAX_SEEN {
                seen.remove(0);
            }
            seen.push((list.pinned.clone(), list.seq, list.digest));
            Ok(())
        }
    }
}

/// 二维码 of a signed head.
fn code(receipt: &Receipt<'_>, url: &str, check: &str, wording: &Wording) -> Result<Code<'static>> {
    let envelope = verify::envelope(receipt).map_err(|_| Error::new(ErrorCode::ReceiptInvalid, "/head"))?;
    let Ok(head) = receipt::head::Head::decode(&envelope.head) else {
        return Err(Error::new(ErrorCode::ReceiptInvalid, "/head"));
    };
    let front = format!("{url}#1");
    let payload = receipt::base32::encode(&envelope.encode());
    let symbol = symbol(&front, &payload)?;
    Ok(Code {
        size: symbol.size,
        bits: Text::from(symbol.bits),
        text: Text::from(front + &payload),
        label: Text::from(wording.fill_sheet("code-label", &[("number", &head.number), ("check", check)])),
        check: Text::from(check.to_string()),
    })
}

fn symbol(url: &str, payload: &str) -> Result<receipt::Symbol> {
    receipt::qr(url, payload).map_err(|fault| match fault {
        QrFault::TooLong => Error::new(ErrorCode::CodeTooLong, "/url"),
        QrFault::Character => Error::new(ErrorCode::UrlInvalid, "/url"),
    })
}

fn read_large<'a, T: crate::json::Read<'a>>(text: &'a str) -> Result<T> {
    Reader::document(text, Limits { bytes: MAX_TEXT })
        .map_err(|issues| Error::invalid(ErrorCode::RequestInvalid, issues))
}
