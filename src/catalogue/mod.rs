//! 政务服务事项目录: the catalogue, loaded. It is the only source of what may be asked of an applicant.
//!
//! The source bytes are kept and nothing else: an item is read again when it is first used, so that ten thousand items
//! cost little more than their text.

mod condition;
mod delivery;
mod examine;
#[cfg(feature = "serde")]
mod exchange;
mod fold;
mod form;
mod guide;
#[cfg(feature = "editor")]
pub mod import;
mod item;
mod joint;
mod limit;
mod load;
mod material;
mod notice;
mod partial;
mod search;
mod situation;
mod strictest;

pub use condition::{Asked, Condition, ConditionEntry, Truth};
#[doc(hidden)]
pub use delivery::MAX_NODE;
pub use delivery::{Branch, Bundle, Leaf, Manifest, Node};
#[doc(hidden)]
pub use fold::fold;
pub use form::{FieldPlace, Form, FormField, Role};
pub use guide::{
    Audience, Authority, Constituent, Contact, ContactKind, Evidence, Fee, Fees, HandlingForm, Level, Opening, Power,
    Prerequisite, Quota, Relief, ReliefKind, Requirement, ResultDocument, Screen, ScreenKind, ServiceMode, Stage,
    Venue,
};
pub use item::Item;
pub use joint::JointMaterial;
#[doc(hidden)]
pub use joint::{JOINT, constituent};
pub use limit::{Extension, Limit, LimitKind, ReceiptPolicy, ReceiptRule, Trigger, Unit};
pub use load::{CatalogueFile, FORMAT};
pub use material::{
    Commitment, Deferral, Fact, FieldRule, FieldType, FileRule, Group, Material, MaterialKind, Medium, Need, Origin,
    Original, Photo, Sharing, Template, Validity,
};
pub use notice::{Notice, NoticeCode, Param, Severity};
pub(crate) use partial::Delivered;
pub use search::{Found, ItemSummary, Query};
pub use situation::{Answer, Answers, Choice, Question, QuestionKind};
pub use strictest::{MaterialRule, StrictRule};

use crate::calendar::CivilDate;
use crate::digest::{Digest, Digests, Hashing, sm3};
use crate::error::{Error, ErrorCode, Issue, Result, same};
use crate::json::{Detach, Limits, MAX_DOCUMENT, Reader, canonical, exchanged};
use crate::shared::Shared;
use std::sync::{Arc, OnceLock};

/// Largest catalogue in bytes.
pub const MAX_BYTES: usize = MAX_DOCUMENT;
/// Plans of an item whose digests are remembered.
const PLANNED: usize = 64;
/// Items kept ready for use.
const READY: usize = 64;

/// What identifies a catalogue: its version, and the digests that bind every item of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogueRef {
    /// 目录版本.
    pub version: String,
    /// SHA-256 and SM3 of the list (code, version, item digest), in the order of the codes and of their periods.
    pub digests: Digests,
}
exchanged!(CatalogueRef { "version" version, "sha256" digests.sha256, "sm3" digests.sm3 });

/// An item ready for use, with the digest of its canonical form.
#[derive(Debug)]
pub struct Ready {
    /// The item.
    pub item: Item<'static>,
    /// Digests of its canonical form; of a joint item, of those of its constituents.
    pub digests: Digests,
    /// 联办: materials that several constituents ask for.
    pub joint: Vec<JointMaterial<'static>>,
    /// Of every material, the pointer to it: a check names it again and again.
    places: Vec<String>,
    /// Plans that were made of it: what was answered, shortened and in full, and the digest of that.
    planned: Shared<Vec<(u32, String, Digest)>>,
}

impl Ready {
    fn new(item: Item<'static>, digests: Digests, joint: Vec<JointMaterial<'static>>) -> Self {
        let places = item.materials.iter().map(|material| ["/materials/", &*material.id].concat()).collect();
        Self { item, digests, joint, places, planned: Shared::default() }
    }

    /// SM3 over its own digest and what was answered. Applicants check again and again, and many answer alike.
    #[must_use]
    pub fn bound_to(&self, answered: String) -> Digest {
        let short = answered.bytes().fold(0, |short: u32, byte| short.wrapping_mul(31) ^ u32::from(byte));
        let known = |planned: &Vec<(u32, String, Digest)>| {
            let found = planned.iter().find(|(each, text, _)| *each == short && *text == answered);
            found.map(|(.., digest)| *digest)
        };
        if let Some(digest) = self.planned.look(known) {
            return digest;
        }
        let digest = sm3([self.digests.sm3.bytes(), answered.as_bytes()]);
        self.planned.change(|planned| {
            if planned.len() >= PLANNED {
                planned.clear();
            }
            planned.push((short, answered, digest));
        });
        digest
    }

    /// The pointer to a material of this item, in an application and in its entry.
    #[must_use]
    pub fn place(&self, material: &Material<'_>) -> &str {
        let mut all = self.item.materials.iter().zip(&self.places);
        all.find_map(|(each, place)| same(&each.id, &material.id).then_some(&**place)).unwrap_or_default()
    }
}

/// A loaded catalogue.
#[derive(Debug)]
pub struct Catalogue {
    source: String,
    file: CatalogueFile<'static>,
    ready: Shared<Vec<(usize, Arc<Ready>)>>,
    identity: OnceLock<CatalogueRef>,
    index: OnceLock<search::Index>,
    /// What has been delivered, of a catalogue that is loaded item by item.
    delivery: Option<partial::Delivery>,
}

impl Catalogue {
    /// Loads a catalogue from the bytes of its JSON.
    ///
    /// ```
    /// use yushen::catalogue::Catalogue;
    /// let error = Catalogue::load(b"{\"format\":\"yushen-catalogue/9.0\"}".to_vec()).unwrap_err();
    /// assert_eq!(error.code().as_str(), "CATALOGUE_INVALID");
    /// assert_eq!(error.issues()[0].code.as_str(), "FORMAT_TOO_NEW");
    /// ```
    ///
    /// # Errors
    /// `CATALOGUE_INVALID` with every fault.
    pub fn load(bytes: Vec<u8>) -> Result<Self> {
        Self::read_text(String::from_utf8(bytes).map_err(|_| {
            let issue = Issue { code: ErrorCode::JsonEncoding, path: String::new() };
            Error::invalid(ErrorCode::CatalogueInvalid, vec![issue])
        })?)
    }

    /// Loads a catalogue from its JSON.
    ///
    /// # Errors
    /// `CATALOGUE_INVALID` with every fault.
    pub fn read_text(source: String) -> Result<Self> {
        let file = Reader::document::<CatalogueFile>(&source, Limits { bytes: MAX_BYTES })
            .map_err(|issues| Error::invalid(ErrorCode::CatalogueInvalid, issues))?
            .detach();
        let issues = head_faults(&file);
        if !issues.is_empty() {
            return Err(Error::invalid(ErrorCode::CatalogueInvalid, issues));
        }
        let (ready, identity, index) = (Shared::default(), OnceLock::new(), OnceLock::new());
        Ok(Self { source, file, ready, identity, index, delivery: None })
    }

    /// The head of the catalogue: name, region, version, period.
    #[must_use]
    pub const fn file(&self) -> &CatalogueFile<'static> {
        &self.file
    }

    /// How many items it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.file.items.entries.len()
    }

    /// Whether it has no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every item, read from its text one by one.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        (0..self.len()).filter_map(|place| self.read(place))
    }

    /// The text of an item, as the catalogue has it.
    ///
    /// # Errors
    /// `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`.
    pub fn source(&self, code: &str, on: CivilDate) -> Result<&str> {
        Ok(self.text(self.place(code, on)?))
    }

    /// An item in force on a day, ready for use; several with `+` between their codes, as one (一件事).
    ///
    /// # Errors
    /// `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`.
    pub fn item(&self, code: &str, on: CivilDate) -> Result<Arc<Ready>> {
        if code.contains(JOINT) { self.joint(code, on) } else { self.single(code, on) }
    }

    /// One item in force on a day, ready for use.
    ///
    /// # Errors
    /// `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`.
    pub fn single(&self, code: &str, on: CivilDate) -> Result<Arc<Ready>> {
        let place = self.place(code, on)?;
        let known = |kept: &Vec<(usize, Arc<Ready>)>| {
            kept.iter().find(|(each, _)| *each == place).map(|(_, ready)| Arc::clone(ready))
        };
        if let Some(ready) = self.ready.look(known) {
            return Ok(ready);
        }
        let text = self.text(place);
        let made = Arc::new(Ready::new(read(text), digests(text), Vec::new()));
        Ok(self.ready.change(|kept| {
            // another thread may have made it meanwhile: one of them serves all
            known(kept).unwrap_or_else(|| {
                if kept.len() >= READY {
                    kept.remove(0);
                }
                kept.push((place, Arc::clone(&made)));
                made
            })
        }))
    }

    fn joint(&self, codes: &str, on: CivilDate) -> Result<Arc<Ready>> {
        let (mut parts, mut digests) = (Vec::new(), Hashing::default());
        for (place, code) in codes.split(JOINT).enumerate() {
            if codes.split(JOINT).take(place).any(|before| before == code) {
                continue;
            }
            let part = self.item(code, on)?;
            digests.update(part.digests.sm3.to_string().as_bytes());
            parts.push(part);
        }
        if let [only] = &*parts {
            return Ok(Arc::clone(only));
        }
        let texts = parts.iter().filter_map(|part| self.source(&part.item.code, on).ok());
        let (item, joint) = joint::joint(texts.map(read).collect());
        Ok(Arc::new(Ready::new(item, digests.finish(), joint)))
    }

    /// What identifies this catalogue. One item and the ordered list bind the same catalogue as the whole.
    pub fn identity(&self) -> &CatalogueRef {
        self.identity.get_or_init(|| {
            let mut list = Hashing::default();
            for place in self.file.items.in_order() {
                let item = self.read(place).unwrap_or_default();
                list.update(listed(&item.code, &item.version, self.digests(place).sm3).as_bytes());
            }
            CatalogueRef { version: self.file.version.to_string(), digests: list.finish() }
        })
    }

    /// An item by its place in the catalogue.
    #[must_use]
    pub fn read(&self, place: usize) -> Option<Item<'_>> {
        // OK: `load` has found no fault
        (place < self.len()).then(|| Reader::tolerant(self.text(place), Limits { bytes: MAX_BYTES }).0)
    }

    /// The digests of the canonical form of an item, by its place.
    #[must_use]
    pub fn digests(&self, place: usize) -> Digests {
        digests(self.text(place))
    }

    /// The text of an item by its place, as the catalogue has it.
    #[must_use]
    pub fn text(&self, place: usize) -> &str {
        let span = self.file.items.entries.get(place).map(|entry| entry.span.clone());
        span.and_then(|span| self.source.get(span)).unwrap_or_default()
    }

    fn place(&self, code: &str, on: CivilDate) -> Result<usize> {
        if on < self.file.valid_from || self.file.valid_to.is_some_and(|to| to < on) {
            return Err(Error::new(ErrorCode::CatalogueNotInForce, "/on"));
        }
        let mut known = false;
        for (place, entry) in self.file.items.with_code(code) {
            known = true;
            if entry.from <= on && entry.to.is_none_or(|to| on <= to) {
                return Ok(place);
            }
        }
        let code = match self.needs(code) {
            Ok(Some(_)) => ErrorCode::ItemNotLoaded,
            _ if known => ErrorCode::ItemNotInForce,
            _ => ErrorCode::ItemUnknown,
        };
        Err(Error::new(code, "/item"))
    }
}

/// What is wrong with the head of a catalogue beyond its shape.
fn head_faults(file: &CatalogueFile<'_>) -> Vec<Issue> {
    let six_digits = file.region.len() == 6 && file.region.bytes().all(|byte| byte.is_ascii_digit());
    let reversed = file.valid_to.is_some_and(|to| to < file.valid_from);
    let faults = [("/region", !six_digits, ErrorCode::RegionInvalid), ("/validTo", reversed, ErrorCode::PeriodInvalid)];
    let faults = faults.into_iter().filter(|(_, faulty, _)| *faulty);
    faults.map(|(path, _, code)| Issue { code, path: path.into() }).collect()
}

/// A line of the list that binds every item.
fn listed(code: &str, version: &str, sm3: crate::digest::Digest) -> String {
    format!("{code} {version} {sm3}\n")
}

/// An item that outlives its text.
fn read(item: &str) -> Item<'static> {
    Reader::tolerant::<Item>(item, Limits { bytes: MAX_BYTES }).0.detach() // OK: `load` has found no fault
}

fn digests(item: &str) -> Digests {
    // OK because `load` has read this text without a fault, so it has a canonical form.
    Digests::of(canonical(item, Limits { bytes: MAX_BYTES }).unwrap_or_default().as_bytes())
}
