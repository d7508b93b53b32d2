//! 申请: what an applicant is about to submit, as the portal has it. Read strictly: an unknown key is the portal's fault
//! and is named, never dropped.

use crate::calendar::{CivilDate, Instant};
use crate::catalogue::{Answers, Item, Material, Ready};
use crate::error::{Error, ErrorCode, Issue, Result, same, words};
use crate::file::FileReport;
use crate::identity::IdentifierKind;
use crate::json::{
    Detach, Id, Limits, Map, Read, Reader, Record, Shape, Text, Value, deserialized, pointer_step, readable, serialized,
};

/// Largest application in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Most files of an application.
pub const MAX_FILES: usize = 500;
/// Longest file name in characters.
pub const MAX_FILE_NAME: usize = 255;

words! {
    /// 申办渠道: how the application is made.
    pub enum Channel {
        /// 网上办理
        Online = "online",
        /// 窗口办理
        Window = "window",
    }
}

words! {
    /// 提交方式: how a material is provided.
    pub enum Via {
        /// 上传
        Upload = "upload",
        /// 电子证照
        ELicence = "e-licence",
        /// 告知承诺
        Commitment = "commitment",
        /// 容缺后补
        Later = "later",
        /// 纸质
        Paper = "paper",
    }
}

words! {
    /// Whether a party is a person or an organisation.
    pub enum PartyKind {
        /// 自然人
        Person = "person",
        /// 法人或者其他组织
        Organisation = "organisation",
    }
}
words! {
    /// 来源: where a fact that is told of a material or a form comes from.
    pub enum Source {
        /// 手工填写
        Typed = "typed",
        /// 电子证照
        ELicence = "e-licence",
        /// 统一身份认证账号
        Account = "account",
        /// 识别: read from the picture of a document by the portal; it may be misread
        Ocr = "ocr",
    }
}
readable!(Channel, Via, PartyKind, Source);

/// 事实与来源: a value, and where it comes from.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Given<'a> {
    /// The value, a string or a whole number.
    pub value: Value<'a>,
    /// Where it comes from.
    pub from: Source,
    /// The electronic licence that it stands on.
    pub licence: Option<Text<'a>>,
    /// When it was read.
    pub at: Option<Instant>,
    /// The applicant says that it stands on the document exactly so.
    #[record(optional)]
    pub confirmed: bool,
}

/// A fact: a bare value, which somebody typed, or one with its origin.
#[derive(Debug, Clone, Default)]
pub struct Stated<'a> {
    /// The value.
    pub value: Value<'a>,
    /// Where it comes from.
    pub from: Source,
    /// The applicant says that it stands on the document exactly so.
    pub confirmed: bool,
}

impl Stated<'_> {
    /// Whether a number that cannot be right may be right all the same: it may be misread, it stands on an electronic
    /// licence, or on the document exactly so.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confirmed || self.from != Source::Typed
    }
}

impl Detach for Stated<'_> {
    type Static = Stated<'static>;
    fn detach(self) -> Stated<'static> {
        Stated { value: self.value.detach(), from: self.from, confirmed: self.confirmed }
    }
}

deserialized!(Stated<'static> as Stated<'_>);
serialized!(Stated<'_>, stated, to => match stated {
    Stated { value, from: Source::Typed, confirmed: false } if !matches!(value, Value::Object(_)) => {
        serde::Serialize::serialize(value, to)
    }
    Stated { value, from, confirmed } => {
        let given = Given { value: value.clone(), from: *from, confirmed: *confirmed, ..Given::default() };
        serde::Serialize::serialize(&given, to)
    }
});

impl<'a> Read<'a> for Stated<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("Stated", |reader| drop(Stated::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        if reader.peek() == Some(b'{') {
            let given = Given::read(reader);
            return Self { value: given.value, from: given.from, confirmed: given.confirmed };
        }
        Self { value: Value::read_any(reader), from: Source::Typed, confirmed: false }
    }
}

/// 证件: an identity number and its kind.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Identifier<'a> {
    /// 证件类型.
    pub kind: IdentifierKind,
    /// 证件号码.
    pub value: Text<'a>,
    /// The applicant says that the number stands on the document exactly so.
    #[record(optional)]
    pub confirmed: bool,
}

/// 法定代表人（负责人）.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Representative<'a> {
    /// 姓名.
    pub name: Option<Text<'a>>,
    /// 证件.
    pub identifier: Option<Identifier<'a>>,
}

/// 申请人 or 代理人.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Party<'a> {
    /// Person or organisation.
    pub kind: PartyKind,
    /// 姓名 or 名称.
    pub name: Option<Text<'a>>,
    /// 证件.
    pub identifier: Option<Identifier<'a>>,
    /// 联系电话.
    pub phone: Option<Text<'a>>,
    /// 住址 or 住所.
    pub address: Option<Text<'a>>,
    /// 法定代表人（负责人）, of an organisation.
    pub representative: Option<Box<Representative<'a>>>,
}

/// 已提交材料: one material as provided.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Submitted<'a> {
    /// How it is provided.
    pub via: Via,
    /// Its files.
    #[record(optional)]
    pub files: Vec<FileReport<'a>>,
    /// Copies brought to the counter.
    pub copies: Option<u32>,
    /// 签发日期, as the document states it.
    pub issued_on: Option<CivilDate>,
    /// 有效期至, as the document states it; absent for one that is valid without end.
    pub valid_until: Option<CivilDate>,
    /// 已签名, as the applicant or the portal has seen.
    pub signed: Option<bool>,
    /// 已盖章.
    pub sealed: Option<bool>,
    /// 原件 is ready to be shown or handed over.
    pub original: Option<bool>,
    /// 中文译本 is enclosed.
    pub translated: Option<bool>,
    /// 公证认证 is done.
    pub authenticated: Option<bool>,
    /// 所用表格的版本.
    pub template: Option<Id<'a>>,
    /// Facts it states, by field.
    #[record(optional)]
    pub fields: Map<'a, Stated<'a>>,
}

/// 相关人 with the materials that are theirs.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct RoleParty<'a> {
    /// Who it is.
    pub party: Party<'a>,
    /// 已提交材料, by material.
    #[record(optional)]
    pub materials: Map<'a, Submitted<'a>>,
}

/// 申请.
#[derive(Debug, Clone, Default, Record)]
#[record(input)]
pub struct Application<'a> {
    /// The day it is to be filed.
    pub on: CivilDate,
    /// 申办渠道; online if absent.
    #[record(optional)]
    pub channel: Channel,
    /// 申请人.
    pub applicant: Option<Party<'a>>,
    /// 代理人.
    pub agent: Option<Party<'a>>,
    /// 情形问题的回答.
    #[record(optional)]
    pub answers: Answers<'a>,
    /// 表单内容, by field.
    #[record(optional)]
    pub form: Map<'a, Stated<'a>>,
    /// 相关人, by role, each with materials of their own.
    #[record(optional)]
    pub parties: Map<'a, Vec<RoleParty<'a>>>,
    /// 在办事项: items that this applicant has applied for and that are still under way, as the portal knows.
    #[record(optional)]
    pub underway: Vec<Id<'a>>,
    /// 已提交材料, by material.
    #[record(optional)]
    pub materials: Map<'a, Submitted<'a>>,
}

impl<'a> Application<'a> {
    /// Reads an application for an item.
    ///
    /// # Errors
    /// `APPLICATION_INVALID` with every fault: of its JSON, and what the item does not know.
    pub fn read(text: &'a str, ready: &Ready) -> Result<Self> {
        let (application, issues) = Self::tolerant(text);
        application.examine(&ready.item, issues)?;
        Ok(application)
    }

    /// Reads as much of an application as can be read, with every fault of its JSON.
    pub(crate) fn tolerant(text: &'a str) -> (Self, Vec<Issue>) {
        Reader::tolerant(text, Limits { bytes: MAX_BYTES })
    }

    /// Adds to the faults of the JSON what the item does not know.
    ///
    /// # Errors
    /// `APPLICATION_INVALID` with every fault.
    pub(crate) fn examine(&self, item: &Item<'_>, mut issues: Vec<Issue>) -> Result<()> {
        self.faults(item, &mut |code, path| {
            if issues.iter().all(|issue| issue.path != path) {
                issues.push(Issue { code, path });
            }
        });
        if issues.is_empty() { Ok(()) } else { Err(Error::invalid(ErrorCode::ApplicationInvalid, issues)) }
    }

    fn faults(&self, item: &Item<'_>, fault: &mut impl FnMut(ErrorCode, String)) {
        answer_faults(&self.answers, item, fault);
        form_faults(&self.form, item, fault);
        let mut files = 0;
        material_faults(&self.materials, item, None, &mut files, fault);
        for (id, people) in self.parties.iter() {
            if !item.roles.iter().any(|role| *role.id == *id) {
                fault(ErrorCode::RoleUnknown, format!("/parties/{}", pointer_step(id)));
                continue;
            }
            for (index, person) in people.iter().enumerate() {
                let base = format!("/parties/{id}/{index}");
                let mut inside = |code, path: String| fault(code, base.clone() + &path);
                material_faults(&person.materials, item, Some(id), &mut files, &mut inside);
            }
        }
    }
}

/// Materials that the item does not list here, and what is wrong with their files and fields. `role` is the role of the
/// person whose they are; without one they are the application's own.
fn material_faults(
    materials: &Map<'_, Submitted<'_>>,
    item: &Item<'_>,
    role: Option<&str>,
    files: &mut usize,
    fault: &mut impl FnMut(ErrorCode, String),
) {
    for (id, submitted) in materials.iter() {
        let listed = |material: &&Material<'_>| same(&material.id, id) && material.per.as_deref() == role;
        match item.materials.iter().find(listed) {
            None => fault(ErrorCode::MaterialUnknown, format!("/materials/{}", pointer_step(id))),
            Some(material) => field_faults(material, submitted, fault),
        }
        for (index, file) in submitted.files.iter().enumerate() {
            *files += 1;
            let mut fault =
                |code, key: &str| fault(code, format!("/materials/{}/files/{index}{key}", pointer_step(id)));
            if *files == MAX_FILES + 1 {
                fault(ErrorCode::TooManyEntries, "");
            }
            if file.size < 0 {
                fault(ErrorCode::NumberOutOfRange, "/size");
            }
            if file.name.len() > MAX_FILE_NAME && file.name.chars().count() > MAX_FILE_NAME {
                fault(ErrorCode::StringTooLong, "/name");
            }
        }
    }
}

/// Fields that no form of the item has, and values that are neither text nor number.
fn form_faults(form: &Map<'_, Stated<'_>>, item: &Item<'_>, fault: &mut impl FnMut(ErrorCode, String)) {
    for (key, value) in form.iter() {
        let known = item.forms.iter().flat_map(|form| &form.fields).any(|field| *field.id == *key);
        let code = match &value.value {
            _ if !known => ErrorCode::UnknownKey,
            Value::Null | Value::Text(_) | Value::Integer(_) => continue,
            _ => ErrorCode::TypeMismatch,
        };
        fault(code, format!("/form/{}", pointer_step(key)));
    }
}

/// Fields that the material does not have, and values that are neither text nor number.
fn field_faults(material: &Material<'_>, submitted: &Submitted<'_>, fault: &mut impl FnMut(ErrorCode, String)) {
    for (key, value) in submitted.fields.iter() {
        let known = material.fields.iter().any(|field| *field.id == *key);
        let code = match &value.value {
            _ if !known => ErrorCode::UnknownKey,
            Value::Null | Value::Text(_) | Value::Integer(_) => continue,
            _ => ErrorCode::TypeMismatch,
        };
        fault(code, format!("/materials/{}/fields/{}", &*material.id, pointer_step(key)));
    }
}

/// What is wrong with answers, by the questions of an item.
pub(crate) fn answer_faults(answers: &Answers<'_>, item: &Item<'_>, fault: &mut impl FnMut(ErrorCode, String)) {
    for (id, answer) in answers.iter() {
        let question = item.questions.iter().find(|question| *question.id == *id);
        let code = question.map_or(Some(ErrorCode::QuestionUnknown), |question| question.fault_of(answer));
        if let Some(code) = code {
            fault(code, format!("/answers/{}", pointer_step(id)));
        }
    }
}
