//! 法律依据: what a rule rests on. Every rule, limit and finding carries its basis; a draft never passes for law.

mod register;

pub use register::CHECKED;

use crate::error::{ErrorCode, same, words};
use crate::json::{Detach, Id, Read, Reader, Record, Shape, Text, deserialized, readable, serialized};

words! {
    /// 效力状态: whether a text binds.
    pub enum Status {
        /// 现行有效
        InForce = "in-force",
        /// 征求意见稿: shapes the service, never printed as a basis
        Draft = "draft",
        /// 已废止
        Repealed = "repealed",
        /// 效力未核实: never printed as a basis
        Unverified = "unverified",
    }
}

words! {
    /// 程序类型: which procedure an item lives by. The licensing law binds licences only (R0).
    pub enum Procedure {
        /// 行政许可
        Licence = "licence",
        /// 登记 (市场主体登记等)
        Registration = "registration",
        /// 行政确认
        Confirmation = "confirmation",
        /// 行政给付
        Benefit = "benefit",
        /// 备案
        Filing = "filing",
        /// 公共服务
        PublicService = "public-service",
        /// 投诉处理
        Complaint = "complaint",
        /// 其他
        Other = "other",
    }
}
readable!(Procedure, Status);

/// 法律文件: a text of the register.
#[derive(Debug, PartialEq, Eq)]
pub struct Statute {
    /// Its identifier.
    pub id: &'static str,
    /// 标题.
    pub title: &'static str,
    /// 文号; empty where the register has none.
    pub number: &'static str,
    /// 效力状态.
    pub status: Status,
    /// The date from which this wording is in force; empty for a draft.
    pub from: &'static str,
}

impl Statute {
    /// Every text of the register.
    pub const ALL: &'static [Self] = register::STATUTES;

    /// The text with this identifier.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|statute| same(statute.id, id))
    }
}

/// 法律文件 by its identifier in the register. One that the register does not have is a fault of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatuteId<'a>(Id<'a>);

impl std::ops::Deref for StatuteId<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Detach for StatuteId<'_> {
    type Static = StatuteId<'static>;
    fn detach(self) -> Self::Static {
        StatuteId(self.0.detach())
    }
}

serialized!(StatuteId<'_>, id => id.0);
deserialized!(StatuteId<'static> as StatuteId<'_>);

impl<'a> Read<'a> for StatuteId<'a> {
    const SHAPE: &'static Shape = &Shape::Checked("StatuteId", |reader| drop(StatuteId::read(reader)));
    fn read(reader: &mut Reader<'a>) -> Self {
        let id = Id::read(reader);
        if !id.is_empty() && Statute::find(&id).is_none() {
            reader.fault(ErrorCode::ReferenceUnknown);
        }
        Self(id)
    }
}

/// 设定依据: an article of a statute, as the catalogue names it.
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Citation<'a> {
    /// Identifier of the statute in the law register.
    pub statute: StatuteId<'a>,
    /// 条.
    pub article: u32,
    /// 款.
    #[record(optional)]
    pub paragraph: u32,
    /// 项.
    #[record(optional)]
    pub item: u32,
}

/// 长期: what a document says that has no last day.
pub const OPEN_ENDED: [&str; 2] = ["长期", "长期有效"];

impl Citation<'_> {
    /// Whether the text is in force. A draft, a repealed and an unverified one hold nobody up.
    #[must_use]
    pub fn is_in_force(&self) -> bool {
        Statute::find(&self.statute).is_some_and(|found| found.status == Status::InForce)
    }
}

/// 依据: what a rule rests on: `statute` with its place, or, where no statute stands behind it, the catalogue entry.
#[derive(Debug, Clone, Default, Record)]
#[record(result)]
pub struct Basis<'a> {
    /// Identifier of the statute in the law register.
    pub statute: Option<Id<'a>>,
    /// 条.
    #[record(optional)]
    pub article: u32,
    /// 款.
    #[record(optional)]
    pub paragraph: u32,
    /// 项.
    #[record(optional)]
    pub item: u32,
    /// 效力状态, where the text is not simply in force.
    pub status: Option<Status>,
    /// 事项编码 of the catalogue entry.
    pub catalogue: Option<Text<'a>>,
    /// Pointer inside that item, by identifier.
    pub entry: Option<Text<'a>>,
}

impl<'a> Basis<'a> {
    /// The article that a citation names. Its status stands beside it unless the text is in force.
    #[must_use]
    pub fn cited(citation: &'a Citation<'_>) -> Self {
        let statute = Statute::find(&citation.statute);
        let status = statute.map_or(Status::Unverified, |statute| statute.status);
        Self {
            statute: Some(Id::from(&*citation.statute)),
            article: citation.article,
            paragraph: citation.paragraph,
            item: citation.item,
            status: (status != Status::InForce).then_some(status),
            ..Self::default()
        }
    }

    /// The same with its status beside it, where the text is not simply in force: a citation has none.
    #[must_use]
    pub fn with_status(mut self) -> Self {
        let status = self.statute.as_ref().map(|id| Statute::find(id).map_or(Status::Unverified, |found| found.status));
        self.status = self.status.or(status.filter(|status| *status != Status::InForce));
        self
    }

    /// The published entry itself.
    #[must_use]
    pub fn entry(item: &'a str, entry: String) -> Self {
        Self::placed(item, Text::from(entry))
    }

    /// The same, of a pointer that need not be copied.
    pub(crate) fn placed(item: &'a str, entry: Text<'a>) -> Self {
        Self { catalogue: Some(Text::from(item)), entry: Some(entry), ..Self::default() }
    }

    fn article(statute: &'static Statute, article: u32, paragraph: u32, item: u32) -> Self {
        Self { statute: Some(Id::from(statute.id)), article, paragraph, item, ..Self::default() }
    }
}

/// 期限规则: a number of the law, and where it stands.
#[derive(Debug)]
pub struct Rule {
    /// Working days.
    pub working_days: i32,
    /// The statute.
    statute: &'static Statute,
    /// Article, paragraph, item.
    place: (u32, u32, u32),
}

impl Rule {
    /// Whether a citation names its article and paragraph.
    #[must_use]
    pub fn is(&self, citation: &Citation<'_>) -> bool {
        *citation.statute == *self.statute.id && (citation.article, citation.paragraph) == (self.place.0, self.place.1)
    }

    /// Where it stands.
    #[must_use]
    pub fn basis(&self) -> Basis<'static> {
        let (article, paragraph, item) = self.place;
        Basis::article(self.statute, article, paragraph, item)
    }
}

/// 逾期不告知即为受理: who is not told within five days what to supplement is accepted from the day of receipt. Licences
/// only.
pub const DEEMED_ACCEPTED: Rule = Rule { working_days: 5, statute: &register::LICENSING_LAW, place: (32, 1, 4) };
/// 颁发、送达: within ten days of a decision that grants. Licences only.
pub const DELIVERY: Rule = Rule { working_days: 10, statute: &register::LICENSING_LAW, place: (44, 0, 0) };
/// 要求听证: within five days of being told of the right. Licences only.
pub const HEARING_REQUEST: Rule = Rule { working_days: 5, statute: &register::LICENSING_LAW, place: (47, 1, 0) };
/// 组织听证: within twenty days of being asked for. Licences only.
pub const HEARING: Rule = Rule { working_days: 20, statute: &register::LICENSING_LAW, place: (47, 1, 0) };
/// 通知听证的时间、地点: seven days before the hearing. Licences only.
pub const HEARING_NOTICE: Rule = Rule { working_days: 7, statute: &register::LICENSING_LAW, place: (48, 1, 1) };
/// 联合办理: forty-five days in all, and fifteen more. Licences only.
pub const JOINT_LICENCES: Rule = Rule { working_days: 45, statute: &register::LICENSING_LAW, place: (42, 2, 0) };

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident = $statute:ident $article:literal $paragraph:literal $item:literal;)+) => { $(
        $(#[doc = $doc])+
        pub const $name: Rule =
            Rule { working_days: 0, statute: &register::$statute, place: ($article, $paragraph, $item) };
    )+ };
}

rules! {
    /// 行政许可: what a licence is; the licensing law binds nothing else.
    LICENCE_SCOPE = LICENSING_LAW 2 0 0;
    /// 公示事项、依据、条件、期限和全部材料目录.
    LICENCE_LIST = LICENSING_LAW 30 1 0;
    /// 不得要求提交无关材料.
    NO_UNRELATED_MATERIAL = LICENSING_LAW 31 1 0;
    /// 自受理之日起二十日内作出决定.
    LICENCE_LIMIT = LICENSING_LAW 42 1 0;
    /// 延长期限: once, approved, the reason told.
    EXTENSION = LICENSING_LAW 42 1 0;
    /// 不计入期限的程序，所需时间书面告知.
    STOPPED_TIME = LICENSING_LAW 45 0 0;
    /// 行政许可不收费，法律、行政法规另有规定的除外.
    FEES_BY_LAW = LICENSING_LAW 58 1 0;
    /// 办事指南明确受理条件、办事材料、办理流程.
    GUIDE_CONTENT = ONLINE_SERVICE_716 6 0 0;
    /// 数据共享能够获得的信息，不得要求另行提供.
    NO_SHARED_DATA = ONLINE_SERVICE_716 7 1 0;
    /// 没有法律、法规、规章依据，不得增设办理条件和环节.
    NO_STEP_WITHOUT_LAW = BUSINESS_ENV_722 35 0 0;
    /// 证明事项应当有法律、法规或者国务院决定依据.
    NO_PROOF_WITHOUT_LAW = BUSINESS_ENV_722 44 0 0;
    /// 告知承诺由申请人自主选择.
    FREE_COMMITMENT = GD_BUSINESS_ENV 36 1 0;
}

impl Procedure {
    /// Where the duty stands to name, once and in full, what must be supplemented (一次性告知).
    #[must_use]
    pub fn supplement_basis(self) -> Option<Basis<'static>> {
        match self {
            Self::Licence => Some(Basis::article(&register::LICENSING_LAW, 32, 1, 4)),
            Self::Registration => Some(Basis::article(&register::MARKET_ENTITY_REG, 19, 2, 0)),
            _ => None,
        }
    }

    /// Where it stands that a complete application is to be accepted.
    #[must_use]
    pub fn acceptance_basis(self) -> Option<Basis<'static>> {
        match self {
            Self::Licence => Some(Basis::article(&register::LICENSING_LAW, 32, 1, 5)),
            Self::Registration => Some(Basis::article(&register::MARKET_ENTITY_REG, 19, 1, 0)),
            _ => None,
        }
    }

    /// Where it stands that an error may be corrected on the spot.
    #[must_use]
    pub fn correction_basis(self) -> Option<Basis<'static>> {
        match self {
            Self::Licence => Some(Basis::article(&register::LICENSING_LAW, 32, 1, 3)),
            _ => None,
        }
    }

    /// Where it stands that nothing has to be applied for.
    #[must_use]
    pub fn not_required_basis(self) -> Option<Basis<'static>> {
        (self == Self::Licence).then(|| Basis::article(&register::LICENSING_LAW, 32, 1, 1))
    }

    /// Where it stands that an authority without competence says so and names the competent one.
    #[must_use]
    pub fn not_competent_basis(self) -> Option<Basis<'static>> {
        (self == Self::Licence).then(|| Basis::article(&register::LICENSING_LAW, 32, 1, 2))
    }
}
