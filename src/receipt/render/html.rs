//! 网页: a document as a page of its own, for the screen and for A4. Every word is escaped; the only markup is ours.
//!
//! One `<style>` and no attribute of that name, no script, no link: the page stands under `default-src 'none'` with the
//! nonce or the digest of that element.

use super::markup::Markup;
use super::model::{Model, Table};
use super::svg::svg;

/// Looks of a page. Black on white, no seal, nothing red: whose it is, its signature says.
const PAGE: &str = include_str!("page.css");
/// Looks of what only an authority's document has.
const DOCUMENT: &str = include_str!("document.css");

/// Writes a document as one HTML page without script or link: all that a model can have.
#[must_use]
pub fn html(model: &Model<'_>) -> String {
    let mut page = begun(model, DOCUMENT);
    if let Some(mark) = &model.mark {
        // Fixed, so that it is printed on every page; drawn from the attribute, so that it is read once.
        page.element("<div class=\"across\" aria-hidden=\"true\" data-mark=\"", mark, "\"></div>");
        page.element("<p class=\"mark\">", mark, "</p>");
    }
    page.element("<h1>", &model.title, "</h1>");
    if let Some(number) = &model.number {
        page.element("<p class=\"number\">", number, "</p>");
    }
    let first = if model.signoff.is_some() { "<p class=\"body\">" } else { FIRST };
    page.element(first, &model.first, "</p>");
    body(&mut page, model);
    if model.signoff.is_some() || model.code.is_some() {
        foot(&mut page, model);
    }
    page.raw(END);
    page.0
}

/// Writes a 材料自查结果单 as one HTML page: nobody signs it, so it has no number above, no sign-off and no QR code.
#[must_use]
pub fn sheet_html(model: &Model<'_>) -> String {
    let mut page = begun(model, "");
    page.element("<h1>", &model.title, "</h1>").element(FIRST, &model.first, "</p>");
    body(&mut page, model);
    page.raw(END);
    page.0
}

const FIRST: &str = "<p class=\"first\">";
const END: &str = "</main></body></html>\n";

/// A page as far as its title.
fn begun(model: &Model<'_>, looks: &str) -> Markup {
    let mut page = Markup(String::with_capacity(8 * 1024));
    page.raw("<!doctype html><html lang=\"").text(&model.lang).raw("\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    if let Some(mark) = &model.mark {
        page.text(mark).raw(" ");
    }
    page.text(&model.title).raw("</title><style>").raw(PAGE).raw(looks).raw("</style></head><body><main>");
    page
}

/// Lines, tables and notes.
fn body(page: &mut Markup, model: &Model<'_>) {
    page.raw("<table><tbody>");
    for line in &model.lines {
        page.element("<tr><th scope=\"row\">", &line.name, "</th>").element("<td>", &line.value, "</td></tr>");
    }
    page.raw("</tbody></table>");
    for each in &model.tables {
        table(page, each);
    }
    for note in &model.notes {
        page.element("<p>", note, "</p>");
    }
}

fn table(page: &mut Markup, table: &Table<'_>) {
    page.element("<table><caption>", &table.caption, "</caption><thead><tr>");
    for head in &table.head {
        page.element("<th scope=\"col\">", head, "</th>");
    }
    page.raw("</tr></thead><tbody>");
    for row in &table.rows {
        page.raw("<tr>");
        for cell in row {
            page.element("<td>", cell, "</td>");
        }
        page.raw("</tr>");
    }
    page.raw("</tbody></table>");
}

/// 二维码 at the left, 落款 at the right.
fn foot(page: &mut Markup, model: &Model<'_>) {
    page.raw("<div class=\"foot\">");
    if let Some(code) = &model.code {
        page.raw("<div class=\"code\">").raw(&svg(code.size, &code.bits, &code.label));
        page.element("<p>", &code.check, "</p></div>");
    }
    if let Some(signoff) = &model.signoff {
        page.element("<div class=\"sign\"><p>", &signoff.issuer, "</p>").element("<p>", &signoff.date, "</p>");
        page.element("<p class=\"seal\">", &signoff.seal, "</p></div>");
    }
    page.raw("</div>");
}
