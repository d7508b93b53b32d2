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
/// 人力资源市场暂行条例.
pub(super) const HR_MARKET_700: Statute = Statute {
    id: "hr-market-700",
    title: "人力资源市场暂行条例",
    number: "国务院令第700号",
    status: Status::InForce,
    from: "2018-10-01",
};
/// 全国年节及纪念日放假办法.
pub(super) const HOLIDAYS_795: Statute = Statute {
    id: "holidays-795",
    title: "全国年节及纪念日放假办法",
    number: "国务院令第795号",
    status: Status::InForce,
    from: "2025-01-01",
};
/// 国务院关于职工工作时间的规定.
pub(super) const WORKING_TIME: Statute = Statute {
    id: "working-time",
    title: "国务院关于职工工作时间的规定",
    number: "",
    status: Status::InForce,
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
    MARKET_ENTITY_REG,
    MARKET_ENTITY_RULES,
    HR_MARKET_700,
    HOLIDAYS_795,
    WORKING_TIME,
    SZ_SERVICE_DRAFT,
];
