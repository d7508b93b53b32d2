//! 事项: one item of the catalogue, as its department publishes it.

use super::form::{Form, Role};
use super::guide::{
    Audience, Authority, Constituent, Contact, Fees, HandlingForm, Level, Opening, Power, Prerequisite, Quota, Relief,
    Requirement, ResultDocument, Screen, ServiceMode, Stage, Venue,
};
use super::limit::Limit;
use super::material::{Group, Material};
use super::situation::Question;
use crate::calendar::CivilDate;
use crate::identity::IdentifierKind;
use crate::json::{Id, Kept, Map, Record, Text};
use crate::law::{Citation, Procedure};

/// 事项: the smallest unit that is actually handled (最小实际办理子项).
#[derive(Debug, Clone, Default, Record)]
#[record(kept)]
pub struct Item<'a> {
    /// 事项编码, unique within the catalogue on any day.
    pub code: Id<'a>,
    /// 实施编码, where it is known.
    pub task_code: Option<Id<'a>>,
    /// 事项版本.
    pub version: Id<'a>,
    /// 事项名称.
    pub name: Text<'a>,
    /// 别名、关键词: other words under which people look for it.
    #[record(optional)]
    pub keywords: Vec<Text<'a>>,
    /// 主题分类.
    #[record(optional)]
    pub themes: Vec<Text<'a>>,
    /// 事项类型.
    pub power: Option<Power>,
    /// 各系统的代码, by system, such as `gd-portal`: kept as that system writes it.
    #[record(optional)]
    pub codes: Kept<'a, Map<'a, Text<'a>>>,
    /// 程序类型, which decides what law the procedure lives by.
    pub procedure: Procedure,
    /// 实施主体.
    pub authority: Authority<'a>,
    /// 行使层级.
    pub level: Option<Level>,
    /// 服务对象.
    pub audience: Vec<Audience>,
    /// 办理形式.
    #[record(optional)]
    pub handling: Vec<HandlingForm>,
    /// 申请方式; on application if absent.
    pub mode: Option<ServiceMode>,
    /// 到办事现场次数.
    pub visits: Option<u32>,
    /// First day on which it can be applied for.
    pub valid_from: CivilDate,
    /// Last day; absent, without end.
    pub valid_to: Option<CivilDate>,
    /// 受理时段; none, always.
    #[record(optional)]
    pub windows: Vec<Opening<'a>>,
    /// 数量限制.
    pub quota: Option<Quota<'a>>,
    /// 不得重复申请: no second application while one is under way.
    #[record(optional)]
    pub single: bool,
    /// 设定依据.
    pub basis: Vec<Citation<'a>>,
    /// 办理条件.
    #[record(optional)]
    pub requirements: Kept<'a, Vec<Requirement<'a>>>,
    /// 申请人的证件类型: which identity number the applicant must have, where the item asks for one.
    pub applicant: Option<IdentifierKind>,
    /// 情形问题, in the order in which they are asked.
    #[record(optional)]
    pub questions: Vec<Question<'a>>,
    /// 前置事项.
    #[record(optional)]
    pub prerequisites: Kept<'a, Vec<Prerequisite<'a>>>,
    /// 前置判断.
    #[record(optional)]
    pub screens: Vec<Screen<'a>>,
    /// 电子表单.
    #[record(optional)]
    pub forms: Vec<Form<'a>>,
    /// 相关人, each with materials of their own.
    #[record(optional)]
    pub roles: Vec<Role<'a>>,
    /// 申请材料.
    pub materials: Vec<Material<'a>>,
    /// 多选一.
    #[record(optional)]
    pub groups: Vec<Group<'a>>,
    /// 时限.
    pub limits: Vec<Limit<'a>>,
    /// 收费情况.
    #[record(optional)]
    pub fees: Kept<'a, Fees<'a>>,
    /// 办理场所.
    #[record(optional)]
    pub venues: Kept<'a, Vec<Venue<'a>>>,
    /// 办理过程.
    #[record(optional)]
    pub stages: Kept<'a, Vec<Stage<'a>>>,
    /// 办理结果.
    #[record(optional)]
    pub results: Kept<'a, Vec<ResultDocument<'a>>>,
    /// 联办事项.
    #[record(optional)]
    pub constituents: Kept<'a, Vec<Constituent<'a>>>,
    /// 咨询渠道.
    #[record(optional)]
    pub inquiry: Kept<'a, Vec<Contact<'a>>>,
    /// 办理进程查询渠道.
    #[record(optional)]
    pub progress: Kept<'a, Vec<Contact<'a>>>,
    /// 监督投诉渠道.
    #[record(optional)]
    pub complaint: Kept<'a, Vec<Contact<'a>>>,
    /// 救济渠道.
    #[record(optional)]
    pub relief: Kept<'a, Vec<Relief<'a>>>,
    /// 说明, shown with the item.
    #[record(optional)]
    pub notes: Kept<'a, Vec<Text<'a>>>,
    /// 其他语言的文本, by language and by place: `{"en":{"/name":…,"/authority":…,"/materials/<id>":…,
    /// "/materials/<id>/<field>":…,"/questions/<id>":…,"/questions/<id>/<option>":…,"/forms/<field>":…,
    /// "/roles/<id>":…}}`. Messages in that language use them.
    #[record(optional)]
    pub texts: Map<'a, Map<'a, Text<'a>>>,
}
