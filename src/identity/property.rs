//! 不动产权证号: 省简称（年）市县不动产权第…号; of a certificate of registration, 不动产证明.

use super::shape;

/// 省、自治区、直辖市简称, where there are two of them both, and 国 for what the State registers itself.
pub(super) const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新国";

/// Whether it is written as such numbers are, with brackets of either width.
pub(super) fn check(value: &str) -> bool {
    parts(value).unwrap_or_default()
}

fn parts(value: &str) -> Option<bool> {
    let rest = value.strip_suffix('号')?;
    let head = rest.trim_end_matches(|each: char| each.is_ascii_digit());
    let serial = rest.len() - head.len();
    let place = head.strip_suffix("不动产权第").or(head.strip_suffix("不动产证明第"))?;
    let (head, place) = place.split_at(place.char_indices().nth(7)?.0);
    let year = head.chars().filter_map(|each| each.to_digit(10)).fold(0, |year, digit| year * 10 + digit);
    // The first certificates were issued in March 2015.
    Some(shape::fits("&(####)", head) && year >= 2015 && !place.is_empty() && (6..=9).contains(&serial))
}
