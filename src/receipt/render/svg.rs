//! 二维码 as a picture: one path of black on white, which no theme turns over.

use super::markup::Markup;

/// Light modules around a symbol, without which scanners do not find it.
pub(super) const QUIET: u32 = 4;

/// Modules on a side that fit into a line here; a symbol of ours has no more than 77.
const MOST: u32 = 120;

/// The dark modules of a symbol, as runs from left to right: column, row, length.
pub(super) fn runs(size: u32, bits: &str, mut run: impl FnMut(u32, u32, u32)) {
    let mut digits = bits.chars().map(|digit| u128::from(digit.to_digit(16).unwrap_or(0)));
    let (mut held, mut length) = (0, 0);
    for row in 0..if size <= MOST { size } else { 0 } {
        while length < size {
            held = held << 4 | digits.next().unwrap_or(0);
            length += 4;
        }
        length -= size;
        let mut line = (held >> length) << (128 - size);
        held &= (1 << length) - 1;
        let mut column = 0;
        while line != 0 {
            column += line.leading_zeros();
            line <<= line.leading_zeros();
            let length = line.leading_ones();
            line <<= length;
            run(column, row, length);
            column += length;
        }
    }
}

/// A symbol as SVG with its quiet zone; `label` says it in words.
///
/// ```
/// use yushen::receipt::svg;
/// let svg = svg(2, "90", "No. 1");
/// assert!(svg.contains(r#"viewBox="0 0 10 10""#) && svg.contains(r#"aria-label="No. 1""#));
/// assert!(svg.ends_with(r#"d="M4 4.5h1M5 5.5h1"/></svg>"#));
/// ```
#[must_use]
pub fn svg(size: u32, bits: &str, label: &str) -> String {
    let size = if size <= MOST { size } else { 0 };
    let whole = size + 2 * QUIET;
    let mut svg = Markup(String::with_capacity(8 * 1024));
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"").text(label);
    svg.raw("\" viewBox=\"0 0 ").number(whole).raw(" ").number(whole).raw("\" shape-rendering=\"crispEdges\">");
    svg.raw("<path fill=\"#fff\" d=\"M0 0h").number(whole).raw("v").number(whole).raw("H0z\"/>");
    svg.raw("<path stroke=\"#000\" d=\"");
    let mut end = (0, u32::MAX);
    runs(size, bits, |column, row, length| {
        if row == end.1 {
            svg.raw("m").number(column - end.0).raw(" 0h").number(length);
        } else {
            svg.raw("M").number(column + QUIET).raw(" ").number(row + QUIET).raw(".5h").number(length);
        }
        end = (column + length, row);
    });
    svg.raw("\"/></svg>");
    svg.0
}
