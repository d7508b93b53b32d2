//! Written by `cargo xtask generate`; the source is `src/data/law-register.json`.

use super::{Status, Statute};

/// When the register was last compared with the texts.
pub const CHECKED: &str = "2026-11-23";

/// 中华人民共和国行政许可法.
pub(super) const LICENSING_LAW: Statute = Statute {
    id: "licensing-law",
    title: "中华人民共和国行政许可法",
    number: "",
    status: Status::InForce,
    from: "2019-04-23",
};
/// 中华人民共和国民法典.
pub(super) const CIVIL_CODE: Statute = Statute {
    id: "civil-code",
    title: "中华人民共和国民法典",
    number: "",
    status: Status::InForce,
    from: "2021-01-01",
};
/// 中华人民共和国电子签名法.
pub(super) const E_SIGNATURE_LAW: Statute = Statute {
    id: "e-signature-law",
    title: "中华人民共和国电子签名法",
    number: "",
    status: Status::InForce,
    from: "2019-04-23",
};
/// 国务院关于在线政务服务的若干规定.
pub(super) const ONLINE_SERVICE_716: Statute = Statute {
    id: "online-service-716",
    title: "国务院关于在线政务服务的若干规定",
    number: "国务院令第716号",
    status: Status::InForce,
    from: "2019-04-26",
};
/// 优化营商环境条例.
pub(super) const BUSINESS_ENV_722: Statute = Statute {
    id: "business-env-722",
    title: "优化营商环境条例",
    number: "国务院令第722号",
    status: Status::InForce,
    from: "2020-01-01",
};
/// 广东省优化营商环境条例.
pub(super) const GD_BUSINESS_ENV: Statute = Statute {
    id: "gd-business-env",
    title: "广东省优化营商环境条例",
    number: "",
    status: Status::InForce,
    from: "2022-07-01",
};
/// 中华人民共和国市场主体登记管理条例.
pub(super) const MARKET_ENTITY_REG: Statute = Statute {
    id: "market-entity-reg",
    title: "中华人民共和国市场主体登记管理条例",
    number: "国务院令第746号",
    status: Status::InForce,
    from: "2022-03-01",
};
/// 中华人民共和国市场主体登记管理条例实施细则.
pub(super) const MARKET_ENTITY_RULES: Statute = Statute {
    id: "market-entity-rules",
    title: "中华人民共和国市场主体登记管理条例实施细则",
    number: "",
    status: Status::InForce,
    from: "2022-03-01",
};
/// 居住证暂行条例.
pub(super) const RESIDENCE_PERMIT_663: Statute = Statute {
    id: "residence-permit-663",
    title: "居住证暂行条例",
    number: "国务院令第663号",
    status: Status::InForce,
    from: "2016-01-01",
};
/// 深圳经济特区居住证条例.
pub(super) const SZ_RESIDENCE_2024: Statute = Statute {
    id: "sz-residence-2024",
    title: "深圳经济特区居住证条例",
    number: "",
    status: Status::InForce,
    from: "2024-05-10",
};
/// 人力资源市场暂行条例.
pub(super) const HR_MARKET_700: Statute = Statute {
    id: "hr-market-700",
    title: "人力资源市场暂行条例",
    number: "国务院令第700号",
    status: Status::InForce,
    from: "2018-10-01",
};
/// 企业投资项目核准和备案管理条例.
pub(super) const PROJECT_APPROVAL_673: Statute = Statute {
    id: "project-approval-673",
    title: "企业投资项目核准和备案管理条例",
    number: "国务院令第673号",
    status: Status::InForce,
    from: "",
};
/// 社会救助暂行办法.
pub(super) const SOCIAL_RELIEF_649: Statute = Statute {
    id: "social-relief-649",
    title: "社会救助暂行办法",
    number: "国务院令第649号",
    status: Status::InForce,
    from: "",
};
/// 中华人民共和国食品安全法.
pub(super) const FOOD_SAFETY_LAW: Statute =
    Statute {
        id: "food-safety-law", title: "中华人民共和国食品安全法", number: "", status: Status::InForce, from: ""
    };
/// 中华人民共和国外商投资法.
pub(super) const FOREIGN_INV_LAW: Statute =
    Statute {
        id: "foreign-inv-law", title: "中华人民共和国外商投资法", number: "", status: Status::InForce, from: ""
    };
/// 中华人民共和国外商投资法实施条例.
pub(super) const FOREIGN_INV_RULES: Statute = Statute {
    id: "foreign-inv-rules",
    title: "中华人民共和国外商投资法实施条例",
    number: "",
    status: Status::InForce,
    from: "",
};
/// 深圳经济特区外商投资条例.
pub(super) const SZ_FOREIGN_INVESTMENT: Statute = Statute {
    id: "sz-foreign-investment",
    title: "深圳经济特区外商投资条例",
    number: "",
    status: Status::InForce,
    from: "2023-01-01",
};
/// 深圳经济特区数据条例.
pub(super) const SZ_DATA: Statute =
    Statute {
        id: "sz-data", title: "深圳经济特区数据条例", number: "", status: Status::InForce, from: "2022-01-01"
    };
/// 全国年节及纪念日放假办法.
pub(super) const HOLIDAYS_795: Statute = Statute {
    id: "holidays-795",
    title: "全国年节及纪念日放假办法",
    number: "国务院令第795号",
    status: Status::InForce,
    from: "2025-01-01",
};
/// 全国年节及纪念日放假办法（2013年修订）.
pub(super) const HOLIDAYS_644: Statute = Statute {
    id: "holidays-644",
    title: "全国年节及纪念日放假办法（2013年修订）",
    number: "国务院令第644号",
    status: Status::Repealed,
    from: "2014-01-01",
};
/// 国务院关于职工工作时间的规定.
pub(super) const WORKING_TIME: Statute = Statute {
    id: "working-time",
    title: "国务院关于职工工作时间的规定",
    number: "",
    status: Status::InForce,
    from: "",
};
/// 中华人民共和国行政处罚法.
pub(super) const PENALTY_LAW: Statute = Statute {
    id: "penalty-law",
    title: "中华人民共和国行政处罚法",
    number: "",
    status: Status::InForce,
    from: "2021-07-15",
};
/// 中华人民共和国行政强制法.
pub(super) const COERCION_LAW: Statute =
    Statute {
        id: "coercion-law", title: "中华人民共和国行政强制法", number: "", status: Status::InForce, from: ""
    };
/// 中华人民共和国行政复议法.
pub(super) const RECONSIDERATION_LAW: Statute = Statute {
    id: "reconsideration-law",
    title: "中华人民共和国行政复议法",
    number: "",
    status: Status::InForce,
    from: "2024-01-01",
};
/// 中华人民共和国行政诉讼法.
pub(super) const ADMIN_LITIGATION_LAW: Statute = Statute {
    id: "admin-litigation-law",
    title: "中华人民共和国行政诉讼法",
    number: "",
    status: Status::InForce,
    from: "",
};
/// 中华人民共和国民事诉讼法.
pub(super) const CIVIL_PROCEDURE_LAW: Statute = Statute {
    id: "civil-procedure-law",
    title: "中华人民共和国民事诉讼法",
    number: "",
    status: Status::InForce,
    from: "2024-01-01",
};
/// 中华人民共和国个人信息保护法.
pub(super) const PIPL: Statute =
    Statute {
        id: "pipl", title: "中华人民共和国个人信息保护法", number: "", status: Status::InForce, from: ""
    };
/// 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定.
pub(super) const SEALS_1999: Statute = Statute {
    id: "seals-1999",
    title: "国务院关于国家行政机关和企业事业单位社会团体印章管理的规定",
    number: "国发〔1999〕25号",
    status: Status::InForce,
    from: "1999-10-31",
};
/// 最高人民法院关于审理行政许可案件若干问题的规定.
pub(super) const SPC_LICENSING_2009: Statute = Statute {
    id: "spc-licensing-2009",
    title: "最高人民法院关于审理行政许可案件若干问题的规定",
    number: "",
    status: Status::InForce,
    from: "",
};
/// 中华人民共和国政府信息公开条例.
pub(super) const INFO_DISCLOSURE: Statute = Statute {
    id: "info-disclosure",
    title: "中华人民共和国政府信息公开条例",
    number: "",
    status: Status::InForce,
    from: "",
};
/// 政务数据共享条例.
pub(super) const GOV_DATA_SHARING: Statute = Statute {
    id: "gov-data-sharing",
    title: "政务数据共享条例",
    number: "",
    status: Status::InForce,
    from: "2025-08-01",
};
/// 广东省政务服务数字化条例.
pub(super) const GD_DIGITAL_SERVICE: Statute = Statute {
    id: "gd-digital-service",
    title: "广东省政务服务数字化条例",
    number: "",
    status: Status::InForce,
    from: "2024-01-01",
};
/// 食品经营许可和备案管理办法.
pub(super) const FOOD_LICENCE_78: Statute = Statute {
    id: "food-licence-78",
    title: "食品经营许可和备案管理办法",
    number: "国家市场监督管理总局令第78号",
    status: Status::Unverified,
    from: "",
};
/// 深圳经济特区优化营商环境条例.
pub(super) const SZ_BUSINESS_ENV: Statute = Statute {
    id: "sz-business-env",
    title: "深圳经济特区优化营商环境条例",
    number: "",
    status: Status::Unverified,
    from: "2021-01-01",
};
/// 深圳市政府部门权责清单管理办法.
pub(super) const SZ_POWER_LIST_2016: Statute = Statute {
    id: "sz-power-list-2016",
    title: "深圳市政府部门权责清单管理办法",
    number: "",
    status: Status::Unverified,
    from: "2016-03-02",
};
/// 关于加快电子政务建设构建阳光政府的意见.
pub(super) const SZ_SUNSHINE_2008: Statute = Statute {
    id: "sz-sunshine-2008",
    title: "关于加快电子政务建设构建阳光政府的意见",
    number: "深发〔2008〕7号",
    status: Status::Unverified,
    from: "",
};
/// 深圳市电子政务信息安全管理试行办法.
pub(super) const SZ_INFO_SECURITY_2013: Statute = Statute {
    id: "sz-info-security-2013",
    title: "深圳市电子政务信息安全管理试行办法",
    number: "深府办〔2013〕23号",
    status: Status::Unverified,
    from: "",
};
/// 深圳市社区政务信息化管理暂行办法.
pub(super) const SZ_COMMUNITY_2006: Statute = Statute {
    id: "sz-community-2006",
    title: "深圳市社区政务信息化管理暂行办法",
    number: "深府〔2006〕146号",
    status: Status::Unverified,
    from: "",
};
/// 深圳市政务信息资源共享管理暂行办法.
pub(super) const SZ_DATA_SHARING_2006: Statute = Statute {
    id: "sz-data-sharing-2006",
    title: "深圳市政务信息资源共享管理暂行办法",
    number: "深府〔2006〕143号",
    status: Status::Repealed,
    from: "",
};
/// 深圳市政务服务管理规定（征求意见稿）.
pub(super) const SZ_SERVICE_DRAFT: Statute = Statute {
    id: "sz-service-draft",
    title: "深圳市政务服务管理规定（征求意见稿）",
    number: "",
    status: Status::Draft,
    from: "",
};

/// Every text of the register.
pub(super) const STATUTES: &[Statute] = &[
    LICENSING_LAW,
    CIVIL_CODE,
    E_SIGNATURE_LAW,
    ONLINE_SERVICE_716,
    BUSINESS_ENV_722,
    GD_BUSINESS_ENV,
    MARKET_ENTITY_REG,
    MARKET_ENTITY_RULES,
    RESIDENCE_PERMIT_663,
    SZ_RESIDENCE_2024,
    HR_MARKET_700,
    PROJECT_APPROVAL_673,
    SOCIAL_RELIEF_649,
    FOOD_SAFETY_LAW,
    FOREIGN_INV_LAW,
    FOREIGN_INV_RULES,
    SZ_FOREIGN_INVESTMENT,
    SZ_DATA,
    HOLIDAYS_795,
    HOLIDAYS_644,
    WORKING_TIME,
    PENALTY_LAW,
    COERCION_LAW,
    RECONSIDERATION_LAW,
    ADMIN_LITIGATION_LAW,
    CIVIL_PROCEDURE_LAW,
    PIPL,
    SEALS_1999,
    SPC_LICENSING_2009,
    INFO_DISCLOSURE,
    GOV_DATA_SHARING,
    GD_DIGITAL_SERVICE,
    FOOD_LICENCE_78,
    SZ_BUSINESS_ENV,
    SZ_POWER_LIST_2016,
    SZ_SUNSHINE_2008,
    SZ_INFO_SECURITY_2013,
    SZ_COMMUNITY_2006,
    SZ_DATA_SHARING_2006,
    SZ_SERVICE_DRAFT,
];
