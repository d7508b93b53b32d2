//! 网页: a document as a page of its own, for the screen and for A4. Every word is escaped; the only markup is ours.
//!
//! One `<style>` and no attribute of that name, no script, no link: the page stands under `default-src 'none'` with the
//! nonce or the digest of that element.

use super::markup::Markup;
use super::model::{Model, Table};
use super::svg::svg;

/// Looks of the page. Black on white, no seal, nothing red: whose it is, its signature says.
const STYLE: &str = include_str!("page.css");

/// Writes a document as one HTML page without script, image or link.
#[must_use]
pub fn html(model: &Model<'_>) -> String {
    let mut page = Markup(String::with_capacity(8 * 1024));
    page.raw("<!doctype html><html lang=\"").text(&model.lang).raw("\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    if let Some(mark) = &model.mark {
        page.text(mark).raw(" ");
    }
    page.text(&model.title).raw("</title><style>").raw(STYLE).raw("</style></head><body><main>");
    if let Some(mark) = &model.mark {
        // Fixed, so that it is printed on every page.
        page.raw("<div class=\"across\" aria-hidden=\"true\">").text(mark).raw("</div>");
        page.element("<p class=\"mark\">", mark, "</p>");
    }
    page.element("<h1>", &model.title, "</h1>");
    if let Some(number) = &model.number {
        page.element("<p class=\"number\">", number, "</p>");
    }
    page.element(
        if model.signoff.is_some() { "<p class=\"body\">" } else { "<p class=\"first\">" },
        &model.first,
        "</p>",
    );
    page.raw("<table><tbody>");
    for line in &model.lines {
        page.element("<tr><th scope=\"row\">", &line.name, "</th>").element("<td>", &line.value, "</td></tr>");
    }
    page.raw("</tbody></table>");
    for each in &model.tables {
        table(&mut page, each);
    }
    for note in &model.notes {
        page.element("<p>", note, "</p>");
    }
    foot(&mut page, model);
    page.raw("</main></body></html>\n");
    page.0
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

/// 落款 at the right, 二维码 at the left.
fn foot(page: &mut Markup, model: &Model<'_>) {
    if model.signoff.is_none() && model.code.is_none() {
        return;
    }
    page.raw("<div class=\"foot\">");
    if let Some(signoff) = &model.signoff {
        page.element("<div class=\"sign\"><p>", &signoff.issuer, "</p>").element("<p>", &signoff.date, "</p>");
        page.element("<p class=\"seal\">", &signoff.seal, "</p></div>");
    }
    if let Some(code) = &model.code {
        page.raw("<div class=\"code\">").raw(&svg(code.size, &code.bits, &code.label));
        page.element("<p>", &code.check, "</p></div>");
    }
    page.raw("</div>");
}
