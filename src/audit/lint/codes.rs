//! 编码: 基本编码 12, 实施编码 31, 业务办理项编码 33. Their structure is read where they have it; an unusual shape is worth a
//! word and never a refusal.

use super::{Linting, word};
use crate::catalogue::{Notice, NoticeCode as Code, Severity};
use crate::identity::{self, IdentifierKind};
use crate::json::Text;
use crate::law::Basis;

/// 事项编码的结构.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskCode<'a> {
    /// 统一社会信用代码 of the authority, 18 characters.
    pub authority: &'a str,
    /// 行使层级, one digit.
    pub level: &'a str,
    /// 基本编码, 12 characters: province 2, kind of power 2, number 5, sub-item 3.
    pub basic: &'a str,
    /// 业务办理项序号, 2 characters; empty in an 实施编码.
    pub business: &'a str,
}

impl<'a> TaskCode<'a> {
    /// Reads an 实施编码 of 31 or a 业务办理项编码 of 33 characters.
    ///
    /// ```
    /// use yushen::audit::TaskCode;
    /// let code = TaskCode::read("11440300007542195T3442108219000").unwrap();
    /// assert_eq!((code.authority, code.level, code.basic), ("11440300007542195T", "3", "442108219000"));
    /// assert!(TaskCode::read("SZ-05").is_none());
    /// ```
    #[must_use]
    pub fn read(code: &'a str) -> Option<Self> {
        let shaped = matches!(code.len(), 31 | 33)
            && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        if !shaped {
            return None;
        }
        let (authority, rest) = code.split_at_checked(18)?;
        let (level, rest) = rest.split_at_checked(1)?;
        let (basic, business) = rest.split_at_checked(12)?;
        (level.bytes().all(|byte| byte.is_ascii_digit())).then_some(Self { authority, level, basic, business })
    }
}

/// The codes of one item.
pub(super) fn item(linting: &mut Linting<'_, '_>) {
    let item = linting.item;
    let wrong = |code: &str| identity::check(IdentifierKind::Uscc, code, None).is_err();
    if item.authority.uscc.as_ref().is_some_and(|code| wrong(code)) {
        linting.note(Code::CatAuthorityCode, Severity::Should, "/authority/uscc", None, &[]);
    }
    let Some(task) = &item.task_code else { return };
    match TaskCode::read(task) {
        Some(code) if wrong(code.authority) => {
            linting.note(Code::CatAuthorityCode, Severity::Should, "/taskCode", None, &[]);
        }
        Some(code) if item.authority.uscc.as_ref().is_some_and(|uscc| **uscc != *code.authority) => {
            let params = [("authority", word(code.authority))];
            linting.note(Code::CatAuthorityCode, Severity::Advice, "/taskCode", None, &params);
        }
        Some(_) => {}
        None => {
            let params = [("length", crate::catalogue::Param::Number(i64::try_from(task.len()).unwrap_or(0)))];
            linting.note(Code::CatCodeShape, Severity::Advice, "/taskCode", None, &params);
        }
    }
}

/// The first two digits of the region codes of GB/T 2260.
const PROVINCES: [std::ops::RangeInclusive<u32>; 9] =
    [11..=15, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65, 71..=71, 81..=82, 0..=0];

/// 行政区划代码: whether there is such a province; `000000` is the whole country.
pub(super) fn region(region: &str) -> Vec<Notice<'static>> {
    let province = region.get(..2).and_then(|digits| digits.parse().ok()).unwrap_or(99);
    if PROVINCES.iter().any(|range| range.contains(&province)) {
        return Vec::new();
    }
    vec![Notice {
        code: Code::CatRegionUnknown,
        severity: Severity::Should,
        path: Text::from("/region"),
        basis: Basis::entry("catalogue", String::from("/region")),
        ..Notice::default()
    }]
}
