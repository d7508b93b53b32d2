//! What a verification says.

use super::Reason;
use super::freshness::TrustShown;
use crate::calendar::{CivilDate, Instant};
use crate::digest::Digest;
use crate::error::words;
use crate::json::{Id, Map, Record, Text, readable};
use crate::receipt::document::DocumentKind;
use crate::receipt::signature::Algorithm;
use crate::wording::Wording;
use std::borrow::Cow;

words! {
    /// 检查项.
    pub enum CheckName {
        /// 格式
        Format = "format",
        /// 正文
        Body = "body",
        /// 正文与首部一致
        Head = "head",
        /// 信任列表
        TrustList = "trust-list",
        /// 出具时间
        Issued = "issued",
        /// 签名密钥
        Key = "key",
        /// 出具机关
        Issuer = "issuer",
        /// 签名
        Signature = "signature",
        /// 目录版本
        Catalogue = "catalogue",
        /// 办结日
        Deadlines = "deadlines",
        /// 文件
        Files = "files",
        /// 上一文书
        History = "history",
        /// 与预期一致
        Expected = "expected",
        /// 电子印章
        Seal = "seal",
        /// 办理状态
        Status = "status",
        /// 字符
        Characters = "characters",
        /// 自查时间
        Age = "age",
    }
}

words! {
    /// 检查结果.
    pub enum CheckOutcome {
        /// 通过
        Pass = "pass",
        /// 不通过
        Fail = "fail",
        /// 留意
        Warn = "warn",
        /// 未检查
        Skipped = "skipped",
    }
}

words! {
    /// 总体结论.
    pub enum Overall {
        /// 未通过
        Invalid = "invalid",
        /// 通过
        Valid = "valid",
        /// 通过，有需要留意之处
        Warning = "warning",
        /// 自查结果单，没有签名
        Unsigned = "unsigned",
    }
}
readable!(CheckName, CheckOutcome, Overall);

/// 一项检查.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Check<'a> {
    /// What was looked at.
    pub name: CheckName,
    /// How it came out.
    pub result: CheckOutcome,
    /// Why.
    pub code: Option<Id<'a>>,
    /// JSON Pointer into the receipt.
    pub path: Option<Text<'a>>,
    /// What the sentence names.
    #[record(optional)]
    pub params: Map<'a, Text<'a>>,
    /// The same in words.
    pub says: Option<Text<'a>>,
}

/// 出具机关, from the trust list.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct IssuerShown<'a> {
    /// 机关名称.
    pub name: Text<'a>,
    /// 统一社会信用代码.
    pub uscc: Text<'a>,
    /// 可靠的电子签名 (电子签名法 13, 16).
    #[record(optional)]
    pub reliable: bool,
}

/// 首部载明的内容: what a scan may show.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Shown<'a> {
    /// 文书种类.
    pub kind: DocumentKind,
    /// 文书名称.
    pub title: Text<'a>,
    /// 文书编号.
    pub number: Text<'a>,
    /// 事项编码.
    pub item: Text<'a>,
    /// 出具机关的统一社会信用代码, as the head states it.
    pub uscc: Text<'a>,
    /// 出具时间.
    pub issued: Instant,
    /// 受理时间.
    pub accepted: Option<Instant>,
    /// 承诺办结日.
    pub due: Option<CivilDate>,
    /// 校验码.
    pub check: Text<'a>,
    /// 签名算法.
    #[record(key = "alg")]
    pub algorithm: Algorithm,
    /// The key.
    pub kid: Id<'a>,
    /// SM3 of what was signed: what a later receipt of the case names.
    pub chain: Digest,
}

/// 验证结果.
#[derive(Debug, Clone, Default, Record)]
#[record(value)]
pub struct Verification<'a> {
    /// 结论.
    pub overall: Overall,
    /// The same in words.
    pub verdict: Text<'a>,
    /// Every check, in order.
    pub checks: Vec<Check<'a>>,
    /// What the signed head states; absent where there is none that can be read.
    pub shown: Option<Shown<'a>>,
    /// 出具机关, only where signature and key are good.
    pub issuer: Option<IssuerShown<'a>>,
    /// 所依据的信任列表; absent where none could be used.
    pub trust: Option<TrustShown<'a>>,
}

/// Checks being made.
#[derive(Debug, Default)]
pub struct Checks(pub Vec<Check<'static>>);

impl Checks {
    pub(super) fn add(&mut self, name: CheckName, result: CheckOutcome, reason: Reason) {
        self.0.push(Check { name, result, code: Some(Id::from(reason.as_str())), ..Check::default() });
    }

    pub fn pass(&mut self, name: CheckName) {
        self.0.push(Check { name, result: CheckOutcome::Pass, ..Check::default() });
    }

    pub fn fail(&mut self, name: CheckName, reason: Reason) {
        self.add(name, CheckOutcome::Fail, reason);
    }

    pub fn warn(&mut self, name: CheckName, reason: Reason) {
        self.add(name, CheckOutcome::Warn, reason);
    }

    pub fn skip(&mut self, name: CheckName, reason: Reason) {
        self.add(name, CheckOutcome::Skipped, reason);
    }

    /// A check that names a value.
    pub fn named(&mut self, name: CheckName, result: CheckOutcome, reason: Reason, slot: &'static str, value: &str) {
        let mut params = Map::default();
        params.set(Cow::Borrowed(slot), Text::from(value.to_string()));
        self.0.push(Check { name, result, code: Some(Id::from(reason.as_str())), params, ..Check::default() });
    }

    /// A fault at a place of the text, with the code of whoever found it.
    pub fn at(&mut self, name: CheckName, code: &'static str, path: &str) {
        let path = (!path.is_empty()).then(|| Text::from(path.to_string()));
        self.0.push(Check { name, result: CheckOutcome::Fail, code: Some(Id::from(code)), path, ..Check::default() });
    }

    /// Whether a check of this name has failed.
    pub fn failed(&self, name: CheckName) -> bool {
        self.0.iter().any(|check| check.name == name && check.result == CheckOutcome::Fail)
    }

    /// The worst of all.
    pub fn overall(&self) -> Overall {
        let any = |result| self.0.iter().any(|check| check.result == result);
        if any(CheckOutcome::Fail) {
            return Overall::Invalid;
        }
        if any(CheckOutcome::Warn) { Overall::Warning } else { Overall::Valid }
    }

    /// With a sentence for each.
    pub fn said(self, wording: &Wording) -> Vec<Check<'static>> {
        let said = |mut check: Check<'static>| {
            let Some(code) = check.code.as_deref() else { return check };
            let slots: Vec<(&str, &str)> = check.params.iter().map(|(key, value)| (key, &**value)).collect();
            let own = wording.fill_sheet(&format!("code-{code}"), &slots);
            let says = if own.is_empty() { wording.sheet("code-RECEIPT_INVALID").to_string() } else { own };
            check.says = Some(Text::from(says));
            check
        };
        self.0.into_iter().map(said).collect()
    }
}
