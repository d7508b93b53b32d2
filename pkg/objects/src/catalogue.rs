//! 目录: a loaded catalogue, and what is asked of it.

use crate::calls::{REQUEST, optional_text, text_of};
use crate::given::{Given, answer};
use crate::{Answer, SESSION, error};
use js_sys::{ArrayBuffer, Error, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use yushen::application::{self, Application};
use yushen::catalogue::{CatalogueFile, Query};
use yushen::check::Finding;
use yushen::deadline::ScheduleRequest;
use yushen::error::ErrorCode;
use yushen::json::{Limits, MAX_DOCUMENT};
use yushen::receipt::PrecheckRequest;
use yushen::session::PlanRequest;

const CATALOGUE: Limits = Limits { bytes: MAX_DOCUMENT };
const APPLICATION: Limits = Limits { bytes: application::MAX_BYTES };

/// 政务服务事项目录.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Catalogue {
    handle: u32,
    about: JsValue,
}

#[wasm_bindgen]
impl Catalogue {
    /// Loads a catalogue from text, bytes, or an object.
    ///
    /// # Errors
    /// `CATALOGUE_INVALID` with every fault.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array | ArrayBuffer | CatalogueFile")] source: &JsValue,
    ) -> Result<Self, Error> {
        let about = if let Some(text) = source.as_string() {
            answer(&SESSION.load(text.into_bytes()), &[])
        } else if source.is_instance_of::<Uint8Array>() || source.is_instance_of::<ArrayBuffer>() {
            answer(&SESSION.load(Uint8Array::new(source).to_vec()), &[])
        } else {
            let mut given = Given::of::<CatalogueFile<'_>>(source, CATALOGUE)?;
            answer(&SESSION.load(given.take_text().into_bytes()), &[&given])
        }?;
        let handle = Reflect::get(&about, &"handle".into()).ok().and_then(|handle| handle.as_f64());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place that was given just now")]
        let handle = handle.unwrap_or_default() as u32;
        let _ = Reflect::delete_property(about.unchecked_ref::<Object>(), &"handle".into()); // this object is the handle
        Ok(Self { handle, about })
    }

    /// Name, region, version, period.
    #[must_use]
    #[wasm_bindgen(getter, unchecked_return_type = "Omit<Loaded, 'handle'>")]
    pub fn about(&self) -> JsValue {
        self.about.clone()
    }

    /// Version and digests, which bind every item.
    ///
    /// # Errors
    /// None that a caller can cause.
    #[wasm_bindgen(unchecked_return_type = "CatalogueRef")]
    pub fn identity(&self) -> Answer {
        answer(&SESSION.identity(self.handle), &[])
    }

    /// Every item, in the order of the catalogue.
    ///
    /// # Errors
    /// None that a caller can cause.
    #[wasm_bindgen(unchecked_return_type = "ItemSummary[]")]
    pub fn items(&self) -> Answer {
        answer(&SESSION.items(self.handle), &[])
    }

    /// 检索.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault.
    #[wasm_bindgen(unchecked_return_type = "Found")]
    pub fn search(&self, #[wasm_bindgen(unchecked_param_type = "Query")] query: &JsValue) -> Answer {
        let query = Given::of::<Query<'_>>(query, REQUEST)?;
        answer(&SESSION.search(self.handle, query.text()), &[&query])
    }

    /// An item as the catalogue has it.
    ///
    /// # Errors
    /// `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`, `DATE_INVALID`.
    #[wasm_bindgen(unchecked_return_type = "Item")]
    pub fn item(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "CivilDate")] on: &JsValue,
    ) -> Answer {
        answer(&SESSION.item(self.handle, &text_of(code, "/code")?, &text_of(on, "/on")?), &[])
    }

    /// 适用材料清单.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault, `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] item: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "PlanRequest")] request: &JsValue,
    ) -> Answer {
        let item = text_of(item, "/item")?;
        let request = Given::of::<PlanRequest<'_>>(request, REQUEST)?;
        answer(&SESSION.plan(self.handle, &item, request.text()), &[&request])
    }

    /// 预审. The plan, or its `ref`, is compared if it is there.
    ///
    /// # Errors
    /// `APPLICATION_INVALID` with every fault, `PLAN_MISMATCH`, `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`.
    #[wasm_bindgen(unchecked_return_type = "CheckResult")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] item: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Application")] application: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Plan | Digest")] plan: &JsValue,
    ) -> Answer {
        let item = text_of(item, "/item")?;
        let application = Given::of::<Application<'_>>(application, APPLICATION)?;
        answer(&SESSION.check(self.handle, &item, &reference(plan)?, application.text()), &[&application])
    }

    /// Findings in words. Without the application, the applicant's own words are left out.
    ///
    /// # Errors
    /// `REQUEST_INVALID`, `APPLICATION_INVALID` with every fault, `LOCALE_UNKNOWN`.
    #[wasm_bindgen(unchecked_return_type = "Message[]")]
    pub fn messages(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] item: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "CivilDate")] on: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "readonly Finding[]")] findings: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Application")] application: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] locale: &JsValue,
    ) -> Answer {
        let (item, on) = (text_of(item, "/item")?, text_of(on, "/on")?);
        let locale = optional_text(locale, "/locale")?;
        let findings = Given::of::<Vec<Finding<'_>>>(findings, REQUEST)?;
        let application = Given::optional::<Application<'_>>(application, APPLICATION)?;
        let given = application.as_ref().map_or("", Given::text);
        let said = SESSION.messages(self.handle, &item, &on, findings.text(), given, &locale);
        answer(&said, &[&findings])
    }

    /// 时限: the clocks of an item after some events; its limits are those of the catalogue.
    ///
    /// # Errors
    /// `REQUEST_INVALID` with every fault, `ITEM_UNKNOWN`, `ITEM_NOT_IN_FORCE`, `CALENDAR_UNKNOWN`.
    #[wasm_bindgen(unchecked_return_type = "Schedule")]
    pub fn schedule(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Omit<ScheduleRequest, 'limits' | 'procedure'>")] of: &JsValue,
    ) -> Answer {
        let of = Given::of::<ScheduleRequest<'_>>(of, REQUEST)?;
        answer(&SESSION.schedule_item(self.handle, of.text()), &[&of])
    }

    /// 材料自查结果单.
    ///
    /// # Errors
    /// As of `check`; `REQUEST_INVALID` with every fault, `NUMBER_INVALID`.
    #[wasm_bindgen(unchecked_return_type = "Document")]
    pub fn sheet(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] item: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Application")] application: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "PrecheckRequest")] request: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Plan | Digest")] plan: &JsValue,
    ) -> Answer {
        let item = text_of(item, "/item")?;
        let application = Given::of::<Application<'_>>(application, APPLICATION)?;
        let request = Given::of::<PrecheckRequest<'_>>(request, REQUEST)?;
        let sheet = SESSION.precheck(self.handle, &item, &reference(plan)?, application.text(), request.text());
        answer(&sheet, &[&application, &request])
    }
}

impl Drop for Catalogue {
    fn drop(&mut self) {
        SESSION.unload(self.handle);
    }
}

/// The digest of a plan; empty if there is none to compare.
fn reference(plan: &JsValue) -> Result<String, Error> {
    if plan.is_undefined() {
        return Ok(String::new());
    }
    let reference = plan.as_string().or_else(|| Reflect::get(plan, &"ref".into()).ok()?.as_string());
    reference.ok_or_else(|| error::fault(ErrorCode::TypeMismatch, "/plan/ref"))
}
