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
use crate::json::{Id, Kept, Map, Text, record};
use crate::law::{Citation, Procedure};

record! {
    kept;
    /// 事项: the smallest unit that is actually handled (最小实际办理子项).
    pub struct Item<'a> {
        /// 事项编码, unique within the catalogue on any day.
        "code" required code: Id<'a>,
        /// 实施编码, where it is known.
        "taskCode" optional task_code: Option<Id<'a>>,
        /// 事项版本.
        "version" required version: Id<'a>,
        /// 事项名称.
        "name" required name: Text<'a>,
        /// 别名、关键词: other words under which people look for it.
        "keywords" optional keywords: Vec<Text<'a>>,
        /// 主题分类.
        "themes" optional themes: Vec<Text<'a>>,
        /// 事项类型.
        "power" optional power: Option<Power>,
        /// 各系统的代码, by system, such as `gd-portal`: kept as that system writes it.
        "codes" optional codes: Kept<'a, Map<'a, Text<'a>>>,
        /// 程序类型, which decides what law the procedure lives by.
        "procedure" required procedure: Procedure,
        /// 实施主体.
        "authority" required authority: Authority<'a>,
        /// 行使层级.
        "level" optional level: Option<Level>,
        /// 服务对象.
        "audience" required audience: Vec<Audience>,
        /// 办理形式.
        "handling" optional handling: Vec<HandlingForm>,
        /// 申请方式; on application if absent.
        "mode" optional mode: Option<ServiceMode>,
        /// 到办事现场次数.
        "visits" optional visits: Option<u32>,
        /// First day on which it can be applied for.
        "validFrom" required valid_from: CivilDate,
        /// Last day; absent, without end.
        "validTo" optional valid_to: Option<CivilDate>,
        /// 受理时段; none, always.
        "windows" optional windows: Vec<Opening<'a>>,
        /// 数量限制.
        "quota" optional quota: Option<Quota<'a>>,
        /// 不得重复申请: no second application while one is under way.
        "single" optional single: bool,
        /// 设定依据.
        "basis" required basis: Vec<Citation<'a>>,
        /// 办理条件.
        "requirements" optional requirements: Kept<'a, Vec<Requirement<'a>>>,
        /// 申请人的证件类型: which identity number the applicant must have, where the item asks for one.
        "applicant" optional applicant: Option<IdentifierKind>,
        /// 情形问题, in the order in which they are asked.
        "questions" optional questions: Vec<Question<'a>>,
        /// 前置事项.
        "prerequisites" optional prerequisites: Kept<'a, Vec<Prerequisite<'a>>>,
        /// 前置判断.
        "screens" optional screens: Vec<Screen<'a>>,
        /// 电子表单.
        "forms" optional forms: Vec<Form<'a>>,
        /// 相关人, each with materials of their own.
        "roles" optional roles: Vec<Role<'a>>,
        /// 申请材料.
        "materials" required materials: Vec<Material<'a>>,
        /// 多选一.
        "groups" optional groups: Vec<Group<'a>>,
        /// 时限.
        "limits" required limits: Vec<Limit<'a>>,
        /// 收费情况.
        "fees" optional fees: Kept<'a, Fees<'a>>,
        /// 办理场所.
        "venues" optional venues: Kept<'a, Vec<Venue<'a>>>,
        /// 办理过程.
        "stages" optional stages: Kept<'a, Vec<Stage<'a>>>,
        /// 办理结果.
        "results" optional results: Kept<'a, Vec<ResultDocument<'a>>>,
        /// 联办事项.
        "constituents" optional constituents: Kept<'a, Vec<Constituent<'a>>>,
        /// 咨询渠道.
        "inquiry" optional inquiry: Kept<'a, Vec<Contact<'a>>>,
        /// 办理进程查询渠道.
        "progress" optional progress: Kept<'a, Vec<Contact<'a>>>,
        /// 监督投诉渠道.
        "complaint" optional complaint: Kept<'a, Vec<Contact<'a>>>,
        /// 救济渠道.
        "relief" optional relief: Kept<'a, Vec<Relief<'a>>>,
        /// 说明, shown with the item.
        "notes" optional notes: Kept<'a, Vec<Text<'a>>>,
        /// 其他语言的文本, by language and by place: `{"en":{"/name":…,"/authority":…,"/materials/<id>":…,
        /// "/materials/<id>/<field>":…,"/questions/<id>":…,"/questions/<id>/<option>":…,"/forms/<field>":…,
        /// "/roles/<id>":…}}`. Messages in that language use them.
        "texts" optional texts: Map<'a, Map<'a, Text<'a>>>,
    }
}
