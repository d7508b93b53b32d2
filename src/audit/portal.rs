//! 页面核对: what a portal's page or form demands, held against the catalogue, in both directions.

use crate::calendar::CivilDate;
use crate::catalogue::{Item, Material, Need, Notice, NoticeCode as Code, Param, Severity, fold};
use crate::json::{Id, Record, Text};
use crate::law::{Basis, FEES_BY_LAW, FREE_COMMITMENT, LICENCE_LIST, NO_SHARED_DATA, NO_STEP_WITHOUT_LAW, Procedure};

/// 页面要求的材料.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
#[expect(clippy::struct_excessive_bools, reason = "as many as the format has")]
pub struct DemandedMaterial<'a> {
    /// Its identifier in the catalogue, where the page knows it.
    pub id: Option<Id<'a>>,
    /// Its name on the page.
    pub name: Text<'a>,
    /// Whether the page does not let the applicant go on without it.
    #[record(optional)]
    pub required: bool,
    /// 告知承诺 is offered in its place.
    #[record(optional)]
    pub commitment_offered: bool,
    /// 告知承诺 is the only way.
    #[record(optional)]
    pub commitment_forced: bool,
    /// 容缺后补 is offered.
    #[record(optional)]
    pub deferral_offered: bool,
}

/// 页面要求的字段.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct DemandedField<'a> {
    /// Its identifier in the catalogue, where the page knows it.
    pub id: Option<Id<'a>>,
    /// Its label on the page.
    pub label: Text<'a>,
    /// Whether it must be filled in.
    #[record(optional)]
    pub required: bool,
}

/// 页面收取的费用.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct DemandedFee<'a> {
    /// 收费项目名称.
    pub name: Text<'a>,
    /// In fen (0.01 yuan).
    pub amount: u32,
}

/// 页面的要求: what a page or form asks of the applicant, as the portal's developer or a crawler has read it.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct PortalDemand<'a> {
    /// 事项编码.
    pub item: Id<'a>,
    /// The day for which it is compared.
    pub on: CivilDate,
    /// 材料.
    #[record(optional)]
    pub materials: Vec<DemandedMaterial<'a>>,
    /// 字段.
    #[record(optional)]
    pub fields: Vec<DemandedField<'a>>,
    /// 费用.
    #[record(optional)]
    pub fees: Vec<DemandedFee<'a>>,
    /// 环节.
    #[record(optional)]
    pub stages: Vec<Text<'a>>,
}

/// Compares a page with the item. Materials are known by identifier, else by name.
///
/// ```
/// use yushen::{audit::{PortalDemand, audit}, catalogue::Item, json::{Limits, Reader}};
/// let text = r#"{"item":"X","on":"2026-03-02","materials":[{"name":"无犯罪记录证明","required":true}]}"#;
/// let demand = Reader::document::<PortalDemand>(text, Limits { bytes: 1000 }).unwrap();
/// let notices = audit(&Item::default(), &demand);
/// assert_eq!(notices[0].code.as_str(), "AUDIT_MATERIAL_BEYOND_CATALOGUE");
/// ```
#[must_use]
pub fn audit(item: &Item<'_>, demand: &PortalDemand<'_>) -> Vec<Notice<'static>> {
    let mut auditing = Auditing { item, notices: Vec::new() };
    for (place, demanded) in demand.materials.iter().enumerate() {
        auditing.material(demanded, &format!("/materials/{place}"));
    }
    auditing.not_offered(demand);
    for (place, field) in demand.fields.iter().enumerate() {
        auditing.field(field, &format!("/fields/{place}"));
    }
    for (place, fee) in demand.fees.iter().enumerate() {
        auditing.fee(fee, &format!("/fees/{place}"));
    }
    let stages = item.stages.get();
    for (place, stage) in demand.stages.iter().enumerate() {
        if !stages.iter().any(|listed| same(&listed.name, stage)) {
            let basis = NO_STEP_WITHOUT_LAW.basis();
            auditing.note(Code::AuditStepBeyondCatalogue, Severity::Must, format!("/stages/{place}"), basis, &[]);
        }
    }
    auditing.notices
}

struct Auditing<'i> {
    item: &'i Item<'i>,
    notices: Vec<Notice<'static>>,
}

impl Auditing<'_> {
    fn note(
        &mut self,
        code: Code,
        severity: Severity,
        path: String,
        basis: Basis<'static>,
        params: &[(&'static str, &str)],
    ) {
        let word = |(name, value): &(&'static str, &str)| (*name, Param::Word(Text::from((*value).to_string())));
        self.notices.push(Notice {
            code,
            severity,
            path: Text::from(path),
            item: Some(Id::from(self.item.code.to_string())),
            params: params.iter().map(word).collect(),
            basis,
        });
    }

    /// 目录是唯一依据: the article that says so, by the procedure.
    fn only_source(&self) -> Basis<'static> {
        if self.item.procedure == Procedure::Licence { LICENCE_LIST.basis() } else { NO_STEP_WITHOUT_LAW.basis() }
    }

    fn listed(&self, demanded: &DemandedMaterial<'_>) -> Option<&Material<'_>> {
        let by_id = demanded.id.as_ref().and_then(|id| self.item.materials.iter().find(|each| *each.id == **id));
        by_id.or_else(|| self.item.materials.iter().find(|each| same(&each.name, &demanded.name)))
    }

    fn material(&mut self, demanded: &DemandedMaterial<'_>, path: &str) {
        let only_source = self.only_source();
        let Some(listed) = self.listed(demanded) else {
            let severity = if demanded.required { Severity::Must } else { Severity::Should };
            return self.note(Code::AuditMaterialBeyondCatalogue, severity, path.into(), only_source, &[]);
        };
        let id = listed.id.to_string();
        let (shared, optional) = (listed.shared, listed.need == Need::Optional);
        let (deferrable, promise) = (listed.need == Need::Deferrable, listed.commitment.is_some());
        let named = [("material", &*id)];
        if demanded.required && shared {
            self.note(Code::AuditSharedData, Severity::Must, path.into(), NO_SHARED_DATA.basis(), &named);
        } else if demanded.required && optional {
            let params = [named[0], ("need", "optional")];
            self.note(Code::AuditMaterialBeyondCatalogue, Severity::Must, path.into(), only_source.clone(), &params);
        }
        if promise && demanded.commitment_forced {
            self.note(Code::AuditPromiseForced, Severity::Must, path.into(), FREE_COMMITMENT.basis(), &named);
        }
        for (part, listed, offered) in [
            ("deferral", deferrable, demanded.deferral_offered),
            ("commitment", promise, demanded.commitment_offered || demanded.commitment_forced),
        ] {
            if demanded.required && listed && !offered {
                let params = [named[0], ("part", part)];
                self.note(Code::AuditNotOffered, Severity::Should, path.into(), only_source.clone(), &params);
            }
        }
    }

    /// Listed, and nowhere on the page: whoever needs it cannot hand it in.
    fn not_offered(&mut self, demand: &PortalDemand<'_>) {
        let offered = |material: &Material<'_>| {
            demand
                .materials
                .iter()
                .any(|each| each.id.as_ref().is_some_and(|id| **id == *material.id) || same(&each.name, &material.name))
        };
        let missing: Vec<String> = self
            .item
            .materials
            .iter()
            .filter(|material| !material.shared && !offered(material))
            .map(|material| material.id.to_string())
            .collect();
        for id in missing {
            let basis = self.only_source();
            let params = [("material", &*id), ("part", "material")];
            self.note(Code::AuditNotOffered, Severity::Should, String::from("/materials"), basis, &params);
        }
    }

    fn field(&mut self, field: &DemandedField<'_>, path: &str) {
        let item = self.item;
        let of_forms = item.forms.iter().flat_map(|form| &form.fields).map(|each| (&each.id, &each.label));
        let of_materials = item.materials.iter().flat_map(|each| &each.fields).map(|each| (&each.id, &each.label));
        let known = of_forms
            .chain(of_materials)
            .any(|(id, label)| field.id.as_ref().is_some_and(|wanted| **wanted == **id) || same(label, &field.label));
        if !known {
            let severity = if field.required { Severity::Must } else { Severity::Should };
            let basis = self.only_source();
            self.note(Code::AuditFieldBeyondCatalogue, severity, path.into(), basis, &[]);
        }
    }

    fn fee(&mut self, fee: &DemandedFee<'_>, path: &str) {
        let fees = self.item.fees.get();
        let listed = fees.items.iter().find(|each| same(&each.name, &fee.name));
        let basis =
            if self.item.procedure == Procedure::Licence { FEES_BY_LAW.basis() } else { NO_STEP_WITHOUT_LAW.basis() };
        let code = match listed {
            None => Code::AuditFeeNoBasis,
            Some(listed) if listed.amount.is_some_and(|amount| amount != fee.amount) => Code::AuditFeeAmount,
            Some(_) => return,
        };
        self.note(code, Severity::Must, path.into(), basis, &[]);
    }
}

/// The same name, whatever its spaces, width and brackets.
fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}
