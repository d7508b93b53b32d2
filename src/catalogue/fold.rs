//! 比较用的归一: which differences in writing are none.

/// 比较用的归一: what differs only in width, case, spaces, brackets or dashes is the same.
///
/// ```
/// use yushen::catalogue::fold;
/// assert_eq!(fold("ＡＢＣ（1） —x"), fold("abc(1)-X"));
/// ```
#[must_use]
pub fn fold(value: &str) -> String {
    let fold = |each: char| match each {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(each) - 0xFEE0).unwrap_or(each),
        '〔' | '【' | '﹙' => '(',
        '〕' | '】' | '﹚' => ')',
        '‐'..='―' | '−' | '─' => '-',
        '•' | '‧' | '∙' | '・' | '･' => '·',
        other => other,
    };
    value.chars().filter(|each| !each.is_whitespace()).map(fold).map(|each| each.to_ascii_uppercase()).collect()
}
